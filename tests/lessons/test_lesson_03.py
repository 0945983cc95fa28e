"""Lesson 03: the forward pass and its numbers, why layers need a bend, softmax and its traps, its figures and explorers."""

import contextlib
import io
import itertools
import math
import re
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
from drawing_checks import complaints
from lesson_code import definitions

from helpers import functions, plots, widgets
from helpers.checkpoints import load_weights
from helpers.datasets import load_digits
from helpers.networks import TwoLayerNet
from helpers.plots.activations import ACTIVATIONS

ROOT = Path(__file__).resolve().parents[2]
TWIN = ROOT / "notebooks" / "text" / "03_forward_pass.md"
WEIGHTS = ROOT / "data" / "weights" / "two_layer_net_digits.npz"
XOR_INPUTS, XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
SMALL = [
    (np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3])),
    (np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), np.array([0.1, 0.2])),
    (np.array([[0.1, 0.3], [0.2, 0.4]]), np.array([0.1, 0.2])),
]


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(scope="module")
def lesson():
    return definitions("03_forward_pass", plots=plots)


@pytest.fixture(scope="module")
def digits():
    return load_digits()


@pytest.fixture(scope="module")
def weights():
    with np.load(WEIGHTS) as file:
        return {name: file[name] for name in file.files}


@pytest.fixture(scope="module")
def reader(weights):
    return [(weights["W1"], weights["b1"]), (weights["W2"], weights["b2"])]


def by_hand(x, layers):
    """All sums of a sigmoid network for one sample, one unit after the other, in plain Python."""
    sums, values = [], list(x)
    for number, (W, b) in enumerate(layers, start=1):
        a = [sum(v * W[k][j] for k, v in enumerate(values)) + b[j] for j in range(len(b))]
        sums.append(a)
        values = a if number == len(layers) else [1 / (1 + math.exp(-s)) for s in a]
    return sums


# Activation functions


def test_activations_are_those_of_helpers(lesson):
    a = np.concatenate([np.linspace(-30, 30, 61), [-800.0, 800.0]]).reshape(7, 9)
    for name in ("relu", "tanh", "identity"):
        assert np.allclose(lesson[name](a), getattr(functions, name)(a), rtol=1e-14)
    assert np.allclose(lesson["stable_sigmoid"](a), functions.sigmoid(a), rtol=1e-14)
    near = a[np.abs(a) < 31]
    assert np.allclose(lesson["sigmoid"](near), functions.sigmoid(near), rtol=1e-12)
    assert lesson["sigmoid"](1.0) == pytest.approx(0.731059, abs=5e-7)
    assert lesson["sigmoid"](2.0) == pytest.approx(0.880797, abs=5e-7)
    with pytest.raises(RuntimeWarning, match="overflow"):
        lesson["sigmoid"](np.array(-1000.0))


def test_the_staircase_became_a_slope(lesson):
    biases = np.linspace(0, 1.2, 121)
    a1 = np.column_stack([10 * (biases - 0.5), np.full(121, 5.0)])
    soft = lesson["sigmoid"](5 * lesson["sigmoid"](a1).sum(axis=1) - 7)
    hard = functions.step(5 * functions.step(a1.round(9)).sum(axis=1) - 7)
    assert np.all(np.diff(soft) > 0) and f"{soft[0]:.2f} {soft[-1]:.2f}" == "0.12 0.95"
    assert set(np.diff(hard)) == {0, 1} and np.sum(np.diff(hard)) == 1
    assert abs(biases[np.argmax(np.diff(soft))] - biases[np.argmax(np.diff(hard))]) < 0.1


# Without a bend


@pytest.mark.parametrize("width", [1, 7, 300])
def test_linear_layers_collapse_and_others_do_not(width):
    rng = np.random.default_rng(width)
    x, W1, b1 = rng.standard_normal((9, 4)), rng.standard_normal((4, width)), rng.standard_normal(width)
    W2, b2 = rng.standard_normal((width, 3)), rng.standard_normal(3)
    one = x @ (W1 @ W2) + (b1 @ W2 + b2)
    assert np.abs((x @ W1 + b1) @ W2 + b2 - one).max() < 1e-12
    assert np.abs(np.maximum(x @ W1 + b1, 0) @ W2 + b2 - one).max() > 0.1


