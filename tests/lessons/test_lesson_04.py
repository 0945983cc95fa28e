"""Lesson 04: its losses against independent ones, its traps, its numbers, its figures over their sliders, its solutions."""

import ast
import contextlib
import io
import json
import math
import re
import warnings
from pathlib import Path

import jupytext
import numpy as np
import pytest
from lesson_code import definitions

from helpers import functions, plots, widgets
from helpers.datasets import load_digits
from helpers.functions import relu, sigmoid, softmax
from helpers.layers import SoftmaxWithLoss
from helpers.plots.losses import sure_and_wrong_losses

ROOT = Path(__file__).resolve().parents[2]
TWIN = ROOT / "notebooks" / "text" / "04_loss_functions.md"
TEXT = TWIN.read_text(encoding="utf-8")
X4, T4 = np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 1.5, 2.5, 4.0])
GOOD = np.array([0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0])
BAD = np.array([0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0])


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(scope="module")
def lesson():
    return definitions("04_loss_functions", softmax=softmax)


@pytest.fixture(scope="module")
def net():
    """The shipped network on the validation images, in float64."""
    digits = load_digits()
    with np.load(ROOT / "data" / "weights" / "two_layer_net_digits.npz") as file:
        W1, b1, W2, b2 = (file[name].astype(float) for name in ("W1", "b1", "W2", "b2"))
    z1 = relu(digits.x_val.astype(float) @ W1 + b1)
    return {"digits": digits, "W1": W1, "b1": b1, "W2": W2, "b2": b2, "z1": z1, "t": digits.t_val, "scores": z1 @ W2 + b2}


@pytest.fixture(scope="module")
def parts(lesson):
    rng = np.random.default_rng(4)
    points = lesson["noisy_points"]
    return points(np.linspace(-1, 1, 10), rng), points(rng.uniform(-1, 1, 20), rng), points(rng.uniform(-1, 1, 200), rng)


def numbers(text):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text.replace("\u2212", "-"))]


# The losses


def test_squared_errors_by_pure_python(lesson):
    y, t = [[0.2, -1.5, 3.0], [0.7, 0.0, -2.25]], [[1.0, 0.5, 2.0], [0.0, -1.0, -2.0]]
    total = sum((a - b) ** 2 for row, wanted in zip(y, t, strict=True) for a, b in zip(row, wanted, strict=True))
    y, t = np.array(y), np.array(t)
    assert lesson["sum_squared_error"](y, t) == pytest.approx(total)
    assert lesson["half_squared_error"](y, t) == pytest.approx(total / 2)
    assert lesson["mean_squared_error"](y, t) == pytest.approx(total / 6)
    assert lesson["mean_squared_error"](np.array([0.5]), np.array([0.0])) == 0.25


def test_the_line_by_hand(lesson):
    y, flat = 0.5 * X4 + 1, np.full(4, 2.5)
    assert (y - T4).tolist() == [-0.5, 0.5, 0, -1] and np.sum(flat - T4) == 0
    assert [lesson[f"{n}_squared_error"](y, T4) for n in ("sum", "half", "mean")] == [1.5, 0.75, 0.375]
    slope, intercept = np.polyfit(X4, T4, 1)
    assert (slope, intercept) == pytest.approx((0.7, 0.75))
    assert lesson["sum_squared_error"](0.7 * X4 + 0.75, T4) == pytest.approx(1.05)
    assert np.sum(-0.3 * X4 + 3.25 - T4) == pytest.approx(0)


def test_book_vectors(lesson):
    target = lesson["one_hot"](np.array([2]), 10)
    for y, half, entropy, guarded in ((GOOD, 0.0975, 0.510826, "0.510825"), (BAD, 0.5975, 2.302585, "2.302584")):
        assert lesson["half_squared_error"](y, target[0]) == pytest.approx(half)
        assert lesson["cross_entropy_error"](y[None], np.array([2])) == pytest.approx(entropy, abs=5e-7)
        assert f"{-math.log(y[2] + 1e-7):.6f}" == guarded


