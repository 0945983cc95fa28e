"""Figures of computational graphs: a box for each number, its slope in it, and the backward pass one node at a time.

Some stand under sliders and buttons: what is alike is drawn in one go, and each box has one text.
"""

import numpy as np
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.patches import Circle, FancyBboxPatch, Polygon

from helpers.graph import MOST_NODES, Value, backward_steps, layout, topological_order
from helpers.plots.base import COLOURS, new_figure, styled

DARK, PALE = "#1A1A1A", "#9A9A9A"
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SHORT = {"sigmoid": "σ", "minus": "−x"}
HIGH, ROW = 0.58, 0.74  # of a box and from one row to the next, in inches


@styled
def value_graph(value, steps=None, title=""):
    """The graph of a Value, left to right: in each box its name, the number, and the slope of the result by it.

    value: a helpers.graph.Value, or a learner's own with data, grad, inputs, local, op and name. steps: None shows grad as it
    stands (no slopes when all are 0); 0, 1, 2, … shows the backward pass after so many nodes have handed on their slope,
    with the arithmetic of the last of them below. title: a line above.
    """
    order = topological_order(value)
    if len(order) > MOST_NODES:
        raise ValueError(f"this graph has {len(order)} nodes; a drawing is readable up to {MOST_NODES}. Draw a part of it.")
    places, lines = layout(value)
    now, words, slopes, complete = None, "", {node: node.grad for node in order if any(n.grad for n in order)}, set(order)
    if steps is not None:
        now, slopes, complete, words = _moment(value, steps)
    where, wide, size = _boxes(places)
    figure, axes = new_figure(*size(bool(title), words.count("\n") + 1 if words else 0))
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.axis("off")
    width, height = figure.get_size_inches()
    axes.set(xlim=(0, width), ylim=(0, height), xticks=(), yticks=())
    top = height - (0.42 if title else 0.12)
    spots = {node: (x, top - y) for node, (x, y) in where.items()}
    _draw_lines(axes, spots, places, lines, wide, now, top)
    _draw_boxes(axes, spots, wide, now, slopes, complete)
    small = 7.0 if wide < 0.8 else 8.2
    for node, (x, y) in spots.items():
        text = [_name(node), _show(node.data, wide)]
        if slopes or steps is not None:
            text.append(_slope_text(node, slopes, complete, wide))
        beside = x + (0.07 if node.op else 0.0)  # the circle takes some room on the left
        axes.text(beside, y, "\n".join(filter(None, text)), ha="center", va="center", fontsize=small, linespacing=1.25)
        if node.op:
            symbol = _symbol(node.op)
            axes.text(x - wide / 2, y, symbol, ha="center", va="center", fontsize=11 if len(symbol) == 1 else 6.6, zorder=6)
    if title:
        axes.text(0.12, height - 0.1, title, ha="left", va="top", fontsize=10.5, weight="bold")
    if words:
        axes.text(0.12, 0.1, words, ha="left", va="bottom", fontsize=9.5, linespacing=1.4)
    figure.alt = _story(order, slopes, complete, steps, words, title)
    return figure


@styled
def apple_graph(price=100.0, number=2.0, tax=1.1, steps=None):
    """What some apples cost: price times number times tax, with the slope of the total by each of them.

    steps: None for all slopes, or how many nodes have handed on theirs: 0, 1 or 2.
    """
    total = Value(price, "price") * Value(number, "number")
    total.name = "apples"
    total = total * Value(tax, "tax")
    total.name = "total"
    if steps is None:
        total.backward()
    return value_graph(total, steps)


@styled
def neuron_graph(w1=0.5, w2=-1.5, b=0.8, x1=2.0, x2=1.0):
    """One neuron with two inputs and a sigmoid as a graph, with the slope of its output by every number in it."""
    names = {"w1": w1, "x1": x1, "w2": w2, "x2": x2, "b": b}
    v = {name: Value(number, name) for name, number in names.items()}
    a = v["w1"] * v["x1"] + v["w2"] * v["x2"] + v["b"]
    a.name = "a"
    y = a.sigmoid()
    y.name = "y"
    y.backward()
    return value_graph(y)


