"""The parts of a convolutional network on their own: im2col, col2im, convolution, pooling; and the machine's matrix product."""

import numpy as np
import textbook

from helpers import convolution


def parts(torch, batch=100):
    """{part: {candidate: function without arguments}}. Layers: forward and backward, all gradients."""
    rng = np.random.default_rng(0)

    def numbers(*shape):
        return rng.standard_normal(shape).astype(np.float32)

    few, many, maps = numbers(batch, 1, 28, 28), numbers(batch, 16, 28, 28), numbers(batch, 30, 24, 24)
    cols = convolution.im2col(many, 3, 3, 1, 1)
    W, b = numbers(16, 16, 3, 3), numbers(16)
    W5, b5 = numbers(30, 1, 5, 5), numbers(30)
    return {
        "im2col, 1 channel, 5×5": unfold(torch, few, 5, 0),
        "im2col, 16 channels, 3×3": unfold(torch, many, 3, 1),
        "col2im, 16 channels, 3×3": fold(torch, many, cols),
        "Convolution 1 to 30, 5×5": convolve(torch, few, W5, b5, 0),
        "Convolution 16 to 16, 3×3": convolve(torch, many, W, b, 1),
        "MaxPooling 2×2, 30 channels": pool(torch, maps),
    }


def unfold(torch, x, size, pad):
    x64 = x.astype(np.float64)
    found = {
        "helpers": lambda: convolution.im2col(x, size, size, 1, pad),
        "textbook": lambda: textbook.im2col(x64, size, size, 1, pad),
    }
    if torch:
        tensor = torch.tensor(x)
        found["PyTorch"] = lambda: torch.nn.functional.unfold(tensor, size, padding=pad)
    return found


def fold(torch, x, cols):
    cols64 = cols.astype(np.float64)
    found = {
        "helpers": lambda: convolution.col2im(cols, x.shape, 3, 3, 1, 1),
        "textbook": lambda: textbook.col2im(cols64, x.shape, 3, 3, 1, 1),
    }
    if torch:
        tensor = torch.nn.functional.unfold(torch.tensor(x), 3, padding=1)
        found["PyTorch"] = lambda: torch.nn.functional.fold(tensor, x.shape[2:], 3, padding=1)
    return found


def both_ways(layer, x):
    """Forward and backward of one of our layers or of the textbook's. x lies as the layer before leaves it."""
    dout = np.ones_like(layer.forward(x))

    def step():
        layer.forward(x)
        return layer.backward(dout)

    return step


def both_ways_in_torch(torch, function, x, *params, channels_last=False):
    memory = torch.channels_last if channels_last else torch.contiguous_format
    tensors = [torch.tensor(x).contiguous(memory_format=memory), *map(torch.tensor, params)]
    for tensor in tensors:
        tensor.requires_grad_()
    dout = torch.ones_like(function(*tensors))

    def step():
        return torch.autograd.grad(function(*tensors), tensors, dout)

    return step


def pixels_first(x):
    """The same images, lying in memory as (H, W, N, C): so the course's layers hand them on to each other."""
    return np.ascontiguousarray(x.transpose(2, 3, 0, 1)).transpose(2, 3, 0, 1)


def convolve(torch, x, W, b, pad):
    double = [value.astype(np.float64) for value in (W, b)]
    found = {
        "helpers": both_ways(convolution.Convolution(W, b, 1, pad), pixels_first(x)),
        "textbook": both_ways(textbook.Convolution(*double, 1, pad), x.astype(np.float64)),
    }
    if torch:

        def function(x, W, b):
            return torch.nn.functional.conv2d(x, W, b, padding=pad)

        found["PyTorch"] = both_ways_in_torch(torch, function, x, W, b)
        found["PyTorch, channels last"] = both_ways_in_torch(torch, function, x, W, b, channels_last=True)
    return found


def pool(torch, x):
    found = {
        "helpers": both_ways(convolution.MaxPooling(2, 2), pixels_first(x)),
        "textbook": both_ways(textbook.Pooling(2, 2, 2), x.astype(np.float64)),
    }
    if torch:

        def function(x):
            return torch.nn.functional.max_pool2d(x, 2)

        found["PyTorch"] = both_ways_in_torch(torch, function, x)
        found["PyTorch, channels last"] = both_ways_in_torch(torch, function, x, channels_last=True)
    return found


def matrix_product():
    """A function that multiplies two 1024×1024 float32 matrices, and its number of multiplications and additions."""
    a, b = np.random.default_rng(0).random((2, 1024, 1024), np.float32)
    return lambda: a @ b, 2 * 1024**3
