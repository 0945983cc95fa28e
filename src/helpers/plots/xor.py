"""Figures of XOR: two lines instead of one, what a hidden layer does to the plane, and adding made of gates.

Two of them stand under sliders, so they draw as perceptron.py does: few texts, what is alike in one go.
"""

import numpy as np
from matplotlib.patches import Polygon, Rectangle

from helpers.plots.base import COLOURS, new_figure, styled
from helpers.plots.perceptron import (
    DARK,
    GAP,
    HIGH,
    INPUTS,
    LOW,
    OUTPUTS,
    WATER,
    _ball,
    _clip,
    _cross,
    _line,
    _list,
    _outline,
    _plain,
    _show,
    _strokes,
    _sums,
    _tidy,
    gate_name,
)

XOR = OUTPUTS["XOR"]
SQUARE = [(LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH)]
OUTPUT_NEURONS = {  # what two_neurons can put behind the hidden layer: w1, w2, b
    "AND": (0.5, 0.5, -0.7),
    "OR": (1, 1, -0.5),
    "NAND": (-0.5, -0.5, 0.7),
    "NOR": (-1, -1, 0.5),
    "s1 and not s2": (1, -1, -0.5),
    "s2 and not s1": (-1, 1, -0.5),
}
SOLID, DASHED = "-", (0, (4, 3))


@styled
def xor_points(diagonals=False):
    """The four points of XOR in the plane. diagonals: whether to join the two ones, and the two zeros."""
    figure, axes = new_figure(3.6, 3.6)
    _cross(axes, 8, labels=True)
    if diagonals:
        _line(axes, INPUTS[[1, 2]], color=COLOURS["blue"], lw=2.2, zorder=1)
        _line(axes, INPUTS[[0, 3]], color=COLOURS["orange"], lw=2.2, ls=DASHED, zorder=1)
        _line(axes, [(0.5, 0.5)], ls="", marker="X", ms=11, color=DARK, mec="white", zorder=2)
        axes.text(0.64, 0.5, "(½, ½)", ha="left", va="center")
    _dots(axes, INPUTS, XOR)
    axes.set_title("XOR · digits: wanted", fontsize=10)
    figure.alt = (
        f"The four inputs of XOR as points in the plane. Wanted is {_list(XOR)} for 00, 01, 10, 11: "
        "the two ones stand at opposite corners of a square, and so do the two zeros."
    )
    if diagonals:
        figure.alt += " The line that joins the ones and the line that joins the zeros cross in the middle, at (0.5, 0.5)."
    return figure


@styled
def two_lines(first, second, output):
    """Three pictures side by side: where neuron s1 fires, where s2 fires, and where the network of both does.

    first, second: (w1, w2, b) of the two neurons that see the inputs. output: (w1, w2, b) of the one that sees s1, s2.
    Digits show the answers.
    """
    figure, (one, two, both) = new_figure(7.0, 2.9, 1, 3)
    hidden = _hidden(first, second)
    answers = _answers(hidden, output)
    for axes, name, neuron, s in ((one, "s1", first, hidden[:, 0]), (two, "s2", second, hidden[:, 1])):
        _cross(axes, 7, labels=True)
        axes.add_patch(Polygon(_clip(*neuron)[0], fc=WATER, ec="none", zorder=0))
        _border(axes, neuron, name)
        _dots(axes, INPUTS, s)
        axes.set_title(f"{name}: {gate_name(s)}")
    _cross(both, 7, labels=True)
    _regions(both, first, second, output)
    _border(both, first, "s1")
    _border(both, second, "s2")
    _dots(both, INPUTS, answers)
    both.set_title(f"y: {gate_name(answers)}")
    figure.supxlabel("shaded: it says 1   ·   digits: its answers   ·   solid line: s1, dashed line: s2", fontsize=9)
    figure.alt = (
        f"Three planes. s1 gives {_list(hidden[:, 0])} ({gate_name(hidden[:, 0])}), s2 gives {_list(hidden[:, 1])} "
        f"({gate_name(hidden[:, 1])}) for 00, 01, 10, 11. With both lines in one plane the network gives "
        f"{_list(answers)} ({gate_name(answers)})."
    )
    return figure


