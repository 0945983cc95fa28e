"""Lesson 06: the walk, the numbers that it teaches, its networks, its figures over all of their sliders' ranges."""

import json
import re
import warnings
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from drawing_checks import hand_complaints
from lesson_code import definitions

from helpers import plots, widgets
from helpers.datasets import load_digits
from helpers.functions import cross_entropy_error, sigmoid, softmax, sum_squared_error
from helpers.gradient import numerical_gradient, relative_error
from helpers.optimizers import SGD
from helpers.plots.descent import walk
from helpers.plots.ink import size
from helpers.plots.landscapes import LANDSCAPES, height, ring
from helpers.training import fit

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "06_gradient_descent.md"
BOWL, VALLEY = np.array([-3.0, 4.0]), np.array([-7.0, 2.0])


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def imported():
    names = (numerical_gradient, relative_error, cross_entropy_error, sigmoid, softmax, sum_squared_error)
    return {function.__name__: function for function in names}


@pytest.fixture(scope="module")
def lesson():
    return definitions("06_gradient_descent", **imported())


@pytest.fixture(scope="module")
def small(lesson):
    digits = load_digits()
    parts = {name: lesson["shrink"](getattr(digits, name)) for name in ("x_train", "x_val", "x_test")}
    return replace(digits, **parts)


# The walk


def test_gradient_descent_returns_the_path_and_leaves_the_start(lesson):
    start = np.array([[1.0, -2.0, 0.5], [3.0, 4.0, -1.5]])
    kept = start.copy()
    path = lesson["gradient_descent"](lesson["bowl"], start, 0.1, 3)
    assert path.shape == (4, 2, 3) and np.array_equal(start, kept)
    assert np.allclose(path, kept * 0.8 ** np.arange(4)[:, None, None])
    with pytest.raises(TypeError, match="int64"):
        lesson["gradient_descent"](lesson["bowl"], np.array([3, 4]), 0.1, 3)


@pytest.mark.parametrize(
    ("lr", "end", "near"),
    [
        (0.1, (-6.1e-10, 8.1e-10), 0.05e-10),
        (0.01, (-0.398, 0.530), 0.0005),
        (1.0, (-3, 4), 1e-6),
        (1e-10, (-3, 4), 1e-6),
    ],
)
def test_the_ends_on_the_bowl(lesson, lr, end, near):
    assert lesson["gradient_descent"](lesson["bowl"], BOWL, lr, 100)[-1] == pytest.approx(end, abs=near)


def test_at_rate_10_the_measurement_stops_the_walk_and_unchecked_it_stands_still(lesson):
    path = lesson["gradient_descent"](lesson["bowl"], BOWL, 10.0, 9)
    assert path[4] == pytest.approx(BOWL * 19.0**4, rel=1e-6)
    near = np.abs(path[9]).max()
    assert 1e11 < near < 1e14
    with pytest.raises(ValueError, match="moves nothing"):
        lesson["gradient_descent"](lesson["bowl"], BOWL, 10.0, 10)
    ends = []
    for h, iterations in ((1e-5, 20), (1e-5, 100), (1e-4, 100)):
        x = BOWL.copy()
        for _ in range(iterations):
            x -= 10.0 * lesson["unchecked"](lesson["bowl"], x, h)
        ends.append(x)
    assert np.array_equal(ends[0], ends[1]) and np.array_equal(ends[0], path[9])
    assert 3 < np.abs(ends[2]).max() / near < 300


@pytest.mark.parametrize("lr", [0.1, 0.5, 0.95, 1.0, 1.05])
def test_the_factors_of_the_valley(lesson, lr):
    path = lesson["gradient_descent"](lesson["valley"], VALLEY, lr, 30)
    assert path[-1] == pytest.approx(VALLEY * np.array([1 - lr / 10, 1 - 2 * lr]) ** 30, rel=1e-5, abs=1e-9)
    assert path == pytest.approx(walk(lr, 30, "valley"), rel=1e-5, abs=1e-9)  # the figures' formula


