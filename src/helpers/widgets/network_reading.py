"""What a network says of one picture, and what its hidden units said on the way, for those who look on."""

from typing import NamedTuple

import numpy as np

from helpers.functions import softmax
from helpers.layers import Affine, Relu, Sigmoid, Tanh
from helpers.plots.pad import MOST_UNITS


class Reading(NamedTuple):
    """probabilities: (K,). units: activations of the first hidden layer that is a row of units, (M,), or None. pull: what each
    of these adds to each score, (M, K), where nothing but one affine layer comes behind them; otherwise None."""

    probabilities: np.ndarray
    units: np.ndarray | None = None
    pull: np.ndarray | None = None


def read_by(network, picture, hidden=None):
    """A Reading of one picture, (C, H, W).

    network: a function from a table (1, C·H·W) of float32 to scores (1, K), such as network.predict, or an object with .predict;
    if it has .layers too, its hidden units are looked at, and it gets images where it begins with a convolution. hidden: a
    function from the same table to activations (1, M), for what has no layers. More than 256 units are not shown.
    """
    x = np.asarray(picture, dtype=np.float32)[None]
    table = x.reshape(1, -1)
    if hasattr(network, "layers"):
        first = getattr(network, "params", {}).get("W1")
        scores, units, pull = _walk(network.layers, x if np.ndim(first) == 4 else table)
    else:
        scores, units, pull = (network.predict if hasattr(network, "predict") else network)(table), None, None
    if hidden is not None:
        units, pull = np.array(hidden(table)).reshape(-1), None
    if units is not None and len(units) > MOST_UNITS:
        units = pull = None
    return Reading(softmax(scores)[0], units, pull)


def _walk(layers, x):
    units, pull = None, None
    for i, layer in enumerate(layers):
        x = layer.forward(x)
        if units is None and isinstance(layer, (Relu, Sigmoid, Tanh)) and x.ndim == 2:
            units, behind = x[0].copy(), layers[i + 1 :]
            if len(behind) == 1 and isinstance(behind[0], Affine):
                pull = units[:, None] * behind[0].params["W"]
    return x, units, pull
