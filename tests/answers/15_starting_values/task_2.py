#: tests · symmetry: hidden units that are equal in what comes in, in the bias and in what goes out stay equal

#: right · the rows of a table
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(np.unique(units, axis=0))

#: right · a set of tuples
def different_units(W1, b1, W2):
    seen = set()
    for j in range(len(b1)):
        seen.add((*W1[:, j].tolist(), float(b1[j]), *W2[j].tolist()))
    return len(seen)

#: right · each with all before it, as an array of one number
def different_units(W1, b1, W2):
    count = np.array(0)
    for j in range(W1.shape[1]):
        def twins(i):
            return np.all(W1[:, i] == W1[:, j]) and b1[i] == b1[j] and np.all(W2[i] == W2[j])
        count = count + (not any(twins(i) for i in range(j)))
    return count

#: right · sorted, and the jumps counted
def different_units(W1, b1, W2):
    keys = np.concatenate([W1, b1.reshape(1, -1), W2.T])
    keys = keys[:, np.lexsort(keys)]
    return 1 + np.count_nonzero(np.any(np.diff(keys, axis=1) != 0, axis=0))

#: right · a label for each part
def different_units(W1, b1, W2):
    _, i = np.unique(W1, axis=1, return_inverse=True)
    _, j = np.unique(b1, return_inverse=True)
    _, k = np.unique(W2, axis=0, return_inverse=True)
    labels = np.stack([i.ravel(), j.ravel(), k.ravel()], axis=1)
    return np.float64(len(np.unique(labels, axis=0)))

#: wrong · what comes in only · names "the first step parts them"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1])
    return len(np.unique(units, axis=0))

#: wrong · W1 only · names "only W1 was looked at"
def different_units(W1, b1, W2):
    units = W1.T
    return len(np.unique(units, axis=0))

#: wrong · W1 only, as the lesson counts · names "only W1 was looked at"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(np.unique(W1.round(4), axis=1).T)

#: wrong · what goes out only · names "only in what comes in"
def different_units(W1, b1, W2):
    units = W2
    return len(np.unique(units, axis=0))

#: wrong · without the bias · names "the bias belongs"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, W2])
    return len(np.unique(units, axis=0))

#: wrong · equal on one side is enough · names "equal on both sides"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return min(len(np.unique(np.column_stack([W1.T, b1]), axis=0)), len(np.unique(W2, axis=0)))

#: wrong · both sides counted apart · names "counted apart"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(np.unique(np.column_stack([W1.T, b1]), axis=0)) + len(np.unique(W2, axis=0))

#: wrong · the copies · names "how many are copies"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(b1) - len(np.unique(units, axis=0))

#: wrong · units without a twin · names "left out altogether"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return np.sum(np.unique(units, axis=0, return_counts=True)[1] == 1)

#: wrong · sets of twins · names "sets of twins there are"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return np.sum(np.unique(units, axis=0, return_counts=True)[1] > 1)

#: wrong · neighbours only · names "side by side"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return 1 + sum(np.any(units[i] != units[i - 1]) for i in range(1, len(units)))

#: wrong · equal sums · names "equal sums do not"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.sum(axis=0) + b1, W2.sum(axis=1)])
    return len(np.unique(units, axis=0))

#: wrong · numbers sorted · names "order of the numbers counts"
def different_units(W1, b1, W2):
    units = np.column_stack([np.sort(W1.T, axis=1), b1, np.sort(W2, axis=1)])
    return len(np.unique(units, axis=0))

#: wrong · rounded · names "nothing is rounded"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2]).round(6)
    return len(np.unique(units, axis=0))

#: wrong · within a tolerance · names "nothing is rounded"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return sum(not any(np.allclose(units[i], units[j]) for i in range(j)) for j in range(len(units)))

#: wrong · rows for columns · names "the other way"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(np.unique(W1, axis=0)) + len(np.unique(W2, axis=1).T)

#: wrong · all units · names "that is M"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(units)

#: wrong · copies of the first only · names "copies of the first"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(units) - np.sum(np.all(units == units[0], axis=1)) + 1

#: wrong · the rank · names "that is the rank"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return np.linalg.matrix_rank(units)

#: wrong · different numbers · names "different numbers were counted"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(np.unique(units))

#: wrong · without axis, a table back · names "One number is asked for"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return np.unique(units, axis=0)

#: wrong · W1 not transposed · names "must match"
def different_units(W1, b1, W2):
    units = np.column_stack([W1, b1, W2])
    return len(np.unique(units, axis=0))

#: wrong · compares whole arrays · names "truth value"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    different = []
    for unit in units:
        if unit not in units[:0] and not any(unit == other for other in different):
            different.append(unit)
    return len(different)

#: wrong · a set of arrays · names "unhashable"
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2])
    return len(set(units))

#: wrong · signs dropped
def different_units(W1, b1, W2):
    units = np.abs(np.column_stack([W1.T, b1, W2]))
    return len(np.unique(units, axis=0))

#: wrong · the first column of W2 only
def different_units(W1, b1, W2):
    units = np.column_stack([W1.T, b1, W2[:, 0]])
    return len(np.unique(units, axis=0))

