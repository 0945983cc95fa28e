"""From a picture's file to what a network reads: opened and upright, resized, cropped, an array.

    picture = open_picture("cat.jpg")                 # RGB, the right side up
    x = as_array(cropped(resized(picture, 64), 64))   # float32 (3, 64, 64) in 0..1
    x = read_picture("cat.jpg", 64)                   # the same in one step

A file may be cut off, empty, a web page or no picture at all: then PictureError says which file, what is wrong and why that
usually happens. Needs Pillow.
"""

import contextlib
import io
import os
from pathlib import Path

import numpy as np

from helpers.checks import require_whole

LEAST = 8  # pixels along the short side: below that nothing can be seen
LONGEST = 20  # times the short side: what is longer is a strip, and its middle square says nothing of it
MOST = 90_000_000  # pixels: decoded they take 270 MB; Pillow itself warns from there on
WHITE = (255, 255, 255)

# How files begin that are often found under a picture's name, and what to do about each.
BEGINNINGS = (
    (b"%PDF", "it is a PDF. Export its pages as pictures"),
    (b"PK\x03\x04", "it is a zip archive (or an office document). Unpack it"),
    (b"\x1f\x8b", "it is packed by gzip. Unpack it"),
    (b"Rar!", "it is a RAR archive. Unpack it"),
    (b"7z\xbc\xaf", "it is a 7z archive. Unpack it"),
    (b"version https://git-lfs", "it is Git LFS' note of where the picture is. Fetch the pictures: git lfs pull"),
)
FAMILY = {  # what stands behind "ftyp" in files of the family of MP4
    "HEIC, the format of Apple's cameras, which Pillow does not read. Save it as JPEG": (b"hei", b"hev", b"mif1", b"msf1"),
    "AVIF, which this Pillow does not read. Save it as JPEG": (b"avi",),
    "a video, not a picture. Save single pictures of it": (b"mp4", b"isom", b"iso", b"qt", b"M4V", b"3gp"),
}


class PictureError(ValueError):
    """A file cannot be read as a picture. path: the file.  fault: what is wrong and the usual cause."""

    def __init__(self, path, fault):
        super().__init__(path, fault)
        self.path, self.fault = path, fault

    def __str__(self):
        return f"{self.path}: {self.fault}"


def read_picture(path, size=64):
    """Read a picture's middle square as a network takes it. Returns float32 (3, size, size) in 0..1.

    path: as for open_picture. size: whole number. Raises PictureError.
    The four steps are open_picture, resized, cropped and as_array.
    """
    return as_array(cropped(resized(open_picture(path), size), size))


def open_picture(path):
    """Open a picture: upright as its camera noted (EXIF), in RGB, of several frames the first.

    path: text or Path, or what a file holds as bytes, or an open binary file. Grey pictures, palettes, CMYK and 16 bits become
    RGB; what is transparent is laid on white. Returns a Pillow image of mode "RGB".
    Raises PictureError, which names the file and the usual cause, when that cannot be done, when a side has fewer than 8 pixels,
    when one is more than 20 times the other, and when there are more than 90 million pixels.
    """
    from PIL import ImageOps

    with opened(path) as (picture, name):
        try:
            picture.load()
        except MemoryError:
            raise
        except Exception as error:  # a damaged file can fail in a dozen ways, and they all mean the same
            raise PictureError(name, _load_fault(error)) from error
        with contextlib.suppress(Exception):  # a camera's note that is damaged itself: the picture stays as it lies
            picture = ImageOps.exif_transpose(picture)
        return _rgb(picture)


@contextlib.contextmanager
def opened(path):
    """Open a file as far as its header, for (Pillow image, name for messages); its pixels are not decoded yet.

    Arguments and errors as for open_picture, but for what is found only when the pixels are decoded.
    """
    from PIL import Image

    file, name = _file(path)
    with file as file:
        try:
            start = file.read(64)
            file.seek(0)
        except OSError as error:
            raise PictureError(name, _system_fault(error)) from error
        if not start:
            raise PictureError(name, "it is empty (0 bytes). Usual cause: a copy or download that broke off.")
        try:
            picture = Image.open(file)
        except Image.DecompressionBombError as error:
            raise PictureError(name, f"its header says too many pixels ({error}). Save it smaller.") from error
        except MemoryError:
            raise
        except Exception as error:
            if getattr(error, "errno", None) is not None:
                raise PictureError(name, _system_fault(error)) from error
            raise PictureError(name, _format_fault(start)) from error
        with picture:
            fault = _size_fault(*picture.size)
            if fault:
                raise PictureError(name, fault)
            yield picture, name


def resized(picture, size):
    """Bring the short side of a Pillow image to `size` pixels, the other in proportion; Lanczos' filter, which averages.

    Returns a Pillow image. ValueError when size is no whole number from 1 up.
    """
    from PIL import Image

    size = require_whole("size", size, 1)
    short = min(picture.size)
    if short == size:
        return picture
    return picture.resize([max(size, round(side * size / short)) for side in picture.size], Image.Resampling.LANCZOS)


def cropped(picture, size):
    """Cut the middle square of size × size pixels out of a Pillow image. ValueError when it is smaller than that."""
    size = require_whole("size", size, 1)
    width, height = picture.size
    if min(width, height) < size:
        raise ValueError(f"a square of {size} pixels cannot be cut out of {width} × {height}: use resized first.")
    left, top = (width - size) // 2, (height - size) // 2
    return picture.crop((left, top, left + size, top + size))


