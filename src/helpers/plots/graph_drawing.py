"""Boxes and wires of a computational graph: a number is large, its slope stands below it, and slopes are seen travelling back."""

import numpy as np

from helpers.plots import ink
from helpers.plots.drawing import Panel
from helpers.plots.graph_page import BAND, ROUND, UPPER, VALUE, curve, half, points_on
from helpers.plots.graph_words import show, symbol
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT, width_of

FORWARD, SLOPE = "#7C97A8", ink.text("orange")  # wires on which only numbers have come, and everything about slopes
PALE, BADGE, EMPTY = "#FDF1E7", "#EAF3F9", "#F4F4F4"  # grounds: of a slope, of an operation, of a slope to come
CORNER = 9
MOST = 999_999.0  # that can be typed; the track below a number is shorter


def draw_wires(drawing, page, handed, now, digits):
    """Arrows from each box to the operations that use it; where a slope was handed back they are dashed and point back.

    handed: nodes that have handed on their slope, with now, the last of them, in the strongest colour.
    """
    for node, n in page.lines:
        back, busy = node in handed, node is now
        stops, colour = page.stops(node, n), COLOURS["orange"] if back else FORWARD
        (x, y), (end, level) = stops[0], stops[-1]
        way = curve([(x + 6, y), *stops[1:]] if back else [*stops[:-1], (end - 6, level)])
        dashes = "7 4" if busy else "4 3" if back else None
        drawing.path(way, colour, stroke_width=3 if busy else 1.4, stroke_dasharray=dashes)
        drawing.head((x, y) if back else (end, level), (-1, 0) if back else (1, 0), colour, 12 if busy else 8)
    with drawing.group():  # however many there are: the boxes keep their place among the drawing's parts, and so the focus
        _draw_local_slopes(drawing, page, handed, now, digits)


def _draw_local_slopes(drawing, page, handed, now, digits):
    """The local slope beside each wire that a slope has come back on, where it lies on no wire, box or other label."""
    wires = np.concatenate([points_on(page.stops(*line)) for line in page.lines]) if handed else None
    taken = [(left - 1, top - 1, left + wide + 1, top + high + 1) for left, top, wide, high in page.boxes.values()]
    badges = [(*page.badge(node), half(node)) for node in page.boxes if node.op]
    taken += [(x - across, y - ROUND, x + across, y + ROUND) for x, y, across in badges]
    heads = [page.stops(*line)[0] for line in page.lines if line[0] in handed]
    taken += [(x, y - 6, x + 13, y + 6) for x, y in heads]
    for node, n in sorted((line for line in page.lines if line[0] in handed), key=lambda line: line[0] is not now):
        size, weight = (TEXT, "bold") if node is now else (SMALL, "normal")
        words = f"· {show(node.local[n], digits)}"
        wide, high = width_of(words, size, weight) / 2 + 3, size / 2 + 2
        for x, y in _beside(page.stops(node, n), wide, high):
            box = x - wide, y - high, x + wide, y + high
            covered = any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken)
            if box[0] < 0 or box[1] < 0 or box[3] > page.height or covered:
                continue
            if (np.abs(wires - (x, y)) < (wide + 1, high + 2)).all(axis=1).any():
                continue
            taken.append(box)
            drawing.text(x, y, words, size, SLOPE, weight=weight)
            break


def _beside(stops, wide, high):
    """Places for a label beside a wire, the best first: near its beginning, where a slope arrives, then further along."""
    points = points_on(stops[:2])
    along = [points[k] for k in (6, 9, 12, 15, 18, 3)]
    rises = stops[1][1] < stops[0][1]
    for far in (high + 4, high + 9, high + 15, high + 22):
        for x, y in along:
            for side in (1, -1) if rises else (-1, 1):
                yield x, y + side * far
                yield x + (wide if rises == (side > 0) else -wide) * 0.8, y + side * far
    if len(stops) > 2:
        yield from _beside(stops[2:], wide, high)


def draw_travel(drawing, page, now, steps):
    """A dot on each wire of the node at work. The page makes it travel back; in a saved picture it is not seen."""
    for n in range(len(now.inputs) if now else 0):
        way = curve(page.stops(now, n)[::-1])
        look = {"opacity": 0, "class_": "helpers-travel", "data_key": f"dot {steps} {n}", "style": f"offset-path:path('{way}')"}
        drawing.circle(0, 0, 7, COLOURS["orange"], stroke="#FFFFFF", stroke_width=1.5, **look)


