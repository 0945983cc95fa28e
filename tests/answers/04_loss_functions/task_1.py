#: tests · surprise in bits and nats by hand, labels from 0, and K for a given loss
#: right · by the formulas
right = np.array([1 / 4, 1 / 8, 1 / 16])
bits, nats = np.mean(-np.log2(right)), np.mean(-np.log(right))
kinds = np.exp(nats)

#: right · with 0.693 and the rounded nats
bits = (2 + 3 + 4) / 3
nats = 3 * 0.693
kinds = 2**3

#: wrong · the sum of the bits · names "the sum of the three days"
bits, nats, kinds = 9, 2.08, 8

#: wrong · labels counted from 1 · names "second column"
bits, nats, kinds = 2, 1.386, 4

#: wrong · the most probable weather · names "take the weather that came"
bits, nats, kinds = 1, 0.693, 2

#: wrong · surprise at the mean probability · names "mean of the three surprises"
bits, nats, kinds = -np.log2(7 / 48), -np.log(7 / 48), 48 / 7

#: wrong · no logarithm at all · names "that is the mean probability"
bits, nats, kinds = 7 / 48, 7 / 48, 8

#: wrong · minus forgotten · names "never below 0"
bits, nats, kinds = -3, -2.08, 8

#: wrong · nats for bits · names "that is in nats"
bits, nats, kinds = 2.079, 2.079, 8

#: wrong · divided by 0.693 · names "a nat is the larger unit"
bits, nats, kinds = 3, 3 / 0.693, 8

#: wrong · bits for nats · names "that is in bits"
bits, nats, kinds = 3, 3, 8

#: wrong · the sum of the nats · names "the sum of the three days"
bits, nats, kinds = 3, 9 * np.log(2), 8

#: wrong · logarithm to base 10 · names "base 10"
bits, nats, kinds = 3, 3 * np.log10(2), 8

#: wrong · the number of kinds there are · names "worse than ignorance"
bits, nats, kinds = 3, 2.08, 4

#: wrong · e to the power of the bits · names "e belongs to nats"
bits, nats, kinds = 3, 2.08, np.exp(3)

#: wrong · 2 to the power of the nats · names "2 belongs to bits"
bits, nats, kinds = 3, 2.08, 2**2.0794

#: wrong · the probability · names "K was asked for"
bits, nats, kinds = 3, 2.08, 1 / 8

#: wrong · 2 times the bits · names "not 2 times"
bits, nats, kinds = 3, 2.08, 6

#: wrong · bits squared · names "not the bits to the power of 2"
bits, nats, kinds = 3, 2.08, 9

#: wrong · only two digits · names "three digits"
bits, nats, kinds = 3, 2.1, 8

#: wrong · a bit rounded before it is multiplied · names "rounded too early"
bits, nats, kinds = 3, 3 * 0.69, 8

#: wrong · the surprise at not getting the weather that came
bits, nats, kinds = -np.mean(np.log2([3 / 4, 7 / 8, 15 / 16])), 0.19, 1.2

#: wrong · the loss in bits for K · names "K was asked for"
bits, nats, kinds = 3, 2.079, 3

#: wrong · one-hot mean over all 12 numbers · names "not by all twelve"
bits, nats, kinds = 0.75, 0.52, 1.68
