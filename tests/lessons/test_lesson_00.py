"""Lesson 00: its figures, its sliders, and the numbers that it tells."""

import ast
import functools
import html
import itertools
import re

import ipywidgets
import numpy as np
import pytest
import refresh_notebooks
from matplotlib.collections import PathCollection

from helpers import plots, widgets
from helpers.datasets import DATA, load_digits
from helpers.plots import ink

LESSON = refresh_notebooks.NOTEBOOKS / "00_start_here.ipynb"
CELLS = refresh_notebooks.read_twin(LESSON).cells
CODE = [cell.source for cell in CELLS if cell.cell_type == "code"]
TEXT = "\n\n".join(cell.source for cell in CELLS if cell.cell_type == "markdown")


def value_of(source, **names):
    """Run a cell; return what a notebook would show of it, and the names that it made."""
    names = {"np": np, "plots": plots, "widgets": widgets, **names}
    *lines, last = ast.parse(source).body
    exec(compile(ast.Module(lines, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names), names
    exec(compile(ast.Module([last], []), "cell", "exec"), names)
    return None, names


def explorers():
    return {shown.figure.__name__: shown for source in CODE if "widgets.explore" in source for shown, _ in [value_of(source)]}


FIGURES = ["axis_sum", "broadcasting", "matrix_product", "two_kinds_of_random", "sine_wave"]


def settings(control):
    """All values of a control; of a long slider at most a dozen, with both ends."""
    if isinstance(control, ipywidgets.Checkbox):
        return [False, True]
    if isinstance(control, ipywidgets.Dropdown):
        return [value for _, value in control.options]
    steps = round((control.max - control.min) / control.step)
    places = sorted({round(place) for place in np.linspace(0, steps, min(steps + 1, 12))})
    return [type(control.value)(control.min + place * control.step) for place in places]


def test_lesson_has_these_explorers_each_with_its_own_still_and_no_second_one():
    assert list(explorers()) == FIGURES
    for name, explorer in explorers().items():
        alt = explorer.figure(**explorer.values()).alt
        assert html.escape(alt) in explorer._repr_mimebundle_()["text/html"]  # what stands in its place until it runs
        stills = [value_of(source)[0] for source in CODE if re.match(rf"plots\.{name}\(", source)]
        assert alt not in [still.alt for still in stills]


@pytest.mark.parametrize("name", FIGURES)
def test_figure_over_the_whole_range_of_its_controls(name):
    explorer = explorers()[name]
    ranges = {label: settings(control) for label, control in explorer.controls.items()}
    start, seen = explorer.values(), {}
    points = [{**start, label: value} for label, values in ranges.items() for value in values]
    corners = [dict(zip(ranges, ends, strict=True)) for ends in itertools.product(*([v[0], v[-1]] for v in ranges.values()))]
    if name in ("broadcasting", "axis_sum"):
        points = [dict(zip(ranges, values, strict=True)) for values in itertools.product(*ranges.values())]
    for point in points + corners:
        figure = explorer.figure(**point)
        assert isinstance(figure, plots.Figure) and figure.get_figwidth() <= 7.2
        alt = seen.setdefault(tuple(point.values()), figure.alt)
        assert len(alt.split()) > 8 and alt == figure.alt
    for corner in corners[:: max(1, len(corners) // 4)]:
        assert explorer.figure(**corner).png().startswith(b"\x89PNG")
    # Only a flat wave looks the same at every frequency, and even then the sentence says how many waves.
    assert len(set(seen.values())) == len(seen)


def test_text_of_each_explorer_fits_a_line():
    said = [repr(explorer) for explorer in explorers().values()]
    assert said[2].endswith("to move: rows of A, columns of A, rows of B, columns of B.")
    assert max(map(len, said)) <= 110


@pytest.mark.parametrize("moved", [{}, {"amplitude": 0.0}, {"frequency": 5.0}, {"frequency": 1.0, "amplitude": 0.0}])
def test_sliders_work_wherever_the_learner_left_them(moved, capsys):
    source = next(source for source in CODE if source.startswith("wave.set("))
    wave = explorers()["sine_wave"]
    wave.set(**moved)
    value_of(source, wave=wave)
    assert capsys.readouterr().out == "Python's half works: True\n"
    assert wave.values() == {"frequency": 5.0, "amplitude": 1.0}


@pytest.mark.parametrize("name", FIGURES)
def test_each_control_changes_the_picture(name):
    explorer = explorers()[name]
    for control in explorer.controls.values():
        before, value = explorer.picture.value, control.value
        control.value = next(other for other in reversed(settings(control)) if other != value)
        assert explorer.error is None and explorer.picture.value != before
        control.value = value
        assert explorer.error is None and explorer.picture.value == before


def texts(figure):
    return [text.get_text() for text in figure.axes[0].texts]


WEIGHTS = ("normal", "bold")
OUTLINES = [(ink.outline(str(number), ink.TEXT, weight).vertices, number) for number in range(601) for weight in WEIGHTS]


@functools.cache
def number_of(path):
    """The one number with this outline, wherever it stands."""
    shape = path.vertices - path.vertices[0]
    (number,) = (number for v, number in OUTLINES if v.shape == shape.shape and np.allclose(v - v[0], shape, atol=1e-6))
    return number


def numbers_drawn(figure):
    """The numbers in the cells of a figure's grids, read from their outlines: grid after grid, row after row."""
    grids = [c for c in figure.axes[0].collections if isinstance(c, PathCollection)]
    for grid in grids:
        places = [(y, x) for x, y in grid.get_offsets()]
        assert places == sorted(places) and len(places) == len(set(places)) == len(grid.get_paths())
    return [number_of(path) for grid in grids for path in grid.get_paths()]


def test_first_cell_shows_a_digit_that_is_read():
    first, _ = value_of("widgets.first_look()")
    assert "widgets.first_look()" in CODE
    assert first.picture.alt.startswith("A digit of 8 × 8 pixels goes through 50 hidden units") and "right" in first.picture.alt
    for number in range(0, 300, 23):
        first.controls["number"].value = number
        assert first.error is None and "is read as" in first.picture.alt
    assert all(f"{count}" in TEXT for count in ("64 squares of ink", "50 small units", "ten bars"))


def test_map():
    figure = plots.course_map(here=0)
    thick = [patch.get_linewidth() > 2 for patch in figure.axes[0].patches]
    assert thick == [number in (0, 20) for number in range(21)]  # the first lesson, and the box beside "you are here"
    assert figure.alt.endswith(
        "Part IV · Training well: 14 Optimizers, 15 Starting values and batch normalization, "
        "16 Regularization and tuning, 17 Going deep, 18 Cats and dogs, 19 From here to frameworks. You are in 00 Start here."
    )
    assert "you are here" in texts(figure) and "you are here" not in texts(plots.course_map())


def test_table_links_every_lesson_there_is():
    linked = re.findall(r"^\| \[(\d\d) · [^\]]+\]\((\w+)\.ipynb\)", TEXT, flags=re.MULTILINE)
    assert all(name.startswith(number) for number, name in linked)
    assert [name for _, name in linked] == [path.stem for path in refresh_notebooks.lessons()][1:]


@pytest.mark.parametrize(("frequency", "amplitude"), [(0.5, 0.0), (2.0, 1.0), (8.0, 2.0)])
def test_sine(frequency, amplitude):
    figure = plots.sine_wave(frequency, amplitude)
    t, height = figure.axes[0].lines[0].get_data()
    np.testing.assert_allclose(height, [amplitude * np.sin(2 * np.pi * frequency * x) for x in t])
    assert f"{frequency} waves, between {-amplitude} and {amplitude}." in figure.alt


def counting(rows, columns):
    numbers = itertools.count(1)
    return [[next(numbers) for _ in range(columns)] for _ in range(rows)]


@pytest.mark.parametrize(("rows", "inner", "columns"), [(2, 3, 4), (1, 1, 1), (4, 2, 3), (4, 4, 4)])
def test_matrix_product(rows, inner, columns):
    A, B = counting(rows, inner), counting(inner, columns)
    C = [[sum(A[i][k] * B[k][j] for k in range(inner)) for j in range(columns)] for i in range(rows)]
    figure = plots.matrix_product(rows, inner, inner, columns)
    assert numbers_drawn(figure) == [number for grid in (A, B, C) for row in grid for number in row]
    assert f"→ ({rows}, {columns}): the inner sizes are equal" in figure.alt and f"= {C[-1][0]}." in figure.alt


def test_matrix_product_that_does_not_fit():
    figure = plots.matrix_product(2, 3, 2, 4)
    assert "(2, 3) @ (2, 4) → ValueError: the inner sizes are 3 and 2." in figure.alt
    assert "no product" in texts(figure)
    with pytest.raises(ValueError):
        np.ones((2, 3)) @ np.ones((2, 4))


SHAPES = [(4,), (3,), (1, 4), (3, 1), (3, 4), (4, 3), (1,), (1, 1), (5,), (5, 1)]


@pytest.mark.parametrize("a_shape", SHAPES)
def test_broadcasting(a_shape):
    for b_shape in SHAPES:
        figure = plots.broadcasting(a_shape, b_shape)
        pairs = list(itertools.zip_longest(a_shape[::-1], b_shape[::-1], fillvalue=1))
        if any(p != q and 1 not in (p, q) for p, q in pairs):
            assert "ValueError" in figure.alt and "no result" in texts(figure)
            continue
        shape = tuple(max(pair) for pair in pairs)[::-1]
        a = np.arange(1, np.prod(a_shape) + 1).reshape(a_shape) * 10
        b = np.arange(1, np.prod(b_shape) + 1).reshape(b_shape)
        full = (1, *shape)[-2:]
        sums = [
            [a[tuple(np.minimum(at, np.array(a_shape) - 1))] + b[tuple(np.minimum(bt, np.array(b_shape) - 1))]
             for j in range(full[1]) for at, bt in [((i, j)[-len(a_shape):], (i, j)[-len(b_shape):])]]
            for i in range(full[0])
        ]  # fmt: skip
        assert f"{a_shape} + {b_shape} → {shape}:" in figure.alt
        assert f"The sums are {[[int(x) for x in row] for row in sums]}." in figure.alt
        dashed = sum(style[1] is not None for c in figure.axes[0].collections for style in c.get_linestyle())
        assert dashed == 2 * np.prod(shape) - np.prod(a_shape) - np.prod(b_shape)
        assert ("nothing is repeated" in figure.alt) is (dashed == 0)
        assert ("the shapes are equal" in figure.alt) is (a_shape == b_shape)
        assert ("counts as" in figure.alt) is (len(a_shape) != len(b_shape))
        repeated = [np.broadcast_to(array, full) for array in (a, b)]
        assert numbers_drawn(figure) == [int(x) for array in (*repeated, np.array(sums)) for x in array.flat]


@pytest.mark.parametrize("keepdims", [False, True])
@pytest.mark.parametrize(("rows", "columns"), [(2, 3), (1, 4), (3, 1), (3, 4)])
def test_axis_sum(rows, columns, keepdims):
    x = counting(rows, columns)
    down = [sum(row[j] for row in x) for j in range(columns)]
    across = [sum(row) for row in x]
    for axis, plain, kept in ((0, down, [down]), (1, across, [[s] for s in across]), (None, sum(down), [[sum(down)]])):
        result = kept if keepdims else plain
        figure = plots.axis_sum(axis, keepdims, rows, columns)
        shape = {0: (1, columns), 1: (rows, 1), None: (1, 1)}[axis] if keepdims else {0: (columns,), 1: (rows,), None: ()}[axis]
        assert f"The result is {result}, shape {shape}." in figure.alt
        assert ("stay" in figure.alt) is keepdims and ("vanish" in figure.alt) is not keepdims
        assert numbers_drawn(figure) == [*sum(x, []), *np.ravel(result)]


@pytest.mark.parametrize(("rows", "columns", "same"), [(2, 3, "different"), (3, 2, "different"), (1, 3, "equal here")])
def test_reshape_and_transpose(rows, columns, same):
    x = counting(rows, columns)
    figure = plots.reshape_and_transpose(rows, columns)
    turned = [list(column) for column in zip(*x, strict=True)]
    assert f"it is {counting(columns, rows)}: the numbers keep" in figure.alt
    assert f"Transposed it is {turned}: rows became columns. The two are {same}." in figure.alt


@pytest.mark.parametrize(("seed", "count"), [(0, 1000), (3, 50), (20, 5000)])
def test_two_kinds_of_random(seed, count):
    rng = np.random.default_rng(seed)
    even, normal = rng.random(count), rng.standard_normal(count)
    figure = plots.two_kinds_of_random(seed, count)
    share = sum(not 0 <= x < 1 for x in normal) / count
    assert f"rng.random: mean {sum(even) / count:.2f}, " in figure.alt and "0 % outside 0 to 1. rng" in figure.alt
    assert f"rng.standard_normal: mean {sum(normal) / count:.2f}, " in figure.alt
    assert f"{100 * share:.0f} % outside 0 to 1." in figure.alt
    for axes in figure.axes:
        ticks = axes.get_yticks()
        assert len(ticks) > 1 and all(tick == int(tick) for tick in ticks)  # a count is a whole number
    heights = [sum(axes.patches[0].get_data().values) for axes in figure.axes]
    assert heights == [count, sum(-4 <= x <= 4 for x in normal)]


# The numbers that the lesson tells.


def test_the_traps():
    whole = np.array([1, 2, 3])
    whole[0] = 2.9
    assert whole.tolist() == [2, 2, 3]
    t = np.arange(0, 6, 0.1)
    assert len(t) == 60 and round(t[-1], 9) == 5.9 and len(np.arange(1, 1.3, 0.1)) == 4
    A, B = np.array([[1, 2], [3, 4]]), np.array([[3, 0], [0, 6]])
    assert (A * B).tolist() == [[3, 0], [0, 24]] and (A @ B).tolist() == [[3, 12], [9, 24]]
    sevens = np.full(5, 7)
    assert np.sum(sevens == sevens.reshape(5, 1)) / 5 == 5.0
    answers = np.arange(5)
    labels = (answers + 1) % 5
    assert np.sum(answers == labels[:, None]) / 5 == 1.0 and np.sum(answers == labels) == 0


def test_answers_to_check_yourself():
    x, W = np.ones((100, 64)), np.ones((64, 50))
    assert (x @ W + np.zeros(50)).shape == (100, 50)
    with pytest.raises(ValueError):
        x @ W + np.zeros(100)
    assert (x[:50] @ W + np.arange(50))[0].tolist() == [64 + n for n in range(50)]  # silent, and along the wrong axis
    t = np.array([3, 5])
    t[0] = t[0] / 2
    assert t.tolist() == [1, 5]
    assert len({np.random.default_rng(0).random() for _ in range(3)}) == 1


def test_three_parts_of_the_digits():
    digits = load_digits()
    parts = [(digits.x_train, digits.t_train), (digits.x_val, digits.t_val), (digits.x_test, digits.t_test)]
    assert [len(x) for x, _ in parts] == [len(t) for _, t in parts] == [1197, 300, 300]
    assert "The 6 is one of 1,797 digits, in three parts: 1,197 to train on" in TEXT


def solutions():
    return re.findall(r"<summary>Solution</summary>\s*```python\n(.*?)```", TEXT, flags=re.DOTALL)


def test_solution_a_standardizes(capsys):
    source = "table = np.array([[1.0, 200.0], [2.0, 400.0], [6.0, 600.0]])\n" + solutions()[0]
    assert "`table = np.array([[1.0, 200.0], [2.0, 400.0], [6.0, 600.0]])`" in TEXT
    _, names = value_of(source)
    np.testing.assert_allclose(names["z"].mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(names["z"].std(axis=0), 1)
    assert names["z"][:, 0].round(2).tolist() == [-0.93, -0.46, 1.39]


def test_solution_b_reads_91_percent(capsys):
    digits = load_digits()
    _, names = value_of(solutions()[1], digits=digits, x_train=digits.x_train, t_train=digits.t_train)
    assert (names["answers"] == digits.t_val).sum() == 273
    assert capsys.readouterr().out == "0.91\n" and "It prints 0.91: 273 of 300." in TEXT


def run(*starts):
    """The names after the lesson's cells that begin like this, one after the other."""
    names = {}
    for start in starts:
        (source,) = [source for source in CODE if source.startswith(start)]
        names = value_of(source, **names)[1]
    return names


def test_first_cell_prints_the_six(capsys):
    image = run("import numpy as np")["image"]
    assert image.shape == (8, 8) and load_digits().t_train[0] == 6
    assert capsys.readouterr().out == f"{image.astype(int)}\n"
    assert image[4, 2] == 16 and image[:, 2].tolist() == [1, 7, 13, 16, 16, 16, 13, 1]


def test_a_corner_is_a_view_and_the_six_is_whole_again():
    names = run("import numpy as np", "corner = image[:2, :2]\n", "corner[:] = 0")
    assert np.array_equal(names["image"], load_digits().x_train[0].reshape(8, 8) * 16)
    assert names["corner"].tolist() == [[16, 16], [16, 16]]


def test_nearest_picture_reads_297_of_300(capsys):
    digits = load_digits()
    names = {"digits": digits, "x_train": digits.x_train, "t_train": digits.t_train}
    for start in ("def nearest", "answers = np.array([nearest("):
        (source,) = [source for source in CODE if source.startswith(start)]
        names = value_of(source, **names)[1]
    assert "297 of 300 right, an accuracy of 99.0%" in capsys.readouterr().out and "297 of 300, from" in TEXT
    first = np.flatnonzero(~names["right"])[0]
    assert (digits.t_val[first], names["answers"][first]) == (9, 5) and "tell this 9 from that 5" in TEXT
    (source,) = [source for source in CODE if source.startswith("moved = ")]
    value_of(source, **names)
    assert capsys.readouterr().out == "207 of 300 right\n" and "Only 207." in TEXT
    assert digits.x_train.size == 76_608 and "76,608" in TEXT
    with np.load(DATA / "weights" / "two_layer_net_digits.npz") as file:
        W1, b1, W2, b2 = (file[name] for name in ("W1", "b1", "W2", "b2"))

    def network(x):
        return (np.maximum(x @ W1 + b1, 0) @ W2 + b2).argmax(axis=1)

    assert W1.size + b1.size + W2.size + b2.size == 3760 and "nearly as many of the 300 with 3,760 numbers" in TEXT
    assert 280 < np.sum(network(digits.x_val) == digits.t_val) < 297
    moved = np.zeros((300, 8, 8))
    moved[:, :, 1:] = digits.x_val.reshape(300, 8, 8)[:, :, :-1]
    assert np.sum(network(moved.reshape(300, 64)) == digits.t_val) < 150 and "Moved digits puzzle it even more" in TEXT


def test_batch_of_the_lesson_keeps_images_and_labels_together(capsys):
    source = next(source for source in CODE if "def pick_batch" in source)
    digits = load_digits()
    pick_batch = value_of(source, x_train=digits.x_train, t_train=digits.t_train)[1]["pick_batch"]
    x, t = np.arange(60).reshape(20, 3), np.arange(20)
    x_batch, t_batch = pick_batch(x, t, 7, np.random.default_rng(1))
    assert x_batch.shape == (7, 3) and len(set(t_batch)) == 7 and np.array_equal(x_batch[:, 0], 3 * t_batch)
