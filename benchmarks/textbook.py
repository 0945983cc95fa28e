"""What a usual textbook builds, as plainly as it is usually written, for comparison.

float64 everywhere, one-hot labels, a mask in ReLU, a gradient for every layer's input, also the first one's.
Nothing here is slow on purpose; it is what one writes before measuring.
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
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        shifted = x - np.max(x, axis=1, keepdims=True)
        self.y = np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True)
        return -np.sum(t * np.log(self.y + 1e-7)) / len(x)

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)


class Net:
    """Affine layers with ReLU between them; ``params`` and the gradients are dictionaries."""

    def __init__(self, sizes, rng):
        self.params, self.layers = {}, {}
        for i, (inputs, outputs) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
            W = self.params[f"W{i}"] = rng.standard_normal((inputs, outputs)) * np.sqrt(2 / inputs)
            b = self.params[f"b{i}"] = np.zeros(outputs)
            self.layers[f"Affine{i}"] = Affine(W, b)
            self.layers[f"Relu{i}"] = Relu()
        del self.layers[f"Relu{i}"]
        self.loss_layer = SoftmaxWithLoss()

    def loss(self, x, t):
        for layer in self.layers.values():
            x = layer.forward(x)
        return self.loss_layer.forward(x, t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.loss_layer.backward(1)
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        grads = {}
        for i in range(1, len(self.params) // 2 + 1):
            grads[f"W{i}"] = self.layers[f"Affine{i}"].dW
            grads[f"b{i}"] = self.layers[f"Affine{i}"].db
        return grads


class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key]
