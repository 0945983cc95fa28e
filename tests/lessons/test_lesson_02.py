"""Lesson 02: what one line cannot do and two can, the circle, the adder, its figures and explorers."""

import itertools
import re
import warnings
from pathlib import Path

import numpy as np
import pytest
from lesson_code import definitions
from matplotlib.path import Path as Outline

from helpers import plots, widgets
from helpers.functions import step
from helpers.plots.ink import subscripts
from helpers.plots.plane import HIGH, LOW, NAMES
from helpers.plots.xor import OUTPUT_NEURONS

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "02_xor.md"
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
X3 = np.array(list(itertools.product((0, 1), repeat=3)))
XOR = np.array([0, 1, 1, 0])
NAND, OR, AND = (-0.5, -0.5, 0.7), (1, 1, -0.5), (0.5, 0.5, -0.7)


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(scope="module")
def lesson():
    return definitions("02_xor", constants=("W1", "b1", "W2", "b2"))


def fires(neuron, inputs):
    return step(np.round(inputs @ np.array(neuron[:2]) + neuron[2], 9))


def behind(first, second, output, inputs=X):
    """The hidden layer's answers and the output's, shapes (N, 2) and (N,)."""
    hidden = np.stack([fires(first, inputs), fires(second, inputs)], axis=1)
    return hidden, fires(output, hidden)


def turned(angle, b):
    return (np.cos(np.radians(angle)), np.sin(np.radians(angle)), b)


# One line


def test_no_setting_of_68921_does_xor():
    tenths = np.arange(-20, 21)
    settings = np.array(list(itertools.product(tenths, repeat=3)))
    tables = step(X @ settings[:, :2].T + settings[:, 2]).T
    right = np.sum(tables == XOR, axis=1)
    assert np.bincount(right, minlength=5).tolist() == [0, 10150, 48831, 9940, 0]
    assert {plots.gate_name(t) for t in tables[right == 3]} == {"NAND", "OR", "x1 and not x2", "x2 and not x1"}


def test_the_two_sides_of_the_proof_are_the_same_number():
    settings = np.random.default_rng(2).integers(-1000, 1000, (500, 3))
    sums = X @ settings[:, :2].T + settings[:, 2]
    assert np.array_equal(sums[1] + sums[2], settings @ [1, 1, 2])
    assert np.array_equal(sums[0] + sums[3], settings @ [1, 1, 2])


# Two lines


def test_xor_is_and_of_nand_and_or(lesson):
    hidden, y = behind(NAND, OR, AND)
    assert hidden.tolist() == [[1, 0], [1, 1], [1, 1], [0, 1]] and y.tolist() == XOR.tolist()
    assert lesson["xor"](X).tolist() == XOR.tolist()
    W1, b1, W2, b2 = (lesson[name] for name in ("W1", "b1", "W2", "b2"))
    assert [a.shape for a in (W1, b1, W2)] == [(2, 2), (2,), (2,)]
    assert W1.T.tolist() == [list(NAND[:2]), list(OR[:2])] and b1.tolist() == [0.7, -0.5]
    assert (*W2, b2) == AND
    assert np.array_equal(lesson["xor"](np.repeat(X, 5, axis=0)), np.repeat(XOR, 5))


def test_perceptron_and_step_are_those_of_helpers(lesson):
    for s in (np.array([-1.0, -0.0, 0.0, 1e-17, 3.0]), np.arange(-3, 3).reshape(2, 3)):
        assert np.array_equal(lesson["step"](s), step(s))
    for name, neuron in (("NAND", NAND), ("OR", OR), ("AND", AND)):
        assert plots.gate_name(lesson["perceptron"](X, np.array(neuron[:2]), neuron[2])) == name


def test_the_step_makes_a_staircase(lesson):
    counts = []
    for b in range(13):
        hidden = step(X @ np.array([[-5, 10], [-5, 10]]) + [b, -5])
        counts.append(int(np.sum(step(hidden @ lesson["W2"] + lesson["b2"]) == XOR)))
    assert counts == [2] * 6 + [4] * 5 + [3] * 2


