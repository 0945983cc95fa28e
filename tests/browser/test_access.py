"""axe-core, a checker of what screen readers and keyboards need, finds no fault with the course's widgets and figures.

JupyterLab's own page is not ours: only the outputs of cells are looked at, and the widgets in them.
"""

import pytest
from browser import Lesson, jupyter_lab
from moves import set_slider, wait
from small_page import CELLS, write_page

MORE = [
    """widgets.explore(
    lambda a, b: plots.tangent(x=5.0 + a), a=widgets.switch("a switch"), b=widgets.choice("a list", ["one", "two"])
)""",
    """from helpers.networks import VGG

widgets.photo_reader(VGG((3, 16, 16), ((1, 3),), 4, 2, 0), ["cat", "dog"], 16)""",
    "widgets.consulting_room()",
]
# What a hand can enter.
DRAWINGS = [
    "widgets.Workbench(load_digits())",
    "widgets.explore(plots.cog_wheels)",
    "widgets.explore(plots.neuron_graph)",
    "widgets.explore(plots.descent, lr=widgets.slider('rate', 0.01, 1.1, 0.3, step=0.01))",
    """import numpy as np

digit = load_digits().x_val[0].reshape(8, 8)
widgets.explore(lambda **moved: plots.kernel_explorer({"a digit": digit}, {"a slant": np.eye(3)}, **moved))""",
    """from helpers.datasets import DATA

weights = dict(np.load(DATA / "weights" / "two_layer_net_digits.npz"))
unit = widgets.choice("unit", [3, 4])
widgets.explore(lambda **moved: plots.digit_reader(load_digits().x_val[0], weights, **moved), unit=unit)""",
]
OURS = ".jp-OutputArea-output, .helpers-widget, .helpers-pad"


@pytest.fixture(scope="module")
def server(chromium, tmp_path_factory):
    with jupyter_lab(write_page(tmp_path_factory.mktemp("access"), [*CELLS[:-1], *MORE, *DRAWINGS, CELLS[-1]])) as address:
        yield address


@pytest.fixture(scope="module")
def lesson(server, page):
    return Lesson(page, server, "page.ipynb")


def faults(page):
    """What axe-core finds in the outputs of the page's cells: a list of sentences with the elements."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, {"include": [[OURS]]}).response
    assert len(found["passes"]) > 2, "axe-core has looked at hardly anything"
    return [f"{fault['id']} ({fault['help']}): {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_a_saved_page(lesson, page, theme):
    lesson.theme(theme)
    assert faults(page) == []


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_a_running_page(lesson, page, theme):
    assert lesson.run_all() == []
    lesson.theme(theme)
    page.get_by_role("button", name="Sample digit").first.click()
    wait(
        lambda: (page.locator(".helpers-pad svg").first.get_attribute("aria-label") or "").startswith("Read as"), what="a reading"
    )
    set_slider(page.locator(".helpers-explorer").first, 0, 7)
    wait(lambda: page.locator(".helpers-explorer [role=alert]").count() == 1, what="an error in words")
    assert faults(page) == []


def test_what_is_wrong_is_found(lesson, page):
    page.evaluate("document.querySelector('.helpers-widget img').removeAttribute('alt')")
    page.evaluate("document.querySelector('.helpers-explorer .noUi-handle').removeAttribute('aria-label')")
    found = faults(page)
    assert any(fault.startswith("image-alt") for fault in found)
    assert any("noUi-handle" in fault for fault in found)
