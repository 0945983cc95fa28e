"""What lesson 09 says, tested apart from the notebook: its network, its bands over seeds, its claims in the prose."""

from pathlib import Path

import numpy as np
import pytest
from lesson_code import definitions

from helpers import widgets
from helpers.datasets import load_digits, load_kaggle_csv
from helpers.drawings import stretch
from helpers.functions import sigmoid
from helpers.gradient import gradient_check
from helpers.initializers import he
from helpers.layers import Affine, Relu, SoftmaxWithLoss
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import batches, fit, steps

TWIN = Path(__file__).parents[2] / "notebooks" / "text" / "09_the_two_layer_net.md"


@pytest.fixture(scope="module")
def lesson():
    constants = ("table", "target")
    return definitions(
        "09_the_two_layer_net", constants, sigmoid=sigmoid, Affine=Affine, Relu=Relu, SoftmaxWithLoss=SoftmaxWithLoss
    )


@pytest.fixture(scope="module")
def digits():
    return load_digits()


def trained(digits, seed, rate=0.1, iterations=1000, hidden=50, **options):
    rng = np.random.default_rng(seed)
    network = TwoLayerNet(64, hidden, 10, rng)
    history = fit(network, SGD(rate), digits, iterations=iterations, every=iterations, rng=rng, progress=False, **options)
    return network, history


def test_my_two_layer_net_has_right_gradients_and_agrees_with_helpers(lesson):
    mine = lesson["MyTwoLayerNet"](7, 5, 3, np.random.default_rng(5), dtype=np.float64)
    theirs = TwoLayerNet(7, 5, 3, np.random.default_rng(5), dtype=np.float64)
    rng = np.random.default_rng(1)
    for network in (mine, theirs):
        network.params["b1"][...], network.params["b2"][...] = np.arange(5) / 7, [0.3, -0.2, 0.1]
    x, t = rng.standard_normal((4, 7)), np.array([0, 2, 1, 2])
    assert max(gradient_check(mine, x, t).values()) < 1e-7
    for name, gradient in mine.gradient(x, t).items():
        assert np.allclose(gradient, theirs.gradient(x, t)[name])


def test_columns_are_rows_transposed(lesson):
    network = TwoLayerNet(7, 5, 3, np.random.default_rng(0), dtype=np.float64)
    network.params["b1"][...] = np.arange(5) - 2.2
    x, t = np.random.default_rng(1).standard_normal((4, 7)), np.array([0, 2, 1, 2])
    W1, b1, W2, b2 = network.params.values()
    _, in_columns = lesson["gradient_in_columns"](x.T, np.eye(3)[t].T, W1.T, b1[:, None], W2.T, b2[:, None])
    for ours, theirs in zip(network.gradient(x, t).values(), in_columns, strict=True):
        assert np.allclose(ours, theirs.T.reshape(ours.shape))


def test_a_scalar_bias_gradient_keeps_accuracy_and_is_caught_by_its_shape(lesson, digits):
    """The lesson says that the sum without an axis runs and hardly costs accuracy."""
    X, T = digits.x_train.T.astype(float), np.eye(10)[digits.t_train].T
    params = lesson["train_in_columns"](X, digits.t_train, np.random.default_rng(0), he=True, steps=3)
    _, (_, db1, _, db2) = lesson["gradient_in_columns"](X, T, *params)
    assert db1.shape == (12, 1) and db2.shape == (10, 1) and np.std(db2) > 0

    def accuracy(scalar):
        params = [np.random.default_rng(0).standard_normal((10, 64)) * np.sqrt(2 / 64), np.zeros((10, 1))]
        params += [np.random.default_rng(1).standard_normal((10, 10)) * np.sqrt(2 / 10), np.zeros((10, 1))]
        for _ in range(350):
            _, gradients = lesson["gradient_in_columns"](X, T, *params)
            for parameter, gradient in zip(params, gradients, strict=True):
                parameter -= 0.1 * (gradient.sum() if scalar and gradient.shape[1] == 1 else gradient)
        W1, b1, W2, b2 = params
        return np.mean((W2 @ np.maximum(W1 @ digits.x_val.T + b1, 0) + b2).argmax(axis=0) == digits.t_val)

    assert abs(accuracy(True) - accuracy(False)) < 0.03


