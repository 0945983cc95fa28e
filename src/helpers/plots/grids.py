"""Arrays as grids of numbers, in a row with signs between them and words below: a sheet measured in cells."""

from dataclasses import dataclass

import numpy as np
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform

from helpers.plots import ink
from helpers.plots.base import new_drawing
from helpers.plots.ink import COLOURS

CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
LEFT, TOP, GAP, LINE = 0.8, 1.0, 1.6, 0.8  # the margin, room for titles, between two grids, from one line of words to the next


@dataclass
class Grid:
    """A 2-D array to draw. values: numbers or short texts. colour: its name. title: stands above.

    real: bool array; entries where it is False are drawn dashed. marked: bool array; those are bold on a stronger ground.
    frames: (row, column, height, width, colour, dashes) of the frames drawn on it. after: room behind it, in cells.
    """

    values: np.ndarray
    colour: str
    title: str
    real: np.ndarray | None = None
    marked: np.ndarray | None = None
    frames: tuple = ()
    after: float = GAP


def written(value):
    """A number or a short text as it stands in a cell, with a true minus sign."""
    return str(value).replace("-", "−")


def sheet(width, height):
    """An empty sheet, measured in cells: x to the right, y downwards, as an array's columns and rows."""
    return new_drawing(7.2, 7.2 * height / width, (0, width), (height, 0))


def equation(parts, *said, width=18.0, tall=0):
    """Grids and the signs between them in a row, their middles at one height, with lines of words below.

    parts: Grid objects and signs. said: the lines. width, tall: of the sheet and of the row, in cells, at least: what a slider
    moves keeps its size that way. Returns (figure, axes, the grids' upper left corners (x, y), where a next grid would begin).
    """
    grids = [part for part in parts if isinstance(part, Grid)]
    tall = max(tall, *(len(grid.values) for grid in grids))
    ends = LEFT + np.cumsum([np.shape(grid.values)[1] + grid.after for grid in grids])
    width = max(width, ends[-1] - grids[-1].after + LEFT)
    figure, axes = sheet(width, TOP + tall + 0.3 + LINE * len(said) + (0.3 if said else 0))
    middle, x, corners = TOP + tall / 2, LEFT, []
    for part in parts:
        if isinstance(part, Grid):
            corners.append((x, middle - len(part.values) / 2))
            draw_grid(axes, part, *corners[-1])
            x += np.shape(part.values)[1] + part.after
        else:
            sign(axes, x - grids[len(corners) - 1].after / 2, middle, part)
    for number, line in enumerate(said):
        axes.text(LEFT, TOP + tall + 0.9 + LINE * number, line, size=10, va="center")
    return figure, axes, corners, x


def draw_grid(axes, grid, x, y):
    """Draw a Grid with its upper left corner at (x, y)."""
    values, colour = np.asarray(grid.values), COLOURS[grid.colour]
    real = np.ones(values.shape, bool) if grid.real is None else grid.real
    marked = np.zeros(values.shape, bool) if grid.marked is None else grid.marked
    cells = [(x + j, y + i) + CORNERS for i, j in np.ndindex(values.shape)]
    faces = [(colour, 0.38 if m else 0.12) if r else "white" for r, m in zip(real.flat, marked.flat, strict=True)]
    lines = ["solid" if r else (0, (2, 2)) for r in real.flat]
    # One collection instead of a patch for each cell: half of the time while a slider moves.
    axes.add_collection(PolyCollection(cells, edgecolors=colour, facecolors=faces, linestyles=lines, linewidths=1))
    # The numbers as outlines in one collection too: a text for each would take two thirds of the time.
    weights = ["bold" if m else "normal" for m in marked.flat]
    numbers = [ink.outline(written(value), 9, weight) for value, weight in zip(values.flat, weights, strict=True)]
    shades = [ink.DARK if r else COLOURS["grey"] for r in real.flat]
    middles = [(x + j + 0.5, y + i + 0.5) for i, j in np.ndindex(values.shape)]
    drawn = PathCollection(numbers, [1], offsets=middles, offset_transform=axes.transData, facecolors=shades, linewidths=0)
    drawn.set(transform=IdentityTransform(), zorder=3)  # zorder: above lines, where texts are
    axes.add_collection(drawn)
    axes.text(x + values.shape[1] / 2, y - 0.25, grid.title, ha="center", va="bottom", size=9)
    for row, column, height, width, edge, dashes in grid.frames:
        frame(axes, x + column, y + row, height, width, edge, dashes)


def frame(axes, x, y, height, width, colour, dashes="-"):
    """A thick frame with its upper left corner at (x, y). colour: as Matplotlib takes it."""
    axes.add_patch(Rectangle((x, y), width, height, fill=False, ec=colour, lw=2.6, ls=dashes, zorder=4))


def sign(axes, x, y, words):
    """A sign between two grids, in the middle of (x, y); words of more than one letter are small and grey."""
    look = {"size": 14} if len(words) == 1 else {"size": 8, "color": ink.text("grey")}
    axes.text(x, y, words, ha="center", va="center", **look)


def mask(shape, *chosen):
    """A bool array of this shape, True where chosen says: an index, or several one after the other."""
    marked = np.zeros(shape, bool)
    for index in chosen:
        marked[index] = True
    return marked
