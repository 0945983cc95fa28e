#: tests · max pooling in one dimension, both ways: overlap, a border that never wins, ties, leftover hours
#: right · loop over windows
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: right · entry by entry, without padding at all
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.shape = N, C, T = x.shape
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        y, self.best = np.zeros((N, C, O)), np.zeros((N, C, O), dtype=int)
        for n, c, j in np.ndindex(N, C, O):
            begin = j * self.stride - self.pad
            hours = range(max(begin, 0), min(begin + self.k, T))
            self.best[n, c, j] = max(hours, key=lambda h: x[n, c, h])
            y[n, c, j] = x[n, c, self.best[n, c, j]]
        return y

    def backward(self, dout):
        dx = np.zeros(self.shape)
        for n, c, j in np.ndindex(dout.shape):
            dx[n, c, self.best[n, c, j]] += dout[n, c, j]
        return dx

#: right · the course's layer on pictures of one row
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        from helpers.convolution import MaxPooling
        self.layer = MaxPooling(1, self.k, (1, self.stride), (0, self.pad))
        return self.layer.forward(x[:, :, None])[:, :, 0]

    def backward(self, dout):
        return self.layer.backward(dout[:, :, None])[:, :, 0]

#: right · sliding windows and np.add.at
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        fields = np.lib.stride_tricks.sliding_window_view(p, self.k, axis=2)[:, :, :: self.stride]
        self.where, self.shape = fields.argmax(axis=3) + self.stride * np.arange(fields.shape[2]) - self.pad, x.shape
        return fields.max(axis=3)

    def backward(self, dout):
        dx = np.zeros(self.shape)
        n, c, _ = np.indices(dout.shape)
        np.add.at(dx, (n, c, self.where), dout)
        return dx

#: wrong · a border of zeros · names "the border won"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=0.0)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · a border of -1000 only · names "did the border win"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-1000.0)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · smallest · names "smallest"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.min(axis=2))
            self.places.append(window.argmin(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · no padding · names "border is missing"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (0, 0)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx

#: wrong · padding left only · names "border at both ends"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, 0)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · stride ignored · names "stride is ignored"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = self.T + 2 * self.pad - self.k + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * 1 : j * 1 + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * 1 : j * 1 + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · over the thermometers, too · names "each has its own"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=(1, 2))[:, None])
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · = instead of += · names "+= and not ="
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] = np.where(np.arange(self.k) == self.places[j][:, :, None], dout[:, :, j, None], dx[:, :, j * self.stride : j * self.stride + self.k])
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · all winners · names "all winners of a window"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window == window.max(axis=2, keepdims=True))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += self.places[j] * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · winners share · names "share the slope"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append((window == window.max(axis=2, keepdims=True)) / (window == window.max(axis=2, keepdims=True)).sum(axis=2, keepdims=True))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += self.places[j] * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · the latest winner · names "the latest winner"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(self.k - 1 - window[:, :, ::-1].argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · border not cut off · names "cut it off at both ends"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx

#: wrong · cut off at the right only · names "shifted by the padding"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, : self.T]

#: wrong · dout forgotten · names "slopes that arrive are missing"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None])
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · backward of a mean · names "way back of a mean"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += dout[:, :, j, None] / self.k
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · every hour gets all · names "only the winner should"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · cut by -pad, which is empty for pad 0 · names "is empty"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : -self.pad]

#: wrong · the last window forgotten · names "last window is missing"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · always k = 3
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - 3) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + 3]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + 3] += (np.arange(3) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · forward returns nothing · names "return"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · the places kept in a name that all layers share
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        self.O, self.wide, SeriesPeaks.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            SeriesPeaks.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == SeriesPeaks.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · a border of the smallest of the whole batch, which ties
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        self.T = x.shape[2]
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=x.min())
        self.O, self.wide, self.places, y = (self.T + 2 * self.pad - self.k) // self.stride + 1, p.shape, [], []
        for j in range(self.O):
            window = p[:, :, j * self.stride : j * self.stride + self.k]
            y.append(window.max(axis=2))
            self.places.append(window.argmax(axis=2))
        return np.stack(y, axis=2)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(self.O):
            dx[:, :, j * self.stride : j * self.stride + self.k] += (np.arange(self.k) == self.places[j][:, :, None]) * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · = instead of +=, which also wipes out earlier winners · names "+= and not ="
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x, training=False):
        p = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        fields = np.lib.stride_tricks.sliding_window_view(p, self.k, axis=2)[:, :, :: self.stride]
        self.best, self.wide, self.T = fields.argmax(axis=3), p.shape, x.shape[2]
        return fields.max(axis=3)

    def backward(self, dout):
        dx = np.zeros(self.wide)
        for j in range(dout.shape[2]):
            won = np.arange(self.k) == self.best[:, :, j, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] = won * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + self.T]

