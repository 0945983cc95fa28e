"""Figures of lesson 08: layers in a row with their slopes, one node of a layer, where the entries of a slope come from."""

import numpy as np
from matplotlib.patches import FancyArrowPatch, Rectangle

from helpers.functions import relu, sigmoid, tanh
from helpers.plots.arrays import _grid, _sheet, _sign
from helpers.plots.base import COLOURS, new_figure, styled

# name: (function, its slope from its input)
ACTIVATIONS = {
    "ReLU": (relu, lambda x: (x > 0) * 1.0),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
    "tanh": (tanh, lambda x: 1 - tanh(x) ** 2),
}
STYLES = {"ReLU": "-.", "sigmoid": "-", "tanh": "--"}
X = np.array([[1, 2, 0], [-1, 3, 2], [2, 0, 1], [0, 1, -2]])  # the example of the affine layer: 4 samples, 3 inputs,
W = np.array([[2, 0], [-1, 1], [1, 3]])  # 2 outputs
DOUT = np.array([[1, 0], [2, -1], [0, 3], [-1, 1]])


def _number(value, digits=2):
    """A number as text with a proper minus, and no minus before a zero."""
    text = f"{value:.{digits}f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", "−")


def _factor(value):
    """A whole number as a factor in a product, a negative one in brackets."""
    return f"{value}" if value >= 0 else f"(−{-value})"


def _arrow(axes, start, end, colour, style="-"):
    arrow = FancyArrowPatch(
        start, end, arrowstyle="-|>", mutation_scale=13, color=colour, lw=1.8, linestyle=style, shrinkA=0, shrinkB=0
    )
    axes.add_patch(arrow)


@styled
def layer_chain(samples, inputs, hidden, outputs):
    """Affine, ReLU, affine, softmax with loss in a row: arrays going forward above, slopes of the same shapes coming back below.

    The arguments are whole numbers: the sizes.
    """
    figure, axes = new_figure(7.2, 2.75)
    figure.set_layout_engine("none")
    axes.set(xlim=(-0.35, 14.15), ylim=(-1.55, 3.7), position=(0, 0, 1, 1))
    axes.axis("off")
    N, D, M, K = samples, inputs, hidden, outputs
    lefts = [1.55, 4.85, 8.15, 11.0]
    widths = [1.6, 1.6, 1.6, 1.6]
    names = ["affine", "ReLU", "affine", "softmax\nand loss"]
    keeps = [
        f"keeps x\ngrads W {D, M}\ngrads b ({M},)",
        "keeps where\nx > 0",
        f"keeps z1\ngrads W {M, K}\ngrads b ({K},)",
        "keeps y, t",
    ]
    for left, width, name, kept in zip(lefts, widths, names, keeps, strict=True):
        axes.add_patch(Rectangle((left, 0.45), width, 2.1, fc="#EAF4FB", ec="#1A1A1A", lw=1.4))
        axes.text(left + width / 2, 1.5, name, ha="center", va="center", weight="bold", size=10)
        axes.text(left + width / 2, 0.3, kept, ha="center", va="top", size=8, linespacing=1.3)
    ends = [0.0, *[left + width for left, width in zip(lefts, widths, strict=True)]]
    starts = [*lefts, 13.7]
    arrays = [("x", (N, D)), ("a1", (N, M)), ("z1", (N, M)), ("scores", (N, K)), ("loss", "")]
    for (name, shape), end, start in zip(arrays, ends, starts, strict=True):
        middle = (end + start) / 2
        _arrow(axes, (end + 0.06, 2.1), (start - 0.06, 2.1), COLOURS["blue"])
        _arrow(axes, (start - 0.06, 0.9), (end + 0.06, 0.9), COLOURS["orange"], (0, (3, 1.5)))
        axes.text(middle, 2.75, f"{name}\n{shape or 'a number'}", ha="center", va="bottom", size=9, color=COLOURS["blue"])
        back = "1" if name == "loss" else "dx" if name == "x" else f"d{name}"
        axes.text(middle, 1.05, back, ha="center", va="bottom", size=9, color=COLOURS["orange"])
    axes.text(
        -0.2,
        -1.4,
        "solid, to the right: forward        dashed, to the left: backward, each slope in the shape of its array",
        size=9,
    )
    figure.alt = (
        f"Four layers in a row, affine, ReLU, affine, softmax with loss. Forward go x {N, D}, a1 {N, M}, z1 {N, M}, "
        f"scores {N, K} and the loss, a number; backward go slopes of the same shapes, from 1 at the loss to dx."
    )
    return figure


