"""Every layer against central differences, and broken copies of every layer that must not get through.

Sizes are odd and all different, biases are not zero, nothing is square, no input lies on ReLU's kink.
"""

import math

import numpy as np
import pytest

from helpers.functions import one_hot, relu
from helpers.gradient import gradient_check, layer_gradient_check, loss_gradient_check
from helpers.layers import Affine, Dropout, Flatten, Layer, Relu, Sigmoid, SoftmaxWithLoss, SquaredErrorWithLoss, Tanh
from helpers.networks import Network

N, D, M, K = 7, 5, 3, 4
RIGHT, WRONG = 1e-7, 1e-3


def numbers(*shape, seed=0):
    """Normal numbers, none nearer to 0 than 0.05."""
    x = np.random.default_rng(seed).standard_normal(shape)
    return x + 0.05 * np.sign(x)


def frozen(x):
    x.flags.writeable = False
    return x


def affine(kind=Affine, dtype=np.float64):
    return kind(numbers(D, M, seed=1).astype(dtype), numbers(M, seed=2).astype(dtype))


LAYERS = {
    "Affine": (affine, (N, D)),
    "Relu": (Relu, (N, D)),
    "Relu on images": (Relu, (2, 3, 5, 4)),
    "Sigmoid": (Sigmoid, (N, D)),
    "Tanh": (Tanh, (N, D)),
    "Flatten": (Flatten, (2, 3, 5, 4)),
    "Dropout": (lambda: Dropout(0.2, 3), (N, D)),
}
LABELS = np.array([2, 0, 3, 3, 1, 0, 2])
TARGETS = {"labels": LABELS, "one-hot": one_hot(LABELS, K), "one-hot integers": one_hot(LABELS, K).astype(int)}


def loss_error(layer, t, dout, samples=N, classes=K):
    """Relative error of a loss layer's backward(dout)."""
    return loss_gradient_check(layer, numbers(samples, classes, seed=3), t, dout)["scores"]


def worst(layer, shape, seed=5):
    return max(layer_gradient_check(layer, numbers(*shape, seed=4), np.random.default_rng(seed)).values())


# ---------------------------------------------------------------- right ones


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_gradient(name, seed):
    make, shape = LAYERS[name]
    assert worst(make(), shape, seed) <= RIGHT


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
@pytest.mark.parametrize("targets", TARGETS)
@pytest.mark.parametrize("dout", [1.0, 2.0, -0.3])
def test_gradient_of_losses(loss, targets, dout):
    assert loss_error(loss(), TARGETS[targets], dout) <= RIGHT


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
def test_gradient_of_losses_with_as_many_samples_as_classes(loss):
    assert loss_error(loss(), LABELS[:4], 1.7, samples=4) <= RIGHT


def test_gradient_of_squared_error_to_any_numbers():
    assert loss_error(SquaredErrorWithLoss(), numbers(N, K, seed=9), 1.3) <= RIGHT


# ---------------------------------------------------------------- broken ones


class AffineMeanForB(Affine):
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["b"] = dout.mean(axis=0)


class AffineScalarB(Affine):
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["b"] = dout.sum()


class AffineDividedW(Affine):
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["W"] /= len(dout)


class AffineDoubledW(Affine):
    def backward_params(self, dout):
        super().backward_params(dout)
        self.grads["W"] *= 2


class AffineNoGradients(Affine):
    def backward_params(self, dout):
        pass


class AffineAddsUp(Affine):
    def backward_params(self, dout):
        before = self.grads["W"] + 1
        super().backward_params(dout)
        self.grads["W"] += before


class AffineWrongSignX(Affine):
    def backward(self, dout):
        return -super().backward(dout)


class AffineXOfSomethingElse(Affine):
    def backward(self, dout):
        self.backward_params(dout)
        return self.x * dout.sum(axis=1, keepdims=True)


class AffineForgetsB(Affine):
    def forward(self, x, training=False):
        return super().forward(x) - self.params["b"]


class ReluEverywhere(Relu):
    def backward(self, dout):
        return dout.copy()


class ReluMaskOfOutputFromZero(Relu):
    def forward(self, x, training=False):
        y = super().forward(x)
        self.positive = y >= 0  # always true
        return y


class ReluTurnedRound(Relu):
    def backward(self, dout):
        return dout * ~self.positive


