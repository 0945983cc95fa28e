"""Tests that train to the end: every class, several starts, shuffled labels."""

import copy

import numpy as np

from helpers.checkup.case import answers, chance, labels, listed, percent, test

FEW = 5  # samples that a class must have in the validation part, to be missed
SEEDS = 5
# Small networks of the course differ by up to 2 points from start to start; ReLU before the softmax by 30.
SPREAD = 0.12


@test("every class")
def every_class(case):
    """After training every class must be predicted at times."""
    (network, _), (x, t), classes = case.trained(), case.part("val"), case.classes
    given = np.bincount(answers(network, x), minlength=classes)
    true = np.bincount(labels(t), minlength=classes)[:classes]
    never = [name for name, one, other in zip(case.class_names, given, true, strict=True) if one == 0 and other >= FEW]
    numbers = {"given": given, "true": true, "names": case.class_names}
    if never:
        said = f"{len(never)} of {classes} classes are never predicted" if len(never) > 1 else "one class is never predicted"
        return False, f"After training {said}: {listed(never)}.", numbers
    seen = int(np.sum(true >= FEW))
    every = f"every one of the {classes} classes is" if seen == classes else f"all {seen} classes with {FEW} samples or more are"
    return True, f"After training {every} predicted at times.", numbers


@test("several seeds")
def several_seeds(case):
    """From five starts the same program must come to about the same accuracy."""
    found = [case.accuracy(case.trained(seed)[0]) for seed in range(SEEDS)]
    guess, limit = chance(case.part("val")[1])
    numbers = {"accuracies": found, "chance": guess, "limit": limit, "spread": SPREAD}
    low, high = min(found), max(found)
    said = f"Five starts reach validation accuracies from {percent(low, 1)} to {percent(high, 1)}"
    if np.mean(found) <= limit:
        return (
            False,
            f"{said}; always naming the most common class gives {percent(guess, 1)}: next to nothing is learned.",
            numbers,
        )
    if high - low > SPREAD:
        return False, f"{said}: luck decides.", numbers
    return True, f"{said}.", numbers


@test("shuffled labels")
def shuffled_labels(case):
    """With labels drawn at random there is nothing to learn: more than chance on validation data is a leak.

    A picture that stands in both parts gets the same label in both. Where the case has a measurement of its own, it is asked too.
    """
    parts, rng, known = {name: case.part(name) for name in ("train", "val")}, np.random.default_rng(7), {}
    pool, data = labels(parts["train"][1]), copy.copy(case.data)
    for name, (x, t) in parts.items():
        drawn = (known.setdefault(row.tobytes(), int(rng.choice(pool))) for row in x)
        new = np.array(list(drawn))
        new = np.eye(t.shape[1], dtype=t.dtype)[new] if t.ndim == 2 else new.astype(t.dtype)
        parts[name] = x, new
        object.__setattr__(data, f"x_{name}", x.copy())  # also where the data are a frozen dataclass
        object.__setattr__(data, f"t_{name}", new.copy())
    network = case.start()
    case.run(network, *(part.copy() for part in parts["train"]))
    train, val = (float(np.mean(answers(network, x) == labels(t))) for x, t in parts.values())
    own = float(case.evaluate(network, data)) if case.evaluate else None
    guess, limit = chance(parts["val"][1])
    numbers = {"train": train, "val": val, "own": own, "chance": guess, "limit": limit}
    if own is not None and own > max(limit, val):
        said = f"Trained on random labels, it has {percent(val, 1)} of the validation data right, but its author would measure"
        return False, f"{said} {percent(own, 1)}: that is measured on what was learned.", numbers
    if val > limit:
        said = f"Trained on random labels, it still has {percent(val, 1)} of the validation data right"
        said = f"{said}; always naming the most common class gives {percent(guess, 1)}"
        return False, f"{said}. Something leaks from one part into the other.", numbers
    said = f"Trained on random labels, it has {percent(val, 1)} of the validation data right"
    like = "no better than" if val <= guess else "hardly better than"
    return True, f"{said}, {like} always naming the most common class, {percent(guess, 1)}: nothing leaks.", numbers