def test_the_start_is_near_log_10(digits):
    starts = [TwoLayerNet(64, 50, 10, np.random.default_rng(seed)).loss(digits.x_train, digits.t_train) for seed in range(20)]
    assert all(2.2 < start < 3.0 for start in starts)
    large = [TwoLayerNet(64, 50, 10, np.random.default_rng(seed)).loss(255 * digits.x_train, digits.t_train) for seed in range(8)]
    assert all(100 < start < 600 for start in large)  # "a loss in the hundreds"


def test_validation_accuracy_band_over_five_seeds(digits):
    scores = [trained(digits, seed, iterations=2000)[1].val_accuracy[-1] for seed in range(5)]
    assert min(scores) > 0.95 and np.median(scores) >= 0.96 and max(scores) < 0.985


def test_a_rate_of_two_or_more_kills_every_unit_and_one_does_not(digits):
    for seed in range(3):
        alive, _ = trained(digits, seed, rate=1.0)
        dead, history = trained(digits, seed, rate=3.0)
        assert alive.accuracy(digits.x_val, digits.t_val) > 0.95
        hidden = dead.layers[1].forward(dead.layers[0].forward(digits.x_train))
        assert not hidden.any() and abs(np.mean(history.loss[-20:]) - np.log(10)) < 0.03
        optimizer = SGD(0.1)  # turned down again: nothing helps
        for _ in steps(dead, optimizer, digits.x_train, digits.t_train, iterations=300, rng=0):
            pass
        assert dead.accuracy(digits.x_val, digits.t_val) < 0.2


def test_a_jumping_run_is_calm_again_after_the_rate_is_turned_down(digits):
    network, _ = trained(digits, 0, iterations=300)
    optimizer = SGD(1.5)
    jumping = [step.loss for step in steps(network, optimizer, digits.x_train, digits.t_train, iterations=100, rng=0)]
    optimizer.lr = 0.1
    calm = [step.loss for step in steps(network, optimizer, digits.x_train, digits.t_train, iterations=300, rng=1)]
    assert max(jumping[-50:]) > 1 and np.mean(calm[-50:]) < 0.3


def test_two_hidden_units_get_a_quarter_to_two_thirds(digits):
    scores = [trained(digits, seed, hidden=2)[1].val_accuracy[-1] for seed in range(6)]
    assert 0.2 < min(scores) < max(scores) < 0.68


def test_batch_of_one_gets_far_and_jumps(digits):
    _, one = trained(digits, 0, batch_size=1)
    _, many = trained(digits, 0, batch_size=300)
    ends = [trained(digits, seed, batch_size=1)[1].val_accuracy[-1] for seed in range(4)]
    assert 0.78 < min(ends) < max(ends) < 0.97
    assert np.std(one.loss[-50:]) > 10 * np.std(many.loss[-50:])


def test_a_relu_without_its_mask_trains_about_as_well(lesson, digits):
    class BrokenRelu(lesson["Relu"]):
        def backward(self, dout):
            return dout

    scores = []
    for relu in (lesson["Relu"](), BrokenRelu()):
        rng = np.random.default_rng(0)
        network = TwoLayerNet(64, 50, 10, rng)
        network.layers[1] = relu
        fit(network, SGD(0.1), digits, iterations=1000, every=1000, rng=rng, progress=False)
        scores.append(network.accuracy(digits.x_val, digits.t_val))
    assert abs(scores[0] - scores[1]) < 0.03


def test_five_hidden_units_depend_on_the_start(digits):
    scores = [trained(digits, seed, rate=0.5, hidden=5)[1].val_accuracy[-1] for seed in range(3)]
    assert 0.65 < min(scores) < max(scores) < 0.95