def test_the_zigzag_and_the_best_rate(lesson):
    path = lesson["gradient_descent"](lesson["valley"], VALLEY, 0.95, 30)
    assert lesson["valley"](path[-1]) == pytest.approx(0.0133, abs=5e-5)
    assert np.sum(path[1:, 1] * path[:-1, 1] < 0) == 30
    rates = np.arange(0.01, 1.0, 0.001)
    short, long = (height(VALLEY * np.stack([1 - rates / 10, 1 - 2 * rates], axis=1) ** k, "valley") for k in (30, 200))
    shown = [np.abs(rates - lr).argmin() for lr in (0.85, 0.93, 0.95, 0.97)]
    assert short[shown].argmin() == 1 and long[shown].argmin() == 2
    assert np.argmax(height(walk(0.95, 100, "valley"), "valley") < 1e-6) == 77
    slower = np.maximum(abs(1 - rates / 10), abs(1 - 2 * rates))
    assert rates[slower.argmin()] == pytest.approx(2 / 2.1, abs=0.001) and slower.min() == pytest.approx(0.905, abs=0.001)


def test_stopping_by_a_short_gradient_is_fooled(lesson):
    until = lesson["descend_until"]
    assert until(lesson["hollow"], np.array([6.0]), 0.3)[1] == 0
    x, used = until(lesson["valley"], VALLEY, 0.3)
    assert used == 140 and np.hypot(x[0] / 10, 2 * x[1]) < 0.01
    assert until(lesson["valley"], VALLEY, 1e-9, most=5)[1] == 5


def test_where_walks_end(lesson):
    go = lesson["gradient_descent"]
    assert go(lesson["hollow"], np.array([6.0]), 0.3, 50)[-1, 0] == pytest.approx(5.86, abs=0.005)
    assert go(lesson["hollow"], np.array([6.0]), 0.3, 700)[[400, 600, 611], 0] == pytest.approx([4.48, 1.34, 0.005], abs=0.006)
    roots = np.sort(np.roots([4, 0, -4, 0.3]).real)
    for start, root in ((0.0, roots[0]), (0.1, roots[2])):
        assert go(lesson["two_minima"], np.array([start]), 0.03, 300)[-1, 0] == pytest.approx(root, abs=1e-5)
    for off, last in ((0.0, 0.0), (1e-6, 1e-6 * 1.2**60), (0.01, 0.01 * 1.2**60)):
        assert go(lesson["saddle"], np.array([-2.0, off]), 0.1, 60)[-1, 1] == pytest.approx(last, rel=1e-3, abs=1e-12)


# Networks


def test_a_random_direction_among_280_keeps_a_twentieth_of_the_slope():
    from math import exp, lgamma, pi, sqrt

    for D, said in ((2, 0.65), (280, 0.05)):  # the mean of |cosine| is Γ(D/2) / (√π Γ((D+1)/2))
        assert exp(lgamma(D / 2) - lgamma((D + 1) / 2)) / sqrt(pi) == pytest.approx(said, abs=0.02)


def test_the_tiny_networks_gradient_is_an_outer_product():
    x, t, W = np.array([[0.6, 0.9]]), np.array([2]), np.array([[0.5, 1.0, 0.3], [0.9, 0.1, 0.7]])
    measured = numerical_gradient(lambda _: cross_entropy_error(softmax(x @ W), t), W)
    exact = x.T @ (softmax(x @ W) - np.eye(3)[t])
    assert relative_error(measured, exact) < 1e-8
    assert (exact[:, 2] < 0).all() and (exact[:, :2] > 0).all() and exact.sum(axis=1) == pytest.approx([0, 0])


def test_shrink_averages_blocks(lesson):
    picture = np.arange(64.0).reshape(1, 8, 8)
    expected = [picture[0, r : r + 2, c : c + 2].mean() for r in range(0, 8, 2) for c in range(0, 8, 2)]
    assert lesson["shrink"](picture.reshape(1, 64))[0] == pytest.approx(expected)
    assert lesson["shrink"](np.ones((3, 784), np.float32), block=7).shape == (3, 16)