def draw_box(drawing, page, node, words, state, steps, entry=None):
    """A node's box: its name, its number, below it its slope, and on its left edge the operation that made it.

    state: "now" hands on its slope, "done" knows all of it, "waiting" does not; with "arrived" in it the slope has just come.
    entry: (the argument it sets, step, low, high) if a hand can change it.
    """
    left, top, wide, high = page.boxes[node]
    middle, (title, number, slope) = left + wide / 2, words
    thick, dashes, edge = {"now": (3, None, "orange"), "done": (1.6, None, "blue")}.get(state.split()[0], (1.4, "5 4", "grey"))
    outline = {"rx": CORNER, "stroke": COLOURS[edge], "stroke_width": thick, "stroke_dasharray": dashes}
    drawing.rect(left, top, wide, high, "#FFFFFF", rx=CORNER)
    if page.band:
        _draw_band(drawing, (left, top + high - BAND, wide), slope, state, f"slope {steps}", page.narrow)
    drawing.rect(left, top, wide, high, **outline)
    level = top + (29.5 if title else UPPER / 2)
    drawing.text(middle, top + 11, title, SMALL, "#4A4A4A")
    if entry:
        argument, step, low, _ = entry
        field = left + 4, level - 11, wide - 8, 22
        least = -MOST if low < 0 else 0.0
        drawing.field(argument, node.data, field, title, step, least, MOST, size=VALUE, words=number)
        _draw_track(drawing, (left + 12, top + UPPER + 2, wide - 24), entry, node.data, title)
    else:
        drawing.text(middle, level, number, VALUE, DARK, weight="bold")
    if node.op:
        (x, y), across, sign = page.badge(node), half(node), symbol(node.op)
        drawing.rect(x - across, y - ROUND, 2 * across, 2 * ROUND, BADGE, rx=ROUND, stroke=outline["stroke"], stroke_width=1.4)
        size = VALUE if len(sign) == 1 else SMALL
        drawing.text(x, y - (1.5 if sign in "+×−" else 0), sign, size, DARK, on=BADGE)


def _draw_band(drawing, place, slope, state, key, narrow):
    """The lower part of a box, with the slope."""
    left, top, wide = place
    right, bottom, turn = left + wide, top + BAND, CORNER
    way = f"M{left:.1f} {top:.1f}H{right:.1f}V{bottom - turn:.1f}Q{right:.1f} {bottom:.1f} {right - turn:.1f} {bottom:.1f}"
    way += f"H{left + turn:.1f}Q{left:.1f} {bottom:.1f} {left:.1f} {bottom - turn:.1f}Z"
    known, busy = slope not in (None, "?"), state.startswith("now")
    ground = SLOPE if busy else PALE if known else EMPTY
    colour = "#FFFFFF" if busy else SLOPE if known else "#5F5F5F"
    drawing.path(way, "none", ground)
    if slope is None:
        return
    before, after = 0 if narrow else width_of("slope ", SMALL) + 2, width_of(slope, TEXT, "bold")
    begin, level = left + (wide - before - after) / 2, top + BAND / 2
    if before:
        drawing.text(begin, level + 0.5, "slope", SMALL, colour, "start", on=ground)
    arrives = {"class_": "helpers-arrive", "data_key": key} if "arrived" in state else {}
    drawing.text(begin + before, level, slope, TEXT, colour, "start", "bold", ground, **arrives)


def _draw_track(drawing, place, entry, value, label):
    """A short track below a number, to move it with the hand."""
    (left, y, wide), (argument, step, low, high) = place, entry
    value = min(max(value, low), high)
    panel = Panel(drawing, (left, y - 9, wide, 18), (low, high), (0, 1))
    with drawing.handle({argument: (value, step, low, high)}, panel, f"move {label}", area=True):
        drawing.rect(left - 8, y - 9, wide + 16, 18, "#FFFFFF", opacity=0)
        drawing.line(left, y, left + wide, y, "#9DB7C6", stroke_width=3, stroke_linecap="round")
        drawing.line(left, y, panel.x(value), y, COLOURS["blue"], stroke_width=3, stroke_linecap="round")
        drawing.circle(panel.x(value), y, 6.5, COLOURS["blue"], stroke="#FFFFFF", stroke_width=1.5)
