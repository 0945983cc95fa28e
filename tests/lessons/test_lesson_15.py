"""Lesson 15: its layer against central differences, its rules and traps from other seeds, its figures, its solutions."""

import json
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from figure_checks import complaints, slider_complaints
from lesson_code import definitions

from helpers import plots
from helpers.datasets import DATA, load_digits
from helpers.gradient import layer_gradient_check, numerical_gradient, relative_error
from helpers.initializers import he, normal, xavier
from helpers.layers import Affine, BatchNormalization, Layer, Relu, Sigmoid, SoftmaxWithLoss, Tanh
from helpers.network import Network
from helpers.optimizers import SGD
from helpers.plots.normalizing import BETA, DOUT, GAMMA, SHARES, X, _forward, _handed
from helpers.training import fit

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "15_starting_values.md"
STARTS = {"std 1": (normal(1), 1), "std 0.01": (normal(0.01), 1e-4), "Xavier": (xavier, 1 / 100), "He": (he, 2 / 100)}
KINDS = ["sigmoid", "tanh", "ReLU"]


@pytest.fixture(scope="module")
def lesson():
    names = {"pairwise": pairwise, "plots": plots, "digits": load_digits(), "he": he, "xavier": xavier, "normal": normal}
    names |= {kind.__name__: kind for kind in (Affine, Layer, Network, Relu, SGD, Sigmoid, SoftmaxWithLoss, Tanh)}
    names |= {"fit": fit, "numerical_gradient": numerical_gradient, "relative_error": relative_error}
    found = definitions("15_starting_values", ("KINDS", "recipes", "slope_from_y"), **names)
    found["Normalizer"].backward = found["backward_short"]  # as a cell of the lesson does
    return found


def spread(array):
    return np.sqrt(np.mean(np.square(array)))


# Ten layers


@pytest.mark.parametrize("activation", KINDS)
@pytest.mark.parametrize("name", STARTS)
def test_the_rule_for_the_way_back(lesson, activation, name):
    start, variance = STARTS[name]
    activations, slopes, blocks = lesson["there_and_back"](start, activation)
    assert [array.shape for array in activations + slopes] == [(200, 100)] * 20
    x = lesson["digits"].x_train[:200]
    np.testing.assert_allclose(blocks[0][0].grads["W"], x.T @ slopes[0], rtol=1e-6, atol=1e-30)
    passed = np.mean(lesson["slope_from_y"][activation](activations[4]) ** 2)
    measured = (spread(slopes[0]) / spread(slopes[9])) ** (1 / 9)
    assert 0.8 < measured / np.sqrt(100 * variance * passed) < 1.25


def test_what_the_sigmoid_makes_of_its_starts(lesson):
    (large, _, _), (small, _, _) = (lesson["there_and_back"](normal(std), "sigmoid") for std in (1, 0.01))
    ends = [np.mean(np.abs(array - 0.5) > 0.45) for array in large]
    assert min(ends[1:]) > 0.55 and np.abs(np.array(small) - 0.5).max() < 0.2
    assert np.ptp(small[9], axis=0).max() < 1e-10


def test_level_with_the_right_recipe(lesson):
    for recipe, activation, low, high in ((xavier, "tanh", 0.3, 1), (he, "ReLU", 0.4, 2)):
        activations, slopes, _ = lesson["there_and_back"](recipe, activation, depth=20)
        assert low < spread(activations[19]) / spread(activations[0]) < high
        assert low < spread(slopes[0]) / spread(slopes[19]) < 2
    activations, slopes, _ = lesson["there_and_back"](xavier, "ReLU", depth=20)
    assert spread(activations[19]) / spread(activations[0]) < 0.01 > spread(slopes[0]) / spread(slopes[19])


def test_a_mismatch_is_paid_once(lesson):
    for depth in (3, 7, 15):
        widths = np.linspace(400, 50, depth + 1).astype(int)
        forward, back = lesson["both_ways"](lambda n, m: 2 / n, widths)
        assert 0.7 < forward[-1] / forward[0] < 1.4
        assert 0.7 < back[0] / back[-1] / np.sqrt(widths[-1] / widths[1]) < 1.4


