"""Lesson 12: the worked example, every version of the convolution against plain sums, figures, explorers and solutions."""

import itertools
import re
import time
import warnings
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest
from lesson_code import definitions
from numpy.lib.stride_tricks import sliding_window_view

from helpers import plots, widgets
from helpers.checkpoints import load_weights
from helpers.convolution import Convolution
from helpers.convolution import im2col as helpers_im2col
from helpers.datasets import load_digits
from helpers.drawings import stretch
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.plots import ink
from helpers.plots.drawing import Drawing
from helpers.training import steps

ROOT = Path(__file__).resolve().parents[2]
TWIN = ROOT / "notebooks" / "text" / "12_convolution.md"
EXAMPLE = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]])
NINE = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]])
VERSIONS = ("conv7", "conv_places", "conv_columns", "conv_shifts")
SHAPES = [
    ((2, 3, 8, 11), (6, 3, 4, 5), 1),
    ((3, 5, 11, 8), (4, 5, 3, 2), 2),
    ((1, 2, 7, 5), (6, 2, 1, 4), 3),
    ((4, 1, 5, 6), (2, 1, 5, 6), 2),
    ((2, 6, 8, 7), (3, 6, 3, 3), 2),
]


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(scope="module")
def lesson():
    return definitions("12_convolution", perf_counter=perf_counter, plots=plots, TwoLayerNet=TwoLayerNet)


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def plain(x, W, b, stride=1):
    """The definition, from NumPy's windows: independent of the lesson's loops and of helpers."""
    windows = sliding_window_view(x, W.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nchwuv,fcuv->nfhw", windows, W) + b[:, None, None]


def case(x_shape, W_shape, dtype=float):
    rng = np.random.default_rng(5)
    return tuple(rng.standard_normal(shape).astype(dtype) for shape in (x_shape, W_shape, W_shape[:1]))


# The worked example


def test_the_example(lesson):
    correlate, padded = lesson["cross_correlate"], lesson["padded"]
    assert correlate(EXAMPLE, NINE).tolist() == [[15, 16], [6, 15]]
    assert (correlate(EXAMPLE, NINE) + 3).tolist() == [[18, 19], [9, 18]]
    assert correlate(EXAMPLE, NINE[::-1, ::-1]).tolist() == [[11, 12], [10, 11]]
    same = correlate(padded(EXAMPLE, 1), NINE)
    assert same.tolist() == [[7, 12, 10, 2], [4, 15, 16, 10], [10, 6, 15, 6], [8, 10, 4, 3]]


@pytest.mark.parametrize("size, kernel, stride, pad", list(itertools.product((4, 7, 8), (1, 2, 3, 4), (1, 2, 3), (0, 1, 2))))
def test_output_size_counts_places(lesson, size, kernel, stride, pad):
    ends = [k * stride + kernel - 1 for k in range(50)]
    places = sum(end <= size + 2 * pad - 1 for end in ends)
    assert lesson["output_size"](size, kernel, stride, pad) == places
    x = np.zeros((size, size))
    assert lesson["cross_correlate"](lesson["padded"](x, pad), np.zeros((kernel, kernel)), stride).shape == (places, places)


def test_moved_and_padded(lesson):
    x = np.arange(1.0, 41).reshape(2, 4, 5)
    for down, across in itertools.product(range(-3, 4), repeat=2):
        right = np.zeros_like(x)
        for i, j in np.ndindex(4, 5):
            if 0 <= i - down < 4 and 0 <= j - across < 5:
                right[:, i, j] = x[:, i - down, j - across]
        assert np.array_equal(lesson["moved"](x, down, across), right)
    assert lesson["padded"](x, 2).shape == (2, 8, 9) and lesson["padded"](x, 2).sum() == x.sum()


# What flattening loses


def test_moved_digits_are_misread(lesson, digits):
    network = TwoLayerNet(64, 50, 10)
    load_weights(ROOT / "data" / "weights" / "two_layer_net_digits.npz", network)
    pictures = digits.x_val.reshape(-1, 8, 8)
    scores, ink = [], []
    for across in (-2, -1, 0, 1, 2):
        x = lesson["moved"](pictures, 0, across)
        scores.append(np.mean(network.predict(x.reshape(-1, 64)).argmax(axis=1) == digits.t_val))
        ink.append(x.sum() / pictures.sum())
    assert [f"{s:.0%}" for s in scores] == ["15%", "46%", "97%", "44%", "10%"]
    assert [f"{i:.0%}" for i in ink] == ["96%", "100%", "100%", "100%", "93%"]


# Every version


@pytest.mark.parametrize("x_shape, W_shape, stride", SHAPES)
@pytest.mark.parametrize("name", VERSIONS)
def test_versions_give_the_definition(lesson, name, x_shape, W_shape, stride):
    x, W, b = case(x_shape, W_shape)
    kept = x.copy(), W.copy(), b.copy()
    y, right = lesson[name](x, W, b, stride), plain(x, W, b, stride)
    assert y.shape == right.shape
    assert np.abs(y - right).max() < 1e-10
    assert all(np.array_equal(one, other) for one, other in zip((x, W, b), kept, strict=True))


def test_the_ramp_fits_together(lesson):
    x, W, b = case((2, 3, 8, 11), (6, 3, 4, 5))
    right = plain(x, W, b, 2)
    assert np.allclose(lesson["conv6"](x[1], W, b, 2), right[1], rtol=0, atol=1e-10)
    assert np.allclose(lesson["conv5"](x[1], W[3], b[3], 2), right[1, 3], rtol=0, atol=1e-10)
    alone = plain(x[1:, 2:], W[3:, 2:], b[3:], 2)[0, 0]
    assert np.allclose(lesson["conv4"](x[1, 2], W[3, 2], b[3], 2), alone, rtol=0, atol=1e-10)
    assert plain(x, W, b).shape == (2, 6, 5, 7) and plain(x, W, b).size * W[0].size == 25200


@pytest.mark.parametrize("name", VERSIONS)
def test_flipped_kernels_and_swapped_axes_would_be_noticed(lesson, name):
    x, W, b = case((2, 3, 6, 9), (4, 3, 3, 3))
    y = lesson[name](x, W, b)
    for wrong in (W[:, :, ::-1, ::-1], W.swapaxes(2, 3), W[:, ::-1], W[::-1]):
        assert np.abs(y - plain(x, wrong, b)).max() > 0.1


def test_im2col_is_that_of_helpers(lesson):
    for x_shape, W_shape, stride in SHAPES:
        x = case(x_shape, W_shape)[0]
        assert np.array_equal(lesson["im2col"](x, *W_shape[2:], stride), helpers_im2col(x, *W_shape[2:], stride))
    assert lesson["im2col"](np.zeros((1, 3, 7, 7)), 5, 5).shape == (9, 75)
    assert lesson["im2col"](np.zeros((10, 3, 7, 7)), 5, 5).shape == (90, 75)
    x = np.zeros((25, 16, 28, 28), np.float32)
    assert lesson["im2col"](lesson["padded"](x, 1), 3, 3).nbytes == 9 * x.nbytes
    assert round(lesson["im2col"](x, 3, 3).nbytes / x.nbytes, 2) == 7.76


def test_dtypes(lesson):
    x, W, b = case(*SHAPES[0][:2], dtype=np.float32)
    assert {lesson[name](x, W, b).dtype for name in VERSIONS[1:]} == {np.dtype(np.float32)}
    assert lesson["conv_columns"](x, W, b, dtype=np.float64).dtype == np.float64


@pytest.mark.parametrize("x_shape, W_shape, stride", SHAPES)
def test_agrees_with_helpers(lesson, x_shape, W_shape, stride):
    x, W, b = case(x_shape, W_shape)
    for pad in (0, 2):
        theirs = Convolution(W, b, stride, pad).forward(x)
        assert np.allclose(lesson["conv_shifts"](lesson["padded"](x, pad), W, b, stride), theirs, rtol=0, atol=1e-10)


def test_winograd_takes_four_products(lesson):
    class Counted(float):
        count = 0

        def __mul__(self, other):
            Counted.count += 1
            return Counted(float(self) * float(other))

        def _sum(self, other, sign=1):
            return Counted(float(self) + sign * float(other))

        __add__ = _sum

        def __sub__(self, other):
            return self._sum(other, -1)

        def __truediv__(self, other):
            return Counted(float(self) / other)

    d, g = [2.0, -3.0, 5.0, 7.0], [1.5, -0.25, 4.0]
    y = lesson["two_outputs"]([Counted(n) for n in d], [Counted(n) for n in g])
    assert Counted.count == 4
    assert np.allclose(y, np.correlate(d, g, "valid"))


def test_a_moved_picture_moves_the_map(lesson):
    correlate, moved = lesson["cross_correlate"], lesson["moved"]
    x = np.pad(np.random.default_rng(6).random((6, 6)), 6)
    assert np.array_equal(correlate(moved(x, 3, -2), NINE), moved(correlate(x, NINE), 3, -2))
    half = correlate(x, NINE, 2)
    assert np.array_equal(correlate(moved(x, 0, 2), NINE, 2), moved(half, 0, 1))
    assert not np.isclose(correlate(moved(x, 0, 1), NINE, 2).sum(), half.sum())  # so it is no moved map at all


def test_helpers_chooses_its_way_by_the_sizes():
    for x_shape, W_shape, stride, pad, way in (
        ((7, 5, 11, 8), (4, 5, 3, 2), 2, 1, "Shifts"),
        ((2, 6, 7, 10), (5, 6, 3, 3), 1, 2, "Winograd"),
        ((4, 2, 9, 6), (7, 2, 5, 3), 3, 0, "Columns"),
    ):
        x, W, b = case(x_shape, W_shape)
        layer = Convolution(W, b, stride, pad)
        layer.forward(x)
        assert type(layer.way).__name__ == way


def test_the_red_filter_finds_the_roof(lesson):
    house = lesson["draw_house"]()
    assert house.shape == (3, 32, 32) and house.min() >= 0 and house.max() <= 1
    mean = np.ones((3, 3)) / 9
    answer = lesson["conv5"](house, np.stack([2 * mean, -mean, -mean]), 0)
    i, j = np.unravel_index(answer.argmax(), answer.shape)
    assert house[:, i + 1, j + 1].tolist() == [0.8, 0.2, 0.15]
    assert answer.max() == pytest.approx(2 * 0.8 - 0.2 - 0.15)
    assert answer[6, 25] == pytest.approx(2 * 1.0 - 0.9 - 0.3)  # the middle of the sun


def test_what_there_is_to_find_with_nine_weights(lesson):
    correlate, slant = lesson["cross_correlate"], np.add.outer(np.arange(9), np.arange(9)) > 8.0  # edge from lower left
    other = slant[:, ::-1]
    grey = np.pad(1 - lesson["draw_house"]().mean(axis=0), 1)
    kernel = np.array([[-1, -1, 0], [-1, 0, 1], [0, 1, 1]])
    assert np.abs(correlate(slant * 1.0, kernel)).max() >= 3
    assert np.abs(correlate(other * 1.0, kernel)).max() <= 1
    for slanting in (kernel, np.diag([-1, 0, 1])):
        row = correlate(grey, slanting)[10]
        assert row[6] > 0.3 and np.allclose(row[10:24], 0)
    spot, left = np.pad([[1.0]], 3), np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0]])
    assert np.array_equal(correlate(np.pad(spot, 1), left), lesson["moved"](spot, 0, 1))


