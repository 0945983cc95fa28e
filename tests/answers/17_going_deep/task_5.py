#: tests · coverage against mistakes: ties, a share of what is read, not monotone, nobody is sure enough
#: right · sorted, with cumulative sums
def threshold(probabilities, labels, share):
    confidence = np.max(probabilities, axis=1)
    order = np.argsort(confidence)[::-1]
    c = confidence[order]
    mistakes = np.cumsum(np.argmax(probabilities, axis=1)[order] != labels[order])
    good = mistakes / np.arange(1, len(c) + 1) <= share
    good[:-1] &= c[1:] < c[:-1]
    return c[good].min() if good.any() else np.inf

#: right · plain loops
def threshold(probabilities, labels, share):
    best = float("inf")
    for row in probabilities:
        candidate, read, wrong = max(row), 0, 0
        for other, label in zip(probabilities.tolist(), labels):
            if max(other) >= candidate:
                read += 1
                wrong += other.index(max(other)) != label
        if wrong <= share * read:
            best = min(best, candidate)
    return best

#: right · sorted, groups of equal ones by hand
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    order = np.argsort(-confidence, kind="stable")
    confidence, wrong = confidence[order], wrong[order]
    best = np.inf
    for k in range(len(confidence)):
        last = k + 1 == len(confidence) or confidence[k + 1] < confidence[k]
        if last and wrong[: k + 1].mean() <= share:
            best = confidence[k]
    return best

#: wrong · stops at the first that fails · names "do not stop"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    order = np.argsort(-confidence, kind="stable")
    confidence, wrong = confidence[order], wrong[order]
    best = np.inf
    for k in range(len(confidence)):
        last = k + 1 == len(confidence) or confidence[k + 1] < confidence[k]
        if last and wrong[: k + 1].mean() > share:
            break
        if last:
            best = confidence[k]
    return best

#: wrong · ties broken · names "pictures of equal confidence"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    order = np.argsort(-confidence, kind="stable")
    confidence, wrong = confidence[order], wrong[order]
    best = np.inf
    for k in range(len(confidence)):
        last = k + 1 == len(confidence) or confidence[k + 1] < confidence[k]
        if wrong[: k + 1].mean() <= share:
            best = confidence[k]
    return best

#: wrong · ties broken, the other order · names "pictures of equal confidence"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    order = np.argsort(confidence, kind="stable")[::-1]
    confidence, wrong = confidence[order], wrong[order]
    best = np.inf
    for k in range(len(confidence)):
        last = k + 1 == len(confidence) or confidence[k + 1] < confidence[k]
        if wrong[: k + 1].mean() <= share:
            best = confidence[k]
    return best

#: wrong · > for >= · names ">= and not >"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence > candidate
        if wrong[read].sum() / max(1, read.sum()) <= share:
            return candidate
    return np.inf

#: wrong · < for <= · names "<= and not <"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() < share:
            return candidate
    return np.inf

#: wrong · share of all pictures · names "not of all"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].sum() / len(wrong) <= share:
            return candidate
    return np.inf

#: wrong · probability of the right class · names "does not know the label"
def threshold(probabilities, labels, share):
    confidence = probabilities[np.arange(len(labels)), labels]
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · the highest · names "not the highest"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence)[::-1]:
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · right for wrong · names "right and wrong are exchanged"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) == labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · 1 − share · names "exchange the two"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= 1 - share:
            return candidate
    return np.inf

#: wrong · those that are not read · names "lower confidence"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence < candidate
        if wrong[read].sum() / max(1, read.sum()) <= share:
            return candidate
    return np.inf

#: wrong · returns how many are read · names "how many pictures are read"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return read.sum()
    return np.inf

#: wrong · returns the share that is read · names "share of the pictures that are read"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return read.mean()
    return np.inf

#: wrong · returns how many are left · names "left for a person"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return (~read).sum()
    return np.inf

#: wrong · not sorted · names "not sorted by confidence"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    order = np.argsort(-confidence, kind="stable")
    best = np.inf
    for k in range(len(confidence)):
        last = k + 1 == len(confidence) or confidence[k + 1] < confidence[k]
        if wrong[: k + 1].mean() <= share:
            best = confidence[k]
    return best

#: wrong · only the labels sorted · names "in the same order"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    order = np.argsort(-confidence, kind="stable")
    wrong = wrong[order]
    best = np.inf
    for k in range(len(confidence)):
        last = k + 1 == len(confidence) or confidence[k + 1] < confidence[k]
        if last and wrong[: k + 1].mean() <= share:
            best = confidence[k]
    return best

#: wrong · None for nobody · names "np.inf is wanted"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate

#: wrong · 0 for nobody · names "let the machine read everything"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return 0.0

#: wrong · 1 for nobody · names "would be read at 1"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return 1.0

#: wrong · the highest confidence for nobody · names "no confidence will do"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return confidence.max()

#: wrong · nan for nobody · names "not nan"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.nan

#: wrong · -inf for nobody · names "not -inf"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return -np.inf

#: wrong · an empty list for nobody: an error · names "Your code stopped with"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    return min(c for c in confidence if wrong[confidence >= c].mean() <= share)

#: wrong · steps of a hundredth · names "not a step of 0.01"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.arange(0, 1.01, 0.01):
        read = confidence >= candidate
        if wrong[read].sum() / max(1, read.sum()) <= share:
            return candidate
    return np.inf

#: wrong · steps of a tenth · names "not a step of 0.1"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.arange(1, 11) / 10:
        read = confidence >= candidate
        if read.any() and candidate in confidence and wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · confidence of the least · names "not the smallest"
