"""Why a file cannot be read as a picture: what it is instead, and how that usually happens."""

import os

LEAST = 8  # pixels along the short side: below that nothing can be seen
LONGEST = 20  # times the short side: what is longer is a strip, and its middle square says nothing of it
MOST = 90_000_000  # pixels: decoded they take 270 MB; Pillow itself warns from there on

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


def missing_fault(path, error):
    """Why a file could not be opened, as far as its path shows."""
    if os.path.islink(path) and not os.path.exists(path):
        return f"it is a link to {os.readlink(path)}, which is not there."
    if os.path.isdir(path):
        return "it is a folder. Name a picture in it; load_images reads folders of class folders."
    if isinstance(error, FileNotFoundError):
        return "there is no such file. Usual cause: it was moved or renamed, or the path begins in another folder."
    return system_fault(error)


def system_fault(error):
    """Why the system does not let a file be read. error: an OSError."""
    if isinstance(error, PermissionError):
        return "you have no right to read it."
    return f"the system cannot read it: {getattr(error, 'strerror', None) or error}."


def format_fault(start):
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


def size_fault(width, height):
    """Why a picture of this size is refused; "" when it is not."""
    short, long = sorted((width, height))
    if short < LEAST:
        return f"it is too small: {width} × {height} pixels, expected {LEAST} or more along each side."
    if long > LONGEST * short:
        return f"it is a strip of {width} × {height} pixels: its middle square shows next to nothing of it. Cut it first."
    if width * height > MOST:
        return f"it has {width} × {height} pixels, more than {MOST / 1e6:.0f} million. Save it smaller."
    return ""


def load_fault(error):
    """Why pixels could not be decoded. error: what Pillow has raised."""
    if getattr(error, "errno", None) is not None:
        return system_fault(error)
    if isinstance(error, EOFError) or "truncated" in str(error) or "broken" in str(error):
        return f"it is cut off or damaged ({error}). Usual cause: a copy or download that broke off."
    return f"it cannot be decoded ({str(error)[:200]}). Usual cause: a damaged file. Save it anew with another program."
