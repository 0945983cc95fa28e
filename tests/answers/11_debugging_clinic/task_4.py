#: tests · all slopes from before the step, in place, with the mean over the pictures

#: right · layer 1 moves first
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    return params

#: right · a dictionary of slopes, then a loop
def step(params, x, t, rate):
    W1, b1, W2, b2 = (params[name] for name in ("W1", "b1", "W2", "b2"))
    h = np.maximum(x @ W1 + b1, 0)
    d2 = (softmax(h @ W2 + b2) - np.eye(len(b2))[t]) / len(x)
    d1 = (d2 @ W2.T) * (h > 0)
    slopes = {"W1": x.T @ d1, "b1": d1.sum(0), "W2": h.T @ d2, "b2": d2.sum(0)}
    for name, slope in slopes.items():
        params[name] -= rate * slope
    return params

#: right · a copy of the old W2
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    old = params["W2"].copy()
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    d1 = d2 @ old.T * (a > 0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · as it came · names "W2 has moved already"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · only b2 moves later · names "W2 has moved already"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    params["W2"] -= rate * h.T @ d2
    d1 = d2 @ params["W2"].T * (a > 0)
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · an old name for the same array · names "W2 has moved already"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    old = params["W2"]
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    d1 = d2 @ old.T * (a > 0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · no mask · names "ReLU is missing on the way back"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · mask of h and >= · names "on the way back"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (h >= 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · uphill · names "uphill"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] += rate * h.T @ d2
    params["b2"] += rate * d2.sum(axis=0)
    params["W1"] += rate * x.T @ d1
    params["b1"] += rate * d1.sum(axis=0)
    return params

#: wrong · no mean · names "mean over the pictures is missing"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · the mean twice · names "taken twice"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t) ** 2
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · no rate · names "learning rate is missing"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= h.T @ d2
    params["b2"] -= d2.sum(axis=0)
    params["W1"] -= x.T @ d1
    params["b1"] -= d1.sum(axis=0)
    return params

#: wrong · the mean over the classes · names "over the classes"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= d2.shape[1]
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · no 1 taken off · names "right class was not taken off"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · biases as means · names "mean was taken twice"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.mean(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.mean(axis=0)
    return params

#: wrong · new arrays in the same dictionary · names "in place"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] = params["W2"] - rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] = params["W1"] - rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · a new dictionary · names "the one that was given is still"
def step(params, x, t, rate):
    params = {name: value.copy() for name, value in params.items()}
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · nothing returned · names "not returned"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)

#: wrong · layer 2 does not move · names "0 everywhere"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · b1 forgotten · names "0 everywhere"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    return params

#: wrong · the forward way anew after W2 has moved
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · the mask the wrong way round
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a < 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · takes x apart · names "changed x"
def step(params, x, t, rate):
    x -= 0.0 * x - 1e-3
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: right · one picture at a time
def step(params, x, t, rate):
    slopes = {name: np.zeros_like(value) for name, value in params.items()}
    for picture, label in zip(x, t):
        a = picture @ params["W1"] + params["b1"]
        h = np.maximum(a, 0)
        s = h @ params["W2"] + params["b2"]
        e = np.exp(s - s.max())
        d2 = e / e.sum()
        d2[label] -= 1
        d1 = params["W2"] @ d2
        d1[a <= 0] = 0
        slopes["W2"] += np.outer(h, d2)
        slopes["b2"] += d2
        slopes["W1"] += np.outer(picture, d1)
        slopes["b1"] += d1
    for name in slopes:
        params[name] -= rate / len(t) * slopes[name]
    return params

#: right · loops over every number
def step(params, x, t, rate):
    W1, b1, W2, b2 = (params[n].tolist() for n in ("W1", "b1", "W2", "b2"))
    N, D, H, K = len(x), len(W1), len(b1), len(b2)
    g = {n: np.zeros(params[n].shape) for n in params}
    for n in range(N):
        a = [b1[j] + sum(x[n][i] * W1[i][j] for i in range(D)) for j in range(H)]
        h = [v if v > 0 else 0.0 for v in a]
        y = softmax(np.array([b2[k] + sum(h[j] * W2[j][k] for j in range(H)) for k in range(K)]))
        for k in range(K):
            d = (y[k] - (1 if k == t[n] else 0)) / N
            g["b2"][k] += d
            for j in range(H):
                g["W2"][j, k] += h[j] * d
                if a[j] > 0:
                    g["b1"][j] += d * W2[j][k]
                    for i in range(D):
                        g["W1"][i, j] += x[n][i] * d * W2[j][k]
    for n in params:
        params[n][:] = params[n] - rate * g[n]
    return params

#: right · np.subtract with out
def step(params, x, t, rate):
    def forward(p):
        a = x.dot(p["W1"]) + p["b1"][None, :]
        return a, np.where(a > 0, a, 0.0)
    old = {k: np.array(v) for k, v in params.items()}
    a, h = forward(old)
    d = softmax(h.dot(old["W2"]) + old["b2"]) - np.eye(old["b2"].size)[t]
    m = len(t)
    grads = dict(W2=h.T.dot(d) / m, b2=d.mean(0))
    da = np.where(a > 0, d.dot(old["W2"].T), 0)
    grads.update(W1=x.T.dot(da) / m, b1=da.mean(0))
    for k in grads:
        np.subtract(old[k], rate * grads[k], out=params[k])
    return params

#: wrong · scores squeezed, a batch of one breaks · names "a single picture"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(np.squeeze(h @ params["W2"] + params["b2"]))
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · slopes clipped · names "large pixels"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    slopes = {"W1": x.T @ d1, "b1": d1.sum(0), "W2": h.T @ d2, "b2": d2.sum(0)}
    for name in slopes:
        params[name] -= rate * np.clip(slopes[name], -3, 3)
    return params

#: wrong · an own softmax without taking off the largest · names "exp overflow"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    e = np.exp(h @ params["W2"] + params["b2"])
    d2 = e / e.sum(axis=1, keepdims=True)
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · a mask of a >= 0 · names "sum of exactly 0"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a >= 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · the sum over everything · names "summed over everything"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum()
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum()
    return params

#: wrong · the sum over everything, for b1 alone · names "summed over everything"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum()
    return params

#: wrong · the line moved up, its name kept · names "give layer 1's another name"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d = softmax(h @ params["W2"] + params["b2"])
    d[np.arange(len(t)), t] -= 1
    d /= len(t)
    d = d @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d
    params["b2"] -= rate * d.sum(axis=0)
    params["W1"] -= rate * x.T @ d
    params["b1"] -= rate * d.sum(axis=0)
    return params

#: wrong · ten classes in np.eye · names "number of classes"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = (softmax(h @ params["W2"] + params["b2"]) - np.eye(10)[t]) / len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · 1 taken off whole columns · names "whole columns"
def step(params, x, t, rate):
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[:, t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params

#: wrong · x normed in place · names "changed x"
def step(params, x, t, rate):
    x /= np.abs(x).max()
    a = x @ params["W1"] + params["b1"]
    h = np.maximum(a, 0)
    d2 = softmax(h @ params["W2"] + params["b2"])
    d2[np.arange(len(t)), t] -= 1
    d2 /= len(t)
    d1 = d2 @ params["W2"].T * (a > 0)
    params["W2"] -= rate * h.T @ d2
    params["b2"] -= rate * d2.sum(axis=0)
    params["W1"] -= rate * x.T @ d1
    params["b1"] -= rate * d1.sum(axis=0)
    return params
