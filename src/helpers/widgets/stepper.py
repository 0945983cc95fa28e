"""Buttons that go through a figure one step at a time.

Stepper(lambda step: plots.apple_graph(steps=step), last=2)
"""

import html

import ipywidgets

from helpers.widgets.buttons import button, turn_off
from helpers.widgets.picture import Picture, Pictured


class Stepper(Pictured):
    """Buttons to the start, back, next and to the end, a line that says where we are, and the picture with its line for errors.

    figure: a function of the step, from 0 to last, that returns a plots.Figure or a Drawing, in which a part that sets the
    value "step" goes there when it is pressed. what: the word for a step.
    An error of the first drawing is raised, later ones are shown and kept in ``error``.
    """

    def __init__(self, figure, last, what="step"):
        if last < 1:
            raise ValueError(f"there must be at least one step to go, but last is {last}.")
        self.figure, self.last, self.what, self.step = figure, last, what, 0
        self.readout = ipywidgets.HTML(tooltip="")
        self.first_button = button("To the start", lambda: self.go(0))
        self.back_button = button("Back", lambda: self.go(self.step - 1))
        self.next_button = button("Next", lambda: self.go(self.step + 1))
        self.last_button = button("To the end", lambda: self.go(self.last))
        buttons = ipywidgets.HBox([self.first_button, self.back_button, self.next_button, self.last_button])
        super().__init__([buttons, self.readout, picture := Picture()], picture)
        self.add_class("helpers-stepper")
        self._say_where()
        picture.draw(figure(0))
        picture.listen(lambda values: self.go(int(values["step"])))

    def go(self, step):
        """Show this step; one before the start or behind the end is the start or the end."""
        self.step = min(max(step, 0), self.last)
        self._say_where()
        self.picture.attempt(lambda: self.figure(self.step))

    def _say_where(self):
        for made in (self.first_button, self.back_button):
            turn_off(made, self.step == 0)
        for made in (self.next_button, self.last_button):
            turn_off(made, self.step == self.last)
        self.readout.value = f"<span aria-live='polite'>{html.escape(self.what)} <b>{self.step}</b> of {self.last}</span>"

    def __repr__(self):
        return f"Run this cell (Shift+Enter) to step: To the start, Back, Next, To the end ({self.last} {self.what}s)."
