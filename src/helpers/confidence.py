"""How sure is a network, and is it right as often as it is sure? Calibration, and means over several readings.

Source: Guo, Pleiss, Sun, Weinberger, On calibration of modern neural networks, 2017, arXiv:1706.04599.
"""

import numpy as np

from helpers.checks import labels_of, require_finite, require_float, require_images, require_positive, require_whole
from helpers.functions import cross_entropy_error, softmax

EDGES = (0.0, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 1.0)  # most readings of a good network are very sure


def calibration(scores, t, temperature=1.0, edges=EDGES):
    """How sure a network says it is, and how often it is right then, group by group.

    scores: (N, K). t: labels (N,) or one-hot (N, K). temperature: the scores are divided by it before the softmax. edges: rising
    numbers from 0 to 1; a group holds the readings whose largest probability lies between two of them, the upper one included.
    Returns (sure, right, count), each (len(edges) - 1,): the mean of the largest probabilities, the share that is read correctly,
    and how many there are. In an empty group sure and right are nan.
    """
    scores, t = _scores(scores, t)
    probabilities = softmax(scores / require_positive("temperature", temperature))
    edges = np.asarray(edges, dtype=float)
    if edges.ndim != 1 or len(edges) < 2 or edges[0] != 0 or edges[-1] != 1 or (np.diff(edges) <= 0).any():
        raise ValueError(f"edges must rise from 0 to 1, such as (0, 0.9, 1), but they are {edges.tolist()}.")
    largest, hit = probabilities.max(axis=1), scores.argmax(axis=1) == t
    group = np.clip(np.searchsorted(edges, largest) - 1, 0, len(edges) - 2)  # rounding may lift a probability above 1
    count = np.bincount(group, minlength=len(edges) - 1)
    with np.errstate(invalid="ignore"):
        return np.bincount(group, largest, len(count)) / count, np.bincount(group, hit, len(count)) / count, count


def calibration_error(scores, t, temperature=1.0, edges=EDGES):
    """The distance between sure and right of calibration, averaged over all readings: 0 is best. Returns a float."""
    sure, right, count = calibration(scores, t, temperature, edges)
    return float(np.sum(np.abs(sure - right)[count > 0] * count[count > 0]) / count.sum())


def best_temperature(scores, t, low=0.05, high=20.0):
    """The temperature between low and high at which the mean cross-entropy is smallest. Returns a float.

    scores: (N, K), of images that nothing was learned from. t: labels (N,) or one-hot. Along the logarithm of the temperature
    the loss has one valley, which a golden-section search closes in on, to a ten-thousandth.
    """
    scores, t = _scores(scores, t)
    a, b = np.log([require_positive("low", low), require_positive("high", high)])
    if not a < b:
        raise ValueError(f"low must lie below high, but they are {low} and {high}.")

    def loss(place):
        return cross_entropy_error(softmax(scores / np.exp(place)), t)

    golden = (np.sqrt(5) - 1) / 2
    c, d = b - golden * (b - a), a + golden * (b - a)
    at_c, at_d = loss(c), loss(d)
    while b - a > 1e-4:
        if at_c <= at_d:
            b, d, at_d = d, c, at_c
            c = b - golden * (b - a)
            at_c = loss(c)
        else:
            a, c, at_c = c, d, at_d
            d = a + golden * (b - a)
            at_d = loss(d)
    return float(np.exp((a + b) / 2))


def over_shifts(network, x, by=1, batch_size=1000):
    """Probabilities averaged over all copies of the images that are moved by up to ``by`` pixels, (2·by + 1)² of them.

    network: has predict. x: images (N, C, H, W). by: whole number from 0 up; what leaves the frame is lost, zeros come in.
    Returns (N, K), rows of sum 1.
    """
    x, by, batch_size = require_images(x), require_whole("by", by, 0), require_whole("batch_size", batch_size, 1)
    height, width, parts = *x.shape[2:], []
    for start in range(0, len(x), batch_size):
        padded = np.pad(x[start : start + batch_size], ((0, 0), (0, 0), (by, by), (by, by)))
        places = [padded[:, :, i : i + height, j : j + width] for i, j in np.ndindex(2 * by + 1, 2 * by + 1)]
        parts.append(sum(softmax(network.predict(np.ascontiguousarray(place))) for place in places) / len(places))
    if not parts:
        raise ValueError("there are no images: x has length 0.")
    return np.concatenate(parts)


def _scores(scores, t):
    scores = require_float("scores", scores)
    if scores.ndim != 2:
        raise ValueError(f"scores must have shape (N, K), one row an image, but they have shape {scores.shape}.")
    require_finite("scores", scores)
    return scores.astype(float), labels_of(t, *scores.shape)