# The circle


def test_xor_runs_in_a_circle_of_one_epoch(lesson):
    mistakes, states = lesson["learn"](X, XOR, epochs=50)
    assert mistakes == [2, 3] + [4] * 48
    assert states[7] == (-1, 0, 1) != states[3]
    assert len(states) == 200 and all(states[k] == states[k - 4] for k in range(11, 200))
    circle = states[8:12]
    assert circle == [(-1, 0, 0), (-1, 1, 1), (0, 1, 2), (-1, 0, 1)]
    right = [int(np.sum(fires(state, X) == XOR)) for state in circle]
    assert right == [2, 1, 2, 2]
    for k, state in enumerate(circle):  # the next in turn is wrong
        following = (k + 1) % 4
        assert fires(state, X)[following] != XOR[following]


def test_and_comes_to_rest(lesson):
    mistakes, states = lesson["learn"](X, np.array([0, 0, 0, 1]))
    assert mistakes == [1, 3, 3, 2, 1, 0, 0, 0, 0, 0] and states[-1] == (2, 1, -2)


# Gates and adding


def test_everything_from_nand(lesson):
    p, q = X.T
    assert lesson["nand"](p, q).tolist() == [1, 1, 1, 0]
    assert lesson["not_"](np.array([0, 1])).tolist() == [1, 0]
    for name, gate in (("and_", p & q), ("or_", p | q), ("xor_", p ^ q)):
        assert np.array_equal(lesson[name](p, q), gate)


def test_adders(lesson):
    for bits in X3.tolist():
        total, carry = lesson["full_adder"](*bits)
        assert 2 * carry + total == sum(bits)
    for p, q in X.tolist():
        assert lesson["half_adder"](p, q) == (p ^ q, p & q)
    for a, b in itertools.product(range(16), repeat=2):
        assert lesson["add"](a, b) == a + b


def test_the_number_of_nands(lesson, monkeypatch):
    calls, real = [], lesson["nand"]
    monkeypatch.setitem(lesson, "nand", lambda p, q: calls.append(1) or real(p, q))
    for name, arguments, number in (("xor_", 2, 4), ("and_", 2, 2), ("or_", 2, 3), ("half_adder", 2, 6), ("full_adder", 3, 15)):
        calls.clear()
        lesson[name](*[1] * arguments)
        assert len(calls) == number
    calls.clear()
    lesson["add"](13, 11)
    assert len(calls) == 60


# What the folded answers say


def test_folded_solutions_run_and_are_right(lesson):
    text = TWIN.read_text(encoding="utf-8")
    codes = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert len(codes) == 2
    said = []
    for code in codes:
        exec(code, {"np": np, "step": step, "X": X, "print": lambda *values: said.append(values)})
    (hidden, xnor), (parity,) = said
    assert f"{hidden} {xnor}" in text and xnor.tolist() == [1, 0, 0, 1]
    assert parity.tolist() == [True] * 8
    assert behind(NAND, OR, tuple(-n for n in AND))[1].tolist() == [1, 0, 0, 1]


def test_parity_of_three_takes_more_than_two_hidden_neurons():
    """All that one neuron can say of three inputs (104 tables), two of them at a time, behind each of 14 outputs."""
    weights = np.array(list(itertools.product(range(-2, 3), repeat=3)))
    biases = np.arange(-6.5, 7)
    tables = np.unique(np.concatenate([step(X3 @ weights.T + b).T for b in biases]), axis=0)
    assert len(tables) == 104
    parity = X3.sum(axis=1) % 2
    outputs = [np.array([int(d) for d in digits]) for digits, name in NAMES.items() if name not in ("XOR", "XNOR")]
    pairs = 2 * tables[:, None] + tables[None]  # which of the four places, shape (104, 104, 8)
    assert not any((output[pairs] == parity).all(axis=2).any() for output in outputs)
    assert any((output[pairs] == X3[:, 0] ^ X3[:, 1]).all(axis=2).any() for output in outputs)  # parity of two is found


