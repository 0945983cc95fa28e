"""Figures of lesson 04: distances to a line, surprise, accuracy beside loss, being sure and wrong, over-fitting."""

import functools

import numpy as np
from matplotlib.collections import PolyCollection
from numpy.polynomial import Polynomial

from helpers.functions import half_squared_error, mean_squared_error, sum_squared_error
from helpers.plots.base import new_figure, styled
from helpers.plots.ink import COLOURS, SMALL, TEXT, TITLE, dress, number, percent, text

DEGREES = 10  # polynomials of degree 0 to 9
FLOOR = 1e-4  # a training error of nothing but rounding is drawn here: a logarithmic axis has no 0


@styled
def line_and_distances(x, t, slope, intercept):
    """Points, a line, and the squares over the distances between them: sides are errors. The view grows with the squares.

    x, t: the points, (N,), inside 0..6 and 0..5. slope, intercept: of the line, whose predictions are slope * x + intercept.
    """
    x, t = np.asarray(x, dtype=float), np.asarray(t, dtype=float)
    y = slope * x + intercept
    figure, (axes, names) = new_figure(7.0, 4.0, 1, 2, width_ratios=[2.2, 1])
    low, side = np.minimum(y, t), np.abs(y - t)
    floor = min(0.0, np.floor(low.min()))
    wanted = max(np.max(x + side) / 6, (max(5.0, y.max()) - floor) / 5)
    zoom = next((zoom for zoom in (1, 1.5, 2, 3) if wanted <= zoom), np.ceil(wanted))  # few, so that it seldom jumps
    ends = np.array([0.0, 6.0 * zoom])
    squares = [[(a, b), (a, b + s), (a + s, b + s), (a + s, b)] for a, b, s in zip(x, low, side, strict=True)]
    axes.add_collection(PolyCollection(squares, facecolor=COLOURS["sky"], edgecolor=COLOURS["blue"], alpha=0.35))
    axes.plot(ends, slope * ends + intercept, color=COLOURS["green"])
    axes.plot(np.stack([x, x]), np.stack([y, t]), "--", color=COLOURS["orange"])
    axes.plot(x, t, "o", color="black", markersize=7 / zoom**0.5)
    ticks = {"xticks": np.arange(0, ends[1] + 1, np.ceil(zoom)), "yticks": np.arange(floor, floor + 5 * zoom + 1, np.ceil(zoom))}
    settings = {"xlabel": "x", "ylabel": "t and y", "aspect": "equal", **ticks}
    dress(axes, places=(-0.08, -0.11), xlim=ends, ylim=(floor, floor + 5 * zoom), **settings)
    formula, errors = f"y = {number(slope)} x + {number(intercept)}", number(np.sum(y - t))
    total, half, mean = (number(f(y, t), 3) for f in (sum_squared_error, half_squared_error, mean_squared_error))
    names.text(0, 0.99, "dots: the targets t", va="top", fontsize=TEXT)
    names.text(0, 0.92, f"line: {formula}", va="top", fontsize=TEXT, color=text("green"))
    words = f"sum of the errors\n{errors}\n\nsum of squared errors\n{total}\n\n"
    words += f"half squared error\n{half}\n\nmean squared error\n{mean}"
    names.text(0, 0.79, words, va="top", fontsize=TEXT, linespacing=1.35)
    names.axis("off")
    sums = f"The errors add up to {errors}, the areas to {total}; half of that is {half}, the mean {mean}"
    return figure.saying(f"{len(x)} points and the line {formula}, with a square over each distance. {sums}.")


@styled
def surprise(p=0.5, q=0.25):
    """The curve of -log p, and the surprises of two independent events, 0 < p, q <= 1, beside the surprise of both together."""
    figure, (left, right) = new_figure(7.0, 3.3, 1, 2, width_ratios=[2, 1], sharey=True)
    line = np.geomspace(0.002, 1, 120)
    left.plot(line, -np.log(line), color=COLOURS["blue"])
    settings = {"xlim": (-0.02, 1.03), "ylim": (0, 6.2), "xticks": [0, 0.5, 1], "yticks": [0, 2, 4, 6]}
    words = {"xlabel": "probability of what happened", "ylabel": "surprise −log p (nats)"}
    dress(left, places=(-0.08, -0.11), **words, **settings)
    marks = {"p": (p, "o", "orange"), "q": (q, "s", "green"), "p · q": (p * q, "D", "pink")}
    for name, (value, marker, colour) in marks.items():
        label = f"{name} = {value:.3g}: surprise {number(-np.log(value))}"
        size = 12 if name == "p" else 8  # seen behind q when both are equal
        left.plot(value, -np.log(value), marker, color=COLOURS[colour], markersize=size, label=label, clip_on=False)
    left.legend(loc="upper right")  # a legend: under the sliders the three marks may lie on each other
    a, b, both = -np.log(p), -np.log(q), -np.log(p * q)
    right.bar([0, 0], [a, b], bottom=[0, a], width=0.6, color=[COLOURS["orange"], COLOURS["green"]])
    right.bar([1], [both], width=0.6, color=COLOURS["pink"])
    right.set(xlim=(-0.6, 1.6), xticks=[0, 1], xticklabels=["p, q on top", "p · q"])
    right.grid(axis="x", visible=False)
    two = f"Probabilities {p:.3g} and {q:.3g} have surprises {number(a)} and {number(b)}"
    product = f"their product {p * q:.3g} has surprise {number(both)}, the sum of the two"
    return figure.saying(f"The falling curve of minus log p. {two}; {product}.")


