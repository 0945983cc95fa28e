"""Figures of lesson 03: activation functions, the shapes of a layer, a small network with its numbers, digits being read.

Those under sliders are made of few artists: there each text costs about a millisecond, a pair of axes twenty.
"""

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import ListedColormap

from helpers.functions import identity, relu, sigmoid, softmax, step, tanh
from helpers.plots.base import COLOURS, new_figure, styled

ACTIVATIONS = {"step": step, "sigmoid": sigmoid, "tanh": tanh, "ReLU": relu, "identity": identity}
STYLES = [("blue", "-"), ("orange", "--"), ("green", "-."), ("pink", ":"), ("grey", (0, (6, 2, 1, 2, 1, 2)))]
DARK = "#1A1A1A"
PAPER = ListedColormap(["white", "#CFE8F7"])
XOR_INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR = np.array([0, 1, 1, 0])
EDGE = (-0.6, 1.6)  # the part of the plane that is drawn


def _say(value, digits=2):
    """A number for a text: rounded, without a minus before zero, with a true minus sign."""
    return f"{round(float(value), digits) + 0.0:.{digits}f}".replace("-", "\u2212")


def _short(value):
    return f"{round(float(value), 2) + 0.0:g}".replace("-", "\u2212")


@styled
def curves(x, lines, xlabel, ylabel):
    """Several curves over the same x. x: (P,). lines: {name: (P,)}, at most five. xlabel, ylabel: words at the axes."""
    figure, axes = new_figure(6.6, 3.0)
    for (name, y), (colour, style) in zip(lines.items(), STYLES, strict=False):
        axes.plot(x, y, color=COLOURS[colour], linestyle=style, label=name, linewidth=2)
    axes.set(xlabel=xlabel, ylabel=ylabel)
    figure.legend(loc="outside right upper", fontsize=9)
    said = [f"{name} from {_say(y[0])} to {_say(y[-1])}" for name, y in lines.items()]
    figure.alt = f"{ylabel} against {xlabel}, from {_short(x[0])} to {_short(x[-1])}: {'; '.join(said)}."
    return figure


@styled
def activation_curves():
    """Step, sigmoid, tanh and ReLU in one picture, from -4 to 4."""
    a = np.linspace(-4, 4, 401)
    figure, axes = new_figure(7.0, 3.5)
    places = {"step": (2.6, 1.05), "sigmoid": (2.2, 0.78), "tanh": (-3.4, -0.9), "ReLU": (1.9, 2.1)}
    said = []
    for (name, at), (colour, style) in zip(places.items(), STYLES, strict=False):
        y = ACTIVATIONS[name](a)
        if name == "step":  # two strokes: it jumps, so nothing joins them
            y = np.where(np.abs(a) < 0.005, np.nan, y)
        axes.plot(a, y, color=COLOURS[colour], linestyle=style, linewidth=2)
        va = "top" if name == "sigmoid" else "bottom"
        axes.text(*at, name, color=COLOURS[colour], weight="bold", va=va, ha="right" if name == "ReLU" else "left")
        said.append(f"{name} {', '.join(_say(ACTIVATIONS[name](np.array(v))) for v in (-4.0, 0.0, 4.0))}")
    axes.plot(0, 0, "o", color=COLOURS["blue"], markersize=5)
    axes.set(xlabel="sum a", ylabel="activation z = h(a)", ylim=(-1.2, 2.7), xlim=(-4, 4))
    figure.alt = f"Four activation functions at a = \u22124, 0 and 4: {'; '.join(said)}."
    return figure