@styled
def cog_wheels(teeth=(36, 18, 12)):
    """Cog wheels in a row, each driving the next, with how often each turns for a turn of the one before.

    teeth: how many each wheel has, at least 6.
    """
    radii = 1.15 * np.array(teeth) / max(teeth)
    figure, axes = new_figure(6.6, 3.1)
    axes.axis("off")
    middle, turn, wheels = 0.0, 0.0, []
    for k, (count, radius) in enumerate(zip(teeth, radii, strict=True)):
        middle += radius + (radii[k - 1] + 0.07 if k else 0.0)
        angle = np.linspace(0, 2 * np.pi, count * 24, endpoint=False)
        turn = -(count + 1) * np.pi - turn if k else 0.0  # so that a tooth meets a gap
        edge = radius + 0.05 * np.clip(4 * np.cos(count * angle + turn) - 1, -1, 1)
        wheels.append(Polygon(np.stack([middle + edge * np.cos(angle), edge * np.sin(angle)], axis=1)))
        words = f"{'ABCDEFG'[k]}\n{count} teeth" if radius > 0.45 else f"{'ABCDEFG'[k]}\n{count}\nteeth"
        axes.text(middle, 0, words, ha="center", va="center", fontsize=9)
        if k:
            ratio = teeth[k - 1] / count
            words = f"{'ABCDEFG'[k]} turns {ratio:g} times\nfor a turn of {'ABCDEFG'[k - 1]}"
            edge, side = middle - radius - 0.03, "right" if k == 1 else "left"
            axes.text(edge, -1.4, words, ha=side, va="top", fontsize=9.5)
            axes.plot([edge, edge], [-1.36, -0.12], ":", color=PALE, linewidth=1.2, zorder=3)
    axes.add_collection(PatchCollection(wheels, facecolor="#EAF3F9", edgecolor=COLOURS["blue"], linewidth=1.5))
    axes.set(xlim=(-0.25, middle + radii[-1] + 0.35), ylim=(-1.85, 1.3), aspect="equal")
    ratios = [a / b for a, b in zip(teeth, teeth[1:], strict=False)]
    product = " × ".join(f"{ratio:g}" for ratio in ratios)
    last = "ABCDEFG"[len(teeth) - 1]
    figure.alt = (
        f"{len(teeth)} cog wheels in a row with {', '.join(map(str, teeth))} teeth. For one turn of A the last one, {last}, "
        f"turns {product} = {np.prod(ratios):g} times."
    )
    return figure


@styled
def learned_xor(panels):
    """What networks with two inputs answer all over the square, and at its four corners.

    panels: list of (title, answers), answers of shape (n, n) between 0 and 1, rows for x2 and columns for x1, both from
    -0.5 to 1.5.
    """
    figure, grid = new_figure(3.4 * len(panels) + 0.2, 3.5, 1, len(panels), squeeze=False)
    said = []
    for axes, (title, answers) in zip(grid.flat, panels, strict=True):
        answers = np.asarray(answers)
        line = np.linspace(-0.5, 1.5, len(answers))
        axes.contourf(line, line, answers, levels=np.linspace(0, 1, 11), cmap="Blues", alpha=0.75)
        if answers.min() < 0.5 < answers.max():
            axes.contour(line, line, answers, levels=[0.5], colors=DARK, linewidths=1.4)
        corners = []
        for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1)):
            answer = answers[np.abs(line - x2).argmin(), np.abs(line - x1).argmin()]
            right = (answer > 0.5) == (x1 != x2) and abs(answer - 0.5) > 0.1
            box = {"fc": "white", "ec": COLOURS["blue" if right else "orange"], "lw": 1.4, "boxstyle": "round,pad=0.3"}
            axes.text(x1, x2, f"{answer:.2f}", ha="center", va="center", fontsize=9, bbox=box)
            corners.append(f"{answer:.2f}")
        axes.set(xlabel="x1", ylabel="x2", aspect="equal", xticks=[0, 1], yticks=[0, 1], title=title)
        axes.grid(False)
        said.append(f"{title}: {', '.join(corners)}")
    figure.alt = f"Answers of {len(panels)} networks at 00, 01, 10, 11; XOR wants 0, 1, 1, 0. {'; '.join(said)}."
    return figure


