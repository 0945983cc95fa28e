"""What can be measured of a Drawing's texts: inside the frame, apart from each other, readable in light and dark.

assert complaints(plots.descent(0.1, 20)) == []
"""

from itertools import combinations

from figure_checks import LEAST, contrast, in_dark_theme
from matplotlib.colors import to_rgb


def complaints(drawing, *, ignore=()):
    """What is wrong with a Drawing's texts, a list of sentences. ignore: words that are left out, for a reason given there."""
    texts, found = [text for text in drawing.texts if text[0].strip() and text[0] not in ignore], []
    for words, (left, top, right, bottom), colour, ground in texts:
        over = max(-left, -top, right - drawing.width, bottom - drawing.height)
        if over > 0.5:
            found.append(f"{words!r} is cut by {over:.0f} px")
        if ground != "none":
            one, two = to_rgb(colour), to_rgb(ground)
            light, dark = contrast(one, two), contrast(in_dark_theme(one), in_dark_theme(two))
            if min(light, dark) < LEAST:
                found.append(f"{words!r} has {light:.1f} : 1, in the dark theme {dark:.1f} : 1")
    for (one, a, *_), (two, b, *_) in combinations(texts, 2):
        across, up = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        if across > 1 and up > 1:
            found.append(f"{one!r} and {two!r} overlap by {across:.0f} × {up:.0f} px")
    if not drawing.alt.strip():
        found.append("there is no alt text")
    return found


def hand_complaints(function, start, /, **ends):
    """The same for one control, or thing a hand moves, after the other at its ends. Returns {setting: complaints}."""
    moves = [start, *({**start, name: value} for name, values in ends.items() for value in values)]
    return {str(move): wrong for move in moves if (wrong := complaints(function(**move)))}
