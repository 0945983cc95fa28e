"""Figures of lesson 12: a kernel at work place by place, filters on pictures, padding and stride, channels, loops taken away."""

from fractions import Fraction

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import Polygon, Rectangle

from helpers.plots.arrays import _grid, _say, _sheet, _sign
from helpers.plots.base import COLOURS, new_figure, styled

CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
DARK = "#1A1A1A"


def _minus(number):
    return str(number).replace("-", "−")


def _factor(number):
    """A whole number as a factor in a product, a negative one in brackets."""
    return f"{number}" if number >= 0 else f"(−{-number})"


def _entry(value):
    """A kernel's entry as short text: 2, −0.5, 1/9."""
    text = f"{value:g}"
    return _minus(text if len(text) < 6 else Fraction(float(value)).limit_denominator(99))


def _frame(axes, left, top, height, width, colour, style="-"):
    axes.add_patch(Rectangle((left, top), width, height, fill=False, ec=colour, lw=2.6, ls=style, zorder=4))


@styled
def kernel_at(x, W, place, pad=0, stride=1, b=0):
    """A kernel on one of its places: the window, the products, their sum, and the output as far as it is known.

    x (H, W), W (FH, FW): whole numbers. place: 1 for the first; beyond the last it stays there. b: the bias.
    """
    x, W = np.asarray(x), np.asarray(W)
    (H, wide), (FH, FW) = x.shape, W.shape
    out = (H + 2 * pad - FH) // stride + 1, (wide + 2 * pad - FW) // stride + 1
    place = min(place, out[0] * out[1])
    padded = np.pad(x, pad)
    real = np.pad(np.ones(x.shape, bool), pad)
    i, j = divmod(place - 1, out[1])
    top, left = i * stride, j * stride
    window = padded[top : top + FH, left : left + FW]
    products = window * W
    y = np.full(out, "?", dtype=object)
    for k in range(place):
        r, c = divmod(k, out[1])
        y[r, c] = np.sum(padded[r * stride : r * stride + FH, c * stride : c * stride + FW] * W) + b
    marked, new = np.zeros(padded.shape, bool), np.zeros(out, bool)
    marked[top : top + FH, left : left + FW] = new[i, j] = True
    tall = max(len(padded), out[0], FH)
    width = padded.shape[1] + 2 * FW + out[1] + 6.2
    figure, axes = _sheet(max(width, 18.0), tall + 4.6)
    middle, at = 1.4 + tall / 2, 0.7 + max(0.0, 18.0 - width) / 2
    name = f"x {x.shape}" if not pad else f"x {x.shape}, padding {pad}"
    _grid(axes, padded, at, middle, COLOURS["blue"], name, real=real, marked=marked)
    _frame(axes, at + left, middle - len(padded) / 2 + top, FH, FW, COLOURS["orange"])
    at += padded.shape[1] + 1.6
    _sign(axes, at - 0.8, middle, "·")
    _grid(axes, W, at, middle, COLOURS["green"], f"kernel {W.shape}")
    at += FW + 1.6
    _sign(axes, at - 0.8, middle, "=")
    _grid(axes, products, at, middle, COLOURS["orange"], "products")
    at += FW + 1.6
    _sign(axes, at - 0.8, middle, "→")
    _grid(axes, y, at, middle, COLOURS["pink"], f"y {out}", marked=new)
    terms = " + ".join(f"{p}·{_factor(w)}" for p, w in zip(window.flat, W.flat, strict=True))
    bias = f", with bias {b}: {_minus(y[i, j])}" if b else ""
    first = f"Place {place} of {out[0] * out[1]}: rows from {top}, columns from {left} of {'the padded ' if pad else ''}x"
    detail = f"{terms} = {_minus(products.sum())}{bias}"
    _say(axes, 0.7, tall + 2.6, first, detail)
    known = "; ".join(" ".join(_minus(value) for value in row) for row in y)
    figure.alt = f"{first}. {detail}. Output so far: {known}."
    return figure


def _show_picture(axes, picture, title=""):
    axes.imshow(picture, vmin=0, vmax=1)
    height, width = picture.shape  # the frame shows where the paper ends
    axes.add_patch(Rectangle((-0.5, -0.5), width, height, fill=False, ec=COLOURS["grey"], lw=0.8, clip_on=False))
    axes.set_title(title, fontsize=9, pad=3, y=1.0)


