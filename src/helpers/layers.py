"""Layers: each a forward step and, from the chain rule, a backward step.

N samples stand in the rows of a table (N, D). ``forward`` keeps what ``backward`` needs, and neither changes
an array it was given: the same array may be in use elsewhere (at a fan-out it is). What they share is in helpers.layer.
Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.5; the derivations are in lesson 08.
"""

import math

import numpy as np

from helpers.checks import is_number, labels_of, require_float, require_shape, require_table
from helpers.functions import at_least_float32, one_hot, relu, sigmoid, tanh
from helpers.layer import Layer
from helpers.normalization import BatchNormalization as BatchNormalization  # to be found here, with the other layers


class Affine(Layer):
    """y = x @ W + b. W: (D, M). b: (M,). x: (N, D). y: (N, M)."""

    def __init__(self, W, b):
        super().__init__(W=W, b=b)
        W, b = self.params.values()
        if W.ndim != 2 or b.shape != W.shape[1:]:
            raise ValueError(f"W must have shape (D, M) and b (M,), but W is {W.shape} and b is {b.shape}.")

    def forward(self, x, training=False):
        x = require_float("x", x)
        require_table("x", x, len(self.params["W"]))
        self.x = x
        y = x @ self.params["W"]
        y += self.params["b"]
        return y

    def backward(self, dout):
        """dout: (N, M). Returns dx = dout @ W.T, shape (N, D)."""
        self.backward_params(dout)
        return dout @ self.params["W"].T

    def backward_params(self, dout):
        x = self.kept("x")
        require_shape("dout", dout, (len(x), len(self.params["b"])))
        self.grads["W"] = x.T @ dout
        self.grads["b"] = dout.sum(axis=0)


class Relu(Layer):
    """max(0, x), for any shape. At exactly 0 the slope is taken as 0."""

    def forward(self, x, training=False):
        x = require_float("x", x)
        y = relu(x) if x.ndim < 4 else _relu_of_images(x)
        self.positive = y > 0
        return y

    def backward(self, dout):
        """dout: the shape of x. Returns dx: dout where x was positive, else 0, in a new array."""
        positive = self.kept("positive")
        require_shape("dout", dout, positive.shape)
        return dout * positive


def _relu_of_images(x):
    """relu(x) in half the time: NumPy's maximum is slower beside the number 0 than beside an array of zeros.

    The zeros for one step along the axis that is outermost in memory are enough, for all others NumPy repeats them.
    """
    outermost = int(np.argmax(x.strides))
    return np.maximum(x, np.zeros_like(x[(slice(None),) * outermost + (slice(1),)]))


class Sigmoid(Layer):
    """1 / (1 + exp(-x)), for any shape; its slope is y (1 - y)."""

    def forward(self, x, training=False):
        self.y = sigmoid(require_float("x", x))
        return self.y.copy()  # backward needs ours as it is, whatever the caller does with theirs

    def backward(self, dout):
        y = self.kept("y")
        require_shape("dout", dout, y.shape)
        return dout * y * (1 - y)


class Tanh(Layer):
    """The hyperbolic tangent, for any shape; its slope is 1 - y²."""

    def forward(self, x, training=False):
        self.y = tanh(require_float("x", x))
        return self.y.copy()

    def backward(self, dout):
        y = self.kept("y")
        require_shape("dout", dout, y.shape)
        return dout * (1 - y**2)


class Dropout(Layer):
    """While training, a random share of the numbers is set to 0 and the others are divided by what is left of 1.

    ratio: the share that is dropped, 0 ≤ ratio < 1. rng: numpy.random.Generator that draws the mask, or a seed (a new one
    unless given). Dividing by 1 - ratio keeps each number's mean, so at prediction nothing is left to do ("inverted" dropout).
    Source: Srivastava et al., Dropout, 2014; Goodfellow, Bengio, Courville, Deep Learning, section 7.12.
    """

    def __init__(self, ratio=0.5, rng=None):
        super().__init__()
        if not is_number(ratio) or not 0 <= ratio < 1:
            raise ValueError(f"ratio is the share that is dropped, from 0 to less than 1, not {ratio!r}.")
        self.ratio, self.rng = float(ratio), np.random.default_rng(rng)

    def forward(self, x, training=False):
        x = require_float("x", x)
        self.mask = np.ones(x.shape, x.dtype)
        if not training:
            return x.copy()
        self.mask[self.rng.random(x.shape, np.float32) < self.ratio] = 0
        self.mask /= 1 - self.ratio
        return x * self.mask

    def backward(self, dout):
        """dout: the shape of x. Returns dx: what was dropped gets 0, the others are scaled as on the way forward."""
        mask = self.kept("mask")
        require_shape("dout", dout, mask.shape)
        return dout * mask


