"""The one atomic writer: whole or not at all, however many write at once and whatever goes wrong."""

import errno
import multiprocessing
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from helpers.checkpoints import load_weights, save_weights
from helpers.networks import TwoLayerNet
from helpers.writing import replacing


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_text_and_bytes(tmp_path):
    with replacing(tmp_path / "ä.md") as file:
        file.write("Größe\nα\n")
    with replacing(str(tmp_path / "b.bin"), "wb") as file:
        file.write(b"\x00\r\n\xff")
    assert (tmp_path / "ä.md").read_bytes() == "Größe\nα\n".encode()  # UTF-8 and \n on every system
    assert (tmp_path / "b.bin").read_bytes() == b"\x00\r\n\xff"
    assert names(tmp_path) == ["b.bin", "ä.md"]


def test_the_older_file_is_there_until_the_end(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with replacing(path) as file:
        file.write("new")
        file.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


@pytest.mark.parametrize("problem", [ValueError("x"), KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
@pytest.mark.parametrize("older", [True, False])
def test_after_an_error_nothing_has_happened(tmp_path, problem, older):
    path = tmp_path / "a.txt"
    if older:
        path.write_text("old")
    with pytest.raises(type(problem)), replacing(path) as file:
        file.write("half of it")
        raise problem
    assert names(tmp_path) == (["a.txt"] if older else [])
    assert not older or path.read_text() == "old"


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no folder .*nowhere to write a.txt into"):
        with replacing(tmp_path / "nowhere" / "a.txt"):
            pytest.fail("the block must not be entered")
    with pytest.raises(IsADirectoryError, match="is a folder, not a file"), replacing(tmp_path, "wb"):
        pytest.fail("the block must not be entered")
    assert tmp_path.is_dir() and names(tmp_path) == [] and names(tmp_path.parent).count(tmp_path.name) == 1
    assert not [name for name in names(tmp_path.parent) if name.endswith(".part")]


@pytest.mark.parametrize("mode", ["a", "r", "x", "r+b", "wt", "", None])
def test_other_modes_are_refused(tmp_path, mode):
    with pytest.raises(ValueError, match="mode must be 'w' for text or 'wb'"), replacing(tmp_path / "a", mode):
        pass
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with replacing(tmp_path / "link.txt") as file:
        file.write("new")
    assert (tmp_path / "link.txt").is_symlink() and (tmp_path / "real.txt").read_text() == "new"


def test_two_at_once_in_one_thread(tmp_path):
    path = tmp_path / "a.txt"
    with replacing(path) as outer:
        outer.write("outer")
        with replacing(path) as inner:
            inner.write("inner")
        assert path.read_text() == "inner"
    assert path.read_text() == "outer" and names(tmp_path) == ["a.txt"]


def write_often(path, mark):
    for _ in range(20):
        with replacing(path, "wb") as file:
            for _ in range(10):
                file.write(bytes([mark]) * 1000)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may refuse to replace a file at the very moment another does")
def test_eight_threads_and_two_processes_write_to_one_path(tmp_path):
    path = tmp_path / "a.bin"
    others = [multiprocessing.get_context("spawn").Process(target=write_often, args=(path, mark)) for mark in (8, 9)]
    for process in others:
        process.start()
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(write_often, path, mark) for mark in range(8)]:
            done.result()
    for process in others:
        process.join()
        assert process.exitcode == 0
    content = path.read_bytes()
    assert len(content) == 10_000 and len(set(content)) == 1  # one writer's, whole
    assert names(tmp_path) == ["a.bin"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows may refuse to replace a file at the very moment another does")
def test_eight_threads_save_weights_to_one_path(tmp_path):
    path, start = tmp_path / "weights.npz", threading.Barrier(8)
    nets = [TwoLayerNet(30, 20, 10, seed) for seed in range(8)]

    def save(net):
        start.wait()
        for _ in range(5):
            save_weights(path, net)

    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(save, net) for net in nets]:
            done.result()  # with one temporary name per process, some met FileNotFoundError here
    found = TwoLayerNet(30, 20, 10, 99)
    load_weights(path, found)
    assert any(np.array_equal(found.params["W1"], net.params["W1"]) for net in nets)
    assert os.listdir(tmp_path) == ["weights.npz"]
