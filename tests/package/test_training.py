"""Training: repeatable, to be paused, continued, interrupted, and honest when it diverges."""

import itertools
import os
import signal
import subprocess
import sys
import textwrap
import types
import warnings
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import training, turns
from helpers.networks import MultiLayerNet, TwoLayerNet
from helpers.optimizers import SGD, Adam, Momentum
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
        ({"batch_size": None}, ValueError, "batch_size must be a whole number from 1 up, not None"),
        ({"batch_size": "100"}, ValueError, "batch_size must be a whole number from 1 up, not '100'"),
        ({"batch_size": float("inf")}, ValueError, "batch_size"),
        ({"iterations": "5"}, ValueError, "iterations"),
        ({"schedule": 0.1}, TypeError, "schedule must be a function, not 0.1"),
        ({"augment": "shifts"}, TypeError, "augment must be a function, not 'shifts'"),
        ({"t": np.array(["0"] * 20)}, TypeError, "t must hold numbers"),
        ({"t": 3}, ValueError, "same length"),
        ({"x": [[1.0, 2.0], [3.0]]}, ValueError, "x"),
    ],
)
def test_bad_arguments_are_refused_at_the_call(change, kind, message):
    x, t = blobs(20)
    arguments = {"x": x, "t": t, "iterations": 5, **change}
    with pytest.raises(kind, match=message):
        steps(network(), SGD(0.1), arguments.pop("x"), arguments.pop("t"), **arguments)  # no turn was asked for


@pytest.mark.parametrize(
    ("net", "optimizer", "named"),
    [
        (network(), SGD, "optimizer"),
        (network(), None, "optimizer"),
        (SGD(), network(), "network"),
        (TwoLayerNet, SGD(), "network"),
    ],
)
def test_network_and_optimizer_are_looked_at_too(net, optimizer, named):
    with pytest.raises(TypeError, match=f"{named} must be one such as "):
        steps(net, optimizer, *blobs())


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
        ({"batch_size": None}, "batch_size"),
        ({"every": "all"}, "every"),
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
    import signal, sys
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in a shell's background inherits a Ctrl-C that is ignored
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


# ---------------------------------------------------------------- early stopping


class Measured(TwoLayerNet):
    """Its accuracies on the validation data are these, one a measurement; it remembers what it was when they were measured.

    It has state too, which every step changes.
    """

    def __init__(self, *accuracies, interrupted=None):
        super().__init__(D, 5, K, 0)
        self.coming, self.seen, self.interrupted = list(accuracies), [], interrupted
        self.layers[1].state = {"mean": np.zeros(3)}

    def loss_and_gradient(self, x, t):
        self.layers[1].state["mean"] = self.layers[1].state["mean"] + 1  # a new array, as a layer may make one
        return super().loss_and_gradient(x, t)

    def numbers(self):
        return {name: value.copy() for name, value in (dict(self.params) | self.state).items()}

    def accuracy(self, x, t):
        if len(x) != 40:  # the validation data
            return 0.5
        self.seen.append(self.numbers())
        if len(self.seen) == self.interrupted:
            raise KeyboardInterrupt
        return self.coming.pop(0)


def alike(one, other):
    return one.keys() == other.keys() and all(np.array_equal(one[name], other[name]) for name in one)


def fit_with_patience(net, patience=3, iterations=40, every=2, **options):
    return fit(net, SGD(0.2), data(), iterations=iterations, every=every, rng=4, progress=False, patience=patience, **options)


@pytest.mark.parametrize(
    ("accuracies", "patience", "measured", "best"),
    [
        ([0.1, 0.5, 0.4, 0.3, 0.2, 0.9], 3, 5, 1),
        ([0.1, 0.5, 0.5, 0.5, 0.5, 0.9], 3, 5, 1),  # of equals the first
        ([0.1, 0.5, 0.4, 0.6, 0.2, 0.3, 0.1, 0.9], 3, 7, 3),  # counted anew after each better one
        ([0.5, 0.4, 0.9], 1, 2, 0),
        ([0.1] + [0.0] * 30, 19, 20, 0),  # the end comes first
        ([0.0] * 9, 2, 3, 0),
    ],
)
def test_patience_ends_the_run_and_gives_the_best_numbers_back(accuracies, patience, measured, best):
    net = Measured(*accuracies)
    arrays = dict(net.params)
    history = fit_with_patience(net, patience)
    assert len(history.val_accuracy) == len(history.evaluated) == len(net.seen) == measured
    assert history.evaluated == list(range(2, 2 * measured + 1, 2)) and len(history.loss) == 2 * measured
    assert history.stopped == (measured < 20) and not history.interrupted
    assert history.best == 2 * (best + 1) and history.best_accuracy == accuracies[best]
    assert alike(net.numbers(), net.seen[best]) and not alike(net.numbers(), net.seen[-1])
    assert all(net.params[name] is value for name, value in arrays.items())  # in place
    assert net.state["mean1"].tolist() == [2 * (best + 1)] * 3


