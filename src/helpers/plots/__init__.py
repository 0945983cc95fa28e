"""Figures: functions that take numbers and return a Matplotlib figure, with a sentence that says what it shows.

activations lesson 03: activation functions, regions with bent borders, three ways to end a network
arrays      lesson 00: arrays as grids of numbers, and what @, +, sum and reshape do with them
backprop    lesson 08: layers in a row with their slopes, where the entries of a slope come from
base        the figure, its style, and describe() for figures drawn by hand
calculus    lesson 05: chords and tangents, the error of a step
circuits    lesson 02: a network of two layers with its numbers, gates made of NANDs, an adder
cnn         lesson 13: the way back of a convolution, pooling, shifted digits
convolving  lesson 12: a kernel place by place, padding and stride, receptive fields, loops taken away
course      lesson 00: the map of the course, and a first curve to move
descent     lesson 06: walks downhill on contour lines, on curves and on a saddle
deeper      lesson 10: sums layer by layer, depth and width, runs side by side, weight decay, claims and measurements
filtering   lessons 12 and 13: filters and what they make of pictures, channels, feature maps
forward     lesson 03: a layer's shapes, a network with its numbers, digits being read
gradients   lesson 05: surfaces with their gradients, slopes in all directions
graph_drawing  boxes and wires of a computational graph, as wide as their words
graph_layout   where a graph's numbers stand
graphs      lesson 07: computational graphs with values and slopes, cog wheels, what a net learned of XOR
grids       arrays as grids of numbers in a row, with signs between them
images      galleries, a reading with its probabilities, the confusion matrix, weights as pictures
ink         numbers as text, colours, the typeface, labels, arrows, outlines: what every figure writes and draws with
landscapes  bowl, valley and saddle: heights, contour lines, walks on them
losses      lesson 04: distances to a line, surprise, accuracy beside loss, sure and wrong, over-fitting
neuron      lesson 01: a neuron with its numbers, and as buckets
optimizing  lesson 14: paths of optimizers, running means, a race over learning rates, schedules
perceptron  lesson 01: the regions of gates, the learning rule step by step
plane       lessons 01 to 03: the plane of two inputs, its regions, borders and dots
training    loss and accuracy on the way, the spread over seeds, a network as a drawing
volumes     lessons 12 and 13: arrays as blocks
xor         lesson 02: two lines, the hidden space, mistakes in each epoch
"""

# ruff: noqa: F401  (what is imported here is what plots has to offer)

from helpers.plots.activations import activation_curves, bent_regions, curves, neuron_curve, output_choices, plane_regions
from helpers.plots.arrays import axis_sum, broadcasting, matrix_product, reshape_and_transpose, two_kinds_of_random
from helpers.plots.backprop import activation_node, affine_meeting, layer_chain, saturation, softmax_slope
from helpers.plots.base import Figure, describe
from helpers.plots.calculus import average_speed, error_valleys, step_error, tangent
from helpers.plots.circuits import adder, four_nands, two_layer_diagram
from helpers.plots.cnn import pixel_slope, pooling_at, shift_curves
from helpers.plots.convolving import fields_as_rows, kernel_at, kernel_places, shifted_products, speed_ladder
from helpers.plots.course import course_map, sine_wave
from helpers.plots.deeper import claims, decay_study, depth_and_width, runs_compared, signal_spread
from helpers.plots.descent import descent, descent_paths, estimates, saddle_walks, walks_on_curve
from helpers.plots.filtering import channel_sum, feature_maps, filtered, filters, filters_compared, through_a_filter
from helpers.plots.forward import digit_reader, forward_drawing, layer_shapes, misread
from helpers.plots.gradients import gradient_arrows, gradient_at, partial_cuts
from helpers.plots.graphs import apple_graph, cog_wheels, learned_xor, neuron_graph, value_graph
from helpers.plots.images import confusion_matrix, gallery, preparation, reading, weights_as_images
from helpers.plots.ink import COLOURS
from helpers.plots.losses import line_and_distances, one_weight, over_fitting, sure_and_wrong, surprise
from helpers.plots.neuron import neuron_diagram, water_buckets
from helpers.plots.optimizing import contest, optimizer_path, race, running_means, schedule_curves
from helpers.plots.perceptron import gate_finder, gate_regions, perceptron_update
from helpers.plots.plane import gate_name
from helpers.plots.training import network_drawing, seed_study, training_curves
from helpers.plots.volumes import cnn_shapes, convolution_blocks
from helpers.plots.xor import hidden_space, mistakes_per_epoch, two_lines, two_neurons, xor_points