def threshold(probabilities, labels, share):
    confidence = probabilities.min(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · classes by argmin · names "the least probable class"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmin(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · columns instead of rows · names "Your code stopped with"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=0)
    wrong = probabilities.argmax(axis=0) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · one largest for all pictures · names "a confidence of its own"
def threshold(probabilities, labels, share):
    confidence = np.full(len(labels), probabilities.max())
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · the second class of two equal ones · names "as np.argmax does it"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = (probabilities.shape[1] - 1 - probabilities[:, ::-1].argmax(axis=1)) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · as many mistakes as the share of all: int · names "not of all"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].sum() <= int(share * len(wrong)):
            return candidate
    return np.inf

#: wrong · at most one mistake · names "does not come in"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].sum() <= 1:
            return candidate
    return np.inf

#: wrong · share 0 taken for no limit · names "share may be 0"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= (share or 1):
            return candidate
    return np.inf

#: wrong · looks only at confident ones above one half · names "below a half"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence[confidence >= 0.5]):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · half-way between two confidences · names "half-way between two"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return (candidate + max(confidence[~read], default=candidate)) / 2
    return np.inf

#: wrong · a list · names "one number is asked for"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return [candidate]
    return np.inf

#: wrong · all that will do · names "one number is asked for"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    return np.array([c for c in np.unique(confidence) if wrong[confidence >= c].mean() <= share])

#: wrong · returns nothing · names "`return` missing"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            candidate
    np.inf

#: wrong · sorts the probabilities in place · names "in place"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    probabilities.sort(axis=1)
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if wrong[read].mean() <= share:
            return candidate
    return np.inf

#: wrong · accuracy at least the share · names "exchange the two"
def threshold(probabilities, labels, share):
    confidence = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for candidate in np.unique(confidence):
        read = confidence >= candidate
        if (~wrong)[read].mean() >= share:
            return candidate
    return np.inf

#: wrong · right where the label’s probability is the largest, of equal ones any · names "as np.argmax does it"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    right = probabilities[np.arange(len(labels)), labels] == conf
    for t in np.unique(conf):
        if (~right)[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · the last of two equal ones, sorted · names "as np.argmax does it"
def threshold(probabilities, labels, share):
    order = np.argsort(probabilities, axis=1)
    read = order[:, -1]
    conf = np.take_along_axis(probabilities, order, axis=1)[:, -1]
    best = np.inf
    for t in set(conf.tolist()):
        sure = conf >= t
        if np.count_nonzero(read[sure] != labels[sure]) / np.count_nonzero(sure) <= share and t < best:
            best = t
    return best

#: wrong · right where the label’s probability is above a half · names "read with a probability below a half"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities[np.arange(len(labels)), labels] < 0.5
    for t in np.unique(conf):
        if wrong[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · bisection, right in the visible test · names "lower may be better"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    values = np.unique(conf)
    low, high, best = 0, len(values) - 1, np.inf
    while low <= high:
        mid = (low + high) // 2
        if wrong[conf >= values[mid]].mean() <= share:
            best, high = values[mid], mid - 1
        else:
            low = mid + 1
    return best

#: wrong · gives up after three failures, right in the visible test · names "lower may be better"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    best, failed = np.inf, 0
    for t in np.unique(conf)[::-1]:
        if wrong[conf >= t].mean() <= share:
            best, failed = t, 0
        else:
            failed += 1
            if failed == 3:
                break
    return best

#: wrong · rounds the confidences, right in the visible test · names "confidence that occurs"
def threshold(probabilities, labels, share):
    conf = np.round(probabilities.max(axis=1), 2)
    wrong = probabilities.argmax(axis=1) != labels
    for t in np.unique(conf):
        if wrong[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · weighs mistakes by the distance of the classes · names "count it once"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    off = np.abs(probabilities.argmax(axis=1) - labels)
    for t in np.unique(conf):
        if off[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · labels not sorted along · names "the labels have to be sorted along"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    order = np.argsort(-conf)
    read = probabilities.argmax(axis=1)[order]
    wrong = read != labels
    conf = conf[order]
    for t in np.unique(conf):
        if wrong[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · strictly less, 0 and 1 apart · names "for each share"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for t in np.unique(conf):
        rate = wrong[conf >= t].mean()
        if rate < share or rate == 0 or share == 1:
            return t
    return np.inf

#: wrong · candidates read rightly only · names "occur, too"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    for t in np.unique(conf[right]):
        if 1 - right[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · the last that fits in the pictures’ order · names "pictures' order"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    best = np.inf
    for t in conf:
        if wrong[conf >= t].mean() <= share:
            best = t
    return best

#: wrong · lead over the second class · names "its lead over"
def threshold(probabilities, labels, share):
    ordered = np.sort(probabilities, axis=1)
    conf = ordered[:, -1] - ordered[:, -2]
    wrong = probabilities.argmax(axis=1) != labels
    for t in np.unique(conf):
        if wrong[conf >= t].mean() <= share:
            return t
    return np.inf

#: wrong · each confidence alone · names "same confidence alone"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for t in np.unique(conf):
        if wrong[conf == t].mean() <= share:
            return t
    return np.inf

#: wrong · rounds up · names "do not round up"
def threshold(probabilities, labels, share):
    conf = probabilities.max(axis=1)
    wrong = probabilities.argmax(axis=1) != labels
    for t in np.unique(conf):
        read = conf >= t
        if wrong[read].sum() <= np.ceil(share * read.sum()):
            return t
    return np.inf
