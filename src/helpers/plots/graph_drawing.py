"""Boxes and wires of a computational graph on a page: how much room each text needs, and what is drawn in it."""

import functools

import numpy as np
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, FancyBboxPatch
from matplotlib.textpath import text_to_path

from helpers.plots import ink
from helpers.plots.ink import COLOURS, DARK, DASHED

WIRE = "#9A9A9A"
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SHORT = {"sigmoid": "σ", "minus": "−x"}
POINTS, SPACING = 8.2, 1.25  # the letters in a box, and from one line to the next
MARGIN, PAD = 0.1, 0.07  # in inches, as all below: around the drawing, and beside a text in its box
PAGE = 7.1  # a drawing grows beyond it only when its texts need it
SMALLEST, CLOSEST, WIDEST = (0.9, 0.5), 0.42, 0.75  # boxes (in narrow graphs too), and gaps between two columns of them
ROUND = 0.13  # half the height of an operation's badge on the left edge of its box


@functools.lru_cache(maxsize=1024)
def width_of(words, points=POINTS, weight="normal"):
    """The width of a text in inches, that of its longest line."""
    font = FontProperties(family=ink.FAMILY, size=points, weight=weight)
    return max(text_to_path.get_text_width_height_descent(line, font, False)[0] for line in words.split("\n")) / 72


def symbol(op):
    """An operation as it stands in its badge: +, σ, x², tanh."""
    if op.startswith("power "):
        n = op.removeprefix("power ")
        return f"x{n.translate(SUPERSCRIPT)}" if n.isdigit() else f"^{n}"
    return SHORT.get(op, op)


def _half(node):
    """Half the width of a node's badge; 0 for a leaf, which has none."""
    return max(ROUND, width_of(symbol(node.op), 8) / 2 + 0.05) if node.op else 0.0


def _rounded(x, y, width, height, corner):
    return FancyBboxPatch((x, y), width, height, boxstyle=f"round,pad=0,rounding_size={corner}")


class Page:
    """The places of a graph's boxes on a page, in inches from its upper left corner.

    places, lines: as layout() returns them. texts: list of {node: text}, the boxes' words at every moment that will be shown,
    so that nothing moves between them. labels: the texts beside wires. narrow: whether there are many columns.
    spots: {node: (left edge, middle)}. width, height: of the page.
    """

    def __init__(self, places, lines, texts, labels, narrow):
        columns = 1 + max(column for column, _ in places.values())
        rows = [row for way in lines.values() for _, row in way] or [0]
        self.first, tall = min(rows), 1 + max(text.count("\n") for moment in texts for text in moment.values())
        self.high = 0.16 + tall * POINTS * SPACING / 72
        self.row = self.high + 0.16
        self.widths = [SMALLEST[narrow]] * columns
        for moment in texts:
            for node, text in moment.items():
                column = places[node][0]
                self.widths[column] = max(self.widths[column], _half(node) + width_of(text) + 2 * PAD)
        # Wide enough for the texts beside the wires, unless that would make the page too wide: the line below tells them too.
        wanted = max([CLOSEST, *(width_of(label, 8) + 2 * ROUND for label in labels)])
        free = (PAGE - 2 * MARGIN - sum(self.widths)) / max(1, columns - 1)
        self.gap = max(CLOSEST, min(WIDEST, free), min(wanted, free) if narrow else wanted)
        self.lefts = [MARGIN + sum(self.widths[:k]) + k * self.gap for k in range(columns)]
        self.width = self.lefts[-1] + self.widths[-1] + MARGIN
        self.height = self.row * (max(rows) - self.first + 1) + MARGIN
        self.places = places
        self.spots = {node: (self.lefts[column], self.y(row)) for node, (column, row) in places.items()}

    def y(self, row):
        """How far below the top a row's middle is."""
        return (row - self.first + 0.5) * self.row + MARGIN / 2

    def box(self, node):
        """The outline of a node's box."""
        left, middle = self.spots[node]
        return _rounded(left, middle - self.high / 2, self.widths[self.places[node][0]], self.high, 0.08)

    def wire(self, node, n, way):
        """The line from a node's nth input to its badge, (M, 2): level where it leaves, arrives and passes other boxes."""
        across = 0.1 * (n - (len(node.inputs) - 1) / 2)  # two lines do not end in one point
        apart = across if node.inputs.count(node.inputs[n]) > 1 else 0.0  # nor do both lines from one box begin in one
        (column, row), *passed, (last, end) = way
        stops = [(self.lefts[column] + self.widths[column], self.y(row) + 1.5 * apart)]
        for column, row in passed:
            stops += [(self.lefts[column], self.y(row)), (self.lefts[column] + self.widths[column], self.y(row))]
        stops.append((self.lefts[last] - _half(node), self.y(end) + across))
        return smooth(stops)


