"""Where a network looks: occlusion of a toy whose answer is known, slopes against central differences, the doors."""

import types

import numpy as np
import pytest

from helpers.gradient import numerical_gradient
from helpers.layers import Affine, Flatten
from helpers.network import Network
from helpers.networks import VGG, ResNet
from helpers.optimizers import Adam
from helpers.saliency import lead, occlusion_map, pixel_slopes

DIM = (2, 7, 10)  # all three differ


def network(**options):
    return VGG(DIM, ((1, 3), (1, 4)), 6, 3, **({"rng": 0, "dtype": np.float64} | options))


def images(samples=5, seed=1, dtype=np.float64):
    return np.random.default_rng(seed).standard_normal((samples, *DIM)).astype(dtype)


def warmed(made):
    """With running means that are not those of the start."""
    for seed in range(3):
        made.gradient(images(8, seed) + 0.5, np.arange(8) % 3)
    return made


class Looks:
    """Class 1's score is the sum of one rectangle of channel 0, minus that of another in channel 1; the others' are 0."""

    def predict(self, x):
        scores = np.zeros((len(x), 3))
        scores[:, 1] = x[:, 0, 2:4, 3:6].sum(axis=(1, 2)) - x[:, 1, 5, 8]
        return scores


def test_lead():
    scores = np.array([[2.0, -1.0, 0.5], [3.0, 3.0, 1.0], [0.0, 7.0, 9.0]])
    assert lead(scores, np.array([0, 1, 1])).tolist() == [1.5, 0.0, -2.0]
    assert lead(scores + 100, np.array([0, 1, 1])).tolist() == [1.5, 0.0, -2.0]


# ---------------------------------------------------------------- covering


def test_the_map_of_a_network_that_looks_at_one_place():
    image = np.ones(DIM)
    found = occlusion_map(Looks(), image, 1, patch=(2, 3), stride=1, fill=0)
    assert found.shape == (6, 8)
    expected = np.zeros((6, 8))
    for i, j in np.ndindex(6, 8):
        covered = np.zeros(DIM[1:])
        covered[i : i + 2, j : j + 3] = 1
        expected[i, j] = covered[2:4, 3:6].sum() - covered[5, 8]
    assert np.array_equal(found, expected) and found[2, 3] == 6 and found.min() == -1
    # Sure of it or not, the answer is the same: a probability would hardly have moved at a score of 1,000 against 0.
    large = occlusion_map(Looks(), 1000 * image, 1, patch=(2, 3), stride=1, fill=999)
    np.testing.assert_allclose(large, expected)


def test_stride_and_a_rest_at_the_border():
    every, image = images(1)[0], images(1)[0]
    fine = occlusion_map(Looks(), image, 1, patch=(3, 2), stride=1)
    coarse = occlusion_map(Looks(), every, 1, patch=(3, 2), stride=(3, 4))
    assert coarse.shape == (2, 3) and np.allclose(coarse, fine[::3, ::4])


def test_what_covers():
    image = images(1)[0] + np.array([3.0, -2.0])[:, None, None]
    mean = image.mean(axis=(1, 2))
    default = occlusion_map(network(), image, 2, patch=3, stride=2)
    assert np.allclose(default, occlusion_map(network(), image, 2, patch=3, stride=2, fill=mean))
    assert not np.allclose(default, occlusion_map(network(), image, 2, patch=3, stride=2, fill=mean[::-1]))
    assert not np.allclose(default, occlusion_map(network(), image, 2, patch=3, stride=2, fill=0))


def test_a_picture_of_one_colour_has_an_empty_map():
    image = np.full(DIM, 0.3)
    assert np.allclose(occlusion_map(network(), image, 0, patch=4, stride=3), 0, atol=1e-12)


@pytest.mark.parametrize("batch_size", [1, 5, 100])
def test_the_map_does_not_depend_on_how_it_is_asked_for(batch_size):
    image, before = images(1)[0], images(1)[0]
    whole, parts = warmed(network()), warmed(network())
    whole.piece, parts.piece = None, 2
    one = occlusion_map(whole, image, 1, patch=3, stride=1)
    assert np.allclose(one, occlusion_map(parts, image, 1, patch=3, stride=1, batch_size=batch_size), atol=1e-12)
    assert np.array_equal(image, before)


