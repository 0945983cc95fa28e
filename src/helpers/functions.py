"""Activation functions and losses, as plain functions of arrays.

Every function keeps the floating dtype that comes in; integers are computed in float64.
Source: Goodfellow, Bengio, Courville, Deep Learning, sections 6.2 (outputs, losses) and 6.3 (hidden units).
"""

import numpy as np

from helpers.checks import labels_of, require_classes

TINY = 1e-12  # the smallest probability whose logarithm is taken; log(0) is minus infinity


def _floats(x):
    x = np.asarray(x)
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def at_least_float32(x):
    """x itself, but float16 as float32: sums of squares leave float16's range at 65,504, and 1e-12 is 0 in it."""
    return x.astype(np.float32) if x.dtype == np.float16 else x


def step(x):
    """1 where x > 0, else 0. x: any shape. Returns an int array of the same shape; exactly 0 gives 0."""
    return (np.asarray(x) > 0).astype(np.int64)


def identity(x):
    """x itself: the output function of regression. x: any shape."""
    return x


def sigmoid(x):
    """1 / (1 + exp(-x)), between 0 and 1. x: any shape. Returns an array of the same shape.

    Never overflows: exp is only taken of numbers that are not positive.
    """
    x = _floats(x)
    small = np.exp(-np.abs(x))  # in 0..1 whatever the sign of x
    return np.where(x >= 0, 1, small) / (1 + small)


def relu(x):
    """x where x > 0, else 0. x: any shape. Returns an array of the same shape."""
    return np.maximum(_floats(x), 0)


def tanh(x):
    """Hyperbolic tangent, between -1 and 1. x: any shape. Returns an array of the same shape."""
    return np.tanh(_floats(x))


def softmax(x):
    """Probabilities from scores: exp(x), divided by its sum over the last axis.

    x: scores, shape (K,) or (N, K). Returns an array of the same shape; each row sums to 1.
    The largest score is subtracted first. That changes nothing in the result, and exp cannot overflow.
    """
    x = _floats(x)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def one_hot(t, classes):
    """Rows with a single 1. t: integer labels (N,), from 0 to classes - 1. Returns float64, shape (N, classes).

    A single label gives a single row (classes,). Raises ValueError for a label outside that range.
    """
    t = np.asarray(t)
    require_classes(t, classes)
    if t.ndim > 1:
        raise ValueError(f"labels must have shape (N,), but they have shape {t.shape}. Are they one-hot already?")
    return np.eye(classes)[t]


def sum_squared_error(y, t):
    """Sum of (y - t)² over all entries. y, t: same shape. Returns a float."""
    y, t = _same_shape(y, t)
    return float(np.sum((y - t) ** 2))


def half_squared_error(y, t):
    """Half the sum of (y - t)² over all entries; its derivative by y is y - t. y, t: same shape. Returns a float."""
    return sum_squared_error(y, t) / 2


def mean_squared_error(y, t):
    """Mean of (y - t)² over all entries. y, t: same shape. Returns a float."""
    y, t = _same_shape(y, t)
    return float(np.mean((y - t) ** 2))


def cross_entropy_error(y, t):
    """Mean cross-entropy of predicted probabilities.

    y: probabilities, shape (N, K), rows sum to 1; a single sample may be (K,).
    t: integer labels (N,) or one-hot (N, K); for a single sample an int or (K,).
    Returns a float, in nats. Raises ValueError when N differs or a label is no class of y.
    Source: Goodfellow et al., Deep Learning, section 6.2.
    """
    y, t = _floats(y), np.asarray(t)
    if y.ndim == 1:
        y, t = y[None], t[None]
    if y.ndim != 2:
        raise ValueError(f"probabilities must have shape (N, K), one row a sample, but they have shape {y.shape}.")
    t = labels_of(t, *y.shape)
    return float(-np.mean(np.log(np.maximum(at_least_float32(y[np.arange(len(y)), t]), TINY))))


def _same_shape(y, t):
    y, t = at_least_float32(_floats(y)), at_least_float32(_floats(t))
    if y.shape != t.shape:
        raise ValueError(
            f"predictions have shape {y.shape} and targets {t.shape}; they must be equal. Usual cause: labels (N,) "
            f"against a column (N, 1), which NumPy would stretch to (N, N), or class numbers that are not one-hot yet."
        )
    return y, t
