"""CIFAR-10, and its cats and dogs: 60,000 photographs of 32 × 32 pixels in ten classes.

The binary form is read: records of a label and 3,072 pixels. The form for Python holds pickles, which can run any program
that somebody has put into them, so it is not.
Source: A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009.
"""

import zipfile

import numpy as np

from helpers.datasets import archives, downloading
from helpers.datasets.files import DamagedFile, DatasetUnavailable
from helpers.datasets.loaders import Dataset
from helpers.pictures import PictureError, as_bytes, in_floats, open_picture

CLASSES = tuple("airplane automobile bird cat deer dog frog horse ship truck".split())
TRAINING = tuple(f"data_batch_{number}.bin" for number in range(1, 6))
TEST = "test_batch.bin"
RECORD = 1 + 3 * 32 * 32
RECORDS = 10_000  # in each of the six files
COPY = "cats_dogs_32.zip"  # a copy of the cats and dogs as JPEG pictures, in train/cat, train/dog, test/cat, test/dog
CURE = "Delete it, then run: python -m helpers.datasets cifar10"


def load_cifar10(folder=None, classes=None, flatten=False, download=True):
    """Load CIFAR-10: 60,000 photographs of 32 × 32 pixels, ten classes, or those asked for.

    folder: where the six files of the binary form are, or cifar-10-binary.tar.gz as it is downloaded; by default they are looked
    for, and downloaded.  classes: names in the order of their new labels, ("cat", "dog") for cat 0 and dog 1; all ten unless
    given.  download: False never asks the network.
    Returns a Dataset: nine tenths of the official training pictures to train on, a tenth for validation (drawn with a fixed
    seed), the official test pictures; float32 in 0..1, shape (N, 3, 32, 32), or (N, 3072) with flatten=True. All ten classes
    take 740 MB of memory, and 1.3 GB while they are loaded; two of them take 150 MB.
    Raises DatasetUnavailable when the files cannot be had, DamagedFile when one is not CIFAR-10's: the archive's MD5 is checked,
    and of unpacked files the size, every label and how often each comes. ValueError for a class that is not there.
    """
    names = CLASSES if classes is None else _known(classes)
    place = archives.find("cifar10", folder)
    if place is None:
        if folder is not None or not download:
            raise DatasetUnavailable(archives.not_found("cifar10", folder))
        place = downloading.download_archive("cifar10")
    return _dataset(*_of_classes(*read_binary(place), names), names, flatten, "cifar10")


def cats_and_dogs():
    """The best cats and dogs of 32 × 32 pixels that this computer has, without asking the network.

    CIFAR-10's files, as load_cifar10 looks for them; otherwise the copy of its cats and dogs as JPEG pictures, in the folder
    photos/cifar of the folder that the variable HELPERS_DATA names. Its name says which: "cifar10" or "cifar10 (JPEG copy)".
    Returns a Dataset (N, 3, 32, 32), float32 in 0..1, cat 0 and dog 1: 9,000 to train on, 1,000 for validation, 2,000 for tests.
    Raises DatasetUnavailable, which says how to get them, or DamagedFile.
    """
    names = ("cat", "dog")
    if archives.find("cifar10") is not None:
        return load_cifar10(classes=names, download=False)
    copy = archives.copy_of_cats_and_dogs(COPY)
    if copy is None:
        raise DatasetUnavailable(archives.not_found("cifar10"))
    return _dataset(*read_copy(copy, names), names, False, "cifar10 (JPEG copy)")


