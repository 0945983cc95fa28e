"""What the networks are built of: single layers with their starting values, runs of them, and a look at the sizes."""

import numpy as np

from helpers.checks import require_whole
from helpers.convolution import Convolution
from helpers.initializers import he
from helpers.layers import Affine, BatchNormalization, Relu


def convolution(channels, filters, size, rng, dtype, pad=0, stride=1, bias=True):
    """A convolution with size × size kernels that start with He's recipe; the biases, if there are any, start at 0."""
    filters = require_whole("a number of filters", filters, 1)
    W = he((filters, channels, size, size), rng, dtype)
    return Convolution(W, np.zeros(filters, dtype) if bias else None, stride, pad)


def normalization(channels, dtype):
    """A batch normalization that starts with spread 1 and mean 0."""
    return BatchNormalization(np.ones(channels, dtype), np.zeros(channels, dtype))


def convolved(channels, filters, size, rng, dtype, stride=1, relu=True, normalize=True):
    """[convolution, batch normalization, ReLU], padded so that an odd size keeps the image's at stride 1.

    The convolution has no bias, as the normalization takes the mean off again: its slope would be rounding and nothing else.
    relu, normalize: False leaves that layer out; without the normalization the convolution has a bias.
    """
    layers = [convolution(channels, filters, size, rng, dtype, size // 2, stride, bias=not normalize)]
    return layers + [normalization(filters, dtype)] * normalize + [Relu()] * relu


def affine(inputs, outputs, rng, dtype):
    """An affine layer whose weights start with He's recipe and its biases at 0."""
    outputs = require_whole("a number of units", outputs, 1)
    return Affine(he((inputs, outputs), rng, dtype), np.zeros(outputs, dtype))


def count_outputs(layers, input_dim, dtype):
    """How many numbers come out of the layers for one image; an error of theirs when it is too small."""
    x = np.zeros((1, *input_dim), dtype)
    for layer in layers:
        x = layer.worker().forward(x)
    return x.size


def image_shape(input_dim):
    """input_dim as a list of three whole numbers, (channels, height, width), or a ValueError."""
    if np.shape(input_dim) != (3,):
        raise ValueError(f"input_dim must be (channels, height, width), such as (1, 28, 28), not {input_dim}.")
    return [require_whole("a size in input_dim", size, 1) for size in input_dim]
