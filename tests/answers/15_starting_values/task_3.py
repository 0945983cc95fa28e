#: tests · batch normalization of series: which axes count together, training and prediction, running statistics in place, big offsets

#: right · with axes
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: right · sensor by sensor
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        N, C, L = x.shape
        y = np.zeros((N, C, L), np.result_type(x, self.params["gamma"]))
        if training and N * L == 1:
            raise ValueError("a single number has no spread")
        for c in range(C):
            series = x[:, c, :]
            if training:
                m = series.sum() / (N * L)
                v = ((series - m) ** 2).sum() / (N * L)
                self.state["mean"][c] += (1 - self.momentum) * (m - self.state["mean"][c])
                self.state["variance"][c] += (1 - self.momentum) * (v - self.state["variance"][c])
            else:
                m, v = self.state["mean"][c], self.state["variance"][c]
            y[:, c] = self.params["gamma"][c] * (series - m) / (v + self.eps) ** 0.5 + self.params["beta"][c]
        return y

#: right · as a table, and back
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        N, C, L = x.shape
        table = x.transpose(0, 2, 1).reshape(N * L, C)
        mean, variance = self.state["mean"].copy(), self.state["variance"].copy()
        if training:
            if len(table) < 2:
                raise ValueError("needs two")
            mean = table.mean(axis=0)
            variance = np.mean(np.square(table - mean), axis=0)
            for name, value in {"mean": mean, "variance": variance}.items():
                self.state[name] *= self.momentum
                self.state[name] += (1 - self.momentum) * value
        table = (table - mean) / np.sqrt(variance + self.eps) * self.params["gamma"] + self.params["beta"]
        return table.reshape(N, L, C).transpose(0, 2, 1)

#: right · einsum
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        n = x.shape[0] * x.shape[2]
        if training and n == 1:
            raise ValueError
        if training:
            mean = np.einsum("ncl->c", x) / n
            d = x - mean[None, :, None]
            variance = np.einsum("ncl,ncl->c", d, d) / n
            np.copyto(
                self.state["mean"], self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            np.copyto(
                self.state["variance"],
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance,
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
            d = x - mean[None, :, None]
        scale = self.params["gamma"] / np.sqrt(variance + self.eps)
        return np.einsum("c,ncl->ncl", scale, d) + self.params["beta"][:, None]

#: right · from the stations' parts
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if not training:
            mean, variance = self.state["mean"], self.state["variance"]
        elif x[:, 0, :].size == 1:
            raise ValueError("too few")
        else:
            of_station = x.mean(axis=2)
            mean = of_station.mean(axis=0)
            variance = x.var(axis=2).mean(axis=0) + of_station.var(axis=0)
            for key, new in zip(("mean", "variance"), (mean, variance)):
                self.state[key][:] = self.momentum * self.state[key] + (1 - self.momentum) * new
        centred = np.swapaxes(x, 1, 2) - mean
        return np.swapaxes(
            centred * (self.params["gamma"] / np.sqrt(variance + self.eps)) + self.params["beta"],
            1,
            2,
        )

#: right · a loop over the sensors into an array as x
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        N, C, L = x.shape
        if training and N == 1 and L == 1:
            raise ValueError("no spread")
        y = np.empty_like(x)
        for c in range(C):
            numbers = x[:, c, :]
            if training:
                m, v = numbers.mean(), numbers.var()
                self.state["mean"][c] = (
                    self.momentum * self.state["mean"][c] + (1 - self.momentum) * m
                )
                self.state["variance"][c] = (
                    self.momentum * self.state["variance"][c] + (1 - self.momentum) * v
                )
            else:
                m, v = self.state["mean"][c], self.state["variance"][c]
            y[:, c, :] = (
                self.params["gamma"][c] * (numbers - m) / np.sqrt(v + self.eps)
                + self.params["beta"][c]
            )
        return y

#: wrong · each hour on its own · names "each hour has a mean"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if training:
            mean, variance = x.mean(axis=(0,), keepdims=True), x.var(axis=(0,), keepdims=True)
        else:
            mean, variance = mean[:, None], variance[:, None]
        normalized = (x - mean) / np.sqrt(variance + self.eps)
        return gamma * normalized + beta

#: wrong · each station on its own · names "each station has a mean"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if training:
            mean, variance = x.mean(axis=(2,), keepdims=True), x.var(axis=(2,), keepdims=True)
        else:
            mean, variance = mean[:, None], variance[:, None]
        normalized = (x - mean) / np.sqrt(variance + self.eps)
        return gamma * normalized + beta

#: wrong · each station, over its sensors · names "for each station, over its sensors"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if training:
            mean, variance = x.mean(axis=(1, 2), keepdims=True), x.var(axis=(1, 2), keepdims=True)
        else:
            mean, variance = mean[:, None], variance[:, None]
        normalized = (x - mean) / np.sqrt(variance + self.eps)
        return gamma * normalized + beta

#: wrong · over the sensors · names "over the sensors: each sensor"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if training:
            mean, variance = x.mean(axis=(1,), keepdims=True), x.var(axis=(1,), keepdims=True)
        else:
            mean, variance = mean[:, None], variance[:, None]
        normalized = (x - mean) / np.sqrt(variance + self.eps)
        return gamma * normalized + beta

#: wrong · one for all · names "for all sensors"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if training:
            mean, variance = x.mean(axis=(0, 1, 2), keepdims=True), x.var(axis=(0, 1, 2), keepdims=True)
        else:
            mean, variance = mean[:, None], variance[:, None]
        normalized = (x - mean) / np.sqrt(variance + self.eps)
        return gamma * normalized + beta

#: wrong · n − 1 · names "divided by n, not by n − 1"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2), ddof=1)
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · no eps · names "eps is missing"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None])
        return gamma * normalized + beta

