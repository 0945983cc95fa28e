"""The photo reader: choose a picture, see what becomes of it on its way into a network, and what the network reads in it.

The picture goes to the kernel that runs the notebook, into its memory, and nowhere else.
"""

import html
from pathlib import Path

import ipywidgets
import numpy as np

from helpers.checks import require_finite, require_whole
from helpers.functions import softmax
from helpers.pictures import PictureError, as_array, cropped, open_picture, resized
from helpers.plots import ink
from helpers.plots.photo_reading import no_photo, photo_read
from helpers.widgets.explore import LABEL, WIDE
from helpers.widgets.picture import Picture, Pictured

SHOWN = 400  # pixels of the long side of a picture that is kept to be shown
KEPT = 50  # readings that can be looked at again
HINT = (
    "Choose a picture. It goes to the kernel that runs this notebook, and nowhere else. "
    "For a file of more than 10 MB, which many servers do not take from a page, give its path."
)


def photo_reader(network, class_names, size=32, *, start=None, prepare=None):
    """A button to choose pictures, a line for a path, and what the network reads in them. Returns a PhotoReader."""
    return PhotoReader(network, class_names, size, start=start, prepare=prepare)


class PhotoReader(Pictured):
    """Pictures of the learner's own: chosen, opened upright in RGB, resized, cropped, read.

    network: has predict((1, 3, size, size)) -> scores (1, K). class_names: K texts. size: pixels of the square that it was
    trained on. start: path of a picture that is read at once, or None; an error of it is raised. prepare: a function that does
    to the pixels (1, 3, size, size), 0..1, what was done to them in training, or None for nothing.
    ``readings`` is {name: probabilities (K,)} of those that could be read, ``faults`` has a sentence for each of the last
    choice that could not.
    """

    def __init__(self, network, class_names, size=32, *, start=None, prepare=None):
        self.network, self.class_names, self.size = network, list(class_names), require_whole("size", size, 1)
        self.prepare, self.readings, self.faults, self.parts = prepare or (lambda x: x), {}, [], {}
        self.busy = False
        self.upload = ipywidgets.FileUpload(
            accept="image/*", multiple=True, description="Choose pictures", tooltip="Choose pictures from your computer"
        )
        self.upload.layout.width = "12em"
        self.path = ipywidgets.Text(
            description="or a path",
            tooltip="path of a picture",
            placeholder="photos/rex.jpg, then Enter",
            style=LABEL,
            layout=WIDE,
        )
        self.path.continuous_update = False
        self.chosen = ipywidgets.Dropdown(description="picture", tooltip="picture", options=[], style=LABEL, layout=WIDE)
        self.readout = ipywidgets.HTML(tooltip="")
        super().__init__([self.upload, self.path, self.chosen, self.readout, picture := Picture()], picture)
        self.add_class("helpers-photo-reader")
        picture.draw(no_photo())
        self._say([HINT])
        if start is not None:
            self.show(name := self.read(Path(start).name, start))
            self._say([self._reading(name), HINT])
        self.upload.observe(self._uploaded, "value")
        self.path.observe(self._named, "value")
        self.chosen.observe(self._turned, "value")

    def read(self, name, file):
        """Read one picture. file: a path, or what a file holds as bytes. Returns the name under which it is kept.

        Raises PictureError for what is no picture, and what the network raises.
        """
        picture = open_picture(file)
        small = resized(picture, self.size)
        square = cropped(small, self.size)
        scores = self.network.predict(self.prepare(as_array(square)[None]))
        if np.shape(scores) != (1, len(self.class_names)):
            raise ValueError(
                f"the network gives scores {np.shape(scores)} for one picture, but there are {len(self.class_names)} class names."
            )
        require_finite("scores", scores)
        name = self._free(name)
        self.readings[name] = softmax(scores)[0]
        pixels = picture.size
        picture.thumbnail((SHOWN, SHOWN))
        self.parts[name] = pixels, picture, small, square
        for old in list(self.readings)[:-KEPT]:
            del self.readings[old], self.parts[old]
        return name

    def show(self, name):
        """Show a reading that was made before."""
        self.busy = True  # the list must not draw on its own while it changes
        try:
            self.chosen.options = list(self.readings)
            self.chosen.value = name
        finally:
            self.busy = False
        self._draw(name)

    def _turned(self, change):
        name = change["new"]
        if name is not None and not self.busy:
            self.faults = []
            self._guarded(lambda: self._draw(name))

    def _draw(self, name):
        probabilities = self.readings[name]
        self.picture.draw(photo_read(name, *self.parts[name], probabilities, self.class_names))
        self._say([self._reading(name)])

    def _reading(self, name):
        probabilities = self.readings[name]
        best = int(probabilities.argmax())
        return f"{name}: read as {self.class_names[best]}, with probability {ink.percent(probabilities[best], 1)}."

    def _say(self, sentences):
        lines = "<br>".join(html.escape(sentence) for sentence in [*sentences, *self.faults])
        self.readout.value = f"<div aria-live='polite'>{lines}</div>"

    def _free(self, name):
        """The name, or name (2) where another picture has it already."""
        names = (f"{name} ({number})" if number > 1 else name for number in range(1, len(self.readings) + 2))
        return next(free for free in names if free not in self.readings)

    def _uploaded(self, change):
        files = [(str(file["name"]), bytes(file["content"])) for file in change["new"]]
        if files:
            self._guarded(lambda: self._read_all(files))
            self.upload.value = ()  # the same file may be chosen again, and its bytes need not be kept

    def _named(self, change):
        path = change["new"].strip().strip("\"'")
        if path:
            self._guarded(lambda: self._read_all([(Path(path).name or path, path)]))

    def _read_all(self, files):
        """Read several; those that cannot be read get a sentence each, the first of the others is shown."""
        self.faults, good = [], []
        for name, file in files:
            try:
                good.append(self.read(name, file))
            except PictureError as error:
                self.faults.append(f"{name}: {error.fault}")
        if good:
            kept = [name for name in good if name in self.readings]
            self.show(kept[0])
        else:
            self._say([])

    def _guarded(self, action):
        try:
            self.picture.clear_error()
            action()
        except Exception as error:  # it belongs on the screen, not in a log
            self.picture.fail(error)

    def __repr__(self):
        return "Run this cell (Shift+Enter) to choose a picture and see what the network reads in it."
