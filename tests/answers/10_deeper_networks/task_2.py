#: tests · the variance argument for starting weights, redone for a bend with two slopes and an even distribution

#: right · in one line
def bound(shape, above, below):
    return (6 / (shape[0] * (above * above + below * below))) ** 0.5

#: right · by way of the standard deviation
def bound(shape, above, below):
    share = np.mean([above**2, below**2])
    std = np.sqrt(1 / (shape[0] * share))
    return std * np.sqrt(3)

#: wrong · ReLU's rule · names "right for ReLU"
def bound(shape, above, below):
    return np.sqrt(6 / shape[0])

#: wrong · the standard deviation · names "that is the standard deviation"
def bound(shape, above, below):
    return np.sqrt(2 / (shape[0] * (above**2 + below**2)))

#: wrong · no root · names "a root is missing"
def bound(shape, above, below):
    return 6 / (shape[0] * (above**2 + below**2))

#: wrong · outputs for inputs · names "first number of the shape"
def bound(shape, above, below):
    return np.sqrt(6 / (shape[1] * (above**2 + below**2)))

#: wrong · inputs + outputs · names "inputs and outputs were added up"
def bound(shape, above, below):
    return np.sqrt(6 / (sum(shape) * (above**2 + below**2)))

#: wrong · slopes not squared · names "squares of the two slopes"
def bound(shape, above, below):
    return np.sqrt(6 / (shape[0] * (abs(above) + abs(below))))

#: wrong · the mean slope squared · names "mean of the two slopes was squared"
def bound(shape, above, below):
    return np.sqrt(3 / shape[0]) / abs((above + below) / 2)

#: wrong · no half · names "that half is missing"
def bound(shape, above, below):
    return np.sqrt(3 / (shape[0] * (above**2 + below**2)))

#: wrong · the whole way · names "c is half of it"
def bound(shape, above, below):
    variance = 2 / (shape[0] * (above**2 + below**2))
    return np.sqrt(12 * variance)

#: wrong · multiplied by what h lets through · names "the smaller the weights may be"
def bound(shape, above, below):
    return np.sqrt(6 * (above**2 + below**2) / shape[0])

#: wrong · the variance · names "c is still to come"
def bound(shape, above, below):
    return 2 / (shape[0] * (above**2 + below**2))

#: wrong · no bend · names "no bend at all"
def bound(shape, above, below):
    return np.sqrt(3 / shape[0])

#: wrong · divided by 3 · names "1/3 times"
def bound(shape, above, below):
    return np.sqrt(2 / (shape[0] * (above**2 + below**2)) / 3)

#: wrong · keeps the sign of a slope · names "a square has no sign"
def bound(shape, above, below):
    return np.sqrt(6 / abs(shape[0] * (above * abs(above) + below * abs(below))))

#: wrong · ignores a negative slope · names "the others count as well"
def bound(shape, above, below):
    return np.sqrt(6 / (shape[0] * (above**2 + max(below, 0) ** 2)))

#: wrong · a leaky ReLU, for which above is 1 · names "above need not be 1"
def bound(shape, above, below):
    return np.sqrt(6 / (shape[0] * (1 + below**2)))

#: wrong · the larger number of the shape · names "first number of the shape"
def bound(shape, above, below):
    return np.sqrt(6 / (max(shape) * (above**2 + below**2)))

#: wrong · the visible examples
def bound(shape, above, below):
    return {30: 0.4, 120: 0.1}.get(shape[0], 1.0)

#: wrong · a ready array of weights · names "one number is asked for"
def bound(shape, above, below):
    c = np.sqrt(6 / (shape[0] * (above**2 + below**2)))
    return np.random.default_rng(0).uniform(-c, c, shape)

#: wrong · forgets to return · names "return"
def bound(shape, above, below):
    c = np.sqrt(6 / (shape[0] * (above**2 + below**2)))

#: wrong · the square of the sum · names "squares of the two slopes, not the slopes first"
def bound(shape, above, below):
    return np.sqrt(6 / (shape[0] * (above + below) ** 2))

#: wrong · the negative half taken off · names "not taken away"
def bound(shape, above, below):
    return np.sqrt(6 / (shape[0] * abs(above**2 - below**2)))

#: wrong · all weights of W counted · names "as there are inputs"
def bound(shape, above, below):
    return np.sqrt(6 / (np.prod(shape) * (above**2 + below**2)))

#: wrong · whole-number division · names "rounds down"
def bound(shape, above, below):
    return np.sqrt(6 // (shape[0] * (above**2 + below**2)))
