"""Figures of lesson 02: two lines instead of one, and what a hidden layer does to the plane."""

import numpy as np

from helpers.plots import plane
from helpers.plots.base import fixed_panels, new_figure, styled
from helpers.plots.ink import BOX, COLOURS, DARK, DASHED, SMALL, TEXT, TITLE, line, stamp, subscripts, text
from helpers.plots.labels import at_ends
from helpers.plots.plane import INPUTS, XOR, gate_name, listed, show, tidy

OUTPUT_NEURONS = {  # what two_neurons can put behind the hidden layer: w1, w2, b
    "AND": (0.5, 0.5, -0.7),
    "OR": (1, 1, -0.5),
    "NAND": (-0.5, -0.5, 0.7),
    "NOR": (-1, -1, 0.5),
    "s1 and not s2": (1, -1, -0.5),
    "s2 and not s1": (-1, 1, -0.5),
}


@styled
def xor_points(diagonals=False):
    """The four points of XOR in the plane. diagonals: whether to join the two ones, and the two zeros."""
    figure, axes = new_figure(3.6, 3.6)
    plane.draw_axes(axes)
    if diagonals:
        line(axes, INPUTS[[1, 2]], color=COLOURS["blue"], lw=2.2, zorder=1)
        line(axes, INPUTS[[0, 3]], color=COLOURS["orange"], lw=2.2, ls=DASHED, zorder=1)
        line(axes, [(0.5, 0.5)], ls="", marker="X", ms=11, color=DARK, mec="white", zorder=2)
        axes.text(0.64, 0.5, "(½, ½)", ha="left", va="center")
    plane.draw_dots(axes, INPUTS, XOR)
    axes.set_title("XOR · digits: wanted", fontsize=TEXT)
    corners = "the two ones stand at opposite corners of a square, and so do the two zeros."
    if diagonals:
        corners += " The line that joins the ones and the line that joins the zeros cross in the middle, at (0.5, 0.5)."
    return figure.saying(f"The four inputs of XOR as points in the plane. Wanted is {listed(XOR)} for 00, 01, 10, 11: {corners}")


@styled
def two_lines(first, second, output):
    """Three pictures side by side: where neuron s1 fires, where s2 fires, and where the network of both does.

    first, second: (w1, w2, b) of the two neurons that see the inputs. output: (w1, w2, b) of the one that sees s1, s2.
    """
    figure, (one, two, both) = new_figure(7.0, 2.9, 1, 3)
    hidden, answers = _at_work(first, second, output)
    for axes, name, says in ((one, "s1", hidden[:, 0]), (two, "s2", hidden[:, 1]), (both, "y", answers)):
        plane.draw_axes(axes)
        plane.draw_dots(axes, INPUTS, says)
        axes.set_title(subscripts(f"{name}: {gate_name(says)}"))
    _regions(both, first, second, output)
    for axes, name, neuron in ((one, "s1", first), (two, "s2", second)):
        plane.draw_region(axes, plane.cut(plane.SQUARE, neuron))
        _border(axes, neuron, name)
        _border(both, neuron, name)
    figure.supxlabel("shaded: it says 1   ·   digits: its answers   ·   solid line: s₁, dashed line: s₂", fontsize=SMALL)
    s1, s2, y = (f"{listed(said)} ({gate_name(said)})" for said in (*hidden.T, answers))
    hidden_ones = f"Three planes. s1 gives {s1}, s2 gives {s2} for 00, 01, 10, 11."
    return figure.saying(f"{hidden_ones} With both lines in one plane the network gives {y}.")


@styled
def hidden_space(first, second, output):
    """The same network seen twice, in the planes of its inputs and of s1 and s2, against XOR: diamonds are wrong.

    first, second: (w1, w2, b) of the hidden neurons. output: (w1, w2, b) of the neuron behind them, which sees only s1, s2.
    """
    hidden, answers = _at_work(first, second, output)
    wrong = np.flatnonzero(answers != XOR)
    figure, (left, right) = fixed_panels(7.0, 3.9, *[(x, 0.2, 0.39, 0.39 * 7.0 / 3.9) for x in (0.06, 0.55)])
    plane.draw_axes(left)
    _regions(left, first, second, output)
    _border(left, first, "s1", others=[second])
    _border(left, second, "s2", others=[first])
    plane.draw_dots(left, INPUTS, XOR, wrong)
    plane.draw_axes(right, ("s₁", "s₂"))
    plane.draw_region(right, plane.cut(plane.SQUARE, output))
    if ends := plane.border(output):
        line(right, ends, color=DARK, lw=2, ls=(0, (1, 1)), zorder=1, gid="line")
    places = _hidden_dots(right, hidden, wrong)
    unseen = [name for name, neuron in (("s₁", first), ("s₂", second)) if not plane.border(neuron)]
    lines = f"not in the picture: the line of {' and of '.join(unseen)}" if unseen else "solid line s₁, dashed line s₂"
    left.set_title(f"the inputs; {lines}", fontsize=TEXT)
    right.set_title("the same four, as s₁ and s₂; dotted line: y", fontsize=TEXT)
    words, key = f"right: {4 - len(wrong)} of 4", "shaded: y = 1 · digits: wanted" + " · diamond: wrong" * (len(wrong) > 0)
    figure.text(0.255, 0.02, words, ha="center", fontsize=TITLE, weight="bold")
    figure.text(0.745, 0.02, key, ha="center", fontsize=SMALL)
    given = f"s1 gives {listed(hidden[:, 0])} and s2 gives {listed(hidden[:, 1])} for the inputs 00, 01, 10, 11"
    out = f"The output neuron gives {listed(answers)} ({gate_name(answers)}); wanted is XOR, {words}"
    return figure.saying(f"{given}. In the plane of s1 and s2 they stand at {'; '.join(places)}. {out}.")


