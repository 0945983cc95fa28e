"""Figures of lesson 10: sums layer by layer, depth and width, runs side by side, weight decay, claims beside measurements.

Two of them stand under sliders, so they keep to few texts and put logarithms on plain axes.
"""

import functools

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from helpers.plots.base import COLOURS, new_figure, styled

BLUES = LinearSegmentedColormap.from_list("light blues", ["#FFFFFF", COLOURS["sky"]])
NAMES = ("blue", "orange", "green", "pink", "grey", "yellow")
DASHES = ("-", (0, (5, 2)), (0, (1, 1.2)), (0, (6, 2, 1, 2)), (0, (3, 1)), (0, (1, 3)))
MARKS = ("o", "s", "D", "X", "^", "v")
FLOOR, CEILING = -13, 9  # powers of ten that signal_spread shows


def _short(value):
    """One digit and its power of ten as people write it: 2e-11, 0.6, 20."""
    return f"{float(f'{value:.0e}'):g}".replace("e-0", "e-").replace("e+0", "e")


def _roughly(share):
    """To the nearest 5 %: what a few images more or less do not change."""
    return f"about {5 * round(20 * float(share))} %"


@styled
def signal_spread(spreads, title="spread of the sums, layer by layer"):
    """How large a network's sums are in each of its layers, on a logarithmic axis.

    spreads: {name of a start: root of the mean square of the sums in layer 1, 2, …, (L,)}. Values beyond 1e-13 and 1e9
    are drawn at the edge.
    """
    figure, axes = new_figure(7.0, 3.3)
    parts = []
    for number, (name, values) in enumerate(spreads.items()):
        values = np.maximum(np.nan_to_num(np.asarray(values, dtype=float), nan=1e300, posinf=1e300), 1e-300)
        at = np.arange(1, len(values) + 1)
        colour = COLOURS[NAMES[number % 6]]
        heights = np.clip(np.log10(values), FLOOR, CEILING)
        axes.plot(at, heights, ls=DASHES[number % 6], marker=MARKS[number % 6], ms=5, color=colour, label=name)
        axes.text(at[-1] + 0.15, heights[-1], name, color=colour, va="center", fontsize=9)
        parts.append(f"{name}: from {_short(values[0])} in the first layer to {_short(values[-1])} in the last")
    axes.plot([1, at[-1]], [0, 0], color=COLOURS["grey"], lw=0.8)
    powers = list(range(-12, CEILING, 4))
    axes.set_yticks(powers, [f"1e{power}" if power else "1" for power in powers])
    axes.set(xlabel="layer", ylabel="spread", title=title, xticks=at[:: -(-len(at) // 10)])
    share = 0.03 + 0.0125 * max(map(len, spreads))  # of the width, for the names at the ends
    axes.set(xlim=(0.7, (at[-1] - 0.7 * share) / (1 - share)), ylim=(FLOOR - 0.6, CEILING + 0.6))
    figure.alt = f"The spread of the sums, layer by layer. {'; '.join(parts)}."
    return figure


@functools.lru_cache(maxsize=256)
def _outline(text, x, y):
    """A short text as an outline in the cells of depth_and_width, which are broader than high. 36 texts would take 40 ms."""
    path = TextPath((0, 0), text, size=1, prop=FontProperties())
    low, high = path.get_extents().get_points()
    return Path((path.vertices - (low + high) / 2) * (0.225, 0.32) + (x, y), path.codes)


@styled
def depth_and_width(depths, widths, accuracies, curves, depth, width):
    """A table of validation accuracies, one cell a network, and beside it the learning curves of one cell.

    depths: numbers of hidden layers, (D,). widths: units in each of them, (W,). accuracies: (D, W), 0..1.
    curves: {(depth, width): a History of helpers.training}. depth, width: the cell to show, one of those.
    """
    depths, widths, accuracies = list(depths), list(widths), np.asarray(accuracies)
    figure, (left, right) = new_figure(7.0, 3.1, 1, 2, width_ratios=[1.15, 1])
    left.imshow(accuracies, cmap=BLUES, vmin=0.2, vmax=1.1, aspect="auto", origin="lower")
    numbers = [_outline(f"{100 * value:.0f}", column, row) for (row, column), value in np.ndenumerate(accuracies)]
    numbers += [_outline(str(width), column, -0.75) for column, width in enumerate(widths)]
    numbers += [_outline(str(depth), -0.75, row) for row, depth in enumerate(depths)]
    drawn = left.add_artist(PathPatch(Path.make_compound_path(*numbers), color="#1A1A1A", lw=0, clip_on=False))
    drawn.set_in_layout(False)  # to measure a thousand curves would take longer than to draw them
    left.set(xlabel="units in each hidden layer", ylabel="hidden layers", title="validation accuracy in %", xticks=[], yticks=[])
    left.xaxis.set_label_coords(0.5, -0.14)
    left.yaxis.set_label_coords(-0.12, 0.5)
    left.grid(False)
    figure.alt = (
        f"Validation accuracy for {len(depths)} depths and {len(widths)} widths: from {_roughly(accuracies.min())} at the least "
        f"to {_roughly(accuracies.max())} at the most. The narrowest column has {_roughly(accuracies[:, 0].mean())} on average, "
        f"the widest {_roughly(accuracies[:, -1].mean())}."
    )
    cell = (widths.index(width), depths.index(depth))
    left.add_artist(Rectangle((cell[0] - 0.5, cell[1] - 0.5), 1, 1, fill=False, ec=COLOURS["orange"], lw=3, clip_on=False))
    history = curves[depth, width]
    right.plot(history.evaluated, history.train_accuracy, color=COLOURS["orange"], ls=DASHES[1], label="training")
    right.plot(history.evaluated, history.val_accuracy, color=COLOURS["blue"], label="validation")
    right.set(xlabel="iteration", ylabel="accuracy", ylim=(0, 1.3), yticks=[0, 0.5, 1])
    right.set(xticks=[0, history.evaluated[-1] // 2, history.evaluated[-1]])
    right.xaxis.set_label_coords(0.5, -0.14)
    layers = "layer" if depth == 1 else "layers"
    right.set_title(f"{depth} hidden {layers} of {width} units: {history.val_accuracy[-1]:.0%}", fontsize=10)
    right.legend(loc="upper center", ncols=2, fontsize=9)
    figure.alt += (
        f" Beside it the curves of {depth} hidden layers of {width} units: training ends at "
        f"{_roughly(history.train_accuracy[-1])}, validation at {_roughly(history.val_accuracy[-1])}."
    )
    return figure


@styled
def runs_compared(runs, xlabel, ylabel, title=None, ylim=None):
    """Several curves in one picture, each with its own dash and mark.

    runs: {name: (x, y)}, y between 0 and 1 for accuracies. ylim: the part of the vertical axis to show.
    """
    figure, axes = new_figure(6.4, 3.1)
    parts = []
    for number, (name, (x, y)) in enumerate(runs.items()):
        step = max(1, len(x) // 8)
        look = {"ls": DASHES[number % 6], "color": COLOURS[NAMES[number % 6]], "marker": MARKS[number % 6]}
        axes.plot(x, y, ms=5, markevery=step, label=name, **look)
        parts.append(f"{name}, ends at {_roughly(y[-1])}")
    axes.set(xlabel=xlabel, ylabel=ylabel, title=title, ylim=ylim)
    axes.legend(fontsize=9)
    figure.alt = f"{ylabel[0].upper()}{ylabel[1:]} over {xlabel}: {'; '.join(parts)}."
    return figure


@styled
def decay_study(decays, train, val, norms):
    """What weight decay does: accuracy on training and validation images on the left, the length of all weights on the right.

    decays: (L,), drawn side by side at equal distances because one of them is usually 0. train, val: accuracies, (L,), 0..1.
    norms: root of the sum of all squared weights, (L,).
    """
    figure, (left, right) = new_figure(7.0, 2.9, 1, 2)
    at, labels = np.arange(len(decays)), [f"{decay:g}" for decay in decays]
    left.plot(at, train, "s", ls=DASHES[1], color=COLOURS["orange"], label="training (labels as given)")
    left.plot(at, val, "o-", color=COLOURS["blue"], label="validation")
    left.set(ylim=(0.4, 1.03), ylabel="share read as labelled", title="accuracy")
    left.legend(loc="lower left", fontsize=9)
    right.plot(at, norms, "D-", color=COLOURS["green"])
    right.set(ylim=(0, None), ylabel="length of all weights", title="weights")
    for axes in (left, right):
        axes.set_xticks(at, labels)
        axes.set_xlabel("weight decay λ")
    best = int(np.argmax(val))
    figure.alt = (
        f"Over weight decays from {decays[0]:g} to {decays[-1]:g} the length of all weights falls from {norms[0]:.0f} to "
        f"{norms[-1]:.0f}. Validation accuracy is {_roughly(val[0])} without and best, {_roughly(val[best])}, "
        f"at {decays[best]:g}."
    )
    return figure


@styled
def claims(rows):
    """Published figures beside what was measured: one line a claim.

    rows: list of (text, claimed in % or None, {what was measured on: accuracy in %}), all with the same names. The first
    name's marks stand a little above the line, so that they do not cover the others, the published figures below it.
    """
    figure, axes = new_figure(7.0, 1.1 + 0.55 * len(rows))
    measured = list(rows[0][2])
    heights = np.arange(len(rows))[::-1]
    values = np.array([[row[2][name] for name in measured] for row in rows])
    for height, line in zip(heights, values, strict=True):
        axes.plot([line.min(), line.max()], [height, height], color="#C8C8C8", lw=3, zorder=1)
    for number, name in enumerate(measured):
        look = {"ls": "", "marker": MARKS[number % 6], "ms": 8, "color": COLOURS[NAMES[number % 6]]}
        axes.plot(values[:, number], heights + (0.24 if number == 0 else 0), label=name, **look)
    stated = [(row[1], height - 0.27) for row, height in zip(rows, heights, strict=True) if row[1] is not None]
    axes.plot(*np.transpose(stated), ls="", marker="|", ms=11, mew=2.5, color="#1A1A1A", label="published")
    axes.set_yticks(heights, [row[0] for row in rows])
    axes.set(xlabel="accuracy in %", ylim=(-0.6, len(rows) - 0.4))
    figure.legend(loc="outside upper center", ncols=len(measured) + 1, fontsize=9)
    parts = []
    for text, claimed, found in rows:
        told = f"published {claimed:g}, " if claimed is not None else ""
        parts.append(f"{text.replace(chr(10), ' ')}: {told}" + ", ".join(f"{name} {value:.1f}" for name, value in found.items()))
    figure.alt = f"Accuracies in percent. {'. '.join(parts)}."
    return figure