class ReluMaskOfDout(Relu):
    def backward(self, dout):
        return dout * (dout > 0)


class ReluTimesOutput(Relu):
    def forward(self, x, training=False):
        y = super().forward(x)
        self.positive = y
        return y


class ReluInPlace(Relu):
    def backward(self, dout):
        dout[~self.positive] = 0
        return dout


class ReluForwardInPlace(Relu):
    def forward(self, x, training=False):
        self.positive = x > 0
        x *= self.positive
        return x


class SigmoidOfOutputAgain(Sigmoid):
    def backward(self, dout):
        y = 1 / (1 + np.exp(-self.y))
        return dout * y * (1 - y)


class SigmoidOfInput(Sigmoid):
    def forward(self, x, training=False):
        y = super().forward(x)
        self.y = x
        return y


class SigmoidOnePlus(Sigmoid):
    def backward(self, dout):
        return dout * self.y * (1 + self.y)


class SigmoidHalf(Sigmoid):
    def backward(self, dout):
        return dout * (1 - self.y)


class SigmoidWithoutDout(Sigmoid):
    def backward(self, dout):
        return self.y * (1 - self.y)


class TanhNotSquared(Tanh):
    def backward(self, dout):
        return dout * (1 - self.y)


class TanhPlus(Tanh):
    def backward(self, dout):
        return dout * (1 + self.y**2)


class TanhLikeSigmoid(Tanh):
    def backward(self, dout):
        return dout * self.y * (1 - self.y)


class FlattenOtherOrder(Flatten):
    def backward(self, dout):
        return dout.reshape(self.shape, order="F")


class FlattenChannelsLast(Flatten):
    def backward(self, dout):
        n, c, h, w = self.shape
        return dout.reshape(n, h, w, c).transpose(0, 3, 1, 2)


class FlattenTurned(Flatten):
    def backward(self, dout):
        n, c, h, w = self.shape
        return dout.reshape(n, c, w, h).transpose(0, 1, 3, 2)


BROKEN = {
    "Affine": [
        AffineMeanForB,
        AffineScalarB,
        AffineDividedW,
        AffineDoubledW,
        AffineNoGradients,
        AffineAddsUp,
        AffineWrongSignX,
        AffineXOfSomethingElse,
    ],
    "Relu": [ReluEverywhere, ReluMaskOfOutputFromZero, ReluTurnedRound, ReluMaskOfDout, ReluTimesOutput],
    "Sigmoid": [SigmoidOfOutputAgain, SigmoidOfInput, SigmoidOnePlus, SigmoidHalf, SigmoidWithoutDout],
    "Tanh": [TanhNotSquared, TanhPlus, TanhLikeSigmoid],
    "Flatten": [FlattenOtherOrder, FlattenChannelsLast, FlattenTurned],
}


@pytest.mark.parametrize(
    ("name", "broken"), [(name, broken) for name, copies in BROKEN.items() for broken in copies], ids=lambda v: str(v)
)
def test_broken_layer_fails_the_check(name, broken):
    make, shape = LAYERS[name]
    layer = affine(broken) if make is affine else broken()
    assert worst(layer, shape) > WRONG


@pytest.mark.parametrize("broken", [ReluInPlace, ReluForwardInPlace])
def test_layer_that_changes_what_it_was_given_fails_the_check(broken):
    with pytest.raises(ValueError, match=f"{broken.__name__} changed x or dout in place"):
        worst(broken(), (N, D))


def test_a_missing_transpose_is_hidden_by_square_matrices_only():
    class NoTransposeOfW(Affine):
        def backward(self, dout):
            self.backward_params(dout)
            return dout @ self.params["W"]

    class NoTransposeOfX(Affine):
        def backward_params(self, dout):
            super().backward_params(dout)
            self.grads["W"] = dout.T @ self.x

    assert worst(NoTransposeOfW(numbers(3, 3), numbers(3)), (N, 3)) > WRONG  # runs, and is wrong
    with pytest.raises(ValueError, match="matmul"):
        worst(affine(NoTransposeOfW), (N, D))  # does not even run
    errors = layer_gradient_check(affine(NoTransposeOfX), numbers(N, D), np.random.default_rng(0))
    assert errors["W"] == 1  # shape (M, D) instead of (D, M)
    assert max(errors["x"], errors["b"]) <= RIGHT


