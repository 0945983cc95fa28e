"""The consulting room in a real browser, in a notebook: a patient from the story to the cure, with mouse and keyboard."""

import json

import pytest
from browser import Lesson, jupyter_lab
from browser import chromium as chromium_page
from moves import NAMELESS, PALE, wait

from helpers.clinic import patients

NAME = "Kofi"  # the test knows the answer; the page must not
CODE = ["from helpers import widgets\n", "room = widgets.consulting_room()\n", "room"]
WIDTHS = (1280, 800)

# What sticks out of the room to the right, past its own edge.
WIDE = """() => { const room = document.querySelector('.helpers-room'), edge = room.getBoundingClientRect().right + 1;
    return [...room.querySelectorAll('*')].filter(e => !e.closest('.helpers-spoken') &&
        e.getBoundingClientRect().right > edge).map(e => e.className); }"""

BOX = "document.querySelector('.helpers-listing .widget-html-content')"
SCROLLED = f"{BOX}.scrollTop"
SCROLL = f"down => {{ {BOX}.scrollTop = down; return {BOX}.scrollTop; }}"

# What cannot be seen at once with the page scrolled to the listing: its end (in a wide page), the tests' buttons, the verdict.
TOGETHER = """wide => {
    const page = document.querySelector('.jp-WindowedPanel-outer'), room = document.querySelector('.helpers-room');
    room.querySelector('.helpers-desk').scrollIntoView();
    const low = page.getBoundingClientRect().bottom + 1, high = page.getBoundingClientRect().top - 1;
    const must = [...room.querySelectorAll('.helpers-test .jupyter-button'), room.querySelector('.helpers-verdict')]
        .filter(e => wide || !/Name/.test(e.textContent));
    if (wide) must.push(...room.querySelectorAll('.helpers-line'), room.querySelector('.helpers-test img'));
    return must.map(e => [e.textContent, e.getBoundingClientRect()])
        .filter(([, box]) => box.top < high || box.bottom > low || box.height === 0).map(([text]) => text);
}"""

# Buttons whose words do not fit in.
CUT = """() => [...document.querySelectorAll('.helpers-room .jupyter-button')].filter(e => e.scrollWidth > e.clientWidth + 1)
    .map(e => e.textContent)"""

# The first line of what comes of a changed line, with the page scrolled as little as the field needs to be seen.
IN_SIGHT = """field => {
    const page = document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect();
    field.scrollIntoView({block: 'center'});
    const box = document.querySelector('.helpers-mend .helpers-verdict').getBoundingClientRect();
    return box.top > page.top && box.bottom < page.bottom;
}"""


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    folder = tmp_path_factory.mktemp("room")
    cell = {"cell_type": "code", "id": "room", "metadata": {}, "source": CODE, "outputs": [], "execution_count": None}
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    page = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "room.ipynb").write_text(json.dumps(page), encoding="utf8")
    return folder


@pytest.mark.parametrize("width", WIDTHS)
def test_a_patient_is_healed(notebook, chromium, width):
    patient = patients()[NAME]
    with jupyter_lab(notebook) as address, chromium_page(width, 800) as page:
        lesson = Lesson(page, address, "room.ipynb")
        assert lesson.run_all() == []
        room = page.locator(".helpers-room")
        illness = room.get_by_role("combobox").nth(1)
        assert patient.rule not in page.content() and patient.answer not in page.content()
        assert illness.count() == 0, "the list of illnesses stands in the page before any test"

        page.evaluate(SCROLL, 60)
        room.get_by_role("combobox").nth(0).select_option(label="Lars")
        wait(lambda: "training of Lars" in room.locator("img").get_attribute("alt"), what="the losses of another patient")
        assert page.evaluate(SCROLLED) == 0, "another program is not shown from its top"
        room.get_by_role("combobox").nth(0).select_option(label=NAME)
        wait(lambda: f"training of {NAME}" in room.locator("img").get_attribute("alt"), what="the losses of the patient")

        order = room.get_by_role("button", name="doubled batch")
        order.focus()
        order.press("Enter")
        room.get_by_role("button", name="slopes").click()  # waits for the one before
        wait(lambda: room.locator(".helpers-record tr").count() == 2, what="two lines on the record card")
        lesson.settle()
        assert "slopes: ✗ found something" in room.locator(".helpers-verdict").inner_text()
        assert "Test slopes" in room.locator("img").get_attribute("alt")

        assert page.evaluate(TOGETHER, width == WIDTHS[0]) == []
        assert page.evaluate(CUT) == []
        illness.select_option(label="the network is too small for its task")
        room.get_by_role("button", name="Name it").click()
        wait(lambda: "network is too small for its task” is not it" in room.inner_text(), what="the answer to a wrong name")
        assert patient.rule not in page.content()
        illness.select_option(label=patient.answer)
        room.get_by_role("button", name="Name it").click()
        wait(lambda: patient.rule in room.inner_text(), what="the rule")

        number, line = room.locator("input[type=number]"), room.locator(".helpers-code input")
        number.fill(str(patient.line))
        number.press("Enter")
        wait(lambda: line.input_value() == patient.program.splitlines()[patient.line - 1], what="the line in its field")
        down = page.evaluate(SCROLL, 60)
        assert (down == 60) == (width == WIDTHS[1]), (
            "in a narrow page the listing has a box that scrolls, in a wide one all is seen"
        )
        line.fill("this is not Python")
        line.press("Enter")
        wait(lambda: "the program does not run" in room.inner_text(), what="a sentence about the line")
        assert page.evaluate(SCROLLED) == down, "a changed line has scrolled the listing"
        line.fill(patient.cure.strip())
        line.press("Enter")
        wait(lambda: "no test finds anything" in room.inner_text(), what="the cure")
        lesson.settle()
        assert page.evaluate(SCROLLED) == down
        assert page.evaluate(IN_SIGHT, line.element_handle()), "what comes of a line is out of sight of its field"
        room.get_by_role("combobox").nth(0).select_option(label="Lars")
        wait(lambda: "no test finds anything" not in room.inner_text(), what="another patient")
        room.get_by_role("combobox").nth(0).select_option(label=NAME)
        wait(lambda: "no test finds anything" in room.inner_text(), what="the patient as it was left")
        assert patient.rule in room.inner_text() and line.input_value() == patient.cure.strip()
        line.focus()
        assert "accuracy on validation images" in room.inner_text()
        wait(lambda: "1 of 10 patients done" in room.inner_text(), what="the line that says how many are done")
        assert page.evaluate("document.activeElement === document.querySelector('.helpers-code input')")

        assert page.evaluate(WIDE) == []
        for theme in ("Light", "Dark"):
            lesson.theme(theme)
            assert page.evaluate(PALE) == []
        assert page.evaluate(NAMELESS) == [] and room.locator("[role=alert]").count() == 0
        assert page.problems == []
