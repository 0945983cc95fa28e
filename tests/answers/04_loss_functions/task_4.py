#: tests · cross-entropy with class weights: nats, the weight of each sample's class, the weighted mean
#: right · sample by sample
def weighted_loss(y, t, weights):
    total, count = 0.0, 0.0
    for row, label in zip(y, t):
        total -= weights[label] * np.log(row[label])
        count += weights[label]
    return total / count

#: right · with one-hot rows
def weighted_loss(y, t, weights):
    rows = np.eye(y.shape[1])[t]
    own = rows @ weights
    return -np.sum(rows * weights * np.log(y)) / np.sum(own)

#: right · np.average
def weighted_loss(y, t, weights):
    return np.average(-np.log2(y[np.arange(len(y)), t]) * np.log(2), weights=weights[t])

#: wrong · the code as given · names "what the code above gives"
def weighted_loss(y, t, weights):
    right = y[np.arange(len(y)), t]
    losses = -np.log2(right)
    return np.mean(weights * losses)

#: wrong · only the unit is mended · names "the weight of its own class"
def weighted_loss(y, t, weights):
    right = y[np.arange(len(y)), t]
    losses = -np.log(right)
    return np.mean(weights * losses)

#: wrong · the unit is left · names "that is in bits"
def weighted_loss(y, t, weights):
    losses = -np.log2(y[np.arange(len(y)), t])
    return np.sum(weights[t] * losses) / np.sum(weights[t])

#: wrong · the divisor is left · names "divided by the number of samples"
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    return np.mean(weights[t] * losses)

#: wrong · unit and divisor are left · names "in bits, and divided by the number of samples"
def weighted_loss(y, t, weights):
    losses = -np.log2(y[np.arange(len(y)), t])
    return np.mean(weights[t] * losses)

#: wrong · the weights meet the wrong samples · names "the weight of its own class"
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    return np.sum(weights * losses) / np.sum(weights[t])

#: wrong · the weights meet the wrong samples, divided by all weights · names "the weight of its own class"
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    return np.sum(weights * losses) / np.sum(weights)

#: wrong · divides by the weights of all classes · names "not by those of all classes"
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    return np.sum(weights[t] * losses) / np.sum(weights)

#: wrong · the sum · names "that is a sum"
def weighted_loss(y, t, weights):
    return -np.sum(weights[t] * np.log(y[np.arange(len(y)), t]))

#: wrong · no weights · names "the weights change nothing"
def weighted_loss(y, t, weights):
    return -np.mean(np.log(y[np.arange(len(y)), t]))

#: wrong · the minus is missing · names "signs are turned round"
def weighted_loss(y, t, weights):
    losses = np.log(y[np.arange(len(y)), t])
    return np.sum(weights[t] * losses) / np.sum(weights[t])

#: wrong · a column meets a row · names "a column (N, 1) met a row"
def weighted_loss(y, t, weights):
    own = weights[t][:, None]
    losses = -np.log(y[np.arange(len(y)), t])
    return np.sum(own * losses) / np.sum(own)

#: wrong · y[:, t] · names "takes those columns in every row"
def weighted_loss(y, t, weights):
    losses = -np.log(y[:, t])
    return np.sum(weights[t] * losses) / np.sum(weights[t])

#: wrong · y[:, t] with the weights as a column · names "takes those columns in every row"
def weighted_loss(y, t, weights):
    losses = -np.log(y[:, t])
    return np.sum(weights[t][:, None] * losses) / np.sum(weights[t])

#: wrong · rows and columns exchanged · names "rows and columns are exchanged"
def weighted_loss(y, t, weights):
    losses = -np.log(y[t, np.arange(len(y))])
    return np.sum(weights[t] * losses) / np.sum(weights[t])

#: wrong · labels counted from 1
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t - 1])
    return np.sum(weights[t - 1] * losses) / np.sum(weights[t - 1])

