"""What lesson 13 says, tested apart from the notebook: its layers against loops, its mistakes, its bands."""

import json
import re
import time
from pathlib import Path

import numpy as np
import pytest
from drawing_checks import complaints
from lesson_code import definitions

from helpers import convolution, plots
from helpers.augmentation import shifted
from helpers.checkpoints import load_weights
from helpers.convolution import im2col
from helpers.datasets import load_digits
from helpers.gradient import gradient_check, layer_gradient_check
from helpers.initializers import he
from helpers.layers import Affine, Flatten, Layer, Relu, SoftmaxWithLoss
from helpers.network import Network
from helpers.networks import SimpleConvNet, TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import fit, steps

ROOT = Path(__file__).parents[2]
TWIN = ROOT / "notebooks" / "text" / "13_cnn.md"
DATA = ROOT / "data"
CASES = [((2, 3, 7, 6), (3, 2), 1, 0), ((3, 2, 8, 9), (2, 5), 2, 1), ((1, 4, 6, 7), (3, 3), 3, 2), ((2, 1, 5, 9), (4, 1), 2, 3)]


@pytest.fixture(scope="module")
def digits():
    return load_digits(flatten=False)


@pytest.fixture(scope="module")
def lesson(digits):
    names = {c.__name__: c for c in (Affine, Layer, Relu, SoftmaxWithLoss, SimpleConvNet, TwoLayerNet, SGD)}
    names |= {c.__name__: c for c in (Flatten, Network, convolution.Convolution, convolution.MaxPooling)} | {"he": he}
    names |= {f.__name__: f for f in (im2col, gradient_check, layer_gradient_check, shifted, fit, steps)}
    return definitions("13_cnn", **names, plots=plots, digits=digits)


def random(seed, *shapes):
    rng = np.random.default_rng(seed)
    return [rng.standard_normal(shape) for shape in shapes]


def slopes_by_loops(x, W, dout, stride, pad):
    """dx, dW, db of a convolution, one product at a time."""
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx, dW = np.zeros_like(x), np.zeros_like(W)
    for n, f, i, j in np.ndindex(dout.shape):
        field = np.s_[n, :, i * stride : i * stride + W.shape[2], j * stride : j * stride + W.shape[3]]
        dW[f] += dout[n, f, i, j] * x[field]
        dx[field] += dout[n, f, i, j] * W[f]
    return dx[:, :, pad : x.shape[2] - pad, pad : x.shape[3] - pad], dW, dout.sum(axis=(0, 2, 3))


