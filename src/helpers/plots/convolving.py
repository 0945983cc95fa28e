"""Figures of lesson 12: a kernel at work place by place, padding and stride, receptive fields, loops taken away."""

import numpy as np
from matplotlib.collections import PolyCollection

from helpers.plots import ink
from helpers.plots.base import new_figure, styled
from helpers.plots.grids import CORNERS, Grid, equation, frame, mask, sheet, written
from helpers.plots.ink import COLOURS, DARK


@styled
def kernel_at(x, W, place, pad=0, stride=1, b=0):
    """A kernel on one of its places: the window, the products, their sum, and the output as far as it is known.

    x (H, W), W (FH, FW): whole numbers. place: 1 for the first; beyond the last it stays there. b: the bias.
    """
    x, W = np.asarray(x), np.asarray(W)
    (H, wide), (FH, FW) = x.shape, W.shape
    out = (H + 2 * pad - FH) // stride + 1, (wide + 2 * pad - FW) // stride + 1
    place = min(place, out[0] * out[1])
    padded, real = np.pad(x, pad), np.pad(np.ones(x.shape, bool), pad)
    y = np.full(out, "?", dtype=object)
    for k in range(place):
        r, c = divmod(k, out[1])
        y[r, c] = np.sum(padded[r * stride : r * stride + FH, c * stride : c * stride + FW] * W) + b
    top, left = stride * r, stride * c
    window = np.s_[top : top + FH, left : left + FW]
    products = padded[window] * W
    terms = " + ".join(f"{p}·{ink.factor(w)}" for p, w in zip(padded[window].flat, W.flat, strict=True))
    bias = f", with bias {written(b)}: {written(y[r, c])}" if b else ""
    first = f"Place {place} of {out[0] * out[1]}: rows from {top}, columns from {left} of {'the padded ' if pad else ''}x"
    detail = f"{terms} = {written(products.sum())}{bias}"
    framed = ((top, left, FH, FW, COLOURS["orange"], "-"),)
    name = f"x {x.shape}, padding {pad}" if pad else f"x {x.shape}"
    field = Grid(padded, "blue", name, real=real, marked=mask(padded.shape, window), frames=framed)
    kernel, result = Grid(W, "green", f"kernel {W.shape}"), Grid(y, "pink", f"y {out}", marked=mask(out, (r, c)))
    figure = equation([field, "·", kernel, "=", Grid(products, "orange", "products"), "→", result], first, detail)[0]
    known = "; ".join(" ".join(written(value) for value in row) for row in y)
    figure.alt = f"{first}. {detail}. Output so far: {known}."
    return figure


