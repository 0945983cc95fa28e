"""Figures of lesson 15: what a start makes of ten layers, both ways through one layer, what became of five starts."""

import numpy as np
from matplotlib.collections import PolyCollection

from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.ink import COLOURS, PALE
from helpers.plots.labels import at_ends

BINS = 30
LOWEST, HIGHEST = -12, 6  # powers of ten; what is smaller or larger is counted at the edge
LINEAR = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}  # activations that have bounds


def _columns(axes, values, limits, colour, middles=False):
    """One histogram a layer, standing on its end, left and right of the layer's number; each is as wide as its fullest bin.

    middles: whether a line leads from the middle value of one layer to that of the next.
    """
    edges = np.linspace(*limits, BINS + 1)
    ladder, shapes = np.repeat(edges, 2)[1:-1], []
    for layer, numbers in enumerate(values, start=1):
        if not len(numbers):
            continue
        at = np.clip((numbers - limits[0]) / (limits[1] - limits[0]) * BINS, 0, BINS - 1).astype(int)
        wide = np.bincount(at, minlength=BINS)
        first, last = np.flatnonzero(wide)[[0, -1]]  # no outline where there is nothing
        side, up = (line[2 * first : 2 * last + 2] for line in (np.repeat(0.42 * wide / wide.max(), 2), ladder))
        shapes.append(np.column_stack([np.append(layer - side, (layer + side)[::-1]), np.append(up, up[::-1])]))
    look = {"facecolors": [(COLOURS[colour], 0.35)], "edgecolors": COLOURS[colour], "linewidths": 0.9}
    axes.add_collection(PolyCollection(shapes, **look), autolim=False)
    if middles:
        at = [(layer, np.clip(np.median(numbers), *limits)) for layer, numbers in enumerate(values, start=1) if len(numbers)]
        if at:
            ink.line(axes, at, color=ink.DARK, lw=1.2, marker="o", ms=4, zorder=3)
    room = 0.04 * (limits[1] - limits[0])
    axes.set(xlim=(0.4, len(values) + 0.6), ylim=(limits[0] - room, limits[1] + room))


def _powers(arrays):
    """Powers of ten of the sizes, where the number is not 0, and the share that is 0, for each array."""
    sizes = [np.abs(array[array != 0]).astype(np.float64) for array in arrays]
    with np.errstate(over="ignore"):
        powers = [np.log10(size) for size in sizes]
    return powers, [1 - len(size) / np.size(array) for size, array in zip(sizes, arrays, strict=True)]


def _spread(array):
    """The root of the mean square, also of huge numbers."""
    return float(np.sqrt(np.mean(np.square(array, dtype=np.float64))))


@styled
def layer_histograms(activations, slopes, activation="ReLU", title=None):
    """Histograms standing on end: for each layer its activations, and the slopes that arrive at what goes into them.

    activations, slopes: lists of arrays, one a layer, all values together. activation: "sigmoid" and "tanh" are drawn between
    their bounds; others, and all slopes, by the size of what is not 0, on a logarithmic axis, with a line through the middle
    values. title: what the start was.
    """
    figure, (upper, lower) = new_figure(7.0, 4.5, rows=2)
    powers, silent = _powers(activations)
    ticks = range(LOWEST, HIGHEST + 1, 6)
    if limits := LINEAR.get(activation):
        _columns(upper, [np.ravel(array) for array in activations], limits, "blue")
        upper.set_yticks([limits[0], np.mean(limits), limits[1]], [ink.short(v) for v in (limits[0], np.mean(limits), limits[1])])
        words = "activations"
    else:
        _columns(upper, powers, (LOWEST, HIGHEST), "blue", middles=True)
        upper.set_yticks(ticks, map(ink.power, ticks))
        words = f"activations that are not 0: size  (0 are {ink.percent(np.mean(silent))})"
    sizes, without = _powers(slopes)
    _columns(lower, sizes, (LOWEST, HIGHEST), "orange", middles=True)
    lower.set_yticks(ticks, map(ink.power, ticks))
    upper.set_xticks([])  # those below serve both, and each tick takes a millisecond
    lower.set_xticks(range(1, len(slopes) + 1, 1 + (len(slopes) > 10)))
    ink.dress(upper, f"{title}: {words}" if title else words, places=(-0.08, -0.1), ylabel="activation")
    ink.dress(lower, "slopes at what goes into the activation: size", places=(-0.08, -0.2), xlabel="layer", ylabel="slope")
    first, last = (f"{ink.size(_spread(array), 1)}" for array in (activations[0], activations[-1]))
    back, start = (f"{ink.size(_spread(array), 1)}" for array in (slopes[-1], slopes[0]))
    what = f"Histograms of {len(activations)} layers with {activation}" + (f", {title}" if title else "")
    sides = f"The spread of the activations is {first} in layer 1 and {last} in layer {len(activations)}"
    if activation in LINEAR:
        high = np.mean([np.mean(np.abs(np.ravel(array) - np.mean(limits)) > 0.45 * np.ptp(limits)) for array in activations])
        sides += f", and {ink.percent(high)} of them lie within a twentieth of an end"
    return figure.saying(f"{what}. {sides}. The slopes have spread {back} in the last layer and {start} in layer 1.")


