"""The environment check, with parts missing, old or damaged on purpose."""

import os
import re
import subprocess
import sys
import tomllib
from collections import namedtuple
from importlib import metadata

import numpy as np
import pytest
import threadpoolctl

from helpers import datasets, environment

Usage = namedtuple("Usage", "total used free")


def finding(name):
    found = [f for f in environment.check() if f.name == name]
    assert len(found) == 1, f"{name} is looked at {len(found)} times"
    return found[0]


@pytest.fixture(autouse=True)
def no_mnist(monkeypatch):
    """Not the computer's own MNIST, which takes a second to check: each test says for itself what is there."""

    def load_mnist(download=True):
        assert download is False, "a check must not ask the network"
        raise datasets.DatasetUnavailable("MNIST is not on this computer.")

    monkeypatch.setattr(datasets, "load_mnist", load_mnist)


def test_minimums_are_those_of_pyproject():
    project = tomllib.loads((environment.PROJECT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert dict(re.split(">=", entry) for entry in project["dependencies"]) == environment.PACKAGES
    assert project["requires-python"] == f">={environment.PYTHON}"
    assert project["name"] == environment.DISTRIBUTION


def test_all_is_well_here():
    names = [f.name for f in environment.check()]
    assert names == ["Python", *environment.PACKAGES, "helpers", "OpenBLAS", "digits", "MNIST", "disk", "environment"]
    assert [f.name for f in environment.check() if f.ok is False] == []
    text = environment.report()
    assert "MEND" not in text and text.endswith("Everything that the lessons need is here.")
    assert len(text.splitlines()) == len(names) + 2
    assert "1,797" in finding("digits").message


@pytest.mark.parametrize("name", environment.PACKAGES)
def test_missing_package(monkeypatch, name):
    real = metadata.version

    def version(asked):
        if asked == name:
            raise metadata.PackageNotFoundError(asked)
        return real(asked)

    monkeypatch.setattr(metadata, "version", version)
    found = finding(name)
    assert found.ok is False and "not found" in found.message
    assert f'%pip install "{name}>={environment.PACKAGES[name]}"' in found.message
    assert environment.report().endswith(f"To be mended: {name}.")


@pytest.mark.parametrize(
    ("version", "ok"),
    [
        ("8.1.3", True),
        ("8.1.2", False),
        ("8.1.10", True),
        ("8.2", True),
        ("8.1", False),
        ("7.9.9", False),
        ("10.0", True),
    ]
    + [("8.1.3rc1", True), ("8.1.3.post2", True), ("9", True), ("8", False)],
)
def test_old_package(monkeypatch, version, ok):
    monkeypatch.setattr(metadata, "version", lambda name: version if name == "ipywidgets" else "99.0")
    found = finding("ipywidgets")
    assert found.ok is ok and version in found.message
    if not ok:
        assert "older than 8.1.3" in found.message and "%pip install" in found.message


def openblas(monkeypatch, kernels, extensions):
    pools = [{"internal_api": "openmp"}, *({"internal_api": "openblas", "architecture": name} for name in kernels)]
    monkeypatch.setattr(threadpoolctl, "threadpool_info", lambda: pools)
    monkeypatch.setattr(np, "show_config", lambda mode: {"SIMD Extensions": {"found": extensions}})
    return finding("OpenBLAS")


@pytest.mark.parametrize("extensions", [["AVX2", "AVX512_SKX"], ["X86_V3", "X86_V4", "AVX512_ICL"]])
@pytest.mark.parametrize("kernels", ["Haswell", "Zen"])
def test_kernels_for_an_older_processor(monkeypatch, kernels, extensions):
    found = openblas(monkeypatch, [kernels], extensions)
    assert found.ok is None and f"an older one ({kernels})" in found.message
    twin = (environment.PROJECT / "notebooks" / "text" / "00_start_here.md").read_text("utf8")
    number = re.search(r"Number (\d) below", found.message)[1]
    (place,) = [part for part in twin.split("+++") if part.strip().startswith(f"**{number}. ")]
    assert "OPENBLAS_CORETYPE" in place and "SkylakeX" in place
    assert environment.report().endswith("Everything that the lessons need is here.")


@pytest.mark.parametrize(
    ("kernels", "extensions", "words"),
    [
        (["SkylakeX"], ["X86_V3", "X86_V4"], "fit this processor (SkylakeX)"),
        (["Cooperlake"], ["AVX512_SKX"], "fit this processor"),
        (["Haswell"], ["X86_V3"], "fit this processor (Haswell)"),
        (["neoversen1"], ["ASIMDHP"], "fit this processor (neoversen1)"),
        ([], ["X86_V4"], "another library"),
    ],
)
def test_kernels_that_fit(monkeypatch, kernels, extensions, words):
    found = openblas(monkeypatch, kernels, extensions)
    assert found.ok is True and words in found.message


def test_kernels_cannot_be_looked_at(monkeypatch):
    def broken():
        raise OSError("no such library")

    monkeypatch.setattr(threadpoolctl, "threadpool_info", broken)
    assert finding("OpenBLAS").ok is None and "no such library" in finding("OpenBLAS").message


def test_kernels_are_those_that_the_variable_names(tmp_path):
    """Where there is an OpenBLAS for Intel's and AMD's processors, what the variable says is what is reported."""
    if not re.search("SkylakeX|Haswell|Zen", finding("OpenBLAS").message):
        pytest.skip("no OpenBLAS here that can choose Haswell's kernels")
    code = "from helpers import environment; print(environment.report())"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"OPENBLAS_CORETYPE": "Haswell"}
    )
    assert "(Haswell)" in run.stdout


