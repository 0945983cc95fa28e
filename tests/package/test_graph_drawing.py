"""Drawn graphs, whatever the numbers: every text in its box and clear of the badge, wires in the picture and smooth."""

import itertools

import numpy as np
import pytest
from figure_checks import complaints, drawn_texts
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.colors import to_hex

from helpers import plots
from helpers.graph import Value, draw


def shapes(figure, *, badges):
    """The outlines of the boxes (or of the operations' badges) in pixels, as Bbox."""
    axes = figure.axes[0]
    for collection in axes.collections:
        if isinstance(collection, PatchCollection):
            if (to_hex(collection.get_facecolor()[0]) != "#ffffff") == badges:
                yield from (path.get_extents(axes.transData) for path in collection.get_paths())


def out_of_their_boxes(figure):
    """Texts that leave the box they begin in, or that lie under a badge."""
    figure.set_dpi(96)
    boxes, badges, wrong = list(shapes(figure, badges=False)), list(shapes(figure, badges=True)), []
    for text in figure.axes[0].texts:
        words, extent = text.get_text(), text.get_window_extent()
        middle = (extent.x0 + extent.x1) / 2, (extent.y0 + extent.y1) / 2
        box = next((box for box in boxes if box.contains(*middle)), None)
        if box is None or any(badge.contains(*middle) for badge in badges):
            continue  # words beside or below the drawing, and the badges' own signs
        inside = box.x0 + 1 <= extent.x0 and extent.x1 <= box.x1 - 1 and box.y0 <= extent.y0 and extent.y1 <= box.y1
        if not inside or any(badge.overlaps(extent) and badge.x1 > extent.x0 + 1 for badge in badges):
            wrong.append(words)
    return wrong


def long_chain(steps=None):
    """A graph of nine columns with wires that pass several of them."""
    x, y = Value(0.7, "x"), Value(-0.4, "y")
    z = ((x * y + x).tanh() * x - y) ** 2 + x * x
    if steps is None:
        z.backward()
    return draw(z, steps, "A long one")


def fruit(steps=None):
    apples = Value(100, "apple price") * Value(2, "apples")
    total = (apples + Value(150, "orange price") * Value(3, "oranges")) * Value(1.1, "tax")
    total.name = "total"
    return draw(total, steps)


SETTINGS = list(itertools.product((-4.0, 0.5), (-3.7, 3.9), (-8.0, -7.3, 0.8, 8.0), (-3.3, 4.0), (-4.0, 1.0)))
OTHERS = [
    *(lambda step=step: plots.apple_graph(185.0, 7.0, 1.15, step) for step in (None, 0, 1, 2)),
    *(lambda step=step: fruit(step) for step in range(5)),
    *(lambda step=step: long_chain(step) for step in (None, *range(9))),
    lambda: draw(Value(-123456.7, "a rather long name for a number")),
    lambda: draw(Value(3, "x") * Value(4, "y"), 1),
]


def test_the_slopes_of_a_neuron_stay_in_their_boxes_over_the_sliders_range():
    wrong = {setting: found for setting in SETTINGS if (found := out_of_their_boxes(plots.neuron_graph(*setting)))}
    assert wrong == {}


@pytest.mark.parametrize("figure", OTHERS)
def test_texts_stay_in_their_boxes(figure):
    assert out_of_their_boxes(figure()) == []


@pytest.mark.parametrize("figure", [*OTHERS, *(lambda s=s: plots.neuron_graph(*s) for s in SETTINGS[::9])])
def test_texts_are_whole_apart_and_readable(figure):
    figure = figure()
    assert complaints(figure) == []
    assert all(text.get_fontsize() >= 8 for text, _ in drawn_texts(figure))


@pytest.mark.parametrize("figure", OTHERS)
def test_wires_stay_in_the_picture_and_have_no_kinks(figure):
    figure = figure()
    axes = figure.axes[0]
    (left, right), (low, high) = axes.get_xlim(), sorted(axes.get_ylim())
    for collection in axes.collections:
        for wire in collection.get_segments() if isinstance(collection, LineCollection) else ():
            assert left < wire[:, 0].min() and wire[:, 0].max() < right and low < wire[:, 1].min() and wire[:, 1].max() < high
            steps = np.diff(wire, axis=0)
            steps = steps[np.linalg.norm(steps, axis=1) > 1e-9]
            turns = np.abs(np.diff(np.arctan2(steps[:, 1], steps[:, 0])))
            assert turns.max(initial=0) < np.radians(35)


def test_nothing_moves_while_one_steps():
    for figures in ([fruit(step) for step in range(5)], [long_chain(step) for step in range(9)]):
        places = [sorted(box.bounds[:3:2] for box in shapes(figure, badges=False)) for figure in figures]
        assert all(np.allclose(place, places[0]) for place in places)


def test_indices_are_written_as_such_in_the_drawing():
    words = " ".join(text.get_text() for text in plots.neuron_graph().axes[0].texts)
    assert "w₁" in words and "x₂" in words and "x1" not in words
