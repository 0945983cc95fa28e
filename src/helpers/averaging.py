"""The mean of a network's weights over its last steps, which is often a better network than any single one of them.

    average = AveragedWeights(network)
    for _ in steps(network, optimizer, x, t, iterations=1000):
        average.update()
    better = average.network()

Source: Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992; as a running mean, Tarvainen and
Valpola, 2017, arXiv:1703.01780.
"""

import copy

import numpy as np

from helpers.checks import is_number
from helpers.functions import at_least_float32


class AveragedWeights:
    """Running means of a network's parameters, and of its state, such as the running means of batch normalization.

    After each update, mean = momentum · mean + (1 - momentum) · the network's array. So momentum is the share of the old, from
    0 to less than 1: 0.998 looks back over some 500 steps. At step t it is at most (1 + t) / (10 + t), so that the random
    start is soon forgotten. network: a Network; it is only read. Arrays of float16 are averaged in float32.
    """

    def __init__(self, network, momentum=0.998):
        if isinstance(momentum, bool) or not is_number(momentum) or not 0 <= momentum < 1:
            raise ValueError(f"momentum is the share of the old mean, from 0 to less than 1, not {momentum!r:.80}.")
        self.momentum, self.steps, self._network = float(momentum), 0, network
        self._means = [at_least_float32(array).copy() for array in _arrays(network)]

    def update(self):
        """Take the network's arrays, as they are now, into the means."""
        self.steps += 1
        share = min(self.momentum, (1 + self.steps) / (10 + self.steps))
        for mean, array in zip(self._means, _arrays(self._network), strict=True):
            mean *= share
            mean += (1 - share) * at_least_float32(array)

    def network(self):
        """A new network with the means in the place of the arrays."""
        averaged = copy.deepcopy(self._network)
        for array, mean in zip(_arrays(averaged), self._means, strict=True):
            np.copyto(array, mean, casting="same_kind")
        return averaged


def _arrays(network):
    return [*network.params.values(), *network.state.values()]