@styled
def activation_node(x=0.5, dout=2.0, function="sigmoid"):
    """One node: its curve with the tangent at x on the left, what goes in and what comes back on the right.

    x: its input, -5 to 5. dout: the slope of the loss by its output. function: "ReLU", "sigmoid" or "tanh".
    """
    f, slope_of = ACTIVATIONS[function]
    y, slope = float(f(x)), float(slope_of(x))
    dx = dout * slope
    figure, left = new_figure(7.0, 2.7)
    figure.set_layout_engine("none")
    left.set_position((0.075, 0.17, 0.37, 0.72))
    xs = np.linspace(-5, 5, 201)
    left.plot(xs, f(xs), color=COLOURS["blue"])
    near = np.array([-1.2, 1.2])
    left.plot(x + near, y + slope * near, "--", color=COLOURS["orange"], lw=2)
    left.plot(x, y, "o", color="black", ms=6)
    low, high = {"ReLU": (-1, 5.4), "sigmoid": (-0.15, 1.15), "tanh": (-1.3, 1.3)}[function]
    left.set(xlim=(-5.3, 5.3), ylim=(low, high), xticks=(-4, 0, 4), yticks={"ReLU": (0, 2, 4)}.get(function, (0, 1)))
    left.set_title(f"{function}: slope here {_number(slope, 3)}", fontsize=10, y=1.0)
    right = figure.add_axes((0.48, 0.0, 0.52, 1.0))
    right.axis("off")
    right.set(xlim=(0, 10), ylim=(0, 7.4), xticks=(), yticks=())
    right.add_patch(Rectangle((3.7, 2.3), 2.6, 2.8, fc="#EAF4FB", ec="#1A1A1A", lw=1.4))
    right.text(5.0, 3.7, function, ha="center", va="center", weight="bold", size=11)
    for start, end in ((0.3, 3.6), (6.4, 9.7)):
        _arrow(right, (start, 4.5), (end, 4.5), COLOURS["blue"])
        _arrow(right, (end, 2.9), (start, 2.9), COLOURS["orange"], (0, (3, 1.5)))
    style = {"ha": "center", "size": 10}
    right.text(1.9, 4.75, f"x = {_number(x)}", color=COLOURS["blue"], **style)
    right.text(8.1, 4.75, f"y = {_number(y, 3)}", color=COLOURS["blue"], **style)
    right.text(1.9, 2.05, f"dx = {_number(dx, 3)}", color=COLOURS["orange"], **style)
    right.text(8.1, 2.05, f"dout = {_number(dout)}", color=COLOURS["orange"], **style)
    right.text(5.0, 0.7, f"dx = dout · slope = {_number(dout)} · {_number(slope, 3)}", **style)
    figure.alt = (
        f"A {function} node. Forward x = {_number(x)} gives y = {_number(y, 3)}, where the curve has slope {_number(slope, 3)}. "
        f"Backward dout = {_number(dout)} comes in and dx = {_number(dx, 3)} goes out."
    )
    return figure


