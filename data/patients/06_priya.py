import numpy as np
from helpers.datasets import load_digits
from helpers.functions import softmax

data = load_digits

class Net:
    def __init__(self, rng):
        self.W = [rng.standard_normal(size) for size in ((64, 50), (50, 50), (50, 50))]
        self.W.append(0.1 * rng.standard_normal((50, 10)))
        self.params = {f"W{i}": W for i, W in enumerate(self.W, start=1)}

    def activations(self, x):
        out = [x]
        for W in self.W[:3]:
            out.append(np.tanh(out[-1] @ W))
        return out[1:]

    def predict(self, x):
        return self.activations(x)[-1] @ self.W[3]

    def loss(self, x, t):
        return -np.log(softmax(self.predict(x))[np.arange(len(t)), t]).mean()

    def gradient(self, x, t):
        a, slopes = [x, *self.activations(x)], {}
        dz = (softmax(self.predict(x)) - np.eye(10)[t]) / len(t)
        for i in (3, 2, 1, 0):
            slopes[f"W{i + 1}"], dz = a[i].T @ dz, dz @ self.W[i].T * (1 - a[i] ** 2)
        return slopes

def train(net, x, t, rng):
    losses = []
    for batch in rng.choice(len(x), (300, 100)):
        losses.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.1 * slope
    return losses
