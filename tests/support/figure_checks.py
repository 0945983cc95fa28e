"""What can be measured of a figure's texts: inside the frame, apart from each other, readable in light and dark, off the curves.

    assert complaints(plots.descent(0.1, 20)) == []
"""

from itertools import combinations
from unittest.mock import patch

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.text import Text
from matplotlib.transforms import Bbox

LEAST = 4.5  # WCAG's contrast for text
DARK_GROUND = "#111111"


def complaints(figure, *, ignore=()):
    """What is wrong with a figure's texts, a list of sentences. ignore: texts that are left out, for a reason given there."""
    figure.set_dpi(96)
    drawn = [(text, box) for text, box in drawn_texts(figure) if text.get_text() not in ignore]
    return outside(figure, drawn) + over_panels(figure, drawn) + overlapping(drawn) + faint(figure, drawn) + on_curves(figure)


def slider_complaints(function, start, /, **ends):
    """The same under sliders, where the axes stay where the first figure had them: one control after the other to its ends.

    function: of plots. start: {name: value}. ends: for a name the values that are tried. Returns {setting: complaints}.
    """
    positions, found = [], {}
    moves = [start, *({**start, name: value} for name, values in ends.items() for value in values), start]
    for setting in moves:
        figure = function(**setting)
        figure.use_layout(positions)
        figure.png(scale=1)
        positions = figure.layout()
        if wrong := complaints(figure):
            found[str(setting)] = wrong
    return found


def drawn_texts(figure):
    """(Text, box in pixels) of every text that is really drawn: ticks out of sight and hidden axes are not."""
    seen, draw = [], Text.draw

    def record(text, renderer, *args, **kwargs):
        if text.get_visible() and text.get_text().strip():
            seen.append(text)
        return draw(text, renderer, *args, **kwargs)

    canvas = FigureCanvasAgg(figure)
    with patch.object(Text, "draw", record):
        canvas.draw()
    return [(text, ink_box(text, canvas.get_renderer())) for text in dict.fromkeys(seen)]


def ink_box(text, renderer):
    """A text's box, less the room that Matplotlib leaves above and below for letters that are not there."""
    box = text.get_window_extent(renderer)
    return Bbox.from_extents(box.x0, box.y0 + 0.1 * box.height, box.x1, box.y1 - 0.1 * box.height)


def outside(figure, drawn):
    """Texts that the figure's edge cuts, or that the axes they are clipped to do."""
    found = []
    for text, box in drawn:
        frame = figure.bbox
        if text.get_clip_on() and text.get_clip_box() is not None:
            frame = Bbox.intersection(frame, text.get_clip_box())
        over = max(frame.x0 - box.x0, frame.y0 - box.y0, box.x1 - frame.x1, box.y1 - frame.y1)
        if over > 0.5:
            found.append(f"{text.get_text()!r} is cut by {over:.0f} px")
    return found


def over_panels(figure, drawn):
    """Labels, ticks and titles of one pair of axes that lie on another one."""
    found = []
    for axes in figure.axes:
        if not (axes.get_visible() and axes.axison) or axes.name == "3d":
            continue
        own = set(axes.findobj(Text))
        for text, box in drawn:
            if text in own or text in figure.texts:
                continue
            shared = Bbox.intersection(box.padded(-0.5), axes.bbox)
            if shared is not None and min(shared.width, shared.height) > 0:
                found.append(f"{text.get_text()!r} lies on the panel {axes.get_title() or axes.get_xlabel()!r}")
    return found


def overlapping(drawn, least=1.0):
    """Pairs of texts that lie on each other by more than that many pixels both ways."""
    found = []
    for (one, a), (two, b) in combinations(drawn, 2):
        across, up = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
        if across > least and up > least:
            found.append(f"{one.get_text()!r} and {two.get_text()!r} overlap by {across:.0f} × {up:.0f} px")
    return found


