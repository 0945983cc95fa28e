"""Figures of lesson 11: where each test listens, two losses side by side, what tests find, what a mistake costs."""

import numpy as np

from helpers.plots import ink
from helpers.plots.base import fixed_panels, new_drawing, styled
from helpers.plots.ink import COLOURS, DARK, PALE
from helpers.plots.labels import box

STATIONS = [  # a training from left to right: name, what happens there, the tests that listen there
    ("data", "pictures\nand labels", ["inputs", "shuffled labels"]),
    ("forward", "scores", ["signals"]),
    ("loss", "one number", ["start loss", "doubled batch"]),
    ("backward", "slopes", ["slopes"]),
    ("step", "new weights", ["one step", "handful"]),
    ("judgement", "accuracy", ["every class", "several seeds"]),
]
MARKS = {False: ("X", "orange", 10, "finds something"), True: ("o", "grey", 4, "nothing"), None: ("_", "grey", 8, "cannot say")}


@styled
def where_tests_listen():
    """A training drawn as a row of six stations, and under each of them the tests of the clinic that listen there."""
    figure, axes = new_drawing(7.2, 2.75, (0, 7.2), (0, 2.75))
    middles = 0.64 + 1.184 * np.arange(len(STATIONS))
    for x, (name, makes, tests) in zip(middles, STATIONS, strict=True):
        box(axes, x, 1.91, 0.96, 0.72, rounding=0.08)
        axes.text(x, 2.1, name, ha="center", va="center", fontsize=ink.TEXT, weight="bold")
        axes.text(x, 1.78, makes, ha="center", va="center", fontsize=ink.SMALL, linespacing=1.1)
        for row, test in enumerate(tests):
            y = 0.92 - 0.42 * row
            ink.line(axes, [(x, 1.55 if row == 0 else y + 0.3), (x, y + 0.15)], color=COLOURS["grey"], lw=1.0, ls=ink.DASHED)
            box(axes, x, y, 1.1, 0.28, "orange", COLOURS["orange"], rounding=0.13)
            axes.text(x, y, test, ha="center", va="center", fontsize=ink.SMALL)
    for left, right in zip(middles[:-1], middles[1:], strict=True):
        ink.arrow(axes, (left + 0.48, 1.91), (right - 0.48, 1.91), DARK)
    ink.line(axes, [(middles[4], 2.27), (middles[4], 2.55), (middles[1], 2.55)], color=DARK, lw=1.8)
    ink.arrow(axes, (middles[1], 2.55), (middles[1], 2.27), DARK)
    axes.text(middles[[1, 4]].mean(), 2.66, "a few hundred times", ha="center", va="center", fontsize=ink.SMALL)
    axes.text(3.6, 0.12, "ten tests, each at the place where it listens", ha="center", va="center", fontsize=ink.SMALL)
    said = "; ".join(f"at {name}: {', '.join(tests)}" for name, _, tests in STATIONS)
    return figure.saying(f"A training as six stations in a row, and the ten tests at the place where each listens. {said}.")


@styled
def losses_beside(runs, most=3.0):
    """The losses of a few trainings over their steps: thin as they were, thick their running mean.

    runs: {name: losses (steps,)}, at most four. most: where the axis ends.
    """
    figure, (axes,) = fixed_panels(6.4, 2.9, (0.1, 0.17, 0.72, 0.79))
    said = []
    looks = zip(runs.items(), ("orange", "blue", "green", "pink"), ("-", "--", "-.", ":"), strict=False)
    for (name, losses), colour, dash in looks:
        losses, wide = np.asarray(losses, dtype=float), min(20, len(losses))
        mean = np.convolve(losses, np.full(wide, 1 / wide), mode="valid")
        steps = np.arange(1, len(losses) + 1)
        axes.plot(steps, losses, color=COLOURS[colour], lw=0.7, alpha=0.4)
        axes.plot(steps[wide - 1 :], mean, dash, color=COLOURS[colour])
        axes.text(1.02 * steps[-1], mean[-1], name, color=ink.text(colour), va="center")
        said.append(f"{name} from {ink.number(losses[0], 1)} to {ink.number(mean[-1], 1)}")
    axes.set(xlabel="step", ylabel="loss of the batch", ylim=(0, most), xlim=(0, steps[-1]))
    return figure.saying(f"Losses over {steps[-1]} steps: {'; '.join(said)}.")


