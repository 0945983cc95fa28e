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
