import numpy as np
from helpers.datasets import load_digits
from helpers.functions import softmax

def data():
    return load_digits()

def relu(x):
    return (x >= 0) * x

def relu2deriv(output):
    return output >= 0

class Net:
    def __init__(self, rng):
        self.params = {"W1": 0.2 * rng.standard_normal((64, 40)),
                       "W2": 0.2 * rng.standard_normal((40, 10))}

    def predict(self, x):
        self.layer_1 = relu(x @ self.params["W1"])
        return self.layer_1 @ self.params["W2"]

    def loss(self, x, t):
        return -np.mean(np.log(softmax(self.predict(x))[np.arange(len(t)), t]))

    def gradient(self, x, t):
        layer_2_delta = (softmax(self.predict(x)) - np.eye(10)[t]) / len(t)
        layer_1_delta = layer_2_delta @ self.params["W2"].T * relu2deriv(self.layer_1)
        return {"W1": x.T @ layer_1_delta, "W2": self.layer_1.T @ layer_2_delta}

def train(net, x, t, rng):
    losses = []
    for step in range(400):
        batch = rng.choice(len(x), 100)
        losses.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.1 * slope
    return losses
