"""Lesson 14: its six optimizers against their formulas, its numbers, its race over seeds, its figures, its solutions."""

import ast
import json
import re
from pathlib import Path

import numpy as np
import pytest
from drawing_checks import hand_complaints
from lesson_code import definitions

from helpers import optimizers, plots, schedules
from helpers.datasets import DATA, load_digits
from helpers.networks import MultiLayerNet
from helpers.plots import ink
from helpers.plots.landscapes import height
from helpers.plots.optimizing import LOOKS, RATES, optimizer_walk
from helpers.training import TrainingDiverged, fit

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "14_optimizers.md"
NAMES = ["SGD", "Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam"]


@pytest.fixture(scope="module")
def lesson():
    names = {"digits": load_digits(), "MultiLayerNet": MultiLayerNet, "plots": plots, "fit": fit}
    names |= {"TrainingDiverged": TrainingDiverged, "schedules": schedules, "grid": None}
    return definitions("14_optimizers", ("turn",), **names)


# The paths


@pytest.mark.parametrize(
    ("name", "lr", "f", "flips"),
    [
        ("SGD", 0.95, 0.0133, 30),
        ("Momentum", 0.1, 0.0479, 4),
        ("Nesterov", 0.1, 0.0238, 5),
        ("AdaGrad", 1.5, 7.22e-4, 0),
        ("RMSProp", 0.3, 1.18e-3, 12),
        ("Adam", 0.3, 0.102, 2),
    ],
)
def test_the_paths_in_the_valley(lesson, name, lr, f, flips):
    path = lesson["walk"](lesson[f"My{name}"](lr))
    assert lesson["valley"](path[-1]) == pytest.approx(f, rel=0.005) and path.shape == (31, 2)
    assert np.sum(path[1:, 1] * path[:-1, 1] < 0) == flips == lesson["report"](name, path)
    np.testing.assert_allclose(path, optimizer_walk(getattr(optimizers, name)(lr), 30), atol=1e-9)  # the figures' walk


