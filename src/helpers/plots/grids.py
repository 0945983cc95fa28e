"""Arrays as grids of numbers, in a row with signs between them and words below: a sheet measured in cells."""

from dataclasses import dataclass

import numpy as np
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.patches import Rectangle
from matplotlib.transforms import IdentityTransform
from numpy.lib.stride_tricks import sliding_window_view

from helpers.plots import ink
from helpers.plots.base import new_drawing
from helpers.plots.ink import COLOURS

CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
LEFT, GAP = 0.8, 1.6  # the margin, and the room between two grids, in cells
TITLE, WORDS, LINE = 0.42, 0.3, 0.33  # above the grids, from them to the words, and from one line to the next, in inches


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


def equation(parts, *said, width=18.0, tall=0):
    """Grids and the signs between them in a row, their middles at one height, with lines of words below.

    parts: Grid objects and signs; words at the end say that there is no result. said: the lines. width, tall: of the sheet and
    of the row, in cells, at least: what a slider moves keeps its size. Returns (figure, axes, the grids' upper left corners).
    """
    grids = [part for part in parts if isinstance(part, Grid)]
    rows, columns = np.transpose([np.shape(grid.values) for grid in grids])
    width = max(width, LEFT + sum(columns) + sum(grid.after for grid in grids[:-1]) + LEFT)
    inch = width / 7.2  # in cells
    top, middle = TITLE * inch, TITLE * inch + max(rows) / 2
    height = top + max(tall, *rows) + ((WORDS + LINE * len(said) - 0.15) if said else 0.1) * inch
    figure, axes = new_drawing(7.2, height / inch, (0, width), (height, 0))
    x, corners = LEFT, []
    for part in parts:
        if isinstance(part, Grid):
            corners.append((x, middle - len(part.values) / 2))
            draw_grid(axes, part, *corners[-1])
            x += np.shape(part.values)[1] + part.after
        elif part is parts[-1]:
            axes.text(x, middle, part, va="center", size=ink.TITLE, color=ink.text("orange"), weight="bold")
        else:  # a sign stands in the gap before the next grid; words of more than one letter are small and grey
            look = {"size": ink.TITLE} if len(part) == 1 else {"size": ink.SMALL, "color": ink.text("grey")}
            axes.text(x - grids[len(corners) - 1].after / 2, middle, part, ha="center", va="center", **look)
    for number, line in enumerate(said):
        axes.text(LEFT, middle + max(rows) / 2 + (WORDS + LINE * number) * inch, line, size=ink.TEXT, va="center")
    return figure, axes, corners


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
    shown = [(i, j) for i, j in np.ndindex(values.shape) if written(values[i, j])]
    middles, weights = [(x + j + 0.5, y + i + 0.5) for i, j in shown], ["bold" if marked[at] else "normal" for at in shown]
    shades = [ink.DARK if real[at] else COLOURS["grey"] for at in shown]
    outlines(axes, [written(values[at]) for at in shown], middles, weights, facecolors=shades)
    axes.text(x + values.shape[1] / 2, y - 0.25, grid.title, ha="center", va="bottom", size=ink.SMALL)
    for row, column, height, width, edge, dashes in grid.frames:
        axes.add_patch(Rectangle((x + column, y + row), width, height, fill=False, ec=edge, lw=2.6, ls=dashes, zorder=4))


def outlines(axes, words, middles, weights=None, points=ink.TEXT, **style):
    """Short texts in the middle of places (x, y), as outlines in one collection: as many texts would take three times as long."""
    if words:
        weights = weights or ["normal"] * len(words)
        shapes = [ink.outline(word, points, weight) for word, weight in zip(words, weights, strict=True)]
        style = {"offsets": middles, "offset_transform": axes.transData, "linewidths": 0, **style}
        drawn = axes.add_collection(PathCollection(shapes, [1], **style), autolim=False)
        drawn.set(transform=IdentityTransform(), zorder=3, in_layout=False)  # zorder: above lines, where texts are


def mask(shape, *chosen):
    """A bool array of this shape, True where chosen says: an index, or several one after the other."""
    marked = np.zeros(shape, bool)
    for index in chosen:
        marked[index] = True
    return marked


def correlated(x, W):
    """What a kernel gives on all of its places on a picture, both 2-D arrays."""
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, W.shape), W)
