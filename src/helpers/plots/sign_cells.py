"""Numbers by their sign, orange above 0, white at 0, purple below: cells with numbers in them, and maps. Lessons 12 and 13."""

from fractions import Fraction

import numpy as np

from helpers.plots import ink
from helpers.plots.drawing import Panel
from helpers.plots.ink import COLOURS, DARK, PALE
from helpers.plots.letters import SMALL, TEXT

# ColorBrewer's PuOr (Brewer and Harrower), as images.signed has it, with white in its middle.
ABOVE = ("#FFFFFF", "#FEE0B6", "#FDB863", "#E08214", "#B35806", "#7F3B08")
BELOW = ("#FFFFFF", "#D8DAEB", "#B2ABD2", "#8073AC", "#542788", "#2D004B")
READABLE = 0.4  # so far along the colours a number on them is read, in light and dark: 4.5 to 1
GREYEST = 0.65  # the same for ink on paper
HERE = COLOURS["blue"]  # frames of what is looked at
LINES = "#8C8C8C"  # between cells


def _along(ends, places):
    channels = np.array([[int(end[k : k + 2], 16) for k in (1, 3, 5)] for end in ends]).T
    return np.stack([np.interp(places, np.linspace(0, 1, len(ends)), channel) for channel in channels], axis=-1)


STEPS = np.linspace(0, 1, 256)
RAMP = np.round(np.concatenate([_along(BELOW, STEPS)[:0:-1], _along(ABOVE, STEPS)])).astype(np.uint8)  # (511, 3)


def by_sign(values, limit=None):
    """Colours of numbers: uint8 (…, 3). limit: the number with the strongest colour; the largest there is, unless given."""
    values = np.asarray(values, dtype=float)
    limit = max(1e-12, float(np.abs(values).max(initial=0) if limit is None else limit))
    return RAMP[255 + np.rint(255 * np.clip(values / limit, -1, 1)).astype(int)]


def as_ink(picture):
    """Colours of a picture, 0 paper to 1 ink: uint8 (H, W, 3)."""
    grey = np.rint(255 * (1 - np.clip(picture, 0, 1))).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=-1)


def tint(value, limit):
    """The ground of a number by its sign, pale enough to read what stands on it: "#RRGGBB"."""
    part = min(1.0, abs(value) / max(limit, 1e-12))
    return _hex(RAMP[255 + round(255 * np.sign(value) * READABLE * (0.15 + 0.85 * part))]) if value else "#FFFFFF"


def paper(value):
    """The ground of a pixel's number, 0 paper to 1 ink, pale enough to read what stands on it."""
    return _hex([round(255 * (1 - (1 - GREYEST) * min(max(value, 0.0), 1.0)))] * 3)


def fraction(value):
    """A kernel's entry in few letters: 2, −0.5, 0.265, 1/9."""
    nearest = Fraction(float(value)).limit_denominator(20)
    if len(f"{value:g}") > 5 and abs(float(nearest) - value) < 1e-9:
        return str(nearest).replace("-", "−")
    return ink.short(value, 3)


def cells(drawing, left, top, size, grounds, words=None, *, shown=TEXT, bold=None, dashed=None, grey=None):
    """A grid of cells. size: (width, height) of one. grounds, words: 2-D, colours and short texts. shown: the size of type.

    bold, dashed, grey: bool arrays; those entries are written bold, drawn as a border of padding, written grey.
    """
    wide, high = size
    with drawing.group(stroke=LINES, stroke_width=1):
        for (i, j), ground in np.ndenumerate(grounds):
            dashes = {"stroke_dasharray": "2 2"} if dashed is not None and dashed[i, j] else {}
            drawing.rect(left + j * wide, top + i * high, wide, high, ground, **dashes)
    if words is not None:
        for (i, j), word in np.ndenumerate(words):
            look = {"weight": "bold"} if bold is not None and bold[i, j] else {}
            colour = ink.text("grey") if grey is not None and grey[i, j] else DARK
            at = left + (j + 0.5) * wide, top + (i + 0.5) * high
            drawing.text(*at, word, shown, colour, on=str(grounds[i, j]), **look)


