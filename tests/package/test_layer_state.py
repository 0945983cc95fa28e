"""What layers keep from training besides params, networks within layers, and layers that need the whole batch: in pieces too."""

import copy
import subprocess
import sys

import numpy as np
import pytest

from helpers.blocks import Sequential
from helpers.fast import threads
from helpers.gradient import gradient_check
from helpers.layers import Affine, Dropout, Layer, Relu, SoftmaxWithLoss, Tanh
from helpers.networks import MultiLayerNet, Network
from helpers.optimizers import SGD

N, D, K = 17, 5, 3
T = np.arange(N) % K
LONG = 600  # seconds: only what hangs takes as long


def inputs(dtype=np.float64, seed=0):
    return np.random.default_rng(seed).standard_normal((N, D)).astype(dtype)


def affine(inputs, outputs, dtype=np.float64):
    rng = np.random.default_rng(inputs * 10 + outputs)
    return Affine(rng.standard_normal((inputs, outputs)).astype(dtype), rng.uniform(0.2, 0.5, outputs).astype(dtype))


class RunningMean(Layer):
    """Keeps a running mean of what it sees while learning, and takes it off at prediction."""

    def __init__(self, features, dtype=np.float64):
        super().__init__()
        self.state["mean"] = np.zeros(features, dtype)

    def forward(self, x, training=False):
        if training:
            self.state["mean"] = 0.9 * self.state["mean"] + 0.1 * x.mean(axis=0)
            return x.copy()
        return x - self.state["mean"]

    def backward(self, dout):
        return dout.copy()


class InPlace(RunningMean):
    def forward(self, x, training=False):
        if training:
            self.state["mean"][...] = 0.9 * self.state["mean"] + 0.1 * x.mean(axis=0)
            return x.copy()
        return x - self.state["mean"]


class Centred(Layer):
    """Takes the mean of the whole batch off, so that its pieces must meet, forward and backward: half of batch normalization."""

    meets = True

    def __init__(self, features, dtype=np.float64):
        super().__init__()
        self.state["mean"] = np.zeros(features, dtype)

    def _batch_mean(self, x):
        sums, counts = zip(*self.meet((x.sum(axis=0), len(x))), strict=True)
        return sum(sums) / sum(counts)

    def forward(self, x, training=False):
        if not training:
            return x - self.state["mean"]
        mean = self._batch_mean(x)
        self.state["mean"] = 0.5 * self.state["mean"] + 0.5 * mean
        return x - mean

    def backward(self, dout):
        return dout - self._batch_mean(dout)


class Inside(Sequential):
    """Layers one after the other, as one layer."""

    def __init__(self, *layers):
        super().__init__(layers)


def network_with(kind, piece, dtype=np.float64, nested=False):
    layer = kind(6, dtype)
    network = Network([affine(D, 6, dtype), Inside(layer, Tanh()) if nested else layer, Relu(), affine(6, K, dtype)])
    network.piece = piece
    return network


# ---------------------------------------------------------------- state


@pytest.mark.parametrize("kind", [RunningMean, InPlace, Centred])
@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("piece", [1, 2, 5, 17, 100])
def test_state_in_pieces_is_that_of_the_whole_batch(piece, kind, nested):
    """In pieces a running mean used to stay 0."""
    whole, cut = network_with(kind, None, nested=nested), network_with(kind, piece, nested=nested)
    for seed in range(3):
        for network in (whole, cut):
            network.loss_and_gradient(inputs(seed=seed), T)
    assert list(cut.state) == ["mean1"] and np.abs(whole.state["mean1"]).max() > 0.01
    np.testing.assert_allclose(cut.state["mean1"], whole.state["mean1"], rtol=0, atol=1e-14)
    np.testing.assert_allclose(cut.predict(inputs()), whole.predict(inputs()), rtol=0, atol=1e-13)


@pytest.mark.parametrize("kind", [RunningMean, InPlace, Centred])
def test_state_does_not_depend_on_the_number_of_threads(kind, monkeypatch):
    """To the last bit, over several steps, with the parameters."""
    results = []
    for count in (1, 2, 3, 8):
        monkeypatch.setattr(threads, "THREADS", count)
        network = network_with(kind, 2, np.float32, nested=True)
        for seed in range(4):
            SGD(0.1).update(network.params, network.gradient(inputs(np.float32, seed), T))
        values = [*network.params.values(), *network.state.values(), network.predict(inputs(np.float32))]
        results.append([value.tobytes() for value in values])
    assert all(result == results[0] for result in results[1:])


@pytest.mark.parametrize("piece", [None, 5])
def test_state_that_is_made_at_the_first_batch_is_not_lost(piece):
    class Late(RunningMean):
        def forward(self, x, training=False):
            self.state.setdefault("late", np.zeros(x.shape[1]))
            self.state["late"] = self.state["late"] + x.mean(axis=0)
            return super().forward(x, training)

    network = network_with(Late, piece)
    network.gradient(inputs(), T)
    np.testing.assert_allclose(network.state["late1"], network.layers[0].forward(inputs()).mean(axis=0), rtol=0, atol=1e-14)