def as_array(picture):
    """The pixels of a Pillow image in RGB as float32 (3, H, W) in 0..1: channel by channel, row by row from the top.

    Raises TypeError for another mode: open_picture makes RGB of all of them.
    """
    return in_floats(as_bytes(picture))


def as_bytes(picture):
    """The pixels of a Pillow image in RGB as uint8 (3, H, W), a fourth of the memory of floats."""
    if getattr(picture, "mode", None) != "RGB":
        came = f"one of mode {picture.mode!r}" if hasattr(picture, "mode") else f"a {type(picture).__name__}"
        raise TypeError(f"expected a Pillow image of mode 'RGB', but {came} has come. Use open_picture.")
    return np.ascontiguousarray(np.asarray(picture).transpose(2, 0, 1))


def in_floats(pixels):
    """Pixels of uint8, 0..255, as float32 in 0..1."""
    return np.divide(pixels, np.float32(255), dtype=np.float32)


def _file(path):
    """An open binary file and its name for messages."""
    if isinstance(path, (bytes, bytearray, memoryview)):
        return io.BytesIO(path), "the picture"
    if hasattr(path, "read"):
        return contextlib.nullcontext(path), getattr(path, "name", "the picture")
    path = Path(os.path.expanduser(path))
    try:
        return open(path, "rb"), path
    except (OSError, ValueError) as error:
        raise PictureError(path, _missing_fault(path, error)) from error


def _missing_fault(path, error):
    """Why a file could not be opened, as far as its path shows."""
    if os.path.islink(path) and not os.path.exists(path):
        return f"it is a link to {os.readlink(path)}, which is not there."
    if os.path.isdir(path):
        return "it is a folder. Name a picture in it; load_images reads folders of class folders."
    if isinstance(error, FileNotFoundError):
        return "there is no such file. Usual cause: it was moved or renamed, or the path begins in another folder."
    return _system_fault(error)


def _system_fault(error):
    if isinstance(error, PermissionError):
        return "you have no right to read it."
    return f"the system cannot read it: {getattr(error, 'strerror', None) or error}."


def _format_fault(start):
    """What a file is that Pillow does not know, from its first bytes."""
    text = start.lstrip()
    if start[4:8] == b"ftyp":
        kinds = [kind for kind, marks in FAMILY.items() if start[8:12].startswith(marks)]
        return f"it is {kinds[0] if kinds else 'a video or a picture of a kind that Pillow does not read'}."
    if text[:1] == b"<" and b"<svg" not in text:
        return "it holds a web page (HTML), not a picture. Usual cause: a log-in or error page saved under this name."
    if b"<svg" in text:
        return "it is a drawing in SVG. Export it as PNG."
    for beginning, fault in BEGINNINGS:
        if start.startswith(beginning):
            return f"{fault}."
    words = start.decode("utf-8", "ignore")  # the last letter may be cut in two
    if len(words.encode()) > len(start) - 4 and all(letter.isprintable() or letter in "\t\r\n" for letter in words):
        return f"it holds text, not a picture: it begins with {words[:20]!r}."
    if start.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8")):
        return "its header is damaged. Usual cause: a copy or download that broke off."
    return "it is no picture of a kind that Pillow reads. Usual cause: another kind of file under a picture's name."


def _size_fault(width, height):
    short, long = sorted((width, height))
    if short < LEAST:
        return f"it is too small: {width} × {height} pixels, expected {LEAST} or more along each side."
    if long > LONGEST * short:
        return f"it is a strip of {width} × {height} pixels: its middle square shows next to nothing of it. Cut it first."
    if width * height > MOST:
        return f"it has {width} × {height} pixels, more than {MOST / 1e6:.0f} million. Save it smaller."
    return ""


def _load_fault(error):
    """Why pixels could not be decoded. error: what Pillow has raised."""
    if getattr(error, "errno", None) is not None:
        return _system_fault(error)
    if isinstance(error, EOFError) or "truncated" in str(error) or "broken" in str(error):
        return f"it is cut off or damaged ({error}). Usual cause: a copy or download that broke off."
    return f"it cannot be decoded ({str(error)[:200]}). Usual cause: a damaged file. Save it anew with another program."


def _rgb(picture):
    """A decoded Pillow image of any mode in RGB."""
    from PIL import Image

    if picture.mode.startswith("I") or picture.mode == "F":
        picture = _eight_bits(picture)
    if picture.has_transparency_data or picture.mode in ("RGBa", "La"):
        if picture.mode in ("RGBa", "La"):  # colours already multiplied by their opacity
            picture = picture.convert(picture.mode.upper())
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, (*WHITE, 255)), picture)
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _eight_bits(picture):
    """A grey picture of 16 or 32 bits or of floats with 8. Its brightest value may be 1 (floats), 255 or 65,535; other
    ranges are stretched between their own ends."""
    from PIL import Image

    values = np.nan_to_num(np.asarray(picture).astype(np.float64))
    low, high = values.min(), values.max()
    if picture.mode.startswith("I;16"):
        low, high = 0, 65535
    elif low >= 0:
        low, high = 0, next((end for end in ((1,) if picture.mode == "F" else ()) + (255, 65535) if high <= end), high)
    return Image.fromarray(np.rint((values - low) * (255 / max(high - low, 1e-12))).astype(np.uint8))
