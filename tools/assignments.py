"""Bring exercises up to date after their sources were edited. Needs the extra ``grading``.

    .venv/bin/python tools/assignments.py             all
    .venv/bin/python tools/assignments.py 03 05       these two
    .venv/bin/python tools/assignments.py --check     only compare, run nothing

What people edit is notebooks/solutions/NN_name/NN_name.md. From it come the notebook beside it, run from top to bottom, and
notebooks/exercises/NN_name/NN_name.ipynb, which holds no solution and no hidden test: what `nbgrader generate_assignment` makes.
"""

import argparse
import copy
import os
import sys
import time
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import SaveCells
from refresh_notebooks import NOTEBOOKS, RefreshError, check, refresh, write
from traitlets.config.loader import PyFileConfigLoader

SOLUTIONS, EXERCISES = NOTEBOOKS / "solutions", NOTEBOOKS / "exercises"
SETTINGS = PyFileConfigLoader("nbgrader_config.py", path=str(NOTEBOOKS.parent)).load_config()


def sources(folder=SOLUTIONS):
    """The notebooks with the solutions, in order, as paths; also those of which only the twin exists yet."""
    return [path.with_suffix(".ipynb") for path in sorted(folder.glob("[0-9][0-9]_*/[0-9][0-9]_*.md"))]


def exercise_of(source):
    """Where the learners' notebook made of this source lies."""
    return EXERCISES / source.parent.name / source.name


def release(notebook):
    """What learners get of a notebook with solutions: nbgrader's own steps, without its database."""
    notebook = copy.deepcopy(notebook)
    for step in GenerateAssignment.preprocessors.default_args[0]:
        if step is not SaveCells:
            notebook, _ = step(config=SETTINGS).preprocess(notebook, {"nbgrader": {}})
    return notebook


def make(source):
    """Run a source's notebook, save it and the learners' one. Returns what was run."""
    notebook = refresh(source)
    exercise = exercise_of(source)
    exercise.parent.mkdir(parents=True, exist_ok=True)
    write(release(notebook), exercise)
    return notebook


def problems(source):
    """What is out of step: a list of sentences."""
    exercise = exercise_of(source)
    if not exercise.exists():
        return [*check(source), f"{exercise.name} is missing in exercises"]
    found = check(source)
    if not found and release(nbformat.read(source, as_version=4)) != nbformat.read(exercise, as_version=4):
        found = ["the learners' notebook is not what the source gives"]
    return found


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Bring exercises up to date after their sources were edited.")
    parser.add_argument("exercise", nargs="*", help="a number (03) or a name; default: all")
    parser.add_argument("--check", action="store_true", help="only say which are out of step")
    options = parser.parse_args(arguments)
    os.environ["TQDM_DISABLE"] = "1"
    every, failed = sources(), False
    for source in every:
        if options.exercise and not any(source.stem.startswith(Path(word).stem) for word in options.exercise):
            continue
        start = time.perf_counter()
        try:
            if options.check:
                found = problems(source)
                print(f"{source.stem}: {'; '.join(found) or 'in step'}")
                failed |= bool(found)
            else:
                cells = len(make(source).cells)
                print(f"{source.stem}: {cells} cells, {time.perf_counter() - start:.0f} s", flush=True)
        except (RefreshError, FileNotFoundError) as error:
            print(f"{source.stem}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
