"""Figures of lesson 13: filters and the maps they make, orange above 0, white at 0, purple below."""

import numpy as np

from helpers.plots import ink
from helpers.plots import sign_cells as signs
from helpers.plots.drawing import Drawing, Panel
from helpers.plots.ink import DARK
from helpers.plots.letters import SMALL, TEXT

WIDTH, MARGIN, SIDE = 720, 4, 116


def through_a_filter(image, kernel, sums, active, pooled, name="", row=None, column=None):
    """One picture through one filter: the kernel, the sums, what ReLU leaves, and what pooling keeps. All 2-D arrays.

    row, column: of the sums; that sum's window, what ReLU makes of it and the number that pooling keeps are framed.
    """
    H, W = np.shape(sums)
    row, column = (int(min(max(n // 2 if at is None else at, 0), n - 1)) for at, n in ((row, H), (column, W)))
    drawing, top, gap = Drawing(WIDTH, 204), 42, (WIDTH - 2 * MARGIN - 5 * SIDE) / 4
    lefts, lowest = [MARGIN + k * (SIDE + gap) for k in range(5)], top + SIDE + 12
    titles = (name or "picture", "filter", "sums", "ReLU", "pooled")
    for left, title, array in zip(lefts, titles, (image, kernel, sums, active, pooled), strict=True):
        drawing.text(left, 12, title, TEXT, DARK, "start", weight="bold")
        drawing.text(left, 29, " × ".join(map(str, np.shape(array))), SMALL, "#555555", "start")
        if array is not image:
            drawing.text(left, lowest, f"{ink.short(np.min(array))} to {ink.short(np.max(array))}", SMALL, "#555555", "start")
    drawing.text(lefts[0], lowest, "point at a window", SMALL, ink.text("blue"), "start")
    for left, sign in zip(lefts[1:], ("∗", "=", "→", "→"), strict=True):
        drawing.text(left - gap / 2, top + SIDE / 2, {"∗": "×"}.get(sign, sign), TEXT + 2)

    moves = {"column": (column, 1, 0, W - 1), "row": (row, 1, 0, H - 1)}
    FH, FW = np.shape(kernel)
    sizes = np.array(np.shape(image)), np.array([H, W])
    plain = tuple(sizes[0] - sizes[1] + 1) == (FH, FW)  # no padding, stride 1: the window is known
    across = (-FW / 2, W - 1 + FW / 2), (H - 1 + FH / 2, -FH / 2)
    with drawing.handle(
        moves, Panel(drawing, (lefts[0], top, SIDE, SIDE), *across), "window", area=True, hover=True, key="image"
    ):
        _map(drawing, lefts[0], top, signs.as_ink(image))
        if plain:
            _frame(drawing, lefts[0], top, np.shape(image), (row, column, FH, FW))
    cell = SIDE / FW, SIDE / FH
    limit = max(1e-9, np.abs(kernel).max())
    signs.cells(drawing, lefts[1], top, cell, signs.grounds(kernel, limit), signs.written(kernel, 1 + (FW < 4)), shown=SMALL)
    panel = Panel(drawing, (lefts[2], top, SIDE, SIDE), (-0.5, W - 0.5), (H - 0.5, -0.5))
    with drawing.handle(moves, panel, "sum", area=True, hover=True, key="sums"):
        _map(drawing, lefts[2], top, signs.by_sign(sums))
        _frame(drawing, lefts[2], top, (H, W), (row, column, 1, 1))
    strongest = max(1e-9, np.abs(active).max())
    _map(drawing, lefts[3], top, signs.by_sign(active, strongest))
    _frame(drawing, lefts[3], top, (H, W), (row, column, 1, 1))
    _map(drawing, lefts[4], top, signs.by_sign(pooled, strongest))
    PH, PW = np.shape(pooled)
    kept = min(row // max(1, H // PH), PH - 1), min(column // max(1, W // PW), PW - 1)
    _frame(drawing, lefts[4], top, (PH, PW), (*kept, 1, 1))

    here = f"At row {row}, column {column}: sum {ink.short(np.asarray(sums)[row, column])}"
    here += f", after ReLU {ink.short(np.asarray(active)[row, column])}, pooled {ink.short(np.asarray(pooled)[kept])}."
    drawing.text(lefts[1], lowest + 20, here, SMALL, DARK, "start")
    kernel, sums, pooled = (" × ".join(map(str, np.shape(array))) for array in (kernel, sums, pooled))
    left = f"what ReLU leaves of them (about {round(10 * np.mean(np.asarray(active) > 0))} of 10)"
    picture = f"{name or 'A picture'} through one filter of {kernel}"
    return drawing.saying(f"{picture}: its {sums} sums, {left}, and the {pooled} numbers that pooling keeps. {here}")


def filters_compared(before, after):
    """Filters before and after training and their difference, one column per filter, all rows on one scale.

    before, after: (FN, FH, FW). Below each column stands how alike the two are, the correlation of their weights.
    """
    before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    rows = {"before": before, "after": after, "change": after - before}
    count, (FH, FW), limit = len(before), before.shape[1:], max(1e-9, max(float(np.abs(some).max()) for some in rows.values()))
    room = min(40.0, (WIDTH - 76) / count)
    wide = min(0.86 * room, 34.0)
    high = wide * FH / FW
    drawing, alike = Drawing(WIDTH, round(22 + 3 * (high + 10) + 70)), [_alike(*pair) for pair in zip(before, after, strict=True)]
    for line, (name, filters) in enumerate(rows.items()):
        top = 22 + line * (high + 10)
        drawing.text(66, top + high / 2, name, TEXT, DARK, "end", weight="bold")
        for number, values in enumerate(filters):
            left = 76 + number * room
            drawing.pixels(left, top, wide, high, signs.by_sign(values, limit))
            drawing.rect(left - 0.5, top - 0.5, wide + 1, high + 1, stroke=signs.LINES)
    low = 22 + 3 * (high + 10) + 6
    drawing.text(66, low, "alike", TEXT, DARK, "end", weight="bold")
    for number, value in enumerate(alike):
        drawing.text(76 + number * room + wide / 2, 10, str(number), SMALL, "#555555")
        drawing.text(76 + number * room + wide / 2, low, "" if np.isnan(value) else ink.short(round(value, 2)), SMALL, DARK)
    signs.scale(drawing, 76, drawing.height - 32, 180, limit)
    drawing.text(268, drawing.height - 28, "the weights, one scale for all", SMALL, "#555555", "start")
    said = f"{count} filters of {FH} × {FW} before training (above), after it, and the change (below)"
    closest = f" Before and after are alike with correlations from {np.nanmin(alike):.2f} to {np.nanmax(alike):.2f}."
    known = not np.all(np.isnan(alike))
    return drawing.saying(f"{said}, orange for positive and purple for negative weights.{closest if known else ''}")


def _alike(one, other):
    """The correlation of two arrays' entries, NaN where all entries of one are equal."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return np.nan
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def feature_maps(maps):
    """The maps that a layer's filters make of one picture, each on its own scale. maps: (FN, H, W), not negative."""
    maps = np.asarray(maps)
    (H, W), columns, room = maps.shape[1:], 8, (WIDTH - 2 * MARGIN) / 8
    wide = 76
    high = wide * H / W
    rows = -(-len(maps) // columns)
    drawing = Drawing(WIDTH, round(rows * (high + 30)))
    for number, values in enumerate(maps):
        left, top = MARGIN + (number % columns) * room, 22 + (number // columns) * (high + 30)
        drawing.text(left, top - 11, str(number), TEXT, DARK, "start", weight="bold")
        most = float(np.max(values, initial=0))
        words = f"up to {ink.short(most)}" if most > 0 else "all 0"
        drawing.text(left + wide, top - 11, words, SMALL, "#555555", "end")
        drawing.pixels(left, top, wide, high, signs.by_sign(values))
        drawing.rect(left - 0.5, top - 0.5, wide + 1, high + 1, stroke=signs.LINES)
    return drawing.saying(f"{len(maps)} feature maps of {H} × {W} of one picture, each on its own scale.")


def _map(drawing, left, top, colours):
    drawing.pixels(left, top, SIDE, SIDE, colours)
    drawing.rect(left - 0.5, top - 0.5, SIDE + 1, SIDE + 1, stroke=signs.LINES)


def _frame(drawing, left, top, shape, place):
    """A frame around some of an array's cells. place: (row, column, height, width)."""
    high, wide = SIDE / shape[0], SIDE / shape[1]
    signs.framed(drawing, left + place[1] * wide, top + place[0] * high, place[3] * wide, place[2] * high)
