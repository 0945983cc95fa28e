"""Figures of lesson 13 that a hand can enter: the way back through a convolution, window by window, and through pooling."""

import numpy as np

from helpers.convolution import AveragePooling, MaxPooling
from helpers.plots import ink
from helpers.plots import sign_cells as signs
from helpers.plots.drawing import Drawing
from helpers.plots.grids import correlated, mask, written
from helpers.plots.ink import COLOURS, DARK, PALE
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of

WIDTH, MARGIN = 720, 8
SLOPE = COLOURS["orange"]  # frames and arrows of what comes back
HOLDS = "#DCE9F2"  # the ground of pixels in the window
ROUTES = (*(COLOURS[name] for name in ("blue", "green", "pink")), DARK)  # shared by a window, its slope, weight and product


def pixel_slope(W, dout, row, column, i=0, j=0):
    """The slope by the pixel at (row, column): the windows that hold it, the weights that meet it there, all products.

    A window's slope in dout, its weight in the kernel and their product have one colour; the one pointed at is filled.
    W (FH, FW), dout (OH, OW): whole numbers; stride 1, no padding. i, j: the window's place in dout; the nearest that holds it.
    """
    W, dout = np.asarray(W), np.asarray(dout)
    size = tuple(n + k - 1 for n, k in zip(dout.shape, W.shape, strict=True))
    row, column = (min(max(int(at), 0), n - 1) for at, n in zip((row, column), size, strict=True))
    spans = [(max(0, at - k + 1), min(n - 1, at)) for at, k, n in zip((row, column), W.shape, dout.shape, strict=True)]
    i, j = (min(max(int(at), low), high) for at, (low, high) in zip((i, j), spans, strict=True))
    holding = [(a, b) for a, b in np.ndindex(dout.shape) if spans[0][0] <= a <= spans[0][1] and spans[1][0] <= b <= spans[1][1]]
    met = [(row - a, column - b) for a, b in holding]
    dx = correlated(np.pad(dout, [(n - 1,) for n in W.shape]), W[::-1, ::-1])  # each output's slope, through the flipped kernel
    terms = [f"{ink.factor(dout[a])}·{ink.factor(W[u])}" for a, u in zip(holding, met, strict=True)]
    here, routes = holding.index((i, j)), [ROUTES[k % len(ROUTES)] for k in range(len(holding))]

    wide = 2 * size[1] + dout.shape[1] + W.shape[1]
    cell = int(min(36, (WIDTH - 2 * MARGIN - 96 - 4 * 26) / wide, 300 / size[0]))
    gap = (WIDTH - 2 * MARGIN - 96 - wide * cell) / 4
    middle, lefts = 36 + cell * size[0] / 2, np.cumsum([MARGIN, *(n * cell + gap for n in (size[1], dout.shape[1], W.shape[1]))])
    drawing = Drawing(WIDTH, 36 + max(cell * size[0], 22 * (len(terms) + 1)) + 34)
    middle = max(middle, 36 + 11 * (len(terms) + 1))
    tops = [middle - n * cell / 2 for n in (size[0], dout.shape[0], W.shape[0])]
    pixel, window = mask(size, (row, column)), mask(size, np.s_[i : i + W.shape[0], j : j + W.shape[1]])

    _title(drawing, lefts[0], tops[0], f"x {size}", "point at a pixel")
    moves = {"column": (column, 1, 0, size[1] - 1), "row": (row, 1, 0, size[0] - 1)}
    over = signs.over(drawing, lefts[0], tops[0], cell, size)
    with drawing.handle(moves, over, "pixel", area=True, hover=True, key="pixel"):
        grounds = np.where(pixel, "#FDD9A8", np.where(window, HOLDS, "#FFFFFF"))
        signs.cells(drawing, lefts[0], tops[0], (cell, cell), grounds, np.where(pixel, "x", ""), bold=pixel)
        box = lefts[0] + j * cell, tops[0] + i * cell, W.shape[1] * cell, W.shape[0] * cell
        signs.framed(drawing, *box, routes[here])

    _title(drawing, lefts[1], tops[1], "dout", "or here")
    moves = {"j": (j, 1, *spans[1]), "i": (i, 1, *spans[0])}
    over = signs.over(drawing, lefts[1], tops[1], cell, dout.shape)
    with drawing.handle(moves, over, "window, by its place in dout", area=True, hover=True, key="window"):
        _met(drawing, lefts[1], tops[1], cell, dout, dict(zip(holding, routes, strict=True)), (i, j))
    _title(drawing, lefts[2], tops[2], f"kernel {W.shape}")
    _met(drawing, lefts[2], tops[2], cell, W, dict(zip(met, routes, strict=True)), (row - i, column - j))

    _terms(drawing, lefts[3], middle, list(zip(holding, terms, routes, strict=True)), (i, j), dx[row, column])
    last = WIDTH - MARGIN - cell * size[1]
    _title(drawing, min(last, WIDTH - MARGIN - 60), tops[0], f"dx {size}")
    signs.cells(drawing, last, tops[0], (cell, cell), signs.grounds(dx), signs.whole(dx), bold=pixel)
    signs.framed(drawing, last + column * cell, tops[0] + row * cell, cell, cell, SLOPE)
    first = f"The pixel at ({row}, {column}) lies in {len(terms)} window{'s' * (len(terms) != 1)}"
    one = f"the window at ({i}, {j}) meets it with the weight at ({row - i}, {column - j})"
    drawing.text(MARGIN, drawing.height - 14, f"{first}; {one}.", TEXT, DARK, "start")
    return drawing.saying(f"{first}; {one}. dx there: {' + '.join(terms)} = {written(dx[row, column])}.")


