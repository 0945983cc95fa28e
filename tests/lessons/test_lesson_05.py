"""Lesson 05: its figures over all of their sliders' ranges, the numbers it teaches, and its sliders moved."""

import itertools
import math
import re
import warnings

import numpy as np
import pytest

from helpers import plots, widgets
from helpers.gradient import numerical_diff, numerical_gradient, relative_error
from helpers.plots.calculus import DECADES, step_errors
from helpers.plots.gradients import SURFACES


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def numbers(text):
    """All numbers in an alt text, in order."""
    return [
        float(n.replace("\u2212", "-")) for n in re.findall(r"(?<![\w.])[-\u2212]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w²₀₁])", text)
    ]


def parabola(x):
    return 0.01 * x**2 + 0.1 * x


def bowl(x):
    return np.sum(x**2)


def valley(x):
    return x[0] ** 2 / 20 + x[1] ** 2


def forward_gradient(f, x, h=1e-4):
    """The published one-sided loop, with its view: what the lesson shows as a trap."""
    gradient = np.zeros_like(x)
    for i in range(x.size):
        before = x[i]
        x[i] = before + h
        above = f(x)
        x[i] = before
        gradient[i] = (above - f(x)) / h
    return gradient


def unchecked_gradient(f, x, h=1e-4):
    """Central differences without a look at the dtype."""
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        before = x[index]
        x[index] = before + h
        above = f(x)
        x[index] = before - h
        below = f(x)
        x[index] = before
        gradient[index] = (above - below) / (2 * h)
    return gradient


# The figures


@pytest.mark.parametrize("start", [0.0, 2.0, 5.5])
def test_average_speed(start):
    steps = (4.0, 1.0, 0.01)
    figure = plots.average_speed(start, steps)
    assert figure.png()

    def ride(t):
        return 0.06 * t**2 - 0.004 * t**3

    found = [float(speed) for speed in re.findall(r"(\d+\.\d) km/h", figure.alt)]
    expected = [60 * (ride(start + h) - ride(start)) / h for h in steps] + [60 * (0.12 * start - 0.012 * start**2)]
    assert found == pytest.approx(expected, abs=0.051)
    assert abs(found[-2] - found[-1]) < 0.11 < abs(found[0] - found[-1])  # the chords turn into the tangent


@pytest.mark.parametrize(("x", "h"), [*itertools.product((0.0, 12.5, 20.0), (0.1, 1.7, 4.0))])
def test_tangent(x, h):
    figure = plots.tangent(x, h)
    assert figure.png()
    slope = 0.02 * x + 0.1
    found = numbers(figure.alt.split("At x = ")[1])
    assert found == pytest.approx([x, slope, -0.01 * x**2, h, slope + 0.01 * h, slope], abs=0.0051)
    lines = figure.axes[0].lines
    assert lines[2].get_ydata()[0] == pytest.approx(-0.01 * x**2 - 4 * slope)  # the tangent at the left edge, -4


def test_tangent_changes():
    assert len({plots.tangent(x, h).alt for x in np.arange(0, 20.1, 5.0) for h in (0.1, 4.0)}) == 5 * 2


@pytest.mark.parametrize(
    ("function", "expected"), [("exp", [1e-8, 7e-9, 1e-5, 6e-11, 1e-3, 2e-3, 1e-2, 4e-5]), ("square", None), ("cube", None)]
)
def test_error_valleys(function, expected):
    figure = plots.error_valleys(function)
    assert figure.png()
    found = numbers(figure.alt.split("1e-16. ")[1])
    assert len(found) == 8 and (expected is None or found == expected)
    assert found[1] > found[3] and found[5] > found[7]  # central beats forward, in both kinds of numbers
    assert np.all(np.array(found[4:8:2]) >= found[0:4:2])  # float32 needs the larger step


@pytest.mark.parametrize("function", ["exp", "square", "cube"])
@pytest.mark.parametrize("single", [False, True])
def test_step_error_over_the_slider(function, single):
    alts = []
    for power in np.arange(-16, 0.1, 2.0):
        figure = plots.step_error(10**power, function, single)
        alts.append(figure.alt)
        if power % 8 == 0:
            assert figure.png()
    assert len(set(alts)) == len(alts)
    assert all(("float32" in alt) == single for alt in alts)


def test_step_error_says_what_is_measured():
    found = numbers(plots.step_error(1e-2).alt.split("h = ")[1])
    forward, central = (math.exp(1.01) - math.e) / 0.01, (math.exp(1.01) - math.exp(0.99)) / 0.02
    assert found == pytest.approx([0.01, forward, 1e-2, central, 5e-5, math.e], rel=0.2)
    assert found[1] == pytest.approx(forward, abs=1e-5) and found[3] == pytest.approx(central, abs=1e-5)


