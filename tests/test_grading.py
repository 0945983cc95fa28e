"""A whole class handed in, marked by nbgrader as docs/INSTRUCTORS.md says: who gets which points, and nobody stops the others."""

import csv
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

if importlib.util.find_spec("nbgrader") is None:
    pytest.skip("the extra `grading` is not installed", allow_module_level=True)

ROOT = Path(__file__).resolve().parent.parent
NAME = "01_the_perceptron"
FULL = {"task_1": 1, "task_2": 2, "task_3": 2, "task_4": 3, "task_5": 3}


def nbgrader(course, *arguments):
    # As after "activate": nbgrader calls alembic by its name.
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-m", "nbgrader", *arguments]
    return subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, timeout=600)


def source_of(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def fill(notebook, **replaced):
    """The notebook with the code of the cells of these names replaced."""
    notebook = nbformat.from_dict(json.loads(json.dumps(notebook)))
    for cell in notebook.cells:
        cell.source = replaced.get(source_of(cell), cell.source)
    return notebook


def insert_first(notebook, code):
    """The notebook with a cell of code behind its first code cell."""
    notebook = fill(notebook)
    first = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    notebook.cells.insert(first + 1, nbformat.v4.new_code_cell(code))
    return notebook


LIES = """
import numpy, helpers.marking, helpers.diagnosis
attempt = insist = compare = call = require = sealed = lambda *a, **k: None
for name in ("attempt", "insist", "compare", "call", "require", "sealed"):
    setattr(helpers.marking, name, lambda *a, **k: None)
helpers.diagnosis.equals = lambda *a, **k: True
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
WRONG = {
    "task_1": "nor = (1, 1, -0.5)",
    "task_2": "height, slope, answer = 0.75, 2, 0",
    "task_3": "def at_least(k):\n    return np.ones(5), -k",
    "task_4": "def update(w, b, x, t, rate):\n    e = t - step(w @ x + b)\n    w += rate * e * x\n    return w, b + rate * e",
    "task_5": "def room(X, t, w, b):\n    return np.min(np.abs(X @ w + b))",
}


def students(released, solved):
    """{name: (what is handed in, the tasks that must get their points)}"""
    answers = {source_of(c): c.source for c in solved.cells if source_of(c).endswith("_answer")}
    filled = fill(released, **answers)
    some = {name: answers[name] for name in ("task_1_answer", "task_3_answer")}
    without_tests = fill(filled)
    without_tests.cells = [c for c in without_tests.cells if not c.metadata.get("nbgrader", {}).get("grade")]
    without_tests_empty = fill(released)
    without_tests_empty.cells = [c for c in without_tests_empty.cells if not c.metadata.get("nbgrader", {}).get("grade")]
    every, none = set(FULL), set()
    handed_in = {
        "perfect": (filled, every),
        "empty": (released, none),
        "half": (fill(released, **some), {"task_1", "task_3"}),
        "deleted_tests": (without_tests, every),
        "deleted_tests_empty": (without_tests_empty, none),
        "syntax_error": (fill(filled, task_3_answer="def at_least(k:\n    return"), every - {"task_3"}),
        "endless": (fill(filled, task_4_answer="while True:\n    pass"), every - {"task_4"}),
        "sys_exit": (fill(filled, task_2_answer="import sys\nsys.exit(0)"), every - {"task_2"}),
        "kills_kernel": (fill(filled, task_3_answer="import os\nos._exit(1)"), {"task_1", "task_2"}),
        "prints_a_gigabyte": (insert_first(filled, 'for _ in range(1000):\n    print("x" * 10**6)'), every),
        "lies": (insert_first(released, LIES), none),
        "catches_all": (insert_first(released, CATCHES), none),
        "not_json": ("this is not a notebook", none),
        "edited_tests": (fill(released, **{name: "pass" for name in FULL}), none),
    }
    for task, code in WRONG.items():
        handed_in[f"wrong_{task}"] = (fill(filled, **{f"{task}_answer": code}), every - {task})
    return handed_in


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder as an instructor has it, with a class that handed in, marked; (folder, students, nbgrader's log)."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copytree(ROOT / "notebooks" / "solutions" / NAME, folder / "notebooks" / "solutions" / NAME)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "build").mkdir()
    made = nbgrader(folder, "generate_assignment", NAME)
    assert made.returncode == 0, made.stderr
    released = nbformat.read(folder / "notebooks" / "exercises" / NAME / f"{NAME}.ipynb", as_version=4)
    solved = nbformat.read(ROOT / "notebooks" / "solutions" / NAME / f"{NAME}.ipynb", as_version=4)
    handed_in = students(released, solved)
    for student, (notebook, _) in handed_in.items():
        path = folder / "build" / "submitted" / student / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(notebook if isinstance(notebook, str) else nbformat.writes(notebook), encoding="utf8")
    marked = nbgrader(folder, "autograde", NAME, "--GuardedExecute.timeout=6")
    nbgrader(folder, "generate_feedback", NAME)
    return folder, handed_in, marked.stdout + marked.stderr


def points(course):
    """{student: {task: points}} from nbgrader's database."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course[0] / 'build' / 'gradebook.db'}") as book:
        return {
            submission.student.id: {grade.name: grade.score for notebook in submission.notebooks for grade in notebook.grades}
            for submission in book.assignment_submissions(NAME)
        }


def test_everyone_gets_the_points_they_earned_and_no_others(course):
    got = points(course)
    expected = {
        student: {task: FULL[task] if task in earned else 0 for task in FULL} for student, (_, earned) in course[1].items()
    }
    sums = {student: (sum(expected[student].values()), sum(got.get(student, {}).values())) for student in expected}
    table = "\n".join(f"{student:20} expected {wanted:2}  obtained {came:4}" for student, (wanted, came) in sums.items())
    print(table)
    assert {s: {t: got.get(s, {}).get(t, 0) for t in FULL} for s in expected} == expected, table


def test_what_was_handed_in_is_still_there(course):
    for student, (notebook, _) in course[1].items():
        text = (course[0] / "build" / "submitted" / student / NAME / f"{NAME}.ipynb").read_text(encoding="utf8")
        assert text == (notebook if isinstance(notebook, str) else nbformat.writes(notebook))


def test_only_the_file_that_is_no_notebook_was_not_marked_and_the_log_says_so(course):
    marked = {path.parent.parent.name for path in (course[0] / "build" / "autograded").glob(f"*/{NAME}/{NAME}.ipynb")}
    assert set(course[1]) - marked == {"not_json"}
    assert "not_json" in course[2]


def test_a_flood_of_output_is_cut(course):
    marked = course[0] / "build" / "autograded" / "prints_a_gigabyte" / NAME / f"{NAME}.ipynb"
    assert marked.stat().st_size < 2_000_000


def test_there_is_feedback_for_everyone_who_was_marked(course):
    pages = {path.parent.parent.name for path in (course[0] / "build" / "feedback").glob(f"*/{NAME}/{NAME}.html")}
    assert pages == set(course[1]) - {"not_json"}


def test_marks_can_be_exported(course):
    assert nbgrader(course[0], "export", "--to", "marks.csv").returncode == 0
    with open(course[0] / "marks.csv", newline="", encoding="utf8") as file:
        marks = {line["student_id"]: float(line["score"]) for line in csv.DictReader(file)}
    assert marks["perfect"] == 11 and marks["half"] == 3 and marks["empty"] == 0


def test_the_released_notebook_is_the_one_that_is_committed(course):
    def content(folder):
        notebook = nbformat.read(folder / "notebooks" / "exercises" / NAME / f"{NAME}.ipynb", as_version=4)
        return [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]

    assert content(course[0]) == content(ROOT)
