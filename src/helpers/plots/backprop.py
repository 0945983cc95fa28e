"""Figures of lesson 08: layers in a row with their slopes, one node of a layer, where the entries of a slope come from."""

import numpy as np
from matplotlib.patches import FancyArrowPatch

from helpers.functions import relu, sigmoid, tanh
from helpers.plots import ink
from helpers.plots.base import fixed_panels, new_drawing, new_figure, styled
from helpers.plots.grids import Grid, equation, mask
from helpers.plots.ink import COLOURS
from helpers.plots.labels import box

# name: (function, its slope from its input)
ACTIVATIONS = {
    "ReLU": (relu, lambda x: (x > 0) * 1.0),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
    "tanh": (tanh, lambda x: 1 - tanh(x) ** 2),
}
# The example of the affine layer: 4 samples, 3 inputs, 2 outputs.
X, W = np.array([[1, 2, 0], [-1, 3, 2], [2, 0, 1], [0, 1, -2]]), np.array([[2, 0], [-1, 1], [1, 3]])
DOUT = np.array([[1, 0], [2, -1], [0, 3], [-1, 1]])
BACK = (0, (3, 1.5))  # the dashes of what goes backward


def _box(axes, left, low, width, height, name, size=ink.TEXT):
    box(axes, left + width / 2, low + height / 2, width, height, rounding=0.12)
    axes.text(left + width / 2, low + height / 2, name, ha="center", va="center", weight="bold", size=size)


@styled
def layer_chain(samples, inputs, hidden, outputs):
    """Affine, ReLU, affine, softmax with loss in a row: arrays of these sizes go forward above, their slopes come back below."""
    figure, axes = new_drawing(7.2, 2.75, (-0.35, 14.15), (-1.55, 3.7))
    N, D, M, K = samples, inputs, hidden, outputs
    lefts, width = (1.55, 4.85, 8.15, 11.0), 1.6
    layers = (
        ("affine", f"keeps x\ngrads W {D, M}\ngrads b ({M},)"),
        ("ReLU", "keeps where\na₁ > 0"),
        ("affine", f"keeps z₁\ngrads W {M, K}\ngrads b ({K},)"),
        ("softmax\nand loss", "keeps y, t"),
    )
    for left, (name, kept) in zip(lefts, layers, strict=True):
        _box(axes, left, 0.45, width, 2.1, name)
        axes.text(left + width / 2, 0.3, kept, ha="center", va="top", size=ink.SMALL, linespacing=1.3)
    ends, starts = [0.0, *(left + width for left in lefts)], [*lefts, 13.7]
    arrays = (("x", (N, D)), ("a₁", (N, M)), ("z₁", (N, M)), ("scores", (N, K)), ("loss", "a number"))
    for (name, shape), end, start in zip(arrays, ends, starts, strict=True):
        middle, back = (end + start) / 2, "1" if name == "loss" else f"d{name}"
        ink.arrow(axes, (end + 0.06, 2.1), (start - 0.06, 2.1), COLOURS["blue"])
        ink.arrow(axes, (start - 0.06, 0.9), (end + 0.06, 0.9), COLOURS["orange"], BACK)
        axes.text(middle, 2.75, f"{name}\n{shape}", ha="center", va="bottom", size=ink.SMALL, color=ink.text("blue"))
        axes.text(middle, 1.05, back, ha="center", va="bottom", size=ink.SMALL, color=ink.text("orange"))
    key = "solid, to the right: forward        dashed, to the left: backward, each slope in the shape of its array"
    axes.text(-0.2, -1.4, key, size=ink.SMALL)
    forward = f"Forward go x {N, D}, a1 {N, M}, z1 {N, M}, scores {N, K} and the loss, a number"
    backward = "backward go slopes of the same shapes, from 1 at the loss to dx"
    return figure.saying(f"Four layers in a row, affine, ReLU, affine, softmax with loss. {forward}; {backward}.")