def test_a_forgotten_bias_is_no_matter_of_the_gradient_but_of_the_value():
    x = numbers(N, D)
    assert worst(affine(AffineForgetsB), (N, D)) > WRONG  # b's numerical slope is 0 then
    assert not np.allclose(affine(AffineForgetsB).forward(x), affine().forward(x))


class SoftmaxNotDivided(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return super().backward(dout) * len(self.y)


class SoftmaxWithoutDout(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return super().backward()


class SoftmaxOtherAxis(SoftmaxWithLoss):
    def forward(self, scores, t):
        loss = super().forward(scores, t)
        powers = np.exp(scores - scores.max())
        self.y = powers / powers.sum(axis=0)
        return loss


class SoftmaxDividedByClasses(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return super().backward(dout) / self.y.shape[1]


class SoftmaxWithoutTarget(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return self.y * dout / len(self.y)


class SoftmaxTurnedRound(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return -super().backward(dout)


class SoftmaxTimesSlopeOfSigmoid(SoftmaxWithLoss):
    def backward(self, dout=1.0):
        return super().backward(dout) * self.y * (1 - self.y)


class SquaredDoubled(SquaredErrorWithLoss):
    def backward(self, dout=1.0):
        return 2 * super().backward(dout)


class SquaredMeanOfAll(SquaredErrorWithLoss):
    def backward(self, dout=1.0):
        return super().backward(dout) / self.difference.shape[1]


class SquaredNotDivided(SquaredErrorWithLoss):
    def backward(self, dout=1.0):
        return self.difference * dout


class SquaredWithoutDout(SquaredErrorWithLoss):
    def backward(self, dout=1.0):
        return super().backward()


class SquaredTurnedRound(SquaredErrorWithLoss):
    def backward(self, dout=1.0):
        return -super().backward(dout)


BROKEN_LOSSES = [
    SoftmaxNotDivided,
    SoftmaxWithoutDout,
    SoftmaxOtherAxis,
    SoftmaxDividedByClasses,
    SoftmaxWithoutTarget,
    SoftmaxTurnedRound,
    SoftmaxTimesSlopeOfSigmoid,
    SquaredDoubled,
    SquaredMeanOfAll,
    SquaredNotDivided,
    SquaredWithoutDout,
    SquaredTurnedRound,
]


@pytest.mark.parametrize("broken", BROKEN_LOSSES)
def test_broken_loss_fails_the_check(broken):
    assert loss_error(broken(), LABELS, 2.0) > WRONG


# ---------------------------------------------------------------- values


def test_affine_by_hand():
    layer = Affine(np.array([[1.0, 2.0, 3.0], [0.0, -1.0, 1.0]]), np.array([10.0, 20.0, 30.0]))
    x, dout = np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0]])
    assert layer.forward(x).tolist() == [[11, 20, 35], [13, 27, 38]]
    assert layer.backward(dout).tolist() == [[7, 2], [-1, -2]]
    assert layer.grads["W"].tolist() == [[1, 3, -1], [2, -1, 5]]
    assert layer.grads["b"].tolist() == [1, 1, 1]


def test_backward_params_gives_the_same_gradients_without_dx():
    x, dout = numbers(N, D), numbers(N, M)
    one, other = affine(), affine()
    one.forward(x), other.forward(x)
    one.backward(dout)
    assert other.backward_params(dout) is None
    for name in ("W", "b"):
        assert np.array_equal(one.grads[name], other.grads[name])


def test_relu_slope_at_zero_is_zero():
    layer = Relu()
    assert layer.forward(np.array([[-1.0, 0.0, 2.0]])).tolist() == [[0, 0, 2]]
    assert layer.backward(np.array([[5.0, 5.0, 5.0]])).tolist() == [[0, 0, 5]]


def test_sigmoid_layer_is_silent_far_out():
    layer = Sigmoid()
    with np.errstate(all="raise", under="ignore"):
        y = layer.forward(np.array([[-1000.0, 0.0, 1000.0]]))
        assert layer.backward(np.ones((1, 3))).tolist() == [[0, 0.25, 0]]
    assert y.tolist() == [[0, 0.5, 1]]


def test_flatten_of_no_samples():
    assert Flatten().forward(np.ones((0, 2, 3, 4))).shape == (0, 24)


def test_flatten_and_back():
    layer, x = Flatten(), numbers(2, 3, 5, 4)
    y = layer.forward(x)
    assert y.shape == (2, 60)
    assert y[1, 2 * 20 + 3 * 4 + 1] == x[1, 2, 3, 1]
    assert np.array_equal(layer.backward(y), x)


def test_softmax_loss_by_hand():
    scores = np.log(np.array([[1.0, 2.0, 5.0], [6.0, 3.0, 1.0]]))  # probabilities .125 .25 .625 and .6 .3 .1
    layer = SoftmaxWithLoss()
    assert layer.forward(scores, np.array([2, 1])) == pytest.approx(-(math.log(0.625) + math.log(0.3)) / 2)
    np.testing.assert_allclose(layer.backward(), [[0.0625, 0.125, -0.1875], [0.3, -0.35, 0.05]], atol=1e-15)
    np.testing.assert_allclose(layer.backward(2), [[0.125, 0.25, -0.375], [0.6, -0.7, 0.1]], atol=1e-15)


def test_softmax_loss_before_training_is_the_logarithm_of_the_classes():
    assert SoftmaxWithLoss().forward(np.zeros((N, K)), LABELS) == pytest.approx(math.log(K))


def test_softmax_loss_stays_exact_where_a_probability_rounds_to_zero():
    layer = SoftmaxWithLoss()
    with np.errstate(all="raise", under="ignore"):
        assert layer.forward(np.array([[1000.0, 0.0, -1000.0]]), np.array([2])) == 2000
    assert layer.backward().tolist() == [[1, 0, -1]]


def test_a_batch_and_its_double_have_the_same_loss():
    scores = numbers(N, K)
    for loss in (SoftmaxWithLoss(), SquaredErrorWithLoss()):
        once = loss.forward(scores, LABELS)
        assert loss.forward(np.vstack([scores, scores]), np.tile(LABELS, 2)) == pytest.approx(once)


def test_squared_error_by_hand():
    layer = SquaredErrorWithLoss()
    assert layer.forward(np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]]), np.array([0, 2])) == (4 + 1 + 4) / 4
    assert layer.backward().tolist() == [[0, 1, 0], [0, 0.5, 1]]


