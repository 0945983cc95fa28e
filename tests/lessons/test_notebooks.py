"""Every lesson as it is saved: in step with its text twin, run, described, and in the course's shape."""

import copy

import lesson_checks as checks
import nbformat
import pytest
import refresh_notebooks
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

LESSONS = refresh_notebooks.lessons()
NAMES = [path.stem for path in LESSONS]
by_lesson = pytest.mark.parametrize("path", LESSONS, ids=NAMES)


def read(path):
    return nbformat.read(path, as_version=4)


def test_there_are_lessons():
    assert "00_start_here" in NAMES


@by_lesson
def test_twin_is_in_step(path):
    found = refresh_notebooks.check(path)
    mend = f".venv/bin/python tools/refresh_notebooks.py {path.stem}"
    assert not found, f"{path.stem} and its text twin differ: {'; '.join(found)}. If the twin is right, run: {mend}"


@by_lesson
def test_twin_says_where_the_two_lie(path):
    """Otherwise JupyterLab, when it saves the lesson, writes a second twin beside the notebook."""
    assert refresh_notebooks.read_twin(path).metadata.jupytext.formats == "ipynb,text//md:myst"


@by_lesson
@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_lesson(path, check):
    assert check(read(path)) == []


@by_lesson
def test_links_to_neighbours(path):
    assert checks.missing_neighbours(read(path), path.stem, NAMES) == []


# The checks themselves: a small lesson that passes all of them, and for each check the ways to break it.


def good():
    png = new_output("display_data", {"image/png": "iVBORw0=", "text/plain": "A line rises."})
    png.metadata = {"image/png": {"alt": "A line rises from left to right."}}
    printed = new_output("stream", name="stdout", text="1\n")
    notebook = new_notebook(
        metadata=copy.deepcopy(refresh_notebooks.METADATA),
        cells=[
            new_markdown_cell("# A lesson\n\nWhy care?\n\n![A map of the course](map.png)"),
            new_markdown_cell("**What you’ll do** · a\n**What you'll learn** · b\n**What you'll need** · c, $3! = 6$"),
            new_code_cell("import math\nimport numpy as np\nfrom helpers import plots", execution_count=1),
            new_code_cell("a != b", execution_count=2, outputs=[png, printed]),
            new_markdown_cell("**Predict first.** How much is it?"),
            new_code_cell("print(1)", execution_count=3, outputs=[printed], metadata={"jupyter": {"outputs_hidden": True}}),
            new_markdown_cell("Here you are on your own.\n\n## On your own\n\n**A.** Turn it.\n\n**B. More.** Turn back."),
            new_markdown_cell("## Check yourself\n\n<details><summary>Answer</summary>Yes, `not a!`.</details>"),
            new_markdown_cell("## What you built\n\n[Before](04_b.ipynb) · [Next](./06_d.ipynb#top)"),
        ],
    )
    return notebook


def cell(source, where=-1, output=None, **metadata):
    """A change that puts a cell into the notebook: Markdown, or code when there is an output."""

    def change(nb):
        if output is None:
            nb.cells.insert(where, new_markdown_cell(source))
        else:
            new = new_code_cell(source, execution_count=4, outputs=[output] if output else [], metadata=metadata)
            nb.cells.insert(where, new)

    return change


def edit(number, old, new):
    def change(nb):
        assert old in nb.cells[number].source
        nb.cells[number].source = nb.cells[number].source.replace(old, new)

    return change


def shows(**data):
    return new_output("display_data", {name.replace("_", "/"): value for name, value in data.items()})


def attribute(number, name, value):
    return lambda nb: setattr(nb.cells[number], name, value)


def prints(text, name="stdout"):
    return cell("print(x)", output=new_output("stream", name=name, text=text))


