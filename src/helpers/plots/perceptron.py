"""Figures of the perceptron: one neuron with two inputs that are 0 or 1, and the line it draws.

Three of them stand under sliders. There each text costs about a millisecond, a pair of Matplotlib's axes twenty: so a
table is one text, what is alike is drawn in one go, and the axes are a line with digits beside it.
"""

import functools

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from helpers.plots.base import COLOURS, new_figure, styled

INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # the rows of every truth table, in this order
NAMES = {
    "0000": "always 0",
    "0001": "AND",
    "0010": "x1 and not x2",
    "0011": "x1",
    "0100": "x2 and not x1",
    "0101": "x2",
    "0110": "XOR",
    "0111": "OR",
    "1000": "NOR",
    "1001": "XNOR",
    "1010": "not x2",
    "1011": "x1 or not x2",
    "1100": "not x1",
    "1101": "x2 or not x1",
    "1110": "NAND",
    "1111": "always 1",
}
OUTPUTS = {name: np.array([int(digit) for digit in digits]) for digits, name in NAMES.items()}
LOW, HIGH = -0.6, 1.6  # the part of the plane that is drawn
WATER, DARK = "#CFE8F7", "#1A1A1A"
GAP = (np.nan, np.nan)  # lifts the pen between two strokes of one line


def gate_name(outputs):
    """Name of a function of two inputs. outputs: four 0s and 1s, shape (4,), for the inputs 00, 01, 10, 11."""
    return NAMES["".join(str(int(y)) for y in outputs)]


@styled
def neuron_diagram(x1, x2, w1, w2, threshold=None, bias=None):
    """One neuron at work: inputs, weights, the sum and the answer, with all numbers.

    x1, x2: 0 or 1. w1, w2: weights. Either threshold (the sum must be larger than it) or bias (a third weight, on an
    input that is always 1; the sum must be larger than 0).
    Source: McCulloch and Pitts, 1943 (the threshold unit); weights of any size: Rosenblatt, 1958.
    """
    if (threshold is None) == (bias is None):
        raise ValueError("a neuron has either a threshold or a bias: give one of the two.")
    edge = 0 if threshold is None else threshold
    parts = [("x1", x1, "w1", w1), ("x2", x2, "w2", w2)]
    if bias is not None:
        parts.append(("always", 1, "b", bias))
    total = _tidy(sum(x * w for _, x, _, w in parts))
    fires = int(total > edge)
    figure, axes = new_figure(7.0, 2.5 if bias is None else 2.9)
    axes.axis("off")
    axes.set(xlim=(-0.6, 8.8), ylim=(-0.75, 2.75) if bias is None else (-1.0, 3.0), aspect="equal")
    heights = [2.0, 0.0] if bias is None else [2.4, 1.0, -0.4]
    for (name, x, weight_name, weight), y in zip(parts, heights, strict=True):
        axes.plot([0, 3.6], [y, 1], color=DARK, lw=2 if x else 1, ls="-" if x else (0, (4, 3)), zorder=1)
        _ball(axes, 0, y, f"{x}", filled=x, text_above=name)
        label = f"{weight_name}·{1 if name == 'always' else name} = {_show(weight)}·{x} = {_show(x * weight)}"
        box = {"fc": "white", "ec": "none", "pad": 1.5}
        axes.text(1.75, 1 + (y - 1) * 0.52, label, ha="center", va="center", bbox=box, zorder=2)
    axes.plot([3.6, 7.9], [1, 1], color=DARK, lw=2 if fires else 1, ls="-" if fires else (0, (4, 3)), zorder=1)
    axes.add_patch(Circle((4.1, 1), 0.62, fc="white", ec=DARK, lw=1.6, zorder=3))
    axes.text(4.1, 1, f"sum\n{_show(total)}", ha="center", va="center", zorder=4)
    axes.add_patch(Rectangle((5.25, 0.45), 1.5, 1.1, fc="white", ec=DARK, lw=1.6, zorder=3))
    axes.text(6.0, 1, f"over {_show(edge)}?\n{'yes' if fires else 'no'}", ha="center", va="center", zorder=4)
    _ball(axes, 8.2, 1, f"{fires}", filled=fires, text_above="output y")
    what = f"threshold {_plain(threshold)}" if bias is None else f"bias {_plain(bias)}"
    figure.alt = (
        f"A neuron with weights {_plain(w1)} and {_plain(w2)} and {what}. Inputs {x1} and {x2} make "
        f"the sum {_plain(total)}, which is {'over' if fires else 'not over'} {_plain(edge)}: the output is {fires}."
    )
    return figure


