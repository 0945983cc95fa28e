#: right · weights of 2
def at_least(k):
    return 2 * np.ones(5), 1 - 2 * k

#: right · lists, bias near the upper end
def at_least(k):
    return [1, 1, 1, 1, 1], -(k - 0.01)

#: wrong · bias -k: the sum of exactly k votes is 0 · names "more than k"
def at_least(k):
    return np.ones(5), -k

#: wrong · bias one too high · names "bias is too high"
def at_least(k):
    return np.ones(5), 1.5 - k

#: wrong · a sum on the line · names "exactly 0"
def at_least(k):
    return np.ones(5), 1 - k

#: wrong · signs turned round · names "turn all signs round"
def at_least(k):
    return -np.ones(5), k - 0.5

#: wrong · the bias has the wrong sign · names "always fires"
def at_least(k):
    return np.ones(5), k - 0.5

#: wrong · weights below 0, bias below 0 · names "never fires"
def at_least(k):
    return -np.ones(5), 0.5 - k

#: wrong · k hard-wired to 2
def at_least(k):
    return np.ones(5), -1.5

#: wrong · right for 2 and 4 only
def at_least(k):
    return np.ones(5), {2: -1.5, 4: -3.5}.get(k, 0.0)

#: wrong · two weights only · names "five inputs"
def at_least(k):
    return np.ones(2), 0.5 - k

#: wrong · the bias is missing · names "two things"
def at_least(k):
    return np.ones(5) / (k - 0.5),

#: wrong · prints instead of returning · names "return"
def at_least(k):
    print(np.ones(5), 0.5 - k)
