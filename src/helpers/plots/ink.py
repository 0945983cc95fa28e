"""What every figure writes and draws with: numbers as text, colours, the typeface, labels, arrows, strokes, outlines.

Under a slider each text costs about a millisecond and a pair of axes twenty. So figures under sliders keep to few of them, draw
what is alike in one go and short texts as outlines, and put logarithms on plain axes.
"""

import functools
import re
from pathlib import Path

import numpy as np
from matplotlib import font_manager
from matplotlib import path as paths
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.textpath import TextPath

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
# The same hues for words: 4.5 to 1 and more on white, and on the dark theme's ground once its filter has turned them.
WORDS = COLOURS | {
    "orange": "#B55000", "green": "#007F5C", "yellow": "#946600", "sky": "#38779A", "pink": "#9A5B7F", "grey": "#6B6B6B",
}  # fmt: skip
DARK = "#1A1A1A"  # lines, outlines and words of no colour
PALE = "#C8C8C8"  # wires and frames that stay in the background
TINT = "#CFE8F7"  # areas: where a neuron says 1, water
BLUES = LinearSegmentedColormap.from_list("light blues", ["#FFFFFF", COLOURS["sky"]])
DASHED = (0, (4, 3))
TITLE, TEXT, SMALL = 11, 10, 8.5  # the three sizes of type in a figure, in points: above it, in it, at ticks and beside marks
# The same two things in every lesson: dashed and orange what a network learned from, solid and blue what it did not.
TRAINING = {"color": COLOURS["orange"], "ls": (0, (4, 2)), "marker": "s"}
VALIDATION = {"color": COLOURS["blue"], "ls": "-", "marker": "o"}
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

FAMILY = ["Helpers Inter", "DejaVu Sans"]  # the second for signs that the first lacks
FONTS = {weight: Path(__file__).parent / "fonts" / f"Inter-{weight}.otf" for weight in ("Regular", "Bold")}
for _file in FONTS.values():
    font_manager.fontManager.addfont(_file)

BOX = {"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85}  # under a label that lies on lines: bbox=BOX
GAP = (np.nan, np.nan)  # lifts the pen between two strokes of one line


def text(colour):
    """The colour for words that belong to a line of that colour: the same hue, dark enough to read. colour: its name."""
    return WORDS[colour]


def number(value, digits=2):
    """A rounded number with all its digits, a true minus sign and never -0.00: 3.10, −0.50."""
    return f"{round(float(value), digits) + 0.0:.{digits}f}".replace("-", "−")


def short(value, digits=2):
    """The same without the zeros at its end: 3.1, −0.5, 2."""
    rounded = round(float(value), digits) + 0.0
    return f"{rounded:.{digits}f}".rstrip("0").rstrip(".").replace("-", "−") if digits else number(value, 0)


def size(value, digits=2, least=0.001):
    """A number of any size in few digits: 0.013, 3.5e12, more than 1e300. least: below it a power of ten is written, 8.1e-9."""
    value = float(value) * (1 + 1e-9)  # 6.45 up, however it was rounded on the way
    if not np.isfinite(value):
        return "more than 1e300"
    if value == 0 or least <= abs(value) < 10_000:
        written = f"{value:.{digits}g}" if abs(value) < 10.0**digits - 0.5 else f"{value:.0f}"
        return written.replace("-", "−")
    front, power = f"{value:.{digits - 1}e}".split("e")
    return f"{front.replace('-', '−')}e{int(power)}"


def power(exponent):
    """A power of ten at an axis: 1e-4, 0.01, 1, 100, 1e6. exponent: a whole number."""
    return f"{10.0**exponent:g}" if -4 < exponent < 4 else f"1e{exponent}"


def percent(share, digits=0):
    """A share of 1 as percent: 97 %, 97.7 %."""
    return f"{number(100 * share, digits)} %"


def factor(value):
    """A number as a factor in a product, a negative one in brackets: 3, (−3)."""
    return f"({short(value)})" if value < 0 else short(value)


def signed(value, digits=2):
    """A number that is added to what stands before it: + 3, − 3."""
    return f"{'−' if round(float(value), digits) < 0 else '+'} {short(abs(value), digits)}"


def pair(values, digits=2):
    """Two numbers as a point: (−1, 0.5)."""
    return f"({short(values[0], digits)}, {short(values[1], digits)})"


def subscripts(words):
    """x1, w12, s2 in a text as x₁, w₁₂, s₂: a single letter with digits behind it."""
    return re.sub(r"(?<![A-Za-z])([A-Za-z])(\d+)\b", lambda m: m[1] + m[2].translate(SUBSCRIPT), words)


def dress(axes, title=None, points=TITLE, places=None, **settings):
    """Labels, limits and ticks of axes, as Axes.set takes them, and a title. points: the size of its letters.

    places: (left, below) of the axis labels. Under a slider they and the title stay where they are: measuring takes too long.
    """
    axes.set(**settings)
    if title:
        axes.set_title(title, fontsize=points, y=1.0)
    if places:
        axes.yaxis.set_label_coords(places[0], 0.5)
        axes.xaxis.set_label_coords(0.5, places[1])


def arrow(axes, start, end, colour, style="-"):
    """An arrow with a filled head from start to end, both (x, y). colour: as Matplotlib takes it. style: of its line."""
    look = {"arrowstyle": "-|>", "mutation_scale": 13, "color": colour, "lw": 1.8, "linestyle": style}
    return axes.add_patch(FancyArrowPatch(start, end, shrinkA=0, shrinkB=0, **look))


def line(axes, points, **style):
    """A line through points, each (x, y): axes.plot without the work for limits and colours, which are given here."""
    return axes.add_artist(Line2D(*np.transpose(points), **style))


def strokes(axes, pieces, **style):
    """One line through lists of points (x, y), each of which may end in GAP."""
    if points := [point for piece in pieces for point in piece]:
        line(axes, points, **style)


@functools.lru_cache(maxsize=1024)
def outline(words, points=1.0, weight="normal"):
    """The shape of a short text as a path whose middle is at (0, 0). points: the size of its letters."""
    prop = font_manager.FontProperties(family=FAMILY, weight=weight)
    shape = TextPath((0, 0), words, size=points, prop=prop)
    return paths.Path(shape.vertices - shape.get_extents().get_points().mean(axis=0), shape.codes)


def stamp(axes, words, places, points=TEXT, colour=DARK, weight="normal", **style):
    """A short text in the middle of each place, (x, y), drawn as an outline. points: the size of its letters."""
    shape = outline(words, weight=weight)
    wide = 2 * points * np.abs(shape.vertices).max()  # Matplotlib scales a marker to its furthest point
    style = {"color": colour, "mew": 0, "zorder": 4, **style}
    return line(axes, places, ls="", marker=shape, ms=wide, **style)
