"""Where data are looked for: other spellings, other folders, other ways to write a path, a checkout or an installed wheel."""

import os
import sys
import tomllib
from pathlib import Path

import pytest
import tiny_idx
import tree
from test_datasets import DATA, tiny, write_csv  # noqa: F401  (tiny is a fixture)

from helpers import datasets
from helpers.datasets import DatasetUnavailable, places, sources

IMAGES, LABELS, TEST_IMAGES, TEST_LABELS = tiny_idx.NAMES


# Other spellings of the files' names

SPELLINGS = {
    "a dot for the dash": lambda name: name.replace("-idx", ".idx"),
    "a dot for the dash, packed": lambda name: f"{name.replace('-idx', '.idx')}.gz",
    "upper case": str.upper,
    "upper case, packed": lambda name: f"{name}.gz".upper(),
    "an underscore": lambda name: name.replace("-", "_"),
    "gz without its dot": lambda name: f"{name}-gz",
}


@pytest.mark.parametrize("spelled", SPELLINGS.values(), ids=SPELLINGS)
def test_other_spellings_are_read(tiny, tmp_path, spelled):  # noqa: F811
    contents = {spelled(name): tiny_idx.pack(data) if "gz" in spelled(name).lower() else data for name, data in tiny.items()}
    folder = tiny_idx.write(tmp_path / "mine", contents)
    assert set(os.listdir(folder)).isdisjoint(tiny)
    data = datasets.load_mnist(folder)
    assert len(data.x_train) == 24 and data.t_test.tolist() == list(tiny[TEST_LABELS][8:])


def test_of_two_spellings_the_usual_one_is_read(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", {**tiny, LABELS.upper(): b"", f"{LABELS}.GZ": b"", f"{IMAGES}.gz": b""})
    assert len(datasets.load_mnist(folder).x_train) == 24


def test_a_damaged_file_of_another_spelling_is_named_as_it_is_spelled(tiny, tmp_path):  # noqa: F811
    other = LABELS.replace("-idx", ".idx")
    contents = {name: data for name, data in tiny.items() if name != LABELS}
    folder = tiny_idx.write(tmp_path / "mine", {**contents, other: b""})
    with pytest.raises(datasets.DamagedFile, match=r"train-labels\.idx1-ubyte: it is empty"):
        datasets.load_mnist(folder)


def test_a_folder_that_bears_a_files_name_is_no_file(tiny, tmp_path):  # noqa: F811
    """As in a much used archive: folders train-images-idx3-ubyte/ beside files train-images.idx3-ubyte."""
    folder = tiny_idx.write(tmp_path / "mine", {name.replace("-idx", ".idx"): data for name, data in tiny.items()})
    for name in tiny:
        tiny_idx.write(folder / name, {name: tiny[name]})
    assert len(datasets.load_mnist(folder).x_train) == 24
    (folder / LABELS.replace("-idx", ".idx")).unlink()
    with pytest.raises(DatasetUnavailable, match=f"missing {LABELS}; seen there: .*{LABELS}"):
        datasets.load_mnist(folder)


@pytest.mark.parametrize("seen", ["mnist.npz", "mnist.pkl.gz", "train-labels-idx1-ubyte (1)", "train-labels-idx1-ubyte.txt"])
def test_what_is_not_recognised_is_named_as_seen(tiny, tmp_path, seen):  # noqa: F811
    contents = {name: data for name, data in tiny.items() if name != LABELS}
    folder = tiny_idx.write(tmp_path / "mine", {**contents, seen: tiny[LABELS]})
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(folder)
    assert f"missing {LABELS}; seen there: '{seen}'\n" in str(caught.value)


def test_a_full_folder_is_not_listed_whole(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", {f"holiday {n}.jpg": b"" for n in range(500)})
    with pytest.raises(DatasetUnavailable, match="seen there: 'holiday 0.jpg, ") as caught:
        datasets.load_mnist(folder)
    assert len(str(caught.value)) < 1000


# Which folder is named


@pytest.mark.parametrize("inside", ["mnist", "MNIST", "Mnist"])
def test_the_folder_around_may_be_named_and_its_sub_folder_is_found(tiny, tmp_path, monkeypatch, inside):  # noqa: F811
    tiny_idx.write(tmp_path / "around" / inside, tiny)
    assert len(datasets.load_mnist(tmp_path / "around").x_train) == 24
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "around"))
    assert len(datasets.load_mnist().x_train) == 24