def smooth(stops):
    """A curve through stops (x, y), level at each of them: (M, 2)."""
    t = np.linspace(0, 1, 25)
    along, up = 1.5 * t * (1 - t) + t**3, t * t * (3 - 2 * t)  # a Bézier curve, its inner points halfway, one low and one high
    pieces = [(a[0] + along * (b[0] - a[0]), a[1] + up * (b[1] - a[1])) for a, b in zip(stops, stops[1:], strict=False)]
    return np.concatenate(pieces, axis=1).T


def draw_wires(axes, page, lines, now, show):
    """Lines from each box to the operations that use it; those of the node at work, now, point back. show: writes a slope."""
    idle = [page.wire(node, n, way) for (node, n), way in lines.items() if node is not now]
    busy = [(n, page.wire(node, n, way)) for (node, n), way in lines.items() if node is now]
    axes.add_collection(LineCollection(idle, colors=WIRE, linewidths=1.2, zorder=1))
    axes.add_collection(LineCollection([wire for _, wire in busy], colors=COLOURS["orange"], linewidths=2.6, zorder=2))
    filled = [wire[::4] for wire in idle] + [wire[::4] for _, wire in busy]  # where no text may stand
    for n, wire in busy:
        axes.plot(*(wire[0] + (0.05, 0)), "<", color=COLOURS["orange"], markersize=7, zorder=3)
        words = f"·{show(now.local[n])}"
        half = width_of(words, 8) / 2
        if 2 * half + ROUND > page.gap:
            continue  # no room between the boxes; the line below the drawing tells it
        below = wire[-1, 1] < wire[0, 1] or (wire[-1, 1] == wire[0, 1] and n)  # a wire that rises leaves room below itself
        places = [wire[0] + (0.03 + half, far * side * (1 if below else -1)) for far in (0.145, 0.28, 0.4) for side in (1, -1)]
        blocked = np.concatenate(filled)
        free = [place for place in places if not np.all(np.abs(blocked - place) < (half + 0.03, 0.09), axis=1).any()]
        place = (free or places)[0]
        filled.append(place + np.linspace((-half, 0), (half, 0), 9))
        axes.text(*place, words, ha="center", va="center", fontsize=8, color=ink.text("orange"), zorder=4)


def draw_boxes(axes, page, texts, now, complete):
    """Boxes with their texts: thick for the node at work, solid where the slope is complete, dashed where it is not."""
    waiting = [node for node in page.spots if node is not now and node not in complete]
    done = [node for node in page.spots if node is not now and node in complete]
    kinds = (([now] if now else [], 2.6, "-", "orange"), (done, 1.5, "-", "blue"), (waiting, 1.3, DASHED, "grey"))
    for nodes, width, dashes, colour in kinds:
        look = {"facecolor": "white", "edgecolor": COLOURS[colour], "linewidth": width, "linestyle": dashes, "zorder": 3}
        axes.add_collection(PatchCollection([page.box(node) for node in nodes], **look))
    badges = []
    for node, (left, y) in page.spots.items():
        half, sign = _half(node), symbol(node.op)
        middle = left + (half + page.widths[page.places[node][0]]) / 2
        axes.text(middle, y, texts[node], ha="center", va="center", fontsize=POINTS, linespacing=SPACING, zorder=4)
        if node.op:
            badge = _rounded(left - half, y - ROUND, 2 * half, 2 * ROUND, ROUND)
            badges.append(Circle((left, y), ROUND) if half == ROUND else badge)
            axes.text(left, y, sign, ha="center", va="center", fontsize=11 if len(sign) == 1 else 8, zorder=6)
    if badges:
        axes.add_collection(PatchCollection(badges, facecolor="#EAF3F9", edgecolor=DARK, linewidth=1, zorder=5))
