"""helpers.checkup: what each test says of sound and of broken networks, and that it leaves alone what it is given."""

import copy
import re

import broken_copies
import numpy as np
import pytest
import sound_networks
from broken_copies import BROKEN, loop, small
from sound_networks import ODD, SOUND, OwnNet, chain, digits, sgd, with_parts
from sound_networks import sgd_of_its_own as own_loop

from helpers import checkup
from helpers.checkup import TESTS, Case, Finding, examine
from helpers.checkup.case import chance, in_float64, labels
from helpers.checkup.watching import Watch, watched_step
from helpers.datasets import DATA, load_digits
from helpers.functions import sigmoid
from helpers.initializers import normal
from helpers.layers import Relu, SoftmaxWithLoss
from helpers.networks import MultiLayerNet, Network, TwoLayerNet
from helpers.optimizers import Adam
from helpers.training import steps

SMALL = ("TwoLayerNet, SGD", "TwoLayerNet, one-hot labels", "TwoLayerNet, two classes", "tanh", "squared error", "dropout")
SMALL += ("batch normalization", "weight decay", "MultiLayerNet 64-50-50-50-50-50-10")


@pytest.fixture(scope="module")
def sound():
    return Case(small, load_digits())


def verdict(test, case, healthy):
    """The verdict, after a look at the rest of the Finding."""
    found = test(case)
    assert isinstance(found, Finding) and TESTS[found.test] is test
    assert found.healthy is healthy, found
    assert found.verdict.endswith(".") and "\n" not in found.verdict and len(found.verdict) < 330
    return found.verdict


def test_a_sound_network_is_healthy_in_every_test(sound):
    findings = examine(sound)
    assert [found.test for found in findings] == list(TESTS)
    assert [found for found in findings if found.healthy is not True] == []


def test_findings_are_the_same_each_time(sound):
    again = examine(Case(small, load_digits()))
    assert [found.verdict for found in again] == [found.verdict for found in examine(sound)]


def test_nothing_that_came_in_is_changed():
    data = load_digits()
    before = {name: getattr(data, name).copy() for name in ("x_train", "t_train", "x_val", "t_val")}
    for name, value in before.items():
        getattr(data, name).flags.writeable = False
        assert value.flags.writeable
    built = []

    def build(rng):
        built.append(small(rng))
        return built[-1]

    case = Case(build, data)
    examine(case)
    assert all(np.array_equal(getattr(data, name), value) for name, value in before.items())
    network, losses = case.trained()
    kept = copy.deepcopy(network.params)
    examine(case)
    assert case.trained()[0] is network and all(np.array_equal(kept[name], value) for name, value in network.params.items())
    assert len(losses) == 300 and {type(network) for network in built} == {TwoLayerNet}


@pytest.mark.parametrize("name", SMALL)
def test_kinds_of_small_networks_are_healthy(name):
    assert [found for found in examine(SOUND[name]()) if found.healthy is not True] == []


def test_start_loss():
    assert "starts at 2.36; log 10 = 2.30 is what" in verdict(checkup.start_loss, SOUND["TwoLayerNet 64-50-10"](), True)
    two = verdict(checkup.start_loss, SOUND["TwoLayerNet, two classes"](), True)
    assert "log 2 = 0.69" in two
    assert "of it weight decay" in verdict(checkup.start_loss, ODD["the loss starts at 5, half of it weight decay"](), True)
    assert "outputs that are all 0 would have 0.50" in verdict(checkup.start_loss, SOUND["squared error"](), True)
    assert "log 10" in verdict(checkup.start_loss, Case(OwnNet, load_digits()), True)  # probabilities as scores
    large = verdict(checkup.start_loss, BROKEN["weights of spread 1"](), False)
    assert "Too high: the outputs are too large" in large
    assert "Too high" in verdict(checkup.start_loss, BROKEN["loss is a sum"](), False)
    assert "looks like a sum" in checkup.start_loss(BROKEN["loss is a sum"]()).verdict
    low = verdict(checkup.start_loss, BROKEN["only the right output counts"](), False)
    assert "Too low" in low and "leaves something out" in low
    assert "is nan" in verdict(checkup.start_loss, BROKEN["softmax overflows on raw pixels"](), False)