@pytest.mark.parametrize("piece", [None, 3])
def test_prediction_leaves_state_alone(piece):
    network = network_with(RunningMean, piece)
    network.loss_and_gradient(inputs(), T)
    before = network.state["mean1"].copy()
    network.predict(inputs()), network.loss(inputs(), T), network.accuracy(inputs(), T)
    assert np.array_equal(network.state["mean1"], before)


@pytest.mark.parametrize("piece", [None, 3])
def test_an_error_in_a_batch_leaves_state_as_it_was_in_pieces(piece):
    network = network_with(RunningMean, piece)
    with pytest.raises(ValueError, match="labels must lie in"):
        network.loss_and_gradient(inputs(), T + 1)
    assert piece is None or not network.state["mean1"].any()


def test_state_is_named_in_order_and_changing_it_in_place_changes_the_layer():
    class Two(RunningMean):
        def __init__(self, features, dtype=np.float64):
            super().__init__(features, dtype)
            self.state["count"] = np.zeros((), np.int64)

    one, two, three = RunningMean(6), Two(6), RunningMean(6)
    network = Network([affine(D, 6), one, Inside(two, Inside(three)), affine(6, K)])
    assert list(network.state) == ["mean1", "mean2", "count1", "mean3"]
    network.state["mean3"][...] = 7
    assert (three.state["mean"] == 7).all()
    assert network.state.keys().isdisjoint(network.params)
    assert MultiLayerNet([D, 4, K]).state == {} and Relu().state == {}


def test_a_loss_may_have_a_state_too():
    class Counting(SoftmaxWithLoss):
        def __init__(self):
            super().__init__()
            self.state["seen"] = np.zeros(())

        def forward(self, scores, t):
            self.state["seen"] = self.state["seen"] + len(t)
            return super().forward(scores, t)

        def bring_together(self, states, shares):
            before = self.state["seen"]
            self.state["seen"] = before + sum(state["seen"] - before for state in states)

    network = Network([affine(D, K)], Counting())
    network.piece = 5
    network.loss_and_gradient(inputs(), T)
    assert network.state["seen1"] == N


def test_counts_that_the_pieces_disagree_on_are_refused_and_equal_ones_taken():
    class Counter(Layer):
        def __init__(self, samples):
            super().__init__()
            self.samples, self.state["count"] = samples, np.zeros((), np.int64)

        def forward(self, x, training=False):
            self.state["count"] = self.state["count"] + (len(x) if self.samples else 1)
            return x.copy()

        def backward(self, dout):
            return dout.copy()

    batches, samples = (Network([affine(D, K), Counter(samples)]) for samples in (False, True))
    batches.piece = samples.piece = 5
    batches.gradient(inputs(), T), batches.gradient(inputs(), T)
    assert batches.state["count1"] == 2 and batches.state["count1"].dtype == np.int64
    with pytest.raises(TypeError, match="different 'count' of dtype int64: Counter has to say in bring_together"):
        samples.gradient(inputs(), T)


def test_astype_and_deepcopy_take_state_along():
    network = network_with(RunningMean, 3, np.float32, nested=True)
    network.loss_and_gradient(inputs(np.float32), T)
    double, same = network.astype(np.float64), copy.deepcopy(network)
    assert double.state["mean1"].dtype == np.float64 and network.state["mean1"].dtype == np.float32
    np.testing.assert_allclose(double.predict(inputs()), network.predict(inputs(np.float32)), atol=1e-5)
    same.state["mean1"][...] = 5
    assert not (network.state["mean1"] == 5).any()


# ---------------------------------------------------------------- layers that need the whole batch


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("piece", [None, 1, 4, 17])
def test_gradient_through_a_layer_whose_pieces_meet(piece, nested):
    network = network_with(Centred, piece, nested=nested)
    errors = gradient_check(network, inputs(), T)
    assert max(error for name, error in errors.items() if name != "b1") <= 1e-7, errors
    assert np.abs(network.gradient(inputs(), T)["b1"]).max() < 1e-12  # what is taken off again has no slope


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("piece", [1, 4, 17])
def test_pieces_that_meet_give_what_the_whole_batch_gives(piece, nested):
    whole, cut = network_with(Centred, None, nested=nested), network_with(Centred, piece, nested=nested)
    (loss, gradient), (again, in_pieces) = (network.loss_and_gradient(inputs(), T) for network in (whole, cut))
    assert again == pytest.approx(loss, abs=1e-13)
    for name, value in gradient.items():
        np.testing.assert_allclose(in_pieces[name], value, rtol=0, atol=1e-13)


def test_without_a_meeting_the_pieces_would_give_another_gradient():
    class Alone(Centred):
        meets = False

    whole, cut = network_with(Centred, None), network_with(Alone, 4)
    assert np.abs(whole.gradient(inputs(), T)["W1"] - cut.gradient(inputs(), T)["W1"]).max() > 1e-3


def test_errors_beside_a_meeting_come_through():
    network = network_with(Centred, 4)
    with pytest.raises(ValueError, match="labels must lie in 0..2"):
        network.loss_and_gradient(inputs(), np.append(T[:-1], 9))
    assert np.isfinite(network.loss_and_gradient(inputs(), T)[0])


