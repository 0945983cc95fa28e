#: tests · a mask, its mean, and from which side the limit counts
#: right · the mean of a mask
def dark_share(picture, limit):
    return (picture > limit).mean()

#: right · counted in loops
def dark_share(picture, limit):
    count = 0
    for row in picture:
        for pixel in row:
            if pixel > limit:
                count += 1
    return count / picture.size

#: right · picked and counted
def dark_share(picture, limit):
    return len(picture[picture > limit]) / (picture.shape[0] * picture.shape[1])

#: wrong · counts the limit · names "just as dark as the limit"
def dark_share(picture, limit):
    return (picture >= limit).mean()

#: wrong · the pale ones · names "pale pixels"
def dark_share(picture, limit):
    return 1 - (picture > limit).mean()

#: wrong · smaller is darker · names "below the limit"
def dark_share(picture, limit):
    return (picture < limit).mean()

#: wrong · a count · names "their share is asked for"
def dark_share(picture, limit):
    return (picture > limit).sum()

#: wrong · divides by the rows · names "not of the rows"
def dark_share(picture, limit):
    return (picture > limit).sum() / len(picture)

#: wrong · 64 pixels · names "need not have 64"
def dark_share(picture, limit):
    return (picture > limit).sum() / 64

#: wrong · mean of the dark pixels · names "mean ink"
def dark_share(picture, limit):
    return picture[picture > limit].mean()

#: wrong · share of the ink · names "share of the ink"
def dark_share(picture, limit):
    return picture[picture > limit].sum() / picture.sum()

#: wrong · per cent · names "not per cent"
def dark_share(picture, limit):
    return 100 * (picture > limit).mean()

#: wrong · per column · names "per column"
def dark_share(picture, limit):
    return (picture > limit).mean(axis=0)

#: wrong · per row · names "per row"
def dark_share(picture, limit):
    return (picture > limit).mean(axis=1)

#: wrong · the mask itself · names "that is the mask"
def dark_share(picture, limit):
    return picture > limit

#: wrong · writes into the picture · names "in place"
def dark_share(picture, limit):
    picture[picture <= limit] = 0
    picture[picture > 0] = 1
    return picture.mean()

#: wrong · no return · names "return"
def dark_share(picture, limit):
    (picture > limit).mean()
