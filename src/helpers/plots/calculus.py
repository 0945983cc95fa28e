"""Figures of lesson 05: chords, tangents, and the error of a difference quotient. Those of two inputs are in gradients.py."""

import functools
from decimal import Decimal
from itertools import cycle

import numpy as np

from helpers.gradient import numerical_diff
from helpers.plots.base import fixed_panels, new_figure, styled
from helpers.plots.ink import BOX, COLOURS, SMALL, dress, number, size, text
from helpers.plots.labels import at_ends

START = 1.0
STEPS = 10.0 ** np.arange(-16, 0.01, 0.25)
DECADES = [float(f"1e-{power}") for power in range(17)]
NOTHING = 1e-18  # where an error of exactly 0 is drawn: a logarithmic axis has no 0


def _power(value):
    """An error or a step with its power of ten: 7e-9, 1e-2."""
    return size(value, 1, least=1)


def _ride(t):
    """Kilometres after t minutes of a ride of 2 km in 10 minutes that starts and ends at rest."""
    u = t / 10
    return 2 * (3 * u * u - 2 * u * u * u)


@styled
def average_speed(start=2.0, steps=(4.0, 2.0, 1.0, 0.25)):
    """The distance of a ride of 2 km in 10 minutes over time, with chords whose slopes are average speeds, and the tangent.

    start: minute at which every interval begins, 0 to 6. steps: lengths of the intervals in minutes, longest first.
    """
    figure, axes = new_figure(7.0, 3.8)
    t = np.linspace(0, 10, 201)
    axes.plot(t, _ride(t), color=COLOURS["blue"], linewidth=2.4)
    axes.text(6.9, _ride(7.6) + 0.03, "distance", color=text("blue"), ha="right")
    here, styles, speeds = _ride(start), cycle(["-.", "--", (0, (12, 3)), ":", (0, (1, 4))]), []
    names = []
    for step, dashes in zip(steps, styles, strict=False):
        slope = (_ride(start + step) - here) / step
        end = here + slope * (10 - start)  # of the chord, at the right edge
        axes.plot([start, 10], [here, end], color=COLOURS["orange"], linewidth=1.3, linestyle=dashes)
        axes.plot(start + step, _ride(start + step), "o", color=COLOURS["orange"], markersize=5, zorder=3)
        names.append((10, end, f"over {step:g} min: {60 * slope:.1f} km/h", "orange"))
        speeds.append(f"{60 * slope:.1f} km/h over {step:g} min")
    slope = 6 * 2 / 10 * (start / 10) * (1 - start / 10)
    ends = [here - slope * start, here + slope * (10 - start)]
    axes.plot([0, 10], ends, color=COLOURS["green"])
    names.append((10, ends[1], f"at the moment itself:\n{60 * slope:.1f} km/h", "green"))
    axes.plot(start, here, "D", color=COLOURS["green"], markersize=7)
    axes.set(xlabel="time x (minutes)", ylabel="distance s (km)", xlim=(0, 10), ylim=(-0.25, 2.5))
    at_ends(axes, names)
    chords = f"chords that all begin at {start:g} minutes. Their slopes are average speeds: {', '.join(speeds)}"
    return figure.saying(f"Distance over time with {chords}. They turn into the tangent, whose slope is {60 * slope:.1f} km/h.")


def _parabola(x):
    return 0.01 * x * x + 0.1 * x