@styled
def two_neurons(angle1, b1, angle2, b2, output="AND"):
    """hidden_space for two hidden neurons with weights of length 1, biases b1 and b2, and an output from OUTPUT_NEURONS.

    angle1, angle2: direction of the weights in degrees: 0 to the right, 90 upwards.
    """
    (w11, w21), (w12, w22) = ((np.cos(a), np.sin(a)) for a in np.radians([angle1, angle2]))
    figure = hidden_space((w11, w21, b1), (w12, w22, b2), OUTPUT_NEURONS[output])
    one, two = f"{angle1} degrees with bias {show(b1)}", f"{angle2} degrees with bias {show(b2)}"
    return figure.saying(f"Two hidden neurons: weights pointing to {one}, and to {two}; output neuron: {output}. {figure.alt}")


@styled
def mistakes_per_epoch(runs):
    """How many mistakes the perceptron rule made in each epoch. runs: {name: list of counts, one for each epoch}."""
    figure, axes = new_figure(7.0, 2.6)
    ends, looks = [], zip(("blue", "orange", "green", "pink"), "os^D", ("-", DASHED, ":", "-."), strict=True)
    for (name, counts), (colour, marker, dash) in zip(runs.items(), looks, strict=False):
        axes.plot(range(1, len(counts) + 1), counts, marker=marker, ls=dash, color=COLOURS[colour])
        ends.append((len(counts), counts[-1], name, colour))
    axes.set(xlabel="epoch", ylabel="mistakes", ylim=(-0.3, 4.4), yticks=range(5))
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlim(0.8, max(x for x, *_ in ends) + 0.2)
    at_ends(axes, ends)
    said = "; ".join(f"{name} {listed(counts)}" for name, counts in runs.items())
    return figure.saying(f"Mistakes of the perceptron rule in each epoch: {said}.")


def _at_work(first, second, output):
    """The four rows as s1 and s2, (4, 2), and the network's answers, (4,)."""
    hidden = np.stack([plane.sums(*first) > 0, plane.sums(*second) > 0], axis=1).astype(int)
    return hidden, (tidy(hidden @ np.array(output[:2]) + output[2]) > 0).astype(int)


def _hidden_dots(axes, hidden, wrong):
    """Draw the rows at (s1, s2), those that want different digits side by side; return who stands where, as words."""
    places, digits, faults, said = [], [], [], []
    for s1, s2 in np.unique(hidden, axis=0):
        rows = np.flatnonzero((hidden == (s1, s2)).all(axis=1))
        rows = rows[np.argsort(XOR[rows], kind="stable")]  # named in the order of the dots
        names = " ".join("".join(map(str, INPUTS[k])) for k in rows)
        said.append(f"({s1}, {s2}): {names}")
        axes.text(s1, s2 + 0.19, names, ha="center", va="bottom", fontsize=SMALL, bbox=BOX, zorder=2.5)
        wanted = sorted(set(XOR[rows].tolist()))
        for digit, shift in zip(wanted, (0,) if len(wanted) == 1 else (-0.11, 0.11), strict=True):
            if any(k in wrong and XOR[k] == digit for k in rows):
                faults.append(len(places))
            places.append((s1 + shift, s2))
            digits.append(digit)
    plane.draw_dots(axes, np.array(places), digits, faults)
    return said


def _border(axes, neuron, name, others=()):
    """The neuron's line, and its name on the side where it fires, as far as possible from the dots."""
    ends = plane.border(neuron)
    if not ends:
        return
    style = {"color": COLOURS["blue"], "ls": "-"} if name == "s1" else {"color": COLOURS["orange"], "ls": DASHED}
    line(axes, ends, lw=2, zorder=1, gid=name, **style)
    w = np.array(neuron[:2], dtype=float)
    ends = sorted(map(tuple, ends))  # s1 is named in the first half of its line, s2 in the second: equal lines keep two names
    half = np.linspace(0.04, 0.46, 12) if name == "s1" else np.linspace(0.54, 0.96, 12)
    start, along = np.array(ends[0]), np.subtract(ends[1], ends[0])
    spots = start + half[:, None] * along + 0.13 * w / np.hypot(*w)
    room = np.min(np.hypot(*(spots[:, None] - INPUTS).transpose(2, 0, 1)), axis=1).clip(max=0.3)
    for other in others:  # keep off the other line, too
        v = np.array(other[:2], dtype=float)
        room = np.minimum(room, np.abs(spots @ v + other[2]) / np.hypot(*v) + 0.1)
    inside = np.minimum(spots - plane.LOW, plane.HIGH - spots).min(axis=1)
    place = spots[np.argmax(np.minimum(room, inside + 0.15))].clip(plane.LOW + 0.1, plane.HIGH - 0.1)
    stamp(axes, subscripts(name), [place], TITLE, text("blue" if name == "s1" else "orange"), "bold", zorder=2.5)


def _regions(axes, first, second, output):
    """Shade the part of the square where the whole network says 1: up to four pieces between the two lines."""
    for s1, s2 in INPUTS:
        if output[0] * s1 + output[1] * s2 + output[2] > 0:
            plane.draw_region(axes, plane.cut(plane.cut(plane.SQUARE, first, s1), second, s2))
