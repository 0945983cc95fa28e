"""Figures of lessons 12 and 13 that a hand can enter: numbers those of helpers.convolution, at all ends, on odd shapes."""

import itertools
import json
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from drawing_checks import complaints, hand_complaints
from figure_checks import LEAST, contrast, in_dark_theme
from matplotlib.colors import to_rgb

from helpers import plots
from helpers.convolution import AveragePooling, Convolution, MaxPooling
from helpers.plots import sign_cells as signs
from helpers.plots.ink import DARK, short

RNG = np.random.default_rng(12)
PICTURE = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]])
KERNEL = np.array([[2, 0, 1], [0, 1, -2], [1, 0, 2]])
DOUT = np.array([[1, -1], [2, 3]])
SLOPES = 4 * np.arange(1, 10).reshape(3, 3)
LOPSIDED = np.array([[-1.5, 0, 0.5], [2, 1, -3], [0, 4, 0.5]])
KERNELS = {"as it is": np.eye(9)[4].reshape(3, 3), "lopsided": LOPSIDED, "blur": np.ones((3, 3)) / 9, "none": np.zeros((3, 3))}
PICTURES = {"digit": RNG.random((8, 8)).round(2), "wide": RNG.random((5, 11)).round(2), "large": RNG.random((32, 32)).round(2)}


def forward(x, W, b=0.0, stride=1, pad=0):
    layer = Convolution(np.asarray(W, float)[None, None], np.array([float(b)]), stride, pad)
    return layer.forward(np.asarray(x, float)[None, None])[0, 0]


def explorer(**moved):
    return plots.kernel_explorer(PICTURES, KERNELS, **{"start": "lopsided", **moved})


def words(drawing):
    return [text[0] for text in drawing.texts]


def number(text):
    top, _, below = text.replace("−", "-").partition("/")
    return float(top) / float(below or 1)


def handles(drawing):
    found = ElementTree.fromstring(drawing.svg()).iter("{http://www.w3.org/2000/svg}g")
    told = [json.loads(group.get("data-hand")) for group in found if group.get("data-hand")]
    assert told
    return told


def pointed_at(told, across, down):
    """The values of a handle when a hand is so many parts of its box from the left and from the top, as hand.js reckons."""
    (x0, x1), (y0, y1) = told["x"], told["y"]
    values = x0 + across * (x1 - x0), y0 + (1 - down) * (y1 - y0)
    limits = zip(values, told["step"], told["low"], told["high"], strict=True)
    return {n: min(max(round(v / s) * s, low), high) for n, (v, s, low, high) in zip(told["names"], limits, strict=True)}


# The explorer


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("start", KERNELS)
def test_window_products_and_sum_are_those_of_the_convolution(name, start):
    picture, kernel = PICTURES[name], KERNELS[start]
    y, padded = forward(picture, kernel, pad=1), np.pad(picture, 1)
    corners = itertools.product((0, len(picture) - 1), (0, picture.shape[1] - 1))
    for row, column in [*corners, (2, 3)]:
        drawing = explorer(picture=name, start=start, row=row, column=column)
        said = words(drawing)
        at = said.index("window") + 1  # after the titles: nine of the window, nine typed, nine products, the sum
        numbers = [number(word) for word in said[at:] if re.fullmatch(r"−?[\d.]+(/\d+)?", word)]
        window = padded[row : row + 3, column : column + 3]
        np.testing.assert_allclose(numbers[:9], window.ravel(), atol=0.005)
        np.testing.assert_allclose(numbers[9:18], kernel.ravel(), atol=1e-9)
        np.testing.assert_allclose(numbers[18:27], (window * kernel).ravel(), atol=0.0006)
        assert numbers[27] == pytest.approx(y[row, column], abs=0.0006)
        assert drawing.alt.endswith(f"= {short(y[row, column], 3)}.")
        if start != "blur":  # with two decimals in the picture and halves in the kernel nothing is rounded
            assert sum(numbers[18:27]) == pytest.approx(numbers[27], abs=0.0011)


def test_the_map_is_the_convolution_by_sign_and_pictures_are_one_image_each():
    y = forward(PICTURES["large"], LOPSIDED, pad=1)
    svg = explorer(picture="large").svg()
    assert svg.count("<image") < 14 and len(svg) < 40_000
    limit = np.abs(y).max()
    colours = signs.by_sign(y, limit).astype(int)
    warm = colours[..., 0] - colours[..., 2]
    assert np.all(warm[y > 0.02 * limit] > 0) and np.all(warm[y < -0.02 * limit] < 0)
    assert signs.by_sign(np.zeros((2, 3))).tolist() == [[[255] * 3] * 3] * 2
    strong = [warm.ravel()[k] for k in (y.argmax(), np.abs(y).argmin())]
    assert strong[0] > strong[1]