@pytest.mark.parametrize(("version", "ok"), [((3, 10, 14), False), ((3, 11, 0), True), ((3, 9, 1), False), ((4, 0, 0), True)])
def test_python(monkeypatch, version, ok):
    monkeypatch.setattr(sys, "version_info", version)
    found = environment._python()
    assert found.ok is ok and ".".join(map(str, version)) in found.message
    assert ok or "3.11" in found.message


def install(folder, name, *files):
    """Make what pip leaves behind of a package with these files."""
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("", encoding="utf8")
    info = folder / f"{name.replace('-', '_')}-0.2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.2.0\n", encoding="utf8")
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files), encoding="utf8")


@pytest.mark.parametrize(
    ("name", "files", "ok"),
    [
        ("helpers", ["helpers/__init__.py"], False),
        ("helpers", ["helpers.py"], False),
        ("some-tools", ["some_tools/__init__.py", "helpers/__init__.py"], False),
        (environment.DISTRIBUTION, ["helpers/__init__.py", "helpers/plots/__init__.py"], True),
        ("helpers", ["_editable_impl_helpers.pth"], True),  # the course under its old name, installed with -e
        ("other-helpers", ["other_helpers/__init__.py", "other/helpers/__init__.py"], True),
    ],
)
def test_somebody_elses_helpers_is_noticed(tmp_path, monkeypatch, name, files, ok):
    install(tmp_path, name, *files)
    monkeypatch.syspath_prepend(tmp_path)
    found = finding("helpers")
    assert found.ok is ok
    if not ok:
        assert f"{name} 0.2.0 is not the course's package" in found.message
        assert f"pip uninstall {name}, then install the course again" in found.message
        assert environment.report().endswith("To be mended: helpers.")


def raising(error):
    def load(*args, **kwargs):
        raise error

    return load


def test_damaged_digits(monkeypatch):
    damage = datasets.DamagedFile("digits.npz", "it was changed.", "git checkout -- data/digits.npz")
    monkeypatch.setattr(datasets, "load_digits", raising(damage))
    found = finding("digits")
    assert found.ok is False and "git checkout -- data/digits.npz" in found.message and "\n" not in found.message
    assert "To be mended: digits." in environment.report()


def test_an_error_without_a_message_still_has_a_name(monkeypatch):
    monkeypatch.setattr(datasets, "load_digits", raising(MemoryError()))
    assert finding("digits") == ("digits", False, "MemoryError")


def test_mnist_missing_is_no_fault():
    found = finding("MNIST")
    assert found.ok is None and "-m helpers.datasets mnist" in found.message
    assert "later  MNIST" in environment.report()


def test_mnist_there(monkeypatch):
    monkeypatch.setattr(datasets, "load_mnist", lambda download: "a Dataset")
    assert finding("MNIST").ok is True


def test_mnist_damaged(monkeypatch):
    damage = datasets.DamagedFile("t10k-labels-idx1-ubyte.gz", "it is empty.", "Delete it.")
    monkeypatch.setattr(datasets, "load_mnist", raising(damage))
    found = finding("MNIST")
    assert found.ok is False and "t10k-labels-idx1-ubyte.gz" in found.message and "Delete it." in found.message


@pytest.mark.parametrize(("free", "ok"), [(environment.ROOM, True), (environment.ROOM - 1, False), (3_000_000, False)])
def test_disk(monkeypatch, free, ok):
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda path: Usage(10**12, 0, free))
    found = finding("disk")
    assert found.ok is ok and (ok or f"{free / 1e6:.0f} MB" in found.message)


def test_disk_is_looked_at_where_notebooks_and_downloads_go(monkeypatch, tmp_path):
    """An installed wheel's downloads go to a folder of the user's, which may not be there yet, or be on another disk."""
    monkeypatch.setattr(datasets.sources, "downloads", lambda: tmp_path / "cache" / "course")
    monkeypatch.chdir(environment.PROJECT)
    seen = []

    def disk_usage(path):
        seen.append(path)
        return Usage(10**12, 0, 10**11 if len(seen) == 1 else 7_000_000)

    monkeypatch.setattr(environment.shutil, "disk_usage", disk_usage)
    assert finding("disk").ok is False and seen == [environment.PROJECT, tmp_path]


def test_environments(monkeypatch, tmp_path):
    course, other, bare = environment.PROJECT / ".venv", tmp_path / "other", tmp_path / "usr"
    for prefix, base, ok, said in (
        (course, bare, True, "course's own"),
        (other, bare, True, "other"),
        (bare, bare, None, "README"),
    ):
        monkeypatch.setattr(sys, "prefix", str(prefix))
        monkeypatch.setattr(sys, "base_prefix", str(base))
        found = finding("environment")
        assert found.ok is ok and said in found.message
    (bare / "conda-meta").mkdir(parents=True)
    assert finding("environment") == ("environment", True, "one called usr")


def test_it_works_without_numpy_and_prints_nothing():
    code = "import sys; sys.modules['numpy'] = None; from helpers import environment as e; f = e.check(); e.report(); "
    code += "print([(x.name, x.ok) for x in f if x.name in ('digits', 'MNIST')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600)
    assert (done.stdout.strip(), done.stderr) == ("[('digits', False), ('MNIST', None)]", "")
