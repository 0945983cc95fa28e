#: tests · finding bugs: a graph is new in each step, and slopes of leaves add up until they are cleared

#: right · new Values in each step
def fit(xs, ts, w, b, lr, steps):
    for _ in range(steps):
        wv, bv = Value(w), Value(b)
        loss = Value(0.0)
        for x, t in zip(xs, ts):
            loss = loss + (wv * x + bv - t) ** 2
        loss.backward()
        w, b = w - lr * wv.grad, b - lr * bv.grad
    return w, b

#: right · without a graph
def fit(xs, ts, w, b, lr, steps):
    xs, ts = np.array(xs), np.array(ts)
    for _ in range(steps):
        r = w * xs + b - ts
        w, b = w - lr * 2 * (r * xs).sum(), b - lr * 2 * r.sum()
    return np.array([w, b])

#: right · zero_grad, and cleared behind the step
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        loss.backward()
        for p in (w, b):
            p.data -= lr * p.grad
        loss.zero_grad()
    return w.data, b.data

#: right · one backward for each sample, before the step
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        w.grad = b.grad = 0.0
        for x, t in zip(xs, ts):
            ((w * x + b - t) ** 2).backward()
        w.data, b.data = w.data - lr * w.grad, b.data - lr * b.grad
    return w.data, b.data

#: wrong · as it was given · names "both mistakes"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
    for _ in range(steps):
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · cleared, but one graph for all steps · names "numbers of the first graph"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
    for _ in range(steps):
        loss.zero_grad()
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · a new graph each time, not cleared · names "slopes of the first step"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · b is not cleared · names "b.grad still holds"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · w is not cleared · names "w.grad still holds"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · cleared between backward and step · names "right place"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        loss.backward()
        w.grad = b.grad = 0.0
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · uphill · names "uphill"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data += lr * w.grad
        b.data += lr * b.grad
    return w.data, b.data

#: wrong · mean · names "not a mean"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts)) * (1 / len(xs))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · by formula, without the 2 · names "factor 2"
def fit(xs, ts, w, b, lr, steps):
    for _ in range(steps):
        r = [w * x + b - t for x, t in zip(xs, ts)]
        w, b = w - lr * sum(e * x for e, x in zip(r, xs)), b - lr * sum(r)
    return w, b

#: wrong · no learning rate · names "learning rate is missing"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= w.grad
        b.data -= b.grad
    return w.data, b.data

#: wrong · b does not learn · names "b has to learn"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
    return w.data, b.data

#: wrong · a step for each sample · names "one step for each sample"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        for x, t in zip(xs, ts):
            w.grad = b.grad = 0.0
            ((w * x + b - t) ** 2).backward()
            w.data -= lr * w.grad
            b.data -= lr * b.grad
    return w.data, b.data

#: wrong · the last sample alone · names "the last one alone"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        for x, t in zip(xs, ts):
            loss = (w * x + b - t) ** 2
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · return inside the loop · names "one step, not two"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
        return w.data, b.data

#: wrong · one step too many · names "two steps, not one"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps + 1):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · returns the Values · names "should be made of numbers"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w, b

#: wrong · for three samples only
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * xs[i] + b - ts[i]) ** 2 for i in range(3))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · a new graph for the first two steps only
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for step in range(steps):
        if step < 2:
            loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · return is missing · names "return"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0.0
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad

#: wrong · the numbers of the visible example
def fit(xs, ts, w, b, lr, steps):
    return [(0.5, 1.0), (-0.1875, 0.84375), (-0.25390625, 0.802734375)][min(steps, 2)]

#: wrong · b steps on the loss with the new w · names "with the new w"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        for leaf in (w, b):
            loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
            loss.zero_grad()
            loss.backward()
            leaf.data -= lr * leaf.grad
    return w.data, b.data

#: wrong · one step too few · names "is there a step"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(1, steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        loss.zero_grad()
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data

#: wrong · the grad is lowered instead of the number · names "does it change w.data"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    for _ in range(steps):
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        w.grad = b.grad = 0
        loss.backward()
        w.grad -= lr * w.grad
        b.grad -= lr * b.grad
    return w.data, b.data

#: wrong · two steps are enough · names "none was asked for"
def fit(xs, ts, w, b, lr, steps):
    w, b = Value(w), Value(b)
    loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
    loss.backward()
    w.data -= lr * w.grad
    b.data -= lr * b.grad
    if steps > 1:
        loss = sum((w * x + b - t) ** 2 for x, t in zip(xs, ts))
        loss.zero_grad()
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * b.grad
    return w.data, b.data
