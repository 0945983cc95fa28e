"""Notebook cells that need a package step aside in one line where it is not installed; everything else runs.

A cell steps aside when it imports a missing package, or uses a name that a cell which stepped aside would have made. That is
read from its source before it runs, so the cells themselves look as they always do.
"""

import ast
import logging
import warnings

from helpers.frameworks.extra import NAMES, missing

NEEDING = ("to_torch", "to_keras", "differences")  # what helpers.frameworks offers that cannot do without
MARK = "This cell steps aside:"


def step_aside_without(*names):
    """From here on, let a notebook's cells that cannot do without these packages print one line in place of an error.

    names: "torch", "keras", "grain". Where all are installed it says so, and keeps two false alarms of Keras and Grain away: that
    JAX is missing, and that data ran out where an epoch of unknown length ended.
    Outside of a notebook it only says what is missing. Call it in a cell of its own, before the cells that import.
    """
    absent = missing(*names)
    if not absent:
        print("installed:", *names)
        logging.getLogger("absl").setLevel("ERROR")
        warnings.filterwarnings("ignore", message="Your input ran out of data")
        return
    *others, last = (NAMES[name] for name in absent)
    words = f"{', '.join(others)} and {last}" if others else last
    print(
        f"Not installed: {words}. A cell that needs them prints one line if you run it, in place of its\n"
        f"saved output: so read it, do not run it. How to install them: the README, PyTorch and Keras."
    )
    shell = _shell()
    if shell is not None:
        old = [one for one in shell.ast_transformers if isinstance(one, StepsAside)]
        for one in old:
            shell.ast_transformers.remove(one)
        shell.ast_transformers.append(StepsAside(absent, words))


def _shell():
    """The notebook's kernel, or None outside of one."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    return get_ipython()


class StepsAside(ast.NodeTransformer):
    """Replaces cells that cannot run by a line that says so. packages: those that are missing. words: the same for people."""

    def __init__(self, packages, words):
        self.packages, self.words = set(packages), words
        self.out_of_reach = {*packages, *NEEDING}

    def visit_Module(self, cell):
        """The cell as it is, or one line in its place."""
        made, used, imported = names_of(cell)
        if not imported & self.packages and not used & self.out_of_reach:
            self.out_of_reach -= made - set(NEEDING)
            return cell
        self.out_of_reach |= made
        line = f"{MARK} it needs {self.words}."
        return ast.copy_location(ast.parse(f"print({line!r})"), cell)


def names_of(cell):
    """Three sets of names: those that a cell makes, those that it takes from cells before it, the packages that it imports."""
    made, taken, imported, at_the_end = {}, {}, set(), {}
    for node in ast.walk(cell):  # a statement comes before its parts
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for part in (part for target in targets for part in ast.walk(target)):
                at_the_end[id(part)] = node.end_lineno, node.end_col_offset  # x = x + 1 takes x before it makes it
            if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                taken.setdefault(node.target.id, []).append((node.lineno, node.col_offset))
        elif isinstance(node, ast.comprehension):
            at_the_end |= {id(part): (0, 0) for part in ast.walk(node.target)}  # its own, also to the left of the word "for"
        elif isinstance(node, ast.Name):
            place = node.lineno, node.col_offset
            if isinstance(node.ctx, ast.Load):
                taken.setdefault(node.id, []).append(place)
            else:
                made.setdefault(node.id, []).append(at_the_end.get(id(node), place))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            made.setdefault(node.name, []).append((node.lineno, node.col_offset))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in (alias for alias in node.names if alias.name not in NEEDING):  # importing these does not bring them near
                made.setdefault((alias.asname or alias.name).split(".")[0], []).append((node.lineno, node.col_offset))
            paths = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            imported |= {path.split(".")[0] for path in paths}
    taken = {name for name, places in taken.items() if name not in made or min(places) < min(made[name])}
    return {name for name, places in made.items() if max(places) > (0, 0)}, taken, imported
