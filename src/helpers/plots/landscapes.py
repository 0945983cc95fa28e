"""Surfaces f(x) = xᵀ A x over two numbers, as lessons 05, 06 and 14 walk on them: heights, contour lines, maps, walks on maps.

On a map the bands between contour lines are filled: blue-grey high up, lighter and lighter downwards.

Twice as far out is four times as high, so one contour line in many sizes gives all: contour() takes ten times as long.
"""

import functools
from dataclasses import dataclass

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_hex

from helpers.plots.ink import BLUES, COLOURS, DARK, SMALL, line


@dataclass(frozen=True)
class Landscape:
    """A surface f = xᵀ A x. form: A, ((a, b), (b, c)). start: where walks begin, (x₀, x₁).

    window: half of a map's width and of its height. rings: the square roots of its contour lines' heights. ticks: of both axes.
    """

    title: str
    form: tuple
    start: tuple = (-3.0, 4.0)
    window: tuple = (5.6, 5.6)
    rings: tuple = (0.8, 1.6, 2.4, 3.2, 4.0, 4.8, 5.6, 6.4, 7.2, 8.0, 8.8, 9.6)
    ticks: tuple = ((-4, 0, 4), (-4, 0, 4))

    def __call__(self, x):
        """f at x, (2,) or (2, …): x[0] holds every x₀ and x[1] every x₁. Returns a number or the other dimensions."""
        (a, b), (_, c) = self.form
        with np.errstate(over="ignore", invalid="ignore"):  # a walk may fly off as far as numbers go
            return a * x[0] ** 2 + 2 * b * x[0] * x[1] + c * x[1] ** 2


HALVES = tuple(np.arange(0.5, 9.6, 0.5).tolist())
LEVELS = LinearSegmentedColormap.from_list("ground", ["#F6F8FA", "#D5DEE6", "#AFBFCC"])  # low, between, high
TILTED = (0.525, 0.475)  # the valley turned by 45 degrees: u²/20 + v² with u = (x₀ + x₁)/√2 and v = (x₁ − x₀)/√2
LANDSCAPES = {
    "bowl": Landscape("x₀² + x₁²", ((1.0, 0.0), (0.0, 1.0))),
    "valley": Landscape(
        "x₀²/20 + x₁²", ((0.05, 0.0), (0.0, 1.0)), (-7.0, 2.0), (8.4, 4.2), HALVES[:11],
        ((-8, -4, 0, 4, 8), (-4, 0, 4)),
    ),
    "tilted bowl": Landscape("x₀² + x₀·x₁ + x₁²", ((1.0, 0.5), (0.5, 1.0))),
    "tilted": Landscape(
        "tilted valley", ((TILTED[0], -TILTED[1]), (-TILTED[1], TILTED[0])), (-9 / 2**0.5, -5 / 2**0.5), (8.5, 8.5),
        HALVES, ((-8, -4, 0, 4, 8), (-8, -4, 0, 4, 8)),
    ),
    "saddle": Landscape("x₀² − x₁²", ((1.0, 0.0), (0.0, -1.0)), (0.0, 0.0), (3.0, 3.0), (0.6, 1.2, 1.8, 2.4), ((-2, 0, 2),) * 2),
}  # fmt: skip
STYLES = (("o", "-", "orange"), ("s", "--", "blue"), ("^", ":", "green"), ("D", "-.", "pink"))  # of walks: mark, line, colour


def height(points, name):
    """f at points, (N, 2). Returns (N,)."""
    return LANDSCAPES[name](np.asarray(points, dtype=float).T)


@functools.lru_cache
def ring(name):
    """The contour line of height 1 (of the saddle: of 1 and −1, and the two straight ones of 0), (2, points), ended by a gap."""
    gap = np.full((2, 1), np.nan)
    if name == "saddle":
        u = np.linspace(-2.8, 2.8, 81)
        ways = [np.stack([np.cosh(u), np.sinh(u)]), np.stack([np.sinh(u), np.cosh(u)])]
        straight = np.array([[-5.0, 5.0, np.nan, -5.0, 5.0], [-5.0, 5.0, np.nan, 5.0, -5.0]])
        return np.hstack([part for way in ways for part in (way, gap, -way, gap)] + [straight, gap])
    angle = np.linspace(0, 2 * np.pi, 145)
    ways = np.stack([np.cos(angle), np.sin(angle)])
    return np.hstack([ways / np.sqrt(height(ways.T, name)), gap])


def draw_rings(axes, name, sizes=None, **style):
    """Contour lines at the heights size², all as one line. sizes: the landscape's own unless given."""
    sizes = LANDSCAPES[name].rings if sizes is None else sizes
    line(axes, np.hstack([size * ring(name) for size in sizes]).T, **{"color": COLOURS["grey"], "lw": 0.7, "alpha": 0.8, **style})


