"""Figures of lesson 15: the graph of batch normalization, walked back turn by turn, and which numbers share a mean."""

import numpy as np
from matplotlib.patches import Rectangle

from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.ink import COLOURS, DARK, PALE

# One feature of a batch of four; the slope asked for is that of the last number that comes out.
X, GAMMA, BETA, DOUT = np.array([3.0, 9.0, 11.0, 17.0]), 2.0, 1.0, np.array([0.0, 0.0, 0.0, 1.0])
TALL = 1.5  # of a box
# name: (middle, height of the middle, width, what is written above the box, or below the lower row's)
PLACES = {
    "x": (1.85, 4.2, 3.3, "x"),
    "centred": (5.65, 4.2, 3.3, "centred = x − mean"),
    "normalized": (9.45, 4.2, 3.3, "normalized = centred · inverse"),
    "y": (13.25, 4.2, 3.3, "y = γ · normalized + β"),
    "mean": (1.85, 1.55, 1.5, "mean"),
    "squares": (4.9, 1.55, 3.0, "squares = centred²"),
    "variance": (7.65, 1.55, 1.5, "variance"),
    "root": (9.45, 1.55, 1.3, "root"),
    "inverse": (11.1, 1.55, 1.3, "inverse"),
    "gamma": (12.8, 1.55, 1.2, "γ"),
    "beta": (14.3, 1.55, 1.2, "β"),
}
WIRES = (
    ("x", "mean"), ("x", "centred"), ("mean", "centred"), ("centred", "squares"), ("squares", "variance"), ("variance", "root"),
    ("root", "inverse"), ("inverse", "normalized"), ("centred", "normalized"), ("normalized", "y"), ("gamma", "y"), ("beta", "y"),
)  # fmt: skip
# Whose turn it is, whom it hands a slope, and by which rule.
TURNS = (
    ("y", ("beta", "gamma", "normalized"), "multiply swaps; γ and β serve all four rows: four slopes add up"),
    ("normalized", ("centred", "inverse"), "multiply swaps; inverse serves all four rows: slopes add up"),
    ("inverse", ("root",), "1 / root falls by 1 / root²"),
    ("root", ("variance",), "the slope of a square root is 1 / (2 · root)"),
    ("variance", ("squares",), "a mean of four: a quarter to each"),
    ("squares", ("centred",), "twice the number; with what came before, centred is complete"),
    ("centred", ("x", "mean"), "a difference: + to x, and − to the mean, which serves all four rows"),
    ("mean", ("x",), "a mean of four: a quarter to each; now x is complete"),
)


def _forward():
    values = {"x": X, "mean": X.mean(), "centred": X - X.mean(), "gamma": GAMMA, "beta": BETA}
    values["squares"] = values["centred"] ** 2
    values["variance"] = values["squares"].mean()
    values["root"] = np.sqrt(values["variance"])
    values["inverse"] = 1 / values["root"]
    values["normalized"] = values["centred"] * values["inverse"]
    return values | {"y": GAMMA * values["normalized"] + BETA}


def _handed(values):
    """The slopes after 0, 1, … 8 turns: a list of {name: (slope, whether it is complete)}."""
    c, inverse, n = values["centred"], values["inverse"], len(X)
    slopes, seen = {"y": (DOUT, True)}, []
    seen.append(dict(slopes))
    slopes |= {"beta": (DOUT.sum(), True), "gamma": (DOUT @ values["normalized"], True), "normalized": (GAMMA * DOUT, True)}
    seen.append(dict(slopes))
    arrived = slopes["normalized"][0]
    slopes |= {"centred": (arrived * inverse, False), "inverse": (arrived @ c, True)}
    seen.append(dict(slopes))
    slopes["root"] = -slopes["inverse"][0] * inverse**2, True
    seen.append(dict(slopes))
    slopes["variance"] = slopes["root"][0] / (2 * values["root"]), True
    seen.append(dict(slopes))
    slopes["squares"] = np.full(n, slopes["variance"][0] / n), True
    seen.append(dict(slopes))
    slopes["centred"] = slopes["centred"][0] + 2 * c * slopes["squares"][0], True
    seen.append(dict(slopes))
    slopes |= {"x": (slopes["centred"][0], False), "mean": (-slopes["centred"][0].sum(), True)}
    seen.append(dict(slopes))
    slopes["x"] = slopes["x"][0] + slopes["mean"][0] / n, True
    return [*seen, slopes]


def _row(value, digits):
    value = np.atleast_1d(value)
    if len(value) > 1 and np.ptp(value) == 0:
        return f"{ink.short(value[0], digits)} each"
    return "  ".join(ink.short(number, digits) for number in value)


