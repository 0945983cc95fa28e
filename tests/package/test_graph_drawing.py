"""Drawn graphs, whatever the numbers: each text in its box and clear of the badge, wires in the picture, smooth, past boxes."""

import itertools
import math
import re
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest
from drawing_checks import complaints, hand_complaints

from helpers import plots
from helpers.graph import Value, draw, topological_order
from helpers.plots.graph_drawing import CORNER
from helpers.plots.graph_page import points_on
from helpers.widgets import Explorer, Stepper

SVG = "{http://www.w3.org/2000/svg}"


def shapes(drawing):
    """What is drawn: boxes and badges as (left, top, right, bottom), wires as points (M, 2), in pixels."""
    root, boxes, badges, wires = ElementTree.fromstring(drawing.svg()), [], [], []
    for rect in root.iter(f"{SVG}rect"):
        if "rx" in rect.attrib:
            left, top, wide, high = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
            kind = boxes if float(rect.get("rx")) == CORNER else badges
            if rect.get("fill") != "none":
                kind.append((left, top, left + wide, top + high))
    for path in root.iter(f"{SVG}path"):
        if "C" in path.get("d"):
            numbers = np.array(re.findall(r"-?[\d.]+", path.get("d")), dtype=float).reshape(-1, 2)
            wires.append(points_on(numbers[::3]))  # each third point is one that the curve goes through
    return boxes, badges, wires


def wrong_texts(drawing):
    """Texts that leave the box they begin in, or that lie under a badge."""
    boxes, badges, _ = shapes(drawing)
    wrong = []
    for words, (left, top, right, bottom), *_ in drawing.texts:
        x, y = (left + right) / 2, (top + bottom) / 2
        box = next((box for box in boxes if box[0] < x < box[2] and box[1] < y < box[3]), None)
        badge = next((b for b in badges if b[0] < right and left < b[2] and b[1] < bottom and top < b[3]), None)
        sign = badge and badge[0] < x < badge[2] and badge[1] < y < badge[3]
        if words and (
            (badge and not sign) or (not sign and box and not (box[0] + 1 <= left and right <= box[2] - 1 and top >= box[1]))
        ):
            wrong.append(words)
    return wrong


def wrong_wires(drawing):
    """Wires that leave the picture, have a kink, or pass through a box: through its inside, 2 pixels from its edges."""
    boxes, _, wires = shapes(drawing)
    wrong = []
    for wire in wires:
        if not ((wire > 0).all() and (wire < (drawing.width, drawing.height)).all()):
            wrong.append("outside")
        steps = np.diff(wire, axis=0)
        steps = steps[np.linalg.norm(steps, axis=1) > 1e-9]
        if np.abs(np.diff(np.arctan2(steps[:, 1], steps[:, 0]))).max(initial=0) > np.radians(40):
            wrong.append("kink")
        for left, top, right, bottom in boxes:
            if ((wire > (left + 2, top + 2)) & (wire < (right - 2, bottom - 2))).all(axis=1).any():
                wrong.append("through a box")
    return wrong


def all_wrong(drawing):
    return complaints(drawing) + wrong_texts(drawing) + wrong_wires(drawing)


def long_chain(steps=None):
    """A graph of nine columns with wires that pass several of them."""
    x, y = Value(0.7, "x"), Value(-0.4, "y")
    z = ((x * y + x).tanh() * x - y) ** 2 + x * x
    if steps is None:
        z.backward()
    return draw(z, steps, "A long one")


def fruit(steps=None):
    apples = Value(100, "apple price") * Value(2, "apples")
    total = (apples + Value(150, "orange price") * Value(3, "oranges")) * Value(1.1, "tax")
    total.name = "total"
    return draw(total, steps)


def fan_out(steps=None):
    x = Value(3, "x")
    u = 2 * x
    return draw((u * (u + 1) + x * x) * Value(-1.5, "w"), steps)


