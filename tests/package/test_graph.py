"""Value: every slope against central differences, on expressions that hypothesis makes up; and its errors."""

import gc
import math
import operator
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from helpers import graph
from helpers.graph import Value, backward_steps, draw, topological_order
from helpers.plots.graph_layout import THIN, layout

# Expressions as trees: ("x", k) is one of three leaves, which are used again and again (fan-out).
LEAVES = st.tuples(st.just("x"), st.integers(0, 2))
NUMBERS = st.tuples(st.just("number"), st.sampled_from([-2.0, -0.5, 0.3, 1.7]))
UNARY = ["tanh", "sigmoid", "exp", "relu", "log", "minus", "square", "cube", "inverse"]
BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def branches(children):
    one = st.tuples(st.sampled_from(UNARY), children)
    two = st.tuples(st.sampled_from(list(BINARY)), children, children)
    return st.one_of(one, two)


EXPRESSIONS = st.recursive(LEAVES | NUMBERS, branches, max_leaves=14)
POINTS = st.lists(st.floats(-2, 2).map(lambda x: round(x, 3)), min_size=3, max_size=3)


def evaluate(tree, x, shared=None):
    """The expression at x. shared: {tree: result}; equal parts are then computed once and used several times."""
    if shared is not None and tree in shared:
        return shared[tree]
    kind, *parts = tree
    if kind == "x":
        result = x[parts[0]]
    elif kind == "number":
        result = parts[0]
    else:
        values = [evaluate(part, x, shared) for part in parts]
        result = BINARY[kind](*values) if kind in BINARY else apply(kind, values[0])
    if shared is not None:
        shared[tree] = result
    return result


def apply(kind, v):
    if kind in ("minus", "square", "cube", "inverse"):
        return {"minus": lambda: -v, "square": lambda: v**2, "cube": lambda: v**3, "inverse": lambda: v**-1}[kind]()
    if isinstance(v, Value):
        return getattr(v, kind)()
    plain = {"tanh": math.tanh, "exp": math.exp, "log": math.log, "relu": lambda a: max(a, 0.0)}
    return 1 / (1 + math.exp(-v)) if kind == "sigmoid" else plain[kind](v)


def measured(tree, point):
    """Slopes by central differences with two steps, and whether the two agree: near kinks and poles they do not."""

    def slopes(h):
        moved = [np.array(point) + sign * h * row for row in np.eye(3) for sign in (1, -1)]
        values = [float(evaluate(tree, p.tolist())) for p in moved]
        return np.array([(above - below) / (2 * h) for above, below in zip(values[::2], values[1::2], strict=True)])

    fine, coarse = slopes(1e-5), slopes(2e-5)
    size = np.linalg.norm(fine) + np.linalg.norm(coarse)
    better = (4 * fine - coarse) / 3  # the error that grows with h squared cancels
    return better, np.linalg.norm(fine - coarse) <= 1e-6 * size


@given(tree=EXPRESSIONS, point=POINTS, reuse=st.booleans())
@example(tree=("*", ("x", 0), ("x", 0)), point=[3.0, 1.0, 1.0], reuse=True)
@example(tree=("*", ("square", ("x", 0)), ("+", ("square", ("x", 0)), ("x", 1))), point=[1.5, -0.5, 1.0], reuse=True)
def test_slopes_equal_central_differences(tree, point, reuse):
    leaves = [Value(x) for x in point]
    try:
        plain = float(evaluate(tree, point))
        result = evaluate(tree, leaves, {} if reuse else None)
        expected, smooth = measured(tree, point)
    except (ValueError, ZeroDivisionError, OverflowError):
        assume(False)
    assume(isinstance(result, Value) and smooth)
    nodes = topological_order(result)
    assume(not any(node.op == "relu" and abs(node.inputs[0].data) < 1e-3 for node in nodes))  # the kink
    largest = max(abs(node.data) for node in nodes)
    assume(largest < 1e3)
    assert math.isclose(result.data, plain, rel_tol=1e-12, abs_tol=1e-12)
    result.backward()
    found = np.array([leaf.grad for leaf in leaves])
    rounding = 1e-15 * max(1.0, largest) / 1e-5  # a difference of numbers of this size cannot be known better
    assert np.linalg.norm(found - expected) <= 1e-6 * (np.linalg.norm(found) + np.linalg.norm(expected)) + 10 * rounding


