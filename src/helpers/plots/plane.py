"""The plane of two inputs that are 0 or 1, as lessons 01 to 03 draw it: regions, borders, dots with digits; units and wires."""

import functools

import numpy as np
from matplotlib.patches import Circle, Polygon

from helpers.plots.ink import COLOURS, DARK, DASHED, GAP, SMALL, TEXT, TINT, line, short, stamp, strokes

INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # the rows of every truth table, in this order
GATES = (  # what a neuron may answer for those rows, counted in binary from 0000 to 1111
    "always 0", "AND", "x1 and not x2", "x1", "x2 and not x1", "x2", "XOR", "OR",
    "NOR", "XNOR", "not x2", "x1 or not x2", "not x1", "x2 or not x1", "NAND", "always 1",
)  # fmt: skip
NAMES = {f"{digits:04b}": name for digits, name in enumerate(GATES)}
OUTPUTS = {name: np.array([int(digit) for digit in digits]) for digits, name in NAMES.items()}
XOR = OUTPUTS["XOR"]
LOW, HIGH = -0.6, 1.6  # the part of the plane that is drawn
SQUARE = [(LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH)]

show = functools.partial(short, digits=6)  # weights and sums: all their digits, but not what rounding left behind


def gate_name(outputs):
    """Name of a function of two inputs. outputs: four 0s and 1s, shape (4,), for the inputs 00, 01, 10, 11."""
    return NAMES["".join(str(int(y)) for y in outputs)]


def listed(values):
    """Whole numbers as words: 0, 1, 1, 0."""
    return ", ".join(str(int(v)) for v in values)


def tidy(value):
    """Without what rounding left behind (0.1 + 0.2 - 0.3 is 0 here), and without a minus before zero."""
    return np.round(value, 9) + 0.0


def sums(w1, w2, b):
    """What a neuron adds up for each row of INPUTS. Returns (4,)."""
    return tidy(INPUTS @ np.array([w1, w2]) + b)


def cut(corners, neuron, says=1):
    """The part of a convex polygon where a neuron (w1, w2, b) says 1 (or 0), as corners. On its line it says 0."""
    sign = 1 if says else -1
    heights = [sign * float(tidy(neuron[0] * x + neuron[1] * y + neuron[2])) for x, y in corners]
    if says and heights and max(heights) <= 0:
        return []
    kept = []
    for k, (p, s) in enumerate(zip(corners, heights, strict=True)):
        q, r = corners[k - 1], heights[k - 1]
        if s * r < 0:
            kept.append(tuple(np.add(q, np.subtract(p, q) * (r / (r - s)))))
        if s >= 0:
            kept.append(p)
    return kept if len(kept) > 2 else []


def border(neuron):
    """The two ends of a neuron's line in the square, or an empty list."""
    w1, w2, b = neuron
    found = []
    for p, q in zip(SQUARE, SQUARE[1:] + SQUARE[:1], strict=True):
        s, r = (float(tidy(w1 * x + w2 * y + b)) for x, y in (p, q))
        if s == 0 and (w1 or w2):
            found.append(p)
        elif s * r < 0:
            found.append(tuple(np.add(p, np.subtract(q, p) * (s / (s - r)))))
    return found if len(found) == 2 else []


def draw_axes(axes, names=("x₁", "x₂"), points=TEXT):
    """The two axes as lines with 0, 1 and their names: a pair of Matplotlib's takes 20 ms to draw. points: the digits' size."""
    axes.axis("off")
    axes.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=(), yticks=(), aspect="equal")  # ticks cost time even when off
    tick, away = LOW - 0.05, LOW - 0.15
    frame = [[(LOW, HIGH), (LOW, LOW), (HIGH, LOW), GAP]]
    frame += [[(k, LOW), (k, tick), GAP, (LOW, k), (tick, k), GAP] for k in (0, 1)]
    strokes(axes, frame, color=DARK, lw=0.8, clip_on=False)
    for k in (0, 1):
        stamp(axes, str(k), [(k, away), (away, k)], points, clip_on=False)
    for name, place in zip(names, ((0.5, away - 0.05), (away - 0.05, 0.5)), strict=False):
        stamp(axes, name, [place], points, clip_on=False)


def draw_region(axes, corners):
    """Shade a polygon, (N, 2), or nothing."""
    if len(corners):
        axes.add_patch(Polygon(corners, fc=TINT, ec=TINT, lw=0.8, zorder=0))


def draw_dots(axes, places, digits, wrong=(), size=18):
    """Dots with digits in them, filled for 1, and a diamond around those whose numbers stand in wrong. size: in points."""
    places, digits = np.asarray(places), np.asarray(digits)
    for digit, fill, ink in ((0, "white", DARK), (1, COLOURS["blue"], "white")):
        if len(at := places[digits == digit]):
            line(axes, at, ls="", marker="o", ms=size, mfc=fill, mec=COLOURS["blue"], mew=1.4, zorder=3)
            stamp(axes, str(digit), at, 0.64 * size, ink)
    if len(wrong):
        style = {"marker": "D", "ms": size + 4, "mec": COLOURS["orange"], "mew": 0.11 * size}
        line(axes, places[list(wrong)], ls="", mfc="none", zorder=2, **style)


def draw_unit(axes, x, y, digit, above):
    """A circle with a 0 or a 1 in it, filled for 1, and a text above it."""
    axes.add_patch(Circle((x, y), 0.34, fc=COLOURS["blue"] if digit else "white", ec=COLOURS["blue"], lw=1.6, zorder=3))
    axes.text(x, y, f"{digit}", ha="center", va="center", color="white" if digit else DARK, weight="bold", zorder=4)
    axes.text(x, y + 0.42, above, ha="center", va="bottom", fontsize=SMALL)


def draw_wire(axes, points, carries):
    """A line through points: solid where it carries a 1, dashed where it carries a 0."""
    line(axes, points, color=DARK, lw=2 if carries else 1, ls="-" if carries else DASHED, zorder=1)
