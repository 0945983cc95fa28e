"""Tests on a few steps of the case's own training: one step, and a handful of samples learned by heart."""

import copy

import numpy as np

from helpers.checkup.case import answers, in_float64, labels, learning_loss, listed, percent, test
from helpers.checkup.gradients import directions, own_gradient
from helpers.checkup.watching import Watch, watched_step

STUCK = 1e-6  # of the largest movement: what moves less has a slope that is rounding and nothing else
FLAT = 1e-7  # measured slopes below it are rounding
DOWN = 0.75  # share of the movement that must go downhill; SGD, Momentum, AdaGrad and Adam have all of it in their first step
SAMPLES, EVERY, MOST = 10, 25, 1200  # the slowest of the course's networks learns ten samples in 100 steps
LEFT = 0.2  # of the loss at the start, when the handful counts as learned


@test("one step")
def one_step(case):
    """One step of the case's own training must go downhill, lower the loss on its batch and move every parameter."""
    network = case.start()
    before = copy.deepcopy(network)
    batch = watched_step(case, network, *case.part("train"))
    if batch is None:
        return False, "Training never asks the network for its gradient.", {}
    x, t, untouched = batch
    losses = learning_loss(before, x, t, before), learning_loss(network, x, t, before)
    moves = {name: network.params[name] - value for name, value in before.params.items()}
    sizes = {name: float(np.abs(move).max()) for name, move in moves.items()}
    down = {name: _downhill(move, slope) for name, move, slope in _with_slopes(before, moves, x, t)}
    numbers = {"losses": losses, "moves": sizes, "down": down, "stuck": []}
    if not untouched:
        return False, "The step has changed the batch itself: something writes into an array that it was given.", numbers
    if not np.isfinite(losses).all():
        return (
            False,
            f"One step takes the loss on its batch from {losses[0]:.3f} to {losses[1]:.3f}: no number any more.",
            numbers,
        )
    largest = max(sizes.values())
    if largest == 0:
        numbers["stuck"] = list(sizes)
        return False, "One step moves no parameter at all.", numbers
    said = f"One step takes the loss on its batch from {losses[0]:.3f} to {losses[1]:.3f}"
    stuck = [name for name in reversed(sizes) if not sizes[name] > STUCK * largest and _matters(before, name, x, t)]
    if stuck:
        numbers["stuck"] = stuck
        words = "its measured slope is not 0" if len(stuck) == 1 else "their measured slopes are not 0"
        return False, f"{said}, but {listed(stuck)} did not move, though {words}.", numbers
    if losses[1] == losses[0]:
        return False, f"The parameters move, and the loss stays exactly {losses[0]:.3f}: the network does not use them.", numbers
    share = _downhill(*(np.concatenate([np.ravel(one) for one in ones]) for ones in _columns(_with_slopes(before, moves, x, t))))
    numbers["share"] = share
    if share < DOWN:
        much = f"only {percent(share)}" if share > 0.05 else "nothing"
        return False, f"{said}, and {much} of the movement goes against the slopes: the rule has lost them.", numbers
    if not losses[1] < losses[0]:
        return False, f"{said}, so it goes up, although the direction is right: the step is too long.", numbers
    return True, f"{said}, and every parameter that has a slope moves.", numbers


def _with_slopes(network, moves, x, t):
    own = own_gradient(network, x, t)
    return [(name, move, own[name]) for name, move in moves.items() if np.shape(own.get(name)) == move.shape]


def _columns(rows):
    return [move for _, move, _ in rows], [slope for _, _, slope in rows]


def _downhill(move, slope):
    """Share of a movement that goes against the slope: 1 for every rule that scales the slope's entries, whatever the scale."""
    gain = np.asarray(move, np.float64) * slope
    total = np.abs(gain).sum()
    return float(np.abs(gain[gain < 0]).sum() / total) if total > 0 else 1.0


def _matters(network, name, x, t):
    """Whether the loss has a slope by this parameter here, measured. A bias before batch normalization, for one, has none."""
    network, x = in_float64(network), x.astype(np.float64)
    found = directions(network, x, t, name, np.zeros_like(network.params[name]))[1]
    return bool(np.abs(found).max() > FLAT)


@test("handful")
def handful(case):
    """A network that cannot learn ten samples by heart will not learn thousands."""
    x, t = _few(*case.part("train"))
    network = case.start()
    # An author's loop may insist on a batch's length: it is given the same samples many times over.
    many = [np.concatenate([part] * (1 if case.train is None else 20)) for part in (x, t)]
    curve = [(0, float(network.loss(x, t)), _right(network, x, t))]

    def note(steps):
        curve.append((steps, float(network.loss(x, t)), _right(network, x, t)))
        return _learned(curve, len(x)) or steps >= MOST

    while True:  # again and again, where the author's loop is a short one
        done = curve[-1][0]
        with Watch(network, lambda steps, *_, done=done: steps > 0 and steps % EVERY == 0 and note(done + steps)) as watch:
            case.run(network, many[0].copy(), many[1].copy(), seed=done)
        if watch.steps == 0 or note(done + watch.steps):
            break
    curve = sorted(dict.fromkeys(curve))
    steps, loss, right = curve[-1]
    numbers = dict(zip(("steps", "loss", "right"), map(list, zip(*curve, strict=True)), strict=True)) | {"samples": len(x)}
    if _learned(curve, len(x)):
        said = f"It learns {len(x)} samples by heart in {steps} steps: all {right} are read correctly"
        return True, f"{said}, and the loss falls from {curve[0][1]:.2f} to {abs(loss):.2f}.", numbers
    said, loss = f"After {steps:,} steps on the same {len(x)} samples", abs(loss)
    if right == len(x):  # the loss has not fallen as far as it should
        return False, f"{said} all are read correctly, but the loss is still {loss:.2f}: it began at {curve[0][1]:.2f}.", numbers
    # A small loss does not count by itself: it may look at something else than the answers.
    but = f"although the loss is {loss:.2f}" if loss < LEFT * curve[0][1] else f"and the loss is {loss:.2f}"
    few = f"only {right} of them {'is' if right == 1 else 'are'}" if right else "none of them is"
    return False, f"{said} {few} read correctly, {but}: it cannot learn them by heart.", numbers


def _few(x, t):
    """Ten samples, the first one of each class, then the second ones, and so on."""
    numbers = labels(t)
    turn = np.array([np.sum(numbers[:place] == number) for place, number in enumerate(numbers[:2000])])
    rows = np.argsort(turn, kind="stable")[:SAMPLES]
    return x[rows], t[rows]


def _right(network, x, t):
    return int(np.sum(answers(network, x) == labels(t)))


def _learned(curve, samples):
    return curve[-1][2] == samples and curve[-1][1] < LEFT * curve[0][1]
