"""Every lesson is opened in the browser, in two files that two test processes share; this is the one list of them."""

from lesson_list import lessons
from moves import NAMELESS, SCROLLING, move_every_hand, move_every_slider, step_through
from refresh_notebooks import NOTEBOOKS, read_twin

TWINS = {name: read_twin(NOTEBOOKS / f"{name}.ipynb") for name in lessons()}
CODE = {name: "\n".join(cell.source for cell in twin.cells if cell.cell_type == "code") for name, twin in TWINS.items()}
WITH_PANEL = [name for name in TWINS if "TrainingPanel(" in CODE[name]]  # these have a file of their own
FIRST_HALF = [name for name in TWINS if name not in WITH_PANEL][0::2]
SECOND_HALF = [name for name in TWINS if name not in WITH_PANEL][1::2]


def check_lesson(lesson, name, record_property):
    """Look at a lesson as it is saved, run it, move its sliders, and look again."""
    page = lesson.page
    assert not lesson.unsaved(), f"{name} counts as changed before anyone has touched it"
    assert page.evaluate(NAMELESS) == []
    page.evaluate("window.jupyterapp.commands.execute('filebrowser:activate')")
    assert page.evaluate(SCROLLING) == [], "code wider than its cell, at 1280 pixels beside the list of files"
    page.evaluate("window.jupyterapp.shell.collapseLeft()")
    assert lesson.run_all() == [], f"{name} ended with errors"
    assert page.evaluate(NAMELESS) == []
    assert (page.locator(".helpers-explorer").count() > 0) == ("explore(" in CODE[name])
    assert (page.locator(".helpers-stepper").count() > 0) == ("Stepper(" in CODE[name])
    move_every_slider(lesson, record_property, name)
    move_every_hand(lesson)
    step_through(lesson)
    assert page.problems == []
