"""Lesson 08's first figure: a small graph of single numbers beside the one box that it becomes, an affine layer."""

import numpy as np

from helpers.graph import Value
from helpers.plots import ink
from helpers.plots.graph_words import show
from helpers.plots.graphs import value_graph
from helpers.plots.ink import COLOURS
from helpers.plots.letters import SMALL, TEXT, TITLE

BOX, GAP, LINE = 164, 38, 30  # the box's width, the room for the arrow before it, from one line in it to the next


def folded_graph(x, W, b):
    """The graph of x₁ w₁ + x₂ w₂ + b with its slopes, and at its right the same numbers as arrays in one affine box.

    x, W: sequences of two numbers, one sample and the weights of one output. b: a number. The slope that arrives is 1.
    """
    if len(x) != 2 or len(W) != 2:
        raise ValueError(f"x and W are two numbers each, so that the graph can be read, not {len(x)} and {len(W)}.")
    inputs = [Value(number, name) for number, name in zip(x, ("x₁", "x₂"), strict=True)]
    weights = [Value(number, name) for number, name in zip(W, ("w₁", "w₂"), strict=True)]
    bias = Value(b, "b")
    y = inputs[0] * weights[0] + inputs[1] * weights[1] + bias
    y.name = "y"
    y.backward()
    drawing = value_graph(y)
    left, top = drawing.width + GAP, 34
    middle, high = drawing.height / 2, drawing.height - 2 * top
    drawing.width = left + BOX + 10
    drawing.arrow((left - GAP + 4, middle), (left - 6, middle), width=2.5)
    drawing.text(left - GAP / 2 - 2, middle - 16, "fold", SMALL)
    drawing.rect(left, top, BOX, high, "#FFFFFF", rx=9, stroke=COLOURS["blue"], stroke_width=2)
    drawing.text(left + BOX / 2, top + 24, "affine", TITLE, weight="bold")
    drawing.text(left + BOX / 2, top + 46, "y = x W + b", TEXT)
    rows = ("x", inputs), ("W", weights), ("b", [bias]), ("y", [y])
    first = top + 84
    drawing.text(left + 62, first, "numbers", SMALL, ink.text("blue"))
    drawing.text(left + 126, first, "slopes", SMALL, ink.text("orange"))
    for k, (name, nodes) in enumerate(rows, start=1):
        level = first + k * LINE - 2
        drawing.text(left + 12, level, name, TEXT, anchor="start", weight="bold")
        drawing.text(left + 62, level, _row([node.data for node in nodes]), TEXT, ink.text("blue"))
        drawing.text(left + 126, level, _row([node.grad for node in nodes]), TEXT, ink.text("orange"))
    told = "; ".join(
        f"{name} {_row([node.data for node in nodes])}, slopes {_row([node.grad for node in nodes])}" for name, nodes in rows
    )
    return drawing.saying(f"{drawing.alt} Beside it the same graph folded into one box, affine, y = x W + b: {told}.")


def _row(numbers):
    """Numbers side by side, as they stand in the graph's boxes."""
    return ", ".join(show(number) for number in np.ravel(numbers))
