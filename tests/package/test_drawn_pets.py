"""Drawn cats and dogs: files, variety; no colour gives them away, no linear net can read them, a small convolutional one can."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from helpers.augmentation import augment
from helpers.datasets import draw_pets, load_images
from helpers.datasets.drawn_pets import KINDS, POSES, drawn_pet
from helpers.networks import VGG, MultiLayerNet
from helpers.optimizers import Adam
from helpers.training import steps

SCRIPT = Path(__file__).resolve().parents[2] / "data" / "draw_pets.py"


def pixels(kind, *numbers, size=32):
    return np.asarray(drawn_pet(kind, np.random.default_rng(numbers), size))


def pictures(seed, count):
    """As draw_pets draws them: x (count, 3, 32, 32), t (count,), cats first."""
    t = np.repeat([0, 1], count // 2)
    x = [pixels(KINDS[label], seed, label, number) for label in (0, 1) for number in range(count // 2)]
    return np.stack(x).transpose(0, 3, 1, 2).astype(np.float32) / 255, t


@pytest.fixture(scope="module")
def data():
    return pictures(0, 480), pictures(100, 400)


def test_the_folder(tmp_path):
    assert draw_pets(tmp_path / "new" / "pets", 9) == tmp_path / "new" / "pets"
    names = {kind: sorted(file.name for file in (tmp_path / "new" / "pets" / kind).iterdir()) for kind in KINDS}
    assert names["cat"] == [f"cat_{number:04d}.png" for number in range(5)] and len(names["dog"]) == 4
    with Image.open(tmp_path / "new" / "pets" / "dog" / "dog_0003.png") as picture:
        assert (picture.size, picture.mode, picture.format) == ((32, 32), "RGB", "PNG")
        assert np.array_equal(np.asarray(picture), pixels("dog", 0, 1, 3))


def test_load_images_reads_it(tmp_path):
    data = load_images(draw_pets(tmp_path, 20, 24), size=24)
    assert list(data.class_names) == ["cat", "dog"] and tuple(data.image_shape) == (3, 24, 24)


def test_the_same_seed_draws_the_same_and_another_others(tmp_path):
    draw_pets(tmp_path / "a", 8, seed=5), draw_pets(tmp_path / "b", 4, seed=5), draw_pets(tmp_path / "c", 4, seed=6)
    files = {name: [(tmp_path / name / "cat" / f"cat_000{i}.png").read_bytes() for i in (0, 1)] for name in "abc"}
    assert files["a"] == files["b"] != files["c"] and files["a"][0] != files["a"][1]
    draw_pets(tmp_path / "a", 8, seed=6)  # drawn anew
    assert (tmp_path / "a" / "cat" / "cat_0000.png").read_bytes() == files["c"][0]


def test_other_files_are_not_mixed_with_drawn_ones(tmp_path):
    draw_pets(tmp_path, 12)
    with pytest.raises(FileExistsError, match="3 other files already, such as cat_0003.png. Usual cause"):
        draw_pets(tmp_path, 6)
    (tmp_path / "x" / "dog").mkdir(parents=True)
    (tmp_path / "x" / "dog" / "rex.jpg").write_bytes(b"")
    with pytest.raises(FileExistsError, match="rex.jpg"):
        draw_pets(tmp_path / "x", 6)
    assert not (tmp_path / "x" / "cat").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"count": 1}, "count must be a whole number from 2 up"),
        ({"size": 15}, "size must be a whole number from 16 up"),
        ({"seed": -1}, "seed must be a whole number from 0 up"),
        ({"count": 2.5}, "count"),
    ],
)
def test_wrong_arguments(tmp_path, arguments, words):
    with pytest.raises(ValueError, match=words):
        draw_pets(tmp_path / "x", **arguments)
    assert not (tmp_path / "x").exists()


def test_a_third_animal():
    with pytest.raises(ValueError, match='must be "cat" or "dog", not \'cow\''):
        drawn_pet("cow", np.random.default_rng(0))


@pytest.mark.parametrize("size", [16, 33, 64])
def test_sizes(size):
    assert pixels("cat", 1, size=size).shape == (size, size, 3)


def test_every_pose_is_drawn_facing_both_sides(monkeypatch):
    """The head's middle stays well inside, left and right of the middle."""
    places, seen = [], set()
    for pose, head in POSES:
        seen.add(pose.__name__)

        def paint(brush, *_others, head=head):
            places.append(np.array(brush.pixels([head])[0]) / (4 * 32))

        monkeypatch.setattr("helpers.datasets.drawn_pets.POSES", ((paint, head),))
        for number in range(40):
            pixels("dog", number)
    places = np.array(places)
    assert seen == {"face", "sitting", "standing", "lying"}
    assert places.min() >= 0.3 - 1e-9 and places.max() <= 0.7 + 1e-9
    assert 0.35 < (places[:, 0] < 0.5).mean() < 0.65


