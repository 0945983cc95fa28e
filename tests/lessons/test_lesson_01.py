"""Lesson 01: its figures over the whole range of their sliders, its numbers, its explorers."""

import itertools
import re
import warnings
from pathlib import Path

import numpy as np
import pytest
from lesson_code import definitions
from matplotlib.path import Path as Outline

from helpers import plots, widgets
from helpers.datasets import load_digits
from helpers.functions import step
from helpers.plots.ink import outline
from helpers.plots.plane import HIGH, INPUTS, LOW, NAMES, OUTPUTS

TWIN = Path(__file__).resolve().parents[2] / "notebooks" / "text" / "01_the_perceptron.md"
X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
TENTHS = range(-20, 21)  # what the sliders w1, w2, b can be set to, in tenths
GATES = {
    "AND": [0, 0, 0, 1],
    "OR": [0, 1, 1, 1],
    "NAND": [1, 1, 1, 0],
    "NOR": [1, 0, 0, 0],
    "x1 and not x2": [0, 0, 1, 0],
}
LEARNED = {  # mistakes, epochs, w, b: from zero, rate 1, rows in the order 00, 01, 10, 11
    "AND": (10, 6, [2, 1], -2),
    "OR": (4, 4, [1, 1], 0),
    "NAND": (11, 6, [-2, -1], 3),
    "NOR": (5, 4, [-1, -1], 1),
    "x1 and not x2": (6, 5, [1, -2], 0),
}


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture(scope="module")
def lesson():
    return definitions("01_the_perceptron", plots=plots)


@pytest.fixture(scope="module")
def runs(lesson):
    return {name: lesson["learn"](X, np.array(t))[3] for name, t in GATES.items()}


def numbers(text):
    return [float(n.replace("−", "-")) for n in re.findall(r"[-−]?\d+(?:\.\d+)?", text)]


def outputs_in(alt):
    return [int(digit) for digit in re.search(r"outputs (\d), (\d), (\d), (\d)", alt).groups()]


def exact_outputs(w1, w2, b):
    """From whole tenths, so without rounding."""
    return [int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in X.tolist()]


# The gates


@pytest.mark.parametrize(
    ("w", "b", "outputs"),
    [
        ((0.5, 0.5), -0.7, [0, 0, 0, 1]),
        ((1, 1), -1, [0, 0, 0, 1]),
        ((-0.5, -0.5), 0.7, [1, 1, 1, 0]),
        ((1, 1), -0.5, [0, 1, 1, 1]),
        ((-1, -1), 1, [1, 0, 0, 0]),  # the negated (1, 1, -1) is NOR and not NAND: two rows are ties
        ((-1, -1), 1.5, [1, 1, 1, 0]),
        ((-1, -1), 0.5, [1, 0, 0, 0]),
        ((1, -1), -0.5, [0, 0, 1, 0]),
        ((0.5, 0.5), -0.2, [0, 1, 1, 1]),
    ],
)
def test_gates(lesson, w, b, outputs):
    w = np.array(w)
    assert lesson["perceptron"](X, w, b).tolist() == outputs
    assert step(X @ w + b).tolist() == outputs
    assert [lesson["neuron"](x, w, theta=-b) for x in X] == outputs


def test_a_tie_gives_0_and_rounding_can_break_it(lesson):
    for function in (lesson["step"], step):
        assert function(np.array([-1e-17, -0.0, 0.0, 1e-17])).tolist() == [0, 0, 0, 1]
    assert 0.1 + 0.2 - 0.3 > 0
    assert "0, 0, 0, 0" in plots.gate_finder(0.1, 0.2, -0.3).alt  # the figure counts the tie as one


def test_or_with_one_slider():
    right = [b for b in TENTHS if exact_outputs(5, 5, b) == GATES["OR"]]
    assert right == [-4, -3, -2, -1, 0]
    hundredths = [b for b in range(-200, 201) if exact_outputs(50, 50, b) == GATES["OR"]]
    assert hundredths == list(range(-49, 1))  # above -0.5 and up to 0


def test_restaurant():
    answers = np.array([0, 1, 0, 1])
    assert np.array([4.0, 1.0, 1.0, 0.5]) @ answers == 1.5
    assert np.array([1.0, 2.5, 0.5, 1.5]) @ answers == 4.0


