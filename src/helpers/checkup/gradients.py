"""Tests on the gradient before any training: every slope against the measured one, and the doubled batch.

Source: Goodfellow, Bengio, Courville, Deep Learning, section 11.5.
"""

import copy

import numpy as np

from helpers.checkup.case import CannotTell, in_float64, learning_loss, learns_otherwise, test

ROWS = 7  # samples of the small batch: as many as no layer has units, so that a wrong axis does not fit by chance
STEP = 1e-6  # of float64 parameters: small, because a whole array moves at once and should not cross ReLU's bend
# On small networks of the course the relative errors are at most 1e-7, and the mildest of the broken copies has 0.013.
WRONG = 1e-3
SAME = 1e-6  # how far a doubled batch may be from a single one, relative: rounding alone is 1e-15


def small_batch(case):
    """A few samples in float64, pixels moved a little: many are 0, or equal, and lie on a bend of ReLU or of max pooling."""
    rng, (x, t) = np.random.default_rng(3), case.part("train")
    rows = rng.permutation(len(x))[:ROWS]
    return x[rows].astype(np.float64) + 0.01 * rng.standard_normal(x[rows].shape), t[rows]


def moved_off(network):
    """A float64 copy whose parameters are moved off their starting values: with biases of 0 many mistakes do not show."""
    network, rng = in_float64(network), np.random.default_rng(4)
    for value in network.params.values():
        value += (0.1 if value.size == max(value.shape, default=1) else 0.01) * rng.standard_normal(value.shape)
    return network


def own_gradient(network, x, t):
    """What gradient(x, t) says, in copies; the network stays as it is also where learning changes its state."""
    network = copy.deepcopy(network) if learns_otherwise(network) else network
    return {name: np.array(value, np.float64) for name, value in network.gradient(x.copy(), t.copy()).items()}


@test("slopes")
def slopes(case):
    """Compare every parameter's slope, as gradient(x, t) gives it, with what the loss really does when it is moved."""
    network, (x, t) = moved_off(case.start()), small_batch(case)
    _require_a_loss(learning_loss(network, x, t), "no slope can be measured")
    own = own_gradient(network, x, t)
    missing = [name for name in network.params if name not in own]
    if missing:
        return False, f"gradient(x, t) gives no slope for {', '.join(missing)}.", {"missing": missing}
    found = {name: _compared(network, x, t, name, own[name]) for name in network.params}
    errors = {name: error for name, (error, _) in found.items()}
    wrong = [name for name in reversed(list(errors)) if not errors[name] <= WRONG]
    numbers = {"errors": errors, "limit": WRONG, "first": wrong[0] if wrong else None}
    if not wrong:
        numbers["pairs"] = entries(network, x, t, next(reversed(own)), own)
        below = "1e-6" if max(errors.values()) < 1e-6 else f"{WRONG:g}"  # a rounded limit: the digits depend on the machine
        return True, f"All {len(errors)} slopes are what the loss does: every relative error is below {below}.", numbers
    first = wrong[0]
    numbers["pairs"] = entries(network, x, t, first, own)
    if own[first].shape != network.params[first].shape:
        numbers |= {"shapes": (own[first].shape, network.params[first].shape), "measured": _measured(network, x, t, first)}
        numbers["said"] = float(own[first].sum()) if own[first].size == 1 else None
    count = "It is the only one" if len(wrong) == 1 else f"{len(wrong)} of {len(errors)} are wrong"
    why = _what_is_wrong(own[first], network.params[first], *found[first])
    return False, f"From the output backwards, the first wrong slope is that of {first}: {why}. {count}.", numbers


def _what_is_wrong(own, parameter, error, factor):
    if own.shape != parameter.shape:
        return f"its shape is {own.shape} and not {parameter.shape}"
    if not np.isfinite(own).all():
        return "it is not finite"
    if np.abs(own).max() < 1e-14:
        return "it is 0, and the measured one is not"
    if factor is not None and abs(factor + 1) < 1e-3:
        return "it has the wrong sign"
    if factor is not None:
        return f"it is {factor:.3g} times the measured one"
    return f"its relative error is {error:.2g}"


def _compared(network, x, t, name, own):
    """Relative error of a parameter's slope, and its factor where it is the measured one times the same number everywhere."""
    if own.shape != network.params[name].shape or not np.isfinite(own).all():
        return 1.0, None
    said, found = directions(network, x, t, name, own)
    error, size = np.linalg.norm(said - found), max(1.0, abs(learning_loss(network, x, t)))
    if error <= 50 * np.finfo(np.float64).eps * size / STEP:  # what rounding makes of the measurement
        return 0.0 if not error else min(1e-7, float(error / max(np.linalg.norm(found), 1e-300))), None
    relative = float(error / (np.linalg.norm(said) + np.linalg.norm(found)))
    with np.errstate(all="ignore"):
        factor = said / found
    alike = np.isfinite(factor).all() and np.ptp(factor) < 0.01 * abs(factor.mean())
    return relative if np.isfinite(relative) else 1.0, float(factor.mean()) if alike else None


