"""The four steps from a picture's file to an array: open_picture, resized, cropped, as_array."""

import contextlib
import io
import os
from pathlib import Path

import numpy as np

from helpers.checks import require_whole
from helpers.pictures.faults import PictureError, format_fault, load_fault, missing_fault, size_fault, system_fault

WHITE = (255, 255, 255)


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
            raise PictureError(name, load_fault(error)) from error
        try:
            picture = ImageOps.exif_transpose(picture)
        except MemoryError:
            raise
        except Exception:  # a camera's note that is damaged itself: the picture stays as it lies
            pass
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
            raise PictureError(name, system_fault(error)) from error
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
                raise PictureError(name, system_fault(error)) from error
            raise PictureError(name, format_fault(start)) from error
        with picture:
            fault = size_fault(*picture.size)
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
        raise PictureError(path, missing_fault(path, error)) from error


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
