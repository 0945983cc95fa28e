"""The walk of lessons 06 and 14 as a drawing: a map with a start that is dragged, and f after each iteration beside it."""

import json
from dataclasses import dataclass

import numpy as np

from helpers.plots.drawing import Drawing, Panel, path_of
from helpers.plots.ink import COLOURS, DARK, number, pair, power, size, text
from helpers.plots.labels import spread
from helpers.plots.landscapes import LANDSCAPES, band_colours, ellipse, gone_at, height, left_at
from helpers.plots.letters import SMALL, TEXT, TITLE, width_of

WIDTH, HEIGHT = 740, 356
MAP = (36, 56, 400, 260)  # left, top, width, height: the same for every landscape, 25 pixels to 1 both ways
REACH = (8.0, 5.2)  # half of what the map shows, to the right and up
LOSSES = (484, 56, 184, 260)
NARROW = 134  # how wide that is with names beside it
DANGER, DANGER_WORDS = "#FBE7DA", "#A34700"  # where f is higher than at the start
HIGH, LOW = (
    (2, 4, 7, 12, 20, 40, 80, 160, 300),
    (-1, -2, -3, -4, -6, -8, -10, -12, -15, -20, -25, -30),
)  # powers of ten at which an axis may end
FAR = 400.0  # a line to far away, not to where a page can no longer count


@dataclass
class Walk:
    """One walk. name: whose, as at the right end. colour: its name in COLOURS. path: (T + 1, 2)."""

    name: str
    colour: str
    path: np.ndarray
    f: np.ndarray = None


def begin(function, start0=None, start1=None):
    """Where a walk begins, (x₀, x₁): the landscape's own start where nothing else is given."""
    return tuple(
        own if given is None else float(given) for own, given in zip(LANDSCAPES[function].start, (start0, start1), strict=True)
    )


def walk_drawing(walk, function, title, about, others=(), more=""):
    """A Walk on its map, and f after each iteration on an axis that fits. others: Walks from the same start, pale behind it.

    function: a name in LANDSCAPES. title: words above it, behind whose walk it is. about, more: how the alt text begins and ends.
    ValueError for a walk that does not begin on the map.
    """
    if np.any(np.abs(walk.path[0]) > REACH):
        raise ValueError(
            f"the walk begins at {pair(walk.path[0])}, but the map reaches from −8 to 8 and, upwards, from −5.2 to 5.2."
        )
    drawing, last = Drawing(WIDTH, HEIGHT), len(walk.path) - 1
    for one in (walk, *others):
        one.f = np.nan_to_num(height(one.path, function), nan=np.inf, posinf=np.inf)
    ground = Panel(drawing, MAP, (-REACH[0], REACH[0]), (-REACH[1], REACH[1]))
    draw_bands(drawing, ground, function)
    for one in others:
        draw_path(drawing, ground, one, function, pale=True)
    draw_path(drawing, ground, walk, function)
    cover(drawing, ground)
    draw_losses(drawing, walk, others)
    lost = left_at(walk.path, function, REACH)
    draw_exit(drawing, ground, walk, lost)
    draw_start(drawing, ground, walk, LANDSCAPES[function].start)
    draw_title(drawing, walk, title)
    drawing.steps(last)
    gone = "" if lost is None else f" It leaves the picture at iteration {lost}."
    ends = f" Others from the same start: {', '.join(f'{one.name} to {size(one.f[-1])}' for one in others)}." if others else ""
    went = f"in {last} iterations f goes from {size(walk.f[0])} to {size(walk.f[-1])}{more}"
    return drawing.saying(f"{about}: {went}.{gone}{ends}")


def draw_bands(drawing, ground, function):
    """The landscape as bands between contour lines, the lowest the lightest."""
    left, top, wide, high = MAP
    colours, land = band_colours(function), LANDSCAPES[function]
    drawing.rect(left, top, wide, high, colours[-1])
    half, angle = ellipse(function)
    middle = f"translate({ground.x(0):g} {ground.y(0):g}) rotate({angle:g})"
    with drawing.group(transform=middle, stroke="#FFFFFF", stroke_width=0.8, stroke_opacity=0.75):
        for ring, colour in zip(land.rings[::-1], colours[-2::-1], strict=True):
            drawing.add("ellipse", rx=round(25 * ring * half[0], 1), ry=round(25 * ring * half[1], 1), fill=colour)
    with drawing.group(stroke=DARK, stroke_width=1.4, stroke_opacity=0.7):
        x, y = ground.x(0), ground.y(0)
        drawing.path(f"M{x - 4:g} {y - 4:g}l8 8m0 -8l-8 8")