@styled
def affine_meeting(row=2, column=1, slope="dW"):
    """Which entries meet in one entry of a slope of the affine layer; the same example always (4 samples, 3 inputs, 2 outputs).

    slope: "dW" (row 0-2, an input; column 0-1, an output) or "dx" (row 0-3, a sample; column 0-2, an input).
    """
    if slope == "dW":
        first, second, turned = ("x", X), ("dout", DOUT), ("xᵀ", X.T)
        left, right, pairs = X.T, DOUT, zip(X[:, row], DOUT[:, column], strict=True)
        original = first
    else:
        first, second, turned = ("W", W), ("dout", DOUT), ("Wᵀ", W.T)
        left, right, pairs = DOUT, W.T, zip(DOUT[row], W[column], strict=True)
        original = first
    pairs = list(pairs)
    product = left @ right

    def marks(array, at_row=None, at_column=None):
        marked = np.zeros(array.shape, bool)
        marked[slice(None) if at_row is None else at_row, slice(None) if at_column is None else at_column] = True
        return marked

    figure, axes = _sheet(18.4, 7.6)
    name, values = original
    # The transposed array's rows are the original's columns, and the other way round.
    turned_marks = marks(turned[1], at_row=row) if slope == "dW" else marks(turned[1], at_column=column)
    blue, green, orange, middle = COLOURS["blue"], COLOURS["green"], COLOURS["orange"], 3.0
    x = 0.8
    _grid(axes, values, x, middle, blue, f"{name} {values.shape}", marked=turned_marks.T)
    x += values.shape[1] + 1.9
    if slope == "dW":
        axes.text(x - 0.95, middle, "turned\n→", ha="center", va="center", size=8, color=COLOURS["grey"])
    else:  # W stands left of dout, its turned version right of it: an arc below
        ends = (1.8, middle + 1.6), (x + DOUT.shape[1] + 1.2 + turned[1].shape[1] / 2, middle + 1.1)
        style = {"arrowstyle": "-|>", "mutation_scale": 11, "color": COLOURS["grey"], "lw": 1.2}
        axes.add_patch(FancyArrowPatch(*ends, connectionstyle="arc3,rad=0.25", **style))
        axes.text(x - 0.95, middle + 1.9, "turned", ha="center", va="center", size=8, color=COLOURS["grey"])
    operands = [(turned, turned_marks, blue)]
    other = (second, marks(DOUT, at_column=column) if slope == "dW" else marks(DOUT, at_row=row), green)
    operands.insert(1 if slope == "dW" else 0, other)
    for k, ((title, array), marked, colour) in enumerate(operands):
        if k:
            _sign(axes, x + 0.6, middle, "@")
            x += 1.2
        _grid(axes, array, x, middle, colour, f"{title} {array.shape}", marked=marked)
        x += array.shape[1]
    _sign(axes, x + 0.6, middle, "=")
    one = np.zeros(product.shape, bool)
    one[row, column] = True
    _grid(axes, product, x + 1.2, middle, orange, f"{slope} {product.shape}", marked=one)
    terms = " + ".join(f"{_factor(a)}·{_factor(b)}" for a, b in pairs)
    if slope == "dW":
        source = f"input {row} of every sample times the slope at output {column} of the same sample"
    else:
        source = f"the slopes at both outputs of sample {row}, each times the weight from input {column} to it"
    axes.text(
        0.8,
        6.1,
        f"{slope}[{row}, {column}] = {terms} = {_number(product[row, column], 0)}",
        size=10.5,
        va="center",
        weight="bold",
    )
    axes.text(0.8, 6.95, f"{source}, added up", size=9, va="center")
    result = _number(product[row, column], 0)
    figure.alt = f"{slope} as a product of tables, one entry darker. {slope}[{row}, {column}] = {terms} = {result}: {source}."
    return figure