@styled
def neuron_curve(activation="sigmoid", w=1.0, b=0.0, x=1.0):
    """The answer of one neuron with one input, z = h(w x + b), for every x, and the point at one of them.

    activation: a name in ACTIVATIONS. w, b: weight and bias. x: where the point stands, from -5 to 5. The thin grey
    curve is the same function with w = 1 and b = 0.
    """
    h = ACTIVATIONS[activation]
    figure, axes = new_figure(6.4, 3.3)
    figure.set_layout_engine("none")
    axes.set_position((0.09, 0.15, 0.88, 0.74))
    xs = np.linspace(-5, 5, 401)
    a = w * x + b
    z = float(h(np.array(a)))
    axes.plot(xs, h(xs), color=COLOURS["grey"], linewidth=1.5, linestyle=":")
    axes.plot(xs, h(w * xs + b), color=COLOURS["blue"], linewidth=2.2)
    axes.plot([x, x, -5], [-1.5, z, z], color=COLOURS["orange"], linewidth=1, linestyle="--")
    axes.plot(x, np.clip(z, -1.5, 3), "o", color=COLOURS["orange"], markersize=8, clip_on=False)
    axes.set(xlim=(-5, 5), ylim=(-1.5, 3), xticks=(-4, -2, 0, 2, 4), yticks=(-1, 0, 1, 2, 3))
    axes.set_xlabel("input x")
    axes.set_ylabel("z", rotation=0)
    title = f"a = {_short(w)} \u00b7 {_short(x)} + {_short(b)} = {_short(a)}     z = {activation}(a) = {_say(z, 3)}"
    axes.set_title(title.replace("+ \u2212", "\u2212 "), y=1.0, fontsize=11)
    figure.alt = (
        f"The answer of a neuron with {activation}, weight {_short(w)} and bias {_short(b)}. At x = {_short(x)} the sum is "
        f"{_short(a)} and the answer {_say(z, 3)}; at x = \u22125 it is {_say(h(np.array(b - 5 * w)), 3)}, "
        f"at x = 5 {_say(h(np.array(b + 5 * w)), 3)}."
    )
    return figure


@styled
def plane_regions(panels):
    """Where networks with two inputs give a score over 0, side by side, with the four points of XOR.

    panels: {title: function}; a function takes points, shape (N, 2), and returns scores, shape (N,).
    The digits are what XOR wants; those that the network gets wrong stand in a diamond.
    """
    figure, grid = new_figure(7.0, 7.0 / len(panels) + 0.45, 1, len(panels), squeeze=False)
    ticks = np.linspace(*EDGE, 241)
    points = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    said = []
    for axes, (title, scores) in zip(grid[0], panels.items(), strict=True):
        s = scores(points)
        plane = np.column_stack([points, np.ones(len(points))])
        away = s - plane @ np.linalg.lstsq(plane, s, rcond=None)[0]
        straight = np.abs(away).max() < 1e-6 * np.abs(s).max()
        s = s.reshape(241, 241)
        axes.imshow(s > 0, cmap=PAPER, vmin=0, vmax=1, origin="lower", extent=(*EDGE, *EDGE), interpolation="nearest")
        axes.contour(ticks, ticks, s, [0], colors=DARK, linewidths=1.6)
        axes.grid(visible=False)
        axes.set(xlim=EDGE, ylim=EDGE, aspect="equal", xticks=(0, 1), yticks=(0, 1), xlabel="x1")
        right = _xor_points(axes, scores(XOR_INPUTS.astype(float)))
        axes.set_title(title, fontsize=10)
        said.append(f"{title}: {'one straight border' if straight else 'a bent border'}, {right} of 4 right")
    grid[0, 0].set_ylabel("x2", rotation=0)
    figure.alt = f"Where networks answer 1, and the four points of XOR. {'. '.join(said)}."
    return figure


