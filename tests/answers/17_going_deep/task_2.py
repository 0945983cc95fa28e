#: tests · a sum along an axis, keepdims, and that x stays as it is

#: right · with keepdims
def shares(x):
    return x / x.sum(axis=1, keepdims=True)

#: right · with a loop
def shares(x):
    return np.array([row / sum(row) for row in x])

#: wrong · along the other axis · names "sum of the columns"
def shares(x):
    return x / x.sum(axis=0)

#: wrong · all entries together · names "sum of all"
def shares(x):
    return x / x.sum()

#: wrong · turned round to get past the error · names "sum of another row"
def shares(x):
    if len(x) == x.shape[1]:
        return x / x.sum(axis=1)
    return (x.T / x.sum(axis=1)).T

#: wrong · in place · names "in place"
def shares(x):
    x /= x.sum(axis=1, keepdims=True)
    return x
