"""Loaders: from files that were found and checked to a Dataset with its three parts."""

import io
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from helpers.datasets import downloading, places, sources
from helpers.datasets.files import DamagedFile, DatasetUnavailable, checksum_of, read_bytes, read_idx
from helpers.datasets.kaggle import read_kaggle_csv
from helpers.datasets.sources import DIGIT_NAMES

# SHA-256 over the bytes of both arrays of data/digits.npz, not over the zip around them.
DIGITS_CHECKSUM = "sha256:87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826"


@dataclass(frozen=True, eq=False, repr=False)
class Dataset:
    """Labelled images in three parts: to train on, to choose settings by, and for the last word.

    x_train, x_val, x_test: float32 in 0..1, shape (N, D), or (N, C, H, W) when loaded with flatten=False; of folders of
    photographs Pictures, which stand in for such arrays.
    t_train, t_val, t_test: labels, int64, shape (N,).
    image_shape: (C, H, W).  class_names: one name for each label.  name: where the data come from.
    """

    x_train: np.ndarray
    t_train: np.ndarray
    x_val: np.ndarray
    t_val: np.ndarray
    x_test: np.ndarray
    t_test: np.ndarray
    image_shape: tuple
    class_names: tuple
    name: str

    def __repr__(self):
        _, height, width = self.image_shape
        return (
            f"Dataset {self.name}: {len(self.t_train):,} training, {len(self.t_val):,} validation and "
            f"{len(self.t_test):,} test images of {height} x {width} pixels, {len(self.class_names)} classes"
        )


def load_digits(flatten=True):
    """Load the handwritten digits that come with the project: 1,797 images of 8 x 8 pixels.

    Returns a Dataset of 1,197 training, 300 validation and 300 test images, shuffled with a fixed seed;
    float32 in 0..1 (the file's 0..16, divided by 16), shape (N, 64), or (N, 1, 8, 8) with flatten=False.
    Raises DamagedFile when data/digits.npz is not the project's, DatasetUnavailable when it is not there.
    Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998 (CC BY 4.0).
    """
    path, cure = sources.DATA / "digits.npz", f"Delete it. {sources.restore('digits.npz')}"
    if not path.exists():
        raise DatasetUnavailable(f"{path} cannot be read: it is not there.\n{sources.restore(path.name)}")
    data = read_bytes(path)
    try:
        arrays = np.load(io.BytesIO(data), allow_pickle=False)
        images, labels = arrays["images"], arrays["labels"]
    except Exception as error:  # a broken zip can fail in a dozen ways, and they all mean the same
        fault = f"it cannot be unpacked ({str(error)[:200]}). Usual cause: a copy that broke off."
        raise DamagedFile(path, fault, cure) from error
    checksum = checksum_of(images.tobytes() + labels.tobytes(), DIGITS_CHECKSUM)
    if checksum != DIGITS_CHECKSUM:
        fault = f"its contents were changed: the checksum is {checksum}, expected {DIGITS_CHECKSUM}."
        raise DamagedFile(path, fault, cure)
    images = images.reshape(-1, 8, 8)
    rows = _shuffled(len(images))
    train, val, test = rows[:1197], rows[1197:1497], rows[1497:]
    parts = [(images[part], labels[part]) for part in (train, val, test)]
    return _dataset(parts, 16, flatten, DIGIT_NAMES, "digits")


def load_mnist(folder=None, flatten=True, download=True):
    """Load MNIST: 70,000 handwritten digits of 28 x 28 pixels.

    folder: where the four files are, packed (.gz) or not, or the folder around that one; by default they are looked for,
    and downloaded.
    download: False never asks the network.
    Returns a Dataset of 55,000 training images, 5,000 validation images (drawn from the official training part and
    shuffled with a fixed seed) and the official 10,000 test images; float32 in 0..1, shape (N, 784), or
    (N, 1, 28, 28) with flatten=False.
    Raises DatasetUnavailable when the files cannot be had, and DamagedFile when one is not exactly MNIST's:
    the SHA-256 of its unpacked bytes is checked.
    Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits, 1998.
    """
    return load_idx("mnist", folder, flatten, download)


