"""Test on what flows through the network: activations forward and slopes backward, layer by layer."""

import numpy as np

from helpers.checkup.case import CannotTell, test
from helpers.checkup.loss import own_gradient

SATURATED, DEAD, GONE = 0.5, 0.5, 1e-4


@test("signals")
def signals(case):
    """Activations and slopes by layer, before and after training: dead units, saturated ones, signals that fade or explode."""
    x, t = case.part("train", 200)
    looks = {"start": look(case.start(), x, t), "end": look(case.trained()[0], x, t)}
    numbers = {"looks": looks}
    for when, words in (("start", "Before training"), ("end", "After training")):
        for name, kind, dead, saturated, spread in looks[when]["layers"]:
            if not np.isfinite(spread):
                return False, f"{words} {name} gives numbers that are not finite.", numbers
            if dead > DEAD:
                return False, f"{words} {dead:.0%} of the units of {name} give 0 for every sample: they are dead.", numbers
            if saturated > SATURATED:
                return False, f"{words} {saturated:.0%} of the outputs of {name} are at the end of the curve: saturated.", numbers
        sizes = [size for _, size in looks[when]["slopes"]]
        if when == "start" and sizes and min(sizes) < GONE * max(sizes):
            name = min(looks[when]["slopes"], key=lambda pair: pair[1])[0]
            return (
                False,
                f"{words} the slopes of {name} are {max(sizes) / max(min(sizes), 1e-300):.0e} times smaller: gone.",
                numbers,
            )
    if not looks["start"]["layers"]:
        raise CannotTell("This network shows no activations, so that only its slopes can be looked at.")
    count = len(looks["start"]["layers"])
    return True, f"In all {count} layers that were looked at signals are alive, and the slopes reach the first one.", numbers


def look(network, x, t):
    """{"layers": [(name, kind, dead, saturated, spread)], "slopes": [(name, size)]}."""
    found = []
    for name, y in outputs(network, x):
        kind = kind_of(name, y)
        dead = float(np.mean((y.reshape(len(y), -1) == 0).all(axis=0))) if kind == "ReLU" else 0.0
        far = {"Sigmoid": np.abs(2 * y - 1) > 0.95, "Tanh": np.abs(y) > 0.95}.get(kind)
        found.append((name, kind, dead, 0.0 if far is None else float(far.mean()), float(np.std(y))))
    gradient = own_gradient(network, x, t)
    slopes = [(name, float(np.sqrt(np.mean(value**2)))) for name, value in gradient.items() if value.ndim > 1]
    return {"layers": found, "slopes": slopes}


def outputs(network, x):
    """(name, activations) of the layers with a bend in them."""
    if hasattr(network, "activations"):
        return [(f"layer {number}", np.asarray(y, np.float64)) for number, y in enumerate(network.activations(x), 1)]
    found, counts = [], {}
    if not hasattr(network, "layers"):
        return []
    for layer in network.layers:
        x = layer.forward(x)
        kind = type(layer).__name__
        if kind in ("Relu", "Sigmoid", "Tanh", "Residual", "Branches"):
            counts[kind] = counts.get(kind, 0) + 1
            found.append((f"{kind} {counts[kind]}", np.asarray(x, np.float64)))
    return found


def kind_of(name, y):
    """Which bend these numbers come from, by name or by their range."""
    if name.split()[0] in ("Sigmoid", "Tanh"):
        return name.split()[0]
    if name.startswith("Relu") or (y.min() == 0 and np.mean(y == 0) > 0.01):
        return "ReLU"
    if name.startswith("layer") and y.min() > 0 and y.max() <= 1:
        return "Sigmoid"
    return "Tanh" if name.startswith("layer") and np.abs(y).max() <= 1 else ""