def test_exact_answers_are_drawn_on_their_own_line():
    figure = plots.step_error(1.0, "square")
    assert "central difference 2.00000 with an error of 0;" in figure.alt
    labels = [label.get_text() for label in figure.axes[1].get_yticklabels()]
    assert labels[0] == "0"
    assert "0" not in [label.get_text() for label in plots.step_error(1.0, "exp").axes[1].get_yticklabels()]


@pytest.mark.parametrize("function", SURFACES)
@pytest.mark.parametrize("point", [(3.0, 4.0), (-5.0, 5.0), (0.0, 0.0)])
def test_partial_cuts(function, point):
    figure = plots.partial_cuts(*point, function)
    assert point != (3.0, 4.0) or figure.png()
    x0, x1 = point
    exact = {"bowl": (2 * x0, 2 * x1), "valley": (x0 / 10, 2 * x1), "tilted bowl": (2 * x0 + x1, x0 + 2 * x1)}[function]
    slopes = re.findall(r"(?:slope is|it is) ([\u2212\d.]+\d)", figure.alt)
    assert [float(s.replace("\u2212", "-")) for s in slopes] == pytest.approx(exact, abs=0.0051)


@pytest.mark.parametrize("function", SURFACES)
@pytest.mark.parametrize("x0", [-4.0, 0.0, 4.0])
@pytest.mark.parametrize("x1", [-4.0, 0.0, 1.3, 4.0])
def test_gradient_at(function, x0, x1):
    figure = plots.gradient_at(x0, x1, function)
    exact = {"bowl": (2 * x0, 2 * x1), "valley": (x0 / 10, 2 * x1), "tilted bowl": (2 * x0 + x1, x0 + 2 * x1)}[function]
    assert f"at ({x0:.1f}, {x1:.1f})".replace("-", "\u2212") in figure.alt
    gradient = re.search(r"gradient is \((\S+), (\S+)\)", figure.alt).groups()
    assert [float(g.replace("\u2212", "-")) for g in gradient] == pytest.approx(exact, abs=0.0051)
    steepest, length = numbers(figure.alt.split("around the point is ")[1])
    assert length == pytest.approx(np.hypot(*exact), abs=0.0051)
    assert steepest == pytest.approx(length, rel=0.002, abs=0.0051)  # measured every 5 degrees
    if x0 == x1 or function == "valley" and x1 == 1.3:
        assert figure.png()


@pytest.mark.parametrize("function", SURFACES)
@pytest.mark.parametrize(
    "point", [(4.0, 4.0), (0.0, 4.0), (-4.0, 0.0), (4.0, 1.0), (-2.0, 2.0), (0.5, 0.0), (0.1, 0.0), (-4.0, -4.0)]
)
def test_arrows_of_gradient_at_can_be_seen(function, point):
    """Both arrows and all words lie inside their panel, the arrows are longer than the point, and no word covers another."""
    figure = plots.gradient_at(*point, function)
    figure.png()
    left, right = figure.axes
    exact = numerical_gradient(SURFACES[function], np.array(point))
    heads = [np.array(patch.get_xy())[1] for patch in left.patches]  # the tips: uphill, downhill
    drawn = max(np.hypot(*exact) / 4, 1.2) * exact / np.hypot(*exact)
    assert heads[0] == pytest.approx(point + drawn) and heads[1] == pytest.approx(point - drawn)
    assert np.abs(heads).max() < left.get_xlim()[1]
    for axes, words in ((left, 2), (right, 3)):
        boxes, panel = [text.get_window_extent() for text in axes.texts], axes.get_window_extent()
        assert len(boxes) == words
        assert all(panel.x0 <= box.x0 and box.x1 <= panel.x1 and panel.y0 <= box.y0 and box.y1 <= panel.y1 for box in boxes)
        assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))
    middle = left.transData.transform([(tip + point) / 2 for tip in heads])
    assert not any(text.get_window_extent().contains(*spot) for text in left.texts for spot in middle)


@pytest.mark.parametrize("function", SURFACES)
@pytest.mark.parametrize("draw", [plots.gradient_at, plots.gradient_arrows])
def test_contour_lines_have_the_same_height_throughout(function, draw):
    points = np.array([[1.0, 2.0], [-1.0, 0.5]])
    figure = draw(2.0, 1.0, function) if draw is plots.gradient_at else draw(points, points, function)
    axes = figure.axes[0 if draw is plots.gradient_at else -1]
    axes = axes if axes.name == "rectilinear" else figure.axes[0]
    levels = [SURFACES[function](path.vertices.T) for path in axes.collections[0].get_paths()]
    assert len(levels) >= 8 and all(np.ptp(ring) < 1e-9 * ring.max() for ring in levels)
    assert len({round(ring[0], 6) for ring in levels}) == len(levels)
    assert levels[0].mean() > levels[-1].mean()  # the outer bands lie below the inner ones
    heights = [ring.mean() for ring in levels]
    assert np.diff(heights) == pytest.approx(np.full(len(heights) - 1, -heights[-1]))  # evenly spaced in height


