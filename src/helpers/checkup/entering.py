"""Test on what goes in: numbers, labels, and whether the two parts of the data are alike and apart."""

import numpy as np

from helpers.checkup.case import labels, percent, test

SMALL, LARGE = 0.02, 10.0  # root mean square of the inputs; the course's are 0.3 to 1
SHARED = 0.01  # of the validation pictures may also be training pictures
SPREAD = 1.5  # factor between the spreads of both parts
DEVIATIONS = 5  # of a class's share from part to part: not once in a million
# 1 for parts drawn at random (200 draws of the digits: at most 2.0). The digits cut in the order of their file, in which every
# writer's stand together, have 4 to 12.
FAR, DIRECTIONS = 2.6, 30


@test("inputs")
def inputs(case):
    """Look at the data before the network does: range, shape, labels, and both parts beside each other."""
    (x, t), (x_val, t_val) = case.part("train"), case.part("val")
    numbers = {"shape": x.shape, "dtype": str(x.dtype), "parts": {"train": _described(x), "val": _described(x_val)}}
    numbers |= {"picture": np.array(x[0], np.float64), "counts": (len(x), len(x_val))}
    if x.dtype.kind != "f":
        return False, f"The inputs are of dtype {x.dtype} and not floats, and arithmetic with whole numbers goes astray.", numbers
    bad = sum(part["lost"] for part in numbers["parts"].values())
    if bad:
        return False, f"{bad} of the inputs are nan or infinite.", numbers
    classes, names, t, t_val = case.classes, case.class_names, labels(t), labels(t_val)
    if min(t.min(), t_val.min()) < 0 or max(t.max(), t_val.max()) >= classes:
        least, most = min(t.min(), t_val.min()), max(t.max(), t_val.max())
        return False, f"Labels run from {least} to {most}, but the network has {classes} outputs, 0 to {classes - 1}.", numbers
    shares = [np.bincount(one, minlength=classes) / len(one) for one in (t, t_val)]
    numbers |= {"shares": shares, "names": names, "label": names[t[0]], "twins": _twins(x, x_val), "far": _far(x, x_val)}
    train, val = numbers["parts"].values()
    said = f"Inputs run from {train['least']:.3g} to {train['most']:.3g} (mean {train['mean']:.2g}, spread {train['spread']:.2g})"
    if not SMALL < np.hypot(train["mean"], train["spread"]) < LARGE:
        return False, f"{said}: bring them near 1 first.", numbers
    if not 1 / SPREAD < val["spread"] / max(train["spread"], 1e-12) < SPREAD:
        return False, f"{said}, but those of the validation part have a spread of {val['spread']:.2g}.", numbers
    if numbers["twins"] > SHARED * len(x_val):
        return False, f"{numbers['twins']} of the {len(x_val)} validation pictures stand in the training part too.", numbers
    worst, deviations = _most_unlike(shares, len(x), len(x_val))
    if deviations > DEVIATIONS:
        both = f"{percent(shares[0][worst])} of the training part and {percent(shares[1][worst])} of the validation part"
        return False, f"The parts are not alike: class {names[worst]} is {both}.", numbers
    if numbers["far"] > FAR:
        said = f"The pictures of the two parts differ {numbers['far']:.1f} times as much as parts drawn at random would"
        return False, f"{said}: they were not shuffled before they were cut.", numbers
    return True, f"{said}; both parts are alike and share no picture.", numbers


def _described(x):
    """Smallest, largest, mean and spread of what is finite, and how much is not."""
    x = np.asarray(x, np.float64)
    fine = x[np.isfinite(x)] if not np.isfinite(x).all() else x
    found = {"least": fine.min(), "most": fine.max(), "mean": fine.mean(), "spread": fine.std()} if fine.size else {}
    return {name: float(found.get(name, np.nan)) for name in ("least", "most", "mean", "spread")} | {"lost": x.size - fine.size}


def _twins(x, x_val):
    """How many validation pictures are in the training part, exactly."""
    known = {row.tobytes() for row in x}
    return sum(row.tobytes() in known for row in x_val)


def _most_unlike(shares, count, count_val):
    """The class whose share differs most from part to part, and by how many standard deviations."""
    both = (shares[0] * count + shares[1] * count_val) / (count + count_val)
    noise = np.sqrt(np.maximum(both * (1 - both), 1e-12) * (1 / count + 1 / count_val))
    deviations = np.abs(shares[0] - shares[1]) / noise
    return int(np.argmax(deviations)), float(deviations.max())


def _far(x, x_val, most=2000):
    """How far the means of both parts lie apart, squared, in units of chance: 1 for parts drawn at random.

    Pixels go together, so the pictures are turned first into directions that do not (principal components).
    """
    x, x_val = (part[:most].reshape(min(most, len(part)), -1).astype(np.float64) for part in (x, x_val))
    both = np.concatenate([x, x_val])
    both = (both - both.mean(axis=0))[:, both.std(axis=0) > 1e-9]
    if both.shape[1] > 1000:  # fewer numbers that still hold what differs: random sums of the pixels
        both = both @ np.random.default_rng(8).standard_normal((both.shape[1], 300))
    values, vectors = np.linalg.eigh(both.T @ both / len(both))
    kept = min(DIRECTIONS, int(np.sum(values > 1e-9 * values[-1])))
    along = both @ vectors[:, -kept:]
    difference = along[: len(x)].mean(axis=0) - along[len(x) :].mean(axis=0)
    return float(np.mean(difference**2 / (values[-kept:] * (1 / len(x) + 1 / len(x_val)))))
