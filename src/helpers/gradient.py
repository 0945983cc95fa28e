"""Derivatives measured by moving the input a little, and the check of backpropagation built on them.

Source: Goodfellow, Bengio, Courville, Deep Learning, section 11.5 (comparing with a numerical derivative).
"""

import copy

import numpy as np

from helpers.checks import is_number, require_float

# The bottom of the V that lesson 05 draws: smaller is not better, because rounding takes over.
BEST_STEP = {"float64": 1e-5, "float32": 1e-2, "float16": 1e-1}


def _step(x, h):
    """The step h, or the best one for numbers near 1; ValueError where adding it to an entry of x comes to another step."""
    h = BEST_STEP.get(x.dtype.name, 1e-2) if h is None else h
    if not is_number(h) or not h > 0:
        raise ValueError(f"the step h must be a positive number such as 1e-5, not {h!r}.")
    with np.errstate(invalid="ignore", over="ignore"):
        moved = (x + h) - (x - h)  # numbers are dense near 0 and sparse far out: a small step may be rounded away
        lost = np.isfinite(x) & ~(np.abs(moved - 2 * h) <= 0.5 * h)  # by more than a quarter
    if lost.any():
        largest = float(np.abs(x[lost]).max())
        wanted = f"{BEST_STEP.get(x.dtype.name, 1e-2) * largest:.0e}"
        apart = np.spacing(x.dtype.type(largest))
        what = "moves nothing" if (moved[lost] == 0).any() else "is not the step that is taken"
        raise ValueError(
            f"at x = {largest:g} the step h = {h:g} {what}: in {x.dtype} neighbouring numbers are {apart:.1g} apart there. "
            f"Use a larger step, such as h={wanted}."
        )
    return h


def numerical_diff(f, x, h=None):
    """Central difference (f(x + h) - f(x - h)) / 2h: the slope of f at x.

    f: function of one number (or, entry by entry, of an array). x: a number or an array of floats.
    h: step; by default 1e-5, and 1e-2 in float32. Returns what f returns. Raises ValueError where x is so large that
    adding h to it changes nothing, or comes to another step than h.
    """
    if isinstance(x, np.ndarray):
        require_float("x", x)
    h = _step(np.asarray(x) * 1.0, h)
    return (f(x + h) - f(x - h)) / (2 * h)


def numerical_gradient(f, x, h=None):
    """The partial derivatives of f at x, one central difference an entry.

    f: function of an array like x that returns one number. It may ignore its argument and look at x
       itself, as a loss looks at the weights: x is changed in place, entry by entry, and put back.
    x: array of floats, any shape. h: step; by default 1e-5 in float64 and 1e-2 in float32. Raises ValueError where an entry
       is so large that adding h to it changes nothing, or comes to another step than h.
    Returns an array of x's shape and dtype. Raises TypeError for integers, where x + h would be x.
    """
    if not isinstance(x, np.ndarray):
        raise TypeError(f"x must be a NumPy array of floats, not a {type(x).__name__}: use np.array(x, dtype=float).")
    require_float("x", x)
    h = _step(x, h)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        before = x[index]
        try:
            x[index] = before + h
            above = f(x)
            x[index] = before - h
            below = f(x)
        finally:
            x[index] = before  # also when f raises or the learner interrupts
        if np.ndim(above) or np.ndim(below):
            raise ValueError(f"f must return one number, not shape {np.shape(above)}. Is a sum missing in it?")
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(a, b):
    """|a - b| / (|a| + |b|) with Euclidean norms: 0 for equal arrays, 1 for opposite ones, other shapes, or nan.

    Differences of two gradients mean little by themselves (1e-4 is small beside 10 and huge beside 1e-5).
    """
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if a.shape != b.shape or not (np.isfinite(a).all() and np.isfinite(b).all()):
        return 1.0
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size else 0.0