#: wrong · in place · names "changed its argument"
def different_units(W1, b1, W2):
    W1[:] = np.round(W1, 14)
    W1 += 0.5
    units = np.column_stack([W1.T, b1, W2])
    return len(np.unique(units, axis=0))

#: wrong · products of in and out
def different_units(W1, b1, W2):
    units = (W1[:, None, :] * W2.T[None, :, :]).reshape(-1, len(b1)).T
    return len(np.unique(units, axis=0))

#: wrong · rounded to twelve digits, right in the visible test · names "differ by 1e-20"
def different_units(W1, b1, W2):
    units = np.hstack([W1.T, b1[:, None], W2])
    return len(np.unique(units.round(12), axis=0))

#: wrong · a tiny tolerance, right in the visible test · names "differ by 1e-20"
def different_units(W1, b1, W2):
    units = np.hstack([W1.T, b1[:, None], W2])
    same = np.isclose(units[:, None], units[None], rtol=0, atol=1e-12).all(axis=2)
    return int(np.sum(~np.tril(same, -1).any(axis=1)))

#: wrong · a random fingerprint, right in the visible test · names "differ by 1e-20"
def different_units(W1, b1, W2):
    units = np.hstack([W1.T, b1[:, None], W2])
    probe = np.random.default_rng(0).random(units.shape[1])
    return len(np.unique(units @ probe))

#: wrong · compares bytes, right in the visible test · names "−0.0 and 0.0"
def different_units(W1, b1, W2):
    return len({W1[:, j].tobytes() + b1[j].tobytes() + W2[j].tobytes() for j in range(len(b1))})

#: wrong · numbers glued together, right in the visible test · names "can give the same text"
def different_units(W1, b1, W2):
    return len({"".join(str(float(v)) for v in (*W1[:, j], b1[j], *W2[j])) for j in range(len(b1))})

#: wrong · mirror images, right in the visible test · names "all signs turned"
def different_units(W1, b1, W2):
    units = np.hstack([W1.T, b1[:, None], W2])
    seen = []
    for u in units:
        if not any(np.array_equal(u, v) or np.array_equal(-u, v) for v in seen):
            seen.append(u)
    return len(seen)

#: wrong · units without an output, right in the visible test · names "nothing goes out of it yet"
def different_units(W1, b1, W2):
    alive = W2.any(axis=1)
    return max(1, len(np.unique(np.vstack([W1, b1, W2.T])[:, alive], axis=1).T))

#: wrong · paths as products, right in the visible test · names "products of what comes in"
def different_units(W1, b1, W2):
    paths = np.einsum("dm,mk->mdk", np.vstack([W1, b1]), W2).reshape(len(b1), -1)
    return len(np.unique(paths, axis=0))

#: wrong · scaled to length 1 · names "nothing is scaled"
def different_units(W1, b1, W2):
    W = W1 / np.maximum(np.linalg.norm(W1, axis=0), 1e-12)
    return len(np.unique(np.vstack([W, b1, W2.T]), axis=1).T)

#: wrong · float32 · names "nothing is rounded"
def different_units(W1, b1, W2):
    return len(np.unique(np.vstack([W1, b1, W2.T]).astype(np.float32), axis=1).T)

#: wrong · each line sorted by itself · names "parted them"
def different_units(W1, b1, W2):
    table = np.sort(np.vstack([W1, b1, W2.T]), axis=1)
    return 1 + np.sum(np.any(table[:, 1:] != table[:, :-1], axis=0))

#: wrong · sorted by one number · names "sorted by one number"
def different_units(W1, b1, W2):
    table = np.vstack([W1, b1, W2.T])
    table = table[:, np.argsort(table[0], kind="stable")]
    return 1 + np.sum(np.any(table[:, 1:] != table[:, :-1], axis=0))

#: wrong · pairs taken off · names "two of them are copies"
def different_units(W1, b1, W2):
    units = np.hstack([W1.T, b1[:, None], W2])
    M, pairs = len(units), 0
    for i in range(M):
        for j in range(i):
            pairs += np.array_equal(units[i], units[j])
    return M - pairs

#: wrong · reshape for the transpose · names "W1 has to be transposed"
def different_units(W1, b1, W2):
    M = len(b1)
    return len(np.unique(np.hstack([W1.reshape(M, -1), b1.reshape(M, -1), W2]), axis=0))

#: wrong · rows of W1 · names "its rows were counted"
def different_units(W1, b1, W2):
    return len(set(tuple(row) for row in W1))

#: wrong · the larger side · names "larger count was taken"
def different_units(W1, b1, W2):
    a = len(np.unique(np.vstack([W1, b1]), axis=1).T)
    return max(a, len(np.unique(W2, axis=0)))

#: wrong · sums of fractions, cut · names "a sum of fractions"
def different_units(W1, b1, W2):
    units = np.hstack([W1.T, b1[:, None], W2])
    same = (units[:, None] == units[None]).all(axis=2)
    return int(sum(1 / same.sum(axis=1)))
