"""The extra ``frameworks``: whether it is there, and a clear sentence where it is not."""

import importlib
import importlib.util
import os

NAMES = {"torch": "PyTorch", "keras": "Keras", "grain": "Grain"}


class MissingExtra(ImportError):
    """A package of the extra ``frameworks`` is not installed; the message says how to get it."""


def available(*names):
    """Whether all these packages ("torch", "keras", "grain") are installed. Imports none of them."""
    return not missing(*names)


def missing(*names):
    """Those of these packages that are not installed, a list."""
    for name in names:
        if name not in NAMES:
            raise ValueError(f"names are those of packages, {', '.join(NAMES)}, not {name!r}.")
    return [name for name in names if importlib.util.find_spec(name) is None]


def need(name):
    """The module "torch" or "keras", imported. Keras computes with PyTorch, unless KERAS_BACKEND names something else.

    Raises MissingExtra, an ImportError, where it is not installed.
    """
    if missing(name):
        raise MissingExtra(
            f"{NAMES[name]} is not installed. It comes with the extra `frameworks`; the README says under "
            f"*PyTorch and Keras* how to get it, on Linux without gigabytes of CUDA."
        )
    if name == "keras":
        os.environ.setdefault("KERAS_BACKEND", "torch")
    return importlib.import_module(name)
