import numpy as np
from helpers.datasets import load_digits
from helpers.layers import Affine, Relu, SoftmaxWithLoss

def data():
    return load_digits()

class Net:
    def __init__(self, rng):
        W1, W2 = rng.normal(0, 0.15, (64, 50)), rng.normal(0, 0.15, (50, 10))
        self.params = {"W1": W1, "b1": np.zeros(50), "W2": W2, "b2": np.zeros(10)}
        self.first = Affine(self.params["W1"], self.params["b1"])
        self.last = Affine(self.params["W2"], self.params["b2"])
        self.relu, self.end = Relu(), SoftmaxWithLoss()

    def predict(self, x):
        return self.last.forward(self.relu.forward(self.first.forward(x)))

    def loss(self, x, t):
        return self.end.forward(self.predict(x), t)

    def gradient(self, x, t):
        self.loss(x, t)
        self.first.backward(self.relu.backward(self.last.backward(self.end.backward())))
        return {"W1": self.first.grads["W"], "b1": self.first.grads["b"],
                "W2": self.last.grads["W"], "b2": self.last.grads["b"]}

def train(net, x, t, rng):
    losses = []
    for step in range(400):
        batch = rng.choice(len(x), 100)
        slopes = net.gradient(x[batch], t[batch])
        for name in net.params:
            net.params[name] = net.params[name] - 0.1 * slopes[name]
        losses.append(net.loss(x[batch], t[batch]))
    return losses