def _show_kernel(axes, kernel, size=8):
    """The kernel's numbers in a grid; cells with numbers that are not 0 are tinted."""
    rows, columns = kernel.shape
    cells = [CORNERS + (j, i) for i, j in np.ndindex(kernel.shape)]
    faces = [("#DFF2EB" if value else "white") for value in kernel.flat]
    axes.add_collection(PolyCollection(cells, facecolors=faces, edgecolors=COLOURS["green"], linewidths=0.8))
    for (i, j), value in np.ndenumerate(kernel):
        text = _entry(value)
        axes.text(j + 0.5, i + 0.5, text, ha="center", va="center", size=size if len(text) < 4 else 0.8 * size)
    axes.set(xlim=(-0.3, columns + 0.3), ylim=(rows + 0.3, -0.3), aspect="equal")


def _show_result(axes, result, title=None):
    limit = max(1e-6, float(np.abs(result).max()))
    axes.imshow(result, cmap="PuOr_r", vmin=-limit, vmax=limit)
    if title is None:
        title = _range(result)
    axes.set_title(title, fontsize=9, pad=3, y=1.0)


def _range(result):
    return f"{_minus(f'{result.min() + 0.0:.1f}')} to {_minus(f'{result.max() + 0.0:.1f}')}"


@styled
def filters(picture, found):
    """One picture and what several filters make of it, kernels above, results below.

    picture: (H, W), 0 paper and 1 ink. found: {name: (kernel, result)}, both 2-D.
    """
    figure, axes = new_figure(7.2, 3.0, 2, len(found) + 1)
    for place in axes.flat:
        place.axis("off")
    _show_picture(axes[1, 0], picture, "picture")
    for column, (name, (kernel, result)) in zip(axes[:, 1:].T, found.items(), strict=True):
        _show_kernel(column[0], np.asarray(kernel))
        column[0].set_title(name, fontsize=10, pad=3)
        _show_result(column[1], result)
    key = "orange: above 0\nwhite: 0\npurple: below 0\n(each result has\nits own scale)"
    axes[0, 0].text(0.5, 0.5, key, ha="center", va="center", size=8)
    axes[0, 0].set(xlim=(0, 1), ylim=(0, 1))
    said = ", ".join(f"{name} from {_range(result)}" for name, (_, result) in found.items())
    figure.alt = f"A picture and what {len(found)} filters make of it: {said}."
    return figure


@styled
def filtered(picture, kernel, result):
    """A picture, a kernel with its numbers, and the result. picture, kernel, result: 2-D arrays."""
    kernel = np.asarray(kernel, dtype=float)
    figure, axes = new_figure(7.0, 2.75, 1, 3)
    figure.set_layout_engine("none")
    for place, left in zip(axes, (0.03, 0.37, 0.68), strict=True):
        place.set_position((left, 0.06, 0.29, 0.29 * 7.0 / 2.75))
        place.axis("off")
    _show_picture(axes[0], picture, f"picture {picture.shape}")
    _show_kernel(axes[1], kernel, size=12)
    axes[1].set_title(f"kernel, sum {_entry(round(kernel.sum(), 9) + 0.0)}", fontsize=9, pad=3, y=0.98)
    _show_result(axes[2], result, f"result {result.shape}: {_range(result)}")
    numbers = "; ".join(" ".join(map(_entry, row)) for row in kernel)
    figure.alt = f"A picture, the kernel {numbers}, and the result, from {_range(result)}; orange above 0, purple below."
    return figure