# Hand-made edges against pixels


@pytest.fixture(scope="module")
def edges(lesson):
    """The lesson's eight kernels, and what they make of pictures."""
    upright, slanting = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]), np.array([[0, 1, 2], [-1, 0, 1], [-2, -1, 0]])
    four = np.array([upright, upright.T, slanting, slanting[:, ::-1]])
    both = (np.concatenate([four, -four])[:, None] / 4).astype(np.float32)
    assert not both.sum(axis=(1, 2, 3)).any()
    return lambda x: np.maximum(lesson["conv_columns"](lesson["padded"](x[:, None], 1), both, np.zeros(8, np.float32)), 0)


def read_from(look, x, t, seed, iterations=1000):
    rng, inputs = np.random.default_rng(seed), look(x)
    reader = TwoLayerNet(inputs.shape[1], 50, 10, rng)
    for _ in steps(reader, SGD(0.1), inputs, t, iterations=iterations, rng=rng):
        pass
    return reader


def test_edges_read_moved_digits_better_and_not_by_their_number_alone(lesson, edges, digits):
    ways = {
        "pixels": lambda x: x.reshape(len(x), -1),
        "eight times": lambda x: np.tile(x.reshape(len(x), -1), 8),
        "edges": lambda x: edges(x).reshape(len(x), -1),
    }
    train, val, means = digits.x_train.reshape(-1, 8, 8), digits.x_val.reshape(-1, 8, 8), {}
    for name, look in ways.items():
        readers = [read_from(look, train, digits.t_train, seed) for seed in range(5)]
        views = [look(lesson["moved"](val, 0, across)) for across in (0, 1, -1)]
        means[name] = np.mean([[reader.accuracy(view, digits.t_val) for view in views] for reader in readers], axis=0)
    assert 0.005 < means["edges"][0] - means["pixels"][0] < 0.025
    assert abs(means["edges"][0] - means["eight times"][0]) < 0.012
    assert (means["edges"][1:] > means["eight times"][1:] + 0.04).all() and (means["edges"][1:] < 0.6).all()
    assert 0.05 < means["edges"][1:].mean() - means["pixels"][1:].mean() < 0.12