def pooled_by_loops(x, h, w, stride, pad, kind):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), constant_values=-np.inf if kind == "max" else 0)
    out = [(n - k) // stride + 1 for n, k in zip(x.shape[2:], (h, w), strict=True)]
    y = np.empty((*x.shape[:2], *out))
    for n, c, i, j in np.ndindex(y.shape):
        window = x[n, c, i * stride : i * stride + h, j * stride : j * stride + w]
        y[n, c, i, j] = window.max() if kind == "max" else window.sum() / (h * w)
    return y


# The way back


@pytest.mark.parametrize("shape, kernel, stride, pad", CASES)
def test_col2im_is_the_adjoint_and_that_of_helpers(lesson, shape, kernel, stride, pad):
    (x,) = random(0, shape)
    cols = im2col(x, *kernel, stride, pad)
    (q,) = random(1, cols.shape)
    back = lesson["col2im"](q, shape, *kernel, stride, pad)
    assert abs(np.sum(cols * q) - np.sum(x * back)) < 1e-12 * np.linalg.norm(cols) * np.linalg.norm(q)
    assert np.array_equal(back, convolution.col2im(q, shape, *kernel, stride, pad))


def test_there_and_back_counts_the_copies(lesson):
    ones = np.ones((1, 1, 4, 4))
    back = lesson["col2im"](im2col(ones, 3, 3), ones.shape, 3, 3)[0, 0]
    assert back.tolist() == [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    for size, stride, pad in ((2, 1, 1), (4, 2, 2)):  # Check yourself, question 2
        ones = np.ones((1, 1, 8, 8))
        assert np.all(lesson["col2im"](im2col(ones, size, size, stride, pad), ones.shape, size, size, stride, pad) == 4)


@pytest.mark.parametrize("shape, kernel, stride, pad", CASES)
def test_my_convolution_both_ways(lesson, shape, kernel, stride, pad):
    x, W, b = random(2, shape, (5, shape[1], *kernel), (5,))
    layer = lesson["MyConvolution"](W, b, stride, pad)
    y = layer.forward(x)
    assert np.allclose(y, convolution.Convolution(W, b, stride, pad).forward(x), rtol=0, atol=1e-10)
    (dout,) = random(3, y.shape)
    dx, dW, db = slopes_by_loops(x, W, dout, stride, pad)
    assert np.allclose(layer.backward(dout), dx, rtol=0, atol=1e-10)
    assert np.allclose(layer.grads["W"], dW, rtol=0, atol=1e-10) and np.allclose(layer.grads["b"], db, rtol=0, atol=1e-10)
    assert max(layer_gradient_check(layer, x, np.random.default_rng(0)).values()) < 1e-8


def test_the_judge_catches_what_the_lesson_says(lesson):
    x, W, b = random(2, (5, 6, 10, 7), (4, 6, 3, 2), (4,))

    def wrong(kind, stride):
        errors = layer_gradient_check(lesson[kind](W, b, stride), x, np.random.default_rng(0))
        return {name for name, error in errors.items() if error > 0.05}

    assert len({*x.shape, *W.shape}) == 7 and lesson["MyConvolution"](W, b).forward(x).shape == (5, 4, 8, 6)  # all differ
    assert wrong("NoTranspose", 1) == {"x", "W", "b"}
    assert wrong("Overwrites", 1) == {"x"} and not wrong("Overwrites", 3)
    assert not wrong("Flipped", 1) and not wrong("MyConvolution", 1)
    right = convolution.Convolution(W, b).forward(x)
    assert np.allclose(lesson["MyConvolution"](W, b).forward(x), right)
    assert np.mean(np.isclose(lesson["Flipped"](W, b).forward(x), right)) < 0.01


def test_the_dot_product_test_catches_the_overwriting_one(lesson):
    for shape, kernel, stride in (((2, 3, 7, 5), (3, 2), 1), ((3, 2, 8, 9), (3, 5), 2), ((1, 4, 6, 6), (3, 3), 3)):
        x, q = random(7, shape)[0], random(8, im2col(np.zeros(shape), *kernel, stride).shape)[0]
        left, right = np.sum(im2col(x, *kernel, stride) * q), np.sum(x * lesson["overwriting"](q, shape, *kernel, stride))
        assert (abs(left - right) > 0.1) == (stride < kernel[0])  # 3 × 3 with stride 3: nothing overlaps


# Pooling


@pytest.mark.parametrize("h, w, stride, pad", [(2, 2, 2, 0), (3, 2, 1, 1), (2, 3, 3, 1)])
@pytest.mark.parametrize("kind", ["max", "average"])
def test_my_poolings(lesson, h, w, stride, pad, kind):
    (x,) = random(4, (3, 2, 7, 8))
    mine = lesson["MyMaxPooling" if kind == "max" else "MyAveragePooling"](h, w, stride, pad)
    theirs = (convolution.MaxPooling if kind == "max" else convolution.AveragePooling)(h, w, stride, pad)
    y = mine.forward(x)
    assert np.allclose(y, pooled_by_loops(x, h, w, stride, pad, kind)) and np.allclose(y, theirs.forward(x))
    (dout,) = random(5, y.shape)
    assert np.allclose(mine.backward(dout), theirs.backward(dout), rtol=0, atol=1e-10)
    assert layer_gradient_check(mine, x, np.random.default_rng(0))["x"] < 1e-8


def test_ties_have_one_winner_the_first(lesson):
    x = np.zeros((1, 2, 4, 4))
    for kind, each in (("MyMaxPooling", 1), ("AllWinners", 4)):
        layer = lesson[kind](2, 2)
        layer.forward(x)
        dx = layer.backward(np.ones((1, 2, 2, 2)))
        assert dx.sum() == 8 * each
        if each == 1:
            assert np.all(dx[:, :, ::2, ::2] == 1)


def test_minus_infinity_and_the_mixed_channels(lesson):
    layer = lesson["MyMaxPooling"](3, 3, 1, 1)
    dark = -np.ones((1, 1, 4, 4))
    assert np.all(layer.forward(dark) == -1)
    layer.border = 0.0
    assert np.sum(layer.forward(dark) == 0) == 12
    (x,) = random(6, (2, 3, 4, 4))
    rows = im2col(x, 2, 2, 2)
    right = pooled_by_loops(x, 2, 2, 2, 0, "max")
    assert rows.shape == (8, 12) and right.size == 24
    assert np.mean(rows.reshape(-1, 4).max(axis=1).reshape(right.shape) != right) == 20 / 24


# The network


def test_sizes_in_the_text():
    text = TWIN.read_text("utf-8")
    network = SimpleConvNet()
    assert sum(value.size for value in network.params.values()) == 433_890 and "433,890" in text
    assert network.params["W2"].shape == (4320, 100) and network.params["W1"].size + network.params["b1"].size == 780
    x, shapes = np.zeros((1, 1, 28, 28), np.float32), []
    for layer in network.layers:
        x = layer.forward(x)
        shapes.append(x.shape[1:])
    assert shapes[0] == (30, 24, 24) and shapes[2] == (30, 12, 12) and shapes[-1] == (10,)
    assert re.search(r"eleven times", text) and 10.5 < 433_890 / 39_760 < 11.5


def test_my_net_is_simple_conv_net(lesson, digits):
    for seed in range(2):
        mine = lesson["MyConvNet"]((1, 8, 8), 6, 3, 20, 10, np.random.default_rng(seed), dtype=np.float64)
        theirs = SimpleConvNet((1, 8, 8), {"filter_num": 6, "filter_size": 3}, 20, 10, seed, dtype=np.float64)
        x, t = digits.x_train[:30].astype(float), digits.t_train[:30]
        assert np.abs(mine.predict(x) - theirs.predict(x)).max() < 1e-10
        right = theirs.gradient(x, t)
        gradient = mine.gradient(x, t)
        assert list(gradient) == list(mine.params)
        assert all(np.abs(gradient[name] - right[name]).max() < 1e-10 for name in right)


def test_colour_pictures_and_odd_sizes_go_through(lesson):
    rng = np.random.default_rng(0)
    network = lesson["MyConvNet"]((2, 9, 8), 3, 4, 5, 4, rng, dtype=np.float64)
    for name in ("b1", "b2", "b3"):
        network.params[name][...] = rng.uniform(0.1, 0.5, network.params[name].shape)
    assert max(gradient_check(network, rng.standard_normal((3, 2, 9, 8)), np.array([3, 0, 1])).values()) < 1e-7


def test_the_kink_at_zero_bias_is_there_for_other_seeds(lesson, digits):
    three = digits.x_train[:3].astype(float), digits.t_train[:3]
    for seed in range(4):
        tiny = lesson["MyConvNet"]((1, 8, 8), 4, 3, 6, 10, np.random.default_rng(seed), dtype=np.float64)
        assert 0.03 < np.mean(tiny.layers[0].forward(three[0]) == 0) < 0.06  # "only few sums lie there"
        errors = gradient_check(tiny, *three)
        assert errors.pop("b1") > 1e-3 and max(errors.values()) < 1e-7
        for name in ("b1", "b2", "b3"):
            tiny.params[name][...] = np.random.default_rng(2).uniform(0.1, 0.5, tiny.params[name].shape)
        assert max(gradient_check(tiny, *three).values()) < 1e-7


def test_accuracies_hold_for_other_seeds(digits):
    scores = []
    for seed in range(1, 4):
        rng = np.random.default_rng(seed)
        network = SimpleConvNet((1, 8, 8), {"filter_num": 16, "filter_size": 3}, 50, 10, rng)
        assert 2.2 < network.loss(digits.x_train, digits.t_train) < 3.2
        fit(network, SGD(0.2), digits, iterations=800, every=800, rng=rng, progress=False)
        scores.append(network.accuracy(digits.x_val, digits.t_val))
    assert min(scores) > 0.965 and max(scores) < 0.995


def test_moved_digits_for_another_seed(lesson):
    cases = [(kind, by) for kind in ("two-layer net", "CNN") for by in (0, 3)]
    curves = {case: lesson["against_shifts"](lesson["trained"](*case, 7)) for case in cases}
    plain, conv = curves["two-layer net", 0], curves["CNN", 0]
    assert plain[1] + 0.05 < conv[1] < 0.7 and max(*plain[2:], *conv[2:]) < 0.25
    assert max(curves["two-layer net", 3]) < 0.85 < min(curves["CNN", 3])


def test_one_large_window_reads_at_every_place_with_other_seeds(lesson):
    for seed in (3, 4):
        scores = lesson["against_shifts"](lesson["trained_anywhere"](seed))
        assert min(scores) > 0.94 and np.ptp(scores) < 0.015


def test_the_large_window_sees_maps_and_not_places(lesson, digits):
    network = lesson["read_anywhere"](np.random.default_rng(5))
    for layer in network.layers:  # another start of the biases: no sum is 0 by chance
        for name in {"b"} & set(layer.params):
            layer.params[name][...] = 0.1
    x, first = lesson["moved"](digits.x_val[:20], 0, 0), []
    for down, across in ((0, 0), (1, -1), (-1, 0)):  # two pixels from the edge nothing sees the padding
        first.append(network.predict(lesson["moved"](digits.x_val[:20], down, across)))
    assert x.shape == (20, 1, 14, 14) and all(np.allclose(scores, first[0], atol=1e-4) for scores in first)
    assert sum(value.size for value in network.params.values()) == 4496


def test_the_two_layer_net_gets_there_with_more_steps(lesson):
    small, large = (np.mean(lesson["against_shifts"](lesson["trained"]("two-layer net", 3, 1, 4000, n))) for n in (50, 110))
    assert 0.87 < small < large < 0.96
    sizes = [sum(v.size for v in lesson["trained"](kind, 3, 0, 0, 110).params.values()) for kind in ("two-layer net", "CNN")]
    assert abs(sizes[0] / sizes[1] - 1) < 0.05  # "as many numbers as the CNN"


def test_the_filters_that_the_text_names(digits):
    rng = np.random.default_rng(0)
    cnn = SimpleConvNet((1, 8, 8), {"filter_num": 16, "filter_size": 3}, 50, 10, rng)
    before = cnn.params["W1"][:, 0].copy()
    fit(cnn, SGD(0.2), digits, iterations=800, rng=rng, progress=False)
    after = cnn.params["W1"][:, 0]
    for filters in (before, after):  # 13 and 11 had their sides from the beginning
        rows, columns = filters.mean(axis=2), filters.mean(axis=1)
        assert rows[13, 0] > max(0, rows[13, 2]) and columns[11, 2] > max(0, columns[11, 0])
    change = (after - before).mean(axis=2)
    assert change[9, 0] < -0.15 and change[9, 1:].max() > 0.1
    alike = [np.corrcoef(*pair)[0, 1] for pair in zip(before.reshape(16, -1), after.reshape(16, -1), strict=True)]
    assert sorted(np.argsort(alike)[:2]) == [4, 9] and 0.85 < min(alike) < 0.91
    assert np.sum(before[1] < 0) == 8 and 0 < before[1].max() < 0.05 and np.abs(after[1] - before[1]).max() < 0.01  # dead
    assert cnn.layers[1].forward(cnn.layers[0].forward(digits.x_val[3:4]))[0, 1].max() == 0  # "Map 1 is empty."


def test_moving_keeps_all_the_ink(lesson, digits):
    for down, across in ((0, 0), (3, -3), (-3, 3)):
        assert np.isclose(lesson["moved"](digits.x_val, down, across).sum(), digits.x_val.sum())


def test_the_study_and_the_weights_belong_together():
    study = json.loads((DATA / "studies" / "convolution.json").read_text("utf-8"))["simple"]
    best = max(study["tried"], key=lambda run: run["validation"])
    assert all(best[key] == value for key, value in study["chosen"].items()) and len(study["tried"]) == 6
    by_rate = {}
    for run in study["tried"]:
        by_rate.setdefault(run["rate"], {})[run["shifts"]] = run["validation"]
    assert all(pair[1] > pair[0] for pair in by_rate.values())  # "with one shift it was ahead at every rate"
    assert min(run["test"] for run in study["runs"]) > 98.8 and study["chosen"]["shifts"] == 1
    deeper = json.loads((DATA / "studies" / "deeper.json").read_text("utf-8"))["runs"]
    assert min(run["test"] for run in study["runs"]) > max(run["test"] for run in deeper)  # "with every seed"
    network = SimpleConvNet()
    load_weights(DATA / "weights" / "simple_conv_net_mnist.npz", network)
    assert all(np.isfinite(value).all() for value in network.params.values())


# On your own


def solutions():
    return re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TWIN.read_text("utf-8"), re.DOTALL)


def test_solutions_run(lesson, digits, capsys):
    names = dict(lesson)
    tiny = lesson["MyConvNet"]((1, 8, 8), 4, 3, 6, 10, np.random.default_rng(1), dtype=np.float64)
    for name in ("b1", "b2", "b3"):
        tiny.params[name][...] = np.random.default_rng(2).uniform(0.1, 0.5, tiny.params[name].shape)
    x4, W4, b4 = random(2, (5, 6, 10, 7), (4, 6, 3, 2), (4,))
    names |= {"tiny": tiny, "three": (digits.x_train[:3].astype(float), digits.t_train[:3])}
    names |= {"x4": x4, "W4": W4, "b4": b4, "rng": np.random.default_rng(0)}
    assert len(solutions()) == 3
    said = []
    for code in solutions():
        exec(code, names)
        said.append(capsys.readouterr().out)
    assert "wrong" not in said[0]
    scores = [float(score) for score in re.findall(r"0\.\d+", said[0])]
    assert len(scores) == 6 and all(high > low for high, low in zip(scores[::2], scores[1::2], strict=True))
    assert min(scores) > 0.94 and max(scores) < 0.995
    scores = [float(score) for score in re.findall(r"0\.\d+", said[1])]
    assert len(scores) == 4 and all(0.002 < a - b < 0.03 for a, b in zip(scores[::2], scores[1::2], strict=True))
    assert said[2].strip() == "(5, 6, 10, 7) True"


# Figures


def test_a_digit_is_carried_over_all_places(digits):
    picture, said = np.pad(digits.x_val[3, 0], 3), {"never": np.full((7, 7), 9), "half\nof them": np.full((7, 7), 9)}
    said["half\nof them"][:, :3] = 4
    for down, across in ((0, 0), (3, -3), (-3, 3), (9, 9)):
        alt, _ = fast(plots.carried_digit, picture, said, 4, down, across)
        here = f"moved down by {min(down, 3)} and across by {min(across, 3)}".replace("-", "−")
        assert here in alt and "never reads a 9 here, and is right at 0 of 49" in alt
        assert f"half of them reads a {4 if across < 0 else 9} here, and is right at 21 of 49" in alt


def fast(figure, *args):
    start = time.process_time()
    drawn = figure(*args)
    assert complaints(drawn) == [] and len(drawn.alt.split()) > 8
    return drawn.alt, 1000 * (time.process_time() - start)


W = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]])
DOUT = np.array([[1, -1], [2, 3]])