def _along_one_weight(z1, W2, b2, t, unit, digit, values):
    """Accuracy and mean cross-entropy for each of the values of W2[unit, digit]. values: (V,). Returns two arrays (V,).

    Only the scores of one digit move, so the other nine are worked out once: a slider has no time for V softmaxes.
    """
    scores = z1 @ W2 + b2
    moved = scores[:, digit] + (values[:, None] - W2[unit, digit]) * z1[:, unit]  # (V, N)
    others = np.delete(scores, digit, axis=1)
    names = np.delete(np.arange(scores.shape[1]), digit)
    best = others.max(axis=1)
    rest = best + np.log(np.sum(np.exp(others - best[:, None]), axis=1))  # log of the sum of the others' exponentials
    is_digit = t == digit
    right = np.where(is_digit, moved > best, (names[others.argmax(axis=1)] == t) & (moved <= best))
    own = np.where(is_digit, moved, scores[np.arange(len(t)), t])
    return right.mean(axis=1), np.mean(np.logaddexp(rest, moved) - own, axis=1)


@styled
def one_weight(z1, W2, b2, t, unit, digit, value=None, width=3.0):
    """Accuracy and loss of a network while one weight of its last layer, W2[unit, digit], takes other values and all else stays.

    z1: outputs of the hidden layer, (N, M). W2, b2: the last layer, (M, K) and (K,). t: labels, (N,). value: where the window
    has its middle, the weight's own value unless given. width: the window reaches this far to both sides.
    """
    value = float(W2[unit, digit]) if value is None else value
    values = np.append(np.linspace(value - width, value + width, 121), value)
    accuracy, losses = _along_one_weight(z1, W2, b2, np.asarray(t), unit, digit, values)
    (accuracy, here), (losses, loss_here), values = np.split(accuracy, [-1]), np.split(losses, [-1]), values[:-1]
    figure, (left, right) = new_figure(7.0, 3.0, 1, 2)
    steps = int(np.count_nonzero(np.diff(accuracy)))
    jumps, weight = f"share read correctly: {steps} jump{'s' * (steps != 1)}", f"weight from hidden unit {unit} to digit {digit}"
    for axes, curve, point, colour, style, least, title in (
        (left, accuracy, here, "orange", "steps-mid", 0.02, jumps),
        (right, losses, loss_here, "blue", "default", 1e-6, "cross-entropy (nats): no jumps"),
    ):
        axes.plot(values, curve, color=COLOURS[colour], drawstyle=style)
        axes.plot(value, point, "D", color="black", markersize=6)
        room = max(0.12 * np.ptp(curve), least)
        # few ticks, and none at an end: under a slider each costs time, and the layout has no room for one that sticks out
        across, up = value + width * np.array([-0.8, 0, 0.8]), np.unique([curve.min(), curve.max()])
        axes.set_xticks(across, map(number, across))
        axes.set_yticks(up, [number(height, 4) for height in up])
        limits = {"xlim": (value - width, value + width), "ylim": (curve.min() - room, curve.max() + room)}
        dress(axes, title, TITLE, (0, -0.13), xlabel=weight, **limits)
    curves = f"Left the accuracy, flat with {steps} jumps, right the loss, a smooth curve"
    goes = f"while the {weight} goes from {number(value - width)} to {number(value + width)}"
    middle = f"at {number(value)}, the accuracy is {percent(here[0], 1)} and the loss {number(loss_here[0], 3)}"
    return figure.saying(f"{curves}, {goes}. In the middle, {middle}.")


def sure_and_wrong_losses(d):
    """Cross-entropy and half squared error of softmax over two scores. d: right score minus wrong one. Returns two floats."""
    wrong = np.exp(-np.logaddexp(0, d))  # the probability of the wrong class
    return float(np.logaddexp(0, -d)), float(wrong**2)


