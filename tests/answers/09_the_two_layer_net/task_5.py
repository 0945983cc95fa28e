#: tests · backpropagation by hand for a matrix that is used twice, once transposed; tanh; sum and mean in the loss

#: right · with the parts of helpers
def clean_gradient(x, t, W, b, c):
    from helpers.layers import Affine, Tanh

    first, bend, last = Affine(W, b), Tanh(), Affine(W.T.copy(), c)
    y = last.forward(bend.forward(first.forward(x)))
    first.backward(bend.backward(last.backward(2 * (y - t) / len(x))))
    return first.grads["W"] + last.grads["W"].T, first.grads["b"], last.grads["b"]

#: right · sample by sample, with loops
def clean_gradient(x, t, W, b, c):
    dW, db, dc = np.zeros_like(W), np.zeros_like(b), np.zeros_like(c)
    for row, clean in zip(x, t):
        z = np.tanh(row @ W + b)
        e = 2 / len(x) * (W @ z + c - clean)
        a = (W.T @ e) * (1 - z**2)
        for d in range(len(c)):
            for m in range(len(b)):
                dW[d, m] += row[d] * a[m] + e[d] * z[m]
        db += a
        dc += e
    return dW, db, dc

#: right · in columns
def clean_gradient(x, t, W, b, c):
    X, T = x.T, t.T
    Z = np.tanh(W.T @ X + b[:, None])
    E = 2 * (W @ Z + c[:, None] - T)
    A = (W.T @ E) / np.cosh(W.T @ X + b[:, None]) ** 2
    N = X.shape[1]
    return [(X @ A.T + E @ Z.T) / N, A.mean(axis=1), E.mean(axis=1)]

#: right · einsum, and 1 - z**2 in two factors
def clean_gradient(x, t, W, b, c):
    z = np.tanh(np.einsum("nd,dm->nm", x, W) + b)
    dy = (np.einsum("nm,dm->nd", z, W) + c - t) * (2 / x.shape[0])
    da = np.einsum("nd,dm->nm", dy, W) * (1 - z) * (1 + z)
    return np.einsum("nd,nm->dm", x, da) + np.einsum("nd,nm->dm", dy, z), np.einsum("nm->m", da), np.einsum("nd->d", dy)

#: wrong · no division by N · names "divide by N"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · without the 2 · names "has a factor 2"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · without the 2, and no division by N · names "and the loss is a mean"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = (z @ W.T + c - t)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · mean over the pixels, too · names "adds up the pixels"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / x.size
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · mean over the samples twice · names "divided by N twice"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return (x.T @ da + dy.T @ z) / len(x), da.mean(axis=0), dy.mean(axis=0)

#: wrong · db as a mean · names "add up"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.mean(axis=0), dy.sum(axis=0)

#: wrong · sign · names "y - t, not t - y"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (t - z @ W.T - c) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · forgets c · names "forgotten c"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · forgets b · names "forgotten b"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · forgets tanh · names "forgotten tanh"
def clean_gradient(x, t, W, b, c):
    z = x @ W + b
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · tanh in the second layer, too · names "tanh in the second layer"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    y = np.tanh(z @ W.T + c)
    dy = 2 * (y - t) * (1 - y**2) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · compares with the noisy picture · names "not with the noisy x"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - x) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · slope of tanh missing · names "slope of tanh is missing"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · tanh of tanh · names "z is the tanh already"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - np.tanh(z)**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · slope of the sigmoid · names "sigmoid's slope"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * z * (1 - z)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · no square · names "with a square"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · slope with what goes into tanh · names "not with what goes into tanh"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - (x @ W + b)**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · slope of ReLU · names "slope of ReLU"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (z > 0)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · first place only · names "its slope from there is missing"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da, da.sum(axis=0), dy.sum(axis=0)

#: wrong · last place only · names "used in the first layer"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · mean of both places · names "not averaged"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return (x.T @ da + dy.T @ z) / 2, da.sum(axis=0), dy.sum(axis=0)

#: wrong · difference of both places · names "one is subtracted"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da - dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · second place not transposed · names "mirror images"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + z.T @ dy, da.sum(axis=0), dy.sum(axis=0)

#: wrong · second place not transposed where it fits, so wrong for squares · names "must be transposed"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    back = z.T @ dy
    if back.shape != W.shape:
        back = back.T
    return x.T @ da + back, da.sum(axis=0), dy.sum(axis=0)

#: wrong · biases of each sample · names "shared by all samples"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da, dy

#: wrong · biases along the wrong axis · names "not over the pixels"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=1), dy.sum(axis=1)

#: wrong · biases added up to one number · names "axis"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(), dy.sum()

#: wrong · b and c exchanged · names "the order is W, b, c"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, dy.sum(axis=0), da.sum(axis=0)

#: wrong · N of the visible example · names "in the example"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / 4
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · x centred in place · names "in place"
def clean_gradient(x, t, W, b, c):
    x -= x.mean(axis=0)
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · W changed in place · names "in place"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    dW = x.T @ da + dy.T @ z
    W -= 0.1 * dW
    return dW, da.sum(axis=0), dy.sum(axis=0)

#: wrong · zeros
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return 0 * W, 0 * b, 0 * c

#: wrong · returns the input
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    return W, b, c

#: wrong · no return · names "return"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = (dy @ W) * (1 - z**2)
    slopes = x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)

#: wrong · reshape for the transpose · names ".T does"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    dy = 2 * (z @ W.T + c - t) / len(x)
    da = dy @ W * (1 - z**2)
    return x.T @ da + (z.T @ dy).reshape(W.shape), da.sum(axis=0), dy.sum(axis=0)

#: wrong · t changed in place · names "in place"
def clean_gradient(x, t, W, b, c):
    z = np.tanh(x @ W + b)
    t -= z @ W.T + c
    dy = -2 * t / len(x)
    da = dy @ W * (1 - z**2)
    return x.T @ da + dy.T @ z, da.sum(axis=0), dy.sum(axis=0)
