"""Optimizers change parameters in place, and only those."""

import numpy as np
import pytest

from helpers.optimizers import SGD, Optimizer


def test_sgd_by_hand():
    W = np.array([[1.0, 2.0, 3.0]])
    grad = np.array([[10.0, -10.0, 0.0]])
    grad.flags.writeable = False
    SGD(0.1).update({"W": W}, {"W": grad})
    np.testing.assert_allclose(W, [[0, 3, 3]])


def test_sgd_finds_the_minimum_of_a_bowl_and_a_larger_rate_bounces():
    for lr, steps, expected in [(0.1, 100, (0, 0)), (1, 99, (3, -4)), (1, 100, (-3, 4))]:
        x = np.array([-3.0, 4.0])
        optimizer = SGD(lr)
        for _ in range(steps):
            optimizer.update({"x": x}, {"x": 2 * x})
        np.testing.assert_allclose(x, expected, atol=1e-8)


def test_the_rate_may_change_between_steps():
    x, optimizer = np.array([1.0]), SGD(0.5)
    optimizer.update({"x": x}, {"x": np.array([1.0])})
    optimizer.lr = 0.25
    optimizer.update({"x": x}, {"x": np.array([1.0])})
    assert x.tolist() == [0.25]


def test_update_is_in_place_and_float32_stays():
    W = np.ones((2, 3), np.float32)
    params = {"W": W}
    for lr in (0.1, np.float64(0.1)):
        SGD(lr).update(params, {"W": np.ones((2, 3), np.float32), "of no one": np.ones(1)})
    assert params["W"] is W
    assert W.dtype == np.float32
    np.testing.assert_allclose(W, 0.8, rtol=1e-6)


@pytest.mark.parametrize("lr", [0, -0.1, float("nan")])
def test_rates_that_are_refused(lr):
    with pytest.raises(ValueError, match=f"positive number, not {lr}"):
        SGD(lr)


def test_gradients_that_do_not_fit():
    with pytest.raises(KeyError, match="no gradient for W; gradients came for b, c"):
        SGD().update({"W": np.ones(2)}, {"b": np.ones(2), "c": np.ones(2)})
    with pytest.raises(KeyError, match="came for nothing"):
        SGD().update({"W": np.ones(2)}, {})
    with pytest.raises(ValueError, match=r"W has shape \(2, 3\), but its gradient has shape \(3,\)"):
        SGD().update({"W": np.ones((2, 3))}, {"W": np.ones(3)})


def test_a_bare_optimizer_does_nothing():
    with pytest.raises(NotImplementedError):
        Optimizer(0.1).update({"W": np.ones(2)}, {"W": np.ones(2)})
