"""Figures of lesson 07: computational graphs, their backward pass one node at a time, cog wheels, what a net learned of XOR."""

import numpy as np
from matplotlib.collections import PatchCollection
from matplotlib.patches import Polygon

from helpers.graph import Value, backward_steps, topological_order
from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.graph_drawing import Page, draw_boxes, draw_wires, width_of
from helpers.plots.graph_layout import layout
from helpers.plots.ink import COLOURS, DARK

MOST_NODES = 40  # more boxes than this cannot be read on a page
MANY_COLUMNS = 6  # with more of them the slopes stand in lines of their own, and numbers have three digits


@styled
def value_graph(value, steps=None, title=""):
    """The graph of a Value, left to right: in each box its name, the number, and the slope of the result by it. title: above.

    value: a helpers.graph.Value, or a learner's own with data, grad, inputs, local, op and name. steps: None shows grad as it
    stands; 0, 1, … the backward pass after so many nodes have handed on their slope, with the arithmetic of the last one below.
    """
    order = topological_order(value)
    if len(order) > MOST_NODES:
        raise ValueError(f"this graph has {len(order)} nodes; a drawing is readable up to {MOST_NODES}. Draw a part of it.")
    places, lines = layout(value)
    narrow = max(column for column, _ in places.values()) >= MANY_COLUMNS
    digits, stepping = 3 if narrow else 4, steps is not None
    grads = {node: node.grad for node in order} if any(node.grad for node in order) else {}  # no slopes when all are 0
    turns, moments = _moments(value) if stepping else ([], [(grads, set(order))])
    last = len(turns)
    if stepping and not 0 <= steps <= last:
        raise ValueError(f"{last} nodes of this graph hand on a slope, so steps runs from 0 to {last}, not {steps}.")
    (slopes, complete), now = moments[steps or 0], turns[steps - 1] if steps else None
    words = _words(value, now, slopes, steps, last) if stepping else ""
    texts = [_texts(order, *moment, stepping, digits) for moment in moments]
    page = Page(places, lines, texts, [f"·{_show(local, digits)}" for node in turns for local in node.local], narrow)
    above, below = 0.36 * bool(title), 0.14 + 0.19 * (words.count("\n") + 1) if words else 0.0
    width = max(page.width, width_of(words, 9.5) + 0.24, width_of(title, 10.5, "bold") + 0.24, 4.2)
    figure, axes = new_drawing(width, page.height + above + below, (0, width), (page.height + below, -above))
    draw_wires(axes, page, lines, now, lambda number: _show(number, digits))
    draw_boxes(axes, page, texts[steps or 0], now, complete)
    axes.text(0.12, 0.1 - above, title, ha="left", va="top", fontsize=10.5, weight="bold")
    axes.text(0.12, page.height + below - 0.1, ink.subscripts(words), ha="left", va="bottom", fontsize=9.5, linespacing=1.4)
    return figure.saying(_story(order, slopes, complete, words, title))


@styled
def apple_graph(price=100.0, number=2.0, tax=1.1, steps=None):
    """What some apples cost, price times number times tax, with the slopes of the total. steps: as value_graph takes them."""
    apples = Value(price, "price") * Value(number, "number")
    total = apples * Value(tax, "tax")
    apples.name, total.name = "apples", "total"
    if steps is None:
        total.backward()
    return value_graph(total, steps)


@styled
def neuron_graph(w1=0.5, w2=-1.5, b=0.8, x1=2.0, x2=1.0):
    """One neuron with two inputs and a sigmoid as a graph, with the slope of its output by every number in it."""
    a = Value(w1, "w1") * Value(x1, "x1") + Value(w2, "w2") * Value(x2, "x2") + Value(b, "b")
    y = a.sigmoid()
    a.name, y.name = "a", "y"
    y.backward()
    return value_graph(y)


