"""Figures of lesson 00: arrays as grids of numbers, and what @, +, sum, reshape and a Generator do with them."""

import functools

import numpy as np
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import IdentityTransform

from helpers.plots.base import COLOURS, new_figure, styled


def _sheet(width, height):
    """An empty sheet, measured in cells: x to the right, y downwards, as an array's columns and rows."""
    figure, axes = new_figure(7.2, 7.2 * height / width)
    figure.set_layout_engine("none")  # nothing to lay out: the sheet fills the figure
    axes.set(xlim=(0, width), ylim=(height, 0), position=(0, 0, 1, 1))
    axes.axis("off")
    return figure, axes


@functools.lru_cache(maxsize=1024)
def _number(number, weight):
    """The outline of a whole number in points, its middle at 0, 0."""
    font = FontProperties(weight=weight)
    path, zero = TextPath((0, 0), str(number), size=9, prop=font), TextPath((0, 0), "0", size=9, prop=font)
    middle = path.get_extents().intervalx.mean(), zero.get_extents().intervaly.mean()
    return Path(path.vertices - middle, path.codes)


def _grid(axes, values, x, middle, colour, title, *, real=None, marked=None):
    """Draw a 2-D array from x to the right, half of it above and half below the height middle, under its title.

    real: bool array; entries where it is False are drawn dashed. marked: bool array; those are bold and darker.
    """
    values = np.asarray(values)
    real = np.ones(values.shape, bool) if real is None else real
    marked = np.zeros(values.shape, bool) if marked is None else marked
    y = middle - len(values) / 2
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    cells = [(x + j, y + i) + corners for i, j in np.ndindex(values.shape)]
    faces = [(colour, 0.38 if m else 0.12) if r else "white" for r, m in zip(real.flat, marked.flat, strict=True)]
    lines = ["solid" if r else (0, (2, 2)) for r in real.flat]
    # One collection instead of a patch for each cell: half of the time while a slider moves.
    axes.add_collection(PolyCollection(cells, edgecolors=colour, facecolors=faces, linestyles=lines, linewidths=1))
    # The numbers as outlines in one collection too: a text for each would take two thirds of the time.
    numbers = [_number(value, "bold" if m else "normal") for value, m in zip(values.flat, marked.flat, strict=True)]
    shades = ["black" if r else COLOURS["grey"] for r in real.flat]
    middles = [(x + j + 0.5, y + i + 0.5) for i, j in np.ndindex(values.shape)]
    drawn = PathCollection(numbers, [1], offsets=middles, offset_transform=axes.transData, facecolors=shades, linewidths=0)
    drawn.set(transform=IdentityTransform(), zorder=3)  # zorder: above lines, where texts are
    axes.add_collection(drawn)
    axes.text(x + values.shape[1] / 2, y - 0.25, title, ha="center", va="bottom", size=9)


def _sign(axes, x, y, text):
    axes.text(x, y, text, ha="center", va="center", size=14)


def _no_result(axes, x, y, text):
    axes.text(x, y, text, va="center", size=11, color=COLOURS["orange"], weight="bold")


def _say(axes, x, y, *lines):
    for line in lines:
        axes.text(x, y, line, size=10, va="center")
        y += 0.8


def _counting(*shape):
    """The numbers 1, 2, 3, … in an array of this shape, row after row."""
    return np.arange(1, np.prod(shape, dtype=int) + 1).reshape(shape)


@styled
def matrix_product(rows, inner_a, inner_b, columns):
    """Draw A @ B with A of shape (rows, inner_a) and B of shape (inner_b, columns), or why there is none.

    The arguments are whole numbers, 1 to 4. One entry of the product is worked out. Returns a Figure.
    """
    A, B = _counting(rows, inner_a), _counting(inner_b, columns)
    fits = inner_a == inner_b
    figure, axes = _sheet(17.5, 7.4)
    last, first = np.zeros(A.shape, bool), np.zeros(B.shape, bool)
    last[-1], first[:, 0] = fits, fits
    _grid(axes, A, 1.2, 3.1, COLOURS["blue"], f"A ({rows}, {inner_a})", marked=last)
    x = 1.2 + inner_a + 2
    _sign(axes, x - 1, 3.1, "@")
    _grid(axes, B, x, 3.1, COLOURS["green"], f"B ({inner_b}, {columns})", marked=first)
    x += columns + 2
    _sign(axes, x - 1, 3.1, "=")
    shapes = f"({rows}, {inner_a}) @ ({inner_b}, {columns})"
    if fits:
        C = A @ B
        one = np.zeros(C.shape, bool)
        one[-1, 0] = True
        _grid(axes, C, x, 3.1, COLOURS["orange"], f"A @ B ({rows}, {columns})", marked=one)
        terms = " + ".join(f"{a}·{b}" for a, b in zip(A[-1], B[:, 0], strict=True))
        below = f"{shapes} → ({rows}, {columns}): the inner sizes are equal and vanish."
        detail = f"Darker: last row of A with first column of B, {terms} = {C[-1, 0]}"
    else:
        _no_result(axes, x, 3.1, "no product")
        below = f"{shapes} → ValueError: the inner sizes are {inner_a} and {inner_b}."
        detail = "A row of A and a column of B must have the same number of entries."
    _say(axes, 1.2, 6.1, below, detail)
    figure.alt = f"{below} {detail.removesuffix('.')}."
    return figure