def test_14_of_16_functions_can_be_reached():
    halves = np.arange(-2, 2.5, 0.5)
    found = {tuple(step(X @ np.array([w1, w2]) + b)) for w1, w2, b in itertools.product(halves, repeat=3)}
    names = {plots.gate_name(outputs) for outputs in found}
    assert len(names) == 14 and set(NAMES.values()) - names == {"XOR", "XNOR"}
    assert max(sum(np.equal(outputs, OUTPUTS["XOR"])) for outputs in found) == 3
    # What the sliders reach is no more than that.
    assert {tuple(exact_outputs(*t)) for t in itertools.product(range(-20, 21, 2), range(-20, 21, 2), TENTHS)} <= found


def test_gate_names_say_what_they_mean():
    meaning = {
        "always 0": lambda p, q: False,
        "AND": lambda p, q: p and q,
        "x1 and not x2": lambda p, q: p and not q,
        "x1": lambda p, q: p,
        "x2 and not x1": lambda p, q: q and not p,
        "x2": lambda p, q: q,
        "XOR": lambda p, q: p != q,
        "OR": lambda p, q: p or q,
        "NOR": lambda p, q: not (p or q),
        "XNOR": lambda p, q: p == q,
        "not x2": lambda p, q: not q,
        "x1 or not x2": lambda p, q: p or not q,
        "not x1": lambda p, q: not p,
        "x2 or not x1": lambda p, q: q or not p,
        "NAND": lambda p, q: not (p and q),
        "always 1": lambda p, q: True,
    }
    assert len(meaning) == 16
    for name, function in meaning.items():
        assert plots.gate_name([int(function(*x)) for x in X]) == name


# The learning rule


@pytest.mark.parametrize("name", GATES)
def test_learning(lesson, name):
    w, b, epochs, updates = lesson["learn"](X, np.array(GATES[name]))
    assert (len(updates), epochs, w.tolist(), b) == LEARNED[name]
    assert step(X @ w + b).tolist() == GATES[name]


def test_learning_stops_when_and_only_when_a_line_exists(lesson):
    for digits, name in NAMES.items():
        t = np.array([int(d) for d in digits])
        w, b, epochs, _ = lesson["learn"](X, t, epochs=50)
        assert np.array_equal(step(X @ w + b), t) == (name not in ("XOR", "XNOR")) == (epochs < 50)


def test_xor_never_settles(lesson):
    w, b, epochs, updates = lesson["learn"](X, np.array([0, 1, 1, 0]), epochs=1000)
    assert (epochs, len(updates), step(X @ w + b).tolist()) == (1000, 3997, [1, 1, 0, 0])
    assert sum(epoch == 1000 for epoch, *_ in updates) == 4


def test_each_update_raises_or_lowers_the_sum_by_x_dot_x_plus_1(runs):
    for updates in runs.values():
        w_before, b_before = np.zeros(2), 0.0
        for _, x, error, w, b in updates:
            assert w @ x + b == w_before @ x + b_before + error * (x @ x + 1)
            w_before, b_before = w, b


def test_the_next_row_is_the_first_diamond_after_the_square(runs):
    """How the lesson tells the reader to find, in the picture, which row comes next."""
    for name, updates in runs.items():
        w, b, square = np.zeros(2), 0.0, 3  # just before 00 is after 11
        for _, x, _, w_next, b_next in updates:
            wrong = step(X @ w + b) != GATES[name]
            coming = next(k % 4 for k in range(square + 1, square + 5) if wrong[k % 4])
            assert X[coming].tolist() == x.tolist()
            w, b, square = w_next, b_next, coming
        assert np.array_equal(step(X @ w + b), GATES[name])


def test_half_the_rate_gives_half_the_weights(lesson):
    w, b, _, updates = lesson["learn"](X, np.array(GATES["AND"]), rate=0.5)
    assert (len(updates), w.tolist(), b) == (10, [1, 0.5], -1)


