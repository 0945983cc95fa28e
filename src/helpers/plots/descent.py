"""Figures of lesson 06: walks downhill on contour lines, on curves and on a saddle, and estimates of a gradient."""

import numpy as np

from helpers.plots.base import new_figure, styled
from helpers.plots.ink import BOX, COLOURS, DARK, TEXT, arrow, dress, number, short, text
from helpers.plots.labels import beside
from helpers.plots.landscapes import LANDSCAPES, STYLES, draw_map, draw_solid, draw_walk, gone_at, height, left_at
from helpers.plots.optimizing import LOOKS
from helpers.plots.walking import Walk, begin, walk_drawing


def walk(lr, iterations, function="bowl", start=None):
    """The path of gradient descent on "bowl" or "valley" with exact gradients, (iterations + 1, 2). start: (x₀, x₁) or None."""
    land = LANDSCAPES[function]  # the gradient is 2·w·x, so that an iteration multiplies each entry by 1 − 2·lr·w
    return np.array(start or land.start) * (1 - 2 * lr * np.diag(land.form)) ** np.arange(iterations + 1)[:, None]


def descent(lr=0.95, iterations=30, function="valley", start0=None, start1=None):
    """A walk of gradient descent on a map from a start that can be dragged, and f after each iteration on a logarithmic axis.

    lr: learning rate. iterations: steps, 0 or more. function: "bowl" or "valley". start0, start1: where the walk begins, the
    landscape's own start unless given, (-3, 4) or (-7, 2). Returns a Drawing; its page plays the steps.
    """
    start, land = begin(function, start0, start1), LANDSCAPES[function]
    title = (f"in the {function} {land.title}", f"learning rate {lr:g}")
    about = f"Gradient descent on {land.title} from ({short(start[0])}, {short(start[1])}) with learning rate {lr:g}"
    return walk_drawing(Walk("Gradient descent", "orange", walk(lr, iterations, function, start)), function, title, about)


