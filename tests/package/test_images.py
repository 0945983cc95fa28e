"""Folders of photographs: what is read, what is passed over, what is named; the split; reading late, ahead, and in training."""

import os
import pickle
import shutil
import sys
import threading
import unicodedata
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from test_pictures import BAD, HEIC, JPEG, packed
from wanted import missing

from helpers.datasets import DamagedFile, DatasetUnavailable, cats_and_dogs, folders, images, lazy, load_images, load_pets
from helpers.networks import SimpleConvNet
from helpers.optimizers import SGD, Adam
from helpers.pictures import PictureError, read_picture
from helpers.training import TrainingDiverged, fit, steps


def photo(number, size=(24, 20)):
    """A small picture that is another one for each number."""
    pixels = np.random.default_rng(number).integers(0, 256, (*size[::-1], 3), np.uint8)
    return Image.fromarray(pixels)


def album(folder, cats=10, dogs=15, kind="png"):
    """A folder with so many cats and dogs."""
    for name, count in (("cat", cats), ("dog", dogs)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            photo(number + 1000 * (name == "dog")).save(folder / name / f"{name} {number}.{kind}")
    return folder


@pytest.fixture
def photos(tmp_path):
    return album(tmp_path / "photos")


def whole_of(data):
    """The same data as arrays."""
    return replace(data, **{f"x_{part}": np.asarray(getattr(data, f"x_{part}")) for part in ("train", "val", "test")})


def files_of(data):
    return [str(path) for part in (data.x_train, data.x_val, data.x_test) for path in part.paths]


# What comes


def test_a_folder_of_class_folders(photos):
    data = load_images(photos, size=16)
    assert data.class_names == ("cat", "dog") and data.image_shape == (3, 16, 16) and data.name == "photos"
    assert [len(x) for x in (data.x_train, data.x_val, data.x_test)] == [15, 5, 5]
    assert [np.bincount(t).tolist() for t in (data.t_train, data.t_val, data.t_test)] == [[6, 9], [2, 3], [2, 3]]
    assert len(set(files_of(data))) == 25
    for x, t in ((data.x_train, data.t_train), (data.x_val, data.t_val), (data.x_test, data.t_test)):
        assert x.shape == (len(t), 3, 16, 16) and x.dtype == np.float32 and t.dtype == np.int64
        assert [path.parent.name for path in x.paths] == [data.class_names[label] for label in t]
        for row, path in enumerate(x.paths):
            assert np.array_equal(x[row], read_picture(path, 16))
    assert "15 training, 5 validation and 5 test images of 16 x 16 pixels, 2 classes" in repr(data)


def test_what_pictures_are_taken_by(photos):
    x = load_images(photos, size=8).x_train
    array = np.asarray(x)
    assert array.shape == x.shape and array.dtype == np.float32 and not np.array_equal(array[0], array[1])
    mask = np.arange(15) % 3 == 0
    for places in (
        slice(2, 9),
        slice(None, None, -2),
        [3, 1, 3],
        [],
        np.array([4, 4]),
        mask,
        list(mask),
        0,
        -1,
        np.int64(2),
        slice(9, 9),
    ):
        wanted = array[np.array(places, dtype=int)] if isinstance(places, list) and not places else array[places]
        assert np.array_equal(x[places], wanted) and x[places].shape == wanted.shape
    assert np.array_equal(np.stack(list(x)), array)
    assert np.asarray(x, dtype=np.float64).dtype == np.float64
    part = x.part([3, 1])
    assert np.array_equal(part, array[[3, 1]]) and part.paths == [x.paths[3], x.paths[1]] and len(part.part(slice(1))) == 1
    for wrong in (15, -16, [20]):
        with pytest.raises(IndexError):
            x[wrong]
    with pytest.raises(IndexError, match=r"whole ones can be taken, x\[places\]"):
        x[:, 0]
    with pytest.raises(AttributeError, match=r"have no mean. Of all pictures together: np.asarray\(x\).mean"):
        x.mean()
    with pytest.raises(AttributeError, match="have no nonsense.$"):
        x.nonsense  # noqa: B018
    with pytest.raises(ValueError, match="copy=False"):
        np.asarray(x, copy=False)
    assert repr(x) == "Pictures: 15 of 8 × 8 pixels, read from their files when needed"


def test_nothing_is_decoded_before_it_is_asked_for(tmp_path, monkeypatch):
    folder = album(tmp_path, kind="jpg")
    read = []
    real = lazy.open_picture
    monkeypatch.setattr(lazy, "open_picture", lambda path: (read.append(path), real(path))[1])
    x = load_images(folder, size=8).x_train
    assert read == []
    first = x[:3]
    assert read == x.paths[:3]
    again = x[[2, 1, 0]]
    assert read == x.paths[:3] and np.array_equal(again, first[::-1])  # they were kept


def test_what_finds_no_room_is_read_again(photos, monkeypatch):
    kept = np.asarray(load_images(photos, size=8).x_train)
    monkeypatch.setattr(lazy, "ROOM", 2 * 3 * 8 * 8)
    x = load_images(photos, size=8).x_train
    for _ in range(2):
        assert np.array_equal(np.asarray(x), kept)
    assert len(x._shelf.kept) == 2


# What is passed over

SYSTEM = [
    ".DS_Store",
    "Thumbs.db",
    "thumbs.db",
    "desktop.ini",
    "._cat 1.png",
    ".hidden.jpg",
    "Icon\r",
    "~$cat.docx",
    "ehthumbs.db",
]
OTHERS = [
    "notes.txt",
    "README.md",
    "labels.csv",
    "IMG_1.MOV",
    "IMG_1.AAE",
    "boxes.xml",
    "features.npy",
    "list.json",
    "look.ipynb",
]


@pytest.mark.parametrize("name", SYSTEM + OTHERS)
def test_hidden_and_system_files_texts_and_videos_are_passed_over(photos, name):
    before = files_of(load_images(photos, size=8))
    for folder in (photos, photos / "cat"):
        try:
            (folder / name).write_bytes(b"something else")
        except OSError:
            pytest.skip("this system has no such names")
    assert files_of(load_images(photos, size=8)) == before


@pytest.mark.parametrize("name", ["__MACOSX", ".ipynb_checkpoints", ".git", "@eaDir", "$RECYCLE.BIN"])
def test_folders_of_the_system_are_passed_over(photos, name):
    before = files_of(load_images(photos, size=8))
    for folder in (photos, photos / "cat"):
        album(folder / name)
        photo(1).save(folder / name / "cat 1.png")
    assert files_of(load_images(photos, size=8)) == before


def test_pictures_beside_the_class_folders_belong_to_no_class(photos):
    photo(1).save(photos / "my cat.png")
    assert len(files_of(load_images(photos, size=8))) == 25


def test_a_folder_in_a_class_folder_belongs_to_the_class(photos):
    (photos / "cat" / "siamese").mkdir()
    photo(77).save(photos / "cat" / "siamese" / "one.png")
    data = load_images(photos, size=8)
    assert data.class_names == ("cat", "dog") and str(photos / "cat" / "siamese" / "one.png") in files_of(data)


def test_an_empty_class_folder_is_no_class(photos):
    (photos / "bird").mkdir()
    assert load_images(photos, size=8).class_names == ("cat", "dog")


def test_names_of_all_kinds_are_read(tmp_path):
    """Upper-case endings, other endings, none, blanks, umlauts, long names, the same names in two classes."""
    names = [
        "IMG_1.JPG",
        "b.JPEG",
        "c.jfif",
        "no ending",
        "Kätzchen grün 猫.png",
        "ü" * 100 + ".png",
        "%20.png",
        "a;b.png",
        "wrong.gif",
    ]
    for number, kind in enumerate(("Katze", "Hündchen")):
        (tmp_path / kind).mkdir()
        for i, name in enumerate(names):
            (tmp_path / kind / name).write_bytes(packed(photo(10 * number + i), "PNG"))
    data = load_images(tmp_path, size=8)
    assert data.class_names == ("Hündchen", "Katze") and len(set(files_of(data))) == 2 * len(names)
    assert len({np.asarray(x).tobytes() for part in (data.x_train, data.x_val, data.x_test) for x in part}) == 2 * len(names)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_to_pictures_and_class_folders_are_read_and_circles_are_not_walked(photos, tmp_path):
    (photos / "cat" / "link.png").symlink_to(photos / "cat" / "cat 1.png")
    (photos / "cat" / "circle").symlink_to(photos / "cat")
    (tmp_path / "others").mkdir()
    photo(5).save(tmp_path / "others" / "bird.png")
    shutil.copytree(photos / "dog", tmp_path / "elsewhere")
    (photos / "wolf").symlink_to(tmp_path / "elsewhere")
    data = load_images(photos, size=8)
    assert data.class_names == ("cat", "dog", "wolf") and len(files_of(data)) == 25 + 1 + 15


# What is named


def test_all_bad_files_stand_in_one_message(photos):
    for kind, (contents, _) in BAD.items():
        (photos / "dog" / f"{kind}.jpg").write_bytes(contents)
    with pytest.raises(DamagedFile) as caught:
        load_images(photos, size=8)
    message = str(caught.value)
    assert f"{len(BAD)} of {25 + len(BAD)} files cannot be read as pictures:" in message
    assert message.count("\n  ") == 11 and f"and {len(BAD) - 10} more" in message and "skip_unreadable=True" in message
    assert os.path.join("dog", "HEIC.jpg: it is HEIC") in message
    with pytest.warns(UserWarning, match=f"{len(BAD)} of {25 + len(BAD)} files cannot be read") as caught:
        data = load_images(photos, size=8, skip_unreadable=True)
    assert caught[0].filename == __file__ and "They are left out." in str(caught[0].message)
    assert len(files_of(data)) == 25 and np.isfinite(data.x_train).all()


@pytest.mark.parametrize("kind", BAD)
def test_each_bad_file_is_found_when_the_folder_is_loaded(photos, kind):
    contents, wanted = BAD[kind]
    (photos / "cat" / "x.jpg").write_bytes(contents)
    with pytest.raises(DamagedFile) as caught:
        load_images(photos, size=8)
    assert "1 of 26 files" in str(caught.value) and wanted in str(caught.value)


def test_damage_that_no_header_shows_is_named_when_it_is_read(tmp_path, monkeypatch):
    """A JPEG that begins and ends as it should, and is damaged between: found at once with skip_unreadable."""
    folder = album(tmp_path, kind="jpg")
    real = lazy.open_picture

    def damaged(path):
        if path.name == "cat 3.jpg":
            raise PictureError(path, "it is damaged.")
        return real(path)

    monkeypatch.setattr(lazy, "open_picture", damaged)
    data = load_images(folder, size=8, validation=0, test=0)
    for _ in range(2):
        with pytest.raises(PictureError, match="cat 3.jpg: it is damaged"):
            np.asarray(data.x_train)
    with pytest.raises(PictureError, match="cat 3.jpg: it is damaged"):
        list(steps(net(), SGD(0.01), data.x_train, data.t_train, batch_size=4, iterations=9, rng=0))
    with pytest.warns(UserWarning, match="1 of 25 files"):
        data = load_images(folder, size=8, skip_unreadable=True)
    assert (
        not any("cat 3.jpg" in name for name in files_of(data)) and len(data.x_train) + len(data.x_val) + len(data.x_test) == 24
    )


def test_a_file_that_vanishes_between_listing_and_looking(photos, monkeypatch):
    gone = photos / "cat" / "cat 3.png"
    real = folders.class_folders

    def listing(folder):
        found = real(folder)
        gone.unlink()
        return found

    monkeypatch.setattr(images.folders, "class_folders", listing)
    with pytest.raises(DamagedFile, match=r"1 of 25 files cannot be read as pictures:\n  cat.cat 3.png: there is no such file"):
        load_images(photos, size=8)


def test_a_file_that_vanishes_while_a_network_learns(tmp_path):
    folder = album(tmp_path, kind="jpg")
    data = load_images(folder, size=8)
    data.x_train.paths[4].unlink()
    with pytest.raises(PictureError, match="there is no such file"):
        for _ in steps(net(), SGD(0.01), data.x_train, data.t_train, batch_size=4, iterations=9, rng=0):
            pass
    assert quiet()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_broken_link_is_named(photos):
    (photos / "cat" / "link.jpg").symlink_to(photos / "gone.jpg")
    with pytest.raises(DamagedFile, match="cat.link.jpg: it is a link to .*gone.jpg, which is not there"):
        load_images(photos, size=8)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may read everything")
def test_without_the_right_to_read(photos):
    (photos / "cat" / "cat 1.png").chmod(0)
    with pytest.raises(DamagedFile, match="cat 1.png: you have no right to read it"):
        load_images(photos, size=8)
    (photos / "dog").chmod(0)
    with pytest.raises(DatasetUnavailable, match="dog cannot be looked into"):
        load_images(photos, size=8)
    (photos / "dog").chmod(0o755)


def test_a_folder_that_may_not_be_listed(photos, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(folders.os, "listdir", refuse)
    with pytest.raises(DatasetUnavailable, match="photos cannot be looked into: Permission denied"):
        load_images(photos)


def test_folders_that_are_none(tmp_path, photos):
    with pytest.raises(DatasetUnavailable, match="photoz is not there; .* is, and holds 'photos'"):
        load_images(tmp_path / "photoz")
    with pytest.raises(DatasetUnavailable, match="cat 1.png is a file: name the folder around the class folders"):
        load_images(photos / "cat" / "cat 1.png")
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", photos)
    with pytest.raises(DatasetUnavailable, match="packed.zip is an archive: unpack it"):
        load_images(archive)
    (tmp_path / "outer").mkdir()
    shutil.move(archive, tmp_path / "outer")
    with pytest.raises(DamagedFile, match="no class folders, but an archive, 'packed.zip'. Unpack it first"):
        load_images(tmp_path / "outer")


def test_folders_of_another_shape(tmp_path, photos):
    with pytest.raises(DamagedFile, match=r"10 files lie in it \('cat 0.png'\), but no class folders: their class is not said"):
        load_images(photos / "cat")
    (tmp_path / "empty" / "cat").mkdir(parents=True)
    with pytest.raises(DamagedFile, match="it holds no pictures. Without a picture: 'cat'"):
        load_images(tmp_path / "empty")
    with pytest.raises(DamagedFile, match="it holds no pictures. It is empty"):
        load_images(tmp_path / "empty" / "cat")
    (photos / "bird").mkdir()
    shutil.rmtree(photos / "dog")
    with pytest.raises(DamagedFile, match="only one class has pictures, 'cat': .* Without a picture: 'bird'"):
        load_images(photos)


def test_one_level_too_high(tmp_path):
    album(tmp_path / "download" / "photos")
    with pytest.raises(DamagedFile, match="may lie one level deeper: .*photos holds 'cat, dog'"):
        load_images(tmp_path / "download")
    for part in ("train", "Test", "validation"):
        album(tmp_path / "parts" / part)
    with pytest.raises(DamagedFile, match="are parts of a data set, not classes. Name one of them"):
        load_images(tmp_path / "parts")
    for name in ("Abyssinian_1.jpg", "beagle_2.jpg"):
        (tmp_path / "pets").mkdir(exist_ok=True)
        (tmp_path / "pets" / name).write_bytes(JPEG)
    with pytest.raises(DamagedFile, match="These look like the Oxford pets: use load_pets"):
        load_images(tmp_path / "pets")


def test_a_folder_whose_pictures_all_fail(tmp_path):
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
        for number in range(5):
            (tmp_path / name / f"{number}.heic").write_bytes(HEIC)
    with pytest.raises(DamagedFile, match="10 of 10 files cannot be read"):
        load_images(tmp_path)
    with pytest.warns(UserWarning), pytest.raises(DamagedFile, match="class 'cat' has 0 readable pictures"):
        load_images(tmp_path, skip_unreadable=True)


@pytest.mark.parametrize("shares", [(-0.1, 0.2), (0.5, 0.5), (1, 0), (0.2, float("nan")), ("0.2", 0.2), (None, 0.2)])
def test_wrong_shares(photos, shares):
    with pytest.raises(ValueError, match="validation and test are shares"):
        load_images(photos, validation=shares[0], test=shares[1])


def test_wrong_size_and_too_few_pictures(photos, tmp_path):
    with pytest.raises(ValueError, match="size must be a whole number from 1 up, not 0"):
        load_images(photos, size=0)
    with pytest.raises(DamagedFile, match="class 'cat' has 2 readable pictures, too few"):
        load_images(album(tmp_path / "few", cats=2))
    data = load_images(tmp_path / "few", validation=0, test=0, size=8)
    assert [len(x) for x in (data.x_train, data.x_val, data.x_test)] == [17, 0, 0] and np.asarray(data.x_test).shape == (
        0,
        3,
        8,
        8,
    )


# The split


def places_of(names, seed=0, validation=0.2, test=0.2):
    """The parts of a made-up folder {class: names}, as sets of (class, name)."""
    flat = [(kind, name) for kind, some in names.items() for name in some]
    labels = np.repeat(np.arange(len(names)), [len(some) for some in names.values()])
    keys = {place: folders.drawn("/".join(key), seed) for place, key in enumerate(flat)}
    parts = images.split(range(len(flat)), labels, keys, validation, test, tuple(names), "folder")
    return [[flat[place] for place in part] for part in parts]


NAMES = st.lists(st.text("abc0123.ü", min_size=1, max_size=6), min_size=5, max_size=60, unique=True)


@given(NAMES, NAMES, st.integers(0, 5), st.sampled_from([0, 0.1, 0.2, 0.25]), st.sampled_from([0, 0.1, 0.3]))
def test_the_parts_are_disjoint_whole_and_of_the_right_shares(cats, dogs, seed, validation, test):
    names = {"cat": cats, "dog": dogs}
    if any(round(len(some) * share) == 0 for some in names.values() for share in (validation, test) if share):
        return
    train, val, held = parts = places_of(names, seed, validation, test)
    everything = train + val + held
    assert len(set(everything)) == len(everything) == len(cats) + len(dogs)
    for kind, some in names.items():
        counts = [sum(key[0] == kind for key in part) for part in parts]
        assert counts[1:] == [round(len(some) * validation), round(len(some) * test)]
    assert parts == places_of(names, seed, validation, test)
    shuffled = {kind: [some[i] for i in np.random.default_rng(1).permutation(len(some))] for kind, some in names.items()}
    assert places_of(shuffled, seed, validation, test) == parts  # the system may list files in any order


@given(NAMES, NAMES, st.text("xyz", min_size=1, max_size=4))
def test_one_file_more_moves_at_most_three_others(cats, dogs, new):
    before, after = (places_of({"cat": some, "dog": dogs}) for some in (cats, [*cats, new]))
    where = [{key: number for number, part in enumerate(parts) for key in part} for parts in (before, after)]
    moved = [key for key in where[0] if where[0][key] != where[1][key]]
    assert len(moved) <= 3 and all(kind == "cat" for kind, _ in moved)


def test_another_seed_is_another_split_and_the_classes_are_mixed(photos):
    splits = {tuple(files_of(load_images(photos, size=8, seed=seed))) for seed in (0, 0, 1, 2)}
    assert len(splits) == 3
    assert len(set(load_images(photos, size=8).t_train[:8])) == 2


def test_the_split_is_the_same_on_every_computer(photos):
    """Names alone decide, by a checksum: neither the folder's place nor how a system writes an ü."""
    assert folders.drawn("cat/Kätzchen", 0).startswith("5cf37edb8eba")
    assert folders.drawn(unicodedata.normalize("NFD", "cat/Kätzchen"), 0) == folders.drawn("cat/Kätzchen", 0)
    moved = photos.parent / "elsewhere"
    before = [os.path.relpath(name, photos) for name in files_of(load_images(photos, size=8))]
    photos.rename(moved)
    assert [os.path.relpath(name, moved) for name in files_of(load_images(moved, size=8))] == before


# Training from files


def net(size=8, rng=0):
    return SimpleConvNet((3, size, size), {"filter_num": 4, "filter_size": 3, "pad": 1, "stride": 1}, 10, 2, rng)


def quiet():
    """Whether no thread reads ahead any more."""
    return not [thread for thread in threading.enumerate() if thread.name == "reading ahead"]


@pytest.mark.parametrize("room", [None, 0, 5 * 192])
@pytest.mark.parametrize("batch_size", [4, 100])
def test_training_from_files_is_training_from_an_array_to_the_bit(photos, monkeypatch, room, batch_size):
    """With a Generator that the augmentation draws from too: reading ahead must not touch it."""
    if room is not None:
        monkeypatch.setattr(lazy, "ROOM", room)
    results = []
    for prepare in (lambda data: data, whole_of):
        data, network, rng = prepare(load_images(photos, size=8)), net(), np.random.default_rng(5)
        history = fit(
            network, Adam(0.01), data, iterations=23, batch_size=batch_size, every=5, rng=rng, progress=False, patience=4,
            augment=lambda x, rng=rng: x[..., :: rng.choice([-1, 1])] + 0 * rng.random(),
        )  # fmt: skip
        results.append((history.loss, history.train_accuracy, history.val_accuracy, rng.random(), network.params))
        assert quiet()
    (*one, params), (*other, wanted) = results
    assert one == other and all(np.array_equal(params[name], wanted[name]) for name in wanted)


def test_accuracy_loss_and_predict_take_them(photos):
    data = load_images(photos, size=8)
    array, network = whole_of(data), net()
    x, t, whole = data.x_train, data.t_train, array.x_train
    assert network.accuracy(x, t) == network.accuracy(whole, t) == network.accuracy(x, t, batch_size=4)
    assert np.array_equal(network.predict(x), network.predict(whole))
    assert network.loss(x, t) == network.loss(whole, t)
    for name, slope in network.gradient(x, t).items():
        assert np.array_equal(slope, network.gradient(whole, t)[name])
    network.piece = 4
    assert np.allclose(network.predict(x), network.predict(whole), atol=1e-6)
    with pytest.raises(ValueError, match="x and t must have the same length"):
        network.accuracy(x, t[1:])
    with pytest.raises(ValueError, match="x and t must have the same length, at least 1"):
        network.accuracy(x[:0], t[:0])
    assert quiet()


def test_pieces_of_large_pictures_are_small(photos):
    """A thousand pictures of 224 × 224 would take 600 MB as floats."""
    from helpers.checks import pieces_of

    x = lazy.Pictures(lazy.Shelf(["none"] * 5000, 224), np.arange(5000))
    sizes = []
    x.ahead = lambda: Spy(sizes)
    assert sum(1 for _ in pieces_of(x, 1000)) == 61 and max(sizes) == 83


class Spy:
    def __init__(self, sizes):
        self.sizes = sizes

    def __getitem__(self, places):
        self.sizes.append(places.stop - places.start)

    def next(self, places):
        pass

    def close(self):
        pass


def test_the_next_pictures_are_read_in_another_thread(tmp_path, monkeypatch):
    folder = album(tmp_path, kind="jpg")
    readers = []
    real = lazy.open_picture
    monkeypatch.setattr(lazy, "open_picture", lambda path: (readers.append(threading.current_thread().name), real(path))[1])
    data = load_images(folder, size=8, validation=0, test=0)
    run = steps(net(), SGD(0.01), data.x_train, data.t_train, batch_size=5, iterations=5, rng=0)
    for _ in run:
        pass
    assert readers == ["MainThread"] * 5 + ["reading ahead"] * 20  # the first batch, then one round
    assert quiet()


def test_a_thread_that_fails_lets_the_caller_have_the_error(photos, monkeypatch):
    data = load_images(photos, size=8)
    data.x_train._shelf.kept.clear()
    real = lazy.open_picture

    def failing(path):
        if threading.current_thread() is not threading.main_thread():
            raise MemoryError
        return real(path)

    monkeypatch.setattr(lazy, "open_picture", failing)
    assert len(list(steps(net(), SGD(0.01), data.x_train, data.t_train, batch_size=4, iterations=4, rng=0))) == 4


def test_an_interrupt_leaves_no_thread_and_the_run_goes_on(photos, monkeypatch):
    losses = []
    for interrupted in (False, True):
        monkeypatch.setattr(lazy, "ROOM", 0)
        data, network = load_images(photos, size=8), net()
        run = steps(network, SGD(0.01), data.x_train, data.t_train, batch_size=4, iterations=8, rng=0)
        came = [next(run).loss for _ in range(3)]
        if interrupted:
            monkeypatch.setattr(lazy, "in_floats", _interrupt)
            for _ in range(2):
                with pytest.raises(KeyboardInterrupt):
                    next(run)
            monkeypatch.undo()
        came += [step.loss for step in run]
        losses.append(came)
        run.close()
        assert quiet()
    assert losses[0] == losses[1] and len(losses[0]) == 8


def _interrupt(*_):
    raise KeyboardInterrupt


def test_fit_leaves_no_thread_however_it_ends(photos, monkeypatch):
    monkeypatch.setattr(lazy, "ROOM", 0)
    data = load_images(photos, size=8)

    def stopping(x):
        raise KeyboardInterrupt

    assert fit(net(), SGD(0.01), data, iterations=9, batch_size=4, rng=0, progress=False, augment=stopping).interrupted
    assert quiet()
    with pytest.raises(TrainingDiverged, match="learning rate"), np.errstate(all="ignore"):
        fit(net(), SGD(1e30), data, iterations=30, batch_size=4, every=1, rng=0, progress=False)
    assert quiet()


def test_several_runs_share_the_pictures_on_threads(photos, monkeypatch):
    monkeypatch.setattr(lazy, "ROOM", 4 * 192)
    data = load_images(photos, size=8)
    results = {}

    def train(number):
        run = steps(net(), SGD(0.01), data.x_train, data.t_train, batch_size=4, iterations=12, rng=0)
        results[number] = [step.loss for step in run]

    threads = [threading.Thread(target=train, args=(number,)) for number in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(results) == 4 and all(losses == results[0] for losses in results.values())


def test_pictures_travel_to_another_process(photos):
    x = load_images(photos, size=8).x_train
    array = np.asarray(x)
    travelled = pickle.loads(pickle.dumps(x))
    assert travelled._shelf.kept == {} and np.array_equal(travelled, array) and len(pickle.dumps(x)) < 10_000


# Real photographs


def real(load):
    """Photographs of the folder that HELPERS_DATA names; skipped without one, and in CI a failure where they are not in it."""
    if not os.environ.get("HELPERS_DATA"):
        pytest.skip("HELPERS_DATA names no folder with photographs")
    try:
        return load()
    except DatasetUnavailable as error:
        missing(str(error))


@pytest.fixture(scope="module")
def pets():
    return real(lambda: load_pets(download=False))


def test_real_photographs_of_pets(pets):
    assert pets.class_names == ("cats", "dogs") and len(files_of(pets)) >= 369
    x = pets.x_train[:50]
    assert x.shape == (50, 3, 64, 64) and 0.3 < x.mean() < 0.6 and x.std() > 0.15
    assert np.array_equal(x[7], read_picture(pets.x_train.paths[7]))


def test_real_cats_and_dogs():
    data = real(cats_and_dogs)
    assert data.x_train.shape == (9000, 3, 32, 32) and data.x_val.shape == (1000, 3, 32, 32) and len(data.x_test) == 2000
    assert np.bincount(np.concatenate([data.t_train, data.t_val])).tolist() == [5000, 5000]
    assert np.bincount(data.t_test).tolist() == [1000, 1000] and data.class_names == ("cat", "dog")
    assert data.x_train.dtype == np.float32 and 0.4 < data.x_train.mean() < 0.55