@styled
def water_buckets(w1, w2, threshold):
    """The truth table of a neuron as four buckets, one for each row: pipes, water level, overflow.

    w1, w2: widths of the two pipes, from 0 to 1. threshold: height of the overflow, from 0 to 2. An input of 1 is an
    open pipe; one of width 0 brings nothing. The level is the one that all the water together would reach.
    """
    figure, axes = new_figure(7.0, 3.0)
    axes.axis("off")
    axes.set(xlim=(-0.15, 9.45), ylim=(-0.75, 3.3), xticks=(), yticks=(), aspect="equal")
    levels = _tidy(INPUTS @ np.array([w1, w2]))
    answers = (levels > _tidy(threshold)).astype(int)
    lefts = 2.4 * np.arange(4)
    boxes, fills = [], []
    for name, w, x, middle, fill in (("1", w1, INPUTS[:, 0], 0.4, COLOURS["sky"]), ("2", w2, INPUTS[:, 1], 1.1, WATER)):
        floors = np.zeros(4) if name == "1" else INPUTS[:, 0] * w1
        water = [_box(left, left + 1.5, low, low + w) for left, low, on in zip(lefts, floors, x, strict=True) if on and w]
        style = {"ec": "none"} if name == "1" else {"ec": COLOURS["blue"], "hatch": "...", "lw": 0}
        axes.add_collection(PolyCollection(water, fc=fill, **style), autolim=False)
        half = 0.04 + 0.22 * w
        boxes += [_box(left + middle - half, left + middle + half, 2.3, 2.72) for left in lefts]
        fills += [fill if on and w else "white" for on in x]
        if w:
            jets = [
                [(left + middle, level), (left + middle, 2.3), GAP]
                for left, level in zip(lefts[x == 1], levels[x == 1], strict=True)
            ]
            _strokes(axes, jets, color=COLOURS["blue"], lw=1 + 4 * w, ls=":")
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
    _strokes(axes, walls, color=DARK, lw=2)
    _strokes(axes, edges, color=DARK, lw=1, ls=(0, (3, 3)))
    _strokes(axes, streams, color=COLOURS["sky"], lw=4)
    for left, (x1, x2), level, answer in zip(lefts, INPUTS, levels, answers, strict=True):
        axes.text(left + 0.75, 2.82, f"x1 = {x1}   x2 = {x2}", ha="center", va="bottom", fontsize=9)
        says = f"level {_show(level)}\n{'runs over: 1' if answer else 'stays in: 0'}"
        axes.text(left + 0.75, -0.12, says, ha="center", va="top", weight="bold" if answer else "normal")
    axes.text(0.75, threshold + 0.04, f"overflow at {_show(threshold)}", ha="center", va="bottom", fontsize=8)
    figure.alt = (
        f"Four buckets with pipes of width {_plain(w1)} and {_plain(w2)} and the overflow at {_plain(threshold)}. "
        f"For the inputs 00, 01, 10, 11 the levels are {', '.join(_plain(v) for v in levels)} "
        f"and the outputs {_list(answers)}: {gate_name(answers)}."
    )
    return figure