def _drawn_as(shape):
    """The 2-D shape in which NumPy sees an array of one or two axes: (4,) counts as (1, 4)."""
    return (1, *shape) if len(shape) == 1 else shape


@styled
def broadcasting(a_shape, b_shape):
    """Draw a + b for arrays of these shapes: what NumPy repeats, and the result, or why there is none.

    a_shape, b_shape: tuples of one or two sizes, 1 to 5. a holds 10, 20, 30, …; b holds 1, 2, 3, …. Returns a Figure.
    """
    arrays = [_counting(*_drawn_as(a_shape)) * 10, _counting(*_drawn_as(b_shape))]
    try:
        shape = np.broadcast_shapes(a_shape, b_shape)
    except ValueError:
        shape = None
    largest = max(4, *a_shape, *b_shape)  # one size of sheet for all the small ones, so that nothing jumps
    figure, axes = _sheet(3 * largest + 5.2, largest + 3.2)
    middle = 1.3 + largest / 2
    x = 0.6
    for array, given, name, colour in zip(arrays, (a_shape, b_shape), "ab", ("blue", "green"), strict=True):
        size = array.shape if shape is None else _drawn_as(shape)
        real = np.indices(size) < np.reshape(array.shape, (2, 1, 1))
        _grid(axes, np.broadcast_to(array, size), x, middle, COLOURS[colour], f"{name} {given}", real=real.all(axis=0))
        x += size[1] + 1.5
        _sign(axes, x - 0.75, middle, "+" if name == "a" else "=")
    named = f"{a_shape} + {b_shape}"
    if shape is None:
        _no_result(axes, x, middle, "no result")
        below = f"{named} → ValueError: seen from the right, two sizes differ and neither is 1."
    else:
        result = arrays[0] + arrays[1]
        _grid(axes, result, x, middle, COLOURS["orange"], f"a + b {shape}")
        repeated = [name for name, array in zip("ab", arrays, strict=True) if array.size < result.size]
        what = {
            0: "the shapes are equal, nothing is repeated" if a_shape == b_shape else "nothing is repeated",
            1: f"{''.join(repeated)} is repeated (dashed)",
            2: "a and b are repeated (dashed)",
        }[len(repeated)]
        below = f"{named} → {shape}: {what}."
    short = min(a_shape, b_shape, key=len)
    detail = f"{short} counts as {_drawn_as(short)}: a missing axis is added on the left." if len(a_shape) != len(b_shape) else ""
    _say(axes, 0.6, largest + 2.0, below, detail)
    figure.alt = f"{below} {detail}".strip() + ("" if shape is None else f" The sums are {result.tolist()}.")
    return figure


@styled
def axis_sum(axis, keepdims=False, rows=2, columns=3):
    """Draw the sum of a (rows, columns) array over an axis: which numbers are added, and the shape of the result.

    axis: 0, 1 or None. keepdims: whether the summed axis stays, with size 1. rows: 1 to 3. columns: 1 to 4.
    Returns a Figure.
    """
    x = _counting(rows, columns)
    total = x.sum(axis=axis, keepdims=keepdims)
    flat = np.atleast_2d(total)  # an array with one axis is drawn as a row
    first, start = np.zeros(x.shape, bool), np.zeros(flat.shape, bool)
    first[{0: np.s_[:, 0], 1: np.s_[0], None: np.s_[:]}[axis]] = True
    start[0, 0] = True
    figure, axes = _sheet(17.5, 7.4)
    middle = 2.8
    _grid(axes, x, 2.4, middle, COLOURS["blue"], f"x {x.shape}", marked=first)
    top, bottom = middle - rows / 2, middle + rows / 2
    for tip, tail, name, at, turn in (
        ((2.05, bottom), (2.05, top), "axis 0", (1.6, middle), 90),
        ((2.4 + columns, bottom + 0.35), (2.4, bottom + 0.35), "axis 1", (2.4 + columns / 2, bottom + 0.8), 0),
    ):
        axes.annotate("", tip, tail, arrowprops={"arrowstyle": "->", "color": COLOURS["grey"], "linewidth": 1.4})
        axes.text(*at, name, rotation=turn, ha="center", va="center", size=9)
    _sign(axes, 8.2, middle, "→")
    shape = f"shape {total.shape}" if total.ndim else "a plain number, shape ()"
    _grid(axes, flat, 10, middle, COLOURS["orange"], shape, marked=start)
    one, both = ("stays with size 1", "stay with size 1") if keepdims else ("vanishes", "vanish")
    what = {0: f"axis 0 (size {rows}) {one}", 1: f"axis 1 (size {columns}) {one}", None: f"both axes {both}"}
    below = f"x.sum(axis={axis}{', keepdims=True' if keepdims else ''}): {what[axis]}."
    numbers = [str(number) for number in x[first]]
    terms = " + ".join(numbers if len(numbers) < 7 else [*numbers[:2], "…", numbers[-1]])
    detail = f"Darker: {terms} = {flat[0, 0]}"
    _say(axes, 1.2, 6.1, below, detail)
    figure.alt = f"x has shape {x.shape}. {below} The result is {total.tolist()}, shape {total.shape}. {detail}."
    return figure