def load_fashion_mnist(folder=None, flatten=True, download=True):
    """Load Fashion-MNIST: 70,000 pictures of clothes, in the form of MNIST.

    Arguments, result and errors as for `load_mnist`, with one difference: of the unpacked bytes it is the MD5 that
    is checked, since no SHA-256 of them is published. A download must match the SHA-256 of the packed file as well.
    Source: Xiao, Rasul and Vollgraf, Fashion-MNIST, arXiv:1708.07747, 2017 (MIT licence).
    """
    return load_idx("fashion_mnist", folder, flatten, download)


def load_kaggle_csv(path, flatten=True, class_names=DIGIT_NAMES):
    """Load labelled images from a table in the form of Kaggle's Digit Recognizer: a label and 784 pixels a line.

    path: the file; `helpers.datasets.kaggle` says what else than Kaggle's own form is read.
    Returns a Dataset: a tenth of the images for validation, a tenth for testing, the rest for training, shuffled
    with a fixed seed; float32 in 0..1, shape (N, 784), or (N, 1, 28, 28) with flatten=False.
    Raises DatasetUnavailable when the file cannot be read, and DamagedFile, naming the line, when it is not such
    a table or has fewer than 10 images.
    Source: https://www.kaggle.com/competitions/digit-recognizer/data (train.csv; test.csv has no labels).
    """
    path = Path(os.path.expanduser(path))
    images, labels = read_kaggle_csv(path)
    tenth = len(labels) // 10
    if tenth == 0:
        fault = f"it has {len(labels)} images, expected 10 or more, to train, to validate and to test."
        raise DamagedFile(path, fault, "Take the whole of train.csv from Kaggle's Digit Recognizer page.")
    rows = _shuffled(len(labels))
    train, val, test = rows[2 * tenth :], rows[:tenth], rows[tenth : 2 * tenth]
    parts = [(images[part], labels[part]) for part in (train, val, test)]
    return _dataset(parts, 255, flatten, class_names, path.name)


def load(flatten=True):
    """Load the best data that this computer has, without asking the network: MNIST, or else the digits.

    Returns a Dataset as `load_mnist` or `load_digits` does; its `name` says which ("mnist" or "digits").
    Raises DamagedFile when MNIST is there and damaged: that should not pass unnoticed.
    """
    if places.find("mnist") is None:
        return load_digits(flatten)
    return load_mnist(flatten=flatten, download=False)


def load_idx(name, folder, flatten, download):
    """Load a data set of four IDX files (a key of sources.SOURCES); arguments and errors as for `load_mnist`."""
    source = sources.SOURCES[name]
    place = places.find(name, folder)
    if place is None:
        if folder is not None or not download:
            raise DatasetUnavailable(places.not_found(name, folder))
        place = sources.downloads() / name
        downloading.download(name, place)
    cure = f"Delete it, then run: python -m helpers.datasets {name} (downloads a whole one into {sources.downloads() / name})"
    arrays = [read_idx(places.path_of(place, file), file, cure) for file in source.files]
    images, labels, test_images, test_labels = arrays
    rows = _shuffled(len(labels))
    val, train = rows[: source.validation], rows[source.validation :]
    parts = [(images[train], labels[train]), (images[val], labels[val]), (test_images, test_labels)]
    return _dataset(parts, 255, flatten, source.class_names, name)


def _shuffled(count):
    """Return the numbers below `count` in an order that is the same on every computer and every day."""
    return np.random.default_rng(seed=0).permutation(count)


def _dataset(parts, brightest, flatten, class_names, name):
    """Make a Dataset of three pairs of images (N, H, W) and labels (N,), pixels 0..brightest."""
    _, height, width = parts[0][0].shape
    shape = (height * width,) if flatten else (1, height, width)
    arrays = []
    for images, labels in parts:
        x = np.divide(images, np.float32(brightest), dtype=np.float32)
        arrays += [x.reshape(len(x), *shape), labels.astype(np.int64)]
    return Dataset(*arrays, image_shape=(1, height, width), class_names=class_names, name=name)