def test_what_there_is_to_find_with_the_sliders():
    tenths = range(-15, 16)

    def right(*neurons):
        return behind(*neurons)[1].tolist() == XOR.tolist()

    assert [b for b in tenths if right(turned(225, b / 10), turned(45, -0.4), AND)] == list(range(8, 15))
    assert [b for b in tenths if right(turned(225, 1.1), turned(45, b / 10), AND)] == list(range(-7, 1))
    mended = [name for name, output in OUTPUT_NEURONS.items() if right(turned(225, 1.1), turned(225, 0.4), output)]
    assert mended == ["s1 and not s2"]
    other = [name for name, output in OUTPUT_NEURONS.items() if right(turned(315, -0.4), turned(135, -0.4), output)]
    assert other == ["OR"]


def test_output_neurons_are_what_they_are_called():
    for name, neuron in OUTPUT_NEURONS.items():
        assert plots.gate_name(fires(neuron, X)).replace("x", "s") == name


# The figures


def rendered(figure):
    assert isinstance(figure, plots.Figure) and len(figure.alt.split()) > 5
    return figure.png()


def four(alt, before):
    return [int(d) for d in re.search(before + r" (\d), (\d), (\d), (\d)", alt).groups()]


def test_xor_points():
    plain, crossed = plots.xor_points(), plots.xor_points(diagonals=True)
    assert rendered(plain) != rendered(crossed)
    assert "(0.5, 0.5)" in crossed.alt and "(0.5, 0.5)" not in plain.alt


def test_two_lines():
    figure = plots.two_lines(NAND, OR, AND)
    rendered(figure)
    assert [axes.get_title() for axes in figure.axes] == ["s₁: NAND", "s₂: OR", "y: XOR"]
    assert re.findall(r"\((\w+)\)", figure.alt) == ["NAND", "OR", "XOR"]


@pytest.mark.parametrize("x", X.tolist())
def test_two_layer_diagram(x):
    figure = plots.two_layer_diagram(*x, NAND, OR, AND)
    rendered(figure)
    hidden, y = behind(NAND, OR, AND, np.array([x]))
    assert [int(d) for d in re.findall(r"says (\d)", figure.alt)] == [*hidden[0], *y]
    sums = [float(n.replace("−", "-")) for n in re.findall(r"the sum ([-−]?[\d.]+)", figure.alt)]
    expected = [np.dot(x, n[:2]) + n[2] for n in (NAND, OR)] + [hidden[0] @ AND[:2] + AND[2]]
    assert sums == pytest.approx(expected)


def test_two_neurons_over_all_sliders():
    start = (225, 11, 45, -4, "AND")
    settings = {start}
    for place, values in enumerate((range(0, 346, 15), range(-15, 16), range(0, 346, 15), range(-15, 16), OUTPUT_NEURONS)):
        settings |= {(*start[:place], value, *start[place + 1 :]) for value in values}
    settings |= set(itertools.product((0, 345), (-15, 15), (0, 345), (-15, 15), ("AND", "NOR")))
    alts = set()
    for a1, b1, a2, b2, output in settings:
        figure = plots.two_neurons(a1, b1 / 10, a2, b2 / 10, output)
        if (a1, a2, output) in ((0, 0, "AND"), (345, 0, "NOR")):
            rendered(figure)
        hidden, y = behind(turned(a1, b1 / 10), turned(a2, b2 / 10), OUTPUT_NEURONS[output])
        assert four(figure.alt, "s1 gives") == hidden[:, 0].tolist()
        assert four(figure.alt, "s2 gives") == hidden[:, 1].tolist()
        assert four(figure.alt, "output neuron gives") == y.tolist()
        words = f"right: {np.sum(y == XOR)} of 4"
        assert words in figure.alt and words in [text.get_text() for text in figure.texts]
        for (s1, s2), row in zip(hidden, X, strict=True):
            there = re.search(rf"\({s1}, {s2}\): ([01 ]+)", figure.alt)[1].split()
            assert f"{row[0]}{row[1]}" in there
        alts.add(figure.alt)
    assert len(alts) == len(settings)


