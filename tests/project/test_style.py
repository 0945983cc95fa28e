"""Code style, spelling, wording, and nothing in the tree that belongs to one computer."""

import re
import subprocess
import sys

import lesson_checks
import pytest
import tree
from test_links import markdown_of

CODE = [name for name in ("src", "tests", "tools", "benchmarks", "data", "conftest.py", "jupyter") if (tree.ROOT / name).exists()]
DOCUMENTS = [name for name in tree.files() if name.endswith(".md") and not name.startswith("notebooks/")]
MOST_BYTES = 5_000_000
BYTES = re.compile(r"[A-Za-z0-9+/]{200,}={0,2}")  # as text; by chance they spell anything


def run(*arguments, cwd=tree.ROOT):
    result = subprocess.run([sys.executable, "-m", *arguments], cwd=cwd, capture_output=True, encoding="utf-8")
    return result.returncode, result.stdout + result.stderr


def test_ruff():
    code, text = run("ruff", "check", "--no-cache", "--output-format=concise", *CODE)
    assert code == 0, text


def test_codespell():
    names = [name for name in tree.files() if name.endswith((".md", ".py", ".toml", ".yml"))]
    code, text = run("codespell_lib", *names)
    assert code == 0, text


@pytest.mark.parametrize(
    ("command", "text", "expected"),
    [
        (("ruff", "check", "--no-cache", "--config", str(tree.ROOT / "pyproject.toml")), "import os\n", "F401"),
        (("codespell_lib", "--toml", str(tree.ROOT / "pyproject.toml")), "# a sen" + "tense\n", "==> sentence"),
    ],
)
def test_style_tools_find_faults(command, text, expected, tmp_path):
    (tmp_path / "bad.py").write_text(text, encoding="utf-8")
    code, output = run(*command, str(tmp_path / "bad.py"))
    assert code != 0 and expected in output


@pytest.mark.parametrize("name", DOCUMENTS)
def test_wording(name):
    assert lesson_checks.prose_problems(markdown_of(name)) == []


def leaks(text):
    """The lines that name a path of one computer or the address of a package registry; pictures' bytes do not count."""
    text = BYTES.sub("", text)
    return [line.strip()[:90] for line in text.splitlines() if lesson_checks.MACHINE.search(line)]


def test_nothing_belongs_to_one_computer():
    found = {name: lines for name in tree.files() if (text := tree.read(name)) is not None and (lines := leaks(text))}
    assert found == {}


def test_leaks_are_found():
    places = ("cd ", "work", "main"), ("", "root", "x"), ("https:", "", "host", "simple", "numpy"), ("", "packages", "0a", "x")
    for line in ("--index" + "-url", *map("/".join, places)):
        assert leaks(f"fine\n{line}\nfine") == [line]
    assert leaks('"iVBORw' + "/".join(("Q", "work", "main")) * 20 + '="') == []
    assert leaks("a simple /path to/work, packages/ab, indexurl") == []


def test_nothing_is_too_large():
    sizes = {name: (tree.ROOT / name).stat().st_size for name in tree.files()}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
