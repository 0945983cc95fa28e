"""Figures of lesson 17: how far a unit sees, the blocks of deep networks, and what depth does to learning."""

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection

from helpers.plots import ink
from helpers.plots.base import fixed_panels, new_drawing, new_figure, styled
from helpers.plots.grids import CORNERS
from helpers.plots.ink import COLOURS, DARK, PALE
from helpers.plots.labels import at_ends, box

KINDS = {False: ("plain", "orange", "s", "--"), True: ("with skips", "blue", "o", "-")}


def field_of(layers, kernel, stride=1):
    """How many pixels in a row one number sees through so many layers: each adds (kernel - 1) steps of the layer below it."""
    return 1 + sum((kernel - 1) * stride**below for below in range(layers))


@styled
def receptive_field(layers=2, kernel=3, stride=1):
    """One number and what it is made of, layer by layer down to the pixels, along one direction of the picture.

    layers: convolutions, 1 to 4. kernel: their width, odd. stride: of each. Weights are counted for 16 channels throughout.
    """
    widths = [field_of(k, kernel, stride) for k in range(layers + 1)]  # of the numbers that count, from the top down
    figure, axes = new_drawing(7.2, 3.1, (0, 7.2), (0, 3.1))
    cell = min(0.3, 5.3 / (widths[-1] + 2))
    heights, middle = np.linspace(2.3, 0.55, layers + 1), 3.95
    starts = [middle - cell * widths[-1] / 2]  # left end of each row's numbers, the pixels' first
    for below in range(layers - 1, -1, -1):  # a row's numbers lie stride cells of the row below it apart
        starts.insert(0, starts[0] + cell * stride ** (layers - 1 - below) * (kernel - 1) / 2)
    places = [starts[row] + cell * (np.arange(width) * stride ** (layers - row) + 0.5) for row, width in enumerate(widths)]
    wires = []
    for row in range(layers):
        for number, x in enumerate(places[row]):
            wires += [
                [(x, heights[row] - 0.09), (places[row + 1][number * stride + k], heights[row + 1] + 0.09)] for k in range(kernel)
            ]
    axes.add_collection(LineCollection(wires, colors=PALE, linewidths=0.7))
    size = min(0.2, 0.8 * cell)
    for row, (x, height) in enumerate(zip(places, heights, strict=True)):
        around = (CORNERS - 0.5) * (size, 0.2)
        last = row == layers
        squares = [around + (place, height) for place in x]
        if last:
            more = [around + (x[0] - cell, height), around + (x[-1] + cell, height)]
            axes.add_collection(PolyCollection(more, facecolors="white", edgecolors=PALE, linewidths=0.7))
        axes.add_collection(
            PolyCollection(squares, facecolors=COLOURS["blue" if last else "sky"], edgecolors=DARK, linewidths=0.5)
        )
        name = "pixels" if last else f"layer {layers - row}"
        axes.text(0.1, height, f"{name}: {len(x)}", ha="left", va="center", fontsize=ink.SMALL)
    seen, weights = widths[-1], layers * kernel**2 * 16 * 16
    words = f"{layers} layer{'s' * (layers > 1)} of {kernel} × {kernel}, stride {stride}: one number sees {seen} × {seen} pixels"
    axes.text(3.6, 2.86, f"{words}; {weights:,} weights", ha="center", va="center", fontsize=ink.TEXT)
    axes.text(
        3.6,
        0.15,
        "one direction of the picture; weights for 16 channels in and out",
        ha="center",
        va="center",
        fontsize=ink.SMALL,
    )
    return figure.saying(f"{words}. With 16 channels the layers have {weights:,} weights.")


def _box(axes, x, y, words, colour, wide=1.26):
    box(axes, x, y, wide, 0.3, colour)
    axes.text(x, y, words, ha="center", va="center", fontsize=ink.SMALL)


def _chain(axes, x, boxes, top, wide=1.26, into=None):
    """Boxes below each other with arrows between them: (words, colour) pairs. Returns the height below the last box."""
    y = top
    for number, (words, colour) in enumerate(boxes):
        _box(axes, x, y, words, colour, wide)
        if number + 1 < len(boxes):
            ink.arrow(axes, (x, y - 0.15), (x, y - 0.37), DARK)
        y -= 0.52
    return y + 0.52 - 0.15


