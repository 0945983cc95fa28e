#: tests · trying a step before taking it, and a learning rate that follows; what is noted, and when

#: right · an inner list, value kept
def bold_descent(f, gradient, start, lr, iterations):
    x = np.array(start)
    height = f(x)
    path, rates = [x.copy()], []
    for k in range(iterations):
        rates.append(lr)
        old = x.copy()
        x = x - lr * gradient(x)
        if f(x) >= height:
            x = old
            lr *= 0.5
        else:
            height = f(x)
            lr *= 1.25
        path.append(x.copy())
    return path, rates

#: right · arrays made beforehand
def bold_descent(f, gradient, start, lr, iterations):
    path, rates = np.zeros((iterations + 1, len(start))), np.zeros(iterations)
    path[0] = start
    for k in range(iterations):
        rates[k] = lr
        path[k + 1] = path[k] - lr * gradient(path[k])
        good = f(path[k + 1]) < f(path[k])
        if not good:
            path[k + 1] = path[k]
        lr = lr * (1.25 if good else 0.5)
    return path, rates

#: wrong · halves, but goes there all the same · names "stay"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        lr = lr * 1.25 if f(there) < f(x) else lr / 2
        x = there
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · just as high counts as lower · names "just as high"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) <= f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · the rate never grows · names "1.25"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x = there
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · doubles · names "1.25"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 2
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · the rate is never halved · names "does not halve"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · notes the rates after the change · names "before it is changed"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        rates.append(lr)
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · tries on within the iteration until it goes down · names "counts as an iteration"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        for _ in range(50):
            there = x - lr * gradient(x)
            if f(there) < f(x):
                break
            lr = lr / 2
        rates.append(lr)
        x, lr = there, lr * 1.25
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · leaves refused steps out of the path · names "once more"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
            path.append(x)
        else:
            lr = lr / 2
    return np.array(path), np.array(rates)

#: wrong · the start is not in the path · names "start"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · always the same array in the path · names "same array"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x], []
    for _ in range(iterations):
        rates.append(lr)
        step = lr * gradient(x)
        if f(x - step) < f(x):
            x -= step
            lr = lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · changes the start · names "in place"
def bold_descent(f, gradient, start, lr, iterations):
    path, rates = [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        step = lr * gradient(start)
        if f(start - step) < f(start):
            start -= step
            lr = lr * 1.25
        else:
            lr = lr / 2
        path.append(start.copy())
    return np.array(path), np.array(rates)

#: wrong · uphill · names "uphill"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x + lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · compares with the height of the start · names "height of the start"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(start):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · the two cases exchanged · names "wrong way round"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) > f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · the halved rate is forgotten after a good step · names "halved rate is forgotten"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    rate = lr
    for _ in range(iterations):
        rates.append(rate)
        there = x - rate * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
            rate = lr
        else:
            rate = rate / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · one iteration too few · names "off by one"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations - 1):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · whole numbers
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.astype(int), [start.astype(int)], []
    for _ in range(iterations):
        rates.append(lr)
        there = (x - lr * gradient(x)).astype(int)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · only the end · names "only the last place"
def bold_descent(f, gradient, start, lr, iterations):
    x, rates = start.copy(), []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
    return x, np.array(rates)

#: wrong · forgets to return · names "return"
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)

#: wrong · returns only the path · names "two things"
def bold_descent(f, gradient, start, lr, iterations):
    x, path = start.copy(), [start.copy()]
    for _ in range(iterations):
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path)

#: wrong · knows only two entries
def bold_descent(f, gradient, start, lr, iterations):
    x, path, rates = start.copy(), [start.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x.copy()
        for i in range(min(2, len(x))):
            there[i] = x[i] - lr * gradient(x)[i]
        if f(there) < f(x):
            x, lr = there, lr * 1.25
        else:
            lr = lr / 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · the visible examples by heart
def bold_descent(f, gradient, start, lr, iterations):
    if len(start) == 1:
        return {1: ([[3], [3], [0], [0]], [1, 0.5, 0.625]), 3: ([[3], [3], [3], [-1.5]], [3, 1.5, 0.75]),
                0.25: ([[8], [4], [1.5]], [0.25, 0.3125])}[lr]
    return [[4, 1], [4, 1], [2, -1], [2, -1], [1.375, 0.25]], [1, 0.5, 0.625, 0.3125]

#: wrong · the start is copied, and then always the same array · names "same array"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        if f(x - lr * gradient(x)) < f(x):
            x -= lr * gradient(x)
            lr *= 1.25
        else:
            lr /= 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · tries with a second name for x · names "second name"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x
        there -= lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x)
    return np.array(path), np.array(rates)

#: wrong · tries with a second name for x, copies in the path · names "there -= … changes x"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x
        there -= lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · compares with the height that was tried last · names "the one that it tried last"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    old = f(x)
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        new = f(there)
        if new < old:
            x = there
            lr *= 1.25
        else:
            lr /= 2
        old = new
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · never above the first rate · names "larger than the first"
def bold_descent(f, gradient, start, lr, iterations):
    x, top = start.copy(), lr
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr = min(lr * 1.25, top)
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · adds a quarter · names "not by 0.25"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr += 0.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · the gradient of the start for ever · names "gradient anew"
def bold_descent(f, gradient, start, lr, iterations):
    x, g = start.copy(), gradient(start)
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * g
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · rates is one too long · names "not tried any more"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], [lr]
    for _ in range(iterations):
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
        rates.append(lr)
    return np.array(path), np.array(rates)

#: wrong · only the rates of accepted steps · names "refused has been tried"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        there = x - lr * gradient(x)
        if f(there) < f(x):
            rates.append(lr)
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · the refused place is in the path · names "a place that was refused"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        path.append(there)
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
    return np.array(path), np.array(rates)

#: wrong · divides by four · names "not divided by 4"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 4
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · compares sizes of f, wrong below zero · names "not nearer to 0"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if abs(f(there)) < abs(f(x)):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · stops at the first step that is not needed: gradient shorter than 1e-3 · names "the iterations go on"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        g = gradient(x)
        if np.linalg.norm(g) < 1e-3:
            break
        rates.append(lr)
        there = x - lr * g
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)

#: wrong · rates first · names "first comes the path"
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if f(there) < f(x):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(rates), np.array(path)

#: wrong · compares the length of the gradient instead of f
def bold_descent(f, gradient, start, lr, iterations):
    x = start.copy()
    path, rates = [x.copy()], []
    for _ in range(iterations):
        rates.append(lr)
        there = x - lr * gradient(x)
        if np.linalg.norm(gradient(there)) < np.linalg.norm(gradient(x)):
            x = there
            lr *= 1.25
        else:
            lr /= 2
        path.append(x.copy())
    return np.array(path), np.array(rates)