def test_the_bound_on_the_number_of_mistakes():
    """Folded away in the lesson: at most 51 mistakes for AND, in whatever order the rows come."""
    sign = np.where(np.array(GATES["AND"]) == 1, 1, -1)
    assert (sign * (X @ np.array([2, 2]) - 3)).min() == 1
    worst = 0
    for order in itertools.permutations(range(4)):
        w, b, mistakes = np.zeros(2), 0.0, 0
        for k in order * 30:
            error = GATES["AND"][k] - step(w @ X[k] + b)
            w, b, mistakes = w + error * X[k], b + error, mistakes + abs(error)
        assert step(X @ w + b).tolist() == GATES["AND"]
        worst = max(worst, mistakes)
    assert 10 <= worst <= 51


def test_majority_of_three(lesson):
    X3 = np.array(list(itertools.product((0, 1), repeat=3)))
    t3 = (X3.sum(axis=1) >= 2).astype(int)
    assert np.array_equal(lesson["perceptron"](X3, np.array([1, 1, 1]), -1.5), t3)
    w, b, _, _ = lesson["learn"](X3, t3)
    assert np.array_equal(lesson["perceptron"](X3, w, b), t3)
    assert (w.tolist(), b) == ([1, 1, 1], -1)
    assert (X3.sum(axis=1) == 1).tolist() == (X3 @ w + b == 0).tolist()  # the ties: rows with a single 1


def test_distances_from_the_line():
    lines = [((2, 1), -2), ((0.5, 0.5), -0.7), ((1, 1), -1.5)]
    nearest = [np.min(np.abs(X @ np.array(w) + b)) / np.linalg.norm(w) for w, b in lines]
    assert np.round(nearest, 3).tolist() == [0, 0.283, 0.354]


# The figures


def rendered(figure):
    assert isinstance(figure, plots.Figure) and len(figure.alt.split()) > 5
    return figure.png()


@pytest.mark.parametrize("x1, x2", X.tolist())
@pytest.mark.parametrize("w1, w2, edge", [(0.5, 0.5, 0.7), (1, 1, 1), (-0.5, 1.5, -0.2)])
def test_neuron_diagram(x1, x2, w1, w2, edge):
    total = w1 * x1 + w2 * x2
    alts = []
    for form, value, size, limit in (("threshold", edge, total, edge), ("bias", -edge, total - edge, 0)):
        figure = plots.neuron_diagram(x1, x2, w1, w2, **{form: value})
        rendered(figure)
        assert numbers(figure.alt) == pytest.approx([w1, w2, value, x1, x2, size, limit, int(total > edge)])
        assert ("not over" in figure.alt) == (not total > edge)
        alts.append(figure.alt)
    assert alts[0] != alts[1]


def test_neuron_diagram_writes_weight_times_input():
    for form, products in (
        ({"threshold": 0.7}, ["w₁·x₁ = 0.5·1 = 0.5", "w₂·x₂ = −1.5·0 = 0"]),
        ({"bias": -0.7}, ["w₁·x₁ = 0.5·1 = 0.5", "w₂·x₂ = −1.5·0 = 0", "b·1 = −0.7·1 = −0.7"]),
    ):
        axes = plots.neuron_diagram(1, 0, 0.5, -1.5, **form).axes[0]
        assert [text.get_text() for text in axes.texts if "·" in text.get_text()] == products


@pytest.mark.parametrize("form", [{}, {"threshold": 0.7, "bias": -0.7}])
def test_neuron_diagram_takes_a_threshold_or_a_bias(form):
    with pytest.raises(ValueError, match="either a threshold or a bias"):
        plots.neuron_diagram(1, 1, 0.5, 0.5, **form)


def test_water_buckets_over_all_sliders():
    settings = {(a, 5, 7) for a in range(11)} | {(5, a, 7) for a in range(11)} | {(5, 5, a) for a in range(21)}
    settings |= set(itertools.product((0, 10), (0, 10), (0, 20)))
    alts = set()
    for w1, w2, threshold in settings:
        figure = plots.water_buckets(w1 * 0.1, w2 * 0.1, threshold * 0.1)
        if {w1, w2} <= {0, 10}:
            rendered(figure)
        levels = [0, w2 / 10, w1 / 10, (w1 + w2) / 10]
        outputs = exact_outputs(w1, w2, -threshold)
        shown = numbers(figure.alt.replace("00, 01, 10, 11", ""))
        assert shown[:7] == pytest.approx([w1 / 10, w2 / 10, threshold / 10, *levels])
        assert outputs_in(figure.alt) == outputs and figure.alt.endswith(f": {plots.gate_name(outputs)}.")
        alts.add(figure.alt)
    assert len(alts) == len(settings)