@styled
def two_layer_diagram(x1, x2, first, second, output):
    """A network of two layers at work, with all weights, biases and sums written on it.

    x1, x2: 0 or 1. first, second: (w1, w2, b) of the hidden neurons s1 and s2. output: (w1, w2, b) of the last one.
    """
    x = np.array([x1, x2])
    sums = [_tidy(x @ np.array(n[:2]) + n[2]) for n in (first, second)]
    s = [int(v > 0) for v in sums]
    last = _tidy(np.array(s) @ np.array(output[:2]) + output[2])
    y = int(last > 0)
    figure, axes = new_figure(7.0, 3.5)
    axes.axis("off")
    axes.set(xlim=(-0.7, 8.4), ylim=(-1.35, 3.45), aspect="equal")
    wires = [((0, 2), x1, (3.6, 2), first[0], 0.3), ((0, 2), x1, (3.6, 0), second[0], 0.3)]
    wires += [((0, 0), x2, (3.6, 2), first[1], 0.3), ((0, 0), x2, (3.6, 0), second[1], 0.3)]
    wires += [((3.6, 2), s[0], (7.2, 1), output[0], 0.5), ((3.6, 0), s[1], (7.2, 1), output[1], 0.5)]
    for start, carries, end, weight, where in wires:
        _wire(axes, [start, end], carries)
        place = np.add(start, np.subtract(end, start) * where)
        box = {"fc": "white", "ec": "none", "pad": 1}
        axes.text(*place, _show(weight), ha="center", va="center", bbox=box, zorder=2)
    _ball(axes, 0, 2, f"{x1}", filled=x1, text_above="x1")
    _ball(axes, 0, 0, f"{x2}", filled=x2, text_above="x2")
    nodes = [("s1", 3.6, 2, first[2], sums[0]), ("s2", 3.6, 0, second[2], sums[1]), ("y", 7.2, 1, output[2], last)]
    for name, across, up, bias, total in nodes:
        _ball(axes, across, up, f"{int(total > 0)}", filled=total > 0, text_above=name)
        axes.text(across, up - 0.44, f"b = {_show(bias)}\nsum {_show(total)}", ha="center", va="top", fontsize=9)
    heads = ((0, "input\n(not counted)"), (3.6, "layer 1\n(hidden layer)"), (7.2, "layer 2\n(output layer)"))
    for across, text in heads:
        axes.text(across, 3.42, text, ha="center", va="top", fontsize=9, color=COLOURS["grey"])
    figure.alt = (
        f"A network of two layers. Inputs {x1} and {x2}; s1 with weights {_plain(first[0])}, {_plain(first[1])} and bias "
        f"{_plain(first[2])} has the sum {_plain(sums[0])} and says {s[0]}; s2 with weights {_plain(second[0])}, "
        f"{_plain(second[1])} and bias {_plain(second[2])} has the sum {_plain(sums[1])} and says {s[1]}; the output neuron "
        f"with weights {_plain(output[0])}, {_plain(output[1])} and bias {_plain(output[2])} has the sum {_plain(last)} "
        f"and says {y}."
    )
    return figure


