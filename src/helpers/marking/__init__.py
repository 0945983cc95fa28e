"""Says whether an answer to a task is right and, when it is not, which mistake it most looks like.

def check_affine(affine):
    x, W, b = ...
    compare("affine(x, W, b)", affine(x, W, b), x @ W + b, mistakes={"b is missing": x @ W})

attempt("1", check_affine, affine)     # for learners: says how it went, and the notebook runs on
insist(check_affine, affine)           # for grading: raises when the answer is not right
"""

from helpers.marking.judging import (
    TASKS as TASKS,
)
from helpers.marking.judging import (
    Mistake as Mistake,
)
from helpers.marking.judging import (
    NotDoneYet as NotDoneYet,
)
from helpers.marking.judging import (
    attempt,
    call,
    compare,
    insist,
    require,
    sealed,
    summary,
)
from helpers.marking.judging import (
    seal as seal,
)

__all__ = ["attempt", "call", "compare", "insist", "require", "sealed", "summary"]