@pytest.mark.parametrize(("share", "words"), [(1, "10 · log 2 = 6.93"), (10, "log 2 = 0.69")])
def test_start_loss_knows_the_cross_entropies_of_ten_outputs_by_themselves(share, words):
    """One binary cross-entropy for each output, added up or as their mean, is a right loss, with a start of its own."""

    class Binary(SoftmaxWithLoss):
        def forward(self, scores, t):
            self.y, self.t = sigmoid(scores), np.eye(10)[t]
            each = self.t * np.log(self.y + 1e-7) + (1 - self.t) * np.log(1 - self.y + 1e-7)
            return float(-each.sum(axis=1).mean() / share)

        def backward(self, dout=1.0):
            return (self.y - self.t) / len(self.t) / share

    def build(rng, spread=0.1):
        layers = chain(rng, 64, 50, 10)
        layers[-1].params["W"] *= spread
        return Network(layers, Binary())

    case = Case(build, load_digits())
    said = verdict(checkup.start_loss, case, True)
    assert words in said and "binary" in said and checkup.start_loss(case).numbers["kind"].startswith("binary")
    assert checkup.slopes(case).healthy and checkup.handful(case).healthy
    too_large = verdict(checkup.start_loss, Case(lambda rng: build(rng, 20), load_digits()), False)
    assert "Too high: the outputs are too large" in too_large


@pytest.mark.parametrize(("spread", "healthy"), [(0.02, True), (0.2, True), (0.4, False), (1.0, False)])
def test_start_loss_sees_from_which_spread_on_weights_are_too_large(spread, healthy):
    case = Case(lambda rng: MultiLayerNet([64, 50, 50, 10], rng, initializer=normal(spread)), load_digits())
    verdict(checkup.start_loss, case, healthy)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("output bias summed over units too", "that of b2: it is 0, and the measured one is not. It is the only one."),
        ("hidden bias summed over units too", "that of b1: its relative error"),
        ("bias slope is a mean", "it is 0.143 times the measured one. It is the only one."),
        ("W instead of W transposed", "that of b1: its relative error"),
        ("ReLU's slope from output >= 0", "2 of 4 are wrong."),
        ("dropout forgets its mask", "that of b1: it is 0.5 times"),
        ("gradient not divided by the batch", "that of b2: it is 7 times the measured one. 4 of 4 are wrong."),
        ("kernel slopes transposed", "that of W1"),
        ("normalization's statistics as constants", "of 10 are wrong."),
        ("decay in the gradient alone", "that of W2"),
        ("ReLU in place beside a skip", "b1"),
    ],
)
def test_slopes_name_the_first_wrong_parameter_from_the_output_backwards(name, words):
    assert words in verdict(checkup.slopes, BROKEN[name](), False)


def altered(change):
    """A case whose gradient goes through change(gradient)."""

    class Altered(TwoLayerNet):
        def gradient(self, x, t):
            return change(super().gradient(x, t))

    return Case(lambda rng: Altered(64, 50, 10, rng), load_digits())


def one_entry(gradient, by):
    gradient["W1"] = gradient["W1"].copy()
    largest = np.unravel_index(np.abs(gradient["W1"]).argmax(), gradient["W1"].shape)
    gradient["W1"][largest] *= by
    return gradient


def test_slopes_see_one_wrong_entry_of_3200_and_no_rounding():
    assert "W1" in verdict(checkup.slopes, altered(lambda gradient: one_entry(gradient, 1.5)), False)
    verdict(checkup.slopes, altered(lambda gradient: one_entry(gradient, 1 + 1e-6)), True)


