import numpy as np
from helpers.datasets import load_digits
from helpers.functions import softmax

def data():  # ink by columns
    d = load_digits()
    x, x_val = (part.reshape(-1, 8, 8).sum(axis=1) / 4 for part in (d.x_train, d.x_val))
    return x, d.t_train, x_val, d.t_val

class Net:
    def __init__(self, rng):
        self.params = {"W1": rng.normal(0, 0.5, (8, 60)), "b1": np.zeros(60),
                       "W2": rng.normal(0, 0.1, (60, 10)), "b2": np.zeros(10)}

    def predict(self, x):
        self.z = x @ self.params["W1"] + self.params["b1"]
        return (self.z > 0) * self.z @ self.params["W2"] + self.params["b2"]

    def loss(self, x, t):
        return -np.log(softmax(self.predict(x))[np.arange(t.size), t]).mean()

    def gradient(self, x, t):
        error = softmax(self.predict(x))
        error[np.arange(t.size), t] -= 1
        error /= t.size
        back = error @ self.params["W2"].T * (self.z > 0)
        return {"W1": x.T @ back, "b1": back.sum(0),
                "W2": np.maximum(self.z, 0).T @ error, "b2": error.sum(0)}

def train(net, x, t, rng):
    losses = []
    for step in range(3000):
        batch = rng.choice(len(x), 50)
        losses.append(net.loss(x[batch], t[batch]))
        slopes = net.gradient(x[batch], t[batch])
        net.params = {name: net.params[name] - 0.5 * slopes[name] for name in slopes}
    return losses