@styled
def deep_blocks():
    """The three kinds of blocks of which deep networks are built: plain, with a skip connection, and Inception's four ways."""
    figure, axes = new_drawing(7.2, 3.5, (0, 7.2), (0, 3.5))
    body = [("3×3", "blue"), ("ReLU", "green"), ("3×3", "blue")]
    for x, title in ((0.85, "plain"), (2.55, "with a skip"), (5.35, "Inception: four ways")):
        axes.text(x, 3.32, title, ha="center", va="center", fontsize=ink.TITLE)
    for x in (0.85, 2.55):
        ink.arrow(axes, (x, 3.1), (x, 2.58), DARK)
        low = _chain(axes, x, body, 2.43, 0.9)
    ink.arrow(axes, (0.85, low), (0.85, 0.6), DARK)
    _box(axes, 0.85, 0.45, "ReLU", "green", 0.9)
    ink.arrow(axes, (0.85, 0.3), (0.85, 0.05), DARK)
    ink.arrow(axes, (2.55, low), (2.55, 1.06), DARK)
    axes.plot([2.55], [0.93], "o", ms=15, mfc="white", mec=DARK, mew=1.1, zorder=3)
    axes.text(2.55, 0.93, "+", ha="center", va="center", fontsize=12, zorder=4)
    ink.line(axes, [(2.55, 2.85), (3.3, 2.85), (3.3, 0.93)], color=COLOURS["orange"], lw=2.2)
    ink.arrow(axes, (3.3, 0.93), (2.68, 0.93), COLOURS["orange"])
    ink.arrow(axes, (2.55, 0.8), (2.55, 0.6), DARK)
    _box(axes, 2.55, 0.45, "ReLU", "green", 0.9)
    ink.arrow(axes, (2.55, 0.3), (2.55, 0.05), DARK)
    ways = [
        [("1×1", "pink")],
        [("1×1", "pink"), ("3×3", "blue")],
        [("1×1", "pink"), ("5×5", "blue")],
        [("pool 3×3", "yellow"), ("1×1", "pink")],
    ]
    ink.line(axes, [(5.35, 3.1), (5.35, 2.85)], color=DARK, lw=1.8)
    ink.line(axes, [(4.0, 2.85), (6.7, 2.85)], color=DARK, lw=1.8)
    for x, way in zip((4.0, 4.9, 5.8, 6.7), ways, strict=True):
        ink.arrow(axes, (x, 2.85), (x, 2.4), DARK)
        low = _chain(axes, x, way, 2.25, 0.78)
        ink.arrow(axes, (x, low), (x, 0.87), DARK)
    _box(axes, 5.35, 0.7, "channels one behind the other", "grey", 3.4)
    ink.arrow(axes, (5.35, 0.55), (5.35, 0.05), DARK)
    said = (
        "a plain one of two 3×3 convolutions; the same with its input added to its output; and Inception's four ways side by side"
    )
    return figure.saying(
        f"Three kinds of blocks: {said}, 1×1, 1×1 and 3×3, 1×1 and 5×5, pooling and 1×1, whose channels are joined."
    )


def _ends(runs, skips, key):
    """{depth: values, one a seed}."""
    found = {}
    for run in runs:
        if run["skips"] == skips:
            found.setdefault(run["depth"], []).append(run[key])
    return dict(sorted(found.items()))


def _power_axis(axes, low, high):
    axes.set_yticks(range(low, high + 1), map(ink.power, range(low, high + 1)))
    axes.set_ylim(low - 0.4, high + 0.25)


@styled
def depth_study(runs, skips=(False, True), losses=("train_loss", "val_loss")):
    """Training loss and validation loss against depth on logarithmic axes: a mark a seed, a line through the means.

    runs: list of {"depth", "skips", "train_loss", "val_loss"}. skips: which of plain (False) and residual (True) to draw.
    losses: which of the two losses, a panel each.
    """
    figure, panels = new_figure(7.0 if len(losses) == 2 else 4.4, 3.3, 1, len(losses), sharey=True, squeeze=False)
    panels, said, titles = panels[0], [], {"train_loss": "training loss", "val_loss": "validation loss"}
    for axes, key in zip(panels, losses, strict=True):
        title, names = titles[key], []
        for kind in skips:
            name, colour, mark, dash = KINDS[kind]
            ends = _ends(runs, kind, key)
            means = np.log10([np.mean(values) for values in ends.values()])
            axes.plot(list(ends), means, dash, color=COLOURS[colour], lw=2.2)
            names.append((max(ends), means[-1], name, colour))
            for depth, values in ends.items():
                axes.plot([depth] * len(values), np.log10(values), mark, color=COLOURS[colour], ms=5, alpha=0.75)
            first, last = ink.size(10 ** means[0], 1), ink.size(10 ** means[-1], 1)
            said.append(f"{title}, {name}: from {first} at depth {min(ends)} to {last} at depth {max(ends)}")
        _power_axis(axes, -3, 0)
        ink.dress(axes, title, xlabel="layers with weights", xticks=list(ends), xlim=(min(ends) - 1, max(ends) + 1))
        at_ends(axes, names)
    panels[0].set_ylabel("loss (nats)")
    return figure.saying(f"Losses after training, the mean of the seeds. {'; '.join(said)}.")


@styled
def slopes_kept(start, lengths, depth=30):
    """How far a slope can be trusted before training: what a step along it really brings, over what it promises.

    start: list of {"depth", "skips", "kept": (L,)}. lengths: (L,), of the steps. depth: one that occurs in start.
    """
    figure, (axes,) = fixed_panels(6.4, 3.1, (0.13, 0.16, 0.74, 0.74))
    said, ends = [], []
    for kind, (name, colour, mark, dash) in KINDS.items():
        kept = [entry["kept"] for entry in start if entry["skips"] == kind and entry["depth"] == depth]
        mean = np.clip(np.mean(kept, axis=0), 0, None)
        axes.plot(np.log10(lengths), mean, dash, marker=mark, color=COLOURS[colour], lw=2.2)
        ends.append((np.log10(lengths[-1]), mean[-1], name, colour))
        at = [f"{ink.percent(share)} at length {length:g}" for length, share in zip(lengths, mean, strict=True)][1::2]
        said.append(f"{name} {', '.join(at)}")
    axes.set_xticks(np.log10(lengths), [f"{length:g}" for length in lengths])
    settings = {"xlabel": "length of the step", "ylabel": "kept of what was promised", "ylim": (-0.03, 1.05)}
    axes.set_yticks([0, 0.5, 1], ["0", "50 %", "100 %"])
    ink.dress(axes, f"{depth} layers, before training", ink.TITLE, (-0.1, -0.11), **settings)
    at_ends(axes, ends)
    return figure.saying(
        f"{depth} layers before training: how much of the promised fall of the loss a step brings. {'; '.join(said)}."
    )
