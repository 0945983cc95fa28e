"""Figures of lesson 06: walks downhill on contour lines, on curves and on a saddle, and estimates of a gradient."""

import numpy as np

from helpers.plots.base import new_figure, styled
from helpers.plots.ink import COLOURS, dress, number, power, size
from helpers.plots.landscapes import LANDSCAPES, STYLES, draw_map, draw_solid, draw_walk, height, left_at


def walk(lr, iterations, function="bowl"):
    """The path of gradient descent on "bowl" or "valley", with exact gradients from its start: (iterations + 1, 2)."""
    land = LANDSCAPES[function]  # the gradient is 2·w·x, so that an iteration multiplies each entry by 1 − 2·lr·w
    return np.array(land.start) * (1 - 2 * lr * np.diag(land.form)) ** np.arange(iterations + 1)[:, None]


def walk_figure(path, function, title, about, more=""):
    """A path, (T + 1, 2), on its map, and f after each iteration on an axis that fits. about, more: whose, and its last words."""
    figure, (left, right) = new_figure(7.0, 3.5, columns=2, width_ratios=[1.35, 1])
    figure.get_layout_engine().set(wspace=0.08)
    draw_map(left, function)
    draw_walk(left, path)
    f = np.nan_to_num(height(path, function), nan=np.inf, posinf=np.inf)
    # few scales, so that the axis seldom jumps under a slider; what goes beyond them is drawn at the edge
    low, high = -4 if f.min() >= 1e-4 else -12, 2 if f.max() <= 100 else 6
    shown = np.log10(np.clip(f, 10.0**low, 10.0 ** (high + 1)))  # a logarithmic axis has no 0, and takes twice as long
    iterations = len(path) - 1
    right.plot(np.arange(iterations + 1), shown, "-o", markersize=2.5, color=COLOURS["blue"])
    last, margin = max(10, iterations), (high - low) / 45
    limits = {"xlim": (-0.04 * last, 1.08 * last), "ylim": (low - margin, high + margin)}
    right.set_xticks(np.arange(0, last + 1, next((step for step in (5, 10, 20, 50) if last < 5 * step), last // 4)))
    powers = range(low, high + 1, {6: 2, 10: 2, 14: 4, 18: 6}[high - low])
    right.set_yticks(powers, map(power, powers))
    dress(right, f"f at the end: {size(f[-1])}", places=(-0.2, -0.11), xlabel="iteration", ylabel="f", **limits)
    wide, high = LANDSCAPES[function].window
    dress(left, title, places=(-0.12, -0.22 if high < wide else -0.11))
    lost, f = left_at(path, function), height(path[[0, -1]], function)
    gone = "" if lost is None else f" It leaves the picture at iteration {lost}."
    return figure.saying(f"{about}: in {iterations} iterations f goes from {size(f[0])} to {size(f[-1])}{more}.{gone}")


@styled
def descent(lr=0.1, iterations=20, function="bowl"):
    """A walk of gradient descent on contour lines from a diamond to a cross, and f after each iteration on a logarithmic axis.

    lr: learning rate. iterations: steps, 0 or more. function: "bowl" from (-3, 4) or "valley" from (-7, 2).
    """
    path, title = walk(lr, iterations, function), LANDSCAPES[function].title
    start = f"({number(path[0, 0], 0)}, {number(path[0, 1], 0)})"
    about = f"Gradient descent on {title} from {start} with learning rate {lr:g}"
    return walk_figure(path, function, f"{title}, lr = {lr:g}", about)


@styled
def descent_paths(panels, function="bowl", columns=None):
    """Paths on contour lines, columns in a row. panels: list of (title, path), (T + 1, 2). function: "bowl" or "valley"."""
    columns, said = columns or len(panels), []
    rows, (wide, high) = -(-len(panels) // columns), LANDSCAPES[function].window
    figure, grid = new_figure(7.0, rows * (6.6 / columns * high / wide + 0.6), rows, columns, squeeze=False)
    for axes, (title, path) in zip(grid.flat, panels, strict=False):
        path = np.asarray(path, dtype=float)
        draw_map(axes, function)
        draw_walk(axes, path, size=3)
        dress(axes, title)
        axes.xaxis.labelpad, axes.yaxis.labelpad = 1, -4
        turns = int(np.sum(path[1:, 1] * path[:-1, 1] < 0))
        lost = left_at(path, function)
        end = f"ends at ({number(path[-1, 0])}, {number(path[-1, 1])})"
        end = end if lost is None else f"leaves the picture at iteration {lost}"
        said.append(f"{title}: {len(path) - 1} iterations, x₁ changes its sign {turns} times, {end}")
    for axes in grid.flat[len(panels) :]:
        axes.axis("off")
    return figure.saying(f"Paths of gradient descent on the contour lines of {LANDSCAPES[function].title}. {'; '.join(said)}.")


@styled
def walks_on_curve(f, paths, low, high, title=""):
    """A function of a number from low to high with walks on it, one mark an iteration. paths: list of (T + 1,) or (T + 1, 1)."""
    figure, axes = new_figure(7.0, 3.2)
    line, said = np.linspace(low, high, 301), []
    axes.plot(line, [float(f(value)) for value in line], color=COLOURS["grey"], linewidth=1.4)
    for (marker, _, colour), path in zip(STYLES, paths, strict=False):
        path = np.asarray(path, dtype=float).reshape(-1)
        y = [float(f(value)) for value in path]
        label = f"from {number(path[0])} to {number(path[-1])}"
        axes.plot(path, y, marker, markersize=5, color=COLOURS[colour], label=label, alpha=0.75)
        axes.plot(path[-1], y[-1], "X", color=COLOURS[colour], markeredgecolor="black", markersize=11)
        said.append(f"{label}, where f is {number(y[-1], 3)}")
    axes.set(xlabel="x", ylabel="f(x)", xlim=(low, high), title=title)
    count = f"{len(paths[0]) - 1} iterations"
    axes.legend(loc="best", fontsize=9, title=count)
    return figure.saying(f"A curve with {len(paths)} walks of {count}: {'; '.join(said)}.")


@styled
def saddle_walks(paths):
    """The saddle x₀² − x₁² as a surface and from above, with walks on it. paths: list of (label, path of shape (T + 1, 2))."""
    figure, (place, axes) = new_figure(7.0, 3.5, columns=2)
    solid, said = draw_solid(place, "saddle", 2.5, elevation=28), []
    draw_map(axes, "saddle")
    for style, (label, path) in zip(STYLES, paths, strict=False):
        path = np.asarray(path, dtype=float)
        near = path[np.all(np.abs(path) <= 2.5, axis=1)]
        solid.plot(*near.T, height(near, "saddle") + 0.1, style[1], marker=style[0], markersize=4, color=COLOURS[style[2]])
        draw_walk(axes, near, style, label=label, cross=len(near) == len(path))
        end = f" to ({number(path[-1, 0])}, {number(path[-1, 1])})"
        end = end if len(near) == len(path) else f", and leaves the picture at iteration {len(near)}"
        said.append(f"{label}: from ({number(path[0, 0])}, {number(path[0, 1])}){end}")
    axes.legend(loc="lower right", fontsize=9, frameon=True)
    return figure.saying(f"The saddle x₀² − x₁² as a surface and as contour lines, with walks. {'; '.join(said)}.")


@styled
def estimates(samples, gradient):
    """Estimates of a gradient of two entries as points, samples (N, 2), with their mean and the gradient (2,) itself."""
    samples, gradient = np.asarray(samples, dtype=float), np.asarray(gradient, dtype=float)
    mean = samples.mean(axis=0)
    figure, axes = new_figure(4.8, 4.4)
    axes.plot(*samples.T, ".", markersize=3, color=COLOURS["sky"], label=f"{len(samples)} single estimates")
    axes.plot([0, gradient[0]], [0, gradient[1]], "-", color=COLOURS["orange"], linewidth=2.4, label="the gradient")
    axes.plot(*gradient, "^", color=COLOURS["orange"], markersize=9)
    axes.plot(*mean, "X", color=COLOURS["green"], markeredgecolor="black", markersize=11, label="mean of the estimates")
    reach = float(np.quantile(np.abs(samples), 0.97))
    axes.set(xlabel="slope by x₀", ylabel="slope by x₁", xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    axes.legend(loc="lower left", fontsize=9, frameon=True)
    middle, true = (f"({number(a, 0)}, {number(b, 0)})" for a, b in (mean, gradient))
    many = f"{len(samples)} estimates of a gradient from one random direction each, widely scattered"
    return figure.saying(f"{many}. Their mean lies near {middle}, the gradient is {true}.")