@styled
def both_directions(inputs=3, outputs=5):
    """Two drawings of one layer: a sum that collects from all inputs, and an input that gets slopes back from all outputs."""
    figure, axes = new_drawing(7.0, 2.9, (0, 13.8), (-0.3, 5.8))
    for left, collects in ((0.9, True), (7.9, False)):
        here = {"in": np.linspace(0.7, 4.5, inputs), "out": np.linspace(0.7, 4.5, outputs)}
        chosen = here["out"][outputs // 2] if collects else here["in"][inputs // 2]
        for low in here["in"]:
            for high in here["out"]:
                mine = (high if collects else low) == chosen
                colour = COLOURS["blue" if collects else "orange"] if mine else PALE
                start, end = (left + 0.3, low), (left + 4.7, high)
                if mine:
                    ink.arrow(axes, *((start, end) if collects else (end, start)), colour, "-" if collects else ink.DASHED)
                else:
                    ink.line(axes, [start, end], color=colour, lw=0.8, zorder=1)
        for across, heights in ((left, here["in"]), (left + 5.0, here["out"])):
            ink.line(
                axes,
                [(across, height) for height in heights],
                ls="",
                marker="o",
                ms=13,
                mfc="white",
                mec=COLOURS["blue"],
                mew=1.6,
                zorder=3,
            )
        words = f"forward: {inputs} terms in each sum" if collects else f"back: {outputs} terms in each slope"
        axes.text(left + 2.5, 5.35, words, ha="center", va="center", color=ink.text("blue" if collects else "orange"))
        for across, name in ((left, "inputs"), (left + 5.0, "outputs")):
            axes.text(across, 0.1, name, ha="center", va="center", size=ink.SMALL)
    there = f"On the left arrows run from all {inputs} inputs into one output"
    back = f"on the right dashed arrows come back from all {outputs} outputs to one input"
    return figure.saying(f"A layer with {inputs} inputs and {outputs} outputs, drawn twice. {there}; {back}.")


@styled
def signals_both_ways(forward, back):
    """Spread of the sums on the way forward and of the slopes on the way back, layer by layer, on logarithmic axes.

    forward, back: {name: list of spreads, from the first layer to the last}.
    """
    figure, panels = new_figure(7.0, 3.0, columns=2, sharex=True)
    parts = []
    looks = (("orange", "-", "o"), ("blue", ink.DASHED, "s"), ("green", ":", "D"))
    for axes, title, spreads in zip(panels, ("forward: sums", "back: slopes"), (forward, back), strict=True):
        for (name, values), (colour, dash, mark) in zip(spreads.items(), looks, strict=False):
            powers = np.log10(np.divide(values, values[0 if axes is panels[0] else -1]))
            axes.plot(range(1, len(values) + 1), powers, ls=dash, marker=mark, ms=5, color=COLOURS[colour])
            parts.append(f"{title}, {name}: times {ink.size(10 ** powers[-1 if axes is panels[0] else 0], 1)}")
        axes.set_yticks(range(-1, 2), map(ink.power, range(-1, 2)))
        axes.set(title=title, xlabel="layer", xticks=range(1, len(values) + 1), xlim=(0.8, len(values) + 0.2), ylim=(-1.1, 1.1))
    panels[0].set_ylabel("times as large as at the start")
    # where the way back ends all are 1, so the names stand at the way forward; colours, dashes and marks are the same
    ends = [(values[-1] / values[0], name, look[0]) for (name, values), look in zip(forward.items(), looks, strict=False)]
    at_ends(panels[0], [(len(forward[name]), np.log10(end), name, colour) for end, name, colour in ends])
    return figure.saying(f"How spreads change on their way through the layers. {'; '.join(parts)}.")


def _band(axes, runs, every, length, colour, dash):
    """The mean of several curves in %, and a band from the lowest to the highest; a run that came to no number counts as 0."""
    curves = np.array([[*run, *[0.0] * (length - len(run))] for run in runs])
    steps = every * np.arange(1, length + 1)
    axes.fill_between(steps, curves.min(axis=0), curves.max(axis=0), color=colour, alpha=0.2, lw=0)
    axes.plot(steps, curves.mean(axis=0), color=colour, ls=dash, lw=2)
    return float(curves[:, -1].mean())


@styled
def starts_compared(networks, every=15):
    """Validation accuracy over steps for several starts, one panel each, without and with batch normalization.

    networks: list of {"start", "normalized", "rate", "runs": [{"curve": in %}]}, of one activation. every: steps between points.
    """
    names = list(dict.fromkeys(network["start"] for network in networks))
    figure, panels = new_figure(7.4, 2.9, columns=len(names), sharey=True, squeeze=False)
    length, parts = max(len(run["curve"]) for network in networks for run in network["runs"]), []
    for axes, name in zip(panels[0], names, strict=True):
        ends = {}
        for network in networks:
            if network["start"] == name:
                look = (COLOURS["blue"], "-") if network["normalized"] else (COLOURS["orange"], ink.DASHED)
                curves = [run["curve"] for run in network["runs"]]
                ends[network["normalized"]] = _band(axes, curves, every, length, *look), network["rate"]
        axes.set(title=name, xlim=(0, 1.03 * every * length), ylim=(-2, 103), xticks=(0, every * length))
        if axes is panels[0, len(names) // 2]:
            axes.set_xlabel("steps")
        told = [f"{'with' if key else 'without'} {end:.0f} % at rate {rate:g}" for key, (end, rate) in sorted(ends.items())]
        parts.append(f"{name}: {', '.join(told)}")
    panels[0, 0].set_ylabel("validation accuracy in %")
    last = {True: ("with batch\nnormalization", "blue"), False: ("without", "orange")}
    at_ends(panels[0, -1], [(every * length, end, *last[key]) for key, (end, _) in ends.items()])  # of the last start
    return figure.saying(
        f"Validation accuracy over {every * length} steps from {len(names)} starts, means of the seeds. {'; '.join(parts)}."
    )
