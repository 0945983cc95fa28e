#: tests · two layers by hand: a neuron is a column of W1, a sum of 0 does not fire, rows that share a place
#: right · computed
rows = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
S = step(rows @ np.array([[-1, 3], [-3, 1]]) + np.array([1, -2]))
s1, s2, y = S[:, 0], S[:, 1], step(S @ np.array([2, -2]) + 1)
places = len(np.unique(S, axis=0))

#: right · lists
s1, s2 = [1, 0, 0, 0], [0, 0, 1, 1]
y, places = [1, 1, 0, 0], 3

#: wrong · rows of W1 for the neurons, all the way · names "in a column of W1"
rows = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
S = step(rows @ np.array([[-1, 3], [-3, 1]]).T + np.array([1, -2]))
s1, s2, y = S[:, 0], S[:, 1], step(S @ np.array([2, -2]) + 1)
places = len(np.unique(S, axis=0))

#: wrong · rows of W1 for the second neuron · names "in a column of W1"
s1, s2, y, places = (1, 0, 0, 0), (0, 0, 0, 0), (1, 1, 0, 0), 3

#: wrong · a sum of 0 fires · names "exactly 0 does not fire"
s1, s2, y, places = (1, 0, 1, 0), (0, 0, 1, 1), (1, 1, 1, 0), 4

#: wrong · biases forgotten in the hidden layer · names "needs its own bias"
s1, s2, y, places = (0, 0, 0, 0), (0, 1, 1, 1), (1, 0, 0, 0), 2

#: wrong · the second bias forgotten · names "its bias is missing"
s1, s2, y, places = (1, 0, 0, 0), (0, 1, 1, 1), (1, 0, 0, 0), 2

#: wrong · the first bias used for both · names "the second of b1"
s1, s2, y, places = (1, 0, 0, 0), (1, 1, 1, 1), (1, 0, 0, 0), 2

#: wrong · the neurons exchanged · names "that is s2"
s1, s2, y, places = (0, 0, 1, 1), (1, 0, 0, 0), (0, 1, 1, 1), 3

#: wrong · x1 and x2 exchanged · names "x1 comes first"
s1, s2, y, places = (1, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 0), 3

#: wrong · the output neuron without its bias · names "leaving out a bias"
s1, s2, y, places = (1, 0, 0, 0), (0, 0, 1, 1), (1, 0, 0, 0), 3

#: wrong · the output neuron fed with the inputs · names "sees s1 and s2"
s1, s2, y, places = (1, 0, 0, 0), (0, 0, 1, 1), (1, 0, 1, 0), 3

#: wrong · taken for XOR · names "that is XOR"
s1, s2, y, places = (1, 0, 0, 0), (0, 0, 1, 1), (0, 1, 1, 0), 3

#: wrong · counts rows, not places · names "the same pair"
s1, s2, y, places = (1, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), 4

#: wrong · counts the answers of the output · names "no say in it"
s1, s2, y, places = (1, 0, 0, 0), (0, 0, 1, 1), (1, 1, 0, 0), 2

#: wrong · the sums and not the answers · names "the step of its sum"
s1, s2, y, places = (1, -2, 0, -3), (-2, -1, 1, 2), (3, 1, -1, -1), 3

#: wrong · all ones
s1, s2, y, places = (1, 1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1), 1

#: wrong · the places themselves, not how many · names "how many places"
s1, s2 = (1, 0, 0, 0), (0, 0, 1, 1)
y, places = (1, 1, 0, 0), [(1, 0), (0, 0), (0, 1)]
