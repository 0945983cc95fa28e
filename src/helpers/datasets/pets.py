"""The Oxford-IIIT pets: 7,390 photographs of cats and dogs, 37 breeds.

The archive holds images/Abyssinian_1.jpg …: a capital first letter means a cat.
Source: O. M. Parkhi, A. Vedaldi, A. Zisserman, C. V. Jawahar, Cats and Dogs, CVPR 2012 (CC BY-SA 4.0).
"""

import shutil
import tarfile
from pathlib import Path

from helpers.datasets import archives, downloading
from helpers.datasets.files import DatasetUnavailable
from helpers.datasets.folders import BREED, class_folders, listed
from helpers.datasets.images import load_listed
from helpers.writing import replacing


def load_pets(folder=None, size=64, download=True, validation=0.2, test=0.2, seed=0, skip_unreadable=False):
    """Load the Oxford-IIIT pets, or as many of them as are there: photographs of cats (0) and dogs (1).

    folder: with cats/ and dogs/ in it, or with the files as they are in the archive, or with images.tar.gz, which is unpacked
    into the project's data folder; looked for, and downloaded (792 MB), unless given.  download: False never asks the network.
    The other arguments, the Dataset and the errors are those of load_images; DatasetUnavailable when the pets cannot be had.
    """
    place = archives.find("pets", folder)
    if place is None:
        if folder is not None or not download:
            raise DatasetUnavailable(archives.not_found("pets", folder))
        archive = downloading.download_archive("pets")
        place = unpack(archive, archives.home("pets"))
        archive.unlink(missing_ok=True)
    if not place.is_dir():
        place = unpack(place, archives.home("pets"))
    return load_listed(by_kind(place), place, size, validation, test, seed, skip_unreadable)


def by_kind(place):
    """{"cats": paths, "dogs": paths} of a folder of pets, sorted by breed or not."""
    entries = listed(place)
    if {"cats", "dogs"} <= set(entries):
        found = class_folders(place)
        return {kind: found.get(kind, []) for kind in ("cats", "dogs")}
    pets = [place / entry for entry in entries if BREED.fullmatch(entry)]
    return {kind: [path for path in pets if _kind(path.name) == kind] for kind in ("cats", "dogs")}


def unpack(archive, folder):
    """Unpack the photographs of the checked archive into folder/cats and folder/dogs. Returns the folder.

    Only regular files named as pets are, and only under these names: nothing in the archive says where else it goes. They
    appear under their folders' names when all of them are there.
    Raises DamagedFile unless it is the archive, DatasetUnavailable when they cannot be saved.
    """
    archives.check(archive, "pets")
    begun = folder / "unpacking"
    try:
        shutil.rmtree(begun, ignore_errors=True)
        for kind in ("cats", "dogs"):
            (begun / kind).mkdir(parents=True)
        with tarfile.open(archive, "r:gz") as entries:
            for entry in entries:
                name = Path(entry.name).name
                if entry.isfile() and BREED.fullmatch(name):
                    with replacing(begun / _kind(name) / name, "wb") as file:
                        shutil.copyfileobj(entries.extractfile(entry), file)
        for kind in ("cats", "dogs"):
            shutil.rmtree(folder / kind, ignore_errors=True)
            (begun / kind).rename(folder / kind)
    except OSError as error:
        raise DatasetUnavailable(
            f"the pets cannot be unpacked into {folder}: {error.strerror or error}.\nMake room there (800 MB)."
        ) from error
    finally:
        shutil.rmtree(begun, ignore_errors=True)
    return folder


def _kind(name):
    return "cats" if name[0].isupper() else "dogs"
