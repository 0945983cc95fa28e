"""How the exercises' feedback looks in a real browser, in both themes: right, not right yet and not done yet, words and code."""

import nbformat
import pytest
import refresh_notebooks
from browser import Lesson, jupyter_lab
from nbconvert import HTMLExporter

CELLS = [
    "import numpy as np\nfrom helpers.marking import attempt, compare, require, summary\nx = np.arange(6.0).reshape(2, 3) / 8",
    '# Check task 1\n\ndef check_two(answer):\n    compare("two(x)", answer, 2)\n\n\nattempt("1", check_two, 2)',
    '# Check task 2\n\nattempt("2", check_two, 3)',
    '# Check task 3\n\nattempt("3", check_two, None)',
    '# Check task 4\n\nattempt("4", lambda f: f(), lambda: x / x.sum(axis=1))',
    '# Check task 5\n\nattempt("5", lambda y: require(False, f"`y` should be\\n{x}\\nand is\\n{y}\\nfor $a$ or $b$."), 2 * x)',
    "summary()",
]
WORDS = ["✓ right", "✗ not right yet", "○ not done yet", "✗ not right yet", "✗ not right yet"]

# The contrast of each text on the cards with the ground that it really has, where half transparent grounds lie on one another.
CONTRAST = """() => {
    const parse = colour => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
    const over = ([r, g, b, a], ground) => [r, g, b].map((v, i) => a * v + (1 - a) * ground[i]);
    const ground = element => !element ? [255, 255, 255]
        : over(parse(getComputedStyle(element).backgroundColor), ground(element.parentElement));
    const light = rgb => rgb.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
    const found = [];
    for (const card of document.querySelectorAll('.helpers-outcome')) {
        const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const element = walker.currentNode.parentElement, under = ground(element);
            if (walker.currentNode.data.trim())
                found.push([walker.currentNode.data.trim(), ratio(over(parse(getComputedStyle(element).color), under), under)]);
        }
        const bar = parse(getComputedStyle(card).borderLeftColor).slice(0, 3);
        found.push(['the bar', 1.5 * ratio(bar, ground(card.parentElement))]);
    }
    return found;
}"""  # a bar is no text: 3 to 1 is enough for it

MONOSPACE = "element => getComputedStyle(element).fontFamily.includes('monospace')"


@pytest.fixture(scope="module")
def notebook():
    """A notebook with each outcome, run, its cells that check folded."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    for cell in notebook.cells[1:-1]:
        cell.metadata = {"jupyter": {"source_hidden": True}}
    return notebook


@pytest.fixture(scope="module")
def folder(chromium, notebook, tmp_path_factory):
    folder = tmp_path_factory.mktemp("outcomes")
    refresh_notebooks.run(notebook, folder)
    refresh_notebooks.write(refresh_notebooks.clean(notebook), folder / "page.ipynb")
    return folder


@pytest.fixture(scope="module")
def server(folder):
    with jupyter_lab(folder) as address:
        yield address


def faint(page):
    """Texts on the cards that cannot be read well; there are cards."""
    found = page.evaluate(CONTRAST)
    assert len(found) > 30 and page.locator(".helpers-outcome").count() == 6
    return [(text, round(ratio, 2)) for text, ratio in found if ratio < 4.5]


def said(page):
    """The first lines of the cards, as they are read."""
    return [text.splitlines()[0].replace("\xa0", " ") for text in page.locator(".helpers-outcome").all_inner_texts()]


def titles():
    return [f"Task {task}  {word}" for task, word in enumerate(WORDS, start=1)] + ["1 of 5 checked tasks done"]


@pytest.mark.parametrize("width", [1280, 800])
def test_outcomes_in_jupyterlab(server, page, width):
    page.problems.clear()
    page.set_viewport_size({"width": width, "height": 900})
    lesson = Lesson(page, server, "page.ipynb")
    assert lesson.run_all() == [] and said(page) == titles() and page.problems == []
    for theme in ("Dark", "Light"):
        lesson.theme(theme)
        assert faint(page) == []
    bars = page.locator(".jp-InputPlaceholder").all_inner_texts()
    assert [bar.strip() for bar in bars] == [f"# Check task {task}" for task in range(1, 6)]
    stopped, story = page.locator(".helpers-outcome").nth(3), page.locator(".helpers-outcome").nth(4)
    assert not any(line.evaluate(MONOSPACE) for line in stopped.locator("div").all())
    assert all(code.evaluate(MONOSPACE) for code in stopped.locator("code").all()) and stopped.locator("code").count() == 3
    tables = story.locator("pre")
    assert [table.evaluate(MONOSPACE) for table in tables.all()] == [True, True]
    assert "[[0.    0.125 0.25 ]\n [0.375 0.5   0.625]]" in tables.first.inner_text()
    assert "for $a$ or $b$" in story.inner_text(), "two dollar signs were taken for a formula"
    assert page.evaluate("[...document.querySelectorAll('.helpers-outcome')].every(e => e.scrollWidth <= e.clientWidth + 1)")


@pytest.mark.parametrize("place", ["lab/tree", "notebooks"])
def test_saved_outcomes_of_a_page_that_is_not_trusted(server, page, place):
    """JupyterLab and Notebook 7 take a part of the style away; what is left can be read as well."""
    page.goto(f"{server}/{place}/page.ipynb")
    page.wait_for_selector(".helpers-outcome >> nth=5")
    assert said(page) == titles() and faint(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_outcomes_in_a_page_made_by_nbconvert(notebook, folder, page, theme):
    text, _ = HTMLExporter(theme=theme).from_notebook_node(notebook)
    page.route("**/*", lambda route: route.abort())  # MathJax and others from the network
    page.set_content(text, wait_until="domcontentloaded")
    assert said(page) == titles() and faint(page) == []
    page.unroute("**/*")


def test_outcomes_in_a_page_that_knows_none_of_the_variables(notebook, folder, page):
    cards = [output.data["text/html"] for cell in notebook.cells for output in cell.outputs]
    page.set_content("".join(cards))
    assert said(page) == titles() and faint(page) == []
    assert not page.locator(".helpers-outcome").first.evaluate(MONOSPACE)
    assert page.locator("pre").first.evaluate(MONOSPACE)
