"""Convolution as shifted products: each entry of the kernel meets the image once, moved by that entry's place.

Memory: a view (N, C, H, W) of an array that lies in memory as (H, W, N, C). Then a shift is a slice along the first
two axes, every pixel is an (N, C) matrix, and an entry's product with all of them needs no copy and no padding.
Layers hand such views on to each other; an array that lies otherwise is copied once.
"""

import numpy as np

from helpers.checks import output_size

# Freeing a block of nearly 32 MB once teaches Linux's allocator to keep such blocks for the next step, and not to give
# them back and ask for them anew each time, page by page: a third of the time of a deep network's step.
np.empty(31 << 20, np.uint8)


def pixels_first(x):
    """(N, C, H, W) to contiguous (H, W, N, C): no copy when the memory lies so already."""
    return np.ascontiguousarray(x.transpose(2, 3, 0, 1))


def images(x):
    """(H, W, N, C) seen as (N, C, H, W)."""
    return x.transpose(2, 3, 0, 1)


def taps(size, kernel, stride, pad):
    """For each kernel entry: its place (i, j), the outputs that it reaches and the inputs that it meets there.

    All arguments are pairs (height, width). Yields ((i, j), (rows, columns) of the output, (rows, columns) of the input),
    slices. Outputs where the entry lies on the padding are left out: that is all that zero padding needs.
    """
    rows, columns = (
        list(_taps(*axis)) for axis in zip(size, kernel, stride, pad, output_size(size, kernel, stride, pad), strict=True)
    )
    for i, out_rows, in_rows in rows:
        for j, out_columns, in_columns in columns:
            yield (i, j), (out_rows, out_columns), (in_rows, in_columns)


def _taps(size, kernel, stride, pad, outputs):
    for i in range(kernel):  # output o looks at input o * stride + i - pad
        first = max(0, -((i - pad) // stride))
        last = min(outputs - 1, (size - 1 + pad - i) // stride)
        if first <= last:
            start = first * stride + i - pad
            yield i, slice(first, last + 1), slice(start, start + (last - first) * stride + 1, stride)


class Shifts:
    """Any kernel, stride and padding: as many products as the kernel has entries, (N, C) @ (C, FN) at each pixel."""

    def __init__(self, stride, pad):
        self.stride, self.pad = stride, pad

    def forward(self, x, W, b):
        """x: (N, C, H, W). W: (FN, C, FH, FW). b: (FN,). Returns (N, FN, OH, OW)."""
        self.x, self.W = pixels_first(x), W
        size, kernel = x.shape[2:], W.shape[2:]
        self.taps = list(taps(size, kernel, self.stride, self.pad))
        W = np.ascontiguousarray(W.transpose(2, 3, 1, 0))
        y = np.empty((*output_size(size, kernel, self.stride, self.pad), len(x), len(b)), np.result_type(x, W))
        y[:] = b
        for entry, reached, met in self.taps:
            y[reached] += (_rows(self.x[met]) @ W[entry]).reshape(y[reached].shape)
        return images(y)

    def backward(self, dout, need_dx=True):
        """dout: (N, FN, OH, OW). Returns dW (FN, C, FH, FW), db (FN,), and dx (N, C, H, W) or None."""
        dy, x = pixels_first(dout), self.x
        dW = np.zeros(self.W.shape, dy.dtype)
        for entry, reached, met in self.taps:
            dW[:, :, *entry] = (_rows(dy[reached]).swapaxes(1, 2) @ _rows(x[met])).sum(axis=0)
        return dW, dy.sum(axis=(0, 1)).sum(axis=0), self._dx(dy, x.shape) if need_dx else None

    def _dx(self, dy, shape):
        """The products of forward once more, with input and output exchanged."""
        W, dx = np.ascontiguousarray(self.W.transpose(2, 3, 0, 1)), np.zeros(shape, dy.dtype)
        for entry, reached, met in self.taps:
            dx[met] += (_rows(dy[reached]) @ W[entry]).reshape(dx[met].shape)
        return images(dx)


def _rows(x):
    """(H, W, N, C) with one long matrix for each image row: (H, W·N, C)."""
    return x.reshape(len(x), -1, x.shape[3])


class Columns(Shifts):
    """For few channels, where C numbers a product are too few: all C·FH·FW numbers of a receptive field in one product.

    The columns stand (OH, C·FH·FW + 1, OW·N), so that whole rows of pixels are copied; the 1 is for the bias, the
    weight of a column of ones.
    """

    def forward(self, x, W, b):
        """x: (N, C, H, W). W: (FN, C, FH, FW). b: (FN,). Returns (N, FN, OH, OW)."""
        size, kernel, (N, C) = x.shape[2:], W.shape[2:], x.shape[:2]
        self.shape, self.W = (*size, N, C), W
        pixels = np.ascontiguousarray(x.transpose(1, 2, 3, 0))  # (C, H, W, N)
        oh, ow = output_size(size, kernel, self.stride, self.pad)
        self.taps = list(taps(size, kernel, self.stride, self.pad))
        self.columns = np.zeros((oh, W[0].size + 1, ow * N), x.dtype)
        self.columns[:, -1] = 1
        fields = self.columns[:, :-1].reshape(oh, C, *kernel, ow, N)
        for (i, j), (rows, columns), met in self.taps:
            fields[rows, :, i, j, columns] = pixels[:, *met].swapaxes(0, 1)
        weights = np.vstack([W.reshape(len(W), -1).T, b])
        return images((self.columns.swapaxes(1, 2) @ weights).reshape(oh, ow, N, len(b)))

    def backward(self, dout, need_dx=True):
        """dout: (N, FN, OH, OW). Returns dW (FN, C, FH, FW), db (FN,), and dx (N, C, H, W) or None."""
        dy = pixels_first(dout)
        slopes = (self.columns @ _rows(dy)).sum(axis=0)  # (C·FH·FW + 1, FN)
        dx = self._dx(dy, self.shape) if need_dx else None
        return slopes[:-1].T.reshape(self.W.shape), slopes[-1], dx