def test_the_whole_picture_covered():
    assert occlusion_map(Looks(), np.ones(DIM), 1, patch=DIM[1:], stride=1, fill=0).tolist() == [[5.0]]


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"image": np.zeros((1, *DIM))}, ValueError, r"\(C, H, W\).* Take one of a batch: x\[0\]"),
        ({"image": np.zeros((7, 10))}, ValueError, r"A grey picture \(H, W\) is image\[None\]"),
        ({"image": np.zeros(DIM, np.uint8)}, TypeError, "image must be an array of floats"),
        ({"image": np.full(DIM, np.nan)}, ValueError, "image must be finite"),
        ({"patch": (8, 2)}, ValueError, r"a patch of \(8, 2\) does not fit into a picture of \(7, 10\)"),
        ({"patch": 0}, ValueError, "patch must be a whole number from 1 up"),
        ({"stride": 0}, ValueError, "stride must be a whole number from 1 up"),
        ({"fill": (1, 2, 3)}, ValueError, "one for each of the 2 channels"),
        ({"fill": "mean"}, ValueError, "fill must be a number"),
        ({"label": 3}, ValueError, "labels must lie in 0..2"),
        ({"label": -1}, ValueError, "labels must lie in 0..2"),
        ({"label": "cat"}, ValueError, "label must be a class number, such as 0, not 'cat'"),
        ({"label": 1.0}, TypeError, "must be an integer"),
        ({"batch_size": 0}, ValueError, "batch_size must be a whole number from 1 up"),
    ],
)
def test_the_doors_of_covering(change, error, words):
    with pytest.raises(error, match=words):
        occlusion_map(Looks(), **({"image": np.ones(DIM), "label": 1, "patch": 2} | change))


def test_scores_that_are_lost_are_named():
    broken = types.SimpleNamespace(predict=lambda x: np.full((len(x), 3), np.nan))
    with pytest.raises(ValueError, match="scores must be finite"):
        occlusion_map(broken, np.ones(DIM), 0, patch=2)


# ---------------------------------------------------------------- slopes


@pytest.mark.parametrize("make", [network, lambda: ResNet(DIM, (1, 1), 3, 0, filters=(3, 4), dtype=np.float64)])
def test_slopes_against_central_differences(make):
    made, x, t = warmed(make()), images(), np.array([2, 0, 1, 1, 0])
    measured = numerical_gradient(lambda x: float(lead(made.predict(x), t).sum()), x.copy(), h=1e-6)
    own = pixel_slopes(made, x, t)
    assert own.shape == x.shape and np.abs(own).max() > 1e-3
    np.testing.assert_allclose(own, measured, atol=1e-7)


def test_slopes_of_a_linear_network_are_differences_of_its_weights():
    W = np.random.default_rng(0).standard_normal((140, 3))
    made, x = Network([Flatten(), Affine(W, np.zeros(3))]), images(2)
    own = pixel_slopes(made, x, np.array([0, 2]))
    for picture, label, slopes in zip(x, (0, 2), own, strict=True):
        others = [k for k in range(3) if k != label]
        rival = max(others, key=lambda k: picture.ravel() @ W[:, k])
        np.testing.assert_allclose(slopes.ravel(), W[:, label] - W[:, rival])


def test_a_sure_network_still_has_slopes():
    """The loss's slopes are nearly 0 where softmax is flat, and those of the lead are not."""
    W = np.random.default_rng(0).standard_normal((140, 2))
    made, x = Network([Flatten(), Affine(W, np.array([40.0, 0.0]))]), images(1) / 10
    loss = numerical_gradient(lambda x: made.loss(x, np.array([0])), x.copy())
    assert np.abs(loss).max() < 1e-9 and np.abs(pixel_slopes(made, x, np.array([0]))).max() > 1


