"""Running the text of a program: in a namespace of its own, and with the line's number in whatever goes wrong."""

import functools
import linecache
import traceback
import warnings

import numpy as np

from helpers.datasets import Dataset
from helpers.datasets.sources import DIGIT_NAMES

NEEDED = {"data": "data()", "Net": "class Net", "train": "train(net, x, t, rng)"}


class ProgramError(Exception):
    """A program that does not run. The message says in which line, and what happened there."""


def run(text, name):
    """Run a program and return its names, a dict. Whatever it defines says the line's number when it fails later on.

    text: the program. name: shown in place of a file's name.
    Raises ProgramError where the text is no Python, stops with an error, or lacks data, Net or train.
    """
    file = f"<{name}>"
    names = {"__name__": name}
    with _quiet():
        try:
            with warnings.catch_warnings():  # a compiler's advice comes with no line of this program's own
                warnings.simplefilter("ignore")
                code = compile(text, file, "exec")
            exec(code, names)
        except (Exception, SystemExit) as error:
            raise ProgramError(said(error, file)) from error
    missing = [words for needed, words in NEEDED.items() if not callable(names.get(needed))]
    if missing:
        raise ProgramError(f"The program defines no {' and no '.join(missing)}.")
    # inspect and tracebacks show its lines
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    _guard(names, file)
    return names


def said(error, file):
    """One sentence for an error in a program: the number of its last line that took part, and the error's own words."""
    words = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError) and error.filename == file:
        return f"Line {error.lineno}: {type(error).__name__}: {error.msg}."
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    return f"Line {lines[-1]}: {words}" if lines else words


def dataset_of(data):
    """A Dataset from what a program's data() returns: a Dataset itself, or the four arrays x_train, t_train, x_val, t_val.

    Raises ProgramError where it returns something else.
    """
    try:
        found = data()
    except TypeError as error:
        raise ProgramError(f"data() cannot be called: {error}") from error
    if all(hasattr(found, part) for part in ("x_train", "t_train", "x_val", "t_val")):
        return found
    if not isinstance(found, tuple | list) or len(found) != 4:
        raise ProgramError(f"data() must return a Dataset or x_train, t_train, x_val, t_val, but it has returned {found!r:.60}.")
    x, t, x_val, t_val = map(np.asarray, found)
    for one, other in ((x, t), (x_val, t_val)):
        if one.ndim != 2 or one.shape[:1] != other.shape[:1] or len(one) == 0:
            raise ProgramError(f"data() has returned pictures of shape {one.shape} with labels of shape {other.shape}.")
    side = int(x.shape[1] ** 0.5)
    shape = (1, side, side) if side**2 == x.shape[1] else (1, 1, x.shape[1])
    return Dataset(x, t, x_val, t_val, x_val[:0], t_val[:0], shape, DIGIT_NAMES, "the program's own data")


def _quiet():
    """NumPy's warnings belong to a symptom; the tests say it in words."""
    return np.errstate(all="ignore")


def _guard(names, file):
    """Let every function and every method that a program defines name the line in which it fails."""
    for name, thing in list(names.items()):
        if getattr(thing, "__code__", None) is not None and thing.__code__.co_filename == file:
            names[name] = _named(thing, file)
        elif isinstance(thing, type) and thing.__module__ == names["__name__"]:
            for key, method in list(vars(thing).items()):
                if getattr(method, "__code__", None) is not None:
                    setattr(thing, key, _named(method, file))


def _named(function, file):
    @functools.wraps(function)
    def guarded(*args, **kwargs):
        try:
            with _quiet():
                return function(*args, **kwargs)
        except ProgramError:
            raise
        except (Exception, SystemExit) as error:
            if type(error).__module__.startswith("helpers.checkup"):  # a test that has seen enough
                raise
            raise ProgramError(said(error, file)) from error

    return guarded