# One moment of the backward pass


def _moment(value, steps):
    """(the node that has just handed on its slope, slopes so far, nodes whose slope is complete, words for it)."""
    turns, history = backward_steps(value)
    if not 0 <= steps <= len(turns):
        raise ValueError(f"{len(turns)} nodes of this graph hand on a slope, so steps runs from 0 to {len(turns)}, not {steps}.")
    waiting = {}
    for node in turns[steps:]:
        for source in node.inputs:
            waiting[source] = waiting.get(source, 0) + 1
    slopes = history[steps]
    complete = {node for node in slopes if not waiting.get(node)}
    if not steps:
        return None, slopes, complete, f"Start: the slope of {_called(value)} by itself is 1."
    now = turns[steps - 1]
    sums = [
        f"to {_name(source) or _show(source.data)}: {_show(slopes[now])} · {_show(local)} = {_show(slopes[now] * local)}"
        for source, local in zip(now.inputs, now.local, strict=True)
    ]
    head = f"Turn {steps} of {len(turns)}: {_called(now)} hands on its slope {_show(slopes[now])}, times the local slope:\n"
    return now, slopes, complete, head + ",   ".join(sums)


def _story(order, slopes, complete, steps, words, title):
    made = [
        _called(node) + (f" from {node.op} of {' and '.join(map(_called, node.inputs))}" if node.op else "") for node in order
    ]
    text = f"{title + ': ' if title else ''}a graph of {len(order)} numbers: {'; '.join(made)}."
    short = {node: _name(node) or _show(node.data) for node in order}
    known = [f"by {short[n]} {_show(slopes[n])}{'' if n in complete else ' so far'}" for n in order if n in slopes]
    text += f" Slopes of the result: {'; '.join(known)}." if known else " No slopes yet."
    text += " " + words.replace("\n", " ").replace(",   ", ", ") + "." if words else ""
    return (text[0].upper() + text[1:]).replace("..", ".").replace("−", "-")


def _name(node):
    return getattr(node, "name", "")


def _called(node):
    number = _show(node.data)
    return f"{_name(node)} = {number}" if _name(node) else number


def _slope_text(node, slopes, complete, wide):
    if node not in slopes:
        return "slope ?"
    return f"slope {_show(slopes[node], wide)}" + ("" if node in complete else " + ?")


def _show(number, wide=1.0):
    """A number in few characters, with a real minus."""
    number = float(number) + 0.0
    if 1000 <= abs(number) < 1e6:
        text = f"{number:.0f}"
    else:
        text = f"{number:.{3 if wide < 0.8 else 4}g}"
        if "e" in text:
            digits, power = f"{number:.1e}".split("e")
            text = f"{digits}e{int(power)}"
    return ("0" if text == "-0" else text).replace("-", "−")


def _symbol(op):
    if op.startswith("power "):
        n = op.removeprefix("power ")
        return f"x{n.translate(SUPERSCRIPT)}" if n.isdigit() else f"^{n}"
    return SHORT.get(op, op)


# The drawing


def _boxes(places):
    """{node: (x, y)} of the boxes' middles in inches, y from the top down, their width, and the size of the figure."""
    columns = 1 + max(column for column, _ in places.values())
    rows = np.array([row for _, row in places.values()])
    pitch = min(1.75, 7.0 / columns)
    wide = min(1.1, pitch - 0.4)
    where = {node: ((column + 0.5) * pitch + 0.06, (row - rows.min() + 0.5) * ROW) for node, (column, row) in places.items()}

    def size(title, lines):
        return max(columns * pitch, 4.2), np.ptp(rows) * ROW + ROW + 0.24 + 0.3 * title + (0.12 + 0.19 * lines if lines else 0)

    return where, wide, size


