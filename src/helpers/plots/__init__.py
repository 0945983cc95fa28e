"""Figures: functions that take numbers and return a Matplotlib figure, with a sentence that says what it shows.

arrays      lesson 00: arrays as grids of numbers, and what @, +, sum and reshape do with them
base        the figure, its palette, and describe() for figures drawn by hand
calculus    lesson 05: chords and tangents, the error of a step, surfaces with their gradients
course      lesson 00: the map of the course, and a first curve to move
images      galleries, a reading with its probabilities, the confusion matrix, weights as pictures
perceptron  lesson 01: a neuron, buckets, the regions of gates, the learning rule step by step
training    loss and accuracy on the way, the spread over seeds, a network as a drawing
xor         lesson 02: two lines, the hidden space, gates made of NANDs, an adder
"""

from helpers.plots.arrays import axis_sum, broadcasting, matrix_product, reshape_and_transpose, two_kinds_of_random
from helpers.plots.base import COLOURS, Figure, describe
from helpers.plots.calculus import (
    average_speed,
    error_valleys,
    gradient_arrows,
    gradient_at,
    partial_cuts,
    step_error,
    tangent,
)
from helpers.plots.course import course_map, sine_wave
from helpers.plots.images import confusion_matrix, gallery, preparation, reading, weights_as_images
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
    "COLOURS",
    "Figure",
    "adder",
    "average_speed",
    "axis_sum",
    "broadcasting",
    "confusion_matrix",
    "course_map",
    "describe",
    "error_valleys",
    "four_nands",
    "gallery",
    "gate_finder",
    "gate_name",
    "gate_regions",
    "gradient_arrows",
    "gradient_at",
    "hidden_space",
    "matrix_product",
    "mistakes_per_epoch",
    "network_drawing",
    "preparation",
    "neuron_diagram",
    "partial_cuts",
    "perceptron_update",
    "reading",
    "reshape_and_transpose",
    "seed_study",
    "sine_wave",
    "step_error",
    "tangent",
    "training_curves",
    "two_layer_diagram",
    "two_lines",
    "two_neurons",
    "two_kinds_of_random",
    "water_buckets",
    "weights_as_images",
    "xor_points",
]
