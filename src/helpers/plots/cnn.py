"""Figures of lesson 13: the way back through a convolution, pooling forward and backward, and shifted digits."""

from itertools import cycle

import numpy as np

from helpers.convolution import AveragePooling, MaxPooling
from helpers.plots import ink
from helpers.plots.base import new_figure, styled
from helpers.plots.grids import Grid, correlated, equation, mask, written
from helpers.plots.ink import COLOURS, DARK

# Windows are told apart by colour and by dashes.
WINDOWS = (("blue", "-"), ("orange", (0, (4, 1.5))), ("green", (0, (1, 1))), ("pink", (0, (5, 1.5, 1, 1.5))))
LOOKS = (("blue", "-", "o"), ("orange", "-", "s"), ("blue", "--", "D"), ("orange", "--", "^"), ("green", ":", "v"))


@styled
def pixel_slope(W, dout, row, column):
    """The slope by the pixel at (row, column): the outputs that used it, the kernel's entry in each, framed alike, and the sum.

    W (FH, FW), dout (OH, OW): whole numbers; stride 1, no padding.
    """
    W, dout = np.asarray(W), np.asarray(dout)
    size = tuple(n + k - 1 for n, k in zip(dout.shape, W.shape, strict=True))
    terms, frames, used, met = [], ([], [], []), [], []
    dx = correlated(np.pad(dout, [(n - 1,) for n in W.shape]), W[::-1, ::-1])  # each output's slope, through the turned kernel
    for i, j in np.ndindex(dout.shape):
        u, v = row - i, column - j
        if 0 <= u < W.shape[0] and 0 <= v < W.shape[1]:
            colour, dashes = WINDOWS[len(terms) % 4]
            inset = 0.07 + 0.1 * (len(terms) % 4)  # no two windows' sides lie on one line
            look = ink.text(colour), dashes
            frames[0].append((i + inset, j + inset, W.shape[0] - 2 * inset, W.shape[1] - 2 * inset, *look))
            frames[1].append((i + 0.08, j + 0.08, 0.84, 0.84, *look))
            frames[2].append((u + 0.08, v + 0.08, 0.84, 0.84, *look))
            used.append((i, j))
            met.append((u, v))
            terms.append(f"{ink.factor(dout[i, j])}·{ink.factor(W[u, v])}")
    pixel, names = mask(size, (row, column)), np.full(size, "·", dtype=object)
    names[row, column] = "x"
    first = f"The pixel at ({row}, {column}) lies in {len(terms)} window{'s' * (len(terms) != 1)} (framed)"
    detail = f"dx there: {' + '.join(terms)} = {written(dx[row, column])}"
    parts = [
        Grid(names, "grey", f"x {size}: one pixel", marked=pixel, frames=frames[0]),
        Grid(dout, "grey", f"dout {dout.shape}", marked=mask(dout.shape, *used), frames=frames[1]),
        Grid(W, "grey", f"kernel {W.shape}", marked=mask(W.shape, *met), frames=frames[2]),
        "→",
        Grid(dx, "pink", f"dx {size}", marked=pixel),
    ]
    return equation(parts, first, detail)[0].saying(f"{first}. {detail}.")


@styled
def pooling_at(x, dout, kind="max", stride=2, window=1):
    """2×2 pooling forward and backward: one window, its output, and where the slopes go.

    x: (H, W), whole numbers. dout: as large as the output may be, multiples of 4; its upper left part is used. kind: "max" or
    "average". window: 1 for the first; beyond the last it stays there.
    """
    x = np.asarray(x)
    layer = {"max": MaxPooling, "average": AveragePooling}[kind](2, 2, stride)
    y = layer.forward(x[None, None].astype(float))[0, 0]
    out = y.shape
    dout = np.asarray(dout)[: out[0], : out[1]]
    dx = layer.backward(dout[None, None].astype(float))[0, 0].astype(int)
    y = np.vectorize(ink.short, otypes=[object])(y)
    window = min(window, y.size)
    i, j = divmod(window - 1, out[1])
    marked, one = mask(x.shape, np.s_[i * stride : i * stride + 2, j * stride : j * stride + 2]), mask(out, (i, j))
    what = "largest" if kind == "max" else "mean"
    first = f"Window {window} of {y.size}: {', '.join(map(str, x[marked]))}; the {what} is {y[i, j]}"
    tie = "the first of the largest" if np.sum(x[marked] == x[marked].max()) > 1 else "the largest"
    goes = f"goes to {tie}" if kind == "max" else f"is shared: {dout[i, j] // 4} to each of the four"
    detail = f"Its slope {dout[i, j]} {goes}{'; slopes of overlapping windows add' if stride == 1 else ''}"
    framed = [((i * stride, j * stride, 2, 2, DARK, dashes),) for dashes in ("-", (0, (3, 1.5)))]
    room = 3 - out[1] + 1.6  # nothing moves when the stride changes
    parts = [
        Grid(x, "blue", f"forward: x {x.shape}", marked=marked, frames=framed[0]),
        "→",
        Grid(y, "green", f"y {out}", marked=one, after=room),
        Grid(dout, "orange", f"back: dout {out}", marked=one, after=room),
        "→",
        Grid(dx, "pink", f"dx {x.shape}", marked=marked, frames=framed[1]),
    ]
    said = f"{kind} pooling, stride {stride}. {first}. {detail}. dx is {dx.tolist()}."
    return equation(parts, first, detail)[0].saying(said)


@styled
def shift_curves(shifts, curves, chance=0.1):
    """Accuracy against how far pictures are moved. curves: {name: (runs, len(shifts))}, shares; a line through the means."""
    (figure, axes), said = new_figure(7.0, 3.4), []
    for (name, runs), (colour, style, mark) in zip(curves.items(), cycle(LOOKS), strict=False):
        runs = np.asarray(runs)
        mean = runs.mean(axis=0)
        axes.fill_between(shifts, runs.min(axis=0), runs.max(axis=0), color=COLOURS[colour], alpha=0.15, linewidth=0)
        axes.plot(shifts, mean, style, marker=mark, color=COLOURS[colour], label=name)
        more = [f"{shift}" for shift, value in zip(shifts, mean, strict=True) if value > 0.5]
        said.append(f"{' '.join(name.split())} {'at ' + ', '.join(more) if more else 'nowhere'}")
    axes.axhline(chance, color=COLOURS["grey"], linewidth=1, linestyle=":")
    axes.text(shifts[0], chance + 0.015, "guessing", fontsize=9, color=ink.text("grey"))
    axes.set(xlabel="moved by so many pixels", ylabel="share read correctly", ylim=(0, 1.03), xticks=shifts)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), fontsize=9)
    moves = f"Share read correctly for pictures moved by {', '.join(map(str, shifts))} pixels"
    return figure.saying(f"{moves}. More than half is read by: {'; '.join(said)}.")
