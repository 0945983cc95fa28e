"""Convolution and pooling of images (N, C, H, W), forward and backward.

What the field calls convolution is cross-correlation: the kernel is not turned round. Each layer's work is written down here
in the classic way: ``im2col`` lays out all receptive fields, and one product, maximum or mean deals with them. That is the
way to read. The layers themselves take a faster one (helpers.fast) whose results are equal up to rounding; ``fast = False``
makes a layer take the way that stands here.
Source: Goodfellow, Bengio, Courville, Deep Learning, sections 9.1 to 9.3; the derivations are in lessons 12 and 13.
"""

import numpy as np

from helpers.checks import output_size, pair, require_images, require_shape
from helpers.fast import Maxima, Means, fastest
from helpers.fast.shifts import images
from helpers.layers import Layer


def im2col(x, filter_h, filter_w, stride=1, pad=0):
    """Each receptive field as one row.

    x: images (N, C, H, W). Returns (N·OH·OW, C·FH·FW): rows ordered by image, then output row, then output column;
    in a row all of channel 0's field comes first. Convolution is then ``cols @ W.reshape(FN, -1).T + b``.
    """
    x, kernel, stride, pad = require_images(x), (filter_h, filter_w), pair("stride", stride, 1), pair("pad", pad, 0)
    N, C, *size = x.shape
    OH, OW = output_size(size, kernel, stride, pad)
    padded = _padded(x, pad)
    fields = np.empty((N, C, *kernel, OH, OW), x.dtype)
    for i, j in np.ndindex(kernel):  # where kernel entry (i, j) lies, for all fields at once
        fields[:, :, i, j] = padded[:, :, *_met(i, j, stride, (OH, OW))]
    return fields.transpose(0, 4, 5, 1, 2, 3).reshape(N * OH * OW, C * filter_h * filter_w)


def col2im(cols, x_shape, filter_h, filter_w, stride=1, pad=0):
    """The way back of im2col: each number is added to the pixel that it came from.

    cols: (N·OH·OW, C·FH·FW). x_shape: (N, C, H, W). Returns an array of that shape. It is the adjoint of im2col and not its
    inverse: <im2col(x), q> = <x, col2im(q)>, and a pixel that was in four fields comes back four times.
    """
    (N, C, *size), kernel = x_shape, (filter_h, filter_w)
    stride, pad = pair("stride", stride, 1), pair("pad", pad, 0)
    OH, OW = output_size(size, kernel, stride, pad)
    require_shape("cols", cols, (N * OH * OW, C * filter_h * filter_w))
    fields = cols.reshape(N, OH, OW, C, *kernel).transpose(0, 3, 4, 5, 1, 2)
    padded = _padded(np.zeros(x_shape, cols.dtype), pad)
    for i, j in np.ndindex(kernel):
        padded[:, :, *_met(i, j, stride, (OH, OW))] += fields[:, :, i, j]
    return _without(padded, pad)


def _met(i, j, stride, out):
    """The padded pixels that kernel entry (i, j) meets: one for each place of the kernel, a stride apart."""
    return tuple(slice(start, start + s * (n - 1) + 1, s) for start, s, n in zip((i, j), stride, out, strict=True))


def _padded(x, pad, value=0):
    return np.pad(x, [(0, 0), (0, 0), (pad[0], pad[0]), (pad[1], pad[1])], constant_values=value)


def _without(padded, pad):
    return padded[:, :, pad[0] : padded.shape[2] - pad[0], pad[1] : padded.shape[3] - pad[1]]


class OneProduct:
    """Convolution as one product with all receptive fields. stride, pad: pairs (height, width)."""

    def __init__(self, stride, pad):
        self.stride, self.pad = stride, pad

    def forward(self, x, W, b):
        """x: (N, C, H, W). W: (FN, C, FH, FW). b: (FN,). Returns (N, FN, OH, OW)."""
        N, (FN, _, *kernel) = len(x), W.shape
        self.x_shape, self.W = x.shape, W
        self.cols = im2col(x, *kernel, self.stride, self.pad)
        y = self.cols @ W.reshape(FN, -1).T + b  # (N·OH·OW, FN)
        return y.reshape(N, *output_size(x.shape[2:], kernel, self.stride, self.pad), FN).transpose(0, 3, 1, 2)

    def backward(self, dout, need_dx=True):
        """dout: (N, FN, OH, OW). Returns dW (FN, C, FH, FW), db (FN,), and dx (N, C, H, W) or None: Affine's three lines."""
        FN, _, *kernel = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        dW = (dout.T @ self.cols).reshape(self.W.shape)
        db = dout.sum(axis=0)
        dx = col2im(dout @ self.W.reshape(FN, -1), self.x_shape, *kernel, self.stride, self.pad) if need_dx else None
        return dW, db, dx


