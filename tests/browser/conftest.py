"""A server and a browser for the tests of one file."""

import pytest
from browser import Lesson, jupyter_lab
from browser import chromium as chromium_page


@pytest.fixture(scope="module")
def server(chromium):
    with jupyter_lab() as address:
        yield address


@pytest.fixture(scope="module")
def page(chromium):
    with chromium_page(1280) as page:
        yield page


@pytest.fixture(scope="module")
def open_lesson(server, page):
    """open_lesson(path) opens a notebook below notebooks/, named without its ending."""

    def run(name):
        page.problems.clear()
        return Lesson(page, server, f"notebooks/{name}.ipynb")

    return run
