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

#: wrong · moves by the target, whatever it said
def update(w, b, x, t, rate):
    return w + rate * t * x, b + rate * t

#: wrong · only learns from a missing 1
def update(w, b, x, t, rate):
    error = max(t - step(w @ x + b), 0)
    return w + rate * error * x, b + rate * error

#: wrong · at 0 it counts as firing
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

#: wrong · the sum without the bias · names "is the bias part of the sum"
def update(w, b, x, t, rate):
    error = t - step(w @ x)
    return w + rate * error * x, b + rate * error
