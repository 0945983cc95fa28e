"""Make the skeletons of a lesson and of its exercise, to be filled.

    .venv/bin/python tools/new_lesson.py 15 batch_normalization --title "Starting values and batch normalization"

makes notebooks/text/15_batch_normalization.md, its exercise's source, right and wrong answers for two tasks, and a file for the
lesson's tests. They pass all tests as they are, once the notebooks are made; it prints the commands for that, and which lists
the lesson has to be put on. What the parts are for is said in docs/CONTRIBUTING.md.
"""

import argparse
import re
import sys
from pathlib import Path

from refresh_notebooks import NOTEBOOKS, lessons, read_twin

from helpers.writing import replacing

ROOT = NOTEBOOKS.parent
SKELETON = Path(__file__).resolve().parent / "skeleton"
FILES = {  # skeleton: where it goes
    "lesson.md.txt": "notebooks/text/{name}.md",
    "exercise.md.txt": "notebooks/solutions/{name}/{name}.md",
    "task_1.py.txt": "tests/answers/{name}/task_1.py",
    "task_2.py.txt": "tests/answers/{name}/task_2.py",
    "test_lesson.py.txt": "tests/lessons/test_lesson_{number}.py",
}
NEXT = """\
Made:
  {files}
Fill them in. Whenever you have changed something, make the notebooks anew:
  .venv/bin/python tools/refresh_notebooks.py {number}
  .venv/bin/python tools/seal.py {number}
  .venv/bin/python tools/assignments.py {number}
Put the lesson on the lists (tests/project/test_lesson_lists.py looks at them):
  README.md              - [{number} · {title}](notebooks/{name}.ipynb): …
  docs/INSTRUCTORS.md    | [{number} · {title}](../notebooks/{name}.ipynb) | what learners do | what they need |
  notebooks/text/00_start_here.md    | [{number} · {title}]({name}.ipynb) | what happens in it |
  src/helpers/plots/course.py        the map: take {number} out of the lessons to come, or add it
Link it from the last cells of its neighbours, and refresh those: {neighbours}
And the exercise into the tables of docs/EXERCISES.md and docs/TASKS.md, last of all:
  .venv/bin/python tools/answers.py {number} --write
  .venv/bin/python tools/simulated_class.py {number} --write"""


def fill(text, number, name, title, last):
    """A skeleton's text with the lesson's own words."""
    for word, value in {"<NN>": number, "<NAME>": name, "<TITLE>": title, "<LAST>": last}.items():
        text = text.replace(word, value)
    return text


def neighbours(number, every):
    """The notebooks' paths right before and after a number, each or None."""
    before = [path for path in every if path.stem < number]
    after = [path for path in every if path.stem > f"{number}_~"]
    return (before[-1] if before else None), (after[0] if after else None)


def link(path):
    """[NN · Title](NN_name.ipynb) of a lesson."""
    return f"[{read_twin(path).cells[0].source.splitlines()[0].removeprefix('# ')}]({path.name})"


def make(number, name, title, root=ROOT):
    """Write the skeletons. Returns the new files' paths. Raises ValueError or FileExistsError before anything is written."""
    if not re.fullmatch(r"\d\d", number) or not re.fullmatch(r"[a-z0-9_]+", name):
        raise ValueError(f"a lesson has a number of two digits and a name like batch_normalization, not {number!r} and {name!r}")
    every = lessons(root / "notebooks")
    taken = [path.stem for path in every if path.stem.startswith(number)]
    if taken:
        raise FileExistsError(f"{number} is taken by {taken[0]}")
    before, after = neighbours(number, every)
    full = f"{number}_{name}"
    last = [f"Exercise: [{number}](exercises/{full}/{full}.ipynb)"]
    last += [f"Previous: {link(before)}"] if before else []
    last += [f"Next: {link(after)}"] if after else ["Next: back to [the map](00_start_here.ipynb)"]
    places = {root / place.format(name=full, number=number): SKELETON / source for source, place in FILES.items()}
    there = [str(path.relative_to(root)) for path in places if path.exists()]
    if there:
        raise FileExistsError(f"there already: {', '.join(there)}")
    for path, source in places.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(fill(source.read_text(encoding="utf8"), number, full, title, " · ".join(last)))
    return list(places)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Make the skeletons of a lesson and of its exercise.")
    parser.add_argument("number", help="two digits, such as 15")
    parser.add_argument("name", help="small letters, digits and _, such as batch_normalization")
    parser.add_argument("--title", help="default: made of the name")
    options = parser.parse_args(arguments)
    number, name = options.number, options.name
    title = options.title or name.replace("_", " ").capitalize()
    try:
        made = make(number, name, title)
    except (ValueError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return 1
    near = [path.stem for path in neighbours(number, lessons()) if path]
    files = "\n  ".join(path.relative_to(ROOT).as_posix() for path in made)
    print(NEXT.format(files=files, number=number, name=f"{number}_{name}", title=title, neighbours=", ".join(near)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
