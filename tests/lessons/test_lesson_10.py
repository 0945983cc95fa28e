"""What lesson 10 says, tested apart from the notebook: its networks, its rule for starts, its bands over seeds, its studies."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from lesson_code import definitions

from helpers import datasets, plots
from helpers.augmentation import shifted
from helpers.datasets import load_digits
from helpers.gradient import gradient_check, relative_error
from helpers.initializers import he, normal, xavier
from helpers.layers import Affine, Relu, SoftmaxWithLoss
from helpers.networks import MultiLayerNet, Network
from helpers.optimizers import SGD
from helpers.training import TrainingDiverged, fit, steps

ROOT = Path(__file__).parents[2]
TWIN = ROOT / "notebooks" / "text" / "10_deeper_networks.md"
STUDIES = ROOT / "data" / "studies"


@pytest.fixture(scope="module")
def digits():
    return load_digits()


@pytest.fixture(scope="module")
def lesson(digits):
    names = {c.__name__: c for c in (Affine, Relu, SoftmaxWithLoss, MultiLayerNet, Network, SGD, TrainingDiverged)}
    names |= {f.__name__: f for f in (he, xavier, normal, pairwise, relative_error, fit, steps, shifted)}
    rng = np.random.default_rng(42)  # as in the cell about mislabelled images
    t = digits.t_train[:300].copy()
    wrong = rng.permutation(300)[:60]
    t[wrong] = (t[wrong] + rng.integers(1, 10, 60)) % 10
    assert np.sum(t != digits.t_train[:300]) == 60
    bends = {"ReLU": lambda a: np.maximum(a, 0), "tanh": np.tanh, "no bend": lambda a: a}
    names |= {"digits": digits, "plots": plots, "bends": bends, "x_few": digits.x_train[:300], "t_few": t, "mistaken": wrong}
    return definitions("10_deeper_networks", **names)


def reaches(digits, sizes, seed=0, rate=0.1, iterations=300, **options):
    rng = np.random.default_rng(seed)
    network = MultiLayerNet(sizes, rng, **options)
    fit(network, SGD(rate), digits, iterations=iterations, every=iterations, rng=rng, progress=False)
    return network.accuracy(digits.x_val, digits.t_val)


def with_biases(network, rng):
    for name, value in network.params.items():
        if name[0] == "b":
            value[...] = rng.uniform(0.1, 0.5, value.shape)
    return network


# Any depth, both conventions


@pytest.mark.parametrize("sizes", [[5, 3], [6, 5, 3], [7, 6, 5, 4, 3]])
def test_my_net_is_right_and_is_the_helpers_net(lesson, sizes):
    rng = np.random.default_rng(0)
    mine = with_biases(lesson["MyDeepNet"](sizes, np.random.default_rng(5), dtype=np.float64), np.random.default_rng(1))
    theirs = with_biases(MultiLayerNet(sizes, np.random.default_rng(5), dtype=np.float64), np.random.default_rng(1))
    x, t = rng.standard_normal((8, sizes[0])), rng.integers(0, 3, 8)
    assert mine.loss(x, t) == theirs.loss(x, t)
    gradient = mine.gradient(x, t)
    assert list(gradient) == list(mine.params) == list(theirs.params)
    assert all(np.allclose(value, theirs.gradient(x, t)[name]) for name, value in gradient.items())
    assert max(gradient_check(mine, x, t).values()) < 1e-7


def test_parameters_counted_by_hand(lesson):
    for sizes, count in {(784, 10, 10): 7_960, (784, 256, 128, 64, 10): 242_762}.items():
        network = lesson["MyDeepNet"](list(sizes), np.random.default_rng(0))
        assert sum(value.size for value in network.params.values()) == count
        assert f"{count:,}" in TWIN.read_text("utf-8") or count > 10_000


def test_columns_agree_backward_and_not_forward(lesson):
    rng = np.random.default_rng(3)
    x, t = rng.standard_normal((20, 6)), rng.integers(0, 3, 20)
    for sizes in ([6, 5, 4, 3], [6, 5, 5, 5], [6, 3]):
        network = with_biases(lesson["MyDeepNet"](sizes, rng, dtype=np.float64), rng)
        right = network.gradient(x, t)
        assert all(relative_error(right[name], value) < 1e-12 for name, value in lesson["slopes"](network, x, t).items())
        if sizes == [6, 5, 4, 3]:
            with pytest.raises(ValueError, match="mismatch|broadcast"):
                lesson["slopes"](network, x, t, backward=False)
        elif len(sizes) == 4:
            errors = {name: relative_error(right[name], g) for name, g in lesson["slopes"](network, x, t, False).items()}
            assert min(errors["W1"], errors["W2"]) > 0.1 and errors["W3"] < 1e-12


# The start


def test_my_starts_are_the_helpers_ones(lesson):
    for name, theirs in {"he": he, "xavier": xavier}.items():
        mine, other = (start((30, 7), np.random.default_rng(3), np.float64) for start in (lesson[name], theirs))
        assert np.array_equal(mine, other)
    drawn = (start((30, 7), np.random.default_rng(3)) for start in (lesson["normal"](0.3), normal(0.3)))
    assert np.array_equal(*drawn)


@pytest.mark.parametrize("start, factor", [(normal(1), 50), (he, 1), (xavier, 1 / 2), (normal(0.01), 50e-4)])
def test_each_layer_multiplies_the_mean_square_by_n_v_over_2(lesson, start, factor):
    x = np.random.default_rng(1).standard_normal((200, 100))
    grown = []
    for seed in range(20):
        spread = np.array(lesson["spread_of_sums"](start, x, [100] * 8, np.random.default_rng(seed)))
        grown.append(np.diff(np.log(spread)).mean() * 2)
    assert abs(np.mean(grown) - np.log(factor)) < 0.06


def test_no_bend_is_level_at_gain_1_and_a_half_slope_at_8_over_5(lesson):
    """The slider's second question, and the second question of Check yourself."""
    x = np.random.default_rng(1).standard_normal((200, 100))
    for bend, gain in ((lambda a: a, 1), (lambda a: np.where(a > 0, a, a / 2), np.sqrt(8 / 5))):

        def start(shape, rng, dtype, gain=gain):
            return normal(gain / np.sqrt(shape[0]))(shape, rng, dtype)

        runs = [lesson["spread_of_sums"](start, x, [100] * 8, np.random.default_rng(seed), bend) for seed in range(20)]
        assert abs(np.mean([np.log(run[-1] / run[0]) for run in runs])) < 0.2