#: wrong · the class that was answered, not the right one · names "got the most"
def weighted_loss(y, t, weights):
    said = y.argmax(axis=1)
    losses = -np.log(y[np.arange(len(y)), said])
    return np.sum(weights[said] * losses) / np.sum(weights[said])

#: wrong · the divisor of the first example · names "something of the first example"
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    return np.sum(weights[t] * losses) / 12

#: wrong · three classes built in
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    total = sum(weights[k] * losses[t == k].sum() for k in range(3))
    return total / sum(weights[k] * np.sum(t == k) for k in range(3))

#: wrong · weights made whole · names "need not be whole"
def weighted_loss(y, t, weights):
    own = weights[t].astype(int)
    losses = -np.log(y[np.arange(len(y)), t])
    return np.sum(own * losses) / max(np.sum(own), 1)

#: wrong · weights below 1 are raised
def weighted_loss(y, t, weights):
    own = np.maximum(weights[t], 1)
    return -np.sum(own * np.log(y[np.arange(len(y)), t])) / np.sum(own)

#: wrong · scales the weights in place · names "in place"
def weighted_loss(y, t, weights):
    weights /= weights[t].sum()
    return -np.sum(weights[t] * np.log(y[np.arange(len(y)), t]))

#: wrong · no number for the batch · names "One number is asked for"
def weighted_loss(y, t, weights):
    return -weights[t] * np.log(y[np.arange(len(y)), t]) / np.sum(weights[t])

#: wrong · the visible numbers
def weighted_loss(y, t, weights):
    return (2.25 if len(y) == 3 else 31 / 13) * np.log(2)

#: wrong · no return · names "return"
def weighted_loss(y, t, weights):
    losses = -np.log(y[np.arange(len(y)), t])
    loss = np.sum(weights[t] * losses) / np.sum(weights[t])

#: wrong · the guard of the textbook · names "a guard"
def weighted_loss(y, t, weights):
    own = weights[t]
    return np.sum(own * -np.log(y[np.arange(len(y)), t] + 1e-7)) / np.sum(own)

#: wrong · a clip at 0.01 · names "a clip at 0.01"
def weighted_loss(y, t, weights):
    w = weights[t]
    return -np.sum(w * np.log(np.clip(y[np.arange(len(y)), t], 0.01, 1))) / w.sum()

#: wrong · divided by the weights of the classes that occur · names "counts twice"
def weighted_loss(y, t, weights):
    right = y[np.arange(len(y)), t]
    return np.sum(weights[t] * -np.log(right)) / weights[np.unique(t)].sum()

#: wrong · the weight inside the logarithm · names "outside the logarithm"
def weighted_loss(y, t, weights):
    right = y[np.arange(len(y)), t]
    return np.sum(-np.log(weights[t] * right)) / weights[t].sum()

#: wrong · the weight of the guessed class · names "got the most"
def weighted_loss(y, t, weights):
    right = y[np.arange(len(y)), t]
    w = weights[y.argmax(axis=1)]
    return np.sum(w * -np.log(right)) / w.sum()

#: wrong · mean of the means of the classes · names "not each class once"
def weighted_loss(y, t, weights):
    total = size = 0
    for k in range(len(weights)):
        if np.any(t == k):
            total += weights[k] * np.mean(-np.log(y[t == k, k]))
            size += weights[k]
    return total / size

#: wrong · labels from 1 · names "no - 1"
def weighted_loss(y, t, weights):
    right = y[np.arange(len(y)), t]
    w = weights[t - 1]
    return np.sum(w * -np.log(right)) / w.sum()

#: wrong · a loop that starts a new sum for each sample · names "only the last sample"
def weighted_loss(y, t, weights):
    for n in range(len(y)):
        above = weights[t[n]] * -np.log(y[n, t[n]])
        below = weights[t[n]]
    return above / below

#: wrong · forgets to weight, divides by weights · names "below the fraction bar only"
def weighted_loss(y, t, weights):
    return -np.sum(np.log(y[np.arange(len(y)), t])) / weights[t].sum()
