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
from helpers.layers import Affine
from helpers.networks import MultiLayerNet, Network, TwoLayerNet


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
