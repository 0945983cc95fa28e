#: tests · log C, the sum against the mean, the first-order drop of a step, the most frequent class

#: right · worked out by NumPy
start = -np.log(1 / 26)
twice, mean = 0.5 * 240 * 2 / 240, 0.5 * 240 / 60
after = 1.6 - 0.002 * 25
guess = max(0.45, 0.35, 0.2)

#: right · rounded, as a calculator shows them
start, twice, mean, after, guess = 3.26, 1, 2, 1.55, 0.45

#: wrong · to base 2 · names "base 2"
start, twice, mean, after, guess = 4.7004, 1, 2, 1.55, 0.45

#: wrong · for ten classes · names "26 letters"
start, twice, mean, after, guess = 2.3026, 1, 2, 1.55, 0.45

#: wrong · without the minus · names "larger than 0"
start, twice, mean, after, guess = np.log(1 / 26), 1, 2, 1.55, 0.45

#: wrong · the probability · names "minus its logarithm"
start, twice, mean, after, guess = 1 / 26, 1, 2, 1.55, 0.45

#: wrong · as a mean would be · names "always divides by 240"
start, twice, mean, after, guess = 3.258, 0.5, 2, 1.55, 0.45

#: wrong · divided by 120 pictures · names "twice as long"
start, twice, mean, after, guess = 3.258, 0.25, 2, 1.55, 0.45

#: wrong · 60/240 for 240/60 · names "turn it round"
start, twice, mean, after, guess = 3.258, 1, 0.125, 1.55, 0.45

#: wrong · the sum · names "that is the sum"
start, twice, mean, after, guess = 3.258, 1, 120, 1.55, 0.45

#: wrong · the program's own number · names "divides by too much"
start, twice, mean, after, guess = 3.258, 1, 0.5, 1.55, 0.45

#: wrong · the length not squared · names "length is squared"
start, twice, mean, after, guess = 3.258, 1, 2, 1.59, 0.45

#: wrong · uphill · names "downhill"
start, twice, mean, after, guess = 3.258, 1, 2, 1.65, 0.45

#: wrong · the drop · names "where does it end"
start, twice, mean, after, guess = 3.258, 1, 2, 0.05, 0.45

#: wrong · half a square · names "no half"
start, twice, mean, after, guess = 3.258, 1, 2, 1.575, 0.45

#: wrong · a third · names "same size"
start, twice, mean, after, guess = 3.258, 1, 2, 1.55, 1 / 3

#: wrong · in proportion · names "in proportion"
start, twice, mean, after, guess = 3.258, 1, 2, 1.55, 0.45**2 + 0.35**2 + 0.2**2

#: wrong · in per cent · names "share from 0 to 1"
start, twice, mean, after, guess = 3.258, 1, 2, 1.55, 45

#: wrong · nothing right · names "right at times"
start, twice, mean, after, guess = 3.258, 1, 2, 1.55, 0

#: wrong · divided by 120 and not by 240 · names "240 for any batch"
start, twice, mean, after, guess = 3.258, 2, 2, 1.55, 0.45

#: wrong · the mean from the doubled batch's sum · names "batch twice, divided by 60"
start, twice, mean, after, guess = 3.258, 1, 4, 1.55, 0.45

#: wrong · the drop as a share of the loss · names "not a share"
start, twice, mean, after, guess = 3.258, 1, 2, 1.6 * (1 - 0.002 * 25), 0.45

#: wrong · ten classes as with the digits · names "ten classes"
start, twice, mean, after, guess = 3.258, 1, 2, 1.55, 0.1

#: wrong · cut off, not rounded · names "rounded"
start, twice, mean, after, guess = 3.25, 1, 2, 1.55, 0.45

#: wrong · the losses of all letters added up · names "right letter alone"
start, twice, mean, after, guess = 26 * np.log(26), 1, 2, 1.55, 0.45