def test_one_hot(lesson):
    assert lesson["one_hot"](np.array([1, 0]), 4).tolist() == [[0, 1, 0, 0], [1, 0, 0, 0]]
    assert lesson["one_hot"](np.array([0, 3, 5]), 10).shape == (3, 10)


@pytest.mark.parametrize("samples", [1, 3, 7])
def test_cross_entropy_by_pure_python(lesson, samples):
    rng = np.random.default_rng(samples)
    scores, t = 3 * rng.standard_normal((samples, 5)), rng.integers(0, 5, samples)
    expected = 0.0
    for row, k in zip(scores, t, strict=True):
        expected -= math.log(math.exp(row[k]) / sum(math.exp(s) for s in row)) / samples
    y = softmax(scores)
    for target in (t, lesson["one_hot"](t, 5)):
        assert lesson["cross_entropy_error"](y, target) == pytest.approx(expected)
    assert lesson["cross_entropy_from_scores"](scores, t) == pytest.approx(expected)
    assert SoftmaxWithLoss().forward(scores, t) == pytest.approx(expected)
    doubled = lesson["cross_entropy_error"](np.concatenate([y, y]), np.concatenate([t, t]))
    assert doubled == pytest.approx(expected)


def test_from_scores_needs_no_guard(lesson):
    loss, extreme = lesson["cross_entropy_from_scores"], np.array([[0.0, 1000.0]])
    assert loss(extreme, np.array([0])) == 1000 and loss(extreme, np.array([1])) == 0
    assert loss(np.array([[-800.0, -800.0]]), np.array([0])) == pytest.approx(math.log(2))
    assert functions.cross_entropy_error(softmax(extreme), np.array([0])) == pytest.approx(-math.log(1e-12))


def test_guard_and_clip(lesson):
    guard, clip = lesson["with_guard"], lesson["with_clip"]
    assert -2e-7 < guard(1.0) < 0 and clip(1.0) == 0 and clip(0.6) == -math.log(0.6)
    assert guard(0.0) == pytest.approx(16.118, abs=1e-3) and clip(0.0) == clip(1e-30) == pytest.approx(27.631, abs=1e-3)


# Traps


def test_columns_are_stretched_and_helpers_refuses(lesson):
    y = np.arange(1.0, 6.0)
    assert lesson["mean_squared_error"](y, y[:, None]) == 4.0 == np.mean([(a - b) ** 2 for a in y for b in y])
    with pytest.raises(ValueError, match=r"\(5,\) and targets \(5, 1\)"):
        functions.mean_squared_error(y, y[:, None])


def test_zero_probability_gives_inf_and_nan():
    with np.errstate(all="ignore"):
        y = softmax(np.array([[0.0, 1000.0]]))
        assert y.tolist() == [[0, 1]] and -np.log(y[0, 0]) == np.inf
        assert np.isnan(np.sum(np.array([[0, 1]]) * np.log(y)))


def test_the_cheat(lesson, net):
    cheat = sigmoid(np.full((300, 10), 20.0))
    assert lesson["cross_entropy_error"](cheat, net["t"]) == pytest.approx(2.06e-9, rel=0.01)
    assert np.mean(cheat.argmax(axis=1) == net["t"]) == np.mean(net["t"] == 0) < 0.12
    T = np.eye(10)[net["t"]]
    assert -np.sum(T * np.log(cheat) + (1 - T) * np.log(1 - cheat)) / 300 == pytest.approx(180, abs=0.01)


# The network


def test_loss_and_accuracy_of_the_shipped_network(net, lesson):
    losses = SoftmaxWithLoss()
    assert losses.forward(net["scores"], net["t"]) == pytest.approx(0.0976, abs=1e-4)
    assert np.sum(net["scores"].argmax(axis=1) == net["t"]) == 290
    for factor, loss in ((0.25, 0.627), (8, 0.366)):
        assert losses.forward(factor * net["scores"], net["t"]) == pytest.approx(loss, abs=1e-3)
        assert np.sum((factor * net["scores"]).argmax(axis=1) == net["t"]) == 290