def test_random_networks_on_xor(lesson):
    """No linear one has all four rows, at any width; among those with ReLU there are some."""
    found = {}
    for width, name in itertools.product((10, 300), ("identity", "relu")):
        right = [np.sum((lesson["network"](width, lesson[name], seed)(XOR_INPUTS) > 0) == XOR) for seed in range(2000)]
        found[width, name] = max(right), right.count(4)
    assert found == {(10, "identity"): (3, 0), (10, "relu"): (4, 14), (300, "identity"): (3, 0), (300, "relu"): (4, 36)}


# The forward pass


def test_the_small_network(lesson):
    a1, a2, a3 = by_hand([1.0, 0.5], SMALL)
    assert a1 == pytest.approx([0.3, 0.7, 1.1]) and a2 == pytest.approx([0.51615984, 1.21402696], abs=5e-9)
    assert functions.sigmoid(np.array(a1)) == pytest.approx([0.57444252, 0.66818777, 0.75026011], abs=5e-9)
    assert functions.sigmoid(np.array(a2)) == pytest.approx([0.62624937, 0.7710107], abs=5e-9)
    assert a3 == pytest.approx([0.31682708, 0.69627909], abs=5e-9)
    y = lesson["forward"](np.array([1.0, 0.5]), SMALL, lesson["sigmoid"])
    assert y.shape == (2,) and y == pytest.approx(a3, rel=1e-12)
    assert lesson["softmax"](y) == pytest.approx([0.40625907, 0.59374093], abs=5e-9)


def test_forward_takes_batches(lesson):
    batch = np.random.default_rng(3).standard_normal((5, 2))
    kept = batch.copy()
    Y = lesson["forward"](batch, SMALL, lesson["sigmoid"])
    assert Y.shape == (5, 2) and np.array_equal(batch, kept)
    assert np.allclose(Y, [by_hand(row, SMALL)[-1] for row in batch], rtol=1e-12)
    assert lesson["forward"](batch[:1], SMALL, lesson["sigmoid"]).shape == (1, 2)


def test_rows_and_columns_give_the_same_numbers():
    W, b = SMALL[0]
    x = np.random.default_rng(4).standard_normal((4, 2))
    assert np.allclose((x @ W + b).T, W.T @ x.T + b[:, None], rtol=1e-14)
    with pytest.raises(ValueError):
        W.T @ x.T + b
    assert not np.allclose(W.T @ x[:3].T + b, (x[:3] @ W + b).T)  # equal sizes: wrong and silent


def test_parameters(lesson):
    for sizes in ([2, 3, 2, 2], [64, 50, 10], [784, 50, 10], [3, 1]):
        layers = [(np.zeros((d, m)), np.zeros(m)) for d, m in itertools.pairwise(sizes)]
        assert lesson["parameters"](sizes) == sum(W.size + b.size for W, b in layers)
    assert [lesson["parameters"](s) for s in ([2, 3, 2, 2], [64, 50, 10], [784, 50, 10])] == [23, 3760, 39760]


# Softmax


def test_softmax(lesson):
    softmax, first = lesson["softmax"], lesson["first_softmax"]
    expected = [0.01821127, 0.24519181, 0.73659691]
    scores = np.array([0.3, 2.9, 4.0])
    assert first(scores) == pytest.approx(expected, abs=5e-9) and softmax(scores) == pytest.approx(expected, abs=5e-9)
    batch = np.random.default_rng(5).normal(0, 300, (6, 4))
    assert np.allclose(softmax(batch), functions.softmax(batch), rtol=1e-14, atol=0)
    assert np.allclose(softmax(batch + 777.0), softmax(batch))
    large = np.array([1010.0, 1000.0, 990.0])
    powers = [math.exp(k) for k in (0, -10, -20)]
    assert softmax(large) == pytest.approx([p / sum(powers) for p in powers], rel=1e-12)
    with np.errstate(all="ignore"):
        assert np.isnan(first(large)).all()
    assert len(str(10 ** int(1010 / math.log(10)))) == 439  # the digits of e to the 1010


def test_wrong_axes_are_seen_in_the_row_sums(lesson):
    S = np.array([[2.0, 1.0, 0.0], [3.0, 9.0, 1.0], [0.0, 1.0, 0.5]])
    P = np.exp(S)
    right = lesson["softmax"](S)
    assert np.allclose(right.sum(axis=1), 1) and right.argmax(axis=1).tolist() == [0, 1, 1]
    for wrong in (P / P.sum(), P / P.sum(axis=0), P / P.sum(axis=1)):
        assert np.abs(wrong.sum(axis=1) - 1).max() > 0.1
    assert (P / P.sum(axis=0)).argmax(axis=1).tolist() == [0, 1, 2]


# Digits