@pytest.mark.parametrize("itself", ["mnist", "MNIST", "digits I copied"])
def test_helpers_data_may_name_the_folder_itself(tiny, tmp_path, monkeypatch, itself):  # noqa: F811
    folder = tiny_idx.write(tmp_path / itself, tiny)
    monkeypatch.setenv("HELPERS_DATA", str(folder))
    assert places.find("mnist") == folder
    (folder / IMAGES).unlink()
    assert places.find("mnist") is None
    says_what_is_missing = f"{folder}: missing {IMAGES}" in places.not_found("mnist")
    assert says_what_is_missing == (itself.lower() == "mnist")  # with another name it is only the folder around


def test_helpers_data_that_names_mnist_is_not_taken_for_fashion_mnist(tiny, tmp_path, monkeypatch):  # noqa: F811
    """Their files have the same names."""
    other, _ = tiny_idx.make(seed=2)
    monkeypatch.setitem(sources.SOURCES, "fashion_mnist", other)
    monkeypatch.setenv("HELPERS_DATA", str(tiny_idx.write(tmp_path / "files", tiny)))
    assert places.find("mnist") and places.find("fashion_mnist") is None


def test_a_zip_in_the_place_of_a_folder(tiny, tmp_path, monkeypatch):  # noqa: F811
    archive = tmp_path / "mnist.zip"
    archive.write_bytes(b"PK")
    for load in (lambda: datasets.load_mnist(archive), datasets.load_mnist):
        monkeypatch.setenv("HELPERS_DATA", str(archive))
        with pytest.raises(DatasetUnavailable, match=r"mnist\.zip is an archive: unpack it, and name the folder"):
            load()


def test_one_of_the_files_in_the_place_of_its_folder(tiny, tmp_path):  # noqa: F811
    folder = tiny_idx.write(tmp_path / "mine", tiny)
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(folder / IMAGES)
    assert f"{IMAGES} is a file: name the folder around it, {folder}." in str(caught.value)


# Ways to write a path


@pytest.mark.parametrize(
    "write", ["{}", '"{}"', "'{}'", " {} ", "{}" + os.sep], ids=["plain", "quotes", "single", "spaces", "end"]
)
def test_ways_to_write_a_path(tiny, tmp_path, monkeypatch, write):  # noqa: F811
    """`set HELPERS_DATA="C:\\my data"` in Windows' command prompt keeps the quotes, and a space before & as well."""
    tiny_idx.write(tmp_path / "my data" / "mnist", tiny)
    written = write.format(tmp_path / "my data")
    monkeypatch.setenv("HELPERS_DATA", written)
    assert places.find("mnist") == tmp_path / "my data" / "mnist"
    monkeypatch.delenv("HELPERS_DATA")
    assert places.find("mnist") is None
    assert places.find("mnist", written) == tmp_path / "my data" / "mnist"


