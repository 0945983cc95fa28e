#: tests · that a slope has the shape of its array, and which arrays have a row for each sample

#: right · from the arrays
x, W1, W2 = np.ones((6, 15)), np.ones((15, 9)), np.ones((9, 4))
by_W1, by_b2, by_a1, by_scores, changed = W1.shape, (W2.shape[1],), (x @ W1).shape, (x @ W1 @ W2).shape, 2

#: right · lists, and a bare number for the bias
by_W1, by_b2, by_a1, by_scores, changed = [15, 9], 4, [6, 9], [6, 4], 2.0

#: wrong · W1 turned · names "that is transposed"
by_W1, by_b2, by_a1, by_scores, changed = (9, 15), (4,), (6, 9), (6, 4), 2

#: wrong · the slope by W1 in the shape of x · names "the shape of x"
by_W1, by_b2, by_a1, by_scores, changed = (6, 15), (4,), (6, 9), (6, 4), 2

#: wrong · a table for each sample · names "fan-out adds"
by_W1, by_b2, by_a1, by_scores, changed = (6, 15, 9), (4,), (6, 9), (6, 4), 2

#: wrong · the slope by W1 in the shape of a1 · names "the shape of a1"
by_W1, by_b2, by_a1, by_scores, changed = (6, 9), (4,), (6, 9), (6, 4), 2

#: wrong · a row of b2 for each sample · names "b2 is added to every row"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (6, 4), (6, 9), (6, 4), 2

#: wrong · b1 instead of b2 · names "the shape of b1"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (9,), (6, 9), (6, 4), 2

#: wrong · b2 as a table of one row · names "one axis only"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (1, 4), (6, 9), (6, 4), 2

#: wrong · a1 without samples · names "a row for each sample"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (9,), (6, 4), 2

#: wrong · a1 with samples as columns · names "samples are rows"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (9, 6), (6, 4), 2

#: wrong · the slope by the scores is one number · names "the loss is one number"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (6, 9), (), 2

#: wrong · the shape of the labels · names "the shape of the labels"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (6, 9), (6,), 2

#: wrong · all four change · names "parameters have no row"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (6, 9), (6, 4), 4

#: wrong · none changes · names "have a row for each sample"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (6, 9), (6, 4), 0

#: wrong · the shape as a word · names "leave out the quotation marks"
by_W1, by_b2, by_a1, by_scores, changed = "(15, 9)", (4,), (6, 9), (6, 4), 2

#: wrong · the names of the changed ones · names "changed is one number"
by_W1, by_b2, by_a1, by_scores, changed = (15, 9), (4,), (6, 9), (6, 4), ("a1", "scores")

#: wrong · slopes of one number are numbers · names "a slope by each weight"
by_W1, by_b2, by_a1, by_scores, changed = (), (), (), (), 0

#: wrong · how many numbers there are · names "how many weights"
by_W1, by_b2, by_a1, by_scores, changed = 135, 4, 54, 24, 2
