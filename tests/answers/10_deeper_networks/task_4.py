#: tests · weight decay in loss and gradient that agree: the half, no batch size, no biases, nothing changed in place

#: right · a loop over copies
def with_decay(loss, grads, params, decay, x):
    slopes = {name: value.copy() for name, value in grads.items()}
    for name, value in params.items():
        if name.startswith("W"):
            slopes[name] += decay * value
            loss += decay * np.sum(value**2) / 2
    return loss, slopes

#: right · counts the layers; a list of two
def with_decay(loss, grads, params, decay, x):
    new, total = dict(grads), 0.0
    for number in range(1, len(params) // 2 + 1):
        W = params[f"W{number}"]
        new[f"W{number}"] = grads[f"W{number}"] + decay * W
        total += float(np.vdot(W, W))
    return [loss + 0.5 * decay * total, new]

#: right · entry by entry, and a factor of 0 for biases
def with_decay(loss, grads, params, decay, x):
    new = {}
    for name in params:
        factor = decay if "W" in name else 0
        loss = loss + factor / 2 * sum(v * v for v in np.ravel(params[name]))
        new[name] = np.add(grads[name], np.multiply(factor, params[name]))
    return loss, new

#: wrong · as given · names "what the code above gives"
def with_decay(loss, grads, params, decay, x):
    for name, value in params.items():
        grads[name] += decay / len(x) * value
    squares = sum(np.sum(value**2) for value in params.values())
    return loss + decay * squares, grads

#: wrong · half and batch mended, biases pay · names "biases pay no penalty"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + decay * value for name, value in params.items()}
    return loss + decay / 2 * sum(np.sum(value**2) for value in params.values()), new

#: wrong · biases pay in the slopes only · names "their slopes stay what they were"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + decay * value for name, value in params.items()}
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in params if name[0] == "W"), new

#: wrong · no half in the loss · names "the half is missing"
def with_decay(loss, grads, params, decay, x):
    weights = [name for name in params if name[0] == "W"]
    new = {name: grads[name] + decay * params[name] * (name in weights) for name in params}
    return loss + decay * sum(np.sum(params[name] ** 2) for name in weights), new

#: wrong · divided by the batch in the slopes · names "knows nothing of samples"
def with_decay(loss, grads, params, decay, x):
    weights = [name for name in params if name[0] == "W"]
    new = {name: grads[name] + decay / len(x) * params[name] * (name in weights) for name in params}
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in weights), new

#: wrong · divided by the batch in both, which a gradient check does not see · names "does not depend on the number of samples"
def with_decay(loss, grads, params, decay, x):
    weights = [name for name in params if name[0] == "W"]
    new = {name: grads[name] + decay / len(x) * params[name] * (name in weights) for name in params}
    return loss + decay / len(x) / 2 * sum(np.sum(params[name] ** 2) for name in weights), new

#: wrong · half in the slopes, too · names "slope of half a square"
def with_decay(loss, grads, params, decay, x):
    weights = [name for name in params if name[0] == "W"]
    new = {name: grads[name] + decay / 2 * params[name] * (name in weights) for name in params}
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in weights), new

#: wrong · 2 in the slopes · names "no 2 in the slope"
def with_decay(loss, grads, params, decay, x):
    weights = [name for name in params if name[0] == "W"]
    new = {name: grads[name] + 2 * decay * params[name] * (name in weights) for name in params}
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in weights), new

#: wrong · only in the gradient · names "missing in the loss"
def with_decay(loss, grads, params, decay, x):
    return loss, {name: grads[name] + decay * params[name] * (name[0] == "W") for name in params}

#: wrong · only in the loss · names "missing in the slopes"
def with_decay(loss, grads, params, decay, x):
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in params if name[0] == "W"), grads

#: wrong · the slope's sign · names "sign of the weight"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] - decay * params[name] * (name[0] == "W") for name in params}
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in params if name[0] == "W"), new

#: wrong · the length for the squares · names "the length of the weights"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + decay * params[name] * (name[0] == "W") for name in params}
    return loss + decay / 2 * np.sqrt(sum(np.sum(params[name] ** 2) for name in params if name[0] == "W")), new

#: wrong · L1 · names "add up squares, not sizes"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + decay * np.sign(params[name]) * (name[0] == "W") for name in params}
    return loss + decay / 2 * sum(np.sum(np.abs(params[name])) for name in params if name[0] == "W"), new

#: wrong · the last layer only, = for += · names "the last layer only"
def with_decay(loss, grads, params, decay, x):
    new = dict(grads)
    for name in params:
        if name[0] == "W":
            penalty = decay / 2 * np.sum(params[name] ** 2)
            new[name] = grads[name] + decay * params[name]
    return loss + penalty, new

#: wrong · in place, all else right · names "a + b makes a new one"
def with_decay(loss, grads, params, decay, x):
    for name, value in params.items():
        if name[0] == "W":
            grads[name] += decay * value
            loss += decay / 2 * np.sum(value**2)
    return loss, grads

