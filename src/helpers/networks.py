"""Networks: which layers, in which order. The layers do the work.

Source: Goodfellow, Bengio, Courville, Deep Learning, chapter 6.
"""

import copy
import itertools
from collections import Counter

import numpy as np

from helpers.checks import labels_of
from helpers.initializers import he, xavier
from helpers.layers import Affine, Relu, Sigmoid, SoftmaxWithLoss, SquaredErrorWithLoss, Tanh

ACTIVATIONS = {"relu": Relu, "sigmoid": Sigmoid, "tanh": Tanh}
LOSSES = {"softmax": SoftmaxWithLoss, "squared_error": SquaredErrorWithLoss}


class Network:
    """A chain of layers with a loss at its end.

    layers: list of layers, the first one nearest to the input. loss_layer: SoftmaxWithLoss() unless given.
    ``params`` holds every layer's own arrays under names that count from the input: W1 b1 W2 b2 …
    Changing those arrays in place (``params["W1"] -= …``) changes the network; putting new arrays into
    the dictionary does not, because the layers still hold the old ones.
    """

    def __init__(self, layers, loss_layer=None):
        self.layers = list(layers)
        self.loss_layer = loss_layer or SoftmaxWithLoss()
        if not self.layers:
            raise ValueError("a network needs at least one layer.")
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
        return self.forward(x)

    def loss(self, x, t):
        """Mean loss over the N samples, a float. t: integer labels (N,) or one-hot (N, K)."""
        return self.loss_layer.forward(self.forward(x), t)

    def loss_and_gradient(self, x, t):
        """The loss, and {name: its slope by that parameter}, from one walk forward and one back."""
        loss = self.loss_layer.forward(self.forward(x, training=True), t)
        dout = self.loss_layer.backward()
        first = next((i for i, layer in enumerate(self.layers) if layer.params), 0)
        for layer in reversed(self.layers[first + 1 :]):
            dout = layer.backward(dout)
        self.layers[first].backward_params(dout)  # nobody asks for the slope by the pixels
        return loss, {name: layer.grads[key] for name, (layer, key) in self._places.items()}

    def gradient(self, x, t):
        """{name: slope of the loss by that parameter}, arrays of the parameters' shapes."""
        return self.loss_and_gradient(x, t)[1]

    def accuracy(self, x, t, batch_size=1000):
        """Share of the N samples whose largest score is the right one, 0..1.

        t: integer labels (N,) or one-hot (N, K). batch_size: samples a piece, so that many of them need little memory.
        """
        if len(x) != len(t) or len(x) == 0:
            raise ValueError(f"x and t must have the same length, at least 1, but they have {len(x)} and {len(t)}.")
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


class MultiLayerNet(Network):
    """Affine layers with an activation between them.

    sizes: units of each layer from the input to the output, [784, 256, 128, 64, 10].
    rng: numpy.random.Generator for the starting weights, or a seed (a new one unless given). activation: "relu",
    "sigmoid" or "tanh". loss: "softmax" or "squared_error". initializer: a recipe of helpers.initializers; He's for
    ReLU and Xavier's for the others unless given. dtype: of the parameters; biases start at 0.
    """

    def __init__(self, sizes, rng=None, *, activation="relu", loss="softmax", initializer=None, dtype=np.float32):
        if len(sizes) < 2 or any(int(size) != size or size < 1 for size in sizes):
            raise ValueError(f"sizes must be two or more whole numbers from 1 up, such as [784, 50, 10], not {sizes}.")
        _known("activation", activation, ACTIVATIONS)
        _known("loss", loss, LOSSES)
        rng = np.random.default_rng(rng)  # the same one, if it is one already
        initializer = initializer or (he if activation == "relu" else xavier)
        layers = []
        for inputs, outputs in itertools.pairwise(sizes):
            W = initializer((inputs, outputs), rng, dtype)
            layers += [Affine(W, np.zeros(outputs, dtype)), ACTIVATIONS[activation]()]
        super().__init__(layers[:-1], LOSSES[loss]())  # the last scores go to the loss as they are
        self.config = {"sizes": [int(size) for size in sizes], "activation": activation, "loss": loss}
        self.config["dtype"] = np.dtype(dtype).name


class TwoLayerNet(MultiLayerNet):
    """Affine, activation, affine: one hidden layer. Options as for MultiLayerNet."""

    def __init__(self, input_size, hidden_size, output_size, rng=None, **options):
        super().__init__([input_size, hidden_size, output_size], rng, **options)
        sizes = self.config.pop("sizes")
        self.config = dict(zip(("input_size", "hidden_size", "output_size"), sizes, strict=True)) | self.config


def _known(what, name, table):
    if name not in table:
        raise ValueError(f"{what} must be one of {', '.join(table)}, not {name!r}.")