def test_no_two_are_alike(data):
    (x, _), _ = data
    flat = x.reshape(len(x), -1)
    assert len(np.unique(flat.mean(axis=1).round(6))) > 450  # means of 3,072 noisy numbers: equal ones are equal pictures
    assert flat.std(axis=0).min() > 0.1  # no pixel is the same in all


def trained(network, x, t, iterations, lr, batch_size=50, augment=None):
    optimizer, how = Adam(lr), {"batch_size": batch_size, "rng": np.random.default_rng(0), "augment": augment}
    for step in steps(network, optimizer, x, t, iterations=iterations, **how):
        optimizer.lr = lr * (1 if step.iteration < 0.6 * iterations else 0.3 if step.iteration < 0.85 * iterations else 0.1)
    return network


def colours(x):
    """Mean and spread of each channel: what is left of a picture when all shapes are gone."""
    return (np.concatenate([x.mean(axis=(2, 3)), x.std(axis=(2, 3))], axis=1) - 0.3) * 5


def shares(x):
    """Of each channel the shares of eight ranges: how much of the picture is how bright."""
    counts = [[np.histogram(channel, 8, (0, 1))[0] for channel in picture] for picture in x]
    return (np.array(counts).reshape(len(x), -1) / x[0, 0].size).astype(np.float32)


@pytest.mark.parametrize("features", [colours, shares])
def test_colours_do_not_give_the_class_away(data, features):
    (x, t), (x_test, t_test) = data
    network = trained(MultiLayerNet([features(x).shape[1], 2], 0), features(x), t, 2000, 0.01)
    assert network.accuracy(features(x_test), t_test) < 0.68  # by chance 0.5, give or take 0.05


def test_a_linear_net_cannot_read_them(data):
    (x, t), (x_test, t_test) = ((x.reshape(len(x), -1) - 0.45, t) for x, t in data)
    for iterations, lr in ((400, 1e-3), (2000, 3e-4)):
        assert trained(MultiLayerNet([3072, 2], 0), x, t, iterations, lr).accuracy(x_test, t_test) < 0.8


def test_a_small_convolutional_net_reads_them(data):
    (x, t), (x_test, t_test) = ((x - 0.45, t) for x, t in data)
    network = VGG((3, 32, 32), ((1, 16), (1, 32), (1, 32)), 32, 2, 0, dropout=0.2)
    change = augment(np.random.default_rng(0), flip=0.5, shift=3, outside="edge")
    trained(network, x, t, 1000, 4e-3, 25, change)
    assert network.accuracy(x_test, t_test) > 0.95


def test_the_script(tmp_path, capsys):
    spec = importlib.util.spec_from_file_location("draw_pets_script", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.main([str(tmp_path / "pets"), "--count", "4", "--size", "20", "--seed", "3"])
    assert "4 pictures are in" in capsys.readouterr().out
    with Image.open(tmp_path / "pets" / "cat" / "cat_0001.png") as picture:
        assert np.array_equal(np.asarray(picture), pixels("cat", 3, 0, 1, size=20))
    with pytest.raises(SystemExit):
        script.main([str(tmp_path / "pets"), "--count", "1"])
    assert "whole number from 2 up" in capsys.readouterr().err