# ---------------------------------------------------------------- nothing else is changed


@pytest.mark.parametrize("name", LAYERS)
def test_arrays_that_may_not_be_written_to_pass(name):
    make, shape = LAYERS[name]
    layer, x = make(), frozen(numbers(*shape))
    first = layer.forward(x)
    dout = frozen(numbers(*first.shape, seed=8))
    dx = layer.backward(dout)
    assert dx.shape == x.shape
    gradients = {key: value.copy() for key, value in layer.grads.items()}
    assert np.array_equal(layer.forward(x), first)  # and twice is as good as once
    assert np.array_equal(layer.backward(dout), dx)
    for key, value in gradients.items():
        assert np.array_equal(layer.grads[key], value)


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
@pytest.mark.parametrize("targets", TARGETS)
def test_losses_change_nothing_either(loss, targets):
    layer, scores, t = loss(), frozen(numbers(N, K)), frozen(TARGETS[targets].copy())
    first, slope = layer.forward(scores, t), layer.backward()
    slope_again = layer.backward()
    assert slope is not slope_again
    assert np.array_equal(slope, slope_again)
    assert layer.forward(scores, t) == first


def test_fan_out_keeps_both_slopes():
    """y = relu(x) + x: the same dout goes both ways, and in-place code would lose one of them."""
    layer, x, dout = Relu(), np.array([[1.0, -1.0, 2.0]]), np.ones((1, 3))
    layer.forward(x)
    assert (layer.backward(dout) + dout).tolist() == [[2, 1, 2]]
    x = np.array([[-3.0, 5.0, -2.0]])
    y = relu(x) + x
    layer.forward(x)
    assert y.tolist() == [[-3, 10, -2]]
    assert (layer.backward(dout) + dout).tolist() == [[1, 2, 1]]


