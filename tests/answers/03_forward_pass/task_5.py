#: tests · a masked softmax, row by row: -inf, the largest legal score, rows with nothing legal
#: right · position by position
def legal_softmax(scores, legal):
    result = np.zeros(scores.shape)
    for n in range(len(scores)):
        if legal[n].any():
            powers = np.exp(scores[n, legal[n]] - scores[n, legal[n]].max())
            result[n, legal[n]] = powers / powers.sum()
    return result

#: right · the ready-made softmax, nan put right
def legal_softmax(scores, legal):
    return np.nan_to_num(functions.softmax(np.where(legal, scores, -np.inf)))

#: right · a very low number, and zeros at the end
def legal_softmax(scores, legal):
    return functions.softmax(np.where(legal, scores, -1e9)) * legal

#: right · scalars only, lists
def legal_softmax(scores, legal):
    import math
    rows = []
    for row, may in zip(scores, legal):
        best = max([float(s) for s, m in zip(row, may) if m], default=0.0)
        powers = [math.exp(float(s) - best) if m else 0.0 for s, m in zip(row, may)]
        rows.append([p / (sum(powers) or 1.0) for p in powers])
    return rows

#: wrong · the mask is ignored · names "the illegal moves take part"
def legal_softmax(scores, legal):
    return functions.softmax(scores)

#: wrong · zeroed after softmax · names "what they had is lost"
def legal_softmax(scores, legal):
    return functions.softmax(scores) * legal

#: wrong · a score of 0 for illegal ones · names "its power is 1"
def legal_softmax(scores, legal):
    return functions.softmax(scores * legal)

#: wrong · a score of 0, zeroed at the end · names "taken from the others"
def legal_softmax(scores, legal):
    return functions.softmax(scores * legal) * legal

#: wrong · one sum for all · names "all positions together make 1"
def legal_softmax(scores, legal):
    powers = np.exp(scores - scores.max()) * legal
    return powers / powers.sum()

#: wrong · over the positions · names "the positions share 1"
def legal_softmax(scores, legal):
    powers = np.exp(scores) * legal
    return powers / powers.sum(axis=0)

#: wrong · legal and illegal exchanged · names "exchanged"
def legal_softmax(scores, legal):
    return functions.softmax(np.where(legal, -np.inf, scores))

#: wrong · powers only · names "not divided by their sum"
def legal_softmax(scores, legal):
    return np.exp(scores) * legal

#: wrong · shifted powers only · names "which is not 1"
def legal_softmax(scores, legal):
    masked = np.where(legal, scores, -np.inf)
    return np.exp(masked - masked.max(axis=1, keepdims=True))

#: wrong · nothing subtracted · names "exp overflows"
def legal_softmax(scores, legal):
    powers = np.exp(scores) * legal
    return powers / powers.sum(axis=1, keepdims=True)

#: wrong · the largest of all moves is subtracted · names "largest of the legal scores"
def legal_softmax(scores, legal):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) * legal
    return powers / powers.sum(axis=1, keepdims=True)

#: wrong · the same, nan hidden · names "largest of the legal scores"
def legal_softmax(scores, legal):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) * legal
    return np.nan_to_num(powers / powers.sum(axis=1, keepdims=True))

#: wrong · shared anew after softmax · names "largest of the legal scores"
def legal_softmax(scores, legal):
    y = functions.softmax(scores) * legal
    total = y.sum(axis=1, keepdims=True)
    return y / np.where(total > 0, total, 1)

#: wrong · positions without a legal move · names "without a legal move should give zeros"
def legal_softmax(scores, legal):
    return functions.softmax(np.where(legal, scores, -np.inf))

#: wrong · positions without a legal move share all the same · names "illegal moves share 1"
def legal_softmax(scores, legal):
    return functions.softmax(np.where(legal, scores, -1e9))

#: wrong · -100 is not low enough · names "not low enough"
def legal_softmax(scores, legal):
    return functions.softmax(np.where(legal, scores, -100.0)) * legal.any(axis=1, keepdims=True)

#: wrong · the largest legal score of the whole batch · names "each position needs its own"
def legal_softmax(scores, legal):
    masked = np.where(legal, scores, -np.inf)
    powers = np.exp(masked - masked.max())
    total = powers.sum(axis=1, keepdims=True)
    return powers / np.where(total > 0, total, 1)

