"""Convolution and pooling of images (N, C, H, W), forward and backward.

What the field calls convolution is cross-correlation: the kernel is not turned round. ``im2col`` and ``col2im`` show the
classic way, one product with all receptive fields; the layers use faster ones (shifts, winograd), with equal results.
Source: Goodfellow, Bengio, Courville, Deep Learning, sections 9.1 to 9.3; the derivations are in lessons 12 and 13.
"""

import numpy as np

from helpers.checks import require_float, require_shape, require_whole
from helpers.fast.shifts import Columns, Shifts, images, output_size, pixels_first, taps
from helpers.fast.winograd import Winograd
from helpers.layers import Layer


def im2col(x, filter_h, filter_w, stride=1, pad=0):
    """Each receptive field as one row.

    x: images (N, C, H, W). Returns (N·OH·OW, C·FH·FW): rows ordered by image, then output row, then output column;
    in a row all of channel 0's field comes first. Convolution is then ``cols @ W.reshape(FN, -1).T + b``.
    """
    x = _require_images(x)
    N, C, *size = x.shape
    kernel, stride, pad = (filter_h, filter_w), _pair("stride", stride, 1), _pair("pad", pad, 0)
    out = _require_room(size, kernel, stride, pad)
    fields = np.zeros((N, C, *kernel, *out), x.dtype)  # what stays 0 is the padding
    for (i, j), (rows, columns), met in taps(size, kernel, stride, pad):
        fields[:, :, i, j, rows, columns] = x[:, :, *met]
    return fields.transpose(0, 4, 5, 1, 2, 3).reshape(N * out[0] * out[1], -1)


def col2im(cols, x_shape, filter_h, filter_w, stride=1, pad=0):
    """The way back of im2col: each number is added to the pixel that it came from.

    cols: (N·OH·OW, C·FH·FW). x_shape: (N, C, H, W). Returns an array of that shape. It is the adjoint of im2col and not its
    inverse: <im2col(x), q> = <x, col2im(q)>, and a pixel that was in four fields comes back four times.
    """
    N, C, *size = x_shape
    kernel, stride, pad = (filter_h, filter_w), _pair("stride", stride, 1), _pair("pad", pad, 0)
    out = _require_room(size, kernel, stride, pad)
    require_shape("cols", cols, (N * out[0] * out[1], C * filter_h * filter_w))
    fields = cols.reshape(N, *out, C, *kernel).transpose(0, 3, 4, 5, 1, 2)
    x = np.zeros(x_shape, cols.dtype)
    for (i, j), (rows, columns), met in taps(size, kernel, stride, pad):
        x[:, :, *met] += fields[:, :, i, j, rows, columns]
    return x


class Convolution(Layer):
    """Slide FN filters over images.

    W: (FN, C, FH, FW). b: (FN,). stride, pad: whole numbers, or pairs (height, width). x: (N, C, H, W).
    y: (N, FN, OH, OW) with OH = (H + 2·pad - FH) // stride + 1, and OW likewise.
    """

    def __init__(self, W, b, stride=1, pad=0):
        super().__init__(W=W, b=b)
        W, b = self.params.values()
        if W.ndim != 4 or b.shape != W.shape[:1]:
            raise ValueError(f"W must have shape (FN, C, FH, FW) and b (FN,), but W is {W.shape} and b is {b.shape}.")
        self.stride, self.pad = _pair("stride", stride, 1), _pair("pad", pad, 0)

    def forward(self, x, training=False):
        W, b = self.params.values()
        x = _require_images(x, W.shape[1])
        self.out = len(x), len(b), *_require_room(x.shape[2:], W.shape[2:], self.stride, self.pad)
        self.way = self._fastest(x)
        return self.way.forward(x, W, b)

    def _fastest(self, x):
        """All ways give the same numbers up to rounding. Which one is fastest was measured, the limits are rough."""
        _, C, *kernel = self.params["W"].shape
        if C < 4:
            return Columns(self.stride, self.pad)
        if kernel == [3, 3] and self.stride == (1, 1):
            return Winograd(self.pad)
        return Shifts(self.stride, self.pad)

    def backward(self, dout):
        """dout: (N, FN, OH, OW). Returns dx, (N, C, H, W)."""
        return self._backward(dout, True)

    def backward_params(self, dout):
        self._backward(dout, False)

    def _backward(self, dout, need_dx):
        way = self.kept("way")
        require_shape("dout", dout, self.out)
        self.grads["W"], self.grads["b"], dx = way.backward(dout, need_dx)
        return dx