def test_fan_out_in_place_would_show():
    layer, dout = ReluInPlace(), np.ones((1, 3))
    layer.forward(np.array([[-3.0, 5.0, -2.0]]))
    assert (layer.backward(dout) + dout).tolist() == [[0, 2, 0]]  # [1, 2, 1] is right


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", LAYERS)
def test_dtype_stays(name, dtype):
    make, shape = LAYERS[name]
    layer, x = make() if make is not affine else affine(dtype=dtype), numbers(*shape).astype(dtype)
    y = layer.forward(x)
    assert y.dtype == layer.backward(y).dtype == dtype
    assert all(value.dtype == dtype for value in layer.grads.values())


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
@pytest.mark.parametrize("dout", [1, 2.0, np.float64(2), np.float32(2)])
def test_dtype_of_losses_stays(loss, dout):
    layer = loss()
    assert isinstance(layer.forward(numbers(N, K).astype(np.float32), one_hot(LABELS, K)), float)
    assert layer.backward(dout).dtype == np.float32


def test_layer_holds_the_very_arrays_it_was_given():
    W, b = numbers(D, M), numbers(M)
    layer, x = Affine(W, b), numbers(N, D)
    before = layer.forward(x)
    W += 1
    assert layer.params["W"] is W
    assert not np.allclose(layer.forward(x), before)


def test_astype():
    layer = affine(dtype=np.float32)
    layer.astype(np.float64)
    assert layer.params["W"].dtype == layer.grads["b"].dtype == np.float64


def test_params_and_grads_have_the_same_keys():
    for make, _ in LAYERS.values():
        assert make().params.keys() == make().grads.keys()
    assert affine().grads["W"].shape == (D, M)


# ---------------------------------------------------------------- errors


@pytest.mark.parametrize("name", LAYERS)
def test_integers_are_refused(name):
    make, shape = LAYERS[name]
    with pytest.raises(TypeError, match=r"x must be an array of floats, but its dtype is int64.*astype"):
        make().forward(np.ones(shape, dtype=np.int64))


def test_integer_weights_are_refused():
    with pytest.raises(TypeError, match="W must be an array of floats"):
        Affine(np.ones((2, 3), dtype=int), np.zeros(3))
    with pytest.raises(TypeError, match="b must be an array of floats"):
        Affine(np.ones((2, 3)), np.zeros(3, dtype=int))


@pytest.mark.parametrize("b", [np.zeros(2), np.zeros((1, 3)), np.zeros(())])
def test_weights_that_do_not_fit_are_refused(b):
    with pytest.raises(ValueError, match=r"W must have shape \(D, M\) and b \(M,\)"):
        Affine(np.ones((2, 3)), b)


@pytest.mark.parametrize(
    ("shape", "cause"),
    [
        ((D,), r"single sample: use x\[None, :\]"),
        ((D, N), "transposed"),
        ((N, 1, D), "images: put a Flatten layer first"),
        ((N, D + 1), "sizes of two neighbouring layers"),
        ((), "sizes of two neighbouring layers"),
    ],
)
def test_wrong_shape_names_what_came_what_was_expected_and_why(shape, cause):
    with pytest.raises(ValueError, match=cause) as error:
        affine().forward(np.ones(shape))
    assert f"(N, {D})" in str(error.value)
    assert str(shape) in str(error.value)


@pytest.mark.parametrize("name", LAYERS)
def test_dout_of_another_shape_is_refused(name):
    make, shape = LAYERS[name]
    layer = make()
    y = layer.forward(numbers(*shape))
    with pytest.raises(ValueError, match="shape"):
        layer.backward(np.ones(y.shape[1:]))  # NumPy would stretch this one


@pytest.mark.parametrize("layer", [affine(), Relu(), Sigmoid(), Tanh(), Flatten(), Dropout()])
def test_backward_before_forward(layer):
    with pytest.raises(RuntimeError, match=f"{type(layer).__name__}.backward was called before forward"):
        layer.backward(np.ones((N, M)))


@pytest.mark.parametrize("layer", [SoftmaxWithLoss(), SquaredErrorWithLoss()])
def test_backward_of_losses_before_forward(layer):
    with pytest.raises(RuntimeError, match="before forward"):
        layer.backward()


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
@pytest.mark.parametrize(
    ("t", "kind"),
    [
        (LABELS[:-1], ValueError),
        (LABELS[:, None], ValueError),
        (LABELS + 1, ValueError),
        (LABELS - 1, ValueError),
        (one_hot(LABELS, K).T, ValueError),
        (LABELS.astype(str), (TypeError, ValueError)),
    ],
)
def test_losses_refuse_labels_that_do_not_fit(loss, t, kind):
    with pytest.raises(kind, match=r"label|target"):
        loss().forward(numbers(N, K), t)