@styled
def sure_and_wrong(d=-6.0):
    """Cross-entropy and half squared error over the right score minus the wrong one, -8 (sure and wrong) to 4, tangents at d."""
    line, near = np.linspace(-8, 4, 97), np.array([-1.0, 1.0])
    curves = np.array([sure_and_wrong_losses(x) for x in line]).T
    here, wrong = sure_and_wrong_losses(d), np.exp(-np.logaddexp(0, d))
    slopes = (-wrong, -2 * wrong**2 * (1 - wrong))
    figure, axes = new_figure(7.0, 3.6)
    axes.axvspan(-8, 0, color="#F3F3F3")
    axes.text(-7.8, 0.12, "wrong and sure", fontsize=SMALL)
    axes.text(3.9, 0.62, "right and sure", fontsize=SMALL, ha="right")
    styles = [("cross-entropy", "blue", "-", "o", (-4.7, 5.2)), ("half squared error", "orange", "--", "s", (-7.8, 1.3))]
    for (name, colour, style, marker, place), curve, point, slope in zip(styles, curves, here, slopes, strict=True):
        label = f"{name} {number(point)}, slope {number(slope, 3)}"
        axes.plot(line, curve, style, color=COLOURS[colour], lw=2.2)
        axes.text(*place, label, color=text(colour))
        axes.plot(d + near, point + slope * near, color="black", linewidth=1.2)
        axes.plot(d, point, marker, color=COLOURS[colour], markersize=8)
    settings = {"xlabel": "score of the right class − score of the wrong class", "ylabel": "loss"}
    dress(axes, places=(-0.06, -0.11), **settings, xlim=(-8, 4), ylim=(-0.3, 9))
    entropy, squared = (f"{number(y)} with slope {number(slope, 3)}" for y, slope in zip(here, slopes, strict=True))
    at = f"At {number(d, 1)} the right class has probability {1 - wrong:.4f}"
    found = f"cross-entropy is {entropy}, the half squared error {squared}"
    return figure.saying(f"Two losses over the difference of two scores. {at}; {found}.")


@functools.lru_cache(maxsize=64)
def _fits(train, val):
    """Polynomials of every degree through the training points, with their errors on both parts."""
    (x, t), (x_val, t_val) = (np.array(part) for part in (train, val))
    fits = [Polynomial.fit(x, t, degree, domain=[-1, 1]) for degree in range(DEGREES)]
    return fits, [mean_squared_error(f(x), t) for f in fits], [mean_squared_error(f(x_val), t_val) for f in fits]


@styled
def over_fitting(degree, train, val, truth=None):
    """The least-squares polynomial of a degree, 0 to 9, through ten points, beside the errors of all degrees.

    train, val: pairs of arrays (x, t), x in -1..1; ten training points. truth: (intercept, slope) of the line behind, or None.
    """
    fits, train_errors, val_errors = _fits(*(tuple(map(tuple, np.asarray(part, dtype=float))) for part in (train, val)))
    figure, (left, right) = new_figure(7.0, 3.5, 1, 2, width_ratios=[1.15, 1])
    line = np.linspace(-1, 1, 161)
    if truth is not None:
        left.plot([-1, 1], [truth[0] - truth[1], truth[0] + truth[1]], ":", color=COLOURS["grey"])
    left.plot(line, fits[degree](line), color=COLOURS["green"])
    left.plot(*train, "s", color=COLOURS["orange"], markersize=6)
    left.plot(*val, "o", color=COLOURS["blue"], markersize=4.5, markerfacecolor="white")
    title = f"solid: degree {degree}{'' if truth is None else ', dotted: the line behind'}"
    settings = {"xlim": (-1.05, 1.05), "ylim": (-0.7, 2.1), "xticks": [-1, 0, 1], "yticks": [0, 2]}  # each tick costs time
    dress(left, title, TITLE, (-0.08, -0.11), xlabel="x", ylabel="t", **settings)
    at = np.arange(DEGREES)
    right.plot(at, np.log10(np.maximum(train_errors, FLOOR)), "--s", color=COLOURS["orange"], markersize=5)
    right.plot(at, np.log10(val_errors), "-o", color=COLOURS["blue"], markersize=5, markerfacecolor="white")
    right.text(2.6, -2.1, "training", color=text("orange"), ha="center")  # a legend takes three times as long to draw
    right.text(4.4, -1.05, "validation", color=text("blue"), ha="center")
    right.axvline(degree, color=COLOURS["green"], linewidth=6, alpha=0.25)
    right.set_yticks(range(-4, 1), ["below\n0.0001", "0.001", "0.01", "0.1", "1"])
    settings = {"xlabel": "degree", "ylabel": "mean squared error", "xticks": [1, 5, 9], "ylim": (-4.25, 0.9)}
    dress(right, places=(-0.2, -0.11), **settings)
    shown = f"{train_errors[degree]:.4f}" if train_errors[degree] >= FLOOR else "below 0.0001"
    points = f"A polynomial of degree {degree} with ten training points and {len(val[0])} validation points"
    errors = f"{shown} on training points and {val_errors[degree]:.4f} on validation points"
    best = f"the validation error is lowest at degree {int(np.argmin(val_errors))}"
    return figure.saying(f"{points}. Its mean squared error is {errors}. Over the degrees the training error only falls; {best}.")
