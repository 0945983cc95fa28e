"""Drawings: what they write, what they say can be moved, and that their letters come along."""

import base64
import json
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from drawing_checks import complaints

from helpers.plots.base import Figure
from helpers.plots.drawing import Drawing, Panel, path_of
from helpers.plots.ink import COLOURS
from helpers.plots.letters import SMALL, TITLE, font_faces, width_of
from helpers.widgets import Explorer, Stepper, slider

SVG = "{http://www.w3.org/2000/svg}"


def dot(x=1.0, y=0.5, k=2.0, lr=0.1):
    """A small drawing with one of each."""
    if x > 4:
        raise ValueError("too far")
    drawing = Drawing(300, 200)
    panel = Panel(drawing, (40, 30, 200, 100), (-5, 5), (-1, 1))
    panel.frame((-5, 0, 5), {-1: "−1", 1: "1"}, "x", "f")
    drawing.field("k", k, (250, 20, 40, 30), "k")
    with drawing.press({"k": 0.0}, "no k", pressed=k == 0):
        drawing.circle(270, 100, 6, COLOURS["orange"])
    with drawing.handle({"x": (x, 0.5, -5, 5), "y": (y, 0.25, -1, 1)}, panel, "the dot"):
        drawing.circle(panel.x(x), panel.y(y), 7, COLOURS["blue"])
    return drawing.saying(f"A dot at {x}, {y}; k = {k}, lr = {lr}.")


def read(drawing):
    return ElementTree.fromstring(drawing.svg())


def test_what_it_writes_is_svg_with_words_that_are_escaped():
    drawing = Drawing(100, 50).saying("x")
    drawing.text(50, 25, "a < b & c", class_="name")
    text = read(drawing).find(f"{SVG}text")
    assert text.text == "a < b & c" and text.get("class") == "name" and text.get("text-anchor") == "middle"
    assert drawing.css_size() == (100, 50) and read(drawing).get("viewBox") == "0 0 100 50"


def test_groups_and_what_a_hand_can_move():
    root = read(dot())
    handle = root.find(f"{SVG}g[@role='slider']")
    told = json.loads(handle.get("data-hand"))
    assert told["names"] == ["x", "y"] and told["value"] == [1.0, 0.5] and told["step"] == [0.5, 0.25]
    assert told["low"] == [-5, -1] and told["high"] == [5, 1] and told["box"] == [40, 30, 200, 100]
    assert handle.get("aria-valuetext") == "x 1, y 0.5" and handle.get("tabindex") == "0"
    assert float(handle.get("aria-valuenow")) == 1 and handle.find(f"{SVG}circle") is not None
    assert json.loads(root.find(f"{SVG}g[@role='button']").get("data-press")) == {"k": 0.0}
    assert json.loads(root.find(f"{SVG}g[@data-field]").get("data-field"))["value"] == 2.0


def test_one_that_moves_upwards_only():
    drawing = Drawing(50, 50)
    with drawing.handle({None: None, "y": (0.0, 0.1, -1, 1)}, Panel(drawing, (0, 0, 50, 50), (0, 1), (-1, 1)), "height"):
        drawing.circle(25, 25, 5)
    told = json.loads(read(drawing.saying("a")).find(f"{SVG}g").get("data-hand"))
    assert told["names"] == [None, "y"] and told["low"] == [0, -1]


def test_a_panel_puts_values_where_they_belong():
    panel = Panel(Drawing(100, 100), (10, 20, 50, 60), (-1, 1), (0, 4))
    assert (panel.x(-1), panel.x(1), panel.y(0), panel.y(4)) == (10, 60, 80, 20)
    assert np.allclose(panel.points([-1, 0, 1], [0, 2, 4]), [(10, 80), (35, 50), (60, 20)])


def test_a_path_lifts_its_pen_where_a_point_is_not_finite():
    assert path_of([(0, 0), (1, 2), (np.nan, 0), (3, 4), (5, np.inf), (6, 7)]) == "M0.0 0.0L1.0 2.0M3.0 4.0M6.0 7.0"