def test_slopes_of_another_shape_name_or_sign_are_named():
    assert "its shape is () and not (10,)" in verdict(checkup.slopes, altered(lambda g: g | {"b2": np.float64(0)}), False)
    assert "no slope for b1" in verdict(checkup.slopes, altered(lambda g: {n: v for n, v in g.items() if n != "b1"}), False)
    assert "that of W2: it has the wrong sign. It is" in verdict(checkup.slopes, altered(lambda g: g | {"W2": -g["W2"]}), False)
    assert "not finite" in verdict(checkup.slopes, altered(lambda g: g | {"W2": g["W2"] * np.nan}), False)


def test_doubled_batch():
    assert "it is no mean" in verdict(checkup.doubled_batch, BROKEN["loss is a sum"](), False)
    assert "of b2 is 2 times" in verdict(checkup.doubled_batch, BROKEN["gradient not divided by the batch"](), False)
    assert "2 times as large" in verdict(checkup.doubled_batch, BROKEN["divides by the whole table's rows"](), False)
    assert "holds the first one too" in verdict(checkup.doubled_batch, BROKEN["slopes are added up from step to step"](), False)

    halved = verdict(checkup.doubled_batch, altered_by_batch(lambda x: 1 / len(x)), False)
    assert "of b2 is 0.5 times as large: it is divided by the number of samples once too often" in halved
    odd = verdict(checkup.doubled_batch, BROKEN["softmax along the wrong axis"](), False)
    assert "it is no mean" in odd
    turned = verdict(checkup.doubled_batch, altered_by_batch(lambda x: 1 - 2 * (len(x) > 10)), False)
    assert "of b2 points elsewhere" in turned and "number of samples" not in turned

    class Noisy(TwoLayerNet):
        def gradient(self, x, t):
            noise = np.random.default_rng()
            return {name: value + noise.normal(size=value.shape) for name, value in super().gradient(x, t).items()}

    assert "random numbers" in verdict(checkup.doubled_batch, Case(lambda rng: Noisy(64, 50, 10, rng), load_digits()), None)


def altered_by_batch(factor):
    """A case whose gradient is multiplied by factor(x)."""

    class Altered(TwoLayerNet):
        def gradient(self, x, t):
            return {name: factor(x) * value for name, value in super().gradient(x, t).items()}

    return Case(lambda rng: Altered(64, 50, 10, rng), load_digits())


@pytest.mark.parametrize("bad", [np.inf, np.nan])
def test_what_is_not_finite_is_not_called_healthy(bad):
    """Where the loss is no number, nothing can be compared with it; where slopes are none, the sentence says so."""

    class Lost(TwoLayerNet):
        def loss(self, x, t):
            return bad

    class Blown(TwoLayerNet):
        def gradient(self, x, t):
            return {name: value * bad for name, value in super().gradient(x, t).items()}

    lost = Case(lambda rng: Lost(64, 50, 10, rng), load_digits())
    for test in (checkup.slopes, checkup.doubled_batch):
        assert f"loss is {bad}" in verdict(test, lost, None)
    assert f"is {bad}" in verdict(checkup.start_loss, lost, False)
    blown = Case(lambda rng: Blown(64, 50, 10, rng), load_digits())
    assert "is not finite" in verdict(checkup.slopes, blown, False)
    assert "slopes of b2 are not finite" in verdict(checkup.doubled_batch, blown, None)
    assert "slopes of W1 are not finite" in verdict(checkup.signals, blown, False)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("new arrays instead of changed ones", "the network does not use them"),
        ("step uphill", "nothing of the movement goes against the slopes"),
        ("momentum uphill", "nothing of the movement"),
        ("AdaGrad without the slope", "only 5"),
        ("a layer gets no slope", "but W2 did not move, though its measured slope is not 0."),
        ("rate a hundred times too large", "it goes up, although the direction is right: the step is too long"),
    ],
)
def test_one_step(name, words):
    assert words in verdict(checkup.one_step, BROKEN[name](), False)


def test_one_step_takes_rounding_for_no_movement():
    case = Case(BROKEN["output bias summed over units too"]().build, load_digits(), sgd())  # its slope is a sum that is 0
    assert "but b2 did not move" in verdict(checkup.one_step, case, False)
    assert 0 < checkup.one_step(case).numbers["moves"]["b2"] < 1e-7


