import numpy as np
from helpers.datasets import load_digits
from helpers.layers import Affine, Relu, SoftmaxWithLoss

def data():
    return load_digits()

class Net:
    def __init__(self, rng):
        p = self.params = {"W1": 0.1 * rng.standard_normal((64, 50)), "b1": np.zeros(50),
                           "W2": 0.1 * rng.standard_normal((50, 10)), "b2": np.zeros(10)}
        self.affine = Affine(p["W1"], p["b1"]), Affine(p["W2"], p["b2"])
        self.layers = [layer for affine in self.affine for layer in (affine, Relu())]
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last.backward()
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        return {f"{k}{i}": a.grads[k] for i, a in enumerate(self.affine, 1) for k in "Wb"}

def train(net, x, t, rng):
    losses = []
    for step in range(600):
        batch = rng.choice(len(x), 100)
        losses.append(net.loss(x[batch], t[batch]))
        for key, slope in net.gradient(x[batch], t[batch]).items():
            net.params[key] -= 0.1 * slope
    return losses
