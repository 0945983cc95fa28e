#: tests · the forward pass through any number of step layers: X @ W + b, then the step, then the next layer
#: right · row by row
def run(X, layers):
    for W, b in layers:
        S = np.zeros((len(X), len(b)))
        for n in range(len(X)):
            S[n] = step(W.T @ X[n] + b)
        X = S
    return X

#: right · number by number, lists
def run(X, layers):
    rows = [list(row) for row in X]
    for W, b in layers:
        rows = [[1 if sum(row[d] * W[d, m] for d in range(len(row))) + b[m] > 0 else 0 for m in range(len(b))] for row in rows]
    return rows

#: right · one layer and the rest
def run(X, layers):
    if not layers:
        return X
    (W, b), *rest = layers
    return run(np.where(np.einsum("nd,dm->nm", X, W) + b > 0, 1.0, 0.0), rest)

#: wrong · as given · names "what the code above gives"
def run(X, layers):
    S = np.zeros(X.shape)
    for W, b in layers:
        for n in range(len(X)):
            S[n] = step(W @ X[n]) + b
    return S

#: wrong · W still transposed · names "W is transposed"
def run(X, layers):
    for W, b in layers:
        X = step(X @ W.T + b)
    return X

#: wrong · bias after the step · names "before the step"
def run(X, layers):
    for W, b in layers:
        X = step(X @ W) + b
    return X

#: wrong · each layer gets X · names "each layer got X again"
def run(X, layers):
    for W, b in layers:
        S = step(X @ W + b)
    return S

#: wrong · the shape of X
def run(X, layers):
    S = X
    for W, b in layers:
        new = np.zeros(X.shape)
        for n in range(len(X)):
            new[n] = step(S[n] @ W + b)
        S = new
    return S

#: wrong · the shape of X, filled from the left · names "the array has the shape of X"
def run(X, layers):
    S = X
    for W, b in layers:
        new = np.zeros(X.shape)
        new[:, : len(b)] = step(S[:, : len(W)] @ W + b)
        S = new
    return S

#: wrong · no bias · names "the bias is missing"
def run(X, layers):
    for W, b in layers:
        X = step(X @ W)
    return X

#: wrong · the bias only in the first layer · names "the bias of the second layer"
def run(X, layers):
    for number, (W, b) in enumerate(layers):
        X = step(X @ W + (b if number == 0 else 0))
    return X

#: wrong · no step · names "the step is missing"
def run(X, layers):
    for W, b in layers:
        X = X @ W + b
    return X

#: wrong · the step at the end only · names "between the layers"
def run(X, layers):
    for W, b in layers:
        X = X @ W + b
    return step(X)

#: wrong · a return inside the loop · names "a return inside the loop"
def run(X, layers):
    for W, b in layers:
        return step(X @ W + b)

#: wrong · samples as columns · names "they come out as columns"
def run(X, layers):
    S = X.T
    for W, b in layers:
        S = step(W.T @ S + b[:, None])
    return S

#: wrong · only the last sample · names "the last sample only"
def run(X, layers):
    for n in range(len(X)):
        S = X[n]
        for W, b in layers:
            S = step(S @ W + b)
    return S

#: wrong · the answers of all layers · names "those of the last"
def run(X, layers):
    found = []
    for W, b in layers:
        X = step(X @ W + b)
        found.append(X)
    return np.hstack(found)

#: wrong · writes into X · names "in place"
def run(X, layers):
    for W, b in layers:
        X[:] = step(X @ W + b) if W.shape[1] == X.shape[1] else 0
    return X

#: wrong · two layers at most (passes the visible test)
def run(X, layers):
    for W, b in layers[:2]:
        X = step(X @ W + b)
    return X

#: wrong · exactly 0 fires (passes the visible test) · names "exactly 0 gives 0"
def run(X, layers):
    for W, b in layers:
        X = (X @ W + b >= 0).astype(int)
    return X

#: wrong · inputs made whole · names "any numbers"
def run(X, layers):
    X = X.astype(int)
    for W, b in layers:
        X = step(X @ W + b)
    return X

#: wrong · changes the biases of the caller · names "in place"
def run(X, layers):
    for W, b in layers:
        b *= 2
        X = step(X @ (2 * W) + b)
    return X

#: wrong · the visible example by heart
def run(X, layers):
    return np.array([[1, 1, 0], [0, 0, 1], [1, 1, 1], [1, 0, 1]]) if len(layers) == 1 else np.array([[0, 0], [1, 1], [1, 0], [0, 0]])

#: wrong · no return · names "return"
def run(X, layers):
    for W, b in layers:
        X = step(X @ W + b)

#: wrong · step of X first · names "made 0 and 1"
def run(X, layers):
    for W, b in layers:
        X = step(X) @ W + b
    return step(X)

#: wrong · inputs made 0 and 1 first · names "made 0 and 1"
def run(X, layers):
    X = X.astype(bool)
    for W, b in layers:
        X = step(X @ W + b)
    return X

#: wrong · only whole-number weights (casts to int)
def run(X, layers):
    for W, b in layers:
        X = step(X @ W.astype(int) + b)
    return X

#: wrong · writes into X · names "in place"
def run(X, layers):
    for W, b in layers:
        S = X @ W + b
        X[:, :S.shape[1]] = step(S)
        X = X[:, :S.shape[1]]
    return X