# The layer


@pytest.mark.parametrize("shape", [(7, 3), (2, 5), (13, 1)])
def test_the_layer_against_central_differences(lesson, shape):
    rng = np.random.default_rng(sum(shape))
    gamma, beta = rng.standard_normal((2, shape[1]))
    x, dout = 2 + 3 * rng.standard_normal((2, *shape))
    layer = lesson["MyBatchNormalization"](gamma, beta)
    errors = layer_gradient_check(layer, x, rng, training=True)
    assert max(errors.values()) < 1e-7
    layer.forward(x, training=True)
    np.testing.assert_allclose(lesson["backward_by_graph"](layer, dout), layer.backward(dout), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    "broken",
    [
        lambda layer, g: layer.inverse * g,  # mean and variance as if they were constants
        lambda layer, g: layer.inverse * (g - g.mean(axis=0)),  # the variance as if it were one
        lambda layer, g: layer.inverse * (g - g.mean(axis=0) - layer.normalized * (g * layer.centred).mean(axis=0)),
    ],
)
def test_broken_copies_are_found(lesson, broken):
    class Broken(lesson["MyBatchNormalization"]):
        def backward(self, dout):
            super().backward(dout)
            return broken(self, dout * self.params["gamma"])

    rng = np.random.default_rng(0)
    layer = Broken(*rng.standard_normal((2, 3)))
    assert layer_gradient_check(layer, 3 * rng.standard_normal((7, 3)), rng, training=True)["x"] > 1e-3


def test_the_layer_is_the_one_of_helpers(lesson):
    rng = np.random.default_rng(3)
    gamma, beta = rng.standard_normal((2, 4))
    mine, theirs = (kind(gamma.copy(), beta.copy()) for kind in (lesson["MyBatchNormalization"], BatchNormalization))
    for _ in range(4):
        x = rng.standard_normal((5, 4, 3, 2))
        np.testing.assert_allclose(
            lesson["per_channel"](mine, x, training=True), theirs.forward(x, training=True), rtol=1e-9, atol=1e-12
        )
    for name in ("mean", "variance"):
        np.testing.assert_allclose(mine.state[name], theirs.state[name], rtol=1e-9)
    np.testing.assert_allclose(lesson["per_channel"](mine, x), theirs.forward(x), rtol=1e-9)


@pytest.mark.parametrize("activation", KINDS)
def test_normalized_layers_do_not_know_their_start(lesson, activation):
    looks = [lesson["there_and_back"](normal(std), activation, normalize=lesson["Normalizer"])[0] for std in (0.03, 1)]
    np.testing.assert_allclose(*looks, atol=0.03)


def test_twins_stay_twins_all_the_same(lesson):
    rng = np.random.default_rng(0)
    network = lesson["deep"](lambda shape, rng: np.full(shape, 0.05, np.float32), rng, BatchNormalization)
    fit(network, SGD(0.3), lesson["digits"], iterations=100, rng=rng, progress=False)
    assert np.ptp(network.params["W1"], axis=1).max() < 1e-3
    assert network.accuracy(lesson["digits"].x_val, lesson["digits"].t_val) < 0.5


def test_a_batch_of_two(lesson):
    layer = lesson["Normalizer"](np.ones(1), np.zeros(1))
    np.testing.assert_allclose(layer.forward(np.array([[3.0], [500.0]])), [[-1], [1]])
    assert np.abs(layer.backward(np.array([[1.0], [0.0]]))).max() < 1e-6


