"""What a usual textbook builds, as plainly as it is usually written, for comparison.

float64 everywhere, one-hot labels, a mask in ReLU, a gradient for every layer's input, also the first one's; convolution by
im2col, pooling by an arg-max over gathered windows. Nothing here is slow on purpose; it is what one writes before measuring.
"""

import numpy as np


class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(len(x), -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T).reshape(self.shape)


def im2col(x, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = x.shape
    out_h = (H + 2 * pad - filter_h) // stride + 1
    out_w = (W + 2 * pad - filter_w) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((N, C, filter_h, filter_w, out_h, out_w))
    for i in range(filter_h):
        for j in range(filter_w):
            col[:, :, i, j] = img[:, :, i : i + stride * out_h : stride, j : j + stride * out_w : stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * out_h * out_w, -1)


def col2im(col, shape, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = shape
    out_h = (H + 2 * pad - filter_h) // stride + 1
    out_w = (W + 2 * pad - filter_w) // stride + 1
    col = col.reshape(N, out_h, out_w, C, filter_h, filter_w).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((N, C, H + 2 * pad + stride - 1, W + 2 * pad + stride - 1))
    for i in range(filter_h):
        for j in range(filter_w):
            img[:, :, i : i + stride * out_h : stride, j : j + stride * out_w : stride] += col[:, :, i, j]
    return img[:, :, pad : H + pad, pad : W + pad]


class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        N, C, H, W = x.shape
        out_h = (H + 2 * self.pad - FH) // self.stride + 1
        out_w = (W + 2 * self.pad - FW) // self.stride + 1
        self.shape = x.shape
        self.col = im2col(x, FH, FW, self.stride, self.pad)
        out = np.dot(self.col, self.W.reshape(FN, -1).T) + self.b
        return out.reshape(N, out_h, out_w, FN).transpose(0, 3, 1, 2)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(self.col.T, dout).transpose(1, 0).reshape(self.W.shape)
        dcol = np.dot(dout, self.W.reshape(FN, -1))
        return col2im(dcol, self.shape, FH, FW, self.stride, self.pad)


class Pooling:
    def __init__(self, pool_h, pool_w, stride):
        self.pool_h, self.pool_w, self.stride = pool_h, pool_w, stride

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = (H - self.pool_h) // self.stride + 1
        out_w = (W - self.pool_w) // self.stride + 1
        self.shape = x.shape
        col = im2col(x, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        # im2col has all channels of a place in one row, so the rows of col run over N, out_h, out_w, C
        self.arg_max = np.argmax(col, axis=1)
        return np.max(col, axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        dout = dout.transpose(0, 2, 3, 1)
        dmax = np.zeros((dout.size, self.pool_h * self.pool_w))
        dmax[np.arange(self.arg_max.size), self.arg_max] = dout.flatten()
        dcol = dmax.reshape(dout.shape[0] * dout.shape[1] * dout.shape[2], -1)
        return col2im(dcol, self.shape, self.pool_h, self.pool_w, self.stride)


class Dropout:
    def __init__(self, ratio):
        self.ratio = ratio
        self.rng = np.random.default_rng()

    def forward(self, x):
        self.mask = self.rng.random(x.shape) >= self.ratio
        return x * self.mask / (1 - self.ratio)

    def backward(self, dout):
        return dout * self.mask / (1 - self.ratio)


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        shifted = x - np.max(x, axis=1, keepdims=True)
        self.y = np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True)
        return -np.sum(t * np.log(self.y + 1e-7)) / len(x)

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)


class Net:
    """Layers in a row; ``params`` and the gradients are dictionaries."""

    def __init__(self, layers):
        self.layers = layers
        self.learning = [layer for layer in layers if hasattr(layer, "W")]
        self.loss_layer = SoftmaxWithLoss()
        self.params = {}
        for i, layer in enumerate(self.learning, start=1):
            self.params[f"W{i}"], self.params[f"b{i}"] = layer.W, layer.b

    def loss(self, x, t):
        for layer in self.layers:
            x = layer.forward(x)
        return self.loss_layer.forward(x, t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.loss_layer.backward(1)
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        grads = {}
        for i, layer in enumerate(self.learning, start=1):
            grads[f"W{i}"], grads[f"b{i}"] = layer.dW, layer.db
        return grads


def he(rng, *shape):
    inputs = shape[0] if len(shape) == 2 else np.prod(shape[1:])
    return rng.standard_normal(shape) * np.sqrt(2 / inputs)


def multi_layer_net(sizes, rng):
    layers = []
    for inputs, outputs in zip(sizes[:-1], sizes[1:], strict=True):
        layers += [Affine(he(rng, inputs, outputs), np.zeros(outputs)), Relu()]
    return Net(layers[:-1])


def simple_conv_net(rng):
    return Net(
        [
            *(Convolution(he(rng, 30, 1, 5, 5), np.zeros(30)), Relu(), Pooling(2, 2, stride=2)),
            *(Affine(he(rng, 4320, 100), np.zeros(100)), Relu()),
            Affine(he(rng, 100, 10), np.zeros(10)),
        ]
    )


def deep_conv_net(rng, ratio=0.5):
    layers, channels = [], 1
    for number, filters in enumerate([16, 16, 32, 32, 64, 64]):
        layers += [Convolution(he(rng, filters, channels, 3, 3), np.zeros(filters), pad=2 if number == 3 else 1), Relu()]
        if number % 2 == 1:
            layers += [Pooling(2, 2, stride=2)]
        channels = filters
    layers += [Affine(he(rng, 1024, 50), np.zeros(50)), Relu(), Dropout(ratio), Affine(he(rng, 50, 10), np.zeros(10))]
    return Net(layers)


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
