#: tests · a piecewise linear activation for arrays of any shape, floats or integers
#: right · clip
def ramp(a, low, high):
    return np.clip((a - low) / (high - low), 0, 1)

#: right · interp
def ramp(a, low, high):
    return np.interp(a, [low, high], [0, 1])

#: right · two where
def ramp(a, low, high):
    return np.where(a <= low, 0, np.where(a >= high, 1, (a - low) / (high - low)))

#: right · masks on an array of its own
def ramp(a, low, high):
    y = (a - low) / (high - low)
    y[y < 0] = 0
    y[y > 1] = 1
    return y

#: right · two ReLUs
def ramp(a, low, high):
    return (functions.relu(a - low) - functions.relu(a - high)) / (high - low)

#: right · entry by entry
def ramp(a, low, high):
    y = np.zeros(a.shape)
    for i in np.ndindex(*a.shape):
        y[i] = 0.0 if a[i] < low else 1.0 if a[i] > high else (a[i] - low) / (high - low)
    return y

#: wrong · never cut off · names "it is not cut off: below low"
def ramp(a, low, high):
    return (a - low) / (high - low)

#: wrong · cut off below only · names "not cut off above"
def ramp(a, low, high):
    return np.maximum(0, (a - low) / (high - low))

#: wrong · cut off above only · names "not cut off below"
def ramp(a, low, high):
    return np.minimum(1, (a - low) / (high - low))

#: wrong · the ends exchanged · names "the two ends are exchanged"
def ramp(a, low, high):
    return np.where(a < low, 1, np.where(a > high, 0, (a - low) / (high - low)))

#: wrong · falls · names "falls instead of climbing"
def ramp(a, low, high):
    return np.clip((high - a) / (high - low), 0, 1)

#: wrong · not shifted · names "0 at low"
def ramp(a, low, high):
    return np.clip(a / (high - low), 0, 1)

#: wrong · divided by high · names "not high alone"
def ramp(a, low, high):
    return np.clip((a - low) / high, 0, 1)

#: wrong · divided by the sum · names "not their sum"
def ramp(a, low, high):
    return np.clip((a - low) / (high + low), 0, 1)

#: wrong · no brackets · names "brackets round the difference"
def ramp(a, low, high):
    return np.clip(a - low / (high - low), 0, 1)

#: wrong · slope 1 · names "too steep"
def ramp(a, low, high):
    return np.clip(a - low, 0, 1)

#: wrong · cuts a off at low and high · names "a is cut off at low and high"
def ramp(a, low, high):
    return np.clip(a, low, high)

#: wrong · the sigmoid · names "that is the sigmoid"
def ramp(a, low, high):
    return functions.sigmoid(a)

#: wrong · a step in the middle · names "that is a step"
def ramp(a, low, high):
    return np.where(a > (low + high) / 2, 1, 0)

#: wrong · divides without a remainder · names "a // b"
def ramp(a, low, high):
    return np.clip((a - low) // (high - low), 0, 1)

#: wrong · whole numbers, as a is · names "cannot hold fractions"
def ramp(a, low, high):
    y = np.zeros_like(a)
    y[a > high] = 1
    between = (a >= low) & (a <= high)
    y[between] = (a[between] - low) / (high - low)
    return y

#: wrong · writes into a · names "in place"
def ramp(a, low, high):
    a[a < low] = low
    a[a > high] = high
    return (a - low) / (high - low)

#: wrong · an if for a whole array · names "ambiguous"
def ramp(a, low, high):
    if a < low:
        return 0
    if a > high:
        return 1
    return (a - low) / (high - low)

#: wrong · for low = -1, high = 3 only · names "those of the example"
def ramp(a, low, high):
    return np.clip(0.25 * a + 0.25, 0, 1)

#: wrong · right for low below 0 only · names "low is taken to be below 0"
def ramp(a, low, high):
    return np.clip((a + abs(low)) / (high + abs(low)), 0, 1)

#: wrong · lays everything flat
def ramp(a, low, high):
    return np.array([min(1.0, max(0.0, (v - low) / (high - low))) for v in a.ravel()])

#: wrong · returns the input
def ramp(a, low, high):
    return a

#: wrong · zeros
def ramp(a, low, high):
    return np.zeros(a.shape)

#: wrong · no return · names "return"
def ramp(a, low, high):
    np.clip((a - low) / (high - low), 0, 1)

#: wrong · writes into the copy that it still reads · names "taken for an a of 1"
def ramp(a, low, high):
    a = a.astype(float)
    a[a <= low] = 0
    a[a >= high] = 1
    between = (a > low) & (a < high)
    a[between] = (a[between] - low) / (high - low)
    return a

#: wrong · centre taken as 0 · names "half way up"
def ramp(a, low, high):
    return np.clip(0.5 + a / (high - low), 0, 1)

#: wrong · np.vectorize takes the type of the first answer · names "np.vectorize"
def ramp(a, low, high):
    def one(x):
        if x <= low:
            return 0
        if x >= high:
            return 1
        return (x - low) / (high - low)
    return np.vectorize(one)(a)

#: wrong · smoothed · names "bent"
def ramp(a, low, high):
    t = np.clip((a - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)

#: wrong · by the smallest and the largest of a · names "smallest and the largest"
def ramp(a, low, high):
    t = np.clip(a, low, high)
    return (t - t.min()) / (t.max() - t.min())

#: wrong · brackets · names "below the bar"
def ramp(a, low, high):
    return np.clip((a - low) / high - low, 0, 1)

#: wrong · right only where low is below 0 · names "low is taken"
def ramp(a, low, high):
    return np.clip((a - low) / (high + abs(low)), 0, 1)

#: wrong · adds abs(low) · names "low is taken"
def ramp(a, low, high):
    return np.clip((a + abs(low)) / (high - low), 0, 1)

#: wrong · the width fixed at 4, as in the example · names "that of the example"
def ramp(a, low, high):
    return np.clip((a - low) / 4, 0, 1)