ERROR = new_output("error", ename="ValueError", evalue="no", traceback=["no"])
BREAKS = {
    "was_run_in_order": [attribute(2, "execution_count", None), attribute(3, "execution_count", 7)],
    "has_code": [lambda nb: setattr(nb, "cells", [c for c in nb.cells if c.cell_type == "markdown"])],
    "stepped_aside_nowhere": [prints(f"{checks.MARK} it needs PyTorch.")],
    "has_no_errors": [cell("f()", output=ERROR)],
    "has_no_stderr": [prints("careful", name="stderr")],
    "saves_no_widgets": [
        cell("f()", output=new_output("display_data", {checks.WIDGET_VIEW: {}, "text/plain": "Run this cell."})),
        lambda nb: nb.metadata.update(widgets={}),
    ],
    "has_short_cells": [cell("x = 1\n" * (checks.MOST_LINES_OF_CODE + 1), output={})],
    "has_narrow_code": [cell("x = 1  # " + "x" * (checks.MOST_COLUMNS_OF_CODE - 8), output={})],
    "has_short_outputs": [prints("x\n" * (checks.MOST_LINES_OF_OUTPUT + 1)), cell("x", output=shows(text_plain="x\n" * 99))],
    "describes_figures": [
        attribute(3, "outputs", [shows(image_png="iVBORw0=")]),
        lambda nb: nb.cells[3].outputs[0].metadata["image/png"].update(alt="figure"),
        cell("f()", output=new_output("display_data", {"image/svg+xml": "<svg><path/></svg>"})),
        cell("f()", output=shows(text_html="<img alt='a figure' src='data:image/png;base64,iVB'>")),
        cell("f()", output=shows(text_html="<img class='helpers-figure' src='data:image/png;base64,iVB'>")),
    ],
    "describes_images": [
        cell("![](map.png)"),
        cell("<img src='map.png'>"),
        cell('<img alt="" src="map.png">'),
        cell("f()", output=shows(text_html="<img src='data:x'>")),
    ],
    "names_kernel": [lambda nb: nb.metadata.kernelspec.update(name="venv"), lambda nb: nb.metadata.pop("kernelspec")],
    "names_no_machine": [
        cell("/".join(("data in ", "work", "main"))),
        prints("/".join(("saved to ", "root", "x.npz"))),
        prints("saved to /home/ada/x.npz"),
        cell("x = 'C:\\\\Users\\\\ada'", output={}),
        prints("--index" + "-url"),
    ],
    "loads_nothing_remote": [
        cell("![a map](https://example.org/map.png)"),
        cell("<img alt='a map' src='//example.org/map.png'>"),
        cell("<style>@import 'x.css'</style>"),
        cell("<link rel=stylesheet href=https://example.org/x.css>"),
        cell("f()", output=shows(text_html="<script src='https://example.org/x.js'></script>")),
        cell("x = 'background: url(https://example.org/x.png)'", output={}),
    ],
    "sounds_friendly": [
        cell("Well done!"),
        cell("It is **right**!"),
        cell("We simply add."),
        cell("Obviously, it rises."),
        cell("Just do it again."),
        cell("<details><summary>Answer</summary>Yes! It does.</details>"),
    ],
    "begins_with_title": [lambda nb: nb.cells.pop(0), edit(0, "# A lesson", "A lesson"), cell("# Another title")],
    "has_box": [edit(1, "you’ll do", "do"), edit(1, "What you'll need", "Needs"), lambda nb: nb.cells.pop(1)],
    "opens_in_order": [
        edit(0, "Why care?\n\n", ""),
        edit(0, "![A map of the course](map.png)", ""),  # then the first picture stands below the box
        lambda nb: nb.cells.insert(0, nb.cells.pop(1)),
    ],
    "folds_predictions": [
        lambda nb: nb.cells[5].metadata.pop("jupyter"),
        lambda nb: nb.cells[5].metadata.jupyter.update(outputs_hidden=False),
        cell("f()", where=6, output=new_output("stream", name="stdout", text="2\n")),
    ],
    "heads_own_tasks": [
        edit(6, "## On your own", "### On your own"),
        edit(6, "**A.** Turn", "Turn"),
        edit(6, "**B. More.**", "**More.**"),
        edit(6, "**A.** Turn", "**A** · Turn"),
        edit(6, "## On your own", "**On your own.** Turn."),
        edit(6, "## On your own", "## On Your Own"),
        cell("## On your own"),
        lambda nb: nb.cells.pop(6),
    ],
    "asks_questions": [edit(7, "Check yourself", "Questions"), edit(7, "<details>", "<div>")],
    "closes_folds": [edit(7, "</details>", ""), edit(7, "<summary>Answer</summary>", "")],
    "says_what_was_built": [edit(8, "What you built", "The end")],
    "imports_little": [
        cell("import torch", output={}),
        cell("if x:\n    from scipy.signal import convolve", output={}),
        cell("from helpers.layers import *", output={}),
        cell("from . import x", output={}),
        cell("x = = 1", output={}),
    ],
}
EVERY_BREAK = [
    pytest.param(name, change, id=f"{name}-{number}") for name, changes in BREAKS.items() for number, change in enumerate(changes)
]


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_check_accepts_a_good_lesson(check):
    nbformat.validate(good())
    assert check(good()) == []


def test_every_check_is_tried():
    assert set(BREAKS) == {check.__name__ for check in checks.CHECKS}


@pytest.mark.parametrize(("name", "change"), EVERY_BREAK)
def test_check_finds(name, change):
    notebook = good()
    change(notebook)
    assert getattr(checks, name)(notebook) != []


def test_bytes_in_pictures_are_not_read():
    """By chance they spell anything, also a place on a computer; the address of a picture elsewhere is still seen."""
    notebook = good()
    data = "data:image/png;base64,iVBOR" + "/".join(("", "work", "main")) * 2
    cell("f()", output=shows(text_html=f"<img alt='Bars rise from left to right.' src='{data}'>"))(notebook)
    assert checks.names_no_machine(notebook) == [] and checks.describes_figures(notebook) == []


def test_a_lesson_that_steps_aside_may_import_the_frameworks():
    notebook = good()
    cell("import keras\nfrom torch import nn", output={})(notebook)
    assert len(checks.imports_little(notebook)) == 2
    cell("frameworks.step_aside_without('torch', 'keras')", where=2, output={})(notebook)
    assert checks.imports_little(notebook) == []
    cell("import tensorflow", output={})(notebook)
    assert len(checks.imports_little(notebook)) == 1


def test_lines_of_exactly_the_most_columns_are_fine():
    notebook = good()
    cell("x" * checks.MOST_COLUMNS_OF_CODE, output={})(notebook)
    assert checks.has_narrow_code(notebook) == []


def test_expected_errors_are_welcome():
    notebook = good()
    cell("f()", output=ERROR, tags=["raises-exception"])(notebook)
    assert checks.has_no_errors(notebook) == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["04_b", "05_c", "06_d"], []),
        (["05_c", "06_d"], []),
        (["05_c"], []),
        (["03_a", "05_c", "06_d"], ["the last cell has no link to 03_a.ipynb"]),
        (["04_b", "05_c", "09_e"], ["the last cell has no link to 09_e.ipynb"]),
    ],
)
def test_neighbours(names, expected):
    assert checks.missing_neighbours(good(), "05_c", names) == expected


def test_neighbours_stand_in_the_last_cell():
    notebook = good()
    notebook.cells.append(new_markdown_cell("Bye."))
    assert len(checks.missing_neighbours(notebook, "05_c", ["04_b", "05_c", "06_d"])) == 2
