"""Figures of lesson 05: chords, tangents, the error of a difference quotient, and gradients of two inputs."""

import functools
from decimal import Decimal

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from helpers.gradient import numerical_diff, numerical_gradient
from helpers.plots.base import COLOURS, new_figure, styled

BLUES = LinearSegmentedColormap.from_list("blues", ["#FFFFFF", COLOURS["sky"]])
BOX = {"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85}


def _number(value, digits=2):
    """A rounded number as text, with a true minus sign and never -0.00."""
    return f"{round(float(value), digits) + 0.0:.{digits}f}".replace("-", "\u2212")


def _power(value):
    """A small number as people say it: 7e-9, not 7e-09."""
    if value == 0:
        return "0"
    digits, power = f"{value:.0e}".split("e")
    return f"{digits}e{int(power)}" if int(power) else digits


def _fix_labels(axes, left=-0.13, below=-0.13):
    """Put the axis labels at fixed places: while a slider moves, measuring all tick labels for it takes too long."""
    axes.xaxis.set_label_coords(0.5, below)
    axes.yaxis.set_label_coords(left, 0.5)


# A ride: average speed


def _ride(t):
    """Kilometres after t minutes of a ride of 2 km in 10 minutes that starts and ends at rest."""
    u = t / 10
    return 2 * (3 * u * u - 2 * u * u * u)


@styled
def average_speed(start=2.0, steps=(4.0, 2.0, 1.0, 0.25)):
    """The distance of a ride over time, with the chords whose slopes are average speeds.

    start: minute at which every interval begins, 0 to 6. steps: lengths of the intervals in minutes, longest first.
    Draws the ride (2 km in 10 minutes), a chord for each interval, carried on to the edge, and the tangent at the start.
    """
    figure, axes = new_figure(7.0, 3.8)
    t = np.linspace(0, 10, 201)
    axes.plot(t, _ride(t), color=COLOURS["blue"], linewidth=2.4)
    axes.text(6.9, _ride(7.6) + 0.03, "distance", color=COLOURS["blue"], ha="right")
    styles, speeds = ["-.", "--", (0, (12, 3)), ":", (0, (1, 4))], []
    for number, step in enumerate(steps):
        slope = (_ride(start + step) - _ride(start)) / step
        speeds.append(60 * slope)
        axes.plot(
            [start, 10], [_ride(start), _ride(start) + slope * (10 - start)], color=COLOURS["orange"], linewidth=1.3,
            linestyle=styles[number % len(styles)], label=f"over {step:g} min: {60 * slope:.1f} km/h",
        )  # fmt: skip
        axes.plot(start + step, _ride(start + step), "o", color=COLOURS["orange"], markersize=5)
        axes.text(10.1, _ride(start) + slope * (10 - start), f"{step:g} min", color=COLOURS["orange"], va="center", fontsize=8)
    slope = 6 * 2 / 10 * (start / 10) * (1 - start / 10)
    axes.plot(
        [0, 10], [_ride(start) - slope * start, _ride(start) + slope * (10 - start)], color=COLOURS["green"],
        label=f"at the moment itself: {60 * slope:.1f} km/h",
    )  # fmt: skip
    axes.plot(start, _ride(start), "D", color=COLOURS["green"], markersize=7)
    axes.set(xlabel="time t (minutes)", ylabel="distance s (km)", xlim=(0, 10), ylim=(-0.25, 2.5))
    axes.legend(loc="upper left", fontsize=9)
    listed = ", ".join(f"{speed:.1f} km/h over {step:g} min" for step, speed in zip(steps, speeds, strict=True))
    figure.alt = (
        f"Distance over time with chords that all begin at {start:g} minutes. Their slopes are average speeds: {listed}. "
        f"They turn into the tangent, whose slope is {60 * slope:.1f} km/h."
    )
    return figure


# A curve, a chord, a tangent


def _parabola(x):
    return 0.01 * x * x + 0.1 * x


@styled
def tangent(x=5.0, h=4.0):
    """The curve 0.01x² + 0.1x with its tangent at x and the two chords that step h makes.

    x: where the tangent touches, 0 to 20. h: step, above 0 and up to 4.
    Draws the tangent with its intercept, the forward chord through x and x + h, the central chord through x - h and x + h.
    """
    figure, axes = new_figure(7.0, 4.0)
    line = np.linspace(-4, 25, 59)
    y, slope = _parabola(x), 0.02 * x + 0.1
    forward = (_parabola(x + h) - y) / h
    central = numerical_diff(_parabola, x, h)
    intercept = y - slope * x
    ends = np.array([-4.0, 25.0])
    axes.plot([0, 0], [-5.3, 4.6], color=COLOURS["grey"], linewidth=0.8)  # the vertical axis, up to the legend
    axes.plot(line, _parabola(line), color=COLOURS["blue"], linewidth=2.4)
    axes.plot(ends, intercept + slope * ends, color=COLOURS["green"], label=f"tangent: slope {_number(slope, 4)}")
    axes.plot(ends, y + forward * (ends - x), "--", color=COLOURS["orange"], label=f"forward chord: slope {_number(forward, 4)}")
    below, above = x - h, x + h
    middle = (_parabola(above) + _parabola(below)) / 2
    axes.plot(
        ends, middle + central * (ends - x), ":", color=COLOURS["pink"], label=f"central chord: slope {_number(central, 4)}"
    )
    axes.plot(above, _parabola(above), "o", color=COLOURS["orange"], markersize=6)
    axes.plot([below, above], _parabola(np.array([below, above])), "s", color=COLOURS["pink"], markersize=9, fillstyle="none")
    axes.plot(x, y, "D", color=COLOURS["green"], markersize=7)
    axes.plot(0, intercept, "X", color=COLOURS["green"], markersize=8)
    axes.text(0.5, intercept - 0.75, f"intercept {_number(intercept)}", color="#00614A", va="center", bbox=BOX)
    axes.set(xlabel="x", ylabel="f(x) = 0.01x² + 0.1x", xlim=(-4, 25), ylim=(-5.3, 9))
    axes.set(xticks=range(0, 26, 5), yticks=range(-4, 9, 4))
    axes.legend(loc="upper left", title=f"at x = {x:g} with h = {h:g}", fontsize=9, alignment="left")
    figure.alt = (
        f"The curve 0.01x² + 0.1x. At x = {x:g} its tangent has slope {_number(slope, 4)} and meets the vertical axis at "
        f"{_number(intercept)}. With h = {h:g} the forward chord has slope {_number(forward, 4)}, "
        f"the central chord {_number(central, 4)}."
    )
    return figure


# The V: error against step

START = 1.0
STEPS = 10.0 ** np.arange(-16, 0.01, 0.25)
DECADES = [float(f"1e-{power}") for power in range(17)]
NOTHING = 1e-18  # where an error of exactly 0 is drawn: a logarithmic axis has no 0


@functools.lru_cache(maxsize=4096)
def _exact_exp(x):
    return float(Decimal(x).exp())  # to 28 digits, then rounded: the same on every computer


def _exp(x):
    return type(x)(_exact_exp(float(x)))


CURVES = {
    "exp": ("e^x", _exp, np.e, "eˣ"),
    "square": ("x squared", lambda x: x * x, 2.0, "x²"),
    "cube": ("x cubed", lambda x: x * x * x, 3.0, "x³"),
}


def _slopes(function, h, single=False):
    """Forward and central difference at 1, every operation in float32 or float64. Returns two floats."""
    number = np.float32 if single else np.float64
    f, x, h = CURVES[function][1], number(START), number(h)
    forward = (f(x + h) - f(x)) / h
    central = (f(x + h) - f(x - h)) / (number(2) * h)
    return float(forward), float(central)


def step_errors(function="exp", h=1e-4, single=False):
    """How far the forward and the central difference at x = 1 are from the slope. Returns two floats.

    function: "exp", "square" or "cube". h: step. single: compute in float32 instead of float64.
    e^x is worked out to 28 digits and then rounded, so that every computer finds the same.
    """
    return tuple(abs(slope - CURVES[function][2]) for slope in _slopes(function, h, single))


@functools.lru_cache
def _valley(function, single):
    return np.array([step_errors(function, float(h), single) for h in STEPS]).T


def _log(values):
    """Where values stand on the V's axes: their powers of ten. (Matplotlib's own logarithmic axes take twice as long.)"""
    return np.log10(np.maximum(values, NOTHING))


def _draw_valley(axes, function, single, powers=(-16, -12, -8, -4, 0)):
    forward, central = _valley(function, single)
    axes.plot(_log(STEPS), _log(forward), "--", color=COLOURS["orange"])
    axes.plot(_log(STEPS), _log(central), color=COLOURS["blue"])
    zeros = not _valley(function, False).all()  # exact answers happen, with x²
    ticks = [-16, -12, -8, -4, 0] if zeros else [-12, -8, -4, 0]
    axes.set_xticks(powers, [f"1e{power}" if power else "1" for power in powers])
    axes.set_yticks([-18] * zeros + ticks, ["exactly 0"] * zeros + [f"1e{tick}" if tick else "1" for tick in ticks])
    axes.set(xlim=(-16.5, 0.5), ylim=(-19 if zeros else -12.7, 2), xlabel="step h")
    axes.text(*((-2.8, -0.5) if single else (-5.2, -2.2)), "forward", color=COLOURS["orange"], ha="center")
    axes.text(*((-3.2, -10) if zeros else (-2.6, -7 if single else -10.8)), "central", color=COLOURS["blue"], ha="center")
    lost = STEPS[forward == CURVES[function][2]]
    if len(lost) > 4:
        axes.text(_log(lost).mean(), 0.9, "the answer is 0", fontsize=9, ha="center")


def _best(function, single, which):
    """The power of ten with the smallest error, and that error. which: 0 forward, 1 central."""
    error, h = min((step_errors(function, h, single)[which], h) for h in DECADES)
    return h, error


@styled
def error_valleys(function="exp"):
    """The error of both difference quotients at x = 1 over the step h, in float64 and in float32.

    function: "exp", "square" or "cube". Draws two panels with logarithmic axes and marks the best power of ten of each
    curve. Source: Goodfellow et al., Deep Learning, section 4.1 (rounding) and 11.5.
    """
    figure, panels = new_figure(7.2, 3.8, columns=2, sharey=True)
    sentences = []
    for axes, single in zip(panels, (False, True), strict=True):
        name = "float32" if single else "float64"
        _draw_valley(axes, function, single)
        words, best = [], []
        for which, (word, marker, colour) in enumerate((("forward", "o", "orange"), ("central", "s", "blue"))):
            h, error = _best(function, single, which)
            axes.plot(_log(h), _log(error), marker, color=COLOURS[colour], markersize=8)
            best.append(f"{word} {_power(h)}")
            words.append(f"{word} is best at h = {_power(h)} with an error of {_power(error)}")
        axes.set_title(f"{name}: about {7 if single else 16} digits\nbest power of ten: {', '.join(best)}", fontsize=9)
        sentences.append(f"In {name} {', '.join(words)}.")
    panels[0].set_ylabel(f"error of the slope of {CURVES[function][3]} at 1")
    figure.alt = (
        f"Error of the slope of {CURVES[function][0]} at x = 1 against the step h on logarithmic axes, from h = 1 down to 1e-16. "
        + " ".join(sentences)
    )
    return figure


@styled
def step_error(h=1e-2, function="exp", single=False):
    """A step h twice: as lines on the curve at x = 1, and as two points on the V of errors.

    h: step, 1e-16 to 1. function: "exp", "square" or "cube". single: compute in float32 instead of float64.
    Draws the curve with the lines through x = 1 that have the measured slopes, and the error of both over h.
    """
    figure, (left, right) = new_figure(7.2, 3.8, columns=2)
    name, f, true, short = CURVES[function]
    slopes, errors = _slopes(function, h, single), step_errors(function, h, single)
    line = np.linspace(0, 2, 21)
    y, h = f(START), float(h)
    left.plot(line, [f(float(x)) for x in line], color=COLOURS["grey"], linewidth=2.4)
    ends = np.array([0.0, 2.0])
    middle = (f(START + h) + f(START - h)) / 2  # where the central chord passes over x = 1
    left.plot(ends, y + true * (ends - START), color=COLOURS["grey"], linewidth=0.8)
    left.text(0.05, 7.7, f"tangent (thin) {true:.5f}")
    # the dashed line last: where both agree, the solid one shows through its gaps
    lines = (
        (slopes[1], "-", "blue", "central (solid)", middle, 6.1),
        (slopes[0], "--", "orange", "forward (dashed)", y, 6.9),
    )
    for slope, style, colour, word, height, place in lines:
        left.plot(ends, height + slope * (ends - START), style, color=COLOURS[colour])
        left.text(0.05, place, f"{word} {_number(slope, 5)}", color=COLOURS[colour])
    left.plot(START + h, f(START + h), "o", color=COLOURS["orange"], markersize=7)
    both = [START - h, START + h]
    left.plot(both, [f(place) for place in both], "s", color=COLOURS["blue"], markersize=10, fillstyle="none")
    left.plot(START, y, "D", color="black", markersize=5)
    left.set(xlabel="x", ylabel=f"{short} and its chords", xlim=(0, 2.05), ylim=(-2.5, 8.5))
    left.set(xticks=[0, 1, 2], yticks=[0, 4, 8])
    _draw_valley(right, function, single, powers=(-16, -8, 0))  # few: ticks take longest while a slider moves
    for error, marker, colour in zip(errors, "os", ("orange", "blue"), strict=True):
        right.plot(_log(h), _log(error), marker, color=COLOURS[colour], markersize=10, markeredgecolor="black")
    kind = "float32" if single else "float64"
    _fix_labels(left, left=-0.1)
    _fix_labels(right, left=-0.2 if _valley(function, False).all() else -0.28)
    found = f"forward {_power(errors[0])}, central {_power(errors[1])}"
    right.set_title(f"{kind}, h = {h:.1e}, errors:\n{found}", fontsize=9.5, y=1.0)
    right.set_ylabel("error of the slope")
    figure.alt = (
        f"At x = 1 of {name}, in {kind} with h = {h:.1e}: the forward difference gives slope {_number(slopes[0], 5)} "
        f"with an error of {_power(errors[0])}, the central difference {_number(slopes[1], 5)} with an error of "
        f"{_power(errors[1])}; the true slope is {true:.5f}."
    )
    return figure


# Two inputs

SURFACES = {
    "bowl": ("x₀² + x₁²", lambda x: x[0] ** 2 + x[1] ** 2),
    "valley": ("x₀²/20 + x₁²", lambda x: x[0] ** 2 / 20 + x[1] ** 2),
    "tilted bowl": ("x₀² + x₀·x₁ + x₁²", lambda x: x[0] ** 2 + x[0] * x[1] + x[1] ** 2),
}
DEGREES = np.arange(0, 361, 5)
WAYS = np.stack([np.cos(np.radians(DEGREES)), np.sin(np.radians(DEGREES))])  # one step long, in all directions


@functools.lru_cache
def _ring(function):
    """The contour line of height 1, shape (2, 145), ended by a gap.

    All surfaces here are sums of products of two coordinates: twice as far out is four times as high, so the line of
    height c is this one, times √c. (Matplotlib's contour() takes ten times as long and makes corners.)
    """
    angle = np.linspace(0, 2 * np.pi, 144)
    ways = np.stack([np.cos(angle), np.sin(angle)])
    return np.hstack([ways / np.sqrt(SURFACES[function][1](ways)), np.full((2, 1), np.nan)])


def _rings(axes, function, sizes):
    """Contour lines at the heights size², all as one line."""
    axes.plot(*np.hstack([size * _ring(function) for size in sizes]), color=COLOURS["grey"], linewidth=0.9)


def _grid(reach=5.0, points=41):
    return np.stack(np.meshgrid(np.linspace(-reach, reach, points), np.linspace(-reach, reach, points)))


def _solid(figure, place, function, reach, labels=True):
    """A three-dimensional panel with the surface. place: (rows, columns, number), as add_subplot takes it."""
    axes = figure.add_subplot(*place, projection="3d", computed_zorder=False)
    x0, x1 = grid = _grid(reach, 31)
    axes.plot_surface(
        x0, x1, SURFACES[function][1](grid), cmap=BLUES, edgecolor=COLOURS["grey"], linewidth=0.15, alpha=0.75, antialiased=True
    )
    axes.set(xlabel="x₀", ylabel="x₁", xticks=(-reach, 0, reach), yticks=(-reach, 0, reach))
    axes.view_init(elev=32, azim=-60)
    axes.tick_params(labelsize=8, pad=-2)
    axes.xaxis.labelpad = axes.yaxis.labelpad = -6
    axes.set_zlabel("f", labelpad=-6)
    axes.set_box_aspect(None, zoom=0.92)
    return axes


@styled
def partial_cuts(x0=3.0, x1=4.0, function="bowl"):
    """A surface, the two cuts through it at a point, and each cut as a curve of one variable with its tangent.

    x0, x1: the point, -5 to 5. function: "bowl", "valley" or "tilted bowl". The slopes of the tangents are the partial
    derivatives, measured with central differences.
    """
    figure, panels = new_figure(7.2, 3.4, columns=3, gridspec_kw={"width_ratios": [1.75, 1, 1]})
    place = panels[0].get_gridspec()[0]
    panels[0].remove()
    title, f = SURFACES[function]
    solid = _solid(figure, (place,), function, 5.0)
    point = np.array([x0, x1], dtype=float)
    slopes = numerical_gradient(f, point.copy())
    line = np.linspace(-5, 5, 61)
    height = f(point)
    cuts = [(np.array([line, np.full(61, x1)]), "orange", "-"), (np.array([np.full(61, x0), line]), "green", "--")]
    solid.set_title(title)
    for index, (cut, colour, style) in enumerate(cuts):
        solid.plot(*cut, f(cut), style, color=COLOURS[colour], linewidth=2.2)
        axes, moving, fixed = panels[1 + index], "₀₁"[index], "₁₀"[index]
        axes.plot(line, f(cut), style, color=COLOURS[colour])
        ends = point[index] + np.array([-2.0, 2.0])
        axes.plot(ends, height + slopes[index] * (ends - point[index]), color="black", linewidth=1.4)
        axes.plot(point[index], height, "D", color="black", markersize=6)
        axes.set(xlabel=f"x{moving}", xlim=(-6.8, 6.8), ylim=(-6, 62), xticks=[-5, 0, 5])
        axes.set_title(f"x{fixed} held at {_number(point[1 - index], 1)}\nslope {_number(slopes[index])}", fontsize=10)
    solid.plot(*[[value] for value in (x0, x1, height)], "D", color="black", markersize=6)
    panels[1].set_ylabel("f", rotation=0, labelpad=8)
    panels[2].set_yticklabels([])
    figure.alt = (
        f"The surface {title} and two cuts through it at ({_number(x0, 1)}, {_number(x1, 1)}). Along x₀, with x₁ held still, the "
        f"slope is {_number(slopes[0])}; along x₁, with x₀ held still, it is {_number(slopes[1])}."
    )
    return figure


@styled
def gradient_arrows(points, gradients, function="bowl"):
    """A surface of two inputs, and its contour lines with an arrow at each point.

    points: shape (N, 2). gradients: the arrows, shape (N, 2), such as numerical gradients; all drawn at
    one scale. function: "bowl", "valley" or "tilted bowl": the surface and the contour lines behind the arrows.
    """
    points, gradients = np.asarray(points, dtype=float), np.asarray(gradients, dtype=float)
    if points.ndim != 2 or points.shape[1] != 2 or points.shape != gradients.shape:
        raise ValueError(f"points and gradients must both have shape (N, 2), but they have {points.shape} and {gradients.shape}.")
    figure, panels = new_figure(7.2, 3.7, columns=2)
    place = panels[0].get_gridspec()[0]
    panels[0].remove()
    reach = max(1.0, float(np.abs(points).max()))
    title, f = SURFACES[function]
    _solid(figure, (place,), function, reach).set_title(title)
    axes = panels[1]
    edge = 1.25 * reach
    _rings(axes, function, edge * np.arange(1, 9) / 5)
    lengths = np.linalg.norm(gradients, axis=1)
    # the longest arrow is a sixth of the way to the outermost point, all others in proportion
    longest = max(lengths.max(initial=0.0), 1e-12)
    axes.quiver(
        *points.T, *gradients.T, color=COLOURS["orange"], angles="xy", scale_units="xy", scale=6 * longest / reach, width=0.006
    )
    still = lengths < 1e-6 * max(1.0, lengths.max(initial=0.0))
    axes.plot(*points[still].T, ".", color=COLOURS["blue"], markersize=4)
    axes.set(xlabel="x₀", ylabel="x₁", aspect="equal", xlim=(-edge, edge), ylim=(-edge, edge))
    axes.set_title("contour lines, and an arrow at each point", fontsize=10)
    axes.grid(False)
    true = np.array([numerical_gradient(f, point.copy()) for point in points])
    uphill = (np.sum(true * gradients, axis=1) > 1e-9).sum()
    figure.alt = (
        f"Left the surface {title}, right its contour lines with arrows at {len(points)} points: {uphill} of "
        f"them point uphill, {still.sum()} of them have length 0, the longest has length {lengths.max(initial=0.0):.2f}."
    )
    return figure


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
    axes.text(x, tip[1] + (1 if up else -1), word, color=COLOURS[colour], ha="center", va="center", fontsize=9, bbox=BOX)


@styled
def gradient_at(x0=3.0, x1=2.0, function="bowl"):
    """A point on the contour lines with its gradient, and the slope in every direction around it.

    x0, x1: the point, -4 to 4. function: "bowl", "valley" or "tilted bowl". Draws the gradient (uphill) and its negative
    (downhill), at a quarter of their length but at least 1.2 long, and on the right the slope that is measured when
    leaving the point in each direction, with the gradient's direction marked.
    """
    figure, (left, right) = new_figure(7.2, 3.7, columns=2)
    title, f = SURFACES[function]
    point = np.array([x0, x1], dtype=float)
    gradient = numerical_gradient(f, point.copy())
    length = float(np.linalg.norm(gradient))
    _rings(left, function, (1, 2, 3, 4, 5, 6, 7, 8))
    left.plot(*(np.sqrt(f(point)) * _ring(function)), ":", color=COLOURS["blue"], linewidth=2)
    if length > 1e-6:
        _arrow(left, point, gradient, "-", "orange", "uphill")
        _arrow(left, point, -gradient, (0, (2, 1)), "green", "downhill")
    left.plot(x0, x1, "D", color=COLOURS["blue"], markersize=5)
    left.set(xlabel="x₀", ylabel="x₁", aspect="equal", xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE))
    left.set(xticks=[-4, 0, 4], yticks=[-4, 0, 4])
    left.set_title(f"f = {title} = {_number(f(point))}", fontsize=10, y=1.0)
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
            right.text(np.clip(angle, 35, 325), height, word, color=COLOURS[colour], ha="center", fontsize=9)
        right.text(180, 24, "o: along the contour line, slope 0", color=COLOURS["blue"], ha="center", fontsize=9)
    right.set(xlabel="direction in degrees (0 right, 90 up)", ylabel="slope in that direction", xticks=[0, 90, 180, 270])
    right.set(xlim=(-8, 368), ylim=(-23, 27), yticks=[-10, 0, 10])
    _fix_labels(left)
    _fix_labels(right)
    right.set_title(f"gradient ({_number(gradient[0])}, {_number(gradient[1])}), length {_number(length)}", fontsize=10, y=1.0)
    figure.alt = (
        f"On the contour lines of {title}, at ({_number(x0, 1)}, {_number(x1, 1)}), the gradient is ({_number(gradient[0])}, "
        f"{_number(gradient[1])}). The steepest slope measured around the point is {_number(slopes.max())}, "
        f"the gradient's length {_number(length)}."
    )
    return figure