@styled
def hidden_space(first, second, output):
    """The same network seen twice: in the plane of its inputs, and in the plane of s1 and s2. Wanted is XOR.

    first, second: (w1, w2, b) of the hidden neurons. output: (w1, w2, b) of the neuron behind them, which sees only
    s1 and s2. Rows that the network gets wrong stand in a diamond.
    """
    hidden = _hidden(first, second)
    answers = _answers(hidden, output)
    wrong = np.flatnonzero(answers != XOR)
    figure, (left, right) = new_figure(7.0, 3.9, 1, 2)
    figure.set_layout_engine("none")
    for axes, x in ((left, 0.06), (right, 0.55)):
        axes.set_position((x, 0.2, 0.39, 0.39 * 7.0 / 3.9))
    _cross(left, 7, labels=True)
    _regions(left, first, second, output)
    _border(left, first, "s1", others=[second])
    _border(left, second, "s2", others=[first])
    _dots(left, INPUTS, XOR, wrong)
    _cross(right, 7, labels=False)
    away = LOW - 0.23
    for text, place in (("s1", (0.5, away)), ("s2", (away, 0.5))):
        _line(right, [place], ls="", marker=_outline(text), ms=12, color=DARK, mew=0, clip_on=False)
    corners, line = _clip(*output)
    if len(corners):
        right.add_patch(Polygon(corners, fc=WATER, ec="none", zorder=0))
    if len(line):
        _line(right, line, color=DARK, lw=2, ls=(0, (1, 1)), zorder=1, gid="line")
    places = _hidden_dots(right, hidden, wrong)
    left.set_title("the inputs: solid line s1, dashed line s2", fontsize=10)
    right.set_title("the same four, as s1 and s2; dotted line: y", fontsize=10)
    words = f"right: {4 - len(wrong)} of 4"
    figure.text(0.255, 0.02, words, ha="center", fontsize=13, weight="bold")
    unseen = [name for name, neuron in (("s1", first), ("s2", second)) if not len(_clip(*neuron)[1])]
    if unseen:
        left.text(0.5, 0.5, f"not in the picture:\nthe line of {' and of '.join(unseen)}", ha="center", va="center", fontsize=9)
    figure.text(
        0.745, 0.02, "shaded: y = 1 · digits: wanted" + (" · diamond: wrong" if len(wrong) else ""), ha="center", fontsize=9
    )
    figure.alt = (
        f"s1 gives {_list(hidden[:, 0])} and s2 gives {_list(hidden[:, 1])} for the inputs 00, 01, 10, 11. "
        f"In the plane of s1 and s2 they stand at {'; '.join(places)}. "
        f"The output neuron gives {_list(answers)} ({gate_name(answers)}); wanted is XOR, {words}."
    )
    return figure


@styled
def two_neurons(angle1, b1, angle2, b2, output="AND"):
    """hidden_space for two hidden neurons with weights of length 1.

    angle1, angle2: direction of the weights in degrees: 0 to the right, 90 upwards. b1, b2: biases.
    output: a name in OUTPUT_NEURONS: what is done with s1 and s2.
    """
    (w11, w21), (w12, w22) = ((np.cos(a), np.sin(a)) for a in np.radians([angle1, angle2]))
    figure = hidden_space((w11, w21, b1), (w12, w22, b2), OUTPUT_NEURONS[output])
    figure.alt = (
        f"Two hidden neurons: weights pointing to {angle1} degrees with bias {_plain(b1)}, and to {angle2} degrees with bias "
        f"{_plain(b2)}; output neuron: {output}. {figure.alt}"
    )
    return figure


@styled
def mistakes_per_epoch(runs):
    """How many mistakes the perceptron rule made in each epoch. runs: {name: list of counts, one for each epoch}."""
    figure, axes = new_figure(7.0, 2.6)
    for (name, counts), marker, line in zip(runs.items(), "os^D", (SOLID, DASHED, ":", "-."), strict=False):
        axes.plot(range(1, len(counts) + 1), counts, marker=marker, ls=line, label=name)
    axes.set(xlabel="epoch", ylabel="mistakes", ylim=(-0.3, 4.4), yticks=range(5))
    axes.legend(loc="center right")
    said = [f"{name} {_list(counts)}" for name, counts in runs.items()]
    figure.alt = f"Mistakes of the perceptron rule in each epoch: {'; '.join(said)}."
    return figure


