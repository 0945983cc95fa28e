#: tests · a schedule as a function that is returned: counting from 1, where two lines meet, and what comes after the end
#: right · if and else
def ramps(rate, warm_up, iterations):
    def schedule(iteration):
        if iteration <= warm_up:
            return rate / warm_up * iteration
        if iteration >= iterations:
            return 0
        return rate - rate * (iteration - warm_up) / (iterations - warm_up)
    return schedule

#: right · NumPy draws the lines
def ramps(rate, warm_up, iterations):
    return lambda iteration: np.interp(iteration, [0, warm_up, iterations], [0, rate, 0])

#: right · a list made beforehand
def ramps(rate, warm_up, iterations):
    up = [rate * (k + 1) / warm_up for k in range(warm_up)]
    down = [rate * k / (iterations - warm_up) for k in reversed(range(iterations - warm_up))]
    rates = up + down
    return lambda iteration: rates[iteration - 1] if iteration <= len(rates) else 0.0

#: wrong · counts from 0 · names "count from 1"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i - 1, [0, warm_up, iterations], [0, rate, 0])

#: wrong · the ramp starts at 0 · names "warm_up-th of the rate already"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * (i - 1) / warm_up if i <= warm_up else rate * max(0, iterations - i) / (iterations - warm_up)

#: wrong · the ramp goes from 0 at iteration 1 · names "from 0 at iteration 1"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i, [1, warm_up, iterations], [0, rate, 0])

#: wrong · not yet 0 at the end · names "not yet 0"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i, [0, warm_up, iterations + 1], [0, rate, 0])

#: wrong · full rate twice · names "for two iterations"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i, [0, warm_up, warm_up + 1, iterations], [0, rate, rate, 0])

#: wrong · below 0 after the end · names "below 0"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * min(i / warm_up, (iterations - i) / (iterations - warm_up))

#: wrong · the lesson's warm-up on a falling line · names "full rate is never reached"
def ramps(rate, warm_up, iterations):
    return lambda i: min(1, i / warm_up) * rate * max(0, iterations - i) / (iterations - 1)

#: wrong · the lesson's warm-up on a falling line, other ends · names "full rate is never reached"
def ramps(rate, warm_up, iterations):
    return lambda i: min(1, i / warm_up) * rate * max(0, iterations + 1 - i) / iterations

#: wrong · a jump after the warm-up · names "jump"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * i / warm_up if i <= warm_up else rate * max(0, iterations - i) / iterations

#: wrong · the warm-up comes on top · names "part of them"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i, [0, warm_up, warm_up + iterations], [0, rate, 0])

#: wrong · held after the warm-up · names "has to fall"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * min(1, i / warm_up)

#: wrong · no warm-up · names "above the full rate"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * max(0, (iterations - i) / (iterations - warm_up))

#: wrong · whole numbers · names "cuts to whole numbers"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * (i // warm_up) if i <= warm_up else rate * max(0, (iterations - i) / (iterations - warm_up))

#: wrong · shares only · names "multiply by it"
def ramps(rate, warm_up, iterations):
    return lambda i: max(0, min(i / warm_up, (iterations - i) / (iterations - warm_up)))

#: wrong · a cosine · names "half a cosine"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * i / warm_up if i <= warm_up else rate * (1 + np.cos(np.pi * min(1, (i - warm_up) / (iterations - warm_up)))) / 2

#: wrong · a number, not a function · names "return a function"
def ramps(rate, warm_up, iterations):
    return rate

#: wrong · inner return missing · names "`return` missing in it"
def ramps(rate, warm_up, iterations):
    def schedule(i):
        rate * min(i / warm_up, 1)
    return schedule

#: wrong · counts its own calls, right in the visible test · names "how often it has been asked"
def ramps(rate, warm_up, iterations):
    calls = [0]
    def schedule(iteration):
        calls[0] += 1
        return np.interp(calls[0], [0, warm_up, iterations], [0, rate, 0])
    return schedule

#: wrong · made for the example, right in the visible test · names "numbers of the example"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i, [0, 3, 8], [0, 0.6, 0])

#: wrong · rate of the example, right in the visible test · names "rate is that of the example"
def ramps(rate, warm_up, iterations):
    return lambda i: np.interp(i, [0, warm_up, iterations], [0, 0.6, 0])

#: wrong · kept in a global, right in the visible test · names "each keeps its own"
def ramps(rate, warm_up, iterations):
    global latest
    latest = [0, warm_up, iterations], [0, rate, 0]
    return lambda iteration: np.interp(iteration, *latest)

#: wrong · a line found by steps of the wrong place for warm_up 1, right in the visible test
def ramps(rate, warm_up, iterations):
    def schedule(i):
        if i <= max(warm_up, 2):
            return rate * i / max(warm_up, 2)
        return rate * max(0, iterations - i) / (iterations - warm_up)
    return schedule

#: wrong · up and down multiplied · names "the two are multiplied"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * min(1, i / warm_up) * max(0, 1 - i / iterations)

#: wrong · the line down starts at iteration 1 · names "full rate at iteration 1"
def ramps(rate, warm_up, iterations):
    return lambda i: rate * i / warm_up if i < warm_up else rate * max(0, 1 - (i - 1) / (iterations - 1))

#: wrong · abs instead of max(0, …) · names "it rises again"
def ramps(rate, warm_up, iterations):
    def schedule(iteration):
        if iteration <= warm_up:
            return rate * iteration / warm_up
        return rate * abs(iterations - iteration) / (iterations - warm_up)
    return schedule

#: wrong · the rate at iteration 1 of the way down is the full rate again · names "0 comes one too late"
def ramps(rate, warm_up, iterations):
    def schedule(iteration):
        if iteration <= warm_up:
            return rate * iteration / warm_up
        return max(0, rate * (1 - (iteration - warm_up - 1) / (iterations - warm_up)))
    return schedule

#: wrong · the down ramp as steep as the ramp up · names "as steeply as it rose"
def ramps(rate, warm_up, iterations):
    def schedule(iteration):
        if iteration <= warm_up:
            return rate * iteration / warm_up
        return max(0, rate - rate / warm_up * (iteration - warm_up))
    return schedule

#: wrong · a rate of 0 replaced by a tiny one · names "exactly 0, not only small"
def ramps(rate, warm_up, iterations):
    return lambda t: max(1e-6, rate * min(t / warm_up, (iterations - t) / (iterations - warm_up)))
