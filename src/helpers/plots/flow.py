"""How one picture runs through a network, in numbers: what each unit says, what each wire carries, which ink a unit waits for."""

import numpy as np

from helpers.functions import relu, softmax


class Flow:
    """One picture on its way through affine layers with ReLU between them, and softmax behind the last.

    image: (D,). weights: {"W1": (D, M), "b1": (M,), "W2": …}, or a list of pairs (W, b). ``values``: the pixels, each layer's
    activations and at last the probabilities. Units are counted through all layers, the hidden ones first: the number
    ``hidden`` + k is output k. ValueError where the picture and the weights do not fit.
    """

    def __init__(self, image, weights):
        self.layers = _pairs(weights)
        self.values = [np.asarray(image).reshape(-1)]
        if self.layers[0][0].shape[0] != self.values[0].size:
            raise ValueError(f"the picture has {self.values[0].size} pixels, but W1 has {self.layers[0][0].shape[0]} rows.")
        for W, b in self.layers:
            self.scores = self.values[-1] @ W + b
            self.values.append(relu(self.scores))
        self.values[-1] = softmax(self.scores)
        self.answer = int(self.scores.argmax())
        self.firsts = np.concatenate([[0], np.cumsum([v.size for v in self.values[1:]])])  # the first unit of each layer
        self.hidden = int(self.firsts[-2])

    def place(self, unit):
        """(layer, index) of a unit, the layer counted from 1. ValueError where there is none."""
        if not 0 <= unit < self.firsts[-1]:
            raise ValueError(f"there is no unit {unit}; they run from 0 to {self.firsts[-1] - 1}, the outputs last.")
        layer = int(np.searchsorted(self.firsts, unit, side="right"))
        return layer, int(unit - self.firsts[layer - 1])

    def into(self, layer, units):
        """What the wires into these units of a layer carry, activation times weight, (units before, len(units))."""
        return self.values[layer - 1][:, None] * self.layers[layer - 1][0][:, units]

    def out_of(self, layer, unit):
        """What one unit of a hidden layer sends to each unit of the next, (units behind,)."""
        return self.values[layer][unit] * self.layers[layer][0][unit]

    def behind(self, layer, unit, into=12, further=18):
        """Why a unit says what it says: the strongest wires into it, the strongest into those that they come from, and so on.

        Returns {layer: [(from, to, what it carries)]}, so many into the unit itself, and so many in each layer before.
        """
        found, units = {}, np.array([unit])
        for below in range(layer, 0, -1):
            wires = strongest(self.into(below, units), into if below == layer else further)
            found[below] = [(i, int(units[j]), carried) for i, j, carried in wires]
            units = np.unique([i for i, *_ in wires]).astype(int)
        return found

    def looks_for(self, layer, unit):
        """How each pixel's ink would move the unit's sum, (D,): in the first layer its weights, in later ones those of all ways
        through units that are on."""
        slope = self.layers[layer - 1][0][:, unit]
        for below in range(layer - 1, 0, -1):
            slope = self.layers[below - 1][0] @ (slope * (self.values[below] > 0))
        return slope


def strongest(table, most):
    """The entries of a table furthest from 0, at most so many and none of 0: [(row, column, value)], the strongest first."""
    flat = np.abs(table).ravel()
    count = min(most, flat.size)
    places = np.argpartition(-flat, count - 1)[:count] if count else np.zeros(0, int)
    places = places[np.argsort(-flat[places], kind="stable")]
    return [(int(p // table.shape[1]), int(p % table.shape[1]), float(table.flat[p])) for p in places if flat[p] > 0]


def _pairs(weights):
    if not isinstance(weights, dict):
        return [(np.asarray(W), np.asarray(b)) for W, b in weights]
    count = sum(name[0] == "W" for name in weights)
    return [(np.asarray(weights[f"W{k}"]), np.asarray(weights[f"b{k}"])) for k in range(1, count + 1)]
