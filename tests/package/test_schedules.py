"""Learning rates that change on the way."""

import numpy as np
import pytest

from helpers.optimizers import SGD
from helpers.schedules import constant, cosine, step, warm_up


def rates(schedule, last, first=1):
    return [schedule(iteration) for iteration in range(first, last + 1)]


def test_constant():
    assert rates(constant(0.3), 4) == [0.3] * 4


def test_step():
    assert rates(step(0.8, every=2, factor=0.5), 6) == [0.8, 0.8, 0.4, 0.4, 0.2, 0.2]
    assert rates(step(1, every=3), 4) == [1, 1, 1, 0.1]


def test_cosine():
    np.testing.assert_allclose(rates(cosine(2, 4), 4), 1 + np.cos(np.pi * np.array([0, 1, 2, 3]) / 4))
    found = rates(cosine(0.1, 1000), 1000)
    assert found[0] == 0.1 and found[500] == pytest.approx(0.05)
    assert 0 < found[-1] < 1e-6  # an optimizer's rate must be positive
    assert all(a > b for a, b in zip(found[:-1], found[1:], strict=True))
    assert cosine(0.1, 1000)(1500) == found[-1]


def test_warm_up():
    np.testing.assert_allclose(rates(warm_up(constant(0.4), 4), 6), [0.1, 0.2, 0.3, 0.4, 0.4, 0.4])
    plain, warmed = cosine(0.1, 20), warm_up(cosine(0.1, 20), 5)
    assert rates(warmed, 20, first=5) == rates(plain, 20, first=5)
    assert warmed(1) == pytest.approx(0.02)


def test_rates_are_plain_numbers():
    for schedule in (constant(np.float64(0.1)), cosine(np.float32(0.1), 9), step(np.float64(0.1), 3, np.float64(0.5))):
        optimizer, x = SGD(0.1), np.ones(2, np.float32)
        optimizer.lr = warm_up(schedule, 2)(1)
        optimizer.update({"x": x}, {"x": x})
        assert type(optimizer.lr) is float and x.dtype == np.float32


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: constant(0), "rate must be a positive number, not 0"),
        (lambda: cosine(-0.1, 10), "rate"),
        (lambda: cosine(0.1, 0), "iterations must be a whole number from 1 up"),
        (lambda: step(0.1, 2.5), "every must be a whole number"),
        (lambda: step(0.1, 2, 0), "factor"),
        (lambda: warm_up(constant(1), 0), "iterations"),
        (lambda: constant(float("nan")), "rate"),
        (lambda: constant(float("inf")), "rate"),
        (lambda: constant(True), "rate must be a positive number, not True"),
        (lambda: constant("0.1"), "rate must be a positive number, not '0.1'"),
        (lambda: cosine(None, 10), "rate must be a positive number, not None"),
        (lambda: cosine(0.1, None), "iterations must be a whole number from 1 up, not None"),
        (lambda: step(0.1, 2, float("inf")), "factor"),
    ],
)
def test_settings_that_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_warm_up_needs_a_schedule():
    with pytest.raises(TypeError, match=r"schedule must be a function of the iteration, such as constant\(0.1\), not 0.1"):
        warm_up(0.1, 5)
