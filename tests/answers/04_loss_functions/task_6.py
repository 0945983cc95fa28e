#: tests · cross-entropy with shares as targets, straight from scores, by log-sum-exp in each row
#: right · np.logaddexp
def soft_loss(scores, t):
    total = np.logaddexp.reduce(scores, axis=1)
    return np.mean(total * t.sum(axis=1) - np.sum(t * scores, axis=1))

#: right · row by row
def soft_loss(scores, t):
    loss = 0.0
    for s, shares in zip(scores, t):
        top = max(s)
        lse = top + np.log(sum(np.exp(v - top) for v in s))
        for share, v in zip(shares, s):
            loss += share * (lse - v)
    return loss / len(scores)

#: right · einsum, and the largest score taken out first
def soft_loss(scores, t):
    shifted = scores - np.max(scores, axis=1)[:, None]
    return np.mean(np.log(np.exp(shifted).sum(axis=1)) - np.einsum("nk,nk->n", t, shifted))

#: wrong · softmax, then log, as on paper · names "exp overflowed"
def soft_loss(scores, t):
    y = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    return -np.sum(t * np.log(y)) / len(scores)

#: wrong · the stable softmax, then log · names "log met 0"
def soft_loss(scores, t):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return -np.sum(t * np.log(e / e.sum(axis=1, keepdims=True))) / len(scores)

#: wrong · guard · names "a guard changes every number"
def soft_loss(scores, t):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return -np.sum(t * np.log(e / e.sum(axis=1, keepdims=True) + 1e-7)) / len(scores)

#: wrong · clip · names "clip of 1e-12"
def soft_loss(scores, t):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return -np.sum(t * np.log(np.maximum(e / e.sum(axis=1, keepdims=True), 1e-12))) / len(scores)

#: wrong · a smaller guard
def soft_loss(scores, t):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return -np.sum(t * np.log(e / e.sum(axis=1, keepdims=True) + 1e-300)) / len(scores)

#: wrong · log-sum-exp without taking the largest out · names "exp overflowed"
def soft_loss(scores, t):
    return np.mean(np.log(np.exp(scores).sum(axis=1)) - np.sum(t * scores, axis=1))

#: wrong · the largest score not added again · names "not added"
def soft_loss(scores, t):
    m = scores.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(scores - m).sum(axis=1)) - np.sum(t * scores, axis=1))

#: wrong · the largest of the whole batch · names "not of the whole batch"
def soft_loss(scores, t):
    m = scores.max()
    return np.mean(m + np.log(np.exp(scores - m).sum(axis=1)) - np.sum(t * scores, axis=1))

#: wrong · argmax, as for one-hot rows · names "argmax keeps only"
def soft_loss(scores, t):
    m = scores.max(axis=1)
    lse = m + np.log(np.exp(scores - m[:, None]).sum(axis=1))
    return np.mean(lse - scores[np.arange(len(scores)), t.argmax(axis=1)])

#: wrong · the sum over the batch · names "that is the sum over the batch"
def soft_loss(scores, t):
    return np.sum(np.logaddexp.reduce(scores, axis=1) - np.sum(t * scores, axis=1))

#: wrong · the mean over all numbers · names "not by how many numbers"
def soft_loss(scores, t):
    return -np.mean(t * (scores - np.logaddexp.reduce(scores, axis=1)[:, None]))

#: wrong · in bits · names "that is in bits"
def soft_loss(scores, t):
    return np.mean(np.logaddexp.reduce(scores, axis=1) - np.sum(t * scores, axis=1)) / np.log(2)

#: wrong · the wrong axis · names "over a column"
def soft_loss(scores, t):
    m = scores.max(axis=0, keepdims=True)
    lse = m + np.log(np.exp(scores - m).sum(axis=0, keepdims=True))
    return -np.sum(t * (scores - lse)) / len(scores)

#: wrong · (N,) where (N, 1) is needed · names "broadcast"
def soft_loss(scores, t):
    m = scores.max(axis=1)
    lse = m + np.log(np.exp(scores - m).sum(axis=1))
    return -np.sum(t * (scores - lse)) / len(scores)

