"""What all figures share: one palette, one style, and a sentence of alt text."""

import functools
import io

import matplotlib
import matplotlib.figure
import numpy as np
from cycler import cycler
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

# Okabe and Ito's palette (2008), told apart by colour-blind readers. Meaning never hangs on colour alone.
COLOURS = {
    "blue": "#0072B2",
    "orange": "#D55E00",
    "green": "#009E73",
    "yellow": "#E69F00",
    "sky": "#56B4E9",
    "pink": "#CC79A7",
    "grey": "#6F6F6F",
}

STYLE = {
    "axes.prop_cycle": cycler(color=list(COLOURS.values())),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.titlesize": 11,
    "axes.labelsize": 10,
    "figure.facecolor": "white",  # also in a dark theme: axis labels are black
    "axes.facecolor": "white",
    "font.size": 10,
    "grid.color": "#E4E4E4",
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "image.cmap": "gray_r",
}

CSS_PIXELS = 96  # a browser's pixels to an inch


class Figure(matplotlib.figure.Figure):
    """A Matplotlib figure that carries a sentence of alt text, ``alt``, and shows itself in a notebook."""

    alt = ""

    def png(self, scale=1.0):
        """The picture as PNG bytes. scale: 1 for one pixel of the file to one of the browser, 1.5 for a sharper one."""
        self.set_dpi(CSS_PIXELS * scale)
        canvas = FigureCanvasAgg(self)
        with matplotlib.rc_context({"text.hinting": "none"}):  # looks the same and takes a sixth less time
            canvas.draw()  # savefig would draw twice, once to measure
        file = io.BytesIO()
        # For a slider, writing the file fast matters more than its size.
        Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB").save(file, "PNG", compress_level=1 if scale == 1 else 9)
        return file.getvalue()

    def layout(self):
        """Where the axes stand, once the figure was drawn: for use_layout of the next one."""
        return [axes.get_position() for axes in self.axes]

    def use_layout(self, positions):
        """Put the axes where an earlier figure of the same kind had them, instead of working it out anew.

        While a slider moves that takes half of the time, and the axes would jump about when a label grows.
        """
        if len(positions) == len(self.axes):
            self.set_layout_engine("none")
            for axes, position in zip(self.axes, positions, strict=True):
                axes.set_position(position)

    def _ipython_display_(self):
        from IPython.display import display

        width, height = (round(inches * CSS_PIXELS) for inches in self.get_size_inches())
        display(
            {"image/png": self.png(scale=1.5), "text/plain": self.alt},
            metadata={"image/png": {"alt": self.alt, "width": width, "height": height}},
            raw=True,
        )


def new_figure(width=7.0, height=3.4, rows=1, columns=1, **options):
    """An empty figure of width × height inches and its axes (one, or an array of them, as plt.subplots gives)."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)  # without pyplot: nothing is kept open, nothing is shown twice
    return figure, figure.subplots(rows, columns, **options)


def styled(function):
    """Draw a figure function's figure in the course's style, leaving Matplotlib's own settings alone."""

    @functools.wraps(function)
    def draw(*args, **kwargs):
        with matplotlib.rc_context(STYLE):
            return function(*args, **kwargs)

    return draw


def describe(figure, alt):
    """Show a figure drawn by hand, with a sentence for readers who cannot see it.

    figure: Matplotlib figure, as plt.subplots returns it. alt: the sentence. Returns a Figure-like picture for the
    notebook to show. A pyplot figure is closed, or the notebook would show it a second time.
    """
    if not alt.strip():
        raise ValueError("the alt text is empty. Say in a sentence what the figure shows.")
    if not isinstance(figure, Figure):
        from matplotlib import pyplot

        pyplot.close(figure)
        figure.__class__ = Figure  # the same figure, which now knows how to show itself
    figure.alt = alt
    return figure