class Convolution(Layer):
    """Slide FN filters over images.

    W: (FN, C, FH, FW). b: (FN,), or None for no bias, as before a batch normalization, which takes every constant off again.
    stride, pad: whole numbers, or pairs (height, width). x: (N, C, H, W).
    y: (N, FN, OH, OW) with OH = (H + 2·pad - FH) // stride + 1, and OW likewise.
    """

    fast = True

    def __init__(self, W, b, stride=1, pad=0):
        super().__init__(**({"W": W} if b is None else {"W": W, "b": b}))
        W, b = self._params()
        if W.ndim != 4 or b.shape != W.shape[:1]:
            raise ValueError(f"W must have shape (FN, C, FH, FW) and b (FN,), but W is {W.shape} and b is {b.shape}.")
        self.stride, self.pad = pair("stride", stride, 1), pair("pad", pad, 0)

    def _params(self):
        W = self.params["W"]
        return W, self.params["b"] if "b" in self.params else np.zeros(W.shape[:1], W.dtype)

    def forward(self, x, training=False):
        W, b = self._params()
        x = require_images(x, W.shape[1])
        self.out = len(x), len(b), *output_size(x.shape[2:], W.shape[2:], self.stride, self.pad)
        self.way = fastest(W, self.stride, self.pad) if self.fast else OneProduct(self.stride, self.pad)
        return self.way.forward(x, W, b)

    def backward(self, dout):
        """dout: (N, FN, OH, OW). Returns dx, (N, C, H, W)."""
        return self._backward(dout, True)

    def backward_params(self, dout):
        self._backward(dout, False)

    def _backward(self, dout, need_dx):
        way = self.kept("way")
        require_shape("dout", dout, self.out)
        self.grads["W"], db, dx = way.backward(dout, need_dx)
        if "b" in self.params:
            self.grads["b"] = db
        return dx


class Windows:
    """What the two ways of pooling below share. pool, stride, pad: pairs (height, width)."""

    padding = 0

    def __init__(self, pool, stride, pad):
        self.pool, self.stride, self.pad = pool, stride, pad

    def columns(self, x):
        """Each window of each channel as one row, (N·C·OH·OW, PH·PW): im2col of pictures with a single channel."""
        N, C, *size = x.shape
        self.out = N, C, *output_size(size, self.pool, self.stride, self.pad)
        padded = _padded(x.reshape(N * C, 1, *size), self.pad, self.padding)
        self.padded_shape, self.shape = padded.shape, x.shape
        return im2col(padded, *self.pool, self.stride)

    def pixels(self, cols):
        """The way back: (N, C, H, W)."""
        return _without(col2im(cols, self.padded_shape, *self.pool, self.stride), self.pad).reshape(self.shape)


class LargestOfWindows(Windows):
    """Max pooling by arg-max. Padding counts as minus infinity: it never wins."""

    padding = -np.inf

    def forward(self, x):
        """x: (N, C, H, W). Returns (N, C, OH, OW)."""
        cols = self.columns(x)
        self.winners = cols.argmax(axis=1)  # of equal ones the first
        return cols.max(axis=1).reshape(self.out)

    def backward(self, dout):
        """dout: (N, C, OH, OW). Returns dx, (N, C, H, W): each number goes to the winner of its window, the others get 0."""
        cols = np.zeros((dout.size, self.pool[0] * self.pool[1]), dout.dtype)
        cols[np.arange(dout.size), self.winners] = dout.ravel()
        return self.pixels(cols)


class MeanOfWindows(Windows):
    """Average pooling. Padding counts as zeros: the sum is always divided by pool_h · pool_w."""

    def forward(self, x):
        """x: (N, C, H, W). Returns (N, C, OH, OW)."""
        return self.columns(x).mean(axis=1).reshape(self.out)

    def backward(self, dout):
        """dout: (N, C, OH, OW). Returns dx, (N, C, H, W): each pixel of a window gets an equal share."""
        pixels = self.pool[0] * self.pool[1]
        return self.pixels(np.repeat(dout.reshape(-1, 1) / pixels, pixels, axis=1))


class Pooling(Layer):
    """What the two poolings share. pool_h, pool_w: the window. stride: as large as the window unless given. pad: as above.

    x: (N, C, H, W). y: (N, C, OH, OW), sizes as for Convolution.
    """

    fast = True

    def __init__(self, pool_h, pool_w, stride=None, pad=0):
        super().__init__()
        self.pool = pair("pool_h, pool_w", (pool_h, pool_w), 1)
        self.stride, self.pad = self.pool if stride is None else pair("stride", stride, 1), pair("pad", pad, 0)
        if any(p >= k for p, k in zip(self.pad, self.pool, strict=True)):
            raise ValueError(f"pad {self.pad} must be smaller than the window {self.pool}: some would hold no pixel.")

    def forward(self, x, training=False):
        x = require_images(x)
        self.out = *x.shape[:2], *output_size(x.shape[2:], self.pool, self.stride, self.pad)
        self.way = (self.fast_way if self.fast else self.plain_way)(self.pool, self.stride, self.pad)
        return self.way.forward(x)

    def backward(self, dout):
        """dout: (N, C, OH, OW). Returns dx, (N, C, H, W)."""
        way = self.kept("way")
        require_shape("dout", dout, self.out)
        return way.backward(dout)


class MaxPooling(Pooling):
    """The largest number in each window. Padding never wins, and of equal numbers the first one gets the gradient."""

    fast_way, plain_way = Maxima, LargestOfWindows


class AveragePooling(Pooling):
    """The mean of each window. Padding counts as zeros."""

    fast_way, plain_way = Means, MeanOfWindows


class GlobalAveragePooling(Layer):
    """The mean of each channel over its whole image: one number for what was there, wherever it was.

    x: (N, C, H, W). y: (N, C), a table for Affine to read. Source: Lin, Chen, Yan, 2013, arXiv:1312.4400, section 3.2.
    """

    def forward(self, x, training=False):
        x = require_images(x)
        if not x.shape[2] * x.shape[3]:
            raise ValueError(f"images without pixels have no mean: x has shape {x.shape}.")
        self.shape = x.shape
        return x.mean(axis=(2, 3))

    def backward(self, dout):
        """dout: (N, C). Returns dx, (N, C, H, W): each pixel gets an equal share."""
        N, C, H, W = self.kept("shape")
        require_shape("dout", dout, (N, C))
        dx = np.empty((H, W, N, C), dout.dtype)
        dx[...] = dout / (H * W)
        return images(dx)