def test_accuracy_is_flat_where_the_loss_is_not(net):
    def judge(change):
        W2 = net["W2"].copy()
        W2[14, 4] += change
        y = softmax(net["z1"] @ W2 + net["b2"])
        return np.sum(y.argmax(axis=1) == net["t"]), functions.cross_entropy_error(y, net["t"])

    right, losses = zip(*(judge(change) for change in (-0.1, 0, 0.001, 0.01, 0.1)), strict=True)
    assert set(right) == {290} and all(np.diff(losses) > 0)


def test_the_mistakes_of_the_too_sure_network(net):
    y = softmax(8 * net["scores"])
    wrong, costs = y.argmax(axis=1) != net["t"], -np.log(y[np.arange(300), net["t"]])
    assert np.sum(wrong) == 10 and np.sum(y[wrong].max(axis=1) > 0.9) == 7 and costs.max() == pytest.approx(30.8, abs=0.05)
    assert costs[wrong].sum() / costs.sum() == pytest.approx(0.993, abs=0.002)


def test_the_most_surprising_image(net):
    y = softmax(net["scores"])
    each = -np.log(y[np.arange(300), net["t"]])
    most = each.argmax()
    assert (net["t"][most], y[most].argmax()) == (9, 5) and each[most] == pytest.approx(4.2, abs=0.05)
    assert (y[most, 5], y[most, 9]) == pytest.approx((0.69, 0.015), abs=0.005)


def test_how_far_to_the_first_jump(net):
    def right(change):
        W2 = net["W2"].copy()
        W2[14, 4] += change
        return np.sum((net["z1"] @ W2 + net["b2"]).argmax(axis=1) == net["t"])

    assert right(-0.365) == right(0.54) == 290 and right(-0.375) == right(0.55) == 291
    assert net["W2"][[14, 38, 6], 4].round(2).tolist() == [-1.1, 0.66, -0.04]


def test_the_trained_weight_lies_lowest_on_its_own_images(net):
    """Along single weights the training loss is lowest where the weight is; the validation loss elsewhere."""
    digits, losses = net["digits"], SoftmaxWithLoss()
    known = relu(digits.x_train.astype(float) @ net["W1"] + net["b1"])
    for unit, on_train, on_val in ((14, -0.1, -0.3), (38, 0.0, -0.35), (6, 0.0, -0.4)):
        for z, t, expected in ((known, digits.t_train, on_train), (net["z1"], net["t"], on_val)):
            found = []
            for change in np.linspace(-1, 1, 41):
                W2 = net["W2"].copy()
                W2[unit, 4] += change
                found.append(losses.forward(z @ W2 + net["b2"], t))
            assert np.linspace(-1, 1, 41)[int(np.argmin(found))] == pytest.approx(expected, abs=0.051)


def test_early_stopping_in_the_study():
    curve = json.loads((ROOT / "data" / "studies" / "regularization.json").read_text(encoding="utf-8"))["curves"]["nothing"]
    lowest = int(np.argmin(curve["validation"]))
    assert (curve["iteration"][lowest], curve["iteration"][-1]) == (80, 2000)
    assert curve["validation"][-1] > 1.5 * curve["validation"][lowest] and curve["training"][-1] < 1e-3


def test_how_often_validation_finds_the_line(lesson):
    choices = np.zeros(10, int)
    for seed in range(200):
        rng = np.random.default_rng(seed)
        train, val = lesson["noisy_points"](np.linspace(-1, 1, 10), rng), lesson["noisy_points"](rng.uniform(-1, 1, 20), rng)
        choices[np.argmin([np.mean((by_equations(train, d, val[0]) - val[1]) ** 2) for d in range(10)])] += 1
    assert choices.argmax() == 1 and choices[1] == 87 and choices[9] == 0


