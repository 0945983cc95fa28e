#: tests · parameters counted, He's rule, the factor per layer on the spread, and weight decay over two steps

#: right · by the formulas
from itertools import pairwise
sizes = [144, 50, 20, 7]
numbers = sum(n * m + m for n, m in pairwise(sizes))
start, growth = np.sqrt(2 / 50), np.sqrt(50 * 0.4**2 / 2)
left = (1 - 0.25 * 0.4) ** 2

#: right · growth as the ratio to He's start
numbers = 8417
start, growth, left = 0.2, 0.4 / 0.2, 0.81

#: wrong · no biases · names "biases are learned"
numbers, start, growth, left = 8340, 0.2, 2, 0.81

#: wrong · biases for the pixels · names "pixels are no units"
numbers, start, growth, left = 8561, 0.2, 2, 0.81

#: wrong · the output layer does not count · names "the output layer has weights"
numbers, start, growth, left = 8270, 0.2, 2, 0.81

#: wrong · 12 inputs · names "more than 12 inputs"
numbers, start, growth, left = 12 * 50 + 50 + 50 * 20 + 20 + 20 * 7 + 7, 0.2, 2, 0.81

#: wrong · a bias for each layer · names "each unit has a bias of its own"
numbers, start, growth, left = 8343, 0.2, 2, 0.81

#: wrong · multiplied instead of added · names "do not multiply it"
numbers, start, growth, left = 144 * 50 * 20 * 7, 0.2, 2, 0.81

#: wrong · the variance · names "that is the variance"
numbers, start, growth, left = 8417, 0.04, 2, 0.81

#: wrong · outputs · names "count inputs"
numbers, start, growth, left = 8417, np.sqrt(2 / 20), 2, 0.81

#: wrong · Xavier · names "that is Xavier's rule"
numbers, start, growth, left = 8417, 0.1414, 2, 0.81

#: wrong · W1 instead of W2 · names "units of the first hidden layer"
numbers, start, growth, left = 8417, 0.118, 2, 0.81

#: wrong · inputs and outputs · names "were added up"
numbers, start, growth, left = 8417, np.sqrt(2 / 70), 2, 0.81

#: wrong · the mean square · names "factor on the mean square; the spread"
numbers, start, growth, left = 8417, 0.2, 4, 0.81

#: wrong · without ReLU's half · names "throws half of the mean square away"
numbers, start, growth, left = 8417, 0.2, 2.83, 0.81

#: wrong · outputs for inputs · names "not its outputs"
numbers, start, growth, left = 8417, 0.2, np.sqrt(20 * 0.16 / 2), 0.81

#: wrong · 0.4 taken for the variance · names "square of 0.4"
numbers, start, growth, left = 8417, 0.2, np.sqrt(50 * 0.4 / 2), 0.81

#: wrong · neither half nor root · names "ReLU throws half of it away"
numbers, start, growth, left = 8417, 0.2, 8, 0.81

#: wrong · one step · names "after one step"
numbers, start, growth, left = 8417, 0.2, 2, 0.9

#: wrong · twice a tenth of the whole · names "second step takes its share"
numbers, start, growth, left = 8417, 0.2, 2, 0.8

#: wrong · no rate · names "the rate is missing"
numbers, start, growth, left = 8417, 0.2, 2, 0.36

#: wrong · slope 2 λ w · names "has no 2 in it"
numbers, start, growth, left = 8417, 0.2, 2, 0.64

#: wrong · slope λ/2 w · names "the half is gone"
numbers, start, growth, left = 8417, 0.2, 2, 0.9025

#: wrong · what is lost · names "share that is lost"
numbers, start, growth, left = 8417, 0.2, 2, 0.19

#: wrong · grows · names "the weight shrinks"
numbers, start, growth, left = 8417, 0.2, 2, 1.21

#: wrong · divided by a batch of 100
numbers, start, growth, left = 8417, 0.2, 2, (1 - 0.1 / 100) ** 2

#: wrong · all ones
numbers, start, growth, left = 1, 1, 1, 1

#: wrong · the last one is not given
numbers, start, growth, left = 8417, 0.2, 2, None

#: wrong · 12 + 12 pixels · names "not 12 + 12"
numbers, start, growth, left = 24 * 50 + 50 + 1000 + 20 + 147, 0.2, 2, 0.81

#: wrong · ten outputs · names "ten are for digits"
numbers, start, growth, left = 144 * 50 + 50 + 1020 + 210, 0.2, 2, 0.81

#: wrong · in per cent · names "from 0 to 1"
numbers, start, growth, left = 8417, 0.2, 2, 81
