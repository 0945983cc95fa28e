#: tests · recall and precision for each class; argmax; classes that are never shown or never read are nan, not 0

#: right · a confusion matrix and its sums
def found_and_trusted(scores, t):
    kinds = scores.shape[1]
    counts = np.zeros((kinds, kinds))
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts) / counts.sum(axis=1), np.diag(counts) / counts.sum(axis=0)

#: right · means of masks
def found_and_trusted(scores, t):
    read = np.argmax(scores, 1)
    right = read == t
    return ([right[t == k].mean() if np.any(t == k) else float("nan") for k in range(scores.shape[1])],
            [right[read == k].mean() if np.any(read == k) else float("nan") for k in range(scores.shape[1])])

#: right · one-hot rows, in one array
def found_and_trusted(scores, t):
    eye = np.eye(scores.shape[1])
    shown, named = eye[t], eye[scores.argmax(axis=1)]
    both = (shown * named).sum(axis=0)
    return np.array([both / shown.sum(axis=0), both / named.sum(axis=0)])

#: right · bincount and pairs
def found_and_trusted(scores, t):
    kinds, read = scores.shape[1], [list(row).index(max(row)) for row in scores]
    counts = np.bincount(t * kinds + np.array(read), minlength=kinds**2).reshape(kinds, kinds)
    with np.errstate(invalid="ignore"):
        return counts.diagonal() / counts.sum(1), counts.diagonal() / counts.sum(0)

#: wrong · exchanged · names "that is trusted"
def found_and_trusted(scores, t):
    kinds = scores.shape[1]
    counts = np.zeros((kinds, kinds))
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts) / counts.sum(axis=0), np.diag(counts) / counts.sum(axis=1)

#: wrong · found twice · names "found once more"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts) / counts.sum(axis=1), np.diag(counts) / counts.sum(axis=1)

#: wrong · a pair counts only once · names "only once"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    counts[t, scores.argmax(axis=1)] += 1
    return np.diag(counts) / counts.sum(axis=1), np.diag(counts) / counts.sum(axis=0)

#: wrong · a pair counts only once, 0 for nothing · names "only once"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    counts[t, scores.argmax(axis=1)] += 1
    return np.diag(counts) / np.maximum(counts.sum(axis=1), 1), np.diag(counts) / np.maximum(counts.sum(axis=0), 1)

#: wrong · 0 for nothing · names "gets 0"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.nan_to_num(np.diag(counts) / counts.sum(axis=1)), np.nan_to_num(np.diag(counts) / counts.sum(axis=0))

#: wrong · a guard · names "gets 0"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts) / (counts.sum(axis=1) + 1e-9), np.diag(counts) / (counts.sum(axis=0) + 1e-9)

#: wrong · 0 for a kind never read · names "a kind that was never read gets 0"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts) / counts.sum(axis=1), np.diag(counts) / np.maximum(counts.sum(axis=0), 1)

#: wrong · nan where nothing shows it, in both · names "not to the one that nothing shows"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    found, trusted = np.diag(counts) / counts.sum(axis=1), np.diag(counts) / np.maximum(counts.sum(axis=0), 1)
    trusted[np.isnan(found)] = np.nan
    return found, trusted

#: wrong · absent kinds left out · names "left out"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    return [np.mean(read[t == k] == k) for k in np.unique(t)], [np.mean(t[read == k] == k) for k in np.unique(read)]

#: wrong · absent kinds left out in trusted only · names "never read is left out"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    return [np.mean(read[t == k] == k) for k in range(scores.shape[1])], [np.mean(t[read == k] == k) for k in np.unique(read)]

#: wrong · the number of kinds from the labels · names "take it from the scores"
def found_and_trusted(scores, t):
    read, kinds = scores.argmax(axis=1), t.max() + 1
    return [np.mean(read[t == k] == k) for k in range(kinds)], [np.mean(t[read == k] == k) for k in range(kinds)]

#: wrong · five kinds built in · names "five kinds"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    return [np.mean(read[t == k] == k) for k in range(5)], [np.mean(t[read == k] == k) for k in range(5)]

#: wrong · shares of all photographs · names "not by how many there are"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts) / len(t), np.diag(counts) / len(t)

#: wrong · counts · names "those are counts"
def found_and_trusted(scores, t):
    counts = np.zeros((scores.shape[1],) * 2)
    np.add.at(counts, (t, scores.argmax(axis=1)), 1)
    return np.diag(counts), np.diag(counts)

#: wrong · a yes-no accuracy for each kind · names "count as right"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    shares = [np.mean((read == k) == (t == k)) for k in range(scores.shape[1])]
    return shares, shares

