"""A batch worked in pieces, the pieces on threads.

A batch's loss is a mean over its images, so its gradient is the sum of its pieces' gradients, each weighted with the piece's
share. A piece of 50 images fits into the processor's cache. Each piece is worked by a worker: a copy of the network that shares
the parameters and keeps everything else to itself, so that several pieces can be under way at a time (helpers.fast.threads).
The pieces, and the order in which their gradients and their layers' state are brought together, do not depend on the number of
threads, and so neither does the result, to the last bit.
"""

import functools

import numpy as np

from helpers.checks import require_whole
from helpers.fast.threads import Meeting, in_pieces


def predict(network, x):
    """The network's scores for x, (N, K), piece by piece."""
    if len(x) == 0:
        raise ValueError("there are no samples: x has length 0.")
    return np.concatenate(_each(network, lambda worker, part: worker.forward(x[part]), len(x), training=False))


def walk(network, x, t):
    """What network.walk gives, piece by piece: a mean's slope is the sum of the pieces' slopes, each by its share."""
    layers = network.all_layers()

    def work(worker, part):
        share = len(x[part]) / len(x)
        return (*worker.walk(x[part], t[part], share), share, [layer.state for layer in worker.all_layers()])

    losses, (total, *others), shares, states = zip(*_each(network, work, len(x), training=True), strict=True)
    for name in total:
        for gradient in others:
            total[name] += gradient[name]
    network.set_gradient(total)
    for layer, *of_pieces in zip(layers, *states, strict=True):
        layer.by_workers = True
        if of_pieces[0]:
            layer.bring_together(of_pieces, shares)
    return sum(losses), total


def _each(network, work, samples, training):
    """[work(a worker, slice of the samples) for each piece]; a worker is let go when its piece is done."""
    size = require_whole("piece", network.piece, 1)
    starts = range(0, samples, size)
    layers = network.all_layers()
    for layer in layers:
        if not hasattr(layer, "worker"):
            raise TypeError(
                f"a {type(layer).__name__} cannot work in pieces: derive it from helpers.layers.Layer, or set piece = None."
            )
    workers = {start: network.worker(training) for start in starts}
    meeting = None
    if training and len(starts) > 1 and any(layer.meets for layer in layers):
        meeting = Meeting(len(starts))
        for number, worker in enumerate(workers.values()):
            for layer in worker.all_layers():
                layer.meet = functools.partial(meeting.meet, number)
    return in_pieces(lambda part: work(workers.pop(part.start), part), samples, size, meeting)
