"""Weights and architecture, to a file and back.

Weights go into NumPy's .npz, which holds plain arrays: unlike a pickle, opening one cannot run anybody's code.
"""

import json
from pathlib import Path

import numpy as np

from helpers import networks
from helpers.writing import replacing


def save_weights(path, network):
    """Write all parameters of a network to path (.npz), whole or not at all.

    The file is written under a temporary name beside it and renamed, so a full disk leaves an older file as it was.
    """
    path = Path(path)
    if path.suffix != ".npz":
        raise ValueError(f"weights are saved as .npz, but the name is {path.name!r}; call it {path.stem + '.npz'!r}.")
    with replacing(path, "wb") as file:
        np.savez_compressed(file, **network.params)


def load_weights(path, network):
    """Copy the parameters in path (.npz) into a network, in place; all of them, or none when anything is wrong.

    Raises ValueError, naming the file, when it is damaged or when names or shapes are not the network's.
    """
    weights = _read(Path(path))
    if weights.keys() != network.params.keys():
        raise ValueError(
            f"{path} holds {', '.join(weights) or 'nothing'}, but this network has {', '.join(network.params)}. "
            f"Usual cause: the weights are of a network with other layers."
        )
    for name, value in network.params.items():
        if weights[name].shape != value.shape:
            raise ValueError(
                f"{name} in {path} has shape {weights[name].shape}, but in this network {value.shape}. "
                f"Usual cause: the network was made with other sizes."
            )
        if weights[name].dtype.kind != "f":
            raise ValueError(f"{name} in {path} holds {weights[name].dtype}, not floats: these are no weights.")
    for name, value in network.params.items():
        value[...] = weights[name]


def _read(path):
    try:
        with open(path, "rb") as opened, np.load(opened, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except FileNotFoundError:
        message = f"there is no file {path}. Save weights first: save_weights({path.name!r}, network)."
        raise FileNotFoundError(message) from None
    except OSError:
        raise
    except Exception as error:  # a broken zip can fail in a dozen ways, and they all mean the same
        raise ValueError(f"{path} is not a whole .npz file of weights ({error}). Save or copy it again.") from error


def to_json(network):
    """A network's architecture as text: its class and sizes, without the weights.

    Raises TypeError for a Network built from loose layers, which has no name to be found again by.
    """
    if not hasattr(network, "config"):
        raise TypeError(
            f"only networks with a class of their own, such as TwoLayerNet, have a description; "
            f"this is a {type(network).__name__}."
        )
    return json.dumps({"network": type(network).__name__, **network.config}, indent=2)


def from_json(text, rng=None):
    """A new network of the architecture that to_json described, with starting weights from rng."""
    try:
        config = json.loads(text)
        network_class = vars(networks)[config.pop("network")]
        if not issubclass(network_class, networks.Network):
            raise TypeError(f"{network_class.__name__} is no network")
        return network_class(rng=rng, **config)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"this is not a network's description as to_json writes it ({error!r}): {str(text)[:80]!r}"
        raise ValueError(message) from error