#: wrong · makes the powers in an array of integers · names "cannot hold fractions"
def legal_softmax(scores, legal):
    powers = np.zeros_like(scores)
    for n in range(len(scores)):
        if legal[n].any():
            powers[n, legal[n]] = np.exp(scores[n, legal[n]] - scores[n, legal[n]].max())
    total = powers.sum(axis=1, keepdims=True)
    return powers / np.where(total > 0, total, 1)

#: wrong · writes -inf into the caller's scores · names "in place"
def legal_softmax(scores, legal):
    scores[~legal] = -np.inf
    return np.nan_to_num(functions.softmax(scores))

#: wrong · writes -inf into a copy of whole numbers · names "float infinity"
def legal_softmax(scores, legal):
    masked = scores.copy()
    masked[~legal] = -np.inf
    return np.nan_to_num(functions.softmax(masked))

#: wrong · forgets keepdims: silent where there are as many positions as moves · names "could not be broadcast"
def legal_softmax(scores, legal):
    powers = np.exp(np.where(legal, scores, -np.inf))
    return powers / powers.sum(axis=1)

#: wrong · the legal ones share evenly
def legal_softmax(scores, legal):
    return legal / np.maximum(legal.sum(axis=1, keepdims=True), 1)

#: wrong · drops the illegal ones · names "It has shape"
def legal_softmax(scores, legal):
    powers = np.exp(scores[legal] - scores[legal].max())
    return powers / powers.sum()

#: wrong · only the largest legal move
def legal_softmax(scores, legal):
    masked = np.where(legal, scores, -np.inf)
    return ((masked == masked.max(axis=1, keepdims=True)) & legal).astype(float)

#: wrong · the visible example
def legal_softmax(scores, legal):
    return np.array([[0.1, 0, 0.5, 0.4], [0, 0.4, 0.6, 0]])

#: wrong · skips positions without a legal move · names "It has shape"
def legal_softmax(scores, legal):
    some = legal.any(axis=1)
    return functions.softmax(np.where(legal, scores, -np.inf)[some])

#: wrong · no return · names "return"
def legal_softmax(scores, legal):
    np.nan_to_num(functions.softmax(np.where(legal, scores, -np.inf)))

#: wrong · a tiny number in the sum · names "a tiny number"
def legal_softmax(scores, legal):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) * legal
    return powers / (powers.sum(axis=1, keepdims=True) + 1e-7)

#: wrong · an array with the type of the scores · names "was cut off"
def legal_softmax(scores, legal):
    answer = np.zeros_like(scores)
    for i in range(len(scores)):
        if legal[i].any():
            powers = np.exp(scores[i, legal[i]] - scores[i, legal[i]].max())
            answer[i, legal[i]] = powers / powers.sum()
    return answer

#: wrong · illegal ones overflow and 0 times inf · names "0 times inf"
def legal_softmax(scores, legal):
    m = np.where(legal, scores, -np.inf).max(axis=1, keepdims=True)
    m = np.where(np.isfinite(m), m, 0)
    e = np.exp(scores - m) * legal
    s = e.sum(axis=1, keepdims=True)
    return e / np.where(s == 0, 1, s)

#: wrong · the largest of (scores times legal): 0 if all legal scores are below · names "scores * legal"
def legal_softmax(scores, legal):
    m = (scores * legal).max(axis=1, keepdims=True)
    e = np.where(legal, np.exp(np.where(legal, scores - m, 0)), 0)
    s = e.sum(axis=1, keepdims=True)
    return e / np.where(s == 0, 1, s)

#: wrong · a row with one legal move gets no 1 (returns 0 unless two) · names "single legal"
def legal_softmax(scores, legal):
    P = np.zeros(scores.shape)
    for n in range(len(scores)):
        ok = np.flatnonzero(legal[n])
        if len(ok) > 1:
            e = np.exp(scores[n, ok] - scores[n, ok].max())
            P[n, ok] = e / e.sum()
    return P

#: wrong · zero scores taken as illegal · names "legal move of score 0"
def legal_softmax(scores, legal):
    a = scores * legal
    a = np.where(a == 0, -np.inf, a)
    m = a.max(axis=1, keepdims=True)
    m = np.where(np.isfinite(m), m, 0)
    e = np.exp(a - m)
    s = e.sum(axis=1, keepdims=True)
    return e / np.where(s == 0, 1, s)

#: wrong · illegal never: the smallest score minus 10
def legal_softmax(scores, legal):
    a = np.where(legal, scores, scores.min() - 10)
    p = functions.softmax(a)
    return p * legal.any(axis=1, keepdims=True)
