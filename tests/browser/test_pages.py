"""What every page of the course has in common, on a small notebook with one of each: as it is saved, and running."""

import io

import pytest
from browser import Lesson, jupyter_lab
from moves import NAMELESS, PALE, set_slider, wait
from PIL import Image
from small_page import write_page


@pytest.fixture(scope="module")
def folder(chromium, tmp_path_factory):
    return write_page(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def server(folder):
    with jupyter_lab(folder) as address:
        yield address


@pytest.fixture
def lesson(server, page):
    page.problems.clear()
    return Lesson(page, server, "page.ipynb")


def hues(page, image):
    """The colour of the page beside a picture, and the one in the picture's corner."""
    image.scroll_into_view_if_needed()
    box = image.bounding_box()
    clip = {"x": box["x"], "y": box["y"], "width": 40, "height": 3}
    corner = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB").getpixel((2, 1))
    clip["x"] = box["x"] + box["width"] + 20
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB").getpixel((2, 1)), corner


def test_a_saved_page(lesson, page):
    assert not lesson.unsaved()
    assert page.evaluate(NAMELESS) == []
    stills = page.locator(".jp-OutputArea img")
    assert stills.count() == 5  # a figure, and in the place of each widget its picture
    assert page.get_by_text("Run this cell (Shift+Enter) to move: a number, a power.").is_visible()
    assert page.locator(".helpers-widget").count() == 0


def test_a_folded_output_says_nothing_of_what_it_holds_until_the_cell_is_run(lesson, page):
    folded = page.locator(".jp-OutputPlaceholder")
    assert folded.count() == 1 and not folded.get_by_text("the answer").is_visible()
    words = folded.locator(".jp-Placeholder-contentContainer").evaluate("e => getComputedStyle(e, '::before').content")
    assert "folded until you run the cell" in words
    lesson.run_all()
    assert folded.count() == 0 and page.locator(".jp-OutputArea-output").last.inner_text().strip() == "the answer"


def test_a_running_page(lesson, page):
    assert lesson.run_all() == [] and page.evaluate(NAMELESS) == []
    assert page.locator(".helpers-widget :is(img, .helpers-drawing)").count() == 3
    assert page.locator(".jp-OutputArea :is(img, .helpers-drawing)").count() == 5  # a figure and the pad too
    power = page.get_by_role("slider", name="a power")
    assert power.get_attribute("aria-valuetext") == "0.010"  # and not its power of ten
    set_slider(page.locator(".helpers-explorer"), 1, -4)
    wait(lambda: power.get_attribute("aria-valuetext") == "0.00010", what="the new value in words")
    assert page.problems == []


def test_a_screen_reader_hears_the_picture_once_the_slider_rests(lesson, page):
    lesson.run_all()
    explorer = page.locator(".helpers-explorer")
    spoken, image = explorer.locator("[aria-live=polite]"), explorer.locator("img")
    assert spoken.inner_text() == ""
    spoken.evaluate(
        """live => { window.said = 0;
            new MutationObserver(() => window.said++).observe(live, {childList: true, characterData: true, subtree: true}); }"""
    )
    for value in (8, 9, 10):
        set_slider(explorer, 0, value)
    wait(lambda: "x = 10" in spoken.inner_text(), what="the words for a screen reader")
    assert spoken.inner_text() == image.get_attribute("alt")
    assert page.evaluate("window.said") < 3


def test_an_error_stands_below_the_picture_and_goes_away(lesson, page):
    lesson.run_all()
    explorer = page.locator(".helpers-explorer")
    picture = explorer.locator("img").get_attribute("src")
    set_slider(explorer, 0, 7)
    wait(lambda: explorer.locator("[role=alert]").count() == 1, what="the error")
    assert "no <7> here" in explorer.locator("[role=alert]").inner_text()
    assert explorer.locator("img").get_attribute("src") == picture
    set_slider(explorer, 0, 8)
    wait(lambda: explorer.locator("[role=alert]").count() == 0, what="the error's end")


def test_widths_and_distances(lesson, page):
    lesson.run_all()
    widths = page.evaluate(
        """() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map(e => e.getBoundingClientRect())
              .map(({left, right, width}) => [Math.round(left), Math.round(right), Math.round(width)])"""
    )
    assert len(set(map(tuple, widths))) == 1 and widths[0][2] < 1100  # one column
    printed, figure = page.locator(".jp-Cell:nth-child(3) .jp-OutputArea-child").all()
    gap = figure.bounding_box()["y"] - printed.bounding_box()["y"] - printed.bounding_box()["height"]
    assert gap >= 8


def test_an_answer_opens_and_stands_apart_from_the_next_question(lesson, page):
    answer, following = page.locator(".jp-MarkdownCell details"), page.locator("p", has_text="Another question?")
    words = answer.locator("summary")
    assert words.evaluate("e => getComputedStyle(e).cursor") == "pointer" and words.bounding_box()["width"] < 200
    words.click()
    box = answer.bounding_box()
    assert answer.get_by_text("An answer.").is_visible()
    assert following.bounding_box()["y"] - box["y"] - box["height"] >= 8
    code = answer.locator("pre")
    assert code.bounding_box()["height"] < 40 and code.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_themes(lesson, page, theme):
    """Texts can be read, and a figure has the page's ground."""
    lesson.run_all()
    lesson.theme(theme)
    page.get_by_role("button", name="Sample digit").click()
    wait(lambda: (page.locator(".helpers-pad svg").get_attribute("aria-label") or "").startswith("Read as"), what="a reading")
    assert page.evaluate(PALE) == []
    for image in page.locator(".jp-OutputArea img.helpers-figure").all():
        around, ground = hues(page, image)
        assert max(abs(a - b) for a, b in zip(around, ground, strict=True)) <= 3, (around, ground)
    assert sum(around) > 700 if theme == "Light" else sum(around) < 100
    lesson.theme("Light")


def test_notebook_7_shows_the_same_page(server, page):
    page.problems.clear()
    page.goto(f"{server}/notebooks/page.ipynb")
    page.wait_for_selector(".jp-Notebook.helpers-page .jp-OutputArea img")
    assert page.evaluate(NAMELESS) == []
    assert page.locator(".jp-OutputArea img").count() == 5 and page.locator(".jp-OutputPlaceholder").count() == 1
    explorer = page.locator(".jp-Cell").filter(has_text="def figure")
    explorer.click()
    page.keyboard.press("Escape")
    page.locator(".jp-Cell").filter(has_text="from helpers import plots").locator(".jp-InputPrompt").click()
    for _ in range(3):
        page.keyboard.press("Shift+Enter")
    page.wait_for_selector(".helpers-explorer .noUi-handle[aria-label='a number']")
    assert page.evaluate(NAMELESS) == []
