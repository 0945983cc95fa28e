"""Figures of lesson 03: activation functions, what they make of a neuron and of the plane, three ways to end a network."""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import ListedColormap

from helpers.functions import identity, relu, sigmoid, softmax, step, tanh
from helpers.plots.base import fixed_panels, new_figure, styled
from helpers.plots.ink import COLOURS, DARK, SMALL, TEXT, TINT, TITLE, dress, number, short, signed, subscripts, text
from helpers.plots.labels import at_ends
from helpers.plots.plane import HIGH, INPUTS, LOW, XOR, draw_dots

ACTIVATIONS = {"step": step, "sigmoid": sigmoid, "tanh": tanh, "ReLU": relu, "identity": identity}
STYLES = [("blue", "-"), ("orange", "--"), ("green", "-."), ("pink", ":"), ("grey", (0, (6, 2, 1, 2, 1, 2)))]
PAPER = ListedColormap(["white", TINT])


@styled
def curves(x, lines, xlabel, ylabel):
    """Several curves over the same x. x: (P,). lines: {name: (P,)}, at most five. xlabel, ylabel: words at the axes."""
    figure, axes = new_figure(6.6, 3.0)
    for y, (colour, style) in zip(lines.values(), STYLES, strict=False):
        axes.plot(x, y, color=COLOURS[colour], linestyle=style, linewidth=2)
    axes.set(xlabel=subscripts(xlabel), ylabel=subscripts(ylabel), xlim=(x[0], x[-1]))
    at_ends(axes, [(x[-1], y[-1], name, look[0]) for (name, y), look in zip(lines.items(), STYLES, strict=False)])
    said = [f"{name} from {number(y[0])} to {number(y[-1])}" for name, y in lines.items()]
    return figure.saying(f"{ylabel} against {xlabel}, from {short(x[0])} to {short(x[-1])}: {'; '.join(said)}.")


@styled
def activation_curves():
    """Step, sigmoid, tanh and ReLU in one picture, from -4 to 4."""
    a = np.linspace(-4, 4, 401)
    (figure, axes), said = new_figure(7.0, 3.5), []
    places = {"step": (2.6, 1.05), "sigmoid": (2.2, 0.78), "tanh": (-3.4, -0.9), "ReLU": (1.9, 2.1)}
    for (name, at), (colour, style) in zip(places.items(), STYLES, strict=False):
        y = ACTIVATIONS[name](a)
        if name == "step":  # two strokes: it jumps, so nothing joins them
            y = np.where(np.abs(a) < 0.005, np.nan, y)
        axes.plot(a, y, color=COLOURS[colour], linestyle=style, linewidth=2)
        va = "top" if name == "sigmoid" else "bottom"
        axes.text(*at, name, color=text(colour), weight="bold", va=va, ha="right" if name == "ReLU" else "left")
        said.append(f"{name} {', '.join(number(ACTIVATIONS[name](np.array(v))) for v in (-4.0, 0.0, 4.0))}")
    axes.plot(0, 0, "o", color=COLOURS["blue"], markersize=5)
    axes.set(xlabel="sum a", ylabel="activation z = h(a)", ylim=(-1.2, 2.7), xlim=(-4, 4))
    return figure.saying(f"Four activation functions at a = \u22124, 0 and 4: {'; '.join(said)}.")