def test_home_and_relative_paths(tiny, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    tiny_idx.write(tmp_path / "mine" / "mnist", tiny)
    for written in ("~/mine", "mine", Path("mine"), Path("~/mine/mnist"), "./mine/../mine"):
        assert len(datasets.load_mnist(written).x_train) == 24
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist("nowhere")
    assert f"{tmp_path / 'nowhere'}: no such folder" in str(caught.value)  # the whole path: one sees where it led
    write_csv(tmp_path / "train.csv")
    assert datasets.load_kaggle_csv("~/train.csv").name == datasets.load_kaggle_csv("train.csv").name == "train.csv"


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_variable_is_none(tiny, tmp_path, monkeypatch, empty):  # noqa: F811
    monkeypatch.chdir(tmp_path)
    tiny_idx.write(tmp_path / "mnist", tiny)
    monkeypatch.setenv("HELPERS_DATA", empty)
    assert places.find("mnist") is None


def test_from_another_folder_everything_is_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert datasets.DATA.is_absolute() and len(datasets.load_digits().x_val) == 300
    assert (datasets.DATA / "weights" / "two_layer_net_digits.npz").is_file()


# A checkout, or an installed wheel


def test_in_a_checkout_data_are_the_checkouts(monkeypatch):
    assert datasets.DATA == sources.DATA == sources.downloads() == DATA
    assert not sources.BROUGHT.exists()


@pytest.fixture
def installed(monkeypatch, tmp_path):
    """As if helpers came out of a wheel: its data inside of it, downloads in the user's folder. Returns both."""
    brought, own = tmp_path / "site-packages" / "helpers" / "_data", tmp_path / "home" / "cache"
    brought.mkdir(parents=True)
    (brought / "digits.npz").write_bytes((DATA / "digits.npz").read_bytes())
    monkeypatch.setattr(sources, "BROUGHT", brought)
    monkeypatch.setattr(sources, "DATA", brought)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, appauthor: own / name)
    return brought, own / "neural-networks-from-numpy"


def test_an_installed_wheel_downloads_into_a_folder_of_the_users(tiny, installed, monkeypatch):  # noqa: F811
    brought, own = installed
    assert len(datasets.load_digits().x_val) == 300
    with pytest.raises(DatasetUnavailable) as caught:
        datasets.load_mnist(download=False)
    assert f"{own / 'mnist'}: no such folder" in str(caught.value) and f"into {own / 'mnist'}" in str(caught.value)
    assert str(brought) not in str(caught.value)  # nothing of the user's belongs there
    with tiny_idx.server(tiny_idx.packed_pages(tiny)) as address:
        monkeypatch.setitem(sources.SOURCES, "mnist", tiny_idx.make([address])[0])
        assert len(datasets.load_mnist().x_train) == 24
    assert len(list((own / "mnist").iterdir())) == 4
    assert datasets.load().name == "mnist"  # this time without the server


def test_with_a_wheel_the_variable_comes_first_too(tiny, tmp_path, installed, monkeypatch):  # noqa: F811
    tiny_idx.write(installed[1] / "mnist", tiny)
    assert places.find("mnist") == installed[1] / "mnist"
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    assert places.find("mnist") == installed[1] / "mnist"
    tiny_idx.write(tmp_path / "shared" / "mnist", tiny)
    assert places.find("mnist") == tmp_path / "shared" / "mnist"


def test_lost_digits_are_got_back_in_the_way_that_works(installed, tmp_path, monkeypatch):
    (installed[0] / "digits.npz").unlink()
    with pytest.raises(DatasetUnavailable, match="Install the course again: in its folder"):
        datasets.load_digits()
    (installed[0] / "digits.npz").write_bytes(b"")
    with pytest.raises(datasets.DamagedFile, match="Install the course again: in its folder"):
        datasets.load_digits()
    monkeypatch.setattr(sources, "DATA", tmp_path / "data")  # a copy of src/helpers without the course around it
    with pytest.raises(DatasetUnavailable, match="not beside this copy of helpers. Install the course as its README says"):
        datasets.load_digits()
    (tmp_path / "data").mkdir()
    with pytest.raises(DatasetUnavailable, match="git checkout -- data/digits.npz"):
        datasets.load_digits()


def test_the_users_folder_bears_the_courses_name(monkeypatch, tmp_path):
    name = tomllib.loads(tree.read("pyproject.toml"))["project"]["name"]
    monkeypatch.setattr(sources, "DATA", sources.BROUGHT)
    assert name in sources.downloads().parts and sources.downloads().is_absolute()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there a user always has a home")
def test_where_nobody_has_a_home_no_folder_is_called_tilde(monkeypatch):
    import pwd

    def nobody(_):
        raise KeyError("nobody")

    monkeypatch.setattr(sources, "DATA", sources.BROUGHT)
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    assert os.path.expanduser("~") == "~"
    assert sources.downloads().is_absolute() and "~" not in sources.downloads().parts