@styled
def reshape_and_transpose(rows, columns):
    """Draw x of shape (rows, columns), its reshape and its transpose, with a line from 1 to 2 to 3 and so on.

    rows, columns: whole numbers, 1 to 3. Returns a Figure.
    """
    x = _counting(rows, columns)
    turned = {
        f"x, shape {x.shape}": x,
        f"x.reshape({columns}, {rows})": x.reshape(columns, rows),
        f"x.T, shape {x.T.shape}": x.T,
    }
    figure, axes = _sheet(17.5, 4.6)
    for place, ((name, array), colour) in enumerate(zip(turned.items(), ("blue", "green", "orange"), strict=True)):
        left = 1.2 + 5.8 * place
        _grid(axes, array, left, 2.7, COLOURS[colour], name)
        i, j = np.array([np.argwhere(array == number)[0] for number in range(1, array.size + 1)]).T
        path = left + j + 0.5, 2.7 - len(array) / 2 + i + 0.5
        axes.plot(*path, color=COLOURS[colour], linewidth=5, alpha=0.3, solid_capstyle="round")
    same = np.array_equal(x.reshape(columns, rows), x.T)
    figure.alt = (
        f"x is {x.tolist()}. Reshaped to ({columns}, {rows}) it is {x.reshape(columns, rows).tolist()}: the numbers "
        f"keep their order, row after row. Transposed it is {x.T.tolist()}: rows became columns. "
        f"The two are {'equal here' if same else 'different'}."
    )
    return figure


@styled
def two_kinds_of_random(seed, count):
    """Draw histograms of rng.random(count) and rng.standard_normal(count), one Generator after the other.

    seed, count: whole numbers. Returns a Figure.
    """
    rng = np.random.default_rng(seed)
    draws = {"rng.random": rng.random(count), "rng.standard_normal": rng.standard_normal(count)}
    figure, panels = new_figure(7.2, 2.9, 1, 2)
    figure.set_layout_engine("none")  # room for four digits at the left of each panel, whatever the count
    for axes, left in zip(panels, (0.1, 0.6), strict=True):
        axes.set_position((left, 0.19, 0.38, 0.71))
    figure.text(0.54, 0.02, "value (grey: from 0 to 1)", size=10, ha="center", va="bottom")
    said = []
    for axes, (name, values), colour in zip(panels, draws.items(), ("blue", "orange"), strict=True):
        heights, edges = np.histogram(values, bins=np.linspace(-4, 4, 33))
        axes.stairs(heights, edges, fill=True, color=COLOURS[colour], alpha=0.75)
        axes.axvspan(0, 1, color=COLOURS["grey"], alpha=0.18, linewidth=0)
        outside = np.mean((values < 0) | (values >= 1))
        axes.set_title(f"{name}({count})", y=1)  # at a given height: looking for a free one takes time at every redraw
        axes.grid(visible=False)
        ticks = MaxNLocator(2, steps=(1, 2, 5, 10), integer=True).tick_values(0, heights.max())
        axes.set_yticks(ticks[ticks <= heights.max()])
        axes.set(xlim=(-4, 4), xticks=(-4, 0, 1, 4), ylim=(0, 1.05 * heights.max()))
        said.append(f"{name}: mean {values.mean():.2f}, standard deviation {values.std():.2f}, {outside:.0%} outside 0 to 1")
    panels[0].set_ylabel("how many")
    panels[0].yaxis.set_label_coords(-0.18, 0.5)
    figure.alt = f"Histograms of {count} random numbers each, seed {seed}. {'. '.join(said)}."
    return figure