@styled
def neuron_curve(activation="sigmoid", w=1.0, b=0.0, x=1.0):
    """The answer of one neuron with one input, z = h(w x + b), for every x, and the point at one of them, from -5 to 5.

    activation: a name in ACTIVATIONS. w, b: weight and bias. The thin grey curve is the same function with w = 1 and b = 0.
    """
    h = ACTIVATIONS[activation]
    figure, (axes,) = fixed_panels(6.4, 3.3, (0.09, 0.15, 0.88, 0.74))
    xs = np.linspace(-5, 5, 401)
    a = w * x + b
    z = float(h(np.array(a)))
    axes.plot(xs, h(xs), color=COLOURS["grey"], linewidth=1.5, linestyle=":")
    axes.plot(xs, h(w * xs + b), color=COLOURS["blue"], linewidth=2.2)
    axes.plot([x, x, -5], [-1.5, z, z], color=COLOURS["orange"], linewidth=1, linestyle="--")
    axes.plot(x, np.clip(z, -1.5, 3), "o", color=COLOURS["orange"], markersize=8, clip_on=False)
    axes.set_ylabel("z", rotation=0)
    title = f"a = {short(w)} \u00b7 {short(x)} {signed(b)} = {short(a)}     z = {activation}(a) = {number(z, 3)}"
    dress(axes, title, xlim=(-5, 5), ylim=(-1.5, 3), xticks=range(-4, 5, 2), yticks=range(-1, 4), xlabel="input x")
    left, right = (number(end, 3) for end in h(np.array([b - 5 * w, b + 5 * w])))
    neuron = f"a neuron with {activation}, weight {short(w)} and bias {short(b)}"
    here = f"At x = {short(x)} the sum is {short(a)} and the answer {number(z, 3)}"
    return figure.saying(f"The answer of {neuron}. {here}; at x = \u22125 it is {left}, at x = 5 {right}.")


@styled
def plane_regions(panels):
    """Where networks with two inputs give a score over 0, side by side, with the four points of XOR.

    panels: {title: function}; a function takes points, shape (N, 2), and returns scores, shape (N,).
    The digits are what XOR wants; those that the network gets wrong stand in a diamond.
    """
    figure, grid = new_figure(7.0, 7.0 / len(panels) + 0.45, 1, len(panels), squeeze=False)
    ticks, said = np.linspace(LOW, HIGH, 241), []
    points = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    for axes, (title, scores) in zip(grid[0], panels.items(), strict=True):
        s = scores(points)
        plane = np.column_stack([points, np.ones(len(points))])
        away = s - plane @ np.linalg.lstsq(plane, s, rcond=None)[0]
        straight = np.abs(away).max() < 1e-6 * np.abs(s).max()
        s = s.reshape(241, 241)
        axes.imshow(s > 0, cmap=PAPER, vmin=0, vmax=1, origin="lower", extent=(LOW, HIGH, LOW, HIGH), interpolation="nearest")
        axes.contour(ticks, ticks, s, [0], colors=DARK, linewidths=1.6)
        axes.grid(visible=False)
        dress(axes, title, xlim=(LOW, HIGH), ylim=(LOW, HIGH), aspect="equal", xticks=(0, 1), yticks=(0, 1), xlabel="x₁")
        right = _xor_dots(axes, scores(INPUTS.astype(float)))
        said.append(f"{title}: {'one straight border' if straight else 'a bent border'}, {right} of 4 right")
    grid[0, 0].set_ylabel("x₂", rotation=0)
    return figure.saying(f"Where networks answer 1, and the four points of XOR. {'. '.join(said)}.")