def _draw_lines(axes, spots, places, lines, wide, now, top):
    """Lines from each box to the operations that use it; those of the node at work are thick and point back."""
    (first, *_), first_row = places, min(row for _, row in places.values())
    pitch = 7.0 if len(places) == 1 else None
    for node, (column, _) in places.items():
        if column != places[first][0]:
            pitch = (spots[node][0] - spots[first][0]) / (column - places[first][0])
            break
    x0 = spots[first][0] - places[first][0] * (pitch or 0)
    idle, busy, labels, heads = [], [], [], []
    for (node, n), way in lines.items():
        points = [(x0 + column * pitch, top - (row - first_row + 0.5) * ROW) for column, row in way]
        spread = 0.1 * (n - (len(node.inputs) - 1) / 2)  # two lines do not end in one point
        twice = spread if node.inputs.count(node.inputs[n]) > 1 else 0.0  # both lines from one box: keep them apart
        start = (points[0][0] + wide / 2, points[0][1] - 1.5 * twice)
        end = (points[-1][0] - wide / 2 - 0.13, points[-1][1] - spread)
        points = [start, *points[1:-1], end]
        (busy if node is now else idle).append(points)
        if node is now:
            labels.append((points[:2], f"·{_show(node.local[n], wide)}"))
            heads.append((start[0] + 0.05, start[1]))
    axes.add_collection(LineCollection(idle, colors=PALE, linewidths=1.2, zorder=1))
    if busy:
        axes.add_collection(LineCollection(busy, colors=COLOURS["orange"], linewidths=2.6, zorder=2))
        axes.plot(*np.transpose(heads), "<", color=COLOURS["orange"], markersize=7, zorder=3, linestyle="")
    labels.sort(key=lambda label: -label[0][0][1])  # of two lines, the upper one has its number above it, the other below
    for side, (points, text) in zip((1, -1), labels, strict=False):
        x, y = _beside(*points, 0.055 * len(text), side, pitch - wide)
        axes.text(x, y, text, ha="center", va="center", fontsize=7.4, color=COLOURS["orange"], zorder=4)


def _beside(start, end, wide, side, gap):
    """The middle of a text above (side 1) or below (-1) a line, clear of it, of the arrow's head and of the circle."""
    across = min(end[0] - start[0], gap)
    x = max(across / 2, wide / 2 + 0.03)
    rise = (end[1] - start[1]) / (end[0] - start[0])
    edges = np.clip([x - wide / 2, x + wide / 2], 0, across)
    clear = [*(side * rise * edges + 0.03)]
    clear += [0.06] if edges[0] < 0.12 else []
    clear += [side * (end[1] - start[1]) + 0.15] if edges[1] == across else []  # the circle at its end
    return start[0] + x, start[1] + side * (max(clear) + 0.06)


def _draw_boxes(axes, spots, wide, now, slopes, complete):
    """Boxes: thick for the node at work, solid where the slope is complete, dashed where it is not."""
    styles = {"now": ([], 2.6, "-", COLOURS["orange"]), "complete": ([], 1.5, "-", COLOURS["blue"])}
    styles["waiting"] = ([], 1.3, (0, (4, 3)), COLOURS["grey"])
    circles = []
    for node, (x, y) in spots.items():
        kind = "now" if node is now else "complete" if node in complete or not slopes else "waiting"
        corner, style = (x - wide / 2, y - HIGH / 2), "round,pad=0,rounding_size=0.08"
        styles[kind][0].append(FancyBboxPatch(corner, wide, HIGH, boxstyle=style))
        if node.op:
            circles.append(Circle((x - wide / 2, y), 0.13 if len(_symbol(node.op)) == 1 else 0.16))
    for patches, width, dashes, colour in styles.values():
        if patches:
            look = {"facecolor": "white", "edgecolor": colour, "linewidth": width, "linestyle": dashes, "zorder": 3}
            axes.add_collection(PatchCollection(patches, **look))
    if circles:
        axes.add_collection(PatchCollection(circles, facecolor="#EAF3F9", edgecolor=DARK, linewidth=1, zorder=5))
