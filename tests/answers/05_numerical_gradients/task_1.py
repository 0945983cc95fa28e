#: tests · differences forward, backward and central by hand; that the forward one is off by a · h

#: right · computed
f, g = lambda x: 2 * x**2 - 3 * x - 2, lambda x: x**3
forward, backward, central = (f(3.5) - f(3)) / 0.5, (f(3) - f(2.5)) / 0.5, (g(3) - g(1)) / 2
step = 0.001 / 2

#: right · as arrays of one number
forward, backward, central, step = np.array(10), 8.0, np.array(13.0), 5e-4

#: wrong · the exact slope for the forward difference · names "chord ahead has another one"
forward, backward, central, step = 9, 8, 13, 0.0005

#: wrong · ahead and behind exchanged · names "forward looks ahead"
forward, backward, central, step = 8, 10, 13, 0.0005

#: wrong · not divided by h · names "divide it by h"
forward, backward, central, step = 5, 4, 13, 0.0005

#: wrong · forward with a step of 1 · names "a step of 1"
forward, backward, central, step = 11, 7, 13, 0.0005

#: wrong · here minus ahead · names "f ahead minus f here"
forward, backward, central, step = -10, -8, -13, 0.0005

#: wrong · only f at 3.5 · names "not yet a slope"
forward, backward, central, step = 12, 3, 13, 0.0005

#: wrong · f at 3 for its slope · names "f at 3 and"
forward, backward, central, step = 7, 8, 13, 0.0005

#: wrong · the same chord both ways · names "chord ahead of 3"
forward, backward, central, step = 10, 10, 13, 0.0005

#: wrong · the exact slope backwards · names "chord behind has another one"
forward, backward, central, step = 10, 9, 13, 0.0005

#: wrong · backwards not divided · names "divide it by h"
forward, backward, central, step = 10, 4, 13, 0.0005

#: wrong · backwards with the sign of the step lost · names "f here minus f behind"
forward, backward, central, step = 10, -8, 13, 0.0005

#: wrong · central is always exact · names "only on a parabola"
forward, backward, central, step = 10, 8, 12, 0.0005

#: wrong · central divided by h · names "2h apart: divide by that"
forward, backward, central, step = 10, 8, 26, 0.0005

#: wrong · forward difference of the cube · names "that is the forward difference"
forward, backward, central, step = 10, 8, 19, 0.0005

#: wrong · central with the h of the line before · names "here h is 1"
forward, backward, central, step = 10, 8, 12.25, 0.0005

#: wrong · step taken for the error · names "here a is 2"
forward, backward, central, step = 10, 8, 13, 0.001

#: wrong · multiplied by a · names "do not multiply"
forward, backward, central, step = 10, 8, 13, 0.002

#: wrong · the second derivative for a · names "not 4"
forward, backward, central, step = 10, 8, 13, 0.00025

#: wrong · error taken for h squared · names "not to its square"
forward, backward, central, step = 10, 8, 13, (0.001 / 2) ** 0.5

#: wrong · a step back · names "too small"
forward, backward, central, step = 10, 8, 13, -0.0005

#: wrong · three of four
forward, backward, central, step = 10, 8, 13, 1e-5

#: wrong · reads 2x² as (2x)² · names "only the x is squared"
forward, backward, central, step = 23, 19, 13, 0.0005

#: wrong · forgets the -2 in f(3) only · names "belongs to f(3)"
forward, backward, central, step = 6, 8, 13, 0.0005

#: wrong · multiplies by h instead of dividing · names "to multiply by 0.5"
forward, backward, central, step = 2.5, 2, 13, 0.0005

#: wrong · f(2.5) comes out as 5.5, because the 3x was added up wrongly · names "change from there to f(3)"
forward, backward, central, step = 10, 3, 13, 0.0005

#: wrong · g is taken as 3x · names "not 3x"
forward, backward, central, step = 10, 8, 3, 0.0005

#: wrong · central divides the difference forward by two: g(3) - g(2) · names "the other point is at 2 - h"
forward, backward, central, step = 10, 8, 9.5, 0.0005

#: wrong · central of f instead of g · names "that is the one of f"
forward, backward, central, step = 10, 8, 5, 0.0005

#: wrong · step slips a zero · names "count the zeros"
forward, backward, central, step = 10, 8, 13, 0.005

#: wrong · step divides by the slope 9 · names "does not depend on the slope"
forward, backward, central, step = 10, 8, 13, 0.001 / 9

#: wrong · step as two thousand, the inverse · names "inverse"
forward, backward, central, step = 10, 8, 13, 2000

#: wrong · step with the -3 of -3x · names "not before x"
forward, backward, central, step = 10, 8, 13, 0.001 / 3
