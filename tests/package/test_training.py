"""Training: repeatable, to be paused, continued, interrupted, and honest when it diverges."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
import types
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.networks import MultiLayerNet, TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import History, Step, TrainingDiverged, batches, fit, steps

D, K = 6, 3


def blobs(n=230, seed=0):
    """Points around three centres, easy to tell apart; labels for them."""
    rng = np.random.default_rng(seed)
    t = rng.integers(0, K, n)
    centres = np.random.default_rng(99).random((K, D)) * 2
    return (centres[t] + 0.2 * rng.standard_normal((n, D))).astype(np.float32), t


def data(n=230):
    x, t = blobs(n)
    x_val, t_val = blobs(40, seed=1)
    return types.SimpleNamespace(x_train=x, t_train=t, x_val=x_val, t_val=t_val)


def network(seed=0, **options):
    return TwoLayerNet(D, 5, K, seed, **options)


def run(count=20, net=None, lr=0.2, seed=4, **options):
    net = net or network()
    return net, [step.loss for step in steps(net, SGD(lr), *blobs(), iterations=count, rng=seed, **options)]


def same(one, other):
    return all(np.array_equal(value, other.params[name]) for name, value in one.params.items())


# ---------------------------------------------------------------- batches


@given(st.integers(1, 60), st.integers(1, 70), st.integers(0, 9))
def test_batches_cover_every_index_once_a_round(samples, batch_size, seed):
    stream = batches(samples, batch_size, np.random.default_rng(seed))
    a_round = -(-samples // batch_size)
    for _ in range(3):
        pieces = list(itertools.islice(stream, a_round))
        assert sorted(np.concatenate(pieces)) == list(range(samples))
        assert all(len(piece) == batch_size for piece in pieces[:-1])


def test_batches_are_shuffled_anew_each_round():
    stream = batches(50, 50, np.random.default_rng(0))
    first, second = next(stream), next(stream)
    assert first.tolist() != list(range(50))
    assert first.tolist() != second.tolist()


# ---------------------------------------------------------------- steps


def test_steps_count_from_one_and_learn():
    net, (x, t) = network(seed=3), blobs()
    turns = list(steps(net, SGD(0.2), x, t, iterations=300, rng=1))
    assert [turn.iteration for turn in turns] == list(range(1, 301))
    assert all(isinstance(turn, Step) and isinstance(turn.loss, float) for turn in turns)
    assert turns[0].loss == pytest.approx(np.log(K), abs=0.8)
    assert turns[-1].loss < 0.2
    assert net.accuracy(x, t) > 0.95


def test_one_step_is_gradient_and_update():
    net, by_hand, (x, t) = network(), network(), blobs(50)
    turn = next(steps(net, SGD(0.3), x, t, batch_size=50, rng=0))
    order = np.random.default_rng(0).permutation(50)
    assert turn.loss == by_hand.loss(x[order], t[order])
    SGD(0.3).update(by_hand.params, by_hand.gradient(x[order], t[order]))
    assert same(net, by_hand)


def test_same_seed_same_result():
    (one, losses), (other, losses_again), (third, _) = run(), run(), run(seed=5)
    assert losses == losses_again
    assert same(one, other)
    assert not same(one, third)


def test_a_pause_changes_nothing():
    whole, losses = run(20)
    net = network()
    generator = steps(net, SGD(0.2), *blobs(), iterations=20, rng=4)
    first = [next(generator).loss for _ in range(7)]
    at_pause = {name: value.copy() for name, value in net.params.items()}
    net.predict(blobs()[0])  # to look at it in the pause does no harm
    assert all(np.array_equal(value, net.params[name]) for name, value in at_pause.items())
    rest = [turn.loss for turn in generator]
    assert first + rest == losses
    assert same(net, whole)


def test_a_rate_changed_on_the_way_counts_from_the_next_step():
    net, optimizer = network(), SGD(0.2)
    generator = steps(net, optimizer, *blobs(), rng=4)
    for _ in range(3):
        next(generator)
    before = {name: value.copy() for name, value in net.params.items()}
    optimizer.lr = 1e-30
    next(generator)
    assert all(np.array_equal(value, net.params[name]) for name, value in before.items())
    optimizer.lr = 0.2
    next(generator)
    assert not np.array_equal(before["W1"], net.params["W1"])


def test_augment_is_given_each_mini_batch_and_its_answer_is_learned_from():
    rng = np.random.default_rng(0)
    x, t = rng.random((10, 4)).astype(np.float32), rng.integers(0, 3, 10)
    seen = []

    def negative(inputs):
        seen.append(inputs)
        return -inputs

    one, two = MultiLayerNet([4, 5, 3], 1), MultiLayerNet([4, 5, 3], 1)
    losses = [step.loss for step in steps(one, SGD(0.1), x, t, batch_size=4, iterations=6, rng=2, augment=negative)]
    assert losses == [step.loss for step in steps(two, SGD(0.1), -x, t, batch_size=4, iterations=6, rng=2)]
    assert [len(inputs) for inputs in seen] == [4, 4, 2, 4, 4, 2]
    assert np.isin(np.concatenate(seen[:3])[:, 0], x[:, 0]).all()


def test_without_an_end_it_goes_on():
    generator = steps(network(), SGD(0.1), *blobs(10), batch_size=3, rng=0)
    assert [turn.iteration for turn in itertools.islice(generator, 40)][-1] == 40


def test_a_batch_larger_than_the_data_is_all_of_them():
    net, losses = run(3, batch_size=100_000)
    assert len(losses) == 3
    assert sum(value.size for value in net.params.values()) == D * 5 + 5 + 5 * K + K


def test_no_turns_at_all():
    assert list(steps(network(), SGD(0.1), *blobs(), iterations=0)) == []


def test_data_are_not_changed_and_one_hot_will_do():
    x, t = blobs()
    x.flags.writeable = t.flags.writeable = False
    one, other = network(), network()
    for net, labels in ((one, t), (other, np.eye(K)[t])):
        list(steps(net, SGD(0.1), x, labels, iterations=10, rng=3))
    assert same(one, other)


@pytest.mark.parametrize(
    ("change", "kind", "message"),
    [
        ({"batch_size": 0}, ValueError, "batch_size must be a whole number from 1 up, not 0"),
        ({"batch_size": 2.5}, ValueError, "batch_size"),
        ({"iterations": -1}, ValueError, "iterations must be a whole number from 0 up, not -1"),
        ({"iterations": 1.5}, ValueError, "iterations"),
        ({"t": np.zeros(3, int)}, ValueError, "same length, at least 1, but they have 20 and 3"),
        ({"x": np.zeros((0, D)), "t": np.zeros(0, int)}, ValueError, "at least 1"),
        ({"x": np.zeros((20, D), np.uint8)}, TypeError, "uint8"),
        ({"rng": "seed"}, TypeError, "seed"),
    ],
)
def test_bad_arguments_are_refused_at_the_call(change, kind, message):
    x, t = blobs(20)
    arguments = {"x": x, "t": t, "iterations": 5, **change}
    with pytest.raises(kind, match=message):
        steps(network(), SGD(0.1), arguments.pop("x"), arguments.pop("t"), **arguments)  # no turn was asked for


# ---------------------------------------------------------------- divergence


@pytest.fixture
def strict():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def test_a_huge_rate_is_named_with_a_tenth_of_it(strict):
    with pytest.raises(TrainingDiverged) as error:
        run(200, network(loss="squared_error"), lr=800)
    message = str(error.value)
    assert "learning rate (800)" in message
    assert "a tenth of it (80)" in message
    assert "scale" not in message
    assert "the loss is " in message


def test_softmax_in_a_deep_network_diverges_too(strict):
    with pytest.raises(TrainingDiverged, match=r"learning rate \(100\)"):
        run(200, MultiLayerNet([D, 64, 64, 64, K], 0), lr=100)


def test_inputs_to_255_are_named(strict):
    rng = np.random.default_rng(0)
    x, t = rng.uniform(0, 255, (300, 784)).astype(np.float32), rng.integers(0, 10, 300)
    with pytest.raises(TrainingDiverged, match=r"run from .* to 255: scale them to 0\.\.1"):
        list(steps(MultiLayerNet([784, 50, 10], 0, loss="squared_error"), SGD(0.1), x, t, iterations=100, rng=0))


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_inputs_that_hold_nan_are_named(strict, bad):
    x, t = blobs()
    x[17, 2] = bad
    with pytest.raises(TrainingDiverged, match="inputs hold") as error:
        list(steps(network(), SGD(0.1), x, t, iterations=50, rng=0))
    assert "learning rate" not in str(error.value)
    assert ("1 nan and 0 infinite" if np.isnan(bad) else "0 nan and 1 infinite") in str(error.value)


def test_fit_does_not_warn_either_when_it_measures_on_the_edge(strict):
    with pytest.raises(TrainingDiverged):
        fit(MultiLayerNet([D, 64, 64, 64, K], 0), SGD(1e15), data(), iterations=50, every=1, rng=0, progress=False)


# ---------------------------------------------------------------- fit


def test_fit_is_steps_and_measures_on_the_way():
    net, d = network(), data()
    history = fit(net, SGD(0.2), d, iterations=40, rng=4, progress=False)
    by_steps, losses = run(40)
    assert history.loss == losses
    assert same(net, by_steps)
    assert history.evaluated == list(range(2, 41, 2))  # a twentieth of all
    assert len(history.train_accuracy) == len(history.val_accuracy) == 20
    assert history.val_accuracy[-1] == net.accuracy(d.x_val, d.t_val)
    assert history.train_accuracy[-1] == net.accuracy(d.x_train, d.t_train)
    assert not history.interrupted
    assert 0 < history.seconds < 60


def test_fit_measures_at_the_end_whatever_every_is():
    history = fit(network(), SGD(0.1), data(), iterations=10, every=4, rng=0, progress=False)
    assert history.evaluated == [4, 8, 10]
    assert fit(network(), SGD(0.1), data(), iterations=3, every=100, progress=False).evaluated == [3]
    assert fit(network(), SGD(0.1), data(), iterations=0, progress=False).loss == []


def test_fit_goes_on_with_a_history():
    net = network()
    history = fit(net, SGD(0.2), data(), iterations=10, every=5, rng=0, progress=False)
    seconds = history.seconds
    again = fit(net, SGD(0.2), data(), iterations=6, every=3, rng=1, progress=False, history=history)
    assert again is history
    assert len(history.loss) == 16
    assert history.evaluated == [5, 10, 13, 16]
    assert len(history.train_accuracy) == len(history.val_accuracy) == 4
    assert history.seconds > seconds


def test_history_says_what_it_holds():
    assert repr(History()) == "History(nothing trained yet)"
    history = History(loss=[2.3, 0.12345], evaluated=[2], train_accuracy=[0.9], val_accuracy=[0.876], interrupted=True)
    assert repr(history) == "History(2 iterations, last loss 0.123, validation accuracy 87.6%, interrupted)"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"every": 0}, "every must be a whole number from 1 up"),
        ({"every": -2}, "every"),
        ({"iterations": -1}, "iterations"),
        ({"iterations": 2.5}, "iterations"),
        ({"batch_size": 0}, "batch_size"),
    ],
)
def test_fit_refuses_bad_arguments(change, message):
    net = network()
    with pytest.raises(ValueError, match=message):
        fit(net, SGD(0.1), data(), progress=False, **{"iterations": 5, **change})
    assert same(net, network())


def test_fit_refuses_data_without_validation():
    d = data()
    d.x_val, d.t_val = d.x_val[:0], d.t_val[:0]
    with pytest.raises(ValueError, match="no validation data"):
        fit(network(), SGD(0.1), d, iterations=5, progress=False)


class InterruptedAt(TwoLayerNet):
    """Somebody presses the stop button while this iteration is being computed, or this accuracy."""

    def __init__(self, iteration=None, accuracy=None):
        super().__init__(D, 5, K, 0)
        self.turns, self.iteration, self.measured, self.measuring = 0, iteration, 0, accuracy

    def loss_and_gradient(self, x, t):
        self.turns += 1
        if self.turns == self.iteration:
            raise KeyboardInterrupt
        return super().loss_and_gradient(x, t)

    def accuracy(self, *data):
        self.measured += 1
        if self.measured == self.measuring:
            raise KeyboardInterrupt
        return super().accuracy(*data)


def test_an_interrupt_keeps_network_and_history():
    net = InterruptedAt(7)
    history = fit(net, SGD(0.2), data(), iterations=40, rng=4, progress=False)
    uninterrupted, losses = run(6)
    assert history.interrupted
    assert history.loss == losses
    assert history.evaluated == [2, 4, 6]
    assert len(history.val_accuracy) == len(history.train_accuracy) == 3
    assert same(net, uninterrupted)
    fit(net, SGD(0.2), data(), iterations=4, rng=4, progress=False, history=history)
    assert not history.interrupted
    assert len(history.loss) == 10


@pytest.mark.parametrize("number", [1, 3, 4])
def test_an_interrupt_while_measuring_keeps_the_lists_in_step(number):
    history = fit(InterruptedAt(accuracy=number), SGD(0.2), data(), iterations=40, rng=4, progress=False)
    assert history.interrupted
    assert len(history.evaluated) == len(history.train_accuracy) == len(history.val_accuracy) == (number - 1) // 2


SCRIPT = """
    import sys
    sys.path.insert(0, {tests!r})
    from test_training import SGD, data, fit, network
    net = network()
    history = fit(net, SGD(0.1), data(), iterations={iterations}, rng=4, {options})
    n = len(history.loss)
    assert net.loss(data().x_val, data().t_val) < 0.9 if n > 500 else True
    print(n, history.interrupted, len(history.evaluated) == len(history.val_accuracy) == len(history.train_accuracy))