GRID = np.array([(a, b) for a in np.linspace(-2, 2, 17) for b in np.linspace(-2, 2, 17)])


@pytest.mark.parametrize("function", SURFACES)
def test_gradient_arrows(function):
    f = SURFACES[function]
    arrows = np.array([numerical_gradient(f, point.copy()) for point in GRID])
    figure = plots.gradient_arrows(GRID, arrows, function)
    assert figure.png()
    assert "at 289 points: 288 of them point uphill, 1 of them have length 0" in figure.alt
    downhill = plots.gradient_arrows(GRID, -arrows, function)
    assert "289 points: 0 of them point uphill" in downhill.alt


def test_gradient_arrows_refuses_other_shapes():
    with pytest.raises(ValueError, match=r"\(N, 2\), but they have \(289, 2\) and \(2, 289\)"):
        plots.gradient_arrows(GRID, GRID.T)


# The numbers of the lesson


def test_forward_and_central_at_5_and_10():
    for x, slope in ((5, 0.2), (10, 0.3)):
        forward = (parabola(x + 1e-4) - parabola(x)) / 1e-4
        assert forward == pytest.approx(slope + 1e-6, abs=1e-10)
        assert numerical_diff(parabola, x, h=1e-4) == pytest.approx(slope, abs=3e-12)
        assert parabola(x) - slope * x == pytest.approx(-0.01 * x * x)
    assert [parabola(x) - s * x for x, s in ((5, 0.2), (10, 0.3))] == pytest.approx([-0.25, -1.0])


def test_step_errors_of_exp():
    forward, central = np.array([step_errors("exp", h) for h in DECADES]).T
    assert DECADES[forward.argmin()] == 1e-8 and forward.min() == pytest.approx(7e-9, rel=0.1)
    assert DECADES[central.argmin()] == 1e-5 and central.min() == pytest.approx(6e-11, rel=0.1)
    assert forward[1:5] / forward[2:6] == pytest.approx(10, rel=0.05)
    assert central[1:4] / central[2:5] == pytest.approx(100, rel=0.05)
    assert forward[4] == pytest.approx(1.36e-4, rel=0.01)
    assert forward[12] == pytest.approx(4e-4, rel=0.1)
    assert forward[16] == np.e  # the answer was 0


def test_step_errors_agree_with_numpys_exp_where_rounding_is_no_matter():
    for h in (1e-1, 1e-2, 1e-3):
        plain = abs((np.exp(1 + h) - np.exp(1)) / h - np.e), abs((np.exp(1 + h) - np.exp(1 - h)) / (2 * h) - np.e)
        assert step_errors("exp", h) == pytest.approx(plain, rel=1e-4)


def test_float32():
    forward, central = np.array([step_errors("exp", h, single=True) for h in DECADES]).T
    assert DECADES[central.argmin()] == 1e-2
    assert (forward[8:] == np.e).all() and (central[8:] == np.e).all()
    for x in (np.float32(5), np.float32(10)):
        with pytest.raises(ValueError, match="moves nothing"):  # the lesson's own answers 0
            numerical_diff(parabola, x, h=1e-7)
        assert numerical_diff(parabola, x) == pytest.approx(0.02 * x + 0.1, abs=1e-4)  # the default step fits the dtype


def test_central_difference_is_exact_on_a_parabola_and_not_on_a_cubic():
    assert step_errors("square", 0.5)[1] == 0
    assert step_errors("square", 0.5)[0] == 0.5
    assert step_errors("cube", 0.5)[1] == 0.25  # h squared


@pytest.mark.parametrize(("point", "expected"), [((3, 4), (6, 8)), ((0, 2), (0, 4)), ((3, 0), (6, 0))])
def test_gradient_of_the_bowl(point, expected):
    x = np.array(point, dtype=float)
    assert numerical_gradient(bowl, x) == pytest.approx(expected, abs=1e-8)
    assert forward_gradient(bowl, x) == pytest.approx(np.array(expected) + 1e-4, abs=1e-7)


def test_view_trap():
    x = np.array([[3.0], [4.0]])
    assert (forward_gradient(bowl, x) == 0).all()
    assert x == pytest.approx(np.array([[3.0001], [4.0001]]), abs=1e-12)
    with pytest.raises(IndexError):
        forward_gradient(bowl, np.ones((2, 3)))
    x = np.array([[3.0], [4.0]])
    assert numerical_gradient(bowl, x) == pytest.approx(np.array([[6.0], [8.0]]), abs=1e-8)
    assert np.array_equal(x, [[3.0], [4.0]])


