#: tests · the learning rule: the sign of the error, the rate, the bias, and leaving the given array alone
#: right · an if for each direction
def update(w, b, x, t, rate):
    y = step(w @ x + b)
    if y < t:
        return w + rate * x, b + rate
    if y > t:
        return w - rate * x, b - rate
    return w.copy(), b

#: right · entry by entry
def update(w, b, x, t, rate):
    total = b
    for i in range(len(w)):
        total += w[i] * x[i]
    error = t - (1 if total > 0 else 0)
    return np.array([w[i] + rate * error * x[i] for i in range(len(w))]), b + rate * error

#: wrong · the wrong way, as given but on a copy · names "wrong way"
def update(w, b, x, t, rate):
    error = step(w @ x + b) - t
    return w + rate * error * x, b + rate * error

#: wrong · right way, in place · names "in place"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    w += rate * error * x
    return w, b + rate * error

#: wrong · no learning rate · names "learning rate is missing"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return w + error * x, b + error

#: wrong · the input is forgotten · names "own input"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return w + rate * error, b + rate * error

#: wrong · without the step · names "not minus the sum"
def update(w, b, x, t, rate):
    error = t - (w @ x + b)
    return w + rate * error * x, b + rate * error

#: wrong · the bias does not learn · names "bias has to learn"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return w + rate * error * x, b

#: wrong · the bias walks the wrong way · names "wrong way"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return w + rate * error * x, b - rate * error

#: wrong · moves by the target, whatever it said · names "the error is 0"
def update(w, b, x, t, rate):
    return w + rate * t * x, b + rate * t

#: wrong · only learns from a missing 1 · names "the sum has to fall, but nothing moved"
def update(w, b, x, t, rate):
    error = max(t - step(w @ x + b), 0)
    return w + rate * error * x, b + rate * error

#: wrong · at 0 it counts as firing · names "exactly 0 says 0"
def update(w, b, x, t, rate):
    error = t - int(w @ x + b >= 0)
    return w + rate * error * x, b + rate * error

#: wrong · returns only w · names "two things"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return (w + rate * error * x,)

#: wrong · forgets to return · names "return"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    w = w + rate * error * x

#: wrong · returns only w, as an array · names "two things"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return w + rate * error * x

#: wrong · the sum without the bias · names "is b added to the sum"
def update(w, b, x, t, rate):
    error = t - step(w @ x)
    return w + rate * error * x, b + rate * error

#: right · the bias as a third weight, and the error turned round twice
def update(w, b, x, t, rate):
    v, row = np.append(w, b), np.append(x, 1)
    v -= rate * (step(v @ row) - t) * row
    return v[:-1], v[-1]

#: wrong · a slice taken for a copy · names "in place"
def update(w, b, x, t, rate):
    new = w[:]
    new += rate * (t - step(w @ x + b)) * x
    return new, b + rate * (t - step(w @ x + b))

#: wrong · upwards whenever it is wrong (passes the visible test) · names "w walks the other way"
def update(w, b, x, t, rate):
    error = abs(t - step(w @ x + b))
    return w + rate * error * x, b + rate * error

#: wrong · the bias as a threshold · names "is b added to the sum"
def update(w, b, x, t, rate):
    error = t - step(w @ x - b)
    return w + rate * error * x, b + rate * error

#: wrong · the inputs count for the bias, too · names "input of the bias is always 1"
def update(w, b, x, t, rate):
    error = t - step(w @ x + b)
    return w + rate * error * x, b + rate * error * np.sum(x)
