"""Figures of lesson 06: walks downhill on contour lines, on curves and on a saddle, and estimates of a gradient."""

import functools

import numpy as np

from helpers.plots.base import COLOURS, new_figure, styled

STARTS = {"bowl": (-3.0, 4.0), "valley": (-7.0, 2.0)}
TITLES = {"bowl": "x₀² + x₁²", "valley": "x₀²/20 + x₁²", "saddle": "x₀² − x₁²"}
WEIGHTS = {"bowl": (1.0, 1.0), "valley": (0.05, 1.0), "saddle": (1.0, -1.0)}  # f = w0·x0² + w1·x1²
WINDOWS = {"bowl": (5.6, 5.6), "valley": (8.4, 4.2), "saddle": (3.0, 3.0)}  # half of the width and of the height
LOWEST, HIGHEST = -12, 6  # powers of ten on the axis of f
STYLES = (("o", "-", "orange"), ("s", "--", "blue"), ("^", ":", "green"), ("D", "-.", "pink"))


def _number(value, digits=2):
    return f"{round(float(value), digits) + 0.0:.{digits}f}".replace("-", "\u2212")


def _size(value):
    """A number as people say it: 0.013, 8.1e-9, 3.5e+12 as 3.5e12."""
    if value == 0:
        return "0"
    if 0.001 <= abs(value) < 10_000:
        return f"{value:.2g}" if abs(value) < 100 else f"{value:.0f}"
    digits, power = f"{value:.1e}".split("e")
    return f"{digits}e{int(power)}"


def height(points, function):
    """f at points of shape (N, 2). Returns (N,)."""
    return np.asarray(points, dtype=float) ** 2 @ np.array(WEIGHTS[function])


def walk(lr, iterations, function="bowl"):
    """The path of gradient descent from the function's start, with exact gradients. Returns (iterations + 1, 2).

    The gradient is 2·w·x, so that an iteration multiplies each entry by 1 − 2·lr·w.
    """
    factors = 1 - 2 * lr * np.array(WEIGHTS[function])
    return np.array(STARTS[function]) * factors ** np.arange(iterations + 1)[:, None]


@functools.lru_cache
def _rings(function):
    """Contour lines as one line with gaps: ellipses or, on the saddle, hyperbolas. Shape (2, points)."""
    w0, w1 = WEIGHTS[function]
    pieces = []
    if w1 > 0:
        angle = np.linspace(0, 2 * np.pi, 97)
        for level in np.array([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]) * (1.6 if function == "bowl" else 1.0):
            pieces.append(np.stack([level * np.cos(angle) / np.sqrt(w0), level * np.sin(angle) / np.sqrt(w1)]))
    else:
        u = np.linspace(-2.8, 2.8, 81)
        for level in (0.6, 1.2, 1.8, 2.4):
            for sign in (-1, 1):
                pieces.append(np.stack([sign * level * np.cosh(u), level * np.sinh(u)]))
                pieces.append(np.stack([level * np.sinh(u), sign * level * np.cosh(u)]))
        pieces += [np.array([[-3.0, 3.0], [-3.0, 3.0]]), np.array([[-3.0, 3.0], [3.0, -3.0]])]
    gap = np.full((2, 1), np.nan)
    return np.hstack([part for piece in pieces for part in (piece, gap)])


def _map(axes, function):
    axes.plot(*_rings(function), color=COLOURS["grey"], linewidth=0.6, alpha=0.7)
    wide, high = WINDOWS[function]
    axes.set(xlim=(-wide, wide), ylim=(-high, high), aspect="equal")
    axes.grid(False)


def _inside(path, function):
    return np.all(np.abs(path) <= np.array(WINDOWS[function]), axis=1)


def _draw(axes, path, style=STYLES[0], label=None, size=3.5, cross=True):
    """A path as a line with a mark at each point, a diamond at its start and a cross at its end."""
    marker, line, colour = style
    path = np.clip(path, -1e4, 1e4)  # a line to far away, not to where Matplotlib can no longer count
    axes.plot(*path.T, line, marker=marker, markersize=size, linewidth=1.2, color=COLOURS[colour], label=label)
    axes.plot(*path[0], "D", color="black", markersize=6)
    if cross:
        axes.plot(*path[-1], "X", color=COLOURS["green"], markeredgecolor="black", markersize=10)


