"""Weights and architecture to a file and back; and every way in which a file can be bad."""

import errno
import io
import os
import pickle
import stat
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import checkpoints
from helpers.checkpoints import from_json, load_weights, save_weights, to_json
from helpers.layers import Affine, Layer, Relu
from helpers.networks import MultiLayerNet, Network, TwoLayerNet
from helpers.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSProp
from helpers.schedules import cosine
from helpers.training import steps


def network(seed=0, sizes=(6, 5, 3), **options):
    return MultiLayerNet(list(sizes), seed, **options)


def same(one, other):
    return all(np.array_equal(value, other.params[name]) for name, value in one.params.items())


@pytest.fixture
def path(tmp_path):
    return tmp_path / "weights.npz"


# ---------------------------------------------------------------- weights


@given(st.lists(st.integers(1, 7), min_size=2, max_size=5), st.sampled_from([np.float32, np.float64]))
def test_round_trip(tmp_path_factory, sizes, dtype):
    path = tmp_path_factory.getbasetemp() / "round_trip.npz"
    one, other = network(1, sizes, dtype=dtype), network(2, sizes, dtype=dtype)
    arrays = dict(other.params)
    save_weights(path, one)
    load_weights(path, other)
    assert same(one, other)
    x = np.random.default_rng(0).random((4, sizes[0])).astype(dtype)
    assert np.array_equal(one.predict(x), other.predict(x))
    assert all(other.params[name] is value and value.dtype == dtype for name, value in arrays.items())


def test_a_path_may_be_text_and_an_older_file_is_replaced(path):
    save_weights(str(path), network(1))
    save_weights(str(path), network(2))
    other = network(3)
    load_weights(str(path), other)
    assert same(other, network(2))
    assert [p.name for p in path.parent.iterdir()] == ["weights.npz"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_the_file_has_the_rights_that_any_new_file_has(path):
    save_weights(path, network())
    beside = path.with_name("beside")
    beside.touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)


def test_weights_of_another_dtype_keep_the_networks_own(path):
    save_weights(path, network(1, dtype=np.float64))
    other = network(2)
    load_weights(path, other)
    assert other.params["W1"].dtype == np.float32
    np.testing.assert_allclose(other.params["W1"], network(1, dtype=np.float64).params["W1"], rtol=1e-6)


@pytest.mark.parametrize("name", ["weights.h5", "weights", "weights.npz.gz"])
def test_another_ending_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match="weights.*npz"):
        save_weights(tmp_path / name, network())
    assert list(tmp_path.iterdir()) == []


def refused(path, match, kind=ValueError, into=None):
    """Loading raises an error that names the file, and changes no weight."""
    net = into or network(7)
    before = {name: value.copy() for name, value in net.params.items()}
    with pytest.raises(kind, match=match) as error:
        load_weights(path, net)
    assert str(path) in str(error.value) or path.name in str(error.value)
    assert all(np.array_equal(value, net.params[name]) for name, value in before.items())


def test_other_sizes(path):
    save_weights(path, network(sizes=(6, 4, 3)))
    refused(path, r"W1 in .* has shape \(6, 4\), but in this network \(6, 5\).*other sizes")
    save_weights(path, network(sizes=(6, 5, 4)))
    refused(path, r"W2 in")  # W1 would fit: still nothing is changed


def test_other_layers(path):
    save_weights(path, network(sizes=(6, 5, 5, 3)))
    refused(path, "holds W1, b1, W2, b2, W3, b3, but this network has W1, b1, W2, b2.*other layers")
    refused(path, "Missing in the file: nothing; not in this network: W3, b3")
    np.savez(path, a=np.ones(3))
    refused(path, "holds a")
    np.savez(path)
    refused(path, "holds nothing")


