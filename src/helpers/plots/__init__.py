"""Figures: functions that take numbers and return a picture, with a sentence that says what it shows.

A picture is a Figure of Matplotlib or a Drawing, whose shapes a hand can enter. A module holds the figures of a lesson:

00  arrays, course              05  calculus, gradients         10  deeper                 15  starts, normalizing
01  neuron, perceptron          06  descent                     11  clinic, symptom        16  regularizing, searching
02  circuits, xor               07  graphs, cogs                12  kernel_explorer,       17  augmenting, confidence,
03  activations, forward        08  backprop                        places, convolving,        depths
04  losses                      09  images, training, live,         filtering              18  photographs, looking,
                                    pad                         13  cnn, maps, shifting,       photo_reading
                                                                    volumes
00, 03, 09, 10  reading_digits (flow has its numbers), readings 14  optimizing             19  bridging

base holds the figure and its style, drawing the drawing, letters how wide its words are, ink what every figure writes and
draws with. Shared by several modules: grids (arrays as grids of numbers), sign_cells (numbers by their sign), bars (ten
answers), plane (of two inputs), labels (names beside curves, boxes of layers), landscapes and walking (bowl, valley and the
walks on them), graph_layout, graph_page, graph_words and graph_drawing (boxes and wires).
"""

# ruff: noqa: F401  (what is imported here is what plots has to offer)

from helpers.plots.activations import activation_curves, bent_regions, curves, neuron_curve, output_choices, plane_regions
from helpers.plots.arrays import axis_sum, broadcasting, matrix_product, reshape_and_transpose, two_kinds_of_random
from helpers.plots.augmenting import chance_copies, displacement, exact_changes, gains
from helpers.plots.backprop import activation_node, affine_meeting, layer_chain, saturation, softmax_slope
from helpers.plots.base import Figure, describe
from helpers.plots.bridging import speed_side_by_side, three_languages, where_windows_stand
from helpers.plots.calculus import average_speed, error_valleys, step_error, tangent
from helpers.plots.checkup import finding
from helpers.plots.circuits import adder, four_nands, full_adder_inside, two_layer_diagram
from helpers.plots.clinic import costs, findings_table, losses_beside, where_tests_listen
from helpers.plots.cnn import pixel_slope, pooling_at
from helpers.plots.cogs import cog_wheels
from helpers.plots.confidence import mistakes, reliability
from helpers.plots.convolving import fields_as_rows, shifted_products, speed_ladder
from helpers.plots.course import course_map, sine_wave
from helpers.plots.deeper import claims, decay_study, depth_and_width, equal_parameters, runs_compared, signal_spread
from helpers.plots.depths import deep_blocks, depth_study, receptive_field, slopes_kept
from helpers.plots.descent import descent, descent_paths, estimates, saddle_walks, walks_on_curve
from helpers.plots.filtering import channel_sum, filtered, filters
from helpers.plots.folding import folded_graph
from helpers.plots.forward import forward_drawing, layer_shapes
from helpers.plots.gradients import gradient_arrows, gradient_at, partial_cuts
from helpers.plots.graphs import apple_graph, learned_xor, neuron_graph, value_graph
from helpers.plots.images import confusion_matrix, gallery, preparation, units_in_training, weights_as_images
from helpers.plots.ink import COLOURS
from helpers.plots.kernel_explorer import kernel_explorer
from helpers.plots.live import live_curves
from helpers.plots.looking import by_photographs, looked_at, looked_at_rows
from helpers.plots.losses import line_and_distances, one_weight, over_fitting, sure_and_wrong, surprise
from helpers.plots.maps import feature_maps, filters_compared, through_a_filter
from helpers.plots.neuron import neuron_diagram, water_buckets
from helpers.plots.normalizing import normalization_graph, who_shares
from helpers.plots.optimizing import contest, momentum_path, optimizer_path, race, running_means, schedule_curves
from helpers.plots.pad import digit_pad
from helpers.plots.perceptron import gate_finder, gate_regions, kinds_and_lines, perceptron_update, right_angle
from helpers.plots.photo_reading import no_photo, photo_read
from helpers.plots.photographs import colour_copies, photographs, ways_to_a_square, where_the_weights_are
from helpers.plots.places import kernel_at, kernel_places
from helpers.plots.plane import gate_name
from helpers.plots.reading_digits import digit_reader
from helpers.plots.readings import misread, reading
from helpers.plots.regularizing import by_heart, changed_images, learning_curve, remedies, thinned, two_decays
from helpers.plots.searching import even_and_log, grid_and_random, trials, used_up, zoom
from helpers.plots.shifting import carried_digit, shift_curves
from helpers.plots.starts import both_directions, layer_histograms, signals_both_ways, starts_compared
from helpers.plots.symptom import cure, symptom
from helpers.plots.training import rate_study, seed_study, training_curves
from helpers.plots.volumes import cnn_shapes, convolution_blocks
from helpers.plots.xor import hidden_space, mistakes_per_epoch, two_lines, two_neurons, xor_points