def test_uniform_is_right_for_24_inputs_and_fan_out_where_widths_halve():
    uniform = np.random.default_rng(0).random(100_000) - 0.5
    assert abs(24 * uniform.var() / 2 - 1) < 0.02
    assert [n / m / 2 for n, m in pairwise([256, 128, 64])] == [1, 1]


def test_who_learns_from_which_start(digits):
    sizes = [64, 50, 50, 50, 50, 10]
    for seed in range(3):
        assert reaches(digits, sizes, seed, initializer=he) > 0.93
        assert reaches(digits, sizes, seed, initializer=xavier) > 0.9
        assert reaches(digits, sizes, seed, initializer=normal(0.01)) < 0.2
        assert reaches(digits, sizes, seed, initializer=normal(0)) < 0.2
        with pytest.raises(TrainingDiverged):
            reaches(digits, sizes, seed, initializer=normal(1))


def test_eight_hidden_layers_show_hes_factor_of_two(digits):
    sizes = [64] + [50] * 8 + [10]
    with_he = [reaches(digits, sizes, seed) for seed in range(5)]
    with_xavier = [reaches(digits, sizes, seed, initializer=xavier) for seed in range(5)]
    assert min(with_he) > 0.9 and max(with_xavier) - min(with_xavier) > 0.05 and np.mean(with_xavier) < np.mean(with_he) - 0.03
    assert min(reaches(digits, sizes, seed, initializer=xavier, iterations=2000) for seed in range(5)) > 0.93


# What the lesson says about settings


def test_deep_and_narrow_fails_and_wide_works_over_seeds(digits):
    narrow = [reaches(digits, [64] + [2] * 8 + [10], seed, iterations=500) for seed in range(4)]
    wide = [reaches(digits, [64] + [64] * depth + [10], seed, iterations=500) for seed in range(3) for depth in (1, 8)]
    assert max(narrow) < 0.45 and min(wide) > 0.93
    assert abs(reaches(digits, [64, 16, 16, 16, 16, 10], 2, iterations=500) - 0.8) < 0.06


def test_squared_error_breaks_at_rate_1_and_cross_entropy_does_not(lesson):
    validation_of = lesson["validation_of"]
    for seed in range(3, 6):  # other seeds than the lesson's
        assert validation_of(1.0, "softmax", seed) > 0.96
        assert validation_of(0.1, "squared_error", seed) > 0.92
    assert np.median([validation_of(1.0, "squared_error", seed) for seed in range(3, 6)]) < 0.9