def test_each_picture_has_its_own_slopes():
    made, x, t = warmed(network()), images(), np.array([2, 0, 1, 1, 0])
    together = pixel_slopes(made, x, t)
    for n in range(5):
        np.testing.assert_allclose(pixel_slopes(made, x[n : n + 1], t[n : n + 1])[0], together[n], atol=1e-12)
    made.piece = 2
    np.testing.assert_allclose(pixel_slopes(made, x, t), together, atol=1e-12)
    assert np.array_equal(pixel_slopes(made, x, np.eye(3)[t]), together)


def test_the_network_and_the_pictures_stay_as_they_are():
    made, x = warmed(network(dropout=0.5)), images()
    weights = {name: value.copy() for name, value in (made.params | made.state).items()}
    made.loss_and_gradient(x, np.zeros(5, int))
    state = {name: value.copy() for name, value in made.state.items()}
    grads = [{key: value.copy() for key, value in layer.grads.items()} for layer in made.all_layers()]
    kept = [layer.__dict__.get("x") for layer in made.layers]
    first, before = pixel_slopes(made, x, np.zeros(5, int)), x.copy()
    assert np.array_equal(first, pixel_slopes(made, x, np.zeros(5, int))), "dropout must not draw"
    assert np.array_equal(x, before)
    assert all(np.array_equal(made.params[name], weights[name]) for name in made.params)
    assert all(np.array_equal(made.state[name], state[name]) for name in state)
    for layer, held in zip(made.all_layers(), grads, strict=True):
        assert all(np.array_equal(layer.grads[key], held[key]) for key in held)
    assert all(layer.__dict__.get("x") is value for layer, value in zip(made.layers, kept, strict=True))


def test_float32():
    made = network(dtype=np.float32)
    own = pixel_slopes(made, images(dtype=np.float32), np.arange(5) % 3)
    exact = pixel_slopes(network(), images(), np.arange(5) % 3)
    assert own.dtype == np.float32 and np.allclose(own, exact, atol=1e-4)


@pytest.mark.parametrize(
    ("x", "t", "error", "words"),
    [
        (np.ones(DIM), np.array([0]), ValueError, r"A single image \(C, H, W\): use x\[None\]"),
        (np.ones((2, *DIM), int), np.array([0, 1]), TypeError, "array of floats"),
        (np.full((1, *DIM), np.inf), np.array([0]), ValueError, "x must be finite"),
        (np.ones((2, *DIM)), np.array([0, 3]), ValueError, "labels must lie in 0..2"),
        (np.ones((2, *DIM)), np.array([0]), ValueError, "there are 2 samples"),
        (np.ones((2, *DIM)), np.array([0.0, 1.0]), TypeError, "class numbers"),
        (np.ones((0, *DIM)), np.array([], int), ValueError, "no samples"),
    ],
)
def test_the_doors_of_slopes(x, t, error, words):
    with pytest.raises(error, match=words):
        pixel_slopes(network(), x, t)


def test_a_trained_network_looks_at_what_it_learned():
    """The class is a bright square, in one of two corners: both ways find the corner, and the rest is quiet."""
    rng = np.random.default_rng(0)
    x, t = rng.random((200, 1, 9, 12)).astype(np.float32), np.arange(200) % 2
    x[t == 0, 0, :3, :3] += 1
    x[t == 1, 0, 6:, 9:] += 1
    made = VGG((1, 9, 12), ((1, 6),), 8, 2, 0, dropout=0.0)
    optimizer = Adam(0.01)
    for _ in range(60):
        optimizer.update(made.params, made.gradient(x, t))
    assert made.accuracy(x, t) == 1
    found = occlusion_map(made, x[0], 0, patch=3, stride=3)
    assert np.unravel_index(found.argmax(), found.shape) == (0, 0)
    slopes = np.abs(pixel_slopes(made, x[:20], t[:20])).mean(axis=(0, 1))
    assert slopes[:3, :3].mean() > 2 * slopes[:, 4:8].mean()
