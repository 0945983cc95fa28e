"""Figures of lessons 12 and 13: arrays as blocks, a convolution's and those of a whole network."""

import numpy as np
from matplotlib.patches import Polygon, Rectangle

from helpers.plots.base import new_drawing, styled
from helpers.plots.ink import COLOURS, DARK, SMALL

FILLS = (COLOURS["blue"], COLOURS["orange"], COLOURS["sky"], COLOURS["green"], COLOURS["pink"], COLOURS["yellow"])


def _block(axes, x, y, height, width, depth, colour):
    """A box with its front lower left corner at (x, y)."""
    right, high, beyond = x + width, y + height, np.array([0.5 * depth, 0.35 * depth])
    front = [(x, y), (right, y), (right, high), (x, high)]
    roof, side = ([a, a + beyond, b + beyond, b] for a, b in np.array([[(x, high), (right, high)], [(right, y), (right, high)]]))
    for corners, alpha in ((front, 0.25), (roof, 0.45), (side, 0.6)):
        axes.add_patch(Polygon(corners, fc="white", ec="none"))
        axes.add_patch(Polygon(corners, fc=(colour, alpha), ec=DARK, lw=0.9))


def _sides(axes, x, y, height, width, depth, sizes):
    """The sizes (channels, rows, columns) at the sides of a block."""
    channels, rows, columns = sizes
    axes.text(x - 0.15, y + height / 2, rows, ha="right", va="center", size=SMALL)
    axes.text(x + width / 2, y - 0.12, columns, ha="center", va="top", size=SMALL)
    axes.text(x + width + 0.25 * depth + 0.12, y + 0.175 * depth - 0.08, channels, ha="left", va="top", size=SMALL)


@styled
def convolution_blocks(x_shape, W_shape):
    """Batch, filters and output as blocks with their shapes. x_shape: (N, C, H, W). W_shape: (FN, C, FH, FW)."""
    (N, C, H, wide), (FN, _, FH, FW) = x_shape, W_shape
    OH, OW = H - FH + 1, wide - FW + 1
    figure, axes = new_drawing(7.2, 3.15, (0, 21.6), (-2.4, 7.05))
    unit = 3.2 / max(H, wide)
    for at, channels, rows, columns, colour in ((0.8, C, H, wide, "blue"), (15.2, FN, OH, OW, "pink")):
        size = unit * rows, unit * columns, min(2.4, 0.3 + 0.22 * channels)
        for k in reversed(range(min(N, 2))):
            _block(axes, at + 0.45 * k, 0.9 + 1.1 * k, *size, COLOURS[colour])
        _sides(axes, at, 0.9, *size, (channels, rows, columns))
        if N > 2:  # beyond the second block's corner
            corner = at + 0.8 + size[1] + 0.5 * size[2], 2.3 + size[0] + 0.35 * size[2]
            axes.text(*corner, "⋰", ha="center", va="center", size=12)
    size, shown = (max(0.5, unit * FH), max(0.5, unit * FW), min(2.4, 0.3 + 0.22 * C)), min(FN, 3)
    for k in range(shown):
        _block(axes, 9.0, 4.4 - 2.1 * k, *size, COLOURS["green"])
    _sides(axes, 9.0, 4.4, *size, (C, FH, FW))
    if FN > shown:
        axes.text(9.6, -0.75, "⋮", ha="center", va="center", size=12)
    for at, sign in ((7.3, "∗"), (12.9, "→")):
        axes.text(at, 2.6, sign, ha="center", va="center", size=18)
    x, W, y = f"x {tuple(x_shape)}", f"W {tuple(W_shape)}", f"y {N, FN, OH, OW}"
    pictures, filters, maps = f"{N} pictures, {C} channels", f"{FN} filters, {C} channels each", f"{N} pictures, {FN} maps each"
    for at, name, what in ((2.9, x, pictures), (9.9, W, filters), (17.3, y, maps)):
        axes.text(at, -1.6, f"{name}\n{what}", ha="center", va="center", size=SMALL)
    make = f"{N} pictures, {x}, and {FN} filters, {W}, make {y}"
    return figure.saying(f"{make}: each filter is as deep as a picture and makes one map of {OH} × {OW}.")


@styled
def cnn_shapes(stations):
    """A network's arrays for one picture, in a row. stations: (name, shape) pairs, shape (C, H, W) or (M,)."""
    figure, axes = new_drawing(7.2, 2.6, (0, 21.6), (-2.4, 5.4))
    tallest = max((shape[1] for _, shape in stations if len(shape) == 3), default=1)
    room, said = 21.6 / len(stations), []
    for number, (name, shape) in enumerate(stations):
        middle, text, fill = room * (number + 0.5), " × ".join(map(str, shape)), FILLS[number % len(FILLS)]
        if len(shape) == 3:
            side = max(0.35, 2.9 * shape[1] / tallest), max(0.35, 2.9 * shape[2] / tallest)
            depth = min(2.0, 0.25 + 0.08 * shape[0])
            left = middle - (side[1] + 0.5 * depth) / 2
            _block(axes, left, 2.4 - side[0] / 2, *side, depth, fill)
        else:
            height = 0.8 + 4.2 * min(1.0, shape[0] / 100)
            axes.add_patch(Rectangle((middle - 0.2, 2.4 - height / 2), 0.4, height, fc=(fill, 0.4), ec=DARK))
        axes.text(middle, -1.25, f"{name}\n{text}", ha="center", va="center", size=SMALL, linespacing=1.35)
        if number:
            axes.text(room * number, -0.95, "→", ha="center", va="center", size=13)
        said.append(f"{name} {text}".replace("\n", " "))
    return figure.saying(f"The arrays of a network for one picture, from left to right: {', '.join(said)}.")