@pytest.mark.parametrize(
    "threshold, gate", [(0.0, "OR"), (0.25, "OR"), (0.49, "OR"), (0.5, "AND"), (0.99, "AND"), (1.0, "always 0")]
)
def test_one_pipe_is_enough_at_any_height_below_one_half(threshold, gate):
    assert plots.water_buckets(0.5, 0.5, threshold).alt.endswith(f": {gate}.")


@pytest.mark.parametrize("w1, w2", [*itertools.product((0.0, 0.1, 1.0), repeat=2)])
def test_pipes_of_width_0_bring_nothing(w1, w2):
    axes = plots.water_buckets(w1, w2, 0.5).axes[0]
    first, second, pipes = axes.collections
    assert [len(first.get_paths()), len(second.get_paths())] == [2 * (w1 > 0), 2 * (w2 > 0)]
    filled = [tuple(colour) != (1, 1, 1, 1) for colour in pipes.get_facecolors()]
    assert filled == [bool(x and w) for w, column in ((w1, X[:, 0]), (w2, X[:, 1])) for x in column]
    jets = [line for line in axes.lines if line.get_linestyle() == ":"]
    assert len(jets) == (w1 > 0) + (w2 > 0)
    tops = [path.get_extents().height for path in [*first.get_paths(), *second.get_paths()]]
    assert tops == pytest.approx([w for w in (w1, w2) if w for _ in range(2)])


def test_gate_finder_over_all_sliders():
    settings = {(5, 5, -7)} | {(a, 5, -7) for a in TENTHS} | {(5, a, -7) for a in TENTHS} | {(5, 5, a) for a in TENTHS}
    settings |= set(itertools.product((-20, 0, 20), repeat=3))
    settings |= {(1, 2, -3), (-1, -2, 3), (10, 10, -10), (-10, -10, 10)}
    alts = set()
    for w1, w2, b in settings:
        figure = plots.gate_finder(w1 * 0.1, w2 * 0.1, b * 0.1)
        if {w1, w2, b} <= {-20, 20}:
            rendered(figure)
        outputs = exact_outputs(w1, w2, b)
        assert outputs_in(figure.alt) == outputs
        assert plots.gate_name(outputs) in figure.alt
        assert numbers(figure.alt.replace("w1", "").replace("w2", ""))[:3] == pytest.approx([w1 / 10, w2 / 10, b / 10])
        alts.add(figure.alt)
    assert len(alts) == len(settings)


@pytest.mark.parametrize("wanted", [*GATES, "XOR"])
def test_gate_finder_counts_the_right_rows(wanted):
    for setting in [(5, 5, -7), (10, 10, -10), (-10, -10, 5), (10, -10, -5), (0, 0, 10), (0, 0, 0)]:
        figure = plots.gate_finder(*(0.1 * n for n in setting), wanted)
        right = sum(np.equal(exact_outputs(*setting), OUTPUTS[wanted]))
        assert f"Wanted {wanted}: {right} of 4 rows right." in figure.alt
        words = " ".join(text.get_text() for text in figure.texts)
        assert words.count("wrong") == 4 - right and words.count(": right") == right
        rendered(figure)


def test_what_each_number_does_to_the_line():
    """b shifts it, w1 turns it about where it meets x1 = 0, w2 about where it meets x2 = 0."""

    def drawn(w1, w2, b):
        """Slope of the line in the picture, and where it meets the upright and the level axis."""
        axes = plots.gate_finder(w1, w2, b).axes[0]
        (x1, y1), (x2, y2) = next(line for line in axes.lines if line.get_gid() == "line").get_xydata()
        slope = (y2 - y1) / (x2 - x1)
        return slope, y1 - slope * x1, x1 - y1 / slope

    start, shifted = drawn(0.5, 0.4, -0.3), drawn(0.5, 0.4, -0.5)
    assert start == pytest.approx((-1.25, 0.75, 0.6))
    assert shifted[0] == pytest.approx(start[0]) and shifted[1] > start[1]  # a smaller b: along the arrow, less is shaded
    for number in (-1.5, 0.2, 2.0):
        one, two = drawn(number, 0.4, -0.3), drawn(0.5, number, -0.3)
        assert one[1] == pytest.approx(start[1]) and one[0] != pytest.approx(start[0])
        assert two[2] == pytest.approx(start[2]) and two[0] != pytest.approx(start[0])


