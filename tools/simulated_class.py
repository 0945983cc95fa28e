"""Let a whole class hand in an exercise, mark it with nbgrader, and compare what everyone got with what they earned.

    .venv/bin/python tools/simulated_class.py             all exercises, some minutes each
    .venv/bin/python tools/simulated_class.py 03          one
    .venv/bin/python tools/simulated_class.py 03 --write  put its line into docs/EXERCISES.md

The learners are made up: perfect ones, empty ones, one with a wrong answer in each task, and those whose notebooks do what
notebooks should not do. Needs the extra ``grading``.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import answers
import nbformat
from answers import ROOT
from assignments import exercise_of, sources
from nbgrader.api import Gradebook

LIES = """
import numpy, helpers.marking, helpers.marking.diagnosis
attempt = insist = compare = call = require = sealed = lambda *a, **k: None
for name in ("attempt", "insist", "compare", "call", "require", "sealed"):
    setattr(helpers.marking, name, lambda *a, **k: None)
helpers.marking.diagnosis.equals = lambda *a, **k: True
helpers.marking.equals = lambda *a, **k: True
numpy.isclose = lambda a, *rest, **k: numpy.ones(numpy.shape(a), bool)
numpy.all = lambda *a, **k: True
import builtins
builtins.AssertionError = builtins.ArithmeticError
"""
CATCHES = """
get_ipython().set_custom_exc((BaseException,), lambda *a, **k: None)
get_ipython().showtraceback = lambda *a, **k: None
import sys
sys.excepthook = lambda *a: None
"""
FLOOD = 'for _ in range(1000):\n    print("x" * 10**6)'


@dataclass
class Submission:
    """What one learner hands in (a notebook, or a text that is none), and the tasks whose points it must get."""

    notebook: object
    earned: set


def small_class(source):
    """{learner: Submission}: other right answers than the model's, nothing, and a wrong answer in every second task."""
    solved, released, tasks = _material(source)
    right, wrong = ({name: _first(kind, source.stem, tasks[name]) for name in tasks} for kind in ("right", "wrong"))
    second = [name for number, name in enumerate(tasks) if number % 2]
    return {
        "another_way": Submission(fill(solved, right), set(tasks)),
        "empty": Submission(released, set()),
        "every_second": Submission(fill(solved, {name: wrong[name] for name in second}), set(tasks) - set(second)),
    }


def large_class(source):
    """{learner: Submission}: the small class, one wrong answer for each task, and everything that goes wrong in a large one."""
    solved, released, tasks = _material(source)
    names, every = list(tasks), set(tasks)
    _, second, third, fourth = itertools.islice(itertools.cycle(names), 4)
    stub = {name: tasks[name].stub for name in names}
    learners = {
        **small_class(source),
        "perfect": Submission(solved, every),
        "half": Submission(fill(solved, {name: stub[name] for name in names[1::2]}), set(names[::2])),
        "deleted_tests": Submission(without_tests(solved), every),
        "deleted_tests_empty": Submission(without_tests(released), set()),
        "edited_tests": Submission(fill(released, dict.fromkeys(names, "pass"), answer=""), set()),
        "syntax_error": Submission(fill(solved, {third: "def answer(k:\n    return"}), every - {third}),
        "endless": Submission(fill(solved, {fourth: "import time\nwhile True:\n    time.sleep(1)"}), every - {fourth}),
        "sys_exit": Submission(fill(solved, {second: "import sys\nsys.exit(0)"}), every - {second}),
        "kills_kernel": Submission(fill(solved, {third: "import os\nos._exit(1)"}), set(names[: names.index(third)])),
        "prints_a_gigabyte": Submission(insert_first(solved, FLOOD), every),
        "lies": Submission(insert_first(released, LIES), set()),
        "catches_all": Submission(insert_first(released, CATCHES), set()),
        "not_json": Submission("this is not a notebook", set()),
    }
    for name in names:
        learners[f"wrong_{name}"] = Submission(fill(solved, {name: _first("wrong", source.stem, tasks[name])}), every - {name})
    return learners


def _material(source):
    """The solved notebook without hidden tests, the learners' one, and the tasks marked by tests: {name: Task}."""
    tasks = {task.name: task for task in answers.tasks(source.stem)[0]}
    released = nbformat.read(exercise_of(source), as_version=4)
    model = {grade_id(cell): cell.source for cell in nbformat.read(source, as_version=4).cells}
    solved = fill(released, {name: model[f"{name}_answer"] for name in tasks})
    return solved, released, tasks


def _first(kind, assignment, task):
    """The code of the first right or wrong answer to a task."""
    return next(answer.code for answer in answers.answers(assignment, task) if answer.kind == kind)


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def fill(notebook, code, answer="_answer"):
    """The notebook with other code in the answers of these tasks, {task: code}; answer="": in their tests."""
    notebook = nbformat.from_dict(json.loads(json.dumps(notebook)))
    by_id = {f"{name}{answer}": source for name, source in code.items()}
    for cell in notebook.cells:
        cell.source = by_id.get(grade_id(cell), cell.source)
    return notebook


def insert_first(notebook, code):
    """The notebook with a cell of code behind its first code cell."""
    notebook = fill(notebook, {})
    first = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    notebook.cells.insert(first + 1, nbformat.v4.new_code_cell(code))
    return notebook


