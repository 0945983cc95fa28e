"""Figures of lesson 00: the map of the course, and the first curve that a slider moves."""

import numpy as np
from matplotlib.patches import FancyBboxPatch

from helpers.plots.base import COLOURS, new_figure, styled

PARTS = (
    ("Part I · From gates to gradients", "what a network computes, and how wrong it is", range(0, 7)),
    ("Part II · Backpropagation", "how a network learns, and what to do when it does not", range(7, 12)),
    ("Part III · Convolutional networks", "networks that see which pixels are neighbours", range(12, 14)),
    ("Part IV · Training well", "faster, deeper, and on pictures of your own", range(14, 20)),
)
LESSONS = (
    "Start here",
    "The\nperceptron",
    "XOR",
    "From\nperceptron\nto network",
    "Loss\nfunctions",
    "Numerical\ngradients",
    "Gradient\ndescent",
    "Computational\ngraphs",
    "Backprop,\nlayer by layer",
    "The\ntwo-layer\nnet",
    "Deeper\nnetworks",
    "The\ndebugging\nclinic",
    "Convolution",
    "A CNN",
    "Optimizers",
    "Starting\nvalues and\nbatch norm",
    "Regularization\nand tuning",
    "Going deep",
    "Cats and dogs",
    "From here to\nframeworks",
)


def _box(axes, x, y, width, height, *, out, here=False):
    colour = COLOURS["blue"] if out else COLOURS["grey"]
    line, face = ("solid", (colour, 0.13)) if out else ((0, (4, 2.5)), "white")
    axes.add_patch(
        FancyBboxPatch(
            (x, y), width, height, boxstyle="round,pad=0,rounding_size=0.07",
            edgecolor=colour, facecolor=face, linestyle=line, linewidth=3.2 if here else 1.3,
        )
    )  # fmt: skip


@styled
def course_map(exists, here=None):
    """Draw all lessons of the course as boxes, one row a part; lessons that are out have a solid border.

    exists: numbers of the lessons that can be opened, such as [0, 1, 5, 9]. here: number of the lesson that the
    reader is in, or None. Returns a Figure.
    """
    exists = sorted({number for number in exists if 0 <= number < len(LESSONS)})
    figure, axes = new_figure(7.2, 5.2)
    axes.axis("off")
    axes.set(xlim=(0, 7.2), ylim=(0, 5.2))
    width, height, step = 0.97, 0.76, 1.03
    for row, (part, about, numbers) in enumerate(PARTS):
        title = 4.98 - 1.2 * row
        axes.text(0.02, title, part, weight="bold", va="bottom")
        axes.text(7.17, title, about, size=9, va="bottom", ha="right", color=COLOURS["grey"])
        bottom = title - 0.08 - height
        for place, number in enumerate(numbers):
            x = 0.02 + place * step
            _box(axes, x, bottom, width, height, out=number in exists, here=number == here)
            axes.text(x + width / 2, bottom + 0.64, f"{number:02}", ha="center", va="center", size=9, weight="bold")
            axes.text(x + width / 2, bottom + 0.29, LESSONS[number], ha="center", va="center", size=8, linespacing=1.0)
    legend = [(0.02, True, False, "open it today"), (1.9, False, False, "not out yet")]
    if here is not None:
        legend.append((3.6, here in exists, True, "you are here"))
    for x, out, thick, text in legend:
        _box(axes, x, 0.08, 0.4, 0.2, out=out, here=thick)
        axes.text(x + 0.5, 0.18, text, va="center", size=9)
    titles = [f"{number:02} {' '.join(title.split())}" for number, title in enumerate(LESSONS)]
    figure.alt = (
        f"Map of the course: {len(LESSONS)} lessons as boxes in four rows, one for each part. Solid border, "
        f"open today: {', '.join(titles[number] for number in exists) or 'none'}. "
        f"Dashed border, not out yet: the other {len(LESSONS) - len(exists)}."
        + ("" if here is None else f" You are in {titles[here]}.")
    )
    return figure


@styled
def sine_wave(frequency, amplitude):
    """Draw amplitude · sin(2π · frequency · t) for one second.

    frequency: waves a second. amplitude: height of the wave, at most 2. Both are numbers. Returns a Figure.
    """
    figure, axes = new_figure(7.0, 2.8)
    t = np.linspace(0, 1, 401)
    axes.plot(t, amplitude * np.sin(2 * np.pi * frequency * t), color=COLOURS["blue"])
    axes.axhline(0, color=COLOURS["grey"], linewidth=0.8)
    axes.set(xlim=(0, 1), ylim=(-2.2, 2.2), yticks=(-2, -1, 0, 1, 2), xlabel="time in seconds", ylabel="height")
    figure.alt = f"A sine wave over one second: {frequency:.1f} waves, between {-amplitude:.1f} and {amplitude:.1f}."
    return figure
