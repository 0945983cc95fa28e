"""Pictures that stay in their files until they are asked for, and are read ahead while a network learns.

Small, cut to size and as uint8, a picture is kept once it was read, as long as there is room; what finds no room is read each
time. `Pictures` stands in for an array (N, 3, H, W): x[places] is an array, and training, accuracy and predict take it as it is.
"""

import threading

import numpy as np

from helpers.pictures import PictureError, as_bytes, cropped, in_floats, open_picture, opened, resized

ROOM = 200_000_000  # bytes of small pictures that are kept: all 7,390 pets at 64 pixels are 91 million


class Shelf:
    """The small pictures of a folder that were read already, shared by its training, validation and test part.

    paths: the files.  size: pixels along each side.
    """

    def __init__(self, paths, size, room=None):
        self.paths, self.size = list(paths), size
        self.room = ROOM if room is None else room
        self.kept = {}

    def pixels(self, place):
        """uint8 (3, size, size) of the picture at a place. Raises PictureError."""
        found = self.kept.get(place)
        if found is None:
            found = as_bytes(cropped(resized(open_picture(self.paths[place]), self.size), self.size))
            if (len(self.kept) + 1) * found.nbytes <= self.room:
                self.kept[place] = found
        return found

    def fault(self, place, whole=False):
        """Why the picture at a place cannot be read; "" when it can be.

        whole: decode it in any case. Otherwise a JPEG whose header is sound and whose end is there is believed.
        """
        try:
            if whole or not _ends_well(self.paths[place]):
                self.pixels(place)
        except PictureError as error:
            return error.fault
        return ""

    def __getstate__(self):
        return {**self.__dict__, "kept": {}}  # another process reads for itself


def _ends_well(path):
    """Whether a file is a JPEG that begins and ends as one should. Raises PictureError when not even its header is sound."""
    with opened(path) as (picture, _):
        if picture.format != "JPEG":
            return False
        file = picture.fp
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 16))
        return b"\xff\xd9" in file.read()


class Pictures:
    """Pictures in files, in the place of an array of float32 (N, 3, size, size) with values 0..1.

    x[places] reads them: places is a whole number, a slice, an array or list of whole numbers, or of N times True or False.
    np.asarray(x) reads all. Each time the same numbers come. x.paths are the files. part(places) is a smaller one, unread.
    Reading raises PictureError, which names the file.
    """

    lazy = True  # helpers.checks asks for it

    def __init__(self, shelf, places):
        self._shelf, self._places = shelf, np.asarray(places, dtype=np.int64)
        self.shape = (len(self._places), 3, shelf.size, shelf.size)
        self.ndim, self.dtype = 4, np.dtype(np.float32)

    def __len__(self):
        return len(self._places)

    def __repr__(self):
        return f"Pictures: {len(self):,} of {self._shelf.size} × {self._shelf.size} pixels, read from their files when needed"

    @property
    def paths(self):
        """The files, in the order of the pictures."""
        return [self._shelf.paths[place] for place in self._places]

    def part(self, places):
        """Pictures at these places, not yet read."""
        return Pictures(self._shelf, self._places[_first_axis(places)])

    def ahead(self):
        """Ahead of these pictures, for one loop through them."""
        return Ahead(self)

    def pixels(self, places, found=None):
        """uint8 (n, 3, size, size) at an array of places. found: {place: pixels} of what need not be read any more."""
        chosen = self._places[places]
        pixels = np.empty((len(chosen), *self.shape[1:]), np.uint8)
        for row, place in enumerate(chosen):
            ready = None if found is None else found.get(place)
            pixels[row] = self._shelf.pixels(place) if ready is None else ready
        return pixels

    def __getitem__(self, places):
        return self.floats(places)

    def floats(self, places, found=None):
        """What x[places] gives; found as for pixels."""
        places = _first_axis(places)
        if isinstance(places, (int, np.integer)):
            return in_floats(self.pixels(np.array([range(len(self))[places]]), found)[0])
        return in_floats(self.pixels(places, found))

    def __getattr__(self, name):
        hint = f" Of all pictures together: np.asarray(x).{name}." if hasattr(np.ndarray, name) and name[0] != "_" else ""
        raise AttributeError(f"pictures that are still in their files have no {name}.{hint}")

    def __array__(self, dtype=None, copy=None):
        if copy is False:
            raise ValueError("pictures are read from files, so np.asarray(x, copy=False) cannot be.")
        pixels = self[:]
        return pixels if dtype is None else pixels.astype(dtype, copy=False)


def _first_axis(places):
    """Places along the first axis as NumPy takes them, or an IndexError."""
    if isinstance(places, tuple) or places is None or places is Ellipsis:
        raise IndexError("of pictures in files whole ones can be taken, x[places]. For more use np.asarray(x).")
    if isinstance(places, list):
        return np.array(places, dtype=None if places else np.int64)
    return places


class Ahead:
    """Pictures for one loop: while the caller works with some, a thread reads those that are wanted next.

    ahead[places] is what x[places] gives. next(places) starts the reading and returns at once. What the thread cannot read
    it leaves, so that the caller meets the error, in his own thread, when he asks. One thread at a time, which ends with
    its places; close() ends it after the picture it is at.
    """

    def __init__(self, pictures):
        self.pictures, self.thread, self.stopped = pictures, None, threading.Event()
        self.ready = {}

    def __len__(self):
        return len(self.pictures)

    def __getitem__(self, places):
        self._wait()
        return self.pictures.floats(places, self.ready)

    def next(self, places):
        """Begin to read the pictures at these places in the background."""
        self.close()
        self.ready, self.stopped = {}, threading.Event()
        places = self.pictures._places[_first_axis(places)]
        if len(places):
            work = (self.pictures._shelf, places, self.ready, self.stopped)
            self.thread = threading.Thread(target=_read, args=work, name="reading ahead", daemon=True)
            self.thread.start()

    def close(self):
        """End the thread."""
        self.stopped.set()
        self._wait()

    def _wait(self):
        while self.thread is not None and self.thread.is_alive():
            self.thread.join(0.2)  # with a limit, since on Windows no interrupt comes through otherwise
        self.thread = None


def _read(shelf, places, ready, stopped):
    for place in places:
        if stopped.is_set():
            return
        try:
            ready[place] = shelf.pixels(place)
        except Exception:  # the caller reads it again, and has the error then
            return
