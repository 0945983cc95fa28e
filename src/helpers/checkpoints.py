"""Weights, what else training changes, and architecture, to a file and back.

Weights go into NumPy's .npz, which holds plain arrays: unlike a pickle, opening one cannot run anybody's code.
"""

import difflib
import json
from pathlib import Path

import numpy as np

from helpers import networks
from helpers.datasets import DATA
from helpers.optimizer import Optimizer
from helpers.turns import uninterrupted
from helpers.writing import replacing


def save_weights(path, network, optimizer=None):
    """Write a network's numbers, and if it is given what its optimizer remembers, to path (.npz), whole or not at all.

    In the file stand the parameters under their names (W1 b1 …), what else the layers keep as state/<name>, and the
    optimizer's memory as optimizer/<name>/<what>, with its class as optimizer. Training that is loaded from there goes on
    with the same numbers, given the same settings (lr and the like) and the same mini-batches: those are not in the file.
    The file is written under a temporary name beside it and renamed, so a full disk leaves an older file as it was.
    """
    path = Path(path)
    if path.suffix != ".npz":
        raise ValueError(f"weights are saved as .npz, but the name is {path.name!r}; call it {path.stem + '.npz'!r}.")
    arrays = _arrays(network)
    if optimizer is not None:
        _require_optimizer(optimizer)
        arrays["optimizer"] = np.array(type(optimizer).__name__)
        for name, memory in optimizer.state.items():
            if name not in network.params or not optimizer.belongs(name, network.params[name]):
                raise ValueError(f"this optimizer remembers {name} of another network. Save each network with its own.")
            arrays |= {f"optimizer/{name}/{what}": np.asarray(value) for what, value in memory.items()}
    with replacing(path, "wb") as file:
        np.savez_compressed(file, **arrays)


def load_weights(path, network, optimizer=None):
    """Copy what save_weights wrote into a network, in place, and into its optimizer; all of it, or none when anything is wrong.

    optimizer: one of the class that was saved; unless given, only the network is loaded, and what an optimizer remembered is
    left in the file. Raises ValueError, naming the file, when it is damaged or when names or shapes are not the network's.
    """
    found, wanted = _read(Path(path)), _arrays(network)
    kind = found.pop("optimizer", None)
    memory = {name: found.pop(name) for name in list(found) if name.startswith("optimizer/")}
    _require_same_names(path, found, wanted)
    for name, value in wanted.items():
        _require_alike(path, name, found[name], value)
        if not value.flags.writeable:
            raise ValueError(f"{name} of this network is read-only, so {path} cannot be loaded into it.")
        found[name] = _in_dtype(path, name, found[name], value.dtype)
    if optimizer is not None:
        _require_optimizer(optimizer)
        memory = _memory(path, kind, memory, network.params, optimizer)
    with uninterrupted():  # from here on nothing can fail, and an interrupt waits
        for name, value in wanted.items():
            value[...] = found[name]
        if optimizer is not None:
            optimizer.state = memory
            optimizer.serve({name: network.params[name] for name in memory})


def _arrays(network):
    """All arrays of a network, under their names in the file."""
    if not isinstance(getattr(network, "params", None), dict):
        raise TypeError(f"network must be a network, such as TwoLayerNet(64, 50, 10), not a {type(network).__name__}.")
    return dict(network.params) | {f"state/{name}": value for name, value in getattr(network, "state", {}).items()}


def _require_optimizer(optimizer):
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"optimizer must be one of helpers.optimizers, such as Adam(), not {optimizer!r:.80}.")


def _require_same_names(path, found, wanted):
    if found.keys() == wanted.keys():
        return
    missing, more = [name for name in wanted if name not in found], [name for name in found if name not in wanted]
    cause = "the weights are of a network with other layers."
    if missing and all(name.startswith("state/") for name in missing) and not more:
        cause = "the file was written before the layers kept these numbers, and predictions would not be what they were."
    raise ValueError(
        f"{path} holds {_listed(found)}, but this network has {_listed(wanted)}. Missing in the file: {_listed(missing)}; "
        f"not in this network: {_listed(more)}. Usual cause: {cause}"
    )


def _listed(names):
    names = list(names)
    return ", ".join(names[:12]) + (f" … ({len(names)} in all)" if len(names) > 12 else "") or "nothing"


def _require_alike(path, name, came, value):
    if came.shape != value.shape:
        raise ValueError(
            f"{name} in {path} has shape {came.shape}, but in this network {value.shape}. "
            f"Usual cause: the network was made with other sizes."
        )
    if came.dtype.kind != value.dtype.kind:
        needed = "floats" if value.dtype.kind == "f" else value.dtype
        raise ValueError(f"{name} in {path} holds {came.dtype}, not {needed}: these are no weights.")


def _in_dtype(path, name, array, dtype):
    try:
        with np.errstate(over="raise"):
            return array.astype(dtype)
    except FloatingPointError:
        raise ValueError(f"{name} in {path} holds {array.dtype} numbers that are too large for this network's {dtype}.") from None


def _memory(path, kind, arrays, params, optimizer):
    """{parameter's name: {what: array or number}} out of the optimizer/… arrays of a file."""
    if kind is None:
        raise ValueError(f"{path} holds nothing of an optimizer. Save it too: save_weights(path, network, optimizer).")
    if str(kind) != type(optimizer).__name__:
        raise ValueError(f"{path} holds what {kind} remembers, but the optimizer given is {type(optimizer).__name__}.")
    memory = {}
    for key, array in arrays.items():
        name, _, what = key.removeprefix("optimizer/").rpartition("/")
        if name not in params:
            raise ValueError(f"{key} in {path} belongs to no parameter of this network, which has {_listed(params)}.")
        if array.shape == () and array.dtype.kind in "iu":
            memory.setdefault(name, {})[what] = int(array)
        else:
            _require_alike(path, key, array, params[name])
            memory.setdefault(name, {})[what] = _in_dtype(path, key, array, params[name].dtype)
    if len({frozenset(kept) for kept in memory.values()}) > 1:
        raise ValueError(f"{path} holds more of the optimizer for some parameters than for others. Save or copy it again.")
    return memory


def _read(path):
    try:
        with open(path, "rb") as opened, np.load(opened, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except FileNotFoundError:
        raise FileNotFoundError(f"there is no file {path.absolute()}. {_where_it_may_be(path)}") from None
    except OSError:
        raise
    except Exception as error:  # a broken zip can fail in a dozen ways, and they all mean the same
        raise ValueError(f"{path} is not a whole .npz file of weights ({error}). Save or copy it again.") from error


def _where_it_may_be(path):
    """What to do about a missing file of weights: the course's own is elsewhere, the name is misspelt, or none was saved."""
    if (DATA / "weights" / path.name).is_file():
        return f"The course's own are in its data folder: helpers.datasets.DATA / 'weights' / {path.name!r}."
    near = difflib.get_close_matches(path.name, [file.name for file in path.parent.glob("*.npz")], n=1)
    if near:
        return f"Did you mean {near[0]!r}, which is in that folder?"
    return f"Save weights first: save_weights({path.name!r}, network)."


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