@styled
def kernel_places(size, kernel, stride=1, pad=0):
    """The places a kernel takes along and down a picture: pixels, padding, first and second place, what is never met.

    size: height and width of the picture. kernel: of the kernel. All four are whole numbers.
    """
    total, room = size + 2 * pad, size + 2 * pad - kernel
    outputs = room // stride + 1 if room >= 0 else 0
    figure, axes = _sheet(31, 16.4)
    cell = min(1.3, 12.0 / total)
    left, top = 1.5 + (13.0 - cell * total) / 2, 1.4 + (12.0 - cell * total) / 2
    rows, columns = np.indices((total, total)).reshape(2, -1)
    inside = (rows >= pad) & (rows < pad + size) & (columns >= pad) & (columns < pad + size)
    met = np.zeros(total, bool)
    for k in range(outputs):
        met[k * stride : k * stride + kernel] = True
    seen = met[rows] & met[columns]
    corners = np.stack([left + cell * columns, top + cell * rows], axis=1)[:, None] + cell * CORNERS
    for chosen, style in (
        (inside, {"facecolors": "#DCEBF5", "edgecolors": COLOURS["blue"], "linewidths": 0.8}),
        (~inside, {"facecolors": "white", "edgecolors": COLOURS["grey"], "linewidths": 0.6, "linestyles": (0, (2, 2))}),
    ):
        if chosen.any():
            axes.add_collection(PolyCollection(corners[chosen], **style))
    missed = ~seen & inside
    if missed.any():
        middles = corners[missed].mean(axis=1)
        axes.plot(*middles.T, ls="", marker="x", ms=5, color=DARK)
    axes.text(8.0, 0.8, f"picture {size} × {size}" + (f" with padding {pad}" if pad else ""), ha="center", size=9)
    if outputs:
        right, high = 17.0 + (13.0 - cell * outputs) / 2, 1.4 + (12.0 - cell * outputs) / 2
        boxes = [(right + cell * j, high + cell * i) + cell * CORNERS for i, j in np.ndindex(outputs, outputs)]
        fills = ["#F3D9E7"] * len(boxes)
        axes.add_collection(PolyCollection(boxes, facecolors=fills, edgecolors=COLOURS["pink"], linewidths=0.8))
        for k, colour, style in ((0, COLOURS["orange"], "-"), (1, DARK, (0, (3, 1.5)))):
            if k < outputs:
                _frame(axes, left + cell * k * stride, top, cell * kernel, cell * kernel, colour, style)
                _frame(axes, right + cell * k, high, cell, cell, colour, style)
        axes.text(23.5, 0.8, f"output {outputs} × {outputs}", ha="center", size=9)
        said = f"({size} + 2·{pad} − {kernel}) / {stride} = {room / stride:.3g}"
        said += "" if room % stride == 0 else f", rounded down {room // stride}"
        said += f", and 1 more: {outputs} places along each side."
    else:
        said = f"A kernel of {kernel} does not fit into {total} pixels: there is no output."
    count = int(missed.sum())
    crosses = f"Crosses: {count} pixels that no place reaches." if count and outputs else ""
    _say(axes, 1.5, 14.6, said, crosses)
    figure.alt = (
        f"A picture of {size} × {size} with padding {pad}, kernel {kernel} × {kernel}, stride {stride}. {said} {crosses}".strip()
    )
    return figure


def _block(axes, x, y, height, width, depth, colour):
    """A box with its front lower left corner at (x, y)."""
    dx, dy = 0.5 * depth, 0.35 * depth
    front = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    roof = [(x, y + height), (x + dx, y + height + dy), (x + width + dx, y + height + dy), (x + width, y + height)]
    side = [(x + width, y), (x + width + dx, y + dy), (x + width + dx, y + height + dy), (x + width, y + height)]
    for corners, alpha in ((front, 0.25), (roof, 0.45), (side, 0.6)):
        axes.add_patch(Polygon(corners, fc="white", ec="none"))
        axes.add_patch(Polygon(corners, fc=(colour, alpha), ec=DARK, lw=0.9))


def _sides(axes, x, y, height, width, depth, sizes):
    """The sizes (channels, rows, columns) at the sides of a block."""
    channels, rows, columns = sizes
    axes.text(x - 0.15, y + height / 2, rows, ha="right", va="center", size=8)
    axes.text(x + width / 2, y - 0.12, columns, ha="center", va="top", size=8)
    axes.text(x + width + 0.25 * depth + 0.12, y + 0.175 * depth - 0.08, channels, ha="left", va="top", size=8)


