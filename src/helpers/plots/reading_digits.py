"""The digit reader of lessons 00, 03, 09 and 10: a picture, the units it runs through, the strongest wires, ten bars."""

import json

import numpy as np

from helpers.plots.bars import answer_bars, ink_on_paper, signs_on_paper
from helpers.plots.drawing import Drawing, Panel
from helpers.plots.flow import Flow, strongest
from helpers.plots.ink import COLOURS, DARK, WORDS, short
from helpers.plots.letters import SMALL, TEXT

WIDTH, HEIGHT = 700, 364
TOP, TALL = 48, 304  # where the columns of units stand
PICTURE, SMALLER = (14, 48, 176), (14, 254, 98)  # left, top, side
NODES, BARS = 526, 118  # where the outputs stand, and how wide a bar of 1 is
PAPER, RING = "#FFFFFF", "#9DB4C4"
SPEAKS = {1: COLOURS["orange"], -1: "#6A3D9A"}  # wires that raise, and that lower
LEVELS = 12  # shades of blue


def digit_reader(image, weights, truth=None, unit=None):
    """A ReLU network reading one picture: the pixels, what its hidden units say, the strongest wires, its probabilities.

    image: (D,), a square picture's pixels, 0 paper and 1 ink. weights: {"W1": (D, M), "b1": (M,), "W2": (M, K), "b2": (K,)},
    with as many layers as there are, or a list of pairs (W, b). truth: the right digit, if known. unit: which unit is looked at,
    as Flow counts them, or None for the answer; a hand sets it. A unit is white where it says 0; the strongest
    blue has the largest activation of its layer. A wire carries activation times weight: orange raises, purple lowers.
    """
    side = round(np.size(image) ** 0.5)
    if side**2 != np.size(image):
        raise ValueError(f"the reader shows square pictures of one channel; {np.size(image)} pixels are no square.")
    flow = Flow(image, weights)
    looked = flow.place(flow.hidden + flow.answer if unit is None else unit)
    drawing = Drawing(WIDTH, HEIGHT)
    numbers = range(flow.values[-1].size)
    columns = [_pixel_places(side), *_unit_places([v.size for v in flow.values[1:-1]]), _output_places(len(numbers))]
    _pale_wires(drawing, flow, columns)
    with drawing.press({"unit": None}, "the picture: look at the answer", pressed=unit is None):
        left, top, wide = PICTURE
        drawing.pixels(left, top, wide, wide, ink_on_paper(flow.values[0].reshape(side, side)))
        drawing.rect(left, top, wide, wide, stroke=COLOURS["grey"])
    drawing.text(left, 22, f"{side**2} pixels", TEXT, anchor="start")
    _wires(drawing, flow, columns, looked)
    for layer in range(1, len(flow.layers)):
        _units(drawing, flow, layer, columns[layer], unit)
    named = looked[1] if looked[0] == len(flow.layers) else None
    verdict = answer_bars(drawing, (NODES, BARS), columns[-1][:, 1], flow.values[-1], numbers, truth, named)
    _outputs_to_press(drawing, flow, columns[-1], unit)
    told = _looked_at(drawing, flow, looked, unit, side)
    return drawing.saying(_alt(flow, side, verdict, told))


def _pixel_places(side):
    """The middles of the pixels, (D, 2)."""
    left, top, wide = PICTURE
    rows, columns = np.divmod(np.arange(side**2), side)
    return np.stack([left + (columns + 0.5) * wide / side, top + (rows + 0.5) * wide / side], axis=1)


def _output_places(count):
    return np.stack([np.full(count, NODES), TOP + (np.arange(count) + 0.5) * TALL / count], axis=1)


