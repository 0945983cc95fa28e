"""Test on what goes in: numbers, labels, and whether the two parts of the data are alike and apart."""

import numpy as np

from helpers.checkup.case import labels, test

LOW, HIGH = 0.02, 10.0  # root mean square of the inputs


@test("inputs")
def inputs(case):
    """Look at the data before the network does."""
    (x, t), (x_val, t_val) = case.part("train"), case.part("val")
    classes, names = case.classes, case.class_names
    size = float(np.sqrt(np.mean(np.square(x, dtype=np.float64)))) if x.dtype.kind in "fiu" else np.nan
    parts = {name: describe(part) for name, part in (("train", x), ("val", x_val))}
    shares = [np.bincount(labels(one), minlength=classes)[:classes] / len(one) for one in (t, t_val)]
    twins = same_pictures(x, x_val)
    numbers = {
        "parts": parts,
        "shares": shares,
        "names": names,
        "twins": twins,
        "picture": x[0],
        "label": names[int(labels(t)[0])],
    }
    numbers["shape"], numbers["dtype"], numbers["far"] = x.shape, str(x.dtype), 0.0
    if not np.isfinite(x).all() or not np.isfinite(x_val).all():
        return False, "Some inputs are nan or infinite.", numbers
    if x.dtype.kind != "f":
        return False, f"The inputs are {x.dtype} and not floats: arithmetic with them drops what is behind the point.", numbers
    if labels(t).min() < 0 or labels(t).max() >= classes:
        said = f"Labels run from {labels(t).min()} to {labels(t).max()}, but the network has {classes} outputs"
        return False, f"{said}.", numbers
    said = f"Inputs run from {x.min():.3g} to {x.max():.3g} (mean {x.mean():.3g}, spread {x.std():.3g})"
    if not LOW < size < HIGH:
        return False, f"{said}: bring them near 1 first.", numbers
    if twins > 0.01 * len(x_val):
        return False, f"{twins} of {len(x_val)} validation pictures are training pictures too.", numbers
    ratio = parts["val"]["spread"] / max(parts["train"]["spread"], 1e-12)
    if not 0.67 < ratio < 1.5:
        return False, f"{said}, but the validation part has a spread of {parts['val']['spread']:.3g}.", numbers
    worst = int(np.argmax(np.abs(shares[0] - shares[1])))
    z = abs(shares[0][worst] - shares[1][worst]) / np.sqrt(max(shares[0][worst], 1 / len(x)) * (1 / len(x) + 1 / len(x_val)))
    if z > 5:
        both = f"{shares[0][worst]:.0%} of the training part and {shares[1][worst]:.0%} of the validation part"
        return False, f"The parts are not alike: class {names[worst]} is {both}.", numbers
    numbers["far"] = far = unlike(x, x_val)
    if far > FAR:
        return (
            False,
            f"The pictures of the two parts are not alike: pixel means differ {far:.1f} times as much as by chance.",
            numbers,
        )
    return True, f"{said}; both parts are alike and share no picture.", numbers


FAR = 3.0


def describe(x):
    """Smallest and largest number, mean and spread."""
    return {"least": float(x.min()), "most": float(x.max()), "mean": float(x.mean()), "spread": float(x.std()), "count": len(x)}


def same_pictures(x, x_val):
    """How many validation pictures are in the training part, exactly."""
    known = {row.tobytes() for row in x}
    return sum(row.tobytes() in known for row in x_val)


def unlike(x, x_val):
    """Squared differences of the pixels' means over what chance makes of them, the mean of all pixels: 1 for a fair split."""
    x, x_val = (part.reshape(len(part), -1).astype(np.float64) for part in (x, x_val))
    noise = x.var(axis=0) / len(x) + x_val.var(axis=0) / len(x_val)
    seen = noise > 1e-12
    return float(np.sqrt(np.mean((x.mean(axis=0) - x_val.mean(axis=0))[seen] ** 2 / noise[seen]))) if seen.any() else 0.0
