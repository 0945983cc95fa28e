"""Mini-batch training: a generator that makes one step a turn, and a loop around it.

    for step in steps(network, SGD(0.1), x, t, iterations=1000, rng=rng):
        print(step.iteration, step.loss)

Stop asking for turns and training pauses; ask again and it goes on. ``optimizer.lr`` may change in between.
Source: Goodfellow, Bengio, Courville, Deep Learning, section 8.1.3.
"""

import itertools
import math
import os
import time
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from helpers.checks import require_float, require_whole


class TrainingDiverged(ArithmeticError):
    """The loss is no longer a finite number."""


class Step(NamedTuple):
    """One turn of training: its number, from 1, and the loss on its mini-batch before the update, a float."""

    iteration: int
    loss: float


@dataclass
class History:
    """What a training run leaves behind.

    loss: one float an iteration. evaluated: the iterations at which accuracy was measured. train_accuracy: on (a fixed
    sample of at most 5,000 of) the training data, val_accuracy: on all validation data, both 0..1, one for each
    entry of evaluated. seconds: time spent. interrupted: True when the keyboard stopped the run.
    """

    loss: list = field(default_factory=list)
    evaluated: list = field(default_factory=list)
    train_accuracy: list = field(default_factory=list)
    val_accuracy: list = field(default_factory=list)
    seconds: float = 0.0
    interrupted: bool = False

    def __repr__(self):
        if not self.loss:
            return "History(nothing trained yet)"
        accuracy = f", validation accuracy {self.val_accuracy[-1]:.1%}" if self.val_accuracy else ""
        stopped = ", interrupted" if self.interrupted else ""
        return f"History({len(self.loss)} iterations, last loss {self.loss[-1]:.3f}{accuracy}{stopped})"


def batches(samples, batch_size, rng):
    """Endless mini-batches of indices: the numbers 0..samples-1 in random order, cut up, then shuffled anew.

    Each index comes once before any comes twice. Yields int arrays (batch_size,), the last of a round may be shorter.
    """
    while True:
        order = rng.permutation(samples)
        for start in range(0, samples, batch_size):
            yield order[start : start + batch_size]


def steps(network, optimizer, x, t, *, batch_size=100, iterations=None, rng=None, augment=None, schedule=None):
    """Train, one mini-batch a turn.

    x: inputs (N, …), floats. t: labels (N,) or (N, K). iterations: turns until it ends, None for no end.
    rng: numpy.random.Generator for the order of the samples, or a seed (a new one unless given).
    augment: a function that is given each mini-batch of inputs and returns the one to learn from, of the same shape.
    schedule: a function that is given the iteration's number, from 1, and returns its learning rate (helpers.schedules);
    unless given, the optimizer's own rate stays as it is.
    Returns a generator of Step. It raises TrainingDiverged when the loss is not finite any more.
    """
    x, t = require_float("x", x), np.asarray(t)
    if len(x) != len(t) or len(x) == 0:
        raise ValueError(f"x and t must have the same length, at least 1, but they have {len(x)} and {len(t)}.")
    numbers = itertools.count(1)
    if iterations is not None:
        numbers = range(1, require_whole("iterations", iterations, 0) + 1)
    stream = batches(len(x), require_whole("batch_size", batch_size, 1), np.random.default_rng(rng))
    return _steps(network, optimizer, x, t, stream, numbers, augment, schedule)


def _steps(network, optimizer, x, t, stream, numbers, augment, schedule):
    for iteration in numbers:
        if schedule is not None:
            optimizer.lr = float(schedule(iteration))
        chosen = next(stream)
        inputs = x[chosen] if augment is None else augment(x[chosen])
        yield Step(iteration, _one_step(network, optimizer, inputs, t[chosen], iteration))


def _one_step(network, optimizer, x, t, iteration):
    with _quiet():
        loss, gradient = network.loss_and_gradient(x, t)
        if not math.isfinite(loss):
            raise TrainingDiverged(f"the loss is {loss} at iteration {iteration}. {_cause(x, optimizer.lr)}")
        optimizer.update(network.params, gradient)
    return loss


def _quiet():
    return np.errstate(over="ignore", invalid="ignore")  # a loss that is not finite says the same as warnings, better


def _cause(x, lr):
    if not np.isfinite(x).all():
        return f"The inputs hold {np.isnan(x).sum()} nan and {np.isinf(x).sum()} infinite numbers: clean the data."
    scaled = "" if np.abs(x).max() <= 10 else f" Inputs run from {x.min():.3g} to {x.max():.3g}: scale them to 0..1."
    return (
        f"Usual cause: the learning rate ({lr:g}) is too large; try a tenth of it ({lr / 10:g}), "
        f"with a new network, as this one's weights are lost.{scaled}"
    )


def _silenced():
    """Whether TQDM_DISABLE is set; tqdm itself does not look at it in notebooks."""
    return os.environ.get("TQDM_DISABLE", "0") not in ("", "0")


def fit(
    network,
    optimizer,
    data,
    *,
    iterations,
    batch_size=100,
    every=None,
    rng=None,
    progress=True,
    history=None,
    augment=None,
    schedule=None,
):
    """Train on a Dataset with a progress bar, measuring accuracy on the way.

    data: has x_train t_train x_val t_val (helpers.datasets.Dataset). every: iterations between two measurements,
    a twentieth of all unless given. history: of an earlier call, to go on with; it is lengthened and returned.
    The other arguments are those of steps; the iterations that a schedule is given count from 1 in each call.
    Returns a History. Interrupting (the stop button, Ctrl-C) ends the run; network and history stay as they are then.
    """
    from tqdm.auto import tqdm

    iterations = require_whole("iterations", iterations, 0)
    every = max(1, iterations // 20) if every is None else require_whole("every", every, 1)
    if len(data.x_val) == 0:
        raise ValueError("there are no validation data to measure accuracy on: x_val has length 0.")
    how = {"batch_size": batch_size, "iterations": iterations, "rng": rng, "augment": augment, "schedule": schedule}
    run = steps(network, optimizer, data.x_train, data.t_train, **how)
    sample = np.random.default_rng(0).permutation(len(data.x_train))[:5000]
    x_sample, t_sample = data.x_train[sample], data.t_train[sample]
    history = history if history is not None else History()
    history.interrupted = False
    before, started = len(history.loss), time.perf_counter()
    try:
        with tqdm(total=iterations, disable=not progress or _silenced()) as bar:
            for step in run:
                history.loss.append(step.loss)
                if step.iteration % every == 0 or step.iteration == iterations:
                    with _quiet():
                        train, val = network.accuracy(x_sample, t_sample), network.accuracy(data.x_val, data.t_val)
                    history.evaluated.append(before + step.iteration)  # all three, after both: an interrupt may come
                    history.train_accuracy.append(train)
                    history.val_accuracy.append(val)
                    bar.set_postfix_str(f"loss {step.loss:.3f}, validation {val:.1%}", refresh=False)
                bar.update()
    except KeyboardInterrupt:
        history.interrupted = True
    finally:
        history.seconds += time.perf_counter() - started
    return history
