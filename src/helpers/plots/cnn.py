"""Figures of lesson 13: a network as blocks, the way back through a convolution, pooling, feature maps, shifted digits."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.plots.arrays import _grid, _say, _sheet, _sign
from helpers.plots.base import COLOURS, new_figure, styled
from helpers.plots.convolving import _block, _factor, _frame, _minus

DARK = "#1A1A1A"
FILLS = (COLOURS["blue"], COLOURS["orange"], COLOURS["sky"], COLOURS["green"], COLOURS["pink"], COLOURS["yellow"])


def _texts(numbers):
    """Whole numbers as texts with a true minus sign, in an array of the same shape."""
    return np.vectorize(_minus, otypes=[object])(numbers)


@styled
def cnn_shapes(stations):
    """A network's arrays for one picture, in a row. stations: (name, shape) pairs, shape (C, H, W) or (M,)."""
    figure, axes = new_figure(7.2, 2.9)
    figure.set_layout_engine("none")
    width = 21.6
    axes.set(xlim=(0, width), ylim=(-2.6, 6.1), position=(0, 0, 1, 1), aspect="equal")
    axes.axis("off")
    tallest = max(shape[1] for _, shape in stations if len(shape) == 3)
    room = width / len(stations)
    for number, (name, shape) in enumerate(stations):
        middle = room * (number + 0.5)
        if len(shape) == 3:
            side = max(0.35, 2.9 * shape[1] / tallest), max(0.35, 2.9 * shape[2] / tallest)
            depth = min(2.0, 0.25 + 0.08 * shape[0])
            left = middle - (side[1] + 0.5 * depth) / 2
            _block(axes, left, 2.4 - side[0] / 2, *side, depth, FILLS[number % len(FILLS)])
            text = " × ".join(map(str, shape))
        else:
            height = 0.8 + 4.2 * min(1.0, shape[0] / 100)
            fill = FILLS[number % len(FILLS)], 0.4
            axes.add_patch(Rectangle((middle - 0.2, 2.4 - height / 2), 0.4, height, fc=fill, ec=DARK))
            text = f"{shape[0]}"
        axes.text(middle, -1.25, f"{name}\n{text}", ha="center", va="center", size=9, linespacing=1.35)
        if number:
            axes.text(room * number, -0.95, "→", ha="center", va="center", size=13)
    said = ", ".join(f"{name.replace(chr(10), ' ')} {' × '.join(map(str, shape))}" for name, shape in stations)
    figure.alt = f"The arrays of a network for one picture, from left to right: {said}."
    return figure


@styled
def pixel_slope(W, dout, row, column):
    """The slope by one pixel: the outputs that used it, the kernel's entry in each, and the sum.

    W (FH, FW), dout (OH, OW): whole numbers; stride 1, no padding. row, column: of the pixel.
    """
    W, dout = np.asarray(W), np.asarray(dout)
    size = tuple(n + k - 1 for n, k in zip(dout.shape, W.shape, strict=True))
    used, met, pixel = np.zeros(dout.shape, bool), np.zeros(W.shape, bool), np.zeros(size, bool)
    pixel[row, column] = True
    terms, dx = [], np.zeros(size, dtype=int)
    for i, j in np.ndindex(dout.shape):
        dx[i : i + W.shape[0], j : j + W.shape[1]] += dout[i, j] * W
        u, v = row - i, column - j
        if 0 <= u < W.shape[0] and 0 <= v < W.shape[1]:
            used[i, j] = met[u, v] = True
            terms.append(f"{_factor(dout[i, j])}·{_factor(W[u, v])}")
    tall = max(size[0], W.shape[0])
    figure, axes = _sheet(2 * size[1] + dout.shape[1] + W.shape[1] + 8.6, tall + 4.4)
    middle, at = 1.5 + tall / 2, 0.9
    names = np.full(size, "·", dtype=object)
    names[row, column] = "x"
    _grid(axes, names, at, middle, COLOURS["blue"], f"x {size}: one pixel", marked=pixel)
    for (i, j), style in zip(np.argwhere(used), ("-", (0, (3, 1.5)), (0, (1, 1)), "-."), strict=False):
        shrink = 0.07 * (1 + i + 2 * j)
        top = middle - size[0] / 2 + i + shrink
        _frame(axes, at + j + shrink, top, W.shape[0] - 2 * shrink, W.shape[1] - 2 * shrink, COLOURS["orange"], style)
    at += size[1] + 1.8
    _grid(axes, _texts(dout), at, middle, COLOURS["orange"], f"dout {dout.shape}", marked=used)
    at += dout.shape[1] + 1.6
    _grid(axes, _texts(W), at, middle, COLOURS["green"], f"kernel {W.shape}", marked=met)
    at += W.shape[1] + 1.8
    _sign(axes, at - 0.9, middle, "→")
    _grid(axes, _texts(dx), at, middle, COLOURS["pink"], f"dx {size}", marked=pixel)
    count = len(terms)
    first = f"The pixel at ({row}, {column}) lies in {count} window{'s' * (count != 1)} (framed)"
    detail = f"dx there: {' + '.join(terms)} = {_minus(dx[row, column])}"
    _say(axes, 0.9, tall + 2.6, first, detail)
    figure.alt = f"{first}. {detail}."
    return figure


