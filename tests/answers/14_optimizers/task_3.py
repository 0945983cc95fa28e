#: tests · clipping by the length of the whole gradient: one factor, copies, dtype, nothing to do, all slopes 0
#: right · one long vector
def clipped(grads, limit):
    length = np.linalg.norm(np.concatenate([np.ravel(g) for g in grads.values()]))
    return {name: (g * min(1, limit / max(length, 1e-300))).astype(g.dtype) for name, g in grads.items()}

#: right · loops over copies
def clipped(grads, limit):
    total = 0.0
    for g in grads.values():
        for number in g.ravel():
            total += float(number) ** 2
    new = {name: g.copy() for name, g in grads.items()}
    if total ** 0.5 > limit:
        for g in new.values():
            g *= limit / total ** 0.5
    return new

#: right · a tiny guard against 0
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return {name: min(1.0, limit / (length + 1e-8)) * g for name, g in grads.items()}

#: right · norms of norms
def clipped(grads, limit):
    length = float(np.hypot.reduce([np.linalg.norm(g.ravel()) for g in grads.values()]))
    if length <= limit:
        return dict(grads)
    return {name: g / (length / limit) for name, g in grads.items()}

#: wrong · each array by itself · names "length of its own"
def clipped(grads, limit):
    return {name: g * min(1.0, limit / float(np.linalg.norm(g) + 1e-300)) for name, g in grads.items()}

#: wrong · single numbers cut · names "cuts single numbers"
def clipped(grads, limit):
    return {name: np.clip(g, -limit, limit) for name, g in grads.items()}

#: wrong · root forgotten · names "root is missing"
def clipped(grads, limit):
    s = float(sum(np.sum(g * g) for g in grads.values()))
    return {name: g * min(1.0, limit / max(s, 1e-9)) for name, g in grads.items()}

#: wrong · sum of sizes · names "sum of the sizes"
def clipped(grads, limit):
    s = float(sum(np.abs(g).sum() for g in grads.values()))
    return {name: g * min(1.0, limit / max(s, 1e-9)) for name, g in grads.items()}

#: wrong · sum of slopes · names "add up squares"
def clipped(grads, limit):
    s = float(sum(g.sum() for g in grads.values()))
    return {name: g * min(1.0, limit / max(s, 1e-9)) for name, g in grads.items()}

#: wrong · largest slope · names "largest slope"
def clipped(grads, limit):
    s = float(max(np.abs(g).max() for g in grads.values()))
    return {name: g * min(1.0, limit / max(s, 1e-9)) for name, g in grads.items()}

#: wrong · lengths added up · names "their squares do"
def clipped(grads, limit):
    s = float(sum(np.linalg.norm(g) for g in grads.values()))
    return {name: g * min(1.0, limit / max(s, 1e-9)) for name, g in grads.items()}

#: wrong · factor turned round · names "turned round"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return {name: g * length / limit if length > limit else g for name, g in grads.items()}

#: wrong · length becomes 1 · names "length has become 1"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return {name: g / length if length > limit else g for name, g in grads.items()}

#: wrong · always made as long as the limit · names "not made longer"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return {name: g * (limit / length) for name, g in grads.items()}

#: wrong · always unchanged · names "nothing was changed"
def clipped(grads, limit):
    return {name: g.copy() for name, g in grads.items()}

#: wrong · in place · names "in place"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    for g in grads.values():
        g *= min(1.0, limit / length)
    return grads

#: wrong · the dictionary is changed · names "in place"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    for name in grads:
        grads[name] = grads[name] * min(1.0, limit / length)
    return grads

#: wrong · nothing returned · names "`return` missing"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    new = {name: g * min(1.0, limit / length) for name, g in grads.items()}

#: wrong · a list · names "dictionary with the names"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return [g * min(1.0, limit / length) for g in grads.values()]

#: wrong · float64 out of float32 · names "from slopes of dtype float32"
def clipped(grads, limit):
    length = np.sqrt(sum(np.sum(g.astype(float) ** 2) for g in grads.values()))
    return {name: g * np.minimum(1.0, limit / length) for name, g in grads.items()}

#: wrong · 0 divided by 0, right in the visible test · names "nan or inf"
def clipped(grads, limit):
    length = np.sqrt(sum(np.sum(g * g) for g in grads.values()))
    return {name: (g / length).astype(g.dtype) * float(min(limit, length)) for name, g in grads.items()}

#: wrong · W left out · names "this one was left out"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return {name: g if name[0] == 'W' else g * min(1.0, limit / length) for name, g in grads.items()}

#: wrong · only W and b, right in the visible test · names "begin with W or b"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(grads[name] ** 2) for name in grads if name[0] in 'Wb')))
    return {name: g * (limit / length) if length > limit else g for name, g in grads.items()}

#: wrong · a guard that matters, right in the visible test · names "small number is added"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    return {name: g * min(1.0, limit / (length + 1e-6)) for name, g in grads.items()}

#: wrong · square of the sums · names "square first"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g) ** 2 for g in grads.values())))
    return {name: g * min(1.0, limit / length) for name, g in grads.items()}

#: wrong · return inside the loop · names "inside the loop"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g * g) for g in grads.values())))
    new = {}
    for name, g in grads.items():
        new[name] = g * min(1.0, limit / length)
        return new

#: wrong · returns the old dictionary when nothing is to be changed · names "the dictionary that it was given"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g**2) for g in grads.values())))
    if length <= limit:
        return grads
    return {name: g * (limit / length) for name, g in grads.items()}

#: wrong · all to float32 · names "keep the dtype"
def clipped(grads, limit):
    length = float(np.sqrt(sum(np.sum(g**2) for g in grads.values())))
    factor = min(1.0, limit / length) if length else 1.0
    return {name: (g * factor).astype(np.float32) for name, g in grads.items()}

#: wrong · 0 / 0 when all slopes are 0 · names "the length is 0, too"
def clipped(grads, limit):
    length = sum(float(np.sum(g**2)) for g in grads.values()) ** 0.5
    factor = min(1.0, limit / length)
    return {name: g * factor for name, g in grads.items()}