def test_reading_the_digits(lesson, digits, weights, reader):
    scores = lesson["forward"](digits.x_test, reader, lesson["relu"])
    network = TwoLayerNet(64, 50, 10)
    load_weights(WEIGHTS, network)
    assert np.allclose(scores, network.predict(digits.x_test), atol=1e-4)
    wrong = np.flatnonzero(scores.argmax(axis=1) != digits.t_test)
    assert wrong.tolist() == [36, 114, 140, 148, 182, 219, 272]
    sure = lesson["softmax"](scores).max(axis=1)
    assert sure[wrong].max() < 0.85  # "all seven where it was less than 0.9 sure"
    assert (f"{sure[114]:.2f}", digits.t_test[114], scores[114].argmax()) == ("0.77", 9, 8)
    straight = lesson["forward"](digits.x_test, reader, lesson["identity"])
    assert np.sum(straight.argmax(axis=1) == digits.t_test) == 291
    assert 0.355 < np.mean(digits.x_test @ weights["W1"] + weights["b1"] < 0) < 0.365
    means = [digits.x_train[digits.t_train == k].mean(axis=0) for k in range(10)]
    nearest = [np.argmin([np.sum((image - mean) ** 2) for mean in means]) for image in digits.x_test]
    assert np.sum(nearest == digits.t_test) == 267


def test_it_can_be_sure_and_wrong(lesson, digits, reader):
    noise = np.random.default_rng(0).random((300, 64))
    said = [functions.softmax(lesson["forward"](x, reader, lesson["relu"])) for x in (1 - digits.x_test, noise)]
    assert [np.sum(p.max(axis=1) >= 0.9) for p in said] == [123, 35]
    assert not np.any(said[0].argmax(axis=1) == digits.t_test)
    assert all(np.abs(p.max(axis=1) - 0.9).min() > 1e-4 for p in said)  # far enough for float32 on other machines


def test_most_units_are_on_for_several_digits(digits, weights):
    a1 = digits.x_test.astype(float) @ weights["W1"].astype(float) + weights["b1"]
    assert np.abs(a1).min() > 1e-5  # no unit is on or off by rounding
    often = [sum(np.mean(a1[digits.t_test == k, unit] > 0) > 0.5 for k in range(10)) for unit in range(50)]
    assert sum(count >= 2 for count in often) == 40
    on = (a1 > 0).sum(axis=0)
    assert np.sum(on < 30) == 9 and np.sum(on == 0) == 2


def test_folded_solutions_run_and_are_right(lesson, digits, reader):
    text = TWIN.read_text(encoding="utf-8")
    codes = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert len(codes) == 4
    names = {**lesson, "reader": reader, "x": digits.x_test, "t": digits.t_test}
    names["scores"] = lesson["forward"](digits.x_test, reader, lesson["relu"])
    said = []
    for code in codes:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(code, names)
        said.append(out.getvalue().strip())
    assert said == ["True", "True", "97.3% least sure: 1.00\nnan: True", "(10, 300) True"]
    assert all(f"`{line}`" in text for answer in said for line in answer.splitlines())


# The figures


def rendered(figure):
    assert isinstance(figure, plots.Figure) and len(figure.alt.split()) > 5
    return figure.png()


def numbers(text):
    return [float(n.replace("\u2212", "-")) for n in re.findall(r"[-\u2212]?\d+(?:\.\d+)?", text)]


def test_curves_and_activation_curves():
    x = np.linspace(0, 2, 5)
    figure = plots.curves(x, {"one": x, "two": -x}, "bias", "answer")
    rendered(figure)
    assert "one from 0.00 to 2.00; two from 0.00 to \u22122.00" in figure.alt
    figure = plots.activation_curves()
    rendered(figure)
    assert numbers(figure.alt.split("sigmoid ")[1].split(";")[0]) == [0.02, 0.5, 0.98]
    drawn = {text.get_text() for text in figure.axes[0].texts}
    assert drawn == {"step", "sigmoid", "tanh", "ReLU"}


def test_neuron_curve_over_all_sliders():
    for name, w, b, x in itertools.product(ACTIVATIONS, (-8.0, 0.0, 0.3, 8.0), (-8.0, 8.0), (-5.0, 0.7, 5.0)):
        figure = plots.neuron_curve(name, w, b, x)
        a, z = numbers(figure.alt.split("the sum is ")[1])[:2]
        assert a == pytest.approx(w * x + b, abs=0.0051)
        true = {"step": float(w * x + b > 0), "tanh": math.tanh(w * x + b), "ReLU": max(0, w * x + b), "identity": w * x + b}
        true["sigmoid"] = 1 / (1 + math.exp(-(w * x + b)))
        assert z == pytest.approx(true[name], abs=0.00051)
    assert rendered(plots.neuron_curve("tanh", 1, 0, 1)) != rendered(plots.neuron_curve("tanh", 1.5, 0, 1))


