#: right · row by row
def room(X, t, w, b):
    smallest = None
    for row, target in zip(X, t):
        total = sum(wi * xi for wi, xi in zip(w, row)) + b
        if (1 if total > 0 else 0) != target:
            return 0.0
        distance = abs(total) / sum(wi * wi for wi in w) ** 0.5
        smallest = distance if smallest is None else min(smallest, distance)
    return smallest

#: right · signs instead of a check
def room(X, t, w, b):
    signed = (2 * t - 1) * (X @ w + b) / np.linalg.norm(w)
    return max(signed.min(), 0.0)

#: wrong · not divided by the length · names "divide by the length"
def room(X, t, w, b):
    s = X @ w + b
    return np.min(np.abs(s)) if np.all(step(s) == t) else 0.0

#: wrong · largest · names "largest distance"
def room(X, t, w, b):
    s = X @ w + b
    return np.max(np.abs(s)) / np.linalg.norm(w) if np.all(step(s) == t) else 0.0

#: wrong · mean · names "mean distance"
def room(X, t, w, b):
    s = X @ w + b
    return np.mean(np.abs(s)) / np.linalg.norm(w) if np.all(step(s) == t) else 0.0

#: wrong · without the size · names "take the size"
def room(X, t, w, b):
    s = X @ w + b
    return np.min(s) / np.linalg.norm(w) if np.all(step(s) == t) else 0.0

#: wrong · no square root · names "square root"
def room(X, t, w, b):
    s = X @ w + b
    return np.min(np.abs(s)) / np.sum(w**2) if np.all(step(s) == t) else 0.0

#: wrong · sum of the weights as length · names "adds the squares"
def room(X, t, w, b):
    s = X @ w + b
    return np.min(np.abs(s)) / np.sum(np.abs(w)) if np.all(step(s) == t) else 0.0

#: wrong · without the bias · names "bias belongs"
def room(X, t, w, b):
    s = X @ w
    return np.min(np.abs(s)) / np.linalg.norm(w) if np.all(step(s + b) == t) else 0.0

#: wrong · the bias in the length · names "no part of the length"
def room(X, t, w, b):
    s = X @ w + b
    return np.min(np.abs(s)) / np.sqrt(np.sum(w**2) + b**2) if np.all(step(s) == t) else 0.0

#: wrong · never looks at the targets · names "gets a target wrong"
def room(X, t, w, b):
    return np.min(np.abs(X @ w + b)) / np.linalg.norm(w)

#: wrong · 0 only if all are wrong · names "gets a target wrong"
def room(X, t, w, b):
    s = X @ w + b
    return np.min(np.abs(s)) / np.linalg.norm(w) if np.any(step(s) == t) else 0.0

#: wrong · for two inputs only
def room(X, t, w, b):
    s = X[:, 0] * w[0] + X[:, 1] * w[1] + b
    return np.min(np.abs(s)) / np.hypot(w[0], w[1]) if np.all(step(s) == t) else 0.0

#: wrong · turns X into columns
def room(X, t, w, b):
    s = w @ X.T[:2] + b
    return np.min(np.abs(s)) / np.linalg.norm(w) if np.all(step(s) == t) else 0.0

#: wrong · counts it as right unless every target is missed · names "compare the answers with t"
def room(X, t, w, b):
    sums = X @ w + b
    if np.all(step(sums) != t):
        return 0.0
    return np.min(np.abs(sums)) / np.sqrt(w @ w)
