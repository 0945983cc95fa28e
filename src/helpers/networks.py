"""Networks: which layers, in which order. The layers do the work.

Source: Goodfellow, Bengio, Courville, Deep Learning, chapters 6 and 9.
"""

import itertools

import numpy as np

from helpers.alexnet import AlexNet
from helpers.building import affine, convolution, count_outputs, image_shape, normalization
from helpers.checks import is_whole, require_whole
from helpers.convolution import MaxPooling
from helpers.deep_networks import VGG, Inception, ResNet
from helpers.initializers import he, xavier
from helpers.layers import Affine, Dropout, Flatten, Relu, Sigmoid, SoftmaxWithLoss, SquaredErrorWithLoss, Tanh
from helpers.network import Network

__all__ = [
    "AlexNet",
    "DeepConvNet",
    "Inception",
    "MultiLayerNet",
    "Network",
    "ResNet",
    "SimpleConvNet",
    "TwoLayerNet",
    "VGG",
]

ACTIVATIONS = {"relu": Relu, "sigmoid": Sigmoid, "tanh": Tanh}
LOSSES = {"softmax": SoftmaxWithLoss, "squared_error": SquaredErrorWithLoss}


class MultiLayerNet(Network):
    """Affine layers with an activation between them.

    sizes: units of each layer from the input to the output, [784, 256, 128, 64, 10].
    rng: numpy.random.Generator for the starting weights, or a seed (a new one unless given). activation: "relu",
    "sigmoid" or "tanh". loss: "softmax" or "squared_error". initializer: a recipe of helpers.initializers; He's for
    ReLU and Xavier's for the others unless given. dtype: of the parameters; biases start at 0. weight_decay: as for Network.
    """

    def __init__(
        self, sizes, rng=None, *, activation="relu", loss="softmax", initializer=None, dtype=np.float32, weight_decay=0.0
    ):
        if np.ndim(sizes) != 1 or len(sizes) < 2 or not all(is_whole(size, 1) for size in sizes):
            raise ValueError(f"sizes must be two or more whole numbers from 1 up, such as [784, 50, 10], not {sizes}.")
        _known("activation", activation, ACTIVATIONS)
        _known("loss", loss, LOSSES)
        rng = np.random.default_rng(rng)  # the same one, if it is one already
        initializer = initializer or (he if activation == "relu" else xavier)
        layers = []
        for inputs, outputs in itertools.pairwise(sizes):
            W = initializer((inputs, outputs), rng, dtype)
            layers += [Affine(W, np.zeros(outputs, dtype)), ACTIVATIONS[activation]()]
        super().__init__(layers[:-1], LOSSES[loss](), weight_decay=weight_decay)  # the last scores go to the loss as they are
        self.config = {"sizes": [int(size) for size in sizes], "activation": activation, "loss": loss}
        self.config |= {"dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}


class TwoLayerNet(MultiLayerNet):
    """Affine, activation, affine: one hidden layer. Options as for MultiLayerNet."""

    def __init__(self, input_size, hidden_size, output_size, rng=None, **options):
        super().__init__([input_size, hidden_size, output_size], rng, **options)
        sizes = self.config.pop("sizes")
        self.config = dict(zip(("input_size", "hidden_size", "output_size"), sizes, strict=True)) | self.config


FILTERS = {"filter_num": 30, "filter_size": 5, "pad": 0, "stride": 1}  # SimpleConvNet's, unless others are given


class SimpleConvNet(Network):
    """Convolution, ReLU, 2×2 max pooling, affine, ReLU, affine.

    input_dim: (C, H, W) of the images. conv_param: any of filter_num, filter_size, pad and stride, whole numbers; what is
    left out is as in FILTERS. hidden_size: units between the affine layers. output_size: classes. rng: as for
    MultiLayerNet, dtype and weight_decay too. All weights start with He's recipe, biases at 0.
    """

    piece = 50

    def __init__(
        self,
        input_dim=(1, 28, 28),
        conv_param=FILTERS,
        hidden_size=100,
        output_size=10,
        rng=None,
        *,
        dtype=np.float32,
        weight_decay=0.0,
    ):
        input_dim, rng = image_shape(input_dim), np.random.default_rng(rng)
        for name in conv_param:
            _known("names in conv_param", name, FILTERS)
        conv_param = {name: require_whole(name, number, int(name != "pad")) for name, number in (FILTERS | conv_param).items()}
        filters, size, pad, stride = conv_param.values()
        layers = [convolution(input_dim[0], filters, size, rng, dtype, pad, stride), Relu(), MaxPooling(2, 2), Flatten()]
        layers += [affine(count_outputs(layers, input_dim, dtype), hidden_size, rng, dtype), Relu()]
        layers += [affine(hidden_size, output_size, rng, dtype)]
        super().__init__(layers, weight_decay=weight_decay)
        self.config = {"input_dim": input_dim, "conv_param": conv_param, "hidden_size": int(hidden_size)}
        self.config |= {"output_size": int(output_size), "dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}


class DeepConvNet(Network):
    """Blocks of two 3×3 convolutions with ReLU and a 2×2 max pooling, then affine, ReLU, dropout, affine.

    input_dim: (C, H, W) of the images, from 4×4 pixels up. filters: how many each convolution has, two a block.
    dropout: the share of hidden units that is dropped while training. batch_normalization: True puts one behind each
    convolution, which then has no bias. The rest as for SimpleConvNet.
    """

    piece = 50

    def __init__(
        self,
        input_dim=(1, 28, 28),
        hidden_size=50,
        output_size=10,
        rng=None,
        *,
        filters=(16, 16, 32, 32, 64, 64),
        dropout=0.5,
        batch_normalization=False,
        dtype=np.float32,
        weight_decay=0.0,
    ):
        input_dim, rng = image_shape(input_dim), np.random.default_rng(rng)
        if np.ndim(filters) != 1 or not len(filters) or len(filters) % 2:
            raise ValueError(f"filters must be an even number of whole numbers, two a block, not {filters}.")
        layers, channels = [], input_dim[0]
        for number, count in enumerate(filters):
            pad = 2 if number == 3 else 1  # 14×14 becomes 16×16, which can be halved twice more without a rest
            layers += [convolution(channels, count, 3, rng, dtype, pad, bias=not batch_normalization)]
            if batch_normalization:
                layers += [normalization(count, dtype)]
            layers += [Relu()]
            if number % 2:
                layers += [MaxPooling(2, 2)]
            channels = count
        layers += [Flatten()]
        layers += [affine(count_outputs(layers, input_dim, dtype), hidden_size, rng, dtype), Relu(), Dropout(dropout, rng)]
        layers += [affine(hidden_size, output_size, rng, dtype)]
        super().__init__(layers, weight_decay=weight_decay)
        self.config = {"input_dim": input_dim, "hidden_size": int(hidden_size), "output_size": int(output_size)}
        self.config |= {"filters": [int(count) for count in filters], "dropout": float(dropout)}
        self.config |= {"batch_normalization": bool(batch_normalization)}
        self.config |= {"dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}


def _known(what, name, table):
    if name not in table:
        raise ValueError(f"{what} must be one of {', '.join(table)}, not {name!r}.")