def _met(drawing, left, top, cell, values, met, here):
    """An array of which some entries meet the pixel, {place: colour}: framed, the one pointed at twice; the others are grey."""
    bold = mask(values.shape, *met)
    grounds = np.where(bold, signs.grounds(values), "#FFFFFF")
    signs.cells(drawing, left, top, (cell, cell), grounds, signs.whole(values), bold=bold, grey=~bold)
    for (r, c), colour in met.items():
        box = {"x": left + c * cell + 3, "y": top + r * cell + 3, "width": cell - 6, "height": cell - 6, "rx": 2}
        drawing.add("rect", **box, fill="none", stroke=colour, stroke_width=2.2)
    signs.framed(drawing, left + here[1] * cell, top + here[0] * cell, cell, cell, met[here])


def _terms(drawing, left, middle, terms, here, total):
    """The products below each other, one per window, to press, and their sum. terms: (place, words, colour)."""
    right, top = left + 88, middle - 11 * len(terms)
    drawing.text(left + 4, top - 22, "products", TEXT, DARK, "start", weight="bold")
    for number, (place, words, colour) in enumerate(terms):
        y = top + 22 * number
        with drawing.press({"i": place[0], "j": place[1]}, f"window {place}", pressed=place == here):
            ground = HOLDS if place == here else "#FFFFFF"
            drawing.rect(left, y - 11, 92, 22, ground, rx=2)
            drawing.rect(left + 2, y - 9, 7, 18, colour, rx=1)
            look = {"weight": "bold"} if place == here else {}
            drawing.text(right, y, f"{'+ ' * (number > 0)}{words}", TEXT, DARK, "end", on=ground, **look)
    y = top + 22 * len(terms)
    drawing.line(left, y - 11, left + 92, y - 11, DARK)
    drawing.text(right, y + 3, f"= {written(total)}", TITLE, ink.text("orange"), "end", weight="bold")