def test_linear_layers_cannot_learn_nonsense_by_heart(lesson, digits):
    few, nonsense = digits.x_train[:400], np.random.default_rng(8).integers(0, 10, 400)
    for width, bent, low, high in ((200, True, 0.95, 1), (200, False, 0.25, 0.6), (10, False, 0.25, 0.6)):
        rng = np.random.default_rng(1)
        network = MultiLayerNet([64, width, 10], rng) if bent else lesson["without_bend"](width, rng)
        for _ in steps(network, SGD(0.5), few, nonsense, iterations=3000, rng=rng):
            pass
        assert low <= network.accuracy(few, nonsense) <= high


def test_weight_decay_refuses_the_mistakes(lesson, digits):
    for seed in (1, 2):
        plain, decayed = lesson["train_on_mistakes"](0, seed), lesson["train_on_mistakes"](0.03, seed)
        t, wrong = lesson["t_few"], lesson["mistaken"]
        assert plain.accuracy(digits.x_train[wrong], t[wrong]) > 0.95 > 0.2 > decayed.accuracy(digits.x_train[wrong], t[wrong])
        assert decayed.accuracy(digits.x_val, digits.t_val) > plain.accuracy(digits.x_val, digits.t_val) + 0.1


def test_my_decayed_net_is_the_helpers_one_and_a_missing_penalty_is_found(lesson):
    rng = np.random.default_rng(1)
    mine = with_biases(lesson["MyDecayedNet"]([7, 6, 5, 3], np.random.default_rng(5), dtype=np.float64), rng)
    x, t = rng.standard_normal((8, 7)), rng.integers(0, 3, 8)
    theirs = MultiLayerNet([7, 6, 5, 3], np.random.default_rng(5), dtype=np.float64, weight_decay=0.3)
    for name, value in mine.params.items():
        theirs.params[name][...] = value
    assert mine.loss(x, t) == pytest.approx(theirs.loss(x, t))
    assert all(np.allclose(g, theirs.gradient(x, t)[name]) for name, g in mine.gradient(x, t).items())
    assert max(gradient_check(mine, x, t).values()) < 1e-7
    mine.in_loss = False
    errors = gradient_check(mine, x, t)
    assert min(errors[name] for name in ("W1", "W2", "W3")) > 1e-3 and max(errors[f"b{n}"] for n in (1, 2, 3)) < 1e-7


def test_a_start_with_too_much_decay_costs_about_40():
    """The fourth question of Check yourself."""
    network = MultiLayerNet([784, 256, 128, 64, 10], 0, weight_decay=0.08)
    assert 34 < network.penalty() < 40


# The studies


def test_study_of_depth_says_what_the_lesson_says():
    study, deeper = (json.loads((STUDIES / f"{name}.json").read_text("utf-8")) for name in ("layers", "deeper"))

    def means(name, key):
        return np.array([np.mean([run[key] for run in row["runs"]]) for row in study[name]["rows"]])

    for name in ("40,000", "100,000"):
        test, loss = means(name, "test"), means(name, "train_loss")
        assert abs(test[0] - test[1]) < 0.15 and 0.35 < test[0] - test[-1] < 0.65 and np.argmax(test) == 0
        assert max(loss[1:3]) < 0.8 * loss[0]  # two and three layers fit the training images better
    assert np.ptp(means("243,000 with shifts", "test")) < 0.25
    assert means("100,000", "test").min() > means("40,000", "test").max()
    (shallow,), (deep,) = means("30 passes", "test"), [np.mean([run["test"] for run in deeper["runs"]])]
    assert abs(shallow - deep) < 0.15


def test_the_best_of_36_equals_shows_five_or_six_images_more():
    pretended = np.random.default_rng(1).binomial(300, 0.97, (10_000, 36)).max(axis=1)
    assert 5 < pretended.mean() - 291 < 6.2


def test_study_of_the_deep_network():
    study = json.loads((STUDIES / "deeper.json").read_text("utf-8"))
    best = max(study["tried"], key=lambda run: run["validation"])
    assert study["chosen"] == {name: best[name] for name in ("rate", "epochs", "weight_decay")}
    assert [run["seed"] for run in study["runs"]] == [0, 1, 2, 3, 4]
    for run in study["runs"]:
        assert 98.6 <= run["test"] < 99.3 and run["cpu_seconds"] < 60
        assert abs((run["test_first_half"] + run["test_last_half"]) / 2 - run["test"]) < 0.011
        assert run["test_last_half"] > run["test_first_half"]
    rungs = {(run["rate"], run["falling"], run["shifts"]): [] for run in study["ladder"]}
    for run in study["ladder"]:
        rungs[run["rate"], run["falling"], run["shifts"]].append(run["validation"])
    assert {len(values) for values in rungs.values()} == {2}
    assert min(rungs[0.3, True, True]) > max(max(values) for key, values in rungs.items() if key != (0.3, True, True)) + 0.3