@styled
def four_nands(x1, x2):
    """XOR made of four NAND gates, with the value on every wire. x1, x2: 0 or 1."""
    n = 1 - x1 * x2
    top, low = 1 - x1 * n, 1 - x2 * n
    y = 1 - top * low
    figure, axes = new_figure(7.0, 2.6)
    axes.axis("off")
    axes.set(xlim=(-0.7, 9.4), ylim=(-0.7, 2.9), aspect="equal")
    _wire(axes, [(0, 2.2), (5.0, 2.2)], x1)
    _wire(axes, [(0.9, 2.2), (0.9, 1.3), (2.4, 1.3)], x1)
    _wire(axes, [(0, 0), (5.0, 0)], x2)
    _wire(axes, [(0.9, 0), (0.9, 0.9), (2.4, 0.9)], x2)
    _wire(axes, [(2.4, 1.1), (3.75, 1.1), (3.75, 1.8), (5.0, 1.8)], n)
    _wire(axes, [(3.75, 1.1), (3.75, 0.4), (5.0, 0.4)], n)
    _wire(axes, [(5.0, 2.0), (6.3, 2.0), (6.3, 1.3), (7.0, 1.3)], top)
    _wire(axes, [(5.0, 0.2), (6.3, 0.2), (6.3, 0.9), (7.0, 0.9)], low)
    _wire(axes, [(7.0, 1.1), (8.9, 1.1)], y)
    _line(axes, [(0.9, 2.2), (0.9, 0), (3.75, 1.1)], ls="", marker="o", ms=5, color=DARK, mew=0, zorder=2)
    for x, up in ((2.4, 1.1), (4.7, 2.0), (4.7, 0.2), (7.0, 1.1)):
        axes.add_patch(Rectangle((x - 0.55, up - 0.42), 1.1, 0.84, fc="white", ec=DARK, lw=1.5, zorder=3))
        axes.text(x, up, "NAND", ha="center", va="center", fontsize=9, zorder=4)
    for x, up, digit in ((3.33, 1.36, f"n={n}"), (5.75, 2.26, top), (5.75, 0.46, low)):
        axes.text(x, up, f"{digit}", ha="center", va="center", weight="bold")
    _ball(axes, 0, 2.2, f"{x1}", filled=x1, text_above="x1")
    _ball(axes, 0, 0, f"{x2}", filled=x2, text_above="x2")
    _ball(axes, 8.8, 1.1, f"{y}", filled=y, text_above="output")
    figure.alt = (
        f"Four NAND gates. The first sees the inputs {x1} and {x2} and says {n}; the second sees x1 and that {n} and says "
        f"{top}; the third sees x2 and that {n} and says {low}; the fourth sees both and says {y}."
    )
    return figure


