"""Kaggle's table as spreadsheets, pandas and R save it again: read rightly, or named for what it is."""

import io
import os
import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_datasets import write_csv

from helpers.datasets import DamagedFile, load_kaggle_csv
from helpers.datasets.kaggle import read_kaggle_csv

LONGEST = 400  # characters of a message, without the path; a header alone has 7,000


@pytest.fixture
def table(tmp_path):
    """(path, its lines as lists of cells, images, labels) of a good file."""
    path = tmp_path / "train.csv"
    numbers = write_csv(path)
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    return path, rows, numbers[:, 1:].reshape(-1, 28, 28), numbers[:, 0]


def write(path, rows, separator=",", encoding="utf-8"):
    path.write_text("\n".join(separator.join(row) for row in rows) + "\n", encoding=encoding)


def number_rows(rows, name):
    return [[name, *rows[0]], *([str(40_000 + n), *row] for n, row in enumerate(rows[1:]))]


def label_last(rows):
    return [[*row[1:], row[0]] for row in rows]


def sorted_by_name(rows):
    order = sorted(range(785), key=lambda place: rows[0][place])
    assert order != list(range(785))
    return [[row[place] for place in order] for row in rows]


READ = {
    "an index column of pandas": lambda rows: number_rows(rows, ""),
    "an index column that was read and saved again": lambda rows: number_rows(rows, "Unnamed: 0"),
    "a column id": lambda rows: number_rows(rows, "Id"),
    "names of rows in quotes, as R writes them": lambda rows: [['""', *rows[0]], *(['"no. 1"', *row] for row in rows[1:])],
    "Label": lambda rows: [["Label", *rows[0][1:]], *rows[1:]],
    "LABEL in quotes": lambda rows: [['"LABEL"', *(f'"{name}"' for name in rows[0][1:])], *rows[1:]],
    "class": lambda rows: [["class", *rows[0][1:]], *rows[1:]],
    "label last": label_last,
    "label last, behind an index column": lambda rows: number_rows(label_last(rows), ""),
    "label in the middle": lambda rows: [[*row[1:400], row[0], *row[400:]] for row in rows],
    "pixels sorted as text": sorted_by_name,
    "names by row and column": lambda rows: [["label", *(f"{r}x{c}" for r in range(28) for c in range(28))], *rows[1:]],
    "numbers that say nothing of the order": lambda rows: [["label", *(f"row{27 - n // 28}" for n in range(784))], *rows[1:]],
    "numbers in quotes": lambda rows: [rows[0], *([f'"{cell}"' for cell in row] for row in rows[1:])],
}


@pytest.mark.parametrize("change", READ.values(), ids=READ)
@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_read_rightly(table, change, separator):
    path, rows, images, labels = table
    write(path, change(rows), separator)
    came, came_labels = read_kaggle_csv(path)
    assert came.dtype == came_labels.dtype == np.uint8
    assert np.array_equal(came, images) and np.array_equal(came_labels, labels)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_read_in_any_encoding(table, encoding):
    path, rows, images, labels = table
    write(path, rows, "\t", encoding)
    came, came_labels = read_kaggle_csv(path)
    assert np.array_equal(came, images) and np.array_equal(came_labels, labels)


def faulty(path):
    """The message of a file that is refused, without the path."""
    with pytest.raises(DamagedFile) as caught:
        load_kaggle_csv(path)
    message = str(caught.value).removeprefix(f"{path}: ")
    assert len(message) <= LONGEST, message
    return message


def blanked(rows, line, place, cell):
    rows = [list(row) for row in rows]
    rows[line - 1][place] = cell
    return rows


