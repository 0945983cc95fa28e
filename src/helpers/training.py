"""Mini-batch training: an iterator that makes one step a turn, and a loop around it.

    for step in steps(network, SGD(0.1), x, t, iterations=1000, rng=rng):
        print(step.iteration, step.loss)

Stop asking for turns and training pauses; ask again and it goes on, after an interrupt too. ``optimizer.lr`` may change in
between.
Source: Goodfellow, Bengio, Courville, Deep Learning, section 8.1.3.
"""

import os
import time
from dataclasses import dataclass, field

import numpy as np

from helpers.checks import NotFiniteError, as_arrays, is_lazy, require_shape, require_whole
from helpers.turns import Step, TrainingDiverged, batches, cause, quiet, steps, uninterrupted

__all__ = ["History", "Step", "TrainingDiverged", "batches", "fit", "steps"]


@dataclass
class History:
    """What a training run leaves behind.

    loss: one float an iteration. evaluated: the iterations at which accuracy was measured. train_accuracy: on (a fixed
    sample of at most 5,000 of) the training data, val_accuracy: on all validation data, both 0..1, one for each
    entry of evaluated. seconds: time spent. interrupted: True when the keyboard stopped the run. best: with patience, the
    iteration of the highest validation accuracy, whose weights the network has now; otherwise None. stopped: True when patience
    ended the run before its last iteration.
    """

    loss: list = field(default_factory=list)
    evaluated: list = field(default_factory=list)
    train_accuracy: list = field(default_factory=list)
    val_accuracy: list = field(default_factory=list)
    seconds: float = 0.0
    interrupted: bool = False
    best: int | None = None
    stopped: bool = False

    def __repr__(self):
        if not self.loss:
            return "History(nothing trained yet)"
        accuracy = f", validation accuracy {self.val_accuracy[-1]:.1%}" if self.val_accuracy else ""
        if self.best is not None:
            accuracy = f", best validation accuracy {self.best_accuracy:.1%} after {self.best}"
        stopped = ", interrupted" if self.interrupted else ", stopped early" if self.stopped else ""
        return f"History({len(self.loss)} iterations, last loss {self.loss[-1]:.3f}{accuracy}{stopped})"

    @property
    def best_accuracy(self):
        """The validation accuracy at best, 0..1, or None."""
        return None if self.best is None else self.val_accuracy[self.evaluated.index(self.best)]


class _Best:
    """Copies of the parameters and state at the highest validation accuracy so far, and how many measurements ago that was."""

    def __init__(self, network, history):
        self.network, self.history, self.waited, self.kept = network, history, 0, {}
        if history.best is not None:  # the call before has left the best weights in the network
            self._keep()

    def look(self):
        """Compare the newest measurement with the best one; of equals the first stays."""
        new, old = self.history.val_accuracy[-1], self.history.best_accuracy
        self.waited += 1
        if old is None or new > old:
            self.history.best, self.waited = self.history.evaluated[-1], 0
            self._keep()

    def put_back(self):
        """Give the network the best numbers, in place."""
        with uninterrupted():
            for name, value in self._arrays():
                if self.kept:
                    value[...] = self.kept[name]

    def _keep(self):
        self.kept = {name: value.copy() for name, value in self._arrays()}

    def _arrays(self):
        state = getattr(self.network, "state", {})
        return [*self.network.params.items(), *((f"state/{name}", value) for name, value in state.items())]


def silenced():
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
    patience=None,
):
    """Train on a Dataset with a progress bar, measuring accuracy on the way.

    data: has x_train t_train x_val t_val (helpers.datasets.Dataset). every: iterations between two measurements,
    a twentieth of all unless given. history: of an earlier call, to go on with; it is lengthened and returned.
    The other arguments are those of steps; the iterations that a schedule is given count from 1 in each call.
    patience: early stopping. The run ends after so many measurements in a row without a higher validation accuracy; and however
    it ends, by an interrupt or an error too, the network gets the parameters and state of the best measurement back (once there
    is one), and history says which. Called again with this history, only what is better than that best replaces it. What
    the optimizer remembers stays that of the last step.
    Returns a History. Interrupting (the stop button, Ctrl-C) ends the run; network (unless patience is given) and history stay
    as they are then.
    Source: Goodfellow, Bengio, Courville, Deep Learning, section 7.8.
    """
    from tqdm.auto import tqdm

    iterations = require_whole("iterations", iterations, 0)
    every = max(1, iterations // 20) if every is None else require_whole("every", every, 1)
    patience = None if patience is None else require_whole("patience", patience, 1)
    (x, t), (x_val, t_val) = _part(data, "train"), _part(data, "val")
    require_shape("x_val", x_val, (len(x_val), *x.shape[1:]))
    how = {"batch_size": batch_size, "iterations": iterations, "rng": rng, "augment": augment, "schedule": schedule}
    run = steps(network, optimizer, x, t, **how)
    sample = np.random.default_rng(0).permutation(len(x))[:5000]
    x_sample, t_sample = x.part(sample) if is_lazy(x) else x[sample], t[sample]
    history = history if history is not None else History()
    history.interrupted = history.stopped = False
    history.best = None if patience is None else history.best
    best = None if patience is None else _Best(network, history)
    before, started = len(history.loss), time.perf_counter()
    try:
        with tqdm(total=iterations, disable=not progress or silenced()) as bar:
            for step in run:
                history.loss.append(step.loss)
                if step.iteration % every == 0 or step.iteration == iterations:
                    train, val = (_accuracy(network, *data, step, optimizer) for data in ((x_sample, t_sample), (x_val, t_val)))
                    with uninterrupted():  # all of this, or nothing
                        history.evaluated.append(before + step.iteration)
                        history.train_accuracy.append(train)
                        history.val_accuracy.append(val)
                        if best is not None:
                            best.look()
                            history.stopped = best.waited >= patience and step.iteration < iterations
                    bar.set_postfix_str(f"loss {step.loss:.3f}, validation {val:.1%}", refresh=False)
                bar.update()
                if history.stopped:
                    break
    except KeyboardInterrupt:
        history.interrupted = True
    except TrainingDiverged as error:
        if history.best is not None:
            error.add_note(f"The network has the weights of iteration {history.best} again, its best: patience has kept them.")
        raise
    finally:
        if best is not None:
            best.put_back()
        run.close()
        history.seconds += time.perf_counter() - started
    return history


def _part(data, part):
    """x and t of the "train" or the "val" part of a Dataset, as plain arrays."""
    missing = [name for name in (f"x_{part}", f"t_{part}") if getattr(data, name, None) is None]
    if missing:
        raise TypeError(
            f"data must have x_train, t_train, x_val and t_val, as load_digits() gives them, "
            f"but this {type(data).__name__} has no {' and no '.join(missing)}."
        )
    x, t = getattr(data, f"x_{part}"), getattr(data, f"t_{part}")
    if part == "val" and len(x) == 0:
        raise ValueError("there are no validation data to measure accuracy on: x_val has length 0.")
    try:
        return as_arrays(x, t)
    except (TypeError, ValueError) as error:
        raise type(error)(f"x_{part} and t_{part}: {error}") from None


def _accuracy(network, x, t, step, optimizer):
    """network.accuracy, or TrainingDiverged when the update before has lost the weights, which the next loss would have met."""
    try:
        with quiet():
            return network.accuracy(x, t)
    except NotFiniteError:
        x = x[:100] if is_lazy(x) else x  # pixels from files are finite
        if not np.isfinite(x).all():
            raise
        why = cause(x, optimizer.lr)
        raise TrainingDiverged(f"the scores are not finite after iteration {step.iteration}. {why}") from None
