#: tests · the order of axes around reshape: a row for each window, a column for each filter, filters back in front
#: right · the lines fixed
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: right · the weights follow the rows
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.transpose(2, 3, 1, 0).reshape(-1, FN) + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: right · seven letters, loops over four of them
def conv_rows(x, W, b):
    N, C, H, wide = x.shape
    FN, _, FH, FW = W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1))
    for n, f, i, j in np.ndindex(*y.shape):
        y[n, f, i, j] = (x[n, :, i : i + FH, j : j + FW] * W[f]).sum() + b[f]
    return y

#: right · windows and einsum
def conv_rows(x, W, b):
    windows = np.lib.stride_tricks.sliding_window_view(x, W.shape[2:], axis=(2, 3))
    return np.einsum("ncijuv,fcuv->nfij", windows, W) + b[:, None, None]

#: wrong · as it was · names "nothing is fixed"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(-1, FN) + b
    return y.reshape(N, FN, OH, OW)

#: wrong · only the last line fixed · names "of the three mistakes only the last"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(-1, FN) + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · only the weights fixed · names "of the three mistakes only the weights"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, FN, OH, OW)

#: wrong · only the order in the rows fixed · names "of the three mistakes only the order"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(-1, FN) + b
    return y.reshape(N, FN, OH, OW)

#: wrong · the order in the rows left · names "channel by channel"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · the weights left · names "each filter a column"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(-1, FN) + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · the last reshape left · names "does not bring the filters in front"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, FN, OH, OW)

#: wrong · weights by W.T · names "runs backwards through all axes"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.T.reshape(-1, FN) + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · channels reversed · names "channels are in the wrong order"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW][:, ::-1]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · kernel flipped · names "the kernel is flipped"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW][:, :, ::-1, ::-1]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · kernel transposed · names "rows and columns of the kernel"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FW, FH))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 1, 3, 2)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · forgets the bias · names "bias is missing"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T 
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · product turned, then cut up · names "mixes pictures and filters"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.T.reshape(N, FN, OH, OW)

#: wrong · filters first · names "pictures come first"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.T.reshape(FN, N, OH, OW)

#: wrong · filters last · names "the filters come last"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN)

#: wrong · rows and columns of the maps exchanged · names "on their side"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 2, 1)

#: wrong · OW before OH in the reshape (passes the visible test, where OW is 1) · names "places are counted row by row"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OW, OH, FN).transpose(0, 3, 2, 1)

#: wrong · weights not transposed · names "matmul"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1) + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · no return · names "`return` missing"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    y = y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · zeros · names "0 everywhere"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    return np.zeros((N, FN, OH, OW))

#: wrong · the result in the dtype of x, so whole-number pictures cut it off · names "took over the dtype of x"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1), dtype=x.dtype)
    for n, f, i, j in np.ndindex(y.shape):
        y[n, f, i, j] = np.sum(x[n, :, i : i + FH, j : j + FW] * W[f]) + b[f]
    return y

#: wrong · square kernels only: FH for the columns as well · names "FW columns, not FH"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FH + 1
    rows = np.empty((N, OH, OW, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FH]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · rows of the matrix are cut as (N, OW, OH) and the axes then swapped back the wrong way · names "OH comes before OW"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OW, OH, C, FH, FW))
    for i, j in np.ndindex(OH, OW):
        rows[:, j, i] = x[:, :, i : i + FH, j : j + FW]
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · the bias once for every channel · names "not once for each channel"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1))
    for f in range(FN):
        for c in range(C):
            for i, j in np.ndindex(y.shape[2:]):
                y[:, f, i, j] += (x[:, c, i : i + FH, j : j + FW] * W[f, c]).sum(axis=(1, 2)) + b[f]
    return y

#: wrong · all biases added to each map · names "each filter has a bias of its own"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1))
    for n, f, i, j in np.ndindex(y.shape):
        y[n, f, i, j] = np.sum(x[n, :, i : i + FH, j : j + FW] * W[f]) + b.sum()
    return y

#: wrong · return inside the loop over the pictures · names "the `return` may stand inside the loop"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1))
    for n in range(N):
        for f, i, j in np.ndindex(y.shape[1:]):
            y[n, f, i, j] = np.sum(x[n, :, i : i + FH, j : j + FW] * W[f]) + b[f]
        return y

#: wrong · np.dot of the window with the kernel, a matrix product · names "@ is a matrix product"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1))
    for n, f, i, j in np.ndindex(y.shape):
        y[n, f, i, j] = np.sum(x[n, :, i : i + FH, j : j + FW] @ W[f]) + b[f]
    return y

#: wrong · one row and column too few · names "one place more than"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    y = np.zeros((N, FN, H - FH + 1, wide - FW + 1))
    for i in range(H - FH):
        for j in range(wide - FW):
            y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", x[:, :, i : i + FH, j : j + FW], W) + b
    return y
