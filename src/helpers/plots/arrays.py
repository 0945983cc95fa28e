"""Figures of lesson 00: arrays as grids of numbers, and what @, +, sum, reshape and a Generator do with them."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from helpers.plots import ink
from helpers.plots.base import fixed_panels, styled
from helpers.plots.grids import Grid, equation, mask
from helpers.plots.ink import COLOURS


def _counting(*shape):
    """The numbers 1, 2, 3, … in an array of this shape, row after row."""
    return np.arange(1, np.prod(shape, dtype=int) + 1).reshape(shape)


@styled
def matrix_product(rows, inner_a, inner_b, columns):
    """A @ B with A (rows, inner_a) and B (inner_b, columns), each 1 to 4, with one entry worked out, or why there is none."""
    A, B = _counting(rows, inner_a), _counting(inner_b, columns)
    fits, shapes = inner_a == inner_b, f"({rows}, {inner_a}) @ ({inner_b}, {columns})"
    parts = [Grid(A, "blue", f"A ({rows}, {inner_a})", marked=mask(A.shape, *[-1] * fits)), "@"]
    parts += [Grid(B, "green", f"B ({inner_b}, {columns})", marked=mask(B.shape, *[np.s_[:, 0]] * fits)), "="]
    if fits:
        C = A @ B
        terms = " + ".join(f"{a}·{b}" for a, b in zip(A[-1], B[:, 0], strict=True))
        below = f"{shapes} → ({rows}, {columns}): the inner sizes are equal and vanish."
        detail = f"Bold: last row of A with first column of B, {terms} = {C[-1, 0]}"
        parts.append(Grid(C, "orange", f"A @ B ({rows}, {columns})", marked=mask(C.shape, (-1, 0))))
    else:
        below = f"{shapes} → ValueError: the inner sizes are {inner_a} and {inner_b}."
        detail = "A row of A and a column of B must have the same number of entries."
        parts.append("no product")
    figure = equation(parts, below, detail, width=16.8, tall=4)[0]
    return figure.saying(f"{below} {detail.removesuffix('.')}.")


@styled
def broadcasting(a_shape, b_shape):
    """a + b for arrays of these shapes, of one or two sizes, 1 to 5: what NumPy repeats, and the sum, or why there is none."""
    arrays = [np.atleast_2d(_counting(*a_shape) * 10), np.atleast_2d(_counting(*b_shape))]
    try:
        shape, result = np.broadcast_shapes(a_shape, b_shape), arrays[0] + arrays[1]
    except ValueError:
        shape = result = None
    parts = []
    for array, given, name, colour in zip(arrays, (a_shape, b_shape), "ab", ("blue", "green"), strict=True):
        size = array.shape if result is None else result.shape
        real = (np.indices(size) < np.reshape(array.shape, (2, 1, 1))).all(axis=0)
        parts += [Grid(np.broadcast_to(array, size), colour, f"{name} {given}", real=real), "+" if name == "a" else "="]
    short = min(a_shape, b_shape, key=len)
    detail = f"{short} counts as {(1, *short)}: a missing axis is added on the left." if len(a_shape) != len(b_shape) else ""
    below, sums = f"{a_shape} + {b_shape} →", ""
    if shape is None:
        below += " ValueError: seen from the right, two sizes differ and neither is 1."
        parts.append("no result")
    else:
        repeated = [name for name, array in zip("ab", arrays, strict=True) if array.size < result.size]
        what = ("nothing is repeated", "{} is repeated (dashed)", "{} and {} are repeated (dashed)")[len(repeated)]
        below += f" {shape}: {'the shapes are equal, ' if a_shape == b_shape else ''}{what.format(*repeated)}."
        sums = f" The sums are {result.tolist()}."
        parts.append(Grid(result, "orange", f"a + b {shape}"))
    # One size of sheet for all the small ones, so that nothing jumps.
    width = 3 * max(4, *a_shape, *b_shape) + 4.8
    figure = equation(parts, below, detail, width=width, tall=3)[0]
    return figure.saying(f"{below} {detail}".strip() + sums)


@styled
def axis_sum(axis, keepdims=False, rows=2, columns=3):
    """The sum of an array of 1 to 3 rows and 1 to 4 columns over an axis: which numbers are added, and the shape of the result.

    axis: 0, 1 or None. keepdims: whether the summed axis stays, with size 1.
    """
    x = _counting(rows, columns)
    total = x.sum(axis=axis, keepdims=keepdims)
    flat = np.atleast_2d(total)  # an array with one axis is drawn as a row
    first = mask(x.shape, {0: np.s_[:, 0], 1: np.s_[0], None: np.s_[:]}[axis])
    one, both = ("stays with size 1", "stay with size 1") if keepdims else ("vanishes", "vanish")
    what = {0: f"axis 0 (size {rows}) {one}", 1: f"axis 1 (size {columns}) {one}", None: f"both axes {both}"}
    below = f"x.sum(axis={axis}{', keepdims=True' if keepdims else ''}): {what[axis]}."
    numbers = [str(number) for number in x[first]]
    terms = " + ".join(numbers if len(numbers) < 7 else [*numbers[:2], "…", numbers[-1]])
    detail = f"Bold: {terms} = {flat[0, 0]}"
    shape = f"shape {total.shape}" if total.ndim else "a plain number, shape ()"
    parts = [Grid(x, "blue", f"x {x.shape}", marked=first, after=6.6 - columns), "→"]
    parts.append(Grid(flat, "orange", shape, marked=mask(flat.shape, (0, 0))))
    figure, axes, ((left, top), _) = equation(parts, "", below, detail, width=16.8, tall=3)  # "": room for axis 1
    bottom = top + rows
    for tip, tail, name, at, turn in (
        ((left - 0.2, bottom), (left - 0.2, top), "axis 0", (left - 0.5, top + rows / 2), 90),
        ((left + columns, bottom + 0.25), (left, bottom + 0.25), "axis 1", (left + columns / 2, bottom + 0.6), 0),
    ):
        axes.annotate("", tip, tail, arrowprops={"arrowstyle": "->", "color": COLOURS["grey"], "linewidth": 1.4})
        axes.text(*at, name, rotation=turn, ha="center", va="center", size=ink.SMALL)
    return figure.saying(f"x has shape {x.shape}. {below} The result is {total.tolist()}, shape {total.shape}. {detail}.")


@styled
def reshape_and_transpose(rows, columns):
    """x of shape (rows, columns), each 1 to 3, its reshape and its transpose, with a line from 1 to 2 to 3 and so on."""
    x = _counting(rows, columns)
    reshaped = x.reshape(columns, rows)
    grids = [
        Grid(x, "blue", f"x, shape {x.shape}", after=5.8 - columns),
        Grid(reshaped, "green", f"x.reshape({columns}, {rows})", after=5.8 - rows),
        Grid(x.T, "orange", f"x.T, shape {x.T.shape}"),
    ]
    figure, axes, corners = equation(grids, width=16.8)
    for grid, (left, top) in zip(grids, corners, strict=True):
        i, j = np.array([np.argwhere(grid.values == number)[0] for number in range(1, x.size + 1)]).T
        path = left + j + 0.5, top + i + 0.5
        axes.plot(*path, color=COLOURS[grid.colour], linewidth=5, alpha=0.3, solid_capstyle="round")
    first = f"Reshaped to ({columns}, {rows}) it is {reshaped.tolist()}: the numbers keep their order, row after row."
    second = f"Transposed it is {x.T.tolist()}: rows became columns."
    alike = "equal here" if np.array_equal(reshaped, x.T) else "different"
    return figure.saying(f"x is {x.tolist()}. {first} {second} The two are {alike}.")


@styled
def two_kinds_of_random(seed, count):
    """Histograms of rng.random(count) and then rng.standard_normal(count) from one Generator with this seed."""
    rng = np.random.default_rng(seed)
    draws = {"rng.random": rng.random(count), "rng.standard_normal": rng.standard_normal(count)}
    # Room for four digits at the left of each panel, whatever the count.
    figure, panels = fixed_panels(7.2, 2.9, (0.1, 0.19, 0.38, 0.71), (0.6, 0.19, 0.38, 0.71))
    figure.text(0.54, 0.02, "value (grey: from 0 to 1)", size=ink.TEXT, ha="center", va="bottom")
    said = []
    for axes, (name, values), colour in zip(panels, draws.items(), ("blue", "orange"), strict=True):
        heights, edges = np.histogram(values, bins=np.linspace(-4, 4, 33))
        axes.stairs(heights, edges, fill=True, color=COLOURS[colour], alpha=0.75)
        axes.axvspan(0, 1, color=COLOURS["grey"], alpha=0.18, linewidth=0)
        outside = ink.percent(np.mean((values < 0) | (values >= 1)))
        axes.grid(visible=False)
        ticks = MaxNLocator(2, steps=(1, 2, 5, 10), integer=True).tick_values(0, heights.max())
        settings = {"xticks": (-4, 0, 1, 4), "yticks": ticks[ticks <= heights.max()]}
        ink.dress(axes, f"{name}({count})", 11, **settings, xlim=(-4, 4), ylim=(0, 1.05 * heights.max()))
        said.append(f"{name}: mean {values.mean():.2f}, standard deviation {values.std():.2f}, {outside} outside 0 to 1")
    panels[0].set_ylabel("how many")
    panels[0].yaxis.set_label_coords(-0.18, 0.5)
    return figure.saying(f"Histograms of {count} random numbers each, seed {seed}. {'. '.join(said)}.")
