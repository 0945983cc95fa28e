"""Data sets that come as one archive, CIFAR-10 and the pets: made-up ones, small, damaged in every way, packed and unpacked."""

import hashlib
import io
import os
import tarfile
import zipfile
from dataclasses import replace

import numpy as np
import pytest
import tiny_idx
from PIL import Image
from test_pictures import packed

from helpers.datasets import DamagedFile, DatasetUnavailable, archives, cats_and_dogs, cifar, load_cifar10, load_pets, sources
from helpers.datasets import __main__ as command
from helpers.datasets.files import checksum_of

RECORDS = 20  # in each of the six files of these tests
NAMES = [*cifar.TRAINING, cifar.TEST]


def batches(seed=0):
    """{file's name: bytes}: each class twice a file, and each picture another one."""
    rng = np.random.default_rng(seed)
    contents = {}
    for name in NAMES:
        records = rng.integers(0, 256, (RECORDS, cifar.RECORD), dtype=np.uint8)
        records[:, 0] = rng.permutation(RECORDS) % 10
        contents[name] = records.tobytes()
    return contents


def tar(contents, extra=()):
    """A tar.gz of {name: bytes}, and of further tarfile.TarInfo."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        for name, data in contents.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for entry in extra:
            archive.addfile(entry)
    return file.getvalue()


def official(name, data, monkeypatch, mirrors=("http://127.0.0.1:1/",)):
    """Let these bytes be the archive of a data set."""
    made = replace(
        archives.ARCHIVES[name], bytes=len(data), checksum=checksum_of(data, archives.ARCHIVES[name].checksum), mirrors=mirrors
    )
    monkeypatch.setitem(archives.ARCHIVES, name, made)


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    """A made-up CIFAR-10 and its archive, a data folder of its own, no HELPERS_DATA, no mirrors."""
    monkeypatch.delenv("HELPERS_DATA", raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(sources, "DATA", tmp_path / "data")
    monkeypatch.setattr(cifar, "RECORDS", RECORDS)
    contents = batches()
    official("cifar10", tar({f"cifar-10-batches-bin/{name}": data for name, data in contents.items()}), monkeypatch)
    return contents


def archive_of(contents):
    return tar({f"cifar-10-batches-bin/{name}": data for name, data in contents.items()})


def keep_archive(folder, contents):
    return tiny_idx.write(folder, {"cifar-10-binary.tar.gz": archive_of(contents)})


# What comes


def test_the_published_archive_is_expected():
    """Size, MD5 and the records' form as CIFAR-10's page and public programs give them."""
    source = archives.ARCHIVES["cifar10"]
    assert (source.bytes, source.checksum) == (170_052_171, "md5:c32a1d4ab5d03f1284b67883e8d87530")
    assert source.file == "cifar-10-binary.tar.gz" and cifar.RECORDS * cifar.RECORD == 30_730_000
    pets = archives.ARCHIVES["pets"]
    assert (pets.bytes, pets.file) == (791_918_971, "images.tar.gz") and pets.checksum.startswith("sha256:67195c5e1c01f1ab")


@pytest.mark.parametrize("kind", ["unpacked", "as it comes out", "packed", "the archive itself"])
def test_cifar10(tiny, tmp_path, kind):
    if "packed" == kind or "archive" in kind:
        folder = keep_archive(tmp_path / "mine", tiny)
        folder = folder / "cifar-10-binary.tar.gz" if "archive" in kind else folder
    else:
        inner = "cifar-10-batches-bin" if "comes" in kind else "."
        tiny_idx.write(tmp_path / "mine" / inner, tiny)
        folder = tmp_path / "mine"
    data = load_cifar10(folder)
    assert data.x_train.shape == (90, 3, 32, 32) and data.x_val.shape == (10, 3, 32, 32) and data.x_test.shape == (20, 3, 32, 32)
    assert data.class_names == cifar.CLASSES and data.image_shape == (3, 32, 32) and data.name == "cifar10"
    for x, t in ((data.x_train, data.t_train), (data.x_val, data.t_val), (data.x_test, data.t_test)):
        assert x.dtype == np.float32 and t.dtype == np.int64 and x.min() == 0 and x.max() == 1
    wanted = sorted((record[1:], record[0]) for name in cifar.TRAINING for record in records(tiny[name]))
    came = sorted(pair for part in ("train", "val") for pair in pairs(data, part))
    assert came == wanted and sorted(pairs(data, "test")) == sorted((r[1:], r[0]) for r in records(tiny[cifar.TEST]))


def records(data):
    return [data[start : start + cifar.RECORD] for start in range(0, len(data), cifar.RECORD)]


def pairs(data, part):
    x, t = getattr(data, f"x_{part}"), getattr(data, f"t_{part}")
    return [(np.rint(row * 255).astype(np.uint8).tobytes(), int(label)) for row, label in zip(x, t, strict=True)]


def test_red_comes_first_and_rows_run_from_the_top(tiny, tmp_path):
    record = np.zeros((3, 32, 32), np.uint8)
    record[0, 0] = 255  # the first 32 bytes: red, the top row
    contents = {name: b"".join(r[:1] + record.tobytes() for r in records(data)) for name, data in tiny.items()}
    x = load_cifar10(tiny_idx.write(tmp_path / "mine", contents)).x_train
    assert (x[:, 0, 0] == 1).all() and x[:, 0, 1:].max() == 0 and x[:, 1:].max() == 0


def test_two_classes_in_the_order_asked_for(tiny, tmp_path):
    folder = tiny_idx.write(tmp_path / "mine", tiny)
    data = load_cifar10(folder, classes=("dog", "cat"))
    assert data.class_names == ("dog", "cat") and len(data.x_train) == 18 and len(data.x_val) == 2
    assert np.bincount(data.t_test).tolist() == [2, 2]
    dogs = {record[1:] for data in tiny.values() for record in records(data) if record[0] == 5}
    for part in ("train", "val", "test"):
        for pixels, label in pairs(data, part):
            assert (pixels in dogs) == (label == 0)
    assert load_cifar10(folder, classes=["ship", "cat", "frog"], flatten=True).x_train.shape == (27, 3072)


def test_the_split_of_cats_and_dogs_is_the_one_of_the_course(tiny, tmp_path):
    """Cats, then dogs, in the order of the files; the first tenth of a permutation with seed 99 is for validation."""
    data = load_cifar10(tiny_idx.write(tmp_path / "mine", tiny), classes=("cat", "dog"))
    rows = [record for name in cifar.TRAINING for record in records(tiny[name])]
    rows = [record[1:] for label in (3, 5) for record in rows if record[0] == label]
    order = np.random.default_rng(99).permutation(20)
    assert [pixels for part in ("val", "train") for pixels, _ in pairs(data, part)] == [rows[i] for i in order]


@pytest.mark.parametrize("classes", ["cat", ("cat",), ("cat", "cat"), ("cat", "wolf"), ()])
def test_wrong_classes(tiny, tmp_path, classes):
    with pytest.raises(ValueError, match="classes must be two or more different ones of airplane, .*truck, not"):
        load_cifar10(tiny_idx.write(tmp_path / "mine", tiny), classes=classes)


# What is wrong


def other_label(data, label):
    return data[: 3 * cifar.RECORD] + bytes([label]) + data[3 * cifar.RECORD + 1 :]


FAULTS = {
    "cut off": (lambda data: data[:-100], "data_batch_2.bin: it has 61,360 bytes, expected 61,460. Usual cause: a copy"),
    "empty": (lambda data: b"", "it has 0 bytes, expected"),
    "too long": (lambda data: data + b"x", "it has 61,461 bytes"),
    "a label of 10": (lambda data: other_label(data, 10), "record 3 has the label 10, expected 0..9"),
    "a label of 255": (lambda data: other_label(data, 255), "record 3 has the label 255"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_damaged_files_are_named(tiny, tmp_path, fault):
    spoil, wanted = FAULTS[fault]
    folder = tiny_idx.write(tmp_path / "mine", {**tiny, "data_batch_2.bin": spoil(tiny["data_batch_2.bin"])})
    with pytest.raises(DamagedFile, match="data_batch_2.bin: ") as caught:
        load_cifar10(folder)
    assert wanted in str(caught.value) and "python -m helpers.datasets cifar10" in str(caught.value)


def test_one_label_that_should_be_another(tiny, tmp_path):
    data = tiny["data_batch_2.bin"]
    folder = tiny_idx.write(tmp_path / "mine", {**tiny, "data_batch_2.bin": other_label(data, (data[3 * cifar.RECORD] + 1) % 10)})
    with pytest.raises(DamagedFile, match="the five training files must hold each class 10 times, but they come .*11"):
        load_cifar10(folder)


def test_a_training_file_in_the_place_of_the_test_file_of_other_shares(tiny, tmp_path):
    odd = bytearray(tiny[cifar.TEST])
    odd[0] = (odd[0] + 1) % 10
    with pytest.raises(DamagedFile, match="test_batch.bin must hold each class 2 times"):
        load_cifar10(tiny_idx.write(tmp_path / "mine", {**tiny, cifar.TEST: bytes(odd)}))


@pytest.mark.parametrize("name", NAMES)
def test_one_file_that_is_missing(tiny, tmp_path, name):
    folder = tiny_idx.write(tmp_path / "mine", {other: data for other, data in tiny.items() if other != name})
    with pytest.raises(
        DatasetUnavailable, match=rf"CIFAR-10 is not on this computer.*\n  .*mine: missing {name}\nTo get it \(0 MB\)"
    ):
        load_cifar10(folder)


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        (["data_batch_1", "test_batch"], "the form for Python, which holds pickles; the binary form is needed"),
        (["cifar-10-python.tar.gz"], "the form for Python"),
        (["train.bin", "test.bin"], "CIFAR-100, which is another data set"),
        (["holiday.jpg"], "seen there: 'holiday.jpg'"),
        ([], "empty"),
    ],
)
def test_other_things_in_the_folder_are_named(tiny, tmp_path, entries, wanted):
    folder = tiny_idx.write(tmp_path / "mine", dict.fromkeys(entries, b""))
    with pytest.raises(DatasetUnavailable, match=wanted):
        load_cifar10(folder)
    with pytest.raises(DatasetUnavailable, match="no such folder"):
        load_cifar10(tmp_path / "nowhere")


def test_a_damaged_archive(tiny, tmp_path):
    folder = keep_archive(tmp_path / "mine", tiny)
    path = folder / "cifar-10-binary.tar.gz"
    whole = path.read_bytes()
    path.write_bytes(whole[:-7])
    with pytest.raises(DamagedFile, match=r"cifar-10-binary.tar.gz: it has .* bytes, expected .*a download that broke off"):
        load_cifar10(folder)
    path.write_bytes(whole[:-7] + b"1234567")
    with pytest.raises(DamagedFile, match="its contents are others: the checksum is md5:.*, expected md5:"):
        load_cifar10(folder)


def test_an_archive_that_lacks_a_file(tiny, tmp_path, monkeypatch):
    contents = {name: data for name, data in tiny.items() if name != cifar.TEST}
    official("cifar10", archive_of(contents), monkeypatch)
    with pytest.raises(DamagedFile, match="it lacks test_batch.bin"):
        load_cifar10(keep_archive(tmp_path / "mine", contents))


def test_without_the_network_it_says_how_to_get_it(tiny, tmp_path):
    for load in (lambda: load_cifar10(download=False), cats_and_dogs):
        with pytest.raises(DatasetUnavailable) as caught:
            load()
        message = str(caught.value)
        assert (
            "python -m helpers.datasets cifar10" in message
            and "By hand: put http://127.0.0.1:1/cifar-10-binary.tar.gz" in message
        )
        assert f"{tmp_path / 'data' / 'cifar10'}: no such folder" in message


# Where it is looked for


@pytest.mark.parametrize(
    "inner", ["cifar10", "CIFAR-10", "cifar-10-batches-bin", "photos/cifar10", "cifar10/cifar-10-batches-bin"]
)
def test_helpers_data(tiny, tmp_path, monkeypatch, inner):
    tiny_idx.write(tmp_path / "shared" / inner, tiny)
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    assert len(load_cifar10(download=False).x_test) == 20
    assert len(cats_and_dogs().x_test) == 4 and cats_and_dogs().name == "cifar10"
    monkeypatch.setenv("HELPERS_DATA", f'"{tmp_path / "shared" / inner}" ')
    if inner != "photos/cifar10":
        assert len(load_cifar10(download=False).x_test) == 20


def test_what_is_unpacked_is_read_before_an_archive(tiny, tmp_path, monkeypatch):
    tiny_idx.write(tmp_path / "shared" / "cifar10", {"cifar-10-binary.tar.gz": b""})
    tiny_idx.write(tmp_path / "data" / "cifar10", tiny)
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    assert len(load_cifar10(download=False).x_test) == 20


# Downloads


def test_a_download(tiny, tmp_path, monkeypatch, capsys):
    data = archive_of(tiny)
    with tiny_idx.server({"/cifar-10-binary.tar.gz": data}) as address:
        official("cifar10", data, monkeypatch, (address,))
        assert command.main(["cifar10"]) == 0
        assert "60,000 images" in (out := capsys.readouterr().out) and out.endswith("downloaded\n")
    path = tmp_path / "data" / "cifar10" / "cifar-10-binary.tar.gz"
    assert os.listdir(path.parent) == [path.name] and path.read_bytes() == data
    assert len(load_cifar10().x_train) == 90
    assert command.main(["cifar10"]) == 0 and "already here" in capsys.readouterr().out
    assert (
        command.main([]) in (0, 1)
        and f"60,000 images of 32 x 32 pixels, 10 classes\n  whole, in {path}" in capsys.readouterr().out
    )


def test_a_mirror_that_breaks_off_leaves_nothing_and_the_next_one_is_asked(tiny, tmp_path, monkeypatch):
    data = archive_of(tiny)
    with tiny_idx.server({"/cifar-10-binary.tar.gz": data[:-5]}) as bad:
        official("cifar10", data, monkeypatch, (bad, "http://127.0.0.1:1/"))
        with pytest.raises(DatasetUnavailable) as caught:
            load_cifar10()
        message = str(caught.value)
        assert "CIFAR-10 could not be downloaded" in message and f"{bad}cifar-10-binary.tar.gz: it has" in message
        assert "127.0.0.1:1/: no connection" in message and os.listdir(tmp_path / "data" / "cifar10") == []
        with tiny_idx.server({"/cifar-10-binary.tar.gz": data}) as good:
            official("cifar10", data, monkeypatch, (bad, good))
            assert len(load_cifar10(classes=("cat", "dog")).x_test) == 4


def test_stopped_by_the_keyboard(tiny, tmp_path, monkeypatch, capsys):
    from helpers.datasets import downloading

    def stop(*_):
        raise KeyboardInterrupt

    data = archive_of(tiny)
    with tiny_idx.server({"/cifar-10-binary.tar.gz": data}) as address:
        official("cifar10", data, monkeypatch, (address,))
        monkeypatch.setattr(downloading, "_check_archive", stop)
        assert command.main(["cifar10"]) == 130
    assert os.listdir(tmp_path / "data" / "cifar10") == []


# The copy as JPEG pictures


def copy(path, count=20, spoil=b""):
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as archive:
        for part in ("test", "train"):
            for label, name in enumerate(("dog", "cat")):
                for number in range(count if part == "train" else 4):
                    grey = Image.new("RGB", (32, 32), (number, 100 * label, 0))
                    archive.writestr(f"{part}/{name}/{number:04}.png", spoil or packed(grey, "PNG"))


def test_the_copy_is_taken_when_the_files_are_not_there(tiny, tmp_path, monkeypatch):
    copy(tmp_path / "shared" / "photos" / "cifar" / "cats_dogs_32.zip")
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    data = cats_and_dogs()
    assert data.name == "cifar10 (JPEG copy)" and data.class_names == ("cat", "dog")
    assert data.x_train.shape == (36, 3, 32, 32) and len(data.x_val) == 4 and len(data.x_test) == 8
    order = np.random.default_rng(99).permutation(40)
    t, x = np.concatenate([data.t_val, data.t_train]), np.concatenate([data.x_val, data.x_train])
    assert t.tolist() == (order // 20).tolist() and np.allclose(x[:, 0, 0, 0] * 255, order % 20)
    assert ((x[:, 1, 5, 5] > 0) == (t == 0)).all()


@pytest.mark.parametrize("spoil", [b"no picture", packed(Image.new("RGB", (30, 30)), "PNG")], ids=["no picture", "too small"])
def test_a_damaged_copy(tiny, tmp_path, monkeypatch, spoil):
    path = tmp_path / "shared" / "photos" / "cifar" / "cats_dogs_32.zip"
    copy(path, spoil=spoil)
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    with pytest.raises(DamagedFile, match="cats_dogs_32.zip: "):
        cats_and_dogs()
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(DamagedFile, match="cats_dogs_32.zip: it cannot be read .*Usual cause: a copy that broke off"):
        cats_and_dogs()


# The pets

PETS = [
    f"{breed}_{number}.jpg"
    for breed in ("Abyssinian", "british_Shorthair".capitalize(), "beagle", "great_pyrenees")
    for number in range(1, 7)
]


def pets(extra=()):
    contents = {f"images/{name}": packed(Image.new("RGB", (20, 16), (number, 0, 0)), "JPEG") for number, name in enumerate(PETS)}
    rubbish = {
        "images/._Abyssinian_1.jpg": b"x",
        "images/Abyssinian_100.mat": b"x",
        "../../evil_1.txt": b"x",
        "images/README": b"x",
    }
    return tar(contents | rubbish, extra)


@pytest.fixture
def pet_archive(tiny, monkeypatch):
    """An archive of pets, with files in it that no archive should hold."""
    link, folder = tarfile.TarInfo("images/Abyssinian_9.jpg"), tarfile.TarInfo("images/Abyssinian_8.jpg")
    link.type, link.linkname, folder.type = tarfile.SYMTYPE, "/etc/hostname", tarfile.DIRTYPE
    outside = tarfile.TarInfo("../../../beagle_77.jpg")
    data = pets([link, folder, outside])
    official("pets", data, monkeypatch)
    return data


def everything_below(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_pets_are_downloaded_unpacked_safely_and_the_archive_goes(pet_archive, tmp_path, monkeypatch, capsys):
    with tiny_idx.server({"/images.tar.gz": pet_archive}) as address:
        official("pets", pet_archive, monkeypatch, (address,))
        with pytest.raises(DamagedFile, match="beagle_77.jpg: it is empty"):  # what was outside has no place of its own either
            load_pets(size=8)
        data = load_pets(size=8, skip_unreadable=False) if not (tmp_path / "data/pets/dogs/beagle_77.jpg").unlink() else None
    assert data.class_names == ("cats", "dogs") and data.name == "pets" and len(data.x_train) == 16
    assert everything_below(tmp_path / "data") == sorted(
        f"pets/{'cats' if name[0].isupper() else 'dogs'}/{name}" for name in PETS
    )
    assert not list(tmp_path.rglob("evil*")) and [path.name for path in tmp_path.iterdir()] == ["data"]
    assert command.main(["pets"]) == 0 and "12 cats and 12 dogs" in capsys.readouterr().out


def test_an_archive_that_was_brought_stays_and_is_unpacked_once(tiny, tmp_path, monkeypatch):
    data = pets()
    official("pets", data, monkeypatch)
    folder = tiny_idx.write(tmp_path / "shared" / "pets", {"images.tar.gz": data})
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    assert len(load_pets(size=8).x_train) == 16 and (folder / "images.tar.gz").exists()
    (folder / "images.tar.gz").write_bytes(b"")  # not looked at any more
    assert len(load_pets(size=8, download=False).x_train) == 16


@pytest.mark.parametrize("inner", ["pets/images", "photos/pets", "oxford-iiit-pet", "pets"])
def test_pets_as_they_come_out_of_the_archive(tiny, tmp_path, monkeypatch, inner):
    """Not sorted into cats and dogs; the split is the same as when they are."""
    folder = tiny_idx.write(
        tmp_path / "shared" / inner, {name: packed(Image.new("RGB", (20, 16), (n, 0, 0)), "JPEG") for n, name in enumerate(PETS)}
    )
    (folder / "Abyssinian_100.mat").write_bytes(b"x")
    monkeypatch.setenv("HELPERS_DATA", str(tmp_path / "shared"))
    data = load_pets(size=8, download=False)
    pixels = {part: np.asarray(getattr(data, f"x_{part}")) for part in ("train", "val", "test")}
    sorted_folder = tmp_path / "sorted"
    for kind in ("cats", "dogs"):
        (sorted_folder / kind).mkdir(parents=True)
    for name in PETS:
        (folder / name).rename(sorted_folder / ("cats" if name[0].isupper() else "dogs") / name)
    again = load_pets(sorted_folder, size=8)
    for part in ("train", "val", "test"):
        one, other = getattr(data, f"x_{part}"), getattr(again, f"x_{part}")
        assert [path.name for path in one.paths] == [path.name for path in other.paths] and np.array_equal(pixels[part], other)


def test_pets_that_are_not_there_or_damaged(pet_archive, tmp_path):
    with pytest.raises(DatasetUnavailable, match="Oxford-IIIT Pet is not on this computer"):
        load_pets(download=False)
    with pytest.raises(DatasetUnavailable, match="To get it .*python -m helpers.datasets pets"):
        load_pets(tmp_path / "nowhere")
    folder = tiny_idx.write(tmp_path / "mine", {"images.tar.gz": pet_archive[:-1] + b"z"})
    with pytest.raises(DamagedFile, match="its contents are others: the checksum is sha256:"):
        load_pets(folder)
    assert not (tmp_path / "data" / "pets").exists() or everything_below(tmp_path / "data") == []


def test_no_room_for_the_pets(tiny, tmp_path, monkeypatch):
    from helpers.datasets import pets as module

    def full(*_):
        raise OSError(28, "No space left on device")

    data = pets()
    official("pets", data, monkeypatch)
    monkeypatch.setattr(module.shutil, "copyfileobj", full)
    with pytest.raises(DatasetUnavailable, match="cannot be unpacked into .*: No space left on device.\nMake room there"):
        load_pets(tiny_idx.write(tmp_path / "mine", {"images.tar.gz": data}))
    assert everything_below(tmp_path / "data") == [] and os.listdir(tmp_path / "data" / "pets") == []


def test_the_checksum_is_of_the_whole_file(tmp_path, monkeypatch):
    official("pets", b"abc", monkeypatch)
    assert archives.ARCHIVES["pets"].checksum == f"sha256:{hashlib.sha256(b'abc').hexdigest()}"
    path = tmp_path / "images.tar.gz"
    path.write_bytes(b"abc")
    archives.check(path, "pets")
