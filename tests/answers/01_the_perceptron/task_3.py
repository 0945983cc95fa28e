#: tests · what scaling and shifting the inputs does to the weights, and that a shift moves into the bias
#: right · entry by entry
def new_units(w, b, scale, shift):
    new_w = []
    for i in range(len(w)):
        new_w.append(w[i] / scale[i])
        b = b - new_w[i] * shift[i]
    return new_w, b

#: right · the sum of two days decides
def new_units(w, b, scale, shift):
    old_at_zero = -shift / scale
    return w * (1 / scale), np.sum(w * old_at_zero) + b

#: wrong · multiplies by the scale · names "weights must be smaller"
def new_units(w, b, scale, shift):
    return w * scale, b - np.sum(w * scale * shift)

#: wrong · only the bias changes · names "a minute is less than an hour"
def new_units(w, b, scale, shift):
    return w, b - np.sum(w * shift)

#: wrong · scales and shifts the weights as if they were measurements · names "weights are no measurements"
def new_units(w, b, scale, shift):
    return scale * w + shift, b

#: wrong · takes the shift from the weights · names "belongs in the bias"
def new_units(w, b, scale, shift):
    return w - shift, b

#: wrong · undoes the change on the weights · names "belongs in the bias"
def new_units(w, b, scale, shift):
    return (w - shift) / scale, b

#: wrong · divides the other way round · names "exchanged in the division"
def new_units(w, b, scale, shift):
    return scale / w, b - np.sum(scale / w * shift)

#: wrong · leaves the bias · names "the bias is still the old one"
def new_units(w, b, scale, shift):
    return w / scale, b

#: wrong · sign of the shift · names "mind the sign"
def new_units(w, b, scale, shift):
    return w / scale, b + np.sum(w / scale * shift)

#: wrong · the shift with the old weights · names "counts with the new weight"
def new_units(w, b, scale, shift):
    return w / scale, b - w @ shift

#: wrong · the shift without a weight · names "with the weight of its input"
def new_units(w, b, scale, shift):
    return w / scale, b - np.sum(shift)

#: wrong · sums before it multiplies · names "multiply first"
def new_units(w, b, scale, shift):
    return w / scale, b - np.sum(w / scale) * np.sum(shift)

#: wrong · mean for sum · names "no mean"
def new_units(w, b, scale, shift):
    return w / scale, b - np.mean(w / scale * shift)

#: wrong · no sum over the inputs · names "is a sum or a mean missing"
def new_units(w, b, scale, shift):
    return w / scale, b - w / scale * shift

#: wrong · scales the whole sum · names "is no measurement"
def new_units(w, b, scale, shift):
    return w / scale, (b - shift * w) / scale

#: wrong · in place · names "in place"
def new_units(w, b, scale, shift):
    w /= scale
    return w, b - w @ shift

#: wrong · shifts the first input only · names "not only the first"
def new_units(w, b, scale, shift):
    return w / scale, b - w[0] / scale[0] * shift[0]

#: wrong · loses the sign of a scale · names "flips the sign"
def new_units(w, b, scale, shift):
    new_w = w / np.abs(scale)
    return new_w, b - new_w @ shift

#: wrong · the numbers of the ice cream stand · names "it should be (1,)"
def new_units(w, b, scale, shift):
    return np.array([0.5, 0.1]), -40.0

#: wrong · returns what it was given · names "a minute is less than an hour"
def new_units(w, b, scale, shift):
    return w, b

#: wrong · only the weights · names "two things"
def new_units(w, b, scale, shift):
    return w / scale

#: wrong · forgets to return · names "return"
def new_units(w, b, scale, shift):
    new_w = w / scale
    new_b = b - new_w @ shift

#: right · solves for the numbers that give the sums of D + 1 days
def new_units(w, b, scale, shift):
    days = np.vstack([np.zeros(len(w)), np.eye(len(w))])
    solution = np.linalg.solve(np.column_stack([days * scale + shift, np.ones(len(w) + 1)]), days @ w + b)
    return solution[:-1], solution[-1]

#: wrong · division of whole numbers · names "cut off to whole numbers"
def new_units(w, b, scale, shift):
    new_w = w // scale
    return new_w, b - new_w @ shift

#: wrong · for two inputs only · names "not enough values"
def new_units(w, b, scale, shift):
    w1, w2 = w / scale
    return np.array([w1, w2]), b - w1 * shift[0] - w2 * shift[1]
