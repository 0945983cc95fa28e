"""The digit pad as a drawing: the paper, the way of what is drawn on it to the input, the hidden units, ten bars.

The way runs as the letter U: from the paper down, to the right, up into the hidden units and on to the bars. In the page the
drawing's own paper and pictures are covered by canvases that stand at the same places (widgets/digit_pad.js).
"""

import numpy as np

from helpers.plots.bars import STILL, ink_on_paper
from helpers.plots.drawing import Drawing
from helpers.plots.ink import COLOURS, DARK, PALE, percent, text
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of
from helpers.plots.reading_digits import LEVELS, RING, shade

WIDTH, HEIGHT = 560, 392
PAPER = (1, 24, 244, 244)  # left, top, width, height of the places
UNITS = (262, 24, 110, 244)
BARS = (412, 24, 147, 244)
PICTURE, PICTURES = 84, (44, 180, 317)  # side of the pictures below, and their middles
BELOW = 288  # their top
STRONGEST = 6  # wires from the hidden units to the answer
MOST_UNITS = 256


def digit_pad(steps, probabilities=None, units=None, pull=None, class_names="0123456789", *, pictures=True):
    """What a network makes of a drawing: the steps to its input, its hidden units, and its probabilities as bars.

    steps: {title: picture (h, w), 0 paper and 1 ink}, the drawing first, as drawings.prepare gives them; {} for empty paper.
    probabilities: (K,), or None before anything is read. units: what a hidden layer says, (M,), M at most 256, or None. pull:
    (M, K), what each unit adds to each score; with it the strongest of those that speak for the answer are joined to it.
    pictures: False leaves paper and pictures empty, for a page that puts its own there.
    """
    drawing = Drawing(WIDTH, HEIGHT)
    read = probabilities is not None
    y = np.zeros(len(class_names)) if probabilities is None else np.asarray(probabilities, dtype=float)
    answer = int(y.argmax()) if read else None
    _paper(drawing, steps, pictures)
    spots = _units(drawing, units) if units is not None else _closed(drawing)
    with drawing.group():
        joined = _wires(drawing, spots, units, pull, answer, len(y))
    _bars(drawing, y, answer, class_names)
    _legend(drawing, spots, joined, class_names[answer] if read else "")
    return drawing.saying(_story(y, answer, units, class_names))


def places(steps):
    """Where paper and pictures stand in the drawing: a list of (left, top, width, height) in its pixels, the paper first."""
    found = [PAPER]
    for middle, picture in zip(PICTURES, list(steps.values())[1:], strict=False):
        high, wide = picture.shape
        factor = PICTURE / max(high, wide)
        found.append((middle - factor * wide / 2, BELOW + (PICTURE - factor * high) / 2, factor * wide, factor * high))
    return found


def _paper(drawing, steps, pictures):
    grey, titles = COLOURS["grey"], [*steps][1:] or [""] * len(PICTURES)
    left, top, width, height = PAPER
    drawing.text(left, 10, "draw a digit here", anchor="start")
    drawing.rect(left, top, width, height, stroke=grey, stroke_width=1.5)
    bottom, middle = top + height, BELOW + PICTURE / 2
    drawing.arrow((PICTURES[0], bottom + 3), (PICTURES[0], BELOW - 4), grey)
    for start, end in zip(PICTURES[:-1], PICTURES[1:], strict=True):
        drawing.arrow((start + PICTURE / 2 + 7, middle), (end - PICTURE / 2 - 7, middle), grey)
    drawing.arrow((PICTURES[-1], BELOW - 3), (PICTURES[-1], bottom + 4), grey)
    for place, title in zip(PICTURES, titles, strict=True):
        side = PICTURE + 2  # around the picture, not under it
        drawing.rect(place - side / 2, BELOW - 1, side, side, stroke=PALE)
        drawing.text(place, BELOW + PICTURE + 11, title, SMALL, text("grey"))
    if pictures:
        for place, picture in zip(places(steps), steps.values(), strict=False):
            drawing.pixels(*place, ink_on_paper(picture))


