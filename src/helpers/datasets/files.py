"""Reading data files that may be damaged: what all readers share, and IDX, MNIST's format (kaggle.py reads CSV).

A learner's file may be cut in half, empty, a web page, or another file under the right name. Every reader here
either returns whole, checked arrays or raises an error that names the file, says what is wrong with it and how
to mend that.
"""

import gzip
import hashlib
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np


class DatasetUnavailable(RuntimeError):
    """The data cannot be reached: not there, not readable, or not to be downloaded. The message says what to do."""


class DamagedFile(ValueError):
    """A file is there, but it is not what it should be.

    path: the file.  fault: what is wrong with it.  cure: what to do about it.
    """

    def __init__(self, path, fault, cure):
        super().__init__(path, fault, cure)
        self.path, self.fault, self.cure = path, fault, cure

    def __str__(self):
        return f"{self.path}: {self.fault}\n{self.cure}"


@dataclass(frozen=True)
class IdxFile:
    """What an IDX file must be.

    name: its name when unpacked.  shape: (N, H, W) for images, (N,) for labels.
    checksum: of its unpacked bytes, "sha256:..." or "md5:...".
    packed_bytes: size of the .gz, for the progress bar.
    packed_checksum: of the .gz that the mirrors serve, or "" when `checksum` is enough.
    """

    name: str
    shape: tuple
    checksum: str
    packed_bytes: int
    packed_checksum: str = ""


def shown(text, most=60):
    """Return what is shown of a file's text in a message: quoted, and cut where it is long."""
    text = str(text)
    return repr(text if len(text) <= most else f"{text[: most - 3]}...")


def read_bytes(path):
    """Return the bytes of a file. Raises DatasetUnavailable when it is missing or may not be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise DatasetUnavailable(
            f"{path} cannot be read: {error.strerror}.\n"
            "Check that it is there, is a file and not a folder, and that you have the right to read it."
        ) from error


def checksum_of(data, like):
    """Return the checksum of bytes as "algorithm:digits", with the algorithm of the checksum `like`."""
    algorithm = like.partition(":")[0]
    return f"{algorithm}:{hashlib.new(algorithm, data, usedforsecurity=False).hexdigest()}"


def read_idx(path, expected, cure):
    """Read an IDX file, packed by gzip or not.

    path: the file.  expected: an IdxFile.  cure: a sentence for the error message.
    Returns a read-only uint8 array of shape `expected.shape`.
    Raises DatasetUnavailable when the file cannot be read, and DamagedFile when its unpacked bytes are not
    exactly the expected ones: header and checksum are both looked at.
    Source: the IDX format as LeCun, Cortes and Burges describe it on MNIST's page.
    """
    data = read_bytes(path)
    if data.startswith(b"\x1f\x8b"):  # gzip, whatever the name says: browsers unpack and keep the name
        try:
            data = gzip.decompress(data)
        except (EOFError, OSError, zlib.error) as error:
            fault = f"it cannot be unpacked ({error}). Usual cause: a download that broke off."
            raise DamagedFile(path, fault, cure) from error
    fault = _idx_fault(data, expected)
    if fault:
        raise DamagedFile(path, fault, cure)
    return np.frombuffer(data, np.uint8, offset=_header_bytes(expected.shape)).reshape(expected.shape)


def _header_bytes(shape):
    return 4 * (1 + len(shape))  # the magic number, then one number for each axis


def _idx_fault(data, expected):
    """Say what is wrong with the unpacked bytes of an IDX file; "" when nothing is.

    The checksum alone would find every fault. The questions before it are there to name the likely cause.
    """
    kinds = {2049: "labels", 2051: "images"}  # the magic number is 2048 plus the number of axes
    magic_expected = 2048 + len(expected.shape)
    header = _header_bytes(expected.shape)
    if not data:
        return "it is empty (0 bytes). Usual cause: a download that broke off, or a full disk."
    if is_web_page(data):
        return "it holds a web page (HTML), not data. Usual cause: a log-in or error page saved under this name."
    if len(data) < header:
        return f"it has {len(data)} bytes, fewer than its header of {header}. Usual cause: a download that broke off."
    magic, *shape = struct.unpack(f">{header // 4}I", data[:header])
    if magic != magic_expected:
        came = f"its magic number is {magic}, expected {magic_expected} ({kinds[magic_expected]})."
        if magic in kinds:
            return f"{came} Usual cause: a file of {kinds[magic]} under the name of a file of {kinds[magic_expected]}."
        return f"{came} Usual cause: it is no IDX file at all."
    if tuple(shape) != expected.shape:
        return (
            f"its header says {_shape(shape)}, expected {_shape(expected.shape)}. "
            "Usual cause: another file under this name, such as the test part (t10k) in the place of the training part, "
            "or images and labels that do not belong together."
        )
    length = header + int(np.prod(expected.shape))
    if len(data) != length:
        return f"it has {len(data):,} bytes unpacked, expected {length:,}. Usual cause: a copy that broke off."
    checksum = checksum_of(data, expected.checksum)
    if checksum != expected.checksum:
        return (
            f"its contents were changed: the checksum is {checksum}, expected {expected.checksum}. "
            "Usual cause: an edited or damaged copy, or another data set's file of the same name."
        )
    return ""


def is_web_page(data):
    """Whether bytes begin as HTML does: a log-in or error page that was saved in the place of a file."""
    return data[:1000].lstrip().startswith(b"<")


def _shape(shape):
    return " x ".join(f"{size:,}" for size in shape)
