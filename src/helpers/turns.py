"""Turns of mini-batch training, behind helpers.training: the order of the samples, one step, and what happens when it fails.

Source: Goodfellow, Bengio, Courville, Deep Learning, section 8.1.3.
"""

import contextlib
import math
import signal
import threading
from typing import NamedTuple

import numpy as np

from helpers.checks import as_arrays, is_lazy, require_positive, require_shape, require_whole


class TrainingDiverged(ArithmeticError):
    """The loss is no longer a finite number."""


class Step(NamedTuple):
    """One turn of training: its number, from 1, and the loss on its mini-batch before the update, a float."""

    iteration: int
    loss: float


def batches(samples, batch_size, rng):
    """Endless mini-batches of indices: the numbers 0..samples-1 in random order, cut up, then shuffled anew.

    Each index comes once before any comes twice. samples, batch_size: whole numbers from 1 up. rng: numpy.random.Generator, or
    a seed. Returns an iterator of int arrays (batch_size,); the last of a round may be shorter.
    """
    samples, batch_size = require_whole("samples", samples, 1), require_whole("batch_size", batch_size, 1)
    return _Batches(samples, batch_size, np.random.default_rng(rng))


class _Batches:
    """An object, since a generator function that was interrupted once is at its end."""

    def __init__(self, samples, batch_size, rng):
        self.samples, self.batch_size, self.rng = samples, batch_size, rng
        self.order, self.start = (), 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.start >= len(self.order):
            self.order, self.start = self.rng.permutation(self.samples), 0
        chosen = self.order[self.start : self.start + self.batch_size]
        self.start += self.batch_size
        return chosen

    def coming(self):
        """The next mini-batch, as far as it is known without a new shuffle: rng is left alone."""
        return self.order[self.start : self.start + self.batch_size]


def steps(network, optimizer, x, t, *, batch_size=100, iterations=None, rng=None, augment=None, schedule=None):
    """Train, one mini-batch a turn.

    x: inputs (N, …), floats, or pictures that are still in their files (helpers.datasets.load_images): those of the next turn are
    read while the network learns from these. t: labels (N,) or (N, K). iterations: turns until it ends, None for no end.
    rng: numpy.random.Generator for the order of the samples, or a seed (a new one unless given).
    augment: a function that is given each mini-batch of inputs and returns the one to learn from, of the same shape.
    schedule: a function that is given the iteration's number, from 1, and returns its learning rate (helpers.schedules);
    unless given, the optimizer's own rate stays as it is.
    Returns an iterator of Step. When the loss is not finite any more it raises TrainingDiverged; asked again it says so again,
    or goes on if the weights were loaded anew.

    An interrupt (the stop button, Ctrl-C) or an error ends a turn, not the iterator: asked again, it makes that turn again,
    with the same mini-batch. Nothing is updated by halves, because an interrupt waits until an update is over.
    To train in two parts, keep the iterator: ``itertools.islice(run, 30)`` twice is one run of 60. A second call of steps
    counts from 1 and begins with a new shuffle; with the same Generator it is the same run only when the first one ended
    with a whole round through the data.
    """
    for name, thing, method in (("network", network, "loss_and_gradient"), ("optimizer", optimizer, "update")):
        if isinstance(thing, type) or not hasattr(thing, method):
            example = "TwoLayerNet(64, 50, 10)" if name == "network" else "SGD(0.1)"
            raise TypeError(f"{name} must be one such as {example}, but {thing!r:.80} has come.")
    x, t = as_arrays(x, t)
    last = math.inf if iterations is None else require_whole("iterations", iterations, 0)
    for name, function in (("augment", augment), ("schedule", schedule)):
        if function is not None and not callable(function):
            raise TypeError(f"{name} must be a function, not {function!r:.80}.")
    stream = batches(len(x), batch_size, rng)
    return _Run(network, optimizer, x.ahead() if is_lazy(x) else x, t, stream, last, augment, schedule)


class _Run:
    """The iterator that steps returns. What a turn has fixed already stands in attributes, so that it can be made again."""

    def __init__(self, network, optimizer, x, t, stream, last, augment, schedule):
        self.network, self.optimizer, self.x, self.t = network, optimizer, x, t
        self.stream, self.last, self.augment, self.schedule = stream, last, augment, schedule
        self.iteration = 0  # turns that are over
        self.chosen = self.inputs = None  # of the turn that is going on
        self.step = None  # of a turn that is over, until it is handed out

    def __iter__(self):
        return self

    def __next__(self):
        if self.step is None:
            if self.iteration >= self.last:
                raise StopIteration
            self._turn(self.iteration + 1)
        step, self.step = self.step, None
        return step

    def _turn(self, iteration):
        if self.schedule is not None:
            self.optimizer.lr = require_positive(f"the rate that schedule({iteration}) gives", self.schedule(iteration))
        if self.chosen is None:
            with uninterrupted():
                self.chosen = next(self.stream)
        if self.inputs is None:
            self.inputs = self._inputs()
        with quiet():
            loss, gradient = self.network.loss_and_gradient(self.inputs, self.t[self.chosen])
            if not math.isfinite(loss):
                why = cause(self.inputs, self.optimizer.lr)
                raise TrainingDiverged(f"the loss is {loss} at iteration {iteration}. {why}")
            with uninterrupted():
                self.optimizer.update(self.network.params, gradient)
                self.iteration, self.step = iteration, Step(iteration, loss)
                self.chosen = self.inputs = None

    def close(self):
        """End what reads ahead, if anything does."""
        if hasattr(self.x, "close"):
            self.x.close()

    def _inputs(self):
        inputs = self.x[self.chosen]
        if hasattr(self.x, "next") and self.iteration + 1 < self.last:
            self.x.next(self.stream.coming())
        if self.augment is None:
            return inputs
        new = self.augment(inputs)
        require_shape("what augment returns", new, inputs.shape)
        return new


@contextlib.contextmanager
def uninterrupted():
    """Ctrl-C and the stop button wait until this block is over: it must be done whole."""
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) is None:
        yield  # interrupts come to the main thread only
        return
    came = []
    handler = signal.signal(signal.SIGINT, lambda *_: came.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


def quiet():
    """No warnings about overflow and nan: a loss that is not finite says the same, and better."""
    return np.errstate(over="ignore", invalid="ignore")


def cause(x, lr):
    """Why training on the inputs x, at the rate lr, may have diverged, in a sentence."""
    if not np.isfinite(x).all():
        return f"The inputs hold {np.isnan(x).sum()} nan and {np.isinf(x).sum()} infinite numbers: clean the data."
    scaled = "" if np.abs(x).max() <= 10 else f" Inputs run from {x.min():.3g} to {x.max():.3g}: scale them to 0..1."
    return (
        f"Usual cause: the learning rate ({lr:g}) is too large; try a tenth of it ({lr / 10:g}), "
        f"with a new network, as this one's weights are lost.{scaled}"
    )
