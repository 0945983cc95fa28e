"""Figures of lesson 01: one neuron with its numbers, and the same neuron as buckets with pipes."""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import Circle, Rectangle

from helpers.plots.base import new_drawing, styled
from helpers.plots.ink import COLOURS, DARK, GAP, SMALL, TINT, strokes
from helpers.plots.labels import along
from helpers.plots.plane import INPUTS, draw_unit, draw_wire, gate_name, listed, show, tidy


@styled
def neuron_diagram(x1, x2, w1, w2, threshold=None, bias=None):
    """One neuron at work with all its numbers. x1, x2: 0 or 1. w1, w2: weights.

    Either threshold (the sum must be larger) or bias (a third weight, on an input that is always 1; the sum must be over 0).
    Source: McCulloch and Pitts, 1943 (the threshold unit); weights of any size: Rosenblatt, 1958.
    """
    if (threshold is None) == (bias is None):
        raise ValueError("a neuron has either a threshold or a bias: give one of the two.")
    edge = 0 if threshold is None else threshold
    parts = [("x₁", x1, "w₁", w1), ("x₂", x2, "w₂", w2)]
    if bias is not None:
        parts.append(("always", 1, "b", bias))
    total = tidy(sum(x * w for _, x, _, w in parts))
    fires = int(total > edge)
    high, low, up = (2.5, -0.5, 2.8) if bias is None else (2.9, -0.9, 3.2)
    figure, axes = new_drawing(7.0, high, (-0.7, 8.9), (low, up), aspect="equal")
    heights = [2.0, 0.0] if bias is None else [2.4, 1.0, -0.4]
    for (name, x, weight_name, weight), y in zip(parts, heights, strict=True):
        draw_wire(axes, [(0, y), (3.6, 1)], x)
        draw_unit(axes, 0, y, x, name)
        label = f"{weight_name}·{1 if name == 'always' else name} = {show(weight)}·{x} = {show(x * weight)}"
        turn = np.degrees(np.arctan2(1 - y, 3.6))  # the words run along their wire
        along(axes, (0.4, y), (3.5, 1), label, 0.43, -0.2 if y < 1 else 0.2, rotation=turn, rotation_mode="anchor")
    draw_wire(axes, [(3.6, 1), (7.9, 1)], fires)
    axes.add_patch(Circle((4.1, 1), 0.62, fc="white", ec=DARK, lw=1.6, zorder=3))
    axes.text(4.1, 1, f"sum\n{show(total)}", ha="center", va="center", zorder=4)
    axes.add_patch(Rectangle((5.25, 0.45), 1.5, 1.1, fc="white", ec=DARK, lw=1.6, zorder=3))
    axes.text(6.0, 1, f"over {show(edge)}?\n{'yes' if fires else 'no'}", ha="center", va="center", zorder=4)
    draw_unit(axes, 8.2, 1, fires, "output y")
    what = f"threshold {show(threshold)}" if bias is None else f"bias {show(bias)}"
    found = f"the sum {show(total)}, which is {'over' if fires else 'not over'} {show(edge)}: the output is {fires}"
    return figure.saying(f"A neuron with weights {show(w1)} and {show(w2)} and {what}. Inputs {x1} and {x2} make {found}.")


@styled
def water_buckets(w1, w2, threshold):
    """The truth table of a neuron as four buckets, one for each row, with the level that all the water together would reach.

    w1, w2: widths of the two pipes, 0 to 1; an input of 1 is an open pipe. threshold: height of the overflow, 0 to 2.
    """
    figure, axes = new_drawing(7.0, 3.1, (-0.3, 9.4), (-0.95, 3.25), aspect="equal")
    levels, lefts = tidy(INPUTS @ np.array([w1, w2])), 2.4 * np.arange(4)
    answers = (levels > tidy(threshold)).astype(int)
    boxes, fills, floors = [], [], np.zeros(4)
    looks = {"fc": COLOURS["sky"], "ec": "none"}, {"fc": TINT, "ec": COLOURS["blue"], "hatch": "...", "lw": 0}
    for w, x, middle, look in zip((w1, w2), INPUTS.T, (0.4, 1.1), looks, strict=True):
        water = [_box(left, left + 1.5, low, low + w) for left, low, on in zip(lefts, floors, x, strict=True) if on and w]
        axes.add_collection(PolyCollection(water, **look), autolim=False)
        floors = floors + x * w
        half = 0.04 + 0.22 * w
        boxes += [_box(left + middle - half, left + middle + half, 2.3, 2.72) for left in lefts]
        fills += [look["fc"] if on and w else "white" for on in x]
        if w:
            open_ones = zip(lefts[x == 1] + middle, levels[x == 1], strict=True)
            jets = [[(at, level), (at, 2.3), GAP] for at, level in open_ones]
            strokes(axes, jets, color=COLOURS["blue"], lw=1 + 4 * w, ls=":")
    axes.add_collection(PolyCollection(boxes, fc=fills, ec=DARK, lw=1), autolim=False)
    walls, edges, streams = [], [], []
    for left, answer in zip(lefts, answers, strict=True):
        right = left + 1.5
        walls.append([(left, 2.15), (left, 0), (right, 0), (right, threshold - 0.02), GAP])
        walls.append([(right, min(threshold + 0.14, 2.15)), (right, 2.15), GAP])
        walls.append([(right, threshold), (right + 0.35, threshold - 0.06), GAP])
        edges.append([(left, threshold), (right, threshold), GAP])
        if answer:
            drops = zip((0, 0.34, 0.44, 0.44), (0.06, 0.03, -0.08, -0.6), strict=True)
            streams.append([*((right + across, threshold + up) for across, up in drops), GAP])
    strokes(axes, walls, color=DARK, lw=2)
    strokes(axes, edges, color=DARK, lw=1, ls=(0, (3, 3)))
    strokes(axes, streams, color=COLOURS["sky"], lw=4)
    for left, (x1, x2), level, answer in zip(lefts, INPUTS, levels, answers, strict=True):
        axes.text(left + 0.75, 2.82, f"x₁ = {x1}   x₂ = {x2}", ha="center", va="bottom", fontsize=SMALL)
        says = f"level {show(level)}\n{'runs over: 1' if answer else 'stays in: 0'}"
        axes.text(left + 0.75, -0.12, says, ha="center", va="top", weight="bold" if answer else "normal")
    axes.text(0.75, threshold + 0.04, f"overflow at {show(threshold)}", ha="center", va="bottom", fontsize=SMALL)
    pipes = f"pipes of width {show(w1)} and {show(w2)} and the overflow at {show(threshold)}"
    table = f"the levels are {', '.join(map(show, levels))} and the outputs {listed(answers)}: {gate_name(answers)}"
    return figure.saying(f"Four buckets with {pipes}. For the inputs 00, 01, 10, 11 {table}.")


def _box(left, right, low, high):
    return [(left, low), (right, low), (right, high), (left, high)]
