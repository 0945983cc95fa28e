"""One training step of each network, as functions without arguments: this course's code, the textbook's, PyTorch's.

What is imported here reads its number of threads when it is imported: run.py starts a process for each number.
"""

import itertools
import math
from functools import partial

import numpy as np
import textbook

from helpers.convolution import Convolution
from helpers.layers import Affine
from helpers.networks import VGG, DeepConvNet, MultiLayerNet, ResNet, SimpleConvNet
from helpers.optimizers import SGD

BATCH = 100
TABLES = {"784-50-10": [784, 50, 10], "784-256-128-64-10": [784, 256, 128, 64, 10]}
DEEP = {
    "DeepConvNet, normalized": partial(DeepConvNet, batch_normalization=True),
    "VGG, 8 layers": partial(VGG, blocks=((2, 16), (2, 32), (2, 64))),
    "ResNet, 14 layers": ResNet,
}
NETWORKS = [*TABLES, "SimpleConvNet", "DeepConvNet", *DEEP]
TEXTBOOKS = {"SimpleConvNet": textbook.simple_conv_net, "DeepConvNet": textbook.deep_conv_net}
OURS = {"SimpleConvNet": SimpleConvNet, "DeepConvNet": DeepConvNet} | DEEP


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
    if name == "ResNet, 14 layers":
        return pytorch_resnet(nn)
    layers, channels, normalize = [], 1, name != "DeepConvNet"
    wide = name.startswith("DeepConvNet")  # its fourth convolution makes 16×16 of 14×14
    for number, filters in enumerate([16, 16, 32, 32, 64, 64]):
        layers += pytorch_convolved(nn, channels, filters, 3, padding=2 if wide and number == 3 else 1, normalize=normalize)
        layers += [nn.MaxPool2d(2)] * (number % 2)
        channels = filters
    outputs = 1024 if wide else 576
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(outputs, 50), nn.ReLU(), nn.Dropout(0.5), nn.Linear(50, 10))


def pytorch_convolved(nn, channels, filters, size, stride=1, padding=None, normalize=True, relu=True):
    """Convolution, batch normalization unless it is not wanted, ReLU unless it is not wanted: a list."""
    padding = size // 2 if padding is None else padding
    layers = [nn.Conv2d(channels, filters, size, stride, padding, bias=not normalize)]
    return layers + [nn.BatchNorm2d(filters)] * normalize + [nn.ReLU()] * relu


def pytorch_resnet(nn):
    """ResNet's 14 layers: blocks of two convolutions beside a skip connection, as in helpers.deep_networks."""

    class Residual(nn.Module):
        def __init__(self, body, shortcut):
            super().__init__()
            self.body, self.shortcut = nn.Sequential(*body), nn.Sequential(*shortcut)  # an empty one gives x back

        def forward(self, x):
            return self.body(x) + self.shortcut(x)

    layers, channels = pytorch_convolved(nn, 1, 16, 3), 16
    for stage, filters in enumerate([16, 32, 64]):
        for number in range(2):
            stride = 2 if stage and not number else 1
            body = pytorch_convolved(nn, channels, filters, 3, stride) + pytorch_convolved(nn, filters, filters, 3, relu=False)
            shortcut = pytorch_convolved(nn, channels, filters, 1, stride, relu=False) if stride == 2 else []
            layers += [Residual(body, shortcut), nn.ReLU()]
            channels = filters
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def flops(name):
    """Multiplications and additions of one step's matrix products: forward, by the weights, and by all inputs but the pixels."""
    network, x = our_network(name), images(name)[0][:1]
    network.forward(x)
    learning = [layer for layer in network.all_layers() if isinstance(layer, Affine | Convolution)]
    places = [math.prod(getattr(layer, "out", ())[2:]) for layer in learning]  # at which a convolution's weights are used
    return BATCH * sum(
        2 * layer.params["W"].size * count * (3 if number else 2)
        for number, (layer, count) in enumerate(zip(learning, places, strict=True))
    )
