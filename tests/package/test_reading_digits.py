"""The digit reader and what it draws: each number is the network's own, each wire one of the strongest, all texts readable."""

import base64
import io
import json
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from drawing_checks import complaints
from PIL import Image

from helpers import plots, widgets
from helpers.datasets import DATA, load_digits
from helpers.functions import softmax
from helpers.networks import MultiLayerNet
from helpers.plots.bars import ink_on_paper, signs_on_paper
from helpers.plots.flow import Flow, strongest
from helpers.plots.reading_digits import LEVELS, SPEAKS, shade

SVG = "{http://www.w3.org/2000/svg}"
SIZES = ([64, 50, 10], [64, 256, 128, 64, 10], [64, 10], [64, 1, 3], [49, 7, 7, 2], [64, 1000, 10], [784, 256, 128, 64, 10])


@pytest.fixture(scope="module")
def digits():
    return load_digits()


@pytest.fixture(scope="module")
def weights():
    with np.load(DATA / "weights" / "two_layer_net_digits.npz") as file:
        return dict(file)


def network(sizes, seed=0):
    """Weights in float64, and a picture in which a third of the paper has ink."""
    rng = np.random.default_rng(seed)
    params = MultiLayerNet(sizes, rng).params
    image = rng.random(sizes[0]) * (rng.random(sizes[0]) < 0.4)
    return image, {name: np.asarray(value, dtype=float) + 0.05 * (name[0] == "b") for name, value in params.items()}


def by_hand(image, weights):
    """All activations and the scores, one layer after the other, in plain lines."""
    values, last = [image], len(weights) // 2
    for k in range(1, last + 1):
        sums = np.array([values[-1] @ column + b for column, b in zip(weights[f"W{k}"].T, weights[f"b{k}"], strict=True)])
        values.append(sums if k == last else np.where(sums > 0, sums, 0))
    return values


def read(drawing):
    return ElementTree.fromstring(drawing.svg())


def places_of(root):
    """For each hidden layer, {place: level} of its dots; the outlines, which have all of them, come first."""
    layers = []
    for path in root.iter(f"{SVG}path"):
        if path.get("stroke-linecap") == "round":
            dots = re.findall(r"M([\d.]+) ([\d.]+)h0", path.get("d"))
            if path.get("data-level") is None:
                layers.append([dots, {}])
            else:
                layers[-1][1].update(dict.fromkeys(dots, (int(path.get("data-level")), path.get("stroke"))))
    return layers


def wires_of(root):
    """[(layer, from, to, colour, width)] as they are told and drawn."""
    group = next(g for g in root.iter(f"{SVG}g") if g.get("data-wires"))
    told = json.loads(group.get("data-wires"))
    told = [(int(k), i, j) for k in sorted(told, key=int) for i, j in reversed(told[k])]
    paths = [(path.get("stroke"), float(path.get("stroke-width")), path.get("d")) for path in group]
    assert len(paths) == len(told)
    return [(*wire, *path) for wire, path in zip(told, paths, strict=True)]


# Numbers


@pytest.mark.parametrize("sizes", SIZES)
def test_flow_is_the_networks_own_forward_pass(sizes):
    image, weights = network(sizes)
    values, flow = by_hand(image, weights), Flow(image, weights)
    assert all(np.allclose(mine, theirs) for mine, theirs in zip(flow.values[:-1], values[:-1], strict=True))
    assert np.allclose(flow.scores, values[-1]) and np.allclose(flow.values[-1], softmax(values[-1]))
    assert flow.hidden == sum(sizes[1:-1])
    pairs = [(weights[f"W{k}"], weights[f"b{k}"]) for k in range(1, len(sizes))]
    assert np.array_equal(Flow(image, pairs).scores, flow.scores)
    counted = [(layer, k) for layer, size in enumerate(sizes[1:], start=1) for k in range(size)]
    assert [flow.place(unit) for unit in range(len(counted))] == counted
    for unit in (-1, len(counted)):
        with pytest.raises(ValueError, match="no unit"):
            flow.place(unit)


