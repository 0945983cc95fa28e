"""Attempts at a task and what came of them; how a value is compared with the right one."""

import copy
import hashlib
import inspect
import numbers
import traceback
import warnings
from pathlib import Path

import numpy as np

from helpers.marking import cards
from helpers.marking.diagnosis import equals, likely_mistake, mirrored_shapes

USUAL_CAUSES = {  # words of NumPy's and Python's errors that say little to somebody who meets them for the first time
    "truth value of an array": "`if`, `and` or `or` with a whole array. np.where or a mask, x[x > 0], asks each entry.",
    "could not be broadcast together": "the shapes do not fit. Of sums over an axis, keepdims=True keeps the axis as a 1.",
    "mismatch in its core dimension": "in a matrix product the columns on the left must be as many as the rows on the right: "
    "is a transpose missing, or is the order the other way round?",
    "inhomogeneous shape": "a list whose rows have different lengths cannot be one array.",
    "NoneType": "a function that returns nothing, or an answer that is None still.",
}
PACKAGE = Path(__file__).parents[1]
TASKS = {}  # task -> Outcome of its last attempt


class NotDoneYet(Exception):
    """There is no answer yet."""


class Mistake(AssertionError):
    """The answer is not right; the message says what came, and the likely mistake."""


class Summary(str):
    """A sentence about all tasks; a notebook shows it as a card with the tasks. states: {task: state of its Outcome}."""

    def __new__(cls, sentence, states):
        made = super().__new__(cls, sentence)
        made.states = states
        return made

    __repr__ = str.__str__  # without quotation marks

    def _repr_html_(self):
        return cards.summary(self.states)


class Outcome:
    """What came of one attempt at a task: ``state`` is "done", "not done yet" or "not right yet"."""

    def __init__(self, task, state, message=""):
        self.task, self.state, self.message = task, state, message

    def __repr__(self):
        return f"Task {self.task}: {self.state}." + (f"\n{self.message}" if self.message else "")

    def _repr_html_(self):
        return cards.outcome(self.task, self.state, self.message)


def attempt(task, check, *answers):
    """Run check(*answers) and return the Outcome. Nothing is raised, so that the notebook runs on."""
    try:
        insist(check, *answers)
        outcome = Outcome(task, "done")
    except NotDoneYet as reason:
        outcome = Outcome(task, "not done yet", str(reason))
    except Mistake as mistake:
        outcome = Outcome(task, "not right yet", str(mistake))
    except Exception as error:
        outcome = Outcome(task, "not right yet", _where(error))
    TASKS[task] = outcome
    return outcome


def insist(check, *answers):
    """Run check(*answers); raises NotDoneYet, Mistake or whatever the answer itself raises."""
    if any(answer is None for answer in answers):
        raise NotDoneYet("")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an overflow shows in the numbers; in grading a warning would cost all points
        check(*answers)


def summary():
    """A sentence: how many of the tasks tried so far are done; those marked by hand are not among them."""
    states = {task: outcome.state for task, outcome in TASKS.items()}
    done = [task for task, state in states.items() if state == "done"]
    left = [f"{task} ({state})" for task, state in states.items() if state != "done"]
    sentence = f"{len(done)} of {len(states)} checked tasks done."
    return Summary(sentence + (f" Still open: {', '.join(left)}." if left else ""), states)


def call(name, function, *arguments):
    """function(*arguments), on copies. Raises Mistake when an array, list or dictionary that was handed over is changed."""
    given = copy.deepcopy(arguments)
    result = function(*given)
    for number, (before, after) in enumerate(zip(arguments, given, strict=True), start=1):
        if not _untouched(before, after):
            raise Mistake(
                f"{name} changed its argument {_argument(function, number)} in place. Somebody else may still need what "
                f"is in it: work on a copy, and write `x = x * 2` rather than `x *= 2`."
            )
    return result


def _argument(function, number):
    """The name of its argument of this number, from 1, or "number 1" where it has no name."""
    try:
        return list(inspect.signature(function).parameters)[number - 1]
    except (TypeError, ValueError, IndexError):
        return f"number {number}"


