"""Figures of lessons 12 and 13: arrays as blocks, a convolution's and those of a whole network."""

from helpers.plots.drawing import Drawing
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of

WIDTH, MARGIN = 720, 10
# Front, roof and side of a block, by what it holds.
PICTURE, FILTER, MAP = ("#EDEDED", "#DDDDDD", "#C4C4C4"), ("#D6EFE8", "#B3DFD2", "#80CBB6"), ("#D9E8F4", "#B5D2E8", "#7FB3D6")


def _block(drawing, x, y, width, height, depth, faces):
    """A box with its front's lower left corner at (x, y), and depth pixels deep."""
    right, high, over, up = x + width, y - height, 0.5 * depth, 0.35 * depth
    front = [(x, y), (right, y), (right, high), (x, high)]
    roof = [(x, high), (right, high), (right + over, high - up), (x + over, high - up)]
    side = [(right, y), (right, high), (right + over, high - up), (right + over, y - up)]
    for corners, face in zip((front, roof, side), faces, strict=True):
        way = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in corners) + "Z"
        drawing.path(way, DARK, face, stroke_width=1, stroke_linejoin="round")


def _sides(drawing, x, y, width, height, depth, sizes):
    """The sizes (channels, rows, columns) at the sides of a block."""
    channels, rows, columns = map(str, sizes)
    drawing.text(x - 5, y - height / 2, rows, SMALL, DARK, "end")
    drawing.text(x + width / 2, y + 10, columns, SMALL, DARK)
    drawing.text(x + width + 0.25 * depth + 5, y - 0.175 * depth + 9, channels, SMALL, DARK, "start")


def convolution_blocks(x_shape, W_shape):
    """Batch, filters and output as blocks with their shapes. x_shape: (N, C, H, W). W_shape: (FN, C, FH, FW)."""
    (N, C, H, wide), (FN, _, FH, FW) = x_shape, W_shape
    OH, OW = H - FH + 1, wide - FW + 1
    drawing, unit = Drawing(WIDTH, 312), 106 / max(H, wide)

    def depth(channels):
        return min(80, 10 + 7 * channels)

    for at, channels, rows, columns, faces in ((30, C, H, wide, PICTURE), (510, FN, OH, OW, MAP)):
        size = unit * columns, unit * rows, depth(channels)
        for k in reversed(range(min(N, 2))):
            _block(drawing, at + 15 * k, 205 - 37 * k, *size, faces)
        _sides(drawing, at, 205, *size, (channels, rows, columns))
        if N > 2:  # beyond the second block's corner
            drawing.text(at + 26 + size[0] + 0.5 * size[2], 158 - size[1] - 0.35 * size[2], "⋰", TITLE)
    shown = min(FN, 3)
    small = min(unit, (40 if shown > 1 else 84) / max(FH, FW))
    size = max(17, small * FW), max(17, small * FH), min(32, depth(C))
    pitch = size[1] + 0.35 * size[2] + 22
    first = 148 - (pitch * shown - 22) / 2 + pitch - 22  # its lower edge
    for k in range(shown):
        _block(drawing, 300, first + pitch * k, *size, FILTER)
    _sides(drawing, 300, first, *size, (C, FH, FW))
    if FN > shown:
        drawing.text(300 + size[0] / 2, min(258, first + pitch * (shown - 1) + 16), "⋮", TITLE)
    drawing.text(245, 148, "∗", 20)
    drawing.arrow((410, 148), (452, 148))
    x, W, y = f"x {tuple(x_shape)}", f"W {tuple(W_shape)}", f"y {N, FN, OH, OW}"
    pictures, filters, maps = f"{N} pictures, {C} channels", f"{FN} filters, {C} channels each", f"{N} pictures, {FN} maps each"
    for at, name, what in ((100, x, pictures), (330, W, filters), (580, y, maps)):
        drawing.text(at, 278, name, TEXT, DARK, weight="bold")
        drawing.text(at, 297, what, SMALL, "#555555")
    make = f"{N} pictures, {x}, and {FN} filters, {W}, make {y}"
    return drawing.saying(f"{make}: each filter is as deep as a picture and makes one map of {OH} × {OW}.")


def cnn_shapes(stations):
    """A network's arrays for one picture, in a row. stations: (name, shape) pairs, shape (C, H, W) or (M,)."""
    tallest = max((shape[1] for _, shape in stations if len(shape) == 3), default=1)
    drawing, middle, said, slots = Drawing(WIDTH, 232), 96, [], []
    for name, shape in stations:
        scale = 104 / tallest
        size = (max(12, scale * shape[2]), max(12, scale * shape[1]), min(64, 8 + 2.4 * shape[0])) if len(shape) == 3 else None
        drawn = size[0] + 0.5 * size[2] if size else 14
        slots.append(
            (name.split("\n"), shape, size, drawn, max(drawn, *(width_of(line, TEXT, "bold") for line in name.split("\n"))))
        )
    gap = (WIDTH - 2 * MARGIN - sum(slot[-1] for slot in slots)) / max(1, len(slots) - 1)
    left, before = MARGIN, None
    for lines, shape, size, drawn, room in slots:
        x = left + (room - drawn) / 2
        if size:
            up = 0.35 * size[2]
            _block(drawing, x, middle + (size[1] + up) / 2, *size, PICTURE if shape[0] in (1, 3) and before is None else MAP)
        else:
            _units(drawing, x, middle, shape[0])
        if before is not None:
            drawing.arrow((before + 9, middle), (x - 9, middle), COLOURS["blue"], 2)
        for k, words in enumerate(lines):
            drawing.text(left + room / 2, 186 + 17 * (k - len(lines) + 1), words, TEXT, DARK, weight="bold")
        drawing.text(left + room / 2, 208, " × ".join(map(str, shape)), TEXT, "#555555")
        said.append(f"{' '.join(lines)} {' × '.join(map(str, shape))}")
        left, before = left + room + gap, x + drawn
    return drawing.saying(f"The arrays of a network for one picture, from left to right: {', '.join(said)}.")


def _units(drawing, x, middle, count):
    """Numbers below each other, ten at most; dots stand for the rest."""
    shown = min(count, 10)
    broken = 14 * (count > shown)  # room for the dots that stand for the rest
    top = middle - (11 * shown + broken) / 2
    for k in range(shown):
        drawing.rect(x + 1.5, top + 11 * k + broken * (2 * k >= shown), 11, 11, MAP[0], stroke=DARK)
    if broken:
        drawing.text(x + 7, middle, "⋮", TEXT, DARK)
