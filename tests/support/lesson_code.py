"""What a lesson defines, for tests that call it: the code stands in the text twin and nowhere else."""

import ast
from pathlib import Path

import jupytext
import numpy as np

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def definitions(lesson, constants=(), **names):
    """The functions and classes that a lesson's cells define, and the named constants, as {name: object}.

    lesson: the notebook's name, "02_xor". constants: names of plain assignments to take along. names: what the cells import.
    """
    twin = NOTEBOOKS / "text" / f"{lesson}.md"
    cells = [cell.source for cell in jupytext.read(twin, fmt="md:myst").cells if cell.cell_type == "code"]
    tree = ast.parse("\n".join(cells))
    tree.body = [node for node in tree.body if _is_wanted(node, constants)]
    names = {"np": np, **names}
    exec(compile(tree, str(twin), "exec"), names)
    return names


def _is_wanted(node, constants):
    if isinstance(node, ast.Assign):
        return getattr(node.targets[0], "id", None) in constants
    return isinstance(node, (ast.FunctionDef, ast.ClassDef))
