"""One picture from its file to an array: each kind that Pillow knows, and each kind of bad file, named with its usual cause."""

import io
import os
import struct
import sys
import zlib

import numpy as np
import pytest
from PIL import Image, ImageFile

from helpers.pictures import PictureError, as_array, cropped, faults, open_picture, read_picture, resized

RED, BLUE = (250, 10, 20), (10, 20, 250)


def halves(mode="RGB", width=40, height=30):
    """Left half red, right half blue."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode)


def packed(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def colours(picture):
    """The colours in the middle of the left and of the right half."""
    width, height = picture.size
    return [picture.getpixel((x, height // 2)) for x in (width // 4, 3 * width // 4)]


def near(one, other, within=12):
    return np.abs(np.subtract(one, other, dtype=np.float64)).max() <= within


# What comes out


def test_the_four_steps_are_read_picture(tmp_path):
    file = tmp_path / "a.jpg"
    halves(width=160, height=120).save(file)
    picture = open_picture(file)
    assert picture.mode == "RGB" and picture.size == (160, 120)
    assert resized(picture, 64).size == (85, 64) and cropped(resized(picture, 64), 64).size == (64, 64)
    x = as_array(cropped(resized(picture, 64), 64))
    assert x.shape == (3, 64, 64) and x.dtype == np.float32 and x.flags.c_contiguous and 0 <= x.min() and x.max() <= 1
    assert np.array_equal(x, read_picture(file)) and np.array_equal(x, read_picture(str(file), 64))
    assert np.array_equal(x, read_picture(file.read_bytes())) and np.array_equal(x, read_picture(io.BytesIO(file.read_bytes())))
    with open(file, "rb") as stream:
        assert np.array_equal(x, read_picture(stream))
        assert not stream.closed


def test_channels_rows_and_columns_stand_where_they_should():
    x = read_picture(packed(halves(), "PNG"), 20)
    assert near(x[:, 10, 3] * 255, RED, 1) and near(x[:, 10, 16] * 255, BLUE, 1)
    top = Image.new("RGB", (20, 20), BLUE)
    top.paste(RED, (0, 0, 20, 10))
    x = read_picture(packed(top, "PNG"), 20)
    assert near(x[:, 3, 10] * 255, RED, 1) and near(x[:, 16, 10] * 255, BLUE, 1)


def test_the_middle_is_cut_out_of_what_is_wide_or_high():
    for size in ((90, 30), (30, 90)):
        picture = Image.new("RGB", size, BLUE)
        middle = [(side - 30) // 2 for side in size]
        picture.paste(RED, (*middle, *(start + 30 for start in middle)))
        x = read_picture(packed(picture, "PNG"), 30) * 255
        assert near(x.reshape(3, -1).T, RED, 1)


@pytest.mark.parametrize("size", [(40, 30), (30, 40), (33, 33), (9, 150), (64, 64)])
def test_the_short_side_gets_the_size(size):
    for wanted in (1, 8, 64, 100):
        picture = resized(Image.new("RGB", size, RED), wanted)
        assert min(picture.size) == wanted and cropped(picture, wanted).size == (wanted, wanted)
    assert resized(picture, min(picture.size)) is picture


def test_a_stripe_pattern_is_averaged_and_not_sampled():
    """A filter that skips pixels would make waves of it."""
    stripes = np.zeros((400, 400, 3), np.uint8)
    stripes[:, ::2] = 255
    x = as_array(resized(Image.fromarray(stripes), 30))
    assert abs(x - 0.5).max() < 0.02


def test_wrong_arguments():
    with pytest.raises(ValueError, match="size must be a whole number from 1 up, not 0"):
        resized(halves(), 0)
    with pytest.raises(ValueError, match="a square of 31 pixels cannot be cut out of 40 × 30: use resized first"):
        cropped(halves(), 31)
    with pytest.raises(TypeError, match="mode 'RGB', but one of mode 'L'"):
        as_array(halves("L"))
    with pytest.raises(TypeError, match="mode 'RGB', but a ndarray has come"):
        as_array(np.zeros((3, 4, 4)))


# Kinds of pictures

GREY = round(0.299 * 250 + 0.587 * 10 + 0.114 * 20)
KINDS = {
    "JPEG": lambda: packed(halves(), "JPEG", quality=95),
    "JPEG, progressive": lambda: packed(halves(), "JPEG", quality=95, progressive=True),
    "JPEG, CMYK": lambda: packed(halves("CMYK"), "JPEG", quality=95),
    "TIFF, CMYK": lambda: packed(halves("CMYK"), "TIFF"),
    "TIFF, Lab": lambda: packed(_lab(), "TIFF"),
    "PNG": lambda: packed(halves(), "PNG"),
    "PNG, RGBA, opaque": lambda: packed(halves("RGBA"), "PNG"),
    "PNG, palette": lambda: packed(halves().quantize(4), "PNG"),
    "GIF": lambda: packed(halves(), "GIF"),
    "GIF, animated": lambda: packed(halves(), "GIF", save_all=True, append_images=[Image.new("RGB", (40, 30), "green")] * 3),
    "WebP": lambda: packed(halves(), "WEBP", lossless=True),
    "WebP, animated": lambda: packed(
        halves(), "WEBP", lossless=True, save_all=True, append_images=[Image.new("RGB", (40, 30))] * 2
    ),
    "BMP": lambda: packed(halves(), "BMP"),
    "TIFF": lambda: packed(halves(), "TIFF"),
}


def _lab():
    from PIL import ImageCms

    profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    return ImageCms.profileToProfile(halves(), *profiles, outputMode="LAB")


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_of_coloured_pictures(kind):
    picture = open_picture(KINDS[kind]())
    left, right = colours(picture)
    assert picture.mode == "RGB" and picture.size == (40, 30)
    within = 60 if "Lab" in kind else 12
    assert near(left, RED, within) and near(right, BLUE, within)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "GIF", "WEBP"])
def test_grey_becomes_three_equal_channels(kind):
    for colour in colours(open_picture(packed(Image.new("L", (40, 30), 77), kind))):
        assert near(colour, (77, 77, 77), 1)


def test_black_and_white():
    black, white = colours(open_picture(packed(Image.fromarray(np.arange(40)[None].repeat(30, 0) >= 20), "PNG")))
    assert black == (0, 0, 0) and white == (255, 255, 255)


def test_what_is_transparent_lies_on_white():
    whole = Image.new("RGBA", (40, 30), (*RED, 255))
    half = whole.copy()
    half.paste((0, 0, 0, 0), (20, 0, 40, 30))
    mixed = [round(0.5 * a + 0.5 * 255) for a in BLUE]
    half.paste((*BLUE, 128), (0, 0, 20, 30))
    assert near(colours(open_picture(packed(half, "PNG"))), [mixed, (255, 255, 255)], 2)
    grey = Image.new("LA", (40, 30), (0, 0))
    assert colours(open_picture(packed(grey, "PNG"))) == [(255, 255, 255)] * 2


def test_palettes_and_greys_with_a_transparent_colour_lie_on_white():
    palette = Image.new("P", (40, 30), 0)
    palette.putpalette([*RED, *BLUE])
    palette.paste(1, (20, 0, 40, 30))
    for kind in ("PNG", "GIF"):
        assert colours(open_picture(packed(palette, kind, transparency=1))) == [RED, (255, 255, 255)]
    assert colours(open_picture(packed(palette, "PNG", transparency=bytes([255, 0])))) == [RED, (255, 255, 255)]
    grey = Image.new("L", (40, 30), 0)
    grey.paste(90, (20, 0, 40, 30))
    assert colours(open_picture(packed(grey, "PNG", transparency=0))) == [(255, 255, 255), (90, 90, 90)]


def png(width, height, bits, colour, rows):
    """A PNG as its makers describe it, of kinds that Pillow does not write."""
    chunks = [
        (b"IHDR", struct.pack(">2I5B", width, height, bits, colour, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    body = [struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def test_sixteen_bits():
    values = np.array([0, 16384, 32768, 65535], ">u2").repeat(5)
    grey = png(20, 20, 16, 0, b"".join(b"\0" + values.tobytes() for _ in range(20)))
    assert Image.open(io.BytesIO(grey)).mode.startswith("I;16")
    x = read_picture(grey, 20)
    assert np.allclose(x[:, 9, [2, 7, 12, 17]], [[0, 0.25, 0.5, 1]] * 3, atol=0.004)
    colour = np.zeros((20, 3), ">u2")
    colour[:, 0] = 65535
    x = read_picture(png(20, 20, 16, 2, b"".join(b"\0" + colour.tobytes() for _ in range(20))), 20)
    assert x[0].min() == 1 and x[1:].max() == 0


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (np.array([0, 51, 255], np.int32), [0, 0.2, 1]),
        (np.array([0, 13107, 65535], np.int32), [0, 0.2, 1]),
        (np.array([0, 20_000, 100_000], np.int32), [0, 0.2, 1]),
        (np.array([-100, 0, 400], np.int32), [0, 0.2, 1]),
        (np.array([0, 0.2, 1], np.float32), [0, 0.2, 1]),
        (np.array([0, 51, 255], np.float32), [0, 0.2, 1]),
        (np.array([0, np.nan, 1], np.float32), [0, 0, 1]),
        (np.array([0, 0, 0], np.float32), [0, 0, 0]),
    ],
)
def test_thirty_two_bits_and_floats(values, wanted):
    picture = Image.fromarray(np.repeat(np.repeat(values, 10)[None], 30, axis=0))
    x = read_picture(packed(picture, "TIFF"), 30)
    assert np.allclose(x[:, 10, [5, 15, 25]], [wanted] * 3, atol=0.004)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_camera_that_was_held_otherwise(turn):
    """The same picture, stored in the eight ways that EXIF knows, comes out the same."""
    stored = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[turn]  # fmt: skip
    picture = halves()
    picture.paste((0, 255, 0), (0, 0, 8, 8))
    exif = Image.Exif()
    exif[0x0112] = turn
    turned = picture if stored is None else picture.transpose(stored)
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True}), ("JPEG", {"quality": 95, "subsampling": 0})):
        opened = open_picture(packed(turned, kind, exif=exif, **options))
        assert opened.size == (40, 30)
        assert near(np.asarray(opened), np.asarray(picture), 90 if kind == "JPEG" else 0)


def test_a_damaged_note_of_the_camera_leaves_the_picture_as_it_lies():
    data = packed(halves(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")
    assert open_picture(data).size == (40, 30)


# Bad files: (what the file holds, what the message says)

JPEG, PNG = packed(halves(width=200, height=150), "JPEG"), packed(Image.effect_noise((200, 150), 50), "PNG")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)
BAD = {
    "empty": (b"", "it is empty (0 bytes). Usual cause: a copy or download that broke off"),
    "JPEG cut in half": (JPEG[: len(JPEG) // 2], "it is cut off or damaged"),
    "PNG cut in half": (PNG[: len(PNG) // 2], "it is cut off or damaged"),
    "JPEG of 12 bytes": (JPEG[:12], "its header is damaged. Usual cause: a copy or download that broke off"),
    "PNG of 20 bytes": (PNG[:20], "damaged"),
    "PNG with other bytes in its middle": (PNG[:5000] + bytes(100) + PNG[5100:], "damaged"),
    "text": (b"Just some words.\n" * 9, "it holds text, not a picture: it begins with 'Just some words"),
    "text with an ümlaut": ("Ein süßer Kater.\n".encode() * 9, "it holds text, not a picture: it begins with 'Ein süßer Kater"),
    "a web page": (b"<!DOCTYPE html><html><body>Log in</body></html>", "it holds a web page (HTML), not a picture"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "it is a drawing in SVG. Export it as PNG"),
    "HEIC": (HEIC, "it is HEIC, the format of Apple's cameras, which Pillow does not read. Save it as JPEG"),
    "a video": (b"\0\0\0\x20ftypisom" + bytes(100), "it is a video, not a picture"),
    "an unknown kind": (b"\0\0\0\x20ftypzzzz" + bytes(100), "a kind that Pillow does not read"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "it is a PDF"),
    "zip": (b"PK\x03\x04" + bytes(60), "it is a zip archive"),
    "gzip": (b"\x1f\x8b\x08" + bytes(60), "packed by gzip"),
    "LFS": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull"),
    "noise": (bytes(range(200, 250)), "it is no picture of a kind that Pillow reads"),
    "one pixel wide": (packed(Image.new("RGB", (1, 300)), "PNG"), "it is too small: 1 × 300 pixels, expected 8 or more"),
    "a strip": (packed(Image.new("RGB", (10, 300)), "PNG"), "it is a strip of 10 × 300 pixels"),
    "a bomb": (png(30_000, 30_000, 8, 0, b""), "its header says too many pixels"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_bad_files_are_named_with_their_cause(kind, tmp_path):
    contents, wanted = BAD[kind]
    file = tmp_path / "cät with a long name.jpg"
    file.write_bytes(contents)
    with pytest.raises(PictureError) as caught:
        read_picture(file)
    message = str(caught.value)
    assert message.startswith(f"{file}: ") and wanted in message and "\n" not in message and len(message) < 600
    assert caught.value.path == file and wanted in caught.value.fault
    with pytest.raises(PictureError, match="^the picture: "):
        read_picture(contents)


def test_too_many_pixels_are_refused_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr(faults, "MOST", 1000)
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda *_: pytest.fail("it was decoded"))
    with pytest.raises(PictureError, match="it has 40 × 30 pixels, more than 0 million"):
        open_picture(packed(halves(), "JPEG"))


def test_files_that_are_not_there(tmp_path):
    with pytest.raises(PictureError, match="there is no such file"):
        read_picture(tmp_path / "cat.jpg")
    with pytest.raises(PictureError, match="it is a folder. Name a picture in it; load_images"):
        read_picture(tmp_path)
    with pytest.raises(PictureError, match="the system cannot read it|no such file|embedded null"):
        read_picture("a\0b.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_broken_link(tmp_path):
    (tmp_path / "link.jpg").symlink_to(tmp_path / "gone.jpg")
    with pytest.raises(PictureError, match="it is a link to .*gone.jpg, which is not there"):
        read_picture(tmp_path / "link.jpg")


def test_no_right_to_read(tmp_path, monkeypatch):
    """Patched, since an administrator may read everything."""
    file = tmp_path / "cat.jpg"
    file.write_bytes(JPEG)
    monkeypatch.setattr("builtins.open", _refuse)
    with pytest.raises(PictureError, match="cat.jpg: you have no right to read it"):
        read_picture(file)


def _refuse(path, *_, **__):
    raise PermissionError(13, "Permission denied", str(path))


class Breaking(io.BytesIO):
    """A file on a drive that goes away after its first bytes."""

    def read(self, *size):
        if self.tell() >= 64:
            raise OSError(5, "Input/output error")
        return super().read(*size)


def test_a_drive_that_goes_away():
    with pytest.raises(PictureError, match="the system cannot read it: Input/output error"):
        open_picture(Breaking(JPEG * 100))


def test_memory_that_is_short_is_no_fault_of_the_picture(monkeypatch):
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(MemoryError):
        open_picture(JPEG)


def test_no_file_is_left_open(tmp_path):
    """Windows could not delete it then."""
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for kind, (contents, _) in BAD.items():
        file = tmp_path / kind
        file.write_bytes(contents)
        with pytest.raises(PictureError):
            open_picture(file)
    (tmp_path / "good.jpg").write_bytes(JPEG)
    kept = [open_picture(tmp_path / "good.jpg") for _ in range(10)]
    if before:
        assert len(os.listdir("/proc/self/fd")) <= before + 1 and len(kept) == 10


def test_global_settings_of_pillow_stay(tmp_path):
    read_picture(JPEG)
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False and Image.MAX_IMAGE_PIXELS == 89478485
