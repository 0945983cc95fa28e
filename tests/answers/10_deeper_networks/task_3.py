#: tests · moving a batch of images with zero fill: slices at 0 and below, moves beyond the frame, dtype

#: right · pixel by pixel
def slide(images, down, right):
    N, H, W = images.shape
    moved = np.zeros(images.shape, images.dtype)
    for n in range(N):
        for i in range(H):
            for j in range(W):
                if 0 <= i + down < H and 0 <= j + right < W:
                    moved[n, i + down, j + right] = images[n, i, j]
    return moved

#: right · roll, then wipe what came round
def slide(images, down, right):
    moved = np.roll(images, (down, right), axis=(1, 2))
    if down > 0:
        moved[:, :down] = 0
    elif down < 0:
        moved[:, down:] = 0
    if right > 0:
        moved[:, :, :right] = 0
    elif right < 0:
        moved[:, :, right:] = 0
    return moved

#: right · two slices with max and min
def slide(images, down, right):
    H, W = images.shape[1:]
    moved = np.zeros_like(images)
    if abs(down) < H and abs(right) < W:
        moved[:, max(down, 0):H + min(down, 0), max(right, 0):W + min(right, 0)] = \
            images[:, max(-down, 0):H - max(down, 0), max(-right, 0):W - max(right, 0)]
    return moved

#: right · index arrays and a mask
def slide(images, down, right):
    H, W = images.shape[1:]
    rows, columns = np.arange(H)[:, None] - down, np.arange(W) - right
    seen = (rows >= 0) & (rows < H) & (columns >= 0) & (columns < W)
    return np.where(seen, images[:, rows % H, columns % W], 0).astype(images.dtype)

#: right · matrices of zeros and ones
def slide(images, down, right):
    H, W = images.shape[1:]
    D, R = np.eye(H, k=-down), np.eye(W, k=right)
    return (D @ images @ R).astype(images.dtype)

#: right · in a square frame, cut out at the end
def slide(images, down, right):
    N, H, W = images.shape
    side = max(H, W)
    square = np.zeros((N, side, side), images.dtype)
    square[:, :H, :W] = images
    return (np.eye(side, k=-down) @ square @ np.eye(side, k=right))[:, :H, :W].astype(images.dtype)

#: wrong · roll · names "comes in again on the other"
def slide(images, down, right):
    return np.roll(images, (down, right), axis=(1, 2))

#: wrong · roll, wiped in one direction only · names "comes in again at the right"
def slide(images, down, right):
    moved = np.roll(images, (down, right), axis=(1, 2))
    if down > 0:
        moved[:, :down] = 0
    if down < 0:
        moved[:, down:] = 0
    return moved

#: wrong · roll, wiped for positive moves only · names "comes in again at the right"
def slide(images, down, right):
    moved = np.roll(images, (down, right), axis=(1, 2))
    moved[:, :max(down, 0)] = 0
    moved[:, :, :max(right, 0)] = 0
    return moved

#: wrong · roll, wiped at the wrong end for a move up · names "comes in again at the top"
def slide(images, down, right):
    moved = np.roll(images, (down, right), axis=(1, 2))
    if right < 0:
        moved[:, :, right:] = 0
    else:
        moved[:, :, :right] = 0
    return moved

#: wrong · both turned round · names "both directions are turned round"
def slide(images, down, right):
    N, H, W = images.shape
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    return framed[:, m + down:m + down + H, m + right:m + right + W].copy()

#: wrong · up for down · names "up and down are exchanged"
def slide(images, down, right):
    N, H, W = images.shape
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    return framed[:, m + down:m + down + H, m - right:m - right + W].copy()

#: wrong · left for right · names "left and right are exchanged"
def slide(images, down, right):
    N, H, W = images.shape
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    return framed[:, m - down:m - down + H, m + right:m + right + W].copy()

#: wrong · rows and columns exchanged · names "down moves rows"
def slide(images, down, right):
    N, H, W = images.shape
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    return framed[:, m - right:m - right + H, m - down:m - down + W].copy()

#: wrong · moves the images along the batch · names "axis 0 counts the images"
def slide(images, down, right):
    N, H, W = images.shape
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((m, m), (m, m), (0, 0)))
    return framed[m - down:m - down + N, m - right:m - right + H].copy()

#: wrong · repeats the edge · names "the edge is repeated"
def slide(images, down, right):
    N, H, W = images.shape
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)), mode="edge")
    return framed[:, m - down:m - down + H, m - right:m - right + W].copy()

#: wrong · down only · names "but not to the side"
def slide(images, down, right):
    H = images.shape[1]
    m = abs(down)
    return np.pad(images, ((0, 0), (m, m), (0, 0)))[:, m - down:m - down + H].copy()

#: wrong · returns what it was given · names "nothing moved"
def slide(images, down, right):
    return images

#: wrong · slices that end at -0 · names "the picture is lost"
def slide(images, down, right):
    moved = np.zeros_like(images)
    if down >= 0 and right >= 0:
        moved[:, down:, right:] = images[:, :-down, :-right] if down and right else 0
    elif down >= 0:
        moved[:, down:, :right] = images[:, :-down, -right:] if down else 0
    elif right >= 0:
        moved[:, :down, right:] = images[:, -down:, :-right] if right else 0
    else:
        moved[:, :down, :right] = images[:, -down:, -right:]
    return moved

