"""Figures that a hand can enter: drawings made of named shapes (SVG), of which some can be dragged, pressed or typed into.

    drawing = Drawing(720, 300)
    drawing.text(20, 20, "a walk", size=TITLE, anchor="start")
    panel = Panel(drawing, (40, 40, 600, 200), (-5, 5), (0, 1))
    with drawing.handle({"x": (2.0, 0.1, -5, 5)}, panel, "x"):  # drag it, and figure(x=2.1) is asked for
        drawing.circle(panel.x(2.0), panel.y(0.5), 8, COLOURS["blue"])
    return drawing.saying("A walk.")

A drawing only says what can be moved; widgets.picture does the moving, asks the figure function for the next drawing, and
shows it. In a saved notebook the same drawing stands still.
"""

import base64
import contextlib
import html
import json

import numpy as np

from helpers.plots.base import Shown, png_bytes
from helpers.plots.ink import COLOURS, DARK
from helpers.plots.letters import SMALL, TEXT, TITLE, font_faces, width_of

CAPITALS = 0.364  # half a capital letter's height, in parts of the size of type


class Drawing(Shown):
    """A picture of width × height browser pixels, x to the right and y down, with its alt text, ``alt``.

    ``texts`` lists what is written: (words, (left, top, right, bottom), colour, ground), for tests.
    """

    def __init__(self, width, height):
        self.width, self.height, self.parts, self.texts, self.settings = width, height, [], [], {}

    def add(self, tag, words=None, **attributes):
        """One SVG element. Underscores in names of attributes stand for hyphens, one at the end is dropped (class_)."""
        inner = "" if words is None else html.escape(words)
        self.parts.append(f"<{tag}{_written(attributes)}>{inner}</{tag}>")

    @contextlib.contextmanager
    def group(self, **attributes):
        """What is drawn meanwhile stands in a group with these attributes."""
        self.parts.append(f"<g{_written(attributes)}>")
        yield self
        self.parts.append("</g>")

    def rect(self, x, y, width, height, fill="none", **attributes):
        """A rectangle from its top left corner."""
        self.add("rect", x=x, y=y, width=width, height=height, fill=fill, **attributes)

    def circle(self, x, y, r, fill="none", **attributes):
        """A circle around (x, y)."""
        self.add("circle", cx=x, cy=y, r=r, fill=fill, **attributes)

    def line(self, x1, y1, x2, y2, stroke=DARK, **attributes):
        """A straight line between two points."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **attributes)

    def path(self, points, stroke=DARK, fill="none", **attributes):
        """A line through points (x, y), or a path as SVG writes it. A point that is not finite lifts the pen."""
        way = points if isinstance(points, str) else path_of(points)
        self.add("path", d=way, stroke=stroke, fill=fill, **attributes)

    def text(self, x, y, words, size=TEXT, colour=DARK, anchor="middle", weight="normal", on="#FFFFFF", **attributes):
        """Words whose capitals have their middle at height y. on: the colour of the ground they stand on."""
        wide = width_of(words, size, weight)
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        self.texts.append((words, (left, y - size / 2, left + wide, y + size / 2), colour, on))
        look = {"font_weight": weight} if weight != "normal" else {}
        style = {"font_size": size, "fill": colour, "text_anchor": anchor, **look, **attributes}
        self.add("text", words, x=x, y=y + CAPITALS * size, **style)

    def arrow(self, start, end, colour=DARK, width=1.6, **attributes):
        """A straight arrow with a filled head, from start to end, both (x, y)."""
        start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
        along = (end - start) / max(float(np.hypot(*(end - start))), 1e-9)
        self.path([start, end - 5 * along], colour, stroke_width=width, **attributes)
        self.head(end, along, colour)

    def head(self, end, along, colour=DARK, size=8):
        """The head of an arrow that arrives at end with the direction along, a vector of length 1."""
        end, along = np.asarray(end, dtype=float), np.asarray(along, dtype=float)
        across, foot = 0.42 * size * np.array([-along[1], along[0]]), end - size * along
        self.path(path_of([end, foot + across, foot - across]) + "Z", "none", colour)

    def pixels(self, x, y, width, height, colours, **attributes):
        """A small picture, one square a pixel. colours: uint8 (H, W, 3)."""
        data = base64.b64encode(png_bytes(np.ascontiguousarray(colours), 9)).decode("ascii")
        address, style = f"data:image/png;base64,{data}", {"preserveAspectRatio": "none", "style": "image-rendering: pixelated"}
        self.add("image", x=x, y=y, width=width, height=height, href=address, **style, **attributes)

    # What a hand can do. Values go back to the figure function under the names given here.

    def handle(self, moves, panel, label, *, area=False, hover=False, key=None, **attributes):
        """A group that can be dragged over a Panel, or moved with the arrow keys.

        moves: {name: (value, step, low, high)}, first what moves to the right, then what moves up; the name None where
        nothing does. label: what it is, for a screen reader. area: a press anywhere in the group moves it there; hover:
        pointing at a place does so too. key: tells it from other handles that move the same names.
        """
        names, values = list(moves), [values or (0, 0, 0, 0) for values in moves.values()]
        lists = zip(*([float(number) for number in some] for some in values), strict=True)
        told = {"names": names, **dict(zip(("value", "step", "low", "high"), map(list, lists), strict=True))}
        told |= {"box": panel.box, "x": panel.xlim, "y": panel.ylim, "area": area, "hover": hover}
        now, _, low, high = next(some for name, some in zip(names, values, strict=True) if name)
        said = ", ".join(f"{name} {_plain(some[0])}" for name, some in zip(names, values, strict=True) if name)
        role = {"role": "slider", "aria_valuenow": now, "aria_valuemin": low, "aria_valuemax": high}
        role |= {"aria_label": label, "aria_valuetext": said, "tabindex": 0}
        return self.group(data_hand=json.dumps(told), data_key=key or " ".join(filter(None, names)), **role, **attributes)

    def press(self, values, label, *, pressed=False, **attributes):
        """A group that sets values, {name: value}, when it is pressed. pressed: whether they are set already."""
        role = {"role": "button", "aria_label": label, "aria_pressed": str(pressed).lower(), "tabindex": 0}
        key = json.dumps(values)
        return self.group(data_press=key, data_key=key, **role, **attributes)

    def field(self, name, value, box, label, step=1.0, low=-99.0, high=99.0, colour=DARK, size=TITLE, words=None):
        """A number to type over, also as 1/9, in the middle of box, (left, top, width, height). words: how it is written."""
        words = _plain(value) if words is None else words
        told = {"name": name, "value": value, "step": step, "low": low, "high": high, "label": label, "words": words}
        left, top, width, height = box
        with self.group(data_field=json.dumps(told), data_box=json.dumps(box)):
            self.text(left + width / 2, top + height / 2, words, size, colour, weight="bold", on="none")

    def steps(self, last, shown=None):
        """Let the page play what has data_at=k (seen from step k on), data_only=k, data_words=json.dumps(a text a step),
        data_grows="" (a path, a piece M… or L… a step), or data_rides="" (at that path's end). last: the last step."""
        self.settings |= {"data_last": last, "data_shown": last if shown is None else shown}

    # How it shows itself.

    def svg(self, fonts=""):
        """The drawing as SVG. fonts: CSS that brings the typeface along, for where the page does not know it."""
        style = f"<style>{fonts}</style>" if fonts else ""
        box = {"viewBox": f"0 0 {self.width} {self.height}", "width": self.width, "height": self.height}
        family = {"font_family": "'Helpers Inter', Inter, 'Helvetica Neue', Arial, sans-serif"}
        ground = f'<rect width="{self.width}" height="{self.height}" fill="#FFFFFF"></rect>'
        head = _written({"xmlns": "http://www.w3.org/2000/svg", **box, **family, **self.settings})
        return f"<svg{head}>{style}{ground}{''.join(self.parts)}</svg>"

    def css_size(self):
        """Width and height in a browser's pixels."""
        return self.width, self.height

    def source(self):
        """The drawing as an address for <img>, with the letters it needs, without what has class_="helpers-live"."""
        fonts = font_faces("".join(sorted(set("".join(words for words, *_ in self.texts)))))
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg(fonts + ".helpers-live{display:none}").encode()).decode(
            "ascii"
        )


