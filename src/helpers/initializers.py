"""Starting values for weights.

Each function returns a recipe: something to call with a shape and a Generator. A weight's first axis counts the
inputs of a table layer, (D, M); a filter bank is (FN, C, FH, FW) and each filter has C·FH·FW inputs.
"""

import numpy as np


def normal(std):
    """Recipe for normal numbers with mean 0 and the given standard deviation."""

    def recipe(shape, rng, dtype=np.float32):
        return (std * rng.standard_normal(shape)).astype(dtype)

    return recipe


def xavier():
    """Recipe with standard deviation sqrt(1 / inputs), for sigmoid and tanh. Source: Glorot and Bengio, 2010."""
    return _scaled(1)


def he():
    """Recipe with standard deviation sqrt(2 / inputs), for ReLU. Source: He et al., 2015, section 2.2."""
    return _scaled(2)


def _scaled(gain):
    def recipe(shape, rng, dtype=np.float32):
        inputs = shape[0] if len(shape) == 2 else int(np.prod(shape[1:]))
        return normal(np.sqrt(gain / inputs))(shape, rng, dtype)

    return recipe
