"""Optimizers: first steps by hand, PyTorch where it is installed, the mistakes of the source texts; in place, and only there."""

import copy
import pickle

import numpy as np
import pytest

from helpers.checkpoints import load_weights, save_weights
from helpers.networks import TwoLayerNet
from helpers.optimizer import Optimizer
from helpers.optimizers import SGD, AdaGrad, Adam, AdamW, Momentum, Nesterov, RMSProp


class AdamWOfAll(AdamW):
    """AdamW in which everything decays, to be made with a rate alone, as the others are."""

    def __init__(self, lr=0.001, **settings):
        super().__init__(lr, weight_decay=0.2, decay="all", **settings)


ALL = [SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam, AdamWOfAll]


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
    for kind in set(ALL) - {AdamWOfAll}:
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
    "AdamW": (
        AdamW(0.05, 0.8, 0.95, 1e-3, weight_decay=0.3, decay=["W"]),
        lambda torch, p: torch.optim.AdamW(
            [{"params": [p[0]], "weight_decay": 0.3}, {"params": [p[1]], "weight_decay": 0}], lr=0.05, betas=(0.8, 0.95), eps=1e-3
        ),
    ),
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


@pytest.mark.parametrize("kind", [Momentum, Nesterov, AdaGrad, RMSProp, Adam, AdamWOfAll])
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
        (lambda: Adam(eps=0), "eps must be a positive number, not 0"),
        (lambda: AdaGrad(eps=-1), "eps"),
        (lambda: Adam(0), "learning rate"),
    ],
)
def test_settings_that_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


# ---------------------------------------------------------------- whose arrays they are

REMEMBERING = [Momentum, Nesterov, AdaGrad, RMSProp, Adam, AdamWOfAll]


def used(kind, seed=0, steps=3):
    """A network's parameters after some steps, and the optimizer that made them."""
    rng = np.random.default_rng(seed)
    params = {"W1": rng.standard_normal((3, 2)), "b1": rng.standard_normal(2)}
    optimizer = kind(0.1)
    for _ in range(steps):
        optimizer.update(params, slopes(params))
    return params, optimizer


def slopes(params):
    return {name: 2 * value for name, value in params.items()}


def copies(params):
    return {name: value.copy() for name, value in params.items()}


def equal(one, other):
    return one.keys() == other.keys() and all(np.array_equal(value, other[name]) for name, value in one.items())


@pytest.mark.parametrize("kind", REMEMBERING)
def test_a_second_network_of_the_same_names_and_shapes_is_refused(kind):
    params, optimizer = used(kind)
    other = copies(used(kind, seed=1)[0])
    before, state = copies(other), copy.deepcopy(optimizer.state)
    for second in (other, copies(params), {"b1": other["b1"]}, {"W1": params["W1"], "b1": other["b1"]}):
        with pytest.raises(ValueError, match="b1|W1") as error:
            optimizer.update(second, slopes(second))
        assert "another network; each one needs its own" in str(error.value)
    assert equal(other, before) and all(equal(state[name], optimizer.state[name]) for name in state)
    optimizer.update(params, slopes(params))  # its own it still serves
    kind(0.1).update(other, slopes(other))


@pytest.mark.parametrize("kind", REMEMBERING)
def test_a_new_array_at_an_old_address_is_refused_too(kind):
    """An id, or an address, is given away again when an array is gone; the optimizer keeps its arrays, so that cannot be."""
    optimizer, seen = kind(0.1), set()
    for turn in range(50):
        x = np.ones(1000)
        if turn == 0:
            optimizer.update({"x": x}, {"x": x})
        else:
            with pytest.raises(ValueError, match="another network"):
                optimizer.update({"x": x}, {"x": x})
        seen.add(x.ctypes.data)
        del x
    assert len(seen) < 50  # addresses were given away again


def test_what_remembers_nothing_may_serve_many():
    (params, optimizer), (other, _) = used(SGD), used(SGD, seed=1)
    optimizer.update(other, slopes(other))
    optimizer.update(params, slopes(params))


@pytest.mark.parametrize("kind", REMEMBERING)
def test_other_names_new_views_and_changed_numbers_are_no_second_network(kind):
    params, optimizer = used(kind)
    optimizer.update({"of another layer": np.ones(2)}, {"of another layer": np.ones(2)})
    optimizer.update({"b1": params["b1"]}, {"b1": np.ones(2)})  # a part of them
    params["W1"][...] = 7  # as load_weights does
    optimizer.update({"W1": params["W1"][:], "b1": params["b1"].reshape(2)}, slopes(params))
    optimizer.state.clear()
    optimizer.update(copies(params), slopes(params))