def test_a_file_cut_anywhere(path):
    save_weights(path, network())
    whole = path.read_bytes()
    for size in [*range(0, len(whole), 37), len(whole) // 2, len(whole) - 1]:
        path.write_bytes(whole[:size])
        refused(path, "not a whole .npz file")


def test_a_changed_byte_is_noticed_or_does_no_harm(path):
    save_weights(path, network())
    whole = path.read_bytes()
    for position in range(0, len(whole), 11):
        changed = bytearray(whole)
        changed[position] ^= 0xFF
        path.write_bytes(changed)
        net = network(7)
        try:
            load_weights(path, net)
        except ValueError as error:
            assert path.name in str(error)
            assert same(net, network(7))
        else:
            assert same(net, network())


def test_something_else_in_its_place(path):
    array = io.BytesIO()
    np.save(array, np.ones(3))
    for content in (
        b"",
        b"<!DOCTYPE html><html><title>404 Not Found</title></html>",
        array.getvalue(),  # .npy, not .npz
        pickle.dumps({"W1": 1}),
        b"PK\x03\x04" + bytes(100),
        os.urandom(500),
    ):
        path.write_bytes(content)
        refused(path, "not a whole .npz file of weights")


class Bomb:
    """Unpickling this would run code."""

    def __reduce__(self):
        return (pytest.fail, ("a pickle inside the file was opened",))


def test_a_pickle_inside_is_never_opened(path):
    objects = np.empty((6, 5), dtype=object)
    objects[:] = [[Bomb()] * 5] * 6
    np.savez(path, **{**network().params, "W1": objects})
    refused(path, "not a whole .npz file")


@pytest.mark.parametrize("bad", [np.full(3, "1.5"), np.ones(3, complex), np.ones(3, int), np.ones(3, bool)])
def test_what_is_no_float_is_refused(path, bad):
    np.savez(path, **{**network().params, "b2": bad})
    refused(path, "b2 in .* not floats")


def test_no_file(path):
    refused(path, "there is no file .*Save weights first", FileNotFoundError)
    with pytest.raises(FileNotFoundError):
        save_weights(path.parent / "no folder" / "weights.npz", network())


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid"), reason="rights as on Unix")
def test_a_file_without_rights_is_not_called_damaged(path, monkeypatch):
    save_weights(path, network())

    def no_rights(*args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", no_rights)  # root may read everything
    with pytest.raises(PermissionError):
        load_weights(path, network())


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("older", [True, False])
def test_a_broken_off_write_leaves_the_old_file_whole(path, monkeypatch, problem, older):
    if older:
        save_weights(path, network(1))

    def half(file, **arrays):
        file.write(b"PK\x03\x04 half of it")
        raise problem

    with monkeypatch.context() as patch:
        patch.setattr(checkpoints.np, "savez_compressed", half)
        with pytest.raises(type(problem)):
            save_weights(path, network(2))
    assert [p.name for p in path.parent.iterdir()] == (["weights.npz"] if older else [])
    if older:
        net = network(3)
        load_weights(path, net)
        assert same(net, network(1))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_disk_that_is_really_full(path, monkeypatch):
    save_weights(path, network(1))
    real = open
    monkeypatch.setattr("builtins.open", lambda name, mode, **_: real("/dev/full", mode))
    with pytest.raises(OSError, match="No space left"):
        save_weights(path, network(2))
    monkeypatch.undo()
    assert [p.name for p in path.parent.iterdir()] == ["weights.npz"]
    net = network(3)
    load_weights(path, net)
    assert same(net, network(1))


# ---------------------------------------------------------------- what else training changes: the layers' state


class Centre(Layer):
    """Subtracts a running mean of what came through in training, and counts the batches: state of two dtypes."""

    def __init__(self, size):
        super().__init__()
        self.state = {"mean": np.zeros(size, np.float32), "batches": np.zeros((), np.int64)}

    def forward(self, x, training=False):
        if training:
            self.state["mean"] *= 0.9
            self.state["mean"] += np.float32(0.1) * x.mean(axis=0)
            self.state["batches"] += 1
        return x - self.state["mean"]

    def backward(self, dout):
        return dout


def centred(seed=0):
    rng = np.random.default_rng(seed)
    W1, W2 = (rng.standard_normal(shape).astype(np.float32) for shape in ((4, 5), (5, 3)))
    return Network([Centre(4), Affine(W1, np.zeros(5, np.float32)), Centre(5), Relu(), Affine(W2, np.zeros(3, np.float32))])


def points(sizes, seed=3):
    rng = np.random.default_rng(seed)
    return (rng.random((60, sizes[0]), np.float32) + 1), rng.integers(0, sizes[1], 60)


def train(net, optimizer, count, rng=0, **options):
    return [step.loss for step in steps(net, optimizer, *points((4, 3)), batch_size=7, iterations=count, rng=rng, **options)]


def test_state_is_saved_and_loaded_in_place(path):
    one, other = centred(1), centred(2)
    train(one, SGD(0.1), 9)
    arrays = other.state
    save_weights(path, one)
    with np.load(path) as file:
        assert set(file.files) == {*one.params, *(f"state/{name}" for name in one.state)}
        assert "state/mean2" in file.files and file["state/batches1"] == 9
    load_weights(path, other)
    assert same(one, other) and all(np.array_equal(value, other.state[name]) for name, value in one.state.items())
    assert all(other.state[name] is value for name, value in arrays.items()) and arrays["batches1"].dtype == np.int64
    x, _ = points((4, 3))
    assert np.array_equal(one.predict(x), other.predict(x))


def test_a_file_of_parameters_alone_still_loads_where_there_is_no_state(path):
    np.savez_compressed(path, **network(1).params)  # what save_weights wrote before it knew of state
    other = network(2)
    load_weights(path, other)
    assert same(other, network(1))


def test_state_that_is_missing_or_too_much_or_of_another_shape_is_named(path):
    whole, net = centred(1), centred(7)
    arrays = dict(whole.params) | {f"state/{name}": value for name, value in whole.state.items()}
    for change, match in (
        (lambda a: [a.pop(f"state/{name}") for name in whole.state], "Missing in the file: state/mean1, .*before the layers"),
        (lambda a: a.pop("state/mean2"), "Missing in the file: state/mean2; not in this network: nothing"),
        (lambda a: a.update({"state/var1": np.ones(3)}), "Missing in the file: nothing; not in this network: state/var1"),
        (lambda a: a.update({"state/mean1": np.ones(9, np.float32)}), r"state/mean1 in .* has shape \(9,\), .* \(4,\)"),
        (lambda a: a.update({"state/mean1": np.ones(4, int)}), "state/mean1 in .* holds int64, not floats"),
        (lambda a: a.update({"state/batches2": np.array(1.5)}), "state/batches2 in .* holds float64, not int64"),
    ):
        changed = dict(arrays)
        change(changed)
        np.savez(path, **changed)
        kept = {name: value.copy() for name, value in net.state.items()}
        refused(path, match, into=net)
        assert all(np.array_equal(value, net.state[name]) for name, value in kept.items())
    save_weights(path, whole)
    plain = Network([Affine(whole.params[f"W{i}"], whole.params[f"b{i}"]) for i in (1, 2)])
    refused(path, "not in this network: state/mean1", into=plain)


def test_a_network_that_cannot_be_written_to_is_left_whole(path):
    save_weights(path, network(1))
    net = network(7)
    net.params["b2"].flags.writeable = False
    refused(path, "b2 of this network is read-only.*", into=net)


def test_numbers_that_the_networks_dtype_cannot_hold_are_named(path):
    large = network(1, dtype=np.float64)
    large.params["b2"][0] = 1e300
    save_weights(path, large)
    refused(path, "b2 in .* holds float64 numbers that are too large for this network's float32")
    large.params["b2"][0] = np.inf  # that it can
    save_weights(path, large)
    load_weights(path, network(2))


def test_what_is_no_network_is_refused(path):
    for wrong in (network().params, None, TwoLayerNet, "net"):
        with pytest.raises(TypeError, match="network must be a network, such as TwoLayerNet"):
            save_weights(path, wrong)
    save_weights(path, network())
    with pytest.raises(TypeError, match="not a dict"):
        load_weights(path, network().params)


# ---------------------------------------------------------------- the optimizer's memory

KINDS = [SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam]


def plain(seed):
    return MultiLayerNet([4, 6, 3], seed, dtype=np.float64)


@pytest.mark.parametrize("make", [centred, plain])
@pytest.mark.parametrize("kind", KINDS)
def test_a_run_that_was_saved_and_loaded_goes_on_with_the_same_numbers(path, kind, make):
    whole, optimizer, rng = make(1), kind(0.01), np.random.default_rng(5)
    train(whole, optimizer, 8, rng)
    save_weights(path, whole, optimizer)
    order = rng.bit_generator.state
    losses = train(whole, optimizer, 8, rng)
    other, again, rng = make(2), kind(0.01), np.random.default_rng(0)
    rng.bit_generator.state = order
    train(other, again, 3)  # whatever it remembered is forgotten
    rng.bit_generator.state = order
    load_weights(path, other, again)
    assert train(other, again, 8, rng) == losses
    assert same(whole, other) and all(np.array_equal(value, other.state[name]) for name, value in whole.state.items())
    if kind is not SGD:  # and it matters
        load_weights(path, other)
        rng.bit_generator.state = order
        assert train(other, kind(0.01), 8, rng) != losses


def test_with_a_schedule_too(path):
    plan, net, optimizer = cosine(0.05, 20), centred(1), Momentum(1)
    whole, its_own, order = centred(1), Momentum(1), np.random.default_rng(5)
    run = steps(whole, its_own, *points((4, 3)), iterations=20, rng=order, batch_size=60, schedule=plan)
    losses = [step.loss for step in run]
    first, rng = [], np.random.default_rng(5)
    first += [step.loss for step in steps(net, optimizer, *points((4, 3)), iterations=9, rng=rng, batch_size=60, schedule=plan)]
    save_weights(path, net, optimizer)
    other, again = centred(3), Momentum(1)
    load_weights(path, other, again)
    options = {"iterations": 11, "rng": rng, "batch_size": 60, "schedule": lambda iteration: plan(9 + iteration)}
    assert first + [step.loss for step in steps(other, again, *points((4, 3)), **options)] == losses


def test_what_stands_in_the_file(path):
    net, optimizer = network(1), Adam(0.01)
    optimizer.update(net.params, net.params)
    save_weights(path, net, optimizer)
    with np.load(path, allow_pickle=False) as file:
        names = {f"optimizer/{name}/{what}" for name in net.params for what in ("mean", "squares", "steps")}
        assert set(file.files) == {*net.params, *names, "optimizer"}
        assert str(file["optimizer"]) == "Adam" and file["optimizer/W1/steps"] == 1
        assert file["optimizer/b2/mean"].dtype == np.float32
    other = network(2)
    load_weights(path, other)  # the network alone
    assert same(net, other)


def test_loading_into_a_network_in_use_keeps_its_optimizer(path):
    net, optimizer = centred(1), Momentum(0.1)
    train(net, optimizer, 5)
    save_weights(path, net, optimizer)
    train(net, optimizer, 5)
    load_weights(path, net, optimizer)
    load_weights(path, net)
    train(net, optimizer, 5)  # the arrays are the same
    other = centred(2)
    with pytest.raises(ValueError, match="another network"):
        train(other, optimizer, 1)
    load_weights(path, other, optimizer)
    train(other, optimizer, 1)
    with pytest.raises(ValueError, match="another network"):
        train(net, optimizer, 1)


def test_an_optimizer_that_has_not_moved_yet_or_remembers_nothing(path):
    for kind in KINDS:
        save_weights(path, network(1), kind(0.1))
        net, optimizer = network(2), kind(0.1)
        optimizer.update(net.params, net.params)
        load_weights(path, net, optimizer)
        assert optimizer.state == {} and same(net, network(1))


def memory_refused(path, optimizer, match):
    net = network(7)
    optimizer.update(net.params, net.params)
    kept = {name: {what: np.copy(value) for what, value in memory.items()} for name, memory in optimizer.state.items()}
    before = {name: value.copy() for name, value in net.params.items()}
    with pytest.raises(ValueError, match=match) as error:
        load_weights(path, net, optimizer)
    assert path.name in str(error.value)
    assert all(np.array_equal(value, net.params[name]) for name, value in before.items())
    for name, memory in kept.items():
        assert all(np.array_equal(value, optimizer.state[name][what]) for what, value in memory.items())


def test_a_memory_that_does_not_fit_is_named_and_changes_nothing(path):
    save_weights(path, network(1))
    memory_refused(path, Adam(), r"holds nothing of an optimizer.*save_weights\(path, network, optimizer\)")
    net, optimizer = network(1), AdaGrad()
    optimizer.update(net.params, net.params)
    save_weights(path, net, optimizer)
    memory_refused(path, RMSProp(), "holds what AdaGrad remembers, but the optimizer given is RMSProp")
    with np.load(path) as file:
        arrays = dict(file)
    for change, match in (
        ({"optimizer/W1/squares": np.ones((5, 6), np.float32)}, r"optimizer/W1/squares in .* has shape \(5, 6\)"),
        ({"optimizer/W1/squares": np.ones((6, 5), complex)}, "optimizer/W1/squares in .* holds complex128, not floats"),
        ({"optimizer/W9/squares": np.ones(3)}, "optimizer/W9/squares in .* belongs to no parameter of this network"),
        ({"optimizer/squares": np.ones(3)}, "optimizer/squares in .* belongs to no parameter"),
        ({"optimizer/W1/more": np.ones((6, 5))}, "more of the optimizer for some parameters than for others"),
        ({"optimizer": np.array(3)}, "holds what 3 remembers"),
        ({"W9": np.ones(3)}, "not in this network: W9"),
    ):
        np.savez(path, **{**arrays, **change})
        memory_refused(path, AdaGrad(), match)


def test_an_optimizer_of_another_network_is_not_saved(path):
    net, optimizer = network(1), Momentum()
    optimizer.update(net.params, net.params)
    for other in (network(1), network(1, sizes=(6, 4, 3)), network(1, sizes=(6, 3))):
        with pytest.raises(ValueError, match="this optimizer remembers .* of another network"):
            save_weights(path, other, optimizer)
    for wrong in (Adam, "Adam", np.random.default_rng(0), 0.1):
        with pytest.raises(TypeError, match="optimizer must be one of helpers.optimizers"):
            save_weights(path, net, wrong)
    assert not path.exists()
    save_weights(path, net, optimizer)
    for wrong in (Momentum, "Momentum"):
        with pytest.raises(TypeError, match="optimizer must be one of helpers.optimizers"):
            load_weights(path, net, wrong)


def test_long_lists_of_names_are_cut(path):
    save_weights(path, network(1, sizes=[2] * 30))
    refused(path, r"holds W1, b1, .* … \(58 in all\), but .* W1, b1, W2, b2\. .*not in this network: W3, .* … \(54 in all\)")


# ---------------------------------------------------------------- architecture


@pytest.mark.parametrize(
    "net",
    [
        TwoLayerNet(6, 5, 3, 0),
        TwoLayerNet(6, 5, 3, 0, activation="tanh", loss="squared_error", dtype=np.float64),
        MultiLayerNet([6, 4, 7, 3], 0, activation="sigmoid"),
        MultiLayerNet(np.array([6, 3]), 0),
        TwoLayerNet(6, 5, 3, 0).astype(np.float64),
    ],
)
def test_json_and_weights_give_the_same_network_back(path, net):
    save_weights(path, net)
    again = from_json(to_json(net), rng=9)
    assert type(again) is type(net)
    assert to_json(again) == to_json(net)
    assert not same(net, again)  # starting weights
    load_weights(path, again)
    x = np.random.default_rng(0).random((8, 6)).astype(net.params["W1"].dtype)
    assert np.array_equal(again.predict(x), net.predict(x))
    assert again.loss(x, np.arange(8) % 3) == net.loss(x, np.arange(8) % 3)


def test_from_json_takes_its_weights_from_rng():
    text = to_json(network())
    assert same(from_json(text, np.random.default_rng(0)), network(0))
    assert not same(from_json(text, np.random.default_rng(1)), network(0))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "garbage",
        "[1, 2]",
        "null",
        '"TwoLayerNet"',
        "{}",
        '{"network": "NoSuchNet"}',
        '{"network": "Affine"}',
        '{"network": "np"}',
        '{"network": "Network"}',
        '{"network": ["TwoLayerNet"]}',
        '{"network": "TwoLayerNet"}',
        '{"network": "TwoLayerNet", "input_size": 6, "hidden_size": 5, "output_size": 3, "extra": 1}',
        '{"network": "TwoLayerNet", "input_size": -6, "hidden_size": 5, "output_size": 3}',
        '{"network": "MultiLayerNet", "sizes": [6, 3], "activation": "gelu"}',
        '{"network": "MultiLayerNet", "sizes": [6, "x"]}',
        None,
    ],
)
def test_json_that_describes_no_network(text):
    with pytest.raises(ValueError, match="not a network's description"):
        from_json(text)


def test_a_network_of_loose_layers_has_no_description(path):
    net = Network([Affine(np.ones((2, 3)), np.ones(3))])
    with pytest.raises(TypeError, match="this is a Network"):
        to_json(net)
    save_weights(path, net)  # its weights can be saved all the same
    load_weights(path, net)


def test_a_missing_file_is_answered_with_where_the_weights_are(tmp_path, monkeypatch):
    def told(path):
        with pytest.raises(FileNotFoundError) as caught:
            load_weights(path, network())
        return str(caught.value)

    monkeypatch.chdir(tmp_path)
    own = told("../data/weights/two_layer_net_digits.npz")
    assert "helpers.datasets.DATA / 'weights' / 'two_layer_net_digits.npz'" in own and "Save weights first" not in own
    save_weights("my_weights.npz", network())
    typo = told("my_weigths.npz")
    assert "'my_weights.npz'" in typo and "Save weights first" not in typo
    assert "Save weights first" in told("another_net.npz")
    assert str(tmp_path / "another_net.npz") in told("another_net.npz")  # where a relative path led to
