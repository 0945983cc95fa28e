#: tests · one random order cut into three parts: sizes of 0, seeds, every row once
#: right · shuffle, then cut at two places
def three_parts(n, val, test, rng):
    order = np.arange(n)
    rng.shuffle(order)
    train, val_rows, test_rows = np.split(order, [n - val - test, n - test])
    return train, val_rows, test_rows

#: right · draw without putting back, and sorted lists
def three_parts(n, val, test, rng):
    drawn = rng.choice(n, val + test, replace=False)
    rest = [i for i in range(n) if i not in set(drawn.tolist())]
    return rest, sorted(drawn[:val].tolist()), sorted(drawn[val:].tolist())

#: right · sort random numbers
def three_parts(n, val, test, rng):
    order = np.argsort(rng.random(n))
    first, second = n - val - test, n - test
    return [order[:first], order[first:second], order[second:]]

#: wrong · not shuffled · names "neighbouring rows"
def three_parts(n, val, test, rng):
    order = np.arange(n)
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · each part shuffled for itself · names "neighbouring rows"
def three_parts(n, val, test, rng):
    order = np.arange(n)
    train, val_rows, test_rows = order[val + test:], order[:val], order[val:val + test]
    return rng.permutation(train), rng.permutation(val_rows), rng.permutation(test_rows)

#: wrong · starts at a random place · names "neighbouring rows"
def three_parts(n, val, test, rng):
    order = np.roll(np.arange(n), rng.integers(n))
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · three orders · names "in two parts"
def three_parts(n, val, test, rng):
    return rng.permutation(n)[:n - val - test], rng.permutation(n)[:val], rng.permutation(n)[:test]

#: wrong · drawn with putting back · names "twice in one"
def three_parts(n, val, test, rng):
    return rng.integers(0, n, n - val - test), rng.integers(0, n, val), rng.integers(0, n, test)

#: wrong · validation and test overlap · names "in two parts"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[val + test:], order[:val], order[:test]

#: wrong · validation rows are trained on, too · names "training must leave out the validation rows"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[test:], order[test:test + val], order[:test]

#: wrong · test rows are trained on, too · names "training must leave out the test rows"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[val:], order[:val], order[-test:] if test else order[:0]

#: wrong · trains on everything · names "rows of both other parts"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order, order[:val], order[val:val + test]

#: wrong · minus 0 · names "holds every row"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[:n - val - test], order[n - val - test:n - test], order[-test:]

#: wrong · minus 0 at the end of training · names "training part is empty"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[:-(val + test)], order[n - val - test:n - test], order[n - test:]

#: wrong · the last row is lost · names "one row is lost"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[val + test:-1], order[:val], order[val:val + test]

#: wrong · counts from 1 · names "rows count from 0"
def three_parts(n, val, test, rng):
    order = rng.permutation(n) + 1
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · another order of the parts · names "training, validation, test"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[:val], order[val:val + test], order[val + test:]

#: wrong · test and validation exchanged · names "validation comes second"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[val + test:], order[val:val + test], order[:val]

#: wrong · masks · names "True or False"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order >= val + test, order < val, (order >= val) & (order < val + test)

#: wrong · chance from elsewhere · names "two different splits"
def three_parts(n, val, test, rng):
    order = np.random.permutation(n)
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · a generator of its own · names "use the rng"
def three_parts(n, val, test, rng):
    order = np.random.default_rng(0).permutation(n)
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · the global seed · names "use the rng"
def three_parts(n, val, test, rng):
    np.random.seed(42)
    order = np.random.permutation(n)
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · only a few splits can happen · names "all 12 splits"
def three_parts(n, val, test, rng):
    order = np.random.default_rng(int(rng.integers(7))).permutation(n)
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · the first row always stays in training · names "all 12 splits"
def three_parts(n, val, test, rng):
    if val + test == n:
        order = rng.permutation(n)
        return order[:0], order[:val], order[val:]
    order = np.append(rng.permutation(n - 1) + 1, 0)
    return order[val + test:], order[:val], order[val:val + test]

#: wrong · sizes of the visible check built in
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    return order[105:], order[:60], order[60:105]

#: wrong · the shuffled order alone · names "came in one array"
def three_parts(n, val, test, rng):
    return rng.permutation(n)

#: wrong · no return · names "return"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    train, val_rows, test_rows = order[val + test:], order[:val], order[val:val + test]

#: wrong · floats · names "refuses an array of floats"
def three_parts(n, val, test, rng):
    order = rng.permutation(np.linspace(0, n - 1, n))
    k = n - val - test
    return order[:k], order[k:k + val], order[k + val:]

#: wrong · two dimensional pieces · names "single row"
def three_parts(n, val, test, rng):
    order = rng.permutation(n).reshape(-1, 1)
    k = n - val - test
    return order[:k], order[k:k + val], order[k + val:]

#: wrong · the test part ends at -val · names "test part is empty"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    k = n - val - test
    return order[:k], order[n - val:], order[k:-val]

#: wrong · validation ends at -test · names "slice that ends at -0"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    k = n - val - test
    return order[:k], order[k:-test], order[n - test:]

#: wrong · shares, not numbers · names "not shares"
def three_parts(n, val, test, rng):
    order = rng.permutation(n)
    v, s = int(val * n), int(test * n)
    return order[v + s:], order[:v], order[v:v + s]

#: wrong · one row lost · names "one row is lost"
def three_parts(n, val, test, rng):
    order = rng.permutation(n - 1)
    k = n - val - test
    return order[:k], order[k:k + val], order[k + val:]

#: wrong · the last rows are always the test part · names "all 12 splits"
def three_parts(n, val, test, rng):
    order = rng.permutation(n - test)
    return order[val:], order[:val], np.arange(n - test, n)