def test_shaded_part_is_where_the_network_says_1():
    rng = np.random.default_rng(3)
    points = rng.uniform(LOW, HIGH, (300, 2))
    shaded = 0
    for _ in range(40):
        first, second = rng.uniform(-1.5, 1.5, (2, 3))
        output = list(OUTPUT_NEURONS.values())[rng.integers(6)]
        left, right = plots.hidden_space(first, second, output).axes
        inside = np.zeros(len(points), bool)
        for patch in left.patches:
            inside |= Outline(patch.get_xy()).contains_points(points)
        assert np.array_equal(inside, behind(first, second, output, points)[1] == 1)
        beyond = Outline(right.patches[0].get_xy()).contains_points(points)
        assert np.array_equal(beyond, fires(output, points) == 1)
        shaded += inside.any()
    assert shaded > 20


@pytest.mark.parametrize("first, second", [((0, 0, 1), (0, 0, -1)), ((0, 0, 0), (1, 0, 9)), ((1, 1, -1), (-1, -1, 1))])
def test_networks_without_lines_and_with_ties(first, second):
    for output in OUTPUT_NEURONS.values():
        figure = plots.hidden_space(first, second, output)
        rendered(figure)
        assert four(figure.alt, "output neuron gives") == behind(first, second, output)[1].tolist()


def test_a_one_and_a_zero_on_one_place_are_drawn_side_by_side():
    """Both neurons say x1: the rows 00 and 01 meet, and so do 10 and 11."""
    right = plots.hidden_space((1, 0, -0.5), (1, 0, -0.5), AND).axes[1]
    dots = [tuple(np.round(p, 2)) for line in right.lines if line.get_marker() == "o" for p in line.get_xydata()]
    assert sorted(dots) == [(-0.11, 0), (0.11, 0), (0.89, 1), (1.11, 1)]
    diamonds = [tuple(np.round(p, 2)) for line in right.lines if line.get_marker() == "D" for p in line.get_xydata()]
    assert sorted(diamonds) == [(0.11, 0), (0.89, 1)]  # the one at 01, the zero at 11


def test_lines_outside_the_picture_are_named():
    for b1, b2, names in ((1.5, 1.5, "s1 and of s2"), (1.5, -0.4, "s1"), (1.1, 1.5, "s2"), (1.1, -0.4, None)):
        left = plots.two_neurons(45 if b1 == 1.5 else 225, b1, 45, b2).axes[0]
        assert not left.texts  # in the title: a text in the plane would lie on lines
        assert left.get_title().split("the line of ")[1:] == ([subscripts(names)] if names else [])
        drawn = {line.get_gid() for line in left.lines} & {"s1", "s2"}
        assert drawn == {"s1", "s2"} - set((names or "").split())


def test_mistakes_per_epoch():
    figure = plots.mistakes_per_epoch({"AND": [1, 0, 0], "XOR": [2, 3, 4]})
    rendered(figure)
    assert figure.alt.endswith("AND 1, 0, 0; XOR 2, 3, 4.")
    assert [line.get_ydata().tolist() for line in figure.axes[0].lines] == [[1, 0, 0], [2, 3, 4]]


@pytest.mark.parametrize("x1, x2", X.tolist())
def test_four_nands(lesson, x1, x2):
    figure = plots.four_nands(x1, x2)
    rendered(figure)
    nand = lesson["nand"]
    n = nand(x1, x2)
    says = [n, nand(x1, n), nand(x2, n), x1 ^ x2]
    assert [int(d) for d in re.findall(r"says (\d)", figure.alt)] == says


