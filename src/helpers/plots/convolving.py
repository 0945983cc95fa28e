"""Figures of lesson 12: receptive fields as rows, shifted products, and what taking loops away is worth."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import new_figure, styled
from helpers.plots.grids import Grid, equation, mask, written
from helpers.plots.ink import COLOURS


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
