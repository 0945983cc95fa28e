"""What both bridges want to know of a network: its dtype, what goes in, which layers they can carry."""

import numpy as np

from helpers.convolution import AveragePooling, Convolution, GlobalAveragePooling, MaxPooling
from helpers.layer import all_layers
from helpers.layers import Affine, Flatten
from helpers.network import Network


def require_network(network):
    """A TypeError for anything that is not a network."""
    if not isinstance(network, Network):
        came = f"the class {network.__name__}" if isinstance(network, type) else f"a {type(network).__name__}"
        raise TypeError(f"network must be a Network, such as TwoLayerNet(64, 50, 10), but it is {came}.")


def dtype_of(network, dtype=None):
    """ "float32" or "float64": the one that is asked for, or that of the network's parameters."""
    own = {value.dtype.name for value in network.params.values()}
    name = np.dtype(dtype if dtype is not None else next(iter(own), "float32")).name
    if name not in ("float32", "float64"):
        raise ValueError(f'dtype must be "float32" or "float64", but it is {name}. Give dtype="float32" to choose one.')
    return name


def begins_with_images(network):
    """Whether the network reads images (N, C, H, W), by the first layer that can only do the one or the other."""
    for _, layer in all_layers(network.layers):
        if isinstance(layer, Convolution | MaxPooling | AveragePooling | GlobalAveragePooling | Flatten):
            return True
        if isinstance(layer, Affine):
            return False
    return False


def input_dim_of(network, given=None):
    """(C, H, W) or (D,): the shape of one sample, which only the network's maker knows when it begins with a convolution."""
    config = getattr(network, "config", {})
    found = given if given is not None else config.get("input_dim")
    if found is None and not begins_with_images(network):
        found = next((layer.params["W"].shape[:1] for _, layer in all_layers(network.layers) if isinstance(layer, Affine)), None)
    if found is None:
        raise ValueError("what is the shape of a sample? Keras has to know. Give input_dim=(C, H, W), such as (1, 28, 28).")
    found = tuple(int(size) for size in found)
    if len(found) != (3 if begins_with_images(network) else 1):
        raise ValueError(f"input_dim must be (C, H, W) for a network that reads images and (D,) for a table, not {found}.")
    return found


def unknown(layer, where):
    """The error for a layer that cannot be carried."""
    kind = type(layer)
    nearest = next((base.__name__ for base in kind.__mro__[1:] if base.__module__.startswith("helpers.")), None)
    hint = f" It is a kind of {nearest}, but may do something else." if nearest not in (None, "Layer") else ""
    return TypeError(
        f"a {kind.__name__} has no counterpart in {where} that this bridge knows.{hint} It carries the layers of helpers: "
        f"Affine, Convolution, poolings, BatchNormalization, activations, Dropout, Flatten, Sequential, Residual, Branches."
    )
