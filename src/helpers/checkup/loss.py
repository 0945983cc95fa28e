"""Tests on loss and gradient before any training: the loss at the start, slopes against measured ones, the doubled batch."""

import numpy as np

from helpers.checkup.case import CannotTell, in_float64, labels, learning_loss, learns_otherwise, test

ROWS = 7  # samples of the small batch: a number that is no size of a layer, so that a wrong axis does not fit by chance
WRONG = 1e-3  # relative error of a gradient from which it is a mistake, as in gradient_check


@test("start loss")
def start_loss(case):
    """Before training a network knows nothing: with softmax its loss should be near log C for C classes."""
    network, (x, t) = case.start(), case.part("train", 500)
    loss, scores, classes = float(network.loss(x, t)), np.asarray(network.predict(x), np.float64), case.classes
    penalty = float(network.penalty()) if hasattr(network, "penalty") else 0.0
    kind = loss_kind(scores, t, loss - penalty)
    expected = np.log(classes) if kind != "squared error" else 0.5
    name = f"log {classes}" if kind != "squared error" else "0.50, the loss of outputs that are all 0"
    numbers = {"loss": loss, "expected": float(expected), "penalty": penalty, "kind": kind, "classes": classes}
    numbers["scores"] = np.random.default_rng(0).permutation(scores.ravel())[:2000]
    if not np.isfinite(loss):
        return False, f"The loss at the start is {loss}: no number to learn from.", numbers
    said = f"The loss starts at {loss:.2f}"
    if penalty >= 0.005:
        said += f", {penalty:.2f} of it weight decay"
    if kind == "squared error":
        right = f"{name} would be {expected:.2f}" if False else "outputs that are all 0 would give 0.50"
    else:
        right = f"{name} = {expected:.2f} is what a network that knows nothing should have"
    low, high = LIMITS
    if loss - penalty > high * expected:
        return False, f"{said}; {right}. Too high: the outputs are too large at the start.", numbers
    if loss - penalty < low * expected:
        return False, f"{said}; {right}. Too low: it knows what it cannot know, or the loss leaves something out.", numbers
    return True, f"{said}; {right}.", numbers


LIMITS = 0.8, 2.0


def loss_kind(scores, t, loss):
    """Which loss this is: "cross-entropy", "squared error" or "another"."""
    rows, t = np.arange(len(scores)), np.asarray(t)
    target = t if t.ndim == 2 else np.eye(scores.shape[1])[t]
    t = labels(t)
    top = scores.max(axis=1, keepdims=True)
    entropy = np.mean(np.log(np.exp(scores - top).sum(axis=1)) - (scores - top)[rows, t])
    if np.isclose(loss, entropy, rtol=1e-3):
        return "cross-entropy"
    squares = np.sum((scores - target) ** 2)
    if any(np.isclose(loss, squares / n, rtol=1e-3) for n in (len(scores), 2 * len(scores), scores.size)):
        return "squared error"
    return "another"


def small_batch(case, network=None):
    """A few samples in float64, off the places where many pixels are equal."""
    rng = np.random.default_rng(3)
    x, t = case.part("train")
    chosen = rng.permutation(len(x))[:ROWS]
    return x[chosen].astype(np.float64) + 0.01 * rng.standard_normal(x[chosen].shape), t[chosen]


def moved_off(network):
    """A float64 copy whose parameters are moved off their starting values, so that no bias and no weight is exactly 0."""
    network, rng = in_float64(network), np.random.default_rng(4)
    for value in network.params.values():
        value += (0.1 if value.ndim == 1 else 0.01) * rng.standard_normal(value.shape)
    return network


@test("slopes")
def slopes(case):
    """Compare every parameter's slope, as gradient(x, t) gives it, with what the loss really does when it is moved."""
    network, (x, t) = moved_off(case.start()), small_batch(case)
    own = own_gradient(network, x, t)
    missing = [name for name in network.params if name not in own]
    if missing:
        return False, f"gradient(x, t) gives no slope for {', '.join(missing)}.", {"missing": missing}
    errors, ratios = {}, {}
    for name, value in network.params.items():
        if np.shape(own[name]) != value.shape:
            errors[name], ratios[name] = 1.0, None
            continue
        said, found = directions(network, x, t, name, own[name])
        errors[name], ratios[name] = compare(said, found, abs(learning_loss(network, x, t)))
    wrong = [name for name in reversed(list(errors)) if errors[name] > WRONG]
    numbers = {"errors": errors, "limit": WRONG}
    if not wrong:
        worst = max(errors, key=errors.get)
        return (
            True,
            f"Every slope is what the loss does: the largest relative error is {errors[worst]:.0e}, for {worst}.",
            numbers,
        )
    first = wrong[0]
    numbers |= {"first": first, "pairs": entries(network, x, t, first, own[first])}
    count = "It is the only one" if len(wrong) == 1 else f"{len(wrong)} of {len(errors)} are wrong"
    why = f", {ratios[first]:.3g} times as large as measured" if ratios[first] else ""
    if np.shape(own[first]) != network.params[first].shape:
        why = f": its shape is {np.shape(own[first])} and not {network.params[first].shape}"
    said = (
        f"From the output backwards the first wrong slope is that of {first} (relative error {errors[first]:.2g}){why}. {count}."
    )
    return False, said, numbers