def test_without_patience_the_last_numbers_stay():
    net = Measured(0.9, *[0.1] * 19)
    history = fit_with_patience(net, None)
    assert len(history.val_accuracy) == 20 and history.best is history.best_accuracy is None and not history.stopped
    assert alike(net.numbers(), net.seen[-1])


def test_the_numbers_on_the_way_are_those_without_patience():
    one, other = network(), network()
    first = fit_with_patience(one, 19)
    second = fit_with_patience(other, None)
    assert first.loss == second.loss and first.val_accuracy == second.val_accuracy
    assert first.best_accuracy == max(second.val_accuracy) == one.accuracy(data().x_val, data().t_val)


def test_what_really_was_the_best_network_is_there():
    history = fit_with_patience(net := network(), 2, iterations=60, every=1)
    assert history.stopped and history.best == len(history.loss) - 2
    by_hand = network()
    list(itertools.islice(steps(by_hand, SGD(0.2), *blobs(), rng=4), history.best))
    assert same(net, by_hand)


@pytest.mark.parametrize("number", [1, 2, 4])
def test_an_interrupt_gives_the_best_numbers_back_too(number):
    net = Measured(0.6, 0.7, 0.5, 0.4, interrupted=number)
    history = fit_with_patience(net, 9)
    assert history.interrupted and not history.stopped and len(history.val_accuracy) == number - 1
    best = {1: 0, 2: 0, 4: 1}[number]  # with no measurement yet, the numbers stay as they are
    assert alike(net.numbers(), net.seen[best])
    assert history.best == (None if number == 1 else 2 * (best + 1))


def test_an_interrupt_that_comes_while_the_numbers_go_back_waits(monkeypatch):
    net = Measured(0.6, 0.7, 0.5, 0.4)
    inside = []
    monkeypatch.setattr(training, "uninterrupted", lambda: inside.append(1) or turns.uninterrupted())
    fit_with_patience(net, 2)
    assert len(inside) == 4 + 1  # each measurement, and once at the end


def test_divergence_keeps_the_best_numbers_and_says_so():
    net, d = network(), data()
    rate = {"schedule": lambda iteration: 0.2 if iteration < 12 else 1e300}
    with pytest.raises(TrainingDiverged) as error:
        fit(net, SGD(0.2), d, iterations=40, every=2, rng=4, progress=False, patience=5, **rate)
    (note,) = error.value.__notes__
    (best,) = [count for count in range(2, 12, 2) if f"has the weights of iteration {count} again" in note]
    by_hand = network()
    list(steps(by_hand, SGD(0.2), *blobs(), iterations=best, rng=4))
    assert same(net, by_hand)
    with pytest.raises(TrainingDiverged) as error:
        fit(network(), SGD(0.2), d, iterations=40, every=2, rng=4, progress=False, **rate)
    assert not hasattr(error.value, "__notes__")


def test_going_on_keeps_the_best_of_both_calls():
    net = Measured(0.1, 0.7, 0.6, 0.5, 0.6, 0.6, 0.3)
    history = fit_with_patience(net, 2)
    best = net.seen[1]
    assert history.stopped and history.best == 4 and len(history.val_accuracy) == 4
    fit_with_patience(net, 3, history=history)
    assert history.best == 4 and history.best_accuracy == 0.7 and len(history.val_accuracy) == 7
    assert alike(net.numbers(), best)
    net.coming = [0.8, 0.2, 0.1]
    fit_with_patience(net, 2, history=history)
    assert history.best == 14 + 2 and history.best_accuracy == 0.8 and alike(net.numbers(), net.seen[7])
    net.coming = [0.3]
    fit_with_patience(net, None, iterations=2, history=history)
    assert history.best is None and not history.stopped and alike(net.numbers(), net.seen[-1])


def test_history_tells_of_the_best():
    history = History([2.3, 0.5, 0.25], [1, 2, 3], [0.5] * 3, [0.5, 0.876, 0.7], best=2, stopped=True)
    assert repr(history) == "History(3 iterations, last loss 0.250, best validation accuracy 87.6% after 2, stopped early)"


