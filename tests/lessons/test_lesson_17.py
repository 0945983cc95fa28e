"""What lesson 17 says, tested apart from the notebook: its blocks against those of helpers, its study, figures, solutions."""

import json
import re
import time
from pathlib import Path

import numpy as np
import pytest
from figure_checks import complaints, slider_complaints
from lesson_code import definitions

from helpers import plots
from helpers.augmentation import transformed
from helpers.blocks import Branches, Residual
from helpers.convolution import Convolution, GlobalAveragePooling, MaxPooling
from helpers.datasets import load_digits
from helpers.deep_networks import VGG, Inception, ResNet
from helpers.functions import softmax
from helpers.gradient import gradient_check, layer_gradient_check
from helpers.initializers import he
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Layer, Relu
from helpers.network import Network
from helpers.networks import DeepConvNet
from helpers.optimizers import SGD
from helpers.training import steps

ROOT = Path(__file__).parents[2]
TWIN = ROOT / "notebooks" / "text" / "17_going_deep.md"


@pytest.fixture(scope="module")
def digits():
    return load_digits(flatten=False)


@pytest.fixture(scope="module")
def lesson(digits):
    kinds = (Affine, BatchNormalization, Convolution, Dropout, Flatten, Layer, MaxPooling, Network, Relu, SGD)
    names = {kind.__name__: kind for kind in kinds} | {"he": he, "steps": steps, "plots": plots, "digits": digits}
    names |= {"layer_gradient_check": layer_gradient_check}
    names |= {"x_200": digits.x_train[:200].astype(float), "t_200": digits.t_train[:200]}
    return definitions("17_going_deep", **names)


@pytest.fixture(scope="module")
def study():
    return json.loads((ROOT / "data" / "studies" / "depth.json").read_text("utf8"))


def odd(seed=0, shape=(3, 4, 7, 5)):
    return np.random.default_rng(seed).standard_normal(shape)


# How far a number sees