def test_losses_refuse_other_scores():
    for loss in (SoftmaxWithLoss(), SquaredErrorWithLoss()):
        with pytest.raises(ValueError, match=r"\(N, K\)"):
            loss.forward(numbers(K), np.array([1]))
        with pytest.raises(TypeError, match="floats"):
            loss.forward(np.ones((N, K), dtype=int), LABELS)
        with pytest.raises(ValueError, match="no samples"):
            loss.forward(np.ones((0, K)), np.array([], dtype=int))


def test_squared_error_does_not_take_numbers_for_classes():
    """One output: whole-number targets (N,) are no class numbers, and a silent one-hot would make ones of them."""
    with pytest.raises(ValueError, match=r"t\[:, None\]"):
        SquaredErrorWithLoss().forward(numbers(N, 1), np.zeros(N, dtype=int))
    with pytest.raises(ValueError, match=r"t\[:, None\]"):
        SquaredErrorWithLoss().forward(numbers(N, 1), np.zeros(N))


def test_soft_labels_are_refused():
    with pytest.raises(ValueError, match="single 1"):
        SoftmaxWithLoss().forward(numbers(N, K), np.full((N, K), 1 / K))


def test_a_bare_layer_does_nothing():
    layer = Layer()
    with pytest.raises(NotImplementedError):
        layer.forward(numbers(N, D))
    with pytest.raises(NotImplementedError):
        layer.backward(numbers(N, D))
    assert layer.params == layer.grads == {}


def test_every_broken_layer_stays_broken_in_a_network():
    """The check of a whole network names the layer: see also test_networks."""
    x, t = numbers(N, D), np.array([1, 0, 2, 2, 1, 0, 1])
    network = Network([affine(AffineMeanForB)])
    errors = gradient_check(network, x, t)
    assert errors["W1"] <= RIGHT
    assert errors["b1"] > WRONG


# ---------------------------------------------------------------- dropout


class AlwaysLearning(Layer):
    """Another layer as it is while learning, with the same random numbers at each forward step: to be checked by differences."""

    def __init__(self, layer):
        super().__init__(**layer.params)
        self.layer, self.grads = layer, layer.grads

    def forward(self, x, training=False):
        self.layer.rng = np.random.default_rng(7)
        return self.layer.forward(x, training=True)

    def backward(self, dout):
        return self.layer.backward(dout)


class DropoutNotScaled(Dropout):
    """As it is often copied: the mask alone while learning, and nothing at prediction to make up for it."""

    def forward(self, x, training=False):
        super().forward(x, training)
        self.mask = (self.mask > 0) * 1.0
        return x * self.mask


class DropoutTimesItsRatio(Dropout):
    """As some texts have it: while learning the mask alone, at prediction times the share that is dropped."""

    def forward(self, x, training=False):
        super().forward(x, training)
        self.mask = (self.mask > 0) * 1.0
        return x * self.mask if training else x * self.ratio


class DropoutKeepsItsRatio(Dropout):
    """The share that is dropped taken for the share that is kept."""

    def __init__(self, ratio, rng):
        super().__init__(1 - ratio, rng)


class DropoutAlsoAtPrediction(Dropout):
    def forward(self, x, training=False):
        return super().forward(x, training=True)


class DropoutOneMaskForAllSamples(Dropout):
    def forward(self, x, training=False):
        super().forward(x[:1], training)
        self.mask = np.broadcast_to(self.mask, x.shape)
        return x * self.mask


class DropoutForgetsTheMaskOnTheWayBack(Dropout):
    def backward(self, dout):
        return dout.copy()


class DropoutDrawsAgainOnTheWayBack(Dropout):
    def backward(self, dout):
        return Dropout(self.ratio, self.rng).forward(dout, training=True)


def dropout_faults(kind, ratio=0.2):
    """What is wrong with this kind of Dropout. At ratio 0.5 some mistakes could not be seen."""
    layer, x, faults = kind(ratio, np.random.default_rng(0)), np.ones((200, 300)), []
    y = layer.forward(x, training=True)
    if abs((y == 0).mean() - ratio) > 0.01:
        faults.append("share")
    if abs(y.mean() - 1) > 0.02 or not np.allclose(y[y != 0], 1 / (1 - ratio)):
        faults.append("mean")
    if (y == y[0]).all() or np.array_equal(y, layer.forward(x, training=True)):
        faults.append("mask")
    if not np.array_equal(layer.forward(x), x):
        faults.append("prediction")
    if worst(AlwaysLearning(kind(ratio, 0)), (N, D)) > RIGHT:
        faults.append("gradient")
    return faults


