"""Layers: each a forward step and, from the chain rule, a backward step.

N samples stand in the rows of a table (N, D). ``forward`` keeps what ``backward`` needs, and neither changes
an array it was given: the same array may be in use elsewhere (at a fan-out it is).
Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.5; the derivations are in lesson 08.
"""

import copy
import math

import numpy as np

from helpers.checks import labels_of, require_float, require_shape, require_table
from helpers.functions import one_hot, relu, sigmoid, tanh


class Layer:
    """What all layers share. ``params`` and ``grads`` have the same keys, none where nothing is learned."""

    def __init__(self, **params):
        self.params = {name: require_float(name, value) for name, value in params.items()}
        self.grads = {name: np.zeros_like(value) for name, value in self.params.items()}

    def forward(self, x, training=False):
        """Return the output for x, and keep what backward needs."""
        raise NotImplementedError

    def backward(self, dout):
        """From the loss's slope by the output, dout, fill grads and return the slope by the input, dx."""
        raise NotImplementedError

    def backward_params(self, dout):
        """Fill grads only. A network's first layer needs no dx, and for Affine that is half of the work."""
        self.backward(dout)

    def twin(self, training=False):
        """A layer with the same params that keeps everything else for itself: for a piece of the batch on another thread."""
        twin = copy.copy(self)
        twin.grads = {name: np.zeros_like(value) for name, value in self.params.items()}
        return twin

    def kept(self, name):
        """What forward kept under this name; a clear error when there was no forward yet."""
        if name not in self.__dict__:
            raise RuntimeError(f"{type(self).__name__}.backward was called before forward.")
        return self.__dict__[name]

    def astype(self, dtype):
        """Turn the parameters into dtype, for example float64 for a gradient check."""
        self.params = {name: value.astype(dtype) for name, value in self.params.items()}
        self.grads = {name: value.astype(dtype) for name, value in self.grads.items()}


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
        y = relu(require_float("x", x))
        self.positive = y > 0
        return y

    def backward(self, dout):
        """dout: the shape of x. Returns dx: dout where x was positive, else 0, in a new array."""
        positive = self.kept("positive")
        require_shape("dout", dout, positive.shape)
        return dout * positive


class Sigmoid(Layer):
    """1 / (1 + exp(-x)), for any shape; its slope is y (1 - y)."""

    def forward(self, x, training=False):
        self.y = sigmoid(require_float("x", x))
        return self.y

    def backward(self, dout):
        y = self.kept("y")
        require_shape("dout", dout, y.shape)
        return dout * y * (1 - y)


class Tanh(Layer):
    """The hyperbolic tangent, for any shape; its slope is 1 - y²."""

    def forward(self, x, training=False):
        self.y = tanh(require_float("x", x))
        return self.y

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
        if not 0 <= ratio < 1:
            raise ValueError(f"ratio is the share that is dropped, from 0 to less than 1, not {ratio}.")
        self.ratio, self.rng = float(ratio), np.random.default_rng(rng)

    def forward(self, x, training=False):
        x = require_float("x", x)
        self.mask = np.ones(x.shape, x.dtype)
        if not training:
            return x
        self.mask[self.rng.random(x.shape, np.float32) < self.ratio] = 0
        self.mask /= 1 - self.ratio
        return x * self.mask

    def backward(self, dout):
        """dout: the shape of x. Returns dx: what was dropped gets 0, the others are scaled as on the way forward."""
        mask = self.kept("mask")
        require_shape("dout", dout, mask.shape)
        return dout * mask

    def twin(self, training=False):
        """As for all layers. For training it has a generator of its own: two threads must not draw from the same one."""
        twin = super().twin()
        if training:
            twin.rng = self.rng.spawn(1)[0]
        return twin


class Flatten(Layer):
    """(N, C, H, W) to (N, C·H·W), and back again on the way back."""

    def forward(self, x, training=False):
        self.shape = require_float("x", x).shape
        return x.reshape(len(x), math.prod(self.shape[1:]))

    def backward(self, dout):
        return dout.reshape(self.kept("shape"))


class SoftmaxWithLoss(Layer):
    """Softmax and mean cross-entropy in one layer: together their slope is (y - t) / N."""

    def forward(self, scores, t):
        """scores: (N, K). t: integer labels (N,) or one-hot (N, K). Returns the loss, a float, in nats."""
        scores = require_float("scores", scores)
        if scores.ndim != 2:
            raise ValueError(f"scores must have shape (N, K), one row a sample, but they have shape {scores.shape}.")
        self.t = labels_of(t, *scores.shape)
        shifted = scores - scores.max(axis=1, keepdims=True)
        powers = np.exp(shifted)
        sums = powers.sum(axis=1, keepdims=True)
        self.y = powers / sums  # softmax(scores)
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
        self.difference = scores - t.astype(scores.dtype)
        return float(np.sum(self.difference**2) / 2 / len(scores))

    def backward(self, dout=1.0):
        """Returns the slope by the scores, (N, K). dout: the slope by the loss, a number."""
        return self.kept("difference") * (float(dout) / len(self.difference))