def _units(drawing, units):
    """The hidden units as a lattice of circles. Returns their middles, (M, 2)."""
    units = np.asarray(units, dtype=float)
    if units.ndim != 1 or not 1 <= len(units) <= MOST_UNITS:
        raise ValueError(f"the pad shows 1 to {MOST_UNITS} hidden units, an array (M,); these have shape {units.shape}.")
    left, top, width, height = UNITS
    columns = next(n for n in range(1, MOST_UNITS + 1) if -(-len(units) // n) * min(width / n, 26) <= height)
    if len(units) <= 50:
        columns = max(columns, min(5, -(-len(units) // 2)))
    cell, rows = min(width / columns, 26), -(-len(units) // columns)
    cell = min(cell, height / rows)
    x0, y0 = left + (width - columns * cell) / 2, top + (height - rows * cell) / 2
    row, column = np.divmod(np.arange(len(units)), columns)
    spots = np.column_stack([x0 + (column + 0.5) * cell, y0 + (row + 0.5) * cell])
    levels = np.round(LEVELS * np.clip(units, 0, None) / max(float(units.max()), 1e-9)).astype(int)
    drawing.text(left + width / 2, 10, f"{len(units)} hidden unit" + "s" * (len(units) != 1))
    with drawing.group(stroke=RING, stroke_width=1.2 if cell > 12 else 0.8):
        for (x, y), level in zip(spots.tolist(), levels.tolist(), strict=True):
            drawing.circle(x, y, 0.42 * cell, shade(level))
    return spots


def _closed(drawing):
    """A network whose inside is not shown."""
    left, top, width, height = UNITS
    middle = left + width / 2
    drawing.rect(middle - 40, top, 80, height, "#F4F8FB", stroke=RING, rx=8)
    drawing.text(middle, top + height / 2, "network", on="#F4F8FB")
    return []


def _wires(drawing, spots, units, pull, answer, classes):
    """Wires from the units that add most to the answer's score. Returns how many there are."""
    if pull is None or answer is None or not len(spots):
        return 0
    added = np.asarray(pull, dtype=float)[:, answer]
    chosen = [j for j in np.argsort(-added)[:STRONGEST] if added[j] > 0]
    bar_left, bar_top, _, bar_height = BARS
    end = bar_left - 4, bar_top + bar_height * (answer + 0.5) / classes
    edge = UNITS[0] + UNITS[2]
    for j in chosen:
        (x, y), thick = spots[j].tolist(), 0.8 + 2.2 * added[j] / added[chosen[0]]
        way = f"M{x:.1f} {y:.1f}H{edge}C{edge + 26} {y:.1f} {end[0] - 26} {end[1]:.1f} {end[0]} {end[1]:.1f}"
        drawing.path(way, COLOURS["orange"], stroke_width=thick, stroke_opacity=0.8)
    return len(chosen)


def _bars(drawing, y, answer, class_names):
    left, top, width, height = BARS
    row, short = height / len(y), max(map(len, class_names)) <= 2
    start = left + (28 if short else min(80, max(width_of(name) for name in class_names)) + 6)
    track = left + width - 49 - start
    words = "what it reads" if answer is None else f"read as {class_names[answer]}, {percent(y[answer])}"
    drawing.text(left + width, 10, words, TITLE if short else TEXT, anchor="end", weight="bold")
    for k, (name, share) in enumerate(zip(class_names, y.tolist(), strict=True)):
        middle, best = top + row * (k + 0.5), k == answer
        blue, weight = COLOURS["blue"], "bold" if best else "normal"
        if short:
            drawing.circle(left + 12, middle, min(10.5, 0.43 * row), blue if best else "#FFFFFF", stroke=blue if best else STILL)
        ground = {"colour": "#FFFFFF", "on": blue} if best and short else {}
        place = {"x": left + 12} if short else {"x": start - 6, "anchor": "end"}
        drawing.text(y=middle, words=name, weight=weight, **place, **ground)
        drawing.rect(start, middle - 6, track, 12, "#F0F2F4")
        drawing.rect(start, middle - 6, track * share, 12, blue if best else STILL)
        drawing.text(left + width, middle, percent(share), TEXT, DARK if best else "#555555", "end", weight)


def _legend(drawing, spots, joined, name):
    lines = ["strong blue: the unit says much", "no colour: it says 0"] if len(spots) else ["", ""]
    lines.append(f"wires: who speaks most for {name}" if joined else "")
    for k, words in enumerate(lines):
        drawing.text(WIDTH - 1, BELOW + 14 + 18 * k, words, SMALL, text("grey"), "end")


def _story(y, answer, units, class_names):
    if answer is None:
        return "Empty paper to draw a digit on, and ten empty bars."
    second = int(np.argsort(-y)[-1 if len(y) < 2 else 1])
    said = f"Read as {class_names[answer]}, with probability {percent(y[answer])}"
    said += f"; next is {class_names[second]}, {percent(y[second])}."
    if units is not None:
        said += f" {int(np.sum(np.asarray(units) > 1e-6))} of {len(units)} hidden units are above 0."
    return said
