#: tests · a product of x with what a small network makes of its means: two ways back, a fan-out over the map, a mean
#: right · einsum
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x.copy()
        self.k = self.inner.forward(np.einsum("nchw->nc", x) / x[0, 0].size, training)
        return np.einsum("nc,nchw->nchw", self.k, x)

    def backward(self, dout):
        ds = self.inner.backward(np.einsum("nchw,nchw->nc", dout, self.x)) / dout[0, 0].size
        return np.einsum("nc,nchw->nchw", self.k, dout) + ds[..., np.newaxis, np.newaxis]

#: right · the lesson’s layer for the mean
from helpers.convolution import GlobalAveragePooling
class Knobs:
    def __init__(self, inner):
        self.inner, self.pool = inner, GlobalAveragePooling()

    def forward(self, x, training=False):
        self.x = x
        self.k = self.inner.forward(self.pool.forward(x), training=training)
        return x * self.k[:, :, None, None]

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=3).sum(axis=2)
        return self.pool.backward(self.inner.backward(dk)) + dout * self.k[:, :, None, None]

#: right · picture by picture
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = np.array([[plane.mean() for plane in picture] for picture in x], x.dtype)
        self.k = self.inner.forward(s, training=training)
        y = np.empty_like(x)
        for n, c in np.ndindex(*s.shape):
            y[n, c] = self.k[n, c] * x[n, c]
        return y

    def backward(self, dout):
        dk = np.array([[np.sum(d * v) for d, v in zip(ds, vs)] for ds, vs in zip(dout, self.x)], dout.dtype)
        ds, dx = self.inner.backward(dk), np.empty_like(dout)
        for n, c in np.ndindex(*dk.shape):
            dx[n, c] = self.k[n, c] * dout[n, c] + ds[n, c] / dout[n, c].size
        return dx

#: wrong · only the straight way · names "way through the mean and inner is missing"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout

#: wrong · only the way through inner · names "straight way to the product is missing"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return 0 * dout + ds[:, :, None, None] / (H * W)

#: wrong · not divided by H · W · names "an H · W-th"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None]

#: wrong · divided by H only, right in no test of ours · names "H · W"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / H

#: wrong · divided by W only · names "divided by the columns only"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / W

#: wrong · divided by N · H · W · names "not over N · H · W"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (len(dout) * H * W)

#: wrong · divided by C · H · W · names "not over C · H · W"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (dout.shape[1] * H * W)

#: wrong · divided by H + W · names "(H + W)-th"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H + W)

#: wrong · divided by 2 · names "divided by the rows only"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / 2

#: wrong · difference of the ways · names "not subtracted"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout - ds[:, :, None, None] / (H * W)

#: wrong · mean of the ways · names "slopes add"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return (self.k * dout + ds[:, :, None, None] / (H * W)) / 2

#: wrong · product of the ways · names "are multiplied, and slopes add"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout * ds[:, :, None, None] / (H * W)

#: wrong · dout past the knob · names "multiplied by the knob"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return dout + ds[:, :, None, None] / (H * W)

#: wrong · dout times x on the straight way · names "not by x"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.x * dout + ds[:, :, None, None] / (H * W)

#: wrong · dout divided by the knob · names "not divided"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return dout / self.k + ds[:, :, None, None] / (H * W)

#: wrong · x once more · names "not multiplied by x again"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + self.x * ds[:, :, None, None] / (H * W)

#: wrong · the knob on both ways · names "the knob is not on that way"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + self.k * ds[:, :, None, None] / (H * W)