@pytest.mark.parametrize(
    ("name", "first"), [("SGD", 4), ("Momentum", 4), ("Nesterov", 1.9 * 4), ("AdaGrad", 1), ("RMSProp", 10**0.5), ("Adam", 1)]
)
@pytest.mark.parametrize("sign", [1, -1])
def test_first_steps(lesson, name, first, sign):
    """Of slope 4 at lr 0.01, as the second question of Check yourself says."""
    params = {"w": np.zeros((2, 3))}
    lesson[f"My{name}"](0.01).update(params, {"w": np.full((2, 3), 4.0 * sign)})
    np.testing.assert_allclose(params["w"], -0.01 * first * sign, rtol=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_updates_are_in_place_and_leave_gradients_alone(lesson, name):
    rng = np.random.default_rng(1)
    array = rng.standard_normal((3, 4)).astype(np.float32)
    params, grads = {"W": array, "b": np.ones(2, np.float32)}, {"W": np.ones((3, 4), np.float32), "b": np.zeros(2, np.float32)}
    before, optimizer = array.copy(), lesson[f"My{name}"](0.1)
    for _ in range(3):
        optimizer.update(params, grads)
    assert params["W"] is array and array.dtype == np.float32 and (array < before).all()
    assert (grads["W"] == 1).all() and (params["b"] == 1).all()


def test_adam_by_the_sums_of_its_definition(lesson):
    """m and v written out as weighted sums over all slopes so far."""
    rng = np.random.default_rng(5)
    slopes, params, optimizer = rng.standard_normal((12, 3)), {"w": np.zeros(3)}, lesson["MyAdam"](0.02)
    expected = np.zeros(3)
    for t in range(1, 13):
        optimizer.update(params, {"w": slopes[t - 1]})
        weights = [beta ** np.arange(t)[::-1] for beta in (0.9, 0.999)]
        m, v = (w @ s / w.sum() for w, s in zip(weights, (slopes[:t], slopes[:t] ** 2), strict=True))
        expected -= 0.02 * m / (np.sqrt(v) + 1e-8)
        np.testing.assert_allclose(params["w"], expected, rtol=1e-9)


def test_the_step_counter_counts_updates_not_parameters(lesson):
    several, one = {"a": np.ones(2), "b": np.ones(3), "c": np.ones(1)}, {"a": np.ones(2)}
    first, second = lesson["MyAdam"](0.1), lesson["MyAdam"](0.1)
    for k in range(5):
        first.update(several, {name: np.full(value.shape, k + 1.0) for name, value in several.items()})
        second.update(one, {"a": np.full(2, k + 1.0)})
    np.testing.assert_allclose(several["a"], one["a"])


def test_the_mistakes_are_mistakes(lesson):
    valley, walk = lesson["valley"], lesson["walk"]
    assert valley(walk(lesson["WrongSign"](0.1))[-1]) == pytest.approx(6.5e10, rel=0.02)
    path = walk(lesson["WrongAdaGrad"](1.5))
    assert path[1] - path[0] == pytest.approx([-1.05, -6.0], abs=1e-6) and valley(path[-1]) == pytest.approx(5.8e36, rel=0.02)
    ends = []
    for optimizer in (lesson["OneVelocity"](0.1), lesson["MyMomentum"](0.1)):
        params = {"x0": np.array([-7.0]), "x1": np.array([2.0])}
        for _ in range(30):
            optimizer.update(params, {"x0": params["x0"] / 10, "x1": 2 * params["x1"]})
        ends.append(valley([params["x0"][0], params["x1"][0]]))
    assert ends[0] / ends[1] == pytest.approx(43, abs=0.5)
    network = MultiLayerNet([4, 3, 2], 0)
    x, t = np.ones((2, 4), np.float32), np.array([0, 1])
    before = network.loss(x, t)
    lesson["Rebinding"](0.1).update(network.params, network.gradient(x, t))
    assert network.loss(x, t) == before


def test_steep_tilted_and_withering(lesson):
    walk, valley, turn = lesson["walk"], lesson["valley"], lesson["turn"]
    for name, lr in (("AdaGrad", 1.5), ("RMSProp", 0.3), ("Adam", 0.3)):
        kind = lesson[f"My{name}"]
        np.testing.assert_allclose(walk(kind(lr)), walk(kind(lr), lesson["steep_gradient"]), atol=1e-6)
    np.testing.assert_allclose(turn @ turn.T, np.eye(2), atol=1e-12)
    end = walk(lesson["MyAdaGrad"](1.5), lesson["tilted_gradient"], start=turn.T @ [-7.0, 2.0])[-1]
    assert valley(turn @ end) / valley(walk(lesson["MyAdaGrad"](1.5))[-1]) == pytest.approx(195, abs=2)
    assert walk(lesson["MySGD"](0.0095), lesson["steep_gradient"])[-1, 0] == pytest.approx(-6.80, abs=0.005)
    path = walk(lesson["MyRMSProp"](0.3), iterations=200)
    assert np.abs(path[-2:]) == pytest.approx(0.15, abs=0.003) and (path[-1] * path[-2] < 0).all()


@pytest.mark.parametrize(("kappa", "alone", "best"), [(20, 35, 15), (100, 173, 39), (500, 864, 97), (2500, 4318, 241)])
def test_momentum_takes_the_root_of_a_long_valley(lesson, kappa, alone, best):
    floor, root = 2.0 / kappa, np.sqrt(kappa)
    assert lesson["steps_needed"](lesson["MySGD"](2 / (2.0 + floor)), floor) == alone
    momentum = lesson["MyMomentum"](4 / (np.sqrt(2.0) + np.sqrt(floor)) ** 2, ((root - 1) / (root + 1)) ** 2)
    assert lesson["steps_needed"](momentum, floor) == best
    path = lesson["walk"](lesson["MyMomentum"](1.34, 0.4))
    near = lesson["walk"](lesson["MyMomentum"](1.33, 0.4))
    assert 500 < lesson["valley"](path[-1]) / lesson["valley"](near[-1]) < 2000
    assert lesson["valley"](lesson["walk"](lesson["MySGD"](1.33))[-1]) > 1e6


@pytest.mark.parametrize(
    ("name", "plateau", "flatter", "ridge"),
    [
        ("SGD", 603, 60093, 76),
        ("Momentum", 85, 6055, 36),
        ("Nesterov", 82, 6050, 30),
        ("AdaGrad", 34, 34, 17),
        ("RMSProp", 6, 6, 4),
        ("Adam", 17, 17, 11),
    ],
)
def test_away_from_plateau_and_saddle(lesson, name, plateau, flatter, ridge):
    until, kind, hollow = lesson["steps_until"], lesson[f"My{name}"], lesson["hollow"]
    assert until(lambda x: abs(x[0]) < 1, kind(0.3), hollow, [6.0]) == plateau
    assert until(lambda x: abs(x[0]) < 1, kind(0.3), lambda x: hollow(x) / 100, [6.0]) == flatter
    assert until(lambda x: abs(x[1]) > 1, kind(0.1), lambda x: x * [2, -2], [-2.0, 1e-6]) == ridge
    assert lesson["walk"](kind(0.1), lambda x: x * [2, -2], 500, start=(-2.0, 0.0))[-1, 1] == 0  # exactly on the ridge


def test_too_long_without_correction(lesson):
    factors = [(1 - 0.9**t) / np.sqrt(1 - 0.999**t) for t in (1, 10, 100, 1000)]
    assert factors == pytest.approx([3.16, 6.53, 3.24, 1.26], abs=0.005)
    for g in (0.001, 1.0, -1000.0):
        for corrected, size in ((True, 0.3), (False, 0.949)):
            params = {"x": np.zeros(1)}
            lesson["MyAdam"](0.3, corrected=corrected).update(params, {"x": np.array([g])})
            assert params["x"][0] == pytest.approx(-size * np.sign(g), abs=0.001)


def test_schedules(lesson):
    plan = lesson["warmed_up"](lesson["half_cosine"](0.1, 400), 40)
    assert [plan(1), plan(200)] == pytest.approx([0.0025, 0.0504], abs=1e-4) and plan(400) < 1e-5
    assert [lesson["in_steps"](1, 200)(t) for t in (1, 200, 201, 401)] == pytest.approx([1, 1, 0.1, 0.01])
    assert lesson["held"](0.3)(7) == 0.3


# The race


@pytest.mark.parametrize(
    ("name", "lr"), [("SGD", 0.5), ("Momentum", 0.2), ("Nesterov", 0.1), ("AdaGrad", 0.02), ("RMSProp", 0.005), ("Adam", 0.02)]
)
def test_good_rates_end_in_the_band_from_other_seeds(lesson, name, lr):
    runs = [lesson["run"](getattr(optimizers, name)(lr), seed) for seed in (50, 51, 52)]
    assert 0.955 < lesson["reached"](runs) < 0.99


def test_warm_up_rescues_from_other_seeds(lesson):
    plan = lesson["warmed_up"](lesson["half_cosine"](0.5, 400), 40)
    saved = lesson["reached"]([lesson["run"](optimizers.Momentum(0.5), seed, schedule=plan) for seed in (60, 61, 62)])
    lost = lesson["reached"]([lesson["run"](optimizers.Momentum(0.5), seed) for seed in (60, 61, 62)])
    assert saved > 0.95 and lost < 0.7
    assert lesson["reached"]([None, None]) == 0


# Figures


def described(figure):
    assert len(figure.alt.split()) > 8 and figure.png()[:4] == b"\x89PNG"
    return figure.alt


def test_path_explorer_over_its_range():
    for name in NAMES:
        for lr in (0.01, 0.95, 10.0):
            for iterations in (0, 1, 30, 200):
                for function in ("valley", "tilted"):
                    drawing = plots.optimizer_path(name, lr, iterations, function)
                    assert f"in {iterations} iterations" in drawing.alt and ("tilted" in drawing.alt) == (function == "tilted")
                    f = height(optimizer_walk(getattr(optimizers, name)(lr), iterations, function), function)[-1]
                    words = f"f = {ink.size(f)} after {iterations} iteration{'' if iterations == 1 else 's'}"
                    words = words.replace("= more than", ">")
                    assert words in [text for text, *_ in drawing.texts]


def test_momentum_explorer_over_its_range():
    start = {"momentum": 0.9, "lr": 0.1, "iterations": 30, "start0": None, "start1": None}
    ends = {"momentum": (0.0, 0.99), "lr": (0.01, 2.0), "iterations": (0, 1, 200), "start0": (-7.5, 7.5), "start1": (-5.0, 5.0)}
    assert hand_complaints(plots.momentum_path, start, **ends) == {}
    assert plots.momentum_path(0.0, 0.95).alt.split(":")[1] == plots.optimizer_path("SGD", 0.95).alt.split(":")[1]
    assert "sides 4 times" in plots.momentum_path().alt and "μ = 0.90" in plots.momentum_path().alt


def test_the_closing_table_is_that_of_the_study():
    study = json.loads((DATA / "studies" / "course.json").read_text("utf-8"))
    best = {}
    for row in study["rows"]:
        best[row["lesson"]] = max(best.get(row["lesson"], 0), np.mean(row["mnist"]))
    assert list(best) == ["00", "06", "09", "10", "13", "14"]
    assert best["09"] < best["10"] and best["13"] < best["14"] and best["14"] > 99
    sprint = {name: [] for name in ("SGD", "Momentum", "Adam")}
    for trial in study["sprint"]:
        sprint[trial["optimizer"]].append(np.mean(trial["validation"]))
    best = {name: max(scores) for name, scores in sprint.items()}
    assert max(best.values()) - min(best.values()) < 0.25  # a tie
    assert all(scores[0] < best[name] > scores[-1] for name, scores in sprint.items())  # no best rate at an edge
    assert sprint["SGD"][-1] < 20 and np.ptp(np.round(sprint["Adam"], 1)) < 0.25 and min(sprint["Adam"]) > 98.1


def test_the_rates_of_the_first_picture_are_those_of_the_figures():
    text = TWIN.read_text("utf-8")
    assert ast.literal_eval(re.search(r"^rates = (\{.*\})$", text, re.MULTILINE)[1]) == RATES


@pytest.mark.parametrize("function", ["valley", "tilted"])
@pytest.mark.parametrize("start", [(None, None), (-7.5, 5.0), (2.25, -4.0)])
def test_all_six_walk_from_the_start_that_was_dragged(function, start):
    drawing = plots.optimizer_path("Adam", 0.05, 40, function, *start, others=True)
    place = None if start[0] is None else start
    labels = {words: colour for words, _, colour, _ in drawing.texts}
    for name in NAMES:
        rate = 0.05 if name == "Adam" else RATES[name]
        path = optimizer_walk(getattr(optimizers, name)(rate), 40, function, place)
        assert start[0] is None or path[0].tolist() == list(start)
        assert labels[name] == ink.text(LOOKS[name][0]) and ink.size(height(path, function)[-1]) in labels
        assert (f"{name} to {ink.size(height(path, function)[-1])}" in drawing.alt) == (name != "Adam")
    growing = drawing.svg().count("data-grows")
    assert growing == 2 * 5 + 5  # a line on the map and one beside it; the chosen one's with an edge, dots, and what lies beyond


def test_texts_of_the_paths_with_every_control_at_its_ends():
    start = {"optimizer": "Momentum", "lr": 0.1, "iterations": 30, "function": "valley", "start0": None, "start1": None}
    ends = {"lr": (0.01, 10.0), "iterations": (0, 1, 200), "function": ("tilted",), "start0": (-7.5, 0.0, 7.5)}
    ends |= {"start1": (-5.0, 0.0, 5.0), "optimizer": NAMES}
    for others in (False, True):
        assert hand_complaints(plots.optimizer_path, start | {"others": others}, **ends) == {}
    assert hand_complaints(plots.optimizer_path, start | {"lr": 10.0, "iterations": 200, "others": True}, **ends) == {}


def test_tilted_landscape_is_the_same_turned():
    for name, lr in (("SGD", 0.95), ("Momentum", 0.1), ("Nesterov", 0.1)):
        straight, tilted = (optimizer_walk(getattr(optimizers, name)(lr), 30, function) for function in ("valley", "tilted"))
        np.testing.assert_allclose(height(straight, "valley"), height(tilted, "tilted"), rtol=1e-6, atol=1e-12)
        assert not np.allclose(straight, tilted)


def test_running_means_over_the_slider():
    for beta in (0.0, 0.5, 0.9, 0.99):
        figure = plots.running_means(beta, corrected=True)
        alt = described(figure)
        numbers, means, corrected = (line.get_ydata() for line in figure.axes[0].lines)
        assert means[0] == pytest.approx((1 - beta) * numbers[0]) and corrected[0] == pytest.approx(numbers[0])
        weights = beta ** np.arange(100)[::-1]
        assert corrected[-1] == pytest.approx(weights @ numbers / weights.sum())
        assert f"about {1 / (1 - beta):.3g} steps" in alt
    assert "Corrected" not in plots.running_means(0.9).alt


def test_race_and_contest_draw_what_they_are_given(lesson):
    def short(kind, lr, seed):
        network = MultiLayerNet([64, 10], seed)
        return fit(network, kind(lr), lesson["digits"], iterations=40, every=10, rng=seed, progress=False)

    grid = {name: {lr: [short(getattr(optimizers, name), lr, s) for s in (0, 1)] for lr in (0.01, 0.1)} for name in NAMES}
    grid["SGD"][0.1][1] = None
    for name in NAMES:
        for place in (1, 2):
            alt = described(plots.race(grid, name, place))
            assert f"{name} with learning rate {list(grid[name])[place - 1]:g}" in alt
    figure = plots.race(grid, "SGD", 2)
    assert figure.axes[0].lines[0].get_ydata()[1] == pytest.approx(grid["SGD"][0.1][0].val_accuracy[-1] / 2)
    final = {name: grid[name][0.01] for name in NAMES}
    figure = plots.contest(final)
    described(figure)
    expected = np.mean([run.loss[:10] for run in final["SGD"]])
    assert 10 ** figure.axes[0].lines[0].get_ydata()[0] == pytest.approx(expected)


def test_schedule_figure_over_its_range():
    for rate in (0.001, 0.1, 1.0):
        for warm_up in (0, 5, 200):
            for iterations in (100, 400, 1000):
                alt = described(plots.schedule_curves(rate, warm_up, iterations))
                assert f"held: {rate:.3g} at first" in alt


# On your own


def solutions():
    return re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TWIN.read_text("utf-8"), re.DOTALL)


def test_solutions_run_and_say_what_the_lesson_says(lesson, capsys):
    assert len(solutions()) == 3
    outs = []
    for code in solutions():
        exec(code, dict(lesson))
        outs.append(capsys.readouterr().out.splitlines())
    assert [int(re.search(r"Nesterov +(\d+)", line)[1]) for line in outs[0]] == [18, 37, 64, 90]
    assert [float(line.split("=")[1]) > 1.8 for line in outs[1]] == [True, True]
    numbers = np.array([re.findall(r"(?:gradient|outside) ([\d.]+)", line) for line in outs[2]], dtype=float)
    assert np.ptp(numbers[:, 0]) < 0.01 and 0.4 < numbers[0, 0] < 0.6
    assert numbers[:, 1] == pytest.approx([(1 - 0.01 * decay) ** 50 for decay in (0.001, 0.01, 0.1)], abs=1e-4)
