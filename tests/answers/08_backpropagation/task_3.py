#: tests · slopes of broadcast parameters: sums over the samples, not means, and no matrix product

#: right · loops
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return [[x[n, i] * self.params["g"][i] + self.params["b"][i] for i in range(x.shape[1])] for n in range(len(x))]

    def backward(self, dout):
        N, D = dout.shape
        by_g, by_b, dx = np.zeros(D), np.zeros(D), np.zeros((N, D))
        for n in range(N):
            for i in range(D):
                by_g[i] += dout[n, i] * self.x[n, i]
                by_b[i] += dout[n, i]
                dx[n, i] = dout[n, i] * self.params["g"][i]
        self.grads = {"g": by_g, "b": by_b}
        return dx

#: right · einsum and a row of ones
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = np.einsum("ni,ni->i", dout, self.x)
        self.grads["b"] = np.ones(len(dout)) @ dout
        return np.einsum("ni,i->ni", dout, self.params["g"])

#: right · as an affine layer with a diagonal matrix
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x @ np.diag(self.params["g"]) + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = np.diag(self.x.T @ dout)
        self.grads["b"] = dout.sum(axis=0)
        return dout @ np.diag(self.params["g"]).T

#: wrong · means for both · names "the mean is taken in the loss"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).mean(axis=0)
        self.grads["b"] = dout.mean(axis=0)
        return dout * self.params["g"]

#: wrong · mean for b only · names "the mean is taken in the loss"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.mean(axis=0)
        return dout * self.params["g"]

#: wrong · not added up · names "each sample's part is there"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = dout * self.x
        self.grads["b"] = dout
        return dout * self.params["g"]

#: wrong · b not added up · names "b is used in every row"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout
        return dout * self.params["g"]

#: wrong · wrong axis · names "the samples are axis 0"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=1)
        self.grads["b"] = dout.sum(axis=1)
        return dout * self.params["g"]

#: wrong · added up to one number · names "one slope for each"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = np.sum(dout * self.x)
        self.grads["b"] = np.sum(dout)
        return dout * self.params["g"]

#: wrong · dx without g · names "dout went through unchanged"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout.copy()

#: wrong · dx with x instead of g · names "x gets g as its factor"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.x

#: wrong · dx divided by g · names "do not divide"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout / self.params["g"]

#: wrong · dx by a matrix product · names "mixed the features"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout @ self.params["g"]

#: wrong · g without x · names "that is the slope by b"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = dout.sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · g with g instead of x · names "and not g"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.params["g"]).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · g from the output · names "not what came out"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        self.y = x * self.params["g"] + self.params["b"]
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.y).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · adds up before multiplying · names "not the other way round"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = dout.sum(axis=0) * self.x.sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · forgets dout · names "slope that arrives is missing"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = self.x.sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · forgets dout in b · names "slope that arrives is missing"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = np.ones(dout.shape[1])
        return dout * self.params["g"]

#: wrong · dW of an affine layer · names "feature 0 never meets feature 1"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = self.x.T @ dout
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · forward without b · names "offset b is missing"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · offset before the factor · names "first times g"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return (x + self.params["b"]) * self.params["g"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · forward in place · names "in place"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x.copy()
        x *= self.params["g"]
        x += self.params["b"]
        return x

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · backward in place · names "in place"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        dout *= self.params["g"]
        return dout

#: wrong · keeps the sums as a table · names "arrangement"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0, keepdims=True)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · sign of the factor · names "signs are turned round"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return -dout * self.params["g"]

#: wrong · slopes in attributes of its own · names "there is no "g" in grads"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.dg = (dout * self.x).sum(axis=0)
        self.db = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · adds to the slopes of the turn before, passes the visible test · names "each backward starts anew"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = self.grads.get("g", 0) + (dout * self.x).sum(axis=0)
        self.grads["b"] = self.grads.get("b", 0) + dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · as many samples as in the example, passes the visible test
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x)[:3].sum(axis=0)
        self.grads["b"] = dout[:3].sum(axis=0)
        return dout * self.params["g"]

#: wrong · a training step inside backward, passes the visible test
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        dx = dout * self.params["g"]
        self.params["g"] -= 0.1 * self.grads["g"]
        return dx

#: wrong · hard-wired to the example, passes the visible test
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = np.array([-9.0, -10])
        self.grads["b"] = np.array([3.5, 4])
        return dout * self.params["g"]

#: wrong · zeros
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = np.zeros(dout.shape[1])
        self.grads["b"] = np.zeros(dout.shape[1])
        return dout * self.params["g"]

#: wrong · no return · names "return"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (dout * self.x).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)

#: wrong · writes the slopes over the parameters · names "not into self.params"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.params["g"] = np.sum(self.x * dout, axis=0)
        self.params["b"] = np.sum(dout, axis=0)
        return dout * self.params["g"]

#: wrong · changes the x that it kept · names "changed the x"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.x *= dout
        self.grads["g"] = self.x.sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        return dout * self.params["g"]

#: wrong · exactly three samples · names "three samples"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        x = self.x
        self.grads["g"] = x[0] * dout[0] + x[1] * dout[1] + x[2] * dout[2]
        self.grads["b"] = dout[0] + dout[1] + dout[2]
        return dout * self.params["g"]

#: wrong · already takes a step · names "only a training step"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["g"] = (self.x * dout).sum(axis=0)
        self.grads["b"] = dout.sum(axis=0)
        dx = dout * self.params["g"]
        self.params["g"] -= 0.1 * self.grads["g"]
        self.params["b"] -= 0.1 * self.grads["b"]
        return dx

#: wrong · g and b exchanged in grads · names "that is the slope by b"
class ScaleShift:
    def __init__(self, g, b):
        self.params, self.grads = {"g": g, "b": b}, {}

    def forward(self, x):
        self.x = x
        return x * self.params["g"] + self.params["b"]

    def backward(self, dout):
        self.grads["b"] = (self.x * dout).sum(axis=0)
        self.grads["g"] = dout.sum(axis=0)
        return dout * self.params["g"]
