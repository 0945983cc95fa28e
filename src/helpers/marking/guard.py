"""What keeps the marking of a notebook honest. It runs in the notebook's kernel, and only while nbgrader grades.

A submission may, by accident or not, replace the functions that check it, flood the output, or turn NumPy's own functions
into others. ``Guard`` remembers how things were before the submission's first cell and puts them back before each marked cell.
"""

import builtins
import importlib
import math
import sys
import warnings

import numpy as np

MOST_CHARACTERS = 100_000  # that one cell may print


class Guard:
    """Made before the submission's first cell. shell: the kernel's InteractiveShell."""

    def __init__(self, shell):
        self.shell, self.tasks = shell, {}
        self.kept = {module: dict(vars(module)) for module in (builtins, math, np, np.linalg, np.random, np.testing)}
        shell.events.register("pre_run_cell", self._new_cell)

    def restore(self):
        """Put everything back, import helpers anew from its files, and give the notebook its checking functions again."""
        for module, names in self.kept.items():
            vars(module).update(names)  # not emptied before: other threads of the kernel use them, too
        for name in [name for name in sys.modules if name.split(".")[0] == "helpers"]:
            del sys.modules[name]
        warnings.simplefilter("ignore")  # nbgrader takes all points for a word on stderr
        marking = importlib.import_module("helpers.marking")
        marking.judging.TASKS = self.tasks  # what summary() counts; it has no part in the points
        self.shell.user_ns.update({name: getattr(marking, name) for name in marking.__all__} | {"np": np})
        for name in self.kept[builtins].keys() & self.shell.user_ns.keys():
            if not name.startswith("__"):
                del self.shell.user_ns[name]  # abs = ..., AssertionError = ... in the notebook itself

    def _new_cell(self, _info=None):
        """Cut what this cell prints. Anew in each cell, because IPython exchanges and puts back the stream's write there."""
        stream, printed = sys.stdout, 0
        write = stream.write

        def limited(text):
            nonlocal printed
            room = MOST_CHARACTERS - printed
            printed += len(text)
            if room > 0:
                write(text[:room] + ("\n[more was printed and is left out]\n" if len(text) > room else ""))
            return len(text)

        stream.write = limited
