"""Figures of lesson 05 with two inputs: cuts through a surface, its gradients as arrows, the slope in every direction."""

import numpy as np
from matplotlib.collections import PolyCollection

from helpers.gradient import numerical_gradient
from helpers.plots.base import new_figure, styled
from helpers.plots.ink import BOX, COLOURS, SMALL, TITLE, dress, number, text
from helpers.plots.landscapes import LANDSCAPES, LEVELS, draw_solid, ring

DEGREES = np.arange(0, 361, 5)
WAYS = np.stack([np.cos(np.radians(DEGREES)), np.sin(np.radians(DEGREES))])  # one step long, in all directions
SURFACES = {name: LANDSCAPES[name] for name in ("bowl", "valley", "tilted bowl")}


@styled
def partial_cuts(x0=3.0, x1=4.0, function="bowl"):
    """A surface, the two cuts through it at a point, and each cut as a curve of one variable with its tangent.

    x0, x1: the point, -5 to 5. function: "bowl", "valley" or "tilted bowl". Slopes are measured with central differences.
    """
    figure, panels = new_figure(7.2, 3.4, columns=3, width_ratios=[1.75, 1, 1])
    f, point, line = SURFACES[function], np.array([x0, x1], dtype=float), np.linspace(-5, 5, 61)
    height, slopes = f(point), numerical_gradient(f, point.copy())
    cuts = [(np.array([line, np.full(61, x1)]), "orange", "-"), (np.array([np.full(61, x0), line]), "green", "--")]
    solid = draw_solid(panels[0], function, 5)
    solid.set_title(f.title)
    for index, (cut, colour, style) in enumerate(cuts):
        solid.plot(*cut, f(cut), style, color=COLOURS[colour], linewidth=2.2)
        axes, moving, fixed = panels[1 + index], "₀₁"[index], "₁₀"[index]
        axes.plot(line, f(cut), style, color=COLOURS[colour])
        ends = point[index] + np.array([-2.0, 2.0])
        axes.plot(ends, height + slopes[index] * (ends - point[index]), color="black", linewidth=1.4)
        axes.plot(point[index], height, "D", color="black", markersize=6)
        title = f"x{fixed} held at {number(point[1 - index], 1)}\nslope {number(slopes[index])}"
        dress(axes, title, xlabel=f"x{moving}", xlim=(-6.8, 6.8), ylim=(-6, 62), xticks=[-5, 0, 5])
    solid.plot(*[[value] for value in (x0, x1, height)], "D", color="black", markersize=6)
    panels[1].set_ylabel("f", rotation=0, labelpad=8)
    panels[2].set_yticklabels([])
    first = f"Along x₀, with x₁ held still, the slope is {number(slopes[0])}"
    second = f"along x₁, with x₀ held still, it is {number(slopes[1])}"
    where = f"({number(x0, 1)}, {number(x1, 1)})"
    return figure.saying(f"The surface {f.title} and two cuts through it at {where}. {first}; {second}.")


@styled
def gradient_arrows(points, gradients, function="bowl"):
    """A surface of two inputs, "bowl", "valley" or "tilted bowl", and its contour lines with an arrow at each point.

    points: (N, 2). gradients: the arrows, (N, 2), such as numerical gradients; all drawn at one scale.
    """
    points, gradients = np.asarray(points, dtype=float), np.asarray(gradients, dtype=float)
    if points.ndim != 2 or points.shape[1] != 2 or points.shape != gradients.shape:
        raise ValueError(f"points and gradients must both have shape (N, 2), but they have {points.shape} and {gradients.shape}.")
    figure, (place, axes) = new_figure(7.2, 3.7, columns=2)
    f, reach = SURFACES[function], max(1.0, float(np.abs(points).max()))
    draw_solid(place, function, reach).set_title(f.title)
    edge = 1.25 * reach
    _ground(axes, function, edge, (edge / 2.5) ** 2)
    lengths = np.linalg.norm(gradients, axis=1)
    longest = lengths.max(initial=0.0)
    scale = 6 * max(longest, 1e-12) / reach  # the longest arrow is a sixth of the way to the outermost point
    axes.quiver(*points.T, *gradients.T, color=COLOURS["orange"], angles="xy", scale_units="xy", scale=scale, width=0.006)
    still = lengths < 1e-6 * max(1.0, longest)
    axes.plot(*points[still].T, ".", color=COLOURS["blue"], markersize=4)
    settings = {"xlabel": "x₀", "ylabel": "x₁", "aspect": "equal", "xlim": (-edge, edge), "ylim": (-edge, edge)}
    dress(axes, "contour lines, and an arrow at each point", **settings)
    axes.grid(False)
    true = np.array([numerical_gradient(f, point.copy()) for point in points])
    uphill = (np.sum(true * gradients, axis=1) > 1e-9).sum()
    found = f"{uphill} of them point uphill, {still.sum()} of them have length 0, the longest has length {longest:.2f}"
    return figure.saying(f"Left the surface {f.title}, right its contour lines with arrows at {len(points)} points: {found}.")


