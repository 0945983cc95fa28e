"""Lesson 16, apart from its notebook: its layers and stops, its figures over the sliders' range, its studies, its solutions."""

import json
import re
from itertools import combinations, pairwise, product
from pathlib import Path

import numpy as np
import pytest
from figure_checks import complaints, slider_complaints
from lesson_code import definitions

from helpers import plots
from helpers.augmentation import augment
from helpers.datasets import DATA, load_digits
from helpers.gradient import relative_error
from helpers.initializers import he
from helpers.layer import Layer
from helpers.layers import Affine, Dropout, Relu
from helpers.networks import MultiLayerNet, Network
from helpers.optimizers import SGD, Adam, AdamW, Momentum
from helpers.training import steps
from helpers.tuning import Found, Trial, settings_of
from helpers.tuning.trials import SPACE

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "16_regularization.md"
STUDY = json.loads((DATA / "studies" / "regularization.json").read_text("utf-8"))
SEARCH = json.loads((DATA / "studies" / "search.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def lesson():
    digits = load_digits()
    names = {"digits": digits, "x": digits.x_train[:300], "t": digits.t_train[:300], "x_val": digits.x_val, "t_val": digits.t_val}
    names |= {"Affine": Affine, "Relu": Relu, "Dropout": Dropout, "Network": Network, "MultiLayerNet": MultiLayerNet, "he": he}
    names |= {"Layer": Layer, "Adam": Adam, "AdamW": AdamW, "Momentum": Momentum, "steps": steps, "augment": augment}
    names |= {"pairwise": pairwise, "plots": plots, "measured": SEARCH}
    return definitions("16_regularization", **names)


# Early stopping


def test_early_stopping_gives_the_best_back_and_its_broken_copy_does_not(lesson):
    for kind, restored in (("EarlyStopping", True), ("WithoutCopy", False)):
        network, stopping = MultiLayerNet([3, 2], 0), lesson[kind](patience=2)
        ends = []
        for score in (0.1, 0.4, 0.4, 0.3):  # an equal score is not a better one
            network.params["W1"][...] = score
            ends.append(stopping.look(network, score))
        network.params["W1"][...] = 9
        stopping.put_back(network)
        assert ends == [False, False, False, True]
        assert (network.params["W1"] == np.float32(0.4)).all() == restored


# Weight decay


def test_l2_and_decoupled_are_the_same_for_sgd_and_not_for_adam(lesson):
    shrinking = lesson["shrinking"]
    decoupled, w = [1.0], 1.0
    for step in range(300):
        w = (1 - 0.01 * 0.5) * w - 0.01 * 0.1 * (-1) ** step
        decoupled.append(w)
    np.testing.assert_allclose(shrinking(SGD(0.01), 0.1, penalty=0.5), decoupled, rtol=1e-12)
    large, small = (shrinking(Adam(0.01), size, penalty=0.5)[-1] for size in (10, 0.1))
    assert 0.75 < large < 0.9 and abs(small) < 0.05
    for size in (10, 0.1):
        path = shrinking(AdamW(0.01, weight_decay=0.5, decay="all"), size)
        assert path[-1] == pytest.approx((1 - 0.005) ** 300, abs=0.02)


# Dropout


@pytest.mark.parametrize("ratio", [0.0, 0.2, 0.7])
def test_dropout_keeps_the_mean_and_its_slope_is_right(lesson, ratio):
    layer, rng = lesson["MyDropout"](ratio, np.random.default_rng(0)), np.random.default_rng(1)
    assert layer.forward(np.ones((500, 400)), training=True).mean() == pytest.approx(1, abs=0.02)
    x, pull = rng.standard_normal((5, 7)), rng.standard_normal((5, 7))
    layer.forward(x, training=True)
    slope, mask = layer.backward(pull), layer.mask
    h = 1e-5 * rng.standard_normal(x.shape)
    moved = np.sum((x + h) * mask * pull) - np.sum((x - h) * mask * pull)
    assert moved == pytest.approx(2 * np.sum(slope * h), rel=1e-9)
    before = layer.rng.bit_generator.state
    assert relative_error(layer.forward(x), x) == 0  # nothing is left to do at prediction
    assert layer.rng.bit_generator.state == before  # and nothing is drawn


def test_new_net_has_no_dropout_on_the_scores(lesson):
    layers = lesson["new_net"](np.random.default_rng(0), ratio=0.2).layers
    assert [type(layer).__name__ for layer in layers] == ["Affine", "Relu", "Dropout"] * 2 + ["Affine"]
    assert sum(value.size for value in lesson["new_net"](np.random.default_rng(0)).params.values()) == 55_210


# Search


def test_the_trial_is_the_one_in_the_package(lesson):
    from helpers.tuning.trials import digits_trial

    assert {name: repr(one) for name, one in SPACE.items()} == {"lr": "log(0.0001, 10.0)", "weight_decay": "log(1e-05, 1.0)"}
    for settings in ({"lr": 0.03, "weight_decay": 1e-4}, {"lr": 0.3, "weight_decay": 0.01}):
        scores = [one(np.random.default_rng(5), **settings) for one in (lesson["trial"], digits_trial)]
        assert scores[0] == scores[1] > 0.5


# The studies' files, as the lesson speaks of them


def test_what_the_remedies_gave():
    runs = STUDY["runs"]
    errors = {name: 100 - np.array([run["new"] for run in ones]) for name, ones in runs.items()}
    losses = {name: np.mean([run["new_loss"] for run in ones]) for name, ones in runs.items()}
    assert list(runs) == ["nothing", "early stopping", "weight decay", "dropout", "augmentation", "all together"]
    assert 4.5 < errors["nothing"].mean() < 5.3
    for name in ("early stopping", "weight decay", "dropout"):
        assert abs(errors[name].mean() - errors["nothing"].mean()) < 0.5
    assert losses["early stopping"] < 0.9 * losses["nothing"] and losses["weight decay"] < 0.9 * losses["nothing"]
    assert 0.6 < errors["augmentation"].mean() / errors["nothing"].mean() < 0.73
    assert errors["all together"].mean() / errors["nothing"].mean() < 0.55
    signs = {name: np.sign(ones - errors["nothing"]).astype(int).tolist() for name, ones in errors.items()}
    assert signs["early stopping"] == [1] * 5 and sorted(signs["weight decay"]) == [-1, -1, 1, 1, 1]
    assert sorted(signs["dropout"]) == [-1] * 4 + [0] and signs["augmentation"] == signs["all together"] == [-1] * 5
    assert (errors["early stopping"] - errors["nothing"]).mean() == pytest.approx(0.3, abs=0.05)
    assert (errors["nothing"] - errors["dropout"]).mean() == pytest.approx(0.2, abs=0.05)
    assert (errors["nothing"] - errors["augmentation"]).min() > 1
    assert (errors["all together"] < errors["augmentation"]).all()
    plain, mended = (STUDY["curves"][name] for name in ("nothing", "all together"))
    assert plain["training"][-1] < 1e-3 and plain["validation"][-1] > 1.4 * min(plain["validation"])
    assert mended["validation"][-1] < 0.5 * plain["validation"][-1]


def in_region(lr, decay, count=24):
    """The numbers of the trials that the zoomed search of a region takes."""
    trials = SEARCH["trials"]
    inside = [
        k
        for k, pair in enumerate(zip(trials["lr"], trials["weight_decay"], strict=True))
        if k >= count and lr[0] <= pair[0] <= lr[1] and decay[0] <= pair[1] <= decay[1]
    ]
    return inside[:count]


def test_what_there_is_to_find_in_the_table():
    trials = SEARCH["trials"]
    for k in range(24):  # they are the search of the lesson
        settings, _ = settings_of(SPACE, 0, k)
        assert [float(f"{settings[name]:.4g}") for name in settings] == [trials[name][k] for name in settings]
    first = max(range(24), key=lambda k: trials["validation"][k] or 0)
    assert (trials["validation"][first], trials["new"][first]) == (95.33, 94.74)
    good = in_region((0.0316, 0.317), (0.99e-5, 0.0101))
    assert len(good) == 24 and (min(on_val(good)), max(on_val(good))) == (94.33, 96.67)
    inside = [(10**a, 10**b) for a, b in combinations((-1.501, -1, -0.499), 2)]
    for lr, decay in product(inside, [(10**c, 10**d) for c, d in combinations(np.arange(-5.001, -1.9, 0.5), 2)]):
        if len(region := in_region(lr, decay)) >= 5:
            best = max(region, key=lambda k: trials["validation"][k])
            assert 96 <= trials["validation"][best] <= 97 and 94.3 <= trials["new"][best] < 95.15


def on_val(numbers):
    return [SEARCH["trials"]["validation"][k] for k in numbers]


# Figures


def rows_of(study):
    return {name: {key: [run[key] for run in runs] for key in ("new", "new_loss")} for name, runs in study["runs"].items()}


def some_trials(scores=(0.96, 0.91, 0.7, 0.1, None)):
    settings = [{"lr": 10.0 ** (-k), "weight_decay": 10.0 ** (-k / 2 - 0.3)} for k in range(len(scores))]
    status = ["diverged" if score is None else "done" for score in scores]
    return Found([Trial(*one) for one in zip(range(len(scores)), settings, status, scores, strict=True)])


STILLS = {
    "by_heart": lambda: plots.by_heart(STUDY["curves"]),
    "by_heart, one": lambda: plots.by_heart({"300 images": STUDY["curves"]["nothing"]}),
    "two_decays": lambda: plots.two_decays({"a": {"slopes ±10": [1, 0.9], "slopes ±0.1": [1, 0.1]}, "b": {"slopes ±10": [1, 0]}}),
    "remedies": lambda: plots.remedies(rows_of(STUDY)),
    "learning_curve": lambda: plots.learning_curve([50, 100, 1197], np.ones((3, 2)), [[0.8, 0.82], [0.9, 0.9], [0.97, 0.98]]),
    "even_and_log": lambda: plots.even_and_log({"numbers equally likely": [0.3, 0.9], "exponents equally likely": [1e-3, 0.1]}),
    "grid_and_random": lambda: plots.grid_and_random({"a": [(0.2, 0.5), (0.2, 0.9)], "b": [(0, 0), (1, 1)]}, lambda u: 1 - u / 2),
    "trials": lambda: plots.trials(some_trials()),
    "trials, none with a score": lambda: plots.trials(some_trials((None, None))),
    "used_up": lambda: plots.used_up(np.arange(1, 101), np.linspace(0.93, 0.98, 100), np.full(100, 0.9)),
    "used_up, one order": lambda: plots.used_up([1, 2, 3], [0.9, 0.94, 0.96], [0.9, 0.9, 0.9], one=[0.9, 0.9, 0.97]),
}


@pytest.mark.parametrize("name", STILLS)
def test_figures(name):
    figure = STILLS[name]()
    assert complaints(figure) == [] and len(figure.alt.split()) > 8


def test_what_figures_say():
    assert "nothing: the validation loss rises again" in STILLS["by_heart"]().alt
    assert "b: 2 different values" in STILLS["grid_and_random"]().alt and "a: 1 different" in STILLS["grid_and_random"]().alt
    assert "lr between 1 and 10; without a number: 1" in STILLS["trials"]().alt
    assert "all together 2.4 %" in STILLS["remedies"]().alt


def test_the_thinned_network_over_its_sliders():
    start = {"ratio": 0.5, "draw": 1}
    assert slider_complaints(plots.thinned, start, ratio=(0.0, 0.2, 0.9), draw=(2, 7, 20)) == {}
    counts = [int(re.search(r"leaves (\d+) of 10", plots.thinned(0.5, draw).alt)[1]) for draw in range(200)]
    assert np.mean(counts) == pytest.approx(5, abs=0.4)
    assert [counts[draw] for draw in (1, 2, 4)] == [5, 4, 7]  # the text speaks of these
    assert "leaves 10 of 10" in plots.thinned(0.0, 3).alt


def test_changed_images_over_their_sliders(lesson):
    start = {"shift": 0.75, "rotate": 15, "scale": 15, "shear": 15, "mirror": False}
    ends = {"shift": (0.0, 3.0), "rotate": (0, 90), "scale": (0, 60), "shear": (0, 45), "mirror": (True,)}
    assert slider_complaints(lesson["changed"], start, **ends) == {}


def test_the_next_search_over_its_sliders(lesson):
    start = {"lr_from": 1e-4, "lr_to": 10.0, "decay_from": 1e-5, "decay_to": 1.0}
    ends = {"lr_from": (1.0, 10.0), "lr_to": (1e-4, 0.1), "decay_from": (0.01, 1.0), "decay_to": (1e-5, 1e-3)}
    assert slider_complaints(lesson["next_search"], start, **ends) == {}
    empty = lesson["next_search"](10.0, 10.0, 1e-5, 1e-5)
    assert "No trial in it has a number" in empty.alt
    forth, back = lesson["next_search"](0.01, 1.0, 1e-5, 1e-2), lesson["next_search"](1.0, 0.01, 1e-2, 1e-5)
    assert forth.alt == back.alt  # the ends may come in either order


# On your own


def test_solutions_run_and_say_what_the_lesson_says(lesson, capsys):
    solutions = re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TWIN.read_text("utf8"), re.DOTALL)
    assert len(solutions) == 3
    outs = []
    for code in solutions:
        exec(code, dict(lesson))
        outs.append(capsys.readouterr().out)
    right, wrong = (float(number) for number in re.findall(r"([\d.]+)%", outs[0]))
    assert 0.3 < right < 10 and wrong > 3 * right
    means = [float(number) for number in re.findall(r": ([\d.]+), from", outs[1])]
    assert abs(means[0] - means[1]) < 0.02 and means[2] < min(means[:2]) - 0.01
    assert "the slopes are right" in outs[2]
