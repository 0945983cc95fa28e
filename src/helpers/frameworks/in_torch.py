"""A network of this course in PyTorch, with the same weights.

What is the same there: images (N, C, H, W), filters (FN, C, FH, FW), the order in which Flatten lays out an image, padding,
dropout. What is not: Linear keeps W transposed, and BatchNorm's momentum is the share of the new.
Source: PyTorch's documentation, torch.nn.
"""

import functools

import numpy as np

from helpers.blocks import Branches, Residual, Sequential
from helpers.convolution import AveragePooling, Convolution, GlobalAveragePooling, MaxPooling
from helpers.frameworks.extra import need
from helpers.frameworks.reading import begins_with_images, dtype_of, require_network, unknown
from helpers.layers import Affine, BatchNormalization, Dropout, Flatten, Relu, Sigmoid, Tanh

ACTIVATIONS = {Relu: "ReLU", Sigmoid: "Sigmoid", Tanh: "Tanh"}


def to_torch(network, dtype=None):
    """The network as a torch.nn.Module: from images or tables, as tensors of ``dtype``, to the same scores.

    network: of helpers.networks, or any Network of the layers of helpers. dtype: "float32" or "float64", or None for the
    network's own. Weights and running means are copies: training one does not change the other. The module comes in
    evaluation mode; module.train() switches dropout and batch normalization over. The loss is not part of it, as is
    PyTorch's way (torch.nn.functional.cross_entropy takes scores), nor is weight decay, which is the optimizer's there.
    Raises MissingExtra without PyTorch, TypeError for a layer that it does not know.
    """
    return carry(network, dtype)[0]


def carry(network, dtype=None):
    """to_torch's module, and {name of a parameter here: function that returns the gradient there, laid out as here}."""
    require_network(network)
    torch, dtype = need("torch"), dtype_of(network, dtype)
    maker = _Maker(torch, getattr(torch, dtype))
    images, parts = begins_with_images(network), []
    for layer in network.layers:
        module, images = maker.module(layer, images)
        parts.append(module)
    module = torch.nn.Sequential(*parts).eval()
    # Modules count their parameters as layers do: from the input on, weights before biases.
    pairs = zip(network.params.items(), module.parameters(), strict=True)
    return module, {name: functools.partial(_gradient, own, theirs) for (name, own), theirs in pairs}


def _gradient(own, theirs):
    """The gradient of a parameter of theirs, an array of own's shape."""
    found = theirs.grad.numpy()
    return found.T if own.ndim == 2 else found


class _Maker:
    """Makes modules of layers."""

    def __init__(self, torch, dtype):
        self.torch, self.nn, self.dtype = torch, torch.nn, dtype
        self.residual, self.branches = _classes(torch)

    def module(self, layer, images):
        """The module of a layer, and whether images come out of it. images: whether images go in."""
        nn, kind = self.nn, type(layer)  # exactly this class: a subclass may do something else
        if kind is Affine:
            W, b = layer.params.values()
            return self.filled(nn.Linear, W.shape, W.T, b), False
        if kind is Convolution:
            return self.convolution(layer), True
        if kind is BatchNormalization:
            return self.normalization(layer, images), images
        if kind in (MaxPooling, AveragePooling):
            return self.pooling(layer), True
        if kind is GlobalAveragePooling:
            return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()), False
        if kind is Flatten:
            return nn.Flatten(), False
        if kind in ACTIVATIONS:
            return getattr(nn, ACTIVATIONS[kind])(), images
        if kind is Dropout:
            return nn.Dropout(layer.ratio), images
        if kind in (Sequential, Residual, Branches):
            return self.block(layer, images)
        raise unknown(layer, "PyTorch")

    def block(self, layer, images):
        """A layer made of layers."""
        if type(layer) is Sequential:
            parts = []
            for part in layer.layers:
                module, images = self.module(part, images)
                parts.append(module)
            return self.nn.Sequential(*parts), images
        ways, ends = zip(*(self.module(way, images) for way in layer.layers), strict=True)
        return (self.residual if type(layer) is Residual else self.branches)(*ways), ends[0]

    def convolution(self, layer):
        W, b = layer.params["W"], layer.params.get("b")
        filters, channels, *kernel = W.shape
        sizes, options = (channels, filters, kernel), {"stride": layer.stride, "padding": layer.pad, "bias": b is not None}
        return self.filled(self.nn.Conv2d, sizes, W, b, **options)

    def pooling(self, layer):
        kind, border = (self.nn.MaxPool2d, -np.inf) if type(layer) is MaxPooling else (self.nn.AvgPool2d, 0.0)
        if all(2 * pad <= size for pad, size in zip(layer.pad, layer.pool, strict=True)):
            return kind(layer.pool, layer.stride, layer.pad)
        high, wide = layer.pad  # PyTorch's own padding ends at half of the window
        return self.nn.Sequential(self.nn.ConstantPad2d((wide, wide, high, high), border), kind(layer.pool, layer.stride))

    def normalization(self, layer, images):
        kind = self.nn.BatchNorm2d if images else self.nn.BatchNorm1d
        gamma, beta = layer.params.values()
        options = {"eps": layer.eps, "momentum": 1 - layer.momentum}
        module = self.filled(kind, gamma.shape, gamma, beta, **options)
        module.running_mean.copy_(self.torch.tensor(layer.state["mean"]))
        module.running_var.copy_(self.torch.tensor(layer.state["variance"]))
        module.num_batches_tracked.zero_()
        return module

    def filled(self, kind, sizes, W, b, **options):
        """A module with these numbers. PyTorch's own starting values are not even drawn."""
        module = self.nn.utils.skip_init(kind, *sizes, dtype=self.dtype, **options)
        with self.torch.no_grad():
            module.weight.copy_(self.torch.tensor(W))
            if b is not None:
                module.bias.copy_(self.torch.tensor(b))
        return module


@functools.cache
def _classes(torch):
    """The two modules that torch.nn has not: a sum of two ways, and ways side by side."""

    class Residual(torch.nn.Module):
        """body(x) + shortcut(x), or + x where there is no shortcut."""

        def __init__(self, body, shortcut=None):
            super().__init__()
            self.body, self.shortcut = body, shortcut

        def forward(self, x):
            return self.body(x) + (x if self.shortcut is None else self.shortcut(x))

    class Branches(torch.nn.Module):
        """Several ways for the same input, one behind the other along the channels."""

        def __init__(self, *ways):
            super().__init__()
            self.ways = torch.nn.ModuleList(ways)

        def forward(self, x):
            return torch.cat([way(x) for way in self.ways], dim=1)

    return Residual, Branches
