"""Where does a network look? Two ways to ask: cover a part of the picture, or ask for the slope by each pixel.

Both ask about a score, the number before softmax, against the best of the other classes: the lead of a class. Probabilities
would hide the answer where a network is sure. At 0.9999 they can hardly move, and the slope of the loss is nearly 0 there:
softmax is flat. The lead loses as much by a covered ear when it is 12 as when it is 2, and does not change when all
scores are raised by the same number, which changes no probability.
Sources: Zeiler and Fergus, 2013, arXiv:1311.2901 (covering); Simonyan, Vedaldi, Zisserman, 2013, arXiv:1312.6034 (slopes).
"""

import numpy as np

from helpers.checks import is_number, labels_of, pair, require_finite, require_float, require_images, require_whole
from helpers.functions import at_least_float32


def lead(scores, t):
    """By how much the score of class t is above the best of the others: positive where the answer is t.

    scores: (N, K). t: class numbers (N,). Returns (N,).
    """
    scores, rows = at_least_float32(require_float("scores", scores)), np.arange(len(scores))
    t = labels_of(t, *scores.shape)
    return scores[rows, t] - _without(scores, t).max(axis=1)


def _without(scores, t):
    """A copy of scores in which class t of each row is minus infinity."""
    others = scores.copy()
    others[np.arange(len(others)), t] = -np.inf
    return others


def occlusion_map(network, image, label, patch=8, stride=4, fill=None, batch_size=100):
    """How much of its lead a class loses when a patch of the picture is covered.

    network: has predict((N, C, H, W)) -> scores (N, K). image: (C, H, W) floats. label: a class number. patch, stride: whole
    numbers or pairs (height, width). fill: a number, one a channel (C,), or None for the picture's own mean colour.
    Returns (OH, OW) with OH = (H - patch) // stride + 1: entry (i, j) belongs to the patch whose upper left pixel is
    (i·stride, j·stride). Positive: what was covered spoke for the class; negative: against it.
    """
    image = require_float("image", image)
    if image.ndim != 3:
        hint = " Take one of a batch: x[0]." if image.ndim == 4 else " A grey picture (H, W) is image[None]."
        raise ValueError(f"image must have shape (C, H, W), but it has shape {image.shape}.{hint}")
    require_finite("image", image)
    (H, W), patch, stride = image.shape[1:], pair("patch", patch, 1), pair("stride", stride, 1)
    batch_size = require_whole("batch_size", batch_size, 1)
    if patch[0] > H or patch[1] > W:
        raise ValueError(f"a patch of {patch} does not fit into a picture of {(H, W)}: choose a smaller one.")
    corners = [(i, j) for i in range(0, H - patch[0] + 1, stride[0]) for j in range(0, W - patch[1] + 1, stride[1])]
    colour = _colour(image, fill)
    leads = [_leads(network, image[None], label)]
    for start in range(0, len(corners), batch_size):
        part = corners[start : start + batch_size]
        covered = np.repeat(image[None], len(part), axis=0)
        for picture, (i, j) in zip(covered, part, strict=True):
            picture[:, i : i + patch[0], j : j + patch[1]] = colour
        leads.append(_leads(network, covered, label))
    before, *after = np.concatenate(leads)
    return (before - np.array(after)).reshape((H - patch[0]) // stride[0] + 1, -1)


def _colour(image, fill):
    """What covers, (C, 1, 1) in the picture's dtype."""
    if fill is None:
        return image.mean(axis=(1, 2), keepdims=True)
    colour = np.asarray(fill)
    if colour.dtype.kind not in "iuf" or colour.shape not in ((), (1,), (len(image),)) or not np.isfinite(colour).all():
        raise ValueError(f"fill must be a number, or one for each of the {len(image)} channels, not {fill!r:.80}.")
    return np.broadcast_to(colour.reshape(-1, 1, 1), (len(image), 1, 1)).astype(image.dtype)


def _leads(network, x, label):
    if not is_number(label):
        raise ValueError(f"label must be a class number, such as 0, not {label!r:.80}.")
    scores = network.predict(x)
    require_finite("scores", scores)
    return lead(scores, np.full(len(x), label))


def pixel_slopes(network, x, t):
    """The slope of each picture's lead of class t by each of its pixels: which pixels, made brighter, speak for the class.

    network: a Network. x: (N, C, H, W) floats. t: class numbers (N,). Returns an array of x's shape. The network stays as it is,
    and each picture's slopes are its own, whatever else is in the batch: the network is asked as for a prediction,
    without dropout and with batch normalization's running means.
    """
    x = require_images(x)
    require_finite("x", x)
    walker = network.worker()  # the same weights, but what is kept on the way is its own
    scores = walker.forward(x)
    t, rows = labels_of(t, *scores.shape), np.arange(len(x))
    dout = np.zeros_like(scores)
    dout[rows, t] = 1
    dout[rows, _without(scores, t).argmax(axis=1)] = -1  # of equal ones the first, where the lead has a bend
    for layer in reversed(walker.layers):
        dout = layer.backward(dout)
    return dout