def through_pickle(thing):
    return pickle.loads(pickle.dumps(thing))


@pytest.mark.parametrize("copied", [copy.deepcopy, through_pickle], ids=["deepcopy", "pickle"])
@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
def test_copied_together_they_go_on_together(kind, copied):
    params, optimizer = used(kind)
    other, its_own = copied((params, optimizer))
    for pair in ((params, optimizer), (other, its_own)):
        pair[1].update(pair[0], slopes(pair[0]))
    assert equal(params, other) and not any(np.shares_memory(params[name], other[name]) for name in params)
    if kind is not SGD:
        with pytest.raises(ValueError, match="another network"):
            its_own.update(params, slopes(params))
        with pytest.raises(ValueError, match="another network"):
            optimizer.update(other, slopes(other))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, through_pickle], ids=["copy", "deepcopy", "pickle"])
@pytest.mark.parametrize("kind", REMEMBERING)
def test_a_copy_alone_goes_on_with_a_copy_of_the_network(kind, copied):
    params, optimizer = used(kind)
    its_own, other, stranger = copied(optimizer), copies(params), used(kind, seed=1)[0]
    with pytest.raises(ValueError, match="another network"):
        its_own.update(stranger, slopes(stranger))
    for pair in ((params, optimizer), (other, its_own)) * 2:
        pair[1].update(pair[0], slopes(pair[0]))
    assert equal(params, other)  # and neither has moved the other's memory
    with pytest.raises(ValueError, match="another network"):
        its_own.update(copies(other), slopes(other))  # it has its network now


def test_a_memory_put_in_by_hand_is_used():
    params, optimizer = used(Momentum)
    other, by_hand = copies(params), Momentum(0.1)
    by_hand.state = copy.deepcopy(optimizer.state)
    for pair in ((params, optimizer), (other, by_hand)):
        pair[1].update(pair[0], slopes(pair[0]))
    assert equal(params, other)
    by_hand = Momentum(0.1)
    by_hand.state = copy.deepcopy(optimizer.state)
    with pytest.raises(ValueError, match="another network"):
        by_hand.update({"W1": np.ones(7)}, {"W1": np.ones(7)})


# ---------------------------------------------------------------- all or nothing


def read_only(value):
    value.flags.writeable = False
    return value


@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
@pytest.mark.parametrize(
    ("bad", "error", "message"),
    [
        (np.float64(3), TypeError, "b is a float64, which cannot change in place.*np.array"),
        (3.0, TypeError, "b is a float,"),
        ([1.0, 2.0], TypeError, "b is a list,"),
        (None, TypeError, "b is a NoneType"),
        (np.array([1, 2]), TypeError, r"b must be an array of floats, but its dtype is int64: b.astype\(float\)"),
        (np.array([1j, 2]), TypeError, "complex128"),
        (np.array([1.0, None]), TypeError, "object"),
        (read_only(np.ones(2)), ValueError, r"b is read-only.*b.copy\(\)"),
        (np.broadcast_to(1.0, (2,)), ValueError, "b is read-only"),
    ],
    ids=["numpy number", "float", "list", "None", "whole numbers", "complex", "object", "read-only", "broadcast"],
)
def test_what_cannot_change_in_place_is_refused_before_anything_changes(kind, bad, error, message):
    W, optimizer = np.ones(3), kind(0.1)
    params = {"W": W, "b": bad, "c": np.ones(2)}
    with pytest.raises(error, match=message):
        optimizer.update(params, {"W": np.ones(3), "b": np.ones(np.shape(bad)), "c": np.ones(2)})
    assert W.tolist() == [1, 1, 1] and optimizer.state == {}
    params["b"] = np.ones(2)
    optimizer.update(params, {"W": np.ones(3), "b": np.ones(2), "c": np.ones(2)})  # mended, it goes on
    assert (W != 1).all()