@styled
def adder(a, b):
    """Two numbers from 0 to 15 added by four full adders: their bits, the carries and the five bits of the sum."""
    for number in (a, b):
        if not 0 <= number <= 15:
            raise ValueError(f"four bits hold whole numbers from 0 to 15; this one is {number}.")
    places = np.arange(4)
    bits_a, bits_b = (a >> places) & 1, (b >> places) & 1
    carries = [0]
    for p, q in zip(bits_a, bits_b, strict=True):
        carries.append(int(p + q + carries[-1] > 1))
    total = (a + b >> np.arange(5)) & 1
    figure, axes = new_figure(7.0, 3.6)
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.axis("off")
    axes.set(xlim=(-3.0, 11.0), ylim=(-2.1, 5.1), xticks=(), yticks=())
    across = 8.0 - 2 * places
    wires = {0: [], 1: []}
    for x, p, q, c, s in zip(across, bits_a, bits_b, carries[:4], total[:4], strict=True):
        wires[int(p)].append([(x - 0.35, 3.7), (x - 0.35, 1.6), GAP])
        wires[int(q)].append([(x + 0.35, 2.7), (x + 0.35, 1.6), GAP])
        wires[c].append([(x + (1.4 if x == 8 else 1.3), 1.0), (x + 0.7, 1.0), GAP])
        wires[int(s)].append([(x, 0.4), (x, -0.5), GAP])
    wires[carries[4]].append([(1.3, 1.0), (0, 1.0), (0, -0.5), GAP])
    for value, strokes in wires.items():
        style = {"lw": 2, "ls": SOLID} if value else {"lw": 1, "ls": DASHED}
        _strokes(axes, strokes, color=DARK, zorder=1, **style)
    boxes = [[(x - 0.7, 0.4), (x + 0.7, 0.4), (x + 0.7, 1.6), (x - 0.7, 1.6), (x - 0.7, 0.4), GAP] for x in across]
    _strokes(axes, boxes, color=DARK, lw=1.6, zorder=2)
    _line(axes, [(x, 1.2) for x in across], ls="", marker=_outline("full"), ms=13, color=DARK, mew=0)
    _line(axes, [(x, 0.8) for x in across], ls="", marker=_outline("adder"), ms=25, color=DARK, mew=0)
    spots = [(x - 0.35, 3.7) for x in across] + [(x + 0.35, 2.7) for x in across] + [(x, -0.8) for x in (*across, 0.0)]
    digits = np.array([*bits_a, *bits_b, *total])
    _dots(axes, np.array(spots), digits, size=14)
    carried = np.array([(x + 1.0, 1.4) for x in (*across, 0.0)])
    for digit in (0, 1):
        if len(at := carried[np.array(carries) == digit]):
            _line(axes, at, ls="", marker=_outline(str(digit), "bold"), ms=8, color=COLOURS["orange"], mew=0)
    for x, worth in zip((*across, 0.0), (1, 2, 4, 8, 16), strict=True):
        axes.text(x, -1.35, f"{worth}s", ha="center", va="top", fontsize=9, color=COLOURS["grey"])
    axes.text(-2.8, 3.7, f"a = {a}", va="center", fontsize=12)
    axes.text(-2.8, 2.7, f"b = {b}", va="center", fontsize=12)
    axes.text(-2.8, 1.4, "carries", va="center", fontsize=10, color=COLOURS["orange"])
    axes.text(-2.8, -0.8, f"sum = {a + b}", va="center", fontsize=12, weight="bold")
    axes.text(4.0, 4.95, f"{a} + {b} = {a + b}", ha="center", va="top", fontsize=13)
    figure.alt = (
        f"{a} + {b} = {a + b} with four full adders. In bits, highest first: {_bits(bits_a)} + {_bits(bits_b)} = {_bits(total)}; "
        f"carries into the places 16, 8, 4, 2: {_list(carries[:0:-1])}."
    )
    return figure


def _bits(lowest_first):
    return "".join(str(int(bit)) for bit in lowest_first[::-1])


def _hidden(first, second):
    """The four rows as s1 and s2, shape (4, 2)."""
    return np.stack([_sums(*first) > 0, _sums(*second) > 0], axis=1).astype(int)


def _answers(hidden, output):
    return (_tidy(hidden @ np.array(output[:2]) + output[2]) > 0).astype(int)


def _wire(axes, points, carries):
    """A line through points: solid where it carries a 1, dashed where it carries a 0."""
    _line(axes, points, color=DARK, lw=2 if carries else 1, ls=SOLID if carries else DASHED, zorder=1)


def _dots(axes, places, digits, wrong=(), size=15):
    """Dots with digits in them, filled for 1, and a diamond around those whose numbers stand in wrong."""
    digits = np.asarray(digits)
    for digit, fill, ink in ((0, "white", DARK), (1, COLOURS["blue"], "white")):
        if len(points := places[digits == digit]):
            _line(axes, points, ls="", marker="o", ms=size, mfc=fill, mec=COLOURS["blue"], mew=1.4, zorder=3)
            _line(axes, points, ls="", marker=_outline(str(digit)), ms=0.5 * size, color=ink, mew=0, zorder=4)
    if len(wrong):
        style = {"marker": "D", "ms": size + 3, "mec": COLOURS["orange"], "mew": 2}
        _line(axes, places[list(wrong)], ls="", mfc="none", zorder=2, **style)


