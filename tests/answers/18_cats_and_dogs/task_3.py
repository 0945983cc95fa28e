#: tests · mirrored and painted over by chance, each picture with its own luck and its own mean colour, nothing changed in place

#: right · with a loop, the square first
def changed(x, rng, side):
    new = []
    for picture in x:
        picture, (C, H, W) = picture.copy(), picture.shape
        i, j = int(rng.integers(H - side + 1)), int(rng.integers(W - side, endpoint=True))
        for channel in range(C):
            picture[channel, i : i + side, j : j + side] = picture[channel].mean()
        new.append(picture[:, :, ::-1] if rng.random() < 0.5 else picture)
    return np.array(new, x.dtype)

#: right · with masks
def changed(x, rng, side):
    N, C, H, W = x.shape
    mirror = rng.integers(0, 2, N).astype(bool).reshape(N, 1, 1, 1)
    i, j = rng.integers(0, H - side, (N, 1), endpoint=True), rng.integers(0, W - side, (N, 1), endpoint=True)
    rows, columns = np.arange(H), np.arange(W)
    inside = ((rows >= i) & (rows < i + side))[:, None, :, None] & ((columns >= j) & (columns < j + side))[:, None, None]
    new = np.where(inside, x.mean(axis=(2, 3), keepdims=True), np.where(mirror, np.flip(x, 3), x))
    return new.astype(x.dtype)

#: wrong · upside down · names "turned upside down"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][:, :, ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · turned by half a turn · names "turned by half a turn"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][:, :, ::-1, ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · the channels mirrored · names "mirrored in its channels"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][:, ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · another picture instead of a mirrored one · names "comes from another one"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · in place · names "in place"
def changed(x, rng, side):
    new, mirrored = x, rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · mirrored in place, the result a copy · names "in place"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    x[mirrored] = x[mirrored][..., ::-1]
    new = x.copy()
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · all mirrored · names "All of the pictures are mirrored"
def changed(x, rng, side):
    new, mirrored = x.copy(), np.ones(len(x), bool)
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · chance asked once for the mini-batch · names "once for each picture"
def changed(x, rng, side):
    new, mirrored = x.copy(), np.full(len(x), rng.random() < 0.5)
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · one square for all · names "All squares lie at the same place"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = [rng.integers(0, H - side + 1)] * N, [rng.integers(0, W - side + 1)] * N
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · never at the lower border · names "the last one that is possible is"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · never at the right border · names "the last one that is possible is"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · sticks out · names "must not stick out"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · H and W exchanged · names "Does it lie outside"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, W, H = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · black squares · names "The square is black"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = 0
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · grey squares · names "The square is grey"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = 0.5
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · one grey from all channels · names "the mean of all its channels"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean()
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · the mini-batch's mean colour · names "the whole mini-batch"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = x.mean(axis=(0, 2, 3)).reshape(-1, 1, 1)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · one channel only · names "Only the first channel"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[0, top : top + side, left : left + side] = colour[0]
    return new

#: wrong · float64 returned · names "should not return float64"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new.astype(float)

#: wrong · a generator of its own · names "The next mini-batch should have other luck"
def changed(x, rng, side):
    rng = np.random.default_rng(0)
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · global random numbers · names "All chance should come from rng"
def changed(x, rng, side):
    new, mirrored = x.copy(), np.random.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · mirrored means left · names "nothing to do with being mirrored"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    lefts = np.where(mirrored, lefts // 2, W - side - lefts // 2)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · no square · names "no square is painted over"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        colour + 1
    return new

#: wrong · one row too many · names "must not stick out"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side + 1, left : left + side] = colour
    return new

#: wrong · a chance of nine tenths · names "the chance is"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.9
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · rows and columns from one number · names "hang together"
def changed(x, rng, side):
    new, mirrored = x.copy(), rng.random(len(x)) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    N, _, H, W = x.shape
    luck = rng.random(N)
    tops, lefts = (luck * (H - side + 1)).astype(int), (luck * (W - side + 1)).astype(int)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new
