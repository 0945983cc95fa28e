"""The data sets as they should be: shapes, splits, where they are looked for, the command line."""

import gzip
import hashlib
import importlib.util
import os
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import numpy as np
import pytest
import tiny_idx

from helpers import datasets
from helpers.datasets import __main__ as command
from helpers.datasets import downloading, loaders, places, sources

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    """A made-up MNIST in the place of the real one, a data folder of its own, no HELPERS_DATA, no mirrors."""
    source, contents = tiny_idx.make()
    monkeypatch.delenv("HELPERS_DATA", raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(sources, "DATA", tmp_path / "data")
    monkeypatch.setitem(sources.SOURCES, "mnist", source)
    return contents


def bring_digits(tmp_path):
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "digits.npz").write_bytes((DATA / "digits.npz").read_bytes())


def test_digits():
    data = datasets.load_digits()
    assert data.x_train.shape == (1197, 64) and data.x_val.shape == data.x_test.shape == (300, 64)
    assert data.name == "digits" and data.image_shape == (1, 8, 8) and data.class_names == tuple("0123456789")
    for x, t in ((data.x_train, data.t_train), (data.x_val, data.t_val), (data.x_test, data.t_test)):
        assert x.dtype == np.float32 and t.dtype == np.int64 and t.shape == (len(x),)
        assert x.min() == 0 and x.max() == 1
        assert np.array_equal(x * 16, np.rint(x * 16))  # the file's whole numbers, divided by 16
    labels = np.concatenate([data.t_train, data.t_val, data.t_test])
    assert np.bincount(labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_digits_are_split_without_loss():
    """Every image of the file, with its own label, is in exactly one part."""
    with np.load(DATA / "digits.npz", allow_pickle=False) as file:
        wanted = sorted((image.tobytes(), int(label)) for image, label in zip(file["images"], file["labels"], strict=True))
    data = datasets.load_digits()
    x = np.concatenate([data.x_train, data.x_val, data.x_test])
    t = np.concatenate([data.t_train, data.t_val, data.t_test])
    came = sorted(((row * 16).astype(np.uint8).tobytes(), int(label)) for row, label in zip(x, t, strict=True))
    assert came == wanted


def test_flatten_only_changes_the_shape():
    flat, square = datasets.load_digits(), datasets.load_digits(flatten=False)
    assert square.x_train.shape == (1197, 1, 8, 8)
    assert np.array_equal(square.x_train.reshape(-1, 64), flat.x_train)


def test_first_digit_of_the_file_is_a_zero():
    """Guards the orientation: rows from the top, pixels from the left, dark is 0."""
    with np.load(DATA / "digits.npz", allow_pickle=False) as file:
        first, label = file["images"][0].reshape(8, 8), file["labels"][0]
    assert first[0].tolist() == [0, 0, 5, 13, 9, 1, 0, 0] and label == 0


def test_split_is_the_same_everywhere():
    """NumPy may change what a seed gives; then this says so, and published accuracies must be measured anew."""
    assert loaders._shuffled(1797)[:5].tolist() == FIRST_ROWS
    again = [datasets.load_digits().t_val for _ in range(2)]
    assert np.array_equal(*again)


FIRST_ROWS = [360, 1773, 1482, 600, 850]


def test_no_global_random_numbers_are_used():
    before = np.random.get_state()  # noqa: NPY002
    datasets.load_digits()
    after = np.random.get_state()  # noqa: NPY002
    assert np.array_equal(before[1], after[1]) and before[2:] == after[2:]


def test_dataset_is_frozen_and_says_what_it_is():
    data = datasets.load_digits()
    with pytest.raises(FrozenInstanceError):
        data.x_train = None
    assert repr(data) == ("Dataset digits: 1,197 training, 300 validation and 300 test images of 8 x 8 pixels, 10 classes")


def make_digits():
    spec = importlib.util.spec_from_file_location("make_digits", DATA / "make_digits.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_make_digits_writes_the_bundled_arrays(tmp_path):
    """From UCI's text form of the bundled arrays come the same arrays, and twice the same bytes."""
    with np.load(DATA / "digits.npz", allow_pickle=False) as file:
        images, labels = file["images"], file["labels"]
    text = tmp_path / "optdigits.tes"
    np.savetxt(text, np.column_stack([images, labels]), fmt="%d", delimiter=",")
    outputs = [tmp_path / "1.npz", tmp_path / "2.npz"]
    checksums = [make_digits().main([text], output) for output in outputs]
    assert [f"sha256:{checksum}" for checksum in checksums] == [loaders.DIGITS_CHECKSUM] * 2
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    with np.load(outputs[0], allow_pickle=False) as file:
        assert np.array_equal(file["images"], images) and np.array_equal(file["labels"], labels)


def test_make_digits_says_when_scikit_learn_is_missing(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    with pytest.raises(SystemExit, match="scikit-learn is not installed.*optdigits.tes"):
        make_digits().main([], tmp_path / "digits.npz")
    assert not (tmp_path / "digits.npz").exists()


def test_readme_names_every_checksum_and_mirror():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    with np.load(DATA / "digits.npz", allow_pickle=False) as file:
        digits = hashlib.sha256(file["images"].tobytes() + file["labels"].tobytes()).hexdigest()
    assert f"sha256:{digits}" == loaders.DIGITS_CHECKSUM and digits in readme
    for source in sources.SOURCES.values():
        for mirror in source.mirrors:
            assert mirror.partition("//")[2] in readme
        for file in source.files:
            checksums = [file.checksum.partition(":")[2], file.packed_checksum.partition(":")[2]]
            rows = [line for line in readme.splitlines() if line.startswith(f"| {file.name} ")]
            assert any(all(checksum in row for checksum in checksums) for row in rows)


@pytest.mark.parametrize("packed", [False, True])
def test_idx_files_are_read_packed_or_not(tiny, tmp_path, packed):
    folder = tiny_idx.write(tmp_path / "mine", tiny, packed)
    data = datasets.load_mnist(folder)
    assert data.x_train.shape == (24, 30) and data.x_val.shape == (6, 30) and data.x_test.shape == (10, 30)
    assert data.x_train.dtype == np.float32 and data.t_train.dtype == np.int64
    assert data.image_shape == (1, 6, 5) and data.name == "mnist"
    assert datasets.load_mnist(folder, flatten=False).x_test.shape == (10, 1, 6, 5)


def test_idx_pixels_and_labels_are_the_files(tiny, tmp_path):
    data = datasets.load_mnist(tiny_idx.write(tmp_path / "mine", tiny))
    images = np.frombuffer(tiny["t10k-images-idx3-ubyte"], np.uint8, offset=16).reshape(10, 30)
    np.testing.assert_allclose(data.x_test, images / 255, rtol=1e-6)
    assert data.t_test.tolist() == list(tiny["t10k-labels-idx1-ubyte"][8:])
    labels = dict(zip(*(pieces(tiny, "train-images-idx3-ubyte", 16, 30), tiny["train-labels-idx1-ubyte"][8:]), strict=True))
    for x, t in zip(np.concatenate([data.x_train, data.x_val]), np.concatenate([data.t_train, data.t_val]), strict=True):
        assert labels.pop(np.rint(x * 255).astype(np.uint8).tobytes()) == t
    assert not labels  # each training image was met once, in training or in validation


def pieces(contents, name, start, length):
    body = contents[name][start:]
    return [body[i : i + length] for i in range(0, len(body), length)]


def test_a_copy_packed_anew_is_fine(tiny, tmp_path):
    folder = tiny_idx.write(tmp_path / "mine", tiny, packed=True)
    path = folder / "train-images-idx3-ubyte.gz"
    before = path.read_bytes()
    path.write_bytes(gzip.compress(tiny["train-images-idx3-ubyte"], compresslevel=1, mtime=1e9))
    assert path.read_bytes() != before
    assert len(datasets.load_mnist(folder).x_train) == 24


def test_an_unpacked_file_that_kept_its_name_is_fine(tiny, tmp_path):
    folder = tiny_idx.write(tmp_path / "mine", tiny)
    for name in tiny:
        (folder / name).rename(folder / f"{name}.gz")
    assert len(datasets.load_mnist(folder).x_train) == 24


def test_fashion_mnist_is_the_same_code_with_other_names(monkeypatch, tiny, tmp_path):
    class_names = sources.SOURCES["fashion_mnist"].class_names
    source, contents = tiny_idx.make(algorithm="md5", seed=2)
    monkeypatch.setitem(sources.SOURCES, "fashion_mnist", source)
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    tiny_idx.write(tmp_path / "shared" / "fashion_mnist", contents)
    data = datasets.load_fashion_mnist(flatten=False)
    assert data.name == "fashion_mnist" and data.x_train.shape == (24, 1, 6, 5)
    assert data.t_test.tolist() == list(contents["t10k-labels-idx1-ubyte"][8:])
    assert class_names[0] == "T-shirt/top" and class_names[9] == "Ankle boot" and len(class_names) == 10


def test_order_of_the_places(monkeypatch, tiny, tmp_path):
    """folder= before HELPERS_DATA before the project's data folder: each is found only when the ones before are not."""
    shared, own = tmp_path / "shared" / "mnist", tmp_path / "data" / "mnist"
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    assert places.find("mnist") is None
    tiny_idx.write(own, tiny)
    assert places.find("mnist") == own
    tiny_idx.write(shared, tiny)
    assert places.find("mnist") == shared
    assert places.find("mnist", own) == own
    (shared / "t10k-labels-idx1-ubyte").unlink()
    assert places.find("mnist") == own
    monkeypatch.delenv("HELPERS_DATA")
    assert places.find("mnist") == own


def test_load_takes_the_best_that_is_here(tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(downloading, "download", lambda *_: pytest.fail("load() must not ask the network"))
    bring_digits(tmp_path)
    assert datasets.load().name == "digits"
    tiny_idx.write(tmp_path / "data" / "mnist", tiny)
    assert datasets.load().name == "mnist"
    assert datasets.load(flatten=False).x_val.shape == (6, 1, 6, 5)


def test_load_does_not_pass_over_damage(tiny, tmp_path):
    bring_digits(tmp_path)
    folder = tiny_idx.write(tmp_path / "data" / "mnist", tiny)
    (folder / "t10k-labels-idx1-ubyte").write_bytes(b"")
    with pytest.raises(datasets.DamagedFile, match="t10k-labels-idx1-ubyte"):
        datasets.load()


def test_download(monkeypatch, tiny, tmp_path, capsys):
    with tiny_idx.server(tiny_idx.packed_pages(tiny)) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        data = datasets.load_mnist()
    folder = tmp_path / "data" / "mnist"
    assert len(data.x_train) == 24
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.gz" for name in tiny)
    assert capsys.readouterr().out == ""
    assert len(datasets.load_mnist().x_train) == 24  # the server is gone: this time from the folder


DOWNLOAD = """
import pathlib, sys
import tiny_idx
from helpers import datasets
from helpers.datasets import __main__ as command
from helpers.datasets import sources

sources.SOURCES["mnist"] = tiny_idx.make([sys.argv[1]])[0]
sources.DATA = pathlib.Path(sys.argv[2])
datasets.load_mnist()
"""


def test_download_shows_a_bar_and_nothing_else(tiny, tmp_path, monkeypatch):
    monkeypatch.delenv("TQDM_DISABLE", raising=False)  # conftest.py sets it
    monkeypatch.setenv("PYTHONPATH", str(Path(tiny_idx.__file__).parent))
    with tiny_idx.server(tiny_idx.packed_pages(tiny)) as address:
        done = run("-c", DOWNLOAD, address, str(tmp_path / "data"), PYTHONUTF8="1")
    assert done.returncode == 0 and done.stdout == ""
    assert all(f"{name}: 100%" in done.stderr for name in tiny)


def test_download_leaves_alone_what_is_there(monkeypatch, tiny, tmp_path):
    """Only the missing file is asked for: the server has no other."""
    folder = tiny_idx.write(tmp_path / "data" / "mnist", tiny)
    (folder / "t10k-labels-idx1-ubyte").unlink()
    pages = tiny_idx.packed_pages({"t10k-labels-idx1-ubyte": tiny["t10k-labels-idx1-ubyte"]})
    with tiny_idx.server(pages) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        assert len(datasets.load_mnist().x_test) == 10


def test_command_says_what_is_here(tiny, tmp_path, capsys):
    bring_digits(tmp_path)
    assert command.main([]) == 0
    out = capsys.readouterr().out
    assert "Dataset digits" in out
    assert f"Tiny MNIST is not on this computer. Looked in:\n  {tmp_path / 'data' / 'mnist'}: no such folder" in out
    assert "python -m helpers.datasets fashion_mnist" in out
    folder = tiny_idx.write(tmp_path / "data" / "mnist", tiny)
    assert command.main([]) == 0
    assert f"whole, in {folder}" in capsys.readouterr().out
    (folder / "train-labels-idx1-ubyte").write_bytes(b"")
    assert command.main([]) == 1
    assert "train-labels-idx1-ubyte: it is empty" in capsys.readouterr().out


def test_command_downloads_once(monkeypatch, tiny, tmp_path, capsys):
    with tiny_idx.server(tiny_idx.packed_pages(tiny)) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        assert command.main(["mnist"]) == 0
    assert f"downloaded to {tmp_path / 'data' / 'mnist'}" in capsys.readouterr().out
    assert command.main(["mnist"]) == 0
    assert "already here, and whole" in capsys.readouterr().out


def test_command_without_a_connection_gives_a_message_not_a_traceback(monkeypatch, tiny, capsys):
    with tiny_idx.nobody() as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        assert command.main(["mnist"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "could not be downloaded" in err and "Traceback" not in err


def run(*arguments, **environment):
    environment = {**os.environ, **environment}
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, encoding="utf-8", timeout=600)


def test_command_as_it_is_typed(tmp_path):
    done = run("-m", "helpers.datasets", HELPERS_DATA=str(tmp_path), PYTHONUTF8="1")
    assert done.returncode == 0 and "Dataset digits" in done.stdout and done.stderr == ""
    assert run("-m", "helpers.datasets", "cifar").returncode == 2


def test_import_costs_numpy_and_nothing_more():
    others = {"pooch", "platformdirs", "tqdm", "requests", "matplotlib", "PIL"}
    code = f"import sys, helpers.datasets; print({others} & set(sys.modules))"
    done = run("-c", code)
    assert done.stdout.strip() == "set()" and done.stderr == ""


def write_csv(path, rows=30, ending="\n"):
    rng = np.random.default_rng(3)
    first = "label," + ",".join(f"pixel{i}" for i in range(784))
    table = np.column_stack([rng.integers(0, 10, rows), rng.integers(0, 256, (rows, 784))])
    lines = [first, *(",".join(map(str, row)) for row in table)]
    path.write_text(ending.join(lines) + ending, encoding="utf-8", newline="")
    return table


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n"])
def test_kaggle_csv(tmp_path, ending):
    path = tmp_path / "train.csv"
    table = write_csv(path, rows=37, ending=ending)
    data = datasets.load_kaggle_csv(path)
    assert data.x_train.shape == (31, 784) and data.x_val.shape == data.x_test.shape == (3, 784)
    assert data.x_train.dtype == np.float32 and data.t_train.dtype == np.int64
    assert data.name == "train.csv" and data.image_shape == (1, 28, 28)
    assert datasets.load_kaggle_csv(path, flatten=False).x_train.shape == (31, 1, 28, 28)
    x = np.rint(np.concatenate([data.x_train, data.x_val, data.x_test]) * 255).astype(int)
    t = np.concatenate([data.t_train, data.t_val, data.t_test])
    assert sorted(map(tuple, np.column_stack([t, x]))) == sorted(map(tuple, table))


def test_real_mnist(mnist):
    assert mnist.name == "mnist" and mnist.image_shape == (1, 28, 28)
    assert mnist.x_train.reshape(len(mnist.x_train), -1).shape == (55_000, 784)
    assert len(mnist.x_val) == len(mnist.t_val) == 5_000 and len(mnist.x_test) == len(mnist.t_test) == 10_000
    labels = np.concatenate([mnist.t_train, mnist.t_val])
    assert np.bincount(labels).tolist() == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    assert np.bincount(mnist.t_test).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    total = mnist.x_train.sum(dtype=np.float64) + mnist.x_val.sum(dtype=np.float64)
    assert round(total / (60_000 * 784), 4) == 0.1307
    assert mnist.x_train.dtype == np.float32 and mnist.x_train.min() == 0 and mnist.x_train.max() == 1


def test_real_validation_images_are_not_in_the_training_part(mnist):
    """MNIST's 60,000 training images are all different, so that none may be met twice."""
    rows = {row.tobytes() for part in (mnist.x_train, mnist.x_val) for row in part}
    assert len(rows) == 60_000


def test_real_file_cut_in_half(mnist, tmp_path):
    place = places.find("mnist")
    for file in sources.SOURCES["mnist"].files:
        path = places.path_of(place, file)
        data = path.read_bytes()
        half = file.name == "train-images-idx3-ubyte"
        (tmp_path / path.name).write_bytes(data[: len(data) // 2] if half else data)
    with pytest.raises(datasets.DamagedFile, match=r"train-images-idx3-ubyte.*\n.*python -m helpers.datasets mnist"):
        datasets.load_mnist(tmp_path)