def without_tests(notebook):
    """The notebook without its test cells; the answers in words stay."""
    notebook = fill(notebook, {})
    notebook.cells = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution", True)]
    return notebook


class Course:
    """An instructor's folder with exercises, and the classes that hand them in: {source: {learner: Submission}}.

    Methods that take the name of an exercise mean the first one when none is given. seconds: what releasing them took, which
    tells a slow or busy computer from a fast one.
    """

    def __init__(self, folder, classes):
        self.folder, self.classes = Path(folder), {source.stem: learners for source, learners in classes.items()}
        self.name = next(iter(self.classes))
        self.pattern = self.name if len(classes) == 1 else "[0-9][0-9]_*"
        for kind, name in itertools.product(("solutions", "exercises"), self.classes):
            shutil.copytree(ROOT / "notebooks" / kind / name, self.folder / "notebooks" / kind / name)
        shutil.copy(ROOT / "nbgrader_config.py", self.folder)
        start = time.perf_counter()
        self._must("generate_assignment", self.pattern, "--force")
        self.seconds = (time.perf_counter() - start) / len(classes)
        for name, learners in self.classes.items():
            for learner, submission in learners.items():
                notebook, path = submission.notebook, self.file("submitted", learner, name=name)
                path.parent.mkdir(parents=True)
                path.write_text(notebook if isinstance(notebook, str) else nbformat.writes(notebook), encoding="utf8")

    @property
    def learners(self):
        return self.classes[self.name]

    def file(self, stage, learner, kind="ipynb", name=None):
        """Where a learner's notebook lies at this stage: submitted, autograded or feedback."""
        name = name or self.name
        return self.folder / "build" / stage / learner / name / f"{name}.{kind}"

    def mark(self, *options):
        """Autograde all that was handed in. Returns nbgrader's log."""
        done = self.nbgrader("autograde", self.pattern, *options)
        return done.stdout + done.stderr

    def nbgrader(self, *arguments):
        # As after "activate": nbgrader calls alembic by its name.
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        command = [sys.executable, "-m", "nbgrader", *arguments]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)

    def _must(self, *arguments):
        done = self.nbgrader(*arguments)
        if done.returncode:
            raise RuntimeError(f"nbgrader {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")

    def gradebook(self):
        return Gradebook(f"sqlite:///{self.folder / 'build' / 'gradebook.db'}")

    def points(self, name=None):
        """{learner: {task: (expected, obtained)}}, for the tasks marked by tests."""
        name = name or self.name
        with self.gradebook() as book:
            notebook = book.find_notebook(name, name)
            most = {cell.name: cell.max_score for cell in notebook.grade_cells if cell.cell_type == "code"}
            got = {
                submission.student.id: {grade.name: grade.auto_score for part in submission.notebooks for grade in part.grades}
                for submission in book.assignment_submissions(name)
            }
        return {
            learner: {task: (most[task] * (task in submission.earned), got.get(learner, {}).get(task) or 0) for task in most}
            for learner, submission in self.classes[name].items()
        }


def sums(points):
    """{learner: (expected, obtained)} from Course.points()."""
    return {name: tuple(sum(pair[i] for pair in tasks.values()) for i in (0, 1)) for name, tasks in points.items()}


def off(points):
    """{learner: {task: (expected, obtained)}} where the two differ."""
    found = {name: {task: pair for task, pair in tasks.items() if pair[0] != pair[1]} for name, tasks in points.items()}
    return {name: tasks for name, tasks in found.items() if tasks}


TABLE = """| exercise | learners | points expected | points obtained | learners with other points | seconds |
|---|---|---|---|---|---|"""


def row(source):
    """Hold a large class. Returns a line of the table, and whether everyone got what they earned."""
    with tempfile.TemporaryDirectory() as folder:
        course = Course(folder, {source: large_class(source)})
        start = time.perf_counter()
        course.mark("--student", "perfect")
        seconds = time.perf_counter() - start
        course.mark(f"--GuardedExecute.timeout={max(10, 2 * seconds):.0f}")
        points = course.points()
    totals, wrong = sums(points), off(points)
    for name, tasks in wrong.items():
        print(f"{source.stem}, {name}: {tasks}", file=sys.stderr)
    expected, obtained = (sum(pair[i] for pair in totals.values()) for i in (0, 1))
    return f"| {source.stem[:2]} | {len(totals)} | {expected:g} | {obtained:g} | {len(wrong)} | {seconds:.1f} |", not wrong


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Let a simulated class hand in exercises, and compare the points.")
    parser.add_argument("exercise", nargs="*", help="a number (03) or a name; default: all")
    parser.add_argument("--write", action="store_true", help="put the lines into docs/EXERCISES.md")
    options = parser.parse_args(arguments)
    lines, fine = [], True
    print(TABLE)
    for source in sources():
        if not options.exercise or any(source.stem.startswith(word) for word in options.exercise):
            line, good = row(source)
            print(line, flush=True)
            lines.append(line)
            fine &= good
    if options.write and fine:
        answers.replace_rows(TABLE, lines)
    return not fine


if __name__ == "__main__":
    sys.exit(main())