@given(a=st.floats(-50, 50), b=st.floats(-50, 50), op=st.sampled_from(list(BINARY)))
def test_plain_numbers_take_part_on_either_side(a, b, op):
    f = BINARY[op]
    assume(op != "/" or (abs(b) > 1e-3))
    for left, right in ((Value(a), b), (a, Value(b)), (np.float64(a), Value(b)), (Value(a), np.float32(b))):
        if isinstance(right, np.float32):
            assume(op != "/" or float(right) != 0)
            assert f(left, right).data == f(a, float(right))
        else:
            assert f(left, right).data == f(a, b)


def test_slopes_with_plain_numbers_on_the_left():
    functions = ((lambda x: 5 + x, 1), (lambda x: 5 - x, -1), (lambda x: 5 * x, 5), (lambda x: 8 / x, -2), (lambda x: -x, -1))
    for f, slope in functions:
        x = Value(2.0)
        f(x).backward()
        assert x.grad == slope
    assert (2 + Value(1)).inputs[0].data == 2  # the order on the page stays the order in the graph


def test_sum_of_a_list_works():
    values = [Value(n) for n in (1, 2, 3)]
    sum(values).backward()
    assert [v.grad for v in values] == [1, 1, 1]


def test_apple_and_oranges():
    leaves = price, number, tax = Value(100, "price"), Value(2, "number"), Value(1.1, "tax")
    total = price * number * tax
    assert total.data == 220.00000000000003
    total.backward()
    assert [v.grad for v in leaves] == pytest.approx([2.2, 110, 200])


@pytest.mark.parametrize("length", [10_000, 100_000])
def test_a_long_chain_needs_no_recursion(length):
    x = value = Value(1.0)
    for _ in range(length):
        value = value + 0.001
    value.backward()
    assert x.grad == 1 and len(topological_order(value)) == 2 * length + 1
    del value
    gc.collect()  # and none when it is thrown away


def test_an_order_with_every_node_behind_its_inputs():
    x = Value(0.5)
    u = x * 2
    values = [u]
    for _ in range(30):  # every node is used twice: 2**30 paths
        values.append(values[-1] * 0.5 + values[-1] * 0.5)
    order = topological_order(values[-1])
    place = {node: i for i, node in enumerate(order)}
    assert all(place[before] < place[node] for node in order for before in node.inputs)
    assert len(place) == len(order)
    values[-1].backward()
    assert x.grad == pytest.approx(2)


def test_a_second_backward_doubles_leaves_and_only_leaves():
    x = Value(5.0)
    u = 2 * x
    z = 3 * u * u
    z.backward()
    first = x.grad
    assert first == 3 * 2 * 10 * 2
    z.backward()
    assert x.grad == 2 * first and u.grad == 60 and z.grad == 1
    z.zero_grad()
    assert (x.grad, u.grad, z.grad) == (0, 0, 0)
    z.backward()
    assert x.grad == first


def test_two_results_share_their_leaves():
    x = Value(3.0)
    u = x * x
    (2 * u).backward()
    (u + x).backward()
    assert x.grad == 12 + 7
    alone = Value(1.0)
    alone.backward()
    assert alone.grad == 1


