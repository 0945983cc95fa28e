#: tests · a normalization that is new: forward, and a way back that has the root's part and not the mean's

#: right · the short formula
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: right · node by node
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.x = x.copy()
        self.root = np.sqrt(np.einsum("nd,nd->n", x, x)[:, None] / x.shape[1] + self.eps)
        return self.x / self.root * self.params["gamma"]

    def backward(self, dout):
        self.grads = {"gamma": np.einsum("nd,nd->d", dout, self.x / self.root)}
        dz = dout * self.params["gamma"]
        droot = -(dz * self.x).sum(1, keepdims=True) / self.root**2
        dmean = droot / (2 * self.root)
        return dz / self.root + 2 * self.x * dmean / dout.shape[1]

#: right · row by row, with a matrix
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.rows, self.roots = x, [np.sqrt((row**2).mean() + self.eps) for row in x]
        return np.stack([self.params["gamma"] * row / r for row, r in zip(x, self.roots)])

    def backward(self, dout):
        D, gamma = dout.shape[1], self.params["gamma"]
        slopes, dx = np.zeros_like(dout[0]), np.empty_like(dout)
        for i, (row, r) in enumerate(zip(self.rows, self.roots)):
            slopes += dout[i] * row / r
            matrix = np.eye(D, dtype=row.dtype) / r - np.outer(row, row) / (D * r**3)
            dx[i] = matrix @ (gamma * dout[i])
        self.grads["gamma"] = slopes
        return dx

#: right · row by row, with its Jacobian
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.x = x.copy()
        return np.array(
            [self.params["gamma"] * row / np.sqrt(np.mean(row**2) + self.eps) for row in x],
            dtype=x.dtype,
        )

    def backward(self, dout):
        dx, dgamma = np.zeros_like(dout), np.zeros_like(self.params["gamma"])
        D = dout.shape[1]
        for i, row in enumerate(self.x):
            root = np.sqrt(np.mean(row**2) + self.eps)
            J = (np.eye(D) - np.outer(row, row) / (D * root**2)) / root
            dx[i] = J @ (dout[i] * self.params["gamma"])
            dgamma += dout[i] * row / root
        self.grads["gamma"] = dgamma
        return dx

