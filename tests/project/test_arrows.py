"""Imports inside helpers point one way: from what draws and trains down to plain functions, never in a circle.

Every import is read from the source, also those inside functions. One may point up: graph.draw, which asks plots for a picture.
"""

import ast
import textwrap
from pathlib import Path

import pytest

import helpers

FOLDER = Path(helpers.__file__).parent
FLOORS = (  # a room may import from its own floor and from those before it
    {"checks", "confidence", "functions", "gradient", "graph", "pictures", "resampling", "writing"},
    {"layer", "layers", "convolution", "initializers", "fast", "normalization", "blocks"},
    {"building", "network", "networks", "deep_networks", "alexnet"},
    {"optimizer", "optimizers", "schedules", "turns", "training", "averaging", "tuning", "checkpoints"}
    | {"augmentation", "datasets", "drawings", "environment", "frameworks", "marking", "saliency", "checkup", "clinic"},
    {"plots"},
    {"widgets"},
)
UP = {("graph", "plots")}  # the one that may point up, inside a function


def modules_of(folder):
    """{"plots.ink": syntax tree}, by the names below helpers; a package goes by its own name, the top one by "helpers"."""
    names = {file: file.relative_to(folder).with_suffix("").parts for file in sorted(folder.rglob("*.py"))}
    names = {file: parts[:-1] if parts[-1] == "__init__" else parts for file, parts in names.items()}
    return {".".join(parts) or "helpers": ast.parse(file.read_text("utf-8")) for file, parts in names.items()}


def imports_of(trees):
    """Every import of one module of helpers by another: (from, to, the name taken or None, inside a function)."""
    found = []
    for module, tree in trees.items():
        at_the_top = {id(node) for node in tree.body}
        for node in ast.walk(tree):
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{module} imports with dots: write the full name."
            if isinstance(node, ast.Import):
                taken = [(alias.name, None) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                taken = [(node.module, alias.name) for alias in node.names]
            else:
                continue
            for source, name in taken:
                if source.split(".")[0] != "helpers":
                    continue
                source = source.removeprefix("helpers").removeprefix(".")
                inner = f"{source}.{name}".removeprefix(".")  # "from helpers.plots import ink" takes a module, not a name
                target, name = (inner, None) if inner in trees else (source or "helpers", name)
                found.append((module, target, name, id(node) not in at_the_top))
    return found


def room(module):
    return module.split(".")[0]


def pointing_up(imports):
    """Imports of something that stands on a later floor."""
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    wrong = []
    for module, target, _, lazy in imports:
        one, other = room(module), room(target)
        if "helpers" in (one, other) or (lazy and (module, target) in UP):
            continue
        unknown = {one, other} - set(floor)
        assert not unknown, f"{unknown}: say in FLOORS of this test on which floor it stands."
        if floor[other] > floor[one]:
            wrong.append(f"{module} → {target}")
    return wrong


def circle(imports):
    """The modules of a circle of imports, in order, or an empty list."""
    below = {}
    for module, target, _, lazy in imports:
        if module != target and not (lazy and (module, target) in UP):
            below.setdefault(module, set()).add(target)
    finished, way = set(), []

    def visit(module):
        if module in way:
            return way[way.index(module) :]
        if module in finished:
            return []
        way.append(module)
        for target in sorted(below.get(module, ())):
            if found := visit(target):
                return found
        finished.add(way.pop())
        return []

    return next((found for module in sorted(below) if (found := visit(module))), [])


def private_names(trees, imports):
    """Names with an underscore that one module takes from another, by import or with a dot."""
    private = [f"{module} takes {target}.{name}" for module, target, name, _ in imports if (name or "").startswith("_")]
    for module, tree in trees.items():
        theirs = {target.split(".")[-1] for one, target, name, _ in imports if one == module and name is None}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
                if isinstance(node.value, ast.Name) and node.value.id in theirs:
                    private.append(f"{module} takes {node.value.id}.{node.attr}")
    return sorted(set(private))


def tally(folder):
    """A line that says how large the house is: rooms, modules, lines, arrows between rooms and between modules."""
    trees = modules_of(folder)
    imports = imports_of(trees)
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in folder.rglob("*.py")}
    rooms = {room(name) for name in trees} - {"helpers"}
    between_modules = {(module, target) for module, target, _, _ in imports if module != target}
    between_rooms = {(room(one), room(other)) for one, other in between_modules if room(one) != room(other)}
    drawing = sum(count for file, count in lines.items() if "plots" in file.parts)
    return (
        f"{len(rooms)} rooms, {len(trees)} modules, {sum(lines.values())} lines ({drawing} of them in plots, "
        f"the longest module {max(lines.values())}), {len(between_rooms)} arrows between rooms, "
        f"{len(between_modules)} between modules"
    )


