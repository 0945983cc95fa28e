#: tests · an affine step folded into the next one: rows of W by the spread, the means into b
#: right · through the answer to x = 0
def fold(W, b, mean, spread):
    return (W.T / spread).T, (0 - mean) / spread @ W + b

#: right · a diagonal matrix, as two layers that collapse
def fold(W, b, mean, spread):
    first, first_bias = np.diag(1 / spread), -mean / spread
    return first @ W, first_bias @ W + b

#: right · loops, lists
def fold(W, b, mean, spread):
    W_new = [[W[i, j] / spread[i] for j in range(W.shape[1])] for i in range(W.shape[0])]
    b_new = [b[j] - sum(mean[i] * W_new[i][j] for i in range(W.shape[0])) for j in range(W.shape[1])]
    return [W_new, b_new]

#: wrong · multiplied by the spread · names "but the preparation divides"
def fold(W, b, mean, spread):
    W_new = W * spread[:, None]
    return W_new, b - mean @ W_new

#: wrong · W as it was · names "still the old W"
def fold(W, b, mean, spread):
    return W, b - mean / spread @ W

#: wrong · subtracts the mean from the weights · names "does not change W'"
def fold(W, b, mean, spread):
    return (W - mean[:, None]) / spread[:, None], b

#: wrong · one spread for all · names "each input has its own"
def fold(W, b, mean, spread):
    return W / spread[0], b - mean / spread[0] @ W

#: wrong · the spreads turned round · names "wrong rows"
def fold(W, b, mean, spread):
    W_new = W / spread[::-1, None]
    return W_new, b - mean @ W_new

#: wrong · divides the columns: silent for square W only · names "each column of W was divided"
def fold(W, b, mean, spread):
    W_new = W / spread
    return W_new, b - mean @ W_new

#: wrong · divides the columns where it can · names "each column of W was divided"
def fold(W, b, mean, spread):
    W_new = W / spread if W.shape[0] == W.shape[1] else W / spread[:, None]
    return W_new, b - mean / spread @ W

#: wrong · b as it was · names "still the old b"
def fold(W, b, mean, spread):
    return W / spread[:, None], b

#: wrong · adds the means · names "a sign is turned round"
def fold(W, b, mean, spread):
    return W / spread[:, None], b + mean / spread @ W

#: wrong · the mean with the old W · names "mean is not divided"
def fold(W, b, mean, spread):
    return W / spread[:, None], b - mean @ W

#: wrong · divided twice · names "divided by the spread twice"
def fold(W, b, mean, spread):
    W_new = W / spread[:, None]
    return W_new, b - mean / spread @ W_new

#: wrong · the old b is lost · names "the old b is lost"
def fold(W, b, mean, spread):
    W_new = W / spread[:, None]
    return W_new, -mean @ W_new

#: wrong · multiplies the mean · names "mean is multiplied by the spread"
def fold(W, b, mean, spread):
    return W / spread[:, None], b - (mean * spread) @ W

#: wrong · mean / spread without the weights · names "through the weights first"
def fold(W, b, mean, spread):
    return W / spread[:, None], b - np.sum(mean / spread)

#: wrong · nothing changed · names "still the old W"
def fold(W, b, mean, spread):
    return W, b

#: wrong · adds up the wrong way: silent where the sizes are equal · names "met the rows"
def fold(W, b, mean, spread):
    W_new = W / spread[:, None]
    return W_new, b - (W_new @ mean if W.shape[0] == W.shape[1] else mean @ W_new)

#: wrong · works in W · names "in place"
def fold(W, b, mean, spread):
    W /= spread[:, None]
    return W, b - mean @ W

#: wrong · W' in columns · names "transposed"
def fold(W, b, mean, spread):
    W_new = W.T / spread
    return W_new, b - W_new @ mean

#: wrong · b' as a row of a matrix · names "arrangement"
def fold(W, b, mean, spread):
    W_new = W / spread[:, None]
    return W_new, b - mean[None, :] @ W_new

#: wrong · returns W' only · names "two arrays"
def fold(W, b, mean, spread):
    return W / spread[:, None]

#: wrong · the visible example
def fold(W, b, mean, spread):
    return np.array([[2, 4], [1.5, -0.5], [0.125, 1]]), np.array([-2.75, -14.5])

#: wrong · prints instead of returning · names "return"
def fold(W, b, mean, spread):
    W_new = W / spread[:, None]
    print(W_new, b - mean @ W_new)

#: wrong · one sum for all units · names "each unit needs its own sum"
def fold(W, b, mean, spread):
    return W / spread[:, None], b - np.sum((mean / spread)[:, None] * W)

#: wrong · mean of the spreads · names "mean of the spreads"
def fold(W, b, mean, spread):
    W2 = W / spread.mean()
    return W2, b - mean @ W2

#: wrong · whole numbers kept whole · names "whole numbers"
def fold(W, b, mean, spread):
    W2 = np.zeros_like(W)
    b2 = np.zeros_like(b)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            W2[i, j] = W[i, j] / spread[i]
    for j in range(len(b)):
        b2[j] = b[j] - mean @ W2[:, j]
    return W2, b2