def lattice(drawing, left, top, cell, colours, dashed=False):
    """A grid of square cells without numbers, in two elements however many there are. colours: uint8 (H, W, 3)."""
    (H, W), style = colours.shape[:2], {"stroke_dasharray": "2 2"} if dashed else {}
    drawing.pixels(left, top, W * cell, H * cell, colours)
    down = "".join(f"M{left + j * cell:.1f} {top:.1f}v{H * cell:.1f}" for j in range(W + 1))
    across = "".join(f"M{left:.1f} {top + i * cell:.1f}h{W * cell:.1f}" for i in range(H + 1))
    drawing.path(down + across, LINES, **style)


def over(drawing, left, top, cell, shape):
    """A Panel over an array's cells: its values are columns, and rows from the top."""
    H, W = shape
    return Panel(drawing, (left, top, W * cell, H * cell), (-0.5, W - 0.5), (H - 0.5, -0.5))


def framed(drawing, left, top, width, height, colour=HERE, dashes=None):
    """A strong frame around what is looked at, apart from whatever lies below it."""
    box = {"x": left, "y": top, "width": width, "height": height, "fill": "none", "rx": 1.5}
    drawing.add("rect", **box, stroke="#FFFFFF", stroke_width=5.5)
    drawing.add("rect", **box, stroke=colour, stroke_width=2.5, stroke_dasharray=dashes)


def chip(drawing, values, box, words, label, chosen):
    """A small button: sets values, {name: value}, when it is pressed. box: (left, top, width, height)."""
    left, top, width, height = box
    ground, look = ("#DDEBF5", {"weight": "bold"}) if chosen else ("#FFFFFF", {})
    with drawing.press(values, label, pressed=chosen):
        drawing.rect(left, top, width, height, ground, rx=3, stroke=HERE if chosen else LINES)
        drawing.text(left + width / 2, top + height / 2, words, TEXT, DARK if chosen else ink.text("blue"), on=ground, **look)


def picture(drawing, left, top, cell, colours, edge=LINES):
    """Pixels with a thin edge, cell browser pixels each. colours: uint8 (H, W, 3)."""
    height, width = colours.shape[:2]
    drawing.pixels(left, top, width * cell, height * cell, colours)
    drawing.rect(left - 0.5, top - 0.5, width * cell + 1, height * cell + 1, stroke=edge)


def scale(drawing, left, top, width, limit):
    """What colour means which number: a bar from −limit over 0 to limit."""
    drawing.pixels(left, top, width, 8, RAMP[None, ::6])
    drawing.rect(left, top, width, 8, stroke=PALE)
    for part, value in ((0, -limit), (0.5, 0), (1, limit)):
        anchor = ("start", "middle", "end")[round(2 * part)]
        drawing.text(left + part * width, top + 18, ink.short(value), SMALL, "#555555", anchor)


def grounds(values, limit=None, make=tint):
    """The grounds of an array of numbers, by sign."""
    values = np.asarray(values)
    if make is not tint:
        return np.vectorize(make, otypes=[object])(values)
    limit = float(np.abs(values).max(initial=0)) if limit is None else limit
    return np.array([tint(value, limit) for value in values.flat], dtype=object).reshape(values.shape)


def written(values, digits=3):
    """An array of numbers as short texts."""
    values = np.asarray(values)
    return np.array([ink.short(value, digits) for value in values.flat], dtype=object).reshape(values.shape)


def whole(values):
    """An array of whole numbers as short texts with a true minus."""
    return np.array([str(value).replace("-", "−") for value in values.flat], dtype=object).reshape(values.shape)


def _hex(colour):
    return "#{:02X}{:02X}{:02X}".format(*map(int, colour))
