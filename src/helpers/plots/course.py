"""Figures of lesson 00: the map of the course, and the first curve that a slider moves."""

import textwrap

import numpy as np
from matplotlib.patches import FancyBboxPatch

from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.ink import COLOURS

PARTS = {  # number: (name, what it is about)
    1: ("Part I · From gates to gradients", "what a network computes, and how wrong it is"),
    2: ("Part II · Backpropagation", "how a network learns, and what to do when it does not"),
    3: ("Part III · Convolutional networks", "networks that see which pixels are neighbours"),
    4: ("Part IV · Training well", "faster, deeper, and on pictures of your own"),
}
SHADES = {1: "blue", 2: "orange", 3: "green", 4: "pink"}
LESSONS = (  # (number, title, part); the one table of all lessons, which a test compares with the notebooks
    (0, "Start here", 1),
    (1, "The perceptron", 1),
    (2, "XOR", 1),
    (3, "The forward pass", 1),
    (4, "Loss functions", 1),
    (5, "Numerical gradients", 1),
    (6, "Gradient descent", 1),
    (7, "Computational graphs", 2),
    (8, "Backpropagation, layer by layer", 2),
    (9, "The two-layer net", 2),
    (10, "Deeper networks", 2),
    (11, "The debugging clinic", 2),
    (12, "Convolution", 3),
    (13, "A CNN", 3),
    (14, "Optimizers", 4),
    (15, "Starting values and batch normalization", 4),
    (16, "Regularization and tuning", 4),
    (17, "Going deep", 4),
    (18, "Cats and dogs", 4),
    (19, "From here to frameworks", 4),
)
HEIGHT, GAP, MARGIN = 0.76, 0.055, 0.055  # of a box, between two, and left of the words in one, in inches
STEPS = {part: 7.2 / max(6, sum(its == part for _, _, its in LESSONS)) for part in PARTS}  # from one box to the next


def _box(axes, x, y, width, height, colour, *, here=False):
    shape = {"boxstyle": "round,pad=0,rounding_size=0.07", "edgecolor": COLOURS[colour]}
    shape["facecolor"] = ink.text(colour) if here else (COLOURS[colour], 0.09)
    axes.add_patch(FancyBboxPatch((x, y), width, height, linewidth=2.4 if here else 0, **shape))


def in_lines(title, width):
    """A title in lines that fit into a box of so many inches: words stay whole, a line has so many letters if it can."""
    return textwrap.fill(title, int(width / 0.0725), break_long_words=False, break_on_hyphens=False)


@styled
def course_map(here=None):
    """All lessons of the course as boxes, one row per part. here: number of the reader's lesson, filled, or None."""
    titles = {number: title for number, title, _ in LESSONS}
    figure, axes = new_drawing(7.2, 5.2, (0, 7.2), (0, 5.2))
    for row, (part, (name, about)) in enumerate(PARTS.items()):
        top = 4.98 - 1.2 * row
        colour = SHADES[part]
        axes.text(0.02, top, name, weight="bold", va="bottom", size=ink.TITLE, color=ink.text(colour))
        axes.text(7.17, top, about, size=ink.SMALL, va="bottom", ha="right", color=ink.text("grey"))
        bottom, width = top - 0.08 - HEIGHT, STEPS[part] - GAP
        for place, number in enumerate(number for number, _, its in LESSONS if its == part):
            x, mine = 0.02 + place * STEPS[part], number == here
            _box(axes, x, bottom, width, HEIGHT, colour, here=mine)
            words, at = in_lines(titles[number], width), x + MARGIN
            axes.text(at, bottom + 0.63, f"{number:02}", va="center", weight="bold", color="white" if mine else ink.text(colour))
            look = {"va": "center", "size": ink.SMALL, "linespacing": 1.05, "color": "white" if mine else ink.DARK}
            axes.text(at, bottom + 0.28, words, **look)
    if here is not None:
        _box(axes, 0.02, 0.08, 0.4, 0.2, SHADES[dict((number, part) for number, _, part in LESSONS)[here]], here=True)
        axes.text(0.52, 0.18, "you are here", va="center", size=ink.SMALL)
    rows = [
        f"{name}: " + ", ".join(f"{number:02} {title}" for number, title, its in LESSONS if its == part)
        for part, (name, _) in PARTS.items()
    ]
    you = "" if here is None else f" You are in {here:02} {titles[here]}."
    return figure.saying(f"Map of the course: {len(LESSONS)} lessons as boxes in four rows. {'; '.join(rows)}.{you}")


@styled
def sine_wave(frequency, amplitude):
    """amplitude · sin(2π · frequency · t) for one second. frequency: waves a second. amplitude: at most 2."""
    figure, axes = new_figure(7.0, 2.8)
    t = np.linspace(0, 1, 401)
    height = amplitude * np.sin(2 * np.pi * frequency * t)
    axes.fill_between(t, height, color=(COLOURS["sky"], 0.25), lw=0)
    axes.plot(t, height, color=COLOURS["blue"], lw=2.2)
    axes.axhline(0, color=COLOURS["grey"], linewidth=0.8)
    axes.set(xlim=(0, 1), ylim=(-2.2, 2.2), yticks=(-2, -1, 0, 1, 2), xlabel="time in seconds", ylabel="height")
    return figure.saying(f"A sine wave over one second: {frequency:.1f} waves, between {-amplitude:.1f} and {amplitude:.1f}.")