@styled
def tangent(x=5.0, h=4.0):
    """The curve 0.01x² + 0.1x with its tangent at x, its intercept, and the forward and the central chord that step h makes.

    x: where the tangent touches, 0 to 20. h: step, above 0 and up to 4.
    """
    figure, (axes,) = fixed_panels(7.0, 4.0, (0.075, 0.13, 0.69, 0.84))  # room for the names, whatever their numbers
    line, ends = np.linspace(-4, 25, 59), np.array([-4.0, 25.0])
    y, slope = _parabola(x), 0.02 * x + 0.1
    forward, central = (_parabola(x + h) - y) / h, numerical_diff(_parabola, x, h)
    intercept = y - slope * x
    axes.plot([0, 0], [-5.3, 7.2], color=COLOURS["grey"], linewidth=0.8)  # the vertical axis, up to the words
    axes.plot(line, _parabola(line), color=COLOURS["blue"], linewidth=2.4)
    axes.plot(ends, intercept + slope * ends, color=COLOURS["green"])
    axes.plot(ends, y + forward * (ends - x), "--", color=COLOURS["orange"])
    below, above = x - h, x + h
    chord = (_parabola(above) + _parabola(below)) / 2 + central * (ends - x)
    axes.plot(ends, chord, ":", color=COLOURS["pink"])
    axes.plot(above, _parabola(above), "o", color=COLOURS["orange"], markersize=6)
    axes.plot([below, above], _parabola(np.array([below, above])), "s", color=COLOURS["pink"], markersize=9, fillstyle="none")
    axes.plot(x, y, "D", color=COLOURS["green"], markersize=7)
    axes.plot(0, intercept, "X", color=COLOURS["green"], markersize=8)
    axes.text(0.5, intercept - 0.75, f"meets the axis at {number(intercept)}", color=text("green"), va="center", bbox=BOX)
    axes.set(xticks=range(0, 26, 5), yticks=range(-4, 9, 4), xlim=(-4, 25), ylim=(-5.3, 9))
    axes.set(xlabel="x", ylabel="f(x) = 0.01x² + 0.1x")
    axes.text(-3.5, 8.3, f"slopes at x = {x:g} with h = {h:g}", va="center")
    slopes = (slope, "tangent", "green"), (forward, "forward chord", "orange"), (central, "central chord", "pink")
    heights = (intercept + slope * 25, y + forward * (25 - x), chord[1])
    names = [(25, end, f"{name}: {number(it, 4)}", shade) for end, (it, name, shade) in zip(heights, slopes, strict=True)]
    at_ends(axes, names)
    line = f"its tangent has slope {number(slope, 4)} and meets the vertical axis at {number(intercept)}"
    chords = f"the forward chord has slope {number(forward, 4)}, the central chord {number(central, 4)}"
    return figure.saying(f"The curve 0.01x² + 0.1x. At x = {x:g} {line}. With h = {h:g} {chords}.")


@functools.lru_cache(maxsize=4096, typed=True)
def _exp(x):
    return type(x)(float(Decimal(float(x)).exp()))  # to 28 digits, then rounded: the same on every computer


CURVES = {
    "exp": ("e^x", _exp, np.e, "eˣ"),
    "square": ("x squared", lambda x: x * x, 2.0, "x²"),
    "cube": ("x cubed", lambda x: x * x * x, 3.0, "x³"),
}


def _slopes(function, h, single=False):
    """Forward and central difference at 1, every operation in float32 or float64. Returns two floats."""
    kind = np.float32 if single else np.float64
    f, x, h = CURVES[function][1], kind(START), kind(h)
    forward = (f(x + h) - f(x)) / h
    central = (f(x + h) - f(x - h)) / (kind(2) * h)
    return float(forward), float(central)


def step_errors(function="exp", h=1e-4, single=False):
    """How far the forward and the central difference at x = 1 are from the slope. Returns two floats.

    function: "exp", "square" or "cube". h: step. single: compute in float32 instead of float64.
    """
    return tuple(abs(slope - CURVES[function][2]) for slope in _slopes(function, h, single))


@functools.lru_cache
def _valley(function, single):
    return np.array([step_errors(function, float(h), single) for h in STEPS]).T


def _log(values):
    """Where values stand on the V's axes: their powers of ten. (Matplotlib's own logarithmic axes take twice as long.)"""
    return np.log10(np.maximum(values, NOTHING))


def _draw_valley(axes, function, single, powers=(-16, -12, -8, -4, 0), nothing="exactly 0"):
    forward, central = _valley(function, single)
    axes.plot(_log(STEPS), _log(forward), "--", color=COLOURS["orange"])
    axes.plot(_log(STEPS), _log(central), color=COLOURS["blue"])
    zeros = not _valley(function, False).all()  # exact answers happen, with x²
    ticks = [-16, -12, -8, -4, 0] if zeros else [-12, -8, -4, 0]
    axes.set_xticks(powers, [f"1e{power}" if power else "1" for power in powers])
    axes.set_yticks([-18] * zeros + ticks, [nothing] * zeros + [f"1e{tick}" if tick else "1" for tick in ticks])
    axes.set(xlim=(-16.5, 0.5), ylim=(-19 if zeros else -12.7, 2), xlabel="step h")
    axes.text(*((-2.8, -0.5) if single else (-5.2, -2.2)), "forward", color=text("orange"), ha="center")
    axes.text(*((-3.2, -10) if zeros else (-2.6, -7 if single else -10.8)), "central", color=text("blue"), ha="center")
    lost = STEPS[forward == CURVES[function][2]]
    if len(lost) > 4:
        axes.text(_log(lost).mean(), 0.9, "the answer is 0", fontsize=SMALL, ha="center")