def test_study_of_published_runs_says_what_the_lesson_says():
    runs = json.loads((STUDIES / "history.json").read_text("utf-8"))["runs"]

    def mean(key, part="test"):
        return np.mean(runs[key]["accuracy"][part])

    assert mean("ten_he") > mean("ten_uniform") + 6
    for key in ("ten_uniform", "ten_he", "ten_fan_out", "deep_fan_out"):
        assert 3 < mean(key, "test_last_half") - mean(key, "test_first_half") < 8
    assert abs(mean("squared_error", "test_last_half") - mean("squared_error", "test_first_half") - 1.5) < 0.05
    assert abs(mean("deep_fan_out", "train") - 96.5) < 0.05 and 0.7 < mean("deep_fan_out", "train") - mean("deep_fan_out") < 1.2
    assert abs(mean("ten_fan_out") - 88) < 0.3 and abs(mean("ten_fan_out", "train") - 88) < 0.5
    assert abs(mean("ten_he_1000") - 91.7) < 0.05 and abs(mean("ten_he_1000_chosen_rate") - 92.4) < 0.05
    tried = runs["ten_he_1000_chosen_rate"]["more"]["tried"]
    assert max(tried, key=lambda rate: tried[rate][0]) == "0.2" and len(tried) == 4
    assert 98.4 < mean("squared_error", "test_last_half") < 99 and 97.7 < mean("squared_error") < 98.3


def test_equal_weights_in_and_out_keep_hidden_units_equal(digits):
    """50 copies of one unit, and no slope reaches them: y - t sums to 0."""
    network = MultiLayerNet([64, 50, 10], 0, initializer=lambda shape, rng, dtype: np.full(shape, 0.05, dtype), dtype=np.float64)
    gradient = network.gradient(digits.x_train, digits.t_train)
    assert np.abs(gradient["W1"]).max() < 1e-12 < 0.001 < np.abs(gradient["W2"]).max()
    network = MultiLayerNet([64, 50, 10], 0, dtype=np.float64)
    network.params["W1"][...] = 0.05  # equal in, not out: these do not stay equal
    assert np.ptp(network.gradient(digits.x_train, digits.t_train)["W1"], axis=1).max() > 1e-3


def test_mnist_in_ten_passes(lesson, mnist):
    network = lesson["train_deep"](mnist, np.random.default_rng(1))
    assert network.accuracy(mnist.x_val, mnist.t_val) > 0.98


# Figures


def described(figure):
    assert len(figure.alt.split()) > 8 and figure.png()[:4] == b"\x89PNG"
    return figure.alt


def seconds_of(draw):
    started = time.process_time()
    draw().png()
    return time.process_time() - started


def test_equal_parameters_says_its_means():
    groups = {"40": ([1, 3], [[97.0, 97.2], [96.0, 96.2]], [[0.05, 0.06], [0.03, 0.04]]), "90": ([1], [[98.0]], [[0.01]])}
    figure = plots.equal_parameters(groups)
    assert "40: 97.1 with 1, 96.1 with 3; 90: 98.0 with 1" in described(figure)
    np.testing.assert_allclose(figure.axes[0].lines[1].get_ydata(), [97.1, 96.1])


class Clothes:
    """What read_clothes needs of a data set and of a network."""

    class_names = tuple("T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot".split(","))
    x_test, t_test = np.random.default_rng(0).random((20, 784)), np.arange(20) % 10

    def predict(self, x):
        return np.eye(10)[[0, 1, 2, 3, 4, 5, 6, 9, 8, 9]]


def test_clothes_are_named_and_mistakes_marked(lesson, capsys):
    alt = described(lesson["read_clothes"](Clothes(), Clothes(), np.arange(10)))
    assert "Ankle boot?" in alt and "Trouser, Pullover" in alt and alt.count("?") == 1
    assert capsys.readouterr().out == "picture 7: read as Ankle boot, really Sneaker\n"


