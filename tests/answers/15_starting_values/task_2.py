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
