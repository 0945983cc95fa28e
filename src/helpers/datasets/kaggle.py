"""Reading Kaggle's table of handwritten digits (train.csv), also as spreadsheets and pandas save it again."""

import io
import re
import zipfile
from dataclasses import dataclass

import numpy as np

from helpers.datasets.files import DamagedFile, is_web_page, read_bytes, shown

CURE = "Mend it there, or delete the file and take train.csv from Kaggle's Digit Recognizer page again."
PIXELS = 28 * 28
LABEL = {"label", "labels", "class", "target", "digit"}
ROW_NAME = {"", "unnamed: 0", "index", "id", "row", "imageid"}


@dataclass(frozen=True)
class Layout:
    """Where things stand in a table.

    separator: "," or ";" or a tab.  columns: how many there are.
    label: the label's column.  pixels: the columns of the 784 pixels, row by row from the top left.
    """

    separator: str
    columns: int
    label: int
    pixels: list


def read_kaggle_csv(path):
    """Read a table of labelled 28x28 images in the form of Kaggle's Digit Recognizer (its train.csv).

    The first line names the columns: label, then 784 pixels. Each further line is one image: a label 0..9 and
    784 whole numbers 0..255, row by row from the top left. Read as well: semicolons or tabs between the columns, the
    label in another column, a column that numbers the rows, pixel columns that were sorted by name, UTF-16.
    Returns (images, labels): uint8 arrays of shape (N, 28, 28) and (N,).
    Raises DatasetUnavailable when the file cannot be read, and DamagedFile, with the number of the line, when
    anything in it is not so.
    Source: https://www.kaggle.com/competitions/digit-recognizer/data
    """
    data = read_bytes(path)
    try:
        header, *lines = _text(data).splitlines()
        layout = _layout(header)
        if not any(line.strip() for line in lines):
            raise ValueError("it has a line of column names and no images.")
        table = _numbers(lines, layout)
    except ValueError as error:
        raise DamagedFile(path, str(error), CURE) from None
    images, labels = table[:, layout.pixels], table[:, layout.label]
    return images.astype(np.uint8).reshape(-1, 28, 28), labels.astype(np.uint8)


def _text(data):
    """Decode the bytes of a table. Raises ValueError when they are something else."""
    if not data.strip():
        raise ValueError("it is empty. Usual cause: a download that broke off, or a full disk.")
    if is_web_page(data):
        raise ValueError("it holds a web page (HTML), not a table. Usual cause: Kaggle wants you to log in before a download.")
    if data.startswith(b"PK"):
        raise ValueError(_archive_fault(data))
    if data.startswith(b"\x1f\x8b"):
        raise ValueError("it is not a text file but still packed (.gz). Unpack it first.")
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # what Excel calls Unicode text
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not a text file ({error.reason}).") from None
    if not text.strip():
        raise ValueError("it is empty.")
    return text


def _archive_fault(data):
    """Say what a zip archive is: Kaggle's own, or a workbook of Excel, which is one too."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        return "it is not a text file but still packed (.zip), and damaged."
    if any(name.startswith("xl/") for name in names):
        return 'it is not a text file but a workbook of Excel. Save it there again, as "CSV UTF-8".'
    return f"it is not a text file but still packed (.zip). Unpack it first; it holds {shown(', '.join(names))}."


def _layout(header):
    """Read the line of column names. Raises ValueError when it is not clear where the label and the pixels are."""
    separator = max(",;\t", key=header.count)
    names = [name.strip().strip("\"'").strip() for name in header.split(separator)]
    if names[0].lstrip("-").isdigit():
        raise ValueError("line 1 holds numbers, expected the names of the columns: label,pixel0,pixel1,...")
    labels = [place for place, name in enumerate(names) if name.lower() in LABEL]
    if len(labels) > 1:
        raise ValueError(f'line 1 names {len(labels)} columns that may be the label, expected one that is called "label".')
    if not labels:
        raise ValueError(_no_label_fault(names))
    pixels = [place for place in range(len(names)) if place != labels[0]]
    numbering = [place for place in pixels if names[place].lower() in ROW_NAME]
    if len(pixels) == PIXELS + 1 and len(numbering) == 1:
        pixels.remove(numbering[0])
    if len(pixels) != PIXELS:
        cause = " Usual cause: Kaggle's sample_submission.csv." if [*map(str.lower, names)] == ["imageid", "label"] else ""
        wanted = f"expected {PIXELS + 1}: the label and 28 x 28 = {PIXELS} pixels."
        raise ValueError(f"line 1 has {len(names)} columns, {wanted}{cause}")
    return Layout(separator, len(names), labels[0], _in_order(pixels, names))


def _no_label_fault(names):
    if len(names) == 1:
        return f"line 1 is {shown(names[0])}, expected the names of {PIXELS + 1} columns: label,pixel0,pixel1,..."
    test = len(names) in (PIXELS, PIXELS + 1) and sum(name.lower().startswith("pixel") for name in names) == PIXELS
    cause = " Usual cause: Kaggle's test.csv, which has no labels." if test else ""
    return f'its first column is {shown(names[0])}, expected "label"; no other is called so.{cause}'


def _in_order(pixels, names):
    """Sort the pixels' columns by the number in each name: pixel10 may stand before pixel2 where names were sorted as text."""
    numbers = [re.findall(r"\d+", names[place]) for place in pixels]
    if all(len(found) == 1 for found in numbers):
        order = {place: int(found[0]) for place, found in zip(pixels, numbers, strict=True)}
        if len(set(order.values())) == len(pixels):
            return sorted(pixels, key=order.get)
    return pixels


def _numbers(lines, layout):
    """Return the lines of images as an int32 array (N, columns). Raises ValueError that names the first wrong line."""
    unused = set(range(layout.columns)) - {layout.label, *layout.pixels}
    numbering = {place: lambda _: 0 for place in unused}  # whatever stands there
    form = {"delimiter": layout.separator, "comments": None, "quotechar": '"', "ndmin": 2, "converters": numbering or None}
    try:
        table = np.loadtxt(lines, np.int32, **form)
        images, labels = table[:, layout.pixels], table[:, layout.label]
        if table.shape[1] == layout.columns and 0 <= labels.min() <= labels.max() <= 9:
            if 0 <= images.min() <= images.max() <= 255:
                return table
    except (ValueError, IndexError):  # loadtxt counts rows in its own way; below we count lines as an editor does
        pass
    raise ValueError(_line_fault(lines, layout))


def _line_fault(lines, layout):
    """Say where the first wrong line is. Slow, and only called when there is one."""
    checks = [("the label", layout.label, 9), *((f"pixel {n}", place, 255) for n, place in enumerate(layout.pixels))]
    for number, line in enumerate(lines, start=2):
        cells = [cell.strip().strip('"') for cell in line.split(layout.separator)] if line.strip() else []
        if cells and len(cells) != layout.columns:
            columns = f"expected {layout.columns}" + (", as in line 1" if layout.columns != PIXELS + 1 else "")
            return f"line {number} has {len(cells)} columns, {columns}: the label and 28 x 28 = {PIXELS} pixels."
        for name, place, largest in checks if cells else ():
            cell = cells[place]
            if not (cell.isdecimal() and len(cell) < 10 and int(cell) <= largest):
                return f"in line {number}, {name} is {shown(cell)}, expected a whole number from 0 to {largest}."
    return "it is not a table of whole numbers."
