"""Ten bars of a reading, one a digit, and a picture's pixels as colours: what all figures that read digits share."""

import numpy as np
from matplotlib import colormaps

from helpers.plots.ink import COLOURS, DARK, WORDS, number
from helpers.plots.letters import TEXT, TITLE, width_of

STILL = "#B9C4CC"  # bars of digits that nobody named


def ink_on_paper(picture):
    """Pixels (H, W), 0 paper and 1 ink, as uint8 (H, W, 3)."""
    grey = np.round(255 - np.clip(picture, 0, 1) * 229).astype(np.uint8)
    return np.repeat(grey[..., None], 3, axis=2)


def signs_on_paper(numbers):
    """Numbers (H, W) as uint8 (H, W, 3): orange above 0, purple below, the strongest colour for the one furthest from 0."""
    limit = max(1e-9, float(np.abs(numbers).max()))
    return colormaps["PuOr_r"](0.5 + 0.46 * np.asarray(numbers, dtype=float) / limit, bytes=True)[..., :3]


def answer_bars(drawing, places, heights, probabilities, names, truth=None, named=None):
    """A row for each class: its name in a circle, its bar, and the probability where it matters; above them what was said.

    places: (x of the circles, pixels of a bar of 1). heights: y of the rows. truth: the right class's number, if known.
    named: one more class whose probability is written. Returns what the picture says, in words.
    """
    (x, full), answer = places, int(np.argmax(probabilities))
    names, right = [str(name) for name in names], truth in (None, answer)
    radius = min(12.0, 0.42 * float(heights[1] - heights[0]) if len(heights) > 1 else 12.0)
    strong = COLOURS["blue"] if right else WORDS["orange"]  # white letters stand on it
    for k, (name, y, share) in enumerate(zip(names, heights, probabilities, strict=True)):
        said, true = k == answer, not right and k == truth
        edge, heavy = strong if said else COLOURS["green"] if true else STILL, "bold" if said or true else "normal"
        drawing.circle(x, y, radius, strong if said else "#FFFFFF", stroke=edge, stroke_width=2 if said or true else 1.2)
        drawing.text(x, y, name, TEXT, weight=heavy, **({"colour": "#FFFFFF", "on": strong} if said else {}))
        wide, fill = max(full * float(share), 0.8), "#FFFFFF" if true else strong if said else STILL
        drawing.rect(x + radius + 5, y - 0.55 * radius, wide, 1.1 * radius, fill, stroke=edge if true else "none", stroke_width=2)
        words = number(share) if said or true or k == named else ""
        tint = WORDS["green"] if true else DARK
        drawing.text(x + radius + 11 + wide, y, words, TEXT, tint, anchor="start", weight=heavy)
    verdict = f"read as {names[answer]}"
    written = verdict if truth is None else f"{verdict} ✓" if right else f"{verdict} ✗"
    drawing.text(x - radius, 22, written, TITLE, anchor="start", weight="bold")
    told = "" if right else f"it is a {names[truth]}"
    place = x - radius + width_of(written, TITLE, "bold") + 12
    drawing.text(place, 22, told, TITLE, WORDS["green"], anchor="start", weight="bold")
    known = "" if truth is None else ", right" if right else f", wrong: {told}"
    return f"{verdict} with probability {number(probabilities[answer])}{known}"