@pytest.mark.parametrize("bad", [0, -1, 1.5, "3", float("nan")])
def test_patience_that_is_none(bad):
    with pytest.raises(ValueError, match="patience must be a whole number from 1 up"):
        fit_with_patience(network(), bad)


# ---------------------------------------------------------------- batches and rates that would hang or harm


@pytest.mark.parametrize(
    ("samples", "batch_size", "named"),
    [(0, 10, "samples"), (-5, 10, "samples"), (10, 0, "batch_size"), (10, -1, "batch_size"), (10, 2.5, "batch_size")]
    + [(10, None, "batch_size"), (None, 10, "samples"), ("10", 10, "samples"), (10, float("nan"), "batch_size")],
)
def test_batches_refuses_at_the_call_what_would_hang(samples, batch_size, named):
    with pytest.raises(ValueError, match=f"{named} must be a whole number from 1 up"):
        batches(samples, batch_size, np.random.default_rng(0))  # no batch was asked for


def test_batches_take_a_seed_and_draw_as_ever():
    one, other, rng = batches(7, 3, 5), batches(7, 3, np.random.default_rng(5)), np.random.default_rng(5)
    expected = [order[start : start + 3] for order in (rng.permutation(7), rng.permutation(7)) for start in (0, 3, 6)]
    for chosen in expected:
        assert next(one).tolist() == next(other).tolist() == chosen.tolist()
    assert iter(one) is one


@pytest.mark.parametrize("bad", [float("nan"), -0.1, 0, float("inf"), None, "0.1", True])
def test_a_schedule_that_gives_no_rate_is_named_with_its_iteration(bad):
    net, optimizer = network(), SGD(0.2)
    turns = steps(net, optimizer, *blobs(), rng=4, schedule=lambda iteration: 0.1 if iteration < 3 else bad)
    next(turns), next(turns)
    before = {name: value.copy() for name, value in net.params.items()}
    for _ in range(2):
        with pytest.raises(ValueError, match=r"the rate that schedule\(3\) gives must be a positive number, not "):
            next(turns)
    assert optimizer.lr == 0.1 and all(np.array_equal(value, net.params[name]) for name, value in before.items())


@pytest.mark.parametrize("wrong", [lambda x: None, lambda x: x[:1], lambda x: x[..., None], lambda x: 0.5])
def test_an_augment_of_another_shape_is_refused(wrong):
    turns = steps(network(), SGD(0.1), *blobs(), rng=0, augment=wrong)
    with pytest.raises(ValueError, match=r"what augment returns must have shape \(100, 6\)"):
        next(turns)


# ---------------------------------------------------------------- containers that index otherwise


class ByLabel:
    """As a pandas Series or DataFrame after a shuffle: it has an array, but is indexed by its labels, not by place."""

    def __init__(self, values, labels):
        self.values, self.labels = np.asarray(values), list(labels)

    def __len__(self):
        return len(self.values)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.values, dtype=dtype)

    def __getitem__(self, wanted):
        if isinstance(wanted, slice):
            return ByLabel(self.values[wanted], self.labels[wanted])
        return np.array([self.values[self.labels.index(label)] for label in np.ravel(wanted)])


def shuffled_labels(values):
    return ByLabel(values, np.random.default_rng(8).permutation(len(values)))


def test_fit_and_steps_take_tables_and_lists_by_place():
    plain, expected = data(), network()
    history = fit(expected, SGD(0.2), plain, iterations=20, rng=4, progress=False)
    for change in (shuffled_labels, lambda values: values.tolist()):
        net, other = network(), network()
        tables = types.SimpleNamespace(**{name: change(values) for name, values in vars(plain).items()})
        if change is not shuffled_labels:  # a list of Python's numbers has no float32
            tables.x_train, tables.x_val = (list(map(list, x)) for x in (plain.x_train, plain.x_val))
        found = fit(net, SGD(0.2), tables, iterations=20, rng=4, progress=False)
        assert found.loss == history.loss and same(net, expected)
        assert found.train_accuracy == history.train_accuracy and found.val_accuracy == history.val_accuracy
        losses = [step.loss for step in steps(other, SGD(0.2), tables.x_train, tables.t_train, iterations=20, rng=4)]
        assert losses == history.loss and same(other, expected)