#: wrong · stops at moves larger than the picture · names "stops with an error, and a move"
def slide(images, down, right):
    N, H, W = images.shape
    moved = np.zeros_like(images)
    moved[:, max(down, 0):H + min(down, 0), max(right, 0):W + min(right, 0)] = \
        images[:, max(-down, 0):H - max(down, 0), max(-right, 0):W - max(right, 0)]
    return moved

#: wrong · rows come round from below zero · names "only zeros should be left"
def slide(images, down, right):
    N, H, W = images.shape
    moved = np.zeros_like(images)
    for i in range(H):
        for j in range(W):
            if i - down < H and j - right < W and (i - down >= 0 or down > H) and j - right >= 0:
                moved[:, i, j] = images[:, (i - down) % H, j - right]
    return moved

#: wrong · right for moves down, not further up than one row
def slide(images, down, right):
    N, H, W = images.shape
    m = max(down, abs(right), 1)
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    down = max(down, -1)
    return framed[:, m - down:m - down + H, m - right:m - right + W].copy()

#: wrong · always float64 · names "needs to be told the dtype"
def slide(images, down, right):
    H, W = images.shape[1:]
    moved = np.zeros(images.shape)
    for i in range(H):
        for j in range(W):
            if 0 <= i - down < H and 0 <= j - right < W:
                moved[:, i, j] = images[:, i - down, j - right]
    return moved

#: wrong · float32 for everything · names "it makes float32"
def slide(images, down, right):
    H, W = images.shape[1:]
    D, R = np.eye(H, k=-down), np.eye(W, k=right)
    return (D @ images @ R).astype(np.float32)

#: wrong · works in place · names "in place"
def slide(images, down, right):
    images[...] = np.eye(images.shape[1], k=-down) @ images @ np.eye(images.shape[2], k=right)
    return images

#: wrong · hands back a window into the caller's array · names "the caller's own array"
def slide(images, down, right):
    if down == right == 0:
        return images[:]
    return (np.eye(images.shape[1], k=-down) @ images @ np.eye(images.shape[2], k=right)).astype(images.dtype)

#: wrong · the picture grows · names "keep their size"
def slide(images, down, right):
    return np.pad(images, ((0, 0), (max(down, 0), max(-down, 0)), (max(right, 0), max(-right, 0))))

#: wrong · as wide as it is high · names "keep their size"
def slide(images, down, right):
    H = images.shape[1]
    m = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (m, m), (m, m)))
    return framed[:, m - down:m - down + H, m - right:m - right + H].copy()

#: wrong · only zeros
def slide(images, down, right):
    return np.zeros_like(images)

#: wrong · forgets to return · names "return"
def slide(images, down, right):
    moved = np.roll(images, (down, right), axis=(1, 2))

#: wrong · rolls axes 0 and 1 · names "images have changed places"
def slide(images, down, right):
    return np.roll(images, (down, right), axis=(0, 1))

#: wrong · slices that stop with an error at 0 · names "when a move is 0"
def slide(images, down, right):
    new = np.zeros_like(images)
    if down > 0:
        part = images[:, :-down]
        new[:, down:] = part
    else:
        new[:, :down] = images[:, -down:]
    out = np.zeros_like(images)
    if right > 0:
        out[:, :, right:] = new[:, :, :-right]
    else:
        out[:, :, :right] = new[:, :, -right:]
    return out

#: wrong · square pictures only · names "as wide as they are high"
def slide(images, down, right):
    new = np.zeros_like(images)
    N, H, _ = images.shape
    for i in range(H):
        for j in range(H):
            if 0 <= i - down < H and 0 <= j - right < H:
                new[:, i, j] = images[:, i - down, j - right]
    return new

#: wrong · a frame of one pixel · names "counts from the end"
def slide(images, down, right):
    H, W = images.shape[1:]
    new = np.zeros_like(images)
    part = np.pad(images, ((0, 0), (1, 1), (1, 1)))[:, 1 - down:1 - down + H, 1 - right:1 - right + W]
    new[:, :part.shape[1], :part.shape[2]] = part
    return new

#: wrong · the first picture for all · names "as the first one"
def slide(images, down, right):
    m = max(abs(down), abs(right))
    H, W = images.shape[1:]
    return np.array([np.pad(images[0], m)[m - down:m - down + H, m - right:m - right + W]] * len(images))

#: wrong · far to the side it wraps round; down it does not · names "only zeros should be left"
def slide(images, down, right):
    N, H, W = images.shape
    moved = np.zeros_like(images)
    down = max(-H, min(H, down))
    rows = np.zeros_like(images)
    rows[:, max(down, 0) : H + min(down, 0)] = images[:, max(-down, 0) : H - max(down, 0)]
    right = int(np.sign(right)) * (abs(right) % W)
    moved[:, :, max(right, 0) : W + min(right, 0)] = rows[:, :, max(-right, 0) : W - max(right, 0)]
    return moved