def draw_path(drawing, ground, walk, function, pale=False):
    """A line with a dot an iteration, and a ball where the walk is. All of it grows while the page plays."""
    away = np.clip(np.nan_to_num(walk.path, nan=1e100), -1e100, 1e100)
    far = np.maximum(np.abs(away).max(axis=1, keepdims=True) / FAR, 1.0)
    points = ground.points(*(away / far).T)  # the direction stays
    colour = COLOURS[walk.colour]
    style = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    if pale:
        with drawing.group(opacity=0.45):
            draw_growing(drawing, points, colour, stroke_width=1.4, **style)
            drawing.circle(0, 0, 4, colour, data_rides="", transform=moved(points[-1]))
        return
    gone = gone_at(walk.path, function, REACH)  # what comes then is pale
    pieces = [f"{x:.1f} {y:.1f}" for x, y in points.tolist()]
    rest = "".join(("L" if k > gone else "M") + piece for k, piece in enumerate(pieces))
    way = "".join(("L" if 0 < k <= gone else "M") + piece for k, piece in enumerate(pieces))
    drawing.path(rest, colour, stroke_width=1, stroke_opacity=0.35, data_grows="")
    drawing.path(way, "#FFFFFF", stroke_width=4, stroke_opacity=0.7, data_grows="", **style)
    drawing.path("".join(f"M{piece}h0" for piece in pieces), colour, stroke_width=5, data_grows="", **style)
    drawing.path(way, colour, stroke_width=1.8, data_grows="", **style)
    drawing.circle(0, 0, 6, colour, stroke="#FFFFFF", stroke_width=1.5, data_rides="", transform=moved(points[-1]))


def draw_growing(drawing, points, colour, **style):
    """A line of which the page shows one piece more with each step."""
    drawing.path(path_of(points), colour, data_grows="", **style)


def moved(point):
    """A place in pixels as SVG writes where something is moved to."""
    return f"translate({point[0]:.1f} {point[1]:.1f})"


def cover(drawing, ground):
    """White around the map, over what sticks out of it, and its axes."""
    left, top, wide, high = MAP
    hole = f"M{left} {top}v{high}h{wide}v{-high}Z"
    drawing.path(f"M0 0H{WIDTH}V{HEIGHT}H0Z{hole}", "none", "#FFFFFF", fill_rule="evenodd")
    drawing.path(hole, "#B8C2CB")
    for value in (-8, -4, 0, 4):
        drawing.text(ground.x(value), top + high + 12, number(value, 0), SMALL, "#555555")
    for value in (-4, 0, 4):
        drawing.text(left - 6, ground.y(value), number(value, 0), SMALL, "#555555", "end")
    drawing.text(left + wide, top + high + 13, "x₀", TEXT, anchor="end")
    drawing.text(left, top - 12, "x₁", TEXT, anchor="start")
    key = "seen from above: the lighter, the lower; × is the lowest point"
    drawing.text(left, top + high + 31, key, SMALL, "#555555", "start")


def draw_start(drawing, ground, walk, home):
    """The diamond to drag. Until that has been done, words say so."""
    at = walk.path[0]
    x, y = float(ground.x(at[0])), float(ground.y(at[1]))
    moves = {f"start{i}": (float(at[i]), 0.25, -limit, limit) for i, limit in enumerate((7.5, 5.0))}
    with drawing.handle(moves, ground, "start of the walk"):
        with drawing.group(class_="helpers-live"):
            drawing.circle(x, y, 15, "#FFFFFF", fill_opacity=0.45, stroke=DARK, stroke_width=1, stroke_dasharray="2.5 2.5")
            for turn in (0, 90, 180, 270):
                drawing.path("M16 -4L20.5 0L16 4Z", "none", DARK, transform=f"translate({x:.1f} {y:.1f}) rotate({turn})")
        drawing.path(f"M{x:.1f} {y - 8:.1f}l8 8l-8 8l-8 -8Z", "#FFFFFF", DARK, stroke_width=1.5)
    if np.allclose(at, home):
        beside, below = (x + 20, y - 18), (max(x, MAP[0] + 30), y + 31)
        halo = {"stroke": "#FFFFFF", "stroke_width": 3, "stroke_opacity": 0.6, "paint_order": "stroke"}
        place, anchor = (beside, "start") if at[1] > 0 else (below, "middle")
        drawing.text(*place, "drag me", SMALL, DARK, anchor, "bold", on="#C3D0DB", class_="helpers-live", **halo)


def draw_exit(drawing, ground, walk, lost):
    """Where the walk leaves the map, an arrow at its edge."""
    if lost is None or lost == 0:
        return
    inside, outside = walk.path[lost - 1], np.clip(np.nan_to_num(walk.path[lost], nan=1e9), -1e9, 1e9)
    step = outside - inside
    share = min((np.sign(s) * r - a) / s for s, r, a in zip(step, REACH, inside, strict=True) if s)
    end = ground.points(*(inside + share * step))
    along = step * (1, -1) / np.hypot(*step)
    with drawing.group(data_at=lost):
        drawing.head(end, along, COLOURS[walk.colour], 14)
        left, top, wide, _ = MAP
        drawing.text(left + wide, top - 12, f"leaves the map at iteration {lost}", TEXT, text(walk.colour), "end")


