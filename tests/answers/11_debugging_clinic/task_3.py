#: tests · every pixel of some training picture, with room for rounding; indices of the validation part, once each; any shape

#: right · pairs with np.allclose
def twins(x_train, x_val):
    found = []
    for i in range(len(x_val)):
        for picture in x_train:
            if np.allclose(x_val[i], picture, rtol=0, atol=1e-6):
                found.append(i)
                break
    return found

#: right · all pairs at once
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    same = (np.abs(b[:, None] - a[None]) < 1e-6).all(axis=2)
    return np.flatnonzero(same.any(axis=1))

#: wrong · rounded rows in a set · names "differs by 5e-6"
def twins(x_train, x_val):
    def key(picture):
        return tuple(np.round(np.asarray(picture, dtype=np.float32).ravel().astype(float), 4))
    seen = {key(picture) for picture in x_train}
    return np.array([i for i, picture in enumerate(x_val) if key(picture) in seen], dtype=int)

#: wrong · only the same place · names "same place of both parts"
def twins(x_train, x_val):
    n = min(len(x_train), len(x_val))
    a, b = x_train.reshape(len(x_train), -1)[:n], x_val.reshape(len(x_val), -1)[:n]
    return np.flatnonzero((np.abs(a - b) < 1e-6).all(axis=1))

#: wrong · both parts of one length · names "any length"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    return np.flatnonzero((np.abs(a - b) < 1e-6).all(axis=1))

#: wrong · pictures as rows only · names "any shape"
def twins(x_train, x_val):
    return np.array([i for i in range(len(x_val))
                     if (np.abs(x_train - x_val[i]).reshape(len(x_train), 64).max(axis=1) < 1e-6).any()])

#: wrong · places in the training part · names "places in the training part"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    same = (np.abs(b[:, None] - a[None]) < 1e-6).all(axis=2)
    return np.flatnonzero(same.any(axis=0))

#: wrong · a mask · names "indices of those that are True"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    return (np.abs(b[:, None] - a[None]) < 1e-6).all(axis=2).any(axis=1)

#: wrong · how many · names "how many there are"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    return (np.abs(b[:, None] - a[None]) < 1e-6).all(axis=2).any(axis=1).sum()

#: wrong · once for each pair · names "each twin counts once"
def twins(x_train, x_val):
    return [i for i, picture in enumerate(x_val) for other in x_train
            if np.abs(picture - other).max() < 1e-6]

#: wrong · any pixel · names "one pixel in common is not enough"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    same = (np.abs(b[:, None] - a[None]) < 1e-6).any(axis=2)
    return np.flatnonzero(same.any(axis=1))

#: wrong · exactly equal · names "room for rounding"
def twins(x_train, x_val):
    return [i for i, picture in enumerate(x_val) if any((picture == other).all() for other in x_train)]

#: wrong · the same sum · names "the same sum"
def twins(x_train, x_val):
    sums = [picture.sum() for picture in x_train]
    return [i for i, picture in enumerate(x_val) if np.any(np.abs(picture.sum() - sums) < 1e-5)]

#: wrong · the same set of pixels · names "set of pixels"
def twins(x_train, x_val):
    def sort(picture):
        return np.sort(picture.ravel())
    return [i for i, picture in enumerate(x_val)
            if any(np.abs(sort(picture) - sort(other)).max() < 1e-6 for other in x_train)]

#: wrong · the mean difference is small · names "mean over the pixels"
def twins(x_train, x_val):
    return [i for i, picture in enumerate(x_val)
            if any(np.abs(picture - other).mean() < 0.01 for other in x_train)]

#: wrong · the same up to brightness · names "only darker"
def twins(x_train, x_val):
    def scaled(picture):
        return picture / picture.max()
    return [i for i, picture in enumerate(x_val)
            if any(np.abs(scaled(picture) - scaled(other)).max() < 1e-5 for other in x_train)]

#: wrong · twins within the validation part count · names "twice in the validation part itself"
def twins(x_train, x_val):
    found = []
    for i, picture in enumerate(x_val):
        others = [*x_train, *x_val[:i], *x_val[i + 1:]]
        if any(np.abs(picture - other).max() < 1e-6 for other in others):
            found.append(i)
    return found

#: wrong · those without a twin · names "that have no twin"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    return np.flatnonzero(~(np.abs(b[:, None] - a[None]) < 1e-6).all(axis=2).any(axis=1))

#: wrong · counted from 1 · names "count from 0"
def twins(x_train, x_val):
    a, b = x_train.reshape(len(x_train), -1), x_val.reshape(len(x_val), -1)
    return 1 + np.flatnonzero((np.abs(b[:, None] - a[None]) < 1e-6).all(axis=2).any(axis=1))

#: wrong · in the order of the training part · names "ascending order"
def twins(x_train, x_val):
    found = []
    for other in x_train[::-1]:
        for i, picture in enumerate(x_val):
            if i not in found and np.abs(picture - other).max() < 1e-6:
                found.append(i)
    return found

