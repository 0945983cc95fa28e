#: tests · distances by broadcasting, argsort, a majority of three and its tie
#: right · three labels
def vote(image, x, t):
    a, b, c = t[np.argsort(((x - image) ** 2).sum(axis=1))[:3]]
    return b if b == c else a

#: right · sorted in a loop, counted
def vote(image, x, t):
    pairs = sorted((sum((x[i] - image) ** 2), i) for i in range(len(x)))
    labels = [t[i] for _, i in pairs[:3]]
    return max(labels, key=labels.count)

#: wrong · the nearest alone · names "two votes of three"
def vote(image, x, t):
    return t[((x - image) ** 2).sum(axis=1).argmin()]

#: wrong · the smallest label in a tie · names "that is the smallest"
def vote(image, x, t):
    return np.bincount(t[np.argsort(((x - image) ** 2).sum(axis=1))[:3]]).argmax()

#: wrong · the third in a tie · names "that is the third's"
def vote(image, x, t):
    a, b, c = t[np.argsort(((x - image) ** 2).sum(axis=1))[:3]]
    return a if a == b else c

#: wrong · everybody votes · names "only the three nearest"
def vote(image, x, t):
    return np.bincount(t).argmax()

#: wrong · the farthest · names "only the three nearest"
def vote(image, x, t):
    a, b, c = t[np.argsort(-((x - image) ** 2).sum(axis=1))[:3]]
    return b if b == c else a

#: wrong · no square · names "square them"
def vote(image, x, t):
    a, b, c = t[np.argsort((x - image).sum(axis=1))[:3]]
    return b if b == c else a

#: wrong · the image is not subtracted · names "is the image subtracted"
def vote(image, x, t):
    a, b, c = t[np.argsort((x**2).sum(axis=1))[:3]]
    return b if b == c else a

#: wrong · sums over the pictures
def vote(image, x, t):
    a, b, c = t[np.argsort(((x - image) ** 2).sum(axis=0))[:3]]
    return b if b == c else a

#: wrong · row numbers for labels · names "row number"
def vote(image, x, t):
    return np.argsort(((x - image) ** 2).sum(axis=1))[0]

#: wrong · no return · names "return"
def vote(image, x, t):
    np.argsort(((x - image) ** 2).sum(axis=1))[:3]
