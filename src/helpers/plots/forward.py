"""Figures of lesson 03: the shapes of a layer, a small network with its numbers, digits being read."""

import matplotlib
import numpy as np

from helpers.functions import relu, softmax
from helpers.plots.base import blank, fixed_panels, new_drawing, styled
from helpers.plots.grids import Grid, equation, mask
from helpers.plots.ink import COLOURS, DARK, PALE, SMALL, TEXT, dress, number, short, subscripts
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


@styled
def digit_reader(image, weights, truth=None):
    """A two-layer ReLU network reading one picture: the pixels, what its hidden units say, and its probabilities.

    image: (D,), a square picture's pixels, 0 paper and 1 ink. weights: {"W1": (D, M), "b1": (M,), "W2": (M, 10), "b2": (10,)}.
    truth: the right digit, if known; of a misread picture its bar is green and hatched, the answer's orange. A hidden unit
    is white where it says 0; the strongest colour has the largest activation for this picture.
    """
    image = np.asarray(image)
    z1 = relu(image @ weights["W1"] + weights["b1"])
    y = softmax(z1 @ weights["W2"] + weights["b2"])
    answer, side = int(y.argmax()), round(image.size**0.5)
    if side**2 != image.size:
        raise ValueError(f"the reader shows square pictures of one channel; {image.size} pixels are no square.")
    # both pictures in one pair of axes, in inches: 3.22 by 1.82
    figure, (left, right) = fixed_panels(7.0, 2.6, (0.02, 0.12, 0.46, 0.7), (0.57, 0.19, 0.42, 0.63))
    left.axis("off")
    largest = max(float(z1.max()), 1e-9)
    units = np.full((-(-z1.size // 5), 5), -largest)  # the last row may not be full: grey
    units.flat[: z1.size] = z1
    blues = matplotlib.colormaps["Blues"].with_extremes(under=PALE)
    for name, picture, (start, end), cmap, vmax in (
        (f"{image.size} pixels x", image.reshape(side, side), (0, 1.82), "gray_r", 1),
        (f"{z1.size} hidden units z₁", units, (2.17, 3.15), blues, largest),
    ):
        left.imshow(picture, vmin=0, vmax=vmax, cmap=cmap, extent=(start, end, 0, 1.82), aspect="auto")
        frame = [start, end, end, start, start], [0, 0, 1.82, 1.82, 0]
        left.plot(*frame, color=COLOURS["grey"], linewidth=0.8, clip_on=False)
        left.text((start + end) / 2, 1.9, name, ha="center", va="bottom", fontsize=TEXT)
    left.set(xlim=(0, 3.22), ylim=(0, 1.82))
    colours = [COLOURS["grey"]] * len(y)
    colours[answer] = COLOURS["blue"] if truth in (None, answer) else COLOURS["orange"]
    if truth not in (None, answer):
        colours[truth] = "none"
        right.bar(truth, y[truth], width=0.62, color=COLOURS["green"], hatch="///")
    right.vlines(np.arange(len(y)), 0, y, colors=colours, linewidths=17)
    right.grid(axis="x", visible=False)
    verdict = "" if truth is None else (", right" if truth == answer else f", wrong: it is a {truth}")
    settings = {"xlim": (-0.6, len(y) - 0.4), "ylim": (0, 1), "xticks": range(len(y)), "yticks": (0, 0.5, 1)}
    dress(right, f"read as {answer} with {number(y[answer])}{verdict}", **settings)
    way = f"A digit of {side} × {side} pixels goes through {z1.size} hidden units, {np.sum(z1 > 1e-3)} of them above 0"
    return figure.saying(f"{way}, and is read as {answer} with probability {number(y[answer])}{verdict}.")


@styled
def misread(images, probabilities, truths):
    """Pictures that were read wrongly beside their probabilities: orange with a mark what was said, green and hatched what it is.

    images: (N, D), square pictures, N at least 1. probabilities: (N, K). truths: (N,), the right digits.
    """
    images, probabilities = np.asarray(images), np.asarray(probabilities)
    if not len(images):
        raise ValueError("there is no picture to show: none was misread, or none was picked.")
    classes, side, rows, said = probabilities.shape[1], round(images.shape[1] ** 0.5), -(-len(images) // 4), []
    figure, grid = blank(7.0, 1.55 * rows, rows, 12, width_ratios=[1, 1.4, 0.25] * 4)
    figure.get_layout_engine().set(w_pad=0.02, wspace=0)
    for place, (image, y, truth) in enumerate(zip(images, probabilities, truths, strict=True)):
        left, right = grid[place // 4, 3 * (place % 4) :][:2]
        answer = int(y.argmax())
        left.imshow(image.reshape(side, side), vmin=0, vmax=1)
        dress(left, f"is {truth}", 9, anchor="N")
        colours = [COLOURS["grey"]] * classes
        colours[answer], colours[truth] = COLOURS["orange"], COLOURS["green"]
        bars = right.bar(range(classes), y, color=colours)
        bars[truth].set_hatch("///")
        right.plot(answer, min(y[answer] + 0.09, 1.08), "v", color=COLOURS["orange"], markersize=5)
        right.axis("on")
        right.grid(visible=False)
        right.spines["left"].set_bounds(0, 1)
        right.tick_params(labelsize=7, length=0, pad=1)
        settings = {"ylim": (0, 1.12), "yticks": (0, 1), "xlim": (-0.7, classes - 0.3), "xticks": sorted({answer, truth})}
        dress(right, f"said {answer}: {number(y[answer])}", 9, **settings)
        said.append(f"a {truth} read as {answer} ({number(y[answer])}, the right one got {number(y[truth])})")
    return figure.saying(f"{len(images)} misread digits with their probabilities: {'; '.join(said)}.")