def gradient_check(network, x, t, h=1e-5):
    """Compare a network's own gradients with central differences.

    network: has params, loss(x, t) and gradient(x, t). One made by this course is copied to float64 first.
    x: inputs, float64. t: targets.
    Returns {name: relative error}, one for each entry of params: 1e-7 or less is right, 1e-3 or more is a mistake.
    It is 0 where the difference is too small for the measurement to see, as when a true slope is 0 and rounding is all.
    Raises TypeError when parameters or inputs are not float64: in float32 rounding hides what is looked for.
    """
    if hasattr(network, "astype"):
        network = network.astype(np.float64)
    for name, value in {"x": x, **network.params}.items():
        _require_float64(name, value)
    other = hasattr(network, "all_layers") and any(_learns_otherwise(layer) for layer in network.all_layers())

    def loss(_):
        # With dropout the loss while learning is another one. Each copy's generator starts alike, so drops the same units.
        return copy.deepcopy(network).loss_and_gradient(x, t)[0] if other else network.loss(x, t)

    own = copy.deepcopy(network).gradient(x, t) if other else network.gradient(x, t)
    own = {name: np.array(value) for name, value in own.items()}
    missing = network.params.keys() - own.keys()
    if missing:
        raise ValueError(f"gradient(x, t) has no entry for {sorted(missing)}; it must have one for each of params.")
    size = abs(loss(None))
    return {
        name: _visible_error(own[name], numerical_gradient(loss, parameter, h), size, h)
        for name, parameter in network.params.items()
    }


def _learns_otherwise(layer):
    """Whether a layer's forward step while learning differs from prediction: it draws random numbers, or keeps a state."""
    return bool(getattr(layer, "state", None)) or any(isinstance(value, np.random.Generator) for value in vars(layer).values())


def layer_gradient_check(layer, x, rng, h=1e-5, *, training=False):
    """Compare one layer's backward with central differences.

    The layer's output is multiplied by fixed random numbers and summed, which makes it a single number with
    a different slope for each output. x: float64 input. rng: numpy.random.Generator for those numbers. training: True
    checks the forward step of training, each time on a copy, so that state stays and random numbers are drawn alike.
    Returns {name: relative error} for "x" and each of the layer's params, those of layers within it numbered W1 b1 W2 …;
    as for gradient_check. Raises ValueError when forward or backward changed an array that it was given.
    """
    params = {name: part.params[key] for name, (part, key) in _places(layer).items()}
    for name, value in {"x": x, **params}.items():
        _require_float64(name, value)

    def forward(x):
        if not training:
            return layer, layer.forward(x)
        learner = copy.deepcopy(layer)
        return learner, learner.forward(x, training=True)

    given_x, (learner, y) = x.copy(), forward(x)
    y = np.array(y)
    weights = rng.standard_normal(y.shape)
    given_dout = weights.copy()
    own = {"x": np.array(learner.backward(given_dout))}
    own |= {name: np.array(part.grads[key]) for name, (part, key) in _places(learner).items()}
    if not np.array_equal(given_x, x) or not np.array_equal(given_dout, weights):
        raise ValueError(f"{type(layer).__name__} changed x or dout in place, which others may be using: copy first.")

    def weighted_sum(_):
        return np.sum(forward(given_x)[1] * weights)

    size = np.sum(np.abs(y * weights))
    return {
        name: _visible_error(own[name], numerical_gradient(weighted_sum, value, h), size, h)
        for name, value in {"x": given_x, **params}.items()
    }


def _places(layer):
    return layer.places() if getattr(layer, "layers", ()) else {key: (layer, key) for key in layer.params}


def loss_gradient_check(layer, scores, t, dout=2.0, h=1e-5):
    """Compare a loss layer's backward(dout) with central differences of dout times its loss.

    scores: float64 (N, K). t: what the layer takes as targets. dout: a number, and not 1: a layer that ignores it
    would not be found out. Returns {"scores": relative error}; as for gradient_check.
    Raises ValueError when forward or backward changed an array that it was given.
    """
    _require_float64("scores", scores)
    given_scores, given_t = scores.copy(), np.array(t)
    size = abs(dout * layer.forward(scores, t))
    own = np.array(layer.backward(dout))
    if not np.array_equal(given_scores, scores) or not np.array_equal(given_t, t):
        raise ValueError(f"{type(layer).__name__} changed scores or t in place, which others may be using: copy first.")
    measured = numerical_gradient(lambda s: dout * layer.forward(s, t), given_scores, h)
    return {"scores": _visible_error(own, measured, size, h)}


def _visible_error(own, measured, size, h):
    """relative_error, or 0 where the two differ by no more than the rounding of a sum of this size makes of it.

    Rounding moves f by about 1e-16 of its size, and dividing by h makes that larger; nothing below can be measured.
    """
    seen = 5 * np.finfo(np.float64).eps * size / h * np.sqrt(np.size(own))
    if np.shape(own) == np.shape(measured) and np.linalg.norm(own - measured) <= seen:
        return 0.0
    return relative_error(own, measured)


def _require_float64(name, value):
    if require_float(name, value).dtype != np.float64:
        raise TypeError(f"a gradient check needs float64, but {name} is {value.dtype}. Use {name}.astype(np.float64).")