@styled
def bent_regions(activation="ReLU", b1=0.0, b2=-1.0, v1=1.0, v2=-2.0):
    """A network of two layers on XOR: its regions in the plane, and its score along the diagonal.

    Two hidden units see the same q = x1 + x2, with biases b1 and b2; the score is v1 h(q + b1) + v2 h(q + b2) - 0.5, and
    the answer is 1 where it is over 0. activation: a name in ACTIVATIONS.
    """
    h = ACTIVATIONS[activation]

    def score(q):
        return np.round(v1 * h(q + b1) + v2 * h(q + b2) - 0.5, 9)

    figure, (left, right) = new_figure(7.0, 3.5, 1, 2)
    figure.set_layout_engine("none")
    left.set_position((0.06, 0.14, 0.37, 0.74))
    right.set_position((0.55, 0.14, 0.43, 0.74))
    q = np.linspace(-1.2, 3.2, 1761)
    s = score(q)
    turns = np.flatnonzero(np.diff(s > 0, prepend=False, append=False))  # where it begins to be over 0, where it ends
    begins, ends = q[turns[::2]], q[turns[1::2] - 1]
    bands = [[(u + 4, -4), (v + 4, -4), (v - 4, 4), (u - 4, 4)] for u, v in zip(begins, ends, strict=True)]
    low, high = EDGE
    left.add_collection(PolyCollection(bands, facecolors=PAPER(1), edgecolors="none"))
    left.plot([low, high, high, low, low], [low, low, high, high, low], color=COLOURS["grey"], linewidth=1)
    ok = _xor_points(left, score(XOR_INPUTS.sum(axis=1).astype(float)))
    left.axis("off")  # an axis with its digits would take a fifth of a redraw's time
    left.set(xlim=EDGE, ylim=EDGE)
    left.text(0.5, low - 0.06, "x1: 0 left, 1 right", ha="center", va="top", fontsize=10)
    left.text(low - 0.06, 0.5, "x2: 0 below, 1 above", ha="right", va="center", fontsize=10, rotation=90)
    left.set_title(f"shaded: answer 1 \u00b7 right: {ok} of 4", y=1.0, fontsize=10)
    at = np.array([0.0, 1.0, 2.0])
    reach = next(size for size in (2.5, 5, 10, 20, 40) if np.abs(score(at)).max() <= size)
    right.axhline(0, color=DARK, linewidth=1)
    right.plot(q, s, color=COLOURS["blue"], linewidth=2.2)
    right.plot(at, score(at), "o", color=COLOURS["orange"], markersize=7)
    marks = 2 if reach == 2.5 else 0.8 * reach
    right.set(xlim=(-1, 3), ylim=(-reach, reach), xticks=(0, 1, 2), yticks=(-marks, 0, marks), xlabel="q = x1 + x2")
    right.set_title("score; over 0 means 1", y=1.0, fontsize=10)
    figure.alt = (
        f"Two hidden units with {activation}, biases {_short(b1)} and {_short(b2)}, output weights {_short(v1)} and "
        f"{_short(v2)}: the scores at x1 + x2 = 0, 1 and 2 are {', '.join(_say(v) for v in score(at))}; "
        f"{ok} of 4 rows of XOR are right."
    )
    return figure


def _xor_points(axes, scores):
    """Draw what XOR wants at its four points, the wrong ones in a diamond. scores: (4,). Returns how many are right."""
    wrong = (scores > 0) != XOR
    if wrong.any():
        axes.plot(*XOR_INPUTS[wrong].T, "D", color="none", markeredgecolor=COLOURS["orange"], markersize=19, markeredgewidth=1.8)
    for digit, face in ((0, "white"), (1, COLOURS["blue"])):
        at = XOR_INPUTS[digit == XOR].T
        axes.plot(*at, "o", color=face, markeredgecolor=COLOURS["blue"], markersize=13, markeredgewidth=1.4)
        axes.plot(*at, marker=f"${digit}$", ls="", color="white" if digit else DARK, markersize=7, markeredgewidth=0.3)
    return int(4 - wrong.sum())


