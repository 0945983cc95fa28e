"""Cases with nothing wrong: the networks of the course on the bundled digits, and sound ones that only look odd.

SOUND, ODD: {name: function that returns a helpers.checkup.Case}
"""

import copy
import itertools

import numpy as np

from helpers.checkup import Case
from helpers.datasets import load_digits
from helpers.functions import softmax
from helpers.initializers import he
from helpers.layer import Layer
from helpers.layers import Affine, BatchNormalization, Dropout, Relu
from helpers.networks import VGG, DeepConvNet, Inception, MultiLayerNet, Network, ResNet, SimpleConvNet, TwoLayerNet
from helpers.optimizers import SGD, Adam
from helpers.training import steps

IMAGE = (1, 8, 8)


def with_parts(data, **parts):
    """A copy of a Dataset with other arrays in it."""
    data = copy.copy(data)
    for name, value in parts.items():
        object.__setattr__(data, name, value)
    return data


def digits(**parts):
    """The bundled digits as a table, with other arrays where they are given."""
    return with_parts(load_digits(), **parts)


def images():
    """The bundled digits as images (N, 1, 8, 8)."""
    return load_digits(flatten=False)


def sgd(lr=0.1, iterations=300, batch_size=100):
    """A training of plain SGD."""

    def train(network, x, t, rng):
        run = steps(network, SGD(lr), x, t, batch_size=batch_size, iterations=iterations, rng=rng)
        return [step.loss for step in run]

    return train


def chain(rng, *sizes, between=Relu, before=lambda size: []):
    """Affine layers with He's start, and between them what before(size) and between() give."""
    layers = []
    for inputs, outputs in itertools.pairwise(sizes):
        layers += [Affine(he((inputs, outputs), rng), np.zeros(outputs, np.float32)), *before(outputs), between()]
    return layers[: -1 - len(before(sizes[-1]))]  # the last scores go to the loss as they are


def table(build, train=None):
    """A case on the digits as a table."""
    return lambda: Case(build, load_digits(), train)


def short(network, x, t, rng):
    """A training for networks of convolutions, whose steps take long: 150 steps of Adam on batches of 50."""
    return [step.loss for step in steps(network, Adam(0.003), x, t, batch_size=50, iterations=150, rng=rng)]


def pictures(build, train=short):
    """A case on the digits as images."""
    return lambda: Case(build, images(), train)


def two_classes():
    """Threes against eights."""
    data, parts = load_digits(), {}
    for part in ("train", "val"):
        x, t = getattr(data, f"x_{part}"), getattr(data, f"t_{part}")
        rows = (t == 3) | (t == 8)
        parts |= {f"x_{part}": x[rows], f"t_{part}": (t[rows] == 8).astype(np.int64)}
    return Case(lambda rng: TwoLayerNet(64, 20, 2, rng), with_parts(data, class_names=("three", "eight"), **parts))


def one_hot_labels():
    data = load_digits()
    parts = {f"t_{part}": np.eye(10)[getattr(data, f"t_{part}")] for part in ("train", "val")}
    return Case(lambda rng: TwoLayerNet(64, 50, 10, rng), with_parts(data, **parts))


def normalized(size):
    return [BatchNormalization(np.ones(size, np.float32), np.zeros(size, np.float32))]


SOUND = {
    "TwoLayerNet 64-50-10": table(lambda rng: TwoLayerNet(64, 50, 10, rng)),
    "TwoLayerNet, SGD": table(lambda rng: TwoLayerNet(64, 50, 10, rng), sgd()),
    "TwoLayerNet, float64": table(lambda rng: TwoLayerNet(64, 50, 10, rng, dtype=np.float64)),
    "TwoLayerNet, one-hot labels": one_hot_labels,
    "TwoLayerNet, two classes": two_classes,
    "MultiLayerNet 64-10": table(lambda rng: MultiLayerNet([64, 10], rng)),
    "MultiLayerNet 64-256-128-64-10": table(lambda rng: MultiLayerNet([64, 256, 128, 64, 10], rng)),
    "MultiLayerNet 64-50-50-50-50-50-10": table(lambda rng: MultiLayerNet([64, 50, 50, 50, 50, 50, 10], rng)),
    "sigmoid": table(lambda rng: TwoLayerNet(64, 50, 10, rng, activation="sigmoid")),
    "tanh": table(lambda rng: MultiLayerNet([64, 50, 50, 10], rng, activation="tanh")),
    "squared error": table(lambda rng: TwoLayerNet(64, 50, 10, rng, loss="squared_error")),
    "weight decay": table(lambda rng: MultiLayerNet([64, 50, 50, 10], rng, weight_decay=1e-3)),
    "dropout": table(lambda rng: Network(chain(rng, 64, 100, 100, 10, before=lambda size: [Dropout(0.3, rng)]))),
    "batch normalization": table(lambda rng: Network(chain(rng, 64, 50, 50, 10, before=normalized))),
    "SimpleConvNet": pictures(lambda rng: SimpleConvNet(IMAGE, {"filter_size": 3, "pad": 1}, 50, 10, rng)),
    "DeepConvNet": pictures(lambda rng: DeepConvNet(IMAGE, 50, 10, rng, filters=(8, 8, 16, 16))),
    "DeepConvNet, normalized": pictures(
        lambda rng: DeepConvNet(IMAGE, 50, 10, rng, filters=(8, 8, 16, 16), batch_normalization=True)
    ),
    "VGG": pictures(lambda rng: VGG(IMAGE, ((2, 8), (2, 16)), 64, 10, rng)),
    "Inception": pictures(lambda rng: Inception(IMAGE, ((1, 16), (1, 32)), 10, rng)),
    "ResNet": pictures(lambda rng: ResNet(IMAGE, (1, 1), 10, rng, filters=(8, 16))),
    "ResNet without skips": pictures(lambda rng: ResNet(IMAGE, (1, 1), 10, rng, filters=(8, 16), skips=False)),
}


