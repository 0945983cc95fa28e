#: tests · the chain rule through a whole neuron, square, tanh and products, for any number of inputs

#: right · with Values
def slopes(w, b, x, t):
    ws, xs, bias = [Value(n) for n in w], [Value(n) for n in x], Value(b)
    a = bias
    for wi, xi in zip(ws, xs):
        a = a + wi * xi
    ((a.tanh() - t) ** 2).backward()
    return np.array([v.grad for v in ws]), bias.grad, np.array([v.grad for v in xs])

#: right · lists, entry by entry
def slopes(w, b, x, t):
    total = b
    for i in range(len(w)):
        total += w[i] * x[i]
    y = np.tanh(total)
    by_y = 2 * y - 2 * t
    by_sum = by_y * (1 - y) * (1 + y)
    return [by_sum * xi for xi in x], by_sum, [by_sum * wi for wi in w]

#: wrong · t - y · names "sign is turned round"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (t - y) * (1 - y**2)
    return g * x, g, g * w

#: wrong · no 2 · names "factor 2"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = (y - t) * (1 - y**2)
    return g * x, g, g * w

#: wrong · t - y and no 2 · names "factor 2"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = (t - y) * (1 - y**2)
    return g * x, g, g * w

#: wrong · tanh's local slope is missing · names "local slope of tanh is missing"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t)
    return g * x, g, g * w

#: wrong · 1 - y · names "square of y"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y)
    return g * x, g, g * w

#: wrong · the sigmoid's local slope · names "sigmoid"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * y * (1 - y)
    return g * x, g, g * w

#: wrong · local slope with the sum · names "not with the sum"
def slopes(w, b, x, t):
    a = w @ x + b
    g = 2 * (np.tanh(a) - t) * (1 - a**2)
    return g * x, g, g * w

#: wrong · tanh twice · names "applied twice"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - np.tanh(y) ** 2)
    return g * x, g, g * w

#: wrong · no tanh at all · names "tanh is left out"
def slopes(w, b, x, t):
    g = 2 * (w @ x + b - t)
    return g * x, g, g * w

#: wrong · slope by b times b · names "b stands in a sum"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g * b, g * w

#: wrong · slope of y, not of the loss · names "that is the slope of y"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 1 - y**2
    return g * x, g, g * w

#: wrong · product not swapped · names "a product swaps"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * w, g, g * x

#: wrong · every weight gets what the bias gets · names "other factor"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return np.full(len(w), g), g, g * w

#: wrong · all weights in one number · names "axis"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return np.sum(g * x), g, g * w

#: wrong · by b for every input · names "one number is asked for"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g * np.ones(len(x)), g * w

#: wrong · the bias gets it once for every input · names "not a sum over the inputs"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g * len(x), g * w

#: wrong · the slopes by x are forgotten · names "three things"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g

#: wrong · in place · names "in place"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    by_x = g * w
    x *= g
    return x, g, by_x

#: wrong · three inputs only
def slopes(w, b, x, t):
    y = np.tanh(w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g, g * w

#: wrong · the visible y is hard-wired
def slopes(w, b, x, t):
    g = 2 * (0.6 - t) * (1 - 0.6**2)
    return g * x, g, g * w

#: wrong · as if every error were negative · names "the sign matters"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = -2 * abs(y - t) * (1 - y**2)
    return g * x, g, g * w

#: wrong · the loss itself
def slopes(w, b, x, t):
    loss = (np.tanh(w @ x + b) - t) ** 2
    return loss * x, loss, loss * w

#: wrong · return is missing · names "return"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)

#: wrong · forgets the bias · names "bias is left out"
def slopes(w, b, x, t):
    y = np.tanh(w @ x)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g, g * w

#: wrong · returns what it was given
def slopes(w, b, x, t):
    return w, b, x

#: wrong · zeros · names "nothing arrives"
def slopes(w, b, x, t):
    return 0 * w, 0.0, 0 * x

#: wrong · 2 y - t, brackets forgotten · names "needs its brackets"
def slopes(w, b, x, t):
    y = np.tanh(np.sum(w * x) + b)
    arrived = (2 * y - t) * (1 - y**2)
    return arrived * x, arrived, arrived * w

#: wrong · brackets of 1 - y² forgotten · names "needs brackets"
def slopes(w, b, x, t):
    y = np.tanh(np.sum(w * x) + b)
    arrived = 2 * (y - t) * 1 - y**2
    return arrived * x, arrived, arrived * w

#: wrong · by x before by b · names "comes second"
def slopes(w, b, x, t):
    y = np.tanh(np.sum(w * x) + b)
    arrived = 2 * (y - t) * (1 - y**2)
    return arrived * x, arrived * w, arrived

#: wrong · no factor 2, no tanh: y − t · names "that is y - t"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = y - t
    return g * x, g, g * w

#: wrong · (1 − y)² · names "and not (1 - y)²"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y) ** 2
    return g * x, g, g * w

#: wrong · b inside the sum over the inputs · names "there only once"
def slopes(w, b, x, t):
    y = np.tanh(np.sum(w * x + b))
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g, g * w

#: wrong · two inputs only, as in the text · names "two inputs only"
def slopes(w, b, x, t):
    y = np.tanh(w[0] * x[0] + w[1] * x[1] + b)
    g = 2 * (y - t) * (1 - y**2)
    return np.array([g * x[0], g * x[1]]), g, np.array([g * w[0], g * w[1]])

#: wrong · the product divided by the weight, by the input · names "divided by 0"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * (w * x) / w, g, g * (w * x) / x

#: wrong · cuts off the digits of whole numbers · names "digits behind the point"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    by_w, by_x = np.zeros_like(x), np.zeros_like(w)
    for i in range(len(x)):
        by_w[i] = g * x[i]
        by_x[i] = g * w[i]
    return by_w, g, by_x

#: wrong · b first · names "which comes first"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g, g * x, g * w

#: wrong · the bias after tanh · names "outside tanh"
def slopes(w, b, x, t):
    y = np.tanh(w @ x) + b
    g = 2 * (y - t) * (1 - y**2)
    return g * x, g, g * w

#: wrong · by b is 1 · names "what arrives there is missing"
def slopes(w, b, x, t):
    y = np.tanh(w @ x + b)
    g = 2 * (y - t) * (1 - y**2)
    return g * x, 1.0, g * w
