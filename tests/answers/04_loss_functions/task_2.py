#: tests · a loss in two pieces that meet without jump or kink; the mean over all entries
#: right · entry by entry
def calm_loss(y, t, limit):
    total, count = 0.0, 0
    for a, b in zip(np.ravel(y), np.ravel(t)):
        e = abs(float(a) - float(b))
        total += 0.5 * e * e if e < limit else limit * e - 0.5 * limit * limit
        count += 1
    return total / count

#: right · the part of the error up to the limit, and the rest
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    inside = np.minimum(size, limit)
    return np.mean(inside**2 / 2 + limit * (size - inside))

#: right · with masks
def calm_loss(y, t, limit):
    e = (y - t).astype(float)
    costs = e**2 / 2
    far = np.abs(e) > limit
    costs[far] = limit * (np.abs(e[far]) - limit / 2)
    return costs.sum() / costs.size

#: wrong · sum for mean · names "that is the sum of the costs"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.sum(np.where(size <= limit, size**2 / 2, limit * (size - limit / 2)))

#: wrong · the half is missing inside · names "the half of the square is missing"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2, limit * (size - limit / 2)))

#: wrong · twice everything · names "twice too large"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2, limit * (2 * size - limit)))

#: wrong · the line starts at the origin · names "jump"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, limit * size))

#: wrong · slope 1 beyond the limit · names "kink"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, limit**2 / 2 + size - limit))

#: wrong · absolute value beyond the limit · names "|e| alone"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, size))

#: wrong · half squares everywhere · names "goes on beyond the limit"
def calm_loss(y, t, limit):
    return np.mean((y - t) ** 2) / 2

#: wrong · flat beyond the limit · names "it is flat"
def calm_loss(y, t, limit):
    return np.mean(np.minimum(np.abs(y - t), limit) ** 2 / 2)

#: wrong · compares e instead of its size · names "compare |e| with the limit"
def calm_loss(y, t, limit):
    e = y - t
    return np.mean(np.where(e <= limit, e**2 / 2, limit * (np.abs(e) - limit / 2)))

#: wrong · the line from e · names "the line needs |e|"
def calm_loss(y, t, limit):
    e = y - t
    return np.mean(np.where(np.abs(e) <= limit, e**2 / 2, limit * (e - limit / 2)))

#: wrong · exchanged · names "inside and outside are exchanged"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size > limit, size**2 / 2, limit * (size - limit / 2)))

#: wrong · the limit 1 built in · names "whatever it is given"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= 1, size**2 / 2, size - 0.5))

#: wrong · the limit 3 built in: only the visible example
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, 3 * (size - 1.5)))

#: wrong · drops what is far away · names "only the errors inside"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.sum(size[size <= limit] ** 2 / 2) / size.size

#: wrong · one decision for all
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    if size.max() <= limit:
        return np.mean(size**2 / 2)
    return np.mean(limit * (size - limit / 2))

#: wrong · divides by the rows · names "not by how many rows"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.sum(np.where(size <= limit, size**2 / 2, limit * (size - limit / 2))) / len(y)

#: wrong · the mean of each column · names "One number is asked for"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, limit * (size - limit / 2)), axis=0)

#: wrong · costs for whole numbers stay whole · names "array of integers"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    costs = np.zeros_like(size)
    near = size <= limit
    costs[near] = size[near] ** 2 / 2
    costs[~near] = limit * (size[~near] - limit / 2)
    return np.mean(costs)

#: wrong · integer division · names "use / and not //"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    if size.dtype.kind == "i":
        return np.mean(np.where(size <= limit, size**2 // 2, limit * (size - limit / 2)))
    return np.mean(np.where(size <= limit, size**2 / 2, limit * (size - limit / 2)))

#: wrong · no mean · names "One number is asked for"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.where(size <= limit, size**2 / 2, limit * (size - limit / 2))

#: wrong · changes y · names "in place"
def calm_loss(y, t, limit):
    y -= t
    size = np.abs(y)
    return np.mean(np.where(size <= limit, size**2 / 2, limit * (size - limit / 2)))

#: wrong · the visible numbers
def calm_loss(y, t, limit):
    return 7.375 if limit == 3 else 9.875

#: wrong · no return · names "return"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    np.mean(np.where(size <= limit, size**2 / 2, limit * (size - limit / 2)))

#: wrong · the line starts at 0 · names "the line starts at 0"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, limit * (size - limit)))

#: wrong · the slope grows with the error · names "the slope of the line"
def calm_loss(y, t, limit):
    size = np.abs(y - t)
    return np.mean(np.where(size <= limit, size**2 / 2, limit**2 / 2 + size * (size - limit)))

#: wrong · right for limit 1 only · names "fits the limit 1 only"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    return np.mean(np.where(e <= limit, e ** 2 / 2, e - 0.5))

#: wrong · an if for all · names "treated alike"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    if np.all(e <= limit):
        return np.mean(e ** 2 / 2)
    return np.mean(limit * e - limit ** 2 / 2)

#: wrong · e // 2 · names "e // 2"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    return np.mean(np.where(e <= limit, e ** 2 // 2, limit * e - limit ** 2 / 2))

#: wrong · the height at the limit is the limit · names "not as the limit"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    return np.mean(np.where(e <= limit, e ** 2 / 2, limit + limit * (e - limit)))

#: wrong · slope 2 limit · names "not 2 e"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    return np.mean(np.where(e <= limit, e ** 2 / 2, limit ** 2 / 2 + 2 * limit * (e - limit)))

#: wrong · mean of the two means · names "two means"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    a, b = e[e <= limit], e[e > limit]
    total = 0
    if len(a):
        total += np.mean(a ** 2 / 2)
    if len(b):
        total += np.mean(limit * b - limit ** 2 / 2)
    return total

#: wrong · compares e squared with the limit · names "not a square"
def calm_loss(y, t, limit):
    e = np.abs(y - t)
    return np.mean(np.where(e ** 2 / 2 <= limit, e ** 2 / 2, limit * e - limit ** 2 / 2))
