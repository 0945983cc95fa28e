"""The texts of the figures of lessons 01 to 06 and 14: inside the frame, apart, readable in both themes, off curves."""

import drawing_checks
import numpy as np
import pytest
from figure_checks import complaints, drawn_texts, slider_complaints

from helpers import plots
from helpers.datasets import load_digits
from helpers.functions import relu, softmax
from helpers.plots.base import new_figure
from helpers.training import History

AND, OR, NAND = (0.5, 0.5, -0.7), (1, 1, -0.5), (-0.5, -0.5, 0.7)
OPTIMIZERS = ("SGD", "Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam")
UPDATES = [(1, [1, 1], 1, [1.0, 1.0], 1.0), (1, [0, 0], -1, [1.0, 1.0], 0.0), (2, [0, 1], -1, [1.0, 0.0], -1.0)]
UPDATES = [(epoch, np.array(x), error, np.array(w), b) for epoch, x, error, w, b in UPDATES]
X, T = [1.0, 2, 3, 4, 5], [1.2, 2.9, 2.1, 4.0, 4.4]  # points for a line
RNG = np.random.default_rng(0)
TRAIN, VAL = ((x, 0.7 + 0.5 * x + 0.2 * RNG.normal(size=len(x))) for x in (np.linspace(-1, 1, 10), np.linspace(-0.9, 0.9, 40)))


@pytest.fixture(scope="module")
def weights():
    rng = np.random.default_rng(1)
    return {"W1": rng.normal(size=(64, 50)), "b1": np.zeros(50), "W2": rng.normal(size=(50, 10)) / 9, "b2": np.zeros(10)}


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def history(end, seed, count=400):
    rng, evaluated = np.random.default_rng(seed), list(range(0, count + 1, 40))
    accuracy = [0.1 + (end - 0.1) * (1 - np.exp(-at / 60)) for at in evaluated]
    loss = list(2.3 * np.exp(-np.arange(count) / 80) + 0.05 * rng.random(count))
    return History(loss=loss, evaluated=evaluated, train_accuracy=accuracy, val_accuracy=accuracy)


def grid():
    ends = dict(zip(OPTIMIZERS, (0.7, 0.8, 0.85, 0.97, 0.6, 0.96), strict=True))
    rates = {10.0**k: 0.02 * k for k in range(-3, 1)}
    return {name: {lr: [history(end + d, s) for s in range(3)] for lr, d in rates.items()} for name, end in ends.items()}


STILLS = {
    "neuron_diagram": lambda: plots.neuron_diagram(1, 1, 0.5, 0.5, threshold=0.7),
    "neuron_diagram with a bias": lambda: plots.neuron_diagram(1, 0, -0.5, 0.5, bias=-0.7),
    "gate_regions": lambda: plots.gate_regions([("AND", *AND), ("OR", *OR), ("NAND", *NAND)]),
    "gate_regions, small": lambda: plots.gate_regions([("x1 or not x2", *OR)] * 14, [0, 1, 1, 0], columns=5, labels=False),
    "xor_points": lambda: plots.xor_points(diagonals=True),
    "two_lines": lambda: plots.two_lines(NAND, OR, AND),
    "two_layer_diagram": lambda: plots.two_layer_diagram(0, 1, NAND, OR, AND),
    "mistakes_per_epoch": lambda: plots.mistakes_per_epoch({"AND": [2, 3, 2, 1, 0], "XOR": [2, 3, 4, 4, 4]}),
    "four_nands": lambda: plots.four_nands(1, 0),
    "activation_curves": plots.activation_curves,
    "curves": lambda: plots.curves(np.arange(3), {"step": np.arange(3), "sigmoid": np.ones(3)}, "bias of s1", "answer"),
    "layer_shapes": lambda: plots.layer_shapes(6, 6, 6),
    "layer_shapes, columns": lambda: plots.layer_shapes(columns=True),
    "output_choices": lambda: plots.output_choices([-0.3, 2.9, 4.0]),
    "average_speed": plots.average_speed,
    "error_valleys": plots.error_valleys,
    "error_valleys of x²": lambda: plots.error_valleys("square"),
    "gradient_arrows": lambda: plots.gradient_arrows([(2, 1), (-2, 0), (0, 0)], [(4, 2), (-4, 0), (0, 0)]),
    "descent_paths": lambda: plots.descent_paths([("lr = 0.1", [(-7, 2), (-1, 0)])] * 4, "valley", 2),
    "walks_on_curve": lambda: plots.walks_on_curve(lambda x: x**4 - 2 * x**2, [[-1.9, -1.5, -1], [1.9, 1.5, 1]], -2, 2, "walks"),
    "saddle_walks": lambda: plots.saddle_walks([("on the ridge", [[-2, 0], [-1, 0]]), ("beside it", [[-2, 0.1], [-1, 2.9]])]),
    "estimates": lambda: plots.estimates(RNG.normal(size=(300, 2)) * 5 + [6, -8], [6, -8]),
    "contest": lambda: plots.contest({name: [history(0.9, seed) for seed in range(5)] for name in (*OPTIMIZERS, "mine")}),
    "schedule_curves": plots.schedule_curves,
    "training_curves": lambda: plots.training_curves([2.3] * 400, [0, 400], [0.1, 0.2], [0.1, 0.1]),
    "rate_study": lambda: plots.rate_study(np.geomspace(0.001, 5, 9), np.geomspace(2.3, 0.04, 9)[:, None], np.log(10)),
    "seed_study": lambda: plots.seed_study(np.geomspace(0.01, 3, 20), 0.1),
}