def test_adder_figure_over_all_pairs():
    for a, b in itertools.product(range(16), repeat=2):
        figure = plots.adder(a, b)
        assert f"{a} + {b} = {a + b} with" in figure.alt and f"{a:04b} + {b:04b} = {a + b:05b};" in figure.alt
        carries = [int((a % 2**k) + (b % 2**k) >= 2**k) for k in (4, 3, 2, 1)]
        assert four(figure.alt, "8, 4, 2:") == carries
        assert ("0, 0, 0, 0." in figure.alt) == (a & b == 0)
    assert rendered(plots.adder(13, 11)) != rendered(plots.adder(13, 10))


@pytest.mark.parametrize("pair", [(16, 0), (0, 16), (-1, 3)])
def test_adder_figure_takes_four_bits(pair):
    with pytest.raises(ValueError, match="0 to 15"):
        plots.adder(*pair)


# The explorers


def move_all(explorer, moves):
    for control, values in moves.items():
        for value in values:
            before, alt = explorer.picture.value, explorer.picture.alt
            explorer.controls[control].value = value
            assert explorer.error is None and explorer.picture.alert == ""
            assert explorer.picture.value != before and explorer.picture.alt != alt, (control, value)


def test_network_explorer():
    explorer = widgets.explore(
        plots.two_neurons,
        angle1=widgets.slider("direction of s1", 0, 345, 225, step=15),
        b1=widgets.slider("bias of s1", -1.5, 1.5, 1.1),
        angle2=widgets.slider("direction of s2", 0, 345, 45, step=15),
        b2=widgets.slider("bias of s2", -1.5, 1.5, -0.4),
        output=widgets.choice("output", list(OUTPUT_NEURONS)),
    )
    assert "right: 4 of 4" in explorer.picture.alt
    move_all(explorer, {"angle2": (225,), "b2": (0.4,)})
    assert "right: 1 of 4" in explorer.picture.alt
    move_all(explorer, {"output": ("s1 and not s2",)})
    assert "right: 4 of 4" in explorer.picture.alt
    move_all(explorer, {"b1": (-0.5, 0.3), "angle1": (0, 90, 345), "output": ("OR", "NAND", "NOR", "s2 and not s1")})


def test_adder_explorer():
    explorer = widgets.explore(plots.adder, a=widgets.slider("a", 0, 15, 13, step=1), b=widgets.slider("b", 0, 15, 11, step=1))
    move_all(explorer, {"a": (0, 15, 7), "b": (0, 1, 15)})
    assert "7 + 15 = 22" in explorer.picture.alt


def test_names_over_a_shared_place_stand_in_the_order_of_its_dots():
    figure = plots.hidden_space((1, -1, -0.5), (1, 1, -0.5), AND)  # 01 and 11 fall together; 11 wants a 0, which stands left
    assert "11 01" in [text.get_text() for axes in figure.axes for text in axes.texts]


@pytest.mark.parametrize("bits", X3.tolist())
def test_full_adder_inside(lesson, bits):
    drawing = plots.full_adder_inside(*bits)
    p, q, carry = bits
    part, carry1 = lesson["half_adder"](p, q)
    total, carry2 = lesson["half_adder"](part, carry)
    words = [text for text, *_ in drawing.texts]
    assert {f"part = {part}", f"carry1 = {carry1}", f"carry2 = {carry2}"} <= set(words)
    assert f"{p} + {q} + {carry} = {sum(bits)}, in bits {carry1 | carry2}{total}" in words
    assert drawing.alt.endswith(f"OR of both carries: carry {carry1 | carry2}.") and not carry1 & carry2
    for name, bit in zip(("p", "q", "carry"), bits, strict=True):  # a press switches the bit
        assert f'"{name}": {1 - bit}' in drawing.svg().replace("&quot;", '"')
    boxes = [box for _, box, *_ in drawing.texts]
    assert all(0 <= left and 0 <= top and right <= 740 and bottom <= 312 for left, top, right, bottom in boxes)
    for (a, b, c, d), (e, f, g, h) in itertools.combinations(boxes, 2):
        assert c <= e or g <= a or d <= f or h <= b


def test_full_adder_explorer():
    explorer = widgets.explore(plots.full_adder_inside)
    assert "Bits 1, 0, 1" in explorer.picture.alt and explorer.error is None