@pytest.mark.parametrize("here", [False, True])
def test_clothes_cells_with_and_without_the_data(lesson, monkeypatch, capsys, here):
    def load_fashion_mnist(download):
        if not here:
            raise datasets.DatasetUnavailable("not here")
        return Clothes()

    monkeypatch.setattr(datasets, "load_fashion_mnist", load_fashion_mnist)
    shown = []
    names = dict(lesson) | {"DatasetUnavailable": datasets.DatasetUnavailable, "display": shown.append, "plots": plots}
    names |= {
        "train_deep": lambda data, rng: SimpleNamespace(
            predict=lambda x: np.eye(10)[np.arange(len(x)) % 10], accuracy=lambda x, t: 1.0
        )
    }
    for cell in re.findall(r"```\{code-cell\} ipython3\n:tags: .*?\n\n(.*?)\n```", TWIN.read_text("utf-8"), re.DOTALL):
        if "clothes" in cell:
            exec(cell, names)
    out = capsys.readouterr().out
    assert len(shown) == here and ("test 100.0%" in out if here else "Fashion-MNIST is not here" in out)


@pytest.mark.parametrize("bend", ["ReLU", "tanh", "no bend"])
def test_start_slider(lesson, bend, record_property):
    for gain in (0.1, 0.5, 1.0, 1.4, 5.0):
        for layers in (2, 8, 20):
            alt = described(lesson["start_with"](gain, bend, layers))
            assert f"gain {gain:g}:" in alt
    record_property("CPU seconds a redraw", round(seconds_of(lambda: lesson["start_with"](2.0, bend, 8)), 3))


def test_signal_spread_says_its_ends_and_survives_what_is_no_number():
    alt = described(plots.signal_spread({"a": [0.5, 2e-11], "b": [3, np.inf], "c": [1, np.nan], "d": [1, 0]}))
    assert "a: from 0.5 in the first layer to 2e-11 in the last" in alt and "b: from 3 " in alt


def test_depth_and_width_over_all_cells(digits, record_property):
    depths, widths = [1, 3], [2, 16, 32]
    curves = {}
    for depth in depths:
        for width in widths:
            network = MultiLayerNet([64] + [width] * depth + [10], 0)
            curves[depth, width] = fit(network, SGD(0.1), digits, iterations=40, every=10, rng=0, progress=False)
    reached = np.array([[curves[depth, width].val_accuracy[-1] for width in widths] for depth in depths])
    for depth in depths:
        for width in widths:
            figure = plots.depth_and_width(depths, widths, reached, curves, depth, width)
            share = 5 * round(20 * curves[depth, width].val_accuracy[-1])
            assert f"{depth} hidden layers of {width} units" in described(figure) and figure.alt.endswith(f"about {share} %.")
            np.testing.assert_allclose(figure.axes[1].lines[1].get_ydata(), curves[depth, width].val_accuracy)
    record_property(
        "CPU seconds a redraw", round(seconds_of(lambda: plots.depth_and_width(depths, widths, reached, curves, 3, 2)), 3)
    )


def test_the_other_figures_draw_what_they_are_given():
    figure = plots.runs_compared({"a": ([0, 1, 2], [0.1, 0.5, 0.82]), "b": ([0, 2], [0.1, 0.2])}, "passes", "accuracy")
    assert "a, ends at about 80 %; b, ends at about 20 %" in described(figure)
    figure = plots.decay_study([0, 0.1, 1], [1, 0.9, 0.8], [0.7, 0.91, 0.6], [9, 4, 1])
    assert "falls from 9 to 1" in described(figure) and "best, about 90 %, at 0.1" in figure.alt
    rows = [("one\nnet", 97, {"training": 96.5, "test": 95.7}), ("two", None, {"training": 80.0, "test": 81.2})]
    alt = described(plots.claims(rows))
    assert "one net: published 97, training 96.5, test 95.7" in alt and "two: training 80.0" in alt


# On your own


def solutions():
    return re.findall(r"<summary>A solution</summary>\s+```python\n(.*?)```", TWIN.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("number", range(3))
def test_solutions_run_and_say_what_the_lesson_says(lesson, number, capsys):
    names = dict(lesson)
    exec(solutions()[number], names)
    out = capsys.readouterr().out
    if number == 0:
        with_he, with_xavier = (json.loads(line[line.index("[") :]) for line in out.splitlines())
        assert min(with_he) > 0.9 and max(with_xavier) < 0.97 and 0.6 < min(with_xavier) < 0.85
    if number == 1:
        without, with_shifts = (json.loads(line[line.index("[") :]) for line in out.splitlines())
        assert max(with_shifts) < min(without)
    if number == 2:
        assert out.splitlines()[0] == "0% done: straight 0.500, cosine 0.500"
    assert len(out.splitlines()) == [2, 2, 5][number]


def test_there_are_three_solutions():
    assert len(solutions()) == 3
