"""A trial that is ready: other processes and computers import it from here, which they cannot from a notebook.

search(digits_trial, SPACE, 24, ProcessPoolExecutor)
"""

import functools

import numpy as np

from helpers.checks import require_whole
from helpers.datasets import load_digits
from helpers.networks import MultiLayerNet
from helpers.optimizers import Momentum
from helpers.training import steps
from helpers.tuning.spaces import log

_digits = functools.cache(load_digits)  # read once in each process

SPACE = {"lr": log(1e-4, 10), "weight_decay": log(1e-5, 1)}


def trained(rng, lr, weight_decay, iterations=300):
    """64-50-10, taught the first 300 training digits by Momentum in batches of 50; weight_decay is in the loss. A Network."""
    digits, network = _digits(), MultiLayerNet([64, 50, 10], rng, weight_decay=weight_decay)
    x, t = digits.x_train[:300], digits.t_train[:300]
    for _ in steps(network, Momentum(lr), x, t, iterations=require_whole("iterations", iterations, 0), batch_size=50, rng=rng):
        pass
    return network


def digits_trial(rng, lr, weight_decay, iterations=300):
    """Accuracy on the 300 validation digits, 0..1. Raises TrainingDiverged where lr is too large."""
    return trained(rng, lr, weight_decay, iterations).accuracy(*validation_images())


def validation_images():
    """(x, t): the 300 digits that choose."""
    return _digits().x_val, _digits().t_val


def new_images():
    """(x, t): the 1,197 digits that are neither among the first 300 for training nor for validation."""
    digits = _digits()
    return np.concatenate([digits.x_train[300:], digits.x_test]), np.concatenate([digits.t_train[300:], digits.t_test])
