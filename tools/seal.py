"""Seal answers that learners must not read in the cell that checks them. Needs the extra ``grading``.

    .venv/bin/python tools/seal.py 05            write the seals into the exercise's text twin
    .venv/bin/python tools/seal.py --check       all exercises: only say which right answers have another seal

In the twin, write "?" for the seal of the right answer, and for a wrong one "= " and its value:

    sealed("forward", forward, "?", {
        "= 9": "that is the exact slope, and the chord ahead has another one",
    })

"?" becomes the seal of what the model solution gives, "= 9" that of 9. Seals that stand there already are left as they are, but
the right answers' are made anew whenever the model solution has changed.
"""

import argparse
import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import answers
import jupytext
from assignments import SOLUTIONS

from helpers.marking import judging
from helpers.writing import replacing

VALUE = "= "


@dataclass
class Seal:
    """A seal in the text of a cell. line, column: where its string begins, from 0. text: what is there; right: what should be."""

    name: str
    line: int
    column: int
    text: str
    right: str


def seals(code, given):
    """All seals in the code of a cell that checks, in the order of the text.

    given: {name: seal of the right answer}. Raises ValueError when a call cannot be read: its name and its seals are strings.
    """
    found = []
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call) or getattr(call.func, "id", None) != "sealed":
            continue
        if not all(isinstance(part, ast.Constant) for part in (call.args[0], call.args[2])):
            raise ValueError(f"line {call.lineno}: the name and the seal in sealed(name, answer, seal) should be strings")
        name, right = call.args[0].value, call.args[2]
        if not right.value:
            continue  # sealed(name, None, ""), which says "not done yet"
        if name not in given:
            raise ValueError(f"sealed({name!r}, …) was not reached when the model solution was checked")
        found.append(_seal(name, right, given[name]))
        wrong = call.args[3] if len(call.args) > 3 else None
        for key in wrong.keys if isinstance(wrong, ast.Dict) else []:
            if key.value.startswith(VALUE):
                found.append(_seal(name, key, judging.seal(name, _value(key.value), _digits(call))))
    return sorted(found, key=lambda seal: (seal.line, seal.column))


def _seal(name, node, right):
    return Seal(name, node.lineno - 1, node.col_offset, node.value, right)


def _value(text):
    """The number, the numbers or the word after "= "."""
    try:
        return ast.literal_eval(text.removeprefix(VALUE))
    except (ValueError, SyntaxError):
        raise ValueError(f"{text!r}: after '= ' stands a number, (1, 2), or a word in quotation marks; work 1/2 out") from None


def _digits(call):
    return next((word.value.value for word in call.keywords if word.arg == "digits"), 4)


def right_seals(assignment, task):
    """{name: seal} of the answers that the model solution of a task gives."""
    found = {}

    def sealed(name, yours, right, mistakes=None, digits=4):
        found[name] = judging.seal(name, yours, digits)

    answers.mark(task, answers.Answer("right", "the model solution", None, solution(assignment, task)), sealed=sealed)
    return found


def solution(assignment, task):
    """The code of the model solution of a task."""
    notebook = jupytext.read(SOLUTIONS / assignment / f"{assignment}.md", fmt="md:myst")
    wanted = f"{task.name}_answer"
    return next(cell.source for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == wanted)


def wrong_seals(assignment):
    """[(task, seal)]: what stands in an exercise and is not yet, or no longer, what it should be."""
    return [
        (task, seal)
        for task in answers.tasks(assignment)[0]
        if "sealed(" in task.tests
        for seal in seals(task.tests, right_seals(assignment, task))
        if seal.text != seal.right
    ]


def write(code, found):
    """The code with its seals put right."""
    lines = code.splitlines(keepends=True)
    for seal in reversed(found):
        line = lines[seal.line].encode()  # the parser counts bytes
        before, after = line[: seal.column].decode(), line[seal.column :].decode()
        after = re.sub(r"""^(["'])(.*?)\1""", f'"{seal.right}"', after)
        lines[seal.line] = before + after
    return "".join(lines)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Put the seals of right and wrong answers into exercises.")
    parser.add_argument("exercise", nargs="*", help="a number (05) or a name; default: all")
    parser.add_argument("--check", action="store_true", help="only say which seals are not right")
    options = parser.parse_args(arguments)
    failed = False
    for assignment in answers.assignments():
        if options.exercise and not any(assignment.startswith(Path(word).stem) for word in options.exercise):
            continue
        wrong = wrong_seals(assignment)
        for task, seal in wrong:
            print(f"{assignment}, {task.name}, {seal.name}: {seal.text!r} should be {seal.right!r}")
        failed |= bool(wrong) and options.check
        if wrong and not options.check:
            twin = SOLUTIONS / assignment / f"{assignment}.md"
            text = twin.read_text(encoding="utf8")
            for task in {task.name: task for task, _ in wrong}.values():
                text = text.replace(task.tests, write(task.tests, [seal for other, seal in wrong if other.name == task.name]))
            with replacing(twin) as file:
                file.write(text)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
