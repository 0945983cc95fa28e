"""nbgrader's settings for this course; docs/INSTRUCTORS.md shows the steps. Run nbgrader's commands in this folder."""

from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.preprocessors import Execute

from helpers.marking.grading import GuardedExecute

c = get_config()  # noqa: F821  (nbgrader provides it)

COURSE = Path(__file__).resolve().parent
if (COURSE / "notebooks" / "solutions").exists():  # an instructor's copy; nbgrader does not make its database's folder
    (COURSE / "build").mkdir(exist_ok=True)

c.CourseDirectory.course_id = "neural-networks-from-numpy"
c.CourseDirectory.source_directory = "notebooks/solutions"  # what is edited: solutions, hidden tests, points
c.CourseDirectory.release_directory = "notebooks/exercises"  # what learners get
c.CourseDirectory.submitted_directory = "build/submitted"
c.CourseDirectory.autograded_directory = "build/autograded"
c.CourseDirectory.feedback_directory = "build/feedback"
c.CourseDirectory.db_url = f"sqlite:///{COURSE / 'build' / 'gradebook.db'}"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md"]  # the text twins hold the solutions

c.ClearSolutions.code_stub = {"python": "# Your code here"}  # an empty answer stops nothing: it says "not done yet"
c.ClearSolutions.text_stub = "*Your answer here.*"

c.OverwriteCells.add_missing_cells = True  # deleted tests come back
c.Autograde.autograde_preprocessors = [
    GuardedExecute if preprocessor is Execute else preprocessor
    for preprocessor in Autograde.autograde_preprocessors.default_args[0]
]
c.GuardedExecute.timeout = 20  # seconds a cell; a marked one takes less than 5