def test_pixel_slope_over_its_range():
    dx = slopes_by_loops(np.zeros((1, 1, 4, 4)), W[None, None] * 1.0, DOUT[None, None] * 1.0, 1, 0)[0][0, 0]
    times = []
    for row, column in np.ndindex(4, 4):
        alt, spent = fast(plots.pixel_slope, W, DOUT, row, column)
        times.append(spent)
        windows = (2 if row in (1, 2) else 1) * (2 if column in (1, 2) else 1)
        assert f"lies in {windows} window" in alt and alt.replace("−", "-").endswith(f"= {dx[row, column]:.0f}.")
    print(f"pixel_slope: {np.median(times):.0f} ms")


def test_pooling_at_over_its_range(lesson):
    x = np.array([[1, 3, 0, 0], [2, 0, 0, 0], [5, 1, 2, 4], [0, 5, 6, 3]])
    dout = np.array([[4, 8, 12], [16, 4, 8], [12, 16, 4]])
    times = []
    for kind, name in (("max", "MyMaxPooling"), ("average", "MyAveragePooling")):
        for stride in (1, 2):
            layer = lesson[name](2, 2, stride)
            y = layer.forward(x[None, None] * 1.0)
            dx = layer.backward(dout[None, None, : y.shape[2], : y.shape[3]] * 1.0)[0, 0]
            for row, column in np.ndindex(3, 3):  # beyond the last it stays there
                alt, spent = fast(plots.pooling_at, x, dout, kind, stride, row, column)
                times.append(spent)
                window = min(row, y.shape[2] - 1) * y.shape[3] + min(column, y.shape[3] - 1) + 1
                assert f"Window {window} of {y.size}" in alt and f"dx is {dx.astype(int).tolist()}" in alt
                assert f" is {y.ravel()[window - 1]:g}. " in alt
                field = im2col(x[None, None] * 1.0, 2, 2, stride)[window - 1]
                assert ("first of the" in alt) == (kind == "max" and np.sum(field == field.max()) > 1)
    print(f"pooling_at: {np.median(times):.0f} ms")