def test_one_step_says_what_a_training_does_not_do(sound):
    def never(network, x, t, rng):
        return [1.0]

    def stands(network, x, t, rng):
        return [network.gradient(x[:10], t[:10]) and 1.0 for _ in range(3)]

    def spoils(network, x, t, rng):
        x *= 0.5
        return sgd()(network, x, t, rng)

    class Spoiling(TwoLayerNet):
        def loss_and_gradient(self, x, t):
            found = super().loss_and_gradient(x, t)
            x[0] = 0
            return found

    assert "never asks" in verdict(checkup.one_step, Case(small, load_digits(), never), False)
    assert "moves no parameter" in verdict(checkup.one_step, Case(small, load_digits(), stands), False)
    verdict(checkup.one_step, Case(small, load_digits(), spoils), True)  # it has its own copy
    assert "changed the batch" in verdict(checkup.one_step, Case(lambda rng: Spoiling(64, 9, 10, rng), load_digits()), False)


def test_handful(sound):
    by_heart = verdict(checkup.handful, sound, True)
    assert "It learns 10 samples by heart in 50 steps: all 10 are read correctly, and the loss falls from" in by_heart
    blind = verdict(checkup.handful, BROKEN["only the right output counts"](), False)
    assert re.search(r"only \d of them are read correctly, although the loss is 0\.00: it cannot learn them by heart", blind)
    found = checkup.handful(BROKEN["rate a thousand times too small"]())
    assert found.healthy is False and "1,200 steps on the same 10 samples" in found.verdict
    assert found.numbers["steps"][0] == 0 and max(found.numbers["steps"]) < 1300
    assert found.numbers["steps"] == sorted(set(found.numbers["steps"]))
    once = Case(small, load_digits(), loop(lambda p, g, m, lr: p.__isub__(lr * g), 0.2, steps=30))  # a loop that ends early
    assert checkup.handful(once).healthy is True
    verdict(checkup.handful, BROKEN["running means never move"](), False)


def test_signals():
    assert "are dead" not in verdict(checkup.signals, SOUND["sigmoid"](), True)
    assert "of the units of Relu 1 give 0" in verdict(checkup.signals, BROKEN["rate a hundred times too large"](), False)
    assert "slopes of W1 are" in verdict(checkup.signals, BROKEN["six sigmoid layers"](), False)

    def saturating(rng):
        return MultiLayerNet([64, 50, 50, 10], rng, activation="tanh", initializer=normal(1.0))

    assert "flat ends of its curve" in verdict(checkup.signals, Case(saturating, load_digits()), False)
    assert "No layer between" in verdict(checkup.signals, SOUND["MultiLayerNet 64-10"](), None)
    private = verdict(checkup.signals, ODD["another make, probabilities as scores"](), None)
    assert private.startswith("The program keeps its hidden values to itself (it has no method activations), so")

    class Showing(OwnNet):
        def activations(self, x):
            return [self._walk(x)[0].T]

    own = sound_networks.sgd_of_its_own
    assert "1 looked at" in verdict(checkup.signals, Case(Showing, load_digits(), own), True)

    class Large(Showing):
        def __init__(self, rng):
            super().__init__(rng)
            self.params["V"] *= 20

    assert "layer 1 are at the flat ends" in verdict(checkup.signals, Case(Large, load_digits(), own), False)


def test_signals_see_a_score_that_is_0_for_every_picture():
    """A ReLU on the scores: one that is 0 for all has no slope any more. Of ten units it is one, and yet a whole class."""
    relu = verdict(checkup.signals, BROKEN["ReLU before the softmax"](), False)
    assert relu.startswith("After training the score of class 0 is 0 for every sample") and "no slope" in relu
    names = [layer["name"] for layer in checkup.signals(BROKEN["ReLU before the softmax"]()).numbers["looks"]["end"]["layers"]]
    assert names == ["Relu 1", "Relu 2"]

    class Private(OwnNet):  # shows nothing of what is inside, and its scores all the same
        def predict(self, x):
            return np.maximum((self.params["U"] @ self._walk(x)[0]).T, 0) * (np.arange(10) != 4)

    assert "the score of class 4 is 0" in verdict(checkup.signals, Case(Private, load_digits(), own_loop), False)