def _hidden_dots(axes, hidden, wrong):
    """Draw the rows at (s1, s2), those that want different digits side by side; return who stands where, as words."""
    places, digits, faults, said = [], [], [], []
    for s1, s2 in INPUTS:
        rows = np.flatnonzero((hidden == (s1, s2)).all(axis=1))
        if not len(rows):
            continue
        rows = rows[np.argsort(XOR[rows], kind="stable")]  # named in the order of the dots
        names = " ".join("".join(map(str, INPUTS[k])) for k in rows)
        said.append(f"({s1}, {s2}): {names}")
        box = {"fc": "white", "ec": "none", "pad": 1, "alpha": 0.85}
        axes.text(s1, s2 + 0.19, names, ha="center", va="bottom", fontsize=9, bbox=box, zorder=2.5)
        wanted = sorted(set(XOR[rows].tolist()))
        for digit, shift in zip(wanted, (0,) if len(wanted) == 1 else (-0.11, 0.11), strict=True):
            if any(k in wrong and XOR[k] == digit for k in rows):
                faults.append(len(places))
            places.append((s1 + shift, s2))
            digits.append(digit)
    _dots(axes, np.array(places), digits, faults)
    return said


def _border(axes, neuron, name, others=()):
    """The neuron's line, and its name on the side where it fires, as far as possible from the dots."""
    ends = _clip(*neuron)[1]
    if not len(ends):
        return
    style = {"color": COLOURS["blue"], "ls": SOLID} if name == "s1" else {"color": COLOURS["orange"], "ls": DASHED}
    _line(axes, ends, lw=2, zorder=1, gid=name, **style)
    w = np.array(neuron[:2], dtype=float)
    ends = sorted(map(tuple, ends))  # s1 is named in the first half of its line, s2 in the second: equal lines keep two names
    half = np.linspace(0.04, 0.46, 12) if name == "s1" else np.linspace(0.54, 0.96, 12)
    start, along = np.array(ends[0]), np.subtract(ends[1], ends[0])
    spots = start + half[:, None] * along + 0.13 * w / np.hypot(*w)
    room = np.min(np.hypot(*(spots[:, None] - INPUTS).transpose(2, 0, 1)), axis=1).clip(max=0.3)
    for other in others:  # keep off the other line, too
        v = np.array(other[:2], dtype=float)
        room = np.minimum(room, np.abs(spots @ v + other[2]) / np.hypot(*v) + 0.1)
    inside = np.minimum(spots - LOW, HIGH - spots).min(axis=1)
    place = spots[np.argmax(np.minimum(room, inside + 0.15))].clip(LOW + 0.1, HIGH - 0.1)
    _line(axes, [place], ls="", marker=_outline(name, "bold"), ms=13, color=style["color"], mew=0, zorder=2.5)


def _regions(axes, first, second, output):
    """Shade the part of the square where the whole network says 1: up to four pieces between the two lines."""
    for s1, s2 in INPUTS:
        if output[0] * s1 + output[1] * s2 + output[2] > 0:
            piece = _cut(_cut(SQUARE, first, s1), second, s2)
            if len(piece) > 2:
                axes.add_patch(Polygon(piece, fc=WATER, ec=WATER, lw=0.8, zorder=0))


def _cut(corners, neuron, says):
    """The part of a convex polygon where the neuron says 1 (says = 1) or 0 (says = 0)."""
    sign = 1 if says else -1
    sums = [sign * float(_tidy(neuron[0] * x + neuron[1] * y + neuron[2])) for x, y in corners]
    if says and sums and max(sums) <= 0:  # on the line it says 0
        return []
    kept = []
    for k, (p, s) in enumerate(zip(corners, sums, strict=True)):
        q, r = corners[k - 1], sums[k - 1]
        if s * r < 0:
            kept.append(tuple(np.add(q, np.subtract(p, q) * (r / (r - s)))))
        if s >= 0:
            kept.append(p)
    return kept
