"""Pooling from strided views: entry (i, j) of all windows is one slice of the image, so no window is ever laid out.

Memory as for the shifts: a view (N, C, H, W) of an array that lies as (H, W, N, C). stride, pad and pool are pairs.
"""

import numpy as np

from helpers.checks import output_size
from helpers.fast.shifts import images, pixels_first, taps


class _Strided:
    """What the two share."""

    def __init__(self, pool, stride, pad):
        self.pool, self.stride, self.pad = pool, stride, pad

    def _start(self, x):
        """x as (H, W, N, C), and an uninitialized array for the output."""
        x = pixels_first(x)
        self.shape, self.taps = x.shape, list(taps(x.shape[:2], self.pool, self.stride, self.pad))
        return x, np.empty((*output_size(x.shape[:2], self.pool, self.stride, self.pad), *x.shape[2:]), x.dtype)

    def _start_back(self, dout):
        return pixels_first(dout), np.zeros(self.shape, dout.dtype)


class Maxima(_Strided):
    """The largest number in each window; padding never wins."""

    def forward(self, x):
        """x: (N, C, H, W). Returns (N, C, OH, OW)."""
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
        overlapping = any(s < k for s, k in zip(self.stride, self.pool, strict=True))
        for won, (_, reached, met) in zip(self.winners, self.taps, strict=True):
            if overlapping:  # a pixel may have won in several windows
                dx[met] += dout[reached] * won
            else:
                np.multiply(dout[reached], won, out=dx[met])
        return images(dx)


class Means(_Strided):
    """The mean of each window; padding counts as zeros."""

    def forward(self, x):
        """x: (N, C, H, W). Returns (N, C, OH, OW)."""
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