def test_inputs(sound):
    assert "Inputs run from 0 to 1 (mean 0.31, spread 0.38); both parts" in verdict(checkup.inputs, sound, True)
    for name, words in {
        "softmax overflows on raw pixels": "run from 0 to 255 (mean 78, spread 96): bring them near 1 first",
        "whole numbers as pixels": "dtype uint8",
        "validation pictures among the others": "300 of the 300 validation pictures stand in the training part",
        "parts cut by class": "class 8 is 0 % of the training part and 50 % of the validation part",
        "validation part in another unit": "those of the validation part have a spread of 6",
        "validation pictures on their side": "as much as parts drawn at random",
    }.items():
        assert words in verdict(checkup.inputs, BROKEN[name](), False)
    x = load_digits().x_train.copy()
    x[3, 5] = np.nan
    assert "1 of the inputs are nan" in verdict(checkup.inputs, Case(small, digits(x_train=x)), False)
    wrong = Case(small, digits(t_train=load_digits().t_train + 1))
    assert "Labels run from 0 to 10, but the network has 10 outputs, 0 to 9" in verdict(checkup.inputs, wrong, False)


def test_inputs_see_a_split_in_the_files_order_and_none_at_random():
    data, file = load_digits(), np.load(DATA / "digits.npz")
    x, t = (file["images"].reshape(-1, 64) / 16).astype(np.float32), file["labels"].astype(np.int64)
    for cut in (300, 600, 900):
        case = Case(small, with_parts(data, x_train=x[cut:], t_train=t[cut:], x_val=x[:cut], t_val=t[:cut]))
        assert "they were not shuffled" in verdict(checkup.inputs, case, False)
    for seed in range(20):
        rows = np.random.default_rng(seed).permutation(len(x))
        parts = {"x_train": x[rows[300:]], "t_train": t[rows[300:]], "x_val": x[rows[:300]], "t_val": t[rows[:300]]}
        verdict(checkup.inputs, Case(small, with_parts(data, **parts)), True)


def test_every_class_and_several_seeds():
    assert "9 of 10 classes are never predicted: " in verdict(checkup.every_class, BROKEN["all zeros at the start"](), False)
    relu = BROKEN["ReLU before the softmax"]()
    assert "one class is never predicted: 3." in verdict(checkup.every_class, relu, False)
    assert "luck decides" in verdict(checkup.several_seeds, relu, False)
    shuffled = BROKEN["validation labels in another order"]()
    assert "next to nothing is learned" in verdict(checkup.several_seeds, shuffled, False)
    assert verdict(checkup.several_seeds, SOUND["TwoLayerNet 64-50-10"](), True).startswith("Five starts reach")
    few = digits(x_val=load_digits().x_val[:12], t_val=load_digits().t_val[:12])
    assert "classes with 5 samples or more" in verdict(checkup.every_class, Case(small, few), True)


def test_shuffled_labels(sound):
    said = verdict(checkup.shuffled_labels, sound, True)
    assert re.search(r"no better than always naming the most common class, [\d.]+ %: nothing leaks", said) and "guess" not in said
    leak = verdict(checkup.shuffled_labels, BROKEN["validation pictures among the others"](), False)
    assert "leaks from one part into the other" in leak
    own = verdict(checkup.shuffled_labels, BROKEN["accuracy measured on what was learned"](), False)
    assert "its author would measure" in own
    fair = Case(small, load_digits(), evaluate=lambda network, data: network.accuracy(data.x_val, data.t_val))
    verdict(checkup.shuffled_labels, fair, True)


