"""The figure of lesson 12 that a hand can enter: a window on a picture, the kernel to type into, nine products, their sum."""

import numpy as np

from helpers.plots import sign_cells as signs
from helpers.plots.drawing import Drawing
from helpers.plots.grids import correlated
from helpers.plots.ink import DARK, PALE, short
from helpers.plots.ink import signed as plus
from helpers.plots.ink import text as words_in
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of

WIDTH, HEIGHT, SIDE, MARGIN, TOP = 720, 398, 238, 8, 30
CELL, LOW, HIGH = 46, 25, 36  # width of a cell in the middle, height of one that is read and of one that is typed into
MIDDLE = (WIDTH - 3 * CELL) / 2
WINDOW, KERNEL, PRODUCTS = TOP, TOP + 3 * LOW + 26, TOP + 3 * LOW + 3 * HIGH + 52  # their upper edges
SUM = PRODUCTS + 3 * LOW + 10
THREAD = {"stroke_width": 1, "opacity": 0.6, "pointer_events": "none"}
NAMES = np.array([[f"k{i}{j}" for j in range(3)] for i in range(3)], dtype=object)


def kernel_explorer(pictures, kernels, start=None, *, picture=None, row=None, column=None, **entries):
    """A kernel of 3 × 3 on a picture with padding 1: point at a pixel and see its window, the nine products and their sum.

    pictures: {name: (H, W)}, 0 paper to 1 ink. kernels: {name: (3, 3)} to choose from; start: the name of the first. picture:
    the name of the one shown. row, column: of the output. k00, k01, … k22: entries of the kernel that were typed over.
    """
    if unknown := set(entries) - set(NAMES.flat):
        raise TypeError(f"a kernel's entries are called k00 to k22, not {', '.join(sorted(unknown))}.")
    name, first = picture or next(iter(pictures)), start or next(iter(kernels))
    if name not in pictures or first not in kernels:
        raise ValueError(f"there is no picture {name!r} or no kernel {first!r} to choose from.")
    shown, kernel = np.asarray(pictures[name], dtype=float), np.array(kernels[first], dtype=float)
    if shown.ndim != 2 or kernel.shape != (3, 3):
        raise ValueError(f"pictures must be (H, W) and kernels (3, 3), not {shown.shape} and {kernel.shape}.")
    for place, value in entries.items():
        kernel[int(place[1]), int(place[2])] = value
    H, W = shown.shape
    row, column = (min(max(int(n // 3 if at is None else at), 0), n - 1) for at, n in ((row, H), (column, W)))
    padded = np.pad(shown, 1)
    output, window = correlated(padded, kernel), padded[row : row + 3, column : column + 3]
    limit = max(1e-9, float(np.abs(output).max()))
    drawing, cell = Drawing(WIDTH, HEIGHT), max(1, SIDE // (max(H, W) + 2))
    there = _field_of_view(drawing, shown, cell, row, column)
    _long_multiplication(drawing, window, kernel, output[row, column], limit)
    _output(drawing, output, limit, cell, row, column)
    _lens(drawing, there)
    _kernels(drawing, kernels, kernel)
    _pictures(drawing, pictures, name)
    rows = "; ".join(" ".join(signs.fraction(value) for value in line) for line in kernel)
    low, high = short(output.min()), short(output.max())
    made = f"The picture {name} of {H} × {W} pixels, the kernel {rows}, and what it makes of it, from {low} to {high}"
    first, *others = (window * kernel).flat
    products = " ".join([short(first, 3), *(plus(value, 3) for value in others)])
    return drawing.saying(f"{made}. At row {row}, column {column}: {products} = {short(output[row, column], 3)}.")


def _field_of_view(drawing, shown, cell, row, column):
    """The picture with its border of zeros and the window on it. Returns the window's left, top, side."""
    H, W = shown.shape
    left, top = MARGIN + cell + (SIDE - (W + 2) * cell) / 2, TOP + cell
    panel = signs.over(drawing, left, top, cell, (H, W))
    _title(drawing, left, 14, "picture", "point at a pixel")
    with drawing.handle(_moves(row, column, H, W), panel, "window on the picture", area=True, hover=True, key="picture"):
        drawing.rect(left - cell, top - cell, (W + 2) * cell, (H + 2) * cell, "#FFFFFF", stroke=PALE, stroke_dasharray="3 2")
        signs.picture(drawing, left, top, cell, signs.as_ink(shown))
        there = left + (column - 1) * cell, top + (row - 1) * cell, 3 * cell
        signs.framed(drawing, *there[:2], there[2], there[2])
    return there


def _output(drawing, output, limit, cell, row, column):
    """What the kernel makes of the picture, with the pixel that the window gives, and two lines to it from the sum."""
    H, W = output.shape
    left, top = WIDTH - MARGIN - cell - W * cell - (SIDE - (W + 2) * cell) / 2, TOP + cell
    panel = signs.over(drawing, left, top, cell, (H, W))
    _title(drawing, left, 14, "output", "point here too")
    with drawing.handle(_moves(row, column, H, W), panel, "pixel of the output", area=True, hover=True, key="output"):
        signs.picture(drawing, left, top, cell, signs.by_sign(output, limit))
        at = left + column * cell, top + row * cell
        signs.framed(drawing, at[0] - 1, at[1] - 1, cell + 2, cell + 2)
    for begin, end in ((SUM, at[1] - 2), (SUM + 30, at[1] + cell + 2)):
        drawing.line(MIDDLE + 3 * CELL + 3, begin, at[0] - 3, end, signs.HERE, **THREAD)
    signs.scale(drawing, left, TOP + SIDE + 10, W * cell, limit)


def _title(drawing, x, y, words, hint=""):
    drawing.text(x, y, words, TEXT, DARK, "start", weight="bold")
    if hint:
        drawing.text(x + width_of(words, TEXT, "bold") + 8, y, hint, SMALL, words_in("blue"), "start")


def _moves(row, column, H, W):
    return {"column": (column, 1, 0, W - 1), "row": (row, 1, 0, H - 1)}


def _long_multiplication(drawing, window, kernel, total, limit):
    """Window times kernel, place by place, and the sum of the products: below each other, as one multiplies by hand."""
    products, strongest = window * kernel, max(1.0, float(np.abs(kernel).max()))
    _title(drawing, MIDDLE, 14, "window")
    _title(drawing, MIDDLE, KERNEL - 14, "× kernel", "type over it")
    _title(drawing, MIDDLE, PRODUCTS - 14, "= products")
    signs.cells(drawing, MIDDLE, WINDOW, (CELL, LOW), signs.grounds(window, make=signs.paper), signs.written(window, 2))
    grounds = signs.grounds(kernel, strongest)
    signs.cells(drawing, MIDDLE, KERNEL, (CELL, HIGH), grounds)
    for (i, j), value in np.ndenumerate(kernel):
        box, label = (MIDDLE + j * CELL + 1, KERNEL + i * HIGH + 1, CELL - 2, HIGH - 2), f"kernel, row {i}, column {j}"
        drawing.field(NAMES[i, j], float(value), box, label, step=0.5, low=-20, high=20, words=signs.fraction(value))
    drawing.rect(MIDDLE, KERNEL, 3 * CELL, 3 * HIGH, stroke=DARK, stroke_width=1.5)
    signs.cells(drawing, MIDDLE, PRODUCTS, (CELL, LOW), signs.grounds(products, strongest), signs.written(products), shown=SMALL)
    drawing.text(MIDDLE - 8, SUM + 15, "sum", TEXT, DARK, "end", weight="bold")
    ground = signs.tint(total, limit)
    drawing.rect(MIDDLE, SUM, 3 * CELL, 30, ground, stroke=signs.HERE, stroke_width=2.5)
    drawing.text(MIDDLE + 1.5 * CELL, SUM + 15, short(total, 3), TITLE, weight="bold", on=ground)


def _lens(drawing, there):
    """Two lines from the window on the picture to the same window with its numbers."""
    left, top, side = there
    for begin, end in ((top, WINDOW), (top + side, WINDOW + 3 * LOW)):
        drawing.line(left + side + 2, begin, MIDDLE - 3, end, signs.HERE, **THREAD)
    drawing.rect(MIDDLE, WINDOW, 3 * CELL, 3 * LOW, stroke=signs.HERE, stroke_width=2.5)


def _kernels(drawing, kernels, kernel):
    """Kernels to begin with, each as its nine colours and its name."""
    top = TOP + SIDE + 14
    drawing.text(MARGIN, top, "kernels to begin with", TEXT, DARK, "start", weight="bold")
    for number, (name, entries) in enumerate(kernels.items()):
        x, y = MARGIN + 122 * (number % 2), top + 16 + 32 * (number // 2)
        entries = np.asarray(entries, dtype=float)
        chosen = bool(np.allclose(entries, kernel))
        values = {str(NAMES[at]): float(value) for at, value in np.ndenumerate(entries)}
        with drawing.press(values, f"kernel {name}", pressed=chosen):
            drawing.rect(x - 3, y - 3, 34 + width_of(name, SMALL, "bold"), 30, "#FFFFFF", rx=3)
            signs.picture(drawing, x, y, 8, signs.by_sign(entries, 1.7 * np.abs(entries).max()))
            framing = {"stroke": signs.HERE, "stroke_width": 2.5} if chosen else {}
            drawing.rect(x - 1, y - 1, 26, 26, **framing)
            look = {"weight": "bold"} if chosen else {}
            drawing.text(x + 30, y + 12, name, SMALL, DARK if chosen else words_in("blue"), "start", **look)


def _pictures(drawing, pictures, chosen):
    """The pictures to choose from, small."""
    if len(pictures) < 2:
        return
    for number, (name, picture) in enumerate(pictures.items()):
        x, y = WIDTH - MARGIN - 100 * (len(pictures) - number) - 2, HEIGHT - 74
        with drawing.press({"picture": name}, f"picture {name}", pressed=name == chosen):
            drawing.pixels(x, y, 48, 48, signs.as_ink(picture))
            framing = {"stroke": signs.HERE, "stroke_width": 2.5} if name == chosen else {"stroke": signs.LINES}
            drawing.rect(x - 1, y - 1, 50, 50, **framing)
            look = {"weight": "bold"} if name == chosen else {}
            drawing.text(x + 24, y + 60, name, SMALL, DARK if name == chosen else words_in("blue"), **look)
