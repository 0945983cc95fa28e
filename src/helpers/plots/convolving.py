"""Figures of lesson 12: receptive fields as rows, shifted products, and what taking loops away is worth."""

import numpy as np

from helpers.plots import ink
from helpers.plots import sign_cells as signs
from helpers.plots.base import new_figure, styled
from helpers.plots.drawing import Drawing
from helpers.plots.grids import correlated, mask, written
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT, TITLE

WIDTH, MARGIN, TOP = 720, 8, 34


def fields_as_rows(x, height, width, row):
    """Receptive fields (left, framed) as rows of a matrix (right). x: (H, W), whole numbers. row: which one, from 0."""
    x = np.asarray(x)
    places = list(np.ndindex(x.shape[0] - height + 1, x.shape[1] - width + 1))
    rows = np.array([x[i : i + height, j : j + width].ravel() for i, j in places])
    i, j = places[row]
    cell = int(min(36, (WIDTH - 2 * MARGIN - 80) / (x.shape[1] + height * width)))
    tall, most = max(len(x), len(rows)), max(1, np.abs(x).max(initial=0))
    drawing, right = Drawing(WIDTH, TOP + tall * cell + 36), MARGIN + x.shape[1] * cell + 80
    drawing.text(MARGIN, 14, f"x {x.shape}", TEXT, DARK, "start", weight="bold")
    drawing.text(right, 14, f"cols {rows.shape}: one receptive field per row", TEXT, DARK, "start", weight="bold")
    for values, left in ((x, MARGIN), (rows, right)):
        marked = mask(x.shape, np.s_[i : i + height, j : j + width]) if values is x else mask(rows.shape, row)
        grounds = signs.grounds(values / most, make=signs.paper)
        signs.cells(drawing, left, TOP, (cell, cell), grounds, signs.whole(values), bold=marked)
    signs.framed(drawing, MARGIN + j * cell, TOP + i * cell, width * cell, height * cell)
    signs.framed(drawing, right, TOP + row * cell, rows.shape[1] * cell, cell)
    start, end = (MARGIN + (j + width) * cell + 6, TOP + (i + height / 2) * cell), (right - 8, TOP + (row + 0.5) * cell)
    drawing.arrow(start if j + width == x.shape[1] else (right - 72, start[1]), end, signs.HERE)
    said = f"Row {row}: the field at row {i}, column {j}, line after line: {' '.join(map(written, rows[row]))}"
    drawing.text(MARGIN, drawing.height - 14, f"{said}.", TEXT, DARK, "start")
    fields = f"x {x.shape} and its receptive fields of {height} × {width} as the rows of a matrix {rows.shape}"
    return drawing.saying(f"{fields}. {said}.")


def shifted_products(x, W, u=0, v=0):
    """One entry of the kernel, (u, v), meets all its pixels at once; the products add up. x (H, W), W (FH, FW), whole."""
    x, W = np.asarray(x), np.asarray(W)
    out = x.shape[0] - W.shape[0] + 1, x.shape[1] - W.shape[1] + 1
    u, v = (min(max(int(at), 0), n - 1) for at, n in zip((u, v), W.shape, strict=True))
    entry, total = u * W.shape[1] + v + 1, np.zeros(out, dtype=int)
    for k in range(entry):
        i, j = divmod(k, W.shape[1])
        product = x[i : i + out[0], j : j + out[1]] * W[i, j]
        total += product
    full, columns = correlated(x, W), (x.shape[1], W.shape[1], out[1], out[1])
    cell = int(min(36, (WIDTH - 2 * MARGIN - 3 * 72) / sum(columns)))
    gap = (WIDTH - 2 * MARGIN - cell * sum(columns)) / 3
    lefts = np.cumsum([MARGIN, *(n * cell + gap for n in columns[:3])]).tolist()
    drawing, middle = Drawing(WIDTH, TOP + len(x) * cell + 36), TOP + len(x) * cell / 2
    tops = [middle - n * cell / 2 for n in (len(x), len(W), out[0], out[0])]
    for left, top, words in zip(lefts, tops, (f"x {x.shape}", f"kernel {W.shape}", "product", "sum so far"), strict=True):
        drawing.text(left, top - 16, words, TEXT, DARK, "start", weight="bold")
    drawing.text(lefts[1], tops[1] + len(W) * cell + 16, "point at an entry", SMALL, ink.text("blue"), "start")
    for left, sign in zip(lefts[1:], "×=→", strict=True):
        drawing.text(left - gap / 2, middle, sign, TITLE)
    met, size = mask(x.shape, np.s_[i : i + out[0], j : j + out[1]]), (cell, cell)
    grounds = signs.grounds(x / max(1, np.abs(x).max(initial=0)), make=signs.paper)
    signs.cells(drawing, lefts[0], tops[0], size, grounds, signs.whole(x), bold=met)
    signs.framed(drawing, lefts[0] + j * cell, tops[0] + i * cell, out[1] * cell, out[0] * cell)
    moves = {"v": (v, 1, 0, W.shape[1] - 1), "u": (u, 1, 0, W.shape[0] - 1)}
    panel = signs.over(drawing, lefts[1], tops[1], cell, W.shape)
    with drawing.handle(moves, panel, "entry of the kernel", area=True, hover=True, key="kernel"):
        signs.cells(drawing, lefts[1], tops[1], size, signs.grounds(W), signs.whole(W), bold=mask(W.shape, (u, v)))
        signs.framed(drawing, lefts[1] + v * cell, tops[1] + u * cell, cell, cell)
    signs.cells(drawing, lefts[2], tops[2], size, signs.grounds(product), signs.whole(product))
    limit = np.abs(full).max(initial=0)
    signs.cells(drawing, lefts[3], tops[3], size, signs.grounds(total, limit), signs.whole(total), bold=mask(out, np.s_[:]))
    said = f"Entry {entry} of {W.size}, at ({i}, {j}), is {written(W[i, j])}"
    said += f": it meets the framed {out[0]} × {out[1]} pixels at once"
    drawing.text(MARGIN, drawing.height - 14, f"{said}.", TEXT, DARK, "start")
    sums = f"Product {written(product.tolist())}, sum so far {written(total.tolist())}"
    return drawing.saying(f"{said}. {sums}.")


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
        axes.text(1350 * value, place, words, va="center", size=ink.SMALL)
    return figure.saying(f"How many times as fast as the first way: {', '.join(map(' '.join, zip(names, times, strict=True)))}.")
