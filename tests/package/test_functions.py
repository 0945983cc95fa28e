"""The plain functions: values worked by hand or taken from FACTS.md, and what holds for every input."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from helpers.functions import (
    cross_entropy_error,
    half_squared_error,
    identity,
    mean_squared_error,
    one_hot,
    relu,
    sigmoid,
    softmax,
    step,
    sum_squared_error,
    tanh,
)

# Ten probabilities of which the third is the largest, and the same with the third and the eighth exchanged.
RIGHT = np.array([0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0])
WRONG = RIGHT[[0, 1, 7, 3, 4, 5, 6, 2, 8, 9]]
TWO = one_hot(np.array([2]), 10)[0]

any_float = st.floats(allow_nan=False, allow_infinity=False)
scores = arrays(np.float64, st.tuples(st.integers(1, 6), st.integers(1, 7)), elements=st.floats(-50, 50))


def test_step_is_zero_at_zero():
    y = step(np.array([-2.0, 0.0, -0.0, 1e-300, 3.0]))
    assert y.tolist() == [0, 0, 0, 1, 1]
    assert y.dtype == np.int64


def test_identity_gives_back_what_came():
    x = np.array([1.5, -2.0])
    assert identity(x) is x


def test_sigmoid_values():
    # 0.880797 is often printed as 0.880: cut off instead of rounded.
    np.testing.assert_allclose(sigmoid(np.array([0.0, 1.0, 2.0])), [0.5, 0.731059, 0.880797], atol=5e-7)
    assert sigmoid(-1000.0) == 0
    assert sigmoid(1000.0) == 1
    assert sigmoid(-700.0) == pytest.approx(math.exp(-700), rel=1e-12)  # small, but not 0


@given(arrays(np.float64, array_shapes(max_dims=3, max_side=5), elements=any_float))
def test_sigmoid_never_warns_and_is_symmetric(x):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        y, mirrored = sigmoid(x), sigmoid(-x)
    assert y.shape == x.shape
    assert ((y >= 0) & (y <= 1)).all()
    np.testing.assert_allclose(mirrored, 1 - y, rtol=0, atol=1e-15)


def test_relu_and_tanh_values():
    x = np.array([-3.0, 0.0, 0.5])
    assert relu(x).tolist() == [0, 0, 0.5]
    np.testing.assert_allclose(tanh(x), [-0.9950547537, 0, 0.4621171573], atol=1e-10)
    np.testing.assert_allclose(tanh(x), 2 * sigmoid(2 * x) - 1, atol=1e-15)


def test_softmax_values():
    np.testing.assert_allclose(softmax(np.array([0.3, 2.9, 4.0])), [0.01821127, 0.24519181, 0.73659691], atol=5e-9)
    np.testing.assert_allclose(
        softmax(np.array([1010.0, 1000.0, 990.0])), [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=5e-9
    )
    np.testing.assert_allclose(softmax(np.array([[0.0, math.log(3)], [5.0, 5.0]])), [[0.25, 0.75], [0.5, 0.5]])


@given(scores, st.floats(-1000, 1000))
def test_softmax_rows_sum_to_one_and_a_shift_changes_nothing(x, shift):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        y = softmax(x)
        np.testing.assert_allclose(softmax(x + shift), y, rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(y.sum(axis=1), 1)
    assert (y >= 0).all()


@given(scores)
def test_softmax_works_row_by_row(x):
    np.testing.assert_allclose(softmax(x), [softmax(row) for row in x], rtol=1e-14)


@given(st.integers(1, 9).flatmap(lambda k: st.tuples(st.just(k), st.lists(st.integers(0, k - 1), max_size=8))))
def test_one_hot_and_back(case):
    classes, labels = case
    labels = np.array(labels, dtype=np.int64)
    rows = one_hot(labels, classes)
    assert rows.shape == (len(labels), classes)
    assert (rows.sum(axis=1) == 1).all()
    assert rows.argmax(axis=1).tolist() == labels.tolist() if len(labels) else rows.size == 0


def test_one_hot_refuses_what_is_no_class_number():
    assert one_hot(2, 4).tolist() == [0, 0, 1, 0]
    with pytest.raises(ValueError, match=r"0\.\.9, but they run from 0 to 10"):
        one_hot(np.array([0, 10]), 10)
    with pytest.raises(ValueError, match="run from -1"):
        one_hot(np.array([-1]), 10)  # a negative index would quietly count from the end
    with pytest.raises(TypeError, match="float64"):
        one_hot(np.array([1.0]), 10)
    with pytest.raises(ValueError, match="one-hot already"):
        one_hot(np.array([[0, 1], [1, 0]]), 2)


def test_squared_errors_on_the_ten_probabilities():
    assert half_squared_error(RIGHT, TWO) == pytest.approx(0.0975)
    assert half_squared_error(WRONG, TWO) == pytest.approx(0.5975)
    assert sum_squared_error(RIGHT, TWO) == pytest.approx(0.195)
    assert mean_squared_error(RIGHT, TWO) == pytest.approx(0.0195)


def test_squared_errors_by_hand():
    y, t = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 3.0]]), np.array([[1.0, 0.0], [1.0, 1.0], [3.0, 2.0]])
    assert sum_squared_error(y, t) == 10  # 0 + 4 + 1 + 4 + 0 + 1
    assert half_squared_error(y, t) == 5
    assert mean_squared_error(y, t) == pytest.approx(10 / 6)


@pytest.mark.parametrize("error", [sum_squared_error, half_squared_error, mean_squared_error])
def test_squared_errors_refuse_shapes_that_numpy_would_stretch(error):
    with pytest.raises(ValueError, match=r"\(3, 1\) and targets \(3,\)"):
        error(np.zeros((3, 1)), np.zeros(3))


def test_cross_entropy_on_the_ten_probabilities():
    assert cross_entropy_error(RIGHT, TWO) == pytest.approx(0.510825, abs=1.5e-6)
    assert cross_entropy_error(WRONG, TWO) == pytest.approx(2.302584, abs=1.5e-6)
    assert cross_entropy_error(RIGHT, 2) == pytest.approx(-math.log(0.6))


def test_cross_entropy_is_the_mean_over_the_rows():
    y = np.array([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]])
    by_hand = -(math.log(0.25) + math.log(0.8)) / 2
    assert cross_entropy_error(y, np.array([1, 2])) == pytest.approx(by_hand)
    assert cross_entropy_error(y, np.array([[0, 1, 0], [0, 0, 1]])) == pytest.approx(by_hand)
    assert isinstance(cross_entropy_error(y, np.array([1, 2])), float)


def test_cross_entropy_with_as_many_samples_as_classes():
    y = np.array([[0.7, 0.2, 0.1], [0.3, 0.3, 0.4], [0.2, 0.5, 0.3]])
    by_hand = -(math.log(0.2) + math.log(0.4) + math.log(0.2)) / 3
    assert cross_entropy_error(y, np.array([1, 2, 0])) == pytest.approx(by_hand)


def test_cross_entropy_of_probability_zero_is_large_but_finite():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert 20 < cross_entropy_error(np.array([[0.0, 1.0]]), np.array([0])) < 1000
        assert cross_entropy_error(np.array([[0.0, 1.0]]), np.array([1])) == 0


@pytest.mark.parametrize(
    ("t", "kind", "message"),
    [
        ([0, 1, 1], ValueError, "there are 2 samples"),
        ([0, -1], ValueError, r"0\.\.2, but they run from -1"),
        ([0, 3], ValueError, "to 3"),
        ([0.0, 1.0], TypeError, "float64"),
        ([[0], [1]], ValueError, "ravel"),
        ([[1, 0], [0, 1]], ValueError, r"\(2, 3\)"),
        ([[0.3, 0.7, 0], [0, 1, 0]], ValueError, "single 1"),
        ([[1, 1, 0], [0, 1, 0]], ValueError, "single 1"),
    ],
)
def test_cross_entropy_refuses_labels_that_do_not_fit(t, kind, message):
    with pytest.raises(kind, match=message):
        cross_entropy_error(np.full((2, 3), 1 / 3), np.array(t))


def test_cross_entropy_refuses_images():
    with pytest.raises(ValueError, match=r"\(N, K\)"):
        cross_entropy_error(np.full((2, 3, 4), 0.25), np.array([0, 1]))


@pytest.mark.parametrize("function", [sigmoid, relu, tanh, softmax])
def test_dtype_shape_and_input_stay(function):
    for dtype in (np.float16, np.float32, np.float64):
        x = np.array([[-1.5, 0.25, 2], [0, 1, -1]], dtype=dtype)
        x.flags.writeable = False
        assert function(x).dtype == dtype
        assert function(x).shape == x.shape
    assert function(np.array([1, -2, 3])).dtype == np.float64


def test_float16_is_worked_in_a_range_that_is_wide_enough():
    """1e-12 is 0 in float16, so the logarithm was minus infinity; and 300² is more than float16 can hold."""
    with np.errstate(all="raise"):
        assert cross_entropy_error(np.array([[0, 1]], np.float16), np.array([0])) == pytest.approx(-math.log(1e-12))
        y, t = np.full((7, 3), 300, np.float16), np.zeros((7, 3), np.float16)
        assert sum_squared_error(y, t) == 21 * 300**2
        assert half_squared_error(y, t) == 21 * 300**2 / 2
        assert mean_squared_error(y, t) == 300**2
