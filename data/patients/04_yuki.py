import numpy as np
from helpers import functions
from helpers.datasets import load_digits

data = load_digits

def losses(scores, t):  # one for each picture
    y = functions.sigmoid(scores)
    return -np.log(y[np.arange(len(t)), t] + 1e-7)

def slopes_by_trying(scores, t, h=1e-5):  # move one score a little, then the next
    rises = [losses(scores + m, t) - losses(scores - m, t) for m in h * np.eye(10)]
    return np.transpose(rises) / (2 * h)

class Net:
    def __init__(self, rng):
        self.params = {"W1": rng.normal(0, 0.2, (64, 30)), "b1": np.zeros(30),
                       "W2": rng.normal(0, 0.2, (30, 10)), "b2": np.zeros(10)}

    def predict(self, x):
        self.h = np.maximum(x @ self.params["W1"] + self.params["b1"], 0)
        return self.h @ self.params["W2"] + self.params["b2"]

    def loss(self, x, t):
        return losses(self.predict(x), t).mean()

    def gradient(self, x, t):
        d2 = slopes_by_trying(self.predict(x), t) / len(t)
        d1 = d2 @ self.params["W2"].T * (self.h > 0)
        return {"W1": x.T @ d1, "b1": d1.sum(0), "W2": self.h.T @ d2, "b2": d2.sum(0)}

def train(net, x, t, rng):
    history = []
    for batch in rng.choice(len(x), (400, 100)):
        history.append(net.loss(x[batch], t[batch]))
        for name, slope in net.gradient(x[batch], t[batch]).items():
            net.params[name] -= 0.1 * slope
    return history