def draw_losses(drawing, walk, others):
    """f after each iteration on an axis of powers of ten that fits what has happened."""
    last, everything = len(walk.path) - 1, np.concatenate([one.f for one in (walk, *others)])
    seen = np.log10(np.clip(everything[everything > 0], 1e-300, 1e300)) if (everything > 0).any() else np.zeros(1)
    high = next((power for power in HIGH if power >= seen.max()), 300)
    low = next((power for power in LOW if power <= seen.min()), -30)
    low = max(low, -8) if others else low  # or one that has arrived would flatten all others; what is lower runs along the edge
    left, top, wide, tall = box = (*LOSSES[:2], NARROW if others else LOSSES[2], LOSSES[3])
    panel = Panel(drawing, box, (0, max(last, 1)), (low, high))
    start = float(panel.y(np.clip(np.log10(max(walk.f[0], 1e-300)), low, high)))
    drawing.rect(left, top, wide, start - top, DANGER)
    apart = next(step for step in (1, 2, 3, 4, 6, 10, 20, 40, 80, 100) if high - low <= 6 * step)
    count = next((step for step in (5, 10, 20, 50, 100, 200, 500) if last <= 4 * step), max(1, last // 4))
    across = range(0, max(last, 1) + 1, count) if last > 5 else range(0, max(last, 1) + 1)
    panel.frame(across, {tick: power(tick) for tick in range(-(-low // apart) * apart, high + 1, apart)})
    drawing.text(left + wide, top + tall + 28, "iteration", TEXT, anchor="end")
    drawing.text(left, top - 12, "f, in powers of ten", TEXT, anchor="start")
    if start - top > 18:
        near = np.log10(np.clip(walk.f.max(), 1e-300, 1e300)) > high - 0.2 * (high - low)  # the curve comes near the corner
        drawing.text(
            left + wide - 4, start - 9 if near else top + 9, "higher than the start", SMALL, DANGER_WORDS, "end", on=DANGER
        )
    drawing.line(left, start, left + wide, start, "#C98A63", stroke_dasharray="4 3")
    ways = {}
    for one in (*others, walk):
        values = np.log10(np.clip(one.f, 1e-300, 1e300))
        ways[one.name] = panel.points(np.arange(last + 1), np.clip(values, low, high))
    for one in others:
        with drawing.group(opacity=0.45):
            draw_growing(drawing, ways[one.name], COLOURS[one.colour], stroke_width=1.4)
            drawing.circle(0, 0, 3, COLOURS[one.colour], data_rides="", transform=moved(ways[one.name][-1]))
    draw_growing(drawing, ways[walk.name], COLOURS[walk.colour], stroke_width=2.4, stroke_linejoin="round")
    drawing.circle(
        0, 0, 5, COLOURS[walk.colour], stroke="#FFFFFF", stroke_width=1.5, data_rides="", transform=moved(ways[walk.name][-1])
    )
    draw_ends(drawing, walk, others, {name: way[-1] for name, way in ways.items()})


def draw_ends(drawing, walk, others, ends):
    """Beside the curves' ends their names and what f is; apart from each other."""
    everyone, left = sorted((walk, *others), key=lambda one: one.name), float(ends[walk.name][0]) + 10
    places = spread([ends[one.name][1] for one in everyone], [15] * len(everyone), MAP[1], MAP[1] + MAP[3])
    for one, y in zip(everyone, places.tolist(), strict=True):
        strong = one is walk
        look = {"weight": "bold"} if strong else {}
        if others:
            drawing.text(left, y, one.name, SMALL, text(one.colour), "start", **look)
        words = [shown(value) for value in one.f]
        style = {"data_words": spoken(words), **look}
        where = (WIDTH - 2, "end", SMALL) if others else (left, "start", TEXT)
        drawing.text(where[0], y, words[-1], where[2], text(one.colour), where[1], **style)


def draw_title(drawing, walk, title):
    """What, where, the learning rate, and what f has come to, in this order."""
    x, ends = MAP[0], [f"f = {shown(f)} after {k} iteration{'' if k == 1 else 's'}" for k, f in enumerate(walk.f)]
    ends = [words.replace("= >", ">") for words in ends]
    for k, words in enumerate((walk.name, *title, ends[-1])):
        strong = k in (0, len(title) + 1)
        look = {"data_words": spoken(ends)} if k == len(title) + 1 else {}
        weight = "bold" if strong else "normal"
        drawing.text(x, 16, words, TITLE, DARK if k else text(walk.colour), "start", weight, **look)
        x += width_of(words, TITLE, weight) + (14 if k else 5)


def shown(f):
    """A height in few digits, in few letters."""
    return size(f).replace("more than ", "> ")


def spoken(words):
    """A text for each step, as the page reads them."""
    return json.dumps(words, separators=(",", ":"), ensure_ascii=False)