def test_integer_trap():
    assert unchecked_gradient(bowl, np.array([3, 4])).tolist() == [25000, 35000]
    assert forward_gradient(bowl, np.array([3, 4])).tolist() == [0, 0]
    with pytest.raises(TypeError, match="array of floats, but its dtype is int64"):
        numerical_gradient(bowl, np.array([3, 4], dtype=np.int64))


LOPSIDED = np.array([(a, b) for a in np.arange(-2, 2.5, 0.25) for b in np.arange(-2, 2.5, 0.25)])  # as it is often copied


@pytest.mark.parametrize(("grid", "points", "lost", "error"), [(GRID, 289, 287, 4.0), (LOPSIDED, 324, 322, 4.5)])
def test_rows_taken_for_points(grid, points, lost, error):
    def by_rows(f):
        return np.array([numerical_gradient(f, row.copy()) for row in grid.T]).T

    assert len(grid) == points
    assert np.abs(by_rows(bowl) - 2 * grid).max() < 1e-7  # the bowl hides it
    assert np.sum(np.abs(by_rows(bowl)).max(axis=1) < 1e-9) == 1  # only the point at the bottom has no arrow
    wrong = by_rows(valley)
    assert np.sum(np.abs(wrong).max(axis=1) < 1e-9) == lost
    assert np.abs(wrong - grid * [0.1, 2]).max() == pytest.approx(error, abs=1e-6)


def test_slopes_in_directions_of_the_tilted_bowl():
    def along(degrees):
        d = np.array([math.cos(math.radians(degrees)), math.sin(math.radians(degrees))])
        return numerical_diff(lambda s: SURFACES["tilted bowl"](np.array([0.5, 3.0]) + s * d), 0.0)

    slopes = {degrees: along(degrees) for degrees in range(0, 360, 45)}
    assert max(slopes, key=slopes.get) == 45 and slopes[45] == pytest.approx(10.5 / math.sqrt(2))
    assert along(math.degrees(math.atan2(6.5, 4))) == pytest.approx(math.hypot(4, 6.5))


def test_neuron():
    X = np.array([[1.0, 0.5, -1.0, 1.0], [0.2, -0.7, 0.4, 1.0], [-1.5, 0.3, 0.8, 1.0]])
    t, w = np.array([1.0, 0.0, 1.0]), np.array([0.4, -0.3, 0.6, 0.1])

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def loss(w):
        return np.sum((sigmoid(X @ w) - t) ** 2)

    y = sigmoid(X @ w)
    measured = numerical_gradient(loss, w)
    assert relative_error(X.T @ (2 * (y - t) * y * (1 - y)), measured) < 1e-8
    assert relative_error(X.T @ ((y - t) * y * (1 - y)), measured) == pytest.approx(1 / 3)
    assert 1e-3 < relative_error(X.T @ (2 * (y - t) * sigmoid(y) * (1 - sigmoid(y))), measured) < 0.1
    assert loss(w - 0.5 * measured) < loss(w)
    assert (numerical_gradient(lambda w: np.sum(((X @ w > 0) - t) ** 2), w) == 0).all()


# The sliders


def moves(explorer, **values):
    """Move one control after another; every one must give a new picture and no error."""
    for name, value in values.items():
        before = explorer.picture.value
        explorer.controls[name].value = value
        assert explorer.error is None, explorer.error
        assert explorer.picture.value != before, name


def test_explorers():
    x, h = widgets.slider("x", 0.0, 20.0, 5.0, step=0.5), widgets.slider("step h", 0.1, 4.0, 2.0, step=0.1)
    moves(widgets.explore(plots.tangent, x=x, h=h), x=20.0, h=0.1)

    functions = [("eˣ", "exp"), ("x²", "square"), ("x³", "cube")]
    h, single = widgets.log_slider("step h", -16, 0, 1e-1, step=0.25), widgets.switch("float32")
    explorer = widgets.explore(plots.step_error, h=h, function=widgets.choice("function", functions), single=single)
    moves(explorer, h=1e-12, function="square", single=True)
    moves(explorer, h=1e-16, function="cube")

    x0, x1 = widgets.slider("x₀", -4.0, 4.0, 3.0, step=0.1), widgets.slider("x₁", -4.0, 4.0, 2.0, step=0.1)
    function = widgets.choice("function", list(SURFACES))
    explorer = widgets.explore(plots.gradient_at, x0=x0, x1=x1, function=function)
    moves(explorer, x0=-4.0, x1=4.0, function="valley")
    explorer.set(x0=0.0, x1=0.0)
    assert explorer.error is None and "(0.00, 0.00)" in explorer.figure(**explorer.values()).alt