#: wrong · a tolerance of a thousandth · names "differs by 5e-6"
def twins(x_train, x_val):
    return [i for i, picture in enumerate(x_val)
            if any(np.abs(picture - other).max() < 0.002 for other in x_train)]

#: wrong · signs of the differences forgotten · names "one pixel in common is not enough"
def twins(x_train, x_val):
    return [i for i, picture in enumerate(x_val)
            if any((np.abs(picture - other) < 1e-6).sum() for other in x_train)]

#: wrong · None where nothing is found · names "empty"
def twins(x_train, x_val):
    found = [i for i, picture in enumerate(x_val)
             if any(np.abs(picture - other).max() < 1e-6 for other in x_train)]
    return found or None

#: right · down to the pixel, in loops
def twins(x_train, x_val):
    found = []
    for i in range(len(x_val)):
        q = x_val[i].ravel().tolist()
        for p in x_train:
            same = True
            for u, v in zip(p.ravel().tolist(), q):
                if abs(u - v) > 1e-6:
                    same = False
                    break
            if same:
                found.append(i)
                break
    return found

#: right · sorted by the first pixel, and neighbours compared
def twins(x_train, x_val):
    a = x_train.reshape(len(x_train), -1).astype(np.float64)
    b = x_val.reshape(len(x_val), -1).astype(np.float64)
    a = a[np.argsort(a[:, 0])]
    first = a[:, 0]
    found = []
    for i, row in enumerate(b):
        lo = np.searchsorted(first, row[0] - 2e-6)
        hi = np.searchsorted(first, row[0] + 2e-6)
        near = a[lo:hi]
        if len(near) and np.abs(near - row).max(axis=1).min() <= 1e-6:
            found.append(i)
    return np.array(found, dtype=np.int64)

#: right · the worst pixel of each pair, then np.unique
def twins(x_train, x_val):
    worst = np.zeros((len(x_train), len(x_val)))
    n = int(np.prod(x_train.shape[1:]))
    for k in range(n):
        u = x_train.reshape(len(x_train), n)[:, k]
        v = x_val.reshape(len(x_val), n)[:, k]
        worst = np.maximum(worst, np.abs(np.subtract.outer(u, v)))
    return np.unique(np.argwhere(worst <= 1e-6)[:, 1])

#: wrong · np.allclose with its defaults · names "differs by 5e-6"
def twins(x_train, x_val):
    return [i for i, p in enumerate(x_val) if any(np.allclose(q, p) for q in x_train)]

#: wrong · np.allclose with atol, and rtol as it is · names "differs by 5e-6"
def twins(x_train, x_val):
    return [i for i, p in enumerate(x_val) if any(np.allclose(q, p, atol=1e-6) for q in x_train)]

#: wrong · float32 on both sides, then exactly equal · names "hardly ever exactly equal"
def twins(x_train, x_val):
    known = {p.astype(np.float32).tobytes() for p in x_train}
    return [i for i, p in enumerate(x_val) if p.astype(np.float32).tobytes() in known]

#: wrong · the Euclidean distance · names "each pixel may differ by up to 1e-6"
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.flatnonzero([np.linalg.norm(rows - p.ravel(), axis=1).min() <= 1e-6 for p in x_val])

#: wrong · the mean difference at most 1e-6 · names "differs by 5e-6"
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.flatnonzero([np.abs(rows - p.ravel()).mean(axis=1).min() <= 1e-6 for p in x_val])

#: wrong · any and all exchanged · names "one and the same training picture"
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.flatnonzero([(np.abs(rows - p.ravel()) <= 1e-6).any(axis=0).all() for p in x_val])

#: wrong · no abs, training minus validation · names "np.abs"
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.flatnonzero([((rows - p.ravel()).max(axis=1) <= 1e-6).any() for p in x_val])

#: wrong · no abs, validation minus training · names "np.abs"
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.flatnonzero([((p.ravel() - rows).max(axis=1) <= 1e-6).any() for p in x_val])

#: wrong · axis 1 where pictures have more axes · names "an axis"
def twins(x_train, x_val):
    found = []
    for i, p in enumerate(x_val):
        if np.any(np.abs(x_train - p).max(axis=1) <= 1e-6):
            found.append(i)
    return found

#: wrong · stops at the first one · names "stops at the first"
def twins(x_train, x_val):
    for i, p in enumerate(x_val):
        for q in x_train:
            if np.abs(p - q).max() <= 1e-6:
                return [i]
    return []

#: wrong · the tuple of np.where · names "take [0]"
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.where([np.abs(rows - p.ravel()).max(axis=1).min() <= 1e-6 for p in x_val])

#: wrong · a limit of a thousandth
def twins(x_train, x_val):
    rows = x_train.reshape(len(x_train), -1)
    return np.array([i for i in range(len(x_val)) if np.abs(rows - x_val[i].ravel()).max(axis=1).min() < 1e-3], int)

#: wrong · six decimals, looked up
def twins(x_train, x_val):
    known = {np.round(p.astype(np.float64), 6).tobytes() for p in x_train}
    return [i for i, p in enumerate(x_val) if np.round(p.astype(np.float64), 6).tobytes() in known]
