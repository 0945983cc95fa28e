"""Starting values for weights.

A recipe is a function of a shape and a numpy.random.Generator: ``he((784, 50), rng)``. In a table layer's weight, (D, M),
the first axis counts the inputs; a filter bank is (FN, C, FH, FW), and each of its filters has C·FH·FW inputs.
"""

import numpy as np


def normal(std):
    """A recipe for normal numbers with mean 0 and the given standard deviation: ``normal(0.01)((784, 50), rng)``."""

    def recipe(shape, rng, dtype=np.float32):
        return (std * rng.standard_normal(shape)).astype(dtype)

    return recipe


def xavier(shape, rng, dtype=np.float32):
    """Normal numbers with standard deviation sqrt(1 / inputs), for sigmoid and tanh.

    shape: of the weight. rng: numpy.random.Generator. Returns an array of that shape and dtype.
    Source: Glorot and Bengio, 2010.
    """
    return normal(np.sqrt(1 / _inputs(shape)))(shape, rng, dtype)


def he(shape, rng, dtype=np.float32):
    """Normal numbers with standard deviation sqrt(2 / inputs), for ReLU.

    shape: of the weight. rng: numpy.random.Generator. Returns an array of that shape and dtype.
    Source: He et al., 2015, section 2.2.
    """
    return normal(np.sqrt(2 / _inputs(shape)))(shape, rng, dtype)


def _inputs(shape):
    return shape[0] if len(shape) == 2 else int(np.prod(shape[1:]))
