"""A network: layers one after the other, and a loss at their end.

Source: Goodfellow, Bengio, Courville, Deep Learning, chapter 6.
"""

import copy

import numpy as np

from helpers.checks import as_arrays, is_lazy, is_number, labels_of, pieces_of, require_finite, require_float, require_whole
from helpers.fast import pieces
from helpers.fast.workers import worker_of
from helpers.functions import at_least_float32
from helpers.layer import all_layers, numbered
from helpers.layers import SoftmaxWithLoss


class Network:
    """A chain of layers with a loss at its end.

    layers: list of layers, the first one nearest to the input; each object once. loss_layer: SoftmaxWithLoss() unless given.
    weight_decay: λ of the penalty λ/2 · (sum of all squared weights) that the loss and its gradient then hold; biases are free.
    ``params`` holds every layer's own arrays under names that count from the input: W1 b1 W2 b2 …, those of layers within layers
    in the same row. Changing those arrays in place (``params["W1"] -= …``) changes the network; putting new arrays into
    the dictionary does not, because the layers still hold the old ones.
    ``piece``: None works a batch as a whole; a number cuts it into pieces of so many samples, on threads (helpers.fast.pieces).
    """

    piece = None

    def __init__(self, layers, loss_layer=None, *, weight_decay=0.0):
        self.layers = list(layers)
        self.loss_layer = loss_layer or SoftmaxWithLoss()
        if not self.layers:
            raise ValueError("a network needs at least one layer.")
        if not is_number(weight_decay) or not 0 <= weight_decay < np.inf:
            raise ValueError(f"weight_decay must be 0 or a positive number such as 1e-4, not {weight_decay!r}.")
        self.weight_decay = float(weight_decay)
        self._number_params()

    def _number_params(self):
        _require_one_place_each(self.layers, self.loss_layer)
        self._numbered, self._places = list(self.layers), numbered(self.layers)
        self._first = next((i for i, layer in enumerate(self.layers) if numbered([layer])), 0)  # the first one that learns
        self.params = {name: layer.params[key] for name, (layer, key) in self._places.items()}

    def all_layers(self):
        """Every layer in order, those within layers too, and the loss at the end."""
        return [layer for _, layer in all_layers([*self.layers, self.loss_layer])]

    @property
    def state(self):
        """{name: array} of what the layers keep from training besides params, such as running means: mean1 mean2 …"""
        places = numbered([*self.layers, self.loss_layer], "state")
        return {name: layer.state[key] for name, (layer, key) in places.items()}

    def forward(self, x, training=False):
        """Scores of the last layer, (N, K). training: True while learning (dropout and its like behave differently)."""
        for layer in self.layers:
            x = layer.forward(x, training=training)
        return x

    def predict(self, x):
        """Scores, shape (N, K); the largest one in a row is the network's answer. x: (N, D) or (N, C, H, W).

        Pictures that are still in their files are read and worked through a thousand at a time.
        """
        if is_lazy(x):
            return np.concatenate([self.predict(piece) for _, piece in pieces_of(x, 1000)])
        if self.piece is None:
            return self.forward(x)
        return pieces.predict(self, require_float("x", x))

    def loss(self, x, t):
        """Mean loss over the N samples, and the penalty, a float. t: integer labels (N,) or one-hot (N, K)."""
        x, t = as_arrays(x, t)
        return self.loss_layer.forward(self.predict(x), t) + self.penalty()

    def penalty(self):
        """weight_decay / 2 times the sum of all squared weights (W, not b), a float; it depends on no sample."""
        if not self.weight_decay:
            return 0.0
        weights = (at_least_float32(layer.params[key]) for layer, key in self._places.values() if key == "W")
        return self.weight_decay / 2 * sum(float(np.vdot(W, W)) for W in weights)

    def loss_and_gradient(self, x, t):
        """The loss, and {name: its slope by that parameter}, from one walk forward and one back."""
        x, t = as_arrays(x, t)
        x = x[:] if is_lazy(x) else x
        if self.layers != self._numbered:  # somebody has put another layer in
            self._number_params()
        loss, gradient = self.walk(x, t) if self.piece is None else pieces.walk(self, x, t)
        if self.weight_decay:
            for name, (layer, key) in self._places.items():
                if key == "W":
                    gradient[name] = gradient[name] + self.weight_decay * layer.params[key]
            self.set_gradient(gradient)
        return loss + self.penalty(), gradient

    def walk(self, x, t, share=1.0):
        """The loss times share, and its gradient, without the penalty. share: of the batch that x and t are."""
        loss = self.loss_layer.forward(self.forward(x, training=True), t) * share
        dout = self.loss_layer.backward(share)
        for layer in reversed(self.layers[self._first + 1 :]):
            dout = layer.backward(dout)
        self.layers[self._first].backward_params(dout)  # nobody asks for the slope by the pixels
        return loss, {name: layer.grads[key] for name, (layer, key) in self._places.items()}

    def set_gradient(self, gradient):
        """Let the layers' own ``grads`` be the arrays of {name: slope}."""
        for name, (layer, key) in self._places.items():
            layer.grads[key] = gradient[name]

    def worker(self, training=False, made=None):
        """A network with the same params that keeps everything else for itself: for a piece of the batch (helpers.fast)."""
        return worker_of(self, training, made)[0]

    def gradient(self, x, t):
        """{name: slope of the loss by that parameter}, arrays of the parameters' shapes."""
        return self.loss_and_gradient(x, t)[1]

    def accuracy(self, x, t, batch_size=1000):
        """Share of the N samples whose largest score is the right one, 0..1.

        t: integer labels (N,) or one-hot (N, K). batch_size: samples a piece, so that many of them need little memory.
        Raises NotFiniteError, a ValueError, when a score is nan or infinite: there is no answer in it.
        """
        x, t = as_arrays(x, t)
        right, batch_size = 0, require_whole("batch_size", batch_size, 1)
        for places, piece in pieces_of(x, batch_size):
            scores = self.predict(piece)
            if scores.ndim != 2:
                raise ValueError(f"scores must have shape (N, K), one row per sample, but they have shape {scores.shape}.")
            require_finite("scores", scores)
            right += np.sum(scores.argmax(axis=1) == labels_of(t[places], *scores.shape))
        return float(right / len(x))

    def astype(self, dtype):
        """A copy of this network with its parameters and state in dtype."""
        network = copy.deepcopy(self)
        for layer in network.layers:
            layer.astype(dtype)
        network._number_params()
        if hasattr(network, "config"):
            network.config["dtype"] = np.dtype(dtype).name
        return network


def _require_one_place_each(layers, loss_layer):
    """Raise TypeError for what is no layer, and ValueError when an object stands in two places."""
    places = {}
    for place, layer in [*all_layers(layers), ("loss_layer", loss_layer)]:
        if isinstance(layer, type) or not hasattr(layer, "backward"):
            kind = (
                f"the class {layer.__name__}: write {layer.__name__}()"
                if isinstance(layer, type)
                else f"a {type(layer).__name__}"
            )
            raise TypeError(f"{place} must be a layer, an object with forward and backward, but it is {kind}.")
        if id(layer) in places:
            raise ValueError(
                f"{places[id(layer)]} and {place} are the same {type(layer).__name__} object. A layer keeps what its last "
                f"forward saw and the gradient of its last use: the use before would be lost. Make an object for each place: "
                f"[Relu(), Relu()], not [relu, relu] and not [Relu()] * 2."
            )
        places[id(layer)] = place
