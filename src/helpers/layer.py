"""What all layers share, and how layers within layers are counted.

Source: Goodfellow, Bengio, Courville, Deep Learning, section 6.5.
"""

from collections import Counter

import numpy as np

from helpers.checks import require_float
from helpers.fast.workers import worker_of

_IN_PIECES = (
    " The network worked its batch in pieces (network.piece), each on a copy of this layer that is gone by now. "
    "Call network.forward(x, training=True) first, which works a batch as a whole, or set network.piece = None."
)


class Layer:
    """What all layers share.

    params, grads: dicts with the same keys, empty where nothing is learned.
    state: a dict of arrays that training changes and no gradient does, such as running means; it is saved with the weights.
    layers: the layers that this one is made of, a tuple in the order in which their parameters count; () for most.
    meets: True when ``forward`` or ``backward`` calls ``meet`` while learning, because it needs something of the whole batch.

    What a layer returns is the caller's, who may change it. What a layer is given it may keep as it is, uncopied: whoever
    changes an input between forward and backward spoils the gradient.
    """

    layers = ()
    meets = False
    by_workers = False  # whether the network's last batch went through workers of this layer, and not through itself

    def __init__(self, **params):
        self.params = {name: require_float(name, value) for name, value in params.items()}
        self.grads = {name: np.zeros_like(value) for name, value in self.params.items()}
        self.state = {}

    def forward(self, x, training=False):
        """Return the output for x, and keep what backward needs."""
        raise NotImplementedError

    def backward(self, dout):
        """From the loss's slope by the output, dout, fill grads and return the slope by the input, dx."""
        raise NotImplementedError

    def backward_params(self, dout):
        """Fill grads only. A network's first layer needs no dx, and for Affine that is half of the work."""
        self.backward(dout)

    def meet(self, part):
        """What every piece of the batch brings, a tuple in the batch's order: here only part, as the batch is whole.

        In a network that works in pieces it waits for the others. All pieces must call it equally often.
        """
        return (part,)

    def places(self):
        """{name: (layer, key)} of the params of this layer and those within it, named as in a network: W1 b1 W2 …"""
        return numbered([self])

    def worker(self, training=False, made=None):
        """A layer with the same params that keeps everything else for itself: for a piece of the batch on another thread.

        The layers and networks that this layer holds get workers too. made: {id: worker} of those that were made so far.
        """
        worker, is_new = worker_of(self, training, made)
        if is_new:
            worker.grads = {name: np.zeros_like(value) for name, value in self.params.items()}
            worker.state = {name: value.copy() for name, value in self.state.items()} if training else self.state
            worker.by_workers = False
        return worker

    def bring_together(self, states, shares):
        """Set state from what the pieces of a batch made of it, in the batch's order. shares: of the batch, summing to 1.

        The mean by shares: exact for running means. Where the pieces agree, as after a meeting, it is what they agree on.
        """
        for name, first in states[0].items():
            same = all(np.array_equal(state[name], first) for state in states)
            if not same and first.dtype.kind != "f":
                raise TypeError(
                    f"pieces made different {name!r} of dtype {first.dtype}: {type(self).__name__} has to say "
                    f"in bring_together(states, shares) what the batch makes of them."
                )
            merged = first if same else sum(share * state[name] for share, state in zip(shares, states, strict=True))
            if name in self.state and self.state[name].shape == first.shape:
                self.state[name][...] = merged
            else:
                self.state[name] = np.array(merged, first.dtype)

    def kept(self, name):
        """What forward kept under this name; a clear error when there was no forward yet."""
        if name not in self.__dict__:
            raise RuntimeError(f"{type(self).__name__}.backward was called before forward.{_IN_PIECES * self.by_workers}")
        return self.__dict__[name]

    def astype(self, dtype):
        """Turn the parameters and the state into dtype, for example float64 for a gradient check."""
        self.params = {name: value.astype(dtype) for name, value in self.params.items()}
        self.grads = {name: value.astype(dtype) for name, value in self.grads.items()}
        self.state = {name: value.astype(dtype) if value.dtype.kind == "f" else value for name, value in self.state.items()}
        for layer in self.layers:
            layer.astype(dtype)


def all_layers(layers, path="layers"):
    """Each layer and, after it, the layers that it is made of. Yields (where it is, the layer): ("layers[2].layers[0]", …)."""
    for number, layer in enumerate(layers):
        place = f"{path}[{number}]"
        yield place, layer
        yield from all_layers(getattr(layer, "layers", ()), f"{place}.layers")


def numbered(layers, what="params"):
    """{name: (layer, key)} for all params, or the state, of layers and the layers within: W1 b1 W2 …, counted for each key."""
    seen, places = Counter(), {}
    for _, layer in all_layers(layers):
        for key in getattr(layer, what, ()):
            seen[key] += 1
            places[f"{key}{seen[key]}"] = layer, key
    return places
