"""Workers: copies of a layer or network that share its parameters and keep everything else to themselves.

A layer keeps what its last forward saw, so two pieces of a batch cannot go through it at the same time: each has a worker.
"""

import copy

import numpy as np


def worker_of(thing, training, made):
    """(a worker of a layer or network, whether it was made just now). made: {id: worker} of those made so far, or None.

    What it holds that can have a worker, the layers of a block or a network that it asks, gets one too, and one object held
    in two places gets one. While learning a random generator has a child, as two threads must not draw from the same one; not
    so for prediction, which must not change what is drawn while learning. Everything else is shared.
    """
    made = {} if made is None else made
    if id(thing) in made:
        return made[id(thing)], False
    worker = made[id(thing)] = copy.copy(thing)
    for name, value in vars(thing).items():
        if type(value) not in _SHARED and name not in ("params", "grads", "state"):  # arrays, and nothing that has a worker
            setattr(worker, name, _own(value, training, made))
    return worker, True


_SHARED = {np.ndarray, np.dtype, int, float, bool, str, type(None)}  # the most frequent ones, so that they cost nothing


def _own(value, training, made):
    if isinstance(value, np.random.Generator):
        return value.spawn(1)[0] if training else value
    if type(value) is dict:
        return {key: _own(entry, training, made) for key, entry in value.items()}
    if type(value) in (list, tuple):
        return type(value)([_own(entry, training, made) for entry in value])
    return value.worker(training, made) if hasattr(value, "worker") else value
