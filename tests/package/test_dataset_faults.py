"""Every fault that a data file, a folder or a connection can have: each gives an error that names it and the cure."""

import errno
import gzip
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import tiny_idx
from hypothesis import given
from hypothesis import strategies as st
from test_datasets import DATA, DOWNLOAD, tiny, write_csv  # noqa: F401  (tiny is a fixture)

from helpers import datasets, writing
from helpers.datasets import DamagedFile, DatasetUnavailable, downloading, files, places, sources
from helpers.datasets import __main__ as command

CURE = "Delete it, then run: python -m helpers.datasets mnist"
HTML = b"\n<!DOCTYPE html><html><body>Please log in.</body></html>"
IMAGES, LABELS, TEST_IMAGES, TEST_LABELS = tiny_idx.NAMES


def assert_damaged(folder, name, *words):
    """Loading the folder fails, and the message names the file, what is wrong and the cure."""
    with pytest.raises(DamagedFile) as caught:
        datasets.load_mnist(folder)
    message = str(caught.value)
    assert message.startswith(f"{folder / name}: ") and CURE in message
    assert len(message) - len(str(folder)) < 800  # a message, not the file
    for word in words:
        assert word in message


# A damaged file


@pytest.mark.parametrize("name", tiny_idx.NAMES)
def test_cut_in_half_unpacked(tiny, tmp_path, name):  # noqa: F811
    contents = {**tiny, name: tiny[name][: len(tiny[name]) // 2]}
    assert_damaged(tiny_idx.write(tmp_path, contents), name, f"expected {len(tiny[name]):,}", "broke off")


@pytest.mark.parametrize("name", tiny_idx.NAMES)
def test_cut_in_half_packed(tiny, tmp_path, name):  # noqa: F811
    folder = tiny_idx.write(tmp_path, tiny, packed=True)
    path = folder / f"{name}.gz"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert_damaged(folder, path.name, "cannot be unpacked", "broke off")


@pytest.mark.parametrize("packed", [False, True])
def test_empty(tiny, tmp_path, packed):  # noqa: F811
    folder = tiny_idx.write(tmp_path, tiny, packed)
    path = places.path_of(folder, sources.SOURCES["mnist"].files[2])
    path.write_bytes(b"")
    assert_damaged(folder, path.name, "it is empty (0 bytes)")


@pytest.mark.parametrize("packed", [False, True])
def test_web_page_in_its_place(tiny, tmp_path, packed):  # noqa: F811
    folder = tiny_idx.write(tmp_path, tiny, packed)
    path = places.path_of(folder, sources.SOURCES["mnist"].files[0])
    path.write_bytes(HTML)
    assert_damaged(folder, path.name, "web page (HTML)", "log-in")


def test_one_changed_label(tiny, tmp_path):  # noqa: F811
    changed = bytearray(tiny[LABELS])
    changed[-1] = (changed[-1] + 1) % 10
    folder = tiny_idx.write(tmp_path, {**tiny, LABELS: bytes(changed)})
    assert_damaged(folder, LABELS, "contents were changed", sources.SOURCES["mnist"].files[1].checksum)


def test_one_changed_label_in_a_packed_file(tiny, tmp_path):  # noqa: F811
    changed = bytearray(tiny[TEST_LABELS])
    changed[8] = (changed[8] + 1) % 10
    folder = tiny_idx.write(tmp_path, {**tiny, TEST_LABELS: bytes(changed)}, packed=True)
    assert_damaged(folder, f"{TEST_LABELS}.gz", "contents were changed")


def test_images_and_labels_of_different_length(tiny, tmp_path):  # noqa: F811
    shorter = tiny_idx.idx(np.frombuffer(tiny[LABELS], np.uint8, offset=8)[:29])
    folder = tiny_idx.write(tmp_path, {**tiny, LABELS: shorter})
    assert_damaged(folder, LABELS, "its header says 29, expected 30", "do not belong together")


def test_wrong_magic_number(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path, {**tiny, IMAGES: b"\x00\x00\x0d\x03" + tiny[IMAGES][4:]})
    assert_damaged(folder, IMAGES, "magic number is 3331, expected 2051 (images)", "no IDX file")


def test_labels_in_the_place_of_images(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path, {**tiny, IMAGES: tiny[LABELS]})
    assert_damaged(folder, IMAGES, "magic number is 2049, expected 2051 (images)", "a file of labels under the name")


def test_training_part_in_the_place_of_the_test_part(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path, {**tiny, TEST_IMAGES: tiny[IMAGES]})
    assert_damaged(folder, TEST_IMAGES, "its header says 30 x 6 x 5, expected 10 x 6 x 5", "another file under this name")


def test_images_turned(tiny, tmp_path):  # noqa: F811
    turned = tiny_idx.idx(np.frombuffer(tiny[IMAGES], np.uint8, offset=16).reshape(30, 5, 6))
    assert_damaged(tiny_idx.write(tmp_path, {**tiny, IMAGES: turned}), IMAGES, "30 x 5 x 6, expected 30 x 6 x 5")


def test_another_data_set_under_the_same_names(tiny, tmp_path):  # noqa: F811
    """Fashion-MNIST's files are named as MNIST's and have the same header: only the checksum tells."""
    _, other = tiny_idx.make(seed=2)
    assert_damaged(tiny_idx.write(tmp_path, other), IMAGES, "contents were changed", "another data set's file")


def test_bytes_added_at_the_end(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path, {**tiny, LABELS: tiny[LABELS] + b"\n"})
    assert_damaged(folder, LABELS, "39 bytes unpacked, expected 38")


SOURCE, CONTENTS = tiny_idx.make(size=(3, 2), train=5)


def read_changed(folder, data):
    """Read bytes as the training images: the right array, or None when they are refused."""
    path = folder / "file"
    path.write_bytes(data)
    try:
        return files.read_idx(path, SOURCE.files[0], "cure")
    except DamagedFile:
        return None


def test_every_cut_and_every_changed_byte_is_found(tmp_path):
    whole = CONTENTS[IMAGES]
    assert read_changed(tmp_path, whole) is not None
    for i in range(len(whole)):
        assert read_changed(tmp_path, whole[:i]) is None
        assert read_changed(tmp_path, whole[:i] + bytes([whole[i] ^ 1]) + whole[i + 1 :]) is None


def test_no_damage_to_a_packed_file_gives_other_pixels(tmp_path):
    """Some bytes of a packed file do not matter, such as its date; whatever is read is right."""
    whole = tiny_idx.pack(CONTENTS[IMAGES])
    right = read_changed(tmp_path, whole)
    refused = 0
    for i in range(len(whole)):
        assert read_changed(tmp_path, whole[:i]) is None
        came = read_changed(tmp_path, whole[:i] + bytes([whole[i] ^ 255]) + whole[i + 1 :])
        assert came is None or np.array_equal(came, right)
        refused += came is None
    assert refused > len(whole) // 2


@given(data=st.binary(max_size=100), packed=st.booleans())
def test_no_other_bytes_are_taken_for_the_file(tmp_path_factory, data, packed):
    folder = tmp_path_factory.getbasetemp()
    assert read_changed(folder, gzip.compress(data) if packed else data) is None


# A file or a folder that is not there, or not ours to read


def test_file_missing(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", tiny)
    (folder / TEST_LABELS).unlink()
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(folder)
    assert f"{folder}: missing {TEST_LABELS}\n" in str(caught.value)
    assert "python -m helpers.datasets mnist" in str(caught.value) and "load_digits()" in str(caught.value)


def test_given_folder_is_not_there(tiny, tmp_path):  # noqa: F811
    """The data folder has the files, and yet: who names a folder means that folder."""
    tiny_idx.write(tmp_path / "data" / "mnist", tiny)
    assert len(datasets.load_mnist().x_train) == 24
    with pytest.raises(DatasetUnavailable, match=re.escape(f"{tmp_path / 'nowhere'}: no such folder")):
        datasets.load_mnist(tmp_path / "nowhere")


def test_given_folder_never_asks_the_network(tiny, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(downloading, "download", lambda *_: pytest.fail("folder= must not ask the network"))
    with pytest.raises(DatasetUnavailable):
        datasets.load_mnist(tmp_path / "nowhere")
    with pytest.raises(DatasetUnavailable):
        datasets.load_mnist(download=False)


def test_given_folder_is_a_file(tiny, tmp_path):  # noqa: F811
    path = tmp_path / IMAGES
    path.write_bytes(tiny[IMAGES])
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(path)
    assert f"{path} cannot be looked into" in str(caught.value) and "must be a folder" in str(caught.value)


def test_nothing_there_says_where_it_looked_and_what_to_do(tiny, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(download=False)
    message = str(caught.value)
    assert f"{tmp_path / 'shared' / 'mnist'}: no such folder" in message
    assert f"{tmp_path / 'data' / 'mnist'}: no such folder" in message
    assert "python -m helpers.datasets mnist" in message and "By hand" in message and "load_digits()" in message


def test_folder_without_rights(tiny, tmp_path, monkeypatch):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", tiny)

    def refuse(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(folder)
    message = str(caught.value)
    assert f"{folder} cannot be looked into: {os.strerror(errno.EACCES)}" in message
    assert "the right to read" in message and "HELPERS_DATA" in message and "load_digits()" in message


def test_file_without_rights(tiny, tmp_path, monkeypatch):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", tiny)

    def refuse(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(folder)
    assert f"{folder / IMAGES} cannot be read: {os.strerror(errno.EACCES)}" in str(caught.value)
    assert "the right to read" in str(caught.value)


RIGHTS_HOLD = os.name == "posix" and os.geteuid() != 0  # root may read everything, and Windows has other rights


@pytest.mark.skipif(not RIGHTS_HOLD, reason="rights do not hold for root; the tests above stand in for this one")
@pytest.mark.parametrize("rights", [0o000, 0o444])
def test_real_folder_without_rights(tiny, tmp_path, rights):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", tiny)
    folder.chmod(rights)
    try:
        with pytest.raises(DatasetUnavailable, match="the right to read"):
            datasets.load_mnist(folder)
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(not RIGHTS_HOLD, reason="rights do not hold for root; the test after this one stands in for it")
def test_real_data_folder_that_may_not_be_written(tiny, tmp_path, monkeypatch):  # noqa: F811
    (tmp_path / "data").mkdir()
    (tmp_path / "data").chmod(0o555)
    try:
        assert_not_saved(tiny, tmp_path, monkeypatch, errno.EACCES)
    finally:
        (tmp_path / "data").chmod(0o755)


# Saving


def assert_not_saved(contents, tmp_path, monkeypatch, number):
    """With a good mirror, loading fails for want of a place to save: says so, leaves nothing, tries no other mirror."""
    folder = tmp_path / "data" / "mnist"
    with tiny_idx.server(tiny_idx.packed_pages(contents)) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address, address])[0])
        with pytest.raises(DatasetUnavailable) as caught:
            datasets.load_mnist()
    message = str(caught.value)
    assert f"cannot be saved in {folder}: {os.strerror(number)}" in message
    assert "Make room" in message and "load_digits()" in message
    assert not folder.exists() or not list(folder.iterdir())


class FullDisk:
    """A file on a disk that has room for half of what is written to it."""

    def __init__(self, file, number):
        self.file, self.number = file, number

    def write(self, data):
        self.file.write(data[: len(data) // 2])
        self.file.flush()
        raise OSError(self.number, os.strerror(self.number))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()


def test_full_disk(tiny, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(writing, "open", lambda *args: FullDisk(open(*args), errno.ENOSPC), raising=False)
    assert_not_saved(tiny, tmp_path, monkeypatch, errno.ENOSPC)


def test_data_folder_that_may_not_be_written(tiny, tmp_path, monkeypatch):  # noqa: F811
    def refuse(path, mode):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(writing, "open", refuse, raising=False)
    assert_not_saved(tiny, tmp_path, monkeypatch, errno.EACCES)


# The network


def load_from(monkeypatch, *mirrors, **sizes):
    monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make(mirrors, **sizes)[0])
    return datasets.load_mnist()


def assert_nothing_left(tmp_path):
    assert list((tmp_path / "data" / "mnist").iterdir()) == []


def test_all_mirrors_down(tiny, tmp_path, monkeypatch):  # noqa: F811
    with tiny_idx.nobody() as first, tiny_idx.nobody() as second, pytest.raises(DatasetUnavailable) as caught:
        load_from(monkeypatch, first, second)
    message = str(caught.value)
    assert f"{first}: no connection" in message and f"{second}: no connection" in message
    assert "Check the connection" in message and "By hand" in message and "load_digits()" in message
    assert_nothing_left(tmp_path)


def refused(monkeypatch, *mirrors):
    """The message when no mirror gave the data."""
    with pytest.raises(DatasetUnavailable) as caught:
        load_from(monkeypatch, *mirrors)
    message = str(caught.value)
    assert "could not be downloaded" in message and "By hand" in message and len(message) < 1500
    return message


def test_a_proxy_that_is_not_there_is_a_proxy(tiny, monkeypatch):  # noqa: F811
    with tiny_idx.nobody() as address:
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        for name in ("HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, address)
        message = refused(monkeypatch, "http://mirror.invalid/")
    assert "the proxy on the way did not let it through (ProxyError)" in message and "HTTPS_PROXY" in message
    assert "no connection" not in message and "certificate" not in message


def test_a_mirror_that_does_not_speak_tls_is_not_called_a_certificates_fault(tiny, monkeypatch):  # noqa: F811
    with tiny_idx.server({}) as address:
        message = refused(monkeypatch, address.replace("http:", "https:"))
    assert "no secure connection (TLS) (SSLError)" in message and "certificate" not in message


def test_a_refused_certificate(tiny, monkeypatch):  # noqa: F811
    """What requests says behind a proxy that signs with its own certificate; the text is OpenSSL's."""
    import pooch
    import requests

    text = "(Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed')))"

    def refuse(*_):
        raise requests.exceptions.SSLError(text)

    monkeypatch.setattr(pooch.HTTPDownloader, "__call__", refuse)
    message = refused(monkeypatch, "https://one.invalid/", "https://two.invalid/")
    assert message.count("its certificate was refused (SSLError)") == 2 and message.count("REQUESTS_CA_BUNDLE") == 1
    assert "no connection" not in message


def test_a_list_of_certificates_that_is_not_there_is_no_full_disk(tiny, tmp_path, monkeypatch):  # noqa: F811
    """It is an OSError, as a full disk is one."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "nowhere.pem"))
    message = refused(monkeypatch, "https://127.0.0.1:1/")
    assert "nowhere.pem" in message and "REQUESTS_CA_BUNDLE" in message and "cannot be saved" not in message


def test_a_mirror_that_does_not_answer(tiny, monkeypatch):  # noqa: F811
    import pooch
    import requests

    def stall(*_):
        raise requests.exceptions.ReadTimeout("30 s")

    monkeypatch.setattr(pooch.HTTPDownloader, "__call__", stall)
    assert "no answer in time (ReadTimeout)" in refused(monkeypatch, "https://one.invalid/")


def test_mirror_without_the_file(tiny, tmp_path, monkeypatch):  # noqa: F811
    with tiny_idx.server({}) as address, pytest.raises(DatasetUnavailable, match=f"{address}: answered 404"):
        load_from(monkeypatch, address)
    assert_nothing_left(tmp_path)


def test_first_mirror_down_second_good(tiny, monkeypatch):  # noqa: F811
    with tiny_idx.nobody() as first, tiny_idx.server(tiny_idx.packed_pages(tiny)) as second:
        assert len(load_from(monkeypatch, first, second).x_train) == 24


@pytest.mark.parametrize("served", [HTML, b"", tiny_idx.pack(b"other bytes"), b"\x1f\x8b junk"])
def test_mirror_with_wrong_bytes(tiny, tmp_path, monkeypatch, served):  # noqa: F811
    pages = dict.fromkeys(tiny_idx.packed_pages(tiny), served)
    with tiny_idx.server(pages) as bad, tiny_idx.server(tiny_idx.packed_pages(tiny)) as good:
        with pytest.raises(DatasetUnavailable) as caught:
            load_from(monkeypatch, bad)
        assert f"{bad}{IMAGES}.gz: it " in str(caught.value)
        assert_nothing_left(tmp_path)
        assert len(load_from(monkeypatch, bad, good).x_train) == 24


@pytest.mark.parametrize("say_length", [True, False])
def test_mirror_that_breaks_off(tiny, tmp_path, monkeypatch, say_length):  # noqa: F811
    """With the length announced the connection is seen to break; without, only the bytes can tell."""
    pages = tiny_idx.packed_pages(tiny)
    with tiny_idx.server(pages, send=0.5, say_length=say_length) as bad, tiny_idx.server(pages) as good:
        with pytest.raises(DatasetUnavailable, match="broke off"):
            load_from(monkeypatch, bad)
        assert_nothing_left(tmp_path)
        assert len(load_from(monkeypatch, bad, good).x_train) == 24


def test_second_mirror_goes_on_where_the_first_stopped(tiny, monkeypatch):  # noqa: F811
    pages = tiny_idx.packed_pages(tiny)
    first = {path: pages[path] for path in list(pages)[:2]}
    second = {path: pages[path] for path in list(pages)[2:]}
    with tiny_idx.server(first) as one, tiny_idx.server(second) as two:
        assert len(load_from(monkeypatch, one, two).x_test) == 10


def test_packed_checksum_is_checked_where_there_is_one(tiny, tmp_path, monkeypatch):  # noqa: F811
    """For Fashion-MNIST the right bytes, packed in another way, are not taken from a mirror."""
    pages = tiny_idx.packed_pages(tiny)
    source, _ = tiny_idx.make()
    path = tmp_path / "part"
    path.write_bytes(pages[f"/{IMAGES}.gz"])
    for checksum in (files.checksum_of(path.read_bytes(), "sha256:"), ""):
        downloading._check_download("url", path, with_packed_checksum(source.files[0], checksum))
    with pytest.raises(DamagedFile, match="packed file"):
        downloading._check_download("url", path, with_packed_checksum(source.files[0], "sha256:0"))


def with_packed_checksum(file, checksum):
    return files.IdxFile(file.name, file.shape, file.checksum, file.packed_bytes, checksum)


BIG = {"size": (60, 50), "train": 100}  # its first half is more than one piece of a download


def test_killed_download(tiny, tmp_path, monkeypatch):  # noqa: F811
    """Killed with half a file on the disk: the half is not taken for the whole, neither now nor later."""
    _, contents = tiny_idx.make(**BIG)
    pages = tiny_idx.packed_pages(contents)
    folder = tmp_path / "data" / "mnist"
    code = DOWNLOAD.replace("make([sys.argv[1]])", f"make([sys.argv[1]], **{BIG})")
    environment = {**os.environ, "PYTHONPATH": str(Path(tiny_idx.__file__).parent)}
    with tiny_idx.server(pages, send=0.5, stall=tiny_idx.threading.Event()) as slow:
        process = subprocess.Popen([sys.executable, "-c", code, slow, str(tmp_path / "data")], env=environment)
        try:
            half = wait_for(lambda: [path for path in folder.glob("*") if path.stat().st_size > 2**16])
        finally:
            process.kill()
            process.wait()
    assert process.returncode != 0
    assert list(folder.iterdir()) == half  # what was half written is still there
    monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make(**BIG)[0])
    with pytest.raises(DatasetUnavailable, match=f"missing {IMAGES}"):
        datasets.load_mnist(download=False)
    with tiny_idx.server(pages) as good:
        assert load_from(monkeypatch, good, **BIG).x_train.shape == (94, 3000)
    os.utime(half[0], (time.time() - 7200,) * 2)
    (folder / f"{IMAGES}.gz").unlink()
    with tiny_idx.server(pages) as good:
        load_from(monkeypatch, good, **BIG)
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.gz" for name in contents)


def wait_for(condition, seconds=600):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if result := condition():
            return result
        time.sleep(0.02)
    raise AssertionError("waited in vain")


def test_download_stopped_by_the_keyboard(tiny, tmp_path, monkeypatch, capsys):  # noqa: F811
    def stop(*_):
        raise KeyboardInterrupt

    with tiny_idx.server(tiny_idx.packed_pages(tiny)) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        monkeypatch.setattr(downloading, "_check_download", stop)
        assert command.main(["mnist"]) == 130
    assert "Nothing half downloaded was kept" in capsys.readouterr().err
    assert_nothing_left(tmp_path)


def test_damaged_file_on_the_command_line(tiny, tmp_path, capsys):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "data" / "mnist", {**tiny, LABELS: b""})
    assert command.main(["mnist"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"{folder / LABELS}: it is empty") and CURE in err


def test_the_cure_cures(tiny, tmp_path, monkeypatch):  # noqa: F811
    """Do as the message says: delete the file, run the command, load again. Also with HELPERS_DATA."""
    shared = tiny_idx.write(tmp_path / "shared" / "mnist", {**tiny, LABELS: HTML})
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    with pytest.raises(DamagedFile):
        datasets.load_mnist()
    (shared / LABELS).unlink()
    with tiny_idx.server(tiny_idx.packed_pages(tiny)) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        assert command.main(["mnist"]) == 0
    assert len(datasets.load_mnist().x_train) == 24


# The bundled digits


def changed_digits(path):
    with np.load(DATA / "digits.npz", allow_pickle=False) as file:
        images, labels = file["images"], file["labels"].copy()
    labels[5] = (labels[5] + 1) % 10
    np.savez_compressed(path, images=images, labels=labels)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(HTML),
        lambda path: np.savez(path, images=np.zeros((2, 64))),
        lambda path: np.savez(path, images=np.array([{}]), labels=np.array([{}])),
        changed_digits,
    ],
    ids=["cut in half", "empty", "web page", "no labels", "pickles", "one changed label"],
)
def test_damaged_digits(tiny, tmp_path, damage):  # noqa: F811
    path = tmp_path / "data" / "digits.npz"
    path.parent.mkdir()
    shutil.copyfile(DATA / "digits.npz", path)
    assert len(datasets.load_digits().x_val) == 300
    damage(path)
    with pytest.raises(DamagedFile) as caught:
        datasets.load_digits()
    assert str(caught.value).startswith(f"{path}: it") and "git checkout -- data/digits.npz" in str(caught.value)
    assert len(str(caught.value)) - len(str(path)) < 500


class Trap:
    """An object that, when it is unpickled, runs code of whoever wrote the file."""

    def __reduce__(self):
        return exec, ("import helpers.datasets.sources; helpers.datasets.sources.TRAPPED = True",)


def test_digits_never_run_code(tiny, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr(sources, "TRAPPED", False, raising=False)
    (tmp_path / "data").mkdir()
    np.savez(tmp_path / "data" / "digits.npz", images=np.array([Trap()], dtype=object), labels=np.zeros(1))
    with pytest.raises(DamagedFile, match="allow_pickle"):
        datasets.load_digits()
    assert not sources.TRAPPED


def test_digits_missing(tiny, tmp_path):  # noqa: F811
    with pytest.raises(DatasetUnavailable, match="digits.npz cannot be read"):
        datasets.load_digits()


# Kaggle's CSV


def change_cell(line, column, value):
    """Return a damage that puts another value into one cell; line 1 is the header, as in an editor."""

    def damage(lines):
        cells = lines[line - 1].split(",")
        cells[column] = value
        lines[line - 1] = ",".join(cells)

    return damage


def drop_column(line, column):
    def damage(lines):
        cells = lines[line - 1].split(",")
        del cells[column]
        lines[line - 1] = ",".join(cells)

    return damage


def drop_column_everywhere(column):
    def damage(lines):
        for line in range(1, len(lines) + 1):
            drop_column(line, column)(lines)

    return damage


CSV_FAULTS = {
    "a missing column": (drop_column(7, 100), "line 7 has 784 columns, expected 785"),
    "a missing column in every line": (drop_column_everywhere(784), "line 1 has 784 columns, expected 785"),
    "no column of labels": (drop_column_everywhere(0), "first column is 'pixel0', expected \"label\""),
    "a column missing in the data only": (
        lambda lines: [drop_column(n, 3)(lines) for n in range(2, 32)],
        "line 2 has 784 columns, expected 785",
    ),
    "no header": (lambda lines: lines.pop(0), "line 1 holds numbers"),
    "a letter in a pixel": (change_cell(9, 5, "1O"), "in line 9, pixel 4 is '1O', expected a whole number from 0 to 255"),
    "an empty cell": (change_cell(9, 5, ""), "in line 9, pixel 4 is '', expected"),
    "a label 11": (change_cell(31, 0, "11"), "in line 31, the label is '11', expected a whole number from 0 to 9"),
    "a label -1": (change_cell(2, 0, "-1"), "in line 2, the label is '-1'"),
    "a pixel 300": (change_cell(3, 784, "300"), "in line 3, pixel 783 is '300', expected a whole number from 0 to 255"),
    "a pixel 65536": (change_cell(3, 784, "65536"), "in line 3, pixel 783 is '65536'"),
    "a pixel -5": (change_cell(3, 1, "-5"), "in line 3, pixel 0 is '-5'"),
    "a pixel 0.5": (change_cell(3, 1, "0.5"), "in line 3, pixel 0 is '0.5'"),
    "cut in the last line": (lambda lines: lines.__setitem__(-1, lines[-1][:900]), "line 31 has "),
    "names and no images": (lambda lines: lines.__delitem__(slice(1, None)), "no images"),
    "nine images": (lambda lines: lines.__delitem__(slice(10, None)), "it has 9 images, expected 10 or more"),
    "a web page": (lambda lines: lines.__setitem__(slice(None), [HTML.decode()]), "web page (HTML)"),
    "empty": (lambda lines: lines.clear(), "it is empty"),
}


@pytest.mark.parametrize("damage, words", CSV_FAULTS.values(), ids=CSV_FAULTS)
def test_csv(tmp_path, damage, words):
    path = tmp_path / "train.csv"
    write_csv(path)
    assert len(datasets.load_kaggle_csv(path).x_train) == 24
    lines = path.read_text(encoding="utf-8").splitlines()
    damage(lines)
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DamagedFile) as caught:
        datasets.load_kaggle_csv(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ") and words in message and "train.csv from Kaggle's Digit Recognizer" in message


def test_csv_still_packed(tmp_path):
    path = tmp_path / "train.csv"
    path.write_bytes(b"PK\x03\x04\xff\xfe\x00\x81")
    with pytest.raises(DamagedFile, match="not a text file.*still packed"):
        datasets.load_kaggle_csv(path)


def test_csv_missing(tmp_path):
    with pytest.raises(DatasetUnavailable, match="nowhere.csv cannot be read"):
        datasets.load_kaggle_csv(tmp_path / "nowhere.csv")


def test_csv_is_a_folder(tmp_path):
    with pytest.raises(DatasetUnavailable, match="is a file and not a folder"):
        datasets.load_kaggle_csv(tmp_path)
