#: right · the lines mended
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

#: wrong · as it was · names "nothing is mended"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(-1, FN) + b
    return y.reshape(N, FN, OH, OW)

#: wrong · only the last line mended · names "of the three mistakes only the last"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(-1, FN) + b
    return y.reshape(N, OH, OW, FN).transpose(0, 3, 1, 2)

#: wrong · only the weights mended · names "of the three mistakes only the weights"
def conv_rows(x, W, b):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = H - FH + 1, wide - FW + 1
    rows = np.empty((N, OH, OW, FH, FW, C))
    for i, j in np.ndindex(OH, OW):
        rows[:, i, j] = x[:, :, i : i + FH, j : j + FW].transpose(0, 2, 3, 1)
    y = rows.reshape(N * OH * OW, -1) @ W.reshape(FN, -1).T + b
    return y.reshape(N, FN, OH, OW)

#: wrong · only the order in the rows mended · names "of the three mistakes only the order"
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

#: wrong · kernel turned round · names "turned round by half a turn"
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

#: wrong · weights not turned · names "matmul"
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