@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
@pytest.mark.parametrize(
    ("bad", "error", "message"),
    [
        ({}, KeyError, "no gradient for b"),
        ({"b": np.ones(3)}, ValueError, r"b has shape \(2,\), but its gradient has shape \(3,\)"),
        ({"b": 1.0}, ValueError, r"its gradient has shape \(\)"),
        ({"b": [1.0, 2.0]}, TypeError, "the gradient of b must be an array of floats, not of list"),
        ({"b": None}, TypeError, "not of NoneType"),
        ({"b": np.ones(2, int)}, TypeError, "not of int64"),
        ({"b": np.ones(2, bool)}, TypeError, "not of bool"),
        ({"b": np.ones(2, complex)}, TypeError, "not of complex128"),
        ({"b": np.ones(2, object)}, TypeError, "not of object"),
        ({"b": np.array(["1", "2"])}, TypeError, "not of <U1"),
    ],
)
def test_a_gradient_that_does_not_fit_is_met_before_anything_changes(kind, bad, error, message):
    params, optimizer = {"W": np.ones(3), "b": np.ones(2)}, kind(0.1)
    good = {"W": np.ones(3), "b": np.ones(2)}
    for turn in range(2):  # at the first step and at a later one
        before, state = copies(params), copy.deepcopy(optimizer.state)
        with pytest.raises(error, match=message):
            optimizer.update(params, {"W": np.ones(3), **bad})
        assert equal(params, before), turn
        assert optimizer.state.keys() == state.keys() and all(equal(state[name], optimizer.state[name]) for name in state)
        optimizer.update(params, good)


def test_an_array_that_becomes_read_only_on_the_way():
    params, optimizer = {"W": np.ones(3), "b": np.ones(2)}, SGD(0.1)
    optimizer.update(params, slopes(params))
    params["b"].flags.writeable, before = False, copies(params)
    with pytest.raises(ValueError, match="b is read-only"):
        optimizer.update(params, slopes(params))
    assert equal(params, before)


@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
def test_two_names_for_one_array_are_refused(kind):
    x = np.ones((4, 4))
    for one, other in ((x, x), (x, x[1]), (x[:, 1:3], x[2:]), (x.ravel(), x)):
        with pytest.raises(ValueError, match="a and b are the same array, or overlap.*sum of both gradients"):
            kind(0.1).update({"a": one, "b": other}, {"a": one, "b": other})
    assert (x == 1).all()
    kind(0.1).update({"a": x[::2], "b": x[1::2]}, {"a": x[::2], "b": x[1::2]})  # side by side, and not one over the other
    assert (x != 1).all()


@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
def test_a_gradient_may_be_a_parameter_itself(kind):
    """Of sum(a·b) the slope by a is b: what b becomes in this step must not move a, nor a parameter's own move itself."""
    rng = np.random.default_rng(0)
    one = {"a": rng.random((3, 2)), "b": rng.random((2, 3)), "c": rng.random(4)}
    other, first, second = copies(one), kind(0.1), kind(0.1)
    for turn in range(4):
        first.update(one, {"a": one["b"].T, "b": one["a"].T, "c": one["c"]})
        second.update(other, copies({"a": other["b"].T, "b": other["a"].T, "c": other["c"]}))
        if turn == 1:
            one, first = copy.deepcopy((one, first))
    assert equal(one, other)


@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
def test_an_array_of_no_axes_moves_like_any_other(kind):
    x, row, one, other = np.array(3.0), np.array([3.0]), kind(0.1), kind(0.1)
    for _ in range(4):
        one.update({"x": x}, {"x": 2 * x})  # the gradient is a NumPy number then
        other.update({"x": row}, {"x": 2 * row})
    assert x == row[0] != 3


@pytest.mark.parametrize("kind", [SGD, *REMEMBERING])
def test_gradients_of_another_dtype_are_taken_in_the_parameters(kind):
    rng = np.random.default_rng(0)
    for dtype, other in ((np.float32, np.float64), (np.float64, np.float32), (np.float32, np.float16)):
        x, y, one, two = np.ones(5, dtype), np.ones(5, dtype), kind(0.1), kind(0.1)
        for grad in rng.standard_normal((3, 5)).astype(other):
            one.update({"x": x}, {"x": grad})
            two.update({"x": y}, {"x": grad.astype(dtype)})
        assert np.array_equal(x, y) and (x != 1).all()


# ---------------------------------------------------------------- small numbers, and settings


@pytest.mark.parametrize("kind", [AdaGrad, RMSProp, Adam, AdamWOfAll])
def test_an_eps_that_is_0_in_the_parameters_dtype_is_named(kind):
    x = np.ones(2, np.float16)
    with pytest.raises(ValueError, match=r"eps = 1e-08 is 0 in float16, the dtype of x.*eps=1e-4, or parameters in float32"):
        kind(0.01).update({"x": x}, {"x": np.array([1e-4, 1], np.float16)})  # whose square is 0 there
    assert (x == 1).all()
    with pytest.raises(ValueError, match="is 0 in float32"):
        kind(0.01, eps=1e-50).update({"x": np.ones(2, np.float32)}, {"x": np.ones(2, np.float32)})
    mended = kind(0.01, eps=1e-4)
    for _ in range(3):
        mended.update({"x": x}, {"x": np.array([1e-4, 1], np.float16)})
    assert np.isfinite(x).all() and (x < 1).all()