@pytest.fixture(scope="module")
def trees():
    return modules_of(FOLDER)


@pytest.fixture(scope="module")
def imports(trees):
    return imports_of(trees)


def test_no_import_points_up(imports):
    assert pointing_up(imports) == []


def test_there_is_no_circle(imports):
    assert circle(imports) == []


def test_no_module_takes_the_private_names_of_another(trees, imports):
    assert private_names(trees, imports) == []


def test_the_graph_leads_to_its_drawing_in_one_line(imports):
    assert [(target, lazy) for module, target, _, lazy in imports if module == "graph"] == [("plots", True)]


def test_the_house_in_numbers(record_property):
    line = tally(FOLDER)
    print(line)
    record_property("helpers", line)
    rooms, modules = (int(line.split(f" {word}")[0].split()[-1]) for word in ("rooms", "modules"))
    assert modules > rooms > 15


# That these tests can fail


@pytest.fixture
def house(tmp_path):
    """Writes a small house of modules, given as {"plots/ink.py": text}, and returns its trees and imports."""

    def build(files):
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(textwrap.dedent(text), encoding="utf-8")
        trees = modules_of(tmp_path)
        return trees, imports_of(trees)

    return build


def test_an_import_that_points_up_is_found_also_inside_a_function(house):
    _, imports = house({"layers.py": "def f():\n    from helpers.training import fit\n", "training.py": "fit = 1\n"})
    assert pointing_up(imports) == ["layers → training"]
    _, imports = house({"layers.py": "import helpers.training\n"})
    assert pointing_up(imports) == ["layers → training"]


def test_the_one_exception_holds_inside_a_function_only(house):
    files = {"graph.py": "def draw():\n    from helpers import plots\n", "plots/__init__.py": "from helpers.graph import Value\n"}
    _, imports = house(files)
    assert pointing_up(imports) == [] and circle(imports) == []
    _, imports = house(files | {"graph.py": "from helpers import plots\n"})
    assert pointing_up(imports) == ["graph → plots"] and circle(imports) == ["graph", "plots"]


def test_a_circle_of_three_is_found(house):
    _, imports = house(
        {
            "plots/__init__.py": "",
            "plots/a.py": "from helpers.plots import b\n",
            "plots/b.py": "from helpers.plots.c import x\n",
            "plots/c.py": "def f():\n    from helpers.plots.a import y\n",
        }
    )
    assert circle(imports) == ["plots.a", "plots.b", "plots.c"]


def test_private_names_are_found(house):
    trees, imports = house(
        {
            "checks.py": "_a = 1\nb = 2\n",
            "layers.py": "from helpers.checks import _a, b\n",
            "network.py": "from helpers import checks\nprint(checks._a, checks.b, checks.__doc__)\n",
        }
    )
    assert private_names(trees, imports) == ["layers takes checks._a", "network takes checks._a"]


def test_a_room_without_a_floor_is_asked_about(house):
    _, imports = house({"attic.py": "from helpers import checks\n", "checks.py": ""})
    with pytest.raises(AssertionError, match="attic"):
        pointing_up(imports)