@styled
def findings_table(table, tests, marked=()):
    """Patients by tests, a mark for each finding: a cross where the test finds something, a dot where it finds nothing.

    table: {patient: {test: True (healthy), False (ill) or None (cannot be judged)}}. tests: their names, in the order of the
    columns. marked: names of patients whose rows are set off, such as a healthy one.
    """
    names = list(table)
    high = 0.95 + 0.27 * len(names)
    figure, (axes,) = fixed_panels(7.2, high, (0.15, 0.36 / high, 0.83, (0.27 * len(names)) / high))
    cells = np.array([[{True: 1, False: 0, None: 2}[table[name].get(test)] for test in tests] for name in names])
    for value, (healthy, (mark, colour, size, words)) in zip((0, 1, 2), MARKS.items(), strict=True):
        rows, columns = np.nonzero(cells == value)
        style = {"ls": "", "marker": mark, "ms": size, "mfc": COLOURS[colour], "mec": COLOURS[colour]}
        axes.plot(columns, rows, label=words, **style, zorder=3 if healthy is False else 2)
    for row, name in enumerate(names):
        if name in marked:
            axes.axhspan(row - 0.5, row + 0.5, color=ink.TINT, zorder=0, lw=0)
    axes.set(xlim=(-0.6, len(tests) - 0.4), ylim=(len(names) - 0.4, -0.6))
    axes.set_xticks(range(len(tests)), [test.replace(" ", "\n") for test in tests], fontsize=ink.SMALL)
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0, top=False, labeltop=True, labelbottom=False)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    # a legend, as it is the key to a table
    axes.legend(loc="upper center", bbox_to_anchor=(0.46, 0.0), ncols=3, fontsize=ink.SMALL)
    found = [(name, [test for test in tests if table[name].get(test) is False]) for name in names]
    said = "; ".join(f"{name}: {', '.join(ill) if ill else 'nothing'}" for name, ill in found)
    return figure.saying(f"What each test finds in each patient. {said}.")


@styled
def costs(parts):
    """What mistakes cost: for each program the accuracies from several starts, as it came and with its one line fixed.

    parts: {name of the data: {program: (as it came, fixed)}}, accuracies in %, (S,) each; one panel for each part, at most
    two. The first part has all programs.
    """
    names = list(next(iter(parts.values())))
    high = 1.25 + 0.36 * len(names)
    wide = 0.86 / len(parts)
    places = [(0.12 + wide * k, 0.5 / high, wide - 0.035, (high - 1.2) / high) for k in range(len(parts))]
    figure, panels = fixed_panels(7.2, high, *places)
    looks = (("as it came", "orange", "s", -0.16), ("fixed", "blue", "o", 0.16))
    said = []
    for axes, (title, rows) in zip(panels, parts.items(), strict=True):
        heights = [names.index(name) for name in rows]
        for place, (label, colour, mark, shift) in enumerate(looks):
            values = [np.asarray(pair[place], dtype=float) for pair in rows.values()]
            for height, found in zip(heights, values, strict=True):
                ink.line(axes, [(found.min(), height + shift), (found.max(), height + shift)], color=PALE, lw=3)
            y = np.repeat(np.array(heights) + shift, [len(found) for found in values])
            axes.plot(np.concatenate(values), y, ls="", marker=mark, ms=5.5, mfc="white", mec=COLOURS[colour], label=label)
        ink.dress(axes, title, xlim=(-4, 104), ylim=(len(names) - 0.5, -0.5), xlabel="validation accuracy in %")
        axes.set_yticks(range(len(names)), names if axes is panels[0] else [""] * len(names))
        axes.tick_params(axis="y", length=0)
        spans = [[f"{min(found):.0f} to {max(found):.0f}" for found in pair] for pair in rows.values()]
        words = [f"{name} {ill}, fixed {well}" for name, (ill, well) in zip(rows, spans, strict=True)]
        said.append(f"{title}: {'; '.join(words)}")
    # a legend: the marks of the two kinds lie on each other in some rows
    figure.legend(*panels[0].get_legend_handles_labels(), loc="upper center", ncols=2, fontsize=ink.SMALL)
    return figure.saying(f"Accuracies in % from several starts, as the programs came and fixed. {'. '.join(said)}.")
