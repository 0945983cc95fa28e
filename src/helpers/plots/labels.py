"""Names beside what they belong to, in place of legends: at the ends of curves, along wires; and the box that is a layer."""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.patches import FancyBboxPatch

from helpers.plots import ink
from helpers.plots.ink import COLOURS, DARK, SMALL

LINE = 1.5  # from one name to the next, in sizes of type
REACH = 0.02  # how far right of the axes the names stand, in widths of the axes


def spread(heights, sizes, low=0.0, high=1.0):
    """Where names stand so that none lies on another: as near to their heights as they can, in the same order.

    heights: wanted middles, (N,), in any order. sizes: room that each needs, (N,). low, high: ends that they keep to if they can.
    Returns (N,).
    """
    heights, sizes = np.asarray(heights, dtype=float), np.asarray(sizes, dtype=float)
    order, groups = np.argsort(heights, kind="stable"), []  # a group: its members, its middle
    for one in order:
        groups.append([[one], heights[one]])
        while len(groups) > 1 and _low(groups[-1], sizes) < _high(groups[-2], sizes):
            members = groups[-2][0] + groups.pop()[0]
            starts = np.cumsum([0.0, *sizes[members]])
            middles = (starts[:-1] + starts[1:]) / 2 - starts[-1] / 2
            groups[-1] = [members, float(np.mean(heights[members] - middles))]
    places = np.empty(len(heights))
    for group in groups:
        start = _low(group, sizes)
        for one in group[0]:
            places[one] = start + sizes[one] / 2
            start += sizes[one]
    # A pile that sticks out is pushed back in, and takes with it what it meets.
    for run, sign, end in ((order, 1, low), (order[::-1], -1, -high)):
        for one in run:
            places[one] = sign * max(sign * places[one], end + sizes[one] / 2)
            end = sign * places[one] + sizes[one] / 2
    return places


def _low(group, sizes):
    return group[1] - sizes[group[0]].sum() / 2


def _high(group, sizes):
    return group[1] + sizes[group[0]].sum() / 2


def at_ends(axes, ends, points=SMALL):
    """Names right of the axes, each at the end of its curve and in its colour, apart from each other.

    ends: list of (x, y, name, colour): the curve's last point in data, the words, the name of a colour. Limits are set before.
    """
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    tall = 72 * axes.get_figure().get_figheight() * axes.get_position().height  # in points
    heights = np.clip([(y - low) / (high - low) for _, y, *_ in ends], 0, 1)
    lines = np.array([name.count("\n") + 1 for *_, name, _ in ends])
    places = spread(heights, (LINE + 1.2 * (lines - 1)) * points / tall, -0.02, 1.02)
    threads, colours = [], []
    for (x, _, name, colour), height, place in zip(ends, heights, places, strict=True):
        across = (x - left) / (right - left)
        if abs(place - height) > 0.4 * points / tall or across < 0.97:  # a thread where the name is not beside its curve
            threads.append([(across, height), (1 + 0.8 * REACH, place)])
            colours.append(COLOURS[colour])
        style = {"transform": axes.transAxes, "color": ink.text(colour), "va": "center", "fontsize": points, "linespacing": 1.05}
        axes.text(1 + REACH, place, name, **style)
    if threads:
        look = {"colors": colours, "linewidths": 0.7, "transform": axes.transAxes, "clip_on": False, "zorder": 1}
        axes.add_collection(LineCollection(threads, **look), autolim=False)


def width_of(words, points=SMALL):
    """How wide a short text is, in inches."""
    return ink.outline(words).get_extents().width * points / 72


def beside(axes, place, words, colour, offset=(6, 6), **style):
    """Words beside a point of a curve, in its colour. place: (x, y). offset: from there, in points."""
    style = {"fontsize": SMALL, "color": ink.text(colour), "ha": "left" if offset[0] >= 0 else "right", **style}
    return axes.annotate(words, place, offset, textcoords="offset points", **style)


def along(axes, start, end, words, where=0.5, off=0.17, **style):
    """Words beside a wire from start to end, on the side where it leaves room. where: at which part of it. off: how far."""
    (x, y), (across, up) = start, np.subtract(end, start)
    normal = np.array([-up, across]) / np.hypot(across, up)
    place = np.array([x, y]) + where * np.array([across, up]) + off * normal
    return axes.text(*place, words, **{"ha": "center", "va": "center", "zorder": 2, **style})


def box(axes, x, y, wide, high, colour="blue", edge=DARK, rounding=0.06, **style):
    """The box of a layer or of a station, its middle at (x, y): pale, with a thin dark edge and round corners."""
    look = {"boxstyle": f"round,pad=0,rounding_size={rounding}", "fc": (COLOURS[colour], 0.16), "ec": edge, "lw": 0.9, **style}
    return axes.add_patch(FancyBboxPatch((x - wide / 2, y - high / 2), wide, high, **look))
