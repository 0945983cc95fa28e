import numpy as np
from helpers.datasets import load_digits
from helpers.functions import softmax

def data():
    return load_digits()

class Net:
    def __init__(self, rng):
        self.params = {"W1": rng.normal(0, 0.18, (50, 64)), "b1": np.zeros((50, 1)),
                       "W2": rng.normal(0, 0.2, (10, 50)), "b2": np.zeros((10, 1))}

    def forward(self, X):
        self.A1 = np.maximum(self.params["W1"] @ X + self.params["b1"], 0)
        return self.params["W2"] @ self.A1 + self.params["b2"]

    def predict(self, x):
        return self.forward(x.T).T

    def loss(self, x, t):
        return -np.mean(np.log(softmax(self.predict(x))[np.arange(len(t)), t]))

    def gradient(self, x, t):
        m, error2 = len(t), softmax(self.predict(x)).T - np.eye(10)[t].T
        error1 = self.params["W2"].T @ error2 * (self.A1 > 0)
        return {"W1": 1 / m * error1 @ x,
                "b1": 1 / m * np.sum(error1, axis=1, keepdims=True),
                "W2": 1 / m * error2 @ self.A1.T,
                "b2": 1 / m * np.sum(error2)}

def train(net, x, t, rng):
    losses = []
    for step in range(400):
        batch = rng.choice(len(x), 100)
        losses.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.3 * slope
    return losses
