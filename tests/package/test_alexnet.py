"""AlexNet: the shapes and the count of the program that it follows, its gradient, pieces, files."""

import numpy as np
import pytest

from helpers import networks
from helpers.alexnet import AlexNet
from helpers.checkpoints import from_json, load_weights, save_weights, to_json
from helpers.convolution import Convolution, MaxPooling
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Relu

DIM, T = (2, 99, 107), np.array([2, 0, 1, 1, 0])  # the smallest height at which nothing shrinks away
PYRAMID = {"filters": (2, 3, 4, 3, 2), "hidden": (5, 6, 4)}


def small(**options):
    return AlexNet(DIM, 3, **({"rng": 0, "dropout": 0.0, "dtype": np.float64} | PYRAMID | options))


def inputs(samples=5, seed=3):
    return np.random.default_rng(seed).standard_normal((samples, *DIM))


@pytest.fixture(scope="module")
def full():
    return AlexNet(rng=0)


def test_it_has_the_parameters_of_the_keras_program(full):
    learned = sum(value.size for value in full.params.values())
    running = sum(value.size for value in full.state.values())
    assert (learned, running, learned + running) == (47_700_602, 1_236, 47_701_838)


def test_its_shapes(full):
    """Sides as the windows make them; the arithmetic is that of checks.output_size, walked here once more by hand."""
    side, sides, channels = 224, [], []
    for layer in full.layers:
        if isinstance(layer, Convolution | MaxPooling):
            window = layer.params["W"].shape[2] if isinstance(layer, Convolution) else layer.pool[0]
            side = (side + 2 * layer.pad[0] - window) // layer.stride[0] + 1
            sides.append(side)
        if isinstance(layer, Convolution):
            channels.append(len(layer.params["W"]))
    assert sides == [54, 26, 26, 12, 12, 12, 10, 4] and channels == [6, 256, 384, 384, 356]
    affine = [layer.params["W"].shape for layer in full.layers if isinstance(layer, Affine)]
    assert affine == [(5696, 4096), (4096, 4096), (4096, 1000), (1000, 2)] and 5696 == 4 * 4 * 356


def test_its_layers():
    pooled, plain, hidden = [Convolution, Relu, BatchNormalization, MaxPooling], [Convolution, Relu], [Affine, Relu, Dropout]
    expected = pooled * 2 + plain * 2 + pooled + [Flatten] + hidden * 3 + [Affine]
    assert [type(layer) for layer in small().layers] == expected


def test_its_gradient_along_random_directions():
    """All parameters, one direction each: every entry of each of them would take minutes."""
    network, rng, h = small(weight_decay=0.01), np.random.default_rng(4), 1e-7
    for name, value in network.params.items():
        if not name.startswith("W"):
            value[...] = rng.uniform(0.3, 1, value.shape)
    gradient = {name: slope.copy() for name, slope in network.gradient(inputs(), T).items()}
    for name, value in network.params.items():
        direction, before, losses = rng.standard_normal(value.shape), value.copy(), []
        for sign in (1, -1):
            value[...] = before + sign * h * direction
            losses.append(network.loss_and_gradient(inputs(), T)[0])
        value[...] = before
        own, measured = np.sum(gradient[name] * direction), (losses[0] - losses[1]) / (2 * h)
        assert own == pytest.approx(measured, rel=1e-5, abs=1e-7) and own, name


def test_pieces_give_the_whole_batch():
    whole, parts = small(), small()
    whole.piece, parts.piece = None, 2
    one, other = whole.gradient(inputs(), T), parts.gradient(inputs(), T)
    for name, value in one.items():
        np.testing.assert_allclose(other[name], value, atol=1e-12, err_msg=name)


def test_its_file(tmp_path):
    network = small()
    network.gradient(inputs(), T)  # moves the running means
    save_weights(tmp_path / "a.npz", network)
    again = from_json(to_json(network))
    load_weights(tmp_path / "a.npz", again)
    assert type(again) is AlexNet and np.array_equal(again.predict(inputs()), network.predict(inputs()))


def test_it_is_found_in_helpers_networks():
    assert networks.AlexNet is AlexNet and "AlexNet" in networks.__all__


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"filters": (6, 256)}, "five whole numbers"),
        ({"filters": (6, 256, 384, 0, 356)}, "from 1 up"),
        ({"hidden": (40.5,)}, "from 1 up"),
        ({"dropout": 1}, "less than 1"),
    ],
)
def test_wrong_settings(options, words):
    with pytest.raises(ValueError, match=words):
        small(**options)


def test_pictures_that_are_too_small():
    with pytest.raises(ValueError, match="does not fit"):
        AlexNet((3, 32, 32), rng=0, **PYRAMID)