@styled
def layer_shapes(samples=4, inputs=2, units=3, columns=False):
    """The shapes of an affine step as arrays of empty cells: x @ W + b = a. One sample and one unit are darker.

    samples, inputs, units: whole numbers from 1 to 6. columns: samples as columns, W @ x + b, instead of rows.
    """
    n, d, m = samples, inputs, units
    if columns:
        parts = [("W", (m, d)), ("@", None), ("x", (d, n)), ("+", None), ("b", (m, 1)), ("=", None), ("a", (m, n))]
    else:
        parts = [("x", (n, d)), ("@", None), ("W", (d, m)), ("+", None), ("b", (1, m)), ("=", None), ("a", (n, m))]
    figure, axes = new_figure(7.0, 2.1)
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.axis("off")
    colours = {"x": "blue", "W": "green", "b": "pink", "a": "orange"}
    tallest = max(size[0] for _, size in parts if size)
    left, middle, shown = 0.8, tallest / 2, []
    for name, size in parts:
        if size is None:
            axes.text(left + 0.1, middle, name, ha="center", va="center", fontsize=15)
            left += 1.1
            continue
        drawn = {"b": (m, n) if columns else (n, m)}.get(name, size)
        _cells(axes, left, middle, drawn, COLOURS[colours[name]], _marks(name, drawn, columns), name == "b", columns)
        written = f"({m},)" if name == "b" and not columns else str(size)
        width = drawn[1]
        axes.text(left + width / 2, middle - drawn[0] / 2 - 0.25, f"{name} {written}", ha="center", va="bottom", fontsize=10)
        shown.append(f"{name} {written}")
        left += width + 1.0
    height = max((left - 0.2) * 2.1 / 7.0, tallest + 1.6)  # the title above counts for one cell
    reach, top = height * 7.0 / 2.1, middle - 0.5 - height / 2
    axes.set(xlim=((left - 0.2 - reach) / 2, (left - 0.2 + reach) / 2), ylim=(top + height, top))
    sign = "columns" if columns else "rows"
    order = f"{shown[0]} @ {shown[1]} + {shown[2]} = {shown[3]}"
    figure.alt = (
        f"The arrays of an affine step with samples as {sign}: {order}. One sample ({sign[:-1]} of x and of a) is darker, "
        f"one unit ({'row' if columns else 'column'} of W and of a) is hatched. b is repeated for every sample."
    )
    return figure


def _marks(name, size, columns):
    """Which cells belong to the marked sample (the first) and to the marked unit (the last): two bool arrays."""
    sample, unit = np.zeros(size, bool), np.zeros(size, bool)
    if name in ("x", "a"):
        sample[:, 0] = columns
        sample[0] |= not columns
    if name in ("W", "a", "b"):
        unit[-1] = columns
        unit[:, -1] |= not columns
    return sample, unit


def _cells(axes, left, middle, size, colour, marks, repeated, columns):
    sample, unit = marks
    top = middle - size[0] / 2
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    boxes = np.array([(left + j, top + i) + corners for i, j in np.ndindex(size)])
    first = np.zeros(size, bool)
    first[:, 0] = columns
    first[0] |= not columns
    real = first.ravel() if repeated else np.ones(len(boxes), bool)
    faces = [(colour, 0.5 if s else 0.14) for s in sample.ravel()[real]]
    axes.add_collection(PolyCollection(boxes[real], facecolors=faces, edgecolors=colour, linewidths=1))
    edges = [{frozenset(map(tuple, box[[k, k - 1]])) for box in some for k in range(4)} for some in (boxes[~real], boxes[real])]
    dashed = sorted(sorted(edge) for edge in edges[0] - edges[1])  # each edge once: dashes on dashes would fill the gaps
    axes.add_collection(LineCollection(dashed, colors=colour, linestyles=[(0, (2, 2))], linewidths=1))
    hatched = boxes[unit.ravel() & real]
    if len(hatched):
        axes.add_collection(PolyCollection(hatched, facecolors="none", edgecolors=colour, hatch="////", linewidths=1))


