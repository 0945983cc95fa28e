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

#: right · rejected until it fits
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = np.array([picture[..., ::-1] if rng.choice([True, False]) else picture for picture in x], x.dtype)
    for picture in new:
        top, left = H, W
        while top + side > H or left + side > W:
            top, left = rng.integers(0, H), rng.integers(0, W)
        picture[:, top : top + side, left : left + side] = picture.mean(axis=(1, 2), keepdims=True)
    return new

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

#: wrong · H and W exchanged · names "x.shape is (N, C, H, W)"
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

#: wrong · one channel only · names "all channels are painted over"
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

#: wrong · every second picture is mirrored · names "Neighbouring pictures are mirrored in turn"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = np.arange(N) % 2 == 0
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · the first half is mirrored · names "Neighbouring pictures are mirrored together"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = np.arange(N) < N // 2
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · a generator of its own for the mirrors · names "the same pictures are mirrored"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = np.random.default_rng(0).random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · dark pictures are mirrored · names "the same pictures are mirrored"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    brightness = x.mean(axis=(1, 2, 3))
    mirrored = brightness < np.median(brightness)
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · exactly half are mirrored · names "chance decides how many"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.permutation(N)[: N // 2]
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · half of them drawn, with replacement · names "the chance is"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.choice(N, N // 2)
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · two neighbours share their luck · names "Neighbouring pictures are mirrored together"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = np.repeat(rng.random((N + 1) // 2) < 0.5, 2)[:N]
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · mirrored in turn, from a start by chance · names "Neighbouring pictures are mirrored in turn"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = (np.arange(N) + rng.integers(2)) % 2 == 0
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · a rounded number for the mirrors · names "the chance is"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N).round(1) <= 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · a chance of 0.42 · names "the chance is"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N) < 0.42
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · places around the middle · names "much more often"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops = np.clip(np.round(rng.normal((H - side) / 2, H / 4, N)), 0, H - side).astype(int)
    lefts = np.clip(np.round(rng.normal((W - side) / 2, W / 4, N)), 0, W - side).astype(int)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · places pushed in from outside · names "much more often"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops = np.minimum(rng.integers(0, H, N), H - side)
    lefts = np.minimum(rng.integers(0, W, N), W - side)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · rounded places · names "much more often"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops = np.round(rng.random(N) * (H - side)).astype(int)
    lefts = np.round(rng.random(N) * (W - side)).astype(int)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · places dealt like cards · names "never lie at the same place"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    wide = W - side + 1
    tops, lefts = np.divmod(np.resize(rng.permutation((H - side + 1) * wide), N), wide)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · two neighbours share their place · names "Neighbouring pictures have their squares at the same place"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    mirrored = rng.random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    tops, lefts = (np.repeat(one[::2], 2)[:N] for one in (tops, lefts))
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · one luck for the mirror and the row · names "nothing to do with being mirrored"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    luck = rng.random(N)
    mirrored = luck < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = (luck * (H - side + 1)).astype(int), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · luck kept for the next mini-batch · names "the same pictures are mirrored"
kept = {}


def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    if N not in kept:
        kept[N] = rng.random(N) < 0.5
    mirrored = kept[N]
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · mirrored column by column in place · names "overwritten before it was read"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    for picture in new:
        colour = picture.mean(axis=(1, 2), keepdims=True)
        if rng.random() < 0.5:
            for column in range(W):
                picture[:, :, column] = picture[:, :, W - 1 - column]
        top, left = rng.integers(0, H - side + 1), rng.integers(0, W - side + 1)
        picture[:, top : top + side, left : left + side] = colour
    return new

#: wrong · two channels by hand · names "all channels are painted over"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.copy()
    for picture in new:
        if rng.random() < 0.5:
            picture[:] = picture[:, :, ::-1].copy()
        top, left = rng.integers(0, H - side + 1), rng.integers(0, W - side + 1)
        colour = picture.mean(axis=(1, 2))
        for channel in range(2):
            picture[channel, top : top + side, left : left + side] = colour[channel]
    return new

#: wrong · float32 always · names "should not return float32"
def changed(x, rng, side):
    N, C, H, W = x.shape
    new = x.astype(np.float32)
    mirrored = rng.random(N) < 0.5
    new[mirrored] = x[mirrored][..., ::-1]
    tops, lefts = rng.integers(0, H - side + 1, N), rng.integers(0, W - side + 1, N)
    for picture, top, left in zip(new, tops, lefts, strict=True):
        colour = picture.mean(axis=(1, 2), keepdims=True)
        picture[:, top : top + side, left : left + side] = colour
    return new
