"""Every exercise tells right from wrong, and what learners get of it gives nothing away and never gets stuck."""

import ast
import builtins
import functools
import importlib.util
import io
import re
import tokenize

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

if importlib.util.find_spec("nbgrader") is None:
    pytest.skip("the extra `grading` is not installed", allow_module_level=True)

import answers
import assignments
from lesson_checks import MOST_COLUMNS_OF_CODE, MOST_LINES_OF_OUTPUT, prose_problems

import helpers.marking
from helpers.marking import __all__ as MARKING

SOURCES = assignments.sources()
NAMES = [source.stem for source in SOURCES]
NAMED_BAR = "folded to a bar with its name, such as *Check task 1*"
gate = functools.cache(answers.gate)
every_exercise = pytest.mark.parametrize("source", SOURCES, ids=NAMES)


def released(source):
    return nbformat.read(assignments.exercise_of(source), as_version=4)


def whole_lines(source, cell_type="code"):
    """[(row, text)] of a cell; code that goes over several rows is one line, however it is broken. Rows count from 1."""
    rows = [(row, line.strip()) for row, line in enumerate(source.splitlines(), start=1)]
    if cell_type != "code" or source.lstrip().startswith("%"):
        return rows
    found, words, first = [], [], 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            found += [(first, " ".join(words))] * bool(words)
            words = []
        elif token.type == tokenize.COMMENT and not words:
            found.append((token.start[0], token.string))
        elif token.string.strip() and token.type != tokenize.COMMENT:
            first = token.start[0] if not words else first
            words.append(token.string)
    return found


def hidden_and_own(cell):
    """The whole lines of a source's cell that learners must not see, and the others."""
    inside, hidden_rows = False, set()
    for row, line in enumerate(cell.source.splitlines(), start=1):
        if "### BEGIN" in line or "### END" in line:
            inside = "BEGIN" in line
        elif inside:
            hidden_rows.add(row)
    lines = whole_lines(cell.source, cell.cell_type)
    return [text for row, text in lines if row in hidden_rows], {text for row, text in lines if row not in hidden_rows}


def leaks(cells, visible_cells):
    """The hidden lines of a source's cells that stand in what learners get; short ones stand everywhere and do not count."""
    shown = {text for cell in visible_cells for _, text in whole_lines(cell.source, cell.cell_type)}
    found = []
    for cell in cells:
        hidden, own = hidden_and_own(cell)
        found += [text for text in hidden if len(text) > 12 and text not in own and text in shown]
    return found


def test_there_are_exercises():
    assert NAMES


@every_exercise
def test_source_twin_and_exercise_are_in_step(source):
    assert assignments.problems(source) == []


@every_exercise
def test_right_answers_get_all_points_wrong_ones_and_stubs_none(source, record_property):
    results = gate(source.stem)
    record_property("seconds of the slowest answer", max(verdict.seconds for _, _, verdict in results))
    assert answers.complaints(results) == []


@every_exercise
def test_the_table_in_docs_is_what_the_gate_measures(source):
    page = answers.PAGE.read_text(encoding="utf8")
    assert answers.row(source.stem, gate(source.stem)) in page


@every_exercise
def test_the_page_of_mistakes_is_what_the_gate_measures(source):
    page = answers.MISTAKES_PAGE.read_text(encoding="utf8")
    assert answers.section(source.stem, gate(source.stem)) in page
    assert all(answers.goal(source.stem, task) for task in answers.tasks(source.stem)[0])


@every_exercise
def test_the_cells_that_mark_are_folded(source):
    for cell in released(source).cells:
        marks = cell.metadata.get("nbgrader", {})
        folded = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        assert folded == bool(marks.get("grade") and not marks.get("solution"))


@every_exercise
def test_a_folded_cell_says_in_its_bar_what_it_is(source):
    """JupyterLab shows the first line of a folded cell, and the first text says so."""
    first, task = released(source).cells[0].source, None
    assert first.count(f"That cell is {NAMED_BAR}") == 1
    for cell in released(source).cells:
        heading = re.search(r"^## Task (\d+) ·", cell.source, re.MULTILINE)  # a word on the task before may stand above
        task = heading[1] if heading else task
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            assert cell.source.startswith(f"# Check task {task}\n") and cell.metadata.nbgrader["grade_id"] == f"task_{task}"


@every_exercise
def test_learners_see_no_solution_and_no_hidden_test(source):
    visible = "\n".join(cell.source for cell in released(source).cells)
    assert "### BEGIN" not in visible and "### END" not in visible
    assert leaks(nbformat.read(source, as_version=4).cells, released(source).cells) == []


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        ("y = x @ W + b_row", ["y = x @ W + b_row"]),
        ("if True:\n    y = (x @ W\n         + b_row)", []),
        ("compare('a', first(x,\n    y), 3)", ["compare ( 'a' , first ( x , y ) , 3 )"]),
        ("call(first(x, y), 3)", []),
        ("z = 1", []),
    ],
)
def test_a_hidden_line_is_found_however_it_is_broken(shown, found):
    hidden = "own = 1\n### BEGIN SOLUTION\ny = x @ W + b_row\ncompare(\n    'a', first(x, y),\n    3)\nz = 1\n### END SOLUTION"
    assert leaks([new_code_cell(hidden)], [new_code_cell("own = 1"), new_code_cell(shown)]) == found