def test_plane_regions_tells_straight_from_bent(lesson):
    panels = {"line": lambda p: p[:, 0] - 0.5, "hill": lambda p: 0.5 - np.abs(p.sum(axis=1) - 1)}
    figure = plots.plane_regions(panels)
    rendered(figure)
    assert figure.alt.endswith("line: one straight border, 2 of 4 right. hill: a bent border, 4 of 4 right.")


def test_bent_regions_over_all_sliders():
    settings = itertools.product(ACTIVATIONS, (-2.0, 0.0), (-1.0, 2.0), (-4.0, 1.0), (-2.0, 4.0))
    for name, b1, b2, v1, v2 in settings:
        figure = plots.bent_regions(name, b1, b2, v1, v2)
        h = ACTIVATIONS[name]
        s = [float(v1 * h(np.array(t + b1)) + v2 * h(np.array(t + b2)) - 0.5) for t in (0.0, 1.0, 2.0)]
        assert numbers(figure.alt.split("0, 1 and 2 are ")[1])[:3] == pytest.approx(s, abs=0.0051)
        right = sum((round(s[x1 + x2], 9) > 0) == (x1 != x2) for x1 in (0, 1) for x2 in (0, 1))
        assert f"{right} of 4 rows" in figure.alt and f"right: {right} of 4" in figure.axes[0].get_title()
        assert name != "identity" or right < 4
    assert "4 of 4 rows" in plots.bent_regions().alt
    for b1, b2 in itertools.product((-1, -0.95, -0.5, 0, 0.05), (-2, -1.95, -1.5, -1, -0.95)):  # "above -1 and up to 0"
        four = "4 of 4 rows" in plots.bent_regions("step", b1, b2, 1.0, -2.0).alt
        assert four == (-1 < b1 <= 0 and -2 < b2 <= -1), (b1, b2)
    assert "0, 1 and 2 are \u22120.50, \u22121.50, \u22120.50" in plots.bent_regions("ReLU", 0.0, -1.0, -1.0, 2.0).alt


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_bent_regions_shades_where_the_score_is_over_0(name):
    for b1, b2, v1, v2 in ((0.0, -1.0, 1.0, -2.0), (-1.0, -2.0, -4.0, 3.0), (1.0, 0.5, 2.0, 1.0), (0.0, 0.0, -1.0, -1.0)):
        figure = plots.bent_regions(name, b1, b2, v1, v2)
        bands = [path.vertices for path in figure.axes[0].collections[0].get_paths()]
        for q in np.linspace(-1.19, 3.19, 72):
            s = float(v1 * ACTIVATIONS[name](np.array(q + b1)) + v2 * ACTIVATIONS[name](np.array(q + b2)) - 0.5)
            shaded = any(band.sum(axis=1).min() <= q <= band.sum(axis=1).max() for band in bands)
            assert shaded == (s > 0) or abs(s) < 0.03, (q, s)
        low, high = figure.axes[1].get_ylim()
        assert all(low <= y <= high for y in figure.axes[1].lines[2].get_ydata())  # the dots stay in the picture


@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("sizes", [(4, 2, 3), (1, 1, 1), (6, 6, 6), (6, 1, 2), (1, 6, 5)])
def test_layer_shapes(sizes, columns):
    n, d, m = sizes
    figure = plots.layer_shapes(n, d, m, columns)
    rendered(figure)
    x, W, b = np.zeros((n, d)), np.zeros((d, m)), np.zeros(m)
    if columns:
        expected = f"W {W.T.shape} @ x {x.T.shape} + b {b[:, None].shape} = a {(W.T @ x.T + b[:, None]).shape}"
    else:
        expected = f"x {x.shape} @ W {W.shape} + b {b.shape} = a {(x @ W + b).shape}"
    assert expected in figure.alt


