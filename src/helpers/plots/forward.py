"""Figures of lesson 03: the shapes of a layer, a small network with its numbers."""

import numpy as np

from helpers.plots.base import new_drawing, styled
from helpers.plots.grids import Grid, equation, mask
from helpers.plots.ink import COLOURS, DARK, PALE, SMALL, TEXT, number, short, subscripts
from helpers.plots.labels import along


@styled
def layer_shapes(samples=4, inputs=2, units=3, columns=False):
    """The shapes of an affine step as arrays, x @ W + b = a, with one sample marked and one unit framed; all sizes 1 to 6.

    columns: samples as columns, W @ x + b, instead of rows.
    """
    n, d, m = samples, inputs, units
    colours = {"x": "blue", "W": "green", "b": "pink", "a": "orange"}
    shapes = {"x": (n, d), "W": (d, m), "b": (n, m), "a": (n, m)}
    if columns:
        shapes = {name: shapes[name][::-1] for name in ("W", "x", "b", "a")}
    written, parts = {**shapes, "b": (m, 1) if columns else f"({m},)"}, []
    for (name, shape), sign in zip(shapes.items(), ("@", "+", "=", None), strict=True):
        first = (slice(None), 0) if columns else (0,)  # the first sample, and the last unit, as an index
        sample = mask(shape, first) if name in "xa" else None
        unit = (m - 1, 0, 1, shape[1]) if columns else (0, m - 1, shape[0], 1)
        frames = () if name == "x" else ((*unit, DARK, "-"),)
        real = mask(shape, first) if name == "b" else None  # repeated for every sample
        parts.append(Grid(np.full(shape, "·"), colours[name], f"{name} {written[name]}", real, sample, frames))
        parts += [sign] if sign else []
    sign, order = "columns" if columns else "rows", "{} @ {} + {} = {}".format(*(part.title for part in parts[::2]))
    unit = f"one unit ({'row' if columns else 'column'} of W and of a) is framed. b is repeated for every sample"
    said = f"{sign}: {order}. One sample ({sign[:-1]} of x and of a) is marked, {unit}"
    return equation(parts)[0].saying(f"The arrays of an affine step with samples as {said}.")


@styled
def forward_drawing(values, names, weights=None, biases=None, unit=None):
    """A network with the numbers it computed, one column of circles a layer, from the inputs to the outputs.

    values: list of (units,) arrays, the inputs first. names: a text above each column. With unit=(layer, index), both counted
    from 1, that unit's wires are bold and carry their weights; then weights is the list of W, and biases that of b.
    """
    figure, axes = new_drawing(7.0, 3.6, (-0.9, 2.6 * (len(values) - 1) + 0.9), (-2.15, 2.8))
    spots = [[(2.6 * column, 1.45 * ((len(v) - 1) / 2 - k)) for k in range(len(v))] for column, v in enumerate(values)]
    for column, (here, there) in enumerate(zip(spots[:-1], spots[1:], strict=True), start=1):
        for k, start in enumerate(here):
            for j, end in enumerate(there, start=1):
                chosen = unit == (column, j)
                style = {"color": DARK, "linewidth": 1.8} if chosen else {"color": PALE, "linewidth": 0.8}
                axes.plot(*np.transpose([start, end]), zorder=2 if chosen else 1, **style)
                if chosen:
                    rising = end[1] >= start[1]  # above a wire that rises, below one that falls
                    along(axes, start, end, short(weights[column - 1][k, j - 1]), 0.45, -0.2 if rising else 0.2)
    shown = [[short(value) if column == 0 else number(value, 3) for value in v] for column, v in enumerate(values)]
    for column, (v, places) in enumerate(zip(shown, spots, strict=True)):
        chosen = [unit == (column, j) for j in range(1, len(v) + 1)]
        edges, widths = [COLOURS["orange" if c else "blue"] for c in chosen], [3 if c else 1.6 for c in chosen]
        axes.scatter(*np.transpose(places), s=1300, color="white", edgecolor=edges, linewidth=widths, zorder=4)
        for place, words in zip(places, v, strict=True):
            axes.text(*place, words, ha="center", va="center", fontsize=SMALL, zorder=5)
        axes.text(places[0][0], 2.0, subscripts(names[column]), ha="center", va="bottom", fontsize=TEXT)
    bold = ""
    if unit:
        (layer, j), (x, y) = unit, spots[unit[0]][unit[1] - 1]
        bias, into = short(biases[layer - 1][j - 1]), ", ".join(map(short, weights[layer - 1][:, j - 1]))
        axes.text(x, y - 0.55, f"b = {bias}", ha="center", va="top", fontsize=SMALL, zorder=6)
        bold = f" Bold: the wires into unit {j} of layer {layer}, weights {into}, bias {bias}."
    said = "; ".join(f"{name.replace(chr(10), ' ')}: {', '.join(v)}" for name, v in zip(names, shown, strict=True))
    return figure.saying(f"A network drawn with its numbers. {said}.{bold}")