@styled
def forward_drawing(values, names, weights=None, biases=None, unit=None):
    """A network with the numbers it computed, one column of circles a layer, from the inputs to the outputs.

    values: list of (units,) arrays, the inputs first. names: a text above each column. With unit=(layer, index), both counted
    from 1, that unit's wires are dark and carry their weights; then weights is the list of W, and biases that of b.
    """
    figure, axes = new_figure(7.0, 3.6)
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.axis("off")
    spots = [[(2.6 * column, 1.45 * ((len(v) - 1) / 2 - k)) for k in range(len(v))] for column, v in enumerate(values)]
    for column, (here, there) in enumerate(zip(spots[:-1], spots[1:], strict=True), start=1):
        for k, start in enumerate(here):
            for j, end in enumerate(there, start=1):
                chosen = unit == (column, j)
                style = {"color": DARK, "linewidth": 1.8} if chosen else {"color": "#C8C8C8", "linewidth": 0.8}
                axes.plot(*np.transpose([start, end]), zorder=2 if chosen else 1, **style)
                if chosen:
                    place = np.add(start, np.subtract(end, start) * 0.42)
                    box = {"fc": "white", "ec": "none", "pad": 1}
                    axes.text(*place, _short(weights[column - 1][k, j - 1]), ha="center", va="center", zorder=3, bbox=box)
    for column, (v, places) in enumerate(zip(values, spots, strict=True)):
        chosen = [unit == (column, j) for j in range(1, len(v) + 1)]
        edges = [COLOURS["orange"] if c else COLOURS["blue"] for c in chosen]
        widths = [3 if c else 1.6 for c in chosen]
        axes.scatter(*np.transpose(places), s=1300, color="white", edgecolor=edges, linewidth=widths, zorder=4)
        for (x, y), value in zip(places, v, strict=True):
            written = _short(value) if column == 0 else _say(value, 3)
            axes.text(x, y, written, ha="center", va="center", fontsize=9, zorder=5)
        axes.text(places[0][0], 2.0, names[column], ha="center", va="bottom", fontsize=10)
    if unit:
        x, y = spots[unit[0]][unit[1] - 1]
        axes.text(x, y - 0.55, f"b = {_short(biases[unit[0] - 1][unit[1] - 1])}", ha="center", va="top", fontsize=9, zorder=6)
    axes.set(xlim=(-0.9, 2.6 * (len(values) - 1) + 0.9), ylim=(-2.15, 2.8))
    said = [
        f"{name.replace(chr(10), ' ')}: {', '.join(_short(n) if k == 0 else _say(n, 3) for n in v)}"
        for k, (name, v) in enumerate(zip(names, values, strict=True))
    ]
    figure.alt = f"A network drawn with its numbers. {'; '.join(said)}."
    if unit:
        layer, j = unit
        into = ", ".join(_short(w) for w in weights[layer - 1][:, j - 1])
        figure.alt += f" Dark: the wires into unit {j} of layer {layer}, weights {into}, bias {_short(biases[layer - 1][j - 1])}."
    return figure


@styled
def output_choices(scores):
    """The same scores behind identity, sigmoid and softmax, as bars. scores: shape (K,)."""
    scores = np.asarray(scores, dtype=float)
    figure, grid = new_figure(7.0, 2.6, 1, 3)
    said = []
    functions = (("identity", identity, "grey"), ("sigmoid", sigmoid, "green"), ("softmax", softmax, "blue"))
    for axes, (name, h, colour) in zip(grid, functions, strict=True):
        y = h(scores)
        bars = axes.bar(np.arange(len(y)), y, color=COLOURS[colour])
        axes.bar_label(bars, [_say(v) for v in y], fontsize=9, padding=2)
        low, high = min(0, y.min()), max(1.0, y.max())
        axes.set(xticks=np.arange(len(y)), ylim=(1.25 * low, 1.2 * high), xlabel="output unit")
        axes.set_title(f"{name}: sum {_say(y.sum())}")
        axes.grid(axis="x", visible=False)
        axes.axhline(0, color=DARK, linewidth=0.8)
        said.append(f"{name} {', '.join(_say(v) for v in y)}, sum {_say(y.sum())}")
    figure.alt = f"Scores {', '.join(_short(v) for v in scores)} behind three output functions: {'; '.join(said)}."
    return figure