@styled
def convolution_blocks(x_shape, W_shape, stride=1, pad=0):
    """Batch, filters and output as blocks with their shapes. x_shape: (N, C, H, W). W_shape: (FN, C, FH, FW)."""
    (N, C, H, wide), (FN, _, FH, FW) = x_shape, W_shape
    OH, OW = (H + 2 * pad - FH) // stride + 1, (wide + 2 * pad - FW) // stride + 1
    figure, axes = new_figure(7.2, 3.3)
    figure.set_layout_engine("none")
    axes.set(xlim=(0, 21.6), ylim=(-2.3, 7.6), position=(0, 0, 1, 1), aspect="equal")
    axes.axis("off")
    unit = 3.2 / max(H, wide)

    def deep(channels):
        return min(2.4, 0.3 + 0.22 * channels)

    for k in reversed(range(min(N, 2))):
        _block(axes, 0.8 + 0.45 * k, 0.9 + 1.1 * k, unit * H, unit * wide, deep(C), COLOURS["blue"])
    shown = min(FN, 3)
    for k in range(shown):
        _block(axes, 9.0, 4.4 - 2.1 * k, max(0.5, unit * FH), max(0.5, unit * FW), deep(C), COLOURS["green"])
    if FN > shown:
        axes.text(9.6, -0.75, "⋮", ha="center", va="center", size=12)
    for at, depth, sizes in ((0.8, C, (C, H, wide)), (15.2, FN, (FN, OH, OW))):
        _sides(axes, at, 0.9, unit * sizes[1], unit * sizes[2], deep(depth), sizes)
        if N > 2:
            right, high = at + 0.8 + unit * sizes[2], 2.3 + unit * sizes[1]  # the second block's corner, a little beyond
            axes.text(right + 0.5 * deep(depth), high + 0.35 * deep(depth), "⋰", ha="center", va="center", size=12)
    _sides(axes, 9.0, 4.4, max(0.5, unit * FH), max(0.5, unit * FW), deep(C), (C, FH, FW))
    for k in reversed(range(min(N, 2))):
        _block(axes, 15.2 + 0.45 * k, 0.9 + 1.1 * k, unit * OH, unit * OW, deep(FN), COLOURS["pink"])
    for at, sign in ((7.3, "∗"), (12.9, "→")):
        axes.text(at, 2.6, sign, ha="center", va="center", size=18)
    words = (
        (2.9, f"x {tuple(x_shape)}\n{N} pictures, {C} channels"),
        (9.9, f"W {tuple(W_shape)}\n{FN} filters, {C} channels each"),
        (17.3, f"y {N, FN, OH, OW}\n{N} pictures, {FN} maps each"),
    )
    for at, text in words:
        axes.text(at, -1.6, text, ha="center", va="center", size=9)
    figure.alt = (
        f"{N} pictures, x {tuple(x_shape)}, and {FN} filters, W {tuple(W_shape)}, make y {N, FN, OH, OW}: "
        f"each filter is as deep as a picture and makes one map of {OH} × {OW}."
    )
    return figure


@styled
def channel_sum(picture, W, parts):
    """A colour picture channel by channel: its channels, the filter's kernel for each, the three results and their sum.

    picture: (3, H, W), 0 to 1. W: (3, FH, FW). parts: (3, OH, OW), what each channel gives.
    """
    figure, axes = new_figure(7.0, 4.6, 3, 4, height_ratios=[1, 0.62, 1])
    total = np.sum(parts, axis=0)
    limit = max(float(np.abs(parts).max()), float(np.abs(total).max()))
    for place in axes.flat:
        place.axis("off")
    for column, (name, channel, kernel, part) in zip(
        axes[:, :3].T, zip(("red", "green", "blue"), picture, W, parts, strict=True), strict=True
    ):
        column[0].imshow(channel, vmin=0, vmax=1, cmap="gray")
        column[0].set_title(f"{name} channel", fontsize=9, pad=3)
        _show_kernel(column[1], kernel)
        column[2].imshow(part, vmin=-limit, vmax=limit, cmap="PuOr_r")
        column[2].set_title(_range(part), fontsize=9, pad=3)
    axes[0, 3].imshow(np.clip(picture.transpose(1, 2, 0), 0, 1))
    axes[0, 3].set_title("in colour", fontsize=9, pad=3)
    axes[1, 3].text(0.5, 0.5, "one filter:\na kernel for\neach channel", ha="center", va="center", size=9)
    axes[2, 3].imshow(total, vmin=-limit, vmax=limit, cmap="PuOr_r")
    axes[2, 3].set_title(f"their sum: {_range(total)}", fontsize=9, pad=3)
    said = "; ".join(f"{name} {_range(part)}" for name, part in zip(("red", "green", "blue"), parts, strict=True))
    figure.alt = (
        f"A colour picture of {picture.shape[1]} × {picture.shape[2]} pixels, its three channels, and one filter on them. "
        f"Results: {said}; their sum {_range(total)}."
    )
    return figure