def directions(network, x, t, name, own, count=4):
    """Slopes along random directions of one parameter: what the gradient says, and what is measured. Two arrays (count,).

    A few directions see a mistake in any entry, and cost two losses each; entry by entry it would be two for every weight.
    """
    value, rng = network.params[name], np.random.default_rng(5)
    before, said, found = value.copy(), [], []
    for _ in range(count):
        way = rng.standard_normal(value.shape)
        losses = []
        for step in (STEP, -STEP):
            value[...] = before + step * way
            losses.append(learning_loss(network, x, t))
        value[...] = before
        said.append(np.sum(own * way))
        found.append((losses[0] - losses[1]) / (2 * STEP))
    return np.array(said), np.array(found)


def entries(network, x, t, name, own, count=15):
    """Single entries of a parameter, (what the gradient says, what is measured), for the figure."""
    value, own = network.params[name], own[name]
    if own.shape != value.shape:
        return []
    some = np.random.default_rng(6).permutation(value.size)[:count]
    return list(zip(own.flat[some].tolist(), _measured(network, x, t, name, some), strict=True))


def _measured(network, x, t, name, places=range(15)):
    """Measured slopes by single entries of a parameter, which are counted row by row."""
    value, found = network.params[name], []
    for place in places:
        if place >= value.size:
            break
        at = np.unravel_index(place, value.shape)
        before, losses = value[at], []
        for step in (1e-5, -1e-5):
            value[at] = before + step
            losses.append(learning_loss(network, x, t))
        value[at] = before
        found.append(float((losses[0] - losses[1]) / 2e-5))
    return found


def _require_a_loss(loss, so):
    if not np.isfinite(loss):
        raise CannotTell(f"The loss is {loss}, so {so}.")


@test("doubled batch")
def doubled_batch(case):
    """The same batch twice is a batch of the same mean loss and the same mean gradient."""
    network, (x, t) = moved_off(case.start()), small_batch(case)
    for layer in network.all_layers() if hasattr(network, "all_layers") else ():
        if hasattr(layer, "ratio"):  # without dropout, which draws other units for another batch
            layer.ratio = 0.0
    _require_a_loss(learning_loss(network, x, t), "there is nothing to compare")
    one, again = own_gradient(network, x, t), own_gradient(network, x, t)
    lost = [name for name in reversed(list(one)) if not np.isfinite(one[name]).all()]
    if lost:
        raise CannotTell(f"The slopes of {lost[0]} are not finite, so there is nothing to compare.")
    if any(apart(one[name], again[name]) > SAME for name in one):
        if all(_parallel(one[name], again[name]) for name in one):
            loss, said = learning_loss(network, x, t), "Asked twice about the same batch, it gives two gradients"
            numbers = {"losses": (loss, loss), "sizes": _sizes(network, one, again)}
            return False, f"{said}: the second holds the first one too.", numbers
        raise CannotTell("This network draws random numbers while it learns, so that two batches cannot be compared.")
    twice = np.concatenate([x, x]), np.concatenate([t, t])
    two = own_gradient(network, *twice)
    losses = learning_loss(network, x, t), learning_loss(network, *twice)
    sizes = _sizes(network, one, two)
    # the first from the output backwards where several are equally far apart, but for rounding
    worst = max(reversed(list(sizes)), key=lambda name: round(apart(one[name], two[name]), 9))
    numbers = {"losses": losses, "sizes": sizes, "wrong": [name for name in one if apart(one[name], two[name]) > SAME]}
    if not np.isclose(*losses, rtol=SAME):
        said = f"The same batch twice has a loss of {losses[1]:.3f}, and once it has {losses[0]:.3f}"
        return False, f"{said}: it is no mean over the samples.", numbers
    if apart(one[worst], two[worst]) > SAME:
        return False, f"The same batch twice has the same loss, but {_other_slope(worst, one, two, sizes)}.", numbers
    return True, f"The same batch twice has the same loss, {losses[0]:.3f}, and the same gradient.", numbers


def _other_slope(name, one, two, sizes):
    """What the doubled batch has made of a slope, and why: the length alone tells of a division too few or too many."""
    times = sizes[name][1] / max(sizes[name][0], 1e-300)
    if one[name].shape != two[name].shape:
        return f"the slope of {name} has shape {two[name].shape} and not {one[name].shape}"
    if not _parallel(one[name], two[name]):
        return f"the slope of {name} points elsewhere: what a sample adds to it depends on which others are in the batch"
    why = "is not divided by the number of samples in the batch"
    if times < 1:
        why = "is divided by the number of samples once too often"
    return f"the slope of {name} is {times:.3g} times as large: it {why}"


def _sizes(network, one, two):
    return {name: (float(np.linalg.norm(one[name])), float(np.linalg.norm(two[name]))) for name in network.params}


def apart(one, two):
    """Relative distance of two arrays, 0 to 1; slopes of 0 but for rounding count as equal."""
    if one.shape != two.shape or not (np.isfinite(one).all() and np.isfinite(two).all()):
        return 1.0
    size = np.linalg.norm(one) + np.linalg.norm(two)
    return float(np.linalg.norm(one - two) / size) if size > 1e-12 else 0.0


def _parallel(one, two):
    return np.sum(one * two) >= 0.999 * np.linalg.norm(one) * np.linalg.norm(two)
