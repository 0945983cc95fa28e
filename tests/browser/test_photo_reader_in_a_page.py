"""The photo reader in a real browser, in a notebook: files are chosen, a path is typed, a list turns back."""

import json

import pytest
from browser import Lesson, jupyter_lab
from browser import chromium as chromium_page
from moves import NAMELESS, PALE, wait

from helpers.datasets import draw_pets

CODE = [
    "from helpers import widgets\n",
    "from helpers.networks import VGG\n",
    "widgets.photo_reader(VGG((3, 16, 16), ((1, 3),), 4, 2, 0), ['cat', 'dog'], 16)",
]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    draw_pets(folder, 4, 48)
    (folder / "notes.txt").write_text("no picture", encoding="utf8")
    cell = {"cell_type": "code", "id": "reader", "metadata": {}, "source": CODE, "outputs": [], "execution_count": None}
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    page = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "reader.ipynb").write_text(json.dumps(page), encoding="utf8")
    return folder


def test_pictures_are_read(notebook, chromium):
    with jupyter_lab(notebook) as address, chromium_page(1280) as page:
        lesson = Lesson(page, address, "reader.ipynb")
        assert lesson.run_all() == []
        reader = page.locator(".helpers-photo-reader")
        wait(lambda: reader.locator("img").count() == 1, what="the reader's picture")

        def says(words, what):
            wait(lambda: words in reader.inner_text(), what=what)

        def shows(words, what):
            wait(lambda: words in reader.locator("img").get_attribute("alt"), what=what)

        shows("Four empty frames", "the empty frames")
        files = [notebook / "cat" / "cat_0000.png", notebook / "notes.txt", notebook / "dog" / "dog_0001.png"]
        with page.expect_file_chooser() as chooser:
            reader.get_by_role("button", name="Choose pictures").click()
        chooser.value.set_files(files)
        shows("cat_0000.png: a picture of 48 × 48 pixels", "the first picture")
        says("notes.txt: it holds text", "the sentence about the text")
        says("cat_0000.png: read as", "the reading")

        reader.get_by_role("combobox").select_option(label="dog_0001.png")
        shows("dog_0001.png", "the other picture")
        path = reader.get_by_role("textbox")
        path.focus()
        path.fill("cat/cat_0001.png")
        path.press("Enter")
        shows("cat_0001.png", "the picture of the path")
        path.fill("cat/cat_0009.png")
        path.press("Enter")
        says("there is no such file", "the sentence about the path")
        assert page.evaluate(NAMELESS) == [] and page.evaluate(PALE) == []