"""


def script(iterations, options=""):
    code = textwrap.dedent(SCRIPT.format(tests=os.path.dirname(__file__), iterations=iterations, options=options))
    return [sys.executable, "-c", code]


def environment(**variables):
    return {name: value for name, value in os.environ.items() if not name.startswith("TQDM")} | variables


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_a_real_interrupt():
    command = script(100_000_000, "every=1000")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        seen = b""
        while b"validation" not in seen:  # the bar shows the first accuracy: training is under way
            seen += process.stderr.read1(100)
            assert process.poll() is None, seen
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=600)
    assert process.returncode == 0, errors
    count, *rest = output.decode().split()
    assert rest == ["True", "True"]
    assert int(count) >= 1000
    assert b"Traceback" not in errors


@pytest.mark.parametrize(
    ("options", "variables", "shown"),
    [("", {}, True), ("progress=False", {}, False), ("", {"TQDM_DISABLE": "1"}, False)],
)
def test_progress_bar(options, variables, shown):
    done = subprocess.run(script(50, options), capture_output=True, text=True, env=environment(**variables))
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["50", "False", "True"]  # nothing else is printed
    assert ("50/50" in done.stderr and "validation" in done.stderr) if shown else done.stderr == ""


# ---------------------------------------------------------------- schedules


def test_a_schedule_sets_the_rate_before_each_step():
    asked, net, other = [], network(), network()

    def schedule(iteration):
        asked.append(iteration)
        return np.float64(0.5 / iteration)

    optimizer, by_hand = SGD(9.0), SGD(9.0)
    for step in steps(net, optimizer, *blobs(), iterations=4, rng=4, schedule=schedule):
        assert optimizer.lr == 0.5 / step.iteration and type(optimizer.lr) is float
    run = steps(other, by_hand, *blobs(), iterations=4, rng=4)
    for iteration in range(1, 5):
        by_hand.lr = 0.5 / iteration
        next(run)
    assert asked == [1, 2, 3, 4]
    assert same(net, other)


def test_fit_hands_schedule_and_augment_on():
    net, other = network(), network()
    options = {"iterations": 6, "rng": 4, "schedule": lambda i: 0.1 * i, "augment": lambda x: x + 1}
    fit(net, SGD(9.0), data(), progress=False, **options)
    for _ in steps(other, SGD(9.0), *blobs(), **options):
        pass
    assert same(net, other)
    _, plain = run(6)
    assert not same(other, network()) and plain
