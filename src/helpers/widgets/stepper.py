"""Buttons that go through a figure one step at a time.

Stepper(lambda step: plots.apple_graph(steps=step), last=2)
"""

import html

import ipywidgets

from helpers.widgets.messages import alert
from helpers.widgets.picture import Picture


class Stepper(ipywidgets.VBox):
    """Buttons to the start, back, next and to the end, a line that says where we are, the picture, and a line for errors.

    figure: a function of the step, from 0 to last, that returns a plots.Figure. what: the word for a step.
    An error of the first drawing is raised, later ones are shown and kept in ``error``.
    """

    def __init__(self, figure, last, what="step"):
        if last < 1:
            raise ValueError(f"there must be at least one step to go, but last is {last}.")
        self.figure, self.last, self.what, self.step, self.error = figure, last, what, 0, None
        self.picture, self.readout, self.message = Picture(), ipywidgets.HTML(), ipywidgets.HTML()
        # For screen readers: the picture of a widget has no alt text of its own.
        self.alt = ipywidgets.HTML(layout={"height": "0", "margin": "0"})
        self.first_button = self._button("To the start", lambda: 0)
        self.back_button = self._button("Back", lambda: self.step - 1)
        self.next_button = self._button("Next", lambda: self.step + 1)
        self.last_button = self._button("To the end", lambda: self.last)
        buttons = ipywidgets.HBox([self.first_button, self.back_button, self.next_button, self.last_button])
        super().__init__([buttons, self.readout, self.picture, self.alt, self.message])
        self.add_class("helpers-stepper")
        self._draw()

    def _button(self, text, target):
        button = ipywidgets.Button(description=text, layout={"width": "8em"})
        button.on_click(lambda _: self.go(target()))
        return button

    def go(self, step):
        """Show this step; one before the start or behind the end is the start or the end."""
        self.step = min(max(step, 0), self.last)
        try:
            self._draw()
        except Exception as error:  # whatever the figure function raises belongs on the screen, not in a log
            self.error = error
            self.message.value = alert(error)

    def _draw(self):
        self.first_button.disabled = self.back_button.disabled = self.step == 0
        self.next_button.disabled = self.last_button.disabled = self.step == self.last
        self.readout.value = f"<span aria-live='polite'>{html.escape(self.what)} <b>{self.step}</b> of {self.last}</span>"
        figure = self.figure(self.step)
        self.picture.draw(figure)
        self.alt.value = f"<span aria-live='polite' style='position:absolute;left:-9999px'>{html.escape(figure.alt)}</span>"
        self.message.value, self.error = "", None

    def __repr__(self):
        return f"Run this cell (Shift+Enter) to step: To the start, Back, Next, To the end ({self.last} {self.what}s)."