@pytest.mark.parametrize("ratio", [0.1, 0.2, 0.7])
def test_dropout_is_right(ratio):
    assert dropout_faults(Dropout, ratio) == []


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (DropoutNotScaled, ["mean"]),
        (DropoutTimesItsRatio, ["mean", "prediction"]),
        (DropoutKeepsItsRatio, ["share", "mean"]),
        (DropoutAlsoAtPrediction, ["prediction"]),
        (DropoutOneMaskForAllSamples, ["mask"]),
        (DropoutForgetsTheMaskOnTheWayBack, ["gradient"]),
        (DropoutDrawsAgainOnTheWayBack, ["gradient"]),
    ],
)
def test_broken_dropouts_are_found(broken, found):
    assert set(found) <= set(dropout_faults(broken))


def test_a_forward_step_without_a_way_to_say_training_fails_at_once():
    """As in some texts, whose predict then fails: a network calls all layers alike."""

    class Flagged(Dropout):
        def forward(self, x, train_flg):
            return super().forward(x, train_flg)

    with pytest.raises(TypeError, match="training"):
        Network([Flagged(0.2, 0), affine()]).predict(numbers(N, D))


def test_backward_after_prediction_passes_everything_on():
    """And not the mask of some step before."""
    layer, x = Dropout(0.2, 0), numbers(N, D)
    layer.forward(x, training=True)
    layer.forward(x)
    assert np.array_equal(layer.backward(x), x)


def test_dropout_of_nothing():
    x = numbers(N, D)
    assert np.array_equal(Dropout(0, 0).forward(x, training=True), x)


@pytest.mark.parametrize("ratio", [-0.1, 1, 1.5, float("nan"), None, "0.5"])
def test_ratios_that_are_refused(ratio):
    with pytest.raises(ValueError, match="share that is dropped, from 0 to less than 1"):
        Dropout(ratio)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dropout_keeps_dtype_and_what_it_is_given(dtype):
    layer, x = Dropout(np.float64(0.2), 0), frozen(numbers(N, D).astype(dtype))
    y = layer.forward(x, training=True)
    assert y.dtype == layer.backward(frozen(y)).dtype == dtype
    assert layer.forward(x).dtype == dtype


def test_dropout_draws_from_the_generator_it_was_given():
    x, rng = np.ones((N, D)), np.random.default_rng(5)
    one, same = Dropout(0.2, rng), Dropout(0.2, 5)
    assert one.rng is rng
    assert np.array_equal(one.forward(x, training=True), same.forward(x, training=True))


# ---------------------------------------------------------------- what comes out belongs to the caller


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("name", LAYERS)
def test_changing_what_came_out_spoils_nothing(name, training):
    """y += 1 used to spoil Sigmoid's and Tanh's backward, and changed the x that Dropout and Flatten were given."""
    make, shape = LAYERS[name]
    layer, plain, x = make(), make(), numbers(*shape)
    given = x.copy()
    y, expected = layer.forward(x, training=training), plain.forward(given, training=training)
    dout = numbers(*y.shape, seed=8)
    y += 1
    assert np.array_equal(x, given)
    given_dout = dout.copy()
    dx, right = layer.backward(dout), plain.backward(dout)
    assert np.array_equal(dx, right)
    dx += 1
    assert np.array_equal(dout, given_dout)
    assert np.array_equal(layer.backward(dout), right)
    assert np.array_equal(expected, plain.forward(given)) or name == "Dropout"


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
def test_changing_what_a_loss_was_given_or_gave_spoils_nothing(loss):
    layer, scores, t = loss(), numbers(N, K), LABELS.copy()
    layer.forward(scores, t)
    right = layer.backward()
    scores += 1
    t[...] = 0
    right_again = layer.backward()
    assert np.array_equal(right, right_again)
    right_again += 1
    assert np.array_equal(layer.backward(), right)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 3, 0, 1), (3, 1, 0, 2)])
def test_flatten_gives_back_what_lies_in_memory_as_it_came(order):
    layer, x = Flatten(), numbers(2, 3, 5, 4)
    x = np.ascontiguousarray(x.transpose(order)).transpose(np.argsort(order))
    dx = layer.backward(layer.forward(x))
    assert np.array_equal(dx, x) and dx.strides == x.strides