@styled
def fields_as_rows(x, height, width, row):
    """Receptive fields (left, framed) as rows of a matrix (right). x: (H, W), whole numbers. row: which one, from 0."""
    x = np.asarray(x)
    out = x.shape[0] - height + 1, x.shape[1] - width + 1
    places = list(np.ndindex(out))
    rows = np.array([x[i : i + height, j : j + width].ravel() for i, j in places])
    i, j = places[row]
    field, chosen = np.zeros(x.shape, bool), np.zeros(rows.shape, bool)
    field[i : i + height, j : j + width] = chosen[row] = True
    tall = max(len(x), len(rows))
    width_all = x.shape[1] + rows.shape[1] + 4
    figure, axes = _sheet(max(18.0, width_all), tall + 3.6)
    middle, at = 1.5 + tall / 2, 1.2
    _grid(axes, x, at, middle, COLOURS["blue"], f"x {x.shape}", marked=field)
    _frame(axes, at + j, middle - len(x) / 2 + i, height, width, COLOURS["orange"])
    at += x.shape[1] + 2.4
    _sign(axes, at - 1.2, middle, "→")
    _grid(axes, rows, at, middle, COLOURS["orange"], f"cols {rows.shape}: one receptive field a row", marked=chosen)
    said = f"Row {row}: the field at row {i}, column {j}, line after line: {' '.join(map(_minus, rows[row]))}"
    _say(axes, 1.2, tall + 2.6, said)
    figure.alt = f"x {x.shape} and its receptive fields of {height} × {width} as the rows of a matrix {rows.shape}. {said}."
    return figure


@styled
def shifted_products(x, W, entry):
    """One entry of the kernel meets all its pixels at once; the sum of all entries' products is the output.

    x (H, W), W (FH, FW): whole numbers. entry: 1 for the kernel's first, up to FH·FW.
    """
    x, W = np.asarray(x), np.asarray(W)
    out = x.shape[0] - W.shape[0] + 1, x.shape[1] - W.shape[1] + 1
    total = np.zeros(out, dtype=int)
    for k in range(entry):
        i, j = divmod(k, W.shape[1])
        product = x[i : i + out[0], j : j + out[1]] * W[i, j]
        total += product
    met, one = np.zeros(x.shape, bool), np.zeros(W.shape, bool)
    met[i : i + out[0], j : j + out[1]] = one[i, j] = True
    tall = max(len(x), len(W))
    figure, axes = _sheet(max(18.0, x.shape[1] + W.shape[1] + 2 * out[1] + 7.5), tall + 3.6)
    middle, at = 1.5 + tall / 2, 0.9
    _grid(axes, x, at, middle, COLOURS["blue"], f"x {x.shape}", marked=met)
    _frame(axes, at + j, middle - len(x) / 2 + i, *out, COLOURS["orange"])
    at += x.shape[1] + 1.6
    _sign(axes, at - 0.8, middle, "·")
    _grid(axes, W, at, middle, COLOURS["green"], f"kernel {W.shape}", marked=one)
    _frame(axes, at + j, middle - len(W) / 2 + i, 1, 1, COLOURS["orange"])
    at += W.shape[1] + 1.8
    _sign(axes, at - 0.9, middle, "=")
    _grid(axes, product, at, middle, COLOURS["orange"], "product")
    at += out[1] + 2.2
    _sign(axes, at - 1.1, middle, "→")
    _grid(axes, total, at, middle, COLOURS["pink"], "sum so far")
    said = (
        f"Entry {entry} of {W.size}, at ({i}, {j}), is {_minus(W[i, j])}: it meets the framed {out[0]} × {out[1]} pixels at once"
    )
    _say(axes, 0.9, tall + 2.6, said)
    figure.alt = f"{said}. Product {_minus(product.tolist())}, sum so far {_minus(total.tolist())}."
    return figure


@styled
def speed_ladder(seconds):
    """Seconds of several ways to do the same, as dots on a logarithmic axis. seconds: {name: seconds}, slowest first."""
    names, values = list(seconds), np.array(list(seconds.values()))
    figure, axes = new_figure(7.0, 1.2 + 0.34 * len(names))
    places = np.arange(len(names))[::-1]
    axes.plot(1000 * values, places, ls="", marker="o", ms=8, color=COLOURS["blue"])
    axes.set_xscale("log")
    limits = (500 * values.min(), 1000 * values.max() * 8)
    axes.set(yticks=places, yticklabels=names, xlabel="milliseconds (logarithmic)", xlim=limits, ylim=(-0.6, len(names) - 0.4))
    axes.set_title("Time for one batch, and how many times as fast as the first", fontsize=10)
    for place, value in zip(places, values, strict=True):
        axes.text(1350 * value, place, f"{values[0] / value:,.0f}×", va="center", size=9)
    times = ", ".join(f"{name} {values[0] / value:,.0f}×" for name, value in zip(names, values, strict=True))
    figure.alt = f"How many times as fast as the first way: {times}."
    return figure