@styled
def kernel_places(size, kernel, stride=1, pad=0):
    """The places a kernel takes along and down a picture: pixels, padding, first and second place, what is never met.

    size: height and width of the picture. kernel: of the kernel. All four are whole numbers.
    """
    total, room = size + 2 * pad, size + 2 * pad - kernel
    outputs = room // stride + 1 if room >= 0 else 0
    figure, axes = sheet(31, 15.6)
    cell, left, top = min(1.7, 12.0 / total), 1.5, 1.2
    rows, columns = np.indices((total, total)).reshape(2, -1)
    inside = (rows >= pad) & (rows < pad + size) & (columns >= pad) & (columns < pad + size)
    met = mask(total, *(np.s_[k * stride : k * stride + kernel] for k in range(outputs)))
    corners = np.stack([left + cell * columns, top + cell * rows], axis=1)[:, None] + cell * CORNERS
    for chosen, style in (
        (inside, {"facecolors": [(COLOURS["blue"], 0.12)], "edgecolors": COLOURS["blue"], "linewidths": 0.8}),
        (~inside, {"facecolors": "white", "edgecolors": COLOURS["grey"], "linewidths": 0.6, "linestyles": (0, (2, 2))}),
    ):
        if chosen.any():
            axes.add_collection(PolyCollection(corners[chosen], **style))
    missed = inside & ~(met[rows] & met[columns])
    if missed.any():
        axes.plot(*corners[missed].mean(axis=1).T, ls="", marker="x", ms=5, color=DARK)
    padding = f" with padding {pad}" if pad else ""
    axes.text(left + cell * total / 2, top - 0.4, f"picture {size} × {size}{padding}", ha="center", size=9)
    if outputs:
        right = 17.0
        boxes = [(right + cell * j, top + cell * i) + cell * CORNERS for i, j in np.ndindex(outputs, outputs)]
        fill = [(COLOURS["pink"], 0.25)] * len(boxes)
        axes.add_collection(PolyCollection(boxes, facecolors=fill, edgecolors=COLOURS["pink"], linewidths=0.8))
        for k, colour, style in ((0, COLOURS["orange"], "-"), (1, DARK, (0, (3, 1.5)))):
            if k < outputs:
                frame(axes, left + cell * k * stride, top, cell * kernel, cell * kernel, colour, style)
                frame(axes, right + cell * k, top, cell, cell, colour, style)
        axes.text(max(right + cell * outputs / 2, right + 1.8), top - 0.4, f"output {outputs} × {outputs}", ha="center", size=9)
        said = f"({size} + 2·{pad} − {kernel}) / {stride} = {room / stride:.3g}"
        said += "" if room % stride == 0 else f", rounded down {room // stride}"
        said += f", and 1 more: {outputs} places along each side."
    else:
        said = f"A kernel of {kernel} does not fit into {total} pixels: there is no output."
    count = int(missed.sum())
    crosses = f"Crosses: {count} pixels that no place reaches." if count and outputs else ""
    for line, words in enumerate((said, crosses)):
        axes.text(1.5, 14.1 + 0.9 * line, words, size=10, va="center")
    settings = f"A picture of {size} × {size} with padding {pad}, kernel {kernel} × {kernel}, stride {stride}."
    figure.alt = f"{settings} {said} {crosses}".strip()
    return figure


@styled
def fields_as_rows(x, height, width, row):
    """Receptive fields (left, framed) as rows of a matrix (right). x: (H, W), whole numbers. row: which one, from 0."""
    x = np.asarray(x)
    places = list(np.ndindex(x.shape[0] - height + 1, x.shape[1] - width + 1))
    rows = np.array([x[i : i + height, j : j + width].ravel() for i, j in places])
    i, j = places[row]
    framed = ((i, j, height, width, COLOURS["orange"], "-"),)
    field = mask(x.shape, np.s_[i : i + height, j : j + width])
    said = f"Row {row}: the field at row {i}, column {j}, line after line: {' '.join(map(written, rows[row]))}"
    matrix = Grid(rows, "orange", f"cols {rows.shape}: one receptive field a row", marked=mask(rows.shape, row))
    parts = [Grid(x, "blue", f"x {x.shape}", marked=field, frames=framed, after=2.4), "→", matrix]
    figure = equation(parts, said)[0]
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
    met, one = mask(x.shape, np.s_[i : i + out[0], j : j + out[1]]), mask(W.shape, (i, j))
    framed = [((i, j, *size, COLOURS["orange"], "-"),) for size in (out, (1, 1))]
    pixels, kernel = f"x {x.shape}", f"kernel {W.shape}"
    parts = [Grid(x, "blue", pixels, marked=met, frames=framed[0]), "·", Grid(W, "green", kernel, marked=one, frames=framed[1])]
    parts += ["=", Grid(product, "orange", "product", after=2.2), "→", Grid(total, "pink", "sum so far")]
    said = (
        f"Entry {entry} of {W.size}, at ({i}, {j}), is {written(W[i, j])}: it meets the framed {out[0]} × {out[1]} pixels at once"
    )
    figure = equation(parts, said)[0]
    figure.alt = f"{said}. Product {written(product.tolist())}, sum so far {written(total.tolist())}."
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
