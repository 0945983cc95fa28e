#: tests · a layer that keeps its mask, with a kink declared, for any shape, changing nothing that it was given

#: right · keeps the mask
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.positive = x > 0
        return np.maximum(x, 0) + self.leak * np.minimum(x, 0)

    def backward(self, dout):
        return np.where(self.positive, dout, self.leak * dout)

#: right · keeps x, writes into copies
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.x = x
        y = x.copy()
        y[x < 0] *= self.leak
        return y

    def backward(self, dout):
        dx = dout.copy()
        dx[self.x <= 0] *= self.leak
        return dx

#: right · number by number, lists
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.shape, self.slopes = x.shape, [1.0 if v > 0 else self.leak for v in x.ravel()]
        return np.array([v * s for v, s in zip(x.ravel(), self.slopes)]).reshape(x.shape).tolist()

    def backward(self, dout):
        return np.array([v * s for v, s in zip(dout.ravel(), self.slopes)]).reshape(self.shape).tolist()

#: right · the larger of two lines, since the leak is at most 1
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.x = x
        return np.maximum(x, self.leak * x)

    def backward(self, dout):
        return dout * ((self.x > 0) + self.leak * (self.x <= 0))

#: wrong · plain ReLU · names "the leak is missing"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.positive = x > 0
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * self.positive

#: wrong · leaks forward only · names "the leak gets through"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.positive = x > 0
        return np.where(x > 0, x, self.leak * x)

    def backward(self, dout):
        return dout * self.positive

#: wrong · slope 1 at 0 · names "not 1"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = np.where(x >= 0, 1, self.leak)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · slope 0 at 0 · names "not 0"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = (x > 0) + self.leak * (x < 0)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · forgets dout · names "multiplied by the slope that arrives"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = np.where(x > 0, 1, self.leak)
        return x * self.slope

    def backward(self, dout):
        return self.slope

#: wrong · goes by the sign of dout · names "sign of dout"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        return np.where(x > 0, x, self.leak * x)

    def backward(self, dout):
        return np.where(dout > 0, dout, self.leak * dout)

#: wrong · no mask on the way back · names "mask is forgotten"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        return np.where(x > 0, x, self.leak * x)

    def backward(self, dout):
        return dout.copy()

#: wrong · backward in place · names "in place"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.mask = x <= 0
        return np.where(x > 0, x, self.leak * x)

    def backward(self, dout):
        dout[self.mask] *= self.leak
        return dout

#: wrong · forward in place · names "in place"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.mask = x <= 0
        x[self.mask] *= self.leak
        return x

    def backward(self, dout):
        return np.where(self.mask, self.leak * dout, dout)

#: wrong · the leak is added, not multiplied · names "it is a factor of x"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.positive = x > 0
        return np.where(self.positive, x, self.leak)

    def backward(self, dout):
        return np.where(self.positive, dout, self.leak * dout)

#: wrong · left turned upward · names "the wrong way"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = np.where(x > 0, 1, -self.leak)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · sides exchanged · names "left and right are exchanged"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = np.where(x > 0, self.leak, 1)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · dout times the output · names "multiplied by y"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.y = np.where(x > 0, x, self.leak * x)
        return self.y

    def backward(self, dout):
        return dout * self.y

#: wrong · the leak of the example, passes the visible test · names "not self.leak"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = np.where(x > 0, 1, 0.25)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · keeps the mask for all layers together, passes the visible test · names "each keeps its own"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        LeakyRelu.slope = np.where(x > 0, 1, self.leak)
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · keeps the mask in a global name, passes the visible test · names "mask of another layer"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        global mask
        mask = x > 0
        return np.where(mask, x, self.leak * x)

    def backward(self, dout):
        return np.where(mask, dout, self.leak * dout)

#: wrong · for tables only, passes the visible test
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        rows, columns = x.shape
        self.slope = np.array([[1 if x[i, j] > 0 else self.leak for j in range(columns)] for i in range(rows)])
        return x * self.slope

    def backward(self, dout):
        return dout * self.slope

#: wrong · keeps the first mask for good, passes the visible test
class LeakyRelu:
    def __init__(self, leak):
        self.leak, self.mask = leak, None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.where(x > 0, x, self.leak * x)

    def backward(self, dout):
        return np.where(self.mask, dout, self.leak * dout)

#: wrong · returns the input · names "nothing happened"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        return x

    def backward(self, dout):
        return dout

#: wrong · no return in backward · names "return"
class LeakyRelu:
    def __init__(self, leak):
        self.leak = leak

    def forward(self, x):
        self.slope = np.where(x > 0, 1, self.leak)
        return x * self.slope

    def backward(self, dout):
        dx = dout * self.slope

#: wrong · the usual leak of 0.01 · names "that __init__ was given"
class LeakyRelu:
    def __init__(self, leak):
        self.leak, self.params, self.grads = leak, {}, {}

    def forward(self, x):
        self.positive = x > 0
        return np.where(self.positive, x, 0.01 * x)

    def backward(self, dout):
        return np.where(self.positive, dout, 0.01 * dout)

#: wrong · a leak of 0 becomes 0.01 · names "a leak of 0"
class LeakyRelu:
    def __init__(self, leak):
        self.leak, self.params, self.grads = leak or 0.01, {}, {}

    def forward(self, x):
        self.positive = x > 0
        return np.where(self.positive, x, self.leak * x)

    def backward(self, dout):
        return np.where(self.positive, dout, self.leak * dout)

#: wrong · the first mask for ever · names "goes by the first forward"
class LeakyRelu:
    def __init__(self, leak):
        self.leak, self.params, self.grads = leak, {}, {}
        self.positive = None

    def forward(self, x):
        if self.positive is None:
            self.positive = x > 0
        return np.where(x > 0, x, self.leak * x)

    def backward(self, dout):
        return np.where(self.positive, dout, self.leak * dout)

#: wrong · the leak is added to the ReLU everywhere · names "and not 1 and the leak"
class LeakyRelu:
    def __init__(self, leak):
        self.leak, self.params, self.grads = leak, {}, {}

    def forward(self, x):
        self.positive = x > 0
        return np.maximum(x, 0) + self.leak * x

    def backward(self, dout):
        return dout * self.positive + self.leak * dout

#: wrong · cuts at the leak · names "not at the leak"
class LeakyRelu:
    def __init__(self, leak):
        self.leak, self.params, self.grads = leak, {}, {}

    def forward(self, x):
        self.mask = x > self.leak
        return np.where(self.mask, x, self.leak * x)

    def backward(self, dout):
        return np.where(self.mask, dout, self.leak * dout)