@styled
def error_valleys(function="exp"):
    """The error of both difference quotients at x = 1 over the step h, in float64 and float32, the best powers of ten marked.

    function: "exp", "square" or "cube". Source: Goodfellow et al., Deep Learning, section 4.1 (rounding) and 11.5.
    """
    figure, panels = new_figure(7.2, 3.8, columns=2, sharey=True)
    sentences = []
    for axes, single in zip(panels, (False, True), strict=True):
        name = "float32" if single else "float64"
        _draw_valley(axes, function, single)
        words, best = [], []
        for which, (word, marker, colour) in enumerate((("forward", "o", "orange"), ("central", "s", "blue"))):
            error, h = min((step_errors(function, h, single)[which], h) for h in DECADES)
            axes.plot(_log(h), _log(error), marker, color=COLOURS[colour], markersize=8)
            best.append(f"{word} {_power(h)}")
            words.append(f"{word} is best at h = {_power(h)} with an error of {_power(error)}")
        axes.set_title(f"{name}: about {7 if single else 16} digits\nbest power of ten: {', '.join(best)}", fontsize=SMALL)
        sentences.append(f"In {name} {', '.join(words)}.")
    panels[0].set_ylabel(f"error of the slope of {CURVES[function][3]} at 1")
    what = f"Error of the slope of {CURVES[function][0]} at x = 1 against the step h on logarithmic axes"
    return figure.saying(f"{what}, from h = 1 down to 1e-16. {' '.join(sentences)}")


@styled
def step_error(h=1e-2, function="exp", single=False):
    """A step h twice: as lines with the measured slopes on the curve at x = 1, and as two points on the V of errors.

    h: step, 1e-16 to 1. function: "exp", "square" or "cube". single: compute in float32 instead of float64.
    """
    figure, (left, right) = new_figure(7.2, 3.8, columns=2)
    name, f, true, short = CURVES[function]
    slopes, errors = _slopes(function, h, single), step_errors(function, h, single)
    line, ends = np.linspace(0, 2, 21), np.array([0.0, 2.0])
    y, h = f(START), float(h)
    left.plot(line, [f(float(x)) for x in line], color=COLOURS["grey"], linewidth=2.4)
    middle = (f(START + h) + f(START - h)) / 2  # where the central chord passes over x = 1
    left.plot(ends, y + true * (ends - START), color=COLOURS["grey"], linewidth=0.8)
    left.text(0.05, 7.7, f"tangent (thin) {true:.5f}")
    # the dashed line last: where both agree, the solid one shows through its gaps
    for slope, style, colour, word, height, place in (
        (slopes[1], "-", "blue", "central (solid)", middle, 6.1),
        (slopes[0], "--", "orange", "forward (dashed)", y, 6.9),
    ):
        left.plot(ends, height + slope * (ends - START), style, color=COLOURS[colour])
        left.text(0.05, place, f"{word} {number(slope, 5)}", color=text(colour))
    left.plot(START + h, f(START + h), "o", color=COLOURS["orange"], markersize=7)
    both = [START - h, START + h]
    left.plot(both, [f(place) for place in both], "s", color=COLOURS["blue"], markersize=10, fillstyle="none")
    left.plot(START, y, "D", color="black", markersize=5)
    settings = {"xlim": (0, 2.05), "ylim": (-2.5, 8.5), "xticks": [0, 1, 2], "yticks": [0, 4, 8]}
    dress(left, places=(-0.1, -0.13), xlabel="x", ylabel=f"{short} and its chords", **settings)
    _draw_valley(right, function, single, powers=(-16, -8, 0), nothing="0")  # few: ticks take time
    for error, marker, colour in zip(errors, "os", ("orange", "blue"), strict=True):
        right.plot(_log(h), _log(error), marker, color=COLOURS[colour], markersize=10, markeredgecolor="black")
    kind = "float32" if single else "float64"
    title = f"{kind}, h = {h:.1e}, errors:\nforward {_power(errors[0])}, central {_power(errors[1])}"
    dress(right, title, SMALL, (-0.2, -0.13), ylabel="error of the slope")
    forward, central = (f"{number(s, 5)} with an error of {_power(e)}" for s, e in zip(slopes, errors, strict=True))
    found = f"the forward difference gives slope {forward}, the central difference {central}; the true slope is {true:.5f}"
    return figure.saying(f"At x = 1 of {name}, in {kind} with h = {h:.1e}: {found}.")