NO_RATES = [0, -0.1, float("nan"), float("inf"), -float("inf"), True, False, "0.1", None, [0.1], np.ones(2), 1j, np.array("a")]


@pytest.mark.parametrize("bad", NO_RATES, ids=repr)
def test_what_is_no_rate_is_refused_at_once_and_later(bad):
    for kind in ALL:
        with pytest.raises(ValueError, match="the learning rate must be a positive number, not "):
            kind(bad)
        optimizer = kind(0.25)
        with pytest.raises(ValueError, match="the learning rate must be a positive number, not "):
            optimizer.lr = bad
        assert optimizer.lr == 0.25


@pytest.mark.parametrize("good", [1, np.float32(0.5), np.array(0.5), np.int64(2), 1e-300])
def test_what_is_a_rate(good):
    optimizer = SGD(good)
    assert type(optimizer.lr) is float and optimizer.lr == float(good)


@pytest.mark.parametrize("bad", ["0.9", None, True, [0.5], float("nan"), 1, -0.1, float("inf")], ids=repr)
def test_shares_and_eps_that_are_refused(bad):
    for make in (lambda: Momentum(momentum=bad), lambda: RMSProp(decay=bad), lambda: Adam(beta1=bad), lambda: Adam(beta2=bad)):
        with pytest.raises(ValueError, match="must be a number from 0 to less than 1, not "):
            make()
    if bad != 1 or bad is True:
        for kind in (AdaGrad, RMSProp, Adam):
            with pytest.raises(ValueError, match="eps must be a positive number, not "):
                kind(eps=bad)


# ---------------------------------------------------------------- the formulas in one line each, to the last bit

ONE_LINE = {
    SGD: lambda o, p, g, t, s: (p - o.lr * g, s),
    Momentum: lambda o, p, g, t, s: (p + (v := s * o.momentum - o.lr * g), v),
    Nesterov: lambda o, p, g, t, s: (p + o.momentum * (v := s * o.momentum - o.lr * g) - o.lr * g, v),
    AdaGrad: lambda o, p, g, t, s: (p - o.lr * g / (np.sqrt(h := s + g * g) + o.eps), h),
    RMSProp: lambda o, p, g, t, s: (p - o.lr * g / (np.sqrt(h := s * o.decay + (1 - o.decay) * (g * g)) + o.eps), h),
    Adam: lambda o, p, g, t, s: (
        p
        - o.lr / (1 - o.beta1**t) * (m := s[0] * o.beta1 + (1 - o.beta1) * g)
        / (np.sqrt(v := s[1] * o.beta2 + (1 - o.beta2) * (g * g)) / (1 - o.beta2**t) ** 0.5 + o.eps),
        (m, v),
    ),
    AdamWOfAll: lambda o, p, g, t, s: ONE_LINE[Adam](o, p * (1 - o.lr * o.weight_decay), g, t, s),
}  # fmt: skip


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("kind", ALL)
def test_every_bit_is_that_of_the_formula(kind, dtype):
    rng, optimizer = np.random.default_rng(0), kind(0.01)
    p = rng.standard_normal((50, 40)).astype(dtype)
    expected, memory = p.copy(), (0, 0) if issubclass(kind, Adam) else 0
    for t in range(1, 20):
        g = rng.standard_normal(p.shape).astype(dtype) * dtype(10.0 ** rng.integers(-6, 3))
        optimizer.update({"p": p}, {"p": g})
        expected, memory = ONE_LINE[kind](optimizer, expected, g, t, memory)
        assert np.array_equal(p, expected)


# ---------------------------------------------------------------- weights that decay apart from the gradient


def adamw(p, grads, lr, beta1, beta2, eps, weight_decay):
    """Algorithm 2 of Loshchilov and Hutter, number by number."""
    m, v, places = 0.0, 0.0, []
    for t, g in enumerate(grads, 1):
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        p = p - lr * ((m / (1 - beta1**t)) / ((v / (1 - beta2**t)) ** 0.5 + eps) + weight_decay * p)
        places.append(p)
    return places


@pytest.mark.parametrize("decay", [("W",), ["W", "b"], {"b": 1}, (), "all"])
def test_adamw_is_the_papers_formula_and_only_what_is_named_decays(decay):
    rng = np.random.default_rng(3)
    grads, params = rng.standard_normal((50, 2, 4)), {"W": rng.standard_normal(4), "b": rng.standard_normal(4)}
    expected = {
        name: np.transpose(
            [
                adamw(start, grads[:, row, i], 0.02, 0.7, 0.9, 1e-3, 0.5 if decay == "all" or name in decay else 0)
                for i, start in enumerate(params[name])
            ]
        )
        for row, name in enumerate(params)
    }
    optimizer = AdamW(0.02, 0.7, 0.9, 1e-3, weight_decay=0.5, decay=decay)
    for turn, (W, b) in enumerate(grads):
        optimizer.update(params, {"W": W, "b": b})
        for name in params:
            np.testing.assert_allclose(params[name], expected[name][turn], rtol=0, atol=1e-12)