def _ground(axes, name, edge, step):
    """A landscape from above: bands between contour lines, a step of height apart: dense is steep, dark is high."""
    highest = SURFACES[name](np.array([edge, edge]))  # at the upper right corner
    sizes = np.sqrt(step * np.arange(1, max(9, highest / step + 1)))[::-1]  # twice as far out is four times as high
    shades = LEVELS(np.linspace(1, 0, len(sizes) + 1))
    axes.set_facecolor(shades[0])
    rings = [(size * ring(name)[:, :-1]).T for size in sizes]
    axes.add_collection(PolyCollection(rings, facecolors=shades[1:], edgecolors="white", linewidths=0.9, zorder=0), autolim=False)


ARROW = 4.0  # gradients are drawn at a quarter of their length,
SHORTEST = 1.2  # and never shorter than this, or the point would cover them
EDGE = 8.6  # the longest, at (4, 4) on the tilted bowl, ends at (7, 7)


def _arrow(axes, start, vector, style, colour, word):
    """An arrow with its name above or below its tip: above when it points up, below when it points down."""
    length = np.linalg.norm(vector)
    ahead = vector / length
    across = np.array([-ahead[1], ahead[0]])
    tip = start + ahead * max(length / ARROW, SHORTEST)
    head = np.stack([tip - 0.55 * ahead + 0.3 * across, tip, tip - 0.55 * ahead - 0.3 * across], axis=1)
    axes.plot(*np.stack([start, tip - 0.1 * ahead], axis=1), linestyle=style, color=COLOURS[colour], linewidth=2)
    axes.fill(*head, color=COLOURS[colour], linewidth=0, zorder=3)
    up = ahead[1] > 1e-9 or (abs(ahead[1]) <= 1e-9 and word == "uphill")
    x = np.clip(tip[0], 2 - EDGE, EDGE - 2)
    axes.text(x, tip[1] + (1 if up else -1), word, color=text(colour), ha="center", va="center", fontsize=SMALL, bbox=BOX)


@styled
def gradient_at(x0=3.0, x1=2.0, function="bowl"):
    """A point on the contour lines with its gradient (uphill) and the opposite (downhill), and the slope in every direction.

    x0, x1: the point, -4 to 4. function: "bowl", "valley" or "tilted bowl". Arrows have a quarter of their length, at least 1.2.
    """
    figure, (left, right) = new_figure(7.2, 3.7, columns=2)
    f, point = SURFACES[function], np.array([x0, x1], dtype=float)
    gradient = numerical_gradient(f, point.copy())
    length = float(np.linalg.norm(gradient))
    _ground(left, function, EDGE, 10)
    left.plot(*(np.sqrt(f(point)) * ring(function)), ":", color=COLOURS["blue"], linewidth=2)
    if length > 1e-6:
        _arrow(left, point, gradient, "-", "orange", "uphill")
        _arrow(left, point, -gradient, (0, (2, 1)), "green", "downhill")
    left.plot(x0, x1, "D", color=COLOURS["blue"], markersize=5)
    settings = {"xlim": (-EDGE, EDGE), "ylim": (-EDGE, EDGE), "xticks": [-4, 0, 4], "yticks": [-4, 0, 4], "aspect": "equal"}
    dress(left, f"f = {f.title} = {number(f(point))}", TITLE, (-0.13, -0.13), xlabel="x₀", ylabel="x₁", **settings)
    left.grid(False)
    slopes = (f(point[:, None] + 1e-5 * WAYS) - f(point[:, None] - 1e-5 * WAYS)) / 2e-5
    right.plot(DEGREES, slopes, color=COLOURS["blue"])
    if length > 1e-6:
        up = np.degrees(np.arctan2(gradient[1], gradient[0])) % 360
        down, sides = (up + 180) % 360, [(up + 90) % 360, (up + 270) % 360]
        right.plot(up, length, "^", color=COLOURS["orange"], markersize=9)
        right.plot(down, -length, "v", color=COLOURS["green"], markersize=9)
        right.plot(sides, [0, 0], "o", color=COLOURS["blue"], markersize=7, fillstyle="none")
        for angle, height, word, colour in ((up, length + 1.5, "uphill", "orange"), (down, -length - 3.2, "downhill", "green")):
            right.text(np.clip(angle, 35, 325), height, word, color=text(colour), ha="center", fontsize=SMALL)
        right.text(180, 24, "o: along the contour line, slope 0", color=text("blue"), ha="center", fontsize=SMALL)
    words = {"xlabel": "direction in degrees (0 right, 90 up)", "ylabel": "slope in that direction"}
    right.set(xticks=[0, 90, 180, 270], yticks=[-10, 0, 10], xlim=(-8, 368), ylim=(-23, 27))
    pair = f"({number(gradient[0])}, {number(gradient[1])})"
    dress(right, f"gradient {pair}, length {number(length)}", places=(-0.13, -0.13), **words)
    where = f"On the contour lines of {f.title}, at ({number(x0, 1)}, {number(x1, 1)}), the gradient is {pair}"
    steepest = f"measured around the point is {number(slopes.max())}, the gradient's length {number(length)}"
    return figure.saying(f"{where}. The steepest slope {steepest}.")