def _unit_places(sizes):
    """Where the hidden units stand, [(M, 2), …]: each layer in columns, every other one half a step down."""
    rows = 17
    while sum(-(-size // rows) for size in sizes) * TALL / rows > 160:
        rows += 1
    counts = [-(-size // rows) for size in sizes]
    steps = [min(TALL / (-(-size // count) + 0.5 * (count > 1)), 24.0) for size, count in zip(sizes, counts, strict=True)]
    wide = [count * step for count, step in zip(counts, steps, strict=True)]
    left, right = PICTURE[0] + PICTURE[2], NODES - 11
    gap, places = (right - left - sum(wide)) / (len(sizes) + 1), []
    for size, count, step, across in zip(sizes, counts, steps, wide, strict=True):
        left += gap
        column, row = np.divmod(np.arange(size), -(-size // count))
        high = step * (-(-size // count) + 0.5 * (count > 1))
        y = TOP + (TALL - high) / 2 + (row + 0.5 + 0.5 * (column % 2)) * step
        places.append(np.stack([left + (column + 0.5) * step, y], axis=1))
        left += across
    return places


def _pale_wires(drawing, flow, columns):
    """The strongest wires of each layer, whomever they lead to, in the background."""
    tables = [flow.into(layer, slice(None)) for layer in range(1, len(flow.layers) + 1)]
    ways = [_way(columns[k][i], columns[k + 1][j]) for k, table in enumerate(tables) for i, j, _ in strongest(table, 30)]
    drawing.path("".join(ways), "#DFDFDF", stroke_width=0.8)


def _wires(drawing, flow, columns, looked):
    """The wires that speak for and against what is looked at, the strongest on top. Its own lead on to the next layer."""
    shown, (layer, unit) = flow.behind(*looked), looked
    if layer < len(flow.layers):
        sent = flow.out_of(layer, unit)
        order = np.argsort(-np.abs(sent), kind="stable")[:12]
        shown[layer + 1] = [(unit, int(k), float(sent[k])) for k in order]
    with drawing.group(data_wires=json.dumps({k: [w[:2] for w in wires] for k, wires in shown.items()}), opacity=0.8):
        for layer, wires in sorted(shown.items()):
            largest = max((abs(carried) for *_, carried in wires), default=0) or 1.0
            for i, j, carried in reversed(wires):
                colour = SPEAKS[int(np.sign(carried))] if carried else COLOURS["grey"]
                wide = 0.6 + (2.4 if layer == 1 else 3.4) * abs(carried) / largest
                drawing.path(_way(columns[layer - 1][i], columns[layer][j]), colour, stroke_width=wide)


def _way(start, end):
    """A wire that leaves and arrives level."""
    middle = (start[0] + end[0]) / 2
    return f"M{start[0]:.1f} {start[1]:.1f}C{middle:.1f} {start[1]:.1f} {middle:.1f} {end[1]:.1f} {end[0]:.1f} {end[1]:.1f}"


def shade(level):
    """The blue of a level from 0, white, to LEVELS, the strongest."""
    strong = np.array([int(COLOURS["blue"][k : k + 2], 16) for k in (1, 3, 5)])
    part = (level / LEVELS) ** 0.8
    return "#{:02X}{:02X}{:02X}".format(*np.round(255 + part * (strong - 255)).astype(int))


def _units(drawing, flow, layer, places, unit):
    """A layer's units as dots, in the order of their shades: one path for each shade, whose round ends are the dots."""
    z, first = flow.values[layer], int(flow.firsts[layer - 1])
    step = _step(places)
    wide = 0.84 * min(step, 20.0)
    levels = np.round(LEVELS * z / max(float(z.max()), 1e-9)).astype(int)
    dots = [f"M{x:.1f} {y:.1f}h0" for x, y in places]
    style = {"stroke_linecap": "round"}
    drawing.path("".join(dots), RING, stroke_width=wide, **style)
    for level in range(LEVELS + 1):
        way = "".join(dots[k] for k in np.flatnonzero(levels == level))
        drawing.path(way or "M0 0", shade(level), stroke_width=wide - (1.6 if level < 4 else 0.6), data_level=level, **style)
    said = f"{z.size} hidden units" if len(flow.layers) == 2 else f"{z.size} units"
    drawing.text(places[:, 0].mean(), 22, said)
    if layer == 1:
        drawing.text(places[:, 0].mean(), 37, "point at one", SMALL, WORDS["blue"], class_="helpers-live")
    chosen = None if unit is None else unit - first
    for x in np.unique(places[:, 0]):
        members = np.flatnonzero(places[:, 0] == x)
        low, high = int(members[0]), int(members[-1])
        box = (float(x - step / 2), float(places[low, 1] - step / 2), float(step), float(step * len(members)))
        panel = Panel(drawing, box, (0, 1), (first + high + 0.5, first + low - 0.5))
        now = unit if chosen is not None and low <= chosen <= high else first + low - 1  # before the first: none of these
        moves = {None: None, "unit": (now, 1, first + low, first + high)}
        with drawing.handle(
            moves, panel, f"hidden units {first + low} to {first + high}", area=True, hover=True, key=f"units{first + low}"
        ):
            drawing.rect(*box, fill="#FFFFFF", fill_opacity=0)
    if chosen is not None and 0 <= chosen < z.size:
        drawing.circle(*places[chosen], wide / 2 + 1.5, stroke=DARK, stroke_width=2.4)


def _step(places):
    """The distance of two units of a column."""
    apart = np.diff(places[:, 1])
    return float(apart[apart > 0].min()) if np.any(apart > 0) else 24.0


def _outputs_to_press(drawing, flow, places, unit):
    count, step = len(places), TALL / len(places)
    box = (NODES - 14, TOP, WIDTH - NODES + 10, TALL)
    panel = Panel(drawing, box, (0, 1), (flow.hidden + count - 0.5, flow.hidden - 0.5))
    chosen = unit is not None and unit >= flow.hidden
    moves = {None: None, "unit": (unit if chosen else flow.hidden - 1, 1, flow.hidden, flow.hidden + count - 1)}
    with drawing.handle(moves, panel, "outputs, one a digit", area=True, hover=True, key="outputs"):
        drawing.rect(*box, fill="#FFFFFF", fill_opacity=0)
    if chosen:
        drawing.circle(*places[unit - flow.hidden], min(12.0, 0.45 * step) + 2, stroke=DARK, stroke_width=2.4)


def _looked_at(drawing, flow, looked, unit, side):
    """At the lower left: which ink the unit waits for, and in words what it says. Returns the words."""
    (layer, index), (left, top, wide) = looked, SMALLER
    drawing.pixels(left, top, wide, wide, signs_on_paper(flow.looks_for(*looked).reshape(side, side)))
    drawing.rect(left, top, wide, wide, stroke=COLOURS["grey"])
    if layer == len(flow.layers):
        head, says = f"what makes a {index}", "" if unit is None else f"its score: {short(flow.scores[index])}"
    else:
        head = f"unit {index}" if len(flow.layers) == 2 else f"layer {layer}, unit {index}"
        sent, says = flow.out_of(layer, index), f"says {short(flow.values[layer][index])}"
        if layer == len(flow.layers) - 1 and np.any(sent):
            says += f", most for {sent.argmax()}, against {sent.argmin()}"
    lines = [(head, {"weight": "bold"}), ("ink here raises it", {"colour": WORDS["orange"]})]
    lines += [("ink here lowers it", {"colour": SPEAKS[-1]}), *((words, {}) for words in says.split(", ") if words)]
    halo = {"stroke": "#FFFFFF", "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round"}
    for k, (words, look) in enumerate(lines):
        size = SMALL if k else TEXT
        drawing.text(left + wide + 10, top + 8 + 18 * k, words, size, anchor="start", **look, **halo)
    return f"{head}, {says}" if says else head


def _alt(flow, side, verdict, told):
    units = ", ".join(f"{v.size} hidden units with {np.sum(v > 1e-3)} of them above 0" for v in flow.values[1:-1])
    return f"A digit of {side} × {side} pixels goes through {units}, and is {verdict}. Looked at: {told}."
