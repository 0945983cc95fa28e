#: tests · a forward pass in columns for any depth, with names in any order; the root of the mean square before ReLU

#: right · until there is no next layer
def spreads(params, X):
    found, number = [], 1
    while f"W{number}" in params:
        sums = np.dot(params[f"W{number}"], X) + params[f"b{number}"]
        found.append(np.linalg.norm(sums) / np.sqrt(sums.size))
        X = sums * (sums > 0)
        number += 1
    return np.array(found)

#: right · names sorted by their number, in rows
def spreads(params, X):
    x, found = X.T, []
    for name in sorted((name for name in params if name[0] == "W"), key=lambda name: int(name[1:])):
        a = x @ params[name].T + params["b" + name[1:]].ravel()
        found.append((a**2).mean() ** 0.5)
        x = functions.relu(a)
    return found

#: right · loops only
def spreads(params, X):
    columns, found = [list(column) for column in X.T], []
    for k in range(1, len(params) // 2 + 1):
        W, b = params[f"W{k}"], params[f"b{k}"]
        columns = [[sum(w * v for w, v in zip(W[m], column)) + b[m, 0] for m in range(len(W))] for column in columns]
        squares = [v * v for column in columns for v in column]
        found.append((sum(squares) / len(squares)) ** 0.5)
        columns = [[max(v, 0) for v in column] for column in columns]
    return tuple(found)

#: wrong · the dictionary's order · names "the order in the dictionary is not that of the layers"
def spreads(params, X):
    found = []
    for name in params:
        if name[0] == "W":
            Z = params[name] @ X + params["b" + name[1:]]
            found.append(np.sqrt(np.mean(Z**2)))
            X = np.maximum(Z, 0)
    return found

#: wrong · sorted as words · names "W10 comes before W2"
def spreads(params, X):
    found = []
    for name in sorted(params):
        if name[0] == "W":
            Z = params[name] @ X + params["b" + name[1:]]
            found.append(np.sqrt(np.mean(Z**2)))
            X = np.maximum(Z, 0)
    return found

#: wrong · sorted by the last digit
def spreads(params, X):
    found = []
    for name in sorted((name for name in params if name[0] == "W"), key=lambda name: name[-1]):
        Z = params[name] @ X + params["b" + name[1:]]
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · no ReLU · names "ReLU is missing"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        X = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(X**2)))
    return found

#: wrong · no biases · names "the biases are missing"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · after ReLU · names "measured after ReLU"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        X = np.maximum(params[f"W{k}"] @ X + params[f"b{k}"], 0)
        found.append(np.sqrt(np.mean(X**2)))
    return found

#: wrong · mean squares · names "take their roots"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.mean(Z**2))
        X = np.maximum(Z, 0)
    return found

#: wrong · np.std · names "that is the standard deviation"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.std(Z))
        X = np.maximum(Z, 0)
    return found

#: wrong · the mean of the sizes · names "means of the sizes"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.mean(np.sqrt(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · the mean · names "positive and negative sums cancel"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.mean(Z))
        X = np.maximum(Z, 0)
    return found

#: wrong · the length · names "divide by their number"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.sum(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · divided by the samples only · names "number of units as well"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.sum(Z**2) / Z.shape[1]))
        X = np.maximum(Z, 0)
    return found

#: wrong · the mean of each sample's root · names "the root comes last"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.mean(np.sqrt(np.mean(Z**2, axis=0))))
        X = np.maximum(Z, 0)
    return found

#: wrong · one number for each unit · names "numbers for each unit"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2, axis=1)))
        X = np.maximum(Z, 0)
    return found

#: wrong · one number for each sample · names "numbers for each sample"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2, axis=0)))
        X = np.maximum(Z, 0)
    return found

#: wrong · the inputs of the layers · names "those are the inputs"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        found.append(np.sqrt(np.mean(X**2)))
        X = np.maximum(params[f"W{k}"] @ X + params[f"b{k}"], 0)
    return found

#: wrong · stops one layer too early · names "last layer are missing"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · begins with X · names "begin with layer 1"
def spreads(params, X):
    found = [np.sqrt(np.mean(X**2))]
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · ReLU behind the last layer · names "behind the last layer there is no ReLU"
def spreads(params, X):
    found, layers = [], len(params) // 2
    for k in range(1, layers + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        X = np.maximum(Z, 0)
        found.append(np.sqrt(np.mean((X if k == layers else Z) ** 2)))
    return found

#: wrong · counts from 0 · names "KeyError"
def spreads(params, X):
    found = []
    for k in range(len(params) // 2):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · rows for columns · names "ValueError"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = X @ params[f"W{k}"] + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · three layers only
def spreads(params, X):
    found = []
    for k in (1, 2, 3):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · nine layers at most · names "ninth layer"
def spreads(params, X):
    found = []
    for k in "123456789":
        if "W" + k in params:
            Z = params["W" + k] @ X + params["b" + k]
            found.append(np.sqrt(np.mean(Z**2)))
            X = np.maximum(Z, 0)
    return found

#: wrong · takes what it has used out of the dictionary · names "in place"
def spreads(params, X):
    found = []
    for k in range(1, len(params) // 2 + 1):
        Z = params.pop(f"W{k}") @ X + params.pop(f"b{k}")
        found.append(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)
    return found

#: wrong · the visible example
def spreads(params, X):
    return [3.5, 5, 11.5]

#: wrong · forgets to return · names "return"
def spreads(params, X):
    for k in range(1, len(params) // 2 + 1):
        Z = params[f"W{k}"] @ X + params[f"b{k}"]
        print(np.sqrt(np.mean(Z**2)))
        X = np.maximum(Z, 0)

#: wrong · ReLU on the input as well · names "not before the first"
def spreads(params, X):
    out = []
    for number in range(1, len(params) // 2 + 1):
        Z = params[f"W{number}"] @ np.maximum(X, 0) + params[f"b{number}"]
        out.append(np.sqrt(np.mean(Z**2)))
        X = Z
    return out

#: wrong · the last layer alone · names "last layer alone"
def spreads(params, X):
    for number in range(1, len(params) // 2 + 1):
        Z = params[f"W{number}"] @ X + params[f"b{number}"]
        X = np.maximum(Z, 0)
    return np.sqrt(np.mean(Z**2))

#: wrong · the samples averaged first · names "each unit's mean"
def spreads(params, X):
    out = []
    for number in range(1, len(params) // 2 + 1):
        Z = params[f"W{number}"] @ X + params[f"b{number}"]
        out.append(np.sqrt(np.mean(Z.mean(axis=1) ** 2)))
        X = np.maximum(Z, 0)
    return out
