#: tests · the learning rule again and again on one sample: how far a step goes, when it is enough, and the tie
#: right · by the formula
def wrong_visits(w, b, x, t, rate):
    s, move = w @ x + b, rate * (x @ x + 1)
    if t == 1:
        return 0 if s > 0 else int(np.floor(-s / move)) + 1
    return 0 if s <= 0 else int(np.ceil(s / move))

#: right · follows the sum alone
def wrong_visits(w, b, x, t, rate):
    s, visits = float(np.sum(w * x) + b), 0
    while step(s) != t:
        s += rate * (t - step(s)) * (np.sum(x**2) + 1)
        visits += 1
    return visits

#: right · on copies, changed in place
def wrong_visits(w, b, x, t, rate):
    w, wrong = w.copy(), 0
    for _ in range(1000):
        error = t - step(w @ x + b)
        w += rate * error * x
        b += rate * error
        wrong += abs(error)
    return wrong

#: wrong · the line walks the wrong way · names "walk the wrong way"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = step(w @ x + b) - t
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + rate * error
    return 1000

#: wrong · in place · names "in place"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w += rate * error * x
        b += rate * error
    return 1000

#: wrong · says only whether it is wrong at first · names "not enough yet"
def wrong_visits(w, b, x, t, rate):
    return int(step(w @ x + b) != t)

#: wrong · the answer of the perceptron · names "count until the answer is right"
def wrong_visits(w, b, x, t, rate):
    return int(step(w @ x + b))

#: wrong · the bias does not learn · names "the bias learns, too"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w = w + rate * error * x
    return 1000

#: wrong · no learning rate · names "forgets the learning rate"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w, b = w + error * x, b + error
    return 1000

#: wrong · no learning rate at the bias · names "belongs to the bias, too"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + error
    return 1000

#: wrong · the sum without the bias · names "bias is part of the sum"
def wrong_visits(w, b, x, t, rate):
    s, visits = w @ x, 0
    while step(s) != t:
        s, visits = s + rate * (t - step(s)) * (x @ x + 1), visits + 1
    return visits

#: wrong · one too few · names "one too few"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        w, b = w + rate * error * x, b + rate * error
        if step(w @ x + b) == t:
            return visit
    return 1000

#: wrong · counts the right visit as well · names "one too many"
def wrong_visits(w, b, x, t, rate):
    visits = 0
    while True:
        error = t - step(w @ x + b)
        visits += 1
        if error == 0:
            return visits
        w, b = w + rate * error * x, b + rate * error

#: wrong · updates before it looks · names "look before the first update"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1, 1001):
        error = t - step(w @ x + b)
        w, b = w + rate * error * x, b + rate * error
        if step(w @ x + b) == t:
            return visit
    return 1000

#: wrong · the input is forgotten in the update · names "own input"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w, b = w + rate * error, b + rate * error
    return 1000

#: wrong · the length for its square · names "no square root"
def wrong_visits(w, b, x, t, rate):
    s, move = w @ x + b, rate * (np.sqrt(x @ x) + 1)
    visits = 0
    while step(s) != t and visits < 1000:
        s, visits = s + (t - step(s)) * move, visits + 1
    return visits

#: wrong · only upwards · names "has to fall"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        if step(w @ x + b) == t:
            return visit
        w, b = w + rate * x, b + rate
    return 1000

#: wrong · takes every animal for its own · names "the target is 0 here"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = 1 - step(w @ x + b)
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + rate * error
    return 1000

#: wrong · a quotient, not a count · names "a whole number"
def wrong_visits(w, b, x, t, rate):
    return abs(w @ x + b) / (rate * (x @ x + 1))

#: wrong · the formula without a look at the first answer · names "less than none"
def wrong_visits(w, b, x, t, rate):
    s, move = (w @ x + b) * (1 - 2 * t), rate * (x @ x + 1)
    return int(np.ceil(s / move))

#: wrong · a tie counts as firing · names "exactly 0 says 0"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - int(w @ x + b >= 0)
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + rate * error
    return 1000

#: wrong · rounds up in both directions · names "exactly 0 says 0"
def wrong_visits(w, b, x, t, rate):
    s, move = (w @ x + b) * (1 - 2 * t), rate * (x @ x + 1)
    return max(int(np.ceil(s / move)), 0)

#: wrong · gives up too early · names "gives up after 10 visits"
def wrong_visits(w, b, x, t, rate):
    for visit in range(10):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + rate * error
    return 10

#: wrong · the error without the step · names "that is not enough yet"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        if step(w @ x + b) == t:
            return visit
        error = t - (w @ x + b)
        w, b = w + rate * error * x, b + rate * error
    return 1000

#: wrong · the weights as well · names "one number only"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x + b)
        if error == 0:
            break
        w, b = w + rate * error * x, b + rate * error
    return w, b, visit

#: wrong · prints instead of returning · names "return"
def wrong_visits(w, b, x, t, rate):
    visits = 0
    while step(w @ x + b) != t:
        error = t - step(w @ x + b)
        w, b, visits = w + rate * error * x, b + rate * error, visits + 1
    print(visits)

#: right · the sums of all visits at once
def wrong_visits(w, b, x, t, rate):
    sums = w @ x + b + (2 * t - 1) * rate * (x @ x + 1) * np.arange(1001)
    return np.append(step(sums), t).tolist().index(t)

#: wrong · rounds down and adds one in both directions · names "exactly 0 says 0"
def wrong_visits(w, b, x, t, rate):
    s, move = w @ x + b, rate * (x @ x + 1)
    return 0 if step(s) == t else int(abs(s) // move) + 1

#: wrong · gives up after 100 visits (passes the visible test) · names "gives up after 100 visits"
def wrong_visits(w, b, x, t, rate):
    for visit in range(100):
        error = t - step(w @ x + b)
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + rate * error
    return 100

#: wrong · no bias in the sum that it looks at · names "the bias is part of the sum, and it learns"
def wrong_visits(w, b, x, t, rate):
    for visit in range(1000):
        error = t - step(w @ x)
        if error == 0:
            return visit
        w, b = w + rate * error * x, b + rate * error
    return 1000

#: wrong · works the answer out only once, before the loop · names "worked out only once"
def wrong_visits(w, b, x, t, rate):
    error, visits = t - step(w @ x + b), 0
    while error != 0 and visits < 1000:
        w, b, visits = w + rate * error * x, b + rate * error, visits + 1
    return visits

#: wrong · says whether, not how often · names "not only whether"
def wrong_visits(w, b, x, t, rate):
    return step(w @ x + b) != t