def test_forward_drawing():
    a1, a2, a3 = by_hand([1.0, 0.5], SMALL)
    values = [[1.0, 0.5], functions.sigmoid(np.array(a1)), functions.sigmoid(np.array(a2)), a3]
    W, b = zip(*SMALL, strict=True)
    names = ["input\nx", "layer 1\nz1", "layer 2\nz2", "layer 3\ny"]
    figure = plots.forward_drawing(values, names, W, b, unit=(1, 2))
    rendered(figure)
    assert "layer 3 y: 0.317, 0.696" in figure.alt and "weights 0.3, 0.4, bias 0.2" in figure.alt
    assert "Bold" not in plots.forward_drawing(values, names).alt


def test_output_choices():
    figure = plots.output_choices([0.3, 2.9, 4.0])
    rendered(figure)
    assert "sigmoid 0.57, 0.95, 0.98, sum 2.50" in figure.alt and "softmax 0.02, 0.25, 0.74, sum 1.00" in figure.alt
    rendered(plots.output_choices([-2.0, 1.0]))


def test_digit_reader_over_the_slider(digits, weights):
    network = TwoLayerNet(64, 50, 10)
    load_weights(WEIGHTS, network)
    probabilities = functions.softmax(network.predict(digits.x_test))
    wrong = 0
    numbers = sorted({*range(0, 300, 10), 299, 36, 114, 148, 182, 219, 272})
    for number in numbers:
        y, truth = probabilities[number], digits.t_test[number]
        figure = plots.digit_reader(digits.x_test[number], weights, int(truth))
        answer, probability = re.search(r"read as (\d) with probability ([\d.]+\d)", figure.alt).groups()
        assert int(answer) == y.argmax() and float(probability) == pytest.approx(y.max(), abs=0.0051)
        wrong += "wrong" in figure.alt
        assert complaints(figure) == []
    assert wrong == 7


def test_misread(digits):
    y = np.eye(10)[[3, 8]] * 0.6 + 0.04
    figure = plots.misread(digits.x_test[:2], y, [5, 9])
    assert complaints(figure) == []
    assert "a 5 read as 3 (0.64, the right one got 0.04); a 9 read as 8" in figure.alt


# The explorers


def move_all(explorer, moves):
    for control, values in moves.items():
        for value in values:
            before, alt = explorer.picture.value or explorer.picture.drawing, explorer.picture.alt
            explorer.controls[control].value = value
            assert explorer.error is None and explorer.picture.alert == ""
            assert (explorer.picture.value or explorer.picture.drawing) != before and explorer.picture.alt != alt, (
                control,
                value,
            )


def test_activation_explorer():
    explorer = widgets.explore(
        plots.neuron_curve,
        activation=widgets.choice("activation", ["sigmoid", "tanh", "ReLU", "step", "identity"]),
        w=widgets.slider("weight w", -8.0, 8.0, 2.0),
        b=widgets.slider("bias b", -8.0, 8.0, -1.0),
        x=widgets.slider("input x", -5.0, 5.0, 1.0),
    )
    move_all(explorer, {"w": (-8, 0, 3), "b": (-6, 8), "x": (-5, 2), "activation": ("tanh", "ReLU", "step", "identity")})


def test_bend_and_digit_explorers(lesson, digits, weights):
    explorer = widgets.explore(
        plots.bent_regions,
        activation=widgets.choice("activation", ["ReLU", "identity", "step", "sigmoid", "tanh"]),
        b1=widgets.slider("bias b1", -2.0, 2.0, 0.0),
        b2=widgets.slider("bias b2", -2.0, 2.0, -1.0),
        v1=widgets.slider("weight v1", -4.0, 4.0, 1.0),
        v2=widgets.slider("weight v2", -4.0, 4.0, -2.0),
    )
    move_all(explorer, {"activation": ("identity", "sigmoid"), "b1": (-2, 2), "b2": (0.5,), "v1": (4,), "v2": (1,)})
    names = {**lesson}
    look = names["look"]
    look.__globals__.update(digits=digits, weights=weights)
    walk = widgets.explore(look, number=widgets.slider("picture number", 0, 299, 272, step=1))
    move_all(walk, {"number": (0, 36, 299)})
    walk.set(unit=7)
    assert walk.error is None and "unit 7, says" in walk.picture.alt


def test_time_of_a_redraw(weights, digits, capsys):
    for name, draw in (
        ("neuron_curve", lambda: plots.neuron_curve().png()),
        ("bent_regions", lambda: plots.bent_regions().png()),
        ("digit_reader", lambda: plots.digit_reader(digits.x_test[0], weights, 6).svg()),
    ):
        assert draw()
        start = time.process_time()
        for _ in range(5):
            draw()
        with capsys.disabled():
            print(f"\n{name}: {200 * (time.process_time() - start):.0f} ms a redraw")