#: wrong · a new dictionary with the old arrays · names "a + b makes a new one"
def with_decay(loss, grads, params, decay, x):
    new = dict(grads)
    for name, value in params.items():
        if name[0] == "W":
            new[name] += decay * value
            loss += decay / 2 * np.sum(value**2)
    return loss, new

#: wrong · shrinks the weights themselves · names "dictionary of parameters"
def with_decay(loss, grads, params, decay, x):
    new = dict(grads)
    for name, value in params.items():
        if name[0] == "W":
            loss += decay / 2 * np.sum(value**2)
            new[name] = grads[name] + decay * value
            params[name] = (1 - decay) * value
    return loss, new

#: wrong · tells weights by their two axes · names "are biases all the same"
def with_decay(loss, grads, params, decay, x):
    new = dict(grads)
    for name, value in params.items():
        if value.ndim == 2:
            new[name] = grads[name] + decay * value
            loss += decay / 2 * np.sum(value**2)
    return loss, new

#: wrong · two layers only · names "more than two layers"
def with_decay(loss, grads, params, decay, x):
    new = dict(grads)
    for name in ("W1", "W2"):
        if name in params:
            new[name] = grads[name] + decay * params[name]
            loss += decay / 2 * np.sum(params[name] ** 2)
    return loss, new

#: wrong · names of two letters: W10 is lost · names "from W10 on"
def with_decay(loss, grads, params, decay, x):
    new = dict(grads)
    for name, value in params.items():
        if name[0] == "W" and len(name) == 2:
            new[name] = grads[name] + decay * value
            loss += decay / 2 * np.sum(value**2)
    return loss, new

#: wrong · decay 0.4 built in · names "made for decay = 0.4"
def with_decay(loss, grads, params, decay, x):
    weights = [name for name in params if name[0] == "W"]
    new = {name: grads[name] + 0.4 * params[name] * (name in weights) for name in params}
    return loss + 0.2 * sum(np.sum(params[name] ** 2) for name in weights), new

#: wrong · the slopes of weights only · names "under the names"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + decay * params[name] for name in params if name[0] == "W"}
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in new), new

#: wrong · returns the loss only · names "should return two things"
def with_decay(loss, grads, params, decay, x):
    return loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in params if name[0] == "W")

#: wrong · returns what it was given · names "missing in the loss"
def with_decay(loss, grads, params, decay, x):
    return loss, grads

#: wrong · forgets to return · names "return"
def with_decay(loss, grads, params, decay, x):
    loss = loss + decay / 2 * sum(np.sum(params[name] ** 2) for name in params if name[0] == "W")

#: wrong · every second entry, as if W and b alternated · names "not the places in the dictionary"
def with_decay(loss, grads, params, decay, x):
    weights = list(params)[::2]
    new = {n: grads[n] + (decay * params[n] if n in weights else 0) for n in params}
    return loss + decay / 2 * sum(np.sum(params[n] ** 2) for n in weights), new

#: wrong · the two dictionaries paired by their order · names "by their name"
def with_decay(loss, grads, params, decay, x):
    new = {}
    for (name, g), w in zip(grads.items(), params.values()):
        new[name] = g + decay * w if name[0] == "W" else g
    return loss + decay / 2 * sum(np.sum(v**2) for n, v in params.items() if n[0] == "W"), new

#: wrong · new arrays in the dictionary of the caller · names "dictionary of your own"
def with_decay(loss, grads, params, decay, x):
    squares = 0
    for name, value in params.items():
        if name[0] == "W":
            grads[name] = grads[name] + decay * value
            squares += np.sum(value**2)
    return loss + decay / 2 * squares, grads

#: wrong · a W with one column taken for a bias · names "a weight all the same"
def with_decay(loss, grads, params, decay, x):
    weights = [n for n in params if params[n].ndim == 2 and params[n].shape[1] > 1]
    new = {n: grads[n] + (decay * params[n] if n in weights else 0) for n in params}
    return loss + decay / 2 * sum(np.sum(params[n] ** 2) for n in weights), new

#: wrong · squares the sum · names "square each weight first"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + (decay * value if name[0] == "W" else 0) for name, value in params.items()}
    return loss + decay / 2 * sum(np.sum(v) ** 2 for n, v in params.items() if n[0] == "W"), new

#: wrong · the mean of the squares · names "no mean is taken"
def with_decay(loss, grads, params, decay, x):
    new = {name: grads[name] + (decay * value if name[0] == "W" else 0) for name, value in params.items()}
    return loss + decay / 2 * sum(np.mean(v**2) for n, v in params.items() if n[0] == "W"), new

#: wrong · zeros for the slopes of the biases · names "the network gave them stay"
def with_decay(loss, grads, params, decay, x):
    new = {name: (grads[name] + decay * value if name[0] == "W" else np.zeros_like(value)) for name, value in params.items()}
    return loss + decay / 2 * sum(np.sum(v**2) for n, v in params.items() if n[0] == "W"), new
