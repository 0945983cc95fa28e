"""The places of a computational graph's boxes and wires on a page, in pixels: how much room each text needs."""

import numpy as np

from helpers.plots.graph_words import symbol
from helpers.plots.letters import SMALL, TEXT, width_of

VALUE = 17  # the size of a number in its box; its name is SMALL, its slope TEXT
UPPER, BAND, TRACK = 44, 21, 13  # heights: of a box with name and number, of its slope below them, of the track between them
MARGIN, PAD = 10, (9, 6)  # around the drawing, and beside a text in its box (in narrow graphs too)
ROUND, INSIDE = 13, 7  # half a badge's height, and how far it reaches into its box
PAGE = 720  # a drawing grows beyond it only when its texts need it
SMALLEST, CLOSEST, WIDEST, BETWEEN = (64, 44), (46, 40), 76, 12  # boxes and gaps of columns (in narrow graphs too), gap of rows
REACH = 112  # the width of a box whose numbers a hand changes: those of every day fit, and nothing moves


def half(node):
    """Half the width of a node's badge; 0 for a leaf, which has none."""
    return max(ROUND, width_of(symbol(node.op), SMALL) / 2 + 7) if node.op else 0.0


def needed(node, words, spelled):
    """The width of a node's box for its words, (name, number, slope). spelled: whether the word slope stands before the slope."""
    name, number, slope = words
    beside = INSIDE if node.op else 0
    upper = max(width_of(name, SMALL), width_of(number, VALUE, "bold")) + 2 * beside
    band = width_of(slope or "", TEXT, "bold") + (width_of("slope ", SMALL) + 2 if spelled else 0)
    return max(upper, band) + 2 * PAD[not spelled]


class Page:
    """Where boxes stand and wires run.

    places, lines: as layout() returns them. moments: list of {node: words}, what the boxes say at every moment that will be
    shown, so that nothing moves between them. labels: the texts beside wires. entries: nodes that a hand can change.
    above: room for a title.
    boxes: {node: (left, top, width, height)}. ports: {node: the height at which its wires end}. width, height: of the page.
    """

    def __init__(self, places, lines, moments, labels, entries, narrow, above=0):
        self.places, self.lines, self.narrow = places, lines, narrow
        self.band = BAND if any(words[2] for moment in moments for words in moment.values()) else 0
        columns = 1 + max(column for column, _ in places.values())
        self.widths = [REACH if entries else SMALLEST[narrow]] * columns
        for moment in moments:
            for node, words in moment.items():
                column = places[node][0]
                self.widths[column] = max(self.widths[column], needed(node, words, not narrow))
        badges = [max((half(node) for node in places if places[node][0] == column), default=0) for column in range(columns)]
        reach = max(2 * badge - INSIDE for badge in badges)
        # Wide enough for the texts beside the wires, unless that would make the page too wide: the line below tells them too.
        wanted = max([CLOSEST[narrow], *(width_of(label, SMALL) + 16 + reach for label in labels)])
        free = (PAGE - 2 * MARGIN - sum(self.widths)) / max(1, columns - 1)
        self.gap = max(CLOSEST[narrow], min(WIDEST, free), min(wanted, free) if narrow else wanted)
        self.lefts = [MARGIN + sum(self.widths[:k]) + k * self.gap for k in range(columns)]
        tall = UPPER + self.band + (TRACK if entries else 0)
        pitch = tall + BETWEEN
        passing = [row for way in lines.values() for _, row in way[1:-1]]
        heights = [(row, tall / 2) for _, row in places.values()] + [(row, 4) for row in passing]
        first, last = min(pitch * row - room for row, room in heights), max(pitch * row + room for row, room in heights)
        self.width = round(self.lefts[-1] + self.widths[-1] + MARGIN)
        self.height = round(above + last - first + 2 * MARGIN)
        self.middle = lambda row: above + MARGIN + pitch * row - first
        self.boxes, self.ports = {}, {}
        for node, (column, row) in places.items():
            high = UPPER + self.band + (TRACK if node in entries else 0)
            top = self.middle(row) - high / 2
            self.boxes[node] = self.lefts[column], top, self.widths[column], high
            self.ports[node] = top + UPPER / 2

    def badge(self, node):
        """The middle of a node's badge, on the left edge of its box."""
        return self.boxes[node][0] - half(node) + INSIDE, self.ports[node]

    def stops(self, node, n):
        """Where the wire from a node's nth input to its badge is level: it leaves, passes other boxes and arrives, (M, 2)."""
        source, way = node.inputs[n], self.lines[node, n]
        across = 12.0 * (n - (len(node.inputs) - 1) / 2)  # two wires do not end in one point
        apart = 1.4 * across if node.inputs.count(source) > 1 else 0.0  # nor do both wires from one box begin in one
        left, _, wide, _ = self.boxes[source]
        stops = [(left + wide, self.ports[source] + apart)]
        for column, row in way[1:-1]:
            stops += [(self.lefts[column], self.middle(row)), (self.lefts[column] + self.widths[column], self.middle(row))]
        x, y = self.badge(node)
        inward = ROUND - np.sqrt(ROUND**2 - across**2)  # the badge is round
        return [*stops, (x - half(node) + inward, y + across)]


def curve(stops):
    """A line through stops that is level at each of them, as SVG writes it: Bézier curves, one from each stop to the next."""
    pieces = [f"M{stops[0][0]:.1f} {stops[0][1]:.1f}"]
    for (x0, y0), (x1, y1) in zip(stops, stops[1:], strict=False):
        middle = (x0 + x1) / 2
        pieces.append(f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}")
    return "".join(pieces)


def points_on(stops):
    """The same line as points, (M, 2)."""
    t = np.linspace(0, 1, 25)
    along, up = 1.5 * t * (1 - t) + t**3, t * t * (3 - 2 * t)
    pieces = [(a[0] + along * (b[0] - a[0]), a[1] + up * (b[1] - a[1])) for a, b in zip(stops, stops[1:], strict=False)]
    return np.concatenate(pieces, axis=1).T
