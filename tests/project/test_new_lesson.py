"""The skeletons of a new lesson and its exercise pass the tests of finished ones, as they are made."""

import importlib.util

import jupytext
import lesson_checks as checks
import nbformat
import new_lesson
import pytest
import refresh_notebooks

FIRST = "---\njupytext:\n  formats: ipynb,text//md:myst\n---\n\n# 00 · Start here\n"


@pytest.fixture
def course(tmp_path):
    """A course with two lessons, 00 and 98."""
    text = tmp_path / "notebooks" / "text"
    text.mkdir(parents=True)
    (text / "00_start_here.md").write_text(FIRST, encoding="utf8")
    (text / "98_the_end.md").write_text(FIRST.replace("00 · Start here", "98 · The end"), encoding="utf8")
    return tmp_path


def test_the_lesson_passes_every_check(course):
    made = new_lesson.make("97", "trial_run", "A trial run", course)
    assert {path.relative_to(course).as_posix() for path in made} == {
        "notebooks/text/97_trial_run.md",
        "notebooks/solutions/97_trial_run/97_trial_run.md",
        "tests/answers/97_trial_run/task_1.py",
        "tests/answers/97_trial_run/task_2.py",
        "tests/lessons/test_lesson_97.py",
    }
    assert not any("<" + word + ">" in path.read_text("utf8") for path in made for word in ("NN", "NAME", "TITLE", "LAST"))
    path = course / "notebooks" / "97_trial_run.ipynb"
    notebook = refresh_notebooks.refresh(path)
    assert {check.__name__: check(notebook) for check in checks.CHECKS if check(notebook)} == {}
    assert refresh_notebooks.read_twin(path).metadata.jupytext.formats == "ipynb,text//md:myst"
    assert checks.missing_neighbours(notebook, "97_trial_run", ["00_start_here", "97_trial_run", "98_the_end"]) == []
    assert "[98 · The end](98_the_end.ipynb)" in notebook.cells[-1].source


@pytest.mark.skipif(importlib.util.find_spec("nbgrader") is None, reason="the extra `grading` is not installed")
def test_the_exercise_passes_the_gate_once_it_is_sealed(course, monkeypatch):
    import answers
    import seal
    from assignments import release

    new_lesson.make("97", "trial_run", "A trial run", course)
    for module in (answers, seal):
        monkeypatch.setattr(module, "SOLUTIONS", course / "notebooks" / "solutions")
    monkeypatch.setattr(answers, "ANSWERS", course / "tests" / "answers")
    monkeypatch.setattr(answers, "sources", lambda: [course / "notebooks" / "solutions" / "97_trial_run" / "97_trial_run.ipynb"])
    assert seal.main(["97", "--check"]) == 1
    assert seal.main(["97"]) == 0 and seal.main(["97", "--check"]) == 0
    assert answers.complaints(answers.gate("97_trial_run")) == []
    source = jupytext.read(course / "notebooks" / "solutions" / "97_trial_run" / "97_trial_run.md", fmt="md:myst")
    nbformat.validate(release(refresh_notebooks.merge(source, None)))
    lines = [line for cell in source.cells if cell.cell_type == "code" for line in cell.source.splitlines()]
    assert max(map(len, lines)) <= checks.MOST_COLUMNS_OF_CODE


@pytest.mark.parametrize(
    ("number", "name", "error"),
    [("7", "short", ValueError), ("97", "Big Name", ValueError), ("98", "second_end", FileExistsError)],
)
def test_what_cannot_be_is_refused_before_anything_is_written(number, name, error, course):
    before = sorted(course.rglob("*"))
    with pytest.raises(error):
        new_lesson.make(number, name, "A title", course)
    assert sorted(course.rglob("*")) == before


def test_nothing_is_written_over(course):
    (course / "tests" / "lessons").mkdir(parents=True)
    (course / "tests" / "lessons" / "test_lesson_97.py").touch()
    with pytest.raises(FileExistsError, match="there already: tests/lessons/test_lesson_97.py"):
        new_lesson.make("97", "trial_run", "A trial run", course)
    assert not (course / "notebooks" / "text" / "97_trial_run.md").exists()
