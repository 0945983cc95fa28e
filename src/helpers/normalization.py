"""Batch normalization: every feature of a batch is given mean 0 and spread 1, and then the mean and spread that are learned.

Source: Ioffe and Szegedy, 2015, arXiv:1502.03167; Goodfellow, Bengio, Courville, Deep Learning, section 8.7.1.
"""

import numpy as np

from helpers.checks import is_number, require_float, require_images, require_positive, require_shape, require_table
from helpers.fast.shifts import images, pixels_first
from helpers.functions import at_least_float32
from helpers.layer import Layer


class BatchNormalization(Layer):
    """y = gamma · (x - mean) / sqrt(variance + eps) + beta, feature by feature.

    gamma, beta: (C,), the spread and the mean that come out, mostly ones and zeros at the start. x: tables (N, C), each column
    a feature, or images (N, C, H, W), each channel a feature, of which all N·H·W pixels count together. y: as x.
    While training, mean and variance are those of the whole batch, also where it is worked in pieces; the batch must bring
    at least two numbers a feature. At prediction they are ``state["mean"]`` and ``state["variance"]``, running means
    over the batches of training: after each, new = momentum · old + (1 - momentum) · the batch's. So momentum is the
    share of the old, from 0 to less than 1 (PyTorch's is the share of the new: its 0.1 is 0.9 here). The variance is the
    mean of the squared distances, divided by n and not by n - 1, in training and in the running mean; PyTorch's running
    one takes n / (n - 1) times the batch's. eps: keeps the root away from 0.
    """

    meets = True

    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):
        super().__init__(gamma=gamma, beta=beta)
        gamma, beta = self.params.values()
        if gamma.ndim != 1 or not len(gamma) or beta.shape != gamma.shape:
            raise ValueError(f"gamma and beta must both have shape (C,), but gamma is {gamma.shape} and beta is {beta.shape}.")
        if not is_number(momentum) or not 0 <= momentum < 1:
            raise ValueError(f"momentum is the share of the old running mean, from 0 to less than 1, not {momentum!r}.")
        self.momentum, self.eps = float(momentum), require_positive("eps", eps)
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}

    def forward(self, x, training=False):
        gamma, beta = self.params.values()
        x = self._features(x)
        self.shape, self.dtype = x.shape, np.result_type(x, gamma)
        self.rows = self._rows(x)
        self.wide = np.result_type(self.rows, gamma)
        if training:
            own, y = self._centred(self.rows)
            variance = self._statistics(own, y)
        else:
            self.mean, variance = (at_least_float32(value) for value in self.state.values())
            own, y, self.count = self.mean, self.rows - self._along(self.mean), None
        self.inverse = 1 / np.sqrt(variance + self.eps)
        scale = gamma * self.inverse
        # y is x - own so far. The rest is written over it: a new array costs more than the calculation.
        y = np.multiply(y, self._along(scale), out=y if y.dtype == self.wide else None)
        y += self._along(beta + (own.astype(self.wide) - self.mean) * scale)
        return self._back(y)

    def _centred(self, rows):
        """The mean of these rows, feature by feature, and the rows minus it."""
        own = self._sum(rows) / max(1, self._counted(rows))
        return own, rows - self._along(own)

    def _statistics(self, own, centred):
        """The variance of the whole batch, of which this may be a piece, with a mean of its own; keeps the batch's mean."""
        parts = self.meet((self._counted(centred), own, self._sum_of_products(centred, centred)))
        self.count = sum(count for count, _, _ in parts)
        if self.count < 2:
            raise ValueError(
                f"batch normalization learns from at least two numbers a feature, but this batch brings {self.count}: a single "
                f"sample has no spread. Usual cause: the last mini-batch of an epoch, or forward(x, training=True) "
                f"where one sample is to be predicted: use predict(x), or forward(x)."
            )
        self.mean = mean = sum(count * mean for count, mean, _ in parts) / self.count
        # Squared distances from a piece's own mean, and how far that mean is from the mean of all: no small difference
        # of two large sums, as the mean of squares minus the square of the mean would be.
        variance = sum(squares + count * (part - mean) ** 2 for count, part, squares in parts) / self.count
        for name, value in (("mean", mean), ("variance", variance)):
            running = self.state[name]
            running[...] = self.momentum * at_least_float32(running) + (1 - self.momentum) * value
        return variance

    def backward(self, dout):
        """dout: the shape of x. Returns dx; after a forward step without training, that of fixed mean and variance."""
        dout, (slopes, products) = self._sums(dout)
        a = self._along(self.params["gamma"] * self.inverse)
        if not self.count:
            return self._back(dout * a)
        # The short formula: dx = a · (dout - mean of dout - (x - mean) · mean of dout · (x - mean) / (variance + eps)).
        parts = self.meet((slopes, products))
        slopes, products = sum(part for part, _ in parts), sum(part for _, part in parts)
        b = self.inverse**2 * products / self.count
        dx = self.rows * self._along(b)
        np.subtract(dout, dx, out=dx)
        dx += self._along(b * self.mean - slopes / self.count)
        dx *= a
        return self._back(dx)

    def backward_params(self, dout):
        self._sums(dout)

    def _sums(self, dout):
        """Fills grads. Returns dout in rows, and for each feature the sums of dout and of dout · (x - mean)."""
        kept = self.kept("rows")
        require_shape("dout", dout, self.shape)
        rows = self._rows(dout)
        slopes = self._sum(rows)
        products = self._sum_of_products(rows, kept) - self.mean * slopes
        self.grads["gamma"] = (products * self.inverse).astype(self.dtype, copy=False)
        self.grads["beta"] = slopes.astype(self.dtype, copy=False)
        return rows, (slopes, products)

    def backward_by_graph(self, dout):
        """The same as backward, as lesson 07 walks a graph: from node to node. For a whole batch, after forward in training.

        Forward the nodes were: mean; centred = x - mean; squares = centred²; variance = mean of squares;
        root = sqrt(variance + eps); inverse = 1 / root; normalized = centred · inverse; y = gamma · normalized + beta.
        """
        C, n = len(self.params["gamma"]), self.kept("count")
        if n is None:
            raise RuntimeError("the graph is that of training: call forward(x, training=True) before backward_by_graph.")
        require_shape("dout", dout, self.shape)
        mean, inverse = self.mean.astype(self.wide), self.inverse.astype(self.wide)
        dout, centred = self._rows(dout).reshape(-1, C), self.rows.reshape(-1, C) - mean
        normalized = centred * inverse
        self.grads["beta"] = dout.sum(axis=0)
        self.grads["gamma"] = (dout * normalized).sum(axis=0)
        dnormalized = dout * self.params["gamma"]
        dcentred, dinverse = dnormalized * inverse, (dnormalized * centred).sum(axis=0)
        droot = -dinverse * inverse**2  # 1 / root falls by 1 / root²
        dvariance = droot * inverse / 2  # the slope of a square root is 1 / (2 · root)
        dsquares = dvariance / n  # the same for all n of them
        dcentred = dcentred + 2 * centred * dsquares  # centred went two ways: slopes add
        dmean = -dcentred.sum(axis=0)
        return self._back(dcentred + dmean / n)  # and x went two ways

    def _features(self, x):
        x, C = require_float("x", x), len(self.params["gamma"])
        if x.ndim == 4:
            return require_images(x, C)
        require_table("x", x, C)
        return x

    # Images lie in memory as (H, W, N, C). A row is here one of the image's rows in all samples, (W·N·C,): NumPy runs along
    # rows of more than some 10,000 numbers a third faster than along a pixel's, (N·C,). A table's row is simply a sample's.

    def _rows(self, x):
        x = at_least_float32(x)
        if x.ndim == 2:
            return x
        N, C, H, W = x.shape
        return pixels_first(x).reshape(H, W * N * C)

    def _back(self, rows):
        rows = rows.astype(self.dtype, copy=False)
        if len(self.shape) == 2:
            return rows
        N, C, H, W = self.shape
        return images(rows.reshape(H, W, N, C))

    def _counted(self, rows):
        return rows.size // len(self.params["gamma"])

    def _along(self, features):
        """(C,) repeated to the length of a row."""
        return np.tile(features.astype(self.wide), self.shape[3] * self.shape[0] if len(self.shape) == 4 else 1)

    def _sum(self, rows):
        return self._by_feature(np.ones(len(rows), rows.dtype) @ rows)  # as rows.sum(axis=0), in half the time

    def _sum_of_products(self, rows, others):
        return self._by_feature(np.einsum("pk,pk->k", rows, others))

    def _by_feature(self, columns):
        """The sums of a row's numbers, feature by feature, (C,). In float64, as a long sum loses digits in float32."""
        columns = columns.reshape(-1, len(self.params["gamma"]))
        return np.ones(len(columns)) @ columns
