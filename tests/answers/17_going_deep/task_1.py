#: tests · a value and a slope by hand; that a constant does not tilt

#: right · as numbers
value, slope = 10, 6

#: right · computed
value, slope = 3.0**2 + 1, np.array(2 * 3)

#: wrong · forgets the constant · names "the 1 is missing"
value, slope = 9, 6

#: wrong · doubles instead of squaring · names "not 2 · x"
value, slope = 7, 6

#: wrong · the constant in the slope · names "does not tilt it"
value, slope = 10, 7

#: wrong · the value for the slope · names "how fast it grows"
value, slope = 10, 9
