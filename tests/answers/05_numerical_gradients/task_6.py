#: tests · the relative error of two gradients as a whole; the entry furthest off, in any shape; rounding against a mistake

#: right · np.linalg.norm and a loop
def judge(f, formula, x):
    own, measured = np.asarray(formula(x)), numerical_gradient(f, x.copy())
    size = np.linalg.norm(own) + np.linalg.norm(measured)
    error = np.linalg.norm(own - measured) / size if size > 0 else 0.0
    if error < 1e-7:
        return error, None
    worst, largest = None, -1.0
    for index in np.ndindex(x.shape):
        off = abs(own[index] - measured[index])
        if off > largest:
            worst, largest = index, off
    return error, worst

#: right · the relative error of helpers, max over a list of positions, own differences
def judge(f, formula, x):
    from helpers.gradient import relative_error
    measured = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += 1e-5
        down[i] -= 1e-5
        measured[i] = (f(up) - f(down)) / 2e-5
    off = np.abs(formula(x) - measured)
    error = relative_error(formula(x), measured)
    return error, max(np.ndindex(x.shape), key=lambda i: off[i]) if error >= 1e-7 else None

#: right · argwhere, the index as a tuple of int
def judge(f, formula, x):
    measured, own = numerical_gradient(f, x), formula(x)
    off = abs(own - measured)
    if not off.any():
        return 0, None
    error = np.linalg.norm(off.ravel()) / (np.linalg.norm(own.ravel()) + np.linalg.norm(measured.ravel()))
    return [error, None if error < 1e-7 else tuple(np.argwhere(off == off.max())[0].tolist())]

#: wrong · no roots · names "roots are missing"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.sum((a - m) ** 2) / (np.sum(a**2) + np.sum(m**2))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · not divided · names "that is the length of the difference"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m)
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · divided by the measured length · names "not by that of the measured"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / np.linalg.norm(m)
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · divided by the longer one · names "the longer one alone"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / max(np.linalg.norm(m), np.linalg.norm(a))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · length of the sum · names "not by the length of the sum"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / np.linalg.norm(a + m)
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · sums of sizes · names "not sums of sizes"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.sum(abs(a - m)) / (np.sum(abs(a)) + np.sum(abs(m)))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · largest difference · names "that is the largest difference"
def judge(f, formula, x):
    off = np.abs(numerical_gradient(f, x) - formula(x))
    return off.max(), np.unravel_index(np.argmax(off), x.shape) if off.max() > 1e-7 else None

#: wrong · entry by entry · names "largest of the relative errors"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    errors = np.abs(a - m) / (np.abs(a) + np.abs(m))
    return errors.max(), np.unravel_index(np.argmax(errors), x.shape) if errors.max() > 1e-7 else None

#: wrong · mean of the entries' errors · names "mean of the relative errors"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    errors = np.abs(a - m) / (np.abs(a) + np.abs(m))
    return errors.mean(), np.unravel_index(np.argmax(errors), x.shape) if errors.mean() > 1e-7 else None

#: wrong · spectral length · names "another length"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m, 2) / (np.linalg.norm(a, 2) + np.linalg.norm(m, 2))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error > 1e-7 else None

#: wrong · without the sign · names "take its size"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmax(a - m), x.shape) if error > 1e-7 else None

#: wrong · worst in proportion · names "largest in proportion"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmax(np.abs(a - m) / (abs(a) + abs(m))), x.shape) if error > 1e-7 else None

#: wrong · where the gradient is largest · names "where the gradient is largest"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmax(abs(m)), x.shape) if error > 1e-7 else None

#: wrong · argmin for argmax · names "agree best"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmin(np.abs(np.round(a - m, 6))), x.shape) if error > 1e-7 else None

#: wrong · one number for the index · names "one long row"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.argmax(np.abs(a - m)) if error > 1e-7 else None

#: wrong · columns first · names "rows come first"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape)[::-1] if error > 1e-7 else None

#: wrong · accuses always · names "the second thing is None then"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape)

#: wrong · comparison the wrong way round · names "right way round"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, np.unravel_index(np.argmax(np.abs(a - m)), x.shape) if error < 1e-7 else None

#: wrong · zero divided by zero · names "0 everywhere are equal"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m))
    return error, None if error < 1e-7 else np.unravel_index(np.argmax(np.abs(a - m)), x.shape)