def faint(figure, drawn):
    """Texts with less than 4.5 : 1 to what lies behind them, as they are or after the dark theme's filter."""
    figure.set_layout_engine("none")  # or the axes would grow into the room that the texts leave
    for text, _ in drawn:
        text.set_visible(False)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[::-1, :, :3] / 255  # rows from below, as boxes count
    for text, _ in drawn:
        text.set_visible(True)
    found = []
    for text, box in drawn:
        part = picture[max(0, int(box.y0)) : int(box.y1) + 1, max(0, int(box.x0)) : int(box.x1) + 1].reshape(-1, 3)
        if not len(part):
            continue
        behind = ground(part)
        if box_of := text.get_bbox_patch():  # hidden with its text
            *face, opaque = to_rgba(box_of.get_facecolor(), box_of.get_alpha())
            behind = opaque * np.array(face) + (1 - opaque) * behind
        red, green, blue, alpha = to_rgba(text.get_color(), text.get_alpha())
        colour = alpha * np.array([red, green, blue]) + (1 - alpha) * behind
        light, dark = contrast(colour, behind), contrast(in_dark_theme(colour), in_dark_theme(behind))
        if min(light, dark) < LEAST:
            found.append(f"{text.get_text()!r} has {light:.1f} : 1, in the dark theme {dark:.1f} : 1")
    return found


def ground(pixels):
    """The most frequent colour of pixels (N, 3), each 0..1."""
    colours, counts = np.unique(np.round(pixels * 31), axis=0, return_counts=True)
    return pixels[np.all(np.round(pixels * 31) == colours[counts.argmax()], axis=1)].mean(axis=0)


def contrast(one, two):
    """WCAG's contrast of two colours (3,), each 0..1: from 1 to 21."""
    low, high = sorted(_luminance(np.asarray(colour, dtype=float)) for colour in (one, two))
    return (high + 0.05) / (low + 0.05)


def in_dark_theme(colour):
    """What ``filter: invert(0.9333) hue-rotate(180deg)`` makes of a colour (3,): white turns into #111."""
    turned = 0.9333 - 0.8666 * np.asarray(colour)
    weights = np.array([0.213, 0.715, 0.072])
    return np.clip(2 * turned @ weights - turned, 0, 1)


def on_curves(figure):
    """Legends without a ground of their own that lie on a line of their axes, and a figure's legends that lie on axes."""
    boxes = [legend.get_window_extent().padded(-2) for legend in figure.legends]
    found = ["the figure's legend lies on axes" for box in boxes for axes in figure.axes if box.overlaps(axes.bbox)]
    for axes in figure.axes:
        legend = axes.get_legend()
        if legend is None or not axes.get_visible() or legend.get_frame_on():
            continue
        box = legend.get_window_extent().padded(-2)
        for line in axes.lines:
            if line.get_visible() and line.get_xdata().__len__() and _crosses(line, axes, box):
                found.append(f"the legend lies on the line {line.get_label()!r}")
    return found


def _crosses(line, axes, box):
    points = line.get_transform().transform(line.get_xydata())
    if line.get_linestyle() in ("None", "none", " ", ""):
        return bool(np.any([box.contains(*point) for point in points if np.all(np.isfinite(point))]))
    steps = np.linspace(0, 1, 25)[:, None, None]
    along = (points[:-1] + steps * np.diff(points, axis=0)).reshape(-1, 2)
    along = along[np.all(np.isfinite(along), axis=1)]
    inside = (along[:, 0] > box.x0) & (along[:, 0] < box.x1) & (along[:, 1] > box.y0) & (along[:, 1] < box.y1)
    view = axes.bbox
    inside &= (along[:, 0] > view.x0) & (along[:, 0] < view.x1) & (along[:, 1] > view.y0) & (along[:, 1] < view.y1)
    return bool(inside.any())


def _luminance(colour):
    linear = np.where(colour <= 0.03928, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)
