"""A case: how a network is built, on which data, and how it is trained; and what the tests on it have in common."""

import copy
import functools
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from helpers.optimizers import Adam
from helpers.training import steps

STEPS, BATCH = 300, 100  # of the training that is used when a case brings none


class CannotTell(Exception):
    """A test that does not fit this case. Its message says why."""


@dataclass(frozen=True)
class Finding:
    """What a test has found.

    test: its name. healthy: True, False, or None where it cannot be judged here. verdict: one sentence with the numbers in it.
    numbers: a dict of what the figure shows (plots.finding).
    """

    test: str
    healthy: bool | None
    verdict: str
    numbers: dict = field(default_factory=dict, repr=False)


@dataclass(frozen=True, eq=False)
class Case:
    """What the tests need to know.

    build: build(rng) returns a new network: params, predict(x) -> scores (N, K), loss(x, t), gradient(x, t) -> {name: array}.
    A network of another make may offer activations(x) -> [arrays], so that the test of signals can look inside.
    data: has x_train t_train x_val t_val, as helpers.datasets.Dataset; class_names is read where it is there.
    train: train(network, x, t, rng) trains the network in place and returns the losses of its steps. Unless given: 300 steps of
    Adam on batches of 100. evaluate: evaluate(network, data) -> accuracy, where the author has a measurement of their own.
    Nothing that comes in is changed, and the same case gives the same findings: all random numbers have fixed seeds.
    """

    build: Callable
    data: object
    train: Callable | None = None
    evaluate: Callable | None = None
    kept: dict = field(default_factory=dict, init=False, repr=False)  # trained networks, so that two tests train once

    @property
    def classes(self):
        """How many classes there are: as many as the network has scores."""
        if "classes" not in self.kept:
            self.kept["classes"] = answers_of(self.start().predict(self.part("train", 2)[0])).shape[1]
        return self.kept["classes"]

    @property
    def class_names(self):
        """A name for each class."""
        names = list(getattr(self.data, "class_names", ()))
        return names if len(names) == self.classes else [str(number) for number in range(self.classes)]

    def part(self, name, most=None):
        """Copies of inputs and targets of the "train" or the "val" part, the first ones only where most is given."""
        return tuple(np.array(getattr(self.data, f"{what}_{name}")[:most]) for what in "xt")

    def start(self, seed=0):
        """A new network."""
        return self.build(np.random.default_rng(seed))

    def run(self, network, x, t, seed=0):
        """Train this network on x and t and return the losses, a list."""
        rng = np.random.default_rng([seed, 1])
        losses = (self.train or _train)(network, x, t, rng)
        return [float(loss) for loss in losses] if losses is not None else []

    def trained(self, seed=0):
        """A network after training, and its losses. Kept: do not change it."""
        if seed not in self.kept:
            network = self.start(seed)
            self.kept[seed] = network, self.run(network, *self.part("train"), seed)
        return self.kept[seed]

    def accuracy(self, network, part="val"):
        """Share of the samples of a part whose largest score is the right one, measured here and not by the network."""
        x, t = self.part(part)
        return float(np.mean(answers(network, x) == labels(t)))


def _train(network, x, t, rng):
    """300 steps of Adam. Its rate suits networks of every depth, where SGD would want another one for each."""
    if not hasattr(network, "loss_and_gradient"):
        network = _Both(network)
    return [step.loss for step in steps(network, Adam(0.003), x, t, batch_size=BATCH, iterations=STEPS, rng=rng)]


class _Both:
    """A network of another make, with the loss and its gradient in one call, as helpers.training asks for them."""

    def __init__(self, network):
        self.network, self.params = network, network.params

    def loss_and_gradient(self, x, t):
        gradient = self.network.gradient(x, t)
        return float(self.network.loss(x, t)), gradient


def test(name):
    """Make a function (case) -> (healthy, verdict, numbers) a test that returns a Finding, also when the network's code fails."""

    def decorate(function):
        @functools.wraps(function)
        def examined(case):
            try:
                with np.errstate(all="ignore"), warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    return Finding(name, *function(case))
            except CannotTell as reason:
                return Finding(name, None, str(reason), {})
            except Exception as error:
                first = str(error).split(". ")[0].rstrip(".").replace("\n", " ")
                said = f"{type(error).__name__}: {first:.160}"
                return Finding(name, False, f"The program stopped with an error, {said}.", {"error": said})

        return examined

    return decorate


def answers(network, x, most=1000):
    """The class with the largest score for each sample, (N,)."""
    parts = [answers_of(network.predict(x[at : at + most])).argmax(axis=1) for at in range(0, len(x), most)]
    return np.concatenate(parts)


def answers_of(scores):
    """Scores as an array (N, K) with K from 2 up."""
    scores = np.asarray(scores)
    if scores.ndim != 2:
        raise ValueError(f"predict(x) must return scores (N, K), one row per sample, but they have shape {scores.shape}.")
    if scores.shape[1] == 1:
        raise CannotTell("The network has a single output, and this test compares the outputs of several classes.")
    return scores


def labels(t):
    """Labels (N,) from labels or one-hot rows."""
    t = np.asarray(t)
    if t.ndim == 2 and t.shape[1] > 1 and ((t == 0) | (t == 1)).all() and (t.sum(axis=1) == 1).all():
        return t.argmax(axis=1)
    if t.ndim != 1 or t.dtype.kind not in "iub":
        raise CannotTell(
            f"The targets, of shape {t.shape} and dtype {t.dtype}, are no class numbers, and this test needs classes."
        )
    return t.astype(np.int64)


def percent(share, digits=0):
    """A share of 1 in words: 97 %."""
    return f"{100 * share:.{digits}f} %"


def listed(names, most=6):
    """Names one after the other, and how many there are more."""
    names = [str(name) for name in names]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def in_float64(network):
    """A copy with parameters in float64. Where the network cannot do that itself, every reference to a parameter is replaced."""
    if hasattr(network, "astype"):
        return network.astype(np.float64)
    wide = {id(value): np.array(value, np.float64) for value in network.params.values()}
    return copy.deepcopy(network, wide)  # deepcopy looks there for what it has copied already


def learning_loss(network, x, t, like=None):
    """The loss as training sees it, on a copy: batch normalization uses the batch, dropout drops.

    like: a network whose generators are taken, so that before and after a step the same units are dropped.
    """
    if not learns_otherwise(network):
        return float(network.loss(x, t))
    twin = copy.deepcopy(network)
    if like is not None:
        for layer, other in zip(twin.all_layers(), like.all_layers(), strict=True):
            if isinstance(getattr(layer, "rng", None), np.random.Generator):
                layer.rng = copy.deepcopy(other.rng)
    return float(twin.loss_and_gradient(x, t)[0])


def learns_otherwise(network):
    """Whether a layer behaves differently while learning: it keeps a state or draws random numbers."""
    return hasattr(network, "all_layers") and any(
        getattr(layer, "state", None) or isinstance(getattr(layer, "rng", None), np.random.Generator)
        for layer in network.all_layers()
    )


def chance(t):
    """Accuracy that blind guessing does not exceed, but for once in 10,000 times: the largest class's share and 4 deviations."""
    share = np.bincount(labels(t)).max() / len(t)
    return float(share), float(share + 4 * np.sqrt(share * (1 - share) / len(t)))
