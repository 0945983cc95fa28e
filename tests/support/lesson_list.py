"""The list of lessons as the text twins give it; whatever else lists lessons is held against this one."""

import re

import refresh_notebooks

LINK = re.compile(r"\[(\d\d) · ([^\]]+)\]\((?:[^)\s]*/)?(\d\d_\w+)\.ipynb\)")


def lessons():
    """{notebook's name: title without its number}, in order."""
    return {path.stem: title(refresh_notebooks.twin_of(path), "# ") for path in refresh_notebooks.lessons()}


def exercises():
    """{name: title}, in order, of the exercises' sources."""
    sources = sorted(refresh_notebooks.NOTEBOOKS.glob("solutions/[0-9][0-9]_*/*.md"))
    return {path.stem: title(path, "# Exercise ") for path in sources}


def title(twin, mark):
    """The title of a lesson or an exercise, from its twin's first line after the header: mark, NN · title."""
    text = twin.read_text(encoding="utf8").removeprefix("---\n").partition("\n---\n")[2]
    first = text.strip().partition("\n")[0]
    found = re.fullmatch(rf"{mark}(\d\d) · (.+)", first)
    if not found or not twin.name.startswith(found[1]):
        raise ValueError(f"{twin.name} should begin with '{mark}{twin.name[:2]} · Title', not with {first!r}")
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
