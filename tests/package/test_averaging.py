"""Averaged weights: the running mean by its definition, state too, and the network itself left alone."""

import numpy as np
import pytest

from helpers.averaging import AveragedWeights
from helpers.networks import DeepConvNet, TwoLayerNet
from helpers.optimizers import SGD


def shares(momentum, count):
    """The weight of each array in the mean after count updates, the starting one first, written out as products."""
    kept = [min(momentum, (1 + t) / (10 + t)) for t in range(1, count + 1)]
    return [np.prod(kept), *((1 - kept[i]) * np.prod(kept[i + 1 :]) for i in range(count))]


@pytest.mark.parametrize("momentum", [0, 0.3, 0.998])
def test_the_mean_is_the_weighted_sum_of_its_definition(momentum):
    rng = np.random.default_rng(3)
    network = TwoLayerNet(3, 2, 4, rng, dtype=np.float64)
    average, seen = AveragedWeights(network, momentum), [network.params["W1"].copy()]
    for _ in range(7):
        network.params["W1"] += rng.standard_normal((3, 2))
        seen.append(network.params["W1"].copy())
        average.update()
    weights = shares(momentum, 7)
    assert sum(weights) == pytest.approx(1)
    expected = sum(weight * array for weight, array in zip(weights, seen, strict=True))
    np.testing.assert_allclose(average.network().params["W1"], expected, rtol=1e-12)
    assert np.array_equal(network.params["W1"], seen[-1])  # it was only read


def test_state_is_averaged_and_the_new_network_is_one_of_its_own():
    rng = np.random.default_rng(0)
    network = DeepConvNet((1, 4, 6), 5, 3, rng, filters=(2, 3), batch_normalization=True)
    average, before = AveragedWeights(network, 0.5), network.state["mean1"].copy()
    network.loss_and_gradient(rng.random((7, 1, 4, 6), np.float32), rng.integers(0, 3, 7))
    assert not np.array_equal(network.state["mean1"], before)
    average.update()
    averaged = average.network()
    share = 2 / 11
    np.testing.assert_allclose(averaged.state["mean1"], share * before + (1 - share) * network.state["mean1"], rtol=1e-5)
    kept = {name: array.copy() for name, array in averaged.params.items()}
    SGD(0.1).update(network.params, {name: np.ones_like(array) for name, array in network.params.items()})
    average.update()
    assert all(np.array_equal(averaged.params[name], array) and array.dtype == np.float32 for name, array in kept.items())
    x = rng.random((2, 1, 4, 6), np.float32)
    assert not np.array_equal(averaged.predict(x), average.network().predict(x))


def test_float16_is_averaged_finely():
    network = TwoLayerNet(2, 2, 2, 0, dtype=np.float16)
    network.params["b1"][:] = 0
    average = AveragedWeights(network)
    network.params["b1"][:] = 1
    for _ in range(4000):  # float16 alone would stand still where a step is below half of its last digit
        average.update()
    assert average.network().params["b1"].dtype == np.float16
    np.testing.assert_allclose(average.network().params["b1"], 1, atol=2e-3)


@pytest.mark.parametrize("momentum", [-0.1, 1, 1.5, True, "0.9", np.nan])
def test_a_momentum_that_is_no_share(momentum):
    with pytest.raises(ValueError, match="momentum is the share of the old mean"):
        AveragedWeights(TwoLayerNet(2, 2, 2, 0), momentum)