def _untouched(before, after):
    """Whether two arguments hold the same: arrays, numbers and texts, also in dictionaries, lists and tuples."""
    if isinstance(before, (np.ndarray, dict, list, tuple)) and type(before) is not type(after):
        return False
    if isinstance(before, np.ndarray):
        return before.shape == after.shape and before.dtype == after.dtype and before.tobytes() == after.tobytes()
    if isinstance(before, dict):
        return list(before) == list(after) and all(_untouched(before[key], after[key]) for key in before)
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(_untouched, before, after))
    if isinstance(before, (numbers.Number, str)):
        return repr(before) == repr(after)  # nan is not equal to itself, but it reads the same
    return True  # any other object: a copy of it has no more to compare


def compare(name, yours, right, *, mistakes=None, tolerance=1e-7):
    """Raise Mistake unless yours equals right: same shape, and numbers within tolerance of the largest one.

    yours, right: numbers, arrays, or nested lists and tuples of numbers. mistakes: {what went wrong: the value it gives}; of
    these the first that fits is named, before the general ones (a factor, a sign, a transpose, a turned order, …) are tried.
    """
    if yours is None:
        raise NotDoneYet(f"{name} is None. If you have written it already: is a `return` missing?")
    yours, right = _array(name, yours), np.asarray(right, dtype=float)
    if equals(yours, right, tolerance):
        return
    for what, value in (mistakes or {}).items():
        if equals(yours, np.asarray(value, dtype=float), tolerance):
            yours_is = f" Yours is {yours.item():.6g}." if yours.size == 1 else ""
            raise Mistake(f"{name} is not right: {_sentence(what)}{yours_is}")
    raise Mistake(f"{name} is not right. {likely_mistake(yours, right, tolerance)}")


def require(truth, message):
    """Raise Mistake with the message unless truth."""
    if not truth:
        raise Mistake(message)


def sealed(name, yours, right, mistakes=None, digits=4):
    """Raise Mistake unless yours is the value that was sealed: the check shows in the notebook, its answer does not.

    yours: a number, several numbers, or a word. right: seal(name, value) of the answer. mistakes: {seal: what went wrong}.
    Numbers are compared in so many significant digits.
    """
    if yours is None or (isinstance(yours, (tuple, list)) and any(value is None for value in yours)):
        raise NotDoneYet("")
    came = seal(name, yours, digits)
    if came != right:
        why = (mistakes or {}).get(came) or ("a number stands without quotation marks" if _is_number(yours) else "")
        raise Mistake(f"{name} = {_shown(yours)} is not right" + (f": {_sentence(why)}" if why else "."))


def _shown(yours):
    """2.5 and not np.float64(2.5), 1.728 and not 1.7279999999999998; a shape such as (9,) stays a tuple."""
    if isinstance(yours, tuple):
        return repr(tuple(np.asarray(yours).tolist()))
    if isinstance(yours, str) or np.ndim(yours):
        return repr(yours if isinstance(yours, str) else np.asarray(yours).tolist())
    return f"{yours:.10g}"


def _sentence(text):
    """With a full stop, unless it ends as a sentence does already."""
    return text if text.endswith((".", "?")) else f"{text}."


def _is_number(text):
    """Whether it is a text that holds a number, such as "2.5" or "3/4"."""
    return isinstance(text, str) and text.strip().lstrip("+-").replace(".", "", 1).replace("/", "", 1).isdigit()


def seal(name, value, digits=4):
    """Eight characters from which value cannot be read."""
    if isinstance(value, str):
        text = value.strip().lower()
    else:
        text = str([f"{number + 0.0:.{digits}g}" for number in np.asarray(value, dtype=float).ravel().tolist()])
    return hashlib.sha256(f"{name} {text}".encode()).hexdigest()[:8]


def _array(name, value):
    try:
        array = np.asarray(value)
    except ValueError:
        raise Mistake(f"{name} is a list whose rows have different lengths; it should be one array.") from None
    if array.dtype.kind not in "fiub":
        raise Mistake(f"{name} should be made of numbers, but it is {type(value).__name__}: {str(value)[:60]}")
    return array.astype(float)


def _where(error):
    """An error of the learner's own code in two lines: what, and on which line."""
    steps = [step for step in traceback.extract_tb(error.__traceback__) if PACKAGE not in Path(step.filename).parents]
    place = f"\nIt happened here: {steps[-1].line}" if steps and steps[-1].line else ""
    usual = mirrored_shapes(str(error)) or next((cause for words, cause in USUAL_CAUSES.items() if words in str(error)), "")
    usual = f"\nUsual cause: {usual}" if usual else ""
    return f"Your code stopped with {type(error).__name__}: {error}{place}{usual}"
