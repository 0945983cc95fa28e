"""Bring lessons up to date after their text twins were edited.

    .venv/bin/python tools/refresh_notebooks.py             all lessons
    .venv/bin/python tools/refresh_notebooks.py 05 09       these two
    .venv/bin/python tools/refresh_notebooks.py --check     only compare, run nothing

The twin (text/*.md) is what people edit. Its cells go into the notebook (.ipynb), where cells keep their ids; the notebook is
then run from top to bottom in a fresh kernel and saved with its outputs, without anything that would differ from one
run or computer to the next. A cell that fails, writes to stderr or steps aside, because the extra `frameworks` is not
installed, stops the refresh, and the notebook stays as it was.
"""

import argparse
import asyncio
import os
import re
import sys
import time
from pathlib import Path

import jupytext
import nbformat
from jupytext.combine import map_outputs_to_inputs
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError

from helpers.frameworks.stepping_aside import MARK
from helpers.writing import replacing

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
LESSON = re.compile(r"[0-9]{2}_\w+")
SECONDS_A_CELL = 600  # catches a cell that hangs, not a slow computer
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}
KEPT_CELL_METADATA = ("tags", "nbgrader", "jupyter")  # jupyter: whether a cell is folded
PHOTOGRAPHS = "photographs"  # the tag of a cell that shows other people's pictures: they are not saved, their alt text is


class RefreshError(Exception):
    """The lesson could not be refreshed; the message says why."""


def lessons(folder=NOTEBOOKS):
    """The notebooks of the lessons, in order, as paths; also those of which only the twin exists yet."""
    names = {path.stem for pattern in ("*.ipynb", "text/*.md") for path in folder.glob(pattern)}
    return [folder / f"{name}.ipynb" for name in sorted(names) if LESSON.fullmatch(name)]


def twin_of(path):
    """Where the text twin of the notebook at path is: a lesson's in the folder text/, an exercise's beside it."""
    if LESSON.fullmatch(path.parent.name):  # an exercise has a folder of its own
        return path.with_suffix(".md")
    return path.parent / "text" / f"{path.stem}.md"


def read_twin(path):
    """The text twin of the notebook at path, as a notebook without outputs."""
    return jupytext.read(twin_of(path), fmt="md:myst")


def differences(twin, notebook):
    """Where two notebooks differ in the type, source or kept metadata of a cell: a list of sentences, empty when in step."""

    def content(nb):
        return [(c.cell_type, c.source.strip(), *(c.metadata.get(name) or None for name in KEPT_CELL_METADATA)) for c in nb.cells]

    left, right = content(twin), content(notebook)
    found = []
    for number, (a, b) in enumerate(zip(left, right, strict=False), start=1):
        what = [name for name, x, y in zip(("type", "source", *KEPT_CELL_METADATA), a, b, strict=True) if x != y]
        if what:
            first_line = (a[1] or b[1] or "(empty)").splitlines()[0]
            found.append(f"cell {number} differs in {' and '.join(what)}: {first_line[:60]}")
            break
    if len(left) != len(right):
        found.append(f"the text twin has {len(left)} cells, the notebook {len(right)}")
    return found


def merge(twin, old):
    """The twin's cells with the ids that equal or similar cells had in the old notebook (which may be None)."""
    notebook = nbformat.v4.new_notebook(cells=twin.cells, metadata=METADATA)
    if old is not None:
        for cell, j in zip(notebook.cells, map_outputs_to_inputs(notebook.cells, old.cells), strict=True):
            if j is not None and "id" in old.cells[j]:
                cell["id"] = old.cells[j]["id"]
    for cell in notebook.cells:
        cell.setdefault("id", nbformat.v4.new_raw_cell()["id"])
    return notebook


def run(notebook, folder=NOTEBOOKS):
    """Execute all cells in a fresh kernel that starts in folder. Raises RefreshError when a cell fails."""
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        store_widget_state=False,
        coalesce_streams=True,
    )
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError) as error:
        raise RefreshError(str(error)) from None


def clean(notebook):
    """Take out of a notebook that has just run what differs between runs. Raises RefreshError where something went wrong."""
    notebook.metadata = nbformat.from_dict(METADATA)
    count = 0
    for number, cell in enumerate(notebook.cells, start=1):
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k in KEPT_CELL_METADATA})
        if cell.cell_type != "code":
            continue
        cell.execution_count = None
        if cell.source.strip():
            count += 1
            cell.execution_count = count
        kept = []
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                raise RefreshError(f"cell {number} wrote to stderr:\n{output.text}")
            if output.output_type == "stream" and output.text.startswith(MARK):
                raise RefreshError(
                    f"cell {number} stepped aside, so its output would be lost. Refresh this lesson where the extra frameworks "
                    f"is installed (docs/CONTRIBUTING.md says how)."
                )
            if output.output_type == "execute_result":
                output.execution_count = count
            # Until its cell is run, a live widget is nothing but an error message; its still and its words stay.
            if "data" in output and output.data.pop(WIDGET_VIEW, None) is not None and not output.data:
                continue
            if PHOTOGRAPHS in cell.metadata.get("tags", []) and "data" in output:
                output.data = nbformat.from_dict({"text/plain": output.data.get("text/plain", "")})
            kept.append(output)
        cell.outputs = kept
    return notebook


def write(notebook, path):
    """Save in one move: whoever reads the file meets the old notebook or the new one, never half of one."""
    nbformat.validate(notebook)
    with replacing(path) as file:
        nbformat.write(notebook, file)


def refresh(path):
    """Sync, run, clean and save one lesson. Returns the finished notebook."""
    old = nbformat.read(path, as_version=4) if path.exists() else None
    notebook = merge(read_twin(path), old)
    run(notebook, path.parent)
    write(clean(notebook), path)
    return notebook


def check(path):
    """What keeps a lesson and its twin from being in step: a list of sentences."""
    missing = [p.name for p in (path, twin_of(path)) if not p.exists()]
    if missing:
        return [f"{name} is missing" for name in missing]
    return differences(read_twin(path), nbformat.read(path, as_version=4))


def chosen(wanted, folder=NOTEBOOKS):
    """The lessons that the words on the command line mean: a number, a name or a file each; none means all."""
    every = lessons(folder)
    picked = []
    for word in wanted:
        matching = [path for path in every if path.stem.startswith(Path(word).stem)]
        if not matching:
            raise RefreshError(f"no lesson called {word!r}; there are {', '.join(p.stem for p in every) or 'none'}")
        picked += matching
    return picked if wanted else every


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Bring lessons up to date after their text twins were edited.")
    parser.add_argument("lesson", nargs="*", help="a number (09), a name or a file; default: all")
    parser.add_argument("--check", action="store_true", help="only say which lessons are out of step")
    options = parser.parse_args(arguments)
    os.environ["TQDM_DISABLE"] = "1"
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    failed = False
    try:
        for path in chosen(options.lesson):
            start = time.perf_counter()
            try:
                if options.check:
                    found = check(path)
                    print(f"{path.stem}: {'; '.join(found) or 'in step'}")
                    failed |= bool(found)
                else:
                    notebook = refresh(path)
                    print(f"{path.stem}: {len(notebook.cells)} cells, {time.perf_counter() - start:.0f} s", flush=True)
            except (RefreshError, FileNotFoundError) as error:
                print(f"{path.stem}: {error}", file=sys.stderr)
                failed = True
    except RefreshError as error:
        print(error, file=sys.stderr)
        failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
