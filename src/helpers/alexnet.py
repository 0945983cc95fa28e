"""AlexNet for two classes, in the sizes of a well-travelled Keras program for cats and dogs.

Its counts of filters, 6 and 356, are most likely slips for AlexNet's 96 and 256, and its last convolution has no padding. They
are kept, because whoever follows that program gets these shapes, and 47,701,838 parameters in Keras' summary. That counts the
running means and variances of batch normalization too, two numbers a channel, which no gradient changes: 1,236 of them.
Source: Krizhevsky, Sutskever, Hinton, ImageNet classification with deep convolutional neural networks, 2012. Batch
normalization took the place of its response normalization later.
"""

import numpy as np

from helpers.building import affine, convolution, count_outputs, image_shape, normalization
from helpers.checks import require_whole
from helpers.convolution import MaxPooling
from helpers.layers import Dropout, Flatten, Relu
from helpers.network import Network


class AlexNet(Network):
    """Five convolutions with three poolings between them, then four affine layers.

    Convolution 11×11 with stride 4 · ReLU · batch normalization · max pooling 3×3 with stride 2; 5×5 likewise; two of 3×3 with
    ReLU; one of 3×3 without padding with ReLU, batch normalization and pooling; flatten; affine, ReLU and dropout for each of
    ``hidden``; affine.
    input_dim: (C, H, W) of the images. filters: of the five convolutions. hidden: units of the affine layers before the last.
    output_size: classes. dropout: the share of hidden units that is dropped while training. rng, dtype and weight_decay: as for
    VGG. All weights start with He's recipe. In the sizes given here a step of 8 images takes about 1 GB and a second of one core.
    """

    piece = 8

    def __init__(
        self,
        input_dim=(3, 224, 224),
        output_size=2,
        rng=None,
        *,
        filters=(6, 256, 384, 384, 356),
        hidden=(4096, 4096, 1000),
        dropout=0.5,
        dtype=np.float32,
        weight_decay=0.0,
    ):
        input_dim, rng = image_shape(input_dim), np.random.default_rng(rng)
        if np.ndim(filters) != 1 or len(filters) != 5:
            raise ValueError(f"filters must be five whole numbers, one a convolution, not {filters!r:.80}.")
        filters, hidden = ([require_whole("sizes", size, 1) for size in sizes] for sizes in (filters, hidden))
        windows = ((11, 4, 0, True), (5, 1, 2, True), (3, 1, 1, False), (3, 1, 1, False), (3, 1, 0, True))
        layers, channels = [], input_dim[0]
        for count, (size, stride, pad, pooled) in zip(filters, windows, strict=True):
            layers += [convolution(channels, count, size, rng, dtype, pad, stride), Relu()]
            layers += [normalization(count, dtype), MaxPooling(3, 3, stride=2)] if pooled else []
            channels = count
        layers += [Flatten()]
        inputs = count_outputs(layers, input_dim, dtype)
        for units in hidden:
            layers += [affine(inputs, units, rng, dtype), Relu(), Dropout(dropout, rng)]
            inputs = units
        layers += [affine(inputs, output_size, rng, dtype)]
        super().__init__(layers, weight_decay=weight_decay)
        self.config = {"input_dim": input_dim, "output_size": int(output_size), "filters": filters, "hidden": hidden}
        self.config |= {"dropout": float(dropout), "dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}