def exact_gradient(p, x, t):
    z = sigmoid(x @ p["W1"] + p["b1"])
    d2 = (softmax(z @ p["W2"] + p["b2"]) - np.eye(p["b2"].size)[t]) / len(x)
    d1 = d2 @ p["W2"].T * z * (1 - z)
    return {"W1": x.T @ d1, "b1": d1.sum(axis=0), "W2": z.T @ d2, "b2": d2.sum(axis=0)}


def test_the_networks_gradient_and_the_one_unit_trick(lesson):
    rng = np.random.default_rng(4)
    network = lesson["NumericalNet"](7, 5, 3, rng)
    network.params["b1"][...], network.params["b2"][...] = rng.standard_normal(5), rng.standard_normal(3)
    x, t = rng.standard_normal((4, 7)), np.array([0, 2, 1, 2])
    exact = exact_gradient(network.params, x, t)
    for name, measured in network.gradient(x, t).items():
        assert relative_error(measured, exact[name]) < 1e-7
    assert relative_error(lesson["one_unit_gradient"](network.params, x, t, rows=7), exact["W1"]) < 1e-7
    assert relative_error(lesson["one_unit_gradient"](network.params, x, t, rows=2), exact["W1"][:2]) < 1e-7


def test_validation_accuracy_band_over_seeds_with_the_exact_gradient(lesson, small):
    """The same walk, fast: the measured and the exact gradient agree, so the band holds for both."""

    class Fast(lesson["NumericalNet"]):
        def gradient(self, x, t):
            return exact_gradient(self.params, x, t)

    scores = []
    for seed in range(8):
        network = Fast(16, 10, 10, np.random.default_rng(seed))
        fit(network, SGD(2.0), small, iterations=500, batch_size=50, rng=np.random.default_rng(seed + 1), progress=False)
        scores.append(network.accuracy(small.x_val, small.t_val))
    assert 0.82 < min(scores) and max(scores) < 0.9 and 0.84 < np.median(scores)


def test_one_direction_is_right_on_average_and_never_uphill(lesson):
    rng, x = np.random.default_rng(7), np.array([[3.0, 4.0, -1.0], [0.5, 2.0, -2.5]])
    draws = np.array([lesson["one_direction"](lesson["bowl"], x, rng) for _ in range(5000)])
    assert draws.shape == (5000, 2, 3)
    spread = np.linalg.norm(2 * x) * np.sqrt(2 / 5000)
    assert np.abs(draws.mean(axis=0) - 2 * x).max() < 4 * spread
    assert (np.sum(draws * 2 * x, axis=(1, 2)) > -1e-6).all()
    noise = np.sqrt(np.mean(np.sum((draws - 2 * x) ** 2, axis=(1, 2)))) / np.linalg.norm(2 * x)
    assert noise == pytest.approx(np.sqrt(7), rel=0.05)


def test_the_price_of_a_gradient():
    parameters = 784 * 50 + 50 + 50 * 10 + 10
    assert (parameters, 2 * parameters, 50 + 500 + 10) == (39_760, 79_520, 560)
    text = TWIN.read_text(encoding="utf-8")
    assert "39,760" in text and "79,520" in text
    assert "about 20 seconds" in text and "more than two days" in text
    assert (79_520 * 0.25e-3, 79_520 * 0.25e-3 * 10_000 / 86_400) == pytest.approx((20, 2.3), abs=0.15)


# The solutions


def solutions():
    text = TWIN.read_text(encoding="utf-8").split("## On your own")[1].split("## What you built")[0]
    return re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)


def test_solutions_run_and_say_what_is_promised(lesson, capsys):
    found = []
    for code in solutions():
        names = dict(lesson)
        exec(code, names)
        found.append(capsys.readouterr().out)
    assert len(found) == 3
    heights = [float(h) for h in re.findall(r"f = (\S+)", found[0])]
    assert heights[1] < 1e-5 and heights[1] < heights[0] and heights[2] > 10
    rates = 1.05 / (1 + np.arange(30) / 10)
    slowed = VALLEY * [np.prod(1 - rates / 10), np.prod(1 - 2 * rates)]
    assert float(re.search(r"f = (\S+)", found[1])[1]) == pytest.approx(slowed[0] ** 2 / 20 + slowed[1] ** 2, abs=0.001)
    assert abs(slowed[1]) < 1e-3 < 1 < abs(slowed[0])
    text = TWIN.read_text(encoding="utf-8")
    assert "f = 0.112 at (−1.50, 0.00)" in text and slowed == pytest.approx([-1.50, 0], abs=0.005)
    assert found[1].startswith("f = 0.112") and ", ".join(f"{h:.1e}" for h in heights) == "1.3e-05, 3.0e-08, 2.0e+11"
    assert found[2].split()[0] == "0.08"
    assert abs(float(re.search(r"\[(.*)\]", found[2])[1])) < 0.001