def test_edges_in_blocks_beat_pixels_on_mnist(lesson, edges, mnist):
    blocks = lesson["in_blocks"]
    assert np.array_equal(blocks(np.arange(16.0).reshape(1, 4, 4), 2)[0], [[2.5, 4.5], [10.5, 12.5]])
    x, new = mnist.x_train[1000:2000].reshape(-1, 28, 28), mnist.x_test[2000:4000].reshape(-1, 28, 28)  # others than the lesson's
    scores = {}
    for name, look in {
        "pixels": lambda x: x.reshape(len(x), -1),
        "edges without blocks": lambda x: edges(x).reshape(len(x), -1),
        "edges": lambda x: blocks(edges(x)).reshape(len(x), -1),
    }.items():
        reader = read_from(look, x, mnist.t_train[1000:2000], 7)
        views = [look(lesson["moved"](new, 0, across)) for across in (0, 2)]
        scores[name] = [reader.accuracy(view, mnist.t_test[2000:4000]) for view in views]
    assert scores["edges"][0] > scores["pixels"][0] + 0.02 and scores["edges"][1] > scores["pixels"][1] + 0.1
    # in the middle edges need no blocks; on moved digits each of the two brings something
    alone = scores["edges without blocks"]
    assert abs(alone[0] - scores["edges"][0]) < 0.02
    assert scores["pixels"][1] + 0.04 < alone[1] < scores["edges"][1] - 0.04
    # three times the steps do not close the gap
    flat = [lesson["moved"](new, 0, across).reshape(-1, 784) for across in (0, 2)]
    longer = read_from(lambda x: x.reshape(len(x), -1), x, mnist.t_train[1000:2000], 7, iterations=3000)
    for view, score in zip(flat, scores["edges"], strict=True):
        assert longer.accuracy(view, mnist.t_test[2000:4000]) < score - 0.02


