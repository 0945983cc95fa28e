"""Prove that the exercises tell right from wrong: mark right and wrong answers to every task, and print the table.

    .venv/bin/python tools/answers.py             all exercises
    .venv/bin/python tools/answers.py 03 -v       one, with the message that each wrong answer gets
    .venv/bin/python tools/answers.py 03 --write  put its line into docs/EXERCISES.md and its mistakes into docs/TASKS.md

The answers stand in tests/answers/NN_name/task_K.py, one after the other, each under a line that says what it is:

    #: tests · the bias, and from which side step looks at 0
    #: right · with a loop
    #: wrong · forgets the bias · names "bias is missing"

The answer takes the place of the task's solution, the cells before it run as they stand, and then the task's own tests, the
visible and the hidden ones. A wrong answer is *named* when the message it gets holds the words after "names". What the task
tests is said for instructors.
"""

import argparse
import contextlib
import copy
import io
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import jupytext
from assignments import SETTINGS, SOLUTIONS, sources
from nbgrader.preprocessors import ClearSolutions

from helpers.writing import replacing

ROOT = Path(__file__).resolve().parent.parent
ANSWERS, PAGE, MISTAKES_PAGE = ROOT / "tests" / "answers", ROOT / "docs" / "EXERCISES.md", ROOT / "docs" / "TASKS.md"
TESTS, TITLE = re.compile(r"^#: tests · (.+)$", re.MULTILINE), re.compile(r"^## Task (\d+) · (.+?) \(", re.MULTILINE)
HEADER = re.compile(r'^#: (right|wrong) · (.+?)(?: · names "(.+)")?$', re.MULTILINE)


@dataclass
class Answer:
    """One answer to one task. kind: "right", "wrong" or "stub". names: words that its message should hold, or None."""

    kind: str
    what: str
    names: str | None
    code: str


@dataclass
class Task:
    """A marked task: its cells, in a form that can be run without a kernel. title: without its number."""

    name: str
    title: str
    points: float
    before: list  # code of the cells before it
    stub: str
    tests: str


@dataclass
class Verdict:
    """What marking an answer gave: whether it got the points, the message, and the seconds it took."""

    points: bool
    message: str
    seconds: float


def assignments():
    return [source.stem for source in sources()]


def tasks(assignment):
    """The tasks of an assignment that are marked by tests, in order; and the points of those that are marked by hand."""
    notebook = jupytext.read(SOLUTIONS / assignment / f"{assignment}.md", fmt="md:myst")
    stubs, before, found, by_hand, answer, title = _stubs(notebook), [], [], 0.0, None, ""
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown" and TITLE.search(cell.source):
            title = TITLE.search(cell.source)[2]
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("solution") and marks.get("grade"):
            by_hand += marks["points"]
        elif marks.get("solution") and cell.cell_type == "code":
            answer = number
        elif marks.get("grade"):
            found.append(Task(marks["grade_id"], title, marks["points"], before[:-1], stubs[answer], cell.source))
        if cell.cell_type == "code" and not marks.get("grade"):
            before = [*before, cell.source]
    return found, by_hand


def _stubs(notebook):
    cleared, _ = ClearSolutions(config=SETTINGS).preprocess(copy.deepcopy(notebook), {})
    return [cell.source for cell in cleared.cells]


def answers(assignment, task):
    """The answers written for a task, and the empty stub."""
    text = _answers_file(assignment, task)
    pieces = HEADER.split(text)
    found = [Answer(*pieces[i : i + 3], pieces[i + 3].strip() + "\n") for i in range(1, len(pieces), 4)]
    return [*found, Answer("stub", "the empty stub", None, task.stub)]


def goal(assignment, task):
    """What a task tests, as its answers' file says, or ""."""
    said = TESTS.search(_answers_file(assignment, task))
    return said[1] if said else ""


def _answers_file(assignment, task):
    return (ANSWERS / assignment / f"{task.name}.py").read_text(encoding="utf8")


def mark(task, answer, **tools):
    """Run the cells before a task, the answer, and the task's tests. The tests find their own tools unharmed, as in grading.

    tools: functions in the place of those that the tests call, such as sealed=….
    """
    marking, names = sys.modules["helpers.marking"], {"__name__": "__main__", "display": lambda *_: None}
    marking.TASKS.clear()
    start, message = time.perf_counter(), ""
    with contextlib.redirect_stdout(io.StringIO()):
        for code in task.before:
            exec(code, names)
        try:
            exec(compile(answer.code, "answer", "exec"), names)
        except Exception as error:
            message = f"{type(error).__name__}: {error}"
        names.update({name: getattr(marking, name) for name in marking.__all__} | tools)
        try:
            exec(compile(task.tests, "tests", "exec"), names)
            points = True
        except Exception as error:
            points, message = False, f"{message}\n{error}"
    seen = "\n".join(repr(outcome) for outcome in marking.TASKS.values())
    return Verdict(points, f"{seen}\n{message}".strip(), time.perf_counter() - start)


def gate(assignment):
    """Mark all answers of an assignment. Returns [(task, answer, verdict)]."""
    return [(task, answer, mark(task, answer)) for task in tasks(assignment)[0] for answer in answers(assignment, task)]


def is_named(answer, verdict):
    return answer.names is not None and answer.names.lower() in verdict.message.lower()


