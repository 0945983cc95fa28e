"""Deep networks: VGG, Inception and ResNet, sized for small images. Each only says which layers, in which order.

Every convolution is followed by batch normalization, which VGG and GoogLeNet did not have yet: without it, deep networks
hardly start to learn. ``depth`` counts as the papers do: layers with weights on the longest way from the image to the scores.
Sources: Simonyan and Zisserman, 2014, arXiv:1409.1556; Szegedy et al., 2014, arXiv:1409.4842; He et al., 2015, arXiv:1512.03385.
"""

import numpy as np

from helpers.blocks import Branches, Residual
from helpers.building import affine, convolved, count_outputs, image_shape
from helpers.checks import is_whole
from helpers.convolution import GlobalAveragePooling, MaxPooling
from helpers.layers import Dropout, Flatten, Relu
from helpers.network import Network


class VGG(Network):
    """Blocks of 3×3 convolutions, each block with a 2×2 max pooling at its end; then affine, ReLU, dropout, affine.

    input_dim: (C, H, W) of the images; each block halves them. blocks: for each one (how many convolutions, how many filters).
    hidden_size: units between the affine layers; with None, global average pooling takes the place of the last max pooling, and
    a single affine layer follows, as in ResNet. output_size: classes. rng: numpy.random.Generator for the starting weights, or
    a seed. dropout: the share of units before the last layer that is dropped while training. batch_normalization: False for the
    network of 2014, whose convolutions have a bias instead. dtype: of the parameters. weight_decay: as for Network. All weights
    start with He's recipe. depth: all convolutions and affine layers; blocks=((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))
    has VGG-16's thirteen.
    """

    piece = 50

    def __init__(
        self,
        input_dim=(1, 28, 28),
        blocks=((2, 16), (2, 32)),
        hidden_size=50,
        output_size=10,
        rng=None,
        *,
        dropout=0.5,
        batch_normalization=True,
        dtype=np.float32,
        weight_decay=0.0,
    ):
        input_dim, blocks, rng = image_shape(input_dim), _blocks(blocks), np.random.default_rng(rng)
        layers, channels = [], input_dim[0]
        for count, filters in blocks:
            for _ in range(count):
                layers += convolved(channels, filters, 3, rng, dtype, normalize=batch_normalization)
                channels = filters
            layers += [MaxPooling(2, 2)]
        if hidden_size is None:
            layers[-1] = GlobalAveragePooling()
            layers += [Dropout(dropout, rng), affine(count_outputs(layers, input_dim, dtype), output_size, rng, dtype)]
        else:
            layers += [Flatten()]
            layers += [affine(count_outputs(layers, input_dim, dtype), hidden_size, rng, dtype), Relu(), Dropout(dropout, rng)]
            layers += [affine(hidden_size, output_size, rng, dtype)]
        super().__init__(layers, weight_decay=weight_decay)
        self.depth = sum(count for count, _ in blocks) + (1 if hidden_size is None else 2)
        self.config = {"input_dim": input_dim, "blocks": blocks, "hidden_size": None if hidden_size is None else int(hidden_size)}
        self.config |= {"output_size": int(output_size), "dropout": float(dropout)}
        self.config |= {"batch_normalization": bool(batch_normalization)}
        self.config |= {"dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}


class Inception(Network):
    """A 3×3 convolution, blocks of four ways each with a 2×2 max pooling between the stages, global average pooling, affine.

    The ways of a block with C channels: 1×1 to C/4; 1×1 to 3C/8, then 3×3 to C/2; 1×1 to C/16, then 5×5 to C/8; 3×3 max pooling,
    then 1×1 to C/8. Those are the shares of GoogLeNet's first block, 3a.
    input_dim: (C, H, W) of the images. blocks: for each stage (how many blocks, how many channels C, a multiple of 16).
    stem: filters of the first convolution. The rest as for VGG. depth: 2 for each block, and 2.
    """

    piece = 50

    def __init__(
        self,
        input_dim=(1, 28, 28),
        blocks=((1, 32), (1, 64), (1, 64)),
        output_size=10,
        rng=None,
        *,
        stem=16,
        dtype=np.float32,
        weight_decay=0.0,
    ):
        input_dim, blocks, rng = image_shape(input_dim), _blocks(blocks), np.random.default_rng(rng)
        if any(channels % 16 for _, channels in blocks):
            raise ValueError(f"the channels of a block must be a multiple of 16, which its ways share, but blocks is {blocks}.")
        layers, channels = convolved(input_dim[0], stem, 3, rng, dtype), stem
        for stage, (count, filters) in enumerate(blocks):
            layers += [MaxPooling(2, 2)] * bool(stage)
            for _ in range(count):
                layers += [_inception(channels, filters, rng, dtype)]
                channels = filters
        layers += [GlobalAveragePooling(), affine(channels, output_size, rng, dtype)]
        count_outputs(layers, input_dim, dtype)  # an error for images that are too small comes here
        super().__init__(layers, weight_decay=weight_decay)
        self.depth = 2 * sum(count for count, _ in blocks) + 2
        self.config = {"input_dim": input_dim, "blocks": blocks, "output_size": int(output_size), "stem": int(stem)}
        self.config |= {"dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}


def _inception(channels, filters, rng, dtype):
    part = filters // 16
    return Branches(
        [
            convolved(channels, 4 * part, 1, rng, dtype),
            convolved(channels, 6 * part, 1, rng, dtype) + convolved(6 * part, 8 * part, 3, rng, dtype),
            convolved(channels, part, 1, rng, dtype) + convolved(part, 2 * part, 5, rng, dtype),
            [MaxPooling(3, 3, stride=1, pad=1), *convolved(channels, 2 * part, 1, rng, dtype)],
        ]
    )


class ResNet(Network):
    """A 3×3 convolution, stages of residual blocks, global average pooling, affine.

    A block is two 3×3 convolutions beside a skip connection, with a ReLU behind the sum (He et al. 2015). From the second stage
    on, a stage's first block halves the image by stride 2; where image or channels change, the skip is a 1×1 convolution.
    input_dim: (C, H, W) of the images. blocks: for each stage how many blocks. filters: for each stage how many filters.
    skips: False leaves the skip connections out and everything else as it is: the plain network to compare with.
    The rest as for VGG. depth: 2 for each block, and 2: blocks=(2, 2, 2) has 14 layers; the 1×1 convolutions stand aside.
    """

    piece = 50

    def __init__(
        self,
        input_dim=(1, 28, 28),
        blocks=(2, 2, 2),
        output_size=10,
        rng=None,
        *,
        filters=(16, 32, 64),
        skips=True,
        dtype=np.float32,
        weight_decay=0.0,
    ):
        input_dim, rng = image_shape(input_dim), np.random.default_rng(rng)
        blocks, filters = _whole("blocks", blocks), _whole("filters", filters)
        if len(blocks) != len(filters):
            raise ValueError(f"blocks and filters need an entry for each stage, but they are {blocks} and {filters}.")
        channels = filters[0]
        layers = convolved(input_dim[0], channels, 3, rng, dtype)
        for stage, (count, width) in enumerate(zip(blocks, filters, strict=True)):
            for number in range(count):
                stride = 2 if stage and not number else 1
                body = convolved(channels, width, 3, rng, dtype, stride) + convolved(width, width, 3, rng, dtype, relu=False)
                same = stride == 1 and channels == width
                shortcut = None if same or not skips else convolved(channels, width, 1, rng, dtype, stride, relu=False)
                layers += [*([Residual(body, shortcut)] if skips else body), Relu()]
                channels = width
        layers += [GlobalAveragePooling(), affine(channels, output_size, rng, dtype)]
        super().__init__(layers, weight_decay=weight_decay)
        self.depth = 2 * sum(blocks) + 2
        self.config = {"input_dim": input_dim, "blocks": blocks, "output_size": int(output_size), "filters": filters}
        self.config |= {"skips": bool(skips), "dtype": np.dtype(dtype).name, "weight_decay": self.weight_decay}


def _whole(what, numbers):
    if np.ndim(numbers) != 1 or not len(numbers) or not all(is_whole(number, 1) for number in numbers):
        raise ValueError(f"{what} must be whole numbers from 1 up, one for each stage, such as (2, 2, 2), not {numbers}.")
    return [int(number) for number in numbers]


def _blocks(blocks):
    if np.ndim(blocks) != 2 or np.shape(blocks)[1] != 2 or not all(is_whole(n, 1) for block in blocks for n in block):
        raise ValueError(f"blocks must be pairs of whole numbers (how many, filters), such as ((2, 16), (2, 32)), not {blocks}.")
    return [[int(count), int(filters)] for count, filters in blocks]
