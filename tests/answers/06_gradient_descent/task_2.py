#: tests · stepping by hand, and the factor by which an iteration multiplies the distance from the lowest point

#: right · by a loop
x = 8.0
for _ in range(3):
    x -= 0.1 * (4 * x - 12)
end, limit, best = x, 2 / 4, 1 / 4

#: right · fractions
from fractions import Fraction
end, limit, best = 3 + 5 * Fraction(3, 5) ** 3, Fraction(1, 2), Fraction(1, 4)

#: wrong · uphill · names "uphill"
end, limit, best = 3 + 5 * 1.4**3, 0.5, 0.25

#: wrong · two iterations · names "after two"
end, limit, best = 4.8, 0.5, 0.25

#: wrong · four iterations · names "after four"
end, limit, best = 3.648, 0.5, 0.25

#: wrong · slope 4x · names "-12x has a slope"
end, limit, best = 8 * 0.6**3, 0.5, 0.25

#: wrong · without the rate · names "learning rate is missing"
end, limit, best = 3 + 5 * (-3) ** 3, 0.5, 0.25

#: wrong · always the first slope · names "anew after each step"
end, limit, best = 8 - 3 * 0.1 * 20, 0.5, 0.25

#: wrong · the distance · names "distance from the lowest"
end, limit, best = 1.08, 0.5, 0.25

#: wrong · slope 2x - 12 · names "slope of 2x² is 4x"
end, limit, best = 6 + 2 * 0.8**3, 0.5, 0.25

#: wrong · f at the end · names "value of f"
end, limit, best = 2 * 4.08**2 - 12 * 4.08 + 5, 0.5, 0.25

#: wrong · slope with the constant · names "constant such as 5"
end, limit, best = 3.1, 0.5, 0.25

#: wrong · the best rate as the limit · names "arrives in one step"
end, limit, best = 4.08, 0.25, 0.125

#: wrong · the bowl's limit · names "this parabola is steeper"
end, limit, best = 4.08, 1, 0.25

#: wrong · the limit as the best rate · names "mirror point"
end, limit, best = 4.08, 0.5, 0.5

#: wrong · a cautious best rate · names "half of the distance"
end, limit, best = 4.08, 0.5, 0.125

#: wrong · the best rate lies between limit and start value
end, limit, best = 4.08, 0.5, 0.3

#: wrong · on the other side of the lowest point · names "never passes it"
end, limit, best = 1.92, 0.5, 0.25

#: wrong · rounded to one digit · names "rounded"
end, limit, best = 4.1, 0.5, 0.25

#: wrong · the lowest point itself · names "do not reach it"
end, limit, best = 3, 0.5, 0.25

#: wrong · rate 0.01 · names "learning rate 0.01"
end, limit, best = 3 + 5 * 0.96**3, 0.5, 0.25

#: wrong · limit a little below · names "does converge"
end, limit, best = 4.08, 0.49, 0.25

#: wrong · best is the lowest point, not the rate · names "the rate is asked"
end, limit, best = 4.08, 0.5, 3

#: wrong · best takes x from 8 to 3 as a fraction: 5/8 · names "not the rate times 8"
end, limit, best = 4.08, 0.5, 0.625

#: wrong · best divides by the slope's -12 · names "not -12"
end, limit, best = 4.08, 0.5, 1 / 12
