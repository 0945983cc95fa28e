"""Test on what flows through a network: activations forward and slopes backward, layer by layer.

Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
"""

import numpy as np

from helpers.checkup.case import listed, percent, test
from helpers.checkup.gradients import own_gradient

# Before training the course's networks have up to 38 % dead units in a layer (corners of pictures that are white throughout),
# and their weakest slopes are 0.08 times the strongest ones; six sigmoid layers bring those to 0.0001 times.
DEAD, SATURATED, GONE = 0.7, 0.5, 1e-3
ENDS = 0.95  # how far up or down its curve an output must be to count as saturated, of 1
BENDS = ("Relu", "Sigmoid", "Tanh")
PLAIN = ("Affine", "Convolution", "BatchNormalization", "Flatten", "Dropout", "MaxPooling", "AveragePooling")
PLAIN += ("GlobalAveragePooling", "Sequential")


@test("signals")
def signals(case):
    """Activations and slopes by layer, before and after training: dead units, saturated ones, slopes that fade on the way."""
    x, t = case.part("train", 200)
    looks = {"start": _look(case.start(), x, t), "end": _look(case.trained()[0], x, t)}
    silent = [looks[when].pop("silent") for when in looks][-1]
    numbers = {"looks": looks, "limits": {"dead": DEAD, "saturated": SATURATED, "gone": GONE}}
    for when, words in (("start", "Before training"), ("end", "After training")):
        for layer in looks[when]["layers"]:
            name = layer["name"]
            if not np.isfinite(layer["spread"]):
                return False, f"{words} {name} gives numbers that are not finite.", numbers
            if layer["dead"] > DEAD:
                return False, f"{words} {percent(layer['dead'])} of the units of {name} give 0 for every sample.", numbers
            if layer["saturated"] > SATURATED:
                share = percent(layer["saturated"])
                return False, f"{words} {share} of the outputs of {name} are at the flat ends of its curve.", numbers
    if silent:
        names = listed(case.class_names[number] for number in silent)
        one = "score of class {} is" if len(silent) == 1 else "scores of classes {} are"
        said = f"After training the {one.format(names)} 0 for every sample"
        return False, f"{said}, as behind a dead ReLU, so it gets no slope and learns no more.", numbers
    for when, words in (("start", "Before training"), ("end", "After training")):
        lost = [name for name, size in looks[when]["slopes"].items() if not np.isfinite(size)]
        if lost:
            return False, f"{words} the slopes of {lost[0]} are not finite.", numbers
    weakest = {when: _weakest(looks[when]["slopes"]) for when in looks}
    name, kept = weakest["start"]
    if max(weakest["start"][1], weakest["end"][1]) < GONE:  # a last layer that starts at 0 holds slopes back for one step
        times = "are 0" if kept < 1e-12 else f"are {1 / kept:,.0f} times smaller than the largest"
        return False, f"Before training the slopes of {name} {times}, and after training they are no better.", numbers
    count = len(looks["start"]["layers"])
    if not count and hasattr(case.start(), "layers"):
        return None, "No layer between input and output bends what comes in, and no slope vanishes on the way back.", numbers
    if not count:
        why = "The program keeps its hidden values to itself (it has no method activations)"
        return None, f"{why}, so only the slopes by layer were looked at: none vanishes on the way back.", numbers
    rest = f"no slopes are {1 / GONE:,.0f} times smaller than others"
    return True, f"No layer is dead or saturated ({count} looked at, before and after training), and {rest}.", numbers


def _weakest(slopes):
    """(name, its size over that of the strongest) of the weights with the weakest slopes."""
    if not slopes or not max(slopes.values()) > 0:
        return next(iter(slopes), "all weights"), 0.0
    name = min(slopes, key=slopes.get)
    return name, slopes[name] / max(slopes.values())


def _look(network, x, t):
    """{"layers": [a dict for each], "slopes": {weight's name: root mean square of its slope}}."""
    layers = []
    for name, kind, y in _outputs(network, x):
        flat = y.reshape(len(y), -1)
        dead = float(np.mean((flat == 0).all(axis=0))) if kind == "Relu" else 0.0
        ends = {"Sigmoid": np.abs(2 * flat - 1) > ENDS, "Tanh": np.abs(flat) > ENDS}.get(kind)
        saturated = 0.0 if ends is None else float(ends.mean())
        layers.append({"name": name, "kind": kind, "dead": dead, "saturated": saturated, "spread": float(np.std(flat))})
    gradient = own_gradient(network, x, t)
    gradient = {name: gradient[name] for name in network.params if name in gradient}  # from the input on
    weights = {name: value for name, value in gradient.items() if value.size > max(value.shape, default=1)}
    slopes = {name: float(np.sqrt(np.mean(value**2))) for name, value in weights.items()}
    return {"layers": layers, "slopes": slopes, "silent": _silent(network, x, layers)}


def _silent(network, x, layers):
    """Classes whose score is 0 for every sample while others are above it, as behind a ReLU. Marks the scores' layer.

    A share of dead units would pass over them: one of ten is little, but it is a whole class.
    """
    scores = np.asarray(network.predict(x), np.float64)
    if scores.ndim != 2 or scores.min() < 0 or not scores.max() > 0:
        return []
    found = np.flatnonzero((scores == 0).all(axis=0))
    # As many dead units as silent scores: the last layer that was looked at gives the scores.
    if len(found) and layers and np.isclose(layers[-1]["dead"], len(found) / scores.shape[1]):
        layers[-1]["silent"] = True
    return found.tolist()


def _outputs(network, x):
    """(name, kind, activations) of the layers that are no plain sums of what comes in."""
    if hasattr(network, "activations"):
        found = [np.asarray(y, np.float64) for y in network.activations(x)]
        return [(f"layer {number}", _kind_of(y), y) for number, y in enumerate(found, 1)]
    found, counts = [], {}
    for layer in getattr(network, "layers", ()):
        x, kind = layer.forward(x), type(layer).__mro__
        name = next((parent.__name__ for parent in kind if parent.__name__ in BENDS + PLAIN), kind[0].__name__)
        if name not in PLAIN:
            counts[name] = counts.get(name, 0) + 1
            found.append((f"{name} {counts[name]}", name, np.asarray(x, np.float64)))
    return found


def _kind_of(y):
    """Which bend these numbers come from, by their range; "" where none is known."""
    if y.min() == 0 and np.mean(y == 0) > 0.01:
        return "Relu"
    if y.min() > 0 and y.max() <= 1:
        return "Sigmoid"
    return "Tanh" if np.abs(y).max() <= 1 and y.min() < 0 else ""