# The figures


@pytest.mark.parametrize("function", ["bowl", "valley"])
@pytest.mark.parametrize("lr", [0.01, 0.3, 0.5, 0.95, 1.0, 1.1])
@pytest.mark.parametrize("iterations", [0, 1, 30, 100])
def test_descent_over_the_sliders(function, lr, iterations):
    figure = plots.descent(lr, iterations, function)
    start, weights = (BOWL, (1, 1)) if function == "bowl" else (VALLEY, (0.05, 1))
    x, heights = start.copy(), []
    for _ in range(iterations + 1):
        heights.append(float(np.sum(weights * x**2)))
        x = x - lr * 2 * np.array(weights) * x
    f = heights[-1]
    said = float(re.search(r"to (\S+?)\.(?: |$)", figure.alt)[1])
    assert said == pytest.approx(f, rel=0.06, abs=1e-15)
    left = re.search(r"leaves the picture at iteration (\d+)", figure.alt)
    out = 2 if function == "bowl" else 6  # 4 · 1.2² > 5.2 and 2 · 1.2⁶ > 5.2
    assert (int(left[1]) if left else None) == (out if lr == 1.1 and iterations >= out else None)
    assert height(walk(lr, iterations, function), function)[-1] == pytest.approx(f, abs=1e-12, rel=1e-9)
    labels = [words for words, *_ in figure.texts]
    assert size(f) in labels  # at the curve's end
    end, title = (words for words in played(figure) if len(words) == iterations + 1)
    assert title == [f"f = {size(height)} after {k} iteration{'' if k == 1 else 's'}" for k, height in enumerate(heights)]
    assert title[-1] in labels
    assert end == [size(height) for height in heights]


def played(drawing):
    """Lists of the texts that the page plays."""
    return [json.loads(text.get("data-words")) for text in ElementTree.fromstring(drawing.svg()).iter() if text.get("data-words")]


@pytest.mark.parametrize("start", [(-7.5, -5.0), (7.5, 5.0), (0.0, 0.0), (3.25, -0.75)])
def test_a_walk_begins_where_the_hand_has_put_it(start):
    figure = plots.descent(0.3, 12, "valley", *start)
    told = hand_of(figure)
    assert told["names"] == ["start0", "start1"] and told["value"] == list(start) and told["step"] == [0.25, 0.25]
    path = walk(0.3, 12, "valley", start)
    assert path == pytest.approx(np.array(start) * np.array([0.97, 0.4]) ** np.arange(13)[:, None])
    assert f"from {size(height(path, 'valley')[0])} to {size(height(path, 'valley')[-1])}" in f"{figure.alt}"


def test_a_walk_that_begins_beside_the_map_is_refused():
    with pytest.raises(ValueError, match=r"begins at \(−9, 0\), but the map reaches"):
        plots.descent(start0=-9, start1=0)


@pytest.mark.parametrize("function", ["bowl", "valley"])
def test_texts_of_the_walk_with_the_start_at_every_end(function):
    start = {"lr": 0.3, "iterations": 30, "function": function, "start0": None, "start1": None}
    ends = {"lr": (0.01, 0.5, 1.0, 1.1), "iterations": (0, 1, 100), "start0": (-7.5, 0.0, 7.5), "start1": (-5.0, 0.0, 5.0)}
    assert hand_complaints(plots.descent, start, **ends) == {}
    assert hand_complaints(plots.descent, start | {"lr": 1.1, "iterations": 100}, **ends) == {}


