"""Where the files of a data set are on this computer.

A folder is taken for what its files are, however they are spelled: train-images.idx3-ubyte and TRAIN-IMAGES-IDX3-UBYTE.GZ
are the same file to us. That is safe, since every byte is checked when it is read.
"""

import os
import re
from pathlib import Path

from helpers.datasets import sources
from helpers.datasets.files import DatasetUnavailable, read_idx, shown


def find(name, folder=None):
    """Return the first folder that holds all four files of a data set, or None.

    Raises DatasetUnavailable when a folder that is there may not be looked into.
    """
    return next((place for place in _places(name, folder) if not missing(name, place)), None)


def missing(name, place):
    """Return those of the four files of a data set that a folder does not hold, packed or unpacked."""
    present = {_letters(entry) for entry in _files_in(place, sources.SOURCES[name].title)}
    return [file for file in sources.SOURCES[name].files if _letters(file.name) not in present]


def path_of(place, file):
    """Return the path of one file in a folder: the unpacked one if it is there, else the packed one, else another spelling."""
    names = [entry for entry in _files_in(place, "a data set") if _letters(entry) == _letters(file.name)]
    usual = [file.name, f"{file.name}.gz"]
    return place / next((entry for entry in [*usual, *sorted(names)] if entry in names), usual[1])


def not_found(name, folder=None):
    """Say where a data set was looked for, and what to do."""
    lines = [f"{sources.SOURCES[name].title} is not on this computer. Looked in:"]
    lines += [f"  {place}: {_lack(name, place)}" for place in _places(name, folder)]
    return "\n".join([*lines, how_to_get(name)])


def how_to_get(name):
    """Say how to get a data set, and what to do without it."""
    source = sources.SOURCES[name]
    size = sum(file.packed_bytes for file in source.files) / 1e6
    return (
        f"To get it ({size:.0f} MB): python -m helpers.datasets {name}\n"
        f"By hand: put the four .gz files of {source.mirrors[0]} into {sources.downloads() / name}\n"
        "Without it: load_digits() needs no download."
    )


def _places(name, folder):
    """Return the folders to look in, best first, as whole paths: a message then says where a relative one led."""
    if folder is not None:
        around = _path(folder)
        inside = _inside(around, name)
        return [around, inside] if inside.is_dir() else [around]
    own = [sources.downloads() / name]
    if not os.environ.get("HELPERS_DATA", "").strip():
        return own
    around = _path(os.environ["HELPERS_DATA"])
    return [_inside(around, name), *([around] if _is_itself(around, name) else []), *own]


def _path(text):
    """Return what a user wrote as a whole path. Windows' command prompt keeps quotes and spaces that stand around one."""
    if isinstance(text, str):
        text = text.strip().strip("\"'") if text.strip() else "."
    return Path(os.path.expanduser(text)).absolute()


def _inside(around, name):
    """Return the sub-folder of a data set, "mnist", however it is spelled there: "MNIST", "Fashion-MNIST"."""
    try:
        entries = sorted(os.listdir(around))
    except OSError:
        entries = []
    spelled = [entry for entry in entries if _letters(entry) == _letters(name) and (around / entry).is_dir()]
    return around / (name if name in spelled or not spelled else spelled[0])


def _is_itself(folder, name):
    """Whether HELPERS_DATA names the data set's own folder. By its name, or by the labels of its test part, which tell
    MNIST from Fashion-MNIST: their files have the same names."""
    if _letters(folder.name) == _letters(name):
        return folder.is_dir()
    labels = sources.SOURCES[name].files[3]
    try:
        return not missing(name, folder) and read_idx(path_of(folder, labels), labels, "") is not None
    except (DatasetUnavailable, ValueError):
        return False


def _letters(name):
    """Return the letters and digits of a file's name, without those of .gz."""
    return re.sub(r"[^a-z0-9]", "", name.lower()).removesuffix("gz")


def _files_in(place, title):
    """Return the names of the files in a folder, none when there is no such folder. A folder in it is no file of ours:
    some archives unpack into folders that bear the files' names."""
    try:
        return [entry for entry in os.listdir(place) if not os.path.isdir(place / entry)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DatasetUnavailable(
            f"{place} cannot be looked into: {error.strerror}.{_file_for_folder(place)}\n"
            f"It must be a folder, with the four files of {title} in it, that you have the right to read. "
            "Mend that, or name another with folder= or the variable HELPERS_DATA; load_digits() needs no files."
        ) from error


def _file_for_folder(place):
    """Say what to do when a file was named where a folder should be; "" when none was."""
    file = next((path for path in (place, place.parent) if os.path.isfile(path)), None)
    if file is None:
        return ""
    if file.suffix.lower() in (".zip", ".tar", ".tgz", ".7z", ".rar"):
        return f" {file.name} is an archive: unpack it, and name the folder that comes out of it."
    return f" {file.name} is a file: name the folder around it, {file.parent}."


def _lack(name, place):
    """Say what a folder lacks of a data set, and what else was seen there."""
    if not place.exists():
        return "no such folder"
    lacking = ", ".join(file.name for file in missing(name, place))
    ours = {_letters(file.name) for file in sources.SOURCES[name].files}
    others = sorted(entry for entry in os.listdir(place) if _letters(entry) not in ours or os.path.isdir(place / entry))
    return f"missing {lacking}" + (f"; seen there: {shown(', '.join(others), 100)}" if others else "")