@every_exercise
def test_an_unfinished_notebook_runs_to_its_end_and_says_so(source):
    notebook = released(source)
    NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(source.parent)}}).execute()
    text = "\n".join(str(output) for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)
    automatic, _ = answers.tasks(source.stem)
    assert text.count("not done yet.") >= len(automatic) and f"0 of {len(automatic)} checked tasks done" in text


@every_exercise
def test_the_finished_notebook_says_that_all_is_done(source):
    solved = nbformat.read(source, as_version=4)
    text = "\n".join(str(output) for cell in solved.cells if cell.cell_type == "code" for output in cell.outputs)
    automatic, _ = answers.tasks(source.stem)
    assert f"{len(automatic)} of {len(automatic)} checked tasks done" in text and "not right yet" not in text


@every_exercise
def test_hidden_tests_use_only_what_stands_in_their_cell(source):
    """A learner may have given X or step another meaning by then; the answers themselves are what is asked for."""
    for task in answers.tasks(source.stem)[0]:
        nodes = list(ast.walk(ast.parse(task.tests)))
        stored = {node.id for node in nodes if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
        stored |= {node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        stored |= {node.arg for node in nodes if isinstance(node, ast.arg)}
        stored |= {node.name for node in nodes if isinstance(node, ast.ExceptHandler)}
        stored |= {node.asname or node.name for node in nodes if isinstance(node, ast.alias)}
        loaded = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        foreign = loaded - stored - _names_given(task.stub) - set(MARKING) - {"np"} - set(dir(builtins))
        assert not foreign, f"{task.name} leans on {sorted(foreign)} from other cells"


def _names_given(stub):
    tree = ast.parse(stub)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return names | {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}


@every_exercise
def test_each_task_has_hints_and_points(source):
    notebook = nbformat.read(source, as_version=4)
    for number, cell in enumerate(notebook.cells):
        if cell.metadata.get("nbgrader", {}).get("grade"):
            assert cell.metadata.nbgrader["points"] > 0
            if cell.cell_type == "code":
                assert notebook.cells[number - 2].source.count("<details><summary>Hint") >= 1


@every_exercise
def test_the_prose_keeps_the_courses_tone_and_outputs_are_short(source):
    for cell in nbformat.read(source, as_version=4).cells:
        if cell.cell_type == "markdown":
            assert prose_problems(cell.source) == []
        else:
            lines = sum(str(output.get("text", "")).count("\n") for output in cell.outputs)
            assert lines <= MOST_LINES_OF_OUTPUT


@every_exercise
def test_lines_are_short_enough_to_be_seen(source):
    """Also those of the folded cells: they open with a click, and formgrader shows the hidden tests."""
    code = [cell.source for cell in nbformat.read(source, as_version=4).cells if cell.cell_type == "code"]
    lines = [line for text in code for line in text.splitlines()]
    assert [line for line in lines if len(line) > MOST_COLUMNS_OF_CODE] == []


def test_answers_belong_to_tasks():
    for folder in answers.ANSWERS.iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            tasks = {f"{task.name}.py" for task in answers.tasks(folder.name)[0]}
            assert {path.name for path in folder.glob("*.py")} == tasks


class Broken:
    """A task that cannot tell right from wrong, to see that the gate notices."""

    task = answers.Task("task_1", "A title", 1, [], "a = None", "attempt('1', lambda a: None, a)")
    right = answers.Answer("right", "one", None, "a = 1")
    wrong = answers.Answer("wrong", "two", "too large", "a = 2")


def test_the_gate_notices_a_task_that_accepts_everything():
    results = [(Broken.task, answer, answers.mark(Broken.task, answer)) for answer in (Broken.right, Broken.wrong)]
    found = "\n".join(answers.complaints(results))
    assert "wrong answer (two) got the points" in found and "too large" in found


def test_the_gate_notices_a_task_that_rejects_a_right_answer():
    picky = answers.Task("task_1", "A title", 1, [], "a = None", "insist(lambda a: require(a == 3, 'not 3'), a)")
    results = [(picky, Broken.right, answers.mark(picky, Broken.right))]
    assert "right answer (one) got no points" in "\n".join(answers.complaints(results))


def test_an_answer_that_overwrites_the_marking_gains_nothing():
    task = answers.tasks("01_the_perceptron")[0][0]
    code = "insist = attempt = compare = require = lambda *a, **k: None\nballoon = (1, 1, 1)"
    lie = answers.Answer("wrong", "a lie", None, code)
    assert lie.code.splitlines()[-1].split(" = ")[0] == task.stub.split(" = ")[0]  # it does answer
    assert not answers.mark(task, lie).points
    assert helpers.marking.insist is not None


def test_widgets_are_not_used_where_a_grader_runs():
    for source in SOURCES:
        assert all("widgets" not in cell.source for cell in released(source).cells if cell.cell_type == "code")
