#: tests · two thresholds joined at the output, for any k and D; biases that leave no sum at 0
#: right · weights of 2, other biases, W2 a column
def exactly(k, D):
    W1 = np.full((D, 2), 2.0)
    return W1, [1 - 2 * k, -1 - 2 * k], np.array([[0.5], [-0.5]]), -0.25

#: right · at least k and at most k, joined by AND
def exactly(k, D):
    W1 = np.column_stack([np.ones(D), -np.ones(D)])
    return W1, np.array([0.5 - k, k + 0.5]), np.array([0.5, 0.5]), -0.7

#: right · a neuron for each row of the truth table that has k ones
def exactly(k, D):
    rows = [[v >> i & 1 for i in range(D)] for v in range(2**D)]
    rows = np.array([row for row in rows if sum(row) == k])
    W1 = (2.0 * rows - 1).T
    return W1, np.full(len(rows), 0.5 - k), np.ones(len(rows)), -0.5

#: right · a staircase of D hidden neurons
def exactly(k, D):
    steps = np.arange(1, D + 2)
    return np.ones((D, D + 1)), 0.5 - steps, np.where(steps <= k, 1.0, -1.0), 0.5 - k

#: wrong · only at least k · names "at least k"
def exactly(k, D):
    return np.ones((D, 1)), np.array([0.5 - k]), np.array([1.0]), -0.5

#: wrong · OR of the two, so at least k · names "at least k"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([1, 1]), -0.5

#: wrong · AND of the two, so more than k · names "more than k"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([0.5, 0.5]), -0.7

#: wrong · biases -k and -k - 1: exactly k is a sum of 0 · names "exactly 0 says 0"
def exactly(k, D):
    return np.ones((D, 2)), np.array([-k, -k - 1]), np.array([1, -1]), -0.5

#: wrong · one too early · names "exactly k - 1"
def exactly(k, D):
    return np.ones((D, 2)), np.array([1.5 - k, 0.5 - k]), np.array([1, -1]), -0.5

#: wrong · the second neuron starts too late · names "starts too late"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -1.5 - k]), np.array([1, -1]), -0.5

#: wrong · the first neuron starts too early · names "starts too early"
def exactly(k, D):
    return np.ones((D, 2)), np.array([1.5 - k, -0.5 - k]), np.array([1, -1]), -0.5

#: wrong · the opposite · names "the opposite"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([-1, 1]), 0.5

#: wrong · output weights exchanged · names "never fires"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([-1, 1]), -0.5

#: wrong · the output bias has the wrong sign · names "always fires"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([1, -1]), 1.5

#: wrong · W1 transposed · names "a column for each"
def exactly(k, D):
    return np.ones((2, D)), np.array([0.5 - k, -0.5 - k]), np.array([1, -1]), -0.5

#: wrong · a hidden sum of 0 that does no harm · names "a sum of a hidden neuron is exactly 0"
def exactly(k, D):
    return np.ones((D, 2)), np.array([1 - k, -k]), np.array([1, -1]), -0.5

#: wrong · no output bias: the sum is 0 where nothing fires · names "a sum of the output neuron is exactly 0"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([1, -1]), 0

#: wrong · the first k inputs · names "any k of them"
def exactly(k, D):
    w = np.where(np.arange(D) < k, 1.0, -1.0)
    return w[:, None], np.array([0.5 - k]), np.array([1.0]), -0.5

#: wrong · parity of the lesson's own tasks, for odd k only
def exactly(k, D):
    return np.ones((D, 3)), np.array([-0.5, -1.5, -2.5]), np.array([1, -1, 1]), -0.5

#: wrong · k hard-wired to 2
def exactly(k, D):
    return np.ones((D, 2)), np.array([-1.5, -2.5]), np.array([1, -1]), -0.5

#: wrong · right unless k is 0 · names "never fires"
def exactly(k, D):
    if k == 0:
        return np.ones((D, 1)), np.array([0.5]), np.array([-1.0]), 0.5
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([1, -1]), -0.5

#: wrong · right for up to five inputs only (passes the visible test)
def exactly(k, D):
    W1 = np.zeros((D, 2))
    W1[:5] = 1
    return W1, np.array([0.5 - k, -0.5 - k]), np.array([1, -1]), -0.5

#: wrong · three things · names "four things"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([1, -1])

#: wrong · no return · names "return"
def exactly(k, D):
    net = np.ones((D, 2)), np.array([0.5 - k, -0.5 - k]), np.array([1, -1]), -0.5

#: wrong · weights 1/D with a fixed slack of 0.12, too coarse for large D · names "starts too early"
def exactly(k, D):
    return np.ones((D, 2)) / D, np.array([0.12 - k / D, -0.05 - k / D]), np.array([1, -1]), -0.5

#: wrong · the second neuron fires when all are on · names "waits until all are on"
def exactly(k, D):
    return np.ones((D, 2)), np.array([0.5 - k, 0.5 - D]), np.array([1, -1]), -0.5

#: wrong · signs of the biases · names "signs of the hidden biases"
def exactly(k, D):
    return np.ones((D, 2)), np.array([k - 0.5, k + 0.5]), np.array([1, -1]), -0.5

#: wrong · in another order · names "it never fires"
def exactly(k, D):
    return np.ones((D, 2)), np.array([1, -1]), np.array([0.5 - k, -0.5 - k]), -0.5
