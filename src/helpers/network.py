"""A network: layers one after the other, and a loss at their end.

Source: Goodfellow, Bengio, Courville, Deep Learning, chapter 6.
"""

import copy
from collections import Counter

import numpy as np

from helpers.checks import labels_of
from helpers.fast.pieces import in_pieces
from helpers.layers import SoftmaxWithLoss


class Network:
    """A chain of layers with a loss at its end.

    layers: list of layers, the first one nearest to the input. loss_layer: SoftmaxWithLoss() unless given.
    weight_decay: λ of the penalty λ/2 · (sum of all squared weights) that the loss and its gradient then hold; biases are free.
    ``params`` holds every layer's own arrays under names that count from the input: W1 b1 W2 b2 …
    Changing those arrays in place (``params["W1"] -= …``) changes the network; putting new arrays into
    the dictionary does not, because the layers still hold the old ones.
    ``piece``: None works a batch as a whole; a number cuts it into pieces of so many samples, on threads (helpers.fast.pieces).
    """

    piece = None

    def __init__(self, layers, loss_layer=None, *, weight_decay=0.0):
        self.layers = list(layers)
        self.loss_layer = loss_layer or SoftmaxWithLoss()
        if not self.layers:
            raise ValueError("a network needs at least one layer.")
        if not 0 <= weight_decay < np.inf:
            raise ValueError(f"weight_decay must be 0 or a positive number such as 1e-4, not {weight_decay}.")
        self.weight_decay = float(weight_decay)
        self._number_params()

    def _number_params(self):
        self._places, seen = {}, Counter()  # "W2" -> (its layer, "W")
        for layer in self.layers:
            for key in layer.params:
                seen[key] += 1
                self._places[f"{key}{seen[key]}"] = layer, key
        self.params = {name: layer.params[key] for name, (layer, key) in self._places.items()}

    def forward(self, x, training=False):
        """Scores of the last layer, (N, K). training: True while learning (dropout and its like behave differently)."""
        for layer in self.layers:
            x = layer.forward(x, training=training)
        return x

    def predict(self, x):
        """Scores, shape (N, K); the largest one in a row is the network's answer. x: (N, D) or (N, C, H, W)."""
        if not self.piece:
            return self.forward(x)
        if len(x) == 0:
            raise ValueError("there are no samples: x has length 0.")
        return np.concatenate(self._in_pieces(lambda twin, part: twin.forward(x[part]), len(x), training=False))

    def loss(self, x, t):
        """Mean loss over the N samples, and the penalty, a float. t: integer labels (N,) or one-hot (N, K)."""
        return self.loss_layer.forward(self.predict(x), t) + self.penalty()

    def penalty(self):
        """weight_decay / 2 times the sum of all squared weights (W, not b), a float; it depends on no sample."""
        if not self.weight_decay:
            return 0.0
        weights = (self.params[name] for name, (_, key) in self._places.items() if key == "W")
        return self.weight_decay / 2 * sum(float(np.vdot(W, W)) for W in weights)

    def loss_and_gradient(self, x, t):
        """The loss, and {name: its slope by that parameter}, from one walk forward and one back."""
        if self.piece:
            _require_as_many(x, t)
            loss, gradient = self._pieces_walk(x, np.asarray(t))
        else:
            loss, gradient = self._walk(x, t)
        if self.weight_decay:
            for name, (layer, key) in self._places.items():
                if key == "W":
                    gradient[name] = gradient[name] + self.weight_decay * layer.params[key]
        return loss + self.penalty(), gradient

    def _walk(self, x, t, share=1.0):
        """The loss times share, and its gradient, without the penalty. share: of the batch that x and t are."""
        loss = self.loss_layer.forward(self.forward(x, training=True), t) * share
        dout = self.loss_layer.backward(share)
        first = next((i for i, layer in enumerate(self.layers) if layer.params), 0)
        for layer in reversed(self.layers[first + 1 :]):
            dout = layer.backward(dout)
        self.layers[first].backward_params(dout)  # nobody asks for the slope by the pixels
        return loss, {name: layer.grads[key] for name, (layer, key) in self._places.items()}

    def _pieces_walk(self, x, t):
        """What _walk gives, piece by piece: a mean's slope is the sum of the pieces' slopes, each by its share of the batch."""

        def work(twin, part):
            return twin._walk(x[part], t[part], len(x[part]) / len(x))

        losses, (total, *others) = zip(*self._in_pieces(work, len(x), training=True), strict=True)
        for name, (layer, key) in self._places.items():
            for gradient in others:
                total[name] += gradient[name]
            layer.grads[key] = total[name]
        return sum(losses), total

    def _in_pieces(self, work, samples, training):
        """[work(a twin of this network, slice of the samples) for each piece]; a twin is let go when its piece is done."""
        twins = {start: self._twin(training) for start in range(0, samples, self.piece)}
        return in_pieces(lambda part: work(twins.pop(part.start), part), samples, self.piece)

    def _twin(self, training):
        twin = copy.copy(self)
        twin.layers, twin.loss_layer = [layer.twin(training) for layer in self.layers], self.loss_layer.twin()
        twin._number_params()
        return twin

    def gradient(self, x, t):
        """{name: slope of the loss by that parameter}, arrays of the parameters' shapes."""
        return self.loss_and_gradient(x, t)[1]

    def accuracy(self, x, t, batch_size=1000):
        """Share of the N samples whose largest score is the right one, 0..1.

        t: integer labels (N,) or one-hot (N, K). batch_size: samples a piece, so that many of them need little memory.
        """
        _require_as_many(x, t)
        right = 0
        for start in range(0, len(x), batch_size):
            scores = self.predict(x[start : start + batch_size])
            right += np.sum(scores.argmax(axis=1) == labels_of(t[start : start + batch_size], *scores.shape))
        return float(right / len(x))

    def astype(self, dtype):
        """A copy of this network with its parameters in dtype."""
        network = copy.deepcopy(self)
        for layer in network.layers:
            layer.astype(dtype)
        network._number_params()
        if hasattr(network, "config"):
            network.config["dtype"] = np.dtype(dtype).name
        return network


def _require_as_many(x, t):
    if len(x) != len(t) or len(x) == 0:
        raise ValueError(f"x and t must have the same length, at least 1, but they have {len(x)} and {len(t)}.")