@pytest.mark.parametrize(
    ("change", "kind", "message"),
    [
        ({"x_val": np.zeros((0, D), np.float32), "t_val": np.zeros(0, int)}, ValueError, "no validation data"),
        ({"x_val": [], "t_val": []}, ValueError, "no validation data"),
        ({"x_val": None}, TypeError, "this SimpleNamespace has no x_val"),
        ({"x_val": np.zeros((3, D)), "t_val": np.zeros(4, int)}, ValueError, "x_val and t_val: .*3 and 4"),
        ({"x_train": np.zeros((3, D)), "t_train": np.zeros(4, int)}, ValueError, "x_train and t_train: .*3 and 4"),
        ({"x_val": np.zeros((40, D), np.uint8)}, TypeError, "x_val and t_val: .*uint8"),
        ({"t_val": ["a"] * 40}, TypeError, "x_val and t_val: t must hold numbers"),
        ({"x_val": np.zeros((40, D + 1))}, ValueError, r"x_val must have shape \(40, 6\)"),
    ],
)
def test_fit_meets_bad_data_before_the_first_step(change, kind, message):
    net, d = network(), data()
    vars(d).update(change)
    with pytest.raises(kind, match=message):
        fit(net, SGD(0.1), d, iterations=5, progress=False)
    assert same(net, network())


def test_fit_says_what_data_must_have():
    with pytest.raises(TypeError, match="data must have x_train, t_train.*this tuple has no x_train and no t_train"):
        fit(network(), SGD(0.1), blobs(), iterations=5, progress=False)


# ---------------------------------------------------------------- interrupts: ask again, and it goes on


class Interrupting:
    """Raises KeyboardInterrupt, or presses Ctrl-C, at the given calls of function, before its work or after it."""

    def __init__(self, function, calls, pressed=False, after=False):
        self.function, self.calls, self.pressed, self.after, self.called = function, calls, pressed, after, 0

    def __call__(self, *arguments, **options):
        self.called += 1
        now = self.called in self.calls
        if now and not self.after:
            self._interrupt()
        result = self.function(*arguments, **options)
        if now and self.after:
            self._interrupt()
        return result

    def _interrupt(self):
        if not self.pressed:
            raise KeyboardInterrupt
        signal.raise_signal(signal.SIGINT)


def to_the_end(turns):
    """All losses, and how many interrupts there were on the way."""
    seen, interrupts = [], 0
    while True:
        try:
            for step in turns:
                assert step.iteration == len(seen) + 1
                seen.append(step.loss)
            return seen, interrupts
        except KeyboardInterrupt:
            interrupts += 1