def test_winograd_in_two_directions(lesson):
    rng = np.random.default_rng(3)
    for _ in range(20):
        d, g = rng.standard_normal((4, 4)), rng.standard_normal((3, 3))
        assert np.allclose(lesson["four_outputs"](d, g), lesson["cross_correlate"](d, g), rtol=0, atol=1e-10)


# The figures


def rendered(figure):
    assert len(figure.alt.split()) > 5
    if isinstance(figure, Drawing):
        return figure.svg()
    assert isinstance(figure, plots.Figure)
    return figure.png()


def timed(draw):
    rendered(draw())
    start = time.process_time()
    rendered(draw())
    return f"{1000 * (time.process_time() - start):.0f} ms"


@pytest.mark.parametrize("pad, stride", list(itertools.product((0, 1), (1, 2))))
def test_kernel_at_every_place(pad, stride):
    b, x = -4, np.pad(EXAMPLE, pad)
    right = (sliding_window_view(x, (3, 3))[::stride, ::stride] * NINE).sum(axis=(2, 3))
    for row, column in np.ndindex(4, 4):  # beyond the last it stays there
        figure = plots.kernel_at(EXAMPLE, NINE, row, column, pad, stride, b)
        last = min(row, len(right) - 1) * right.shape[1] + min(column, right.shape[1] - 1) + 1
        assert f"Place {last} of {right.size}" in figure.alt
        assert f" = {right.flat[last - 1]}, with bias" in figure.alt
        known = re.search(r"so far: (.*)\.$", figure.alt)[1].replace("−", "-").replace(";", "").split()
        assert known == [str(v + b) for v in right.flat[:last]] + ["?"] * (right.size - last)
        terms = re.search(r"of (?:the padded )?x\. (.*) = ", figure.alt)[1]
        assert eval(terms.replace("·", "*").replace("−", "-")) == right.flat[last - 1]
    print("kernel_at", timed(lambda: plots.kernel_at(EXAMPLE, NINE, 1, 2, 1, 1, 3)))


