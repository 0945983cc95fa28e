"""Derivatives by small moves, and the check built on them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from helpers.gradient import (
    gradient_check,
    layer_gradient_check,
    loss_gradient_check,
    numerical_diff,
    numerical_gradient,
    relative_error,
)
from helpers.layers import Affine, Relu, SoftmaxWithLoss, SquaredErrorWithLoss, Tanh
from helpers.networks import TwoLayerNet


def parabola(x):
    return 0.01 * x**2 + 0.1 * x


def test_numerical_diff_is_central():
    # A one-sided difference is off by 1e-6 here.
    assert numerical_diff(parabola, 5.0) == pytest.approx(0.2, abs=1e-10)
    assert numerical_diff(parabola, 10.0) == pytest.approx(0.3, abs=1e-10)
    assert numerical_diff(lambda x: x**2, 0.0) == pytest.approx(0, abs=1e-12)
    assert numerical_diff(np.exp, 1.0, h=1e-4) == pytest.approx(np.e, abs=1e-8)


def test_numerical_diff_of_numbers_and_arrays():
    assert numerical_diff(parabola, 5) == pytest.approx(0.2, abs=1e-10)
    np.testing.assert_allclose(numerical_diff(parabola, np.array([5.0, 10.0])), [0.2, 0.3], atol=1e-10)
    with pytest.raises(TypeError, match="int"):
        numerical_diff(parabola, np.array([5, 10]))


def test_float32_takes_a_larger_step():
    np.testing.assert_allclose(numerical_diff(np.exp, np.float32([1.0])), [np.e], rtol=1e-3)
    gradient = numerical_gradient(lambda x: np.sum(np.exp(x)), np.float32([1.0, -0.5]))
    np.testing.assert_allclose(gradient, np.exp([1.0, -0.5]), rtol=1e-3)
    assert gradient.dtype == np.float32


@pytest.mark.parametrize("h", [0, -1e-5, float("nan"), "1e-5"])
def test_a_step_must_be_positive(h):
    with pytest.raises(ValueError, match="positive"):
        numerical_diff(parabola, 1.0, h=h)
    with pytest.raises(ValueError, match="positive"):
        numerical_gradient(np.sum, np.ones(2), h=h)


@pytest.mark.parametrize(
    ("x", "h"), [(1e12, None), (-1e12, None), (1.0, 1e-17), (np.float32(1e6), None), (np.float16(3000), None)]
)
def test_a_step_that_moves_nothing_is_refused(x, h):
    """The slope of x² at 1e12 used to be 0."""
    calls = [lambda step: numerical_diff(np.square, x, h=step), lambda step: numerical_diff(np.square, np.array([0, x]), h=step)]
    calls.append(lambda step: numerical_gradient(lambda v: np.sum(v**2), np.array([[1, x]]).astype(np.asarray(x).dtype), h=step))
    for call in calls[: 2 if np.asarray(x).dtype == np.float64 else 1] + calls[2:]:
        with pytest.raises(ValueError, match=r"the step h = \S+ moves nothing.*Use a larger step, such as h=") as error:
            call(h)
        advised = float(str(error.value).split("h=")[-1].rstrip("."))
        with np.errstate(over="ignore", invalid="ignore"):  # the advised one moves
            call(advised)


def test_the_step_that_the_message_advises_is_good():
    with pytest.raises(ValueError, match="h=1e\\+07") as error:
        numerical_diff(np.square, 1e12)
    advised = float(str(error.value).split("h=")[-1].rstrip("."))
    assert numerical_diff(np.square, 1e12, h=advised) == pytest.approx(2e12, rel=1e-8)


def test_a_step_that_is_rounded_to_another_one_is_refused():
    """At 1e11 numbers are 1.5e-5 apart: h = 1e-5 became 1.5e-5, and the slope of x was 1.53."""
    with pytest.raises(ValueError, match="is not the step that is taken"):
        numerical_diff(lambda x: x, 1e11)
    x = np.array([1.0, 1e11])
    with pytest.raises(ValueError, match="at x = 1e\\+11"):
        numerical_gradient(np.sum, x)
    assert x.tolist() == [1, 1e11]
    assert numerical_diff(lambda x: x, 1e7) == pytest.approx(1, rel=1e-3)


def test_float16_takes_a_still_larger_step():
    np.testing.assert_allclose(numerical_diff(np.exp, np.float16([1.0])), [np.e], rtol=0.02)


def test_numerical_gradient_of_the_bowl():
    x = np.array([3.0, 4.0])
    np.testing.assert_allclose(numerical_gradient(lambda x: x[0] ** 2 + x[1] ** 2, x), [6, 8], atol=1e-8)
    np.testing.assert_allclose(numerical_gradient(lambda x: np.sum(x**2), np.array([0.0, 2.0])), [0, 4], atol=1e-8)


def test_numerical_gradient_of_a_function_that_is_not_a_sum():
    x = np.array([[1.0, -2.0, 0.5]])
    np.testing.assert_allclose(numerical_gradient(np.prod, x), [[-1.0, 0.5, -2.0]], atol=1e-9)


@given(arrays(np.float64, array_shapes(min_dims=0, max_dims=4, max_side=3), elements=st.floats(-9, 9)))
def test_numerical_gradient_of_any_shape_restores_x_exactly(x):
    before = x.copy()
    weights = np.arange(1, x.size + 1).reshape(x.shape)
    gradient = numerical_gradient(lambda x: np.sum(weights * x**2), x)
    assert x.tobytes() == before.tobytes()
    assert gradient.shape == x.shape
    np.testing.assert_allclose(gradient, 2 * weights * x, atol=1e-4)


def test_numerical_gradient_restores_x_when_f_fails():
    x = np.array([0.1, 0.2, 0.3])

    def fails(x):
        if x[1] != 0.2:
            raise KeyboardInterrupt
        return 0.0

    with pytest.raises(KeyboardInterrupt):
        numerical_gradient(fails, x)
    assert x.tolist() == [0.1, 0.2, 0.3]


def test_numerical_gradient_sees_a_transposed_view():
    x = np.arange(6.0).reshape(2, 3)
    np.testing.assert_allclose(numerical_gradient(lambda v: np.sum(v**3), x.T), 3 * x.T**2, atol=1e-6)


@pytest.mark.parametrize("x", [np.array([3, 4]), np.array([True]), np.array([1 + 2j])])
def test_numerical_gradient_refuses_what_is_not_float(x):
    with pytest.raises(TypeError, match=r"astype\(float\)"):
        numerical_gradient(np.sum, x)


def test_numerical_gradient_refuses_a_list_and_a_function_without_sum():
    with pytest.raises(TypeError, match="list"):
        numerical_gradient(np.sum, [3.0, 4.0])
    x = np.array([3.0, 4.0])
    with pytest.raises(ValueError, match=r"shape \(2,\). Is a sum missing"):
        numerical_gradient(lambda x: x**2, x)
    assert x.tolist() == [3, 4]


def test_relative_error():
    a = np.array([3.0, 4.0])
    assert relative_error(a, a) == 0
    assert relative_error(a, -a) == 1
    assert relative_error(a, 2 * a) == pytest.approx(1 / 3)
    assert relative_error(np.zeros(3), np.zeros(3)) == 0
    assert relative_error(np.zeros((3, 1)), np.zeros(3)) == 1
    assert relative_error(np.array([np.nan]), np.array([1.0])) == 1
    assert relative_error(np.array([np.inf]), np.array([np.inf])) == 1


class Straight:
    """The smallest network that is not of this course: loss = sum of (x W - t)², mean over the samples."""

    def __init__(self, factor=1.0):
        self.params = {"W": np.array([0.5, -1.0, 2.0])}
        self.factor = factor

    def loss(self, x, t):
        return np.mean((x @ self.params["W"] - t) ** 2)

    def gradient(self, x, t):
        return {"W": self.factor * 2 * x.T @ (x @ self.params["W"] - t) / len(x)}


X, T = np.array([[1.0, 2.0, 3.0], [0.5, -1.0, 1.0]]), np.array([1.0, -2.0])


def test_gradient_check_of_any_network():
    network = Straight()
    assert gradient_check(network, X, T)["W"] <= 1e-9
    assert network.params["W"].tolist() == [0.5, -1.0, 2.0]
    assert gradient_check(Straight(factor=1.01), X, T)["W"] > 1e-3
    assert gradient_check(Straight(factor=-1), X, T)["W"] == pytest.approx(1)
    assert gradient_check(Straight(factor=np.nan), X, T)["W"] == 1


def test_gradient_check_wants_float64_and_all_gradients():
    with pytest.raises(TypeError, match="x is float32"):
        gradient_check(Straight(), X.astype(np.float32), T)
    with pytest.raises(TypeError, match="int"):
        gradient_check(Straight(), X.astype(int), T)
    network = Straight()
    network.params["W"] = network.params["W"].astype(np.float32)
    with pytest.raises(TypeError, match="W is float32"):
        gradient_check(network, X, T)
    network = Straight()
    network.params["b"] = np.zeros(1)
    with pytest.raises(ValueError, match=r"no entry for \['b'\]"):
        gradient_check(network, X, T)


def test_gradient_check_leaves_a_float32_network_as_it_was():
    network = TwoLayerNet(4, 5, 3, np.random.default_rng(0), activation="tanh")
    before = {name: value.copy() for name, value in network.params.items()}
    errors = gradient_check(network, np.random.default_rng(1).random((7, 4)), np.array([0, 1, 2, 2, 1, 0, 1]))
    assert errors.keys() == before.keys()
    assert max(errors.values()) <= 1e-7
    for name, value in network.params.items():
        assert value.dtype == np.float32
        assert np.array_equal(value, before[name])


def test_layer_gradient_check_wants_float64():
    rng = np.random.default_rng(0)
    with pytest.raises(TypeError, match="x is float32"):
        layer_gradient_check(Tanh(), np.ones((2, 3), np.float32), rng)
    with pytest.raises(TypeError, match="W is float32"):
        layer_gradient_check(Affine(np.ones((3, 2), np.float32), np.ones(2)), np.ones((2, 3)), rng)


def test_layer_gradient_check_notices_a_changed_array():
    class InPlace(Relu):
        def backward(self, dout):
            dout *= self.positive
            return dout

    with pytest.raises(ValueError, match="InPlace changed x or dout in place"):
        layer_gradient_check(InPlace(), np.array([[1.0, -2.0, 3.0]]), np.random.default_rng(0))


class Unmoved:
    """A network whose loss does not change when all three weights grow together, times a scale and a factor."""

    def __init__(self, scale=1.0, factor=1.0, extra=0.0):
        self.params = {"w": np.array([0.3, -0.7, 1.1]), "shift": np.array([0.4])}
        self.scale, self.factor, self.extra = scale, factor, extra

    def loss(self, x, t):
        w = self.params["w"] + self.params["shift"]
        return self.scale * (1 + np.sum((w - w.mean()) ** 3))

    def gradient(self, x, t):
        w = self.params["w"]
        cubes = 3 * (w - w.mean()) ** 2
        return {"w": self.factor * self.scale * (cubes - cubes.mean()), "shift": np.array([self.extra])}


@pytest.mark.parametrize("scale", [1e-12, 1e-3, 1.0, 1e6])
def test_a_true_slope_of_zero_is_no_mistake(scale):
    rounding = 1e-17 * scale  # relative_error itself calls this 1, and is right to
    assert relative_error(np.array([rounding]), np.zeros(1)) == 1
    errors = gradient_check(Unmoved(scale, extra=rounding), X, T)
    assert errors["shift"] == 0
    assert errors["w"] <= 1e-7


@pytest.mark.parametrize("scale", [1e-12, 1e-3, 1.0, 1e6])
def test_what_can_be_measured_is_not_forgiven(scale):
    assert gradient_check(Unmoved(scale, factor=1 + 1e-6), X, T)["w"] > 1e-7
    assert gradient_check(Unmoved(scale, factor=2), X, T)["w"] == pytest.approx(1 / 3)
    assert gradient_check(Unmoved(scale, extra=1e-9 * scale), X, T)["shift"] > 0.9
    assert gradient_check(Unmoved(scale, extra=np.nan), X, T)["shift"] == 1


SCORES, LABELS = np.array([[0.5, -1.0, 2.0, 0.1], [1.5, 0.3, -0.2, 0.7], [0.2, 0.4, 0.6, -3.0]]), np.array([1, 3, 0])


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
def test_loss_gradient_check(loss):
    errors = loss_gradient_check(loss(), SCORES, LABELS)
    assert errors.keys() == {"scores"} and errors["scores"] <= 1e-8

    class WithoutDout(loss):
        def backward(self, dout=1.0):
            return super().backward()

    class Transposed(loss):
        def backward(self, dout=1.0):
            return super().backward(dout).T

    assert loss_gradient_check(WithoutDout(), SCORES, LABELS)["scores"] == pytest.approx(1 / 3)
    assert loss_gradient_check(Transposed(), SCORES, LABELS)["scores"] == 1


def test_loss_gradient_check_wants_float64_and_untouched_arrays():
    class InPlace(SoftmaxWithLoss):
        def forward(self, scores, t):
            scores -= scores.max(axis=1, keepdims=True)
            return super().forward(scores, t)

    with pytest.raises(TypeError, match="scores is float32"):
        loss_gradient_check(SoftmaxWithLoss(), SCORES.astype(np.float32), LABELS)
    with pytest.raises(ValueError, match="InPlace changed scores or t in place"):
        loss_gradient_check(InPlace(), SCORES.copy(), LABELS)