@pytest.mark.parametrize("sizes", SIZES[:5])
def test_what_a_unit_looks_for_is_the_slope_of_its_sum(sizes):
    image, weights = network(sizes)
    flow, h = Flow(image, weights), 1e-6
    for unit in {0, sizes[1] - 1, flow.hidden, flow.hidden + sizes[-1] - 1, flow.hidden // 2}:
        layer, index = flow.place(unit)
        slope = flow.looks_for(layer, index)
        for pixel in range(0, sizes[0], 9):
            sums = []
            for sign in (1, -1):
                moved = image.copy()
                moved[pixel] += sign * h
                sums.append(by_hand(moved, weights)[layer - 1] @ weights[f"W{layer}"][:, index])
            assert slope[pixel] == pytest.approx((sums[0] - sums[1]) / (2 * h), abs=1e-6)


def test_strongest():
    table = np.array([[0.0, -5.0, 1.0], [2.0, 0.0, -0.5]])
    assert strongest(table, 3) == [(0, 1, -5.0), (1, 0, 2.0), (0, 2, 1.0)]
    assert len(strongest(table, 99)) == 4 and strongest(np.zeros((2, 2)), 3) == [] and strongest(np.zeros((0, 2)), 3) == []


def test_weights_that_do_not_fit():
    image, weights = network([64, 5, 10])
    with pytest.raises(ValueError, match="49 pixels, but W1 has 64 rows"):
        plots.digit_reader(image[:49], weights)


# What is drawn


@pytest.mark.parametrize("sizes", SIZES)
def test_units_have_the_shade_of_their_activation(sizes):
    image, weights = network(sizes)
    layers = places_of(read(plots.digit_reader(image, weights)))
    assert [len(dots) for dots, _ in layers] == sizes[1:-1]
    for (dots, levels), z in zip(layers, by_hand(image, weights)[1:-1], strict=True):
        assert len(set(dots)) == len(z)  # each unit has a place of its own
        drawn = [levels[dot] for dot in dots]
        wanted = np.round(LEVELS * z / max(z.max(), 1e-9)).astype(int)
        assert drawn == [(level, shade(level)) for level in wanted]
    assert shade(0) == "#FFFFFF"


@pytest.mark.parametrize("sizes", SIZES)
def test_wires_are_the_largest_contributions(sizes):
    image, weights = network(sizes)
    values = by_hand(image, weights)
    hidden, last = sum(sizes[1:-1]), len(sizes) - 1
    for unit in sorted({None, 0, max(hidden // 2, 0), hidden, hidden + sizes[-1] - 1}, key=str):
        layer, index = (last, int(values[-1].argmax())) if unit is None else Flow(image, weights).place(unit)
        drawn = wires_of(read(plots.digit_reader(image, weights, unit=unit)))
        targets = {index}
        for below in range(layer, 0, -1):
            mine = [(i, j, colour, wide) for k, i, j, colour, wide, _ in drawn if k == below]
            table = values[below - 1][:, None] * weights[f"W{below}"]
            carried = np.array([table[i, j] for i, j, *_ in mine])
            assert {j for _, j, *_ in mine} <= targets
            most = 12 if below == layer else 18
            best = np.sort(np.abs(table[:, sorted(targets)]).ravel())[::-1][:most]
            assert np.allclose(np.abs(carried), best[best > 0][::-1])  # the strongest is drawn last
            assert [colour for *_, colour, _ in mine] == [SPEAKS[int(np.sign(c))] for c in carried]
            widths = [wide for *_, wide in mine]
            assert widths == sorted(widths)
            targets = {i for i, *_ in mine}
        on = [(i, j) for k, i, j, *_ in drawn if k == layer + 1]
        assert len(on) == (min(12, sizes[layer + 1]) if layer < last else 0) and all(i == index for i, _ in on)


def test_ten_wires_lead_on_and_from_a_silent_unit_they_are_grey(digits, weights):
    z = np.maximum(digits.x_test[0] @ weights["W1"] + weights["b1"], 0)
    loud, silent = int(z.argmax()), int(z.argmin())
    for unit, grey in ((loud, False), (silent, True)):
        on = [wire for wire in wires_of(read(plots.digit_reader(digits.x_test[0], weights, unit=unit))) if wire[0] == 2]
        assert sorted(j for _, _, j, *_ in on) == list(range(10))
        for _, i, j, colour, *_ in on:
            assert colour == (plots.COLOURS["grey"] if grey else SPEAKS[int(np.sign(weights["W2"][i, j]))])


def test_wires_begin_at_the_pixels_and_end_at_units_and_outputs(digits, weights):
    root = read(plots.digit_reader(digits.x_test[0], weights))
    dots = places_of(root)[0][0]
    for layer, i, j, *_, way in wires_of(root):
        start, end = re.match(r"M([\d.]+) ([\d.]+)C.* ([\d.]+) ([\d.]+)$", way).groups()[:2], way.split()[-2:]
        if layer == 1:
            assert (float(start[0]), float(start[1])) == pytest.approx(
                (14 + 22 * (i % 8 + 0.5), 48 + 22 * (i // 8 + 0.5)), abs=0.06
            )
            assert end == list(dots[j])
        else:
            assert start == dots[i]


def test_pictures_are_the_digit_and_the_weights(digits, weights):
    for unit in (3, 17):
        root = read(plots.digit_reader(digits.x_test[5], weights, unit=unit))
        shown = [image.get("href").split(",")[1] for image in root.iter(f"{SVG}image")]
        shown = [np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")) for data in shown]
        assert np.array_equal(shown[0], ink_on_paper(digits.x_test[5].reshape(8, 8)))
        assert np.array_equal(shown[1], signs_on_paper(weights["W1"][:, unit].reshape(8, 8)))
        red, _, blue = np.moveaxis(shown[1].astype(int), -1, 0)
        far = np.abs(weights["W1"][:, unit].reshape(8, 8)) > 0.1 * np.abs(weights["W1"][:, unit]).max()
        assert np.array_equal((red > blue)[far], (weights["W1"][:, unit].reshape(8, 8) > 0)[far])


def test_bars_are_the_probabilities(digits, weights):
    y = softmax(by_hand(digits.x_test[272], weights)[-1])
    root = read(plots.digit_reader(digits.x_test[272], weights, truth=3, unit=57))
    bars = [float(rect.get("width")) for rect in root.iter(f"{SVG}rect") if rect.get("height") == "13.2"]
    assert bars == pytest.approx(np.maximum(118 * y, 0.8), abs=0.006)
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert "read as 2 ✗" in words and "it is a 3" in words and f"{y[7]:.2f}" in words and "what makes a 7" in words
    right = [words for words, *_ in plots.digit_reader(digits.x_test[0], weights, truth=6).texts]
    assert "read as 6 ✓" in right and not any("it is" in words for words in right)
    assert "read as 6" in [words for words, *_ in plots.digit_reader(digits.x_test[0], weights).texts]


def test_alt_says_what_is_read_and_looked_at(digits, weights):
    z = np.maximum(digits.x_test[0] @ weights["W1"] + weights["b1"], 0)
    assert plots.digit_reader(digits.x_test[0], weights, 6).alt == (
        f"A digit of 8 × 8 pixels goes through 50 hidden units with {np.sum(z > 1e-3)} of them above 0, "
        "and is read as 6 with probability 1.00, right. Looked at: what makes a 6."
    )
    unit, sent = int(z.argmax()), z.max() * weights["W2"][z.argmax()]
    said = f"unit {unit}, says {z.max():.2f}, most for {sent.argmax()}, against {sent.argmin()}."
    assert plots.digit_reader(digits.x_test[0], weights, unit=unit).alt.endswith(said)
    image, deep = network([64, 256, 128, 64, 10])
    assert "layer 2, unit 44, says" in plots.digit_reader(image, deep, unit=300).alt


# What a hand can do


@pytest.mark.parametrize("sizes", SIZES)
def test_pointing_at_a_unit_chooses_that_unit(sizes):
    """Each dot lies in one column, and the column's scale gives the dot's number there."""
    image, weights = network(sizes)
    root = read(plots.digit_reader(image, weights))
    columns = [json.loads(g.get("data-hand")) for g in root.iter(f"{SVG}g") if g.get("data-hand")]
    keys = [g.get("data-key") for g in root.iter(f"{SVG}g") if g.get("data-hand")]
    assert len(set(keys)) == len(keys) and all(column["names"] == [None, "unit"] for column in columns)
    dots = [dot for places, _ in places_of(root) for dot in places]
    for unit, (x, y) in enumerate((float(x), float(y)) for x, y in dots):
        hit = [c for c in columns if 0 <= x - c["box"][0] <= c["box"][2] and 0 <= y - c["box"][1] <= c["box"][3]]
        assert len(hit) == 1
        (_, top, _, height), (low, high) = hit[0]["box"], hit[0]["y"]
        assert round(low + (top + height - y) / height * (high - low)) == unit
        assert hit[0]["low"][1] <= unit <= hit[0]["high"][1]
    assert columns[-1]["low"][1] == len(dots) and columns[-1]["high"][1] == len(dots) + sizes[-1] - 1


@pytest.mark.parametrize("sizes", SIZES)
def test_texts_and_size_for_every_unit(sizes):
    image, weights = network(sizes)
    total = sum(sizes[1:])
    for unit in [None, *range(0, total, max(1, total // 40)), total - 1]:
        for truth in (None, 0, sizes[-1] - 1):
            drawing = plots.digit_reader(image, weights, truth, unit)
            assert complaints(drawing) == []
            assert len(drawing.svg().encode()) <= (90_000 if 1000 in sizes else 60_000)


def test_texts_for_every_digit(digits, weights):
    for image, truth in zip(digits.x_test, digits.t_test, strict=True):
        assert complaints(plots.digit_reader(image, weights, int(truth))) == []


def test_blank_and_full_paper(weights):
    for image in (np.zeros(64), np.ones(64)):
        for unit in (None, 0, 55):
            assert complaints(plots.digit_reader(image, weights, 1, unit)) == []


def test_first_look(digits):
    first = widgets.first_look()
    assert list(first.controls) == ["number"] and first.picture.alt == first.figure(number=9).alt and "right" in first.picture.alt
    before = first.picture.drawing
    first.set(unit=12)
    assert first.error is None and first.picture.drawing != before and "unit 12" in first.picture.alt
    first.set(unit=None, number=299)
    assert "what makes a" in first.picture.alt
    first.set(unit=60)
    assert "no unit 60" in str(first.error)
    first.go_back()
    assert first.picture.drawing == before and first.error is None


# Readings


def test_misread_one_row_a_digit(digits):
    y = np.full((3, 10), 0.01)
    y[:, 8], y[:, 9], y[2, 4] = 0.6, 0.31, 0.02
    drawing = plots.misread(digits.x_test[:3], y, [9, 9, 4])
    assert complaints(drawing) == []
    words = [words for words, *_ in drawing.texts]
    assert words.count("✗ read as 8") == 3 and words.count("it is a 9") == 2 and words.count("it is a 4") == 1
    assert words.count("0.60") == 3 and words.count("0.31") == 2 and words.count("0.02") == 1
    tops = [box[1] for words, box, *_ in drawing.texts if words == "✗ read as 8"]
    assert len(set(np.diff(tops).round(6))) == 1 and len([1 for words in words if words == "0"]) == 3
    bars = [float(rect.get("height")) for rect in read(drawing).iter(f"{SVG}rect") if rect.get("stroke-width")]
    assert bars == pytest.approx(np.maximum(36 * y, 0.8).ravel(), abs=0.006)


@pytest.mark.parametrize("answer", range(10))
def test_misread_texts_for_neighbours(digits, answer):
    for share in (0.1, 0.55, 1.0):
        y = np.full((2, 10), (1 - share) / 9)
        y[:, answer] = share
        assert complaints(plots.misread(digits.x_test[:2], y, [(answer + 1) % 10, (answer - 1) % 10])) == []


def test_reading(digits):
    for truth in (None, 1, 7):
        for share in (0.2, 1.0):
            y = np.full(10, (1 - share) / 9)
            y[7] = share
            drawing = plots.reading(digits.x_test[0], y, digits.class_names, truth)
            assert complaints(drawing) == []
            words = [words for words, *_ in drawing.texts]
            assert f"{share:.2f}" in words and ("it is a 1" in words) == (truth == 1)
    with pytest.raises(ValueError, match="no square picture"):
        plots.reading(np.zeros(5), [0.5, 0.5], "ab")
    assert plots.reading(np.zeros((1, 4, 6)), [0.1, 0.9], ["cat", "dog"], 0).alt == (
        "A digit, read as dog with probability 0.90. It is a cat."
    )
