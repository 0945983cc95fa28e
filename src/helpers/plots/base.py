"""What all figures share: one style, a sentence of alt text, and how they show themselves."""

import base64
import functools
import html
import struct
import zlib

import matplotlib
import matplotlib.figure
import numpy as np
from cycler import cycler
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from helpers.plots.ink import COLOURS, DARK, FAMILY, SMALL, TEXT, TITLE

STYLE = {
    "axes.prop_cycle": cycler(color=list(COLOURS.values())),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.titlesize": TITLE,
    "axes.labelsize": TEXT,
    "axes.edgecolor": COLOURS["grey"],  # the curves are darker than what they are measured with
    "axes.labelcolor": DARK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.color": COLOURS["grey"],
    "ytick.color": COLOURS["grey"],
    "xtick.labelcolor": DARK,
    "ytick.labelcolor": DARK,
    "text.color": DARK,
    "figure.facecolor": "white",  # in a dark theme too: the page's own style turns light and dark about
    "axes.facecolor": "white",
    "font.family": FAMILY,
    "font.size": TEXT,
    "grid.color": "#E4E4E4",
    "legend.frameon": False,
    "legend.fontsize": SMALL,
    "lines.linewidth": 1.8,
    "image.cmap": "gray_r",
}

CSS_PIXELS = 96  # a browser's pixels to an inch
SCALE = 1.5  # pixels of the file to one of the browser's: sharp on fine screens too


def png_bytes(pixels, level=1):
    """A picture as PNG. pixels: uint8 (H, W, 3). level: of zlib, 1 to 9."""
    height, width, _ = pixels.shape
    # Rows are packed as they are (filter 0): three times as fast as the filters that Pillow tries, and of drawings no larger.
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)  # in front of each row the number of its filter
    rows[:, 1:] = pixels.reshape(height, -1)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits a channel, RGB
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, level)), (b"IEND", b""))
    packed = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


class Shown:
    """What a picture needs to stand in a notebook: its sentence of alt text, ``alt``, and the <img> that shows it.

    photo: whether it shows photographs, whose colours a dark theme must leave alone.
    """

    alt = ""
    photo = False

    def saying(self, alt):
        """This figure, once it has its sentence for readers who cannot see it: a figure function's last line."""
        self.alt = alt
        return self

    def html(self):
        """The picture and its alt text as an <img> for a page."""
        width, height = self.css_size()
        kind = "helpers-photo" if self.photo else "helpers-figure"
        return f'<img class="{kind}" alt="{html.escape(self.alt)}" width="{width}" height="{height}" src="{self.source()}">'

    def _ipython_display_(self):
        from IPython.display import display

        display({"text/html": self.html(), "text/plain": self.alt}, raw=True)


class Figure(Shown, matplotlib.figure.Figure):
    """A Matplotlib figure that carries a sentence of alt text, ``alt``, and shows itself in a notebook."""

    def png(self, scale=SCALE, level=1):
        """The picture as PNG bytes. scale: pixels of the file to one of the browser's. level: 1 is written fast, 9 is small."""
        self.set_dpi(CSS_PIXELS * scale)
        canvas = FigureCanvasAgg(self)
        with matplotlib.rc_context({"text.hinting": "none"}):  # looks the same and takes a sixth less time
            canvas.draw()  # savefig would draw twice, once to measure
        return png_bytes(np.asarray(canvas.buffer_rgba())[:, :, :3], level)

    def css_size(self):
        """Width and height in a browser's pixels, two whole numbers."""
        width, height = self.get_size_inches()
        return round(width * CSS_PIXELS), round(height * CSS_PIXELS)

    def source(self):
        """The picture as an address for <img>."""
        return "data:image/png;base64," + base64.b64encode(self.png(level=9)).decode("ascii")

    def layout(self):
        """Where the axes stand, once the figure was drawn: for use_layout of the next one."""
        # the original place: the other one has shrunk to the axes' own proportions, and would shrink again and again
        return [axes.get_position(original=True) for axes in self.axes]

    def use_layout(self, positions):
        """Put the axes where an earlier figure of the same kind had them: working it out anew takes time, and they would jump."""
        if len(positions) == len(self.axes):
            self.set_layout_engine("none")
            for axes, position in zip(self.axes, positions, strict=True):
                axes.set_position(position)


def new_figure(width=7.0, height=3.4, rows=1, columns=1, **options):
    """An empty figure of width × height inches and its axes (one, or an array of them, as plt.subplots gives)."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)  # without pyplot: nothing is kept open, nothing is shown twice
    return figure, figure.subplots(rows, columns, **options)


def blank(width, height, rows, columns, **options):
    """A figure with panels without frames, and the panels, always as an array of shape (rows, columns)."""
    figure, axes = new_figure(width, height, rows, columns, squeeze=False, **options)
    for place in axes.flat:
        place.axis("off")
    return figure, axes


def fixed_panels(width, height, *places):
    """A figure of width × height inches and its axes, each at its place: (left, bottom, width, height) in parts of the figure."""
    figure, axes = new_figure(width, height, 1, len(places), squeeze=False)
    figure.set_layout_engine("none")
    for panel, place in zip(axes[0], places, strict=True):
        panel.set_position(place)
    return figure, axes[0]


def new_drawing(width, height, xlim, ylim, aspect="auto"):
    """A figure of width × height inches without axes, for a drawing that fills it. xlim, ylim: (low, high) of its coordinates."""
    figure, axes = new_figure(width, height)
    figure.set_layout_engine("none")
    axes.set(xlim=xlim, ylim=ylim, position=(0, 0, 1, 1), aspect=aspect, xticks=(), yticks=())  # ticks cost time even when off
    axes.axis("off")
    return figure, axes


def styled(function):
    """Draw a figure function's figure in the course's style, leaving Matplotlib's own settings alone."""

    @functools.wraps(function)
    def draw(*args, **kwargs):
        with matplotlib.rc_context(STYLE):
            return function(*args, **kwargs)

    return draw


def describe(figure, alt):
    """A Matplotlib figure, as plt.subplots returns it, as a Figure for the notebook to show. alt: what it shows, in a sentence.

    A pyplot figure is closed, or the notebook would show it a second time. ValueError without a sentence.
    """
    if not alt.strip():
        raise ValueError("the alt text is empty. Say in a sentence what the figure shows.")
    if not isinstance(figure, Figure):
        from matplotlib import pyplot

        pyplot.close(figure)
        figure.__class__ = Figure  # the same figure, which now knows how to show itself
        for text in figure.findobj(Text):
            text.set_fontfamily(FAMILY)
    figure.alt = alt
    return figure