def shown_digits(axes):
    """{(x1, x2): digit} of the digits that stand in dots, read off the shapes drawn."""
    shapes = {digit: outline(str(digit), weight="normal") for digit in (0, 1)}
    found = {}
    for line in axes.lines:
        for digit, shape in shapes.items():
            if line.get_marker() is shape:
                found |= {(round(x), round(y)): digit for x, y in line.get_xydata() if {x, y} <= {0, 1}}
    return [found[tuple(x)] for x in X.tolist()]


def test_digits_show_what_is_wanted_and_else_the_answers():
    for wanted, aim in ((None, [1, 0, 0, 0]), ([0, 1, 1, 0], [0, 1, 1, 0])):
        figure = plots.gate_regions([("a", -1, -1, 0.5)], wanted=wanted)
        assert shown_digits(figure.axes[0]) == aim
        assert ("digits: its answers" in figure.get_supxlabel()) == (wanted is None)
        name = "anything" if wanted is None else "XOR"
        axes = plots.gate_finder(-1, -1, 0.5, name).axes[0]
        assert shown_digits(axes) == aim
        assert axes.get_title().endswith("digits: its answers" if wanted is None else "digits: wanted")
    assert shown_digits(plots.perceptron_update([], [0, 1, 1, 0], 0).axes[0]) == [0, 1, 1, 0]


def test_words_do_not_run_into_each_other(runs):
    """Every text inside the picture, none upon another: also for the gate with the longest name, and for a tie."""
    figures = [plots.gate_finder(1, -1, -0.5, name) for name in ("anything", "x1 and not x2", "XOR")]
    figures += [plots.gate_finder(-1.9, -1.9, -1.9, "x1 and not x2"), plots.gate_finder(1, 1, -1, "x1 and not x2")]
    figures += [plots.perceptron_update(runs[name], GATES[name], 3) for name in ("AND", "x1 and not x2")]
    for figure in figures:
        figure.png()
        axes = figure.axes[0]
        texts = [text for text in [*figure.texts, *axes.texts, axes.title] if text.get_text() not in ("", "w", "before")]
        places = [text.get_window_extent() for text in texts]
        width, height = figure.bbox.size
        for text, box in zip(texts, places, strict=True):
            assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height, text.get_text()
        for (a, box), (b, other) in itertools.combinations(zip(texts, places, strict=True), 2):
            assert not box.overlaps(other), (a.get_text(), b.get_text())


def test_regions_and_lines_are_where_the_formula_says():
    """The shaded polygon, the line and the arrow, against the sign of w1 x1 + w2 x2 + b."""
    rng = np.random.default_rng(1)
    points = rng.uniform(LOW, HIGH, (200, 2))
    lines = 0
    settings = [(1, 1, -1), (0, 1, 0), (1, 0, -1), (0, 0, 1), (0, 0, 0), (2, 1, -2)]
    settings += rng.uniform(-2, 2, (40, 3)).tolist()
    for w1, w2, b in settings:
        axes = plots.gate_finder(w1, w2, b).axes[0]
        sums = points @ np.array([w1, w2]) + b
        inside = np.zeros(len(points), bool)
        if axes.patches:
            inside = Outline(axes.patches[0].get_xy()).contains_points(points)
        clear = np.abs(sums) > 1e-6
        assert np.array_equal(inside[clear], sums[clear] > 0)
        drawn = [line.get_xydata() for line in axes.lines if line.get_gid() == "line"]
        lines += len(drawn)
        corners = np.array(list(itertools.product((LOW, HIGH), repeat=2))) @ np.array([w1, w2]) + b
        assert bool(drawn) == bool(corners.min() < -1e-9 and corners.max() > 1e-9)
        for ends in drawn:
            assert ends @ np.array([w1, w2]) + b == pytest.approx(0, abs=1e-8)
            arrow = next(line for line in axes.lines if line.get_gid() == "w")
            along = np.subtract(*arrow.get_xydata()[::-1])
            head = np.radians(arrow.get_marker()[2] + 90)  # a triangle that points up, turned
            assert along == pytest.approx(0.3 * np.array([np.cos(head), np.sin(head)]))
            assert along @ (ends[1] - ends[0]) == pytest.approx(0, abs=1e-8)
            assert along @ np.array([w1, w2]) > 0
    assert lines > 20