@styled
def descent(lr=0.1, iterations=20, function="bowl"):
    """A walk of gradient descent on contour lines, and f after each iteration.

    lr: learning rate. iterations: steps, 0 or more. function: "bowl" from (-3, 4) or "valley" from (-7, 2).
    Draws the start as a diamond, the end as a cross; on the right f on a logarithmic axis from 1e-12 to 1e6.
    """
    path = walk(lr, iterations, function)
    f = height(path, function)
    figure, (left, right) = new_figure(7.0, 3.5, columns=2, gridspec_kw={"width_ratios": [1.35, 1]})
    figure.get_layout_engine().set(wspace=0.08)
    _map(left, function)
    _draw(left, path)
    left.set(xlabel="x₀", ylabel="x₁", xticks=[-8, -4, 0, 4, 8] if function == "valley" else [-4, 0, 4], yticks=[-4, 0, 4])
    left.set_title(f"{TITLES[function]}, lr = {lr:g}", fontsize=10, y=1.0)
    powers = np.log10(np.maximum(f, 10.0**LOWEST))  # a logarithmic axis has no 0
    right.plot(np.arange(iterations + 1), powers, "-o", markersize=2.5, color=COLOURS["blue"])
    last = max(10, iterations)
    right.set(xlim=(-0.04 * last, 1.08 * last), ylim=(LOWEST - 0.4, HIGHEST + 0.4), xlabel="iteration", ylabel="f")
    right.set_xticks(np.arange(0, last + 1, next(step for step in (5, 10, 20, 50) if last < 5 * step or step == 50)))
    right.set_yticks([-12, -6, 0, 6], ["1e-12", "1e-6", "1", "1e6"])
    right.set_title(f"f at the end: {_size(f[-1])}", fontsize=10, y=1.0)
    for axes, below, beside in ((left, -0.22 if function == "valley" else -0.11, -0.12), (right, -0.11, -0.2)):
        axes.xaxis.set_label_coords(0.5, below)  # measuring all tick labels for it takes too long under a slider
        axes.yaxis.set_label_coords(beside, 0.5)
    lost = np.flatnonzero(~_inside(path, function))
    away = f" It leaves the picture at iteration {lost[0]}." if len(lost) else ""
    figure.alt = (
        f"Gradient descent on {TITLES[function]} from ({_number(path[0, 0], 0)}, {_number(path[0, 1], 0)}) with learning rate "
        f"{lr:g}: in {iterations} iterations f goes from {_size(f[0])} to {_size(f[-1])}.{away}"
    )
    return figure


