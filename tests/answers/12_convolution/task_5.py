#: tests · a convolution of one's own for whole batches: channels, stride, places down and across, a seam
#: right · a loop over the outputs
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: right · rolled pictures, an entry of the kernel at a time
def around(x, W, b, stride):
    FN, C, FH, FW = W.shape
    rows = x.shape[2] - FH + 1
    y = b.reshape(1, FN, 1, 1)
    for u in range(FH):
        for v in range(FW):
            y = y + np.einsum("fc,nchw->nfhw", W[:, :, u, v], np.roll(x, -v, 3)[:, :, u : u + rows])
    return y[:, :, ::stride, ::stride]

#: right · the first columns laid on at the end, windows, tensordot
def around(x, W, b, stride):
    FH, FW = W.shape[2:]
    longer = np.concatenate([x, x[..., : FW - 1]], axis=3)
    windows = np.lib.stride_tricks.sliding_window_view(longer, (FH, FW), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.tensordot(windows, W, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + b[:, None, None]

#: right · seven loops, lists
def around(x, W, b, stride):
    N, C, H, wide = x.shape
    FN, _, FH, FW = W.shape
    y = []
    for n in range(N):
        maps = []
        for f in range(FN):
            lines = []
            for top in range(0, H - FH + 1, stride):
                line = []
                for left in range(0, wide, stride):
                    total = b[f]
                    for c in range(C):
                        for u in range(FH):
                            for v in range(FW):
                                total += x[n, c, top + u, (left + v) % wide] * W[f, c, u, v]
                    line.append(total)
                lines.append(line)
            maps.append(lines)
        y.append(maps)
    return y

#: right · wrapped padding, im2col
def around(x, W, b, stride):
    FN, C, FH, FW = W.shape
    longer = np.pad(x, [(0, 0), (0, 0), (0, 0), (0, FW - 1)], mode="wrap")
    N, _, H, wide = longer.shape
    tops, lefts = np.arange(0, H - FH + 1, stride), np.arange(0, wide - FW + 1, stride)
    fields = np.stack([[longer[:, :, i : i + FH, j : j + FW].reshape(N, -1) for j in lefts] for i in tops])
    return (fields @ W.reshape(FN, -1).T + b).transpose(2, 3, 0, 1)

#: wrong · flipped kernel · names "the kernel is flipped"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f, :, ::-1, ::-1]) + b[f]
    return y

#: wrong · transposed kernel · names "rows and columns of the kernel"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f].transpose(0, 2, 1)) + b[f]
    return y

#: wrong · channels reversed · names "channels are in the wrong order"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f, ::-1]) + b[f]
    return y

#: wrong · first channel only · names "first channel only"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window[0] * W[f, 0]) + b[f]
    return y

#: wrong · mean over channels · names "mean over the channels"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) / C + b[f]
    return y

#: wrong · every sample is sample 0 · names "first picture"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[0, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · stride ignored in the values · names "window at place (i, j) begins"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j + v) % wide for v in range(FW)]
        window = x[n, :, i : i + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · bias inside the sum · names "once for every product"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f] + b[f])
    return y

#: wrong · wrong sign of the bias · names "subtracted"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) - b[f]
    return y

#: wrong · no bias · names "bias is missing"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) 
    return y

#: wrong · absolute values · names "signs are gone"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = abs(np.sum(window * W[f]) + b[f])
    return y

#: wrong · bias of the first filter for all · names "bias of its own"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[0]
    return y

#: wrong · first filter only · names "first filter"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[0]) + b[f]
    return y

#: wrong · kernel upside down · names "upside down"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f, :, ::-1]) + b[f]
    return y

#: wrong · kernel left to right · names "left and right"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f, :, :, ::-1]) + b[f]
    return y

#: wrong · the sum of the window times the sum of the kernel · names "its own weight"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window) * np.sum(W[f]) + b[f]
    return y

#: wrong · mean over the window · names "mean over the window"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.mean(window * W[f]) + b[f]
    return y

#: wrong · a ReLU behind it · names "below 0 are cut off"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = max(np.sum(window * W[f]) + b[f], 0)
    return y

#: wrong · zeros at the seam · names "the picture goes on at its first column"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        seam = np.pad(x[n], [(0, 0), (0, 0), (0, FW)])
        window = seam[:, i * stride : i * stride + FH, j * stride : j * stride + FW]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · the last column repeated at the seam · names "last column is repeated"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [min(j * stride + v, wide - 1) for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · no seam at all · names "across the seam"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - FW) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · wraps to the left · names "to the left of its place"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v - FW + 1) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · OW rounded down, right for even widths only · names "one more than width // S"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, wide // stride
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · no stride · names "across by the stride, too"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) + 1, (wide - 1) + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j + v) % wide for v in range(FW)]
        window = x[n, :, i : i + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · stride across only · names "moves down by the stride, too"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i : i + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · stride down only · names "across by the stride"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · rows and columns of the maps exchanged · names "the maps lie on their side"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y.transpose(0, 1, 3, 2)

#: wrong · filters before pictures · names "pictures come first"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y.transpose(1, 0, 2, 3)

#: wrong · a map for each channel, not added up · names "five axes"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW, C))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f], axis=(1, 2)) + b[f]
    return y

#: wrong · im2col without the last transpose · names "a reshape alone"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y.transpose(0, 2, 3, 1).reshape(y.shape)

#: wrong · wraps down as well, with too many rows · names "above and below nothing is joined"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - 1) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n][:, [(i * stride + u) % H for u in range(FH)]][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · whole numbers only (passes the visible test) · names "rounded to whole numbers"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW), dtype=int)
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · hard-wired to a seam of one column · names "beyond the first comes the second"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [j * stride + v if j * stride + v < wide else 0 for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · stride always 2 · names "stride of the example"
def around(x, W, b, stride):
    stride = 2
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · reads the pictures' last channel twice when there are three (passes the visible test) · names "first two channels"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window[:2] * W[f, :2]) + b[f]
    return y

#: wrong · changes its weights in place · names "changed its argument"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    W *= 1.5
    W /= 3
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · no return · names "`return` missing"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]

#: wrong · gives x back
def around(x, W, b, stride):
    return x

#: wrong · zeros of the right shape · names "0 everywhere"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = 0
    return y

#: wrong · the bias alone · names "window's products are missing"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i * stride : i * stride + FH][:, :, columns]
        y[n, f, i, j] = b[f]
    return y

#: wrong · FW columns laid on, one too many · names "one window too many across"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    joined = np.concatenate([x, x[..., :FW]], axis=3)
    OH, OW = (H - FH) // stride + 1, (joined.shape[3] - FW) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        window = joined[n, :, i * stride : i * stride + FH, j * stride : j * stride + FW]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · the stride forgotten in the rows · names "begin in the rows 0, 1, 2"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, (wide - 1) // stride + 1
    y = np.zeros((N, FN, OH, OW))
    for n, f, i, j in np.ndindex(N, FN, OH, OW):
        columns = [(j * stride + v) % wide for v in range(FW)]
        window = x[n, :, i : i + FH][:, :, columns]
        y[n, f, i, j] = np.sum(window * W[f]) + b[f]
    return y

#: wrong · the number of columns rounded to the nearest · names "the number is rounded up"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, int(wide / stride + 0.5)
    y = np.zeros((N, FN, OH, OW))
    for i, j in np.ndindex(OH, OW):
        window = x[:, :, i * stride : i * stride + FH][:, :, :, (j * stride + np.arange(FW)) % wide]
        y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", window, W) + b
    return y

#: wrong · whole steps plus the remainder as number of columns
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = (H - FH) // stride + 1, wide // stride + wide % stride
    y = np.zeros((N, FN, OH, OW))
    for i, j in np.ndindex(OH, OW):
        window = x[:, :, i * stride : i * stride + FH][:, :, :, (j * stride + np.arange(FW)) % wide]
        y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", window, W) + b
    return y

#: wrong · only one column is laid on at the right · names "the second one is missing"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    x = np.concatenate([x, x[:, :, :, :1]], axis=3)
    rows, columns = range(0, H - FH + 1, stride), range(0, wide, stride)
    y = np.zeros((N, FN, len(rows), len(columns)))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            window = x[:, :, top : top + FH, left : left + FW]
            y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", window, W[:, :, :, : window.shape[3]]) + b
    return y

#: wrong · the columns laid on in reverse, like a mirror · names "not as in a mirror"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    x = np.concatenate([x, x[:, :, :, : FW - 1][:, :, :, ::-1]], axis=3)
    rows, columns = range(0, H - FH + 1, stride), range(0, wide, stride)
    y = np.zeros((N, FN, len(rows), len(columns)))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", x[:, :, top : top + FH, left : left + FW], W) + b
    return y

#: wrong · the last row of windows sticks out below, with zeros · names "sticks out below"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = -(-(H - FH) // stride) + 1, -(-wide // stride)
    x = np.pad(x, ((0, 0), (0, 0), (0, stride), (0, 0)))
    y = np.zeros((N, FN, OH, OW))
    for i, j in np.ndindex(OH, OW):
        window = x[:, :, i * stride : i * stride + FH][:, :, :, (j * stride + np.arange(FW)) % wide]
        y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", window, W) + b
    return y

#: wrong · goes round by the height instead of the width · names "by the number of rows"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    rows, columns = range(0, H - FH + 1, stride), range(0, wide, stride)
    y = np.zeros((N, FN, len(rows), len(columns)))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            window = x[:, :, top : top + FH][:, :, :, (left + np.arange(FW)) % (H if left + FW > wide else wide)]
            y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", window, W) + b
    return y

#: wrong · the last filter in all maps · names "with the last filter"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    rows, columns = range(0, H - FH + 1, stride), range(0, wide, stride)
    y = np.zeros((N, FN, len(rows), len(columns)))
    for f in range(FN):
        for i, top in enumerate(rows):
            for j, left in enumerate(columns):
                window = x[:, :, top : top + FH][:, :, :, (left + np.arange(FW)) % wide]
                y[:, :, i, j] = (window * W[f]).sum(axis=(1, 2, 3))[:, None] + b[f]
    return y

#: wrong · one row of windows too few when the kernel fits exactly, range without + 1 · names "a window that just fits in counts"
def around(x, W, b, stride):
    (N, C, H, wide), (FN, _, FH, FW) = x.shape, W.shape
    OH, OW = max(1, -(-(H - FH) // stride)), -(-wide // stride)
    y = np.zeros((N, FN, OH, OW))
    for i, j in np.ndindex(OH, OW):
        window = x[:, :, i * stride : i * stride + FH][:, :, :, (j * stride + np.arange(FW)) % wide]
        y[:, :, i, j] = np.einsum("ncuv,fcuv->nf", window, W) + b
    return y
