"""How sure a network is: groups against loops, the temperature against a fine grid, means over shifted copies."""

import numpy as np
import pytest

from helpers.confidence import best_temperature, calibration, calibration_error, over_shifts
from helpers.functions import cross_entropy_error, softmax
from helpers.networks import SimpleConvNet


def scores_and_labels(seed=0, samples=400, classes=5, factor=3.0):
    """Scores whose probabilities at temperature ``factor`` are those with which the labels were drawn."""
    rng = np.random.default_rng(seed)
    scores = 2 * rng.standard_normal((samples, classes))
    labels = np.array([rng.choice(classes, p=row) for row in softmax(scores)])
    return factor * scores, labels


@pytest.mark.parametrize("temperature", [1.0, 3.0])
def test_groups_by_a_loop(temperature):
    scores, t = scores_and_labels()
    edges = (0.0, 0.4, 0.6, 0.9, 1.0)
    sure, right, count = calibration(scores, t, temperature, edges)
    largest = softmax(scores / temperature).max(axis=1)
    for group, (low, high) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        chosen = (largest > low) & (largest <= high)
        assert count[group] == chosen.sum()
        assert sure[group] == pytest.approx(largest[chosen].mean())
        assert right[group] == pytest.approx((scores[chosen].argmax(axis=1) == t[chosen]).mean())
    error = np.sum(np.abs(sure - right) * count) / count.sum()
    assert calibration_error(scores, t, temperature, edges) == pytest.approx(error)


def test_an_empty_group_is_nan_and_counts_nothing():
    scores = np.array([[9.0, 0.0], [0.0, 9.0]])
    sure, right, count = calibration(scores, [0, 0], edges=(0, 0.9, 1))
    assert np.isnan([sure[0], right[0]]).all() and count.tolist() == [0, 2] and right[1] == 0.5
    assert calibration_error(scores, [0, 0], edges=(0, 0.9, 1)) == pytest.approx(sure[1] - 0.5)


def test_the_temperature_is_the_lowest_loss_and_the_truth():
    scores, t = scores_and_labels(samples=4000)
    found = best_temperature(scores, t)
    grid = np.exp(np.linspace(np.log(0.5), np.log(10), 2000))
    losses = [cross_entropy_error(softmax(scores / T), t) for T in grid]
    assert found == pytest.approx(grid[np.argmin(losses)], rel=0.002) and found == pytest.approx(3, rel=0.1)
    assert best_temperature(10 * scores, t) == pytest.approx(10 * found if found < 2 else 20, rel=0.01)  # high is the end
    one_hot = np.eye(5)[t]
    assert best_temperature(scores, one_hot) == found
    assert calibration_error(scores, t, found) < calibration_error(scores, t) / 3


def test_float32_scores_give_the_same():
    scores, t = scores_and_labels()
    assert best_temperature(scores.astype(np.float32), t) == pytest.approx(best_temperature(scores, t), rel=1e-3)


class Corner:
    """Scores that say which pixel of each picture is the largest; shifting the picture moves it."""

    def predict(self, x):
        return x.reshape(len(x), -1)


def test_shifted_copies_by_hand():
    x = np.zeros((2, 1, 3, 4))
    x[0, 0, 1, 1], x[1, 0, 0, 3] = 5, 4
    expected = np.zeros((2, 12))
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            moved = np.zeros_like(x)
            for n, i, j in ((0, 1, 1), (1, 0, 3)):
                if 0 <= i + down < 3 and 0 <= j + across < 4:
                    moved[n, 0, i + down, j + across] = x[n, 0, i, j]
            expected += softmax(moved.reshape(2, -1)) / 9
    np.testing.assert_allclose(over_shifts(Corner(), x), expected)
    np.testing.assert_allclose(over_shifts(Corner(), x, batch_size=1), expected)
    np.testing.assert_allclose(over_shifts(Corner(), x, by=0), softmax(x.reshape(2, -1)))


def test_with_a_network():
    x = np.random.default_rng(0).random((5, 1, 8, 8), dtype=np.float32)
    found = over_shifts(SimpleConvNet((1, 8, 8), {"filter_num": 3, "filter_size": 3}, 6, 10, 0), x)
    assert found.shape == (5, 10)
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-5)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda s, t: calibration(s[0], t), "one row an image"),
        (lambda s, t: calibration(s, t[:-1]), "400"),
        (lambda s, t: calibration(s, t, 0), "temperature"),
        (lambda s, t: calibration(s, t, edges=(0.1, 1)), "rise from 0 to 1"),
        (lambda s, t: calibration(s, t, edges=(0, 0.5, 0.5, 1)), "rise from 0 to 1"),
        (lambda s, t: calibration(np.where(s > 5, np.nan, s), t), "scores"),
        (lambda s, t: best_temperature(s, t, 2, 1), "low must lie below high"),
        (lambda s, t: over_shifts(Corner(), np.zeros((0, 1, 3, 3))), "no images"),
        (lambda s, t: over_shifts(Corner(), np.zeros((2, 1, 3, 3)), by=-1), "by"),
    ],
)
def test_errors_name_the_cause(call, words):
    with pytest.raises(ValueError, match=words):
        call(*scores_and_labels())