#: wrong · log-sum-exp alone · names "log-sum-exp alone"
def soft_loss(scores, t):
    return np.mean(np.logaddexp.reduce(scores, axis=1))

#: wrong · without the log-sum-exp · names "log-sum-exp is missing"
def soft_loss(scores, t):
    return -np.sum(t * scores) / len(scores)

#: wrong · the sign · names "signs are turned round"
def soft_loss(scores, t):
    return np.mean(np.sum(t * scores, axis=1) - np.logaddexp.reduce(scores, axis=1))

#: wrong · the number of rows built in · names "belongs to another batch"
def soft_loss(scores, t):
    loss = np.sum(np.logaddexp.reduce(scores, axis=1) - np.sum(t * scores, axis=1))
    return loss / (2 if len(scores) == 2 else 3)

#: wrong · the row sum of the targets forgotten as a mean of each row · names "over the rows only"
def soft_loss(scores, t):
    return np.mean(np.logaddexp.reduce(scores, axis=1) - np.mean(t * scores, axis=1))

#: wrong · one loss for each row · names "One number is asked for"
def soft_loss(scores, t):
    return np.logaddexp.reduce(scores, axis=1) - np.sum(t * scores, axis=1)

#: wrong · takes the largest out in place · names "in place"
def soft_loss(scores, t):
    scores -= scores.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(scores).sum(axis=1)) - np.sum(t * scores, axis=1))

#: wrong · shares counted in quarters
def soft_loss(scores, t):
    t = np.round(4 * t) / 4
    return np.mean(np.logaddexp.reduce(scores, axis=1) - np.sum(t * scores, axis=1))

#: wrong · the visible numbers
def soft_loss(scores, t):
    return 1.75 * np.log(2) if len(scores) == 3 else 1000 + np.log(2) / 2

#: wrong · no return · names "return"
def soft_loss(scores, t):
    loss = np.mean(np.logaddexp.reduce(scores, axis=1) - np.sum(t * scores, axis=1))

#: wrong · minus forgotten · names "not below 0"
def soft_loss(scores, t):
    largest = scores.max(axis=1, keepdims=True)
    log_sum_exp = largest + np.log(np.exp(scores - largest).sum(axis=1, keepdims=True))
    return np.mean(np.sum(t * (scores - log_sum_exp), axis=1))

#: wrong · the maximum for the log-sum-exp · names "log of the sum is missing"
def soft_loss(scores, t):
    lse = scores.max(axis=1, keepdims=True)
    return -np.mean(np.sum(t * (scores - lse), axis=1))

#: wrong · minus the entropy of the shares · names "t log t"
def soft_loss(scores, t):
    m = scores.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(scores - m).sum(axis=1, keepdims=True))
    own = np.where(t > 0, t * np.log(np.where(t > 0, t, 1)), 0)
    return np.mean(np.sum(own - t * (scores - lse), axis=1))

#: wrong · log of the mean · names "logarithm of each y first"
def soft_loss(scores, t):
    m = scores.max(axis=1, keepdims=True)
    y = np.exp(scores - m - np.log(np.exp(scores - m).sum(axis=1, keepdims=True)))
    return -np.mean(np.log((t * y).sum(axis=1)))

#: wrong · t all ones where above 0 · names "not with 1"
def soft_loss(scores, t):
    m = scores.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(scores - m).sum(axis=1, keepdims=True))
    return -np.mean(np.sum((t > 0) * (scores - lse), axis=1))

#: wrong · log2 · names "gives bits"
def soft_loss(scores, t):
    m = scores.max(axis=1, keepdims=True)
    lse = m + np.log2(np.exp(scores - m).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(t * (scores - lse), axis=1))

#: wrong · minus the mean in place of the largest · names "exp overflowed"
def soft_loss(scores, t):
    m = scores.mean(axis=1, keepdims=True)
    lse = m + np.log(np.exp(scores - m).sum(axis=1, keepdims=True))
    return -np.mean(np.sum(t * (scores - lse), axis=1))
