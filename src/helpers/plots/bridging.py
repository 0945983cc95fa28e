"""Figures of lesson 19: the same thing in three languages, where windows stand, and how fast three programs are."""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from helpers.plots import ink
from helpers.plots.base import new_drawing, new_figure, styled
from helpers.plots.grids import CORNERS, outlines
from helpers.plots.ink import COLOURS, DARK, PALE, SMALL, TEXT, TITLE

WORDS = (  # what it is, and how this course, PyTorch and Keras say it
    ("", "this course", "PyTorch", "Keras"),
    ("a layer", "Affine(W, b)", "nn.Linear(D, M)", "layers.Dense(M)"),
    ("a chain", "Network([…])", "nn.Sequential(…)", "Sequential([…])"),
    ("all slopes", "loss_and_gradient", "loss.backward()", "inside fit"),
    ("a step", "optimizer.update", "optimizer.step()", "inside fit"),
    ("the loop", "fit, or your own", "your own", "model.fit"),
)
SHADES = ("blue", "orange", "green")


@styled
def three_languages():
    """The same things as this course, PyTorch and Keras call them, side by side."""
    rows, high = len(WORDS), 0.42
    figure, axes = new_drawing(7.2, high * rows + 0.15, (0, 7.2), (0, high * rows + 0.15))
    for column, colour in enumerate(SHADES):
        left = 1.22 + 2.0 * column
        axes.add_patch(Rectangle((left, 0.08), 1.94, high * rows, fc=(COLOURS[colour], 0.14), ec=DARK, lw=0.8))
    for row, words in enumerate(WORDS):
        y = high * (rows - row) - 0.13
        axes.text(1.12, y, words[0], ha="right", va="center", fontsize=TEXT)
        for column, word in enumerate(words[1:]):
            style = {"fontsize": TITLE} if row == 0 else {"fontsize": SMALL, "family": "monospace"}
            axes.text(1.22 + 2.0 * column + 0.97, y, word, ha="center", va="center", **style)
        if row:
            axes.plot([0.1, 7.16], [y + high / 2] * 2, color=PALE, lw=0.7)
    said = "; ".join(f"{words[0]}: {', '.join(words[1:])}" for words in WORDS[1:])
    return figure.saying(f"A table of the same things in this course, PyTorch and Keras. {said}.")


def same_padding(size, kernel, stride):
    """How many cells Keras's "same" adds on the left and on the right: what is needed, the odd one on the right."""
    windows = -(-size // stride)
    needed = max(0, (windows - 1) * stride + kernel - size)
    return needed // 2, needed - needed // 2


@styled
def where_windows_stand(size=8, kernel=3, stride=2):
    """A row of pixels under a sliding window: with (kernel - 1) / 2 zeros on both sides, and with Keras's "same".

    size: pixels. kernel: width of the window, odd. stride: of its steps.
    """
    half = (kernel - 1) // 2
    ways = (("pad on both sides", (half, half)), ('Keras, "same"', same_padding(size, kernel, stride)))
    middles, figure, axes = [], *new_drawing(7.2, 3.5, (0, 7.2), (0, 3.5))
    cell = min(0.36, 5.2 / (size + 2 * half))
    for number, (name, (left, right)) in enumerate(ways):
        y, start = 2.75 - 1.75 * number, 1.75 - left * cell + half * cell
        axes.text(0.05, y + 0.14, name, ha="left", va="center", fontsize=TEXT)
        places = np.arange(-left, size + right)
        inside = (places >= 0) & (places < size)
        corners = [(1.75 + (half + place) * cell, y) + CORNERS * (cell, 0.28) for place in places]
        look = {"facecolors": [(COLOURS["sky"], 0.45) if pixel else "white" for pixel in inside]}
        look |= {"edgecolors": [COLOURS["blue"] if pixel else PALE for pixel in inside]}
        axes.add_collection(
            PolyCollection(corners, linestyles=["-" if pixel else "--" for pixel in inside], linewidths=1, **look)
        )
        digits = [str(place + 1) if pixel else "0" for place, pixel in zip(places, inside, strict=True)]
        outlines(axes, digits, [(1.75 + (half + place + 0.5) * cell, y + 0.14) for place in places], facecolors=DARK)
        count = (left + size + right - kernel) // stride + 1
        bars, dots = [], []
        for window in range(count):
            low = y - 0.16 - 0.13 * (window % 3)
            x = start + window * stride * cell
            bars.append([(x + 0.03, low), (x + kernel * cell - 0.03, low), ink.GAP])
            dots.append((x + kernel * cell / 2, low))
        ink.strokes(axes, bars, color=COLOURS["orange"], lw=2.6, solid_capstyle="butt")
        ink.line(axes, dots, ls="", marker="o", ms=5.5, color=ink.text("orange"), zorder=3)  # the middle of each window
        first = 1 - left + half
        middles.append([first + window * stride for window in range(count)])
        words = f"{count} windows, in the middle of them the pixels {', '.join(map(str, middles[-1][:8]))}"
        axes.text(0.05, y - 0.66, words + (" …" if count > 8 else ""), ha="left", va="center", fontsize=SMALL)
    same = "stand at the same places" if middles[0] == middles[1] else "stand at different places"
    figure_title = f"{size} pixels, window {kernel}, stride {stride}: the windows {same}"
    axes.text(3.6, 3.35, figure_title, ha="center", va="center", fontsize=TEXT)
    return figure.saying(f"{figure_title}. Middles with padding on both sides: {middles[0]}; with Keras's same: {middles[1]}.")


@styled
def speed_side_by_side(speed, threads="1"):
    """How long a step of training takes, as a multiple of this course's: bars for each network, from a study's "speed".

    speed: {threads: {network: {program: [milliseconds, multiple]}}}. threads: one of its keys.
    """
    table = speed[threads]
    programs = list(next(iter(table.values())))
    figure, axes = new_figure(7.2, 3.2)
    places = np.arange(len(table))
    for number, (program, colour) in enumerate(zip(programs, SHADES, strict=True)):
        heights = [row[program][1] for row in table.values()]
        at = places + (number - 1) * 0.27
        axes.bar(at, heights, 0.25, color=COLOURS[colour], label=program, edgecolor=DARK, linewidth=0.6)
        for x, (row, height) in zip(at, zip(table.values(), heights, strict=True), strict=True):
            axes.text(x, height + 0.04, f"{row[program][0]:.3g}", ha="center", va="bottom", fontsize=SMALL)
    axes.set_xticks(places, list(table))
    highest = max(row[program][1] for row in table.values() for program in programs)
    axes.set(ylabel="time of a step, ours = 1", ylim=(0, 1.28 * highest), title="above the bars: milliseconds")
    axes.grid(axis="x", visible=False)
    # a legend: the bars of a group are too narrow for their names
    axes.legend(loc="upper right", ncols=3, fontsize=SMALL)
    said = "; ".join(f"{name}: {', '.join(f'{p} {row[p][1]:.2g}' for p in programs)}" for name, row in table.items())
    return figure.saying(f"Bars of the time that a step takes, as multiples of this course's. {said}.")