@styled
def gate_regions(panels, wanted=None, columns=None, labels=True):
    """Where perceptrons say 1, side by side: shaded region, boundary line, the four inputs.

    panels: list of (title, w1, w2, b). wanted: four 0s and 1s, shape (4,); then the points show what is wanted, and
    those that the perceptron gets wrong stand in a diamond. Without it they show what the perceptron says.
    columns: panels in a row, at most all. labels: whether the axes are labelled.
    """
    columns = min(len(panels), columns or len(panels))
    rows = -(-len(panels) // columns)
    size = 7.0 / columns
    figure, grid = new_figure(7.0, rows * (size + (0.45 if labels else 0.3)) + 0.2, rows, columns, squeeze=False)
    said = []
    for axes, (title, w1, w2, b) in zip(grid.flat, panels, strict=False):
        answers, wrong = _plane(axes, w1, w2, b, wanted, small=columns > 3, labels=labels)
        axes.set_title(title, fontsize=11 if columns < 4 else 9)
        found = gate_name(answers)
        note = "" if wanted is None else f", {len(wrong)} wrong"
        said.append(f"{title}: w = ({_plain(w1)}, {_plain(w2)}), b = {_plain(b)} gives {_list(answers)} ({found}{note})")
    for axes in grid.flat[len(panels) :]:
        axes.axis("off")
    legend = "shaded: it says 1   ·   digits: "
    legend += "its answers" if wanted is None else "what is wanted   ·   diamond: a wrong answer"
    figure.supxlabel(legend + ("" if labels else "   ·   x1 to the right, x2 upwards"), fontsize=9)
    aim = "" if wanted is None else f" {gate_name(wanted)} is wanted."
    figure.alt = f"Regions of {len(panels)} perceptrons; outputs for 00, 01, 10, 11.{aim} {'; '.join(said)}."
    return figure


@styled
def gate_finder(w1, w2, b, wanted="anything"):
    """The region and the truth table of one perceptron, and which gate it is.

    w1, w2, b: numbers. wanted: a name that gate_name gives, to see which rows of that gate are right, or "anything".
    Sums are rounded to nine digits, so that a tie is a tie and not what rounding made of it.
    """
    aim = None if wanted == "anything" else OUTPUTS[wanted]
    figure, plane = _plane_and_words()
    answers, wrong = _plane(plane, w1, w2, b, aim, arrow=True)
    plane.set_title(f"shaded: it says 1 · digits: {'its answers' if aim is None else 'wanted'}", fontsize=10, y=1.0)
    head, rows = "x1 x2   sum       output", []
    for k, ((x1, x2), v) in enumerate(zip(INPUTS, _sums(w1, w2, b), strict=True)):
        check = "" if aim is None else f"   {aim[k]}: {'wrong' if k in wrong else 'right'}"
        rows.append(f"{x1:2} {x2:2}  {_show(v):>4} {'(tie)' if v == 0 else '':5} {answers[k]:4}  {check}")
    style = {"family": "monospace", "va": "top"}
    figure.text(0.48, 0.79, head if aim is None else head + "  wanted", weight="bold", **style)
    figure.text(0.48, 0.71, "\n".join(rows), linespacing=1.6, **style)
    found = _found(gate_name(answers))
    figure.text(0.48, 0.90, f"{_show(w1)}·x1 {_signed(w2)}·x2 {_signed(b)} > 0 ?", fontsize=11)
    figure.text(0.48, 0.25, found, fontsize=13, weight="bold")
    verdict = "" if aim is None else f"Wanted {wanted}: {4 - len(wrong)} of 4 rows right."
    remarks = [verdict] if verdict else []
    if not len(_clip(w1, w2, b)[1]):
        remarks.append("(the line lies outside the picture)" if w1 or w2 else "(both weights are 0: there is no line)")
    figure.text(0.48, 0.2, "\n".join(remarks), fontsize=10.5, va="top", linespacing=1.6)
    figure.alt = (
        f"A perceptron with w1 = {_plain(w1)}, w2 = {_plain(w2)}, b = {_plain(b)}: "
        f"outputs {_list(answers)} for the inputs 00, 01, 10, 11. {found} {verdict}"
    ).strip()
    return figure


@styled
def perceptron_update(updates, wanted, step):
    """One update of the perceptron learning rule: the line before and after it, and the arithmetic.

    updates: list of (epoch, x, error, w, b), one for each mistake, where w (2,) and b hold after it and x (2,) is the
    row it was made on; before the first, all weights are 0. wanted: targets, shape (4,). step: which update, from 0
    (the start) on; after the last one nothing changes any more. Source: Rosenblatt, Principles of Neurodynamics, 1962.
    """
    wanted = np.asarray(wanted)
    name, last, moved = gate_name(wanted), len(updates), 0 < step <= len(updates)
    history = [(0, None, 0, np.zeros(2), 0.0), *updates]
    epoch, x, error, w, b = history[min(step, last)]
    _, _, _, w_before, b_before = history[step - 1 if moved else 0]
    figure, plane = _plane_and_words()
    _, wrong = _plane(plane, *w, b, wanted, before=(*w_before, b_before) if moved else None, seen=x if moved else None)
    plane.set_title("shaded: it says 1 · digits: wanted", fontsize=10, y=1.0)
    if moved:
        head, sign = f"{name}: update {step} of {last}, epoch {epoch}", "+" if error > 0 else "−"
        said, old, new = int(error < 0), _tidy(x @ w_before + b_before), _tidy(x @ w + b)
        lines = [
            f"At {_pair(x)} the sum is {_show(old)}: it says {said}.",
            f"Wanted is {said + int(error)}: the error is {_show(error)}.\n",
            f"w: {_pair(w_before)} {sign} {_pair(np.abs(w - w_before))} = {_pair(w)}.",
            f"b: {_show(b_before)} {sign} {_show(abs(b - b_before))} = {_show(b)}.\n",
            f"The sum at {_pair(x)} is now {_show(new)}.",
        ]
    elif step == 0:
        head = f"{name}: the start"
        lines = [
            f"w = {_pair(w)}, b = {_show(b)}.",
            "Every sum is 0, so it says 0 everywhere.",
            "There is no line yet.",
        ]
    else:
        head = f"{name}: nothing left to do at {step}"
        lines = [f"Update {last} was the last one.", f"w = {_pair(w)}, b = {_show(b)}."]
    lines.append(f"Rows right: {4 - len(wrong)} of 4.")
    marks = (["square: the row of this update"] if moved else []) + (["diamond: wrong now"] if wrong else [])
    figure.text(0.49, 0.89, head, fontsize=12, weight="bold", va="top")
    figure.text(0.49, 0.78, "\n".join(lines), fontsize=10.5, va="top", linespacing=1.4)
    figure.text(0.49, 0.05, "\n".join(marks), fontsize=9.5, linespacing=1.4)
    figure.alt = " ".join([head + ".", *lines]).replace("\n", "").replace("−", "-")
    return figure


def _found(name):
    if name.startswith("always"):
        return f"No gate: {name}."
    if name in ("x1", "x2"):
        return f"No gate: it copies {name}."
    return f"This is {name}."


def _plane_and_words():
    """A figure with the plane in its left half and room for words in the other: a second pair of axes takes time."""
    figure, plane = new_figure(7.0, 3.4)
    figure.set_layout_engine("none")
    plane.set_position((0.075, 0.145, 0.37, 0.37 * 7.0 / 3.4))
    return figure, plane


def _plane(axes, w1, w2, b, wanted=None, arrow=False, before=None, seen=None, small=False, labels=True):
    """Draw region, line and points; return the four answers and the numbers of the rows that differ from wanted."""
    answers = (_sums(w1, w2, b) > 0).astype(int)
    size, edge = (9, 1.0) if small else (15, 1.4)
    _cross(axes, 6 if small else 7, labels)
    corners, line = _clip(w1, w2, b)
    if len(corners):
        axes.add_patch(Polygon(corners, fc=WATER, ec="none", zorder=0))
    if before is not None and len(earlier := _clip(*before)[1]):
        _line(axes, earlier, color=COLOURS["grey"], lw=1.6, ls=(0, (4, 3)), zorder=1, gid="before")
        place = np.add(earlier[0], np.subtract(earlier[1], earlier[0]) * 0.12)  # a little way in: room for the word
        box = {"fc": "white", "ec": "none", "pad": 0.5, "alpha": 0.8}
        axes.text(*place, "before", color=COLOURS["grey"], fontsize=9, ha="center", va="center", bbox=box)
    if len(line):
        _line(axes, line, color=COLOURS["blue"], lw=2, zorder=1, gid="line")
        if arrow:
            w = np.array([w1, w2])
            foot = np.array([0.5, 0.5]) - (0.5 * w1 + 0.5 * w2 + b) / (w @ w) * w  # the line's point nearest to the middle
            along = w / np.hypot(*w)
            head = (3, 0, np.degrees(np.arctan2(w2, w1)) - 90)  # a triangle, turned
            style = {"color": COLOURS["orange"], "lw": 2, "ms": 9, "mew": 0, "zorder": 3.5}
            _line(axes, [foot, foot + 0.3 * along], marker=head, markevery=[1], gid="w", **style)
            _line(axes, [foot + 0.12 * along + 0.11 * np.array([along[1], -along[0]])], marker=_outline("w", "bold"), **style)
    digits = answers if wanted is None else np.asarray(wanted)
    for digit, fill, ink in ((0, "white", DARK), (1, COLOURS["blue"], "white")):
        if len(points := INPUTS[digits == digit]):
            _line(axes, points, ls="", marker="o", ms=size, mfc=fill, mec=COLOURS["blue"], mew=edge, zorder=3)
            _line(axes, points, ls="", marker=_outline(str(digit)), ms=0.5 * size, color=ink, mew=0, zorder=4)
    wrong = np.flatnonzero(digits != answers).tolist()
    if wrong:
        style = {"marker": "D", "ms": size + 3, "mec": COLOURS["orange"], "mew": 1.4 * edge}
        _line(axes, INPUTS[wrong], ls="", mfc="none", zorder=2, **style)
    if seen is not None:
        _line(axes, [seen], ls="", marker="s", ms=30, mfc="none", mec=DARK, mew=1.6, zorder=2)
    return answers, wrong


def _cross(axes, size, labels):
    """The two axes, with 0 and 1 on each and their names, drawn by hand."""
    axes.axis("off")
    axes.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=(), yticks=(), aspect="equal")  # ticks cost time even when off
    tick, away = LOW - 0.05, LOW - 0.15
    frame = [[(LOW, HIGH), (LOW, LOW), (HIGH, LOW), GAP]]
    frame += [[(k, LOW), (k, tick), GAP, (LOW, k), (tick, k), GAP] for k in (0, 1)]
    _strokes(axes, frame, color=DARK, lw=0.8, clip_on=False)
    marks = [(str(k), [(k, away), (away, k)], size) for k in (0, 1)]
    if labels:
        marks += [("x1", [(0.5, away - 0.08)], 12), ("x2", [(away - 0.08, 0.5)], 12)]
    for text, places, wide in marks:
        _line(axes, places, ls="", marker=_outline(text), ms=wide, color=DARK, mew=0, clip_on=False)


