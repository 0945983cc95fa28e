#: tests · a maximum along an axis with keepdims, and rows of zeros
#: right · where
def same_pen(x):
    darkest = x.max(axis=1, keepdims=True)
    return x / np.where(darkest > 0, darkest, 1)

#: right · row after row
def same_pen(x):
    new = np.zeros(x.shape)
    for i in range(len(x)):
        if x[i].max() > 0:
            new[i] = x[i] / x[i].max()
    return new

#: right · a mask on a copy of the maxima
def same_pen(x):
    most = x.max(axis=1)
    most[most == 0] = 1
    return x / most[:, None]

#: wrong · a row of zeros is divided by 0 · names "without ink was divided by 0"
def same_pen(x):
    with np.errstate(all="ignore"):
        return x / x.max(axis=1, keepdims=True)

#: wrong · without keepdims · names "could not be broadcast"
def same_pen(x):
    return x / x.max(axis=1)

#: wrong · the largest of all · names "largest number of all"
def same_pen(x):
    return x / x.max()

#: wrong · along the other axis · names "a picture is a row"
def same_pen(x):
    most = x.max(axis=0)
    return x / np.where(most > 0, most, 1)

#: wrong · the sum · names "sum of each row"
def same_pen(x):
    total = x.sum(axis=1, keepdims=True)
    return x / np.where(total > 0, total, 1)

#: wrong · in whole numbers · names "whole numbers"
def same_pen(x):
    most = x.max(axis=1, keepdims=True)
    return x // np.where(most > 0, most, 1)

#: wrong · an array of integers for integers · names "whole numbers"
def same_pen(x):
    new = np.zeros_like(x)
    for i in range(len(x)):
        if x[i].max() > 0:
            new[i] = x[i] / x[i].max()
    return new

#: wrong · without keepdims where it fits · names "meet the columns"
def same_pen(x):
    most = x.max(axis=1)
    most[most == 0] = 1
    return x / most if len(x) == x.shape[1] else x / most[:, None]

#: wrong · writes into x · names "in place"
def same_pen(x):
    x /= np.maximum(x.max(axis=1, keepdims=True), 1e-12)
    return x

#: wrong · never divided · names "nothing was divided"
def same_pen(x):
    return x.copy()

#: wrong · no return · names "return"
def same_pen(x):
    x / np.maximum(x.max(axis=1, keepdims=True), 1e-12)