def _wire(axes, source, target, back):
    """The arrow from one box to another; back: thick, and the other way round."""
    (a, up, wide, _), (b, high, broad, _) = PLACES[source], PLACES[target]
    if up == high:
        ends = (a + wide / 2, up), (b - broad / 2, high)
    else:
        side = 1 if high > up else -1
        landing = {"mean": b - 0.35 * broad, "inverse": b + 0.3 * broad}.get(source, np.clip(a, b - 0.4 * broad, b + 0.4 * broad))
        ends = (np.clip(landing, a - 0.4 * wide, a + 0.4 * wide), up + side * TALL / 2), (landing, high - side * TALL / 2)
    if back:
        ink.arrow(axes, ends[1], ends[0], COLOURS["orange"])
    else:
        ink.arrow(axes, *ends, PALE)


@styled
def normalization_graph(turns=0):
    """Batch normalization of four numbers as a graph of lesson 07, after so many of the eight turns of the way back.

    A box holds a name, its numbers and below them the slopes of the last y by them; "+ ?": more is still to come.
    """
    values = _forward()
    slopes = _handed(values)[turns]
    figure, axes = new_drawing(7.4, 3.2, (0, 15.1), (0.2, 6.3))
    giver, takers, rule = TURNS[turns - 1] if turns else ("", (), "the slope of the last y by itself is 1, by the other three 0")
    for source, target in WIRES:
        _wire(axes, source, target, back=target == giver and source in takers)
    for name, (middle, height, wide, title) in PLACES.items():
        known, just = name in slopes, name in takers or name == giver
        edge = COLOURS["orange"] if just else DARK
        look = {"fc": "white", "ec": edge, "lw": 1.8 if just else 1.1, "ls": "-" if known else ink.DASHED, "zorder": 2}
        axes.add_patch(Rectangle((middle - wide / 2, height - TALL / 2), wide, TALL, **look))
        above = 1 if height > 3 else -1
        axes.text(middle, height + above * (TALL / 2 + 0.3), title, ha="center", va="center", size=ink.SMALL)
        axes.text(middle, height + 0.28, _row(values[name], 2), ha="center", va="center", color=ink.text("blue"))
        if known:
            slope, complete = slopes[name]
            words = _row(slope, 3) + ("" if complete else "  + ?")
            axes.text(middle, height - 0.36, words, ha="center", va="center", size=ink.SMALL, color=ink.text("orange"))
    who = f"{giver} hands on" if turns else "before the first turn"
    axes.text(0.2, 5.95, f"{who}: {rule}", ha="left", va="center", weight="bold")
    told = "; ".join(
        f"{name} {_row(slope, 3)}{'' if complete else ' and more to come'}" for name, (slope, complete) in slopes.items()
    )
    return figure.saying(f"Batch normalization of 3, 9, 11, 17 as a graph after {turns} of 8 turns, {who}. Slopes: {told}.")


SHARES = {  # which of the axes (N, C, H, W) are averaged over
    "batch normalization, per channel": (0, 2, 3),
    "batch normalization, per pixel": (0,),
    "layer normalization": (1, 2, 3),
}
SHAPE = (3, 2, 4, 4)


@styled
def who_shares(kind="batch normalization, per channel"):
    """Three images of two channels, 4 × 4 pixels each; dark are numbers that share a mean and a variance, one such group of all.

    kind: "batch normalization, per channel", "batch normalization, per pixel" or "layer normalization".
    """
    over = SHARES[kind]
    chosen = tuple(slice(None) if axis in over else min(1, SHAPE[axis] - 1) for axis in range(4))
    group = np.zeros(SHAPE)
    group[chosen] = 1
    means = int(np.prod([SHAPE[axis] for axis in range(4) if axis not in over]))
    numbers = int(np.prod([SHAPE[axis] for axis in over]))
    figure, axes = new_figure(5.8, 2.9)
    N, C, H, W = SHAPE
    picture = np.full((C * (H + 1) - 1, N * (W + 2) - 2), np.nan)
    for image in range(N):
        for channel in range(C):
            top, left = channel * (H + 1), image * (W + 2)
            picture[top : top + H, left : left + W] = group[image, channel]
    axes.pcolormesh(picture, cmap=ink.BLUES, vmin=-0.25, vmax=1, edgecolors="white", lw=1.5)
    axes.set_aspect("equal")
    axes.invert_yaxis()
    axes.grid(False)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0)
    axes.set_xticks([W / 2 + image * (W + 2) for image in range(N)], [f"image {image + 1}" for image in range(N)])
    axes.set_yticks([H / 2 + channel * (H + 1) for channel in range(C)], [f"channel {channel + 1}" for channel in range(C)])
    axes.set_title(f"{kind}: {numbers} numbers share a mean, {means} means in all", fontsize=ink.TEXT)
    return figure.saying(
        f"Three images of two channels, 4 × 4 pixels each. {kind}: {numbers} numbers share a mean, {means} means in all."
    )
