#: tests · padding, output size, weights and biases of a convolution by hand, with rows and columns that differ
#: right · the numbers
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 2

#: right · the formula, lists
FH, FW, S = 7, 5, 3
padding = [(FH - 1) // 2, (FW - 1) // 2]
y_shape = [6, 10, (30 - FH) // S + 1, (41 - FW) // S + 1]
learned = 10 * (4 * FH * FW + 1)
unseen = 30 - ((y_shape[2] - 1) * S + FH)

#: right · from arrays
padding = np.array([3, 2])
y_shape = np.zeros((6, 10, len(range(0, 24, 3)), len(range(0, 37, 3)))).shape
learned = np.zeros((10, 4, 7, 5)).size + 10.0
unseen = 2.0

#: wrong · padding = (2, 3) · names "rows and columns are exchanged"
padding, y_shape, learned, unseen = (2, 3), (6, 10, 8, 13), 1410, 2

#: wrong · padding = (6, 4) · names "that is both sides together; P counts the zeros of one side"
padding, y_shape, learned, unseen = (6, 4), (6, 10, 8, 13), 1410, 2

#: wrong · padding = (7, 5) · names "that is the kernel; at stride 1 the padding makes up for what the window takes away"
padding, y_shape, learned, unseen = (7, 5), (6, 10, 8, 13), 1410, 2

#: wrong · padding = (4, 3) · names "that is one too many on each side"
padding, y_shape, learned, unseen = (4, 3), (6, 10, 8, 13), 1410, 2

#: wrong · padding = (3, 3) · names "the kernel has fewer columns than rows"
padding, y_shape, learned, unseen = (3, 3), (6, 10, 8, 13), 1410, 2

#: wrong · padding = (2, 2) · names "the kernel has more rows than columns"
padding, y_shape, learned, unseen = (2, 2), (6, 10, 8, 13), 1410, 2

#: wrong · padding = (0, 0) · names "without padding the map is smaller than the picture"
padding, y_shape, learned, unseen = (0, 0), (6, 10, 8, 13), 1410, 2

#: wrong · y_shape = (6, 10, 7, 12) · names "places are counted from 0"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 7, 12), 1410, 2

#: wrong · y_shape = (6, 4, 8, 13) · names "the maps are the channels of the output"
padding, y_shape, learned, unseen = (3, 2), (6, 4, 8, 13), 1410, 2

#: wrong · y_shape = (6, 10, 4, 8, 13) · names "the channels are added up"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 4, 8, 13), 1410, 2

#: wrong · y_shape = (6, 40, 8, 13) · names "the channels are added up"
padding, y_shape, learned, unseen = (3, 2), (6, 40, 8, 13), 1410, 2

#: wrong · y_shape = (10, 6, 8, 13) · names "the pictures come first"
padding, y_shape, learned, unseen = (3, 2), (10, 6, 8, 13), 1410, 2

#: wrong · y_shape = (6, 10, 9, 13) · names "round down"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 9, 13), 1410, 2

#: wrong · y_shape = (6, 10, 13, 8) · names "rows come before columns"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 13, 8), 1410, 2

#: wrong · y_shape = (6, 8, 13, 10) · names "the maps come right after the pictures"
padding, y_shape, learned, unseen = (3, 2), (6, 8, 13, 10), 1410, 2

#: wrong · y_shape = (6, 10, 24, 37) · names "the stride is forgotten"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 24, 37), 1410, 2

#: wrong · y_shape = (6, 10, 10, 14) · names "the padding of the first question is gone now"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 10, 14), 1410, 2

#: wrong · y_shape = (6, 10, 8, 12) · names "across there is one more"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 12), 1410, 2

#: wrong · y_shape = (10, 8, 13) · names "the batch is missing"
padding, y_shape, learned, unseen = (3, 2), (10, 8, 13), 1410, 2

#: wrong · learned = 1400 · names "each filter has a bias"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1400, 2

#: wrong · learned = 360 · names "a filter has a kernel for each channel"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 360, 2

#: wrong · learned = 350 · names "a filter has a kernel for each channel"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 350, 2

#: wrong · learned = 1440 · names "one bias for a filter"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1440, 2

#: wrong · learned = 141 · names "that is a single filter"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 141, 2

#: wrong · learned = 8460 · names "all pictures share the filters"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 8460, 2

#: wrong · learned = 146640 · names "all places share the weights"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 146640, 2

#: wrong · learned = 145610 · names "all places share the weights"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 145610, 2

#: wrong · unseen = 0 · names "the rows run from 0 to 29"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 0

#: wrong · unseen = 3 · names "that many cannot be left"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 3

#: wrong · unseen = 1 · names "the last window ends at row kS + FH − 1"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 1

#: wrong · unseen = 8 · names "that is the number of places"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 8

#: wrong · unseen = 7 · names "there are fewer after the end of the last window"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 7

#: wrong · unseen = 5 · names "that many cannot be left"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 5

#: wrong · the size left out of y
padding, y_shape, learned, unseen = (3, 2), (6, 10), 1410, 2

#: wrong · one number for the padding · names "a pair is asked for"
padding, y_shape, learned, unseen = 3, (6, 10, 8, 13), 1410, 2

#: wrong · kernel rows and columns exchanged in the second question · names "rows and columns of the kernel are exchanged"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 9, 12), 1410, 2

#: wrong · the picture's size with the kernel subtracted, without any stride + 1 · names "divide by the stride"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 23, 36), 1410, 2

#: wrong · a whole kernel of padding divided by two, rounded up · names "there are no half rows"
padding, y_shape, learned, unseen = (3.5, 2.5), (6, 10, 8, 13), 1410, 2

#: wrong · one bias for all filters · names "each filter has a bias of its own"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1401, 2

#: wrong · FH + FW instead of FH times FW · names "has 7 · 5 numbers"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 490, 2

#: wrong · counts what the strides leave over, 30 - 8 · 3 · names "it has FH rows"
padding, y_shape, learned, unseen = (3, 2), (6, 10, 8, 13), 1410, 6