def test_a_kernel_that_is_typed_over_counts_and_others_stay():
    drawing = explorer(k00=-2.5, k22=1 / 9, row=3, column=4)
    kernel = LOPSIDED.copy()
    kernel[0, 0], kernel[2, 2] = -2.5, 1 / 9
    y = forward(PICTURES["digit"], kernel, pad=1)
    assert "−2.5 0 0.5; 2 1 −3; 0 4 1/9" in drawing.alt and drawing.alt.endswith(f"= {short(y[3, 4], 3)}.")
    with pytest.raises(TypeError, match="k00 to k22"):
        explorer(k33=1.0)
    with pytest.raises(ValueError, match="no kernel 'sharp'"):
        explorer(start="sharp")
    with pytest.raises(ValueError, match=r"kernels \(3, 3\)"):
        plots.kernel_explorer(PICTURES, {"flat": np.ones((2, 2))})


def test_the_kernel_chosen_is_pressed_and_no_other():
    pressed = re.findall(r'aria-label="(kernel [^"]*|picture [^"]*)" aria-pressed="true"', explorer(start="blur").svg())
    assert pressed == ["kernel blur", "picture digit"]
    assert "kernel" not in " ".join(re.findall(r'aria-label="(kernel [a-z ]*)" aria-pressed="true"', explorer(k00=7.0).svg()))


def test_explorer_at_all_ends():
    entries = {f"k{i}{j}": (-20.0, 20.0, 1 / 9) for i in range(3) for j in range(3)}
    ends = {"picture": PICTURES, "start": KERNELS, "row": (0, 31), "column": (0, 31), **entries}
    assert hand_complaints(explorer, {"picture": "large", "row": 9, "column": 10}, **ends) == {}


def test_the_page_may_hand_over_numbers_beyond_the_ends():
    assert explorer(picture="wide", row=31.0, column=31.0).alt == explorer(picture="wide", row=4, column=10).alt