def test_gate_regions():
    panels = [("(1, 1, -1)", 1, 1, -1), ("negated", -1, -1, 1), ("off the dots", -1, -1, 1.5)]
    figure = plots.gate_regions(panels)
    rendered(figure)
    assert re.findall(r"gives \d, \d, \d, \d \((.*?)\)", figure.alt) == ["AND", "NOR", "NAND"]
    assert [axes.get_title() for axes in figure.axes] == [title for title, *_ in panels]


def test_gate_regions_of_a_run(runs):
    for name, updates in runs.items():
        panels = [("start", 0, 0, 0)] + [(f"mistake {k}", *u[3], u[4]) for k, u in enumerate(updates, start=1)]
        figure = plots.gate_regions(panels, wanted=GATES[name], columns=6, labels=False)
        rendered(figure)
        wrong = [int(n) for n in re.findall(r"(\d) wrong", figure.alt)]
        assert wrong == [int(np.sum(step(X @ np.array([w1, w2]) + b) != GATES[name])) for _, w1, w2, b in panels]
        assert wrong[-1] == 0 and min(wrong[:-1]) > 0


def test_the_first_picture_is_what_learning_or_gives(lesson, runs):
    settings = [(0, 0, 0), (0, 1, 1), (0, 1, 0), (1, 1, 1), (1, 1, 0)]
    assert [(*u[3], u[4]) for u in runs["OR"]] == settings[1:]
    assert "OR, 0 wrong" in plots.gate_regions([("", *s) for s in settings], wanted=GATES["OR"]).alt


@pytest.mark.parametrize("name", GATES)
def test_perceptron_update_over_all_steps(runs, name):
    updates, alts = runs[name], set()
    for k in range(12):
        figure = plots.perceptron_update(updates, GATES[name], k)
        rendered(figure)
        alt = figure.alt.replace("−", "-")
        alts.add(alt)
        w, b = (updates[min(k, len(updates)) - 1][3:]) if k else (np.zeros(2), 0.0)
        right = int(np.sum(step(X @ w + b) == GATES[name]))
        assert alt.endswith(f"Rows right: {right} of 4.")
        if 0 < k <= len(updates):
            epoch, x, error, *_ = updates[k - 1]
            assert f"{name}: update {k} of {len(updates)}, epoch {epoch}." in alt
            assert f"At ({x[0]}, {x[1]}) the sum" in alt and f"the error is {error}." in alt
            assert f"= ({w[0]:g}, {w[1]:g})." in alt and f"= {b:g}." in alt
            assert f"is now {w @ x + b:g}." in alt
    assert len(alts) == 12


def test_update_by_hand(runs):
    alt = plots.perceptron_update(runs["AND"], GATES["AND"], 5).alt
    assert "w: (2, 1) − (0, 1) = (2, 0). b: 0 − 1 = −1. The sum at (0, 1) is now −1." in alt


# The explorers


def move_all(explorer, moves):
    """Set each control to each of its values and see that the picture and its text change every time."""
    seen = {explorer.picture.value}
    for control, values in moves.items():
        for value in values:
            before, alt = explorer.picture.value, explorer.picture.alt
            explorer.controls[control].value = value
            assert explorer.error is None and explorer.picture.alert == ""
            assert explorer.picture.value != before and explorer.picture.alt != alt, (control, value)
            seen.add(explorer.picture.value)
    assert len(seen) > len(moves)


def test_bucket_explorer():
    explorer = widgets.explore(
        plots.water_buckets,
        w1=widgets.slider("width of pipe 1", 0.0, 1.0, 0.5),
        w2=widgets.slider("width of pipe 2", 0.0, 1.0, 0.5),
        threshold=widgets.slider("overflow", 0.0, 2.0, 0.7),
    )
    move_all(explorer, {"threshold": (0.4, 2.0, 0.0), "w1": (1.0, 0.0), "w2": (0.3, 0.9)})


