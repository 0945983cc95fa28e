"""Figures of lesson 07: computational graphs, their backward pass one node at a time, what a net learned of XOR."""

import numpy as np

from helpers.graph import Value, backward_steps, topological_order
from helpers.plots import ink
from helpers.plots.base import new_figure, styled
from helpers.plots.drawing import Drawing
from helpers.plots.graph_drawing import SLOPE, draw_box, draw_travel, draw_wires
from helpers.plots.graph_layout import layout
from helpers.plots.graph_page import MARGIN, Page
from helpers.plots.graph_words import box_words, called, draw_sums, name, show, story, sums
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of

MOST_NODES = 40  # more boxes than this cannot be read on a page
MANY_COLUMNS = 6  # with more of them the word slope is not written in each box, and numbers have three digits
LINE = 20  # from one line of words to the next


def value_graph(value, steps=None, title="", entries=None):
    """The graph of a Value, left to right: in each box its name, the number, and the slope of the result by it. title: above.

    value: a helpers.graph.Value, or a learner's own with data, grad, inputs, local, op and name. steps: None shows grad as it
    stands; 0, 1, … the backward pass after so many nodes have handed on their slope, with the arithmetic of the last one below.
    entries: {node: (name, step, low, high)} for numbers that a hand can change, under the name of the figure's argument.
    """
    order, entries = topological_order(value), entries or {}
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
    texts = [box_words(order, *moment, stepping, digits, tight=bool(entries)) for moment in moments]
    labels = [f"· {show(local, digits)}" for node in turns for local in node.local]
    page = Page(places, lines, texts, labels, entries, narrow, above=30 if title else 0)
    words = sums(value, now, slopes, steps, last) if stepping else None

    key = "Below each number: the slope of the result by it." if narrow and page.band else ""
    if entries and page.band:
        key = f"slope: how fast {name(value) or 'the result'} changes with this number"
    rows = 1 + max(len(node.inputs) for node in turns) if turns else int(stepping or bool(key))
    wide = max(page.width, width_of(title, TITLE, "bold") + 2 * MARGIN, _widest(value, turns, moments))
    drawing = Drawing(round(wide), page.height + LINE * rows + (MARGIN if rows else 0))
    drawing.text(MARGIN, 20, title, TITLE, anchor="start", weight="bold")
    draw_wires(drawing, page, turns[: steps or 0], now, digits)
    for node in order:
        state = "now" if node is now else "done" if node in complete else "waiting"
        state += " arrived" if now and node in now.inputs else ""
        with _turn(drawing, node, turns, steps):
            draw_box(drawing, page, node, texts[steps or 0][node], state, steps, entries.get(node))
    draw_travel(drawing, page, now, steps)
    if words:
        draw_sums(drawing, MARGIN + 2, page.height, *words, LINE)
    elif key:
        drawing.text(MARGIN + 2, page.height + LINE / 2, key, SMALL, SLOPE, "start")
        if entries:
            hint, after = "type over a number, or drag its dot", MARGIN + 14 + width_of(key, SMALL)
            drawing.text(after, page.height + LINE / 2, hint, SMALL, ink.text("blue"), "start", class_="helpers-live")
    return drawing.saying(story(order, slopes, complete, words, title))


def apple_graph(price=100.0, number=2.0, tax=1.1, steps=None):
    """What some apples cost, price times number times tax, with the slopes of the total. steps: as value_graph takes them.

    Without steps a hand can change the price, the number and the tax.
    """
    leaves = Value(price, "price"), Value(number, "number"), Value(tax, "tax")
    apples = leaves[0] * leaves[1]
    total = apples * leaves[2]
    apples.name, total.name = "apples", "total"
    if steps is not None:
        return value_graph(total, steps)
    total.backward()
    ranges = ("price", 5.0, 0.0, 200.0), ("number", 1.0, 0.0, 10.0), ("tax", 0.05, 1.0, 1.5)
    return value_graph(total, entries=dict(zip(leaves, ranges, strict=True)))


def neuron_graph(w1=0.5, w2=-1.5, b=0.8, x1=2.0, x2=1.0):
    """One neuron with two inputs and a sigmoid as a graph, with the slope of its output by every number in it.

    A hand can change the weights, the bias and the inputs.
    """
    numbers = {"w1": w1, "x1": x1, "w2": w2, "x2": x2, "b": b}
    leaf = {name: Value(number, name) for name, number in numbers.items()}
    a = leaf["w1"] * leaf["x1"] + leaf["w2"] * leaf["x2"] + leaf["b"]
    y = a.sigmoid()
    a.name, y.name = "a", "y"
    y.backward()
    ends = {name: (-8.0, 8.0) if name == "b" else (-4.0, 4.0) for name in numbers}
    return value_graph(y, entries={leaf[name]: (name, 0.1, *ends[name]) for name in numbers})


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
            axes.text(x1, x2, f"{answer:.2f}", ha="center", va="center", fontsize=ink.SMALL, bbox=box)
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


def _turn(drawing, node, turns, steps):
    """The group of a node's box: pressed, it has its turn in the backward pass."""
    if node not in turns:
        return drawing.group()
    turn = turns.index(node) + 1
    return drawing.press({"step": turn}, f"turn {turn}: {called(node)} hands on its slope", pressed=turn == steps)


def _widest(value, turns, moments):
    """The width that the sums below the graph need, at the step that needs most."""
    widest = 0.0
    for step in range(len(turns) + 1) if turns else ():
        head, parts = sums(value, turns[step - 1] if step else None, moments[step][0], step, len(turns))
        widths = [width_of(words, TEXT) + width_of(result, TEXT, "bold") + 14 for words, result in parts]
        widest = max(widest, width_of(head, TEXT), *widths)
    return widest + 2 * MARGIN + 6
