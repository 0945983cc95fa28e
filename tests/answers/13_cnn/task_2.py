#: tests · a layer without weights, both ways: blocks of a pixel, and that fan-out adds
#: right · slices
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        N, C, H, W = x.shape
        y = np.empty((N, C, H * self.h, W * self.w))
        for u in range(self.h):
            for v in range(self.w):
                y[:, :, u :: self.h, v :: self.w] = x
        return y

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return sum(dout[:, :, u::h, v::w] for u in range(h) for v in range(w))

#: right · entry by entry
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        N, C, H, W = self.shape = x.shape
        return [[[[x[n, c, i // self.h, j // self.w] for j in range(W * self.w)] for i in range(H * self.h)] for c in range(C)] for n in range(N)]

    def backward(self, dout):
        dx = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(dout.shape):
            dx[n, c, i // self.h, j // self.w] += dout[n, c, i, j]
        return dx

#: right · fancy indices and add.reduceat
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return x[:, :, np.arange(x.shape[2] * self.h) // self.h][..., np.arange(x.shape[3] * self.w) // self.w]

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return np.add.reduceat(np.add.reduceat(dout, range(0, H, h), axis=2), range(0, W, w), axis=3)

#: right · two matrices of zeros and ones
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        self.up = np.kron(np.eye(x.shape[2]), np.ones((self.h, 1)))
        self.across = np.kron(np.eye(x.shape[3]), np.ones((1, self.w)))
        return self.up @ x @ self.across

    def backward(self, dout):
        return self.up.T @ dout @ self.across.T

#: wrong · tile · names "whole picture is repeated"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.tile(x, (1, 1, self.h, self.w))

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · h and w exchanged · names "h is for the rows"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return x.repeat(self.w, axis=2).repeat(self.h, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · rows only · names "not the columns"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return x.repeat(self.h, axis=2)

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · columns only · names "not the rows"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return x.repeat(self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · zeros between the numbers · names "the others are 0"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        y = np.zeros((*x.shape[:2], x.shape[2] * self.h, x.shape[3] * self.w))
        y[:, :, :: self.h, :: self.w] = x
        return y

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · mean · names "mean of each block"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout.reshape(N, C, H // h, h, W // w, w).mean(axis=(3, 5))

#: wrong · undoes forward: one number of each block · names "one number of each block"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout[:, :, ::h, ::w]

#: wrong · = instead of +=: the last number of each block · names "last number of each block"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        dx = np.zeros((N, C, H // h, W // w))
        for i, j in np.ndindex(H, W):
            dx[:, :, i // h, j // w] = dout[:, :, i, j]
        return dx

#: wrong · the largest of each block · names "no maximum on the way forward"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout.reshape(N, C, H // h, h, W // w, w).max(axis=(3, 5))

#: wrong · the blocks cut as by tile · names "cut wrongly"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout.reshape(N, C, h, H // h, w, W // w).sum(axis=(2, 4))

#: wrong · sum along the columns only · names "along the columns only"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout.reshape(N, C, H, W // w, w).sum(axis=4)

#: wrong · sum along the rows only · names "along the rows only"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout.reshape(N, C, H // h, h, W).sum(axis=3)

#: wrong · one number for each map · names "into one number"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        return dout.sum(axis=(2, 3), keepdims=True)

#: wrong · always 2 × 3 · names "take self.h and self.w"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return x.repeat(2, axis=2).repeat(3, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · keeps the shape in a name that all layers share
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        Enlarge.shape = x.shape
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = Enlarge.shape
        return dout.reshape(N, C, H, self.h, W, self.w).sum(axis=(3, 5))

#: wrong · the input as it is · names "should have"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return x

    def backward(self, dout):
        N, C, H, W = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, W // self.w, self.w).sum(axis=(3, 5))

#: wrong · backward returns nothing · names "return"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        dx = dout.reshape(N, C, H // h, h, W // w, w).sum(axis=(3, 5))

#: wrong · backward by the division of dout in place · names "in place"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w = h, w

    def forward(self, x, training=False):
        return np.repeat(np.repeat(x, self.h, axis=2), self.w, axis=3)

    def backward(self, dout):
        N, C, H, W = dout.shape
        h, w = self.h, self.w
        dout *= 1.0 + 1e-3
        return dout.reshape(N, C, H // h, h, W // w, w).sum(axis=(3, 5))

#: wrong · rows tiled, columns repeated: a picture of one row cannot tell · names "the first row twice"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}

    def forward(self, x, training=False):
        return np.tile(x.repeat(self.w, axis=3), (1, 1, self.h, 1))

    def backward(self, dout):
        N, C, H, wide = dout.shape
        return dout.reshape(N, C, self.h, H // self.h, wide // self.w, self.w).sum(axis=(2, 5))

#: wrong · backward alone cuts the rows as (h, H) · names "H comes before h"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}

    def forward(self, x, training=False):
        return x.repeat(self.h, axis=2).repeat(self.w, axis=3)

    def backward(self, dout):
        N, C, H, wide = dout.shape
        return dout.reshape(N, C, self.h, H // self.h, wide // self.w, self.w).sum(axis=(2, 5))

#: wrong · one channel only · names "each channel has pixels of its own"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}

    def forward(self, x, training=False):
        N, C, H, wide = x.shape
        y = np.zeros((N, C, H * self.h, wide * self.w))
        for n, i, j in np.ndindex(N, H, wide):
            y[n, :, i * self.h : (i + 1) * self.h, j * self.w : (j + 1) * self.w] = x[n, 0, i, j]
        return y

    def backward(self, dout):
        N, C, H, wide = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, wide // self.w, self.w).sum(axis=(3, 5))

#: wrong · multiplies the slopes by x · names "not multiplied by x"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}

    def forward(self, x, training=False):
        self.x = x
        return x.repeat(self.h, axis=2).repeat(self.w, axis=3)

    def backward(self, dout):
        N, C, H, wide = self.x.shape
        return self.x * dout.reshape(N, C, H, self.h, wide, self.w).sum(axis=(3, 5))

#: wrong · the shape of the first forward is kept for good
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}
        self.shape = None

    def forward(self, x, training=False):
        if self.shape is None:
            self.shape = x.shape
        return x.repeat(self.h, axis=2).repeat(self.w, axis=3)

    def backward(self, dout):
        N, C, H, wide = self.shape
        return dout.reshape(N, C, H, self.h, wide, self.w).sum(axis=(3, 5))

#: wrong · axes of the sum off by one · names "the block is in axes 3 and 5"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}

    def forward(self, x, training=False):
        return x.repeat(self.h, axis=2).repeat(self.w, axis=3)

    def backward(self, dout):
        N, C, H, wide = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, wide // self.w, self.w).sum(axis=(2, 4))

#: wrong · the channels repeated instead of the rows · names "rows are axis 2"
class Enlarge:
    def __init__(self, h, w):
        self.h, self.w, self.params, self.grads = h, w, {}, {}

    def forward(self, x, training=False):
        return x.repeat(self.h, axis=1).repeat(self.w, axis=2)

    def backward(self, dout):
        N, C, H, wide = dout.shape
        return dout.reshape(N, C, H // self.h, self.h, wide // self.w, self.w).sum(axis=(3, 5))
