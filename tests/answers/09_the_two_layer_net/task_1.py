#: tests · the loss at the start, epochs and draws counted, and which gradients a mistake on the way back spoils

#: right · as asked
start, epochs, seen, wrong = 3.26, 200, 0.865, (4, 1, 2)

#: right · calculated, and a list
start, epochs = np.log(26), 600 / np.ceil(1300 / 500)
seen, wrong = 1 - (1 - 1 / 1300) ** 2600, [4, 1, 2]

#: wrong · ten classes · names "ten classes"
start, epochs, seen, wrong = 2.303, 200, 0.865, (4, 1, 2)

#: wrong · logarithm to base 10 · names "natural logarithm"
start, epochs, seen, wrong = np.log10(26), 200, 0.865, (4, 1, 2)

#: wrong · in bits · names "in bits"
start, epochs, seen, wrong = np.log2(26), 200, 0.865, (4, 1, 2)

#: wrong · the probability · names "probability of the right letter"
start, epochs, seen, wrong = 1 / 26, 200, 0.865, (4, 1, 2)

#: wrong · no minus · names "not below 0"
start, epochs, seen, wrong = np.log(1 / 26), 200, 0.865, (4, 1, 2)

#: wrong · logarithm of the pixels · names "number of pixels"
start, epochs, seen, wrong = np.log(64), 200, 0.865, (4, 1, 2)

#: wrong · drops the short batch · names "one step more"
start, epochs, seen, wrong = 3.26, 300, 0.865, (4, 1, 2)

#: wrong · counts draws · names "every batch as a full one"
start, epochs, seen, wrong = 3.26, 600 * 500 / 1300, 0.865, (4, 1, 2)

#: wrong · counts draws, rounded · names "every batch as a full one"
start, epochs, seen, wrong = 3.26, 231, 0.865, (4, 1, 2)

#: wrong · one image a step · names "not one image"
start, epochs, seen, wrong = 3.26, 600 / 1300, 0.865, (4, 1, 2)

#: wrong · never seen · names "never seen"
start, epochs, seen, wrong = 3.26, 200, 0.135, (4, 1, 2)

#: wrong · one epoch's draws · names "after 1,300 draws"
start, epochs, seen, wrong = 3.26, 200, 0.632, (4, 1, 2)

#: wrong · twice one epoch's share · names "more than all"
start, epochs, seen, wrong = 3.26, 200, 2 * 0.632, (4, 1, 2)

#: wrong · seen in both halves · names "once is enough"
start, epochs, seen, wrong = 3.26, 200, 0.632**2, (4, 1, 2)

#: wrong · all images · names "drawn often"
start, epochs, seen, wrong = 3.26, 200, 1, (4, 1, 2)

#: wrong · half of 1/e · names "do not halve"
start, epochs, seen, wrong = 3.26, 200, 1 - 0.368 / 2, (4, 1, 2)

#: wrong · in per cent · names "from 0 to 1"
start, epochs, seen, wrong = 3.26, 200, 86.5, (4, 1, 2)

#: wrong · a looks right, as the loss is · names "which does divide by N"
start, epochs, seen, wrong = 3.26, 200, 0.865, (0, 1, 2)

#: wrong · a spoils the second layer only · names "through both affine layers"
start, epochs, seen, wrong = 3.26, 200, 0.865, (2, 1, 2)

#: wrong · b spoils W1, too · names "side by side"
start, epochs, seen, wrong = 3.26, 200, 0.865, (4, 2, 2)

#: wrong · b goes forward · names "ends at the first layer"
start, epochs, seen, wrong = 3.26, 200, 0.865, (4, 4, 2)

#: wrong · c spoils all · names "do not use its dx"
start, epochs, seen, wrong = 3.26, 200, 0.865, (4, 1, 4)

#: wrong · c spoils one · names "makes two things"
start, epochs, seen, wrong = 3.26, 200, 0.865, (4, 1, 1)

#: wrong · a count for each layer · names "three counts"
start, epochs, seen, wrong = 3.26, 200, 0.865, 7

#: wrong · zeros
start, epochs, seen, wrong = 0, 0, 0, (0, 0, 0)

#: wrong · twice the chance of being missed once · names "do not double"
start, epochs, seen, wrong = 3.26, 200, 1 - 2 * 0.368, (4, 1, 2)

#: wrong · the names for the counts · names "three counts"
start, epochs, seen, wrong = 3.26, 200, 0.865, (["W1", "b1", "W2", "b2"], ["b1"], ["W1", "b1"])