@functools.cache
def _outline(text, weight="normal"):
    """The shape of a short text around (0, 0), for a marker, whose size is then its height or width in points."""
    shape = TextPath((0, 0), text, size=1, prop=FontProperties(weight=weight))
    return Path(shape.vertices - shape.get_extents().get_points().mean(axis=0), shape.codes)


def _line(axes, points, **style):
    """A line through points, each (x, y): axes.plot without the work for limits and colours, which are given here."""
    axes.add_artist(Line2D(*np.transpose(points), **style))


def _strokes(axes, strokes, **style):
    """One line through lists of points (x, y), each of which may end in GAP."""
    if points := [point for stroke in strokes for point in stroke]:
        _line(axes, points, **style)


def _box(left, right, low, high):
    return [(left, low), (right, low), (right, high), (left, high)]


def _clip(w1, w2, b):
    """The part of the drawn square where w1 x1 + w2 x2 + b > 0, as corners, and the two ends of the boundary in it."""
    square = [(LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH)]
    sums = [_tidy(w1 * x + w2 * y + b) for x, y in square]
    if not any((w1, w2)):
        return (square if sums[0] > 0 else []), []
    corners, line = [], []
    for k in range(4):
        (p, s), (q, r) = (square[k], sums[k]), (square[k - 3], sums[k - 3])
        if s >= 0:
            corners.append(p)
        if s == 0:
            line.append(p)
        if s * r < 0:
            cut = tuple(np.add(p, np.subtract(q, p) * (s / (s - r))))
            corners.append(cut)
            line.append(cut)
    return (corners if len(corners) > 2 else []), (line if len(line) == 2 else [])


def _ball(axes, x, y, text, filled, text_above):
    axes.add_patch(Circle((x, y), 0.34, fc=COLOURS["blue"] if filled else "white", ec=COLOURS["blue"], lw=1.6, zorder=3))
    axes.text(x, y, text, ha="center", va="center", color="white" if filled else DARK, weight="bold", zorder=4)
    axes.text(x, y + 0.42, text_above, ha="center", va="bottom", fontsize=9)


def _sums(w1, w2, b):
    return _tidy(INPUTS @ np.array([w1, w2]) + b)


def _tidy(value):
    """Without what rounding left behind (0.1 + 0.2 - 0.3 is 0 here), and without a minus before zero."""
    return np.round(value, 9) + 0.0


def _plain(value):
    return f"{float(_tidy(value)):g}"


def _show(value):
    return _plain(value).replace("-", "−")


def _signed(value):
    return f"{'−' if _tidy(value) < 0 else '+'} {_plain(abs(value))}"


def _pair(values):
    return f"({_show(values[0])}, {_show(values[1])})"


def _list(values):
    return ", ".join(str(int(v)) for v in values)