# ---------------------------------------------------------------- a network within a network's layer or loss

TEACHER = """
import numpy as np
from helpers.fast import threads
from helpers.layers import Affine, Layer, Relu, SoftmaxWithLoss
from helpers.networks import MultiLayerNet, Network


class Taught(SoftmaxWithLoss):
    def __init__(self, teacher):
        super().__init__()
        self.teacher = teacher

    def forward(self, scores, t):
        self.asked = scores - self.teacher.predict(scores)
        return super().forward(scores, t) + float(np.sum(self.asked**2)) / 2 / len(scores)

    def backward(self, dout=1.0):
        return super().backward(dout) + self.asked * dout / len(self.asked)


class Asking(Layer):
    def __init__(self, teacher):
        super().__init__()
        self.teacher = teacher

    def forward(self, x, training=False):
        return x + self.teacher.predict(x)

    def backward(self, dout):
        return dout.copy()


class Trained(Asking):
    def forward(self, x, training=False):
        self.teacher.gradient(x, np.zeros(len(x), int))
        return super().forward(x)


def network(teacher_piece, piece, in_loss, kind=Asking):
    teacher = MultiLayerNet([3, 4, 3], 5, dtype=np.float64)
    teacher.piece = teacher_piece
    rng = np.random.default_rng(0)
    layers = [Affine(rng.standard_normal((5, 3)), rng.standard_normal(3)), Relu()]
    net = Network(layers, Taught(teacher)) if in_loss else Network([*layers, kind(teacher)])
    net.piece = piece
    return net


X, T = np.random.default_rng(1).standard_normal((17, 5)), np.arange(17) % 3
"""


@pytest.mark.parametrize("in_loss", [False, True])
def test_a_network_that_asks_another_one_does_not_wait_for_itself(in_loss):
    """It used to wait for its own lock for ever; in a process of its own, which can be stopped."""
    code = f"""{TEACHER}
results = []
for count in (1, 2, 3, 8):
    threads.THREADS = count
    net = network(2, 4, {in_loss})
    loss, gradient = net.loss_and_gradient(X, T)
    results.append((loss, gradient["W1"].tobytes(), gradient["b1"].tobytes(), net.predict(X).tobytes()))
assert all(result == results[0] for result in results)
whole = network(None, None, {in_loss})
loss, gradient = whole.loss_and_gradient(X, T)
assert abs(loss - results[0][0]) < 1e-12
assert np.allclose(np.frombuffer(results[0][1]), gradient["W1"].ravel(), rtol=0, atol=1e-12)
"""
    done = subprocess.run([sys.executable, "-c", code], timeout=LONG, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_teacher_that_even_learns_inside_a_piece_does_not_wait_either():
    code = f"""{TEACHER}
threads.THREADS = 2
assert np.isfinite(network(2, 4, False, Trained).loss_and_gradient(X, T)[0])
"""
    done = subprocess.run([sys.executable, "-c", code], timeout=LONG, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_each_piece_asks_a_teacher_of_its_own():
    """A teacher keeps what its forward saw: two threads that share it would mix their samples."""
    names = {}
    exec(TEACHER, names)
    net = names["network"](None, 4, False)
    one, other = net.worker(), net.worker()
    teachers = [n.layers[-1].teacher for n in (net, one, other)]
    assert len({id(teacher) for teacher in teachers}) == len({id(teacher.layers[0]) for teacher in teachers}) == 3
    assert all(teacher.params["W1"] is teachers[0].params["W1"] for teacher in teachers)


# ---------------------------------------------------------------- workers


def test_a_layer_that_is_held_twice_has_one_worker():
    class Tied(Inside):
        def __init__(self, first, second):
            super().__init__(first, second)
            self.first, self.by_name = first, {"second": [second]}

    worker = Tied(affine(D, 4), affine(4, D)).worker()
    assert worker.first is worker.layers[0] and worker.by_name["second"][0] is worker.layers[1]


def test_every_random_generator_of_a_layer_has_a_child_while_learning():
    """Not only Dropout's: two threads that draw from one generator draw in an order that nobody knows."""

    class Noise(Layer):
        def __init__(self):
            super().__init__()
            self.source = np.random.default_rng(0)

    layer = Noise()
    assert layer.worker(training=True).source is not layer.source and layer.worker().source is layer.source
    inside = Inside(Dropout(0.5, 0)).worker(training=True)
    assert inside.layers[0].rng.bit_generator.state != Dropout(0.5, 0).rng.bit_generator.state


def test_what_has_no_worker_cannot_work_in_pieces():
    class Own:
        params, grads = {}, {}

        def forward(self, x, training=False):
            return x

        def backward(self, dout):
            return dout

    network = Network([affine(D, K), Own()])
    assert network.predict(inputs()).shape == (N, K)
    network.piece = 4
    with pytest.raises(TypeError, match="a Own cannot work in pieces: derive it from helpers.layers.Layer"):
        network.predict(inputs())
