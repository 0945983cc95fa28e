"""The digit pad: draw with mouse, touch, pen or keys, see what becomes of the drawing, and see it read while you draw."""

import base64
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from helpers import plots
from helpers.drawings import ink_box, prepare, stretch
from helpers.plots import ink
from helpers.plots.letters import font_faces
from helpers.plots.pad import PAPER, places
from helpers.widgets.network_reading import Reading, read_by

SIDE = 112  # pixels of the drawing page, as in digit_pad.js
HERE = Path(__file__).parent
HINT = "Run this cell (Shift+Enter) to draw a digit with mouse, touch, pen or arrow keys."


class DigitPad(anywidget.AnyWidget):
    """A page to draw a digit on, beside the hidden units of a network that reads it meanwhile, and its probabilities.

    network: function from a table (1, H·W) of float32 to scores (1, K), such as network.predict, or a network itself, whose
    hidden units are then shown. image_shape: what it was trained on, (1, 8, 8) or (1, 28, 28). samples: square digits (S, H·W),
    of any size, for those who cannot draw; the button puts the next one on the page. class_names: K names. hidden: function
    from the same table to activations (1, M), where the network is a function.
    ``steps`` holds the pictures from the drawing to the input, ``probabilities`` (K,) the reading, ``units`` (M,) the
    activations, ``error`` what went wrong. ``network`` may be changed; refresh() reads with the new one.
    """

    _esm = "".join((HERE / name).read_text("utf8") for name in ("hand.js", "digit_pad.js"))
    _css = (HERE / "digit_pad.css").read_text("utf8") + font_faces()
    sample = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    has_samples = traitlets.Bool(False).tag(sync=True)

    def __init__(self, network, image_shape, samples=None, class_names="0123456789", *, hidden=None):
        self.network, self.image_shape, self.class_names = network, tuple(image_shape), list(map(str, class_names))
        self.hidden = hidden
        self.samples = np.empty((0, 1)) if samples is None else np.asarray(samples)
        self.next_sample, self.page, self.turn, self.count = 0, None, 0, 0
        self.steps, self.reading, self.error = {}, Reading(None), None
        super().__init__(has_samples=len(self.samples) > 0)
        self._guarded(self.refresh)
        self.on_msg(self._asked)

    def read(self, drawing):
        """Read one drawing, (H, W) with 0 for paper and 1 for ink, and show the reading. An empty one clears it."""
        self.page = drawing
        self.refresh()

    def refresh(self):
        """Read what stands on the paper once more: the network may have learned."""
        self.error = None
        self.steps, self.reading = self._look(self.page)
        answer = "Draw a digit."
        if self.probabilities is not None:
            best = int(self.probabilities.argmax())
            answer = f"Read as {self.class_names[best]}, with probability {ink.percent(self.probabilities[best])}."
        self._show(answer)

    @property
    def probabilities(self):
        """(K,) of what stands on the paper, or None."""
        return self.reading.probabilities

    @property
    def units(self):
        """What the hidden units say of it, (M,), or None where they are not known."""
        return self.reading.units

    def show_sample(self):
        """Put the next sample digit on the page and read it."""
        picture = self._sample(self.next_sample)
        self.next_sample += 1
        self.sample = _packed(picture) | {"count": self.next_sample}
        self.read(picture)

    def read_with(self, network):
        """Read what stands on the paper with this network, another one or one that has learned. An error is shown."""
        self.network = network
        self._guarded(self.refresh)

    def figure(self):
        """The pad with what stands on its paper, or else with the first sample digit: a Drawing that stands still."""
        page = self._sample(0) if self.page is None and len(self.samples) else self.page
        steps, reading = self._look(page)
        return plots.digit_pad(steps, *reading, self.class_names)

    def _look(self, page):
        """The steps from a page to the input, and the Reading of it. Of empty paper only the number of hidden units is known."""
        if page is None or ink_box(page) is None:
            units = read_by(self.network, np.zeros(self.image_shape), self.hidden).units
            return {}, Reading(None, None if units is None else np.zeros(len(units)))
        steps = prepare(page, self.image_shape)
        return steps, read_by(self.network, list(steps.values())[-1].reshape(self.image_shape), self.hidden)

    def _sample(self, number):
        sample = self.samples[number % len(self.samples)]
        side = round(sample.size**0.5)
        return stretch(sample.reshape(side, side), SIDE, SIDE)

    def _asked(self, _widget, content, buffers):
        self.turn = content.get("turn", self.turn)
        if content.get("ask") == "sample":
            self._guarded(self.show_sample)
        elif content.get("ask") == "read":
            page = np.frombuffer(buffers[0], dtype=np.uint8).reshape(SIDE, SIDE) / 255
            self._guarded(lambda: self.read(page))

    def _guarded(self, action):
        try:
            action()
        except Exception as error:  # it belongs on the screen, not in a log
            self.error, self.reading = error, Reading(None)
            self._show(f"{type(error).__name__}: {error}")

    def _show(self, answer):
        self.count += 1
        drawing = plots.digit_pad(self.steps, *self.reading, self.class_names, pictures=False)
        stand = zip(places(self.steps)[1:], list(self.steps.values())[1:], strict=True)
        self.result = {
            "turn": self.turn, "count": self.count, "answer": answer, "error": self.error is not None,
            "svg": drawing.svg(), "alt": drawing.alt, "width": drawing.width, "height": drawing.height,
            "paper": PAPER, "pictures": [{"place": place, **_packed(picture)} for place, picture in stand],
        }  # fmt: skip

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        return {**data, "text/html": f"{self.figure().html()}\n<p>{HINT}</p>"}, metadata

    def __repr__(self):
        return HINT


def _packed(picture):
    grey = (255 * np.clip(picture, 0, 1)).round().astype(np.uint8)
    return {"width": grey.shape[1], "height": grey.shape[0], "pixels": base64.b64encode(grey.tobytes()).decode("ascii")}
