import numpy as np
from helpers.datasets import DATA

def data():  # pictures and labels, 300 of each to validate
    file, order = np.load(DATA / "digits.npz"), np.random.default_rng(0).permutation(1797)
    X, Y = np.round(file["images"][order] / 16 * 255), file["labels"][order].astype(int)
    return X[300:], Y[300:], X[:300], Y[:300]

def softmax(Z):
    return np.exp(Z) / sum(np.exp(Z))

class Net:
    def __init__(self, rng):
        self.params = {"W1": rng.random((40, 64)) - 0.5, "W2": rng.random((10, 40)) - 0.5}

    def forward(self, X):
        A1 = np.maximum(0, self.params["W1"] @ X)
        return A1, self.params["W2"] @ A1

    def predict(self, x):
        return self.forward(x.T)[1].T

    def loss(self, x, t):
        return -np.mean(np.log(softmax(self.forward(x.T)[1])[t, np.arange(len(t))]))

    def gradient(self, x, t):
        A1, Z2 = self.forward(x.T)
        dZ2 = (softmax(Z2) - np.eye(10)[t].T) / len(t)
        return {"W1": (self.params["W2"].T @ dZ2 * (A1 > 0)) @ x, "W2": dZ2 @ A1.T}

def train(net, x, t, rng):
    losses = []
    for step in range(300):
        batch = rng.choice(len(x), 100)
        losses.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.1 * slope
    return losses