def test_descent_paths_tells_turns_and_ends():
    panels = [(f"lr = {lr:g}", walk(lr, 30, "valley")) for lr in (0.1, 0.95, 1.05)]
    figure = plots.descent_paths(panels, "valley", columns=2)
    assert figure.png()
    assert "lr = 0.1: 30 iterations, x₁ changes its sign 0 times, ends at (−5.18, 0.00)" in figure.alt
    assert "lr = 0.95: 30 iterations, x₁ changes its sign 30 times, ends at (−0.35, 0.08)" in figure.alt
    outside = int(np.argmax(2 * 1.1 ** np.arange(31) > 4.2))
    assert f"lr = 1.05: 30 iterations, x₁ changes its sign 30 times, leaves the picture at iteration {outside}" in figure.alt


def test_walks_and_saddle_and_estimates_tell_what_they_show(lesson):
    path = np.array([[2.0], [1.0], [0.5]])
    figure = plots.walks_on_curve(lambda x: x**2, [path, -path[:, 0]], -3, 3)
    assert figure.png()
    assert "2 walks of 2 iterations: from 2.00 to 0.50, where f is 0.250; from −2.00 to −0.50" in figure.alt
    still, gone = np.array([[-2.0, 0.0], [-1.0, 0.0]]), np.array([[-1.0, 2.0], [-0.8, 2.4], [-0.6, 2.9]])
    figure = plots.saddle_walks([("a", still), ("b", gone)])
    assert figure.png()
    assert "a: from (−2.00, 0.00) to (−1.00, 0.00)" in figure.alt
    assert "b: from (−1.00, 2.00), and leaves the picture at iteration 2" in figure.alt
    ends = [line for line in figure.axes[0].lines if line.get_markeredgecolor() == "white" and line.get_marker() == "o"]
    assert [line.get_xydata().tolist() for line in ends] == [[[-1.0, 0.0]]]  # no ball where a walk has left
    rng = np.random.default_rng(0)
    figure = plots.estimates(rng.standard_normal((500, 2)) + [6, -8], [6, -8])
    assert figure.png() and "near (6, −8), the gradient is (6, −8)" in figure.alt


@pytest.mark.parametrize("function", LANDSCAPES)
def test_contour_lines_have_the_same_height_throughout(function):
    f = height(ring(function).T, function)
    pieces = [p[~np.isnan(p)] for p in np.split(f, np.flatnonzero(np.isnan(f)))]
    assert all(np.ptp(piece) < 1e-9 * max(1, abs(piece).max()) for piece in pieces if len(piece))


def test_explorers():
    opening = widgets.explore(plots.descent, lr=widgets.slider("learning rate", 0.01, 1.1, 0.95, step=0.01))
    assert "in 30 iterations f goes from 6.5 to 0.013." in opening.picture.alt
    explorer = widgets.explore(
        plots.descent,
        lr=widgets.slider("learning rate", 0.01, 1.1, 0.3, step=0.01),
        iterations=widgets.slider("iterations", 0, 100, 30, step=1),
        function=widgets.choice("function", [("valley", "valley"), ("bowl", "bowl")]),
    )
    for name, value in (("lr", 1.1), ("iterations", 0), ("iterations", 100), ("function", "bowl"), ("lr", 0.01)):
        before = explorer.picture.drawing
        explorer.controls[name].value = value
        assert explorer.error is None and explorer.picture.drawing != before, name
    explorer.set(start0=1.25, start1=-2.0)
    assert "from (1.25, −2)" in explorer.picture.alt
    explorer.controls["function"].value = "valley"
    assert "from (1.25, −2)" in explorer.picture.alt  # where the hand has put it
    explorer.go_back()
    assert "from (−7, 2) with learning rate 0.3" in explorer.picture.alt


def test_the_map_is_the_same_whatever_the_landscape():
    """Once it shrank with each change."""
    boxes = {
        json.dumps(told["box"]) for function in ("bowl", "valley") * 2 for told in [hand_of(plots.descent(function=function))]
    }
    assert len(boxes) == 1


def hand_of(drawing):
    return json.loads(
        next(part.get("data-hand") for part in ElementTree.fromstring(drawing.svg()).iter() if part.get("data-hand"))
    )