def read_binary(place):
    """The pictures and labels of a folder or archive in the binary form: uint8 (50000, 3, 32, 32), labels (50000,), and so for
    the 10,000 of the test."""
    contents = archives.members(place, [*TRAINING, TEST], "cifar10")
    parts = [_records(contents, name) for name in (*TRAINING, TEST)]
    images, labels = (np.concatenate([part[i] for part in parts[:-1]]) for i in (0, 1))
    for which, found in (("the five training files", labels), (TEST, parts[-1][1])):
        counts = np.bincount(found, minlength=10)
        if (counts != len(found) // 10).any():
            fault = f"{which} must hold each class {len(found) // 10:,} times, but they come {counts.tolist()} times."
            raise DamagedFile(place, f"{fault} Usual cause: one file under the name of another.", CURE)
    return images, labels, *parts[-1]


def _records(contents, name):
    """The pictures, uint8 (10000, 3, 32, 32), and labels of one file."""
    path, data = contents[name]
    fault = ""
    if len(data) != RECORDS * RECORD:
        fault = f"it has {len(data):,} bytes, expected {RECORDS * RECORD:,}. Usual cause: a copy or download that broke off."
    else:
        records = np.frombuffer(data, np.uint8).reshape(RECORDS, RECORD)
        wrong = np.flatnonzero(records[:, 0] >= len(CLASSES))
        if len(wrong):
            fault = f"record {wrong[0]:,} has the label {records[wrong[0], 0]}, expected 0..9. Usual cause: CIFAR-100, or damage."
    if fault:
        raise DamagedFile(path, fault, CURE)
    return records[:, 1:].reshape(-1, 3, 32, 32), records[:, 0].astype(np.int64)


def read_copy(path, names):
    """The same of the classes `names` from the JPEG copy, a zip archive: cats in the order of their files, then dogs."""
    parts = []
    try:
        with zipfile.ZipFile(path) as archive:
            entries = sorted(archive.namelist())
            for part in ("train", "test"):
                files = [
                    [entry for entry in entries if entry.startswith(f"{part}/{name}/") and entry[-1] != "/"] for name in names
                ]
                images = [as_bytes(open_picture(archive.read(entry))) for entries in files for entry in entries]
                if {pixels.shape for pixels in images} != {(3, 32, 32)}:
                    raise ValueError(f"expected pictures of 32 × 32 pixels in {part}/{names[0]} and so on")
                parts += [np.stack(images), np.repeat(np.arange(len(names)), [len(entries) for entries in files])]
    except (zipfile.BadZipFile, PictureError, ValueError, EOFError) as error:
        raise DamagedFile(
            path, f"it cannot be read ({str(error)[:200]}). Usual cause: a copy that broke off.", "Copy it anew."
        ) from error
    return parts


def _known(classes):
    """Names of classes as a tuple, or a ValueError."""
    names = (classes,) if isinstance(classes, str) else tuple(classes)
    strange = [name for name in names if name not in CLASSES]
    if strange or len(set(names)) != len(names) or len(names) < 2:
        raise ValueError(f"classes must be two or more different ones of {', '.join(CLASSES)}, not {classes!r:.200}.")
    return names


def _of_classes(images, labels, test_images, test_labels, names):
    """Those of some classes, class by class, with their new labels."""
    parts = []
    for pictures, old in ((images, labels), (test_images, test_labels)):
        places = [np.flatnonzero(old == CLASSES.index(name)) for name in names]
        parts += [pictures[np.concatenate(places)], np.repeat(np.arange(len(names)), [len(some) for some in places])]
    return parts


def _dataset(images, labels, test_images, test_labels, names, flatten, name):
    """A Dataset of uint8 pictures, class by class: the first tenth of a fixed shuffle is for validation."""
    rows = np.random.default_rng(99).permutation(len(labels))
    tenth = len(labels) // 10
    arrays = []
    for part, numbers in (
        (images[rows[tenth:]], labels[rows[tenth:]]),
        (images[rows[:tenth]], labels[rows[:tenth]]),
        (test_images, test_labels),
    ):
        arrays += [in_floats(part).reshape(len(part), -1) if flatten else in_floats(part), numbers.astype(np.int64)]
    return Dataset(*arrays, image_shape=(3, 32, 32), class_names=names, name=name)