#: wrong · a border of −1 · names "−1 is larger than many"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-1)
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] += winners * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · the border is the smallest number of the series: at a tie the border wins · names "the smallest number of the series"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=x.min())
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] += winners * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · the border is the first and last number again (mode edge) · names "repeats the first and the last"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), mode="edge")
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] += winners * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · the first day only · names "the first day alone"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            for c in range(C):
                dx[0, c, j * self.stride + places[0, c]] += dout[0, c, j]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · rounds O up · names "// rounds down"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        O = -(-(T + 2 * self.pad - self.k) // self.stride) + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            part = dx[:, :, j * self.stride : j * self.stride + self.k]
            part += (winners * dout[:, :, j, None])[:, :, : part.shape[2]]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · k and stride exchanged in the formula for O · names "the last window is missing"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        O = (T + 2 * self.pad - self.stride) // self.k + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] += winners * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · dx += at an index with fancy indexing, repeated hours count once · names "np.add.at"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        self.T = x.shape[2]
        padded = np.pad(x, [(0, 0), (0, 0), (self.pad, self.pad)], constant_values=-np.inf)
        windows = np.lib.stride_tricks.sliding_window_view(padded, self.k, axis=2)[:, :, :: self.stride]
        self.place = windows.argmax(axis=3)
        return windows.max(axis=3)

    def backward(self, dout):
        N, C, O = dout.shape
        dx = np.zeros((N, C, self.T + 2 * self.pad))
        n, c, j = np.indices((N, C, O))
        dx[n, c, j * self.stride + self.place] += dout
        return dx[..., self.pad : dx.shape[2] - self.pad]

#: wrong · winners found anew by value in the whole series · names "looked for in the whole series"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        self.x = x
        padded = np.pad(x, [(0, 0), (0, 0), (self.pad, self.pad)], constant_values=-np.inf)
        windows = np.lib.stride_tricks.sliding_window_view(padded, self.k, axis=2)[:, :, :: self.stride]
        self.y = windows.max(axis=3)
        return self.y

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for n, c, j in np.ndindex(dout.shape):
            hour = list(self.x[n, c]).index(self.y[n, c, j])
            dx[n, c, hour] += dout[n, c, j]
        return dx

#: wrong · dx of earlier calls is still there · names "the slopes of an earlier backward"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        self.dx = getattr(self, "dx", np.zeros((N, C, T + 2 * self.pad)))
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = self.dx
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] += winners * dout[:, :, j, None]
        return dx[:, :, self.pad : self.pad + T]

#: wrong · pad = 0 cuts everything off: dx[:, :, pad:-pad] · names "the part [pad:-pad] is empty"
class SeriesPeaks:
    def __init__(self, k, stride, pad):
        self.k, self.stride, self.pad, self.params, self.grads = k, stride, pad, {}, {}

    def forward(self, x, training=False):
        N, C, T = self.shape = x.shape
        wide = np.pad(x.astype(float), ((0, 0), (0, 0), (self.pad, self.pad)), constant_values=-np.inf)
        O = (T + 2 * self.pad - self.k) // self.stride + 1
        y, self.places = np.zeros((N, C, O)), []
        for j in range(O):
            window = wide[:, :, j * self.stride : j * self.stride + self.k]
            y[:, :, j] = window.max(axis=2)
            self.places.append(window.argmax(axis=2))
        return y

    def backward(self, dout):
        N, C, T = self.shape
        dx = np.zeros((N, C, T + 2 * self.pad))
        for j, places in enumerate(self.places):
            winners = np.arange(self.k) == places[:, :, None]
            dx[:, :, j * self.stride : j * self.stride + self.k] += winners * dout[:, :, j, None]
        return dx[:, :, self.pad : -self.pad]
