"""What all tests share: which notebooks are run, in which order, and what they may ask this computer for."""

import os
import re

import hypothesis
import pytest
import tqdm  # noqa: F401  (it reads its variables now: bars in this process can still be tested)
from suite import A_HANG, LONGEST, is_quick
from wanted import missing

# A progress bar shows times, which differ from run to run; the kernels that run the lessons inherit this.
os.environ.setdefault("TQDM_DISABLE", "1")
# Two test processes share the processors. Arithmetic that also starts a thread for each of them only gets in its own way.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

# A busy computer is no failure: an example may take as long as it needs.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

LESSON = re.compile(r"[0-9]{2}_\w+\.ipynb")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        # A new computer's first look for fonts takes seconds and writes to stderr; a lesson should not be the one to do it.
        import matplotlib.font_manager  # noqa: F401


def pytest_ignore_collect(collection_path, config):
    """Of all notebooks only the lessons are run as they stand: notebooks/NN_name.ipynb."""
    if collection_path.suffix == ".ipynb":
        lesson = collection_path.parent == config.rootpath / "notebooks" and LESSON.fullmatch(collection_path.name)
        if not lesson:
            return True
    if config.option.markexpr == "quick" and collection_path.is_file() and not is_quick(place(collection_path, config)):
        return True  # it would be left out all the same, and reading it takes time
    return None


def place(path, config):
    """Where a file lies, from the root, with forward slashes; "" outside of it."""
    return path.relative_to(config.rootpath).as_posix() if path.is_relative_to(config.rootpath) else ""


def pytest_itemcollected(item):
    """Give each test the markers that its place says."""
    where = place(item.path, item.config)
    if where.startswith("tests/browser/"):
        item.add_marker("browser")
    if is_quick(where):
        item.add_marker("quick")
    if where.endswith(".ipynb"):
        item.output_timeout = A_HANG  # nbval's own limit is 5 seconds between a cell's end and its output


def pytest_collection_modifyitems(items):
    """The slowest files first."""

    def turn(item):
        name = place(item.path, item.config)
        return (next((i for i, start in enumerate(LONGEST) if name.startswith(start)), len(LONGEST)), name)

    items.sort(key=turn)


@pytest.fixture(scope="session")
def mnist():
    """MNIST as load_mnist gives it, from this computer alone; no test asks the network for it."""
    from helpers.datasets import DatasetUnavailable, load_mnist

    try:
        return load_mnist(download=False)
    except DatasetUnavailable as error:
        missing(str(error))


@pytest.fixture(scope="session")
def chromium():
    """Path of a Chromium or Chrome for the browser tests; the variable CHROMIUM names one in an unusual place."""
    from browser import find_chromium

    return find_chromium() or missing("no Chromium or Chrome was found; set CHROMIUM to the path of one")