def test_the_forgotten_switch_from_other_seeds(lesson):
    digits = lesson["digits"]
    by_digit = np.argsort(digits.t_val, kind="stable")
    for seed in (5, 6):
        rng = np.random.default_rng(seed)
        lesson["network"] = network = lesson["deep"](he, rng, lesson["MyBatchNormalization"])
        fit(network, SGD(0.3), digits, iterations=300, rng=rng, progress=False)
        orders = (by_digit, np.arange(300))
        (right, same), (wrong, poor) = ([lesson["read_in_batches"](o, training) for o in orders] for training in (False, True))
        assert same == right > 0.93 and wrong < 0.35 and wrong < poor < right


# Figures


def described(figure):
    assert len(figure.alt.split()) > 8 and figure.png()[:4] == b"\x89PNG" and complaints(figure) == []
    return figure.alt


def test_the_graph_is_walked_as_the_lesson_walks_it(lesson):
    layer = lesson["Normalizer"](np.array([GAMMA]), np.array([BETA]), eps=1e-12)
    np.testing.assert_allclose(layer.forward(X[:, None])[:, 0], _forward()["y"])
    dx = lesson["backward_by_graph"](layer, DOUT[:, None])
    slopes = _handed(_forward())
    assert len(slopes) == 9 and all(complete for _, complete in slopes[8].values()) and slopes[8].keys() == _forward().keys()
    np.testing.assert_allclose(slopes[8]["x"][0], dx[:, 0], atol=1e-9)
    assert slopes[8]["gamma"][0] == pytest.approx(layer.grads["gamma"][0]) and slopes[8]["beta"][0] == layer.grads["beta"][0]
    for turns in range(9):
        assert f"after {turns} of 8 turns" in described(plots.normalization_graph(turns))
    assert "and more to come" in plots.normalization_graph(2).alt and "0.104" in plots.normalization_graph(8).alt


def test_layer_histograms_over_the_sliders(lesson):
    start = {"activation": "tanh", "recipe": "std", "std": 1.0, "layers": 10}
    ends = {"activation": KINDS, "recipe": ["std", "Xavier", "He"], "std": (0.001, 10**0.5), "layers": (2, 20)}
    assert slider_complaints(lesson["look_inside"], start, **ends) == {}
    assert slider_complaints(lesson["inside_normalized"], {"std": 1.0, "activation": "ReLU"}, std=(0.01,), activation=KINDS) == {}
    assert "in layer 20" in described(lesson["look_inside"]("ReLU", "std", 10**0.5, 20))


def test_other_figures():
    described(plots.both_directions(3, 5))
    described(plots.both_directions(6, 2))
    described(plots.signals_both_ways({"a": [1, 2, 3.0], "b": [1, 1, 1.0]}, {"a": [0.1, 0.2, 1.0], "b": [1, 1, 1.0]}))
    assert slider_complaints(plots.who_shares, {"kind": "layer normalization"}, kind=SHARES) == {}
    for kind, (numbers, means) in zip(SHARES, ((48, 2), (3, 32), (32, 3)), strict=True):
        assert f"{numbers} numbers share a mean, {means} means" in described(plots.who_shares(kind))


def test_the_study_s_figure(lesson):
    lesson["study"] = json.loads((DATA / "studies" / "starting_values.json").read_text("utf8"))
    assert slider_complaints(lesson["show_study"], {"activation": "sigmoid"}, activation=KINDS) == {}
    assert "He: without" in described(lesson["show_study"]("ReLU"))


# On your own


def test_solutions_run_and_say_what_the_lesson_says(lesson, capsys):
    found = re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TWIN.read_text("utf-8"), re.DOTALL)
    assert len(found) == 3
    outs = []
    for code in found:
        exec(code, dict(lesson) | {"rng": np.random.default_rng(0)})
        outs.append(capsys.readouterr().out.splitlines())
    shares = [int(line.split()[-1].rstrip("%")) for line in outs[0]]
    assert len(shares) == 4 and min(shares) >= 95 and max(shares) <= 98
    measured = [int(share) for line in outs[1] for share in re.findall(r"(\d+)%", line)]
    assert len(measured) == 10 and min(np.median(measured[:5]), np.median(measured[5:])) > 90
    assert outs[2] == ["True"]