@styled
def activation_node(x=0.5, dout=2.0, function="sigmoid"):
    """One node: its curve with the tangent at x on the left, what goes in and what comes back on the right.

    x: its input, -5 to 5. dout: the slope of the loss by its output. function: "ReLU", "sigmoid" or "tanh".
    """
    f, slope_of = ACTIVATIONS[function]
    y, slope = float(f(x)), float(slope_of(x))
    figure, (left, right) = fixed_panels(7.0, 2.7, (0.075, 0.17, 0.37, 0.72), (0.48, 0.0, 0.52, 1.0))
    xs, near = np.linspace(-5, 5, 201), np.array([-1.2, 1.2])
    left.plot(xs, f(xs), color=COLOURS["blue"])
    left.plot(x + near, y + slope * near, "--", color=COLOURS["orange"], lw=2)
    left.plot(x, y, "o", color="black", ms=6)
    low, high = {"ReLU": (-1, 5.4), "sigmoid": (-0.15, 1.15), "tanh": (-1.3, 1.3)}[function]
    settings = {"xlim": (-5.3, 5.3), "xticks": (-4, 0, 4), "yticks": (0, 2, 4) if function == "ReLU" else (0, 1)}
    ink.dress(left, f"{function}: slope here {ink.number(slope, 3)}", ylim=(low, high), **settings)
    right.axis("off")
    right.set(xlim=(0, 10), ylim=(0, 7.4), xticks=(), yticks=())
    _box(right, 3.7, 2.3, 2.6, 2.8, function, size=ink.TITLE)
    for start, end in ((0.3, 3.6), (6.4, 9.7)):
        ink.arrow(right, (start, 4.5), (end, 4.5), COLOURS["blue"])
        ink.arrow(right, (end, 2.9), (start, 2.9), COLOURS["orange"], BACK)
    comes, goes, there = f"x = {ink.number(x)}", f"y = {ink.number(y, 3)}", ink.number(slope, 3)
    back, handed = f"dout = {ink.number(dout)}", f"dx = {ink.number(dout * slope, 3)}"
    for place, words, colour in (
        ((1.9, 4.75), comes, ink.text("blue")),
        ((8.1, 4.75), goes, ink.text("blue")),
        ((1.9, 2.05), handed, ink.text("orange")),
        ((8.1, 2.05), back, ink.text("orange")),
        ((5.0, 0.7), f"dx = dout · slope = {ink.number(dout)} · {there}", ink.DARK),
    ):
        right.text(*place, words, color=colour, ha="center", size=ink.TEXT)
    forward = f"Forward {comes} gives {goes}, where the curve has slope {there}"
    return figure.saying(f"A {function} node. {forward}. Backward {back} comes in and {handed} goes out.")


@styled
def affine_meeting(row=2, column=1, slope="dW"):
    """Which entries meet in one entry of a slope of the affine layer; the same example always (4 samples, 3 inputs, 2 outputs).

    slope: "dW" (row 0-2, an input; column 0-1, an output) or "dx" (row 0-3, a sample; column 0-2, an input).
    """
    if slope == "dW":
        name, values, marked, product = "x", X, mask(X.shape, np.s_[:, row]), X.T @ DOUT
        pairs, used = zip(X[:, row], DOUT[:, column], strict=True), np.s_[:, column]
        source = f"input {row} of every sample times the slope at output {column} of the same sample"
    else:
        name, values, marked, product = "W", W, mask(W.shape, column), DOUT @ W.T
        pairs, used = zip(DOUT[row], W[column], strict=True), row
        source = f"the slopes at both outputs of sample {row}, each times the weight from input {column} to it"
    terms = " + ".join(f"{ink.factor(a)}·{ink.factor(b)}" for a, b in pairs)
    result = ink.number(product[row, column], 0)
    original = Grid(values, "blue", f"{name} {values.shape}", marked=marked, after=1.9)
    transposed = Grid(values.T, "blue", f"{name}ᵀ {values.T.shape}", marked=marked.T)
    dout = Grid(DOUT, "green", f"dout {DOUT.shape}", marked=mask(DOUT.shape, used))
    end = ["=", Grid(product, "orange", f"{slope} {product.shape}", marked=mask(product.shape, (row, column)))]
    said = "", f"{slope}[{row}, {column}] = {terms} = {result}", f"{source}, added up"
    if slope == "dW":
        figure, axes, _ = equation([original, "transposed\n→", transposed, "@", dout, *end], *said, width=18.4)
    else:  # W stands left of dout, its transpose right of it: an arc below
        parts = [original, dout, "@", transposed, *end]
        figure, axes, ((left, top), (start, _), (right, low), _) = equation(parts, *said, width=18.4, tall=4)
        ends = (left + 1, top + 3.1), (right + 1.5, low + 2.1)
        style = {"arrowstyle": "-|>", "mutation_scale": 11, "color": COLOURS["grey"], "lw": 1.2}
        axes.add_patch(FancyArrowPatch(*ends, connectionstyle="arc3,rad=0.25", **style))
        axes.text(start + 1, top + 4.2, "transposed", ha="center", va="center", size=ink.SMALL, color=ink.text("grey"))
    next(text for text in axes.texts if text.get_text() == said[1]).set_weight("bold")
    return figure.saying(f"{slope} as a product of tables, one entry in bold. {said[1]}: {source}.")