@styled
def descent_paths(panels, function="bowl", columns=None):
    """Paths on contour lines, side by side.

    panels: list of (title, path), paths of shape (T + 1, 2). function: "bowl" or "valley". columns: panels in a row.
    """
    columns = columns or len(panels)
    rows = -(-len(panels) // columns)
    wide, high = WINDOWS[function]
    figure, grid = new_figure(7.0, rows * (6.6 / columns * high / wide + 0.5), rows, columns, squeeze=False)
    said = []
    for axes, (title, path) in zip(grid.flat, panels, strict=False):
        path = np.asarray(path, dtype=float)
        _map(axes, function)
        _draw(axes, path, size=3)
        axes.set_title(title, fontsize=10)
        axes.set(xticks=[-8, -4, 0, 4, 8] if function == "valley" else [-4, 0, 4], yticks=[-4, 0, 4])
        axes.set_xlabel("x₀", labelpad=1)
        axes.set_ylabel("x₁", labelpad=-4)
        turns = int(np.sum(path[1:, 1] * path[:-1, 1] < 0))
        lost = np.flatnonzero(~_inside(path, function))
        end = f"ends at ({_number(path[-1, 0])}, {_number(path[-1, 1])})"
        end = f"leaves the picture at iteration {lost[0]}" if len(lost) else end
        said.append(f"{title}: {len(path) - 1} iterations, x₁ changes its sign {turns} times, {end}")
    for axes in grid.flat[len(panels) :]:
        axes.axis("off")
    figure.alt = f"Paths of gradient descent on the contour lines of {TITLES[function]}. {'; '.join(said)}."
    return figure


@styled
def walks_on_curve(f, paths, low, high, title=""):
    """A function of one number with walks on it, one mark an iteration.

    f: function of a number. paths: list of paths, shape (T + 1,) or (T + 1, 1). low, high: the part of the axis that is drawn.
    """
    figure, axes = new_figure(7.0, 3.2)
    line = np.linspace(low, high, 301)
    axes.plot(line, [float(f(value)) for value in line], color=COLOURS["grey"], linewidth=1.4)
    said = []
    for (marker, _, colour), path in zip(STYLES, paths, strict=False):
        path = np.asarray(path, dtype=float).reshape(-1)
        y = np.array([float(f(value)) for value in path])
        label = f"from {_number(path[0])} to {_number(path[-1])}"
        axes.plot(path, y, marker, markersize=5, color=COLOURS[colour], label=label, alpha=0.75)
        axes.plot(path[-1], y[-1], "X", color=COLOURS[colour], markeredgecolor="black", markersize=11)
        said.append(f"from {_number(path[0])} to {_number(path[-1])}, where f is {_number(y[-1], 3)}")
    axes.set(xlabel="x", ylabel="f(x)", xlim=(low, high), title=title)
    axes.legend(loc="best", fontsize=9, title=f"{len(np.asarray(paths[0])) - 1} iterations")
    figure.alt = f"A curve with {len(paths)} walks of {len(np.asarray(paths[0])) - 1} iterations: {'; '.join(said)}."
    return figure


@styled
def saddle_walks(paths):
    """The saddle x₀² − x₁² as a surface and from above, with walks on it. paths: list of (label, path of shape (T + 1, 2))."""
    figure, panels = new_figure(7.0, 3.5, columns=2)
    place = panels[0].get_gridspec()[0]
    panels[0].remove()
    solid = figure.add_subplot(place, projection="3d", computed_zorder=False)
    grid = np.stack(np.meshgrid(np.linspace(-2.5, 2.5, 31), np.linspace(-2.5, 2.5, 31)))
    surface = grid[0] ** 2 - grid[1] ** 2
    solid.plot_surface(*grid, surface, color=COLOURS["sky"], edgecolor=COLOURS["grey"], linewidth=0.15, alpha=0.7)
    solid.set(xlabel="x₀", ylabel="x₁", xticks=(-2, 0, 2), yticks=(-2, 0, 2), zticks=(-5, 0, 5))
    solid.tick_params(labelsize=8, pad=-2)
    solid.xaxis.labelpad = solid.yaxis.labelpad = -6
    solid.view_init(elev=28, azim=-55)
    solid.set_box_aspect(None, zoom=0.9)
    axes = panels[1]
    _map(axes, "saddle")
    said = []
    for style, (label, path) in zip(STYLES, paths, strict=False):
        path = np.asarray(path, dtype=float)
        near = path[np.all(np.abs(path) <= 2.5, axis=1)]
        solid.plot(*near.T, height(near, "saddle") + 0.1, style[1], marker=style[0], markersize=4, color=COLOURS[style[2]])
        _draw(axes, near, style, label=label, cross=len(near) == len(path))
        gone = "" if len(near) == len(path) else f", and leaves the picture at iteration {len(near)}"
        said.append(f"{label}: from ({_number(path[0, 0])}, {_number(path[0, 1])}){gone}")
        if not gone:
            said[-1] += f" to ({_number(path[-1, 0])}, {_number(path[-1, 1])})"
    axes.set(xlabel="x₀", ylabel="x₁", xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    axes.legend(loc="lower right", fontsize=9, frameon=True)
    figure.alt = f"The saddle x₀² − x₁² as a surface and as contour lines, with walks. {'; '.join(said)}."
    return figure


@styled
def estimates(samples, gradient):
    """Estimates of a gradient of two entries as points, with their mean and the gradient itself.

    samples: shape (N, 2). gradient: shape (2,).
    """
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
    figure.alt = (
        f"{len(samples)} estimates of a gradient from one random direction each, widely scattered. Their mean lies near "
        f"({_number(mean[0], 0)}, {_number(mean[1], 0)}), the gradient is ({_number(gradient[0], 0)}, {_number(gradient[1], 0)})."
    )
    return figure