@styled
def pooling_at(x, dout, kind="max", stride=2, window=1):
    """2×2 pooling forward and backward: one window, its output, and where the slopes go.

    x: (H, W), whole numbers. dout: as large as the output may be, multiples of 4; its upper left part is used. kind: "max" or
    "average". window: 1 for the first; beyond the last it stays there.
    """
    x = np.asarray(x)
    out = tuple((n - 2) // stride + 1 for n in x.shape)
    dout = np.asarray(dout)[: out[0], : out[1]]
    y, dx = np.zeros(out, dtype=object), np.zeros(x.shape, dtype=int)
    for i, j in np.ndindex(out):
        field = np.s_[i * stride : i * stride + 2, j * stride : j * stride + 2]
        if kind == "max":
            u, v = divmod(int(x[field].argmax()), 2)
            y[i, j] = x[field].max()
            dx[i * stride + u, j * stride + v] += dout[i, j]
        else:
            y[i, j] = f"{x[field].mean():g}"
            dx[field] += dout[i, j] // 4
    window = min(window, out[0] * out[1])
    i, j = divmod(window - 1, out[1])
    marked, one = np.zeros(x.shape, bool), np.zeros(out, bool)
    marked[i * stride : i * stride + 2, j * stride : j * stride + 2] = one[i, j] = True
    figure, axes = _sheet(2 * x.shape[1] + 12.6, x.shape[0] + 4.4)
    middle, at = 1.5 + x.shape[0] / 2, 0.9
    parts = ((x, "blue", f"forward: x {x.shape}", marked), (y, "green", f"y {out}", one))
    parts += ((dout, "orange", f"back: dout {out}", one), (dx, "pink", f"dx {x.shape}", marked))
    for number, (values, colour, name, shown) in enumerate(parts):
        if number % 2:
            _sign(axes, at - 0.8, middle, "→")
        _grid(axes, values, at, middle, COLOURS[colour], name, marked=shown)
        if values.shape == x.shape:
            _frame(axes, at + j * stride, middle - x.shape[0] / 2 + i * stride, 2, 2, DARK, "-" if number == 0 else (0, (3, 1.5)))
        at += (4 if number in (0, 3) else 3) + 1.6
    numbers = ", ".join(map(str, x[marked]))
    what = "largest" if kind == "max" else "mean"
    first = f"Window {window} of {out[0] * out[1]}: {numbers}; the {what} is {y[i, j]}"
    tie = "the first of the largest" if np.sum(x[marked] == y[i, j]) > 1 else "the largest"
    goes = f"goes to {tie}" if kind == "max" else f"is shared: {dout[i, j] // 4} to each of the four"
    detail = f"Its slope {dout[i, j]} {goes}"
    detail += "; slopes of overlapping windows add" if stride == 1 else ""
    _say(axes, 0.9, x.shape[0] + 2.6, first, detail)
    figure.alt = f"{kind} pooling, stride {stride}. {first}. {detail}. dx is {dx.tolist()}."
    return figure


@styled
def filters_compared(before, after):
    """Filters before and after training, one column a filter, both rows on one scale. before, after: (FN, FH, FW)."""
    before, after = np.asarray(before), np.asarray(after)
    limit = float(max(np.abs(before).max(), np.abs(after).max()))
    figure, axes = new_figure(7.2, 1.5, 2, len(before), squeeze=False)
    for number, place in enumerate(axes[0]):
        place.set_title(f"{number}", fontsize=8, pad=3)
    for line, filters, name in zip(axes, (before, after), ("before", "after"), strict=True):
        for place, kernel in zip(line, filters, strict=True):
            shown = place.imshow(kernel, cmap="PuOr_r", vmin=-limit, vmax=limit)
            place.axis("off")
        line[0].text(-1, (filters.shape[1] - 1) / 2, name, ha="right", va="center", fontsize=9)
    figure.colorbar(shown, ax=axes, shrink=0.95, aspect=12).ax.tick_params(labelsize=8)
    figure.alt = (
        f"{len(before)} filters of {before.shape[1]} × {before.shape[2]} before (above) and after training (below), "
        f"orange for positive and purple for negative weights."
    )
    return figure


@styled
def through_a_filter(image, kernel, sums, active, pooled, name=""):
    """One picture through one filter: the kernel, the sums, what ReLU leaves, and what pooling keeps. All 2-D arrays."""
    figure, axes = new_figure(7.2, 1.6)  # all in one axes, measured in inches: five would take half as long again
    figure.set_layout_engine("none")
    top = max(1e-6, float(active.max()))
    parts = [(image, f"{name or 'picture'} {image.shape}", None), (kernel, f"filter {kernel.shape}", np.abs(kernel).max())]
    parts += [(sums, f"sums {sums.shape}", np.abs(sums).max()), (active, f"ReLU {active.shape}", top)]
    parts += [(pooled, f"pooled {pooled.shape}", top)]
    for number, (values, title, limit) in enumerate(parts):
        at, limit = 0.07 + 1.44 * number, None if limit is None else max(1e-6, float(limit))
        look = {"vmin": 0, "vmax": 1} if limit is None else {"vmin": -limit, "vmax": limit, "cmap": "PuOr_r"}
        axes.imshow(values, extent=(at, at + 1.26, 0.05, 1.31), aspect="auto", **look)
        axes.text(at + 0.63, 1.36, title, ha="center", va="bottom", size=9)
    axes.add_patch(Rectangle((0.07, 0.05), 1.26, 1.26, fill=False, ec=COLOURS["grey"], lw=0.8))  # where the paper ends
    axes.set(position=(0, 0, 1, 1), xlim=(0, 7.2), ylim=(0, 1.6))
    axes.axis("off")
    left = round(10 * np.mean(active > 0))
    figure.alt = (
        f"{name or 'A picture'} through one filter of {kernel.shape[0]} × {kernel.shape[1]}: its {sums.shape[0]} × "
        f"{sums.shape[1]} sums, what ReLU leaves of them (about {left} of 10), and the {pooled.shape[0]} × {pooled.shape[1]} "
        f"numbers that pooling keeps."
    )
    return figure


@styled
def feature_maps(maps):
    """The maps that a layer's filters make of one picture, each framed and on its own scale. maps: (FN, H, W), not negative."""
    columns = 8
    rows = -(-len(maps) // columns)
    figure, axes = new_figure(7.2, 1.1 * rows, rows, columns, squeeze=False)
    for place in axes.flat:
        place.axis("off")
    for number, (place, values) in enumerate(zip(axes.flat, maps, strict=False)):
        top = max(1e-6, float(values.max()))
        place.imshow(values, vmin=-top, vmax=top, cmap="PuOr_r")  # as in through_a_filter
        height, width = values.shape
        place.add_patch(Rectangle((-0.5, -0.5), width, height, fill=False, ec=COLOURS["grey"], lw=0.8, clip_on=False))
        place.set_title(f"{number}", fontsize=9, pad=3)
    size = " × ".join(map(str, maps.shape[1:]))
    figure.alt = f"{len(maps)} feature maps of {size} of one picture, each on its own scale."
    return figure


@styled
def shift_curves(shifts, curves, chance=0.1):
    """Accuracy against how far pictures are moved. curves: {name: (runs, len(shifts))}, shares; a line through the means."""
    figure, axes = new_figure(7.0, 3.4)
    looks = zip(("blue", "orange", "blue", "orange"), ("-", "-", "--", "--"), ("o", "s", "D", "^"), strict=True)
    said = []
    for (name, runs), (colour, style, mark) in zip(curves.items(), looks, strict=False):
        runs = np.asarray(runs)
        mean = runs.mean(axis=0)
        axes.fill_between(shifts, runs.min(axis=0), runs.max(axis=0), color=COLOURS[colour], alpha=0.15, linewidth=0)
        axes.plot(shifts, mean, style, marker=mark, color=COLOURS[colour], label=name)
        more = [f"{shift}" for shift, value in zip(shifts, mean, strict=True) if value > 0.5]
        said.append(f"{' '.join(name.split())} {'at ' + ', '.join(more) if more else 'nowhere'}")
    axes.axhline(chance, color=COLOURS["grey"], linewidth=1, linestyle=":")
    axes.text(shifts[0], chance + 0.015, "guessing", fontsize=9, color=COLOURS["grey"])
    axes.set(xlabel="moved by so many pixels", ylabel="share read rightly", ylim=(0, 1.03), xticks=shifts)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), fontsize=9)
    moves = ", ".join(map(str, shifts))
    figure.alt = f"Share read rightly for pictures moved by {moves} pixels. More than half is read by: {'; '.join(said)}."
    return figure