class Pooling(Layer):
    """What the two poolings share. pool_h, pool_w: the window. stride: as large as the window unless given. pad: as above.

    x: (N, C, H, W). y: (N, C, OH, OW), sizes as for Convolution.
    """

    def __init__(self, pool_h, pool_w, stride=None, pad=0):
        super().__init__()
        self.pool = _pair("pool_h, pool_w", (pool_h, pool_w), 1)
        self.stride, self.pad = self.pool if stride is None else _pair("stride", stride, 1), _pair("pad", pad, 0)
        self.overlapping = any(s < k for s, k in zip(self.stride, self.pool, strict=True))
        if any(p >= k for p, k in zip(self.pad, self.pool, strict=True)):
            raise ValueError(f"pad {self.pad} must be smaller than the window {self.pool}: some would hold no pixel.")

    def _start(self, x):
        """x as (H, W, N, C), and an uninitialized array for the output."""
        x = pixels_first(_require_images(x))
        out = _require_room(x.shape[:2], self.pool, self.stride, self.pad)
        self.shape, self.out, self.taps = x.shape, out, list(taps(x.shape[:2], self.pool, self.stride, self.pad))
        return x, np.empty((*out, *x.shape[2:]), x.dtype)

    def _start_back(self, dout):
        out = self.kept("out")
        require_shape("dout", dout, (*self.shape[2:], *out))
        return pixels_first(dout), np.zeros(self.shape, dout.dtype)


class MaxPooling(Pooling):
    """The largest number in each window. Padding counts as minus infinity: it never wins."""

    def forward(self, x, training=False):
        x, y = self._start(x)
        y[:] = -np.inf
        for _, reached, met in self.taps:
            np.maximum(y[reached], x[met], out=y[reached])
        self.winners, waiting = [], np.ones(y.shape, bool)  # windows that have not found their winner yet
        for _, reached, met in self.taps:
            won = (x[met] == y[reached]) & waiting[reached]
            waiting[reached] ^= won
            self.winners.append(won)
        return images(y)

    def backward(self, dout):
        """dout: (N, C, OH, OW). Returns dx, (N, C, H, W): each number goes to the first winner of its window, and once."""
        dout, dx = self._start_back(dout)
        for won, (_, reached, met) in zip(self.winners, self.taps, strict=True):
            if self.overlapping:  # a pixel may have won in several windows
                dx[met] += dout[reached] * won
            else:
                np.multiply(dout[reached], won, out=dx[met])
        return images(dx)


class AveragePooling(Pooling):
    """The mean of each window. Padding counts as zeros: the sum is always divided by pool_h · pool_w."""

    def forward(self, x, training=False):
        x, y = self._start(x)
        y[:] = 0
        for _, reached, met in self.taps:
            y[reached] += x[met]
        y /= self.pool[0] * self.pool[1]
        return images(y)

    def backward(self, dout):
        """dout: (N, C, OH, OW). Returns dx, (N, C, H, W)."""
        dout, dx = self._start_back(dout)
        dout = dout / (self.pool[0] * self.pool[1])
        for _, reached, met in self.taps:
            dx[met] += dout[reached]
        return images(dx)


def _pair(name, value, least):
    """(height, width) from one whole number for both, or from two."""
    value = (value, value) if np.ndim(value) == 0 else tuple(value)
    if len(value) != 2:
        raise ValueError(f"{name} must be one whole number or two, (height, width), not {value}.")
    return require_whole(name, value[0], least), require_whole(name, value[1], least)


def _require_room(size, kernel, stride, pad):
    """The output's (height, width); ValueError when the kernel is larger than the padded image."""
    if any(k > n + 2 * p for n, k, p in zip(size, kernel, pad, strict=True)):
        raise ValueError(
            f"a window of {tuple(kernel)} does not fit into images of {tuple(size)} with padding {pad}. Usual cause: "
            f"too many layers that shrink the image, or images that are not (N, C, H, W)."
        )
    return output_size(size, kernel, stride, pad)


def _require_images(x, channels=None):
    """x as a float array (N, C, H, W), or a TypeError or ValueError with the usual cause."""
    x = require_float("x", x)
    expected = f"(N, {channels or 'C'}, H, W)"
    if x.ndim == 4 and channels in (None, x.shape[1]):
        return x
    cause = "Usual cause: the channels of two neighbouring layers do not fit, or the data set is another one."
    if x.ndim == 4 and x.shape[3] == channels:
        cause = "This looks like (N, H, W, C): use x.transpose(0, 3, 1, 2)."
    if x.ndim == 3:
        cause = "A single image (C, H, W): use x[None]. Images without a channel axis (N, H, W): use x[:, None]."
    if x.ndim == 2:
        cause = "This looks like a table: load the data with flatten=False, or use x.reshape(N, C, H, W)."
    raise ValueError(f"images are {expected}, but x has shape {x.shape}. {cause}")