def test_what_does_not_fit_is_not_judged():
    data = load_digits()
    targets = {f"t_{part}": getattr(data, f"t_{part}")[:, None] * 0.5 for part in ("train", "val")}
    case = Case(lambda rng: TwoLayerNet(64, 20, 1, rng, loss="squared_error"), with_parts(data, **targets))
    found = {finding.test: finding for finding in examine(case)}
    for name in ("start loss", "every class", "several seeds", "shuffled labels", "handful"):
        assert found[name].healthy is None, found[name]
        assert "classes" in found[name].verdict
    assert found["slopes"].healthy and found["doubled batch"].healthy and found["one step"].healthy


def test_an_error_in_the_program_becomes_a_finding():
    class Broken(Relu):
        def forward(self, x, training=False):
            return 1 / 0

    case = Case(lambda rng: broken_copies.Network(broken_copies.chain(rng, 64, 50, 10, between=Broken)), load_digits())
    for finding in examine(case):
        assert finding.healthy is False and "stopped with an error, ZeroDivisionError: division by zero." in finding.verdict


def test_an_interrupt_is_no_finding():
    def train(network, x, t, rng):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        checkup.one_step(Case(small, load_digits(), train))


def test_watch_counts_steps_and_gives_the_network_its_class_back(sound):
    network, (x, t), seen = small(0), sound.part("train"), []
    with Watch(network, lambda steps, x, t: seen.append(len(x)) or steps >= 3) as watch:
        assert type(network) is not TwoLayerNet and type(network).__name__ == "TwoLayerNet"
        sgd()(network, x, t, np.random.default_rng(0))
    assert type(network) is TwoLayerNet and watch.steps == 3 and seen == [100] * 4
    with pytest.raises(ZeroDivisionError), Watch(network, lambda *_: 1 / 0):
        network.gradient(x[:3], t[:3])
    assert type(network) is TwoLayerNet
    with Watch(network, lambda *_: False) as watch:
        copy.deepcopy(network).gradient(x[:3], t[:3])
        assert watch.steps == 0
        network.gradient(x[:3], t[:3])  # one step, although gradient asks loss_and_gradient
    assert watch.steps == 1


def test_a_watched_step_is_the_first_step_of_the_whole_training(sound):
    x, t = sound.part("train")
    one, other = sound.start(), sound.start()
    batch_x, _, untouched = watched_step(sound, one, x, t)
    next(steps(other, Adam(0.003), x, t, batch_size=100, rng=np.random.default_rng([0, 1])))
    assert untouched and len(batch_x) == 100
    assert all(np.array_equal(one.params[name], other.params[name]) for name in one.params)


def test_float64_for_a_network_of_another_make():
    class Narrow(OwnNet):
        def __init__(self, rng):
            super().__init__(rng)
            self.params = {name: value.astype(np.float32) for name, value in self.params.items()}
            self.first = self.params["V"]

    network = Narrow(np.random.default_rng(0))
    wide = in_float64(network)
    assert {value.dtype.name for value in wide.params.values()} == {"float64"} and wide.first is wide.params["V"]
    assert {value.dtype.name for value in network.params.values()} == {"float32"}
    verdict(checkup.slopes, Case(Narrow, load_digits(), sound_networks.sgd_of_its_own), True)


def test_labels_and_chance():
    assert labels(np.eye(3)[[2, 0]]).tolist() == [2, 0] and labels(np.array([True, False])).tolist() == [1, 0]
    share, limit = chance(np.array([0] * 60 + [1] * 40))
    assert share == 0.6 and np.isclose(limit, 0.6 + 4 * np.sqrt(0.24 / 100))


def test_a_layer_of_a_kind_of_its_own_counts_by_what_it_comes_from():
    class Mine(Relu):
        pass

    case = Case(lambda rng: broken_copies.Network(broken_copies.chain(rng, 64, 50, 10, between=Mine)), load_digits())
    assert "1 looked at" in verdict(checkup.signals, case, True)
    assert checkup.signals(case).numbers["looks"]["start"]["layers"][0]["name"] == "Relu 1"