def test_widths_are_those_of_the_typeface():
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    from helpers.plots.ink import FONTS

    for words in ("learning rate", "−0.25", "Adam"):
        right = TextPath((0, 0), words, size=100, prop=FontProperties(fname=FONTS["Regular"])).get_extents().x1
        assert width_of(words, 100) == pytest.approx(right, rel=0.06)  # the drawn letters, without the room beside them
    assert width_of("Adam", TITLE, "bold") > width_of("Adam", TITLE) > width_of("Adam", SMALL)


def test_the_picture_brings_its_letters_along_and_no_others():
    drawing = Drawing(100, 50).saying("a picture of abc")
    drawing.text(50, 25, "abc")
    address = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', drawing.html())[1]
    svg = base64.b64decode(address).decode()
    assert "@font-face" in svg and len(svg) < 8_000 < len(font_faces()) and 'alt="a picture of abc"' in drawing.html()
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_complaints_find_what_is_wrong():
    assert complaints(dot()) == []
    drawing = Drawing(100, 50)
    drawing.text(95, 20, "cut off")
    drawing.text(85, 22, "on it")
    drawing.text(20, 40, "pale", colour="#CCCCCC")
    found = " ".join(complaints(drawing))
    assert "is cut by" in found and "overlap" in found and "'pale' has 1.6 : 1" in found and "no alt text" in found


def test_an_explorer_draws_what_a_hand_moves_and_puts_it_back():
    explorer = Explorer(dot, {"lr": slider("learning rate", 0.0, 1.0, 0.1)})
    picture = explorer.picture
    assert picture.value == b"" and picture.drawing == dot().svg()
    picture.moved = {"turn": 1, "values": {"x": 2.5, "y": -0.25}}
    assert picture.answered == 1 and picture.alt == dot(2.5, -0.25).alt == picture.spoken
    picture.moved = {"turn": 2, "values": {"lr": 0.7}}  # a name that has a control moves the control
    assert explorer.controls["lr"].value == 0.7 and picture.alt == dot(2.5, -0.25, lr=0.7).alt
    picture.moved = {"turn": 3, "values": {"x": 4.5}}
    assert picture.answered == 3 and "too far" in picture.alert and picture.alt == dot(2.5, -0.25, lr=0.7).alt
    explorer.go_back()
    assert picture.alt == dot().alt and picture.alert == ""


def test_a_stepper_shows_drawings_too():
    stepper = Stepper(lambda step: dot(x=float(step)), last=3)
    stepper.go(2)
    assert stepper.picture.drawing == dot(x=2.0).svg()


def test_a_picture_may_change_from_pixels_to_shapes():
    from helpers import plots

    explorer = Explorer(lambda n: dot() if n else plots.tangent(x=5.0), {"n": slider("n", 0, 1, 0, step=1)})
    assert isinstance(explorer.picture.figure, Figure) and explorer.picture.drawing == ""
    explorer.set(n=1)
    assert explorer.picture.drawing and explorer.picture.value == b""


def test_what_invites_the_hand_is_not_seen_in_a_still():
    drawing = Drawing(100, 50).saying("x")
    drawing.text(50, 25, "drag me", class_="helpers-live")
    still = base64.b64decode(drawing.source().partition("base64,")[2]).decode()
    assert ".helpers-live{display:none}" in still and ".helpers-live{" not in drawing.svg()


def test_attributes_take_the_quotes_that_they_have_not():
    drawing = Drawing(100, 50).saying("x")
    values = ["plain", json.dumps(["a"]), "it's", json.dumps(["it's"]), "a < b & c"]
    for value in values:
        drawing.rect(0, 0, 1, 1, data_words=value)
    assert [part.get("data-words") for part in read(drawing).iter(f"{SVG}rect") if part.get("data-words")] == values
    assert "data-words='[\"a\"]'" in drawing.svg()
