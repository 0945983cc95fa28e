"""How nbgrader runs a submission here: guarded, and to the end whatever happens. Needs the extra ``grading``."""

import secrets

from nbclient.exceptions import DeadKernelError
from nbformat.v4 import new_code_cell, new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade

START = """
import sys
from helpers.marking.guard import Guard
sys.modules[{name!r}] = Guard(get_ipython())
for name in [name for name in sys.modules if name.startswith("helpers")]:
    del sys.modules[name]
del name, sys, Guard
"""
RESTORE = "__import__('sys').modules[{name!r}].restore()"


class GuardedExecute(Execute):
    """nbgrader's Execute with a guard (helpers.marking.guard) before each marked cell.

    When the kernel dies (exit(), os._exit, too much memory), the cells run so far keep their outputs, the marked cells
    after that fail, and nbgrader goes on with the next submission.
    """

    def preprocess(self, nb, resources):
        self.ran = 0
        nb.cells = self._with_guards(nb.cells)
        try:
            nb, resources = super().preprocess(nb, resources)
        except DeadKernelError:
            self.log.warning("The kernel died in code cell %d; the tasks from there on get no points.", self.ran + 1)
        nb.cells = list(self._without_guards(nb.cells))
        return nb, resources

    def on_cell_executed(self, **kwargs):
        super().on_cell_executed(**kwargs)
        kwargs["cell"].metadata["ran"] = True
        self.ran += 1

    def _with_guards(self, cells):
        name = secrets.token_hex(8)
        guarded = [self._guard(START.format(name=name))]
        for cell in cells:
            if is_grade(cell) and cell.cell_type == "code":
                guarded.append(self._guard(RESTORE.format(name=name)))
            guarded.append(cell)
        return guarded

    def _guard(self, source):
        return new_code_cell(source, metadata={"guard": True})

    def _without_guards(self, cells):
        spoiled = False
        for cell in cells:
            ran = cell.metadata.pop("ran", False)
            if cell.metadata.get("guard"):
                spoiled = any(output.output_type == "error" for output in cell.outputs)
                continue
            if is_grade(cell) and cell.cell_type == "code" and (spoiled or not ran):
                why = "the checking functions could not be put back" if ran else "the notebook had ended its own kernel before"
                cell.outputs = [new_output("error", ename="NotMarked", evalue=why, traceback=[f"NotMarked: {why}"])]
            yield cell