class Panel:
    """A pair of axes in a drawing: box (left, top, width, height), and what the values run from and to, to the right and up."""

    def __init__(self, drawing, box, xlim, ylim):
        self.drawing, self.box, self.xlim, self.ylim = drawing, tuple(box), xlim, ylim

    def x(self, value):
        """Pixels of a value, or of an array of them, to the right."""
        left, _, width, _ = self.box
        return left + width * (np.asarray(value, dtype=float) - self.xlim[0]) / (self.xlim[1] - self.xlim[0])

    def y(self, value):
        """Pixels of a value, or of an array of them, upwards."""
        _, top, _, height = self.box
        return top + height * (self.ylim[1] - np.asarray(value, dtype=float)) / (self.ylim[1] - self.ylim[0])

    def points(self, x, y):
        """Values as points in pixels, (N, 2)."""
        return np.stack(np.broadcast_arrays(self.x(x), self.y(y)), axis=-1)

    def frame(self, xticks=(), yticks=(), xlabel="", ylabel="", grid=True):
        """Ticks, their lines and labels. xticks, yticks: {value: words}, or values that are written as they are."""
        left, top, width, height = self.box
        pale, grey = {"stroke": "#E4E4E4"}, COLOURS["grey"]
        for value, words in _ticks(xticks):
            if grid:
                self.drawing.line(self.x(value), top, self.x(value), top + height, **pale)
            self.drawing.text(self.x(value), top + height + 12, words, SMALL, "#555555")
        for value, words in _ticks(yticks):
            if grid:
                self.drawing.line(left, self.y(value), left + width, self.y(value), **pale)
            self.drawing.text(left - 6, self.y(value), words, SMALL, "#555555", "end")
        self.drawing.path([(left, top), (left, top + height), (left + width, top + height)], grey)
        if xlabel:
            self.drawing.text(left + width, top + height + 28, xlabel, TEXT, anchor="end")
        if ylabel:
            self.drawing.text(left, top - 14, ylabel, TEXT, anchor="start")


def path_of(points):
    """Points (N, 2) as the way of an SVG path. A point that is not finite lifts the pen."""
    points, pen, way = np.asarray(points, dtype=float), "M", []
    for x, y in points.tolist():
        if not (np.isfinite(x) and np.isfinite(y)):
            pen = "M"
            continue
        way.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    return "".join(way)


def _ticks(ticks):
    pairs = ticks.items() if isinstance(ticks, dict) else ((value, _plain(value)) for value in ticks)
    return list(pairs)


def _plain(value):
    return f"{value:.6g}".replace("-", "−") if not isinstance(value, str) else value


def _written(attributes):
    """Attributes as SVG writes them."""
    written = []
    for name, value in ((name, value) for name, value in attributes.items() if value is not None):
        value = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, (float, np.floating)) else str(value)
        value = html.escape(value, quote=False)
        inner = f"'{value}'" if '"' in value and "'" not in value else '"' + value.replace('"', "&quot;") + '"'
        written.append(f" {name.rstrip('_').replace('_', '-')}={inner}")
    return "".join(written)