def test_slopes_at_special_points():
    for n, x, slope in ((0, 0.0, 0.0), (1, 0.0, 1.0), (2, 0.0, 0.0), (3, -2.0, 12.0), (-1, -2.0, -0.25), (0.5, 4.0, 0.25)):
        v = Value(x)
        (v**n).backward()
        assert v.grad == slope
    v = Value(0.0)
    v.relu().backward()
    assert v.grad == 0
    for big in (-1e4, 1e4):
        v = Value(big)
        (v.sigmoid() + v.tanh()).backward()
        assert v.grad == 0


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: Value("3"), TypeError, "single number, not str: '3'"),
        (lambda: Value(None), TypeError, "not NoneType"),
        (lambda: Value(1j), TypeError, "not complex"),
        (lambda: Value(np.ones(3)), TypeError, r"not ndarray of shape \(3,\).*lesson 08"),
        (lambda: Value(Value(1)), TypeError, "Value already"),
        (lambda: Value(math.nan), ValueError, "finite number, but nan"),
        (lambda: Value(1e200) * 1e200, ValueError, "finite number, but inf"),
        (lambda: Value(1) + "2", TypeError, "not str"),
        (lambda: Value(1) * np.ones(2), TypeError, "lesson 08"),
        (lambda: np.ones(2) * Value(1), TypeError, "lesson 08"),
        (lambda: [1] + Value(1), TypeError, "not list"),
        (lambda: Value(2) ** Value(3), TypeError, "exponent must be a plain number"),
        (lambda: 2 ** Value(3), TypeError, "exponent must be a plain number"),
        (lambda: Value(2) ** "3", TypeError, "not str"),
        (lambda: Value(0) ** -1, ValueError, r"Value\(0.0.* \*\* -1"),
        (lambda: Value(0) ** 0.5, ValueError, "no finite slope"),
        (lambda: Value(-8) ** (1 / 3), ValueError, "larger than 0"),
        (lambda: Value(1e200) ** 2, OverflowError, "larger than any float"),
        (lambda: Value(1, "b") / Value(0, "a"), ZeroDivisionError, "'b'.* / .*'a'.*divisor is 0"),
        (lambda: 1 / Value(0), ZeroDivisionError, "divisor is 0"),
        (lambda: Value(0).log(), ValueError, r"larger than 0, but it got Value\(0.0"),
        (lambda: Value(-2, "p").log(), ValueError, "'p'"),
        (lambda: Value(1000).exp(), OverflowError, r"exp of Value\(1000.0"),
    ],
)
def test_errors_say_what_came(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_numbers_of_all_kinds_become_floats():
    for number in (3, True, 2.5, np.float32(1.5), np.int64(4)):
        assert type(Value(number).data) is float and Value(number).data == number


def test_repr():
    assert repr(Value(1.5, "w")) == "Value(1.5, 'w', grad=0.0)" and repr(Value(2)) == "Value(2.0, grad=0.0)"


# The drawing's data


@given(tree=EXPRESSIONS)
def test_layout_keeps_boxes_apart_and_lines_going_right(tree):
    leaves = [Value(1.0 + k) for k in range(3)]
    try:
        value = evaluate(tree, leaves, {})
    except (ValueError, ZeroDivisionError, OverflowError):
        assume(False)
    assume(isinstance(value, Value))
    places, lines = layout(value)
    assert set(places) == set(topological_order(value))
    stops = {id(node): (*place, 1.0) for node, place in places.items()}
    for (node, n), way in lines.items():
        assert way[0] == places[node.inputs[n]] and way[-1] == places[node]
        assert [column for column, _ in way] == list(range(way[0][0], way[-1][0] + 1))
        for k, stop in enumerate(way[1:-1]):
            stops[id(node), n, k] = (*stop, THIN)
    for column in {c for c, _, _ in stops.values()}:
        rows = sorted((row, size) for c, row, size in stops.values() if c == column)
        assert all(b - a > (size + other) / 2 - 1e-9 for (a, size), (b, other) in zip(rows, rows[1:], strict=False))


def test_backward_steps_end_where_backward_ends_and_touch_nothing():
    x, y = Value(0.7), Value(-0.4)
    z = ((x * y + x).tanh() * x - y) ** 2
    turns, slopes = backward_steps(z)
    assert all(node.grad == 0 for node in topological_order(z))
    assert len(slopes) == len(turns) + 1 and slopes[0] == {z: 1.0} and turns[0] is z
    z.backward()
    assert slopes[-1][x] == pytest.approx(x.grad) and slopes[-1][y] == pytest.approx(y.grad)


def test_draw_before_and_after_a_backward_pass():
    x, y = Value(3, "x"), Value(4, "y")
    z = x * y
    assert draw(z).alt == "A graph of 3 numbers: x = 3; y = 4; 12 from × of x = 3 and y = 4. No slopes yet."
    z.backward()
    assert draw(z).alt.endswith("Slopes of the result: by x 4; by y 3; by 12 1.")
    assert draw(z, steps=0).alt.endswith("Slopes of the result: by 12 1. Start: the slope of 12 by itself is 1.")
    with pytest.raises(ValueError, match="from 0 to 1, not 2"):
        draw(z, steps=2)
    with pytest.raises(ValueError, match="41 nodes"):
        draw(sum((Value(1) for _ in range(20)), start=Value(0)))
    assert draw(Value(2, "alone")).svg().startswith("<svg")


def test_importing_it_draws_nothing_in():
    code = "import sys, helpers.graph; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"matplotlib", "ipywidgets", "PIL", "helpers.plots"} & set(loaded)
    assert graph.__doc__ and "lesson 07" in graph.__doc__
