"""Pictures beside what a network made of them: one with ten bars, and a gallery of the misread, one row each."""

import numpy as np

from helpers.plots.bars import STILL, answer_bars, ink_on_paper
from helpers.plots.drawing import Drawing
from helpers.plots.ink import COLOURS, WORDS, number
from helpers.plots.letters import SMALL, TEXT

ROW, FULL = 68, 36  # how high a row of the gallery is, and a bar of 1
BARS, APART = 174, 41  # where the bars begin, and from one to the next


def reading(image, probabilities, class_names, truth=None):
    """One picture beside the probabilities a network gives its classes.

    image: (H·W,), (1, H, W) or (H, W). probabilities: (K,), sum 1. class_names: K names. truth: the right class number, if known.
    """
    names, rows = [str(name) for name in class_names], len(probabilities)
    drawing = Drawing(560, 48 + 26 * rows)
    picture, side = _square(image), min(26 * rows, 200)
    drawing.pixels(14, 40, side, side, ink_on_paper(picture))
    drawing.rect(14, 40, side, side, stroke=COLOURS["grey"])
    verdict = answer_bars(drawing, (268, 210), 53 + 26.0 * np.arange(rows), probabilities, names, truth)
    known = "" if truth is None else f" It is a {names[truth]}."
    return drawing.saying(f"A digit, {verdict.split(',')[0]}.{known}")


def misread(images, probabilities, truths):
    """Pictures that were read wrongly, one a row: what each is, its probabilities, what was said.

    images: (N, D), square pictures, N at least 1. probabilities: (N, K). truths: (N,), the right digits.
    """
    images, probabilities = np.asarray(images), np.asarray(probabilities)
    if not len(images):
        raise ValueError("there is no picture to show: none was misread, or none was picked.")
    count = probabilities.shape[1]
    drawing, said = Drawing(700, 8 + ROW * len(images)), []
    apart = min(APART, 410 / count)
    places, end = BARS + apart * (np.arange(count) + 0.5), BARS + apart * count
    for row, (image, y, truth) in enumerate(zip(images, probabilities, truths, strict=True)):
        answer, foot = int(y.argmax()), 8 + ROW * row + 50
        drawing.pixels(14, foot - 46, 46, 46, ink_on_paper(_square(image)))
        drawing.rect(14, foot - 46, 46, 46, stroke=COLOURS["grey"])
        drawing.text(74, foot - 23, f"it is a {truth}", TEXT, WORDS["green"], anchor="start", weight="bold")
        drawing.line(BARS, foot, end, foot, "#D5D5D5")
        for k, (x, share) in enumerate(zip(places, y, strict=True)):
            _bar(drawing, (x, foot), min(26, 0.64 * apart), k, float(share), {truth: "true", answer: "said"}.get(k, ""))
        sign = "✓" if answer == truth else "✗"
        drawing.text(end + 16, foot - 23, f"{sign} read as {answer}", TEXT, WORDS["orange"], anchor="start", weight="bold")
        said.append(f"a {truth} read as {answer} ({number(y[answer])}, the right one got {number(y[truth])})")
    return drawing.saying(f"{len(images)} misread digits with their probabilities: {'; '.join(said)}.")


def _bar(drawing, at, wide, name, share, part):
    """One bar of a row above its name: full for what was said, hollow for what it is, both with their numbers."""
    (x, foot), high = at, max(FULL * share, 0.8)
    fill, edge = {"said": (WORDS["orange"], "none"), "true": ("#FFFFFF", COLOURS["green"]), "": (STILL, "none")}[part]
    tint = {"said": WORDS["orange"], "true": WORDS["green"], "": WORDS["grey"]}[part]
    drawing.rect(x - wide / 2, foot - high, wide, high, fill, stroke=edge, stroke_width=2)
    drawing.text(x, foot + 9, str(name), SMALL, tint, weight="bold" if part else "normal")
    drawing.text(x, foot - high - 8, number(share) if part else "", SMALL, tint, weight="bold")


def _square(image):
    """A picture (H, W) from (H·W,), (1, H, W) or (H, W)."""
    image = np.asarray(image)
    if image.ndim > 1:
        return image.reshape(image.shape[-2:])
    side = round(image.size**0.5)
    if side**2 != image.size:
        raise ValueError(f"{image.size} numbers are no square picture; give it as (H, W).")
    return image.reshape(side, side)
