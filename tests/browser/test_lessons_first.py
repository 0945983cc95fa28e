"""One half of the lessons in a real browser: looked at, run, every slider moved. (Two halves, so that two processes share them.)

How long a slider takes to its new picture is printed and goes into the junit file; it is not asserted, as no timing is.
"""

import pytest
from lesson_pages import FIRST_HALF, check_lesson


@pytest.mark.parametrize("name", FIRST_HALF)
def test_the_page_and_every_slider(open_lesson, name, record_property):
    check_lesson(open_lesson(name), name, record_property)
