"""A whole class handed in, marked by nbgrader as docs/INSTRUCTORS.md says: who gets which points, and nobody stops the others."""

import csv
import importlib.util
from pathlib import Path

import nbformat
import pytest

if importlib.util.find_spec("nbgrader") is None:
    pytest.skip("the extra `grading` is not installed", allow_module_level=True)

import assignments
import simulated_class

ROOT = Path(__file__).resolve().parents[2]
SOURCES = assignments.sources()
LARGE = "01_the_perceptron"  # the exercise that the whole class hands in; the others get a small class


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder as an instructor has it: a large class has handed in and was marked; nbgrader's log is in course.log."""
    source = next(source for source in SOURCES if source.stem == LARGE)
    course = simulated_class.Course(tmp_path_factory.mktemp("course"), {source: simulated_class.large_class(source)})
    # One of them never ends. Where the computer is slow, the others need longer, too.
    course.log = course.mark(f"--GuardedExecute.timeout={max(6, 2 * course.seconds):.0f}")
    course.nbgrader("generate_feedback", LARGE)
    return course


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    """All other exercises in one folder, each with a small class, released and marked in one go."""
    classes = {source: simulated_class.small_class(source) for source in SOURCES if source.stem != LARGE}
    course = simulated_class.Course(tmp_path_factory.mktemp("others"), classes)
    course.log = course.mark("--GuardedExecute.timeout=600")
    return course


def points_off(course, name=None):
    """Who got other points than those earned; the whole class is printed."""
    points = course.points(name)
    print("\n".join(f"{name:20} expected {a:2}, obtained {b:2}" for name, (a, b) in simulated_class.sums(points).items()))
    return simulated_class.off(points)


def test_everyone_gets_the_points_they_earned_and_no_others(course):
    assert len(course.points()) >= 19
    assert points_off(course) == {}


@pytest.mark.parametrize("name", [source.stem for source in SOURCES if source.stem != LARGE])
def test_a_small_class_gets_the_points_it_earned(name, others):
    assert points_off(others, name) == {}
    assert min(expected for expected, _ in simulated_class.sums(others.points(name)).values()) == 0


def test_a_wrong_expectation_is_noticed(course):
    course.learners["empty"].earned.add("task_2")
    try:
        assert set(points_off(course)) == {"empty"}
    finally:
        course.learners["empty"].earned.clear()


def test_what_was_handed_in_is_still_there(course):
    for learner, submission in course.learners.items():
        notebook = submission.notebook
        text = course.file("submitted", learner).read_text(encoding="utf8")
        assert text == (notebook if isinstance(notebook, str) else nbformat.writes(notebook))


def test_only_the_file_that_is_no_notebook_was_not_marked_and_the_log_says_so(course):
    marked = {learner for learner in course.learners if course.file("autograded", learner).exists()}
    assert set(course.learners) - marked == {"not_json"}
    assert "not_json" in course.log


def test_a_flood_of_output_is_cut(course):
    assert course.file("autograded", "prints_a_gigabyte").stat().st_size < 2_000_000


def test_there_is_feedback_for_everyone_who_was_marked(course):
    pages = {learner for learner in course.learners if course.file("feedback", learner, "html").exists()}
    assert pages == set(course.learners) - {"not_json"}


def test_the_feedback_shows_how_far_a_learner_got_with_signs_words_and_colours(course):
    page = course.file("feedback", "half", "html").read_text(encoding="utf8")
    tasks, done = len(course.points()["half"]), len(course.learners["half"].earned)
    assert page.count('<div class="helpers-outcome') == 1 and f"{done} of {tasks} checked tasks done</strong>" in page
    assert page.count("</span> right</span>") == done and page.count("yet</span>") == tasks - done


def test_what_was_marked_says_how_many_tasks_are_done(course):
    marked = nbformat.read(course.file("autograded", "half"), as_version=4)
    said = str([output for cell in marked.cells if cell.cell_type == "code" for output in cell.outputs])
    tasks, done = len(course.points()["half"]), len(course.learners["half"].earned)
    assert f"{done} of {tasks} checked tasks done" in said


def test_marks_given_by_hand_are_added_and_exported(course):
    """What formgrader does with a number typed in."""
    with course.gradebook() as book:
        submission = book.find_submission_notebook(LARGE, LARGE, "half")
        by_hand = next(grade for grade in submission.grades if grade.cell.cell_type == "markdown")
        by_hand.manual_score = 1.5
        book.db.commit()
    assert course.nbgrader("export", "--to", "marks.csv").returncode == 0
    with open(course.folder / "marks.csv", newline="", encoding="utf8") as file:
        marks = {line["student_id"]: float(line["score"]) for line in csv.DictReader(file)}
    expected = {name: total for name, (total, _) in simulated_class.sums(course.points()).items()}
    assert marks.pop("half") == expected.pop("half") + 1.5
    assert all(marks[name] == expected[name] for name in marks) and len(marks) == len(expected)


def test_the_released_notebook_is_the_one_that_is_committed(course):
    def content(folder):
        notebook = nbformat.read(folder / "notebooks" / "exercises" / LARGE / f"{LARGE}.ipynb", as_version=4)
        return [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]

    assert content(course.folder) == content(ROOT)