def test_the_other_figures():
    rng = np.random.default_rng(0)
    alt, spent = fast(plots.through_a_filter, rng.random((8, 8)), W, rng.random((6, 6)), np.ones((6, 6)), np.ones((3, 3)), "a 4")
    print(f"through_a_filter: {spent:.0f} ms")
    assert alt.startswith("a 4 through one filter of 3 × 3") and "10 of 10" in alt
    silent = -rng.random((6, 6)), np.zeros((6, 6)), np.zeros((3, 3))
    assert "0 of 10" in fast(plots.through_a_filter, rng.random((8, 8)), W, *silent)[0]
    assert "16 filters of 3 × 3" in fast(plots.filters_compared, rng.random((16, 3, 3)), rng.random((16, 3, 3)))[0]
    alt = fast(plots.feature_maps, np.zeros((11, 6, 5)))[0]
    assert "11 feature maps of 6 × 5" in alt
    alt = fast(plots.cnn_shapes, [("picture", (1, 28, 28)), ("scores", (10,))])[0]
    assert "picture 1 × 28 × 28" in alt and "scores 10" in alt
    alt = fast(plots.shift_curves, [0, 1], {"one\nnet": [[0.9, 0.4]], "other": [[0.1, 0.2], [0.2, 0.3]]})[0]
    assert "one net at 0;" in alt and "other nowhere" in alt