class Flatten(Layer):
    """(N, C, H, W) to (N, C·H·W), and back again on the way back."""

    def forward(self, x, training=False):
        x = require_float("x", x)
        self.shape, self.order = x.shape, np.argsort(x.strides, kind="stable")[::-1]  # the axes as they lie in memory
        y = x.reshape(len(x), math.prod(x.shape[1:]))
        return y.copy() if np.may_share_memory(x, y) else y  # a view would let the caller change x

    def backward(self, dout):
        """dout: (N, C·H·W). Returns dx in a new array, which lies in memory as x did: so the layer before reads it in order."""
        shape = self.kept("shape")
        require_shape("dout", dout, (shape[0], math.prod(shape[1:])))
        dx = np.empty([shape[axis] for axis in self.order], dout.dtype).transpose(np.argsort(self.order))
        dx[...] = dout.reshape(shape)
        return dx


class SoftmaxWithLoss(Layer):
    """Softmax and mean cross-entropy in one layer: together their slope is (y - t) / N."""

    def forward(self, scores, t):
        """scores: (N, K). t: integer labels (N,) or one-hot (N, K). Returns the loss, a float, in nats."""
        scores = require_float("scores", scores)
        if scores.ndim != 2:
            raise ValueError(f"scores must have shape (N, K), one row a sample, but they have shape {scores.shape}.")
        self.t = np.array(labels_of(t, *scores.shape))  # a copy: the caller may change theirs before backward
        wide = at_least_float32(scores)
        shifted = wide - wide.max(axis=1, keepdims=True)
        powers = np.exp(shifted)
        sums = powers.sum(axis=1, keepdims=True)
        self.y = powers / sums  # softmax(scores)
        if wide is not scores:
            self.y = self.y.astype(scores.dtype)
        # log(y) from the scores themselves: a probability that rounds to 0 would give log(0).
        return float(np.sum(np.log(sums[:, 0]) - shifted[np.arange(len(scores)), self.t]) / len(scores))

    def backward(self, dout=1.0):
        """Returns the slope by the scores, (N, K), in a new array. dout: the slope by the loss, a number."""
        dscores = self.kept("y").copy()
        dscores[np.arange(len(dscores)), self.t] -= 1
        dscores *= dout / len(dscores)
        return dscores


class SquaredErrorWithLoss(Layer):
    """Half the squared error, summed over the K outputs, mean over the N samples; its slope is (y - t) / N."""

    def forward(self, scores, t):
        """scores: (N, K). t: targets (N, K), or integer labels (N,), which become one-hot. Returns a float."""
        scores, t = require_float("scores", scores), np.asarray(t)
        if scores.ndim == 2 and scores.shape[1] > 1 and t.ndim == 1 and t.dtype.kind in "iu":
            t = one_hot(labels_of(t, *scores.shape), scores.shape[1])
        if scores.ndim != 2 or t.shape != scores.shape:
            raise ValueError(
                f"scores must have shape (N, K) and targets the same or, as class numbers, (N,); they are "
                f"{scores.shape} and {t.shape}. Usual cause: targets (N,) against scores (N, 1); use t[:, None]."
            )
        if t.dtype.kind not in "iufb":
            raise TypeError(
                f"targets must be numbers, but their dtype is {t.dtype}. Usual cause: read as text; use t.astype(float)."
            )
        if len(scores) == 0:
            raise ValueError("there are no samples: scores have length 0.")
        self.difference = scores - t.astype(scores.dtype)
        return float(np.sum(at_least_float32(self.difference) ** 2) / 2 / len(scores))

    def backward(self, dout=1.0):
        """Returns the slope by the scores, (N, K). dout: the slope by the loss, a number."""
        return self.kept("difference") * (float(dout) / len(self.difference))
