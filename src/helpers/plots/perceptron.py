"""Figures of lesson 01: where a perceptron says 1, which gate it is, and its learning rule step by step."""

import numpy as np

from helpers.plots import plane
from helpers.plots.base import fixed_panels, new_figure, styled
from helpers.plots.ink import BOX, COLOURS, DARK, DASHED, SMALL, TEXT, TINT, TITLE, dress, line, pair, signed, stamp, subscripts
from helpers.plots.ink import text as words_in
from helpers.plots.plane import INPUTS, gate_name, listed, show, tidy

LEFT_HALF = (0.075, 0.145, 0.37, 0.37 * 7.0 / 3.4)  # of a figure with words in the other: a second pair of axes takes time


@styled
def gate_regions(panels, wanted=None, columns=None, labels=True, seen=()):
    """Where perceptrons say 1, side by side: shaded region, boundary line, the four inputs with the answers as digits.

    panels: list of (title, w1, w2, b). wanted: four 0s and 1s, (4,); then the digits show them, those that the perceptron gets
    wrong in a diamond. columns: panels in a row, at most all. labels: whether the axes are labelled. seen: for each panel the
    row, (2,), that gets a square, or None; the panels beyond its end get none.
    """
    columns, said = min(len(panels), columns or len(panels)), []
    rows, high = -(-len(panels) // columns), 7.0 / columns + (0.45 if labels else 0.3)
    figure, grid = new_figure(7.0, rows * high + 0.2, rows, columns, squeeze=False)
    rows_seen = [*seen, *[None] * (len(panels) - len(seen))]
    for axes, (title, w1, w2, b), row in zip(grid.flat, panels, rows_seen, strict=False):
        answers, wrong = _plane(axes, w1, w2, b, wanted, seen=row, small=columns > 3, labels=labels)
        axes.set_title(subscripts(title), fontsize=TITLE if columns < 4 else SMALL)
        found = gate_name(answers) + ("" if wanted is None else f", {len(wrong)} wrong")
        found += "" if row is None else f", square at {row[0]}{row[1]}"
        said.append(f"{title}: w = ({show(w1)}, {show(w2)}), b = {show(b)} gives {listed(answers)} ({found})")
    for axes in grid.flat[len(panels) :]:
        axes.axis("off")
    digits = "its answers" if wanted is None else "what is wanted   ·   diamond: a wrong answer"
    digits = "wanted   ·   diamond: wrong   ·   square: corrected next" if len(seen) else digits
    axis_names = "" if labels else "   ·   x₁ to the right, x₂ upwards"
    figure.supxlabel(f"shaded: it says 1   ·   digits: {digits}{axis_names}", fontsize=SMALL)
    aim = "" if wanted is None else f" {gate_name(wanted)} is wanted."
    return figure.saying(f"Regions of {len(panels)} perceptrons; outputs for 00, 01, 10, 11.{aim} {'; '.join(said)}.")


@styled
def gate_finder(w1, w2, b, wanted="anything"):
    """The region and the truth table of one perceptron, its sums rounded to nine digits, and which gate it is.

    wanted: a name that gate_name gives, to see which rows of that gate are right, or "anything".
    """
    aim = None if wanted == "anything" else plane.OUTPUTS[wanted]
    figure, (axes,) = fixed_panels(7.0, 3.4, LEFT_HALF)
    answers, wrong = _plane(axes, w1, w2, b, aim, arrow=True)
    dress(axes, f"shaded: it says 1 · digits: {'its answers' if aim is None else 'wanted'}")
    head, rows = "x₁ x₂   sum       output", []
    for k, ((x1, x2), v) in enumerate(zip(INPUTS, plane.sums(w1, w2, b), strict=True)):
        check = "" if aim is None else f"   {aim[k]}: {'wrong' if k in wrong else 'right'}"
        rows.append(f"{x1:2} {x2:2}  {show(v):>4} {'(tie)' if v == 0 else '':5} {answers[k]:4}  {check}")
    style = {"family": "monospace", "va": "top"}
    figure.text(0.48, 0.79, head if aim is None else head + "  wanted", weight="bold", **style)
    figure.text(0.48, 0.71, "\n".join(rows), linespacing=1.6, **style)
    name = gate_name(answers)
    found = f"No gate: {name}." if name.startswith("always") else f"This is {name}."
    found = f"No gate: it copies {name}." if name in ("x1", "x2") else found
    figure.text(0.48, 0.90, f"{show(w1)}·x₁ {signed(w2, 6)}·x₂ {signed(b, 6)} > 0 ?", fontsize=TITLE)
    figure.text(0.48, 0.25, subscripts(found), fontsize=TITLE, weight="bold")
    verdict = "" if aim is None else f"Wanted {wanted}: {4 - len(wrong)} of 4 rows right."
    away = "(the line lies outside the picture)" if w1 or w2 else "(both weights are 0: there is no line)"
    remarks = filter(None, [subscripts(verdict), "" if plane.border((w1, w2, b)) else away])
    figure.text(0.48, 0.2, "\n".join(remarks), fontsize=TEXT, va="top", linespacing=1.6)
    neuron = f"A perceptron with w1 = {show(w1)}, w2 = {show(w2)}, b = {show(b)}"
    return figure.saying(f"{neuron}: outputs {listed(answers)} for the inputs 00, 01, 10, 11. {found} {verdict}".strip())


@styled
def perceptron_update(updates, wanted, step):
    """One update of the perceptron learning rule: the line before and after it, and the arithmetic.

    updates: list of (epoch, x, error, w, b), one for each mistake: w (2,) and b after it, x (2,) the row it was made on; before
    the first, all weights are 0. wanted: targets, (4,). step: which update; 0 is the start, and after the last one nothing
    changes. Source: Rosenblatt, Principles of Neurodynamics, 1962.
    """
    wanted = np.asarray(wanted)
    name, last, moved = gate_name(wanted), len(updates), 0 < step <= len(updates)
    history = [(0, None, 0, np.zeros(2), 0.0), *updates]
    epoch, x, error, w, b = history[min(step, last)]
    _, _, _, w_before, b_before = history[step - 1 if moved else 0]
    figure, (axes,) = fixed_panels(7.0, 3.4, LEFT_HALF)
    _, wrong = _plane(axes, *w, b, wanted, before=(*w_before, b_before) if moved else None, seen=x if moved else None)
    dress(axes, "shaded: it says 1 · digits: wanted")
    if moved:
        head, sign = f"{name}: update {step} of {last}, epoch {epoch}", "+" if error > 0 else "−"
        said, old, new = int(error < 0), tidy(x @ w_before + b_before), tidy(x @ w + b)
        lines = [
            f"At {pair(x, 6)} the sum is {show(old)}: it says {said}.",
            f"Wanted is {said + int(error)}: the error is {show(error)}.\n",
            f"w: {pair(w_before, 6)} {sign} {pair(np.abs(w - w_before), 6)} = {pair(w, 6)}.",
            f"b: {show(b_before)} {sign} {show(abs(b - b_before))} = {show(b)}.\n",
            f"The sum at {pair(x, 6)} is now {show(new)}.",
        ]
    elif step == 0:
        head = f"{name}: the start"
        lines = [f"w = {pair(w, 6)}, b = {show(b)}.", "Every sum is 0, so it says 0 everywhere.", "There is no line yet."]
    else:
        head = f"{name}: nothing left to do at {step}"
        lines = [f"Update {last} was the last one.", f"w = {pair(w, 6)}, b = {show(b)}."]
    lines.append(f"Rows right: {4 - len(wrong)} of 4.")
    marks = (["square: the row of this update"] if moved else []) + (["diamond: wrong now"] if wrong else [])
    figure.text(0.49, 0.89, subscripts(head), fontsize=TITLE, weight="bold", va="top")
    figure.text(0.49, 0.78, "\n".join(lines), fontsize=TEXT, va="top", linespacing=1.4)
    figure.text(0.49, 0.05, "\n".join(marks), fontsize=TEXT, linespacing=1.4)
    return figure.saying(" ".join([head + ".", *lines]).replace("\n", ""))


@styled
def right_angle(w1, w2, b):
    """A perceptron's line, two points p and q on it, and its weights as an arrow that stands on the line at p."""
    figure, (axes,) = fixed_panels(7.0, 3.4, LEFT_HALF)
    plane.draw_axes(axes)
    plane.draw_region(axes, plane.cut(plane.SQUARE, (w1, w2, b)))
    begin, end = np.array(sorted(plane.border((w1, w2, b))))
    line(axes, [begin, end], color=COLOURS["blue"], lw=2, zorder=1, gid="line")
    p, q, w = begin + 0.55 * (end - begin), begin + 0.85 * (end - begin), np.array([w1, w2])
    up, along = w / np.hypot(*w), (q - p) / np.hypot(*(q - p))
    line(axes, p + 0.11 * np.array([along, along + up, up]), color=DARK, lw=1.2, zorder=2, gid="corner")
    for tip, name, colour, aside in ((w, "w", "orange", -0.12 * along), (q - p, "q − p", "green", -0.2 * up)):
        arrow = {"arrowstyle": "-|>", "color": COLOURS[colour], "lw": 2.4, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", p + tip, p, arrowprops=arrow)
        axes.text(*(p + 0.5 * tip + aside), name, color=DARK, weight="bold", ha="center", va="center")
    line(axes, [p, q], ls="", marker="o", ms=7, color=DARK, mew=0, zorder=4)
    for point, name in ((p, "p"), (q, "q")):
        axes.text(*(point + 0.07 * along - 0.13 * up), name, ha="center", va="center", fontsize=TITLE)
    dress(axes, "shaded: it says 1")
    words = [f"w = {pair(w, 6)}, b = {show(b)}", f"p = {pair(p, 2)}: sum {show(tidy(w @ p + b))}"]
    words += [f"q = {pair(q, 2)}: sum {show(tidy(w @ q + b))}", f"w · (q − p) = {show(tidy(w @ (q - p)))}"]
    figure.text(0.49, 0.78, "\n".join(words), fontsize=TEXT, va="top", linespacing=1.8)
    said = f"A line with two points p and q on it: {'; '.join(words)}."
    return figure.saying(f"{said} The arrow w stands on the line at a right angle.")


@styled
def kinds_and_lines(X, t, panels, names, kinds):
    """Samples of two kinds by two measured numbers, and where a perceptron says 1, once for each panel.

    X: (N, 2). t: targets, (N,), 0 or 1. panels: list of (title, w, b), w (2,). names: of the two axes. kinds: what the targets
    0 and 1 stand for.
    """
    (left, low), (right, high) = X.min(axis=0) - 0.06, X.max(axis=0) + 0.06
    figure, grid = new_figure(7.0, 2.8, 1, len(panels), squeeze=False, sharey=True)
    said = []
    for axes, (title, w, b) in zip(grid.flat, panels, strict=True):
        wrong = (X @ w + b > 0) != t
        if corners := plane.cut([(left, low), (right, low), (right, high), (left, high)], (*w, b)):
            axes.fill(*np.array(corners).T, fc=TINT, ec=COLOURS["blue"], lw=1.2, zorder=0)
        style = {"ls": "", "ms": 4, "mec": COLOURS["blue"], "mew": 0.8, "zorder": 2}
        axes.plot(*X[t == 0].T, marker="o", mfc="white", **style)
        axes.plot(*X[t == 1].T, marker="s", mfc=COLOURS["blue"], **style)
        axes.plot(*X[wrong].T, ls="", marker="D", ms=8, mfc="none", mec=COLOURS["orange"], mew=1.2, zorder=3)
        axes.set(xlim=(left, right), ylim=(low, high), xlabel=names[0], title=title)
        axes.grid(False)
        said.append(f"{title}: {np.sum(wrong)} wrong")
    grid[0, 0].set_ylabel(names[1])
    key = f"hollow dot: {kinds[0]}   ·   square: {kinds[1]}   ·   shaded: it says 1   ·   diamond: wrong"
    figure.supxlabel(key, fontsize=SMALL)
    return figure.saying(f"{len(t)} samples by {names[0]} and {names[1]}: {kinds[0]} or {kinds[1]}. {'; '.join(said)}.")


def _plane(axes, w1, w2, b, wanted=None, arrow=False, before=None, seen=None, small=False, labels=True):
    """Draw region, line and points; return the four answers and the numbers of the rows that differ from wanted."""
    answers = (plane.sums(w1, w2, b) > 0).astype(int)
    plane.draw_axes(axes, ("x₁", "x₂") if labels else (), points=SMALL if small else 10)
    plane.draw_region(axes, plane.cut(plane.SQUARE, (w1, w2, b)))
    if before is not None and (earlier := plane.border(before)):
        line(axes, earlier, color=COLOURS["grey"], lw=1.6, ls=DASHED, zorder=1, gid="before")
        place = np.add(earlier[0], np.subtract(earlier[1], earlier[0]) * 0.12)  # a little way in: room for the word
        axes.text(*place, "before", color=words_in("grey"), fontsize=SMALL, ha="center", va="center", bbox=BOX)
    if ends := plane.border((w1, w2, b)):
        line(axes, ends, color=COLOURS["blue"], lw=2, zorder=1, gid="line")
        if arrow:
            w = np.array([w1, w2])
            foot = 0.5 - (0.5 * w1 + 0.5 * w2 + b) / (w @ w) * w  # the line's point nearest to the middle
            along, head = w / np.hypot(*w), (3, 0, np.degrees(np.arctan2(w2, w1)) - 90)  # a triangle, turned
            style = {"color": COLOURS["orange"], "lw": 2, "ms": 9, "mew": 0, "zorder": 3.5}
            line(axes, [foot, foot + 0.3 * along], marker=head, markevery=[1], gid="w", **style)
            beside = foot + 0.12 * along + 0.11 * np.array([along[1], -along[0]])
            stamp(axes, "w", [beside], TITLE, words_in("orange"), "bold", zorder=3.5)
    digits = answers if wanted is None else np.asarray(wanted)
    wrong = np.flatnonzero(digits != answers).tolist()
    plane.draw_dots(axes, INPUTS, digits, wrong, size=12 if small else 18)
    if seen is not None:
        line(axes, [seen], ls="", marker="s", ms=23 if small else 32, mfc="none", mec=DARK, mew=1.6, zorder=2)
    return answers, wrong
