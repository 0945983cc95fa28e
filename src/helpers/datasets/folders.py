"""What lies in a folder of class folders: which files are pictures, which are passed over, what is odd about it."""

import hashlib
import os
import re
import unicodedata
from pathlib import Path

from helpers.datasets.files import DamagedFile, DatasetUnavailable, shown

BREED = re.compile(r"[A-Za-z_]+_[0-9]+\.jpg")  # the Oxford pets' names, Abyssinian_1.jpg
SYSTEM = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir", "$recycle.bin", "lost+found"}
OTHERS = set(".txt .md .rst .html .htm .xml .json .csv .tsv .yaml .yml .toml .ini .db .log .pdf .doc .docx .odt".split())
OTHERS |= set(".xls .xlsx .py .ipynb .m .mat .npy .npz .pkl .lnk .url .mp4 .mov .avi .mkv .webm .aae .xmp".split())
PARTS = {"train", "training", "val", "valid", "validation", "test", "testing", "eval"}
ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar")


def class_folders(folder):
    """{class name: [paths of its pictures]} of a folder of class folders, both in sorted order.

    Passed over: hidden and system files and folders, and files whose endings say that they are texts, tables or videos.
    Pictures in folders within a class folder belong to the class; a class folder without any is not a class.
    Raises DatasetUnavailable when the folder is not there or may not be read, DamagedFile when it is no such folder.
    """
    folder = whole(folder)
    entries = [entry for entry in listed(folder) if not is_passed_over(entry)]
    folders = [entry for entry in entries if (folder / entry).is_dir()]
    loose = [entry for entry in entries if entry not in folders and Path(entry).suffix.lower() not in OTHERS]
    found = {name: pictures_in(folder / name) for name in folders}
    empty = [name for name, paths in found.items() if not paths]
    found = {name: paths for name, paths in found.items() if paths}
    fault = _fault(folder, found, empty, loose)
    if fault:
        cure = "Expected: a folder with two or more class folders in it, such as photos/cat and photos/dog."
        raise DamagedFile(folder, fault, cure)
    return found


def _fault(folder, found, empty, loose):
    """What is wrong with a folder of class folders; "" when nothing is."""
    nothing = f" Without a picture: {shown(', '.join(empty))}." if empty else ""
    if not found and loose:
        packed = [entry for entry in loose if entry.lower().endswith(ARCHIVES)]
        if packed:
            return f"it has no class folders, but an archive, {shown(packed[0])}. Unpack it first.{nothing}"
        hint = " These look like the Oxford pets: use load_pets." if sum(map(bool, map(BREED.fullmatch, loose))) > 1 else ""
        return (
            f"{len(loose):,} files lie in it ({shown(loose[0])}), but no class folders: their class is not said.{hint}{nothing}"
        )
    if not found:
        return f"it holds no pictures.{nothing or ' It is empty, or holds hidden and system files only.'}"
    if {name.lower() for name in found} <= PARTS:
        return f"its folders ({', '.join(found)}) are parts of a data set, not classes. Name one of them; it is split anew."
    if len(found) == 1:
        (name,) = found
        inside = sorted({path.relative_to(folder / name).parts[0] for path in found[name]} - {path.name for path in found[name]})
        hint = f" The classes may lie one level deeper: {folder / name} holds {shown(', '.join(inside))}." if inside else ""
        return f"only one class has pictures, {shown(name)}: there is nothing to tell apart.{nothing}{hint}"
    return ""


def pictures_in(folder):
    """The files in a folder, and in folders within it, that should be pictures: paths in sorted order."""
    paths = []
    for entry in listed(folder):
        path = folder / entry
        if is_passed_over(entry):
            continue
        if path.is_dir():
            paths += [] if path.is_symlink() else pictures_in(path)  # a link could lead in a circle
        elif path.suffix.lower() not in OTHERS:
            paths.append(path)
    return paths


def is_passed_over(entry):
    """Whether a file or folder belongs to the system and not to a person, by its name."""
    return entry.startswith((".", "~$")) or entry.lower() in SYSTEM


def listed(folder):
    """The names in a folder, sorted, or DatasetUnavailable."""
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        around = next(parent for parent in folder.parents if parent.is_dir())
        beside = [entry for entry in _names_or_none(around) if not is_passed_over(entry)]
        raise DatasetUnavailable(
            f"{folder} is not there; {around} is, and holds {shown(', '.join(beside), 100) if beside else 'nothing'}."
        ) from None
    except NotADirectoryError as error:
        if folder.suffix.lower() in ARCHIVES:
            raise DatasetUnavailable(f"{folder} is an archive: unpack it, and name the folder that comes out of it.") from error
        raise DatasetUnavailable(f"{folder} is a file: name the folder around the class folders.") from error
    except OSError as error:
        raise DatasetUnavailable(f"{folder} cannot be looked into: {error.strerror}. You need the right to read it.") from error


def _names_or_none(folder):
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def whole(folder):
    """What a user wrote as a whole path."""
    return Path(os.path.expanduser(str(folder).strip().strip("\"'"))).absolute()


def drawn(key, seed):
    """A number for a file that is the same on every computer and looks like chance: files are ordered by it.

    It depends on the file's name alone and on no other file, so one file more moves at most three others into another part.
    Names are brought to one form first, since macOS writes ü as u and two dots.
    """
    return hashlib.sha256(f"{seed}/{unicodedata.normalize('NFC', key)}".encode("utf-8", "surrogateescape")).hexdigest()