def test_stuck_runs_answer_one_half_twice(lesson):
    ends = [lesson["train_on_table"](np.random.default_rng(seed), units=2) for seed in range(12)]
    stuck = [y for y, losses in ends if losses[-1] > 0.4]
    assert stuck
    for y in stuck:
        assert sum(abs(y[:, 0] - 0.5) < 0.1) == 2 and sum(np.abs(y - [[0], [1], [1], [0]])[:, 0] < 0.15) == 2


def test_twelve_units_with_mini_batches_do_as_well_as_fifty(digits):
    scores = [trained(digits, seed, iterations=2000, hidden=12)[1].val_accuracy[-1] for seed in range(3)]
    assert 0.95 < min(scores) < max(scores) < 0.98


def test_the_workbench_shows_what_its_try_it_asks_for(digits):
    """Trained it is sure, after a reset it only guesses; rate 5 leaves no unit alight."""
    network, history = trained(digits, 0, iterations=2000)
    bench = widgets.Workbench(digits, network, history)
    sure, dark, unsure = [], [], []
    for place in range(20):
        bench.pad.next_sample = place
        bench.panel._take(network, np.random.default_rng(0), history, "given")
        bench.pad.show_sample()
        sure.append(bench.pad.probabilities.max())
        bench.panel.reset()
        assert bench.pad.probabilities.max() < 0.5
        rate = SGD(5.0)
        for _ in steps(bench.panel.network, rate, digits.x_train, digits.t_train, iterations=100, rng=0):
            pass
        bench.pad.read_with(bench.panel.network)
        dark.append(not bench.pad.units.any())
        unsure.append(bench.pad.probabilities.max() < 0.3)
    assert np.median(sure) > 0.9 and all(dark) and all(unsure)


def test_the_pad_begins_with_the_network_that_was_just_trained(digits):
    network, history = trained(digits, 0, iterations=2000)
    bench = widgets.Workbench(digits, network, history)
    assert bench.panel.state == "given"
    bench.pad.show_sample()
    assert np.array_equal(bench.panel.network.params["W1"], network.params["W1"])
    assert bench.pad.probabilities.max() > 0.9


def test_the_learning_rate_has_a_cliff_behind_its_best(digits):
    ends = {}
    for rate in (0.001, 0.1, 1.0, 2.0, 5.0):
        runs = [trained(digits, seed, rate, iterations=300)[1] for seed in range(3)]
        ends[rate] = np.median([np.mean(run.loss[-20:]) for run in runs])
    assert ends[0.001] > 2 and 0.15 < ends[0.1] < 0.35 and ends[1.0] < 0.06
    assert abs(ends[2.0] - np.log(10)) < 0.1 and abs(ends[5.0] - np.log(10)) < 0.1


def test_three_hidden_units_found_a_digit_each_and_many_did_not_change(digits):
    rng = np.random.default_rng(0)
    network = TwoLayerNet(64, 50, 10, rng)
    before = network.params["W1"].copy()
    fit(network, SGD(0.1), digits, iterations=2000, every=2000, rng=rng, progress=False)
    W, b = network.params["W1"], network.params["b1"]
    said = np.maximum(digits.x_val @ W + b, 0)
    for unit, digit in ((21, 0), (38, 6), (0, 4)):
        loudest = digits.t_val[np.argsort(-said[:, unit])[:5]]
        assert np.sum(loudest == digit) >= 4
    alike = np.array([np.corrcoef(old, new)[0, 1] for old, new in zip(before.T, W.T, strict=True)])
    assert 8 <= np.sum(alike > 0.98) <= 16