@pytest.mark.parametrize("kernels", [(3,), (3, 3), (5,), (3, 3, 3), (7,), (5, 3)])
def test_fields_by_slopes_are_those_of_the_formula(lesson, kernels):
    field = lesson["seen_by_one_number"]([lesson["window"](kernel) for kernel in kernels])
    side = 1 + sum(kernel - 1 for kernel in kernels)
    middle = slice(7 - side // 2, 8 + side // 2)
    assert field[middle, middle].all() and field.sum() == side**2


def test_the_picture_counts_as_the_slopes_do():
    for layers, kernel, stride in ((2, 3, 1), (3, 3, 2), (4, 5, 2), (4, 1, 2), (1, 5, 1)):
        x = np.ones((1, 1, 129, 129))
        made = [Convolution(np.ones((1, 1, kernel, kernel)), None, stride) for _ in range(layers)]
        for layer in made:
            x = layer.forward(x)
        dout = np.zeros_like(x)
        dout[0, 0, 0, 0] = 1
        for layer in reversed(made):
            dout = layer.backward(dout)
        side = int((dout[0, 0] != 0).any(axis=0).sum())
        assert f"sees {side} × {side} pixels" in plots.receptive_field(layers, kernel, stride).alt


def test_the_question_with_strides_1_2_1():
    x = np.ones((1, 1, 31, 31))
    made = [Convolution(np.ones((1, 1, 3, 3)), None, stride) for stride in (1, 2, 1)]
    for layer in made:
        x = layer.forward(x)
    dout = np.zeros_like(x)
    dout[0, 0, 3, 3] = 1
    for layer in reversed(made):
        dout = layer.backward(dout)
    assert (dout != 0).sum() == 81


# The blocks


def agree(ours, theirs, x, training=True):
    y = ours.forward(x, training=training)
    dout = odd(9, y.shape)
    np.testing.assert_allclose(y, theirs.forward(x, training=training), rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(ours.backward(dout), theirs.backward(dout), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("training", [True, False])
def test_blocks_agree_with_those_of_helpers(lesson, training):
    rng, conv, x = np.random.default_rng(1), lesson["conv"], odd()
    same = conv(4, 6, 3, rng) + [Relu()] + conv(6, 4, 3, rng)
    halved, shortcut = conv(4, 5, 3, rng, 2) + [Relu()] + conv(5, 6, 3, rng), conv(4, 6, 1, rng, 2)
    agree(lesson["MyResidual"](same), Residual(same), x, training)
    agree(lesson["MyResidual"](halved, shortcut), Residual(halved, shortcut), x, training)
    block = lesson["inception"](4, 32, rng)
    agree(block, Branches(block.ways), x, training)
    agree(lesson["MyGlobalAveragePooling"](), GlobalAveragePooling(), x)


def test_writing_the_sum_in_place(lesson):
    """Check yourself 3: an affine layer in front gets a wrong dW, a convolution does not, and the judge refuses both."""

    class InPlace(lesson["MyResidual"]):
        def forward(self, x, training=False):
            y = lesson["through"](self.body, x, training)
            x += y
            return x

    rng, x, dout = np.random.default_rng(3), odd(4, (5, 4)), odd(5, (5, 4))
    body = [Affine(rng.standard_normal((4, 4)), np.zeros(4))]
    slopes = []
    for kind in (lesson["MyResidual"], InPlace):
        layer = kind(body)
        y = layer.forward(x.copy())
        layer.backward(dout)
        slopes.append((y, body[0].grads["W"].copy()))
    np.testing.assert_allclose(slopes[0][0], slopes[1][0])
    assert not np.allclose(slopes[0][1], slopes[1][1])
    body, x, found = lesson["conv"](4, 4, 3, rng), odd(), []
    for kind in (lesson["MyResidual"], InPlace):
        layer = kind(body)
        y = layer.forward(x.copy(), training=True)
        found.append((layer.backward(odd(6, y.shape)), body[0].grads["W"].copy()))
    for ours, theirs in zip(*found, strict=True):
        np.testing.assert_allclose(ours, theirs)
    with pytest.raises(ValueError, match="changed x or dout in place"):
        layer_gradient_check(InPlace(body), x, rng, training=True)


def test_the_judge_accepts_and_rejects(lesson):
    rng, x = np.random.default_rng(2), odd(3, (2, 4, 5, 3))
    layers = [lesson["MyGlobalAveragePooling"](), lesson["inception"](4, 16, rng)]
    layers += [lesson["residual"](lesson["conv"](4, 6, 3, rng, 2), 4, 6, 2, rng)[0]]
    for layer in layers:
        assert max(layer_gradient_check(layer, x, rng, training=True).values()) < 1e-7
    broken = lesson["ForgetsTheSkip"](lesson["conv"](4, 4, 3, rng))
    assert layer_gradient_check(broken, x, rng, training=True)["x"] > 0.01


@pytest.mark.parametrize(("depth", "blocks"), [(6, (1, 1)), (10, (2, 2)), (20, (5, 4))])
@pytest.mark.parametrize("skips", [False, True])
def test_networks_agree_with_those_of_helpers(lesson, digits, depth, blocks, skips):
    mine = lesson["deep_network"](depth, lesson["residual" if skips else "plain"], 5)
    theirs = ResNet((1, 8, 8), blocks, 10, 5, filters=(8, 16), skips=skips, dtype=np.float64)
    theirs.piece = None
    assert theirs.depth == depth
    x, t = digits.x_train[:12].astype(float), digits.t_train[:12]
    expected = theirs.gradient(x, t)
    found = mine.gradient(x, t)
    assert found.keys() == expected.keys()
    for name, slope in found.items():
        np.testing.assert_allclose(slope, expected[name], rtol=1e-7, atol=1e-10)


def test_a_small_deep_network_by_central_differences(lesson, digits):
    network = lesson["deep_network"](6, lesson["residual"], 1, filters=(2, 3))
    network.layers.insert(0, Dropout(0.0, np.random.default_rng(0)))  # the check works at prediction as well
    assert max(gradient_check(Network(network.layers[1:]), digits.x_train[:4].astype(float), digits.t_train[:4]).values()) < 1e-6


def test_vgg_of_parts(lesson, digits):
    rng = np.random.default_rng(7)
    layers = lesson["vgg_blocks"]([(2, 8), (1, 16)], rng) + [Flatten(), Affine(he((64, 20), rng, np.float64), np.zeros(20))]
    layers += [Relu(), Dropout(0.5, rng), Affine(he((20, 10), rng, np.float64), np.zeros(10))]
    theirs, x = VGG((1, 8, 8), ((2, 8), (1, 16)), 20, 10, 7, dtype=np.float64), digits.x_train[:9].astype(float)
    np.testing.assert_allclose(Network(layers).predict(x), theirs.predict(x), rtol=1e-9)


def test_the_promise_is_kept_by_a_straight_line(lesson, digits):
    """A tiny step keeps it at any depth; longer ones only where the network is shallow or has skips."""
    kept, deep = lesson["promise_kept"], lesson["deep_network"]
    for block in ("plain", "residual"):
        assert kept(deep(30, lesson[block], 1), 1e-6) == pytest.approx(1, abs=0.01)
        assert kept(deep(6, lesson[block], 1), 0.03) > 0.9
    assert kept(deep(30, lesson["plain"], 1), 0.03) < 0.3 and kept(deep(30, lesson["residual"], 1), 0.03) > 0.8


def test_multiplications(lesson):
    names = {"DeepConvNet": 8_772_340, "VGG": 7_367_540, "ResNet": 20_183_936, "Inception": 4_329_888}
    made = [DeepConvNet(rng=0, batch_normalization=True), VGG(blocks=((2, 16), (2, 32), (2, 64)), rng=0)]
    made += [ResNet(rng=0), Inception(rng=0)]
    assert [lesson["multiplications"](network) for network in made] == list(names.values())
    # by hand, DeepConvNet: 28², 28², 14², 16² (padding 2), 8², 8² places
    convolutions = [784 * 16 * 9, 784 * 16 * 16 * 9, 196 * 32 * 16 * 9, 256 * 32 * 32 * 9, 64 * 64 * 32 * 9, 64 * 64 * 64 * 9]
    assert sum(convolutions) + 1024 * 50 + 500 == names["DeepConvNet"]


def test_resample_is_the_helpers_transformation(lesson):
    image = np.random.default_rng(4).random((9, 6))
    for degrees, size, lean, down, across in ((0, 1, 0, 0, 0), (33, 0.8, 0, 0, 0), (-70, 1.4, 0, 0, 0), (0, 1, 0, 1.5, -2.25)):
        angle = np.radians(degrees)
        undo = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) / size
        moved = lesson["resample"](image, undo, -undo @ [down, across])
        theirs = transformed(image[None], degrees=degrees, size=size, lean=lean, down=down, across=across)[0]
        np.testing.assert_allclose(moved, theirs, atol=1e-6)


# The study


def ends(study, depth, skips, key):
    runs = [run[key] for run in study["depth"]["runs"] if (run["depth"], run["skips"]) == (depth, skips)]
    assert len(runs) == 3
    return np.array(runs)


def test_what_the_lesson_says_of_depth(study):
    loss = {(depth, skips): ends(study, depth, skips, "train_loss") for depth in (6, 10, 14, 20, 30) for skips in (False, True)}
    assert max(loss[14, False].mean(), loss[10, False].mean()) < loss[6, False].mean() < loss[20, False].mean()
    assert loss[30, False].mean() > 3 * loss[6, False].mean() and loss[30, False].min() > loss[6, False].max()
    assert loss[30, False].mean() > 10 * loss[30, True].mean() and loss[30, True].mean() < loss[6, True].mean()
    validation = {depth: ends(study, depth, True, "val_loss").mean() for depth in (6, 10, 14, 20, 30)}
    assert 1.6 < validation[30] / validation[20] < 2.4
    assert ends(study, 20, True, "val_loss").min() < ends(study, 6, True, "val_loss").max()
    assert ends(study, 30, False, "val_loss").mean() > 1.3 * validation[30]
    rates = {depth: set(ends(study, depth, False, "rate")) for depth in (6, 14, 30)}
    assert rates[6] == rates[14] == {1.0} and rates[30] == {0.3} == set(ends(study, 20, False, "rate"))
    assert set(ends(study, 30, True, "rate")) == {0.3}


def test_what_the_lesson_says_of_slopes(study):
    def start(depth, skips, key):
        found = [entry[key] for entry in study["depth"]["start"] if (entry["depth"], entry["skips"]) == (depth, skips)]
        return np.mean(found, axis=0)

    assert start(30, False, "first") > 10 * start(6, False, "first")
    lengths = study["depth"]["lengths"]
    assert start(30, False, "kept")[lengths.index(0.03)] < 0.2 < 0.85 < start(30, True, "kept")[lengths.index(0.03)]
    for depth in (6, 10, 14, 20, 30):
        assert start(depth, True, "kept")[0] > 0.98
    alike = {(depth, skips): start(depth, skips, "alike")[lengths.index(0.03)] for depth in (6, 30) for skips in (False, True)}
    assert alike[6, False] > 0.97 and abs(alike[30, False]) < 0.1 and alike[30, True] > 0.8


def test_what_the_lesson_says_of_changes_and_families(study):
    worth = {}
    for run in study["augmentations"]["runs"]:
        worth.setdefault(run["name"], []).append(run["validation"])
    mean = {name: np.mean(values) for name, values in worth.items()}
    singles = set(mean) - {"none", "all"}
    assert all(min(worth[name]) > max(worth["none"]) for name in singles)
    assert all(min(worth["elastic"]) > max(worth[name]) for name in singles - {"elastic"})
    assert sorted(worth["all"])[0] < mean["none"] and sorted(worth["all"])[1] > 93
    tests = {run["name"]: run["test"] for run in study["families"]["runs"]}
    assert min(tests, key=tests.get) == "Inception"


# Figures


def described(figure):
    assert complaints(figure) == [] and len(figure.alt.split()) > 8
    return figure.alt


def test_drawn_blocks_and_study(study):
    assert "Inception" in described(plots.deep_blocks())
    assert "with skips" not in described(plots.depth_study(study["depth"]["runs"], skips=[False]))
    assert "with skips" in described(plots.depth_study(study["depth"]["runs"]))
    assert "validation" not in described(plots.depth_study(study["depth"]["runs"], [False], losses=["train_loss"]))
    for depth in (6, 10, 14, 20, 30):
        assert f"{depth} layers" in described(plots.slopes_kept(study["depth"]["start"], study["depth"]["lengths"], depth))


def test_receptive_fields_over_the_sliders():
    start = {"layers": 2, "kernel": 3, "stride": 1}
    for first in (start, {"layers": 4, "kernel": 5, "stride": 2}):
        found = slider_complaints(plots.receptive_field, first, layers=(1, 3, 4), kernel=(1, 3, 5), stride=(1, 2))
        assert found == {}


def test_changed_digits_over_the_sliders(digits):
    big = transformed(np.pad(digits.x_train[39], ((0, 0), (10, 10), (10, 10))), size=2.5)[0]
    start = {"picture": big, "shift": 2.0, "rotate": 12.0, "scale": 0.15, "shear": 0.0, "alpha": 0.0}
    ends = {"shift": (0.0, 8.0), "rotate": (0.0, 90.0), "scale": (0.0, 1.0), "shear": (45.0,)}
    ends |= {"alpha": (0.0, 100.0), "sigma": (0.5, 8.0)}
    assert slider_complaints(plots.chance_copies, start, **ends) == {}
    assert "no change" in plots.chance_copies(big).alt
    described(plots.exact_changes(big, {"shift": {"down": 3}, "shear": {"lean": 20}}))
    assert "above or below" in described(plots.displacement(big, np.ones((2, 28, 28)), big))
    flat_field = np.zeros((1, 2, 28, 28))
    flat_field[:, 0] = 2  # from two pixels below: the ink goes up
    moved = transformed(big[None], field=lambda count: flat_field)[0]
    np.testing.assert_allclose(moved[:-2], big[2:], atol=1e-6)
    described(plots.gains({"none": [95, 96.0], "shift": [97, 98.0]}, base="none"))


def test_sureness_and_mistakes(digits):
    rng = np.random.default_rng(0)
    scores, t = 4 * rng.standard_normal((60, 10)), rng.integers(0, 10, 60)
    found = slider_complaints(plots.reliability, {"scores": scores, "truths": t, "temperature": 1.0}, temperature=(0.32, 5.0))
    assert found == {}
    alt = described(plots.mistakes(digits.x_val[:60], softmax(scores), t, most=10))
    wrong = int((scores.argmax(axis=1) != t).sum())
    assert alt.startswith(f"{wrong} of 60") and alt.count("read as") == 10
    sure = [scores.argmax(axis=1)[n] for n in np.argsort(-softmax(scores).max(axis=1)) if scores[n].argmax() != t[n]]
    assert re.findall(r"read as (\d)", alt) == [str(answer) for answer in sure[:10]]
    with pytest.raises(ValueError, match="no mistake"):
        plots.mistakes(digits.x_val[:60], np.eye(10)[t], t)


def test_redrawing_is_timed(study, record_property):
    started = time.process_time()
    plots.slopes_kept(study["depth"]["start"], study["depth"]["lengths"], 30).png()
    record_property("CPU seconds a redraw", round(time.process_time() - started, 3))


# On your own


def solutions():
    return re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TWIN.read_text("utf-8"), re.DOTALL)


def test_solutions_run_and_say_what_the_lesson_says(lesson, capsys):
    rng = np.random.default_rng(0)
    pair = lesson["conv"](4, 6, 3, rng) + [Relu()] + lesson["conv"](6, 4, 3, rng)
    outs = []
    assert len(solutions()) == 3
    for code in solutions():
        exec(code, lesson | {"pair": pair, "x_odd": odd(), "rng": rng})
        outs.append(capsys.readouterr().out.splitlines())
    plain, half, whole = (np.array(re.findall(r"0\.\d+", line), float).mean() for line in outs[0])
    assert plain + 0.1 < half < whole - 0.1
    plain, whole = (np.array(re.findall(r"0\.\d+", line), float) for line in outs[1])
    assert len(plain) == 3 and 0.1 <= plain.min() and plain.max() <= 0.7 and whole.max() <= 0.03
    assert all(float(value) > 0.9 for value in re.findall(r"(0\.\d+)", outs[2][0]))
