"""The lists of packages say the same, and the README's commands are the ones that are tested."""

import re
import tomllib

import pytest
import tree
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LEARN = "python3 -m venv .venv && .venv/bin/python -m pip install -c constraints.txt -e . && .venv/bin/jupyter lab"
TEST = "python3 -m venv .venv && .venv/bin/python -m pip install -c constraints.txt -e '.[test]' && .venv/bin/python -m pytest"

PROJECT = tomllib.loads(tree.read("pyproject.toml"))["project"]
CONSTRAINTS = [line for line in tree.read("constraints.txt").splitlines() if line.strip() and not line.startswith("#")]


def ranges(lines):
    """{name: range} of lines as pyproject.toml or environment.yml have them; conda's single = means ==."""
    found = {}
    for line in lines:
        requirement = Requirement(re.sub(r"(?<![=<>!~])=(?!=)", "==", line))
        found[canonicalize_name(requirement.name)] = requirement.specifier
    return found


def environment_ranges(text):
    """The ranges in an environment file, which has to end with the course itself, by pip."""
    *packages, last = yaml.safe_load(text)["dependencies"]
    assert last == {"pip": ["-e ."]}
    found = ranges(packages)
    del found["pip"]
    return found


def project_ranges():
    return ranges([*PROJECT["dependencies"], f"python{PROJECT['requires-python']}"])


def outside(lines, wanted):
    """The names in wanted for which lines hold no version, or one outside of the range."""
    pinned = {}
    for line in lines:
        requirement = Requirement(line)
        (exact,) = requirement.specifier
        assert exact.operator == "==", line
        pinned.setdefault(canonicalize_name(requirement.name), []).append(exact.version)
    return sorted(name for name, range_ in wanted.items() if not all(map(range_.contains, pinned.get(name, ["0"]))))


def test_environment_yml_is_in_step():
    assert environment_ranges(tree.read("environment.yml")) == project_ranges()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("numpy>=2.0", "numpy>=1.26"),
        ("  - tqdm>=4.66\n", ""),
        ("  - pip\n", "  - pip\n  - scipy\n"),
        ("python>=3.11", "python=3.11"),
    ],
)
def test_environment_yml_out_of_step_is_seen(old, new):
    text = tree.read("environment.yml")
    assert old in text
    assert environment_ranges(text.replace(old, new)) != project_ranges()


def test_constraints_are_within_the_ranges():
    lines = [line for extra in PROJECT["optional-dependencies"].values() for line in extra] + PROJECT["dependencies"]
    assert outside(CONSTRAINTS, ranges(lines)) == []


def test_constraints_outside_are_seen():
    wanted = ranges(["a>=2", "b>=2", "c>=2"])
    assert outside(["a==2.1", "b==1.9 ; python_version < '3.12'", "b==2.0 ; python_version >= '3.12'"], wanted) == ["b", "c"]


def test_constraints_name_versions_only():
    assert [line for line in CONSTRAINTS if not re.fullmatch(r"[\w.-]+==[\w.!+]+( ; [^:/@]+)?", line)] == []


def test_constraints_bring_nothing_for_graphics_cards():
    """torch's build for the processor, which the README asks for, needs none of it; nor is TensorFlow wanted."""
    unwanted = re.compile(r"cuda|nvidia|triton|tensorflow")
    assert [line for line in CONSTRAINTS if unwanted.match(line)] == []
    assert not any(unwanted.match(line) for extra in PROJECT["optional-dependencies"].values() for line in extra)


def test_the_extra_for_lesson_19_stands_alone():
    """Nobody gets PyTorch who did not ask for it; the README names the version that constraints.txt has."""
    extras = PROJECT["optional-dependencies"]
    assert list(ranges(extras["frameworks"])) == ["torch", "keras", "grain"]
    others = [line for name, extra in extras.items() if name != "frameworks" for line in extra] + PROJECT["dependencies"]
    assert not {"torch", "keras", "grain"} & set(ranges(others)) and not any("[frameworks]" in line for line in others)
    (torch,) = (line for line in CONSTRAINTS if line.startswith("torch=="))
    assert f"`{torch}`" in tree.read("README.md") and "'.[frameworks]'" in tree.read("README.md")


def command_lines(markdown):
    """The indented lines of a page: the commands."""
    return [line[4:] for line in markdown.splitlines() if line.startswith("    ")]


def test_readme_has_the_two_commands():
    commands = command_lines(tree.read("README.md"))
    assert [line for line in commands if line.startswith("python3")] == [LEARN, TEST]


def test_ci_runs_the_readmes_test_command():
    lines = [line for line in tree.read(".ci/run").splitlines() if line.strip() and not line.startswith("#")]
    assert lines[-1] == TEST
    assert sum("pytest" in line for line in lines) == 1


def test_one_name_for_the_course_in_all_files():
    """The import name, helpers, is somebody else's on the package index: no requirement and no command may ask for it.

    (Lesson 00 names that command among the troubles.)
    """
    assert PROJECT["name"] == yaml.safe_load(tree.read("environment.yml"))["name"] == "neural-networks-from-numpy"
    lines = (
        [line for extra in PROJECT["optional-dependencies"].values() for line in extra] + PROJECT["dependencies"] + CONSTRAINTS
    )
    names = [canonicalize_name(Requirement(line).name) for line in lines]
    assert "helpers" not in names and names.count(PROJECT["name"]) == 1  # test asks for the extra grading
    assert f"{PROJECT['name']}[grading]" in PROJECT["optional-dependencies"]["test"]
    asking = re.compile(r"pip3? +(?:install|download)[^\n`]*\shelpers\b")
    pages = [
        name for name in tree.files() if name.endswith((".md", ".py", ".yml", ".toml")) and not name.startswith("notebooks/")
    ]
    assert [name for name in pages if asking.search(tree.read(name) or "")] == []


def test_the_build_backend_is_installed_with_the_tests():
    """test_wheel.py builds without a network, with the backend that pip would fetch."""
    backend = tomllib.loads(tree.read("pyproject.toml"))["build-system"]["requires"]
    assert set(backend) <= set(PROJECT["optional-dependencies"]["test"])