#: wrong · takes the mean off · names "no mean is taken off"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        x = x - x.mean(axis=1, keepdims=True)
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · np.var · names "take a mean off first"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = x.var(axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · along the batch · names "along the row, axis 1"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=0, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · over the table · names "one for the whole table"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · a sum of squares · names "a mean of the squares, not a sum"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.sum(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · no gamma in forward · names "gamma is missing"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.z.copy()

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · no root · names "the root is missing"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / (mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · no eps · names "eps is missing"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · eps built in · names "use self.eps"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + 1e-5)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · eps beside the root · names "eps belongs under the root"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / (np.sqrt(mean_square) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · multiplies by the root · names "do not multiply"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x / self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · mean of the sizes · names "mean of the sizes"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / (np.abs(x).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · no keepdims in forward · names "could not be broadcast"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · the lesson's formula as it is · names "came from taking the mean off"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - g.mean(axis=1, keepdims=True) - by_root)

#: wrong · the root as if fixed · names "its way back is missing"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g)

#: wrong · the mean's part only · names "there was no mean"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - g.mean(axis=1, keepdims=True))

#: wrong · no gamma in dx · names "gamma is missing"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · gamma after the mean · names "gamma comes first"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.params["gamma"] * self.inverse * (g - by_root)

#: wrong · mean over the batch, as batch normalization has it · names "along the row, axis 1"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=0)
        return self.inverse * (g - by_root)

#: wrong · mean over the table, backward · names "over the whole table"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean()
        return self.inverse * (g - by_root)

#: wrong · a sum backward · names "not a sum"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).sum(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · the root's part added · names "and it was added"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g + by_root)

#: wrong · twice the root's part · names "half of the root is lost"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - 2 * by_root)

#: wrong · half of the root's part · names "factor 2 of the square is lost"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root / 2)

#: wrong · not divided by the root · names "still to be divided"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return (g - by_root)

#: wrong · divided twice · names "the root divides once"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse**2 * (g - by_root)

#: wrong · times the root backward · names "not multiplied"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return 1 / self.inverse * (g - by_root)

#: wrong · x for z · names "x stands where z belongs"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.x = x
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = self.x * (g * self.x).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · x for z once · names "x stands where z belongs, once"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.x = x
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = self.x * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · y for z · names "y stands where z belongs"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        self.y = self.params["gamma"] * self.z
        return self.y

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = self.y * (g * self.y).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · the root's part evenly · names "in proportion to its z"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · dout handed on · names "that is dout"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return dout.copy()

#: wrong · ends at z · names "z = x · inverse comes next"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return g

#: wrong · slope by gamma along the row · names "a number per row"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=1)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · slope by gamma not added up · names "fan-out adds"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = dout * z
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · slope by gamma as a mean · names "the loss divides by N"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).mean(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · slope by gamma with x · names "not by x"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.x = x
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * self.x).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · slope by gamma with y · names "dout meets z, not y"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        self.y = self.params["gamma"] * self.z
        return self.y

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * self.y).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · gamma in its own slope · names "gamma itself does not belong"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (g * z).sum(axis=0)
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · beta's slope for gamma's · names "and so z is its slope"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = dout.sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · no slope by gamma · names "in grads: write"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · dout in place · names "changed its argument dout"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout
        g *= self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · x in place · names "changed its argument x"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        x *= self.inverse
        self.z = x
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · slopes pile up, right in the visible test · names "= and not +="
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = self.grads.get("gamma", 0) + (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · no keepdims backward · names "could not be broadcast"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1)
        return self.inverse * (g - by_root)

#: wrong · no keepdims where it fits, right in the visible test · names "without keepdims"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=z.shape[0] != z.shape[1])
        return self.inverse * (g - by_root)

#: wrong · gamma of the start kept, right in the visible test · names "read it from params"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps
        self.gamma = gamma.copy()

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout * self.gamma
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · float64 made of float32 · names "float32 should give float32"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        mean_square = np.mean(x**2, axis=1, keepdims=True)
        self.inverse = 1 / np.sqrt(mean_square + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        z = self.z
        self.grads["gamma"] = (dout * z).sum(axis=0)
        g = dout.astype(float) * self.params["gamma"]
        by_root = z * (g * z).mean(axis=1, keepdims=True)
        return self.inverse * (g - by_root)

#: wrong · float32 made of float64 · names "float64 should give float64"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return (self.params["gamma"] * self.z).astype(np.float32)

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return (self.inverse * (g - self.z * (g * self.z).mean(axis=1, keepdims=True))).astype(
            np.float32
        )

#: wrong · z as y / gamma, right in the visible test · names "divided by 0"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        self.y = self.params["gamma"] * self.z
        return self.y

    def backward(self, dout):
        self.z = self.y / self.params["gamma"]
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return self.inverse * (g - self.z * (g * self.z).mean(axis=1, keepdims=True))

#: wrong · gamma changed by backward · names "only an optimizer does"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        self.params["gamma"] -= 0.01 * self.grads["gamma"]
        return self.inverse * (g - self.z * (g * self.z).mean(axis=1, keepdims=True))

#: wrong · gamma in the first term only · names "there was dout · z"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return self.inverse * (g - self.z * (dout * self.z).mean(axis=1, keepdims=True))

#: wrong · gamma in the second term only · names "the first has dout alone"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return self.inverse * (dout - self.z * (g * self.z).mean(axis=1, keepdims=True))

#: wrong · divided by N · names "there it was divided by N"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return self.inverse * (g - self.z * (g * self.z).sum(axis=1, keepdims=True) / len(dout))

#: wrong · the part along z taken off whole · names "the mean of z² is not 1"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return self.inverse * (
            g
            - self.z
            * (g * self.z).sum(axis=1, keepdims=True)
            / (self.z**2).sum(axis=1, keepdims=True)
        )

#: wrong · no eps backward · names "the root on the way back"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        self.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        self.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        x = self.z / self.inverse
        inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True))
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return inverse * (g - self.z * (g * self.z).mean(axis=1, keepdims=True))

#: wrong · kept in the class, right in the visible test · names "not in the class"
class RMSNormalization:
    def __init__(self, gamma, eps=1e-5):  # gamma: (D,)
        self.params, self.grads, self.eps = {"gamma": gamma}, {}, eps

    def forward(self, x, training=False):
        RMSNormalization.inverse = 1 / np.sqrt((x**2).mean(axis=1, keepdims=True) + self.eps)
        RMSNormalization.z = x * self.inverse
        return self.params["gamma"] * self.z

    def backward(self, dout):
        g = dout * self.params["gamma"]
        self.grads["gamma"] = (dout * self.z).sum(axis=0)
        return self.inverse * (g - self.z * (g * self.z).mean(axis=1, keepdims=True))
