#: tests · combining two chords so that an error cancels; asking f only where it may be asked, with a step of any size

#: right · two forward differences
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / (2 * h)
    return 2 * A - B

#: right · the chord, less half of the change from chord to chord
def edge_slope(f, x, h):
    y0, y1, y2 = f(x), f(x + h), f(x + h + h)
    first, second = (y1 - y0) / h, (y2 - y1) / h
    return first - (second - first) / 2

#: right · a parabola through the three points
def edge_slope(f, x, h):
    rows = np.array([[0, 0, 1], [1, 1, 1], [4, 2, 1.0]])
    a, b, c = np.linalg.solve(rows, [f(x), f(x + h), f(x + 2 * h)])
    return b / h

#: right · all three places in one array
def edge_slope(f, x, h):
    return f(x + h * np.arange(3)) @ np.array([-1.5, 2, -0.5]) / h

#: wrong · the forward difference · names "that is the forward difference"
def edge_slope(f, x, h):
    return (f(x + h) - f(x)) / h

#: wrong · central difference · names "before the edge"
def edge_slope(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)

#: wrong · central difference around x + h · names "single chord"
def edge_slope(f, x, h):
    return (f(x + 2 * h) - f(x)) / (2 * h)

#: wrong · mean of the two chords · names "mean of two chords"
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / (2 * h)
    return (A + B) / 2

#: wrong · 2B - A · names "wrong way round"
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / (2 * h)
    return 2 * B - A

#: wrong · divided by h · names "divide by 2h, not by h"
def edge_slope(f, x, h):
    return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / h

#: wrong · brackets missing around 2 h · names "put brackets"
def edge_slope(f, x, h):
    return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / 2 * h

#: wrong · the step forgotten · names "not divided by the step"
def edge_slope(f, x, h):
    return -3 * f(x) + 4 * f(x + h) - f(x + 2 * h)

#: wrong · sign of the whole · names "all signs"
def edge_slope(f, x, h):
    return (3 * f(x) - 4 * f(x + h) + f(x + 2 * h)) / (2 * h)

#: wrong · one sign · names "a sign is wrong"
def edge_slope(f, x, h):
    return (3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h)

#: wrong · (4A - B) / 3 · names "errors that go with h²"
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / (2 * h)
    return (4 * A - B) / 3

#: wrong · divided by 4 h · names "not by 4h"
def edge_slope(f, x, h):
    return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (4 * h)

#: wrong · a tiny step of its own
def edge_slope(f, x, h):
    return (f(x + 1e-9) - f(x)) / 1e-9

#: wrong · half a step and a whole one · names "nowhere else"
def edge_slope(f, x, h):
    return (-3 * f(x) + 4 * f(x + h / 2) - f(x + h)) / h

#: wrong · three steps ahead, exact on cubics · names "nowhere else"
def edge_slope(f, x, h):
    return (-11 * f(x) + 18 * f(x + h) - 9 * f(x + 2 * h) + 2 * f(x + 3 * h)) / (6 * h)

#: wrong · the constant of this f taken for granted, and 2 h = 8 too
def edge_slope(f, x, h):
    return (-30 + 4 * f(x + h) - f(x + 2 * h)) / 8

#: wrong · whole numbers only · names "divide with /"
def edge_slope(f, x, h):
    return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) // (2 * h)

#: wrong · 9 and -0.625, as seen
def edge_slope(f, x, h):
    f(x), f(x + h), f(x + 2 * h)
    return 9.0 if x == 3 else -0.625

#: wrong · missing return · names "return"
def edge_slope(f, x, h):
    slope = (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h)

#: wrong · the second chord begins at x + h · names "both begin at x"
def edge_slope(f, x, h):
    first, second = (f(x + h) - f(x)) / h, (f(x + 2 * h) - f(x + h)) / h
    return 2 * first - second

#: wrong · only the error · names "that is a · h"
def edge_slope(f, x, h):
    return (f(x + 2 * h) - f(x)) / (2 * h) - (f(x + h) - f(x)) / h

#: right · np.gradient with edge_order
def edge_slope(f, x, h):
    return np.gradient([f(x + k * h) for k in range(3)], h, edge_order=2)[0]

#: wrong · takes the size of the slope · names "do not take its size"
def edge_slope(f, x, h):
    return abs((-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h))

#: wrong · forgets f(x), as if it were 0 · names "f(x) is left out"
def edge_slope(f, x, h):
    return (4 * f(x + h) - f(x + 2 * h)) / (2 * h)

#: wrong · one f(x) too few: the weights are -1, 4, -1 · names "nothing may be left"
def edge_slope(f, x, h):
    return (4 * f(x + h) - f(x + 2 * h) - f(x)) / (2 * h)

#: wrong · takes a twice: a is the second difference without the half · names "is 2a, not a"
def edge_slope(f, x, h):
    a = (f(x + 2 * h) - 2 * f(x + h) + f(x)) / h**2
    return (f(x + h) - f(x)) / h - a * h

#: wrong · B is divided by h · names "in B the two places are 2h apart"
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / h
    return 2 * A - B

#: wrong · 3A - 2B · names "slope - a · h is left"
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / (2 * h)
    return 3 * A - 2 * B

#: wrong · polyfit's wrong coefficient · names "how much it bends"
def edge_slope(f, x, h):
    return np.polyfit([0, h, 2 * h], [f(x), f(x + h), f(x + 2 * h)], 2)[0]

#: wrong · polyfit in x, and gives b, forgetting 2ax · names "slope at 0"
def edge_slope(f, x, h):
    a, b, c = np.polyfit([x, x + h, x + 2 * h], [f(x), f(x + h), f(x + 2 * h)], 2)
    return b

#: wrong · brackets only around the last term · names "around all three"
def edge_slope(f, x, h):
    return -3 * f(x) + 4 * f(x + h) - f(x + 2 * h) / (2 * h)

#: wrong · returns A and the error as a pair · names "nothing else"
def edge_slope(f, x, h):
    A = (f(x + h) - f(x)) / h
    B = (f(x + 2 * h) - f(x)) / (2 * h)
    return 2 * A - B, B - A

#: wrong · rounds to three digits
def edge_slope(f, x, h):
    return round((-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h), 3)
