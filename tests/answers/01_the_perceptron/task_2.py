#: tests · a line from three numbers: where it meets the upright axis, its slope, and the side a point is on
#: right · by the formulas
w1, w2, b = 2, -4, 3
height, slope, answer = -b / w2, -w1 / w2, int(w1 * 1 + w2 * 2 + b > 0)

#: right · fractions
from fractions import Fraction
height, slope, answer = Fraction(3, 4), Fraction(1, 2), 0

#: wrong · sign of the height · names "a sign is wrong"
height, slope, answer = -0.75, 0.5, 0

#: wrong · the height is b · names "divide by the weight of x2"
height, slope, answer = 3, 0.5, 0

#: wrong · crossing of the other axis · names "crosses the other axis"
height, slope, answer = -1.5, 0.5, 0

#: wrong · divided by the wrong weight · names "divide by the weight of x2, not of x1"
height, slope, answer = 1.5, 0.5, 0

#: wrong · sign of the slope · names "two signs meet"
height, slope, answer = 0.75, -0.5, 0

#: wrong · weights exchanged · names "the two weights are exchanged"
height, slope, answer = 0.75, 2, 0

#: wrong · weights exchanged and a sign · names "and a sign is wrong"
height, slope, answer = 0.75, -2, 0

#: wrong · the other side · names "on which side of 0"
height, slope, answer = 0.75, 0.5, 1

#: wrong · rounded
height, slope, answer = 0.8, 0.5, 0

#: wrong · the point and not its height · names "only its height"
height, slope, answer = (0, 0.75), 0.5, 0

#: wrong · the sum and not the answer · names "that is the sum"
height, slope, answer = 0.75, 0.5, -3

#: wrong · the sum with a lost sign · names "a sign is lost"
height, slope, answer = 0.75, 0.5, 13

#: right · from an equation, with rounding, and an answer of False
height = np.linalg.solve([[1, 0], [2, -4]], [0, -3])[1]
slope = np.linalg.solve([[1, 0], [2, -4]], [1, -3])[1] - height
answer = 2 - 8 + 3 > 0

#: wrong · the division upside down · names "upside down"
height, slope, answer = 4 / 3, 0.5, 0

#: wrong · division of whole numbers · names "cut the decimals off"
height, slope, answer = 3 // 4, 2 // 4, 0

#: wrong · the height at x1 = 1 · names "its height at x1 = 1"
height, slope, answer = 1.25, 0.5, 0

#: wrong · an angle for the slope · names "that is an angle"
height, slope, answer = 0.75, 26.57, 0

#: wrong · fractions in quotation marks · names "without quotation marks"
height, slope, answer = "3/4", "1/2", "0"

#: wrong · x1 and x2 exchanged · names "x1 is 1 and x2 is 2"
height, slope, answer = 0.75, 0.5, 2 * 2 - 4 * 1 + 3