@styled
def cog_wheels(teeth=(36, 18, 12)):
    """Cog wheels in a row, each driving the next, with how often each turns for a turn of the one before. teeth: at least 6."""
    radii, names = 1.15 * np.array(teeth) / max(teeth), [chr(ord("A") + k) for k in range(len(teeth))]
    figure, axes = new_figure(6.6, 3.1)
    axes.axis("off")
    middle, turn, wheels = 0.0, 0.0, []
    for k, (name, count, radius) in enumerate(zip(names, teeth, radii, strict=True)):
        middle += radius + (radii[k - 1] + 0.07 if k else 0.0)
        turn = -(count + 1) * np.pi - turn if k else 0.0  # so that a tooth meets a gap
        angle = np.linspace(0, 2 * np.pi, count * 24, endpoint=False)
        edge = radius + 0.05 * np.clip(4 * np.cos(count * angle + turn) - 1, -1, 1)
        wheels.append(Polygon(np.stack([middle + edge * np.cos(angle), edge * np.sin(angle)], axis=1)))
        words = f"{name}\n{count} teeth" if radius > 0.45 else f"{name}\n{count}\nteeth"
        axes.text(middle, 0, words, ha="center", va="center", fontsize=9)
        if k:
            words = f"{name} turns {teeth[k - 1] / count:g} times\nfor a turn of {names[k - 1]}"
            meet = middle - radius - 0.03
            axes.text(meet, -1.4, words, ha="right" if k == 1 else "left", va="top", fontsize=9.5)
            axes.plot([meet, meet], [-1.36, -0.12], ":", color="#9A9A9A", linewidth=1.2, zorder=3)
    axes.add_collection(PatchCollection(wheels, facecolor="#EAF3F9", edgecolor=COLOURS["blue"], linewidth=1.5))
    axes.set(xlim=(-0.25, middle + radii[-1] + 0.35), ylim=(-1.85, 1.3), aspect="equal")
    ratios = [a / b for a, b in zip(teeth, teeth[1:], strict=False)]
    turns = f"{names[-1]}, turns {' × '.join(f'{ratio:g}' for ratio in ratios)} = {np.prod(ratios):g} times"
    wheels = f"{len(teeth)} cog wheels in a row with {', '.join(map(str, teeth))} teeth"
    return figure.saying(f"{wheels}. For one turn of A the last one, {turns}.")


@styled
def learned_xor(panels):
    """What networks with two inputs answer all over the square, and at its four corners.

    panels: list of (title, answers), answers (n, n) between 0 and 1, rows for x2 and columns for x1, both from -0.5 to 1.5.
    """
    (figure, grid), said = new_figure(3.4 * len(panels) + 0.2, 3.5, 1, len(panels), squeeze=False), []
    for axes, (title, answers) in zip(grid.flat, panels, strict=True):
        answers, line = np.asarray(answers), np.linspace(-0.5, 1.5, len(answers))
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
        axes.set(xlabel="x₁", ylabel="x₂", aspect="equal", xticks=[0, 1], yticks=[0, 1], title=title)
        axes.grid(False)
        said.append(f"{title}: {', '.join(corners)}")
    return figure.saying(f"Answers of {len(panels)} networks at 00, 01, 10, 11; XOR wants 0, 1, 1, 0. {'; '.join(said)}.")


def _moments(value):
    """The nodes in the order of their turns, and before, between and after the turns (slopes so far, complete ones)."""
    turns, history = backward_steps(value)
    moments = []
    for step, slopes in enumerate(history):
        waiting = {source for node in turns[step:] for source in node.inputs}
        moments.append((slopes, {node for node in slopes if node not in waiting}))
    return turns, moments


def _words(value, now, slopes, steps, last):
    """What happens at this step, in words; now is the node that has just handed on its slope."""
    if now is None:
        return f"Start: the slope of {_called(value)} by itself is 1."
    slope, pairs = slopes[now], zip(now.inputs, now.local, strict=True)
    sums = [f"to {_name(to) or _show(to.data)}: {_show(slope)} · {_show(local)} = {_show(slope * local)}" for to, local in pairs]
    head = f"Turn {steps} of {last}: {_called(now)} hands on its slope {_show(slope)}, times the local slope:\n"
    return head + ",   ".join(sums)


def _story(order, slopes, complete, words, title):
    sources = [f" from {node.op} of {' and '.join(map(_called, node.inputs))}" if node.op else "" for node in order]
    made = "; ".join(_called(node) + source for node, source in zip(order, sources, strict=True))
    text = f"{title + ': ' if title else ''}a graph of {len(order)} numbers: {made}."
    by = [(_name(n) or _show(n.data), _show(slopes[n]), "" if n in complete else " so far") for n in order if n in slopes]
    known = "; ".join(f"by {name} {slope}{ready}" for name, slope, ready in by)
    text += f" Slopes of the result: {known}." if known else " No slopes yet."
    text += " " + words.replace("\n", " ").replace(",   ", ", ") + "." if words else ""
    return (text[0].upper() + text[1:]).replace("..", ".").replace("−", "-")


def _texts(order, slopes, complete, stepping, digits):
    """{node: what stands in its box}: name, number and slope, each in a line of its own; in a narrow box the slope has two."""
    texts = {}
    for node in order:
        lines = [ink.subscripts(_name(node)), _show(node.data, digits)]
        if slopes or stepping:
            known = _show(slopes[node], digits) + ("" if node in complete else " + ?") if node in slopes else "?"
            lines += ["slope", known] if digits < 4 else [f"slope {known}"]
        texts[node] = "\n".join(filter(None, lines))
    return texts


def _name(node):
    return getattr(node, "name", "")  # a learner's own Value may have none


def _called(node):
    return " = ".join(filter(None, [_name(node), _show(node.data)]))


def _show(number, digits=4):
    """A number in few characters: 0.2445, 1500, −3.1e-5."""
    if 1000 <= abs(number) < 1e6:
        return ink.number(number, 0)
    text = f"{number + 0.0:.{digits}g}"
    return ink.size(number) if "e" in text else text.replace("-", "−")
