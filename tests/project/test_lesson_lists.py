"""Every list of lessons names all of them, by their titles, in order. The list of lists is this file."""

import re

import lesson_pages
import pytest
import tree
from lesson_list import LINK, exercises, faults, lessons, list_faults, means, title
from test_links import PAGES, markdown_of

LESSONS = lessons()
EXERCISES = exercises()
TWIN_00 = (tree.ROOT / "notebooks/text/00_start_here.md").read_text("utf8")


def part(markdown, start, end="\n## "):
    """What stands between two marks of a page."""
    assert start in markdown
    return markdown.partition(start)[2].partition(end)[0]


def readme_lines():
    """(number, title, whether there is a link) of each line of the README's list, those not written yet included."""
    lines = re.findall(r"^- (\[?)(\d\d) · ([^\]:\n]+)", part(tree.read("README.md"), "## The lessons"), flags=re.MULTILINE)
    return [(number, said.strip(), bool(link)) for link, number, said in lines]


def test_readme():
    assert faults(part(tree.read("README.md"), "## The lessons"), LESSONS) == []


def test_readme_numbers_all_lessons_also_those_to_come():
    lines = readme_lines()
    assert [int(number) for number, _, _ in lines] == list(range(len(lines)))
    assert {number for number, _, linked in lines if linked} == {name[:2] for name in LESSONS}


def test_instructors_page():
    assert faults(part(tree.read("docs/INSTRUCTORS.md"), "| Lesson |"), LESSONS) == []


def test_table_of_the_first_lesson():
    table = part(TWIN_00, "| Lesson |", "\n\n")
    first, *others = LESSONS
    assert f"| {first[:2]} · {LESSONS[first]} |" in table  # the page itself, without a link
    assert faults(table, {name: LESSONS[name] for name in others}) == []


def test_map():
    """The lessons' numbers and titles on the map are the README's, and so are the parts' names."""
    from helpers.plots import course  # here, so that a fault in a figure does not stop all lists' tests

    drawn = [(f"{number:02}", " ".join(title.split())) for number, title, _ in course.LESSONS]
    planned = [(number, said) for number, said, _ in readme_lines()]
    assert [number for number, _ in drawn] == [number for number, _ in planned]
    assert [(a, b) for a, b in zip(drawn, planned, strict=True) if not means(a[1], b[1])] == []
    parts = re.findall(r"^\*\*(Part .+)\*\*$", tree.read("README.md"), flags=re.MULTILINE)
    assert parts == [name for name, _ in course.PARTS.values()]


def test_browser_tests_open_every_lesson():
    """The lists come from the twins; what is asked here is that each of them has its file."""
    assert sorted(lesson_pages.FIRST_HALF + lesson_pages.SECOND_HALF + lesson_pages.WITH_PANEL) == list(LESSONS)
    for name, file in (("FIRST_HALF", "lessons_first"), ("SECOND_HALF", "lessons_second"), ("WITH_PANEL", "course")):
        assert f"import {name}, check_lesson" in tree.read(f"tests/browser/test_{file}.py")


@pytest.mark.parametrize("name", PAGES)
def test_links_call_lessons_by_their_titles(name):
    wrong = [
        f"[{number} · {said}] leads to {target}"
        for number, said, target in LINK.findall(markdown_of(name))
        if not (target.startswith(number) and means(said, LESSONS.get(target, "")))
    ]
    assert wrong == []


def test_exercises_are_called_as_their_lessons():
    assert [name for name in EXERCISES if name not in LESSONS or EXERCISES[name] != LESSONS[name]] == []


@pytest.mark.parametrize("page", ["docs/EXERCISES.md", "docs/TASKS.md"])
def test_pages_of_exercises_list_them_in_order(page):
    """EXERCISES.md has two tables, TASKS.md one part each."""
    found = re.findall(r"^(?:\| |## )(\d\d) (?=[|·])", tree.read(page), flags=re.MULTILINE)
    numbers = [name[:2] for name in EXERCISES]
    assert found in (numbers, 2 * numbers)


THREE = {"01_a": "An A", "02_b": "B, layer by layer", "03_c": "C"}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[01 · An A](01_a.ipynb) [02 · B, layer by layer](x/02_b.ipynb) [03 · C](../03_c.ipynb)", []),
        ("[01 · An A](01_a.ipynb) [02 · B](02_b.ipynb) [03 · C](03_c.ipynb)", []),
        ("[01 · An A](01_a.ipynb) [03 · C](03_c.ipynb)", ["02_b is missing"]),
        ("[01 · An A](01_a.ipynb) [03 · C](03_c.ipynb) [02 · B](02_b.ipynb)", ["the order is 01_a, 03_c, 02_b"]),
        ("[01 · A](01_a.ipynb) [02 · B](02_b.ipynb) [03 · C](03_c.ipynb)", ["01_a is called 'A', and its title is 'An A'"]),
        ("[01 · An A](01_a.ipynb) [02 · B](02_b.ipynb) [03 · C](03_c.ipynb) [04 · D](04_d.ipynb)", ["04_d is no lesson"]),
        ("[01 · An A](01_a.ipynb) [02 · B](02_b.ipynb) [03 · C](03_c.ipynb) [03 · C](03_c.ipynb)", ["03_c stands there 2 times"]),
        ("[01 · An A](01_a.ipynb) [02 · B](03_c.ipynb) [03 · C](03_c.ipynb)", ["02_b is missing"]),
    ],
)
def test_faults_are_found(markdown, expected):
    assert faults(markdown, THREE) == expected


def test_a_title_may_end_at_its_comma_and_nowhere_else():
    assert list_faults([("02_b", "B")], {"02_b": THREE["02_b"]}) == []
    assert list_faults([("02_b", "B, layer")], {"02_b": THREE["02_b"]}) != []


@pytest.mark.parametrize("first", ["# 08 · Another number", "## 07 · Too small", "07 · No heading", "# 07: A colon", ""])
def test_a_twin_begins_with_its_title(first, tmp_path):
    twin = tmp_path / "07_c.md"
    twin.write_text(f"---\njupytext: {{}}\n---\n\n{first}\n\nText.\n", encoding="utf8")
    with pytest.raises(ValueError, match="07_c.md should begin with '# 07 · Title'"):
        title(twin, "# ")
    twin.write_text("---\njupytext: {}\n---\n\n# 07 · A C, and more\n\n# 08 · not this one\n", encoding="utf8")
    assert title(twin, "# ") == "A C, and more"
