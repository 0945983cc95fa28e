"""The command that brings lessons up to date, tried on small lessons in a folder of their own."""

import nbformat
import pytest
import refresh_notebooks as refresh

TWIN = """\
---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  name: python3
---

# A lesson

```{code-cell} ipython3
import ipywidgets
import os

print("cwd", os.path.basename(os.getcwd()), "bars", os.environ.get("TQDM_DISABLE"))
ipywidgets.IntSlider()
```

```{code-cell} ipython3
:tags: [nbval-ignore-output]

1 + 1
```
"""


@pytest.fixture
def lesson(tmp_path):
    path = tmp_path / "01_small.ipynb"
    twin = refresh.twin_of(path)
    twin.parent.mkdir()
    twin.write_text(TWIN, encoding="utf-8")
    return path


def change_twin(path, old, new):
    twin = refresh.twin_of(path)
    text = twin.read_text(encoding="utf-8")
    assert old in text
    twin.write_text(text.replace(old, new), encoding="utf-8")


def test_refresh_makes_runs_and_cleans(lesson):
    refresh.refresh(lesson)
    notebook = nbformat.read(lesson, as_version=4)
    title, first, second = notebook.cells
    assert (first.execution_count, second.execution_count) == (1, 2)
    assert f"cwd {lesson.parent.name} bars 1\n" == first.outputs[0].text
    assert list(first.outputs[1].data) == ["text/plain"]
    assert second.outputs[0].data["text/plain"] == "2"
    assert second.metadata == {"tags": ["nbval-ignore-output"]} and first.metadata == {}
    assert notebook.metadata == refresh.METADATA
    assert refresh.check(lesson) == []
    assert [path.name for path in lesson.parent.iterdir() if path.name.startswith(".")] == []


def test_of_a_slider_its_still_and_its_words_stay(lesson):
    """A figure under a slider is saved as the picture at the start; the live view works in a running kernel only."""
    still = {"text/html": "<img alt=x>", "text/plain": "A slider."}
    change_twin(lesson, "1 + 1", f"display({({refresh.WIDGET_VIEW: {}} | still)}, raw=True)")
    refresh.refresh(lesson)
    assert nbformat.read(lesson, as_version=4).cells[2].outputs[0].data == still


def test_of_photographs_their_words_alone_stay(lesson):
    """Pictures whose licence does not let them be handed on are shown to who runs the cell, and not saved."""
    shown = {"text/html": "<img alt=x>", "image/png": "iVBORw0=", "text/plain": "Two cats."}
    change_twin(lesson, ":tags: [nbval-ignore-output]", ":tags: [nbval-ignore-output, photographs]")
    change_twin(lesson, "1 + 1", f"display({shown}, raw=True)\nprint(3)")
    refresh.refresh(lesson)
    picture, printed = nbformat.read(lesson, as_version=4).cells[2].outputs
    assert picture.data == {"text/plain": "Two cats."} and printed.text == "3\n"


def test_ids_and_bytes_survive(lesson):
    refresh.refresh(lesson)
    before, ids = lesson.read_bytes(), [cell.id for cell in nbformat.read(lesson, as_version=4).cells]
    refresh.refresh(lesson)
    assert lesson.read_bytes() == before
    change_twin(lesson, "# A lesson\n", "# A lesson\n\n+++\n\nA new cell.\n")
    refresh.refresh(lesson)
    after = [cell.id for cell in nbformat.read(lesson, as_version=4).cells]
    assert [after[0], *after[2:]] == ids and after[1] not in ids


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("# A lesson", "# Another lesson", "cell 1 differs in source: # Another lesson"),
        ("1 + 1", "1 + 2", "cell 3 differs in source: 1 + 2"),
        (":tags: [nbval-ignore-output]\n", "", "cell 3 differs in tags: 1 + 1"),
        (":tags: [nbval", ":jupyter: {source_hidden: true}\n:tags: [nbval", "cell 3 differs in jupyter: 1 + 1"),
        (":tags: [nbval", ":nbgrader: {points: 2}\n:tags: [nbval", "cell 3 differs in nbgrader: 1 + 1"),
        ("```{code-cell} ipython3\nimport", "```python\nimport", "the text twin has 2 cells, the notebook 3"),
    ],
)
def test_check_sees(lesson, old, new, expected):
    refresh.write(refresh.merge(refresh.read_twin(lesson), None), lesson)
    assert refresh.check(lesson) == []
    change_twin(lesson, old, new)
    assert expected in refresh.check(lesson)


def test_check_misses_a_file(lesson):
    assert refresh.check(lesson) == ["01_small.ipynb is missing"]


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("import sys; print('careful', file=sys.stderr)", "cell 3 wrote to stderr:\ncareful"),
        ("print('This cell steps aside: it needs PyTorch.')", "cell 3 stepped aside, so its output would be lost"),
    ],
)
def test_a_failing_lesson_stays_as_it_was(lesson, cell, message):
    refresh.write(refresh.merge(refresh.read_twin(lesson), None), lesson)
    before = lesson.read_bytes()
    change_twin(lesson, "1 + 1", cell)
    with pytest.raises(refresh.RefreshError, match=message):
        refresh.refresh(lesson)
    assert lesson.read_bytes() == before
    assert len(list(lesson.parent.iterdir())) == 2


def test_lessons_are_chosen_by_number_name_or_file(tmp_path):
    (tmp_path / "text").mkdir()
    for name in ("text/00_start.md", "00_start.ipynb", "text/05_b.md", "text/README.md", "zz_try.ipynb"):
        (tmp_path / name).touch()
    first, second = tmp_path / "00_start.ipynb", tmp_path / "05_b.ipynb"
    assert refresh.chosen([], tmp_path) == [first, second]
    assert refresh.chosen(["05"], tmp_path) == [second]
    assert refresh.chosen(["notebooks/05_b.md", "00_start"], tmp_path) == [second, first]
    with pytest.raises(refresh.RefreshError, match="no lesson called '07'"):
        refresh.chosen(["07"], tmp_path)
