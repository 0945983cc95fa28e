#: tests · the backward step of a block with two fan-outs; that gradients of two uses of one matrix add up

#: right · out of the course's own layers
from helpers.layers import Affine, Relu
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}
        self.road = [Affine(W, b), Relu(), Affine(W.T, np.zeros(len(W)))]

    def forward(self, x):
        y = x
        for layer in self.road:
            y = layer.forward(y)
        return x + y

    def backward(self, dout):
        dx = dout
        for layer in reversed(self.road):
            dx = layer.backward(dx)
        down, _, up = self.road
        self.grads = {"W": down.grads["W"] + up.grads["W"].T, "b": down.grads["b"]}
        return dout + dx

#: right · sample by sample
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.h = [np.array([max(0.0, row @ w + b) for w, b in zip(self.params["W"].T, self.params["b"])]) for row in x]
        return np.array([row + self.params["W"] @ h for row, h in zip(x, self.h)])

    def backward(self, dout):
        W, dx = self.params["W"], []
        by_W, by_b = np.zeros(W.shape), np.zeros(W.shape[1])
        for row, h, slope in zip(self.x, self.h, dout):
            dz = np.where(h > 0, slope @ W, 0)
            by_W += np.outer(row, dz) + np.outer(slope, h)
            by_b += dz
            dx.append(slope + W @ dz)
        self.grads.update(W=by_W, b=by_b)
        return np.array(dx)

#: right · turned products
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = (dz.T @ self.x + self.h.T @ dout).T
        self.grads["b"] = dz.sum(axis=0)
        return (W @ dz.T + dout.T).T

#: wrong · no bypass on the way back · names "way back over the bypass is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dz @ W.T

#: wrong · the bypass alone · names "that is the bypass alone"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout.copy()

#: wrong · x over the bypass · names "and not x"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return self.x + dz @ W.T

#: wrong · 1 over the bypass · names "and not 1"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return 1 + dz @ W.T

#: wrong · the bypass twice · names "counted twice"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return 2 * dout + dz @ W.T

#: wrong · adds into dout · names "in place"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dx = dout
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        dx += dz @ W.T
        self.grads["b"] = dz.sum(axis=0)
        return dx

#: wrong · the way down alone · names "the way down alone"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the way up alone · names "the way up alone"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the two uses subtracted · names "was subtracted"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz - dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the second use overwrites the first · names "the way up alone"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz
        self.grads["W"] = dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · no mask · names "mask of the ReLU is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the mask only in dx · names "mask of the ReLU is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ (dout @ W) + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the mask by the sign of the slope · names "by the sign of the slope that arrives"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = np.maximum(dout @ W, 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the sums kept instead of the output · names "and not its input"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.z
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the second use not turned · names "could not be broadcast"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + self.h.T @ dout
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · turned on the way back to h · names "ValueError"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W.T * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · means · names "no mean"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = (self.x.T @ dz + dout.T @ self.h) / len(dout)
        self.grads["b"] = dz.mean(axis=0)
        return dout + dz @ W.T

#: wrong · mean for b · names "no mean"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.mean(axis=0)
        return dout + dz @ W.T

#: wrong · b not added up · names "b is added in every row"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz
        return dout + dz @ W.T

#: wrong · b along the wrong axis · names "samples are axis 0"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=1)
        return dout + dz @ W.T

#: wrong · b without the mask · names "mask of the ReLU is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = (dout @ W).sum(axis=0)
        return dout + dz @ W.T

#: wrong · b from dout · names "the slope that arrives at z"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dout.sum(axis=0)
        return dout + dz @ W.T

#: wrong · no bypass forward · names "the bypass is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · no ReLU forward · names "the ReLU is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = self.z
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · no bias forward · names "the bias is missing"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · ReLU after the sum · names "before the two meet"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return np.maximum(x + self.h @ self.params["W"].T, 0)

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · forward in place · names "in place"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        x += self.h @ self.params["W"].T
        return x

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · slope 1 at a sum of 0, passes the visible test · names "the slope of ReLU is 0"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z >= 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · adds to the slopes of the turn before, passes the visible test · names "each backward starts anew"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.grads.get("W", 0) + self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · takes a square matrix for symmetric, passes the visible test
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ (W if W.shape[0] == W.shape[1] else W.T)

#: wrong · second use turned where W is square, passes the visible test
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + (self.h.T @ dout if W.shape[0] == W.shape[1] else dout.T @ self.h)
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · two samples only, passes the visible test
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x[:2].T @ dz[:2] + dout[:2].T @ self.h[:2]
        self.grads["b"] = dz[:2].sum(axis=0)
        return dout + dz @ W.T

#: wrong · no slope by b · names "there is no"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        return dout + dz @ W.T

#: wrong · returns dout · names "that is the bypass alone"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout

#: wrong · no return · names "return"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.z = x @ self.params["W"] + self.params["b"]
        self.h = np.maximum(self.z, 0)
        return x + self.h @ self.params["W"].T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        dx = dout + dz @ W.T

#: wrong · keeps x in the class · names "another block"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        BypassBlock.x = x
        self.z = x @ W + b
        self.h = np.maximum(self.z, 0)
        return x + self.h @ W.T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · W doubled, since it is used twice · names "the way down twice"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        self.x, self.z = x, x @ W + b
        self.h = np.maximum(self.z, 0)
        return x + self.h @ W.T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = 2 * self.x.T @ dz
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · ReLU after the meeting · names "between the way down"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        self.x, self.h = x, x @ W + b
        self.y = np.maximum(x + self.h @ W.T, 0)
        return self.y

    def backward(self, dout):
        W = self.params["W"]
        d = dout * (self.y > 0)
        dz = d @ W
        self.grads["W"] = self.x.T @ dz + d.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return d + dz @ W.T

#: wrong · the mask is one for the whole batch · names "a row of its own"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        self.x, self.z = x, x @ W + b
        self.h = np.maximum(self.z, 0)
        return x + self.h @ W.T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0).any(axis=0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · only the first sample's mask · names "the mask of the first"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        self.x, self.z = x, x @ W + b
        self.h = np.maximum(self.z, 0)
        return x + self.h @ W.T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z[0] > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T

#: wrong · the bypass hands on dx of the road twice · names "road is counted twice"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        self.x, self.z = x, x @ W + b
        self.h = np.maximum(self.z, 0)
        return x + self.h @ W.T

    def backward(self, dout):
        W = self.params["W"]
        dz = dout @ W * (self.z > 0)
        self.grads["W"] = self.x.T @ dz + dout.T @ self.h
        self.grads["b"] = dz.sum(axis=0)
        return 2 * (dz @ W.T)

#: wrong · the way up with the other one transposed · names "mirror images"
class BypassBlock:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x):
        W, b = self.params["W"], self.params["b"]
        self.x, self.h = x, np.maximum(x @ W + b, 0)
        return x + self.h @ W.T

    def backward(self, dout):
        W = self.params["W"]
        dz = (dout @ W) * (self.h > 0)
        self.grads["W"] = self.x.T @ dz + self.h.T @ dout
        self.grads["b"] = dz.sum(axis=0)
        return dout + dz @ W.T