def complaints(results):
    """What keeps an assignment from passing the gate: a list of sentences."""
    found = []
    for task, answer, verdict in results:
        if verdict.points != (answer.kind == "right"):
            got = "the points" if verdict.points else "no points"
            found.append(f"{task.name}: {answer.kind} answer ({answer.what}) got {got}. {verdict.message}")
        if answer.names and not is_named(answer, verdict):
            found.append(f"{task.name}: {answer.what} should be told {answer.names!r}, but is told: {verdict.message}")
    for task in {id(task): task for task, _, _ in results}.values():
        kinds = [answer.kind for other, answer, _ in results if other is task]
        right, wrong = kinds.count("right"), kinds.count("wrong")
        if right < 2 or wrong < 3:
            found.append(f"{task.name}: {right} right and {wrong} wrong answers; 2 and 3 are the least")
    wrong = [is_named(answer, verdict) for _, answer, verdict in results if answer.kind == "wrong"]
    if sum(wrong) < 2 / 3 * len(wrong):
        found.append(f"only {sum(wrong)} of {len(wrong)} wrong answers are named")
    return found


def row(assignment, results):
    """One line of the table."""
    from helpers.plots.ink import percent  # Matplotlib comes with it

    automatic, by_hand = tasks(assignment)
    kinds = {kind: [v for _, a, v in results if a.kind == kind] for kind in ("right", "wrong", "stub")}
    named = sum(is_named(answer, verdict) for _, answer, verdict in results)
    rejected = sum(not verdict.points for verdict in kinds["wrong"])
    cells = [
        assignment[:2],
        f"{len(automatic)}{' + 1 by hand' if by_hand else ''}",
        f"{sum(task.points for task in automatic) + by_hand:g}",
        len(kinds["right"]),
        len(kinds["wrong"]),
        percent(rejected / len(kinds["wrong"])),
        percent(named / len(kinds["wrong"])),
        f"{sum(verdict.points for verdict in kinds['stub'])} of {len(kinds['stub'])}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


def section(assignment, results):
    """An assignment's part of docs/TASKS.md: what each task tests, and the mistakes it is known to reject."""
    lines = [f"## {assignment[:2]} · {assignment[3:].replace('_', ' ')}"]
    for task in tasks(assignment)[0]:
        wrong = [(a, v) for other, a, v in results if other.name == task.name and a.kind == "wrong"]
        named = sum(is_named(*pair) for pair in wrong)
        points = f"{task.points:g} point{'s' * (task.points != 1)}"
        lines += [f"**Task {task.name.removeprefix('task_')} · {task.title}** ({points}): {goal(assignment, task)}."]
        lines += [f"<details><summary>{len(wrong)} mistakes, {named} of them named</summary>"]
        lines += [
            "\n".join(f"- {_escaped(a.what)}{'' if is_named(a, v) else ' (rejected, not named)'}" for a, v in wrong),
            "</details>",
        ]
    return "\n\n".join(lines)


def _escaped(text):
    return re.sub(r"([*_<`|])", r"\\\1", text)  # signs that mean something in Markdown


TABLE = """| exercise | tasks | points | right answers | wrong answers | rejected | mistake named | stubs with points |
|---|---|---|---|---|---|---|---|"""


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Mark right and wrong answers to every task, and print the table.")
    parser.add_argument("exercise", nargs="*", help="a number (03) or a name; default: all")
    parser.add_argument("-v", "--verbose", action="store_true", help="also print the message of each wrong answer")
    parser.add_argument("--write", action="store_true", help="put the lines into docs/EXERCISES.md and docs/TASKS.md")
    options = parser.parse_args(arguments)
    import helpers.marking  # noqa: F401  (the tests' own tools)

    lines, sections, failed = [], [], []
    for assignment in assignments():
        if options.exercise and not any(assignment.startswith(word) for word in options.exercise):
            continue
        results = gate(assignment)
        lines.append(row(assignment, results))
        sections.append(section(assignment, results))
        failed += [f"{assignment}, {sentence}" for sentence in complaints(results)]
        for task, answer, verdict in results if options.verbose else []:
            if answer.kind != "right":
                print(f"[{task.name} · {answer.what}]\n{verdict.message}\n")
    print(TABLE, *lines, *failed, sep="\n")
    if options.write and not failed:
        replace_rows(TABLE, lines)
        replace_sections(sections)
    return bool(failed)


def replace_rows(head, rows):
    """Put lines into the table of docs/EXERCISES.md that has this head, in place of those of the same exercises."""
    before, found, after = PAGE.read_text(encoding="utf8").partition(head + "\n")
    if not found:
        raise ValueError(f"{PAGE.name} has no table with this head yet: {head}")
    old, gap, rest = after.partition("\n\n")
    lines = {line.split("|")[1].strip(): line for line in [*old.splitlines(), *rows]}
    with replacing(PAGE) as file:
        file.write(before + found + "\n".join(lines[number] for number in sorted(lines)) + gap + rest)


def replace_sections(sections):
    """Put parts into docs/TASKS.md, in place of those of the same exercises."""
    head, *old = MISTAKES_PAGE.read_text(encoding="utf8").split("\n## ")
    parts = {part[:2]: part for part in [*(f"{text.rstrip()}" for text in old), *(text.removeprefix("## ") for text in sections)]}
    with replacing(MISTAKES_PAGE) as file:
        file.write("\n\n## ".join([head.rstrip(), *(parts[number] for number in sorted(parts))]) + "\n")


if __name__ == "__main__":
    sys.exit(main())
