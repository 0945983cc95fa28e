#: tests · dropping whole maps: shape of the mask, the share that is dropped, the division, training and predicting, the same mask on the way back
#: right · one number a map
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: right · loops
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        self.dropped = np.zeros(x.shape[:2], bool)
        self.scale = 1.0
        if training:
            self.scale = 1 / (1 - self.ratio)
            for n in range(x.shape[0]):
                for c in range(x.shape[1]):
                    self.dropped[n, c] = self.rng.uniform() < self.ratio
        y = x * self.scale
        y[self.dropped] = 0
        return y

    def backward(self, dout):
        dx = dout * self.scale
        dx[self.dropped] = 0
        return dx

#: right · a mask as large as x, from binomial draws
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        self.mask = None
        if training:
            kept = self.rng.binomial(1, 1 - self.ratio, size=x.shape[:2])[:, :, None, None]
            self.mask = np.broadcast_to(kept, x.shape).astype(x.dtype) / x.dtype.type(1 - self.ratio)
            return self.mask * x
        return x

    def backward(self, dout):
        return dout.copy() if self.mask is None else self.mask * dout

#: wrong · single pixels · names "A map is dropped whole"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random(x.shape) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · the same maps in all pictures · names "same maps are dropped in all pictures"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((1, x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · whole pictures · names "loses all of its maps, or none"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], 1, 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · rows of pixels · names "A map is dropped whole"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], x.shape[2], 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · ratio is the share that is kept · names "not the one that is kept"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) < self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · ratio is the share that is kept, all along · names "divided by the ratio"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) < self.ratio
        self.mask = (keep / self.ratio).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · not divided · names "nothing makes up for those dropped"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = keep.astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · classic dropout · names "nothing makes up for those dropped"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x * (1 - self.ratio)
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = keep.astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · multiplied for divided · names "multiplied by 1 − ratio"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep * (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · divided by the ratio · names "divided by the ratio"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / self.ratio if self.ratio else 1.0 * keep).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · predicting is scaled as well · names "nothing is left to do when predicting"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x * (1 - self.ratio)
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · predicting is divided as well · names "belongs to training"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x / (1 - self.ratio)
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · drops when predicting, too · names "Only training drops"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if False:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · flag turned round · names "gives x as it is"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · never drops · names "gives x as it is"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        self.mask = 1
        return x.copy()

    def backward(self, dout):
        return dout * self.mask

#: wrong · draws when predicting · names "draws from rng when predicting"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · a stale mask after predicting · names "mask of an earlier forward"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · backward draws again · names "The mask is drawn once"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * (self.rng.random((*dout.shape[:2], 1, 1)) >= self.ratio) / (1 - self.ratio)

#: wrong · backward lets everything through · names "The mask is drawn once"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout.copy()

#: wrong · backward does not divide · names "as on the way forward"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * (self.mask != 0)

#: wrong · backward divides twice · names "there twice"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask / (1 - self.ratio) ** (np.ndim(self.mask) and self.mask.shape[0] > 1)

#: wrong · backward times x · names "so its slope is the mask"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        self.x = x
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask * self.x

#: wrong · the mask read from the output · names "may hold zeros"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        self.mask = (x * self.mask != 0) / x.dtype.type(1 - self.ratio)
        return x * keep.astype(x.dtype) / x.dtype.type(1 - self.ratio)

    def backward(self, dout):
        return dout * self.mask

#: wrong · always the same mask · names "drops the same maps as the first"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = np.random.default_rng(0).random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · the first mask is kept · names "drops the same maps as the first"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        if not hasattr(self, 'keep'):
            self.keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        keep = self.keep
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · NumPy's global generator, right in the visible test · names "draw from self.rng"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = np.random.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · a generator of its own, right in the visible test · names "draw from self.rng"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = np.random.default_rng().random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · float64 out of float32 · names "float64 comes out"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = keep / (1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · the same number in each picture · names "just as many maps as any other"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        ranks = self.rng.random(x.shape[:2]).argsort(axis=1)
        keep = (ranks >= round(self.ratio * x.shape[1]))[:, :, None, None]
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · in place · names "changed its argument"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        x *= self.mask
        return x

    def backward(self, dout):
        return dout * self.mask

#: wrong · backward in place · names "changed its argument"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        dout *= self.mask
        return dout

#: wrong · the same pixels of all maps · names "A map is dropped whole"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((1, 1, x.shape[2], x.shape[3])) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · forgets to return when predicting · names "is a `return` missing"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · half of the maps, whatever the ratio · names "with ratio 0.2"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= 0.5
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · ratio 0 taken for not given · names "With ratio 0 nothing is"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= (self.ratio or 0.5)
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · divided by the share that happened to be kept · names "happened to be kept"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x.copy()
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / keep.mean()).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · drops when predicting and divides nothing · names "Only training drops"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not training:
            self.mask = np.ones((1, 1, 1, 1), x.dtype)
            return x * (self.rng.random((*x.shape[:2], 1, 1)) >= self.ratio)
        keep = self.rng.random((x.shape[0], x.shape[1], 1, 1)) >= self.ratio
        self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · an exact share of all maps of a batch, right in the visible test · names "of 12 forwards drops exactly"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if training:
            many = x.shape[0] * x.shape[1]
            kept = np.ones(many)
            kept[self.rng.permutation(many)[:round(self.ratio * many)]] = 0
            kept = kept.reshape(x.shape[0], x.shape[1], 1, 1)
            self.mask = kept.astype(x.dtype) / (1 - self.ratio)
        else:
            self.mask = np.ones_like(x)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · a mask in float32 always, right in the visible test · names "mask made in float32"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        self.mask = np.ones((1, 1, 1, 1), np.float32)
        if training:
            self.mask = (self.rng.random(x.shape[:2] + (1, 1)) >= self.ratio).astype(np.float32) / np.float32(1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · a mask without the axes of the pixels · names "two more axes"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        self.mask = np.ones(x.shape[:2], x.dtype)
        if training:
            self.mask = ((self.rng.random(x.shape[:2]) >= self.ratio) / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · the shape of the first batch is kept, right in the visible test · names "of the shape of the first"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if not hasattr(self, "shape"):
            self.shape = x.shape[:2] + (1, 1)
        self.mask = np.ones(self.shape, x.dtype)
        if training:
            self.mask = ((self.rng.random(self.shape) >= self.ratio) / (1 - self.ratio)).astype(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask

#: wrong · predicting needs a mask from training, right in the visible test · names "needs no earlier mask"
class MapDropout:
    def __init__(self, ratio, rng):
        self.ratio, self.rng, self.params, self.grads = ratio, rng, {}, {}

    def forward(self, x, training=False):
        if training:
            keep = self.rng.random(x.shape[:2] + (1, 1)) >= self.ratio
            self.mask = (keep / (1 - self.ratio)).astype(x.dtype)
        else:
            self.mask = np.ones_like(self.mask)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