#: wrong · eps beside the root · names "eps belongs under the root"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / (np.sqrt(variance[:, None]) + self.eps)
        return gamma * normalized + beta

#: wrong · eps built in · names "use self.eps"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + 1e-5)
        return gamma * normalized + beta

#: wrong · no root · names "the root is missing"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / (variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · no gamma · names "gamma is missing"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return normalized + beta

#: wrong · no beta · names "beta is missing"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized

#: wrong · neither · names "gamma and beta are missing"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return normalized

#: wrong · gamma and beta exchanged · names "gamma and beta are exchanged"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("beta", "gamma"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · gamma times all · names "gamma does not multiply it"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * (normalized + beta)

#: wrong · mean not taken off · names "the mean is not taken off"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = x / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the running ones while training, not yet renewed · names "those in state were used"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            old = {k: s.copy() for k, s in self.state.items()}
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if training:
            mean, variance = old["mean"], old["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the running ones while training, renewed · names "just renewed, were used"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the other momentum · names "momentum is the share of the old"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = (1 - self.momentum) * self.state[name] + self.momentum * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · state never renewed · names "and it was not"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                pass
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the latest batch in state · names "its share is 1 − momentum"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · no share for the new · names "its share is 1 − momentum"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · n − 1 in state · names "in state, too"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new * (x[:, 0].size / (x[:, 0].size - 1) if name == "variance" else 1)
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the root in state · names "not its root"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * (new if name == "mean" else np.sqrt(new))
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · eps in state · names "eps is not part"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * (new if name == "mean" else new + self.eps)
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · only the mean runs · names "and it was not"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean),):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · momentum built in · names "use self.momentum"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = 0.9 * self.state[name] + (0.1) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · another array in state · names "is another array now"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the batch's at prediction · names "not the batch's"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · the batch's variance at prediction · names "variance of the batch was used"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], x.var(axis=(0, 2))
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · no gamma and beta at prediction · names "belong here, too"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta if training else normalized

