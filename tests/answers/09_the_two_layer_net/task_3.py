#: tests · mini-batch training: one draw a step, parameters changed in place, a row compared with a column

#: right · into the old arrays, the column made flat
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for _ in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name][...] = network.params[name] - rate * gradient[name]
    read = network.predict(x_val).argmax(axis=1)
    return np.sum(read == t_val.ravel()) / len(t_val)

#: right · an optimizer, and a column of answers
def train(network, x, t, x_val, t_val, draw, steps, rate):
    from helpers.optimizers import SGD

    optimizer = SGD(rate)
    for _ in range(steps):
        rows = draw()
        optimizer.update(network.params, network.gradient(x[rows], t[rows]))
    return (network.predict(x_val).argmax(axis=1)[:, None] == t_val).mean()

#: right · loops
def train(network, x, t, x_val, t_val, draw, steps, rate):
    step = 0
    while step < steps:
        rows = draw()
        for name, slopes in network.gradient(x[rows], t[rows]).items():
            array = network.params[name]
            array -= rate * slopes
        step += 1
    right = 0
    for scores, label in zip(network.predict(x_val), t_val):
        right += int(np.argmax(scores) == label[0])
    return right / len(x_val)

#: wrong · as it was · names "labels of other rows"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        gradient = network.gradient(x[draw()], t[draw()])
        for name in network.params:
            network.params[name] = network.params[name] - rate * gradient[name]
    read = network.predict(x_val).argmax(axis=1)
    return np.sum(read == t_val) / len(t_val)

#: wrong · two batches are left · names "labels of other rows"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        gradient = network.gradient(x[draw()], t[draw()])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · new arrays are left · names "which the layer does not hold"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] = network.params[name] - rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · a new dictionary · names "which the layer does not hold"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        network.params = {name: network.params[name] - rate * gradient[name] for name in network.params}
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · a name of its own for the array · names "still has the one of the start"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name, array in network.params.items():
            array = array - rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · the column is left · names "every label"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    read = network.predict(x_val).argmax(axis=1)
    return np.sum(read == t_val) / len(t_val)

#: wrong · the column is left, and a mean hides it · names "all five labels"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val)

#: wrong · uphill · names "uphill"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] += rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · no rate · names "rate is missing"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · divided by the batch size · names "mean over the batch already"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name] / len(rows)
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · one batch for all steps · names "draw in each step"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    rows = draw()
    for step in range(steps):
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · a batch for each parameter · names "each of the two"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        for name in network.params:
            rows = draw()
            network.params[name] -= rate * network.gradient(x[rows], t[rows])[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · a gradient for each parameter · names "each of the two"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        for name in network.params:
            network.params[name] -= rate * network.gradient(x[rows], t[rows])[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · all rows in every step · names "never called"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        gradient = network.gradient(x, t)
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · the first rows, as many as were drawn · names "but the network learned from"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        size = len(draw())
        gradient = network.gradient(x[:size], t[:size])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · one step less · names "one step is missing"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(1, steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · the return stands in the loop · names "after the first step"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
        return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · measured in the loop, before the step · names "before the last step"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    share = 0.0
    for step in range(steps):
        share = np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return share

#: wrong · trains a copy · names "did a copy learn"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    import copy

    network = copy.deepcopy(network)
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · the count · names "how many are right"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.sum(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · in per cent · names "per cent"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return 100 * np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · flattens the labels of the caller · names "changed the data"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    t_val.shape = (len(t_val),)
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val)

#: wrong · divides by the size of the first example
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.sum(network.predict(x_val).argmax(axis=1) == t_val[:, 0]) / 5

#: wrong · three steps, whatever is asked
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(3):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x_val).argmax(axis=1) == t_val[:, 0])

#: wrong · no return · names "return"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]

#: wrong · the count divided by 100 · names "no factor fixes it"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    read = network.predict(x_val).argmax(axis=1)
    return np.sum(read == t_val) / len(t_val) / 100

#: wrong · compares with the first label only · names "one label"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    read = network.predict(x_val).argmax(axis=1)
    return np.mean(read == t_val[0])

#: wrong · the accuracy on the last batch · names "not measured on x_val"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(network.predict(x[rows]).argmax(axis=1) == t[rows])

#: wrong · the labels of sorted rows · names "same row numbers"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[np.sort(rows)])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    read = network.predict(x_val).argmax(axis=1)
    return np.mean(read == t_val[:, 0])

#: wrong · the best accuracy on the way · names "the last one is asked for"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    best = 0
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
        read = network.predict(x_val).argmax(axis=1)
        best = max(best, np.mean(read == t_val[:, 0]))
    return best

#: wrong · measured before training · names "before training"
def train(network, x, t, x_val, t_val, draw, steps, rate):
    read = network.predict(x_val).argmax(axis=1)
    for step in range(steps):
        rows = draw()
        gradient = network.gradient(x[rows], t[rows])
        for name in network.params:
            network.params[name] -= rate * gradient[name]
    return np.mean(read == t_val[:, 0])