@pytest.fixture
def control_c():
    """Python's own answer to Ctrl-C, which pytest keeps too; and it must be there again in the end."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    assert signal.signal(signal.SIGINT, before) is signal.default_int_handler


AUGMENT = {"augment": lambda x: x * 1.5, "schedule": lambda iteration: 0.3 / iteration}


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("where", ["loss_and_gradient", "augment", "schedule", "permutation"])
def test_an_interrupt_anywhere_before_the_update_changes_nothing(control_c, where, pressed, after):
    whole, net, options = network(), network(), dict(AUGMENT)
    losses = [step.loss for step in steps(whole, Momentum(0.2), *blobs(), iterations=12, rng=4, **AUGMENT)]
    rng = np.random.default_rng(4)
    if where == "permutation":
        if after and not pressed:
            pytest.skip("an interrupt is not raised inside NumPy's function, after its work")

        class Rng:
            permutation = Interrupting(rng.permutation, {1, 3}, pressed, after)

        turns = steps(net, Momentum(0.2), *blobs(), iterations=12, **options)
        turns.stream.rng = Rng
    else:
        interrupting = Interrupting(options.get(where) or getattr(net, where), {1, 4, 5, 9}, pressed, after)
        if where == "loss_and_gradient":
            net.loss_and_gradient = interrupting
        else:
            options[where] = interrupting
        turns = steps(net, Momentum(0.2), *blobs(), iterations=12, rng=rng, **options)
    found, interrupts = to_the_end(turns)
    assert interrupts == (2 if where == "permutation" else 4)
    assert found == losses and same(net, whole)


def test_a_turn_that_is_made_again_learns_from_the_same_changed_inputs(control_c):
    def run_of(net):
        rng = np.random.default_rng(7)
        return steps(net, SGD(0.2), *blobs(), iterations=8, rng=4, augment=lambda x: x + rng.random(x.shape, np.float32))

    whole, net = network(), network()
    losses = [step.loss for step in run_of(whole)]
    net.loss_and_gradient = Interrupting(net.loss_and_gradient, {2, 3, 6})
    assert to_the_end(run_of(net)) == (losses, 3) and same(net, whole)


@pytest.mark.parametrize("kind", [SGD, Momentum, Adam])
def test_an_interrupt_within_an_update_waits_until_it_is_whole(control_c, kind):
    class PressedAt(kind):
        def update_one(self, name, parameter, grad):
            self.called = getattr(self, "called", 0) + 1
            if self.called in (2, 7, 8, 40):
                signal.raise_signal(signal.SIGINT)  # half of the parameters are updated
            super().update_one(name, parameter, grad)

    whole, net = network(), network()
    losses = [step.loss for step in steps(whole, kind(0.1), *blobs(), iterations=12, rng=4)]
    turns = steps(net, PressedAt(0.1), *blobs(), iterations=12, rng=4)
    found, interrupts = to_the_end(turns)
    assert interrupts == 3  # two fell into one update
    assert found == losses and same(net, whole)
    with pytest.raises(StopIteration):
        next(turns)


def test_training_in_another_thread_leaves_signals_alone():
    with ThreadPoolExecutor(1) as pool:
        other, losses = pool.submit(run, 10).result()
    whole, expected = run(10)
    assert losses == expected and same(other, whole)


def test_an_error_ends_a_turn_and_not_the_iterator():
    """A generator would have raised it once and then said StopIteration, which looks like the end of training."""
    whole, losses = run(6)
    net, optimizer = network(), SGD(0.2)
    turns = steps(net, optimizer, *blobs(), iterations=6, rng=4)
    found = [next(turns).loss, next(turns).loss]
    kept = net.params["b1"]
    net.params["b1"] = kept.tolist()
    for _ in range(2):
        with pytest.raises(TypeError, match="b1 is a list"):
            next(turns)
    net.params["b1"] = kept
    found += [turn.loss for turn in turns]
    assert found == losses and same(net, whole)


def test_after_divergence_each_turn_says_so_again(strict):
    turns = steps(network(loss="squared_error"), SGD(800), *blobs(), rng=4)
    with pytest.raises(TrainingDiverged) as first:
        for _ in turns:
            pass
    for _ in range(2):
        with pytest.raises(TrainingDiverged) as again:
            next(turns)
        assert str(again.value) == str(first.value) and "learning rate (800)" in str(first.value)


def test_after_divergence_it_goes_on_with_good_weights(strict):
    net, optimizer = network(loss="squared_error"), SGD(0.1)
    turns = steps(net, optimizer, *blobs(), rng=4)
    for _ in range(5):
        next(turns)
    good = {name: value.copy() for name, value in net.params.items()}
    optimizer.lr = 1e6
    with pytest.raises(TrainingDiverged) as error:
        for _ in turns:
            pass
    for name, value in good.items():
        net.params[name][...] = value
    optimizer.lr = 0.1
    step = next(turns)
    assert f"iteration {step.iteration}." in str(error.value) and step.loss < 1


def test_thirty_turns_twice_are_sixty_when_the_iterator_is_kept():
    whole, losses = run(60)
    net = network()
    turns = steps(net, SGD(0.2), *blobs(), iterations=60, rng=4)
    found = [[step.loss for step in itertools.islice(turns, 30)] for _ in range(2)]
    assert found[0] + found[1] == losses and same(net, whole)


def test_two_calls_are_one_run_only_after_a_whole_round():
    """As the text of steps says: 230 samples in batches of 100 are three turns a round."""
    _, losses = run(12)
    for first, alike in ((6, True), (4, False)):
        net, rng = network(), np.random.default_rng(4)
        found = []
        for part in (first, 12 - first):
            found += [step.loss for step in steps(net, SGD(0.2), *blobs(), iterations=part, rng=rng)]
        assert found[:first] == losses[:first] and (found == losses) is alike


def test_fit_calls_weights_that_were_lost_divergence_and_hands_other_errors_on(strict):
    with pytest.raises(TrainingDiverged, match="the scores are not finite after iteration 1.*learning rate"):
        fit(network(), SGD(1e38), data(), iterations=5, every=1, rng=0, progress=False)
    d = data()
    d.x_val[3, 2] = np.nan
    with pytest.raises(ValueError, match="inputs") as error:
        fit(network(), SGD(0.1), d, iterations=5, rng=0, progress=False)
    assert not isinstance(error.value, TrainingDiverged)
    d = data()
    d.t_val[3] = 7
    with pytest.raises(ValueError, match="labels must lie in 0..2"):
        fit(network(), SGD(0.1), d, iterations=5, rng=0, progress=False)


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
