"""One training step of each network, as functions without arguments: this course's code, the textbook's, PyTorch's.

What is imported here reads its number of threads when it is imported: run.py starts a process for each number.
"""

import itertools
import math

import numpy as np
import textbook

from helpers.convolution import Convolution
from helpers.layers import Affine
from helpers.networks import DeepConvNet, MultiLayerNet, SimpleConvNet
from helpers.optimizers import SGD

BATCH = 100
TABLES = {"784-50-10": [784, 50, 10], "784-256-128-64-10": [784, 256, 128, 64, 10]}
NETWORKS = [*TABLES, "SimpleConvNet", "DeepConvNet"]
TEXTBOOKS = {"SimpleConvNet": textbook.simple_conv_net, "DeepConvNet": textbook.deep_conv_net}
OURS = {"SimpleConvNet": SimpleConvNet, "DeepConvNet": DeepConvNet}


def images(name):
    """Random pictures with as much background as digits have, and labels: float32 (2000, 1, 28, 28) or (2000, 784)."""
    rng = np.random.default_rng(0)
    x = rng.random((20 * BATCH, 784), np.float32) * (rng.random((20 * BATCH, 784)) < 0.2)
    labels = rng.integers(0, 10, len(x))
    return (x if name in TABLES else x.reshape(-1, 1, 28, 28)), labels


def endless_batches(x, t):
    """The mini-batches of x and t, cut beforehand, over and over."""
    return itertools.cycle([(x[i : i + BATCH], t[i : i + BATCH]) for i in range(0, len(x), BATCH)])


def our_network(name, dtype=np.float32):
    """The network of that name, of this course."""
    return MultiLayerNet(TABLES[name], 1, dtype=dtype) if name in TABLES else OURS[name](rng=1, dtype=dtype)


def helpers_step(name):
    """A function that does one step of training with this course's code."""
    network, optimizer, stream = our_network(name), SGD(0.01), endless_batches(*images(name))

    def step():
        loss, gradient = network.loss_and_gradient(*next(stream))
        optimizer.update(network.params, gradient)
        return loss

    return step


def textbook_network(name):
    """The network of that name as in textbook.py, float64."""
    rng = np.random.default_rng(1)
    return textbook.multi_layer_net(TABLES[name], rng) if name in TABLES else TEXTBOOKS[name](rng)


def textbook_step(name, again=False):
    """A function that does one step of training in float64 with one-hot labels: textbook.py.

    again: also compute the loss once more after the update, as the usual loop does to record it.
    """
    network, optimizer = textbook_network(name), textbook.SGD(0.01)
    x, t = images(name)
    stream = endless_batches(x.astype(np.float64), np.eye(10)[t])

    def step():
        x, t = next(stream)
        optimizer.update(network.params, network.gradient(x, t))
        return network.loss(x, t) if again else None

    return step


def pytorch(threads):
    """The module torch with this number of threads, or None where it is not installed."""
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(threads)
    return torch


def pytorch_step(torch, name, channels_last=False):
    """A function that does one step of training with PyTorch on the CPU, float32."""
    torch.manual_seed(1)
    network, x, t = pytorch_network(torch.nn, name), *map(torch.tensor, images(name))
    if channels_last:
        network, x = network.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    optimizer, stream = torch.optim.SGD(network.parameters(), lr=0.01), endless_batches(x, t)

    def step():
        x, t = next(stream)
        optimizer.zero_grad(set_to_none=True)
        loss = torch.nn.functional.cross_entropy(network(x), t)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def pytorch_network(nn, name):
    """The network of that name as an nn.Sequential."""
    if name in TABLES:
        layers = [layer for pair in itertools.pairwise(TABLES[name]) for layer in (nn.Linear(*pair), nn.ReLU())]
        return nn.Sequential(*layers[:-1])
    if name == "SimpleConvNet":
        layers = [nn.Conv2d(1, 30, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(4320, 100), nn.ReLU()]
        return nn.Sequential(*layers, nn.Linear(100, 10))
    layers, channels = [], 1
    for number, filters in enumerate([16, 16, 32, 32, 64, 64]):
        layers += [nn.Conv2d(channels, filters, 3, padding=2 if number == 3 else 1), nn.ReLU()]
        layers += [nn.MaxPool2d(2)] * (number % 2)
        channels = filters
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(1024, 50), nn.ReLU(), nn.Dropout(0.5), nn.Linear(50, 10))


def flops(name):
    """Multiplications and additions of one step's matrix products: forward, by the weights, and by all inputs but the pixels."""
    total, x = 0, images(name)[0][:1]
    for layer in our_network(name).layers:
        y = layer.forward(x)
        if isinstance(layer, Affine | Convolution):
            places = math.prod(y.shape[2:])
            total += 2 * layer.params["W"].size * places * (3 if total else 2)
        x = y
    return total * BATCH