def test_the_table_is_in_the_form_of_kaggle(lesson, tmp_path, digits):
    write_table = lesson["write_table"]
    images = np.array([stretch(image.reshape(8, 8), 28, 28).ravel() for image in digits.x_train[:40]])
    write_table(tmp_path / "train.csv", images, digits.t_train[:40])
    back = load_kaggle_csv(tmp_path / "train.csv")
    labels = np.concatenate([back.t_train, back.t_val, back.t_test])
    assert sorted(labels) == sorted(digits.t_train[:40])
    pictures = np.concatenate([back.x_train, back.x_val, back.x_test])
    assert abs(np.sort(pictures.sum(axis=1)) - np.sort(images.sum(axis=1))).max() < 784 / 500


def test_a_table_of_enlarged_digits_is_enough_to_read(lesson, tmp_path, digits):
    """The lesson's cell without MNIST: its assert holds for several starts."""
    images = np.array([stretch(image.reshape(8, 8), 28, 28).ravel() for image in digits.x_train])
    lesson["write_table"](tmp_path / "train.csv", images, digits.t_train)
    table = load_kaggle_csv(tmp_path / "train.csv")
    for seed in range(3):
        rng = np.random.default_rng(seed)
        reader = TwoLayerNet(784, 50, 10, rng)
        fit(reader, SGD(0.1), table, iterations=1000, every=1000, rng=rng, progress=False)
        assert reader.accuracy(table.x_test, table.t_test) > 0.9


def test_what_the_start_of_the_loss_shows_and_what_not(digits):
    def start(scale=1.0, weights=1.0):
        network = TwoLayerNet(64, 50, 10, np.random.default_rng(1))
        for name in ("W1", "W2"):
            network.params[name] *= weights
        return network.loss(scale * digits.x_train, digits.t_train)

    assert start(scale=255.0) > 200 and start(weights=3) > 8
    assert abs(start(weights=0.1) - np.log(10)) < 0.01


def test_sigmoid_learns_more_slowly(digits):
    reached = {}
    for activation in ("relu", "sigmoid"):
        for iterations in (300, 1000):
            rng = np.random.default_rng(0)
            network = TwoLayerNet(64, 50, 10, rng, activation=activation, initializer=he)
            fit(network, SGD(0.1), digits, iterations=iterations, every=iterations, rng=rng, progress=False)
            reached[activation, iterations] = network.accuracy(digits.x_val, digits.t_val)
    assert 0.8 < reached["sigmoid", 300] < 0.89 < 0.93 < reached["relu", 300]
    assert 0.915 < reached["sigmoid", 1000] < 0.945


def test_one_pass_with_replacement_sees_63_percent():
    rng = np.random.default_rng(0)
    seen = [len(np.unique(rng.integers(0, 1197, 1197))) / 1197 for _ in range(300)]
    assert abs(np.mean(seen) - (1 - (1 - 1 / 1197) ** 1197)) < 0.003
    stream = batches(1197, 100, rng)
    assert len(np.unique(np.concatenate([next(stream) for _ in range(12)]))) == 1197


def test_four_rows_over_seeds(lesson):
    worst = []
    for seed in range(10):
        y, losses = lesson["train_on_table"](np.random.default_rng(seed))
        worst.append(np.abs(y - [[0], [1], [1], [0]]).max())
        assert np.all(np.diff(losses) <= 1e-12)  # at rate 1 the loss never rises
    assert max(worst) < 0.05
    ends = [lesson["train_on_table"](np.random.default_rng(seed), units=2)[1][-1] for seed in range(20)]
    assert 0 < sum(end < 0.1 for end in ends) < 14


def test_longer_training_shrinks_the_gap(lesson):
    gaps = []
    for count in (1500, 5000):
        y, _ = lesson["train_on_table"](np.random.default_rng(0), steps=count)
        gaps.append(np.abs(y - [[0], [1], [1], [0]]).max())
    assert gaps[1] < 0.7 * gaps[0]


def test_mnist_reaches_its_band(mnist):
    network = TwoLayerNet(784, 50, 10, np.random.default_rng(1))
    fit(network, SGD(0.1), mnist, iterations=10_000, every=10_000, rng=np.random.default_rng(1), progress=False)
    assert 0.965 < network.accuracy(mnist.x_test, mnist.t_test) < 0.976
