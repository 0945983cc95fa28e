"""Figures of lesson 12 that a hand can enter: a kernel on the place pointed at, and the places that padding and stride leave."""

import numpy as np

from helpers.plots import ink
from helpers.plots import sign_cells as signs
from helpers.plots.drawing import Drawing, Panel
from helpers.plots.grids import correlated, mask, written
from helpers.plots.ink import DARK, PALE
from helpers.plots.letters import SMALL, TEXT, TITLE

WIDTH, MARGIN, TOP = 720, 8, 34
GROUND = (220, 233, 242)  # of pixels that a window meets


def kernel_at(x, W, row=0, column=0, pad=0, stride=1, b=0):
    """A kernel on one of its places: the window, the products, their sum, and the output as far as it is known.

    x (H, W), W (FH, FW): whole numbers. row, column: of the output; beyond the last they stay there. b: the bias.
    """
    x, W, pad, b = np.asarray(x), np.asarray(W), int(pad), int(b)
    padded, real, (FH, FW) = np.pad(x, pad), np.pad(np.ones(x.shape, bool), pad), W.shape
    y = correlated(padded, W)[::stride, ::stride] + b
    r, c = (min(max(int(at), 0), n - 1) for at, n in zip((row, column), y.shape, strict=True))
    known = np.arange(y.size).reshape(y.shape) <= r * y.shape[1] + c
    window = padded[stride * r : stride * r + FH, stride * c : stride * c + FW]
    room = [n + 2 * max(pad, 1) for n in x.shape]  # of the picture: nothing moves when padding comes
    wide = room[1] + 2 * FW + max(y.shape[1], (room[1] - FW) // stride + 1)
    cell = int(min(36, (WIDTH - 2 * MARGIN - 3 * 40) / wide))
    drawing = Drawing(WIDTH, TOP + cell * max(room[0], FH + 2) + 44)
    middle, gap = TOP + cell * room[0] / 2, (WIDTH - 2 * MARGIN - cell * wide) / 3
    lefts = np.cumsum([MARGIN, cell * room[1] + gap, cell * FW + gap, cell * FW + gap]).tolist()

    left, top = lefts[0] + (room[1] * cell - padded.shape[1] * cell) / 2, middle - padded.shape[0] * cell / 2
    marked = mask(padded.shape, np.s_[stride * r : stride * r + FH, stride * c : stride * c + FW])
    _title(drawing, left, f"x {x.shape}", "point at a window", top - 20)
    panel = _over_windows(drawing, (left, top), cell, padded.shape, W.shape, stride)
    moves = {"column": (c, 1, 0, y.shape[1] - 1), "row": (r, 1, 0, y.shape[0] - 1)}
    grounds = signs.grounds(padded / max(1, np.abs(x).max(initial=0)), make=signs.paper)
    with drawing.handle(moves, panel, "window on the picture", area=True, hover=True, key="picture"):
        drawing.rect(left, top, *(cell * n for n in padded.shape[::-1]), "#FFFFFF")
        signs.cells(drawing, left, top, (cell, cell), grounds, signs.whole(padded), bold=marked, dashed=~real, grey=~real)
        signs.framed(drawing, left + cell * stride * c, top + cell * stride * r, cell * FW, cell * FH)

    upper, strongest = middle - FH * cell / 2, max(1, np.abs(W).max(initial=0))
    _title(drawing, lefts[1], f"kernel {W.shape}", at=upper - 20)
    signs.cells(drawing, lefts[1], upper, (cell, cell), signs.grounds(W, strongest), signs.whole(W))
    products = window * W
    _title(drawing, lefts[2], "products", at=upper - 20)
    signs.cells(drawing, lefts[2], upper, (cell, cell), signs.grounds(products), signs.whole(products))
    for at, sign in ((lefts[1], "×"), (lefts[2], "="), (lefts[3], "→")):
        drawing.text(at - gap / 2, middle, sign, TITLE)
    _sum(drawing, lefts[2] + cell * FW / 2, upper + FH * cell, products.sum(), b)

    high = middle - y.shape[0] * cell / 2
    _title(drawing, lefts[3], f"y {y.shape}", at=high - 20)
    grounds = np.where(known, signs.grounds(np.where(known, y, 0)), "#FFFFFF")
    over = Panel(
        drawing, (lefts[3], high, y.shape[1] * cell, y.shape[0] * cell), (-0.5, y.shape[1] - 0.5), (y.shape[0] - 0.5, -0.5)
    )
    with drawing.handle(moves, over, "entry of the output", area=True, hover=True, key="output"):
        words = np.where(known, signs.whole(y), "?")
        signs.cells(drawing, lefts[3], high, (cell, cell), grounds, words, bold=mask(y.shape, (r, c)), grey=~known)
        signs.framed(drawing, lefts[3] + cell * c, high + cell * r, cell, cell)
    _paddings(drawing, MARGIN, drawing.height - 14, pad)

    terms = " + ".join(f"{p}·{ink.factor(w)}" for p, w in zip(window.flat, W.flat, strict=True))
    bias = f", with bias {written(b)}: {written(y[r, c])}" if b else ""
    first = f"Place {r * y.shape[1] + c + 1} of {y.size}: rows from {stride * r}, columns from {stride * c}"
    detail = f"{first} of {'the padded ' if pad else ''}x. {terms} = {written(products.sum())}{bias}"
    so_far = "; ".join(" ".join(line) for line in words)
    return drawing.saying(f"{detail}. Output so far: {so_far}.")


def _title(drawing, x, words, hint="", at=14):
    drawing.text(x, at + 6, words, TEXT, DARK, "start", weight="bold")
    if hint:
        drawing.text(x + 62, at + 6, hint, SMALL, ink.text("blue"), "start")


def _over_windows(drawing, corner, cell, shape, kernel, stride):
    """A Panel over a padded picture whose values are places of the kernel: that whose window has the pixel in its middle."""
    (H, W), (FH, FW) = shape, kernel
    across, down = (((-FW / 2) / stride, (W - FW / 2) / stride), ((H - FH / 2) / stride, (-FH / 2) / stride))
    return Panel(drawing, (*corner, W * cell, H * cell), across, down)


def _sum(drawing, x, y, total, b):
    """The products' sum and the bias, which can be typed over, below the products."""
    drawing.text(x, y + 18, f"sum {written(total)}", TEXT, weight="bold")
    drawing.text(x - 4, y + 44, "+ bias", TEXT, anchor="end")
    drawing.rect(x + 4, y + 31, 44, 26, stroke=signs.LINES, rx=2)
    drawing.field("b", b, (x + 5, y + 32, 42, 24), "bias", low=-99, high=99, size=TEXT)


def _paddings(drawing, x, y, pad):
    """Whether there is a border of zeros, to press."""
    drawing.text(x, y, "padding", TEXT, DARK, "start")
    for value in (0, 1):
        at = x + 62 + 32 * value
        signs.chip(drawing, {"pad": value}, (at, y - 12, 28, 24), str(value), f"padding {value}", value == pad)


SIDE, TALL = 216, 284


def kernel_places(size, kernel, stride=1, pad=0, row=0, column=0):
    """The places of a square kernel on a square picture: the one pointed at, the next one, what is never met, how many there are.

    size, kernel, stride, pad: whole numbers, which can be typed over. row, column: of the output; beyond the last they stay.
    """
    size, kernel, stride, pad = (round(number) for number in (size, kernel, stride, pad))
    total, room = size + 2 * pad, size + 2 * pad - kernel
    outputs = room // stride + 1 if room >= 0 else 0
    inside, met = mask((total, total), np.s_[pad : pad + size, pad : pad + size]), np.zeros((total, total), bool)
    for i, j in np.ndindex(outputs, outputs):
        met[i * stride : i * stride + kernel, j * stride : j * stride + kernel] = True
    missed, cell = inside & ~met, min(30, SIDE // total)
    r, c = (min(max(int(at), 0), max(outputs, 1) - 1) for at in (row, column))
    drawing, left, top = Drawing(WIDTH, TALL), MARGIN + 2, TOP
    moves = {name: (at, 1, 0, max(outputs, 1) - 1) for name, at in (("column", c), ("row", r))}
    more = c + 1 < outputs  # there is a next place in this row
    drawing.text(left, 14, "picture", TEXT, DARK, "start", weight="bold")
    drawing.text(left + 60, 14, "point at a window", SMALL, ink.text("blue"), "start")
    panel = _over_windows(drawing, (left, top), cell, (total, total), (kernel, kernel), stride)
    grounds = np.where((inside & met)[..., None], GROUND, 255).astype(np.uint8)
    with drawing.handle(moves, panel, "window on the picture", area=True, hover=True, key="picture"):
        signs.lattice(drawing, left, top, cell, grounds, dashed=True)
        signs.lattice(drawing, left + pad * cell, top + pad * cell, cell, grounds[pad : pad + size, pad : pad + size])
        if outputs:
            _two_places(drawing, left + cell * stride * c, top + cell * stride * r, cell * kernel, cell * stride * more)
        for i, j in np.argwhere(missed):
            drawing.text(left + (j + 0.5) * cell, top + (i + 0.5) * cell, "×", SMALL, "#555555")
    start = left + SIDE + 44
    drawing.text(start, 14, "output" if outputs else "no output", TEXT, DARK, "start", weight="bold")
    if outputs:
        shape = outputs, outputs
        with drawing.handle(moves, signs.over(drawing, start, top, cell, shape), "output", area=True, hover=True, key="output"):
            signs.lattice(drawing, start, top, cell, np.full((*shape, 3), 255, np.uint8))
            _two_places(drawing, start + cell * c, top + cell * r, cell, cell * more)
    said, crosses = _counted(size, kernel, stride, pad, outputs), ""
    if missed.any() and outputs:
        crosses = f"Crosses: {missed.sum()} pixels that no place reaches."
        drawing.text(left, TALL - 14, crosses, TEXT, DARK, "start")
    _column_of_numbers(drawing, size, kernel, stride, pad, outputs)
    settings = f"A picture of {size} × {size} with padding {pad}, kernel {kernel} × {kernel}, stride {stride}."
    return drawing.saying(f"{settings} {said} {crosses}".strip())


def _two_places(drawing, left, top, side, further):
    """A frame around the place pointed at, and a dashed one around the next, further pixels on; 0 where there is none."""
    if further:
        drawing.rect(left + further, top, side, side, stroke=DARK, stroke_width=1.6, stroke_dasharray="4 3")
    signs.framed(drawing, left, top, side, side)


def _counted(size, kernel, stride, pad, outputs):
    room = size + 2 * pad - kernel
    if not outputs:
        return f"A kernel of {kernel} does not fit into {size + 2 * pad} pixels: there is no output."
    down = "" if room % stride == 0 else f", rounded down {room // stride}"
    return f"({size} + 2·{pad} − {kernel}) / {stride} = {room / stride:.3g}{down}, and 1 more: {outputs} places along each side."


def _column_of_numbers(drawing, size, kernel, stride, pad, outputs):
    """The formula of the output's size as one reckons it by hand, with the four numbers to type over."""
    x, y, step, room = 550, TOP + 10, 27, size + 2 * pad - kernel
    drawing.text(x - 42, 14, "how many places", TEXT, DARK, "start", weight="bold")
    drawing.text(x + 74, 14, "type over", SMALL, ink.text("blue"), "start")
    rounded = ("steps" if room % stride == 0 else f"rounded down: {room // stride}") if outputs else "does not fit"
    lines = [
        ("", "size", size, (3, 12), "picture"),
        ("+ 2 ·", "pad", pad, (0, 3), "padding"),
        ("−", "kernel", kernel, (1, 6), "kernel"),
        ("=", "", written(room), None, "room to move"),
        ("/", "stride", stride, (1, 4), "stride"),
        ("=", "", f"{room / stride:.3g}" if outputs else "—", None, rounded),
        ("+ 1 =", "", str(outputs or "—"), None, "places along each side" if outputs else "no output"),
    ]
    for number, (sign, name, value, limits, meaning) in enumerate(lines):
        at = y + step * number + 8 * (number > 3) + 4 * (number > 2)
        drawing.text(x - 10, at, sign, TEXT, DARK, "end")
        if name:
            drawing.rect(x - 4, at - 11, 36, 22, stroke=signs.LINES, rx=2)
            drawing.field(name, value, (x - 3, at - 10, 34, 20), meaning, low=limits[0], high=limits[1], size=TEXT)
        else:
            drawing.text(x + 14, at, value, TITLE if number == 6 else TEXT, weight="bold")
        drawing.text(x + 40, at, meaning, SMALL, "#555555", "start")
    drawing.line(x - 42, y + 2.5 * step + 2, x + 36, y + 2.5 * step + 2, PALE)
    drawing.line(x - 42, y + 4.5 * step + 12, x + 36, y + 4.5 * step + 12, PALE)
