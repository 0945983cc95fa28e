"""Figures of lesson 12: a kernel at work place by place, padding and stride, receptive fields, loops taken away."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_figure, styled
from helpers.plots.grids import Grid, correlated, equation, mask, written
from helpers.plots.ink import COLOURS, DARK


@styled
def kernel_at(x, W, place, pad=0, stride=1, b=0):
    """A kernel on one of its places: the window, the products, their sum, and the output as far as it is known.

    x (H, W), W (FH, FW): whole numbers. place: 1 for the first; beyond the last it stays there. b: the bias.
    """
    x, W = np.asarray(x), np.asarray(W)
    padded, real, (FH, FW) = np.pad(x, pad), np.pad(np.ones(x.shape, bool), pad), W.shape
    full = correlated(padded, W)[::stride, ::stride] + b
    out, place = full.shape, min(place, full.size)
    r, c = divmod(place - 1, out[1])
    y = np.where(np.arange(full.size).reshape(out) < place, full, "?")
    top, left = stride * r, stride * c
    window = np.s_[top : top + FH, left : left + FW]
    products = padded[window] * W
    terms = " + ".join(f"{p}·{ink.factor(w)}" for p, w in zip(padded[window].flat, W.flat, strict=True))
    bias = f", with bias {written(b)}: {written(y[r, c])}" if b else ""
    first = f"Place {place} of {full.size}: rows from {top}, columns from {left} of {'the padded ' if pad else ''}x"
    detail = f"{terms} = {written(products.sum())}{bias}"
    framed = ((top, left, FH, FW, COLOURS["orange"], "-"),)
    name = f"x {x.shape}, padding {pad}" if pad else f"x {x.shape}"
    field = Grid(padded, "blue", name, real=real, marked=mask(padded.shape, window), frames=framed)
    kernel, result = Grid(W, "green", f"kernel {W.shape}"), Grid(y, "pink", f"y {out}", marked=mask(out, (r, c)))
    figure = equation([field, "·", kernel, "=", Grid(products, "orange", "products"), "→", result], first, detail)[0]
    return figure.saying(f"{first}. {detail}. Output so far: {'; '.join(' '.join(map(written, row)) for row in y)}.")


@styled
def kernel_places(size, kernel, stride=1, pad=0):
    """The places of a square kernel on a square picture: pixels, padding, the first and the second place, what is never met."""
    total, room = size + 2 * pad, size + 2 * pad - kernel
    outputs = room // stride + 1 if room >= 0 else 0
    inside, met = mask((total, total), np.s_[pad : pad + size, pad : pad + size]), np.zeros((total, total), bool)
    for i, j in np.ndindex(outputs, outputs):
        met[i * stride : i * stride + kernel, j * stride : j * stride + kernel] = True
    missed = inside & ~met
    looks = ((COLOURS["orange"], "-"), (DARK, (0, (3, 1.5))))[:outputs]  # of the first place and of the second
    framed = [(0, k * stride, kernel, kernel, *look) for k, look in enumerate(looks)]
    name = f"picture {size} × {size}{f' with padding {pad}' if pad else ''}"
    parts = [Grid(np.where(missed, "×", ""), "blue", name, real=inside, frames=framed, after=3)]
    if outputs:
        ones = [(0, k, 1, 1, *look) for k, look in enumerate(looks)]
        parts.append(Grid(np.full((outputs, outputs), ""), "pink", f"output {outputs} × {outputs}", frames=ones))
        said = f"({size} + 2·{pad} − {kernel}) / {stride} = {room / stride:.3g}"
        said += "" if room % stride == 0 else f", rounded down {room // stride}"
        said += f", and 1 more: {outputs} places along each side."
    else:
        said = f"A kernel of {kernel} does not fit into {total} pixels: there is no output."
    crosses = f"Crosses: {missed.sum()} pixels that no place reaches." if missed.any() and outputs else ""
    width = max(22.0, total + outputs + 5)
    figure = equation(parts, said, crosses, width=width, tall=2.7 * width / 7.2)[0]  # 2.7 inches: so that nothing below moves
    settings = f"A picture of {size} × {size} with padding {pad}, kernel {kernel} × {kernel}, stride {stride}."
    return figure.saying(f"{settings} {said} {crosses}".strip())


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
    fields = f"x {x.shape} and its receptive fields of {height} × {width} as the rows of a matrix {rows.shape}"
    return equation(parts, said)[0].saying(f"{fields}. {said}.")


@styled
def shifted_products(x, W, entry):
    """One entry of the kernel, 1 to FH·FW, meets all its pixels at once; the products add up. x (H, W), W (FH, FW), whole."""
    x, W = np.asarray(x), np.asarray(W)
    out = x.shape[0] - W.shape[0] + 1, x.shape[1] - W.shape[1] + 1
    total = np.zeros(out, dtype=int)
    for k in range(entry):
        i, j = divmod(k, W.shape[1])
        product = x[i : i + out[0], j : j + out[1]] * W[i, j]
        total += product
    met, one = mask(x.shape, np.s_[i : i + out[0], j : j + out[1]]), mask(W.shape, (i, j))
    framed = [((i, j, *size, COLOURS["orange"], "-"),) for size in (out, (1, 1))]
    kernel = Grid(W, "green", f"kernel {W.shape}", marked=one, frames=framed[1])
    parts = [Grid(x, "blue", f"x {x.shape}", marked=met, frames=framed[0]), "·", kernel, "="]
    parts += [Grid(product, "orange", "product", after=2.2), "→", Grid(total, "pink", "sum so far")]
    meets = f"it meets the framed {out[0]} × {out[1]} pixels at once"
    said = f"Entry {entry} of {W.size}, at ({i}, {j}), is {written(W[i, j])}: {meets}"
    sums = f"Product {written(product.tolist())}, sum so far {written(total.tolist())}"
    return equation(parts, said)[0].saying(f"{said}. {sums}.")


@styled
def speed_ladder(seconds):
    """Seconds of several ways to do the same, as dots on a logarithmic axis. seconds: {name: seconds}, slowest first."""
    names, values = list(seconds), np.array(list(seconds.values()))
    figure, axes = new_figure(7.0, 1.2 + 0.34 * len(names))
    places = np.arange(len(names))[::-1]
    axes.plot(1000 * values, places, ls="", marker="o", ms=8, color=COLOURS["blue"])
    axes.set_xscale("log")
    limits = {"xlim": (500 * values.min(), 8000 * values.max()), "ylim": (-0.6, len(names) - 0.4)}
    title = "Time for one batch, and how many times as fast as the first"
    ink.dress(axes, title, yticks=places, yticklabels=names, xlabel="milliseconds (logarithmic)", **limits)
    times = [f"{values[0] / value:,.0f}×" for value in values]
    for place, value, words in zip(places, values, times, strict=True):
        axes.text(1350 * value, place, words, va="center", size=9)
    return figure.saying(f"How many times as fast as the first way: {', '.join(map(' '.join, zip(names, times, strict=True)))}.")
