import numpy as np
from helpers.datasets import DATA
from helpers.functions import softmax

def data():  # a table as Kaggle has it: in each line a label and its 64 pixels
    file = np.load(DATA / "digits.npz")
    table = np.random.default_rng(1).permutation(np.c_[file["labels"], file["images"] / 16])
    X, Y = table[:, 1:], table[:, 0].astype(int)
    return X[300:], Y[300:], X[-300:], Y[-300:]

class Net:
    def __init__(self, rng):
        self.params = {"W1": rng.normal(0, 64**-0.5, (100, 64)), "b1": np.zeros((100, 1)),
                       "W2": rng.normal(0, 100**-0.5, (10, 100)), "b2": np.zeros((10, 1))}

    def predict(self, x):
        self.A1 = np.maximum(self.params["W1"] @ x.T + self.params["b1"], 0)
        return (self.params["W2"] @ self.A1 + self.params["b2"]).T

    def loss(self, x, t):
        return -np.log(softmax(self.predict(x))[np.arange(len(t)), t]).mean()

    def gradient(self, x, t):
        dZ2 = (softmax(self.predict(x)) - np.eye(10)[t]).T / len(t)
        dZ1 = self.params["W2"].T @ dZ2 * (self.A1 > 0)
        return {"W1": dZ1 @ x, "b1": dZ1.sum(axis=1, keepdims=True),
                "W2": dZ2 @ self.A1.T, "b2": dZ2.sum(axis=1, keepdims=True)}

def train(net, x, t, rng):
    losses = []
    for step in range(1500):
        batch = rng.choice(len(x), 50)
        losses.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.3 * slope
    return losses