@pytest.mark.parametrize("loss", [SoftmaxWithLoss, SquaredErrorWithLoss])
def test_losses_in_float16_are_finite(loss):
    """Sums used to leave float16's range, which ends at 65,504."""
    scores = numbers(6000, K).astype(np.float16) * 20
    scores[0] = [60000, -60000, 0, 0]
    t = np.arange(6000) % K
    t[0] = 1
    layer, exact = loss(), loss()
    with np.errstate(all="raise", under="ignore"):
        value = layer.forward(scores, t)
    assert value == pytest.approx(exact.forward(scores.astype(np.float64), t), rel=2e-3)
    assert layer.backward().dtype == np.float16
    if loss is SoftmaxWithLoss:
        np.testing.assert_allclose(layer.backward(), exact.backward(), atol=1e-6)


def test_squared_error_of_no_samples():
    for t in (np.zeros((0, 1)), np.zeros((0, K)), np.zeros(0, int)):
        with pytest.raises(ValueError, match="no samples"):
            SquaredErrorWithLoss().forward(np.zeros((0, t.shape[-1] if t.ndim == 2 else K)), t)


def test_squared_error_of_targets_that_are_text():
    with pytest.raises(TypeError, match=r"targets must be numbers.*astype\(float\)"):
        SquaredErrorWithLoss().forward(np.zeros((2, 1)), np.array([["1"], ["0"]]))


def test_backward_after_pieces_says_why_nothing_is_kept():
    network = Network([affine(), Relu()])
    network.piece = 2
    network.loss_and_gradient(numbers(N, D), np.array([0, 1, 2, 2, 1, 0, 0]))
    with pytest.raises(RuntimeError, match=r"Relu\.backward was called before forward\. The network worked its batch in pieces"):
        network.layers[-1].backward(np.ones((N, M)))
    network.forward(numbers(N, D), training=True)  # what the message says
    assert network.layers[-1].backward(np.ones((N, M))).shape == (N, M)
    with pytest.raises(RuntimeError) as error:
        Relu().backward(np.ones((N, M)))
    assert "pieces" not in str(error.value)


# ---------------------------------------------------------------- workers


@pytest.mark.parametrize("name", LAYERS)
def test_a_worker_shares_params_and_nothing_else(name):
    make, shape = LAYERS[name]
    layer, x = make(), numbers(*shape)
    y = layer.forward(x).copy()
    dx = layer.backward(np.ones_like(y)).copy()
    grads = {key: value.copy() for key, value in layer.grads.items()}
    worker = layer.worker()
    assert np.array_equal(worker.forward(2 * x), layer.forward(2 * x))
    layer.forward(x)
    worker.forward(3 * x)  # the layer has its own x still
    worker.backward(5 * np.ones_like(y))
    assert all(np.array_equal(layer.grads[key], value) for key, value in grads.items())
    assert np.array_equal(layer.backward(np.ones_like(y)), dx)
    assert all(worker.params[key] is value for key, value in layer.params.items())
    assert not any(np.shares_memory(worker.grads[key], value) for key, value in layer.grads.items())


def test_a_layer_that_adds_to_its_gradients_in_place_leaves_its_workers_alone():
    class InPlace(Affine):
        def backward_params(self, dout):
            self.grads["W"] += self.x.T @ dout

    layer = affine(InPlace)
    worker = layer.worker()
    worker.forward(numbers(N, D))
    worker.backward(numbers(N, M))
    assert not layer.grads["W"].any() and worker.grads["W"].any()


def test_a_worker_of_dropout_has_a_generator_of_its_own_while_learning():
    x, layer = np.ones((N, D)), Dropout(0.2, 0)
    before = layer.rng.bit_generator.state
    workers = [layer.worker(training=True) for _ in range(3)]
    masks = [worker.forward(x, training=True) for worker in workers]
    assert not any(np.array_equal(masks[0], mask) for mask in masks[1:])
    assert layer.rng.bit_generator.state == before
    again, other = Dropout(0.2, 0), Dropout(0.2, 0)
    other.worker()  # for prediction: that must not change what is drawn while learning
    for layer in (again, other):
        assert np.array_equal(layer.worker(training=True).forward(x, training=True), masks[0])
