"""Every public name of the package is documented; a method may inherit its text from the class that it overrides."""

import importlib
import inspect
import pkgutil
import sys
import types

import pytest

import helpers

MODULES = ["helpers", *sorted(m.name for m in pkgutil.walk_packages(helpers.__path__, "helpers.") if "._" not in m.name)]
MODULES = [name for name in MODULES if not name.endswith("__main__")]


def undocumented(module):
    """The public functions, classes and methods that module defines without saying what they are for."""
    found = [] if (module.__doc__ or "").strip() else [module.__name__]
    for name, thing in vars(module).items():
        own = getattr(thing, "__module__", None) == module.__name__
        if name.startswith("_") or not own or not (inspect.isclass(thing) or inspect.isroutine(thing)):
            continue
        if not (thing.__doc__ or "").strip():
            found.append(name)
        if inspect.isclass(thing):
            methods = [
                n for n, m in vars(thing).items() if not n.startswith("_") and (inspect.isroutine(m) or isinstance(m, property))
            ]
            found += [f"{name}.{n}" for n in methods if not (inspect.getdoc(getattr(thing, n)) or "").strip()]
    return found


@pytest.mark.parametrize("name", MODULES)
def test_documented(name):
    assert undocumented(importlib.import_module(name)) == []


def test_undocumented_names_are_found(monkeypatch):
    module = types.ModuleType("bad")
    monkeypatch.setitem(sys.modules, "bad", module)  # inherited texts are looked up there
    source = (
        "import math\nfrom pathlib import Path\n"
        "def f(): pass\n"
        "def _hidden(): pass\n"
        "class A:\n    def m(self): pass\n    def _n(self): pass\n"
        "class B:\n    'b'\n    def m(self):\n        'm'\n    @property\n    def p(self): return 1\n"
        "class C(B):\n    'c'\n    def m(self): pass\n"
    )
    exec(source, module.__dict__)
    assert undocumented(module) == ["bad", "f", "A", "A.m", "B.p"]
