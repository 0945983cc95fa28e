"""Cog wheels of lesson 07, of which a hand can turn the first: how often each turns multiplies from wheel to wheel."""

import numpy as np

from helpers.plots import ink
from helpers.plots.drawing import Drawing, Panel, path_of
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of

LARGEST, PAGE, TOOTH = 120, 700, 5  # the largest wheel's radius, the widest drawing, half of a tooth's height
MOST = 3  # turns of the first wheel, either way
CAPTIONS = 4  # of more wheels than these only the names are written


def cog_wheels(teeth=(36, 18, 12), turns=0.0):
    """Cog wheels in a row, each driving the next, with how often each turns for a turn of the one before.

    teeth: of each wheel, at least 6. turns: how far the first one has been turned; a hand can turn it by dragging.
    """
    unit = min(LARGEST / max(teeth), (PAGE - 60) / (2 * sum(teeth)))
    radii, names = unit * np.array(teeth), [chr(ord("A") + k) for k in range(len(teeth))]
    told = len(teeth) <= CAPTIONS
    captions = [_caption(names[k], names[k - 1], teeth[k - 1] / teeth[k]) for k in range(1, len(teeth))] if told else []
    room = [max(width_of(line, TEXT) for line in lines) + 28 for lines in captions]  # for the words below
    left = max(16, room[0] - 2 * radii[0]) if captions else 16
    middles = left + 2 * np.cumsum(radii) - radii + 7 * np.arange(len(teeth))
    ends = [middles[-1] + radii[-1] + 16, *(middles[k] - radii[k] + wide for k, wide in enumerate(room, start=1) if k > 1)]
    tall, level = radii.max() + 12, radii.max() + 14
    drawing = Drawing(round(max(ends)), round(level + tall + (44 if captions else 4)))
    phase, counts = 0.0, []
    for k, (name, count, radius, middle) in enumerate(zip(names, teeth, radii, middles, strict=True)):
        phase = -(count + 1) * np.pi - phase if k else 0.0  # so that a tooth meets a gap
        counts.append((-1) ** k * turns * teeth[0] / count)
        place = {"transform": f"translate({middle:.1f} {level:.1f}) rotate({360 * counts[-1] % 360:.1f})"}
        panel = Panel(drawing, (middle - radius, level - radius, 2 * radius, 2 * radius), (0, 0.5), (0, 1))
        moves = {"turns": (turns, 0.025, -MOST, MOST)}
        with drawing.group() if k else drawing.handle(moves, panel, "turn wheel A"):
            with drawing.group(**place):
                _wheel(drawing, count, radius, phase, "#E8F3FA" if k == 0 else "#F6F9FB")
            _words(drawing, name, count, abs(counts[-1]), (middle, level), radius, told)
    for k, lines in enumerate(captions, start=1):
        meet, down = middles[k] - radii[k] - 3.5, level + tall
        drawing.line(meet, level + 12, meet, down + 30, "#9A9A9A", stroke_dasharray="1.5 3", stroke_width=1.3)
        for row, words in enumerate(lines):
            drawing.text(meet + (-8 if k == 1 else 8), down + 6 + 19 * row, words, TEXT, anchor="end" if k == 1 else "start")
    return drawing.saying(_story(teeth, names, counts if turns else []))


def _wheel(drawing, count, radius, phase, colour):
    """A wheel around (0, 0), with one orange tooth, by which its turns can be counted."""
    corners = np.radians([-180, -90, -60, 0, 60, 90])  # of a tooth: its outer edge between -60 and 60 degrees
    angle = ((2 * np.pi * np.arange(count)[:, None] + corners - phase) / count).ravel()
    edge = radius + TOOTH * np.tile([-1, -1, 1, 1, 1, -1], count)
    points = np.stack([edge * np.cos(angle), edge * np.sin(angle)], axis=1)
    drawing.path(path_of(points) + "Z", COLOURS["blue"], colour, stroke_width=1.5, stroke_linejoin="round")
    top = 6 * int(round((phase - count * np.pi / 2) / (2 * np.pi)) % count)  # the tooth that is uppermost at the start
    tooth = np.arange(top + 1, top + 6)
    drawing.path(path_of(points[tooth]) + "Z", "none", COLOURS["orange"])


def _words(drawing, name, count, turned, middle, radius, told):
    (x, y), size = middle, TEXT if radius > 50 else SMALL
    ground = "#E8F3FA" if name == "A" else "#F6F9FB"
    if not told or radius < 36:
        return drawing.text(x, y, name, size, DARK, weight="bold", on=ground)
    drawing.text(x, y - 15, name, TITLE, DARK, weight="bold", on=ground)
    turns = ink.short(turned) + (" turn" if abs(round(turned, 2)) == 1 else " turns")
    drawing.text(x, y + 3, turns, size, ink.text("blue"), weight="bold", on=ground)
    drawing.text(x, y + 19, f"{count} teeth", size, DARK, on=ground)


def _caption(name, driver, ratio):
    return f"{name} turns {ratio:.3g} times", f"for a turn of {driver}"


def _story(teeth, names, counts):
    ratios = [a / b for a, b in zip(teeth, teeth[1:], strict=False)]
    wheels = f"{len(teeth)} cog wheel{'s' if len(teeth) > 1 else ''} in a row with {', '.join(map(str, teeth))} teeth"
    now = ", ".join(f"{name} {abs(count):.4g} times" for name, count in zip(names, counts, strict=False))
    now = f" Turned so far: {now}." if now else ""
    turns = f"{names[-1]}, turns {' × '.join(f'{ratio:g}' for ratio in ratios) or 1} = {np.prod(ratios):g} times"
    return f"{wheels}.{now} For one turn of A the last one, {turns}."