#: wrong · not through inner · names "gone back through"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        self.inner.backward(dk)
        ds = dk
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · inner’s backward is never called · names "its backward is not called"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = dk
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · knob’s slope without x · names "multiplied by the *other* factor"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = dout.sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · knob’s slope with k · names "not by k"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.k).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · knob’s slope with y · names "not by y"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x * self.k).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · mean for the knob’s slope · names "no mean is taken"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).mean(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · largest for the knob’s slope · names "largest one alone"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).max(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · product of the sums · names "not the product of the sums"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = dout.sum(axis=(2, 3)) * self.x.sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · sum of dout times the mean · names "not by the mean"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = dout.sum(axis=(2, 3)) * self.x.mean(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · x alone · names "x alone was added up"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = self.x.sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · sum over columns only · names "used at all places of its map"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=3)
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · sum over the batch too · names "used at all places of its map"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(0, 2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · dout into inner as it is · names "used at all places of its map"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dout).mean(axis=(2, 3))
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · sum forward · names "its mean is wanted"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.sum(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · largest forward · names "the mean is wanted"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.max(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · mean over the batch · names "a table is wanted"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(0, 2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · mean over the batch, with rows for all · names "each picture has its own"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = np.tile(x.mean(axis=(0, 2, 3)), (len(x), 1))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · mean with keepdims · names "a table is wanted"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3), keepdims=True)
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · mean over the channels · names "a table is wanted"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=1)
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · x plus knobs · names "the knobs multiply x"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k + x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · the knobs alone · names "they multiply x"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k + 0 * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · the means for knobs · names "what inner makes of them"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = s[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · with a skip connection · names "no skip connection"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x + x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · a sigmoid behind inner · names "a sigmoid is in inner already"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = 1 / (1 + np.exp(-k[:, :, None, None]))
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · knobs not stretched · names "Your code stopped with"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · training is not handed on · names "hand on training=training"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · x in place · names "in place"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        x *= self.k
        return x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · dout in place · names "in place"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dout *= 1.001
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · keeps the first x, right in the visible test · names "an earlier x came in"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = getattr(self, "x", x)
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · keeps x for all layers, right in the visible test · names "x of another layer"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        Knobs.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * Knobs.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · forward returns nothing · names "`return` missing"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · backward returns nothing · names "`return` missing"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        self.x = x
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · float64 · names "it makes float64"
class Knobs:
    def __init__(self, inner):
        self.inner = inner

    def forward(self, x, training=False):
        x = self.x = x.astype(float)
        s = x.mean(axis=(2, 3))
        k = self.inner.forward(s, training=training)
        self.k = k[:, :, None, None]
        return self.k * x

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = dout.shape[2:]
        return self.k * dout + ds[:, :, None, None] / (H * W)

#: wrong · backward asks inner anew · names "more than once"
class Knobs:
    def __init__(self, inner):
        self.inner, self.params, self.grads = inner, {}, {}

    def forward(self, x, training=False):
        self.x = x
        self.k = self.inner.forward(x.mean(axis=(2, 3)), training=training)
        return x * self.k[:, :, None, None]

    def backward(self, dout):
        k = self.inner.forward(self.x.mean(axis=(2, 3)))
        ds = self.inner.backward((dout * self.x).sum(axis=(2, 3)))
        H, W = self.x.shape[2:]
        return dout * k[:, :, None, None] + ds[:, :, None, None] / (H * W)

#: wrong · forward calls inner twice · names "more than once"
class Knobs:
    def __init__(self, inner):
        self.inner, self.params, self.grads = inner, {}, {}

    def forward(self, x, training=False):
        self.x = x
        self.inner.forward(x.mean(axis=(2, 3)), training=training)
        self.k = self.inner.forward(x.mean(axis=(2, 3)), training=training)
        return x * self.k[:, :, None, None]

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = self.x.shape[2:]
        return dout * self.k[:, :, None, None] + ds[:, :, None, None] / (H * W)

#: wrong · reads inner.k, right in the visible test · names "has no attribute"
class Knobs:
    def __init__(self, inner):
        self.inner, self.params, self.grads = inner, {}, {}

    def forward(self, x, training=False):
        self.x = x
        self.inner.forward(x.mean(axis=(2, 3)), training=training)
        return x * self.inner.k[:, :, None, None]

    def backward(self, dout):
        ds = self.inner.backward((dout * self.x).sum(axis=(2, 3)))
        H, W = self.x.shape[2:]
        return dout * self.inner.k[:, :, None, None] + ds[:, :, None, None] / (H * W)

#: wrong · the mean over the columns, then the first row · names "over rows and columns"
class Knobs:
    def __init__(self, inner):
        self.inner, self.params, self.grads = inner, {}, {}

    def forward(self, x, training=False):
        self.x = x
        self.k = self.inner.forward(x.mean(axis=3)[:, :, 0], training=training)
        return x * self.k[:, :, None, None]

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = self.x.shape[2:]
        return dout * self.k[:, :, None, None] + ds[:, :, None, None] / (H * W)

#: wrong · divides by the number of pictures · names "number of pictures"
class Knobs:
    def __init__(self, inner):
        self.inner, self.params, self.grads = inner, {}, {}

    def forward(self, x, training=False):
        self.x = x
        self.k = self.inner.forward(x.mean(axis=(2, 3)), training=training)
        return x * self.k[:, :, None, None]

    def backward(self, dout):
        dk = (dout * self.x).sum(axis=(2, 3))
        ds = self.inner.backward(dk)
        H, W = self.x.shape[2:]
        return dout * self.k[:, :, None, None] + ds[:, :, None, None] / len(dout)

#: wrong · divides by C - 1 · names "sixth"
class Knobs:
    def __init__(self, inner):
        self.inner, self.params, self.grads = inner, {}, {}

    def forward(self, x, training=False):
        self.x = x
        self.k = self.inner.forward(x.mean(axis=(2, 3)), training=training)
        return x * self.k[:, :, None, None]

    def backward(self, dout):
        ds = self.inner.backward((dout * self.x).sum(axis=(2, 3)))
        H, W = self.x.shape[2:]
        return dout * self.k[:, :, None, None] + ds[:, :, None, None] / (self.x.shape[1] - 1)
