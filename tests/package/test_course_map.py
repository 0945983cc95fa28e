"""The course's map: one table of the lessons, which knows by itself what is out, wherever it is drawn."""

import re
from pathlib import Path

from figure_checks import complaints

from helpers import plots
from helpers.plots import course

ROOT = Path(__file__).resolve().parents[2]
TWINS = {int(path.name[:2]): path for path in (ROOT / "notebooks" / "text").glob("[0-9][0-9]_*.md")}


def title_of(twin):
    """The number and the title of a lesson, from its twin's first heading."""
    return re.search(r"^# (\d\d) · (.+)$", twin.read_text("utf-8"), flags=re.MULTILINE)


def test_the_table_names_every_lesson_once_part_by_part():
    assert [number for number, _, _ in course.LESSONS] == list(range(len(course.LESSONS)))
    parts = [part for _, _, part in course.LESSONS]
    assert parts == sorted(parts) and set(parts) == set(course.PARTS)


def test_titles_are_those_of_the_lessons():
    found = {int(heading[1]): heading[2] for heading in map(title_of, TWINS.values())}
    assert {number: title for number, title, _ in course.LESSONS} == found


def test_every_lesson_of_the_map_has_its_notebook():
    assert {number for number, _, _ in course.LESSONS} == TWINS.keys()


def test_the_map_says_what_it_shows():
    alt = plots.course_map(here=0).alt
    assert all(f"{number:02} {title}" in alt for number, title, _ in course.LESSONS)
    assert "Part I · From gates to gradients: 00 Start here, 01 The perceptron" in alt and alt.endswith(
        "You are in 00 Start here."
    )
    assert "You are" not in plots.course_map().alt


def test_texts_fit_into_their_boxes():
    for figure in (plots.course_map(here=0), plots.course_map(), plots.course_map(here=19)):
        assert complaints(figure) == []
        axes = figure.axes[0]
        for (number, title, part), box in zip(course.LESSONS, axes.patches, strict=False):
            words, box = course.in_lines(title, course.STEPS[part] - course.GAP), box.get_window_extent()
            assert words.split() == title.split()
            label = next(text for text in axes.texts if text.get_text() == words).get_window_extent()
            assert box.x0 + 2 <= label.x0 and label.x1 <= box.x1 - 2 and box.y0 + 1 <= label.y0 and label.y1 <= box.y1, number