def test_gate_explorer():
    explorer = widgets.explore(
        plots.gate_finder,
        w1=widgets.slider("w1", -2.0, 2.0, 0.5),
        w2=widgets.slider("w2", -2.0, 2.0, 0.5),
        b=widgets.slider("b", -2.0, 2.0, -0.7),
        wanted=widgets.choice("looking for", ["anything", *GATES, "XOR"]),
    )
    assert "This is AND." in explorer.picture.alt
    move_all(explorer, {"b": (-0.2,)})
    assert "This is OR." in explorer.picture.alt
    move_all(explorer, {"wanted": ("XOR", "OR", "NOR"), "w1": (-2.0, 2.0, 0.0), "w2": (-1.0, 0.0), "b": (2.0, -2.0)})


def test_update_explorer(lesson, runs):
    lesson["runs"], lesson["wanted"] = runs, GATES
    explorer = widgets.explore(
        lesson["show_update"], gate=widgets.choice("gate", list(runs)), step=widgets.slider("update", 0, 11, 0, step=1)
    )
    move_all(explorer, {"step": range(1, 12), "gate": ("OR", "NAND", "NOR", "x1 and not x2")})
    assert max(len(updates) for updates in runs.values()) == explorer.controls["step"].max
    assert np.array_equal(INPUTS, X)


# Zeros and ones by hand, and the figures that came with them


def test_two_measured_numbers_part_zeros_from_ones(lesson):
    digits = load_digits()
    inputs, targets = lesson["measured"](digits.x_train, digits.t_train)
    assert inputs.shape == (237, 2) and targets.sum() == 120
    for row, image in zip(inputs[:5], digits.x_train[digits.t_train < 2].reshape(-1, 8, 8), strict=False):
        assert row == pytest.approx([image[3:5, 3:5].mean(), image[:, :4].mean()])
    assert np.sum((inputs[:, 0] > 0.5) != targets) == 10
    w, b, epochs, updates = lesson["learn"](inputs, targets, epochs=100)
    assert (len(updates), epochs, w.round(2).tolist(), b) == (60, 10, [4.52, -5.05], 0)
    assert np.array_equal(step(inputs @ w + b), targets)
    others, wanted = lesson["measured"](digits.x_val, digits.t_val)
    assert len(wanted) == 57 and np.array_equal(step(others @ w + b), wanted)


def test_kinds_and_lines_counts_what_is_wrong():
    inputs, targets = np.array([[0.1, 0.2], [0.9, 0.3], [0.4, 0.8]]), np.array([0, 1, 1])
    panels = [("one", np.array([1.0, 0.0]), -0.5), ("no line", np.zeros(2), 0.0), ("all", np.array([1.0, 1.0]), -0.5)]
    figure = plots.kinds_and_lines(inputs, targets, panels, ("first", "second"), ("a zero", "a one"))
    rendered(figure)
    assert "one: 1 wrong; no line: 2 wrong; all: 0 wrong" in figure.alt
    for axes, wrong in zip(figure.axes, ([[0.4, 0.8]], [[0.9, 0.3], [0.4, 0.8]], []), strict=True):
        assert axes.lines[-1].get_marker() == "D" and axes.lines[-1].get_xydata().tolist() == wrong


@pytest.mark.parametrize("neuron", [(0.5, 0.5, -0.7), (1, -2, 0.5), (-1, 0.2, 0.4)])
def test_right_angle(neuron):
    figure = plots.right_angle(*neuron)
    rendered(figure)
    assert figure.alt.count("sum 0;") == 2 and "w · (q − p) = 0." in figure.alt
    foot, tip, other = next(line for line in figure.axes[0].lines if line.get_gid() == "corner").get_xydata()
    assert (tip - foot) @ (other - tip) == pytest.approx(0, abs=1e-9)


def test_squares_mark_the_row_that_comes_next():
    figure = plots.gate_regions([("a", 0, 0, 0), ("b", 0, 1, 1)], wanted=GATES["OR"], seen=[(0, 1)])
    rendered(figure)
    squares = [[tuple(p) for line in axes.lines if line.get_marker() == "s" for p in line.get_xydata()] for axes in figure.axes]
    assert squares == [[(0, 1)], []] and "square at 01" in figure.alt and "corrected next" in figure.get_supxlabel()
