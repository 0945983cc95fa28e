#: tests · the dot-product test as a judge: two independent draws, and a tolerance relative to the sizes
#: right · as in the lesson
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: right · uniform numbers, several draws
def is_adjoint(f, g, x_shape, y_shape, rng):
    for _ in range(5):
        x, q = rng.uniform(-1, 1, x_shape), rng.uniform(-1, 1, y_shape)
        y = np.asarray(f(x))
        gap = np.sum(y * q) - np.sum(x * g(q))
        if gap**2 > 1e-18 * np.sum(y**2) * np.sum(q**2):
            return False
    return True

#: right · both matrices written down
def is_adjoint(f, g, x_shape, y_shape, rng):
    def matrix(h, shape):
        size = int(np.prod(shape))
        return np.array([np.ravel(h(one.reshape(shape))) for one in np.eye(size)]).T
    A, B = matrix(f, x_shape), matrix(g, y_shape)
    return bool(np.abs(A.T - B).max() <= 1e-9 * np.abs(A).max())

#: right · another generator, dot products
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = np.random.default_rng(5).standard_normal(x_shape)
    q = np.random.default_rng(6).standard_normal(y_shape)
    left, right = f(x).ravel() @ q.ravel(), x.ravel() @ g(q).ravel()
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · asks whether g undoes f · names "asks whether g undoes f"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return np.allclose(g(f(x)), x)

#: wrong · ones · names "ones, or equal arrays"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = np.ones(x_shape)
    q = np.ones(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · the same numbers for x and q · names "ones, or equal arrays"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = np.random.default_rng(0).standard_normal(x_shape)
    q = np.random.default_rng(0).standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · without abs · names "abs"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return left - right <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · == without a tolerance · names "left by rounding"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return left == right

#: wrong · q = f(x) · names "has to be drawn"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = f(x)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · an absolute tolerance · names "relative to the lengths"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) < 1e-9

#: wrong · np.isclose, with its absolute part · names "relative to the lengths"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return np.isclose(left, right, rtol=1e-9)

#: wrong · np.isclose as it comes · names "too tolerant"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return np.isclose(left, right, rtol=1e-2, atol=0)

#: wrong · q of x_shape
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(x_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · compares the lengths of f(x) and g(q)
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.linalg.norm(f(x)), np.linalg.norm(g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · g applied to x, f to q
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(g(x) * q), np.sum(x * f(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · the sizes only · names "the signs differ"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = abs(np.sum(f(x) * q)), abs(np.sum(x * g(q)))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · sums without products · names "False to every pair"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x)), np.sum(g(q))
    return abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · always True · names "True to every pair"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return True

#: wrong · always False · names "False to every pair"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return False

#: wrong · returns the difference · names "True or False"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return left - right + 0.5

#: wrong · the opposite · names "exchanged"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return abs(left - right) > 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · forgets to return · names "return"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    _ = abs(left - right) <= 1e-9 * np.linalg.norm(f(x).ravel()) * np.linalg.norm(q.ravel())

#: wrong · only the shapes · names "True to every pair"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x = rng.standard_normal(x_shape)
    q = rng.standard_normal(y_shape)
    left, right = np.sum(f(x) * q), np.sum(x * g(q))
    return f(x).shape == tuple(y_shape) and g(q).shape == tuple(x_shape)

#: wrong · < : for f and g that give zeros 0 < 0 is False · names "<= and not <"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x, q = rng.standard_normal(x_shape), rng.standard_normal(y_shape)
    y = f(x)
    return abs(np.sum(y * q) - np.sum(x * g(q))) < 1e-9 * np.linalg.norm(y.ravel()) * np.linalg.norm(q.ravel())

#: wrong · divides by the lengths: 0 / 0 for f that gives zeros · names "no division"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x, q = rng.standard_normal(x_shape), rng.standard_normal(y_shape)
    y = f(x)
    return abs(np.sum(y * q) - np.sum(x * g(q))) / np.linalg.norm(y.ravel()) / np.linalg.norm(q.ravel()) <= 1e-9

#: wrong · lengths of x and q · names "the lengths of f(x) and q"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x, q = rng.standard_normal(x_shape), rng.standard_normal(y_shape)
    return abs(np.sum(f(x) * q) - np.sum(x * g(q))) <= 1e-9 * np.linalg.norm(x.ravel()) * np.linalg.norm(q.ravel())

#: wrong · squares of the lengths · names "too tolerant"
def is_adjoint(f, g, x_shape, y_shape, rng):
    x, q = rng.standard_normal(x_shape), rng.standard_normal(y_shape)
    y = f(x)
    return abs(np.sum(y * q) - np.sum(x * g(q))) <= 1e-9 * np.sum(y ** 2) * np.sum(q ** 2)
