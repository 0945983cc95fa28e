#: tests · reading weights and a bias from a story: threshold to bias, what counts against firing, and a tie
#: right · divided by four
balloon = (3, -5, -7)

#: right · an array, in kilograms
balloon = np.array([0.012, -0.02, -0.028])

#: right · the line kept off the ties
balloon = [12, -20, -30]

#: wrong · the threshold is not moved to the other side · names "which way does the basket itself pull"
balloon = (12, -20, 28)

#: wrong · all signs positive · names "even with no balloon"
balloon = (12, 20, 28)

#: wrong · 1 where it stays down · names "flip all signs"
balloon = (-12, 20, 28)

#: wrong · all signs below 0 · names "never rises"
balloon = (-12, -20, -28)

#: wrong · balloons and pebbles exchanged · names "never rises"
balloon = (-20, 12, -28)

#: wrong · pebbles help to rise · names "count against"
balloon = (12, 20, -28)

#: wrong · no bias · names "the basket itself"
balloon = (12, -20, 0)

#: wrong · pebbles forgotten · names "count for nothing"
balloon = (12, 0, -28)

#: wrong · 12 and 20 exchanged · names "12 and 20 are exchanged"
balloon = (20, -12, -28)

#: wrong · a tie counts as rising (bias of -27) · names "it hovers"
balloon = (12, -20, -27)

#: wrong · the bias too low · names "with x1 = 6 and x2 = 2"
balloon = (12, -20, -32)

#: wrong · rounded to whole numbers: right for small loads only · names "is a number rounded"
balloon = (5, -8, -12)

#: wrong · two numbers only · names "three numbers"
balloon = (12, -20)

#: wrong · the weights in a bracket of their own · names "three numbers"
balloon = ((12, -20), -28)

#: wrong · all zero · names "never rises"
balloon = (0, 0, 0)

#: wrong · the answers and not the numbers · names "three numbers"
balloon = [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0]

#: right · in units of a pebble, with rounding at the ties
balloon = [12 / 20, -1, -28 / 20]

#: right · in units of a balloon: fractions that never end
balloon = (1, -20 / 12, -28 / 12)

#: wrong · in balloons, rounded to two decimals: wrong from about a hundred balloons on · names "is a number rounded"
balloon = (1, -1.67, -2.34)

#: wrong · the basket weighed with each pebble · names "once, however many pebbles"
balloon = (12, -48, 0)

#: wrong · pebble and basket exchanged · names "20 and 28 are exchanged"
balloon = (12, -28, -20)

#: wrong · the grams of balloon and pebble forgotten · names "signs and sizes"
balloon = (1, -1, -28)