@styled
def softmax_slope(image, y, t):
    """A digit, what the network said (y), what it should have said (t), and the difference as bars.

    image: (H·W,), a square picture. y: probabilities, (K,). t: one-hot, (K,).
    """
    y, t = np.asarray(y, dtype=float), np.asarray(t, dtype=float)
    side, classes, label = round(len(image) ** 0.5), np.arange(len(y)), int(np.argmax(t))
    figure, places = new_figure(7.2, 2.4, 1, 4, width_ratios=[0.8, 1.1, 1.1, 1.1])
    places[0].imshow(np.reshape(image, (side, side)), vmin=0, vmax=1)
    places[0].axis("off")
    places[0].set_title(f"a {label}")
    difference = y - t
    for place, values, title in zip(
        places[1:], (y, t, difference), ("y: it said", "t: it should say", "y − t: the slope"), strict=True
    ):
        colours = [COLOURS["orange"] if v < 0 else COLOURS["blue"] for v in values]
        place.bar(classes, values, color=colours, hatch=["///" if v < 0 else "" for v in values], edgecolor="white", lw=0)
        place.axhline(0, color="black", lw=0.8)
        place.set(ylim=(-1.05, 1.05), xticks=classes, title=title, yticks=[-1, 0, 1], xlabel="class")
        place.grid(axis="x", visible=False)
        place.tick_params(axis="x", labelsize=8)
    for place in places[2:]:
        place.set_yticklabels([])
    up = int(np.argmax(np.where(classes == label, -np.inf, difference)))
    figure.alt = (
        f"A {label}. The network gives class {label} probability {y[label]:.2f} and class {up} {y[up]:.2f}; "
        f"the target is 1 at {label}. "
        f"The difference is {_number(difference[label])} at {label}, {_number(difference[up])} at {up}, and adds up to 0."
    )
    return figure


@styled
def saturation(x=0.5, layers=5):
    """Left the slopes of three activations; right what is left of a slope of 1 after so many of them, all with input x.

    x: input, -5 to 5. layers: 1 to 10.
    """
    figure, (left, right) = new_figure(7.2, 3.0, 1, 2, width_ratios=[1, 1])
    figure.set_layout_engine("none")
    left.set_position((0.07, 0.17, 0.38, 0.70))
    right.set_position((0.56, 0.17, 0.42, 0.70))
    xs, counts, said = np.union1d(np.linspace(-5, 5, 201), x), np.arange(layers + 1), []
    at = int(np.searchsorted(xs, x))
    for name, colour, mark in (("sigmoid", "blue", "o"), ("tanh", "green", "s"), ("ReLU", "orange", "^")):
        slope_of = ACTIVATIONS[name][1]
        here = float(slope_of(np.float64(x)))
        slopes = slope_of(xs)
        if name == "ReLU":  # a jump, so a gap in the line right of 0
            slopes[(xs > 0) & (xs < 0.1) & (xs != x)] = np.nan
        left.plot(xs, slopes, STYLES[name], color=COLOURS[colour], marker=mark, markevery=[at], ms=6)
        kept = here**counts
        right.plot(
            counts, np.maximum(np.log10(np.maximum(kept, 1e-30)), -13), STYLES[name], marker=mark, ms=4, color=COLOURS[colour]
        )
        said.append(f"{name} {here:.3f} and {kept[-1]:.1e}")
    left.set(xlabel="input x", ylim=(-0.04, 1.1), xlim=(-5.2, 5.2), xticks=(-4, 0, 4), yticks=(0, 0.25, 1))
    for axes in (left, right):  # fewer lines to draw under a slider
        axes.grid(axis="x", visible=False)
    left.set_yticklabels(["0", "1/4", "1"])
    left.set_title("slope of the activation", fontsize=10, y=1.0)
    for place, height, name, colour in (
        (3.3, 0.92, "ReLU", "orange"),
        (-2.0, 0.6, "tanh", "green"),
        (-3.4, 0.2, "sigmoid", "blue"),
    ):
        left.text(place, height, name, color=COLOURS[colour], ha="center", fontsize=9)
    right.set(
        xlabel="activations passed on the way back",
        xlim=(-0.3, 10.3),
        ylim=(-12.5, 0.6),
        xticks=(0, 5, 10),
        yticks=(-12, -9, -6, -3, 0),
    )
    right.set_yticklabels(["1e-12", "1e-9", "1e-6", "0.001", "1"])
    right.set_title(f"what is left of a slope of 1 (x = {_number(x, 1)})", fontsize=10, y=1.0)
    figure.alt = f"At x = {_number(x, 1)}, slope and what is left after {layers} of them: {'; '.join(said)}."
    return figure
