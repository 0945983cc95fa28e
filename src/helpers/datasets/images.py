"""A folder of photographs, one sub-folder for each class, as a Dataset whose pictures are read when they are needed."""

import warnings

import numpy as np

from helpers.checks import is_number, require_whole
from helpers.datasets import folders
from helpers.datasets.files import DamagedFile
from helpers.datasets.lazy import Pictures, Shelf
from helpers.datasets.loaders import Dataset


def load_images(folder, size=64, validation=0.2, test=0.2, seed=0, skip_unreadable=False):
    """Load photographs from a folder that has one sub-folder for each class: photos/cat, photos/dog.

    size: each picture's short side is brought to so many pixels and the middle square is cut out.
    validation, test: shares of each class, 0 up to below 1; the rest is for training. seed: of the split, which is the same on
    every computer, and hardly changed by a file more or less. skip_unreadable: leave out what cannot be read, with a
    warning, instead of raising; every picture is decoded once for that.
    Returns a Dataset; its x_… are Pictures, which stand in for float32 (N, 3, size, size) in 0..1, its class_names the
    sub-folders in sorted order, its image_shape (3, size, size).
    Hidden and system files are passed over, texts and videos too. Whatever else cannot be read is named in one DamagedFile, as is
    a folder without two classes. Headers and ends of JPEG files are looked at, all others are decoded; damage in the middle of a
    JPEG shows when it is read, as PictureError. DatasetUnavailable: the folder is not there or may not be read.
    """
    found = folders.class_folders(folder)
    return load_listed(found, folders.whole(folder), size, validation, test, seed, skip_unreadable)


def load_listed(found, folder, size, validation, test, seed, skip_unreadable):
    """load_images, of pictures that were listed already. found: {class name: paths}.  folder: which they lie in."""
    size, seed = require_whole("size", size, 1), require_whole("seed", seed, 0)
    if not (is_number(validation) and is_number(test)) or not 0 <= validation < 1 or not 0 <= test < 1 or validation + test >= 1:
        raise ValueError(f"validation and test are shares, 0 up to below 1 together, not {validation!r:.40} and {test!r:.40}.")
    paths = [path for files in found.values() for path in files]
    labels = np.repeat(np.arange(len(found)), [len(files) for files in found.values()])
    shelf = Shelf(paths, size)
    faults = {place: shelf.fault(place, whole=skip_unreadable) for place in range(len(paths))}
    bad = [place for place, fault in faults.items() if fault]
    if bad:
        _tell(folder, [f"  {paths[place].relative_to(folder)}: {faults[place]}" for place in bad], len(paths), skip_unreadable)
    good = np.setdiff1d(np.arange(len(paths)), bad)
    names = tuple(found)
    keys = {place: folders.drawn(f"{names[labels[place]]}/{paths[place].name}", seed) for place in good}
    parts = split(good, labels, keys, validation, test, names, folder)
    arrays = [thing for part in parts for thing in (Pictures(shelf, part), labels[part])]
    return Dataset(*arrays, image_shape=(3, size, size), class_names=names, name=folder.name)


def split(places, labels, keys, validation, test, class_names, folder):
    """Places for training, validation and test: of each class the same shares, rounded, in the order of their keys."""
    parts = ([], [], [])
    for label, name in enumerate(class_names):
        mine = sorted((place for place in places if labels[place] == label), key=keys.get)
        first = round(len(mine) * validation)
        second = first + round(len(mine) * test)
        if not mine or second >= len(mine) or (validation and not first) or (test and second == first):
            fault = f"class {name!r} has {len(mine)} readable pictures, too few to train on, to validate on and to test on."
            raise DamagedFile(folder, fault, "Add some, or ask for other shares: validation=, test=.")
        for part, taken in zip(parts, (mine[second:], mine[:first], mine[first:second]), strict=True):
            part += taken
    return [np.array(sorted(part, key=keys.get), dtype=np.int64) for part in parts]


def _tell(folder, lines, count, skip):
    """Raise, or with skip warn, that these of count files cannot be read."""
    more = [f"  and {len(lines) - 10:,} more"] if len(lines) > 10 else []
    fault = "\n".join([f"{len(lines):,} of {count:,} files cannot be read as pictures:", *lines[:10], *more])
    if not skip:
        raise DamagedFile(folder, fault, "Mend or delete them, or leave them out: load_images(..., skip_unreadable=True).")
    warnings.warn(f"{folder}: {fault}\nThey are left out.", stacklevel=4)