class Leaky(Layer):
    """A tenth of the slope below 0."""

    def forward(self, x, training=False):
        self.slope = np.where(x > 0, 1, 0.1).astype(x.dtype)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope


class Sine(Layer):
    """A wave as activation."""

    def forward(self, x, training=False):
        self.x = x
        return np.sin(x)

    def backward(self, dout):
        return dout * np.cos(self.x)


class OwnNet:
    """A network of another make: float64, samples in columns inside, probabilities as scores, parameters in float64."""

    def __init__(self, rng):
        self.params = {"V": rng.normal(0, 0.1, (30, 64)), "c": np.zeros((30, 1)), "U": rng.normal(0, 0.1, (10, 30))}

    def _walk(self, x):
        hidden = np.tanh(self.params["V"] @ x.T + self.params["c"])
        return hidden, softmax((self.params["U"] @ hidden).T)

    def predict(self, x):
        return self._walk(x)[1]

    def loss(self, x, t):
        return -np.mean(np.log(self.predict(x)[np.arange(len(t)), t]))

    def gradient(self, x, t):
        hidden, y = self._walk(x)
        up = (y - np.eye(10)[t]).T / len(t)
        down = (self.params["U"].T @ up) * (1 - hidden**2)
        return {"V": down @ x, "c": down.sum(axis=1, keepdims=True), "U": up @ hidden.T}


def zero_head():
    """The last layer starts at 0, so that the layers before it get no slope in the first step."""

    def build(rng):
        network = TwoLayerNet(64, 50, 10, rng)
        network.params["W2"][...] = 0
        return network

    return Case(build, load_digits())


def standardized():
    """Every pixel with mean 0 and spread 1: some go up to 30, some are 0 throughout."""
    data = load_digits()
    mean, spread = data.x_train.mean(axis=0), data.x_train.std(axis=0)
    parts = {f"x_{part}": (getattr(data, f"x_{part}") - mean) / (spread + 1e-3) for part in ("train", "val")}
    return Case(lambda rng: TwoLayerNet(64, 50, 10, rng), with_parts(data, **parts))


def lopsided():
    """Half of the pictures are zeros, in both parts."""
    data, parts = load_digits(), {}
    for part in ("train", "val"):
        x, t = getattr(data, f"x_{part}"), getattr(data, f"t_{part}")
        rows = np.flatnonzero((t == 0) | (np.arange(len(t)) % 9 == 0))
        parts |= {f"x_{part}": x[rows], f"t_{part}": t[rows]}
    return Case(lambda rng: TwoLayerNet(64, 50, 10, rng), with_parts(data, **parts))


ODD = {
    "the last layer starts at zero": zero_head,
    "the loss starts at 5, half of it weight decay": table(
        lambda rng: MultiLayerNet([64, 100, 100, 10], rng, weight_decay=0.02), sgd(0.1)
    ),
    "biases before batch normalization, which never move": table(lambda rng: Network(chain(rng, 64, 50, 10, before=normalized))),
    "a tenth of a slope below zero": table(lambda rng: Network(chain(rng, 64, 50, 50, 10, between=Leaky))),
    "a sine as activation": table(lambda rng: Network(chain(rng, 64, 50, 10, between=Sine))),
    "no hidden layer, one sample at a time": table(lambda rng: MultiLayerNet([64, 10], rng), sgd(0.05, 1200, 1)),
    "another make, probabilities as scores": lambda: Case(OwnNet, load_digits(), sgd_of_its_own),
    "pixels up to 30, others always zero": standardized,
    "half of the pictures of one class": lopsided,
}


def sgd_of_its_own(network, x, t, rng):
    """A loop that asks for batches without repetition, and puts nothing but NumPy to use."""
    losses = []
    for _ in range(15):
        order = rng.permutation(len(x))
        for start in range(0, len(x), 50):
            rows = order[start : start + 50]
            losses.append(network.loss(x[rows], t[rows]))
            for name, slope in network.gradient(x[rows], t[rows]).items():
                network.params[name] -= 0.3 * slope
    return losses
