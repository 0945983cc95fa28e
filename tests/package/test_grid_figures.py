"""Figures of arrays, kernels, layers and networks over their sliders' ranges and at odd sizes: what can be measured of them."""

import numpy as np
import pytest
from figure_checks import complaints, drawn_texts
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_rgb

from helpers import plots
from helpers.plots import grids, images

PICTURE = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]])
KERNEL = np.array([[2, 0, 1], [0, 1, -2], [1, 0, 2]])
DOUT = np.array([[1, -1], [2, 3]])
SLOPES = 4 * np.arange(1, 10).reshape(3, 3)
RNG = np.random.default_rng(0)
DIGIT = RNG.random((8, 8))


class History:
    """What depth_and_width reads of a training history."""

    evaluated, train_accuracy, val_accuracy = [0, 100, 200], [0.1, 0.8, 0.99], [0.1, 0.7, 0.9]


def spreads(layers):
    return {"yours, gain 0.1": 0.05 ** np.arange(1, layers + 1), "He, gain 1.41": 0.9 ** np.arange(layers)}


def table(depth, width):
    curves = {(d, w): History for d in (1, 3, 8) for w in (2, 128)}
    return plots.depth_and_width([1, 3, 8], [2, 128], [[0.2, 0.95], [0.5, 0.97], [0.1, 1.0]], curves, depth, width)


def cases():
    """(name, function that draws, the settings to try) of every figure: its sliders' ends, and some places in between."""
    digits = {"vertical edges": KERNEL, "blur": np.ones((3, 3)) / 9, "sharpen": -KERNEL / 2, "nothing": np.zeros((3, 3))}
    house, red = RNG.random((3, 32, 32)), np.array([[[2.0]], [[-1]], [[-1]]])
    sizes = [(2, 3, 3, 4), (1, 1, 1, 1), (4, 4, 4, 4), (4, 1, 4, 4), (2, 3, 4, 1)]
    shapes = [((3, 4), (4,)), ((3, 1), (4,)), ((5,), (5, 1)), ((5, 5), (2, 3)), ((1,), (1,))]
    nodes = [(-5.0, 3.0, "ReLU"), (5.0, -3.0, "sigmoid"), (0.5, 2.0, "tanh"), (5.0, 3.0, "ReLU")]
    alike = {name: [1.0, 1.0] for name in ("small normals", "Xavier", "He", "large")}
    edges = {"a": [1, 0], "b": [1, 0], "c": [1, np.inf], "d": [1, np.inf], "e": [2]}
    yield "product", plots.matrix_product, sizes
    yield "broadcasting", plots.broadcasting, shapes
    yield "axis_sum", plots.axis_sum, [(0,), (1, True), (None, True, 3, 4), (None, False, 1, 1), (0, False, 3, 4)]
    yield "reshape", plots.reshape_and_transpose, [(1, 1), (3, 1), (3, 3)]
    yield "random", plots.two_kinds_of_random, [(0, 10), (3, 100_000)]
    yield "speed_ladder", plots.speed_ladder, [({"seven loops": 2.0, "columns": 0.01, "shifted products": 0.004},)]
    yield "filters", plots.filters, [(DIGIT, {name: (kernel, DIGIT - 0.5) for name, kernel in digits.items()})]
    yield "filtered", plots.filtered, [(DIGIT, kernel, DIGIT - 0.5) for kernel in digits.values()]
    yield "channel_sum", plots.channel_sum, [(house, red, house - 0.5)]
    yield "layer_chain", plots.layer_chain, [(5, 7, 4, 3)]
    yield "activation_node", plots.activation_node, nodes
    yield "affine", plots.affine_meeting, [(2, 1, "dW"), (0, 0, "dW"), (0, 0, "dx"), (3, 2, "dx")]
    yield "saturation", plots.saturation, [(-5.0, 1), (0.5, 10), (5.0, 10)]
    yield "softmax_slope", plots.softmax_slope, [(DIGIT.ravel(), np.full(10, 0.1), np.eye(10)[3])]
    yield "signal_spread", plots.signal_spread, [*((spreads(n),) for n in range(1, 16)), (alike,), (edges,)]
    yield "table", table, [(1, 2), (8, 128)]
    yield "runs", plots.runs_compared, [({"SGD": ([0, 1, 2], [0.1, 0.5, 0.9])}, "passes", "accuracy", None, (0, 1.03))]
    yield "decay", plots.decay_study, [([0, 0.001, 0.01], [0.99, 0.9, 0.8], [0.8, 0.9, 0.85], [30, 20, 10])]
    yield "claims", plots.claims, [([("two layers\n784-50-10", 97.0, {"digits": 95.0, "MNIST": 97.2})],)]
    yield "learned_xor", plots.learned_xor, [([("3 hidden units", np.linspace(0, 1, 441).reshape(21, 21))],)]
    yield "gallery", plots.gallery, [(RNG.random((20, 64)), range(20))]
    yield "weights", plots.weights_as_images, [(RNG.standard_normal((64, 50)),)]
    weights = RNG.standard_normal((64, 50)), RNG.standard_normal((64, 50))
    yield "units", plots.units_in_training, [(*weights, RNG.random((3, 5, 64)), [21, 38, 0])]


CASES = {f"{name}{k}": (draw, setting, many[0]) for name, draw, many in cases() for k, setting in enumerate(many)}