def test_kernel_places_over_all_sliders():
    for size, kernel, stride, pad in itertools.product(range(3, 13), range(1, 7), range(1, 5), range(4)):
        figure = plots.kernel_places(size, kernel, stride, pad)
        starts = range(0, size + 2 * pad - kernel + 1, stride)
        met = {start + k - pad for start in starts for k in range(kernel)} & set(range(size))
        if len(starts):
            assert f"{len(starts)} places along each side" in figure.alt
            missed = size**2 - len(met) ** 2
            assert (f"Crosses: {missed} pixels" in figure.alt) if missed else ("Crosses" not in figure.alt)
        else:
            assert "does not fit" in figure.alt
    for setting in ((12, 1, 1, 3), (3, 6, 1, 0), (3, 6, 4, 3), (12, 2, 4, 0)):
        rendered(plots.kernel_places(*setting))
    print("kernel_places", timed(lambda: plots.kernel_places(12, 3, 1, 3)))


def test_the_answers_about_padding_and_stride():
    for setting in ((8, 3, 2, 1), (7, 3, 2, 0), (9, 3, 2, 0), (8, 2, 2, 0), (8, 4, 2, 0)):
        assert "Crosses" not in plots.kernel_places(*setting).alt
    assert "6 places" in plots.kernel_places(8, 3, 1, 0).alt and "Crosses" not in plots.kernel_places(8, 3, 1, 0).alt
    assert "Crosses" in plots.kernel_places(8, 2, 3, 0).alt


def test_filters_and_the_explorer(lesson, digits):
    digit = np.pad(stretch(digits.x_train[5].reshape(8, 8), 28, 28), 2)
    kernel = np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0.5]])
    result = lesson["cross_correlate"](lesson["padded"](digit, 1), kernel)
    row = plots.filters(digit, {"one": (kernel, result), "blur": (np.ones((3, 3)) / 9, -result)})
    rendered(row)
    assert f"{result.max():.1f}" in row.alt and "2 filters" in row.alt
    pictures, kernels = {"digit": digit}, {"own": kernel, "blur": np.ones((3, 3)) / 9, "none": np.zeros((3, 3))}
    for row, column in ((0, 0), (13, 9), (31, 31)):
        figure = plots.kernel_explorer(pictures, kernels, row=row, column=column)
        rendered(figure)
        assert "0 −1 0; −1 5 −1; 0 −1 0.5" in figure.alt
        assert figure.alt.endswith(f"= {ink.short(result[row, column], 3)}.")
    assert "1/9 1/9 1/9" in plots.kernel_explorer(pictures, kernels, "blur").alt
    rendered(plots.kernel_explorer(pictures, kernels, "none"))  # all weights 0
    print("kernel_explorer", timed(lambda: plots.kernel_explorer(pictures, kernels)))


def test_blocks_and_channels():
    for x_shape, W_shape, out in (
        ((10, 3, 12, 12), (5, 3, 3, 3), (10, 5, 10, 10)),
        ((1, 1, 4, 9), (1, 1, 3, 2), (1, 1, 2, 8)),
        ((2, 64, 8, 8), (64, 64, 3, 3), (2, 64, 6, 6)),
    ):
        figure = plots.convolution_blocks(x_shape, W_shape)
        rendered(figure)
        assert f"y {out}" in figure.alt
    picture, W = np.random.default_rng(0).random((3, 6, 7)), np.arange(27.0).reshape(3, 3, 3) - 13
    parts = np.array([plain(p[None, None], w[None, None], np.zeros(1))[0, 0] for p, w in zip(picture, W, strict=True)])
    figure = plots.channel_sum(picture, W, parts)
    rendered(figure)
    total = plain(picture[None], W[None], np.zeros(1))[0, 0]
    assert f"sum {total.min():.1f} to {total.max():.1f}".replace("-", "−") in figure.alt


