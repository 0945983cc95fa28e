"""Optimizers: first steps by hand, PyTorch where it is installed, the mistakes of the source texts; in place, and only there."""

import copy

import numpy as np
import pytest

from helpers.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, Optimizer, RMSProp

ALL = [SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam]


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


# ---------------------------------------------------------------- first steps by hand


def places(optimizer, grads, start=(0.0,)):
    """Where a parameter is after each of the gradients."""
    x, found = np.array(start), []
    for grad in grads:
        optimizer.update({"x": x}, {"x": np.atleast_1d(np.asarray(grad, float))})
        found.append(x.tolist())
    return found


@pytest.mark.parametrize(
    ("optimizer", "expected"),
    [
        # v = -0.5·2 = -1; then 0.5·(-1) - 0.5·4 = -2.5; then 0.5·(-2.5) - 0.5·(-2) = -0.25
        (Momentum(0.5, momentum=0.5), [-1, -3.5, -3.75]),
        # p += 0.5·v - 0.5·g with the same v: -0.5 - 1; -1.25 - 2; -0.125 + 1
        (Nesterov(0.5, momentum=0.5), [-1.5, -4.75, -3.875]),
        # h = 4, 20, 24
        (AdaGrad(0.5), [-0.5, -0.5 - 2 / 20**0.5, -0.5 - 2 / 20**0.5 + 1 / 24**0.5]),
        # h = 0.5·4 = 2; 1 + 8 = 9; 4.5 + 2 = 6.5
        (RMSProp(0.5, decay=0.5), [-1 / 2**0.5, -1 / 2**0.5 - 2 / 3, -1 / 2**0.5 - 2 / 3 + 1 / 6.5**0.5]),
        # m = 1, 2.5, 0.25 over 0.5, 0.75, 0.875; v = 1, 4.75, 4.5625 over 0.25, 0.4375, 0.578125
        (
            Adam(0.5, beta1=0.5, beta2=0.75),
            np.cumsum([-0.5, -0.5 * (2.5 / 0.75) / (4.75 / 0.4375) ** 0.5, -0.5 * (0.25 / 0.875) / (4.5625 / 0.578125) ** 0.5]),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_three_steps_by_hand(optimizer, expected):
    np.testing.assert_allclose(np.ravel(places(optimizer, [2, 4, -2])), expected, rtol=1e-7)


@pytest.mark.parametrize("kind", [AdaGrad, Adam])
def test_the_first_step_is_the_rate_whatever_the_gradient(kind):
    for size in (1e-3, 1.0, 1e4):
        np.testing.assert_allclose(places(kind(0.3), [[size, -size]], (1.0, 1.0)), [[0.7, 1.3]], rtol=1e-4)


def test_a_gradient_that_is_zero_moves_nothing():
    for kind in ALL:
        assert places(kind(0.1), [[0, 0]] * 3, (1.0, -2.0)) == [[1, -2]] * 3


def test_without_momentum_it_is_sgd():
    for kind in (Momentum, Nesterov):
        assert places(kind(0.1, momentum=0), [3, -1, 2]) == places(SGD(0.1), [3, -1, 2])


# ---------------------------------------------------------------- the valley x0²/20 + x1² from (-7, 2)


def valley(optimizer, steps=30):
    """Height at the end, the path, and how often x1 changed its sign."""
    x, path = np.array([-7.0, 2.0]), [(-7.0, 2.0)]
    for _ in range(steps):
        optimizer.update({"x": x}, {"x": x * [0.1, 2]})
        path.append(tuple(x))
    y = np.array(path)[:, 1]
    return x[0] ** 2 / 20 + x[1] ** 2, path, int((np.sign(y[1:]) != np.sign(y[:-1])).sum())


@pytest.mark.parametrize(
    ("optimizer", "height", "turns"),
    [(SGD(0.95), 0.0133, 30), (Momentum(0.1), 0.048, 4), (AdaGrad(1.5), 7.2e-4, 0), (Adam(0.3), 0.102, 2)],
    ids=lambda value: type(value).__name__,
)
def test_the_figures_of_the_valley(optimizer, height, turns):
    found, _, signs = valley(optimizer)
    assert found == pytest.approx(height, rel=0.02)
    assert signs == turns


@pytest.mark.parametrize("optimizer", [Nesterov(0.1), RMSProp(0.3)], ids=lambda value: type(value).__name__)
def test_the_others_go_down_too(optimizer):
    assert valley(optimizer)[0] < 0.1


class StepsAlongItsMemory(AdaGrad):
    """h in place of the gradient above the line, so every step is negative."""

    def update_one(self, name, parameter, grad):
        h = self.remembered(name, parameter, "squares")
        h += grad * grad
        parameter -= self.lr * h / (np.sqrt(h) + self.eps)


class RollsUphill(Momentum):
    """The sign on the wrong side: v = m·v + lr·g, p += v."""

    def update_one(self, name, parameter, grad):
        v = self.remembered(name, parameter, "velocity")
        v *= self.momentum
        v += self.lr * grad
        parameter += v


class AdamUncorrected(Adam):
    """Momentum over AdaGrad's kind of root, and no bias correction."""

    def update_one(self, name, parameter, grad):
        m, v = (self.remembered(name, parameter, what) for what in ("mean", "squares"))
        m += (1 - self.beta1) * (grad - m)
        v += (1 - self.beta2) * (grad * grad - v)
        parameter -= self.lr * m / (np.sqrt(v) + self.eps)


def test_mistakes_of_the_source_texts_are_found():
    """With the tests above: a first step of lr against the gradient's sign, and the height after 30."""
    height, path, _ = valley(StepsAlongItsMemory(1.5))
    assert height > 1e30
    np.testing.assert_allclose(np.subtract(path[1], path[0]), [-1.05, -6], rtol=1e-6)  # and not (+1.5, -1.5)
    np.testing.assert_allclose(np.subtract(*valley(AdaGrad(1.5))[1][1::-1]), [1.5, -1.5], rtol=1e-6)
    height, path, _ = valley(RollsUphill(0.1))
    assert height > 1e10 and path[1][0] < -7 and path[1][1] > 2
    first = np.abs(np.subtract(*valley(AdamUncorrected(0.3))[1][1::-1]))
    np.testing.assert_allclose(first, 0.949, atol=1e-3)
    np.testing.assert_allclose(np.abs(np.subtract(*valley(Adam(0.3))[1][1::-1])), 0.3, rtol=1e-6)
    with pytest.raises(SyntaxError):  # two that Python finds by itself
        compile("for key, val = params.items():\n    pass\n", "source", "exec")
    assert not hasattr(np, "zero_like")


# ---------------------------------------------------------------- PyTorch

PYTORCH = {
    "SGD": (SGD(0.05), lambda torch, p: torch.optim.SGD(p, lr=0.05)),
    "Momentum": (Momentum(0.05, 0.8), lambda torch, p: torch.optim.SGD(p, lr=0.05, momentum=0.8)),
    "Nesterov": (Nesterov(0.05, 0.8), lambda torch, p: torch.optim.SGD(p, lr=0.05, momentum=0.8, nesterov=True)),
    "AdaGrad": (AdaGrad(0.05, eps=1e-3), lambda torch, p: torch.optim.Adagrad(p, lr=0.05, eps=1e-3)),
    "RMSProp": (RMSProp(0.05, 0.8, eps=1e-3), lambda torch, p: torch.optim.RMSprop(p, lr=0.05, alpha=0.8, eps=1e-3)),
    "Adam": (Adam(0.05, 0.8, 0.95, 1e-3), lambda torch, p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-3)),
}


@pytest.mark.parametrize("name", PYTORCH)
def test_fifty_steps_as_pytorch_makes_them(name):
    """With eps so large that its place in the formula matters."""
    torch = pytest.importorskip("torch")
    ours, theirs = PYTORCH[name]
    ours, rng = copy.deepcopy(ours), np.random.default_rng(1)
    params = {"W": rng.standard_normal((3, 4)), "b": rng.standard_normal(4)}
    tensors = {key: torch.tensor(value.copy(), requires_grad=True) for key, value in params.items()}
    other = theirs(torch, list(tensors.values()))
    for _ in range(50):
        grads = {key: rng.standard_normal(value.shape) + value for key, value in params.items()}
        ours.update(params, grads)
        for key, tensor in tensors.items():
            tensor.grad = torch.tensor(grads[key])
        other.step()
        for key, tensor in tensors.items():
            np.testing.assert_allclose(params[key], tensor.detach().numpy(), rtol=0, atol=1e-12)


# ---------------------------------------------------------------- what they keep


@pytest.mark.parametrize("kind", ALL)
def test_float32_stays_and_everything_is_in_place(kind):
    params, rng = {"W": np.ones((2, 3), np.float32), "b": np.ones(3, np.float32)}, np.random.default_rng(0)
    before, optimizer = dict(params), kind(np.float64(0.1))
    for _ in range(3):
        grads = {name: rng.standard_normal(value.shape).astype(np.float32) for name, value in params.items()}
        for value in grads.values():
            value.flags.writeable = False
        optimizer.update(params, grads)
    assert all(params[name] is value and value.dtype == np.float32 for name, value in before.items())
    assert all((value != 1).all() for value in params.values())
    kept = [a for memory in optimizer.state.values() for a in memory.values() if isinstance(a, np.ndarray)]
    assert {a.dtype for a in kept} <= {np.dtype(np.float32)}
    assert set(optimizer.state) == (set() if kind is SGD else {"W", "b"})


@pytest.mark.parametrize("kind", ALL)
def test_each_name_has_a_memory_of_its_own(kind):
    rng = np.random.default_rng(0)
    grads = rng.standard_normal((5, 2, 3))
    together, alone = np.ones((2, 3)), np.ones((2, 3))
    optimizer, one, other = kind(0.1), kind(0.1), kind(0.1)
    for grad in grads:
        optimizer.update({"a": together[0], "b": together[1]}, {"a": grad[0], "b": grad[1]})
        one.update({"a": alone[0]}, {"a": grad[0]})
        other.update({"b": alone[1]}, {"b": grad[1]})
    assert np.array_equal(together, alone)


@pytest.mark.parametrize("kind", [Momentum, Nesterov, AdaGrad, RMSProp, Adam])
def test_a_copy_goes_on_alike_and_another_network_is_refused(kind):
    x, optimizer = np.ones(3), kind(0.1)
    optimizer.update({"x": x}, {"x": np.array([1.0, -2, 3])})
    y, other = x.copy(), copy.deepcopy(optimizer)
    for where, which in ((x, optimizer), (y, other)):
        which.update({"x": where}, {"x": np.array([0.5, 1, 2])})
    assert np.array_equal(x, y)
    with pytest.raises(ValueError, match="used for another network"):
        optimizer.update({"x": np.ones(4)}, {"x": np.ones(4)})


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Momentum(momentum=1), "momentum must be a number from 0 to less than 1"),
        (lambda: Nesterov(momentum=-0.1), "momentum"),
        (lambda: RMSProp(decay=1), "decay"),
        (lambda: Adam(beta1=1), "beta1"),
        (lambda: Adam(beta2=float("nan")), "beta2"),
        (lambda: Adam(eps=0), "eps must be a small positive number"),
        (lambda: AdaGrad(eps=-1), "eps"),
        (lambda: Adam(0), "learning rate"),
    ],
)
def test_settings_that_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()
