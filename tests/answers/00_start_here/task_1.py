#: tests · shapes of slices, of one pixel in all pictures, and of a matrix product, without running them
#: right · three tuples
top, column, product = (3, 8), (50,), (50, 10)

#: right · asked of NumPy
x = np.zeros((50, 64))
top = x[0].reshape(8, 8)[:3].shape
column = x[:, 5].shape
product = (x @ np.zeros((64, 10))).shape

#: wrong · columns first · names "rows come first"
top, column, product = (8, 3), (50,), (50, 10)

#: wrong · the whole picture · names "the range keeps three"
top, column, product = (8, 8), (50,), (50, 10)

#: wrong · not reshaped · names "reshaped before"
top, column, product = (3, 64), (50,), (50, 10)

#: wrong · only the range · names "columns are all still there"
top, column, product = (3,), (50,), (50, 10)

#: wrong · keeps the axis · names "takes its axis away"
top, column, product = (3, 8), (50, 1), (50, 10)

#: wrong · pixels for pictures · names "how many pictures"
top, column, product = (3, 8), (64,), (50, 10)

#: wrong · a number, not a tuple · names "needs a comma"
top, column, product = (3, 8), 50, (50, 10)

#: wrong · the inner sizes · names "outer ones are left"
top, column, product = (3, 8), (50,), (64, 64)

#: wrong · the outer sizes exchanged · names "keep their order"
top, column, product = (3, 8), (50,), (10, 50)

#: wrong · nothing used up · names "used up"
top, column, product = (3, 8), (50,), (50, 64, 10)