def test_a_weight_without_a_gradient_decays_and_the_penalty_in_the_loss_is_something_else():
    x, y, apart, inside = np.array([2.0, -4.0]), np.array([2.0, -4.0]), AdamW(0.1, weight_decay=0.5, decay="all"), Adam(0.1)
    apart.update({"x": x}, {"x": np.zeros(2)})
    inside.update({"y": y}, {"y": 0.5 * y})
    np.testing.assert_allclose(x, [1.9, -3.8])  # the same share of each
    np.testing.assert_allclose(y, [1.9, -3.9])  # the same step for each


def test_adamw_with_no_decay_is_adam_to_the_last_bit():
    (one, first), (other, second) = ({"W": np.ones(5, np.float32)}, Adam(0.1)), ({"W": np.ones(5, np.float32)}, None)
    for second in (AdamW(0.1, weight_decay=0, decay="all"), AdamW(0.1, decay=())):
        one["W"][...] = other["W"][...] = 1
        first.state.clear()
        for grad in np.random.default_rng(0).standard_normal((9, 5)).astype(np.float32):
            first.update(one, {"W": grad})
            second.update(other, {"W": grad})
        assert equal(one, other)


def test_the_rate_of_the_moment_decides_how_much_decays():
    x, optimizer = np.array([1.0]), AdamW(0.1, weight_decay=1, decay=["x"])
    for lr, expected in ((0.1, 0.9), (0.5, 0.45)):
        optimizer.lr = lr
        optimizer.update({"x": x}, {"x": np.zeros(1)})
        np.testing.assert_allclose(x, expected)


def test_what_decays_must_be_said():
    with pytest.raises(TypeError, match="decay"):
        AdamW(0.1)
    for bad in ("W1", 3, None, True, [1, 2], ("W1", None), b"W1"):
        with pytest.raises(TypeError, match=r'decay must be names of parameters, such as \("W1", "W2"\), or "all"'):
            AdamW(decay=bad)
    W = np.ones(2)
    with pytest.raises(ValueError, match="decay names W3, w1, but the parameters are W1, b1"):
        AdamW(decay=["W1", "W3", "w1"]).update({"W1": W, "b1": np.ones(2)}, {"W1": W, "b1": W})
    assert (W == 1).all()
    assert AdamW(decay=np.array(["W1", "b1"])).decay == ("W1", "b1")
    optimizer = AdamW(decay=(name for name in ("W1", "b1")))
    optimizer.update({"W1": W, "b1": np.ones(2)}, {"W1": W, "b1": W})
    optimizer.update({"W1": W}, {"W1": W})  # a part of them later


def test_weight_decays_that_are_refused():
    for bad in (-0.1, float("nan"), float("inf"), "0.1", None, True):
        with pytest.raises(ValueError, match="weight_decay must be 0 or a positive number"):
            AdamW(weight_decay=bad, decay="all")
    x, optimizer = np.ones(2), AdamW(0.5, weight_decay=2, decay="all")
    with pytest.raises(ValueError, match="lr · weight_decay = 1, but a step cannot take more than the whole weight"):
        optimizer.update({"x": x}, {"x": x})
    assert (x == 1).all() and optimizer.state == {}


def test_adamw_goes_on_from_a_checkpoint(tmp_path):
    rng = np.random.default_rng(0)
    x, t = rng.random((60, 4)).astype(np.float32), rng.integers(0, 3, 60)

    def made():
        return TwoLayerNet(4, 5, 3, 0), AdamW(0.01, weight_decay=0.1, decay=("W1", "W2"))

    def train(net, optimizer, turns):
        for _ in range(turns):
            optimizer.update(net.params, net.gradient(x, t))

    whole, optimizer = made()
    train(whole, optimizer, 6)
    save_weights(tmp_path / "half.npz", whole, optimizer)
    train(whole, optimizer, 6)
    other, its_own = made()
    load_weights(tmp_path / "half.npz", other, its_own)
    assert its_own.state["W1"]["steps"] == 6
    train(other, its_own, 6)
    assert equal(dict(whole.params), dict(other.params))
    with pytest.raises(ValueError, match="holds what AdamW remembers, but the optimizer given is Adam"):
        load_weights(tmp_path / "half.npz", other, Adam())
