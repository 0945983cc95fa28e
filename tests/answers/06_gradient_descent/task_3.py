#: tests · a rule for stopping: the length of a gradient of any shape, and when to look at it; counting steps

#: right · while, with np.linalg.norm
def walk_until(gradient, start, lr, part, most):
    x, steps = start.copy(), 0
    g = gradient(x)
    first = np.linalg.norm(g)
    while steps < most and np.linalg.norm(g) >= part * first:
        x -= lr * g
        g = gradient(x)
        steps += 1
    return x, steps

#: right · squares compared, entries laid out flat
def walk_until(gradient, start, lr, part, most):
    x = np.array(start)
    square = sum(float(v) ** 2 for v in np.ravel(gradient(x)))
    for k in range(most + 1):
        now = sum(float(v) ** 2 for v in np.ravel(gradient(x)))
        if now < part**2 * square or k == most:
            return x, k
        x = x - lr * gradient(x)

#: wrong · changes the start in place · names "in place"
def walk_until(gradient, start, lr, part, most):
    x = start
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · uphill · names "goes uphill"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return x, k
        x += lr * g
    return x, most

#: wrong · the lesson's rule: shorter than part itself · names "not with part itself"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part:
            return x, k
        x -= lr * g
    return x, most

#: wrong · <= · names "just as long"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) <= part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · no square root · names "root of the sum"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.sum(gradient(x) ** 2)
    for k in range(most):
        g = gradient(x)
        if np.sum(g**2) < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · largest entry · names "largest entry"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.abs(gradient(x)).max()
    for k in range(most):
        g = gradient(x)
        if np.abs(g).max() < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · sum of the sizes · names "root of the sum of the squares of all"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.abs(gradient(x)).sum()
    for k in range(most):
        g = gradient(x)
        if np.abs(g).sum() < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · every entry for itself · names "every single entry"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.abs(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.all(np.abs(g) < part * first):
            return x, k
        x -= lr * g
    return x, most

#: wrong · compares the step, not the gradient · names "gradient alone"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        step = lr * gradient(x)
        if np.linalg.norm(step) < part * first:
            return x, k
        x -= step
    return x, most

#: wrong · compares with the gradient before · names "step before"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    before = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * before:
            return x, k
        before = np.linalg.norm(g)
        x -= lr * g
    return x, most

#: wrong · steps first and looks then: one step too far · names "one too many"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        x -= lr * g
        if np.linalg.norm(g) < part * first:
            return x, k + 1
    return x, most

#: wrong · counts from 1 · names "one too many"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(1, most + 1):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · steps too far, but counts right · names "one step too far"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        x = x - lr * g
        if np.linalg.norm(g) < part * first:
            return x, k
    return x, most

#: wrong · returns most - 1 at the end · names "not one less"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            break
        x -= lr * g
    return x, k

#: wrong · never looks at most · names "does not look at most"
def walk_until(gradient, start, lr, part, most):
    x, k = start.copy(), 0
    first = np.linalg.norm(gradient(x))
    while np.linalg.norm(gradient(x)) >= part * first:
        x -= lr * gradient(x)
        k += 1
    return x, k

#: wrong · returns only the place · names "two things"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            break
        x -= lr * g
    return x

#: wrong · prints it instead of returning it · names "return"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            print(x, k)
            break
        x -= lr * g

#: wrong · the lengths of vectors only
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.sqrt(gradient(x) @ gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.sqrt(g @ g) < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · the root of the sum over the first axis only
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.sqrt(np.sum(gradient(x) ** 2, axis=0)).max()
    for k in range(most):
        g = gradient(x)
        if np.sqrt(np.sum(g**2, axis=0)).max() < part * first:
            return x, k
        x -= lr * g
    return x, most

#: wrong · the visible example by heart
def walk_until(gradient, start, lr, part, most):
    if start.shape == (2, 3):
        return np.zeros((2, 3)), 4
    if len(start) == 3:
        return np.array([-3.375, 0.0625, 0.03125]), 3
    return (np.array([1.0]), 3) if most == 9 else (np.array([2.0]), 2)

#: wrong · the start, no steps · names "before the first step"
def walk_until(gradient, start, lr, part, most):
    return start.copy(), 0

#: wrong · returns only the number of steps · names "two things"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return k
        x -= lr * g
    return most

#: wrong · always takes one step, even if most is 0 · names "no step at all"
def walk_until(gradient, start, lr, part, most):
    x, k = start.copy(), 0
    first = np.linalg.norm(gradient(x))
    while True:
        x = x - lr * gradient(x)
        k += 1
        if k >= most or np.linalg.norm(gradient(x)) < part * first:
            return x, k

#: wrong · returns two things when it stops, and only the place when it has taken all steps · names "two things"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for k in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return x, k
        x -= lr * g
    return x

#: right · looks only after a step (part is at most 1)
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for steps in range(most):
        x = x - lr * gradient(x)
        if np.linalg.norm(gradient(x)) < part * first:
            return x, steps + 1
    return x, most

#: wrong · norm with ord 2: another length for a matrix · names "without a 2"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x), 2)
    for steps in range(most):
        g = gradient(x)
        if np.linalg.norm(g, 2) < part * first:
            return x, steps
        x -= lr * g
    return x, most

#: wrong · the start's gradient for all steps · names "start for ever"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    g = gradient(x)
    first = np.linalg.norm(g)
    for steps in range(most):
        if np.linalg.norm(gradient(x)) < part * first:
            return x, steps
        x -= lr * g
    return x, most

#: wrong · breaks, and the count of a walk that stops is that of one that does not · names "count them"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for steps in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            break
        x -= lr * g
    return x, most

#: wrong · steps first, then the place · names "first comes the last place"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for steps in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return steps, x
        x -= lr * g
    return most, x

#: wrong · returns the whole path · names "whole path"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    path = [x.copy()]
    first = np.linalg.norm(gradient(x))
    for steps in range(most):
        g = gradient(x)
        if np.linalg.norm(g) < part * first:
            return np.array(path), steps
        x -= lr * g
        path.append(x.copy())
    return np.array(path), most

#: wrong · a flat copy of a matrix is returned · names "start's shape"
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    steps = 0
    while steps < most and np.linalg.norm(gradient(x)) >= part * first:
        x = x - lr * gradient(x)
        steps += 1
    return x.ravel(), steps

#: wrong · the counter does not exist when most is 0
def walk_until(gradient, start, lr, part, most):
    x = start.copy()
    first = np.linalg.norm(gradient(x))
    for steps in range(1, most + 1):
        if np.linalg.norm(gradient(x)) < part * first:
            return x, steps - 1
        x = x - lr * gradient(x)
    return x, steps