def test_the_runs_that_the_prose_names():
    runs = json.loads((ROOT / "data" / "studies" / "history.json").read_text(encoding="utf-8"))["runs"]
    cheat, honest = runs["sigmoids_right_class_only"], runs["softmax_control"]
    assert cheat["accuracy"]["test"] == [11.35, 11.35] and np.round(cheat["loss"], 5).tolist() == [0.00024, 0.00024]
    assert min(cheat["more"]["smallest_output"]) > 0.99 and cheat["setting"]["sizes"] == [784, 50, 10]
    assert cheat["setting"]["iterations"] == honest["setting"]["iterations"] == 10_000
    assert cheat["setting"]["start"] == honest["setting"]["start"]
    assert np.round(honest["loss"], 2).tolist() == [0.18, 0.18] and min(honest["loss"]) > 700 * max(cheat["loss"])
    assert np.mean(honest["accuracy"]["test"]) == pytest.approx(94.8, abs=0.05)


def test_sliders_keep_their_data():
    """After Run All a slider still draws what it drew: no later cell and no solution may give its names new values."""
    cells = [cell.source for cell in jupytext.read(TWIN, fmt="md:myst").cells if cell.cell_type == "code"]
    body = ast.parse("\n".join(cells + SOLUTIONS)).body
    drawn = {"try_line": {"four_x", "four_t"}, "try_degree": {"train", "val"}, "look": {"z1", "W2", "b2", "t_val"}}
    functions_there = {node.name: node for node in body if isinstance(node, ast.FunctionDef)}
    for name, data in drawn.items():
        used = {n.id for n in ast.walk(functions_there[name]) if isinstance(n, ast.Name)}
        assert data <= used, name
    stored = [n.id for node in body if not isinstance(node, ast.FunctionDef) for n in ast.walk(node)
              if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]  # fmt: skip
    for name in set().union(*drawn.values()):
        assert stored.count(name) == 1, name


def test_sure_and_wrong_slopes(lesson):
    for d in (-8.0, -6.0, -0.5, 3.0):
        now, ahead = np.array(lesson["two_losses"](d)), np.array(lesson["two_losses"](d + 1e-5))
        wrong = 1 / (1 + math.exp(d))
        assert now == pytest.approx(sure_and_wrong_losses(d)) and now[1] == pytest.approx(wrong**2)
        assert (now - ahead) / 1e-5 == pytest.approx([wrong, 2 * wrong**2 * (1 - wrong)], rel=1e-3)
    steep = {d: sure_and_wrong_losses(d)[1] - sure_and_wrong_losses(d + 1e-4)[1] for d in np.arange(-3, 1, 0.1).round(1)}
    assert max(steep, key=steep.get) == -0.7
    steep_entropy, steep_squares = np.subtract(sure_and_wrong_losses(-8.0), sure_and_wrong_losses(-7.999))
    assert steep_entropy > 1000 * steep_squares > 0


# Over-fitting


def by_equations(train, degree, x):
    """Least squares by another road: QR of the powers."""
    Q, R = np.linalg.qr(np.vander(train[0], degree + 1))
    return np.polyval(np.linalg.solve(R, Q.T @ train[1]), x)


def test_polynomials(parts):
    train, val, test = parts
    errors = [[np.mean((by_equations(train, d, x) - t) ** 2) for x, t in (train, val)] for d in range(10)]
    on_train, on_val = np.array(errors).T
    assert on_train[:9].round(4).tolist() == [0.1117, 0.0344, 0.0343, 0.0263, 0.0252, 0.0232, 0.0081, 0.007, 0.0061]
    assert on_train[9] < 1e-20 and (np.diff(on_train) < 0).all()
    assert on_val[[0, 1, 9]].round(4).tolist() == [0.143, 0.0353, 0.8946] and on_val.argmin() == 1 and on_val.argmax() == 9
    assert np.mean((by_equations(train, 1, test[0]) - test[1]) ** 2) == pytest.approx(0.0459, abs=1e-4)
    assert np.mean((1 + 0.5 * test[0] - test[1]) ** 2) == pytest.approx(0.0417, abs=1e-4)


