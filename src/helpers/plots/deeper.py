"""Figures of lesson 10: sums layer by layer, depth and width, runs side by side, weight decay, claims beside measurements."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.plots import ink
from helpers.plots.base import fixed_panels, new_figure, styled
from helpers.plots.grids import outlines
from helpers.plots.ink import BLUES, COLOURS, DARK, PALE, TRAINING, VALIDATION
from helpers.plots.labels import at_ends, beside, width_of

NAMES = ("blue", "orange", "green", "pink", "grey", "yellow")
DASHES = ("-", (0, (5, 2)), (0, (1, 1.2)), (0, (6, 2, 1, 2)), (0, (3, 1)), (0, (1, 3)))
MARKS = ("o", "s", "D", "X", "^", "v")
FLOOR, CEILING = -13, 9  # powers of ten that signal_spread shows


def _look(number):
    """Dashes, mark and colour of the line with this number, from 0."""
    return {"ls": DASHES[number % 6], "marker": MARKS[number % 6], "color": COLOURS[NAMES[number % 6]]}


def _short(value):
    """One digit and its power of ten: 2e-11, 0.6, 20. More would differ from computer to computer."""
    return f"{float(f'{value:.0e}'):g}".replace("e-0", "e-").replace("e+0", "e")


def _roughly(share):
    """To the nearest 5 %: what a few images more or less do not change."""
    return f"about {5 * round(20 * float(share))} %"


@styled
def signal_spread(spreads, title="spread of the sums, layer by layer"):
    """How large a network's sums are in each of its layers, on a logarithmic axis that ends at 1e-13 and 1e9.

    spreads: {name of a start: root of the mean square of the sums in layer 1, 2, …, (L,)}.
    """
    room = (
        max(1.3, *(width_of(name, ink.SMALL) + 0.2 for name in spreads)) / 7.0
    )  # for names at the right, the same under a slider
    figure, (axes,) = fixed_panels(7.0, 3.3, (0.1, 0.15, 0.9 - room, 0.75))
    parts, ends, last = [], [], max(map(len, spreads.values()))
    for number, (name, values) in enumerate(spreads.items()):
        values = np.maximum(np.nan_to_num(np.asarray(values, dtype=float), nan=1e300, posinf=1e300), 1e-300)
        heights = np.clip(np.log10(values), FLOOR, CEILING)
        axes.plot(np.arange(1, len(values) + 1), heights, ms=5, **_look(number))
        ends.append((len(values), heights[-1], name, NAMES[number % 6]))
        parts.append(f"{name}: from {_short(values[0])} in the first layer to {_short(values[-1])} in the last")
    axes.plot([1, last], [0, 0], color=COLOURS["grey"], lw=0.8)
    axes.set_yticks(range(-12, CEILING, 4), map(ink.power, range(-12, CEILING, 4)))
    axes.set(xlabel="layer", ylabel="spread", title=title, xticks=range(1, last + 1, -(-last // 10)))
    side = 0.03 * max(1, last - 1)
    axes.set(xlim=(1 - side, last + side), ylim=(FLOOR - 0.6, CEILING + 0.6))
    at_ends(axes, ends)
    return figure.saying(f"The spread of the sums, layer by layer. {'; '.join(parts)}.")


@styled
def depth_and_width(depths, widths, accuracies, curves, depth, width):
    """A table of validation accuracies, one cell a network, and beside it the learning curves of one cell.

    depths: numbers of hidden layers, (D,). widths: units in each of them, (W,). accuracies: (D, W), 0..1.
    curves: {(depth, width): a History of helpers.training}. depth, width: the cell to show, one of those.
    """
    depths, widths, accuracies = list(depths), list(widths), np.asarray(accuracies)
    figure, (left, right) = new_figure(7.0, 3.1, 1, 2, width_ratios=[1.15, 1])
    left.imshow(accuracies, cmap=BLUES, vmin=0.2, vmax=1.1, aspect="auto", origin="lower")
    words = [(f"{100 * value:.0f}", column, row) for (row, column), value in np.ndenumerate(accuracies)]
    words += [(str(width), column, -0.75) for column, width in enumerate(widths)]
    words += [(str(depth), -0.75, row) for row, depth in enumerate(depths)]
    outlines(left, [word for word, *_ in words], [place for _, *place in words], facecolors=DARK, clip_on=False)
    settings = {"xlabel": "units in each hidden layer", "ylabel": "hidden layers", "xticks": [], "yticks": []}
    ink.dress(left, "validation accuracy in %", ink.TITLE, (-0.12, -0.14), **settings)
    left.grid(False)
    corner = widths.index(width) - 0.5, depths.index(depth) - 0.5
    left.add_artist(Rectangle(corner, 1, 1, fill=False, ec=COLOURS["orange"], lw=3, clip_on=False))
    history = curves[depth, width]
    for share, look in ((history.train_accuracy, TRAINING), (history.val_accuracy, VALIDATION)):
        right.plot(history.evaluated, share, **look | {"marker": ""})
    ticks = {"xticks": [0, history.evaluated[-1] // 2, history.evaluated[-1]], "yticks": [0, 0.5, 1]}
    title = f"{depth} hidden layer{'s' * (depth != 1)} of {width} units: {ink.percent(history.val_accuracy[-1])}"
    ink.dress(right, title, xlabel="iteration", ylabel="accuracy", ylim=(0, 1.03), xlim=(0, history.evaluated[-1]), **ticks)
    right.xaxis.set_label_coords(0.5, -0.14)
    ends = (history.train_accuracy[-1], "training", "orange"), (history.val_accuracy[-1], "validation", "blue")
    at_ends(right, [(history.evaluated[-1], *end) for end in ends])
    least, most, narrowest, widest = map(_roughly, (accuracies.min(), accuracies.max(), *accuracies[:, [0, -1]].mean(axis=0)))
    train, val = _roughly(history.train_accuracy[-1]), _roughly(history.val_accuracy[-1])
    table = f"{len(depths)} depths and {len(widths)} widths: from {least} at the least to {most} at the most"
    ends = f"The narrowest column has {narrowest} on average, the widest {widest}"
    beside = f"the curves of {depth} hidden layers of {width} units: training ends at {train}, validation at {val}"
    return figure.saying(f"Validation accuracy for {table}. {ends}. Beside it {beside}.")


@styled
def equal_parameters(groups):
    """Networks that differ in depth alone, several seeds each: test accuracy on the left, training loss on the right.

    groups: {name, its number of parameters: (hidden layers (D,), test accuracies in % (D, S), training losses (D, S))}.
    A line goes through the means, a dot is a seed.
    """
    figure, panels = new_figure(7.0, 3.2, 1, 2)
    depths = sorted({depth for layers, *_ in groups.values() for depth in layers})
    told, least, ends = [], [], ([], [])
    for number, (name, (layers, *found)) in enumerate(groups.items()):
        look = _look(number)
        for axes, values, end in zip(panels, map(np.asarray, found), ends, strict=True):
            axes.plot(np.repeat(layers, values.shape[1]), values.ravel(), "o", ms=3, alpha=0.45, mew=0, color=look["color"])
            axes.plot(layers, values.mean(axis=1), ms=6, **look)
            end.append((layers[-1], values[-1].mean(), name, NAMES[number % 6]))
        means = np.mean(found[0], axis=1)
        told.append(f"{' '.join(name.split())}: ")
        told[-1] += ", ".join(f"{mean:.1f} with {depth}" for depth, mean in zip(layers, means, strict=True))
        losses = np.mean(found[1], axis=1)
        least.append((" ".join(name.split()), losses, layers[int(np.argmin(losses))]))
    side = 0.06 * (depths[-1] - depths[0] or 1)
    for axes, title, end in zip(panels, ("test accuracy in %", "training loss"), ends, strict=True):
        axes.set(xlim=(depths[0] - side, depths[-1] + side), xticks=depths, xlabel="hidden layers", title=title)
        axes.margins(y=0.08)
        if axes is panels[1]:
            axes.set_ylim(0, None)
        at_ends(axes, end)
    smallest = [f"{name}: {_short(losses.min())} with {at}" for name, losses, at in least]
    words = f"test accuracy in % over numbers of hidden layers, dots for single seeds. {'; '.join(told)}"
    return figure.saying(f"Mean {words}. The smallest mean training losses: {'; '.join(smallest)}.")


@styled
def runs_compared(runs, xlabel, ylabel, title=None, ylim=None):
    """Several curves, each with its own dash and mark. runs: {name: (x, y)}, y shares of 1. ylim: the part of y to show."""
    figure, axes = new_figure(7.0, 3.1)
    ends = []
    for number, (name, (x, y)) in enumerate(runs.items()):
        axes.plot(x, y, ms=5, markevery=max(1, len(x) // 8), **_look(number))
        ends.append((x[-1], y[-1], name.replace(": ", ":\n"), NAMES[number % 6]))
    side = 0.02 * max(1e-9, *(x[-1] for x, _ in runs.values()))
    axes.set(xlabel=xlabel, ylabel=ylabel, title=title, ylim=ylim, xlim=(min(x[0] for x, _ in runs.values()) - side, 51 * side))
    at_ends(axes, ends)
    parts = "; ".join(f"{name}, ends at {_roughly(y[-1])}" for name, (_, y) in runs.items())
    return figure.saying(f"{ylabel[0].upper()}{ylabel[1:]} over {xlabel}: {parts}.")


@styled
def decay_study(decays, train, val, norms):
    """What weight decay does: accuracy on training and validation images on the left, the length of all weights on the right.

    decays: (L,), drawn side by side at equal distances because one of them is usually 0. train, val: accuracies, (L,), 0..1.
    norms: root of the sum of all squared weights, (L,).
    """
    figure, (left, right) = new_figure(7.0, 2.9, 1, 2)
    at, labels = np.arange(len(decays)), [f"{decay:g}" for decay in decays]
    left.plot(at, train, **TRAINING)
    left.plot(at, val, **VALIDATION)
    beside(left, (at[1 % len(at)], train[1 % len(at)]), "training (labels as given)", "orange")
    beside(left, (at[1 % len(at)], val[1 % len(at)]), "validation", "blue", (6, -6), va="top")
    left.set(ylim=(0.4, 1.08), ylabel="share read as labelled", title="accuracy")
    right.plot(at, norms, "D-", color=COLOURS["green"])
    right.set(ylim=(0, None), ylabel="length of all weights", title="weights")
    for axes in (left, right):
        axes.set(xticks=at, xticklabels=labels, xlabel="weight decay λ")
    best = int(np.argmax(val))
    falls = f"{labels[0]} to {labels[-1]} the length of all weights falls from {norms[0]:.0f} to {norms[-1]:.0f}"
    reads = f"{_roughly(val[0])} without and best, {_roughly(val[best])}, at {labels[best]}"
    return figure.saying(f"Over weight decays from {falls}. Validation accuracy is {reads}.")


@styled
def claims(rows):
    """Published figures beside what was measured: one line a claim, the first name's marks above it, published ones below.

    rows: list of (text, claimed in % or None, {what was measured on: accuracy in %}), all with the same names.
    """
    figure, axes = new_figure(7.0, 1.1 + 0.55 * len(rows))
    measured = list(rows[0][2])
    heights = np.arange(len(rows))[::-1]
    values = np.array([[row[2][name] for name in measured] for row in rows])
    axes.plot([values.min(axis=1), values.max(axis=1)], [heights, heights], color=PALE, lw=3, zorder=1)
    for number, name in enumerate(measured):
        axes.plot(values[:, number], heights + (0.24 if number == 0 else 0), label=name, ms=8, **{**_look(number), "ls": ""})
    stated = [(row[1], height - 0.27) for row, height in zip(rows, heights, strict=True) if row[1] is not None]
    if stated:
        axes.plot(*np.transpose(stated), ls="", marker="|", ms=11, mew=2.5, color=DARK, label="published")
    axes.set_yticks(heights, [row[0] for row in rows])
    axes.set(xlabel="accuracy in %", ylim=(-0.6, len(rows) - 0.4))
    # a legend: in a row the marks lie on each other, and no row has all of them
    figure.legend(loc="outside upper center", ncols=len(measured) + 1, fontsize=ink.SMALL)
    parts = []
    for text, claimed, found in rows:
        told = [] if claimed is None else [f"published {claimed:g}"]
        told += [f"{name} {value:.1f}" for name, value in found.items()]
        parts.append(f"{' '.join(text.split())}: {', '.join(told)}")
    return figure.saying(f"Accuracies in percent. {'. '.join(parts)}.")