@styled
def softmax_slope(image, y, t):
    """A square picture (H·W,), what the network said (y), what it should have said (one-hot t), both (K,), and the difference."""
    y, t = np.asarray(y, dtype=float), np.asarray(t, dtype=float)
    side, classes, label = round(len(image) ** 0.5), np.arange(len(y)), int(np.argmax(t))
    figure, (picture, *places) = new_figure(7.2, 2.4, 1, 4, width_ratios=[0.8, 1.1, 1.1, 1.1])
    picture.imshow(np.reshape(image, (side, side)), vmin=0, vmax=1)
    picture.axis("off")
    picture.set_title(f"a {label}")
    difference = y - t
    parts = {"y: it said": y, "t: it should say": t, "y − t: the slope": difference}
    for place, (title, values) in zip(places, parts.items(), strict=True):
        colours, hatches = zip(*((COLOURS["orange"], "///") if v < 0 else (COLOURS["blue"], "") for v in values), strict=True)
        place.bar(classes, values, color=colours, hatch=hatches, edgecolor="white", lw=0)
        place.axhline(0, color="black", lw=0.8)
        place.set(ylim=(-1.05, 1.05), xticks=classes, title=title, xlabel="class")
        place.set_yticks([-1, 0, 1], ["−1", "0", "1"] if place is places[0] else ["", "", ""])
        place.grid(axis="x", visible=False)
        place.tick_params(axis="x", labelsize=ink.SMALL)
    up = int(np.argmax(np.where(classes == label, -np.inf, difference)))
    gives = f"class {label} probability {y[label]:.2f} and class {up} {y[up]:.2f}; the target is 1 at {label}"
    slopes = f"{ink.number(difference[label])} at {label}, {ink.number(difference[up])} at {up}"
    return figure.saying(f"A {label}. The network gives {gives}. The difference is {slopes}, and adds up to 0.")


@styled
def saturation(x=0.5, layers=5):
    """The slopes of three activations, and what is left of a slope of 1 after 1 to 10 of them, all with input x, -5 to 5."""
    figure, (left, right) = fixed_panels(7.2, 3.0, (0.07, 0.17, 0.38, 0.70), (0.56, 0.17, 0.42, 0.70))
    xs, counts, said = np.union1d(np.linspace(-5, 5, 201), x), np.arange(layers + 1), []
    at = int(np.searchsorted(xs, x))
    for name, colour, dash, mark, place in (
        ("sigmoid", "blue", "-", "o", (-3.4, 0.2)),
        ("tanh", "green", "--", "s", (-2.0, 0.6)),
        ("ReLU", "orange", "-.", "^", (3.3, 0.92)),
    ):
        slopes, here = ACTIVATIONS[name][1](xs), float(ACTIVATIONS[name][1](np.float64(x)))
        if name == "ReLU":  # a jump, so a gap in the line right of 0
            slopes[(xs > 0) & (xs < 0.1) & (xs != x)] = np.nan
        look = {"ls": dash, "color": COLOURS[colour], "marker": mark}
        left.plot(xs, slopes, markevery=[at], ms=6, **look)
        left.text(*place, name, color=ink.text(colour), ha="center", fontsize=ink.SMALL)
        kept = here**counts
        right.plot(counts, np.log10(np.maximum(kept, 1e-13)), ms=4, **look)
        said.append(f"{name} {here:.3f} and {kept[-1]:.1e}")
    left.grid(axis="x", visible=False)  # fewer lines to draw under a slider
    right.grid(axis="x", visible=False)
    left.set_yticks((0, 0.25, 1), ("0", "1/4", "1"))
    right.set_yticks((-12, -9, -6, -3, 0), map(ink.power, (-12, -9, -6, -3, 0)))
    ink.dress(left, "slope of the activation", xlabel="input x", ylim=(-0.04, 1.1), xlim=(-5.2, 5.2), xticks=(-4, 0, 4))
    settings = {"xlabel": "activations passed on the way back", "xlim": (-0.3, 10.3), "xticks": (0, 5, 10)}
    ink.dress(right, f"what is left of a slope of 1 (x = {ink.number(x, 1)})", ylim=(-12.5, 0.6), **settings)
    return figure.saying(f"At x = {ink.number(x, 1)}, slope and what is left after {layers} of them: {'; '.join(said)}.")
