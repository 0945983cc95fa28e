"""What importing costs and brings along, and that everything public says what it is."""

import importlib
import inspect
import pkgutil
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

import helpers

FOLDER = Path(helpers.__file__).parent
MODULES = [module.name for module in pkgutil.iter_modules(helpers.__path__)]
DRAWING = {"plots", "widgets", "drawings"}  # these may import more than NumPy
HEAVY = ["matplotlib", "ipywidgets", "anywidget", "PIL", "tqdm", "pooch", "IPython"]
INTERNAL = {"checks", "environment", "fast"}  # used by other modules, not in lessons


def python(code):
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def cpu_seconds(statements, rounds):
    """Median CPU seconds of fresh interpreters, one of each in turn, so that noise hits all alike."""
    times = {name: [] for name in statements}
    for _ in range(rounds):
        for name, statement in statements.items():
            times[name].append(float(python(f"{statement}\nimport time; print(time.process_time())")))
    return {name: statistics.median(values) for name, values in times.items()}


def test_import_helpers_costs_numpy_and_nothing_more(record_property):
    numpy_only = ", ".join(sorted(set(MODULES) - DRAWING))
    statements = {
        "numpy": "import numpy",
        "helpers": "import helpers",
        "all that need only NumPy": f"from helpers import {numpy_only}",
    }
    for name, seconds in cpu_seconds(statements, rounds=3).items():
        record_property(f"CPU seconds to import {name}", round(seconds, 3))
    loaded = {name: set(python(f"import sys, {name}; print(*sys.modules)").split()) for name in ("numpy", "helpers")}
    assert loaded["helpers"] - loaded["numpy"] == {"helpers"}


def test_numpy_only_modules_bring_no_drawing_along():
    numpy_only = sorted(set(MODULES) - DRAWING)
    assert {"functions", "gradient", "layers", "networks", "training", "checkpoints"} <= set(numpy_only)
    loaded = python(f"from helpers import {', '.join(numpy_only)}\nimport sys; print(*sys.modules)").split()
    assert "numpy" in loaded
    assert not set(HEAVY) & set(loaded)


def test_import_helpers_imports_no_module():
    loaded = python("import sys, helpers; print(*sys.modules)").split()
    assert [name for name in loaded if name.startswith("helpers.")] == []


def public_things():
    """(where, object) of every public module, class, function and method that helpers defines itself."""
    for name in MODULES:
        try:
            module = importlib.import_module(f"helpers.{name}")
        except ImportError as error:
            if name in DRAWING:
                yield pytest.param(f"helpers.{name}", None, marks=pytest.mark.skip(reason=str(error)))
                continue
            raise
        yield f"helpers.{name}", module
        for key, thing in vars(module).items():
            ours = getattr(thing, "__module__", "").startswith("helpers")
            if key.startswith("_") or not ours or not (inspect.isclass(thing) or inspect.isfunction(thing)):
                continue
            yield f"helpers.{name}.{key}", thing
            if inspect.isclass(thing):
                for method, value in vars(thing).items():
                    if not method.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                        yield f"helpers.{name}.{key}.{method}", getattr(thing, method)


@pytest.mark.parametrize(("where", "thing"), list(public_things()))
def test_everything_public_has_a_docstring(where, thing):
    assert len(inspect.getdoc(thing) or "") > 10, f"{where} has no docstring"


def test_the_package_docstring_lists_exactly_the_modules_that_are_there():
    listed = set(re.findall(r"^(\w+)  +\S", helpers.__doc__, flags=re.MULTILINE))
    assert listed - INTERNAL == set(MODULES) - INTERNAL


def test_modules_are_short_enough_for_one_sitting():
    lines = {str(file.relative_to(FOLDER)): len(file.read_text("utf-8").splitlines()) for file in FOLDER.rglob("*.py")}
    assert {name: count for name, count in lines.items() if count > 260} == {}
