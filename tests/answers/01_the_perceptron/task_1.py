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