NAMED = {
    "Kaggle's test.csv": (lambda rows: [row[1:] for row in rows], "Kaggle's test.csv"),
    "Kaggle's sample_submission.csv": (lambda rows: [["ImageId", "Label"], ["1", "0"]], "Kaggle's sample_submission.csv"),
    "two columns of labels": (lambda rows: [[*row, row[0]] for row in rows], "2 columns that may be the label"),
    "a label by another name": (lambda rows: [["y", *rows[0][1:]], *rows[1:]], "first column is 'y', expected \"label\""),
    "two columns too many": (lambda rows: [["a", "b", *row] for row in rows], "line 1 has 787 columns, expected 785"),
    "a row too long beside an index": (
        lambda rows: [*number_rows(rows, "")[:-1], [*number_rows(rows, "")[-1], "0"]],
        "line 31 has 787 columns, expected 786",
    ),
    "a label in the last column that is none": (
        lambda rows: blanked(label_last(rows), 4, 784, "11"),
        "in line 4, the label is '11', expected a whole number from 0 to 9",
    ),
    "a very long cell": (lambda rows: blanked(rows, 9, 5, "9" * 5000), "in line 9, pixel 4 is '999"),
    "a very long name": (lambda rows: [["x" * 5000, *rows[0][1:]], *rows[1:]], "first column is 'xxx"),
    "no separator": (lambda rows: [["label and pixels"], ["0 0 0"]], "line 1 is 'label and pixels'"),
    "a pointer of git's": (
        lambda rows: [["version https://git-lfs.github.com/spec/v1"], ["oid sha256:" + 64 * "0"]],
        "line 1 is 'version https://git-lfs.github.com/spec/v1'",
    ),
    "names only, of an index too": (lambda rows: number_rows(rows, "")[:1], "no images"),
}


@pytest.mark.parametrize("change, words", NAMED.values(), ids=NAMED)
@pytest.mark.parametrize("separator", [",", ";"], ids=["comma", "semicolon"])
def test_named(table, change, words, separator):
    path, rows, _, _ = table
    write(path, change(rows), separator)
    assert words in faulty(path)


def test_decimal_commas(table):
    path, rows, _, _ = table
    write(path, blanked(rows, 9, 5, "0,5"), ";")
    assert "in line 9, pixel 4 is '0,5', expected a whole number from 0 to 255" in faulty(path)


def test_a_cause_is_named_only_where_its_pattern_is_seen(table):
    """A table of other things, 784 columns wide, is not Kaggle's test.csv."""
    path, rows, _, _ = table
    write(path, [[f"gene {n}" for n in range(784)], *(row[1:] for row in rows[1:])])
    assert "test.csv" not in faulty(path) and "sample_submission" not in faulty(path)


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return packed.getvalue()


OTHER_FILES = {
    "Kaggle's archive": (
        zipped(**{"train.csv": "label", "test.csv": "pixel0"}),
        "still packed (.zip). Unpack it first; it holds",
    ),
    "an archive of many files": (zipped(**{f"{n}.png": "" for n in range(500)}), "still packed (.zip)"),
    "a workbook": (zipped(xl__workbook="<x/>"), 'a workbook of Excel. Save it there again, as "CSV UTF-8"'),
    "a broken archive": (b"PK\x03\x04 junk", "still packed (.zip), and damaged"),
    "gzip": (b"\x1f\x8b\x08\x00", "still packed (.gz)"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", "it is not a text file ("),
    "a byte order mark and nothing": ("".encode("utf-8-sig"), "it is empty"),
    "UTF-16 and nothing": ("".encode("utf-16"), "it is empty"),
    "an empty first line": (b"\nlabel,pixel0\n", "line 1 is ''"),
}


@pytest.mark.parametrize("data, words", OTHER_FILES.values(), ids=OTHER_FILES)
def test_other_files(tmp_path, data, words):
    path = tmp_path / "train.csv"
    path.write_bytes(data)
    assert words in faulty(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    data=st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(str.encode), st.text(',;\t\n"0a', max_size=300).map(str.encode)
    )
)
def test_any_other_bytes_are_refused_shortly(tmp_path, data):
    path = tmp_path / f"{os.getpid()}.csv"
    path.write_bytes(data)
    faulty(path)
