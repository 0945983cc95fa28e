"""The picture of a widget: what is drawn, its alt text, and the line that says what went wrong.

    picture = Picture()
    picture.draw(plots.tangent(x=5.0))          shows it; an error of it is yours
    picture.attempt(lambda: plots.tangent(x=x)) shows it, or the error in its place

A figure of Matplotlib arrives in the page as pixels, a Drawing as shapes that a hand can enter: what it moves comes back in
``moved``, and ``listen`` says who draws then.

``Pictured`` is a box of controls around one such picture.
"""

import html
from pathlib import Path

import anywidget
import ipywidgets
import traitlets

from helpers.plots.drawing import Drawing
from helpers.plots.letters import font_faces
from helpers.widgets.messages import alert

HERE = Path(__file__).parent


class Picture(anywidget.AnyWidget):
    """Shows one plots.Figure or Drawing after another, with its alt text, and below it the error of the last attempt.

    The axes stay where the first figure had them: faster, and nothing jumps about. ``value`` is the picture as PNG bytes,
    ``alt`` its alt text, ``alert`` the error as HTML ("" when there is none), ``error`` the exception or None.
    ``spoken`` is what a screen reader says of it: nothing, unless the reader asked for a new picture.
    In the page it also gives the controls around it their names, see picture.js.
    """

    _esm = "".join((HERE / name).read_text("utf8") for name in ("hand.js", "picture.js"))
    _css = (HERE / "picture.css").read_text("utf8") + font_faces()
    value = traitlets.Any(b"").tag(sync=True)  # a Bytes trait arrives empty in the page
    drawing = traitlets.Unicode("").tag(sync=True)
    moved = traitlets.Dict().tag(sync=True)  # {"turn": its number, "values": {name: value}}
    answered = traitlets.Int(0).tag(sync=True)  # the turn that is drawn
    alt = traitlets.Unicode("").tag(sync=True)
    width = traitlets.Int(0).tag(sync=True)
    photo = traitlets.Bool(False).tag(sync=True)
    alert = traitlets.Unicode("").tag(sync=True)
    spoken = traitlets.Unicode("").tag(sync=True)

    def __init__(self):
        super().__init__()
        self.figure, self.error, self.positions = None, None, []

    def draw(self, figure, say=None):
        """Show a plots.Figure or a Drawing, in its own size.

        say: what a screen reader says then, "" for nothing; the alt text unless given. Nothing is said of the first figure.
        """
        first = self.figure is None
        if isinstance(figure, Drawing):
            value, drawing = b"", figure.svg()
        else:
            figure.use_layout(self.positions)
            value, drawing = figure.png(), ""
            self.positions = figure.layout()
        self.figure, self.error = figure, None
        with self.hold_sync():  # one message to the page
            self.alt, self.width = figure.alt, figure.css_size()[0]
            self.value, self.drawing = value, drawing
            self.photo, self.alert = figure.photo, ""
            if not first and say != "":
                self.spoken = figure.alt if say is None else say

    def attempt(self, make):
        """Draw the figure that make() returns. Whatever it raises belongs on the screen, not in a log: show and keep that."""
        try:
            self.draw(make())
        except Exception as error:
            self.fail(error)

    def fail(self, error):
        """Show an exception below the picture, which stays as it was."""
        self.error, self.alert = error, alert(error)

    def listen(self, action):
        """Call action(values) with what the hand moves in a drawing, {name: value}, and tell the page when it is done."""

        def heard(change):
            with self.hold_sync():
                try:
                    action(change["new"]["values"])
                except Exception as error:
                    self.fail(error)
                self.answered = change["new"]["turn"]

        self.observe(heard, "moved")

    def clear_error(self):
        """Take the error line away."""
        self.error, self.alert = None, ""

    def html(self, hint):
        """The picture as it is now as an <img>, with a line of text below it: for a page in which no kernel runs."""
        return f"{self.figure.html()}\n<p>{html.escape(hint)}</p>"

    def __repr__(self):
        return self.alt


class Pictured(ipywidgets.VBox):
    """A box of controls around one picture.

    A saved notebook keeps the picture in the box's place, with what to do to get it moving; a running kernel shows the box.
    """

    def __init__(self, children, picture):
        self.picture = picture
        super().__init__(children)
        self.add_class("helpers-widget")

    @property
    def error(self):
        """The exception of the last drawing, or None."""
        return self.picture.error

    def _repr_mimebundle_(self, **kwargs):
        return {**super()._repr_mimebundle_(**kwargs), "text/html": self.picture.html(repr(self))}
