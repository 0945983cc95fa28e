"""Sliders around a figure function: move one and the figure is drawn anew.

    explore(plots.tangent, x=slider("x", 0, 20, 5), h=log_slider("h", -8, 0, 1e-2))

The figure function knows nothing of the sliders. Whatever it raises is shown under them. If it returns a Drawing, a hand can
enter that too: what is moved there goes to the figure function under its name, and to the control of that name, if there is one.
"""

import ipywidgets

from helpers.widgets.buttons import button
from helpers.widgets.picture import Picture, Pictured

WIDE = {"width": "min(520px, 100%)"}
LABEL = {"description_width": "9em"}


def _shared(label):
    """What all controls have. Without a tooltip the page would show the word null."""
    return {"description": label, "tooltip": label, "style": LABEL, "layout": WIDE}


def slider(label, low, high, value, step=0.1):
    """A slider for a number from low to high; a whole-number one when step is a whole number."""
    whole = float(step).is_integer() and isinstance(value, int)
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    digits = {} if whole else {"readout_format": f".{_decimals(step)}f"}
    return kind(min=low, max=high, step=step, value=value, **_shared(label), **digits)


def log_slider(label, low, high, value, step=0.1):
    """A slider for a number from 10**low to 10**high, step measured in powers of ten."""
    return ipywidgets.FloatLogSlider(base=10, min=low, max=high, step=step, value=value, readout_format=".2g", **_shared(label))


def switch(label, value=False):
    """A box to tick."""
    return ipywidgets.Checkbox(value=value, indent=True, **_shared(label))


def choice(label, options, value=None):
    """A list to choose one of. options: list of values, or of (text, value) pairs."""
    start = {} if value is None else {"value": value}
    return ipywidgets.Dropdown(options=options, **_shared(label), **start)


def explore(figure, **controls):
    """Show figure(name=value, …) with a control for each name, drawn anew whenever one moves.

    figure: a function of helpers.plots, or your own, that returns a plots.Figure. controls: from slider(),
    log_slider(), switch() and choice() (or any ipywidgets control with a value), under the names of figure's arguments.
    Returns an Explorer for the notebook to show. An error of the first drawing is raised, later ones are shown.
    """
    return Explorer(figure, controls)


class Explorer(Pictured):
    """The controls, a button that puts them back, and the picture with its line for errors."""

    def __init__(self, figure, controls):
        self.figure, self.controls = figure, controls
        self.by_hand, self.held = {}, False
        self.start = self.values()
        for name, control in controls.items():
            if getattr(control, "tooltip", "") is None:  # one of the notebook's own
                control.tooltip = control.description or name
        back = button("Back to the start", self.go_back, width="10em")
        super().__init__([*controls.values(), back, picture := Picture()], picture)
        self.add_class("helpers-explorer")
        picture.draw(self.figure(**self.values()))
        picture.listen(lambda values: self.set(**values))
        for control in controls.values():
            control.observe(self.redraw, "value")

    def values(self):
        """{name: value} of the controls, and of what a hand has moved in the drawing."""
        return self.by_hand | {name: control.value for name, control in self.controls.items()}

    def go_back(self):
        """Put everything where it was at the start."""
        self.by_hand = {}
        self.set(**self.start)

    def set(self, **values):
        """Move several controls, or what a hand moves in the drawing, and draw once."""
        self.held = True
        try:
            for name, value in values.items():
                if name in self.controls:
                    self.controls[name].value = value
                else:
                    self.by_hand[name] = value
        finally:
            self.held = False
        self.redraw()

    def redraw(self, _change=None):
        """Draw the figure for the values of now. An error is shown under it and kept in ``error``."""
        if not self.held:
            self.picture.attempt(lambda: self.figure(**self.values()))

    def __repr__(self):
        labels = [control.description or name for name, control in self.controls.items()]  # what the reader will see
        return f"Run this cell (Shift+Enter) to {'move: ' + ', '.join(labels) if labels else 'enter the figure'}."


def _decimals(step):
    text = f"{step:.10f}".rstrip("0")
    return len(text.split(".")[1])
