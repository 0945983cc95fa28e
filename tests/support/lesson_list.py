"""The list of lessons as the text twins give it; whatever else lists lessons is held against this one."""

import re

import jupytext
import refresh_notebooks

HEADING = re.compile(r"# (\d\d) · (.+)")
LINK = re.compile(r"\[(\d\d) · ([^\]]+)\]\((?:[^)\s]*/)?(\d\d_\w+)\.ipynb\)")


def lessons():
    """{notebook's name: title without its number}, in order."""
    return {path.stem: title(refresh_notebooks.read_twin(path)) for path in refresh_notebooks.lessons()}


def title(notebook):
    """The title in a lesson's first cell, without its number."""
    first = notebook.cells[0].source.splitlines()[0]
    found = HEADING.fullmatch(first)
    if not found:
        raise ValueError(f"a lesson begins with '# NN · Title', this one with {first!r}")
    return found[2]


def exercises():
    """{name: title}, in order, of the exercises' sources."""
    found = {}
    for path in sorted(refresh_notebooks.NOTEBOOKS.glob("solutions/[0-9][0-9]_*/*.md")):
        first = jupytext.read(path, fmt="md:myst").cells[0].source.splitlines()[0]
        found[path.stem] = title_of_exercise(first)
    return found


def title_of_exercise(line):
    """The title in an exercise's first line, without its number."""
    found = re.fullmatch(r"# Exercise (\d\d) · (.+)", line)
    if not found:
        raise ValueError(f"an exercise begins with '# Exercise NN · Title', this one with {line!r}")
    return found[2]


def means(said, title):
    """Whether a list's words are the title, or what stands before its comma."""
    return said in (title, title.partition(",")[0])


def faults(markdown, expected):
    """What is wrong with a page's list: the links [NN · Title](NN_name.ipynb) in it, each lesson once and in order."""
    return list_faults([(name, said) for number, said, name in LINK.findall(markdown) if name.startswith(number)], expected)


def list_faults(listed, expected):
    """What is wrong with a list of (name, title): a list of sentences. expected: {name: title}, in order."""
    names = [name for name, _ in listed]
    found = [f"{name} is missing" for name in expected if name not in names]
    found += [f"{name} is no lesson" for name in names if name not in expected]
    found += [f"{name} stands there {names.count(name)} times" for name in sorted(set(names)) if names.count(name) > 1]
    found += [
        f"{name} is called {said!r}, and its title is {expected[name]!r}"
        for name, said in listed
        if name in expected and not means(said, expected[name])
    ]
    if not found and names != list(expected):
        found.append(f"the order is {', '.join(names)}")
    return found
