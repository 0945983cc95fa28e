"""What a wheel of the course holds, and that it works in a folder elsewhere: digits, weights and studies travel along."""

import email
import os
import subprocess
import sys
import tomllib
import zipfile

import pytest
import tree

PROJECT = tomllib.loads(tree.read("pyproject.toml"))["project"]
# The build backend itself, with what is installed: no network, and none of pip's work.
BUILD = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"


def build(folder):
    """Build the wheel of this tree into a folder. Returns its path."""
    done = subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=tree.ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """{name: bytes} of what is in the wheel."""
    with zipfile.ZipFile(build(tmp_path_factory.mktemp("dist"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def site(wheel, tmp_path_factory):
    """A folder with the unpacked wheel, as an installation has it."""
    folder = tmp_path_factory.mktemp("site")
    for name, data in wheel.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def travelling():
    """{name in the wheel: name in the tree} of all that must be in it."""
    package = {name.removeprefix("src/"): name for name in tree.files() if name.startswith("src/helpers/")}
    folders = ("data/weights/", "data/studies/", "data/patients/")
    data = [name for name in tree.files() if name.startswith(folders) or name in ("data/digits.npz", "data/README.md")]
    assert len(package) > 30 and len(data) > 8
    return {**package, **{name.replace("data/", "helpers/_data/", 1): name for name in data}}


def test_everything_travels_and_nothing_else(wheel):
    info = next(name.partition("/")[0] for name in wheel if name.endswith("dist-info/METADATA"))
    others = {name for name in wheel if not name.startswith((f"{info}/", f"{info.replace('dist-info', 'data')}/"))}
    assert others == set(travelling())
    for name, source in travelling().items():
        assert wheel[name] == (tree.ROOT / source).read_bytes(), name


def test_the_settings_of_jupyterlab_travel(wheel):
    assert [name for name in wheel if name.endswith("data/etc/jupyter/jupyter_lab_config.py")]
    assert [name for name in wheel if name.endswith("data/share/jupyter/lab/settings/overrides.json")]


def test_it_says_what_it_is(wheel):
    name = next(name for name in wheel if name.endswith("dist-info/METADATA"))
    assert name.startswith("neural_networks_from_numpy-")  # and not helpers: the package index has another of that name
    said = email.message_from_bytes(wheel[name])
    assert said["Name"] == PROJECT["name"] == "neural-networks-from-numpy"
    assert set(PROJECT["dependencies"]) <= {wanted.replace(" ", "") for wanted in said.get_all("Requires-Dist")}
    assert "Private :: Do Not Upload" in said.get_all("Classifier")


def elsewhere(site, folder, code):
    """What a fresh interpreter prints that knows only the unpacked wheel, in a folder elsewhere."""
    environment = {name: value for name, value in os.environ.items() if name != "HELPERS_DATA"}
    environment |= {"PYTHONPATH": str(site), "XDG_CACHE_HOME": str(folder / "cache"), "LOCALAPPDATA": str(folder / "cache")}
    code = f"import sys; sys.path[:] = [p for p in sys.path if p != {str(tree.ROOT / 'src')!r}]\n{code}"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


READ_ALONG = """
import json, pathlib, helpers
from helpers import clinic, datasets, networks
from helpers.checkpoints import load_weights
from helpers.datasets import sources

data = datasets.load_digits()
network = networks.TwoLayerNet(64, 50, 10)
load_weights(datasets.DATA / "weights" / "two_layer_net_digits.npz", network)
print(pathlib.Path(helpers.__file__).parent, datasets.DATA, sources.downloads(), sep="\\n")
print(round(network.accuracy(data.x_test, data.t_test), 4))
print(len(json.loads((datasets.DATA / "studies" / "history.json").read_text(encoding="utf-8"))["runs"]) > 0)
print(datasets.load().name)
print(len(clinic.patients()))
"""


def test_digits_weights_and_studies_are_found_in_a_folder_elsewhere(site, tmp_path):
    package, data, downloads, *rest = elsewhere(site, tmp_path, READ_ALONG).splitlines()
    assert package == str(site / "helpers") and data == str(site / "helpers" / "_data")
    assert PROJECT["name"] in downloads and not downloads.startswith(str(site))
    assert rest == ["0.9767", "True", "digits", "10"]
    assert not list(tmp_path.iterdir())  # looking makes no folders


def test_the_check_of_lesson_00_is_content_with_it(site, tmp_path):
    said = elsewhere(site, tmp_path, "from helpers import environment; print(environment.report())")
    assert said.rstrip().endswith("Everything that the lessons need is here.")
    assert "MEND" not in said and "1,797 handwritten digits" in said


def test_installed_with_e_nothing_is_copied(tmp_path):
    """An editable installation reads the tree itself: a copied digits.npz or weight file would grow old unseen."""
    code = BUILD.replace("build_wheel", "build_editable")
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=tree.ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / done.stdout.split()[-1]) as archive:
        names = archive.namelist()
        paths = [archive.read(name).decode().strip() for name in names if name.endswith(".pth")]
    assert paths == [str(tree.ROOT / "src")] and not [name for name in names if name.startswith("helpers")]
