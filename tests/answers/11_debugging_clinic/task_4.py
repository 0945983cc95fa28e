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