def own_gradient(network, x, t):
    """What gradient(x, t) says, as copies; on a copy where learning changes the network."""
    import copy

    network = copy.deepcopy(network) if learns_otherwise(network) else network
    return {name: np.array(value, np.float64) for name, value in network.gradient(x.copy(), t.copy()).items()}


def directions(network, x, t, name, own, count=4, h=1e-6):
    """Slopes along random directions of one parameter: what the gradient says, and what is measured."""
    value, rng = network.params[name], np.random.default_rng(5)
    before, said, found = value.copy(), [], []
    for _ in range(count):
        way = rng.standard_normal(value.shape)
        value[...] = before + h * way
        above = learning_loss(network, x, t)
        value[...] = before - h * way
        below = learning_loss(network, x, t)
        value[...] = before
        said.append(np.sum(own * way))
        found.append((above - below) / (2 * h))
    return np.array(said), np.array(found)


def compare(said, found, size, h=1e-6):
    """Relative error of slopes, and by what factor they are too large where it is the same one everywhere."""
    error, rounding = np.linalg.norm(said - found), 50 * np.finfo(np.float64).eps * max(size, 1) / h * np.sqrt(len(said))
    if not np.isfinite(error):
        return 1.0, None
    if error <= rounding:
        return 0.0, None
    relative = error / (np.linalg.norm(said) + np.linalg.norm(found))
    factor = said / np.where(found == 0, np.nan, found)
    same = np.isfinite(factor).all() and np.ptp(factor) < 0.01 * abs(factor.mean())
    return float(relative), float(factor.mean()) if same and relative > WRONG else None


def entries(network, x, t, name, own, count=12, h=1e-5):
    """Single entries of a parameter: (what the gradient says, what is measured), for the figure."""
    value, rng = network.params[name], np.random.default_rng(6)
    if np.shape(own) != value.shape:
        return []
    pairs = []
    for place in rng.permutation(value.size)[:count]:
        at = np.unravel_index(place, value.shape)
        before = value[at]
        value[at] = before + h
        above = learning_loss(network, x, t)
        value[at] = before - h
        below = learning_loss(network, x, t)
        value[at] = before
        pairs.append((float(own[at]), float((above - below) / (2 * h))))
    return pairs


@test("doubled batch")
def doubled_batch(case):
    """The same batch twice is a batch of the same mean loss and the same mean gradient."""
    network, (x, t) = moved_off(case.start()), small_batch(case)
    undropped(network)
    if random(network, x, t):
        raise CannotTell("This network draws random numbers while it learns, so that two batches cannot be compared.")
    twice = np.concatenate([x, x]), np.concatenate([t, t])
    losses = learning_loss(network, x, t), learning_loss(network, *twice)
    one, two = own_gradient(network, x, t), own_gradient(network, *twice)
    sizes = {name: (float(np.linalg.norm(one[name])), float(np.linalg.norm(two[name]))) for name in one}
    worst = max(one, key=lambda name: apart(one[name], two[name]))
    error = apart(one[worst], two[worst])
    numbers = {"losses": losses, "sizes": sizes, "error": error}
    if not np.isclose(*losses, rtol=1e-6):
        said = f"The same batch twice has a loss of {losses[1]:.3f} instead of {losses[0]:.3f}"
        return False, f"{said}: it is no mean over the samples.", numbers
    if error > 1e-6:
        share = sizes[worst][1] / sizes[worst][0] if sizes[worst][0] else np.inf
        said = f"The same batch twice has a gradient {share:.3g} times as long, for {worst}"
        return False, f"{said}: it is not divided by the number of samples in the batch.", numbers
    return True, f"The same batch twice has the same loss, {losses[0]:.3f}, and the same gradient.", numbers


def apart(one, two):
    """Relative distance of two arrays, 0 to 1."""
    if one.shape != two.shape or not (np.isfinite(one).all() and np.isfinite(two).all()):
        return 1.0
    size = np.linalg.norm(one) + np.linalg.norm(two)
    return float(np.linalg.norm(one - two) / size) if size > 1e-12 else 0.0


def undropped(network):
    """Switch dropout off in this network."""
    for layer in network.all_layers() if hasattr(network, "all_layers") else ():
        if hasattr(layer, "ratio"):
            layer.ratio = 0.0


def random(network, x, t):
    """Whether two gradients of the same batch differ."""
    one, two = (network.gradient(x.copy(), t.copy()) for _ in range(2))
    return False if learns_otherwise(network) else any(apart(np.array(one[name]), np.array(two[name])) > 1e-9 for name in one)