@styled
def bent_regions(activation="ReLU", b1=0.0, b2=-1.0, v1=1.0, v2=-2.0):
    """A network of two layers on XOR: its regions in the plane, and its score along the diagonal.

    Two hidden units see the same q = x1 + x2, with biases b1 and b2; the score is v1 h(q + b1) + v2 h(q + b2) - 0.5, and
    the answer is 1 where it is over 0. activation: a name in ACTIVATIONS.
    """
    h = ACTIVATIONS[activation]

    def score(q):
        return np.round(v1 * h(q + b1) + v2 * h(q + b2) - 0.5, 9)

    figure, (left, right) = fixed_panels(7.0, 3.5, (0.06, 0.14, 0.37, 0.74), (0.55, 0.14, 0.43, 0.74))
    q = np.linspace(-1.2, 3.2, 1761)
    s = score(q)
    turns = np.flatnonzero(np.diff(s > 0, prepend=False, append=False))  # where it begins to be over 0, where it ends
    begins, ends = q[turns[::2]], q[turns[1::2] - 1]
    bands = [[(u + 4, -4), (v + 4, -4), (v - 4, 4), (u - 4, 4)] for u, v in zip(begins, ends, strict=True)]
    left.add_collection(PolyCollection(bands, facecolors=PAPER(1), edgecolors="none"))
    left.plot([LOW, HIGH, HIGH, LOW, LOW], [LOW, LOW, HIGH, HIGH, LOW], color=COLOURS["grey"], linewidth=1)
    ok = _xor_dots(left, score(INPUTS.sum(axis=1).astype(float)))
    left.axis("off")  # an axis with its digits would take a fifth of a redraw's time
    left.text(0.5, LOW - 0.06, "x₁: 0 left, 1 right", ha="center", va="top", fontsize=TEXT)
    left.text(LOW - 0.06, 0.5, "x₂: 0 below, 1 above", ha="right", va="center", fontsize=TEXT, rotation=90)
    dress(left, f"shaded: answer 1 \u00b7 right: {ok} of 4", xlim=(LOW, HIGH), ylim=(LOW, HIGH))
    at = np.array([0.0, 1.0, 2.0])
    highest = float(np.abs(score(at)).max())
    reach = next((size for size in (2.5, 5, 10, 20, 40) if highest <= size), 1.25 * highest)
    right.axhline(0, color=DARK, linewidth=1)
    right.plot(q, s, color=COLOURS["blue"], linewidth=2.2)
    right.plot(at, score(at), "o", color=COLOURS["orange"], markersize=7)
    marks = 2 if reach == 2.5 else 0.8 * reach
    settings = {"xticks": (0, 1, 2), "yticks": (-marks, 0, marks), "xlabel": "q = x₁ + x₂"}
    dress(right, "score; over 0 means 1", xlim=(-1, 3), ylim=(-reach, reach), **settings)
    net = f"{activation}, biases {short(b1)} and {short(b2)}, output weights {short(v1)} and {short(v2)}"
    scores = f"the scores at x1 + x2 = 0, 1 and 2 are {', '.join(map(number, score(at)))}"
    return figure.saying(f"Two hidden units with {net}: {scores}; {ok} of 4 rows of XOR are right.")


def _xor_dots(axes, scores):
    """Draw what XOR wants at its four points, the wrong ones in a diamond. scores: (4,). Returns how many are right."""
    wrong = np.flatnonzero((scores > 0) != XOR)
    draw_dots(axes, INPUTS, XOR, wrong, size=TITLE)
    return 4 - len(wrong)


@styled
def output_choices(scores):
    """The same scores behind identity, sigmoid and softmax, as bars. scores: shape (K,)."""
    scores = np.asarray(scores, dtype=float)
    (figure, grid), said = new_figure(7.0, 2.6, 1, 3), []
    functions = (("identity", identity, "grey"), ("sigmoid", sigmoid, "green"), ("softmax", softmax, "blue"))
    for axes, (name, h, colour) in zip(grid, functions, strict=True):
        y = h(scores)
        bars = axes.bar(range(len(y)), y, color=COLOURS[colour])
        axes.bar_label(bars, [number(v) for v in y], fontsize=SMALL, padding=2)
        low, high = min(0, y.min()), max(1.0, y.max())
        axes.set(
            title=f"{name}: sum {number(y.sum())}",
            xlabel="output unit",
            xticks=range(len(y)),
            ylim=(1.5 * low - 0.12 * high * (low < 0), 1.2 * high),
        )
        axes.grid(axis="x", visible=False)
        axes.axhline(0, color=DARK, linewidth=0.8)
        said.append(f"{name} {', '.join(number(v) for v in y)}, sum {number(y.sum())}")
    return figure.saying(f"Scores {', '.join(short(v) for v in scores)} behind three output functions: {'; '.join(said)}.")
