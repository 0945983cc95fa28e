"""The digit pad: draw with mouse, touch or pen, see what becomes of the drawing, and see it read."""

import base64
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from helpers.drawings import ink_box, prepare, stretch
from helpers.functions import softmax
from helpers.plots import ink

SIDE = 112  # pixels of the drawing page, as in digit_pad.js
HERE = Path(__file__).parent


class DigitPad(anywidget.AnyWidget):
    """A page to draw a digit on, beside the probabilities that a network gives it.

    predict: function from a table (1, H·W) of float32 to scores (1, K), such as network.predict. image_shape: what the network
    was trained on, (1, 8, 8) or (1, 28, 28). samples: square digits (S, H·W), of any size, for those who cannot draw; the
    button puts the next one on the page. class_names: K names.
    ``steps`` holds the pictures from the drawing to the input, ``probabilities`` (K,) the reading, ``error`` what went wrong.
    """

    _esm = HERE / "digit_pad.js"
    _css = HERE / "digit_pad.css"
    drawing = traitlets.Unicode("").tag(sync=True)
    sample = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    has_samples = traitlets.Bool(False).tag(sync=True)

    def __init__(self, predict, image_shape, samples=None, class_names="0123456789"):
        self.predict, self.image_shape, self.class_names = predict, tuple(image_shape), list(class_names)
        self.samples = np.empty((0, 1)) if samples is None else np.asarray(samples)
        self.next_sample = 0
        self.steps, self.probabilities, self.error, self.count = {}, None, None, 0
        super().__init__(has_samples=len(self.samples) > 0)
        self._show("Draw a digit.")
        self.observe(self._drawn, "drawing")
        self.on_msg(self._asked)

    def read(self, drawing):
        """Read one drawing, (H, W) with 0 for paper and 1 for ink, and show the reading. An empty one clears it."""
        self.steps, self.probabilities, self.error = {}, None, None
        if ink_box(drawing) is None:
            return self._show("Draw a digit.")
        self.steps = prepare(drawing, self.image_shape)
        x = list(self.steps.values())[-1].reshape(1, -1).astype(np.float32)
        self.probabilities = softmax(self.predict(x))[0]
        best = int(self.probabilities.argmax())
        return self._show(f"Read as {self.class_names[best]}, with probability {ink.percent(self.probabilities[best])}.")

    def show_sample(self):
        """Put the next sample digit on the page and read it."""
        sample = self.samples[self.next_sample % len(self.samples)]
        side = round(sample.size**0.5)
        picture = stretch(sample.reshape(side, side), SIDE, SIDE)
        self.next_sample += 1
        self.sample = _packed(picture)
        self.read(picture)

    def _drawn(self, change):
        ink = np.frombuffer(base64.b64decode(change["new"]), dtype=np.uint8)
        self._guarded(lambda: self.read(ink.reshape(SIDE, SIDE) / 255))

    def _asked(self, _widget, content, _buffers):
        if content.get("ask") == "sample":
            self._guarded(self.show_sample)

    def _guarded(self, action):
        try:
            action()
        except Exception as error:  # it belongs on the screen, not in a log
            self.error = error
            self._show(f"{type(error).__name__}: {error}", error=True)

    def _show(self, answer, error=False):
        self.count += 1
        chances = [] if self.probabilities is None else [float(p) for p in self.probabilities]
        bars = [{"name": n, "value": p, "best": p == max(chances)} for n, p in zip(self.class_names, chances, strict=False)]
        steps = [{"title": title, **_packed(picture)} for title, picture in self.steps.items()]
        self.result = {"answer": answer, "error": error, "bars": bars, "steps": steps, "count": self.count}

    def __repr__(self):
        return "Run this cell (Shift+Enter) to draw a digit with mouse, touch or pen."


def _packed(picture):
    grey = (255 * np.clip(picture, 0, 1)).round().astype(np.uint8)
    return {"width": grey.shape[1], "height": grey.shape[0], "pixels": base64.b64encode(grey.tobytes()).decode("ascii")}
