"""Figures: functions that take numbers and return a Matplotlib figure, with a sentence that says what it shows.

arrays      lesson 00: arrays as grids of numbers, and what @, +, sum and reshape do with them
backprop    lesson 08: layers in a row with their slopes, where the entries of a slope come from
base        the figure, its style, and describe() for figures drawn by hand
calculus    lesson 05: chords and tangents, the error of a step
cnn         lesson 13: a network as blocks, the way back of a convolution, pooling, feature maps, shifted digits
convolving  lesson 12: a kernel place by place, filters on pictures, padding and stride, channels, loops taken away
course      lesson 00: the map of the course, and a first curve to move
descent     lesson 06: walks downhill on contour lines, on curves and on a saddle
deeper      lesson 10: sums layer by layer, depth and width, runs side by side, weight decay, claims and measurements
forward     lesson 03: activation functions, a layer's shapes, a network with its numbers, digits being read
gradients   lesson 05: surfaces with their gradients, slopes in all directions
graphs      lesson 07: computational graphs with values and slopes, cog wheels, what a net learned of XOR
images      galleries, a reading with its probabilities, the confusion matrix, weights as pictures
ink         numbers as text, colours, the typeface, labels, arrows, outlines: what every figure writes and draws with
landscapes  bowl, valley and saddle: heights, contour lines, walks on them
losses      lesson 04: distances to a line, surprise, accuracy beside loss, sure and wrong, over-fitting
optimizing  lesson 14: paths of optimizers, running means, a race over learning rates, schedules
perceptron  lesson 01: a neuron, buckets, the regions of gates, the learning rule step by step
training    loss and accuracy on the way, the spread over seeds, a network as a drawing
xor         lesson 02: two lines, the hidden space, gates made of NANDs, an adder
"""

from helpers.plots.arrays import axis_sum, broadcasting, matrix_product, reshape_and_transpose, two_kinds_of_random
from helpers.plots.backprop import activation_node, affine_meeting, layer_chain, saturation, softmax_slope
from helpers.plots.base import Figure, describe
from helpers.plots.calculus import average_speed, error_valleys, step_error, tangent
from helpers.plots.cnn import cnn_shapes, feature_maps, filters_compared, pixel_slope, pooling_at, shift_curves, through_a_filter
from helpers.plots.convolving import (
    channel_sum,
    convolution_blocks,
    fields_as_rows,
    filtered,
    filters,
    kernel_at,
    kernel_places,
    shifted_products,
    speed_ladder,
)
from helpers.plots.course import course_map, sine_wave
from helpers.plots.deeper import claims, decay_study, depth_and_width, runs_compared, signal_spread
from helpers.plots.descent import descent, descent_paths, estimates, saddle_walks, walks_on_curve
from helpers.plots.forward import (
    activation_curves,
    bent_regions,
    curves,
    digit_reader,
    forward_drawing,
    layer_shapes,
    misread,
    neuron_curve,
    output_choices,
    plane_regions,
)
from helpers.plots.gradients import gradient_arrows, gradient_at, partial_cuts
from helpers.plots.graphs import apple_graph, cog_wheels, learned_xor, neuron_graph, value_graph
from helpers.plots.images import confusion_matrix, gallery, preparation, reading, weights_as_images
from helpers.plots.ink import COLOURS
from helpers.plots.losses import line_and_distances, one_weight, over_fitting, sure_and_wrong, surprise
from helpers.plots.optimizing import contest, optimizer_path, race, running_means, schedule_curves
from helpers.plots.perceptron import (
    gate_finder,
    gate_name,
    gate_regions,
    neuron_diagram,
    perceptron_update,
    water_buckets,
)
from helpers.plots.training import network_drawing, seed_study, training_curves
from helpers.plots.xor import (
    adder,
    four_nands,
    hidden_space,
    mistakes_per_epoch,
    two_layer_diagram,
    two_lines,
    two_neurons,
    xor_points,
)

__all__ = [
    "claims",
    "COLOURS",
    "decay_study",
    "depth_and_width",
    "Figure",
    "activation_curves",
    "activation_node",
    "adder",
    "affine_meeting",
    "apple_graph",
    "average_speed",
    "axis_sum",
    "bent_regions",
    "broadcasting",
    "channel_sum",
    "cnn_shapes",
    "cog_wheels",
    "confusion_matrix",
    "contest",
    "convolution_blocks",
    "course_map",
    "curves",
    "descent",
    "descent_paths",
    "describe",
    "digit_reader",
    "error_valleys",
    "estimates",
    "feature_maps",
    "fields_as_rows",
    "filtered",
    "filters",
    "filters_compared",
    "forward_drawing",
    "four_nands",
    "gallery",
    "gate_finder",
    "gate_name",
    "gate_regions",
    "gradient_arrows",
    "gradient_at",
    "hidden_space",
    "kernel_at",
    "kernel_places",
    "layer_shapes",
    "line_and_distances",
    "layer_chain",
    "learned_xor",
    "matrix_product",
    "misread",
    "mistakes_per_epoch",
    "network_drawing",
    "neuron_curve",
    "optimizer_path",
    "output_choices",
    "pixel_slope",
    "plane_regions",
    "pooling_at",
    "preparation",
    "neuron_graph",
    "neuron_diagram",
    "one_weight",
    "over_fitting",
    "partial_cuts",
    "perceptron_update",
    "race",
    "reading",
    "reshape_and_transpose",
    "running_means",
    "runs_compared",
    "saturation",
    "saddle_walks",
    "schedule_curves",
    "seed_study",
    "signal_spread",
    "shift_curves",
    "shifted_products",
    "sine_wave",
    "softmax_slope",
    "speed_ladder",
    "step_error",
    "sure_and_wrong",
    "surprise",
    "tangent",
    "through_a_filter",
    "training_curves",
    "two_layer_diagram",
    "two_lines",
    "two_neurons",
    "two_kinds_of_random",
    "value_graph",
    "walks_on_curve",
    "water_buckets",
    "weights_as_images",
    "xor_points",
]
