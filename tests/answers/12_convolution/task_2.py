#: tests · what a kernel does to a picture: a shift by fetching, a mean slope, and two passes in one
#: right · written down
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: right · worked out with slices
ghost = np.zeros((3, 3))
ghost[1, 1], ghost[0, 2] = 1, 0.5
rise = np.array([-1, 0, 1])[:, None] / 2 * np.ones(3) / 3
first, second = np.array([[1, 2], [0, -1]]), [3, -1]
combined = np.zeros((3, 2))
for m in range(2):
    combined[m : m + 2] += second[m] * first

#: right · lists
ghost = [[0, 0, 1 / 2], [0, 1, 0], [0, 0, 0]]
rise = [[-1 / 6] * 3, [0] * 3, [1 / 6] * 3]
combined = [[3, 6], [-1, -5], [0, 1]]

#: wrong · ghost: the ghost went up and to the right · names "the ghost went up and to the right"
ghost = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.5, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: the ghost went down and to the right · names "the ghost went down and to the right"
ghost = np.array([[0.5, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: the ghost went up and to the left · names "the ghost went up and to the left"
ghost = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.5]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: the ghost is there and the picture itself is missing · names "the ghost is there and the picture itself is missing"
ghost = np.array([[0.0, 0.0, 0.5], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: the ghost is as strong as the picture · names "the ghost is as strong as the picture"
ghost = np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: picture and ghost are exchanged · names "picture and ghost are exchanged"
ghost = np.array([[0.0, 0.0, 1.0], [0.0, 0.5, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: the picture is as faint as the ghost · names "the picture is as faint as the ghost"
ghost = np.array([[0.0, 0.0, 0.5], [0.0, 0.5, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: the ghost was subtracted · names "the ghost was subtracted"
ghost = np.array([[0.0, 0.0, -0.5], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: there is no ghost · names "there is no ghost"
ghost = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · ghost: it is made darker or brighter as a whole · names "it is made darker or brighter as a whole"
ghost = np.array([[0.0, 0.0, 0.3333333333333333], [0.0, 0.6666666666666666, 0.0], [0.0, 0.0, 0.0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise without a factor · names "not averaged"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise: sum over columns · names "columns are averaged"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 2
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise: two rows are taken as one · names "two rows apart"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 3
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise upside down · names "below minus above"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / -6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise across · names "goes across"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise by the mean of nine · names "six weights that are not 0"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 9
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise from the middle to below · names "not minus the pixel itself"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[0, 0, 0], [-1, -1, -1], [1, 1, 1]]) / 3
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise from above to the middle · names "not the pixel itself"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [1, 1, 1], [0, 0, 0]]) / 3
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise in the middle column only · names "all three columns"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[0, -1, 0], [0, 0, 0], [0, 1, 0]]) / 2
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · Sobel's weights · names "count alike"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]) / 8
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise and across mixed · names "rises from left to right only"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [-3, 0, 3], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · combined of the wrong shape · names "should have shape (3, 2)"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[1, 2], [0, -1]])

#: wrong · ghost as one row · names "should have shape (3, 3)"
ghost = np.array([1, 0.5, 0])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · all zeros · names "0 everywhere"
ghost = np.array([[0.0] * 3] * 3)
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · all ones
ghost = np.array([[1.0] * 3] * 3)
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · combined: the kernel was flipped · names "the kernel was flipped"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[1, 0], [-5, -1], [6, 3]])

#: wrong · combined: the second kernel is used upside down · names "the second kernel is used upside down"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[-1, -2], [3, 7], [0, -3]])

#: wrong · combined: the second pass counts the middle line twice · names "the second pass counts the middle line twice"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [0, -3], [0, 1]])

#: wrong · combined: the middle line is what two places of the first pass have in common · names "the middle line is what two places of the first pass have in common"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -2], [0, 1]])

#: wrong · combined: one pass after the other multiplies the weights; the two kernels are not added · names "one pass after the other multiplies the weights; the two kernels are not added"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[4, 2], [-1, 0], [0, -1]])

#: wrong · combined: that is the first pass alone · names "that is the first pass alone"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[1, 2], [0, -1], [0, 0]])

#: wrong · combined: in the middle line a sign is wrong · names "in the middle line a sign is wrong"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [1, -1], [0, 1]])

#: wrong · combined: left and right are exchanged · names "left and right are exchanged"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[6, 3], [-5, -1], [1, 0]])

#: wrong · combined: it is upside down · names "it is upside down"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[0, 1], [-1, -5], [3, 6]])

#: right · np.matrix
ghost = np.matrix("0 0 .5; 0 1 0; 0 0 0")
rise = np.matrix("-1 -1 -1; 0 0 0; 1 1 1") / 6
combined = np.matrix("3 6; -1 -5; 0 1")

#: wrong · the ghost straight below · names "straight below"
ghost = np.array([[0, 0.5, 0], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · the ghost straight to the left · names "straight at the left"
ghost = np.array([[0, 0, 0], [0, 1, 0.5], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise with rounded numbers · names "the numbers were rounded"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) * 0.167
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise looks at the left column only · names "the left column only"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, 0, 0], [0, 0, 0], [1, 0, 0]]) / 2
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise as the mean of the two single rises, and the middle row got a weight · names "the row in the middle has no weight"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [-1, -1, -1], [2, 2, 2]]) / 9
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · rise above minus below over three · names "the sign is turned"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[1, 1, 1], [0, 0, 0], [-1, -1, -1]]) / 3
combined = np.array([[3, 6], [-1, -5], [0, 1]])

#: wrong · combined: the second kernel times each row, not shifted · names "one row further down"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [0, 1], [0, 0]])

#: wrong · combined: the minus forgotten in the last row · names "in the lowest line"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [-1, -5], [0, -1]])

#: wrong · combined: the minus forgotten altogether · names "the second copy is subtracted"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[3, 6], [1, -1], [0, -1]])

#: wrong · combined: the kernels stacked · names "not laid under each other"
ghost = np.array([[0, 0, 0.5], [0, 1, 0], [0, 0, 0]])
rise = np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]) / 6
combined = np.array([[1, 2], [0, -1], [3, -1]])