@pytest.mark.parametrize("name", CASES)
def test_texts_are_whole_apart_and_readable(name):
    draw, setting, first = CASES[name]
    figure = draw(*setting)
    if figure.get_layout_engine() is not None and setting is not first:
        begun = draw(*first)
        begun.png()
        figure.use_layout(begun.layout())  # as a slider does
    assert complaints(figure) == []
    assert figure.get_figwidth() <= 7.2
    small = [text.get_text() for text, _ in drawn_texts(figure) if text.get_fontsize() < 6.3]
    assert small == []
    assert not {"darker", "lighter", "dark", "pale"} & set(figure.alt.lower().replace(".", " ").split())


def test_names_at_the_ends_of_curves_fit_when_a_slider_keeps_the_layout():
    def draw(gain, layers):
        return plots.signal_spread({f"yours, gain {gain:.3g}": [0.9] * layers, "He, gain 1.41": [1.0] * layers})

    first, later = draw(1.0, 8), draw(4.9, 2)
    first.png()
    later.use_layout(first.layout())
    assert complaints(later) == []


def test_no_band_of_nothing_above_the_arrays():
    """Above the titles there is at most the height of a cell and a half."""
    for figure in (
        plots.matrix_product(2, 3, 3, 4),
        plots.broadcasting((3, 4), (4,)),
        plots.axis_sum(0),
    ):
        top = max(box.y1 for _, box in drawn_texts(figure))
        assert figure.bbox.height - top < 0.3 * figure.dpi


# Signs


def test_a_kernels_signs_have_colours_of_their_own():
    figure = plots.filters(DIGIT, {"one": (np.array([[-2.0, 2.0], [0.0, -1.0]]), DIGIT)})
    (grid,) = [c for axes in figure.axes for c in axes.collections if isinstance(c, PolyCollection)]
    minus, plus, zero, little = (np.array(to_rgb(face)) * face[3] + 1 - face[3] for face in grid.get_facecolor())
    assert plus[0] > plus[1] > plus[2] + 0.1 and minus[2] > minus[1] + 0.1  # orange and purple
    assert zero.tolist() == [1, 1, 1] and minus.sum() < little.sum() < 3


@pytest.mark.parametrize("figure", [plots.affine_meeting])
def test_numbers_in_grids_have_a_true_minus(figure):
    """Negative entries are drawn with the minus sign that the words below use."""
    assert grids.written(-2) == "−2" and grids.written("?") == "?"
    drawn = [path for c in figure().axes[0].collections if isinstance(c, PathCollection) for path in c.get_paths()]
    minus, hyphen = (grids.ink.outline(f"{sign}2", grids.ink.TEXT, "normal").vertices for sign in "−-")
    assert any(path.vertices.shape == minus.shape and np.allclose(path.vertices, minus) for path in drawn)
    assert not any(path.vertices.shape == hyphen.shape and np.allclose(path.vertices, hyphen) for path in drawn)


def test_hits_are_strong_and_mistakes_pale():
    counts = np.array([[27, 0, 1], [0, 30, 0], [3, 0, 25]])
    axes = plots.confusion_matrix(counts, "abc").axes[0]
    cells = {(round(p.get_x() + 0.5), round(p.get_y() + 0.5)): p.get_facecolor() for p in axes.patches}
    assert set(cells) == {(0, 0), (2, 0), (1, 1), (0, 2), (2, 2)}
    strength = {cell: face[3] for cell, face in cells.items()}
    assert all(strength[k, k] == 1 for k in range(3)) and strength[2, 0] < strength[0, 2] < 0.6
    assert complaints(plots.confusion_matrix(counts, "abc")) == []


# Odd sizes


@pytest.mark.parametrize(
    "draw",
    [
        lambda: plots.weights_as_images(RNG.standard_normal((64, 12))),
        lambda: plots.weights_as_images(RNG.standard_normal((9, 1))),
        lambda: plots.gallery(RNG.random((11, 3, 5))),
        lambda: plots.gallery(RNG.random((1, 4)), ["one"]),
        lambda: plots.preparation({"drawn": DIGIT}),
        lambda: plots.confusion_matrix([[3]], ["only"]),
        lambda: plots.confusion_matrix(np.zeros((2, 2), int), ["a", "b"]),
        lambda: plots.filters(DIGIT, {}),
        lambda: plots.claims([("a", None, {"m": 1.0}), ("b", None, {"m": 2.0})]),
        lambda: plots.runs_compared({f"run {k}": ([0], [0.5]) for k in range(7)}, "passes", "accuracy"),
        lambda: plots.depth_and_width([1], [4], [[0.5]], {(1, 4): History}, 1, 4),
        lambda: plots.decay_study([0], [1.0], [0.9], [3.0]),
        lambda: plots.softmax_slope(np.zeros(9), [0.2, 0.8], [1, 0]),
        lambda: plots.layer_chain(1000, 784, 1000, 10),
        lambda: plots.speed_ladder({"one": 0.5}),
    ],
)
def test_odd_sizes_are_drawn(draw):
    figure = draw()
    assert figure.png().startswith(b"\x89PNG") and len(figure.alt.split()) > 5


def test_nothing_to_show_is_an_error_that_says_so():
    with pytest.raises(ValueError, match="no pictures"):
        plots.gallery(np.zeros((0, 4, 4)))
    with pytest.raises(ValueError, match="no square pictures"):
        plots.weights_as_images(np.zeros((10, 3)))
    assert images.blank(2, 2, 1, 1)[1].shape == (1, 1)