def pooling_at(x, dout, kind="max", stride=2, row=0, column=0):
    """2×2 pooling forward and backward: one window, the entry that wins it, its output, and where the slope goes.

    x: (H, W), whole numbers. dout: as large as the output may be, multiples of 4; its upper left part is used. kind: "max" or
    "average". row, column: of the output; beyond the last they stay there.
    """
    x = np.asarray(x)
    layer = {"max": MaxPooling, "average": AveragePooling}[kind](2, 2, stride)
    y = layer.forward(x[None, None].astype(float))[0, 0]
    slopes = np.asarray(dout)[: y.shape[0], : y.shape[1]]
    dx = layer.backward(slopes[None, None].astype(float))[0, 0].astype(int)
    i, j = (min(max(int(at), 0), n - 1) for at, n in zip((row, column), y.shape, strict=True))
    (H, W), places = x.shape, [(i * stride + u, j * stride + v) for u, v in np.ndindex(2, 2)]
    values = [int(x[place]) for place in places]
    winners = [places[int(np.argmax(values))]] if kind == "max" else places
    words = np.array([ink.short(value) for value in y.flat], dtype=object).reshape(y.shape)

    cell = int(min(36, (WIDTH - 2 * MARGIN - 3 * 54) / (4 * W - 2), 300 / H))
    gap = (WIDTH - 2 * MARGIN - (4 * W - 2) * cell) / 3
    lefts = np.cumsum([MARGIN, W * cell + gap, (W - 1) * cell + gap, (W - 1) * cell + gap])
    drawing, top = Drawing(WIDTH, 36 + H * cell + 84), 36
    small = top + (H - y.shape[0]) * cell / 2
    window, one = mask(x.shape, *places), mask(y.shape, (i, j))
    moves = {"column": (j, 1, 0, y.shape[1] - 1), "row": (i, 1, 0, y.shape[0] - 1)}
    from_pixels = signs.over(drawing, lefts[0], top, cell, x.shape)
    from_pixels.xlim, from_pixels.ylim = (-1 / stride, (W - 1) / stride), ((H - 1) / stride, -1 / stride)

    _title(drawing, lefts[0], top, f"x {x.shape}", "point at a window")
    with drawing.handle(moves, from_pixels, "window on x", area=True, hover=True, key="x"):
        grounds = np.where(mask(x.shape, *winners), "#F9BE7C" if kind == "max" else HOLDS, np.where(window, HOLDS, "#FFFFFF"))
        signs.cells(drawing, lefts[0], top, (cell, cell), grounds, signs.whole(x), bold=mask(x.shape, *winners))
        signs.framed(drawing, lefts[0] + j * stride * cell, top + i * stride * cell, 2 * cell, 2 * cell)
    _title(drawing, lefts[1], small, f"y {y.shape}")
    signs.cells(drawing, lefts[1], small, (cell, cell), np.where(one, HOLDS, "#FFFFFF"), words, bold=one)
    signs.framed(drawing, lefts[1] + j * cell, small + i * cell, cell, cell)
    _title(drawing, lefts[2], small, f"dout {y.shape}", "or here")
    with drawing.handle(moves, signs.over(drawing, lefts[2], small, cell, y.shape), "slope", area=True, hover=True, key="dout"):
        signs.cells(drawing, lefts[2], small, (cell, cell), signs.grounds(slopes), signs.whole(slopes), bold=one)
        signs.framed(drawing, lefts[2] + j * cell, small + i * cell, cell, cell, SLOPE)
    _title(drawing, lefts[3], top, f"dx {x.shape}")
    signs.cells(drawing, lefts[3], top, (cell, cell), signs.grounds(dx), signs.whole(dx), bold=mask(x.shape, *winners))
    signs.framed(drawing, lefts[3] + j * stride * cell, top + i * stride * cell, 2 * cell, 2 * cell, SLOPE)
    drawing.arrow((lefts[1] - gap + 10, top + H * cell / 2), (lefts[1] - 10, top + H * cell / 2), signs.HERE)
    begin, end = (lefts[3] - gap + 10, small + (i + 0.5) * cell), (lefts[3] - 8, top + (i * stride + 1) * cell)
    drawing.arrow(begin, end, SLOPE)
    if kind == "max":
        (a, b), ring = winners[0], {"stroke": SLOPE, "stroke_width": 1.5, "rx": cell / 2}
        drawing.rect(lefts[3] + b * cell + 4, top + a * cell + 4, cell - 8, cell - 8, **ring)

    number, last = i * y.shape[1] + j + 1, top + H * cell
    kept = "largest" if kind == "max" else "mean"
    first = f"Window {number} of {y.size}: {', '.join(map(str, values))}; the {kept} is {words[i, j]}"
    tie = "the first of the largest" if values.count(max(values)) > 1 else "the largest"
    goes = f"goes to {tie}" if kind == "max" else f"is shared: {slopes[i, j] // 4} to each of the four"
    detail, adds = f"Its slope {slopes[i, j]} {goes}", "; slopes of overlapping windows add" if stride == 1 else ""
    drawing.text(MARGIN, last + 22, f"{first}.", TEXT, DARK, "start")
    drawing.text(lefts[2], last + 22, f"{detail}{adds[:1] or '.'}", TEXT, DARK, "start")
    drawing.text(lefts[2], last + 42, f"{adds[2:]}.".lstrip("."), TEXT, DARK, "start")
    drawing.line(lefts[2] - gap / 2, top - 26, lefts[2] - gap / 2, last, PALE)
    _choices(drawing, last + 60, "pooling", "kind", {"max": "max", "average": "average"}, kind, MARGIN)
    _choices(drawing, last + 60, "stride", "stride", {1: "1", 2: "2"}, stride, MARGIN + 260)
    return drawing.saying(f"{kind} pooling, stride {stride}. {first}. {detail}{adds}. dx is {dx.tolist()}.")


def _choices(drawing, y, what, name, values, now, left):
    """A few values of one name to choose from, as small buttons behind their title."""
    drawing.text(left, y, what, TEXT, DARK, "start")
    left += width_of(what) + 10
    for value, words in values.items():
        wide = width_of(words, TEXT, "bold") + 20
        signs.chip(drawing, {name: value}, (left, y - 13, wide, 26), words, f"{what} {words}", value == now)
        left += wide + 6


def _title(drawing, x, top, words, hint=""):
    drawing.text(x, top - 16, words, TEXT, DARK, "start", weight="bold")
    if hint:
        drawing.text(x + width_of(words, TEXT, "bold") + 7, top - 16, hint, SMALL, ink.text("blue"), "start")
