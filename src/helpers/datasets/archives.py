"""Data sets that come as one archive, CIFAR-10 and the Oxford pets: what it must be, and where it is on this computer.

Either the archive is there as it is downloaded, or the folder that comes out of it; `find` gives the path of one of them.
"""

import hashlib
import os
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path

from helpers.datasets import sources
from helpers.datasets.files import DamagedFile, DatasetUnavailable, shown
from helpers.datasets.folders import BREED, whole

BATCHES = {*(f"data_batch_{number}.bin" for number in range(1, 6)), "test_batch.bin"}


@dataclass(frozen=True)
class Archive:
    """A data set in one archive.

    title.  file: the archive's name.  bytes: its size.  checksum: "md5:..." or "sha256:...".  mirrors: who serves it.
    folders: names of folders to look for it in, in their letters and digits.  unpacked: what such a folder holds then, in words.
    """

    title: str
    file: str
    bytes: int
    checksum: str
    mirrors: tuple
    folders: tuple
    unpacked: str


ARCHIVES = {
    "cifar10": Archive(
        title="CIFAR-10",
        file="cifar-10-binary.tar.gz",
        bytes=170_052_171,
        checksum="md5:c32a1d4ab5d03f1284b67883e8d87530",
        mirrors=("https://www.cs.toronto.edu/~kriz/", "https://cave.cs.toronto.edu/kriz/"),
        folders=("cifar10", "cifar", "cifar10batchesbin", "cifar10binary"),
        unpacked="data_batch_1.bin to data_batch_5.bin and test_batch.bin",
    ),
    "pets": Archive(
        title="Oxford-IIIT Pet",
        file="images.tar.gz",
        bytes=791_918_971,
        checksum="sha256:67195c5e1c01f1ab5f9b6a5d22b8c27a580d896ece458917e61d459337fa318d",
        mirrors=("https://thor.robots.ox.ac.uk/datasets/pets/", "https://www.robots.ox.ac.uk/~vgg/data/pets/data/"),
        folders=("pets", "oxfordiiitpet", "oxfordiiitpets", "oxfordpets", "images"),
        unpacked="folders cats and dogs, or files such as Abyssinian_1.jpg",
    ),
}


def find(name, folder=None):
    """The folder that holds a data set unpacked, or else the path of its archive, or None when neither is there."""
    places = _places(name, folder)
    unpacked = [place for place in places if _is_unpacked(name, _entries(place))]
    packed = [place / ARCHIVES[name].file for place in places if (place / ARCHIVES[name].file).is_file()]
    return next(iter([*unpacked, *packed]), None)


def not_found(name, folder=None):
    """Say where a data set was looked for, and how to get it."""
    lines = [f"{ARCHIVES[name].title} is not on this computer. Looked in:"]
    lines += [f"  {place}: {_seen(place)}" for place in _places(name, folder)]
    return "\n".join([*lines, how_to_get(name)])


def how_to_get(name):
    """Say how to get a data set."""
    archive = ARCHIVES[name]
    return (
        f"To get it ({archive.bytes / 1e6:.0f} MB): python -m helpers.datasets {name}\n"
        f"By hand: put {archive.mirrors[0]}{archive.file} into {home(name)}, as it is or unpacked ({archive.unpacked})."
    )


def home(name):
    """The folder that a data set is downloaded into."""
    return sources.downloads() / name


def copy_of_cats_and_dogs(name):
    """The path of the JPEG copy of CIFAR-10's cats and dogs below the folder that HELPERS_DATA names, or None."""
    around = os.environ.get("HELPERS_DATA", "").strip()
    paths = [whole(around) / inner / name for inner in ("photos/cifar", "cifar", ".")] if around else []
    return next((path for path in paths if path.is_file()), None)


def members(place, names, name):
    """{file's name: (path for messages, bytes)} of a data set's files in its folder or its archive, which is checked first.

    Raises DatasetUnavailable for what may not be read, DamagedFile for another archive than the one expected.
    """
    try:
        if place.is_dir():
            return {file: (place / file, (place / file).read_bytes()) for file in names}
        check(place, name)
        found = {}
        with tarfile.open(place, "r:gz") as archive:
            for entry in archive:
                file = Path(entry.name).name
                if entry.isfile() and file in names:
                    found[file] = (place, archive.extractfile(entry).read())
    except OSError as error:
        raise DatasetUnavailable(f"{error.filename or place} cannot be read: {error.strerror or error}.") from error
    lacking = sorted(set(names) - set(found))
    if lacking:
        raise DamagedFile(place, f"it lacks {', '.join(lacking)}.", f"Delete it, then run: python -m helpers.datasets {name}")
    return found


def check(path, name):
    """Raise DamagedFile unless a file is the archive of a data set, every byte."""
    archive = ARCHIVES[name]
    cure = f"Delete it, then run: python -m helpers.datasets {name}"
    size = path.stat().st_size
    if size != archive.bytes:
        fault = f"it has {size:,} bytes, expected {archive.bytes:,}. Usual cause: a download that broke off, or another file."
        raise DamagedFile(path, fault, cure)
    algorithm = archive.checksum.partition(":")[0]
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, lambda: hashlib.new(algorithm, usedforsecurity=False))
    if f"{algorithm}:{digest.hexdigest()}" != archive.checksum:
        fault = f"its contents are others: the checksum is {algorithm}:{digest.hexdigest()}, expected {archive.checksum}."
        raise DamagedFile(path, fault, cure)


def _places(name, folder):
    """The folders to look in, best first, each followed by those in it that bear one of the data set's names."""
    if folder is not None:
        around = whole(folder)
        if around.is_file() and around.name == ARCHIVES[name].file:
            return [around.parent]
        return [around, *_inside(around, name)]
    places = []
    if os.environ.get("HELPERS_DATA", "").strip():
        data = whole(os.environ["HELPERS_DATA"])
        for around in (data, data / "photos"):
            for place in _inside(around, name) or [around / name]:
                places += [place, *_inside(place, name)]
        if _letters(data.name) in ARCHIVES[name].folders:
            places += [data]
    return [*places, home(name), *_inside(home(name), name)]


def _inside(around, name):
    """The folders in a folder that bear one of a data set's names, however it is spelled."""
    return [
        around / entry for entry in _entries(around) if _letters(entry) in ARCHIVES[name].folders and (around / entry).is_dir()
    ]


def _letters(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _is_unpacked(name, entries):
    if name == "cifar10":
        return set(entries) >= BATCHES
    return {"cats", "dogs"} <= set(entries) or sum(BREED.fullmatch(entry) is not None for entry in entries) >= 2


def _entries(place):
    """The names in a folder, sorted; none when it is no folder. DatasetUnavailable when it may not be read."""
    try:
        return sorted(os.listdir(place))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise DatasetUnavailable(f"{place} cannot be looked into: {error.strerror}. You need the right to read it.") from error


def _seen(place):
    """What stands in a folder, in a few words, and what it is when it is another form of the data."""
    if not place.exists():
        return "no such folder"
    entries = _entries(place)
    if "data_batch_1" in entries or any("cifar-10-python" in entry for entry in entries):
        return "the form for Python, which holds pickles; the binary form is needed (cifar-10-binary.tar.gz)"
    if any("cifar-100" in entry for entry in entries) or {"train.bin", "test.bin"} <= set(entries):
        return "CIFAR-100, which is another data set"
    lacking = sorted(BATCHES - set(entries))
    if len(lacking) < len(BATCHES):
        return f"missing {', '.join(lacking)}"
    return f"seen there: {shown(', '.join(entries), 100)}" if entries else "empty"
