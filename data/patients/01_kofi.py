import numpy as np
from helpers.datasets import load_digits
from helpers.functions import softmax

digits = load_digits()
images, labels = digits.x_train, digits.t_train

def data():
    return digits

class Net:
    def __init__(self, rng):
        self.params = {"W1": rng.normal(0, 0.2, (64, 40)), "b1": np.zeros(40),
                       "W2": rng.normal(0, 0.2, (40, 10)), "b2": np.zeros(10)}

    def predict(self, x):
        self.h = np.maximum(x @ self.params["W1"] + self.params["b1"], 0)
        return self.h @ self.params["W2"] + self.params["b2"]

    def loss(self, x, t):
        return -np.log(softmax(self.predict(x))[np.arange(len(t)), t]).mean()

    def gradient(self, x, t):
        y = softmax(self.predict(x))
        dz2 = (y - np.eye(10)[t]) / len(images)
        dz1 = dz2 @ self.params["W2"].T * (self.h > 0)
        return {"W1": x.T @ dz1, "b1": dz1.sum(axis=0),
                "W2": self.h.T @ dz2, "b2": dz2.sum(axis=0)}

def train(net, x, t, rng):
    losses = []
    for step in range(400):
        batch = rng.permutation(len(x))[:100]
        losses.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.1 * slope
    return losses