def draw_solid(axes, name, reach, elevation=32):
    """Put a three-dimensional panel with the surface in the place of axes. reach: from -reach to reach both ways. Returns it."""
    figure, place = axes.figure, axes.get_subplotspec()
    axes.remove()
    solid = figure.add_subplot(place, projection="3d", computed_zorder=False)
    grid = np.stack(np.meshgrid(*[np.linspace(-reach, reach, 31)] * 2))
    solid.plot_surface(*grid, LANDSCAPES[name](grid), cmap=BLUES, edgecolor=COLOURS["grey"], linewidth=0.15, alpha=0.75)
    ticks = -int(reach), 0, int(reach)
    solid.set(xlabel="x₀", ylabel="x₁", xticks=ticks, yticks=ticks)
    solid.view_init(elev=elevation, azim=-60)
    solid.tick_params(labelsize=SMALL, pad=-2)
    solid.xaxis.labelpad = solid.yaxis.labelpad = -4
    solid.set_zlabel("f", labelpad=-6)
    solid.set_box_aspect(None, zoom=0.92)
    return solid


def draw_map(axes, name):
    """A landscape from above: filled bands between contour lines, its window, ticks, the names of the axes, its lowest point."""
    (wide, high), (across, up), colours = LANDSCAPES[name].window, LANDSCAPES[name].ticks, band_colours(name)
    if name == "saddle":  # its contour lines have no inside
        x = np.linspace(-wide, wide, 61)
        f = LANDSCAPES[name](np.stack(np.meshgrid(x, x)))
        levels = np.sign(steps := np.arange(-3.0, 3.1, 0.6)) * steps**2
        axes.contourf(x, x, f, levels, colors=LEVELS(np.linspace(0, 1, len(levels) - 1)), extend="neither", zorder=0)
        draw_rings(axes, name, color="white", lw=0.7, alpha=0.75, zorder=0.5)
    else:
        axes.set_facecolor(colours[-1])
        for ring_size, colour in zip(LANDSCAPES[name].rings[::-1], colours[-2::-1], strict=True):
            axes.fill(*(ring_size * ring(name)[:, :-1]), fc=colour, ec=(1, 1, 1, 0.75), lw=0.7, zorder=0)
        line(axes, [(0, 0)], marker="x", ms=6, mew=1.3, color=DARK, alpha=0.7, zorder=0.5)
    axes.set(xlim=(-wide, wide), ylim=(-high, high), aspect="equal", xticks=across, yticks=up, xlabel="x₀", ylabel="x₁")
    axes.grid(False)


def band_colours(name):
    """The colours between a landscape's contour lines from the lowest band up, one more than there are lines, as "#RRGGBB"."""
    count = len(LANDSCAPES[name].rings)
    return [to_hex(LEVELS(min(k / 10, 1.0))) for k in range(count + 1)]


def ellipse(name):
    """The contour line of height 1: its two half axes, and the degrees, clockwise, by which the first is turned."""
    values, vectors = np.linalg.eigh(np.array(LANDSCAPES[name].form))
    return 1 / np.sqrt(values), -float(np.degrees(np.arctan2(vectors[1, 0], vectors[0, 0])))


def left_at(path, name, reach=None):
    """The iteration at which a path, (T + 1, 2), is outside for the first time, or None.

    reach: half of the width and of the height of what it is outside of, the landscape's window unless given.
    """
    lost = np.flatnonzero(~np.all(np.abs(path) <= np.array(reach or LANDSCAPES[name].window), axis=1))
    return int(lost[0]) if len(lost) else None


def gone_at(path, name, reach=None):
    """The iteration with which a path leaves for good, or T + 1 where it does not. Arguments as for left_at."""
    inside = np.flatnonzero(np.all(np.abs(path) <= np.array(reach or LANDSCAPES[name].window), axis=1))
    return int(max(inside, default=-1)) + 1


def draw_walk(axes, path, style=STYLES[0], label=None, size=3.5, ball=True):
    """A path, (T + 1, 2), as a line with a mark at each point, a diamond at its start and a ball where it has got to."""
    mark, dash, colour = style
    path = np.clip(np.nan_to_num(path, nan=1e4), -1e4, 1e4)  # a line to far away, not to where Matplotlib can no longer count
    axes.plot(*path.T, ls=dash, marker=mark, markersize=size, linewidth=1.4, color=COLOURS[colour], label=label, mec="none")
    if ball:
        axes.plot(*path[-1], "o", color=COLOURS[colour], markeredgecolor="white", markeredgewidth=1.2, markersize=8.5)
    axes.plot(*path[0], "D", color=DARK, markeredgecolor="white", markeredgewidth=1.2, markersize=7)