#: wrong · 1e-3 for 1e-7 · names "off by more than 1e-7"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    size = np.linalg.norm(a) + np.linalg.norm(m)
    error = np.linalg.norm(a - m) / size if size else 0.0
    return error, None if error < 1e-3 else np.unravel_index(np.argmax(np.abs(a - m)), x.shape)

#: wrong · forward differences, too coarse to call a right formula right · names "below 1e-7"
def judge(f, formula, x):
    m, a, here = np.zeros(x.shape), formula(x), f(x)
    for i in np.ndindex(x.shape):
        up = x.copy()
        up[i] += 1e-4
        m[i] = (f(up) - here) / 1e-4
    size = np.linalg.norm(a) + np.linalg.norm(m)
    error = np.linalg.norm(a - m) / size if size else 0.0
    return error, None if error < 1e-7 else np.unravel_index(np.argmax(np.abs(a - m)), x.shape)

#: wrong · two axes only
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    size = np.linalg.norm(a) + np.linalg.norm(m)
    error = np.linalg.norm(a - m) / size if size else 0.0
    number = int(np.argmax(np.abs(a - m)))
    return error, None if error < 1e-7 else ((number,) if x.ndim == 1 else divmod(number, x.shape[1]))

#: wrong · the index alone · names "two things"
def judge(f, formula, x):
    return np.unravel_index(np.argmax(np.abs(formula(x) - numerical_gradient(f, x))), x.shape)[:1]

#: wrong · without the sign, measured minus formula · names "leaves out the sign"
def judge(f, formula, x):
    m, a = numerical_gradient(f, x), formula(x)
    error = np.linalg.norm(a - m) / (np.linalg.norm(a) + np.linalg.norm(m) or 1)
    return error, np.unravel_index(np.argmax(m - a), x.shape) if error > 1e-7 else None

#: wrong · differences of the sizes: does not see a wrong sign · names "formula with the wrong sign"
def judge(f, formula, x):
    a, b = np.abs(numerical_gradient(f, x)), np.abs(formula(x))
    apart = np.abs(a - b)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    error = np.linalg.norm(apart) / size if size else 0.0
    return error, None if error < 1e-7 else np.unravel_index(np.argmax(apart), x.shape)

#: wrong · adds 1e-8 below · names "1e-8 added below"
def judge(f, formula, x):
    a, b = numerical_gradient(f, x), formula(x)
    apart = np.abs(a - b)
    error = np.linalg.norm(apart) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-8)
    return error, None if error < 1e-7 else np.unravel_index(np.argmax(apart), x.shape)

#: wrong · the threshold looks at the largest difference · names "relative error that is compared"
def judge(f, formula, x):
    a, b = numerical_gradient(f, x), formula(x)
    apart = np.abs(a - b)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    error = np.linalg.norm(apart) / size if size else 0.0
    return error, None if apart.max() < 1e-7 else np.unravel_index(np.argmax(apart), x.shape)

#: wrong · the index is a list · names "should be a tuple"
def judge(f, formula, x):
    a, b = numerical_gradient(f, x), formula(x)
    apart = np.abs(a - b)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    error = np.linalg.norm(apart) / size if size else 0.0
    return error, None if error < 1e-7 else list(np.unravel_index(np.argmax(apart), x.shape))

#: wrong · np.where's tuple of arrays · names "np.where gives"
def judge(f, formula, x):
    a, b = numerical_gradient(f, x), formula(x)
    apart = np.abs(a - b)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    error = np.linalg.norm(apart) / size if size else 0.0
    return error, None if error < 1e-7 else np.where(apart == apart.max())

#: wrong · index first, then the error · names "first comes the relative error"
def judge(f, formula, x):
    a, b = numerical_gradient(f, x), formula(x)
    apart = np.abs(a - b)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    error = np.linalg.norm(apart) / size if size else 0.0
    return None if error < 1e-7 else np.unravel_index(np.argmax(apart), x.shape), error

#: wrong · a formula that gives 0 everywhere counts as equal
def judge(f, formula, x):
    a, b = numerical_gradient(f, x), formula(x)
    if np.linalg.norm(a) == 0 or np.linalg.norm(b) == 0:
        return 0.0, None
    apart = np.abs(a - b)
    error = np.linalg.norm(apart) / (np.linalg.norm(a) + np.linalg.norm(b))
    return error, None if error < 1e-7 else np.unravel_index(np.argmax(apart), x.shape)
