"""The figure of lesson 13 on moved digits: accuracy against the shift, a line for each network, named at its end."""

from itertools import cycle

import numpy as np

from helpers.plots import ink
from helpers.plots.drawing import Drawing, Panel, path_of
from helpers.plots.ink import COLOURS
from helpers.plots.letters import SMALL

LOOKS = (("blue", None), ("orange", None), ("blue", "6 4"), ("orange", "6 4"), ("green", "2 3"))
LINE = 14  # from one line of a name to the next


def shift_curves(shifts, curves, chance=0.1):
    """Accuracy against how far pictures are moved. curves: {name: (runs, len(shifts))}, shares; a line through the means."""
    drawing, said, ends = Drawing(720, 330), [], []
    shifts = list(shifts)
    panel = Panel(drawing, (52, 40, 440, 240), (min(shifts), max(shifts)), (0, 1))
    panel.frame(shifts, {0: "0", 0.5: "0.5", 1: "1"}, "moved by so many pixels", "share read correctly")
    drawing.line(
        panel.x(min(shifts)), panel.y(chance), panel.x(max(shifts)), panel.y(chance), COLOURS["grey"], stroke_dasharray="1 3"
    )
    drawing.text(panel.x(min(shifts)) + 6, panel.y(chance) + 10, "guessing", SMALL, ink.text("grey"), "start")
    for (name, runs), (colour, dashes) in zip(curves.items(), cycle(LOOKS), strict=False):
        runs = np.asarray(runs, dtype=float)
        mean, low, high = runs.mean(axis=0), runs.min(axis=0), runs.max(axis=0)
        band = np.concatenate([panel.points(shifts, low), panel.points(shifts, high)[::-1]])
        drawing.path(path_of(band) + "Z", "none", COLOURS[colour], fill_opacity=0.15)
        drawing.path(panel.points(shifts, mean), COLOURS[colour], stroke_width=2.2, stroke_dasharray=dashes)
        for x, y in panel.points(shifts, mean):
            drawing.circle(x, y, 4, "#FFFFFF" if dashes else COLOURS[colour], stroke=COLOURS[colour], stroke_width=2)
        ends.append((float(panel.y(mean[-1])), name.split("\n"), ink.text(colour)))
        more = [f"{shift}" for shift, value in zip(shifts, mean, strict=True) if value > 0.5]
        said.append(f"{' '.join(name.split())} {'at ' + ', '.join(more) if more else 'nowhere'}")
    _names(drawing, ends)
    moves = f"Share read correctly for pictures moved by {', '.join(map(str, shifts))} pixels"
    return drawing.saying(f"{moves}. More than half is read by: {'; '.join(said)}.")


def _names(drawing, ends):
    """Names at the ends of their lines, moved apart where they would lie on each other. ends: (height, lines, colour)."""
    ends = sorted(ends, key=lambda end: end[0])
    tops = [height - LINE * len(lines) / 2 for height, lines, _ in ends]
    for _ in range(100):
        for k in range(1, len(ends)):
            over = tops[k - 1] + LINE * len(ends[k - 1][1]) + 4 - tops[k]
            if over > 0:
                tops[k - 1], tops[k] = tops[k - 1] - over / 2, tops[k] + over / 2
        if ends and tops[-1] + LINE * len(ends[-1][1]) > 324:
            tops[-1] = 324 - LINE * len(ends[-1][1])
        if tops:
            tops[0] = max(tops[0], 4)
    for top, (height, lines, colour) in zip(tops, ends, strict=True):
        middle = top + LINE * len(lines) / 2
        drawing.path([(499, height), (510, middle)], colour, stroke_width=1)
        for k, words in enumerate(lines):
            drawing.text(514, top + LINE * (k + 0.5), words, 13, colour, "start")
