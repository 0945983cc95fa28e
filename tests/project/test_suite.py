"""The tests' own order: where they lie, which are quick, and that no limit is a measure of the computer."""

import re

import pytest
import suite
import tree
from nbval.plugin import get_sanitize_patterns

TESTS = [name for name in tree.files() if re.fullmatch(r"tests/.*test_\w+\.py", name)]
THIS = "tests/project/test_suite.py"  # it holds examples of short limits
FOLDERS = {"package", "lessons", "exercises", "project", "browser"}
NUMBER = r"([0-9][0-9_.]*)"
A_LIMIT = re.compile(  # also the seconds that a helper of the tests waits unless it is told otherwise
    rf"\b(?:timeout|deadline)\s*=\s*{NUMBER}|\b(?:wait|join|communicate|result)\({NUMBER}\)"
    rf"|\b(?:def |wait)\w*\([^()]*\bseconds\s*=\s*{NUMBER}"
)
MILLISECONDS = ("tests/browser/", "tests/support/browser.py")


def limits(name, text):
    """The numbers in a file that limit how long something may take, in seconds."""
    for match in A_LIMIT.finditer(text):
        number = float((match[1] or match[2] or match[3]).rstrip("."))
        yield number / 1000 if name.startswith(MILLISECONDS) and number >= 1000 else number


def test_every_test_lies_in_a_folder_that_says_what_it_tests():
    assert [name for name in TESTS if name.split("/")[1] not in FOLDERS or len(name.split("/")) != 3] == []
    stems = [name.rpartition("/")[2] for name in TESTS]
    assert sorted(stems) == sorted(set(stems))  # pytest imports them by these names


@pytest.mark.parametrize("place", [*suite.QUICK, *suite.SLOW, *suite.LONGEST])
def test_places_named_for_quick_and_slow_are_there(place):
    assert any(name.startswith(place) for name in tree.files())


def test_quick_leaves_out_what_is_slow_and_nothing_of_the_package_by_accident():
    quick = [name for name in TESTS if suite.is_quick(name)]
    assert {"tests/package/test_layers.py", "tests/lessons/test_notebooks.py", "tests/project/test_links.py"} <= set(quick)
    assert not [name for name in quick if name.startswith(("tests/browser/", "tests/exercises/test_grading"))]


@pytest.mark.parametrize("name", [name for name in [*TESTS, "conftest.py", "tools/refresh_notebooks.py"] if name != THIS])
def test_limits_catch_what_hangs_and_no_slow_computer(name):
    assert [number for number in limits(name, tree.read(name)) if number < suite.A_HANG] == []


def test_nbvals_limits():
    found = re.findall(r"nbval-[\w-]*timeout=(\d+)", tree.read("pyproject.toml"))
    assert len(found) == 2 and min(map(int, found)) >= suite.A_HANG


def test_of_pictures_the_alt_texts_are_compared_and_not_the_bytes():
    from helpers.plots.base import Figure

    rules = get_sanitize_patterns(tree.read("tests/nbval_sanitize.cfg"))

    def sanitized(alt, width):
        figure = Figure(figsize=(width, 1))
        figure.alt = alt
        shown = figure.html()
        assert "data:image/png;base64," in shown and alt in shown
        for pattern, replacement in rules:
            shown = re.sub(pattern, replacement, shown)
        return re.sub(r"(width|height)=\S+", "", shown)

    assert sanitized("A line rises.", 1) == sanitized("A line rises.", 2) != sanitized("A line falls.", 1)


def test_limits_are_found():
    text = "run(timeout=60); p.communicate(30.5); def wait(condition, seconds=20): pass; p.join(5); wait_for(it, seconds=1)"
    assert list(limits("tests/x/test_x.py", text)) == [60, 30.5, 20, 5, 1]
    assert list(limits("tests/browser/test_browser.py", "page.wait_for_selector('p', timeout=60_000)")) == [60]
    assert list(limits("tests/x/test_x.py", "time.sleep(0.1); timeout=SECONDS; Trial(seconds=1.25); ', '.join(names)")) == []