@pytest.mark.parametrize("name", STILLS)
def test_stills(name):
    assert complaints(STILLS[name]()) == []


def test_reading_digits(digits, weights):
    x, t = digits.x_test[:7], digits.t_test[:7]
    probabilities = softmax(relu(x @ weights["W1"]) @ weights["W2"])
    assert drawing_checks.complaints(plots.digit_reader(x[0], weights)) == []
    assert drawing_checks.complaints(plots.digit_reader(x[0], weights, truth=3)) == []
    for answer in (0, 4, 9):  # ticks of neighbours must not touch
        probabilities[:] = 0.05
        probabilities[:, answer] = 0.55
        assert drawing_checks.complaints(plots.misread(x, probabilities, [(answer + 1) % 10] * len(t))) == []


SLIDERS = {
    "water_buckets": (
        plots.water_buckets, {"w1": 0.5, "w2": 0.5, "threshold": 0.7}, {"w1": (0, 1), "w2": (0, 1), "threshold": (0, 2)},
    ),
    "gate_finder": (
        plots.gate_finder,
        {"w1": 0.5, "w2": 0.5, "b": -0.7, "wanted": "XOR"},
        {"w1": (-2, 0.1, 2), "b": (-2, 2), "wanted": ("anything", "x1 and not x2")},
    ),
    "perceptron_update": (
        plots.perceptron_update, {"updates": UPDATES, "wanted": [0, 0, 0, 1], "step": 2}, {"step": (0, 1, 3, 11)},
    ),
    "two_neurons": (
        plots.two_neurons,
        {"angle1": 225, "b1": 1.1, "angle2": 45, "b2": -0.4},
        {"angle1": (0, 45, 345), "b1": (-1.5, 1.5), "angle2": (225,), "b2": (-1.5, 1.5), "output": ("NOR", "s1 and not s2")},
    ),
    "adder": (plots.adder, {"a": 15, "b": 1}, {"a": (0, 8), "b": (0, 15)}),
    "neuron_curve": (
        plots.neuron_curve, {"activation": "sigmoid", "w": 2.0, "b": -1.0, "x": 1.0},
        {"activation": ("ReLU", "identity"), "w": (-8.0, 8.0), "b": (-8.0, 8.0), "x": (-5.0, 5.0)},
    ),
    "bent_regions": (
        plots.bent_regions, {"activation": "ReLU", "v1": 1.0, "v2": -2.0},
        {"activation": ("identity", "step"), "b1": (-2, 2), "v1": (-4, 4, 99)},
    ),
    "line_and_distances": (
        plots.line_and_distances, {"x": X, "t": T, "slope": 0.5, "intercept": 1.0},
        {"slope": (-0.5, 1.5), "intercept": (0.0, 4.0)},
    ),
    "surprise": (plots.surprise, {"p": 0.5, "q": 0.25}, {"p": (0.05, 1.0), "q": (0.05, 1.0)}),
    "sure_and_wrong": (plots.sure_and_wrong, {"d": -6.0}, {"d": (-8.0, -3.0, 0.0, 4.0)}),
    "tangent": (plots.tangent, {"x": 5.0, "h": 4.0}, {"x": (0.0, 20.0), "h": (0.1,)}),
    "step_error": (
        plots.step_error, {"h": 1e-2, "function": "exp", "single": False},
        {"h": (1e-16, 1.0), "function": ("square", "cube"), "single": (True,)},
    ),
    "partial_cuts": (
        plots.partial_cuts, {"x0": 3.0, "x1": 4.0, "function": "bowl"},
        {"x0": (-5.0, 5.0), "x1": (-5.0, 5.0), "function": ("valley", "tilted bowl")},
    ),
    "gradient_at": (
        plots.gradient_at, {"x0": 3.0, "x1": 2.0, "function": "bowl"},
        {"x0": (-4.0, 4.0), "x1": (-4.0, 4.0), "function": ("valley", "tilted bowl")},
    ),
    "running_means": (plots.running_means, {"beta": 0.9, "corrected": False}, {"beta": (0.0, 0.99), "corrected": (True,)}),
    "schedule_curves": (
        plots.schedule_curves, {"rate": 0.1, "warm_up": 40, "iterations": 400},
        {"rate": (0.001, 1.0), "warm_up": (0, 200), "iterations": (100, 1000)},
    ),
    "race": (plots.race, {"grid": grid(), "optimizer": "Adam", "place": 2}, {"optimizer": ("RMSProp",), "place": (1, 4)}),
    "over_fitting": (
        plots.over_fitting, {"degree": 1, "train": TRAIN, "val": VAL, "truth": (0.7, 0.5)}, {"degree": (0, 9)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIDERS)
def test_under_sliders(name):
    function, start, ends = SLIDERS[name]
    assert slider_complaints(function, start, **ends) == {}


def test_ticks_stay_inside_while_a_weight_moves(digits, weights):
    z1 = relu(digits.x_val @ weights["W1"])
    start = {"z1": z1, "W2": weights["W2"], "b2": weights["b2"], "t": digits.t_val}
    start |= {"unit": 14, "digit": 4, "value": -1.1, "width": 0.5}
    moves = {"unit": (38,), "digit": (0, 9), "value": (-3.0, -0.05, 3.0), "width": (0.1, 3.0)}
    assert slider_complaints(plots.one_weight, start, **moves) == {}


@pytest.mark.parametrize("slope", [-0.5, 0.0, 0.5, 1.5])
@pytest.mark.parametrize("intercept", [0.0, 1.0, 2.55, 4.0])
def test_squares_are_square_and_inside_the_axes(slope, intercept):
    figure = plots.line_and_distances(X, T, slope, intercept)
    figure.png()
    axes = figure.axes[0]
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    for path in axes.collections[0].get_paths():
        (x0, y0), (x1, y1) = path.vertices.min(axis=0), path.vertices.max(axis=0)
        assert x1 - x0 == pytest.approx(y1 - y0)
        assert left <= x0 and x1 <= right + 1e-9 and low <= y0 and y1 <= high + 1e-9
    assert axes.bbox.width / (right - left) == pytest.approx(axes.bbox.height / (high - low))


# The checks themselves can fail


def figure_with(draw):
    figure, axes = new_figure(4, 3)
    figure.set_layout_engine("none")
    axes.set(xlim=(0, 1), ylim=(0, 1))
    draw(axes)
    return figure


@pytest.mark.parametrize(
    ("draw", "complaint"),
    [
        (lambda axes: axes.text(0.9, 0.5, "too far to the right"), "is cut by"),
        (lambda axes: axes.text(0.99, 0.5, "clipped", clip_on=True), "is cut by"),
        (lambda axes: (axes.text(0.1, 0.5, "one text"), axes.text(0.12, 0.5, "another")), "overlap by"),
        (lambda axes: axes.text(0.1, 0.5, "pale", color="#56B4E9"), ": 1"),
        (lambda axes: (axes.bar(0.5, 1, 1, color="#0072B2"), axes.text(0.5, 0.5, "dark on dark")), ": 1"),
        (lambda axes: (axes.plot([0, 1], [0.9, 0.9], label="a"), axes.legend(loc=1, frameon=False)), "lies on the line"),
        (lambda axes: (axes.plot([0, 1], label="a"), axes.figure.legend(loc="center")), "lies on axes"),
        (lambda axes: axes.figure.add_axes((0.3, 0.3, 0.6, 0.3)).set_ylabel("label", labelpad=20), "lies on the panel"),
    ],
)
def test_complaints_are_made(draw, complaint):
    assert any(complaint in found for found in complaints(figure_with(draw)))
    assert complaints(figure_with(lambda axes: axes.text(0.1, 0.5, "fine"))) == []


def test_only_what_is_drawn_counts():
    figure = figure_with(lambda axes: (axes.axis("off"), axes.text(0.5, 0.5, "seen"), axes.text(0, 0, "unseen", visible=False)))
    assert [text.get_text() for text, _ in drawn_texts(figure)] == ["seen"]
