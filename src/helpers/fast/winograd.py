"""Winograd's convolution for 3×3 kernels: 36 products for 4×4 outputs, where plain convolution needs 144.

Between three points there is one parabola: knowing a polynomial's values at enough points is as good as knowing it, and
values of a product are products of values. So images and kernels are turned into values at the six points
0, 1, -1, 2, -2, infinity along each axis (tiles of 6×6 that overlap by two), multiplied, and turned back. Every step is
linear, so the way back is the same walk with transposed matrices.
Sources: Winograd, Arithmetic Complexity of Computations, 1980; Lavin and Gray, arXiv:1509.09308, section 4.
"""

from functools import lru_cache
from itertools import product

import numpy as np

from helpers.fast.shifts import images, pixels_first

# One axis of one tile, y = A ((B x) · (G w)): six inputs x and three weights w make four outputs y.
TILE_B = np.array(
    [
        [4, 0, -5, 0, 1, 0],
        [0, -4, -4, 1, 1, 0],
        [0, 4, -4, -1, 1, 0],
        [0, -2, -1, 2, 1, 0],
        [0, 2, -1, -2, 1, 0],
        [0, 4, 0, -5, 0, 1],
    ]
)
TILE_A = np.array([[1, 1, 1, 1, 1, 0], [0, 1, -1, 2, -2, 0], [0, 1, 1, 4, 4, 0], [0, 1, -1, 8, -8, 1]])
KERNEL_G = np.array([[6, 0, 0], [-4, -4, -4], [-4, 4, -4], [1, 2, 4], [1, -2, 4], [0, 0, 24]]) / 24
BIAS = 1  # the point whose column in A is all ones: what is added there reaches every output once


BLOCK = 8  # outputs a block: the banded matrices of two tiles are small, and wider ones would mostly hold zeros


@lru_cache
def blocks(side, pad, dtype):
    """One axis of an image cut into blocks of tiles, and each block's tile matrices as banded ones.

    Returns tuples (outputs, inputs, T, B, A): a block's outputs and the inputs that they see, as slices, its number of
    tiles, and B (6T, inputs), A (outputs, 6T). Rows of B stand point by point, in each of them the tiles. What would
    lie on padding is cut off from B, what juts out beyond the image from A: nothing is padded or cropped later.
    """
    found, end = [], side + 2 * pad - 2
    for start in range(0, end, BLOCK):
        outputs = min(BLOCK, end - start)
        tiles = -(-outputs // 4)
        B, A = np.zeros((6, tiles, 4 * tiles + 2)), np.zeros((4 * tiles, 6, tiles))
        for tile in range(tiles):
            B[:, tile, 4 * tile : 4 * tile + 6] = TILE_B
            A[4 * tile : 4 * tile + 4, :, tile] = TILE_A
        left = start - pad  # the first input, perhaps on padding
        inputs = slice(*np.clip([left, left + 4 * tiles + 2], 0, side).tolist())
        B = B[:, :, inputs.start - left : inputs.stop - left].reshape(6 * tiles, -1)
        A = A[:outputs].reshape(outputs, 6 * tiles)
        found.append((slice(start, start + outputs), inputs, tiles, B.astype(dtype), A.astype(dtype)))
    return tuple(found)


def both_axes(L, R, x, out=None):
    """The matrix L (P, H) along the height and R (Q, W) along the width of x (H, W, N, C). Returns (P, Q, N, C)."""
    H, W, N, C = x.shape
    y = np.empty((len(L), W, N * C), x.dtype)
    np.matmul(L, x.reshape(H, W, N * C).swapaxes(0, 1), out=y.swapaxes(0, 1))
    if out is None:
        out = np.empty((len(L), len(R), N, C), x.dtype)
    np.matmul(R, y, out=out.reshape(len(L), len(R), N * C))
    return out


class Winograd:
    """3×3 kernels at stride 1, any padding. pad: (height, width).

    Arrays of values at points have the axes (point down, tile down, point across, tile across · image, channel): a point is
    one of the six of its axis, a tile one of the block's tiles along its axis. At each pair of points and for each row of
    tiles the last two axes are a matrix, so one matmul makes all products.
    """

    def __init__(self, pad):
        self.pad = pad

    def forward(self, x, W, b):
        """x: (N, C, H, W). W: (FN, C, 3, 3). b: (FN,). Returns (N, FN, OH, OW)."""
        x, W = pixels_first(x), np.ascontiguousarray(W.transpose(2, 3, 1, 0))
        (H, Wd, N, C), FN = x.shape, len(b)
        self.G, self.shape = KERNEL_G.astype(W.dtype), x.shape
        self.blocks = list(product(blocks(H, self.pad[0], x.dtype), blocks(Wd, self.pad[1], x.dtype)))
        # The kernel's values: (point down, 1, point across, C, FN). The 1 lets one kernel serve all rows of tiles.
        self.U, self.V = both_axes(self.G, self.G, W)[:, None], []
        out = H + 2 * self.pad[0] - 2, Wd + 2 * self.pad[1] - 2
        y = np.empty((*out, N, FN), np.result_type(x, W))
        for (rows, in_rows, tall, B, A), (columns, in_columns, wide, B2, A2) in self.blocks:
            # The image's values: (point down, tile down, point across, tile across · image, C).
            V = both_axes(B, B2, x[in_rows, in_columns]).reshape(6, tall, 6, wide * N, C)
            M = V @ self.U  # the products' values: the same axes, FN in place of C
            M[BIAS, :, BIAS] += b
            both_axes(A, A2, M.reshape(6 * tall, 6 * wide, N, FN), out=y[rows, columns])
            self.V.append(V)
        return images(y)

    def backward(self, dout, need_dx=True):
        """dout: (N, FN, OH, OW). Returns dW (FN, C, 3, 3), db (FN,), and dx (N, C, H, W) or None."""
        dy, (_, _, N, C) = pixels_first(dout), self.shape
        FN = dy.shape[3]
        Ut = np.ascontiguousarray(self.U.swapaxes(-1, -2))  # (point down, 1, point across, FN, C)
        dU, db, dx = 0, 0, np.zeros(self.shape, dy.dtype) if need_dx else None
        for V, block in zip(self.V, self.blocks, strict=True):
            (rows, in_rows, tall, B, A), (columns, in_columns, wide, B2, A2) = block
            # Slopes by M: (point down, tile down, point across, tile across · image, FN).
            dM = both_axes(A.T, A2.T, dy[rows, columns]).reshape(6, tall, 6, wide * N, FN)
            dU = dU + (V.swapaxes(-1, -2) @ dM).sum(axis=1)  # summed over the rows of tiles: (6, 6, C, FN)
            db = db + dM[BIAS, :, BIAS].sum(axis=(0, 1))
            if need_dx:  # neighbouring blocks overlap by two pixels
                dV = (dM @ Ut).reshape(6 * tall, 6 * wide, N, C)
                dx[in_rows, in_columns] += both_axes(B.T, B2.T, dV)
        dW = both_axes(self.G.T, self.G.T, dU).transpose(3, 2, 0, 1)
        return dW, db, images(dx) if need_dx else None
