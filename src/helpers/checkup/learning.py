"""Tests that train: one step, a handful by heart, every class, several starts, shuffled labels."""

import copy

import numpy as np

from helpers.checkup.case import answers, chance, labels, learning_loss, test
from helpers.checkup.loss import directions, moved_off, small_batch
from helpers.checkup.watching import Watch
from helpers.checkup.watching import one_step as make_one_step

MOST = 1200  # steps in which a handful of samples is learned by heart, or not at all


@test("one step")
def one_step(case):
    """One step of the case's own training must lower the loss on its batch and move every parameter."""
    network, (x, t) = case.start(), case.part("train")
    before = copy.deepcopy(network)
    batch = make_one_step(case, network, x, t)
    if batch is None:
        return False, "Training never asks the network for its gradient.", {}
    (x, t, given_x, given_t), names = batch, list(before.params)
    losses = learning_loss(before, x, t, before), learning_loss(network, x, t, before)
    moves = {name: float(np.max(np.abs(network.params[name] - before.params[name]))) for name in names}
    numbers = {"losses": losses, "moves": moves, "first": None}
    if not (np.array_equal(x, given_x) and np.array_equal(t, given_t)):
        return False, "The step has changed the batch itself: something writes into an array that it was given.", numbers
    largest = max(moves.values())
    said = f"One step takes the loss on its batch from {losses[0]:.3f} to {losses[1]:.3f}"
    if largest == 0:
        return False, "One step moves no parameter at all.", numbers
    stuck = [name for name in reversed(names) if not moves[name] > 1e-6 * largest and matters(case, name)]
    if stuck:
        numbers["first"] = stuck[0]
        return False, f"{said}, but {', '.join(stuck)} stayed where {'it was' if len(stuck) == 1 else 'they were'}.", numbers
    if losses[1] == losses[0]:
        return False, f"The parameters move, and the loss stays {losses[0]:.3f} exactly: the network does not use them.", numbers
    if not losses[1] < losses[0]:
        return False, f"{said}: it goes up.", numbers
    return True, f"{said}, and every parameter moves.", numbers


def matters(case, name):
    """Whether the loss depends on this parameter at all: a bias before batch normalization, for one, is taken off again."""
    network, (x, t) = moved_off(case.start()), small_batch(case)
    own = np.zeros_like(network.params[name])
    return bool(np.abs(directions(network, x, t, name, own)[1]).max() > 1e-6)


@test("handful")
def handful(case):
    """A network that cannot learn ten samples by heart will not learn thousands."""
    x, t = case.part("train")
    found = labels(t)
    chosen = np.concatenate([np.flatnonzero(found == number)[:10] for number in np.unique(found)])
    order = np.argsort([np.sum(found[chosen[:at]] == found[chosen[at]]) for at in range(len(chosen))], kind="stable")
    chosen = chosen[order][:10]
    x, t = x[chosen], t[chosen]
    network, repeats = case.start(), 1 if case.train is None else 20
    many = np.concatenate([x] * repeats), np.concatenate([t] * repeats)  # an author's loop may insist on a batch's length
    curve, done = [], [0]

    def look(steps, *_):
        if steps % 25 == 0 and steps:
            curve.append((done[0] + steps, float(network.loss(x, t)), int(np.sum(answers(network, x) == labels(t)))))
        return bool(curve) and (learned(curve, start) or done[0] + steps >= MOST)

    start = float(network.loss(x, t))
    curve.append((0, start, int(np.sum(answers(network, x) == labels(t)))))
    for _ in range(20):
        with Watch(network, look) as watch:
            case.run(network, *many)
        done[0] += watch.steps
        curve.append((done[0], float(network.loss(x, t)), int(np.sum(answers(network, x) == labels(t)))))
        if learned(curve, start) or done[0] >= MOST or watch.steps == 0:
            break
    steps, loss, right = curve[-1]
    numbers = {"steps": [c[0] for c in curve], "loss": [c[1] for c in curve], "right": [c[2] for c in curve], "samples": len(x)}
    if learned(curve, start):
        return True, f"It learns {len(x)} samples by heart in {steps} steps: the loss falls to {loss:.3f}.", numbers
    said = f"After {steps} steps on the same {len(x)} samples it has {right} of them right, and the loss is {loss:.2f}"
    return False, f"{said}: it cannot even learn by heart.", numbers


def learned(curve, start):
    """Whether all are right and the loss has fallen to a fifth."""
    return curve[-1][2] == 10 and curve[-1][1] < 0.2 * start


@test("every class")
def every_class(case):
    """After training every class must be predicted at times."""
    (network, _), (x, t) = case.trained(), case.part("val")
    given = np.bincount(answers(network, x), minlength=case.classes)
    true = np.bincount(labels(t), minlength=case.classes)
    never = [name for name, one, other in zip(case.class_names, given, true, strict=True) if one == 0 and other >= 5]
    numbers = {"given": given, "true": true, "names": case.class_names}
    if never:
        share = (
            f"{len(never)} of {case.classes} classes are never predicted" if len(never) > 1 else "one class is never predicted"
        )
        return False, f"After training {share}: {', '.join(never)}.", numbers
    return True, f"After training every one of the {case.classes} classes is predicted.", numbers


@test("several seeds")
def several_seeds(case):
    """From five starts the same program must come to about the same accuracy."""
    found = [case.accuracy(case.trained(seed)[0]) for seed in range(5)]
    guess, limit = chance(case.part("val")[1])
    numbers = {"accuracies": found, "chance": guess, "limit": limit}
    low, high = min(found), max(found)
    said = f"Five starts reach validation accuracies from {low:.1%} to {high:.1%}"
    if high <= limit:
        return False, f"{said}; guessing gives {guess:.1%}: it learns nothing.", numbers
    if high - low > SPREAD:
        return False, f"{said}: luck decides.", numbers
    return True, f"{said}.", numbers


SPREAD = 0.1


@test("shuffled labels")
def shuffled_labels(case):
    """With labels drawn at random there is nothing to learn: more than chance on validation data is a leak."""
    data, rng = copy.copy(case.data), np.random.default_rng(7)
    (x_train, t_train), (x_val, t_val) = case.part("train"), case.part("val")
    pictures = {}  # the same picture gets the same label, wherever it stands
    new = {}
    for part, x, t in (("train", x_train, t_train), ("val", x_val, t_val)):
        drawn = rng.permutation(labels(t_train))[np.arange(len(x)) % len(t_train)]
        given = np.array([pictures.setdefault(row.tobytes(), label) for row, label in zip(x, drawn, strict=True)])
        new[part] = np.eye(case.classes, dtype=t.dtype)[given] if t.ndim == 2 else given.astype(t.dtype)
        object.__setattr__(data, f"t_{part}", new[part])
    network = case.start()
    case.run(network, x_train, new["train"].copy())
    train = float(np.mean(answers(network, x_train) == labels(new["train"])))
    val = float(np.mean(answers(network, x_val) == labels(new["val"])))
    own = float(case.evaluate(network, data)) if case.evaluate else val
    guess, limit = chance(new["val"])
    numbers = {"train": train, "val": val, "own": own, "chance": guess, "limit": limit}
    if max(val, own) > limit:
        who = "the author's own measurement" if own > val else "validation accuracy"
        return False, f"Trained on random labels, {who} is {max(val, own):.1%}, and guessing gives {guess:.1%}: a leak.", numbers
    return True, f"Trained on random labels, validation accuracy is {val:.1%}; guessing gives {guess:.1%}: no leak.", numbers
