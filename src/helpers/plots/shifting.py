"""Figures of lesson 13 on moved digits: accuracy against the shift, and one digit carried across a frame."""

from itertools import cycle

import numpy as np

from helpers.plots import ink
from helpers.plots import sign_cells as signs
from helpers.plots.drawing import Drawing, Panel, path_of
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT

LOOKS = (("blue", None), ("orange", None), ("blue", "6 4"), ("orange", "6 4"), ("green", "2 3"))
FEW = (("blue", None), ("orange", None), ("green", None))  # up to three need no dashes
RIGHT, WRONG = "#CFE8DC", "#FFFFFF"  # the grounds of digits that are read correctly and of others
LINE = 14  # from one line of a name to the next


def shift_curves(shifts, curves, chance=0.1):
    """Accuracy against how far pictures are moved. curves: {name: (runs, len(shifts))}, shares; a line through the means."""
    drawing, said, ends = Drawing(720, 330), [], []
    shifts = list(shifts)
    panel = Panel(drawing, (52, 40, 440, 240), (min(shifts), max(shifts)), (0, 1))
    panel.frame(shifts, {0: "0", 0.5: "0.5", 1: "1"}, "moved by (pixels)", "share read correctly")
    drawing.line(
        panel.x(min(shifts)), panel.y(chance), panel.x(max(shifts)), panel.y(chance), COLOURS["grey"], stroke_dasharray="1 3"
    )
    drawing.text(panel.x(min(shifts)) + 6, panel.y(chance) + 10, "guessing", SMALL, ink.text("grey"), "start")
    for (name, runs), (colour, dashes) in zip(curves.items(), cycle(FEW if len(curves) <= len(FEW) else LOOKS), strict=False):
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


def carried_digit(picture, said, truth, down=0, across=0):
    """A digit that can be carried across its frame, and what each network reads at every place.

    picture: (H, W), the digit in the middle, with room on all sides. said: {name: whole numbers (places, places)}, the reading
    for each shift down and across, the middle entry that of no shift; three names fit. down, across: where it stands.
    """
    picture, room = np.asarray(picture), len(next(iter(said.values()))) // 2
    H, W = picture.shape
    down, across = (min(max(int(at), -room), room) for at in (down, across))
    here, drawing, side, top = (down + room, across + room), Drawing(720, 262), 182, 42
    drawing.text(8, 14, f"a {truth}", TEXT, DARK, "start", weight="bold")
    drawing.text(38, 14, "drag it", SMALL, ink.text("blue"), "start")
    panel = Panel(drawing, (8, top, side, side), (-W / 2, W / 2), (H / 2, -H / 2))
    moves = {"across": (across, 1, -room, room), "down": (down, 1, -room, room)}
    with drawing.handle(moves, panel, "the digit", area=True, key="digit"):
        signs.picture(drawing, 8, top, side / W, signs.as_ink(np.roll(picture, (down, across), (0, 1))))
    drawing.text(8, top + side + 18, f"down {down}, across {across}".replace("-", "−"), TEXT, DARK, "start")
    cell, words = 150 / (2 * room + 1), []
    for number, (name, table) in enumerate(said.items()):
        left, table = 218 + 170 * number, np.asarray(table)
        correct = table == truth
        for k, line in enumerate(name.split("\n")):
            drawing.text(left, 10 + 16 * k, line, SMALL if k else TEXT, DARK, "start", weight="normal" if k else "bold")
        box = Panel(drawing, (left, top, 150, 150), (-room - 0.5, room + 0.5), (room + 0.5, -room - 0.5))
        with drawing.handle(moves, box, f"place, {name}", area=True, hover=True, key=f"net{number}"):
            grounds = np.where(correct, RIGHT, WRONG)
            signs.cells(drawing, left, top, (cell, cell), grounds, table.astype(str), shown=SMALL, bold=correct, grey=~correct)
            signs.framed(drawing, left + here[1] * cell, top + here[0] * cell, cell, cell)
        drawing.text(left, top + 150 + 18, f"reads a {table[here]} here", TEXT, DARK, "start")
        drawing.text(left, top + 150 + 38, f"correct at {correct.sum()} of {correct.size} places", SMALL, "#555555", "start")
        words.append(
            f"{' '.join(name.split())} reads a {table[here]} here, and is right at {correct.sum()} of {correct.size} places"
        )
    place = f"moved down by {down} and across by {across}".replace("-", "−")
    return drawing.saying(f"A {truth} in its frame, {place}. {'; '.join(words)}.")