def test_fields_as_rows_and_shifted_products(lesson):
    cols = lesson["im2col"](EXAMPLE[None, None].astype(float), 3, 3).astype(int)
    for row in range(4):
        figure = plots.fields_as_rows(EXAMPLE, 3, 3, row)
        rendered(figure)
        assert figure.alt.endswith(f": {' '.join(map(str, cols[row]))}.") and "(4, 9)" in figure.alt
    total = np.zeros((2, 2), int)
    for entry in range(1, 10):
        u, v = divmod(entry - 1, 3)
        product = EXAMPLE[u : u + 2, v : v + 2] * NINE[u, v]
        total += product
        figure = plots.shifted_products(EXAMPLE, NINE, u, v)
        rendered(figure)
        assert f"Product {product.tolist()}, sum so far {total.tolist()}" in figure.alt
    assert total.tolist() == [[15, 16], [6, 15]]
    print("shifted_products", timed(lambda: plots.shifted_products(EXAMPLE, NINE, 1, 1)))


def test_speed_ladder():
    figure = plots.speed_ladder({"slow": 10.0, "quick": 0.004})
    rendered(figure)
    assert figure.alt.endswith("slow 1×, quick 2,500×.")


# The explorers


def moves(explorer, **values):
    """What a hand moves in the drawing, one after the other, is drawn; the button puts all of it back."""
    before = start = explorer.picture.drawing
    for turn, (name, value) in enumerate(values.items(), start=1):
        explorer.picture.moved = {"turn": turn, "values": {name: value}}
        assert explorer.error is None, explorer.error
        assert explorer.picture.drawing != before, name
        before = explorer.picture.drawing
    explorer.go_back()
    assert explorer.picture.drawing == start


def test_explorers(lesson, digits):
    digit = np.pad(stretch(digits.x_train[5].reshape(8, 8), 28, 28), 2).round(2)
    names = {"plots": plots, "example": EXAMPLE, "nine": NINE, "to_choose": {"vertical edges": np.eye(9)[4].reshape(3, 3)}}
    names |= {"on_paper": {"digit": digit, "house": digit[::-1]}}
    code = TWIN.read_text(encoding="utf-8")
    for name in ("slide", "own", "fit", "shift"):  # the lesson's own functions
        exec(re.search(rf"^def {name}\(.*?\n\n\n", code, flags=re.DOTALL | re.MULTILINE)[0], names)
    moves(widgets.explore(names["slide"]), row=1, column=0, pad=1, b=-5)
    moves(widgets.explore(names["own"]), k00=-2.0, k22=2.0, k11=0.0, row=3, column=31, picture="digit")
    moves(widgets.explore(names["shift"]), u=2, v=0)
    moves(widgets.explore(names["fit"]), size=3, kernel=6, pad=3, stride=4)
    assert repr(widgets.explore(names["own"])).startswith("Run this cell (Shift+Enter)")


# What the folded solutions say


def test_solutions_run_and_are_right(lesson, digits):
    codes = re.findall(r"```python\n(.*?)```", TWIN.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(codes) == 4
    x4, W4, b4 = case((2, 3, 8, 11), (6, 3, 4, 5))
    digit = np.pad(stretch(digits.x_train[5].reshape(8, 8), 28, 28), 2)
    said = []
    names = {**lesson, "x4": x4, "W4": W4, "b4": b4, "digit": digit, "print": lambda *values: said.append(values)}
    names["shortest"] = lambda function, *arguments: function(*arguments).sum() * 0 + 1.0  # runs once, no timing
    for code in codes:
        exec(code, names)
    assert said[0] == (True,) and said[-2] == (True, (28, 28)) and said[-1] == (True,)
    assert len(said) == 3 + 5
    for stride, gap in itertools.product((1, 2), (1, 2, 3)):
        x, W, b = case((2, 3, 11, 9), (4, 3, 3, 2))
        wide = np.zeros((4, 3, 2 * gap + 1, gap + 1))
        wide[:, :, ::gap, ::gap] = W
        assert np.allclose(names["conv_dilated"](x, W, b, stride, gap), plain(x, wide, b, stride), rtol=0, atol=1e-10)


def test_question_1():
    y = Convolution(np.zeros((12, 3, 7, 7)), np.zeros(12), stride=2, pad=3).forward(np.zeros((20, 3, 32, 32)))
    assert y.shape == (20, 12, 16, 16) and 12 * 3 * 49 + 12 == 1776