def test_the_best_of_a_thousand_coins():
    for seed in range(5):
        rng = np.random.default_rng(seed)
        right = np.mean(rng.integers(0, 2, (1000, 50)) == rng.integers(0, 2, 50), axis=1)
        assert 0.68 <= right.max() <= 0.82 and 0.49 < right.mean() < 0.51


# The figures


@pytest.mark.parametrize("slope", [-0.5, 0.0, 0.7, 1.5])
@pytest.mark.parametrize("intercept", [0.0, 0.75, 4.0])
def test_line_and_distances(slope, intercept):
    figure = plots.line_and_distances(X4, T4, slope, intercept)
    assert figure.png()
    errors = slope * X4 + intercept - T4
    total = np.sum(errors**2)
    found = numbers(figure.alt.split("errors add up to ")[1])
    assert found == pytest.approx([errors.sum(), total, total / 2, total / 4], abs=0.0051)
    squares = figure.axes[0].collections[0].get_paths()
    areas = sorted(np.ptp(path.vertices[:, 0]) * np.ptp(path.vertices[:, 1]) for path in squares)
    assert areas == pytest.approx(sorted(errors**2))


@pytest.mark.parametrize(("p", "q"), [(0.05, 0.05), (0.5, 0.25), (1.0, 1.0), (1.0, 0.05)])
def test_surprise(p, q):
    figure = plots.surprise(p, q)
    assert figure.png()
    found = numbers(figure.alt)
    assert found[2:4] == pytest.approx([-math.log(p), -math.log(q)], abs=0.0051)
    assert found[5] == pytest.approx(-math.log(p * q), abs=0.0051)
    bars = figure.axes[1].patches
    assert bars[0].get_height() + bars[1].get_height() == pytest.approx(bars[2].get_height())
    assert figure.axes[1].get_ylim()[1] > bars[2].get_height() and figure.axes[1].get_ylim() == figure.axes[0].get_ylim()


@pytest.mark.parametrize("unit", [14, 38, 6])
@pytest.mark.parametrize("digit", [0, 4, 9])
@pytest.mark.parametrize(("value", "width"), [(None, 3.0), (-3.0, 3.0), (0.0, 0.5), (3.0, 0.1)])
def test_one_weight(net, unit, digit, value, width):
    figure = plots.one_weight(net["z1"], net["W2"], net["b2"], net["t"], unit, digit, value, width)
    left, right = figure.axes
    values = left.lines[0].get_xdata()
    for i in (0, 30, 60, 90, 120):
        W2 = net["W2"].copy()
        W2[unit, digit] = values[i]
        scores = net["z1"] @ W2 + net["b2"]
        assert left.lines[0].get_ydata()[i] == pytest.approx(np.mean(scores.argmax(axis=1) == net["t"]))
        assert right.lines[0].get_ydata()[i] == pytest.approx(SoftmaxWithLoss().forward(scores, net["t"]))
    jumps = np.count_nonzero(np.diff(left.lines[0].get_ydata()))
    assert f"flat with {jumps} jump" in figure.alt and np.abs(np.diff(right.lines[0].get_ydata())).max() < 0.5
    if digit == 4:
        assert figure.png()


@pytest.mark.parametrize("d", [-8.0, -6.0, -0.7, 0.0, 4.0])
def test_sure_and_wrong(d):
    figure = plots.sure_and_wrong(d)
    assert figure.png()
    wrong = 1 / (1 + math.exp(d))
    found = numbers(figure.alt)
    assert found[:2] == pytest.approx([d, 1 - wrong], abs=1e-4)
    assert found[2:] == pytest.approx([-math.log(1 - wrong), -wrong, wrong**2, -2 * wrong**2 * (1 - wrong)], abs=0.0051)


@pytest.mark.parametrize("degree", range(10))
def test_over_fitting(parts, degree):
    train, val, _ = parts
    figure = plots.over_fitting(degree, train, val, truth=(1, 0.5))
    assert figure.png()
    curve = figure.axes[0].lines[1]
    assert curve.get_ydata() == pytest.approx(by_equations(train, degree, curve.get_xdata()), abs=1e-6)
    error = np.mean((by_equations(train, degree, val[0]) - val[1]) ** 2)
    assert f"{error:.4f} on validation points" in figure.alt and "lowest at degree 1." in figure.alt
    assert ("below 0.0001 on training" in figure.alt) == (degree == 9)