@styled
def descent_paths(panels, function="bowl", columns=None):
    """Paths on contour lines, columns in a row. panels: list of (title, path), (T + 1, 2). function: "bowl" or "valley"."""
    columns, said = columns or len(panels), []
    rows, (wide, high) = -(-len(panels) // columns), LANDSCAPES[function].window
    figure, grid = new_figure(7.0, rows * (6.6 / columns * high / wide + 0.6), rows, columns, squeeze=False)
    for axes, (title, path) in zip(grid.flat, panels, strict=False):
        path = np.asarray(path, dtype=float)
        draw_map(axes, function)
        name = next((name for name in LOOKS if title.startswith(name)), "SGD")
        gone = gone_at(path, function)
        draw_walk(axes, path[: gone + 1], ("o", "-", LOOKS[name][0]), size=3, ball=gone == len(path))
        if gone < len(path):  # what comes then is pale
            axes.plot(*np.clip(path[gone:], -1e4, 1e4).T, color=COLOURS[LOOKS[name][0]], linewidth=0.8, alpha=0.3)
        dress(axes, title, TEXT)
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
    line, said, ends = np.linspace(low, high, 301), [], []
    curve = np.array([float(f(value)) for value in line])
    axes.plot(line, curve, color=COLOURS["grey"], linewidth=1.4)
    tall, count = np.ptp(curve), f"{len(paths[0]) - 1} iterations"
    limits = {"xlim": (low, high), "ylim": (curve.min() - 0.2 * tall, curve.max() + 0.08 * tall)}
    dress(axes, f"{title}: walks of {count}" if title else f"walks of {count}", xlabel="x", ylabel="f(x)", **limits)
    for (marker, _, colour), path in zip(STYLES, paths, strict=False):
        path = np.asarray(path, dtype=float).reshape(-1)
        y = [float(f(value)) for value in path]
        label = f"from {number(path[0])} to {number(path[-1])}"
        axes.plot(path, y, marker, markersize=4.5, color=COLOURS[colour], mec="none", alpha=0.75)
        axes.plot(path[0], y[0], "D", color=DARK, markeredgecolor="white", markeredgewidth=1.2, markersize=7)
        axes.plot(path[-1], y[-1], "o", color=COLOURS[colour], markeredgecolor="white", markeredgewidth=1.2, markersize=9)
        edge = 0.13 * (high - low)  # half of what the words need
        at, below = min(max(path[-1], low + edge), high - edge), sum(abs(x - path[-1]) < 2 * edge for x in ends)
        beside(axes, (at, y[-1]), label, colour, (0, -13 - 12 * below), ha="center", va="center", fontsize=TEXT, weight="bold")
        ends.append(path[-1])
        said.append(f"{label}, where f is {number(y[-1], 3)}")
    return figure.saying(f"A curve with {len(paths)} walks of {count}: {'; '.join(said)}.")


@styled
def saddle_walks(paths):
    """The saddle x₀² − x₁² as a surface and from above, with walks on it. paths: list of (label, path of shape (T + 1, 2))."""
    figure, (place, axes) = new_figure(7.0, 3.5, columns=2)
    solid, said = draw_solid(place, "saddle", 2.5, elevation=28), []
    draw_map(axes, "saddle")
    for k, (style, (label, path)) in enumerate(zip(STYLES, paths, strict=False)):
        path = np.asarray(path, dtype=float)
        near = path[np.all(np.abs(path) <= 2.5, axis=1)]
        solid.plot(*near.T, height(near, "saddle") + 0.1, style[1], marker=style[0], markersize=4, color=COLOURS[style[2]])
        stays = len(near) == len(path)
        draw_walk(axes, near, style, ball=stays)
        offset = (9, 5 - 13 * k) if stays else (9, 14)  # those that come to rest in the same place stand below each other
        beside(axes, near[-1], label, style[2], offset, fontsize=TEXT, weight="bold", va="center", bbox=BOX)
        if not stays:
            step = path[len(near)] - near[-1]
            arrow(axes, near[-1], near[-1] + 0.45 * step / np.hypot(*step), COLOURS[style[2]])
        end = f" to ({number(path[-1, 0])}, {number(path[-1, 1])})"
        end = end if stays else f", and leaves the picture at iteration {len(near)}"
        said.append(f"{label}: from ({number(path[0, 0])}, {number(path[0, 1])}){end}")
    return figure.saying(f"The saddle x₀² − x₁² as a surface and as contour lines, with walks. {'; '.join(said)}.")


@styled
def estimates(samples, gradient):
    """Estimates of a gradient of two entries as points, samples (N, 2), with their mean and the gradient (2,) itself."""
    samples, gradient = np.asarray(samples, dtype=float), np.asarray(gradient, dtype=float)
    mean = samples.mean(axis=0)
    figure, axes = new_figure(5.6, 4.2)
    axes.plot(*samples.T, ".", markersize=2.5, color=COLOURS["sky"], alpha=0.55, mec="none")
    arrow(axes, (0, 0), gradient, COLOURS["orange"]).set(linewidth=2.6, zorder=3)
    axes.plot(*mean, "o", color=COLOURS["green"], markeredgecolor="white", markeredgewidth=1.4, markersize=9, zorder=4)
    reach, style = float(np.quantile(np.abs(samples), 0.97)), {"fontsize": TEXT, "va": "center", "bbox": BOX}
    dress(axes, xlabel="slope by x₀", ylabel="slope by x₁", xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    up = 1 if gradient[1] >= 0 else -1
    beside(axes, gradient, "mean of the estimates", "green", (-9, 8 * up), **style, weight="bold")
    beside(axes, gradient / 2, "the gradient", "orange", (10, -6 * up), **style, weight="bold")
    outside = np.count_nonzero(np.abs(samples).max(axis=1) > reach)
    words = f"one dot: an estimate; {outside} of {len(samples)} lie outside"
    axes.text(0.03, 0.03, words, transform=axes.transAxes, color=text("sky"), bbox=BOX)
    middle, true = (f"({number(a, 0)}, {number(b, 0)})" for a, b in (mean, gradient))
    many = f"{len(samples)} estimates of a gradient from one random direction each, widely scattered"
    return figure.saying(f"{many}. Their mean lies near {middle}, the gradient is {true}.")
