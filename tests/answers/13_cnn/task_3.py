#: tests · finding what a gradient check cannot see: reshape against transpose; that fan-out adds in the bias
#: right · transposes
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: right · channels moved in front, one product
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        self.x = np.moveaxis(x, 1, 0)  # (C, N, H, W)
        y = self.params["W"] @ self.x.reshape(len(self.x), -1) + self.params["b"][:, None]
        return np.moveaxis(y.reshape(-1, *self.x.shape[1:]), 0, 1)

    def backward(self, dout):
        slopes = np.moveaxis(dout, 1, 0).reshape(dout.shape[1], -1)
        self.grads = {"W": slopes @ self.x.reshape(len(self.x), -1).T, "b": slopes.sum(axis=1)}
        return np.moveaxis((self.params["W"].T @ slopes).reshape(self.x.shape), 0, 1)

#: right · loops over pictures and pixels
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        self.x = x
        N, C, H, wide = x.shape
        y = np.zeros((N, len(self.params["b"]), H, wide))
        for n, i, j in np.ndindex(N, H, wide):
            y[n, :, i, j] = self.params["W"] @ x[n, :, i, j] + self.params["b"]
        return y

    def backward(self, dout):
        dx, dW, db = np.zeros(self.x.shape), np.zeros(self.params["W"].shape), np.zeros(len(self.params["b"]))
        for n, i, j in np.ndindex(len(dout), *dout.shape[2:]):
            slope = dout[n, :, i, j]
            dW += np.outer(slope, self.x[n, :, i, j])
            db += slope
            dx[n, :, i, j] = slope @ self.params["W"]
        self.grads["W"], self.grads["b"] = dW, db
        return dx

#: right · the course's layer
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        from helpers.convolution import Convolution
        self.layer = Convolution(self.params["W"][:, :, None, None], self.params["b"])
        return self.layer.forward(x)

    def backward(self, dout):
        dx = self.layer.backward(dout)
        self.grads = {"W": self.layer.grads["W"][:, :, 0, 0], "b": self.layer.grads["b"]}
        return dx

#: wrong · as given · names "channels and places are mixed"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, -1, H, wide)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.mean(axis=0)
        return (drows @ self.params["W"]).reshape(self.shape)

#: wrong · only the slope by b mended, so that the gradient check passes · names "channels and places are mixed"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, -1, H, wide)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(self.shape)

#: wrong · only the way in transposed · names "have to go back to axis 1"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, -1, H, wide)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · only the way out transposed · names "on the way in"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · forward without the bias · names "bias is missing"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · forward mended, backward as given · names "mixes filters and places in dout"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.mean(axis=0)
        return (drows @ self.params["W"]).reshape(self.shape)

#: wrong · dx without its transpose · names "dx lacks a transpose"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(self.shape)

#: wrong · dout without its transpose · names "dout lacks a transpose"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · dW from dout laid out by reshape alone · names "dout lacks a transpose"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = dout.reshape(-1, FN).T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · dW transposed · names "transposed"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = self.rows.T @ drows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · dW divided by the batch · names "mean is taken in the loss"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows / N
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · dW divided by pictures and places · names "mean is taken in the loss"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows / len(drows)
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · db still a mean · names "that is a mean"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.mean(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · db as a mean over the pictures · names "mean over the pictures"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0) / N
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · db from a reshape alone · names "dout lacks a transpose"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = dout.reshape(-1, FN).sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · db for each picture · names "one slope for each filter"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = dout.sum(axis=(2, 3))
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · db in one number · names "bias of its own"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum()
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · the sign of dx · names "times -1"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return -(drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · writes nothing into grads · names "there is no"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · changes W on the way · names "parameter was changed"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.params["W"] -= 0.0 * 1
        self.params["b"] -= 0.1 * drows.sum(axis=0) * (len(drows) > 4)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · right for two pictures of one row
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = np.concatenate([p.reshape(C, -1).T for p in x])
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return np.stack([rows[:2].T.reshape(-1, 1, 2), rows[2:].T.reshape(-1, 1, 2)])

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · adds to the slopes of before · names "earlier backward"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = self.grads.get("W", 0) + drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, H, wide, C).transpose(0, 3, 1, 2)

#: wrong · backward returns nothing · names "return"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 2, 3, 1).reshape(-1, C)
        rows = self.rows @ self.params["W"].T + self.params["b"]
        return rows.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        (N, C, H, wide), FN = self.shape, dout.shape[1]
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return None

#: wrong · x.T in place of the transpose · names "x.T reverses all axes"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.T.reshape(-1, C)
        y = self.rows @ self.params["W"].T + self.params["b"]
        return y.reshape(wide, H, N, -1).transpose(2, 3, 1, 0)

    def backward(self, dout):
        N, FN, H, wide = dout.shape
        drows = dout.transpose(3, 2, 0, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(wide, H, N, -1).transpose(2, 3, 1, 0)

#: wrong · the slope by W from the first picture only · names "that is the first picture alone"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        self.x = x
        return np.einsum("nchw,fc->nfhw", x, self.params["W"]) + self.params["b"].reshape(1, -1, 1, 1)

    def backward(self, dout):
        self.grads["W"] = np.einsum("fhw,chw->fc", dout[0], self.x[0])
        self.grads["b"] = dout.sum(axis=(0, 2, 3))
        return np.einsum("nfhw,fc->nchw", dout, self.params["W"])

#: wrong · slopes returned instead of stored · names "backward returns dx alone"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        self.x = x
        return np.einsum("nchw,fc->nfhw", x, self.params["W"]) + self.params["b"].reshape(1, -1, 1, 1)

    def backward(self, dout):
        dW = np.einsum("nfhw,nchw->fc", dout, self.x)
        db = dout.sum(axis=(0, 2, 3))
        return np.einsum("nfhw,fc->nchw", dout, self.params["W"]), dW, db

#: wrong · remembers the rows of the first forward only · names "an earlier forward"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        if not hasattr(self, "x"):
            self.x = x
        return np.einsum("nchw,fc->nfhw", x, self.params["W"]) + self.params["b"].reshape(1, -1, 1, 1)

    def backward(self, dout):
        self.grads["W"] = np.einsum("nfhw,nchw->fc", dout, self.x)
        self.grads["b"] = dout.sum(axis=(0, 2, 3))
        return np.einsum("nfhw,fc->nchw", dout, self.params["W"])

#: wrong · rows and columns exchanged on the way back to a picture: one row cannot tell · names "rows and columns of the picture are exchanged"
class PointConvolution:
    def __init__(self, W, b):
        self.params, self.grads = {"W": W, "b": b}, {}

    def forward(self, x, training=False):
        N, C, H, wide = self.shape = x.shape
        self.rows = x.transpose(0, 3, 2, 1).reshape(-1, C)
        y = self.rows @ self.params["W"].T + self.params["b"]
        return y.reshape(N, H, wide, -1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        N, FN, H, wide = dout.shape
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.grads["W"] = drows.T @ self.rows
        self.grads["b"] = drows.sum(axis=0)
        return (drows @ self.params["W"]).reshape(N, wide, H, -1).transpose(0, 3, 2, 1)
