#: right · halves
nor = (-0.5, -0.5, 0.2)

#: right · an array, with different weights
nor = np.array([-3.0, -1.0, 0.75])

#: wrong · OR instead of NOR · names "that is OR"
nor = (1, 1, -0.5)

#: wrong · NAND · names "that is NAND"
nor = (-0.5, -0.5, 0.7)

#: wrong · AND · names "that is AND"
nor = (0.5, 0.5, -0.7)

#: wrong · the tie of lesson 01: (-1, -1, 1) · names "lies on the line"
nor = (-1, -1, 1)

#: wrong · no bias · names "lies on the line"
nor = (-1, -1, 0)

#: wrong · bias too large · names "always fires"
nor = (-1, -1, 5)

#: wrong · bias below 0 · names "never fires"
nor = (-1, -1, -0.5)

#: wrong · only one weight has the right sign
nor = (-1, 1, 0.5)

#: wrong · two numbers only · names "three numbers"
nor = (-1, -1)

#: wrong · the weights in a bracket of their own · names "three numbers"
nor = ((-1, -1), 0.5)

#: wrong · x1 and not x2 · names "silent for 10"
nor = (0.5, -1, -0.3)

#: wrong · x2 and not x1 · names "silent for 01"
nor = (-1, 0.5, -0.3)

#: wrong · the second weight is too weak · names "still fires for 01"
nor = (-0.3, -0.2, 0.25)

#: wrong · the first weight is too weak · names "still fires for 10"
nor = (-0.2, -0.3, 0.25)
