"""Every link and picture that stays inside the project leads somewhere."""

import json
import posixpath
import re
from urllib.parse import unquote

import pytest
import tree
from markdown_it import MarkdownIt

TWINS = "notebooks/text/"  # what stands there is in the notebooks, too, and its links count from where those are
PAGES = [name for name in tree.files() if name.endswith((".md", ".ipynb")) and not name.startswith(TWINS)]
PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
HTML_TARGET = re.compile(r"<(?:a|img|source)\b[^>]*?\b(?:href|src)\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE | re.DOTALL)
HTML_ANCHOR = re.compile(r"<[^>]+\b(?:id|name)\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def tokens_of(markdown):
    for token in PARSER.parse(markdown):
        yield token
        yield from token.children or ()


def targets(markdown):
    """What a Markdown text links to or shows, in its own syntax or in HTML; code does not count."""
    for token in tokens_of(markdown):
        if token.type in ("link_open", "image"):
            yield token.attrs.get("href", token.attrs.get("src"))
        elif token.type in ("html_block", "html_inline"):
            yield from HTML_TARGET.findall(token.content)


def anchors(markdown, notebook=False):
    """The names by which a page's headings can be reached: GitHub's and, in a notebook, also JupyterLab's."""
    found, tokens = set(), PARSER.parse(markdown)
    for opening, inline in zip(tokens, tokens[1:], strict=False):
        if opening.type == "heading_open":
            text = "".join(t.content for t in inline.children if t.type in ("text", "code_inline"))
            found.add(re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-"))
            if notebook:
                found.add(text.replace(" ", "-"))
    for token in tokens_of(markdown):
        if token.type in ("html_block", "html_inline"):
            found.update(HTML_ANCHOR.findall(token.content))
    return found


def markdown_of(name):
    """A page's Markdown: the file, or a notebook's Markdown cells."""
    text = tree.read(name)
    if name.endswith(".ipynb"):
        cells = json.loads(text)["cells"]
        text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    elif text.startswith("---\n"):  # the header of a text twin
        text = text.partition("\n---\n")[2]
    return text


def broken(name, markdown, names, read=markdown_of):
    """The targets in a page called name that lead nowhere, given the names of all files."""
    found = []
    for target in targets(markdown):
        if ELSEWHERE.match(target):
            continue
        path, _, anchor = unquote(target).partition("#")
        full = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        a_folder = full == "." or any(file.startswith(full + "/") for file in names)
        if full not in names and not a_folder:
            found.append(f"{target}: there is no {full}")
        elif anchor and full.endswith((".md", ".ipynb")):
            text = markdown if full == name else read(full)
            # A text twin has its notebook's links.
            if anchor not in anchors(text, notebook=full.startswith("notebooks/")):
                found.append(f"{target}: {full} has no heading for #{anchor}")
    return found


def test_there_are_pages():
    assert {"README.md", "docs/CONTRIBUTING.md", "docs/INSTRUCTORS.md"} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_links(name):
    assert broken(name, markdown_of(name), set(tree.files())) == []


IN_WORDS = re.compile(r"(?<![\w./:-])((?:tests|tools|notebooks|src|docs|benchmarks|jupyter)/[\w./-]*\w/?)")


def missing_places(markdown, names):
    """The files and folders that a page names in code and that are not there; NN_name and the like mean any."""
    code = "\n".join(token.content for token in tokens_of(markdown) if token.type in ("code_inline", "code_block", "fence"))
    found = {place.rstrip("/") for place in IN_WORDS.findall(code) if not re.search(r"NN|NAME|_K\b|\.\.", place)}
    return sorted(p for p in found if p not in names and not any(n.startswith(p + "/") for n in names))


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".md") and not name.startswith("notebooks/")])
def test_places_named_in_words(name):
    assert missing_places(markdown_of(name), set(tree.files())) == []


def test_missing_places_are_found():
    page = "`tests/b.py`, `tests/a.py`, `tests/`\n\n    python tools/no.py docs/x\n\n`tests/NN_name/b.py`; tests/no.py in words"
    assert missing_places(page, {"tests/a.py", "tools/yes.py", "docs/x/y.md"}) == ["tests/b.py", "tools/no.py"]


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        ("[a](b.md) ![b](../pictures/b.png) <https://example.org> [web](https://example.org/x.md)", 0),
        ("[a](b.md#the-1st-part) [b](#here) [c](../)\n\n## Here", 0),
        ("```\n[a](none.md)\n```\n\n`[a](none.md)`", 0),
        ("[a](none.md)", 1),
        ("![a](none.png)", 1),
        ("| a |\n|---|\n| [a](none.md) |", 1),
        ("<img src='none.png'> and\n\n<a href=\"none.md\">a</a>", 2),
        ("[a](b.md#nowhere)", 1),
        ("[a](#nowhere)", 1),
        ("[a](B.md)", 1),
        ("[a](../../b.md)", 1),
    ],
)
def test_broken(markdown, count):
    names = {"docs/a.md", "docs/b.md", "pictures/b.png", "README.md"}
    read = {"docs/b.md": "## The 1st part?"}.get
    assert len(broken("docs/a.md", markdown, names, read)) == count


def test_anchors_of_a_notebook():
    assert anchors("## How small is `h`?", notebook=True) == {"how-small-is-h", "How-small-is-h?"}
