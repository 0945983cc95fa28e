#: tests · samples as columns: biases as columns, the softmax axis, and no overflow for any sample
#: right · in rows, transposed at both ends
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax(np.tanh(X.T @ W1.T + b1) @ W2.T + b2).T

#: right · reshape and keepdims
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(np.dot(W1, X) + b1.reshape(-1, 1))
    a2 = np.dot(W2, z1) + b2.reshape(-1, 1)
    a2 = a2 - np.max(a2, axis=0, keepdims=True)
    return np.exp(a2) / np.sum(np.exp(a2), axis=0, keepdims=True)

#: right · one sample after the other
def probabilities(X, W1, b1, W2, b2):
    columns = []
    for x in X.T:
        a2 = W2 @ np.tanh(W1 @ x + b1) + b2
        powers = np.exp(a2 - max(a2))
        columns.append(powers / sum(powers))
    return np.stack(columns, axis=1)

#: right · einsum, and Python's own sum along the first axis
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(np.einsum("hd,dn->hn", W1, X) + b1[:, np.newaxis])
    powers = np.einsum("kh,hn->kn", W2, z1) + b2[:, np.newaxis]
    powers = np.exp(powers - powers.max(axis=0))
    return powers / sum(powers)

#: wrong · as given · names "Which axis runs over the classes"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1)
    a2 = W2 @ z1 + b2
    powers = np.exp(a2 - a2.max())
    return powers / powers.sum(axis=1, keepdims=True)

#: wrong · axis mended, the biases not · names "a bias was added to samples"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1)
    a2 = W2 @ z1 + b2
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · only the first bias mended: softmax cancels the other · names "added to samples"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1[:, None])
    a2 = W2 @ z1 + b2
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · only the second bias mended · names "a bias was added to samples"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1)
    a2 = W2 @ z1 + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · samples share · names "Which axis runs over the classes"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)

#: wrong · no axis · names "Which axis runs over the classes"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max())
    return powers / powers.sum()

#: wrong · functions.softmax, which is for rows · names "Which axis runs over the classes"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax(W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None])

#: wrong · the largest of the whole batch · names "each sample needs its own"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max())
    return powers / powers.sum(axis=0)

#: wrong · subtracts nothing · names "exp overflows"
def probabilities(X, W1, b1, W2, b2):
    powers = np.exp(W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None])
    return powers / powers.sum(axis=0)

#: wrong · subtracts the largest of each class, which shares wrongly · names "largest score of each class"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=0)

#: wrong · no tanh · names "tanh is missing"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax((W2 @ (W1 @ X + b1[:, None]) + b2[:, None]).T).T

#: wrong · the sigmoid · names "that is the sigmoid"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax((W2 @ functions.sigmoid(W1 @ X + b1[:, None]) + b2[:, None]).T).T

#: wrong · ReLU · names "that is ReLU"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax((W2 @ functions.relu(W1 @ X + b1[:, None]) + b2[:, None]).T).T

#: wrong · drops the first bias · names "bias of layer 1 is missing"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax((W2 @ np.tanh(W1 @ X) + b2[:, None]).T).T

#: wrong · drops the second bias · names "bias of layer 2 makes no difference"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax((W2 @ np.tanh(W1 @ X + b1[:, None])).T).T

#: wrong · drops both biases · names "bias of layer 2 makes no difference"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax((W2 @ np.tanh(W1 @ X)).T).T

#: wrong · tanh on the scores, too · names "the last layer has no tanh"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax(np.tanh(W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]).T).T

#: wrong · the scores · names "divided by their sum"
def probabilities(X, W1, b1, W2, b2):
    return W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]

#: wrong · answers as rows · names "Which axis runs over the classes"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax(np.tanh(X.T @ W1.T + b1) @ W2.T + b2)

#: wrong · turns the bias only where adding fails: silent where the sizes are equal · names "bias of layer 1 was added to samples"
def probabilities(X, W1, b1, W2, b2):
    def add(a, b):
        return a + b if a.shape[1] == len(b) > 3 else a + b[:, None]

    a2 = add(W2 @ np.tanh(add(W1 @ X, b1)), b2)
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · all the same
def probabilities(X, W1, b1, W2, b2):
    return np.ones((len(b2), X.shape[1])) / len(b2)

#: wrong · writes the biases into shape in place · names "in place"
def probabilities(X, W1, b1, W2, b2):
    b1.shape, b2.shape = (-1, 1), (-1, 1)
    return functions.softmax((W2 @ np.tanh(W1 @ X + b1) + b2).T).T

#: wrong · the first sample only · names "three samples should give"
def probabilities(X, W1, b1, W2, b2):
    return functions.softmax(W2 @ np.tanh(W1 @ X[:, 0] + b1) + b2)

#: wrong · no return · names "return"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=0))
    powers / powers.sum(axis=0)

#: wrong · minus the mean, no largest score · names "largest score of each sample"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1[:, None])
    a2 = W2 @ z1 + b2[:, None]
    powers = np.exp(a2 - a2.mean(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · minus the smallest score · names "largest score of each sample"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1[:, None])
    a2 = W2 @ z1 + b2[:, None]
    powers = np.exp(a2 - a2.min(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · tanh by hand, overflows · names "tanh made of powers"
def probabilities(X, W1, b1, W2, b2):
    a1 = W1 @ X + b1[:, None]
    z1 = (np.exp(a1) - np.exp(-a1)) / (np.exp(a1) + np.exp(-a1))
    a2 = W2 @ z1 + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · scores clipped at 500 · names "a clip"
def probabilities(X, W1, b1, W2, b2):
    z1 = np.tanh(W1 @ X + b1[:, None])
    a2 = np.clip(W2 @ z1 + b2[:, None], -500, 500)
    powers = np.exp(a2)
    return powers / powers.sum(axis=0)

#: wrong · the bias after tanh · names "inside tanh"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ (np.tanh(W1 @ X) + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / powers.sum(axis=0)

#: wrong · a tiny number in the sum · names "nothing added"
def probabilities(X, W1, b1, W2, b2):
    a2 = W2 @ np.tanh(W1 @ X + b1[:, None]) + b2[:, None]
    powers = np.exp(a2 - a2.max(axis=0))
    return powers / (powers.sum(axis=0) + 1e-3)
