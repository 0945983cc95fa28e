"""Is everything here that the course needs? One finding for each thing, with the way to get what is missing.

    print(environment.report())

This module also works where NumPy is missing: it asks for versions without importing the packages.
"""

import contextlib
import re
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
DISTRIBUTION = "neural-networks-from-numpy"  # what pip calls the package that is imported as helpers
PYTHON = "3.11"
# The same minimums as in pyproject.toml; a test compares the two.
PACKAGES = {
    "numpy": "2.0",
    "matplotlib": "3.9",
    "jupyterlab": "4.2",
    "ipywidgets": "8.1.3",
    "anywidget": "0.9.10",
    "fonttools": "4.22",
    "pillow": "10.3",
    "platformdirs": "4.2",
    "pooch": "1.8",
    "threadpoolctl": "3.5",
    "tqdm": "4.66",
}
OLDER = {"Prescott", "Core2", "Penryn", "Nehalem", "Sandybridge", "Haswell", "Zen"}  # kernels without AVX-512 (OpenBLAS's names)
AVX512 = {"AVX512_SKX", "X86_V4"}  # what NumPy calls a processor that has it; the second from NumPy 2.4 on
ROOM = 100_000_000  # bytes: MNIST is 12 MB packed, 55 MB when you unpack it, and notebooks grow with their pictures


class Finding(NamedTuple):
    """One thing that was looked at.

    name: what.  ok: True, False when it must be mended, None when the lessons run without it.
    message: what was found, and what to do about it.
    """

    name: str
    ok: bool | None
    message: str


def check():
    """Look at Python, the packages, the course's own, the data, the disk and the environment. Returns a list of Finding."""
    packages = [_package(name, minimum) for name, minimum in PACKAGES.items()]
    return [_python(), *packages, _helpers(), _openblas(), _digits(), _mnist(), _disk(), _environment()]


def report():
    """Return the findings as text, one line each, and a last line that says whether all is well."""
    findings = check()
    words = {True: "ok", False: "MEND", None: "later"}
    lines = [f"{words[f.ok]:<6} {f.name:<12} {f.message}" for f in findings]
    broken = [f.name for f in findings if f.ok is False]
    end = f"To be mended: {', '.join(broken)}." if broken else "Everything that the lessons need is here."
    return "\n".join([*lines, "", end])


def _numbers(version):
    """Return the leading numbers of a version: "2.4.0rc1" gives (2, 4, 0)."""
    return tuple(int(digits) for digits in re.findall(r"\d+", re.match(r"[\d.]*", version)[0]))


def _python():
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] >= _numbers(PYTHON):
        return Finding("Python", True, found)
    cure = f"install Python {PYTHON} or newer from python.org and make the environment anew, as the README says"
    return Finding("Python", False, f"{found} is too old: {cure}")


def _package(name, minimum):
    cure = f'in a new cell, %pip install "{name}>={minimum}", then Kernel > Restart Kernel'
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(name, False, f"not found: {cure}")
    # Zeros at the end do not count: 2 is as new as 2.0.
    have, need = ((*_numbers(version), 0, 0, 0)[:3] for version in (found, minimum))
    if have < need:
        return Finding(name, False, f"{found} is older than {minimum}: {cure}")
    return Finding(name, True, found)


def _helpers():
    """Whether another package was installed over the course's: somebody else's on the package index is called helpers too."""
    others = sorted(set(metadata.packages_distributions().get("helpers", [])) - {DISTRIBUTION})
    if not others:
        return Finding("helpers", True, "the course's own")
    found = " and ".join(f"{name} {metadata.version(name)}" for name in others)
    cure = f"in a terminal, python -m pip uninstall {' '.join(others)}, then install the course again with the README's command"
    return Finding("helpers", False, f"{found} is not the course's package but is imported under the same name: {cure}")


def _openblas():
    """Whether NumPy's matrix products use kernels, code for one kind of processor, that are made for this one."""
    try:
        import numpy as np
        import threadpoolctl

        kernels = [pool["architecture"] for pool in threadpoolctl.threadpool_info() if pool.get("internal_api") == "openblas"]
        found = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    except Exception as error:  # another build of NumPy, or none: the lines above say what is missing
        return Finding("OpenBLAS", None, f"not looked at: {_one_line(error)}")
    if not kernels:
        return Finding("OpenBLAS", True, "not used: this NumPy multiplies its matrices with another library")
    if set(kernels) & OLDER and set(found) & AVX512:
        advice = "The lessons run, and large products take about twice the time. Number 7 below says how to change it"
        return Finding("OpenBLAS", None, f"takes this processor for an older one ({kernels[0]}). {advice}")
    return Finding("OpenBLAS", True, f"multiplies matrices with kernels that fit this processor ({kernels[0]})")


def _digits():
    try:
        from helpers.datasets import load_digits

        images = load_digits()
    except Exception as error:  # whatever it is, the learner should read it here and not meet it in lesson 09
        return Finding("digits", False, _one_line(error))
    total = sum(len(labels) for labels in (images.t_train, images.t_val, images.t_test))
    return Finding("digits", True, f"{total:,} handwritten digits that come with the course")


def _mnist():
    try:
        from helpers.datasets import DatasetUnavailable, load_mnist
    except ImportError as error:
        return Finding("MNIST", None, _one_line(error))
    try:
        load_mnist(download=False)
    except DatasetUnavailable:
        return Finding("MNIST", None, "not here. To get it (12 MB), in a new cell: %run -m helpers.datasets mnist")
    except Exception as error:  # a file is there and is damaged: its own message says which, and the cure
        return Finding("MNIST", False, _one_line(error))
    return Finding("MNIST", True, "70,000 handwritten digits, every byte checked")


def _disk():
    places = [Path.cwd()]  # where notebooks are saved
    with contextlib.suppress(ImportError):
        from helpers.datasets.sources import downloads

        places.append(downloads())
    here = (next(folder for folder in (place, *place.parents) if folder.exists()) for place in places)
    free = min(shutil.disk_usage(folder).free for folder in here)
    if free >= ROOM:
        return Finding("disk", True, "enough room for MNIST (12 MB) and your notebooks")
    found = f"only {free / 1e6:.0f} MB are free where your notebooks and MNIST go, and {ROOM / 1e6:.0f} are wanted"
    return Finding("disk", False, f"{found}: delete or move something, or notebooks cannot be saved")


def _environment():
    prefix = Path(sys.prefix)
    if prefix.resolve() == (PROJECT / ".venv").resolve():
        return Finding("environment", True, "the course's own (.venv)")
    if sys.prefix != sys.base_prefix or (prefix / "conda-meta").is_dir():
        return Finding("environment", True, f"one called {prefix.name}")
    advice = "works while the lines above say ok; the README shows how to give the course an environment of its own"
    return Finding("environment", None, f"none: this is the computer's own Python. That {advice}")


def _one_line(error):
    return " ".join(str(error).split()) or type(error).__name__