@pytest.mark.parametrize("name", PICTURES)
def test_pointing_at_a_pixel_finds_it(name):
    H, W = PICTURES[name].shape
    for told in handles(explorer(picture=name)):
        for row, column in ((0, 0), (H - 1, W - 1), (H // 2, 1)):
            assert pointed_at(told, (column + 0.5) / W, (row + 0.5) / H) == {"column": column, "row": row}


def test_numbers_on_grounds_can_be_read_in_light_and_dark():
    for value in np.linspace(-1, 1, 101):
        for ground in (signs.tint(value, 1.0), signs.paper(abs(value))):
            one, two = to_rgb(DARK), to_rgb(ground)
            assert min(contrast(one, two), contrast(in_dark_theme(one), in_dark_theme(two))) >= LEAST, ground
    reds = [to_rgb(signs.tint(value, 4.0)) for value in (4, 1, 0, -1, -4)]
    assert reds[2] == (1, 1, 1) and sum(reds[0]) < sum(reds[1]) < 3 and sum(reds[4]) < sum(reds[3]) < 3
    assert reds[0][0] > reds[0][2] + 0.3 and reds[4][2] > reds[4][1] + 0.1  # orange, purple


# A kernel on its places

SHAPES = [(PICTURE, KERNEL), (RNG.integers(-3, 4, (5, 4)), KERNEL[:2]), (PICTURE[:2], KERNEL[:2, :1])]


@pytest.mark.parametrize(("case", "pad", "stride"), list(itertools.product(range(3), (0, 1, 2), (1, 2, 3))))
def test_kernel_at_is_the_convolution(case, pad, stride):
    x, W = SHAPES[case]
    y = forward(x, W, -4, stride, pad)
    for row, column in np.ndindex(y.shape):
        drawing = plots.kernel_at(x, W, row, column, pad, stride, -4)
        known = re.search(r"so far: (.*)\.$", drawing.alt)[1].replace("−", "-").replace(";", "").split()
        count = row * y.shape[1] + column + 1
        assert known == [f"{value:.0f}" for value in y.flat[:count]] + ["?"] * (y.size - count)
        if pad < 2:  # the lesson has 0 and 1
            assert complaints(drawing) == []


def test_pointing_at_a_window_finds_the_place_whose_middle_is_nearest():
    for pad, stride in itertools.product((0, 1), (1, 2)):
        drawing = plots.kernel_at(PICTURE, KERNEL, 0, 0, pad, stride)
        picture, output = handles(drawing)
        size, places = 4 + 2 * pad, (4 + 2 * pad - 3) // stride + 1
        for row, column in np.ndindex(places, places):
            at = (stride * column + 1.5) / size, (stride * row + 1.5) / size
            assert pointed_at(picture, *at) == {"column": column, "row": row}
            assert pointed_at(output, (column + 0.5) / places, (row + 0.5) / places) == {"column": column, "row": row}
        assert pointed_at(picture, 0.999, 0.999) == {"column": places - 1, "row": places - 1}


def test_kernel_places_at_all_ends():
    ends = {"size": (3, 12), "kernel": (1, 6), "stride": (1, 4), "pad": (0, 3), "row": (0, 17), "column": (0, 17)}
    assert hand_complaints(plots.kernel_places, {"size": 8, "kernel": 3, "stride": 2, "pad": 0}, **ends) == {}
    for setting in itertools.product((3, 12), (1, 6), (1, 4), (0, 3)):
        drawing = plots.kernel_places(*setting, 9, 9)
        assert complaints(drawing) == [] and len(drawing.svg()) < 40_000


def test_crosses_stand_on_the_pixels_that_no_window_reaches():
    assert words(plots.kernel_places(8, 2, 3, 0)).count("×") == 64 - 36
    assert words(plots.kernel_places(8, 3, 1, 0)).count("×") == 0


def test_fields_and_shifted_products_on_odd_shapes():
    x = RNG.integers(-3, 4, (5, 4))
    for a in (PICTURE, x):
        for row in range(4):
            assert complaints(plots.fields_as_rows(a, 3, 3, row)) == []
    for W in (KERNEL, KERNEL[:2]):
        y = forward(x, W).astype(int)
        for u, v in np.ndindex(W.shape):
            drawing = plots.shifted_products(x, W, u, v)
            assert complaints(drawing) == [] and f"at ({u}, {v}), is {str(W[u, v]).replace('-', '−')}:" in drawing.alt
        assert drawing.alt.replace("−", "-").endswith(f"sum so far {y.tolist()}.")
        assert pointed_at(handles(drawing)[0], 0.5, 0.01) == {"v": 1, "u": 0}


# The way back


def test_pixel_slope_is_the_convolutions_way_back():
    for W, dout in ((KERNEL, DOUT), (KERNEL[:2], RNG.integers(-3, 4, (3, 5))), (np.array([[3]]), np.array([[2]]))):
        size = tuple(n + k - 1 for n, k in zip(dout.shape, W.shape, strict=True))
        layer = Convolution(W[None, None] * 1.0, np.zeros(1))
        layer.forward(np.zeros((1, 1, *size)))
        dx = layer.backward(dout[None, None] * 1.0)[0, 0]
        for row, column in np.ndindex(size):
            drawing = plots.pixel_slope(W, dout, row, column)
            assert complaints(drawing) == []
            assert drawing.alt.replace("−", "-").endswith(f"= {dx[row, column]:.0f}.")
            terms = re.search(r"there: (.*) = ", drawing.alt)[1].replace("·", "*").replace("−", "-")
            assert eval(terms) == dx[row, column]


def test_one_window_at_a_time_and_it_holds_the_pixel():
    for row, column, i, j in itertools.product(range(4), range(4), range(2), range(2)):
        drawing = plots.pixel_slope(KERNEL, DOUT, row, column, i, j)
        a, b = map(int, re.search(r"the window at \((\d), (\d)\) meets", drawing.alt).groups())
        assert 0 <= row - a <= 2 and 0 <= column - b <= 2
        assert (a, b) == (i, j) or not (0 <= row - i <= 2 and 0 <= column - j <= 2)
        framed = re.findall(r'stroke="(#\w+)" stroke-width="2.5"', drawing.svg())  # on x, dout and the kernel; on dx
        routes = re.findall(r'stroke="(#\w+)" stroke-width="2.2"', drawing.svg())  # every window's slope, then its weight
        assert len(framed) == 4 and len(set(framed[:3])) == 1 and framed[0] in routes and framed[3] not in routes
        windows = len(routes) // 2
        assert routes[:windows] == routes[windows:] and len(set(routes)) == windows  # one colour per window
        _, window = handles(drawing)
        assert window["value"] == [b, a] and window["low"][0] <= b <= window["high"][0]


def test_pooling_at_is_the_layers():
    wide = RNG.integers(0, 9, (6, 4))
    for x, slopes in ((PICTURE, SLOPES), (wide, 4 * np.ones((5, 3), int))):
        for (kind, layer), stride in itertools.product((("max", MaxPooling), ("average", AveragePooling)), (1, 2)):
            pool = layer(2, 2, stride)
            y = pool.forward(x[None, None] * 1.0)[0, 0]
            dx = pool.backward(slopes[None, None, : y.shape[0], : y.shape[1]] * 1.0)[0, 0]
            for row, column in np.ndindex(y.shape):
                drawing = plots.pooling_at(x, slopes, kind, stride, row, column)
                assert complaints(drawing) == []
                assert f" is {short(y[row, column])}. " in drawing.alt and f"dx is {dx.astype(int).tolist()}" in drawing.alt
            assert plots.pooling_at(x, slopes, kind, stride, 9, 9).alt == drawing.alt
            told = handles(drawing)[0]
            for row, column in np.ndindex(y.shape):
                at = (stride * column + 1) / x.shape[1], (stride * row + 1) / x.shape[0]
                assert pointed_at(told, *at) == {"column": column, "row": row}


def test_the_winner_alone_is_bold_in_the_window():
    svg = plots.pooling_at(PICTURE, SLOPES, "max", 2, 0, 1).svg()
    x_part = svg[svg.index('data-key="x"') : svg.index('data-key="dout"')]
    assert re.findall(r'font-weight="bold"[^>]*>([^<]*)<', x_part)[0] == "3"


# Strips and blocks


def test_strips_of_maps_and_blocks():
    stations = [("picture", (1, 28, 28)), ("convolution\nReLU", (16, 26, 26)), ("pooling", (16, 13, 13)), ("hidden", (100,))]
    made = [
        plots.cnn_shapes([*stations, ("scores", (10,))]),
        plots.cnn_shapes([("hidden", (100,)), ("scores", (10,))]),
        plots.cnn_shapes([("only", (3, 8, 4))]),
        plots.convolution_blocks((10, 3, 12, 12), (5, 3, 3, 3)),
        plots.convolution_blocks((1, 1, 3, 3), (1, 1, 3, 3)),
        plots.convolution_blocks((2, 64, 8, 8), (64, 64, 5, 3)),
        plots.filters_compared(RNG.standard_normal((16, 3, 3)), RNG.standard_normal((16, 3, 3))),
        plots.filters_compared(KERNEL[None], KERNEL[None]),
        plots.feature_maps(RNG.random((16, 6, 6))),
        plots.feature_maps(RNG.random((3, 1, 7))),
        plots.feature_maps(np.zeros((11, 6, 5))),
    ]
    assert [complaints(drawing) for drawing in made] == [[]] * len(made)
    assert words(made[-1]).count("all 0") == 11
    arrows = made[0].svg().count('fill="#0072B2"')
    assert arrows == 4  # one between two blocks


def test_through_a_filter_frames_one_window_and_what_becomes_of_it():
    image, W = RNG.random((8, 8)), RNG.standard_normal((3, 3))
    sums = forward(image, W)
    active = np.maximum(sums, 0)
    pooled = active.reshape(3, 2, 3, 2).max(axis=(1, 3))
    for row, column in np.ndindex(6, 6):
        drawing = plots.through_a_filter(image, W, sums, active, pooled, "a 4", row, column)
        kept = pooled[row // 2, column // 2]
        here = f"sum {short(sums[row, column])}, after ReLU {short(active[row, column])}, pooled {short(kept)}"
        assert here in drawing.alt and complaints(drawing) == []
    told = handles(drawing)
    assert pointed_at(told[0], 1.5 / 8, 6.5 / 8) == {"column": 0, "row": 5}
    assert complaints(plots.through_a_filter(image, W, -active, 0 * active, 0 * pooled)) == []


def test_every_curve_is_named_at_its_end_however_many_there_are():
    curves = {f"net {k}": np.full((2, 2), k / 10) for k in range(7)}
    drawing = plots.shift_curves(range(2), curves)
    assert all(name in words(drawing) for name in curves) and "net 6" in drawing.alt and complaints(drawing) == []
    alike = {f"net {k},\nlarge window": np.full((2, 4), 0.97) for k in range(5)}
    assert complaints(plots.shift_curves(range(4), alike)) == []
