"""Lesson 07: the numbers it promises, its own Value, its figures over all of their sliders' ranges, its stepper."""

import ast
import itertools
import math
import re
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
from drawing_checks import complaints
from lesson_code import definitions

from helpers import graph, plots, widgets
from helpers.plots import graph_words
from helpers.widgets.buttons import is_off

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "07_computational_graphs.md"
ROWS = ((0, 0), (0, 1), (1, 0), (1, 1))


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def attach(names):
    """What the lesson's cells do with  Value.__add__ = add  and the like: definitions() takes functions and classes only."""
    value = names["Value"]
    value.backward, value.zero_grad = names["backward"], names["zero_grad"]
    value.__add__ = value.__radd__ = names["add"]
    value.__mul__ = value.__rmul__ = names["multiply"]
    value.__sub__, value.__pow__ = names["subtract"], names["power"]
    value.sigmoid, value.tanh = names["sigmoid"], names["tanh"]
    return names


@pytest.fixture(scope="module")
def lesson():
    return attach(definitions("07_computational_graphs", math=math, graph=graph, ROWS=ROWS, TARGETS=[0, 1, 1, 0]))


def numbers(text):
    return [float(n.replace("−", "-")) for n in re.findall(r"(?<![\w.])[-−]?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


def slopes_in(alt):
    """{name: slope} of an alt text."""
    part = alt.split("Slopes of the result: ")[1].split(". Turn")[0].split(". Start")[0].rstrip(".")
    pairs = (piece.removeprefix("by ").removesuffix(" so far").rsplit(" ", 1) for piece in part.split("; "))
    return {name: float(slope) for name, slope in pairs}


# The numbers


def test_apples(lesson):
    assert lesson["bill"](100, 2, 1.1) == 220.00000000000003
    assert lesson["measured"](lesson["bill"], 100, 2, 1.1) == pytest.approx([2.2, 110, 200], abs=1e-6)
    add, mul, tax = lesson["AddNode"](), lesson["MulNode"](), lesson["MulNode"]()
    other = lesson["MulNode"]()
    total = tax.forward(add.forward(mul.forward(100, 2), other.forward(150, 3)), 1.1)
    assert total == pytest.approx(715)
    fruit, by_tax = tax.backward(1)
    left, right = add.backward(fruit)
    assert [*mul.backward(left), *other.backward(right), by_tax] == pytest.approx([2.2, 110, 3.3, 165, 650])


def test_the_lessons_value_agrees_with_the_helper_and_with_differences(lesson):
    def f(a, b, c):
        u = a * b - c
        return (u * u + 2 * a).tanh() * u + (b - u).sigmoid() + (a + 3) ** 3

    for point in np.random.default_rng(0).uniform(-1.5, 1.5, (20, 3)):
        mine, theirs = ([kind(x) for x in point] for kind in (lesson["Value"], graph.Value))
        f(*mine).backward()
        f(*theirs).backward()
        expected = lesson["measured"](lambda *x: f(*map(graph.Value, x)).data, *point)
        assert [v.grad for v in mine] == pytest.approx([v.grad for v in theirs], rel=1e-12)
        assert np.array([v.grad for v in mine]) == pytest.approx(expected, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("backward_nearest_first", 14), ("backward_without_adding", 12), ("careless_backward", 26), ("backward", 26)],
)
def test_orders_and_the_classic_bug(lesson, name, expected):
    x = lesson["Value"](3)
    u = 2 * x
    lesson[name](u * (u + 1))
    assert x.grad == expected


def test_backward_twice(lesson):
    found = {}
    for name in ("backward", "careless_backward"):
        x = lesson["Value"](5)
        z = 3 * (2 * x)
        lesson[name](z)
        lesson[name](z)
        found[name] = x.grad
    assert found == {"backward": 12, "careless_backward": 18}
    x = lesson["Value"](5)
    z = 3 * (2 * x)
    for _ in range(2):
        z.zero_grad()
        z.backward()
    assert x.grad == 6


def test_without_the_clearing_loop_alone_it_is_24(lesson):
    x = lesson["Value"](5)
    z = 3 * (2 * x)
    for _ in range(2):
        z.grad += 1.0
        for node in reversed(lesson["order_of"](z)):
            for source, local in zip(node.inputs, node.local, strict=True):
                source.grad += node.grad * local
    assert x.grad == 24


def test_a_walk_that_never_clears_climbs_back(lesson):
    x, momentum, losses = 3.0, 0.0, []
    for _ in range(40):  # x ** 2 with the sum of all slopes so far
        losses.append(x**2)
        momentum += 2 * x
        x -= 0.1 * momentum
    text = TWIN.read_text("utf-8")
    assert min(losses) < 0.01 and max(losses[20:]) > 9 and "not cleared" in text
    value, found = lesson["Value"](3.0), []
    for _ in range(40):
        loss = value**2
        found.append(loss.data)
        loss.backward()
        value.data -= 0.1 * value.grad
    assert found == pytest.approx(losses)


def test_the_classic_bug_shows_only_with_fan_out(lesson):
    for f, wrong in ((lambda x: x * x, 3), (lambda x: x + x, 1), (lambda x: x * 2 * 1.1, 2.2)):
        x = lesson["Value"](3.0)
        lesson["backward_without_adding"](f(x))
        assert x.grad == pytest.approx(wrong)
    x, y = lesson["Value"](2.0), lesson["Value"](5.0)
    lesson["backward_without_adding"](x * y + x)  # question 2
    assert (x.grad, y.grad) == (5, 2)


def test_a_chain_of_10_000_needs_the_list(lesson):
    chain = lesson["Value"](1)
    for _ in range(10_000):
        chain = chain + 1
    with pytest.raises(RecursionError):
        lesson["order_by_recursion"](chain, [], set())
    assert len(lesson["order_of"](chain)) == 20_001


def test_a_trace_of_five_rows(lesson, capsys):
    x = lesson["Value"](3, "x")
    square = x * x
    square.name = "z"
    lesson["trace"](square)
    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert [row[0] for row in rows] == ["z", "x", "x✓", "x", "z✓"] and rows[-1][1:] == ["x", "z"]


def exact_xor(hidden, seed, lr=1.0, iterations=300):
    """The same network in NumPy, with gradients written out: final loss."""
    rng = np.random.default_rng(seed)
    units = np.stack([rng.standard_normal(3) for _ in range(hidden)])
    output = rng.standard_normal(hidden + 1)
    X, t = np.column_stack([ROWS, np.ones(4)]), np.array([0.0, 1, 1, 0])
    for step in range(iterations + 1):
        z = np.tanh(X @ units.T)
        y = 1 / (1 + np.exp(-(z @ output[:-1] + output[-1])))
        if step == iterations:
            return np.sum((y - t) ** 2)
        da = 2 * (y - t) * y * (1 - y)
        dz = np.outer(da, output[:-1]) * (1 - z**2)
        output = output - lr * np.append(z.T @ da, da.sum())
        units = units - lr * dz.T @ X


def test_xor_study_against_numpy(lesson):
    ends = {hidden: [exact_xor(hidden, seed) for seed in range(20)] for hidden in (2, 3, 4)}
    assert [sum(loss < 0.1 for loss in ends[hidden]) for hidden in (2, 3, 4)] == [9, 19, 20]
    assert all(loss < 0.1 or abs(loss - 0.5) < 0.02 for loss in ends[2])
    for hidden, seed in ((2, 3), (4, 3), (4, 0)):
        net = lesson["new_net"](hidden, np.random.default_rng(seed))
        assert lesson["train"](net) == pytest.approx(ends[hidden][seed], rel=1e-6)
    assert sum(exact_xor(4, seed) < 0.1 for seed in range(100)) == 99  # task C


def test_the_stuck_network_is_saturated(lesson):
    net = lesson["new_net"](2, np.random.default_rng(3))
    lesson["train"](net)
    rows = [[unit.data for unit in lesson["hidden_layer"](net, *row)] for row in ROWS]
    assert np.abs(np.subtract(rows[2], rows[3])).max() < 0.01 and np.abs(rows[2:]).min() > 0.98
    assert [lesson["predict"](net, *row).data for row in ROWS[2:]] == pytest.approx([0.5, 0.5], abs=0.01)
    loss = lesson["loss_of"](net)
    loss.zero_grad()
    loss.backward()
    assert 0.0005 < max(abs(p.grad) for p in [*itertools.chain(*net[0]), *net[1]]) < 0.005
    assert 0.5 < exact_xor(2, 3, iterations=3300) < 0.501


def test_cost(lesson):
    for count in (10, 1000):
        nodes = lesson["order_of"](lesson["big_neuron"](count, np.random.default_rng(0)))
        assert sum(1 for node in nodes if node.inputs) == 2 * count + 1
        assert sum(len(node.inputs) for node in nodes) == 4 * count + 1


def test_solutions_run(lesson):
    """Every solution of On your own, in order, in the lesson's own names."""
    text = TWIN.read_text("utf-8").split("## On your own")[1].split("## What you built")[0]
    blocks = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert len(blocks) == 4
    names = dict(lesson)
    for block in blocks:
        block = block.replace("range(100)", "range(4, 8)").replace("100 - len", "4 - len")  # a hundred starts take too long here
        ast.parse(block)
        exec(compile(block, "solution", "exec"), names)
    assert names["failed"] == []
    assert names["x"].grad == pytest.approx(4 / 49) and names["y"].grad == pytest.approx(-3 / 49)


# The figures


def drawn_numbers(drawing):
    """The texts of a drawing, as they stand in it."""
    return {words for words, *_ in drawing.texts}


@pytest.mark.parametrize("values", list(itertools.product((0.0, 35.0, 200.0), (0.0, 10.0), (1.0, 1.5))))
def test_apple_graph(values):
    price, number, tax = values
    figure = plots.apple_graph(*values)
    assert drawn_numbers(figure) >= set(map(graph_words.show, values))
    if price == number == 0:
        assert f"tax = {tax:g}" in figure.alt
    found = slopes_in(figure.alt)
    expected = {"price": number * tax, "number": price * tax, "tax": price * number, "apples": tax, "total": 1}
    assert found == pytest.approx(expected, rel=1e-3)
    assert drawn_numbers(figure) >= {graph_words.show(slope, tight=True) for slope in expected.values()}


def test_apple_graph_step_by_step():
    seen = [slopes_in(plots.apple_graph(steps=step).alt) for step in range(3)]
    assert [set(s) for s in seen] == [{"total"}, {"total", "apples", "tax"}, {"total", "apples", "tax", "price", "number"}]
    with pytest.raises(ValueError, match="from 0 to 2, not 3"):
        plots.apple_graph(steps=3)


@pytest.mark.parametrize("w1", [-4.0, 0.0, 4.0])
@pytest.mark.parametrize(("b", "x1"), [(-8.0, 4.0), (0.8, 0.0), (8.0, -4.0)])
def test_neuron_graph(w1, b, x1, record_property):
    begun = time.process_time()
    figure = plots.neuron_graph(w1=w1, w2=-1.5, b=b, x1=x1, x2=1.0)
    assert len(figure.svg()) < 40_000
    record_property("CPU seconds", round(time.process_time() - begun, 3))
    y = 1 / (1 + math.exp(-(w1 * x1 - 1.5 + b)))
    found = slopes_in(figure.alt)
    slope = y * (1 - y)
    for name, expected in (("w1", slope * x1), ("x1", slope * w1), ("b", slope), ("w2", slope), ("x2", -1.5 * slope)):
        assert found[name] == pytest.approx(expected, rel=0.05, abs=1e-12)


def test_no_text_covers_another(lesson):
    for step in range(5):
        assert complaints(lesson["fruit_graph"](step)) == []
    for step in range(3):
        assert complaints(plots.apple_graph(steps=step)) == []
    for b in (-8.0, -7.3, 0.8, 8.0):
        assert complaints(plots.neuron_graph(w1=-3.7, w2=3.9, b=b, x1=-3.3, x2=-2.9)) == []
    x = graph.Value(3, "x")
    for step in range(3):
        assert complaints(graph.draw(x * x + x, step)) == []


def test_local_slopes_stand_beside_the_lines(lesson):
    """Those of the node at work, and of those before it: as many as inputs have got something."""
    x = graph.Value(3, "x")
    y = ((x * x + x) * graph.Value(-1.5, "w")).sigmoid()
    for figure, counts in ((lesson["fruit_graph"], (2, 4, 6, 8)), (lambda step: graph.draw(y, step), (1, 3, 5, 7))):
        for step, count in enumerate(counts, start=1):
            assert sum(words.startswith("·") for words, *_ in figure(step).texts) == count
    words = [words for words, *_ in lesson["fruit_graph"](1).texts]
    assert {"· 1.1", "· 650"} <= set(words)


def test_fan_out_is_incomplete_until_all_have_arrived():
    x = graph.Value(3, "x")
    u = 2 * x
    u.name = "u"
    z = u * (u + 1)
    assert "by u 7 so far" in graph.draw(z, 1).alt and "by u 13;" in graph.draw(z, 2).alt
    texts = drawn_numbers(graph.draw(z, 1))
    assert {"u", "6", "7 + ?", "x", "3", "?"} <= texts


def test_a_learners_own_value_is_drawn(lesson):
    x = lesson["Value"](3.0, "x")
    z = x * x
    z.backward()
    assert "by x 6" in graph.draw(z).alt


@pytest.mark.parametrize("teeth", [(36, 18, 12), (24, 12), (40, 10, 20, 8)])
def test_cog_wheels(teeth):
    figure = plots.cog_wheels(teeth)
    assert complaints(figure) == []
    assert numbers(figure.alt)[-1] == pytest.approx(teeth[0] / teeth[-1])


def test_learned_xor():
    line = np.linspace(-0.5, 1.5, 21)
    answers = (line[:, None] > 0.6) * 0.5 + (line[None, :] > 0.6) * 0.25
    figure = plots.learned_xor([("steps", answers), ("half", np.full((21, 21), 0.5))])
    assert figure.png()
    assert "steps: 0.00, 0.50, 0.25, 0.75; half: 0.50, 0.50, 0.50, 0.50." in figure.alt


# The widgets


def test_explorers():
    for figure, moves in (
        (plots.apple_graph, {"price": 0.0, "number": 10.0, "tax": 1.5}),
        (plots.neuron_graph, {"w1": -4.0, "w2": 4.0, "b": 8.0, "x1": 0.0, "x2": -4.0}),
        (plots.cog_wheels, {"turns": 1.0}),
    ):
        explorer = widgets.explore(figure)
        start = explorer.picture.drawing
        for name, value in moves.items():
            before = explorer.picture.drawing
            explorer.set(**{name: value})
            assert explorer.error is None and explorer.picture.drawing != before
        explorer.go_back()
        assert explorer.picture.drawing == start


def test_stepper(lesson):
    stepper = widgets.Stepper(lesson["fruit_graph"], last=4, what="turn")
    assert stepper.step == 0 and is_off(stepper.back_button) and not is_off(stepper.next_button)
    pictures = [stepper.picture.drawing]
    for step in range(1, 5):
        stepper.next_button.click()
        assert stepper.step == step
        assert f"turn <b>{step}</b> of 4" in stepper.readout.value and "aria-live" in stepper.readout.value
        assert f"Turn {step} of 4" in stepper.picture.alt
        pictures.append(stepper.picture.drawing)
    assert len(set(pictures)) == 5 and is_off(stepper.next_button) and is_off(stepper.last_button)
    stepper.back_button.click()
    assert stepper.step == 3 and stepper.picture.drawing == pictures[3]
    stepper.first_button.click()
    assert stepper.step == 0
    stepper.last_button.click()
    assert stepper.step == 4
    stepper.go(99)
    assert stepper.step == 4
    assert repr(stepper).startswith("Run this cell (Shift+Enter) to step") and len(repr(stepper)) <= 110


def test_stepper_shows_errors_and_goes_on():
    def figure(step):
        if step == 1:
            raise ValueError("no <1> here")
        return plots.apple_graph(steps=step)

    stepper = widgets.Stepper(figure, last=2)
    stepper.next_button.click()
    assert isinstance(stepper.error, ValueError) and "no &lt;1&gt; here" in stepper.picture.alert
    stepper.next_button.click()
    assert stepper.error is None and stepper.picture.alert == ""
    with pytest.raises(ValueError, match="at least one step"):
        widgets.Stepper(figure, last=0)