@styled
def digit_reader(image, weights, truth=None):
    """A two-layer ReLU network reading one picture: the pixels, what its hidden units say, and its probabilities.

    image: (D,), a square picture's pixels, 0 paper and 1 ink. weights: {"W1": (D, M), "b1": (M,), "W2": (M, 10), "b2": (10,)}.
    truth: the right digit, if known; of a misread picture its bar is green and hatched, the answer's orange. A hidden unit
    is white where it says 0; the darkest has the largest activation for this picture.
    """
    image = np.asarray(image)
    z1 = relu(image @ weights["W1"] + weights["b1"])
    y = softmax(z1 @ weights["W2"] + weights["b2"])
    answer, side = int(y.argmax()), round(image.size**0.5)
    figure, (left, right) = new_figure(7.0, 2.6, 1, 2)
    figure.set_layout_engine("none")
    left.set_position((0.02, 0.12, 0.46, 0.7))  # both pictures in one pair of axes, in inches: 3.22 by 1.82
    right.set_position((0.57, 0.19, 0.42, 0.63))
    left.axis("off")
    largest = max(float(z1.max()), 1e-9)
    for name, picture, (start, end), cmap, vmax in (
        (f"{image.size} pixels x", image.reshape(side, side), (0, 1.82), "gray_r", 1),
        (f"{z1.size} hidden units z1", z1.reshape(-1, 5), (2.17, 3.15), "Blues", largest),
    ):
        left.imshow(picture, vmin=0, vmax=vmax, cmap=cmap, extent=(start, end, 0, 1.82), aspect="auto")
        frame = [start, end, end, start, start], [0, 0, 1.82, 1.82, 0]
        left.plot(*frame, color=COLOURS["grey"], linewidth=0.8, clip_on=False)
        left.text((start + end) / 2, 1.9, name, ha="center", va="bottom", fontsize=10)
    left.set(xlim=(0, 3.22), ylim=(0, 1.82))
    colours = [COLOURS["grey"]] * len(y)
    colours[answer] = COLOURS["blue"] if truth in (None, answer) else COLOURS["orange"]
    if truth not in (None, answer):
        colours[truth] = "none"
        right.bar(truth, y[truth], width=0.62, color=COLOURS["green"], hatch="///")
    right.vlines(np.arange(len(y)), 0, y, colors=colours, linewidths=17)
    right.grid(axis="x", visible=False)
    right.set(xlim=(-0.6, len(y) - 0.4), ylim=(0, 1), xticks=np.arange(len(y)), yticks=(0, 0.5, 1))
    verdict = "" if truth is None else (", right" if truth == answer else f", wrong: it is a {truth}")
    right.set_title(f"read as {answer} with {_say(y[answer])}{verdict}", y=1.0, fontsize=10)
    figure.alt = (
        f"A digit of {side} × {side} pixels goes through {z1.size} hidden units, {np.sum(z1 > 1e-3)} of them above 0, "
        f"and is read as {answer} with probability {_say(y[answer])}{verdict}."
    )
    return figure


@styled
def misread(images, probabilities, truths):
    """Pictures that were read wrongly, each beside the probabilities of the ten digits.

    images: (N, D), square pictures, N at most 8. probabilities: (N, 10). truths: (N,), the right digits. Orange with a
    dot above it: what was said; green, hatched: what it is.
    """
    images, probabilities = np.asarray(images), np.asarray(probabilities)
    side = round(images.shape[1] ** 0.5)
    rows = -(-len(images) // 4)
    figure, grid = new_figure(7.0, 1.55 * rows, rows, 12, width_ratios=[1, 1.4, 0.25] * 4, squeeze=False)
    figure.get_layout_engine().set(w_pad=0.02, wspace=0)
    for axes in grid.flat:
        axes.axis("off")
    said = []
    for place, (image, y, truth) in enumerate(zip(images, probabilities, truths, strict=True)):
        left, right = grid[place // 4, 3 * (place % 4) :][:2]
        answer = int(y.argmax())
        left.imshow(image.reshape(side, side), vmin=0, vmax=1)
        left.set_title(f"is {truth}", fontsize=9)
        left.set_anchor("N")
        colours = [COLOURS["grey"]] * 10
        colours[answer], colours[truth] = COLOURS["orange"], COLOURS["green"]
        bars = right.bar(np.arange(10), y, color=colours)
        bars[truth].set_hatch("///")
        right.plot(answer, min(y[answer] + 0.09, 1.08), "v", color=COLOURS["orange"], markersize=5)
        right.axis("on")
        right.grid(visible=False)
        right.set(ylim=(0, 1.12), yticks=(0, 1), xticks=np.arange(10))
        right.spines["left"].set_bounds(0, 1)
        right.tick_params(labelsize=7, length=0, pad=1)
        right.set_title(f"said {answer}: {_say(y[answer])}", fontsize=9)
        said.append(f"a {truth} read as {answer} ({_say(y[answer])}, the right one got {_say(y[truth])})")
    figure.alt = f"{len(images)} misread digits with their probabilities: {'; '.join(said)}."
    return figure