#: wrong · the accuracy alone · names "accuracy of all kinds"
def found_and_trusted(scores, t):
    share = np.mean(scores.argmax(axis=1) == t)
    return share, share

#: wrong · the shares that were missed · names "missed"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    return ([np.mean(read[t == k] != k) for k in range(scores.shape[1])], [np.mean(t[read == k] != k) for k in range(scores.shape[1])])

#: wrong · the shares of wrong answers in trusted · names "shares that were wrong"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    return ([np.mean(read[t == k] == k) for k in range(scores.shape[1])], [np.mean(t[read == k] != k) for k in range(scores.shape[1])])

#: wrong · argmax over the samples
def found_and_trusted(scores, t):
    read = scores.argmax(axis=0)
    return ([np.mean(read[t == k] == k) for k in range(scores.shape[1])], [np.mean(t[read == k] == k) for k in range(scores.shape[1])])

#: wrong · found alone · names "two are asked for"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    return np.array([np.mean(read[t == k] == k) for k in range(scores.shape[1])])

#: wrong · the visible example built in
def found_and_trusted(scores, t):
    if len(t) == 2:
        return [0, 1, np.nan, np.nan], [np.nan, 0.5, np.nan, np.nan]
    return [0.25, 0, 0.6, np.nan, 0.5], [0.5, np.nan, 3 / 7, 0, 1 / 3]

#: wrong · no return · names "return"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    found = [np.mean(read[t == k] == k) for k in range(scores.shape[1])]

#: wrong · nan in both where one of the two is not measured · names "kind 1 is shown"
def found_and_trusted(scores, t):
    read, found, trusted = scores.argmax(axis=1), [], []
    for k in range(scores.shape[1]):
        both, shown, said = np.sum((read == k) & (t == k)), np.sum(t == k), np.sum(read == k)
        found.append(both / shown if shown and said else np.nan)
        trusted.append(both / said if shown and said else np.nan)
    return np.array(found), np.array(trusted)

#: wrong · nan in trusted where nothing shows the kind · names "kind 3 was read"
def found_and_trusted(scores, t):
    read, found, trusted = scores.argmax(axis=1), [], []
    for k in range(scores.shape[1]):
        both, shown, said = np.sum((read == k) & (t == k)), np.sum(t == k), np.sum(read == k)
        found.append(both / shown if shown else np.nan)
        trusted.append(both / said if shown and said else np.nan)
    return np.array(found), np.array(trusted)

#: wrong · bincount without minlength · names "take it from the scores"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    both = np.bincount(t[read == t])
    return both / np.bincount(t), both / np.bincount(read)

#: wrong · only probabilities above a half count as read · names "even if its probability"
def found_and_trusted(scores, t):
    y = np.exp(scores - scores.max(axis=1, keepdims=True))
    y /= y.sum(axis=1, keepdims=True)
    K = scores.shape[1]
    found, trusted = np.full(K, np.nan), np.full(K, np.nan)
    for k in range(K):
        read = y[:, k] > 0.5
        both = np.sum(read & (t == k))
        if np.any(t == k):
            found[k] = both / np.sum(t == k)
        if np.any(read):
            trusted[k] = both / np.sum(read)
    return found, trusted

#: wrong · the search for the largest score starts at 0 · names "may all be below 0"
def found_and_trusted(scores, t):
    K = scores.shape[1]
    read = []
    for row in scores:
        best, where = 0, 0
        for k in range(K):
            if row[k] > best:
                best, where = row[k], k
        read.append(where)
    read = np.array(read)
    found, trusted = np.full(K, np.nan), np.full(K, np.nan)
    for k in range(K):
        both = np.sum((read == k) & (t == k))
        if np.any(t == k):
            found[k] = both / np.sum(t == k)
        if np.any(read == k):
            trusted[k] = both / np.sum(read == k)
    return found, trusted

#: wrong · nan only where a kind is neither shown nor read · names "gets 0"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    K = scores.shape[1]
    found, trusted = np.full(K, np.nan), np.full(K, np.nan)
    for k in range(K):
        both = np.sum((read == k) & (t == k))
        if np.any(t == k) or np.any(read == k):
            found[k] = both / max(np.sum(t == k), 1)
            trusted[k] = both / max(np.sum(read == k), 1)
    return found, trusted

#: wrong · None for nan · names "made of numbers"
def found_and_trusted(scores, t):
    read = scores.argmax(axis=1)
    found, trusted = [], []
    for k in range(scores.shape[1]):
        both = int(np.sum((read == k) & (t == k)))
        found.append(both / int(np.sum(t == k)) if np.any(t == k) else None)
        trusted.append(both / int(np.sum(read == k)) if np.any(read == k) else None)
    return found, trusted