#: wrong · no root at prediction · names "the root is missing"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        if not training:
            variance = variance**2 + 2 * variance * self.eps + self.eps**2 - self.eps
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · renews state at prediction · names "changed state: only training does"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"].copy(), self.state["variance"].copy()
            for name, new in (("mean", x.mean(axis=(0, 2))), ("variance", x.var(axis=(0, 2)))):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · takes one number · names "raise a ValueError"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · refuses one number at prediction · names "fine, and a ValueError came"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if True:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
        if training:
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · refuses one station · names "brings two numbers per sensor"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if len(x) < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · refuses one hour · names "brings two numbers per sensor"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · mean of squares minus square of the mean · names "loses its digits"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), (x**2).mean(axis=(0, 2)) - x.mean(axis=(0, 2)) ** 2
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · in place · names "changed its argument x"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        x -= mean[:, None]
        normalized = x / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · no keepdims · names "could not be broadcast"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · gamma against the hours · names "could not be broadcast"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · gamma of the start kept, right in the visible test · names "read them from params"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps
        self.copies = {"gamma": gamma.copy(), "beta": beta.copy()}

    def forward(self, x, training=False):
        gamma, beta = (self.copies[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · renews before it refuses, right in the visible test · names "leave no trace"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · float64 made of float32 · names "float32 should give float32"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized.astype(float) + beta

#: wrong · the state is shared by all layers, right at first
class SeriesNormalization:
    shared = {}

    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps
        self.state = self.shared.setdefault(len(gamma), self.state)

    def forward(self, x, training=False):
        gamma, beta = (self.params[name][:, None] for name in ("gamma", "beta"))
        if training:
            if x.shape[0] * x.shape[2] < 2:
                raise ValueError("no spread")
            mean, variance = x.mean(axis=(0, 2)), x.var(axis=(0, 2))
            for name, new in (("mean", mean), ("variance", variance)):
                self.state[name][...] = self.momentum * self.state[name] + (1 - self.momentum) * new
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        normalized = (x - mean[:, None]) / np.sqrt(variance[:, None] + self.eps)
        return gamma * normalized + beta

#: wrong · refuses a constant sensor · names "that is allowed"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if (x.var(axis=(0, 2)) == 0).any():
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · refuses constant sensors only where all are · names "each variance is 0"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if not x.var(axis=(0, 2)).any():
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · a difference of large numbers, shifted by the first number of all · names "loses its digits"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            s = x - x[0, 0, 0]
            variance = np.maximum((s**2).mean(axis=(0, 2)) - s.mean(axis=(0, 2)) ** 2, 0)
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · float32 made of float64 · names "float64 should give float64"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        y = self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)
        return y.astype(np.float32)

#: wrong · params reshaped for good · names "changed the shape of params"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        for name in self.params:
            self.params[name] = self.params[name].reshape(-1, 1)
        return self.params["gamma"] * z + self.params["beta"]

#: wrong · gamma divided in place · names "changed params["gamma"]"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        scale = self.params["gamma"]
        scale /= root
        z = x - mean.reshape(-1, 1)
        return scale.reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · reshape to (C, N·L) · names "sensors were mixed up"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            rows = x.reshape(x.shape[1], -1)
            mean = rows.mean(axis=1)
            variance = rows.var(axis=1)
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · the mean of the stations' variances · names "the mean of the stations' variances"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=2).mean(axis=0)
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · normalized twice · names "normalized twice"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        if training:
            z = z / np.sqrt(z.var(axis=(0, 2), keepdims=True) + self.eps)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · an assert · names "A ValueError is asked for"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                assert False, "one number has no spread"
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · eps as the smallest variance · names "added under the root"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        root = np.sqrt(np.maximum(variance, self.eps))
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)

#: wrong · the last batch's at prediction · names "last batch's"
class SeriesNormalization:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):  # gamma, beta: (C,)
        self.params = {"gamma": gamma, "beta": beta}
        self.state = {"mean": np.zeros_like(gamma), "variance": np.ones_like(gamma)}
        self.momentum, self.eps = momentum, eps

    def forward(self, x, training=False):
        if training:
            if x.shape[0] * x.shape[2] == 1:
                raise ValueError("one number has no spread")
            mean = x.mean(axis=(0, 2))
            variance = x.var(axis=(0, 2))
            self.last = mean, variance
            self.state["mean"][...] = (
                self.momentum * self.state["mean"] + (1 - self.momentum) * mean
            )
            self.state["variance"][...] = (
                self.momentum * self.state["variance"] + (1 - self.momentum) * variance
            )
        else:
            mean, variance = getattr(self, "last", (self.state["mean"], self.state["variance"]))
        root = np.sqrt(variance + self.eps)
        z = (x - mean.reshape(-1, 1)) / root.reshape(-1, 1)
        return self.params["gamma"].reshape(-1, 1) * z + self.params["beta"].reshape(-1, 1)