def test_every_degree_has_its_own_alt_text(parts):
    alts = {plots.over_fitting(degree, *parts[:2]).alt for degree in range(10)}
    assert len(alts) == 10


def test_explorers(net, parts):
    def moves(explorer, **values):
        for name, value in values.items():
            before = explorer.picture.value
            explorer.controls[name].value = value
            assert explorer.error is None, explorer.error
            assert explorer.picture.value != before, name

    slope, intercept = widgets.slider("slope", -0.5, 1.5, 0.5), widgets.slider("intercept", 0.0, 4.0, 1.0, step=0.05)
    explorer = widgets.explore(lambda slope, b: plots.line_and_distances(X4, T4, slope, b), slope=slope, b=intercept)
    moves(explorer, slope=0.7, b=0.75)
    p, q = (widgets.slider(name, 0.05, 1.0, 0.5, step=0.05) for name in "pq")
    moves(widgets.explore(plots.surprise, p=p, q=q), p=0.05, q=1.0)
    moves(widgets.explore(plots.sure_and_wrong, d=widgets.slider("difference d", -8.0, 4.0, -6.0)), d=4.0)
    degree = widgets.slider("degree", 0, 9, 1, step=1)
    moves(widgets.explore(lambda degree: plots.over_fitting(degree, *parts[:2]), degree=degree), degree=9)

    def look(unit, digit, value, width):
        return plots.one_weight(net["z1"], net["W2"], net["b2"], net["t"], unit, digit, value, width)

    explorer = widgets.explore(
        look,
        unit=widgets.choice("hidden unit", [14, 38, 6]),
        digit=widgets.slider("digit", 0, 9, 4, step=1),
        value=widgets.slider("weight", -3.0, 3.0, -1.1, step=0.05),
        width=widgets.choice("window ±", [3.0, 0.5, 0.1], value=0.5),
    )
    moves(explorer, unit=38, digit=9, value=3.0, width=0.1)


# On your own

SOLUTIONS = re.findall(r"<details><summary>Solution</summary>\n\n```python\n(.*?)```", TEXT, flags=re.DOTALL)


def run(solution, names):
    names, printed = dict(names), io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(solution, str(TWIN), "exec"), names)
    return names, numbers(printed.getvalue())


@pytest.fixture
def names(lesson, net):
    each = -np.log(softmax(net["scores"])[np.arange(300), net["t"]])
    extra = {"np": np, "plots": plots, "relu": relu, "softmax": softmax, "each": each, "t_val": net["t"]}
    return lesson | {k: net[k] for k in ("digits", "W1", "b1", "W2", "b2", "scores")} | extra


def test_there_are_four_solutions():
    assert len(SOLUTIONS) == 4


def test_solution_absolute_error(names):
    _, printed = run(SOLUTIONS[0], names)
    assert printed == pytest.approx([3.8225, 1.25, 2.7, 1.4], abs=0.001)


def test_solution_most_surprising(names):
    after, _ = run(SOLUTIONS[1], names)
    assert after["titles"][0] == "9: 6.1" and (np.diff(after["bits"]) <= 0).all() and after["bits"].shape == (10,)


def test_solution_confidence(names):
    _, (on_val, loss_val, on_train, loss_train) = run(SOLUTIONS[2], names)
    assert on_val == pytest.approx(1.2, abs=0.11) and on_train == pytest.approx(2.0, abs=0.11)
    assert 0.09 < loss_val < 0.0977 and 0.02 < loss_train < 0.04


def test_solution_log_sum_exp(names):
    after, printed = run(SOLUTIONS[3], names)
    assert printed == pytest.approx([1, 2.349, 10, 2.0, 100, 2.0], abs=1e-4)
    s = np.full(7, 3.5)
    assert after["log_sum_exp"](s) - 3.5 == pytest.approx(math.log(7))