SETTINGS = list(itertools.product((-4.0, 0.5), (-3.7, 3.9), (-8.0, -7.3, 0.8, 8.0), (-3.3, 4.0), (-4.0, 1.0)))
OTHERS = [
    *(lambda step=step: plots.apple_graph(185.0, 7.0, 1.15, step) for step in (None, 0, 1, 2)),
    *(lambda step=step: fruit(step) for step in range(5)),
    *(lambda step=step: fan_out(step) for step in range(6)),
    *(lambda step=step: long_chain(step) for step in (None, *range(9))),
    lambda: draw(Value(-123456.7, "a rather long name for a number")),
    lambda: draw(Value(3, "x") * Value(4, "y"), 1),
]


def test_a_neuron_is_drawn_well_over_all_that_a_hand_can_set():
    wrong = {setting: found for setting in SETTINGS if (found := all_wrong(plots.neuron_graph(*setting)))}
    assert wrong == {}
    ends = {name: (-999_999.0, -4.0, 0.0, 1e-12, 4.0, 123456.7, 999_999.0) for name in ("w1", "w2", "b", "x1", "x2")}
    assert hand_complaints(plots.neuron_graph, {}, **ends) == {}
    prices = {"price": (0.0, 200.0, 999_999.0), "number": (0.0, 10.0, 1e-12), "tax": (0.0, 1.0, 1.5, 123456.7)}
    assert hand_complaints(plots.apple_graph, {}, **prices) == {}


@pytest.mark.parametrize("figure", OTHERS)
def test_texts_and_wires_keep_clear(figure):
    assert all_wrong(figure()) == []


def random_graph(rng):
    """A graph of up to 40 numbers, of any size, some of them infinite or not a number, as a learner's own Value allows."""
    sizes = (1e-12, -123456.7, 1e300, math.nan, math.inf, -math.inf, 0.1234567, -3.0, 12345.678, 999999.5)

    def value(inputs=(), op=""):
        local = tuple(float(rng.choice(sizes)) for _ in inputs)
        name = str(rng.choice(["", "", "x1", "orange price", "W"]))
        node = SimpleNamespace(data=float(rng.choice(sizes)), grad=0.0, inputs=inputs, local=local, op=op, name=name)
        return type("Node", (), {**vars(node), "__hash__": object.__hash__})()

    made = [value() for _ in range(rng.integers(1, 5))]
    for _ in range(rng.integers(1, 14)):
        op, count = [("+", 2), ("×", 2), ("−", 2), ("tanh", 1), ("power 2", 1), ("sigmoid", 1), ("relu", 1)][rng.integers(7)]
        made.append(value(tuple(made[k] for k in rng.integers(max(0, len(made) - 5), len(made), count)), op))
    return made[-1]


@pytest.mark.filterwarnings("ignore:invalid value", "ignore:overflow")
def test_random_graphs_are_drawn_well():
    rng, drawn = np.random.default_rng(7), 0
    for _ in range(150):
        value = random_graph(rng)
        turns = sum(1 for node in topological_order(value) if node.inputs)
        for steps in {None, 0, turns // 2, turns}:
            drawing = draw(value, steps)
            assert all_wrong(drawing) == []
            drawn += len(drawing.texts)
    assert drawn > 5000


def test_each_turn_shows_its_local_slopes_beside_the_wires():
    """They cover neither a wire nor each other, in graphs of usual width; the line below tells them in any case."""
    for figure, last in ((fruit, 4), (fan_out, 5), (lambda step: plots.apple_graph(steps=step), 2)):
        for step in range(1, last + 1):
            drawing = figure(step)
            labels = [(words, box) for words, box, *_ in drawing.texts if words.startswith("·")]
            turn = drawing.alt.split("local slope: ")[1].count("=")
            assert len(labels) >= turn
            for (words, box), wire in itertools.product(labels, shapes(drawing)[2]):
                inside = ((wire > np.array(box[:2]) - 1) & (wire < np.array(box[2:]) + 1)).all(axis=1)
                assert not inside.any(), words


def test_nothing_moves_while_one_steps():
    for figures in ([fruit(step) for step in range(5)], [long_chain(step) for step in range(9)]):
        assert len({(figure.width, figure.height) for figure in figures}) == 1
        assert len({tuple(shapes(figure)[0]) for figure in figures}) == 1


def test_nothing_moves_while_a_hand_drags():
    places = [shapes(plots.apple_graph(price))[0] for price in np.arange(0.0, 201.0, 20.0)]
    assert all(place == places[0] for place in places)
    widths = [plots.neuron_graph(b=b / 2).width for b in range(-16, 17)]
    assert np.ptp(widths) == 0


def test_the_number_is_the_largest_text_and_the_slope_stands_below_it():
    texts = {words: box for words, box, *_ in fruit(1).texts}
    heights = {words: box[3] - box[1] for words, box in texts.items()}
    assert heights["715"] > heights["to tax: 1 · 650 = "] > heights["total"]
    assert texts["total"][3] < texts["715"][3] < texts["slope"][3]


def test_what_happens_in_a_turn_travels_back_along_its_wires():
    svg = fruit(2).svg()
    dots = re.findall(r'<circle[^>]*class="helpers-travel"[^>]*>', svg)
    assert len(dots) == 2 and all('opacity="0"' in dot and "offset-path:path(" in dot for dot in dots)
    assert len(re.findall(r'class="helpers-arrive"', svg)) == 2  # the two slopes that come when the dots are there
    keys = {re.search(r'data-key="([^"]*)"', dot)[1] for step in (1, 2) for dot in re.findall("<circle[^>]*>", fruit(step).svg())}
    assert len(keys) == 4  # each turn has dots of its own, or the page would not start them anew
    assert "helpers-travel" not in fruit(0).svg() and "helpers-travel" not in plots.neuron_graph().svg()


def test_indices_are_written_as_such_in_the_drawing():
    words = " ".join(words for words, *_ in plots.neuron_graph().texts)
    assert "w₁" in words and "x₂" in words and "x1" not in words


def test_what_a_hand_enters_changes_all_that_depends_on_it():
    explorer = Explorer(plots.apple_graph, {})
    for name, value, slope in (("price", 50.0, "by tax 100"), ("number", 4.0, "by tax 200"), ("tax", 1.5, "by number 75")):
        explorer.picture.moved = {"turn": explorer.picture.answered + 1, "values": {name: value}}
        assert explorer.error is None and slope in explorer.picture.alt and f"{name} = {value:g}" in explorer.picture.alt
    explorer.go_back()
    assert "price = 100" in explorer.picture.alt and "total = 220" in explorer.picture.alt
    assert repr(explorer) == "Run this cell (Shift+Enter) to enter the figure."
    svg = plots.neuron_graph().svg()
    assert svg.count("data-hand=") == svg.count("data-field=") == 5 and "data-hand" not in fruit(1).svg()


def test_a_pressed_box_has_its_turn():
    stepper = Stepper(fruit, last=4, what="turn")
    assert fruit(0).svg().count("data-press=") == 4
    for turn in (1, 3, 2):
        stepper.picture.moved = {"turn": stepper.picture.answered + 1, "values": {"step": turn}}
        assert stepper.step == turn and f"Turn {turn} of 4" in stepper.picture.alt and f"<b>{turn}</b>" in stepper.readout.value


@pytest.mark.parametrize("teeth", [(36, 18, 12), (24, 12), (40, 10, 20, 8), (30,), (20, 10, 20, 10, 20, 10, 20, 10, 30)])
@pytest.mark.parametrize("turns", [0.0, 0.35, -3.0, 3.0])
def test_cog_wheels_turn_together(teeth, turns):
    drawing = plots.cog_wheels(teeth, turns)
    assert complaints(drawing) == []
    degrees = [float(found) for found in re.findall(r"rotate\(([\d.]+)\)", drawing.svg())]
    wanted = [(-1) ** k * 360 * turns * teeth[0] / count for k, count in enumerate(teeth)]
    assert np.cos(np.radians(degrees)) == pytest.approx(np.cos(np.radians(wanted)), abs=2e-3)
    if turns:
        told = [float(n) for n in re.findall(r"[A-I] ([\d.]+) times", drawing.alt.split("For one")[0])]
        assert told == pytest.approx([abs(turns) * teeth[0] / count for count in teeth], rel=1e-3)
