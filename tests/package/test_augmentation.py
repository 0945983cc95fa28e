"""Changed images: every change against one made by hand, what is drawn as likely as declared, and what is refused."""

import math

import numpy as np
import pytest

from helpers import augmentation, resampling
from helpers.augmentation import (
    affine,
    augment,
    displacements,
    elastic,
    erased,
    flipped,
    rotated,
    scaled,
    sheared,
    shifted,
    transformed,
)
from helpers.datasets import load_digits
from helpers.layers import Flatten
from helpers.networks import Network, TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import steps


def moved(image, down, across):
    """The same image down rows lower and across columns to the right, with zeros behind it, one pixel at a time."""
    new = np.zeros_like(image)
    height, width = image.shape
    for row in range(height):
        for column in range(width):
            if 0 <= row + down < height and 0 <= column + across < width:
                new[row + down, column + across] = image[row, column]
    return new


def moves_of(image, new, by):
    """All (down, across) that turn image into new."""
    steps = range(-by, by + 1)
    return [(down, across) for down in steps for across in steps if np.array_equal(moved(image, down, across), new)]


@pytest.mark.parametrize("by", [0, 1, 2, 5])
def test_each_image_is_moved_by_one_of_the_moves(by):
    images = np.random.default_rng(0).random((40, 4, 7)).astype(np.float32) + 0.1
    new = shifted(images, by, np.random.default_rng(1))
    assert new.shape == images.shape and new.dtype == np.float32
    found = [moves_of(image, after, by) for image, after in zip(images, new, strict=True)]
    assert all(found)
    assert len({moves[0] for moves in found if len(moves) == 1}) > min(8, (2 * by + 1) ** 2 - 1) - 1


def test_all_moves_are_as_likely():
    images = np.broadcast_to(np.random.default_rng(0).random((6, 5)), (9000, 6, 5))
    new = shifted(images, 1, np.random.default_rng(2))
    counts = np.zeros((3, 3))
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            counts[down, across] = np.all(new == moved(images[0], down, across), axis=(1, 2)).sum()
    assert counts.sum() == 9000 and np.abs(counts - 1000).max() < 130  # four standard deviations


def test_channels_move_together():
    rng = np.random.default_rng(3)
    images = rng.random((20, 3, 6, 5))
    new = shifted(images, 2, rng)
    assert new.shape == images.shape
    for image, after in zip(images, new, strict=True):
        shared = set(moves_of(image[0], after[0], 2))
        for channel in (1, 2):
            shared &= set(moves_of(image[channel], after[channel], 2))
        assert shared
    assert any(moves_of(image[0], after[0], 2) != [(0, 0)] for image, after in zip(images, new, strict=True))


def test_nothing_given_is_changed_and_the_generator_decides():
    images = load_digits(flatten=False).x_train[:50]
    before = images.copy()
    images.flags.writeable = False
    one, same, other = (shifted(images, 1, np.random.default_rng(seed)) for seed in (4, 4, 5))
    assert np.array_equal(images, before) and one.flags.writeable
    assert np.array_equal(one, same) and not np.array_equal(one, other)
    one[:] = 7  # the copy is the caller's own
    assert np.array_equal(images, before)


def test_what_is_refused():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"reshape\(-1, 28, 28\)"):
        shifted(np.zeros((3, 784)), 1, rng)
    with pytest.raises(TypeError, match="uint8"):
        shifted(np.zeros((3, 8, 8), np.uint8), 1, rng)
    with pytest.raises(ValueError, match=r"looks like \(N, H, W, C\).*transpose\(0, 3, 1, 2\)"):
        shifted(np.zeros((3, 28, 28, 1)), 1, rng)
    for bad in (None, 0, "seed", np.random):
        with pytest.raises(TypeError, match="rng must be a generator that goes on"):
            shifted(np.zeros((3, 8, 8)), 1, bad)
    for by in (-1, 0.5, None, "1", float("nan")):
        with pytest.raises(ValueError, match="by must be a whole number"):
            shifted(np.zeros((3, 8, 8)), by, rng)
    assert shifted(np.zeros((0, 8, 8)), 1, rng).shape == (0, 8, 8)


# ---------------------------------------------------------------- between the pixels


def read(image, row, column, outside=0.0):
    """What a picture (H, W) holds at any place, by the formula, one place at a time."""

    def pixel(r, c):
        if outside == "edge":
            return image[min(max(r, 0), image.shape[0] - 1), min(max(c, 0), image.shape[1] - 1)]
        return image[r, c] if 0 <= r < image.shape[0] and 0 <= c < image.shape[1] else outside

    r, c = math.floor(row), math.floor(column)
    down, across = row - r, column - c
    upper = (1 - across) * pixel(r, c) + across * pixel(r, c + 1)
    lower = (1 - across) * pixel(r + 1, c) + across * pixel(r + 1, c + 1)
    return (1 - down) * upper + down * lower


def by_hand(image, down, across, degrees, size, lean, outside=0.0):
    """The change of transformed, undone for each new pixel: first the shift, then the turn, the lean and the size."""
    height, width = image.shape
    new, angle = np.zeros(image.shape), math.radians(degrees)
    for row in range(height):
        for column in range(width):
            up, right = (height - 1) / 2 - row + down, column - (width - 1) / 2 - across
            up, right = up * math.cos(angle) - right * math.sin(angle), up * math.sin(angle) + right * math.cos(angle)
            right -= up * math.tan(math.radians(lean))
            new[row, column] = read(image, (height - 1) / 2 - up / size, (width - 1) / 2 + right / size, outside)
    return new


def pictures(count=5, shape=(3, 7, 4), dtype=np.float64, seed=0):
    return np.random.default_rng(seed).random((count, *shape)).astype(dtype) + 0.1


@pytest.mark.parametrize("outside", [0.0, -2.5, "edge"])
@pytest.mark.parametrize("shape", [(1, 5, 6), (3, 7, 4), (2, 1, 5)])
def test_all_together_is_the_formula_on_odd_shapes(shape, outside):
    images, rng = pictures(4, shape), np.random.default_rng(1)
    how = {
        "down": rng.uniform(-2, 2, 4),
        "across": rng.uniform(-2, 2, 4),
        "degrees": rng.uniform(-180, 180, 4),
        "size": rng.uniform(0.5, 2, 4),
        "lean": rng.uniform(-50, 50, 4),
    }
    new = transformed(images, **how, outside=outside)
    for number, (image, after) in enumerate(zip(images, new, strict=True)):
        one = {name: values[number] for name, values in how.items()}
        for channel in range(len(image)):
            np.testing.assert_allclose(after[channel], by_hand(image[channel], **one, outside=outside), atol=1e-12)


def test_many_pictures_are_worked_in_pieces_alike(monkeypatch):
    images, angles = pictures(23, (2, 5, 4)), np.random.default_rng(2).uniform(-90, 90, 23)
    whole = transformed(images, degrees=angles, down=0.3)
    monkeypatch.setattr(resampling, "PIECE", 60)  # three pictures a piece
    assert np.array_equal(transformed(images, degrees=angles, down=0.3), whole)
    for number in (0, 3, 22):
        assert np.array_equal(transformed(images[number : number + 1], degrees=angles[number], down=0.3)[0], whole[number])
    one, other = (elastic(images, 5, 1.5, np.random.default_rng(0)) for _ in range(2))
    monkeypatch.undo()
    assert np.array_equal(one, other)
    np.testing.assert_allclose(elastic(images, 5, 1.5, np.random.default_rng(0)), one, atol=1e-5)  # BLAS may sum otherwise


CHANGES = {
    "shift": lambda x, rng, by: affine(x, rng, shift=3 * by),
    "rotate": lambda x, rng, by: rotated(x, 40 * by, rng),
    "scale": lambda x, rng, by: scaled(x, 0.5 * by, rng),
    "shear": lambda x, rng, by: sheared(x, 30 * by, rng),
    "flip": lambda x, rng, by: flipped(x, rng, 0.5 * by),
    "erase": lambda x, rng, by: erased(x, 3 * by, rng, -2.0),
    "elastic": lambda x, rng, by: elastic(x, 8 * by, 2, rng),
    "all": lambda x, rng, by: affine(x, rng, shift=2 * by, rotate=20 * by, scale=0.3 * by, shear=10 * by),
    "augment": lambda x, rng, by: augment(rng, shift=by, rotate=9 * by, flip=0.5 * by, alpha=8 * by, sigma=2)(x),
}


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("name", CHANGES)
def test_strength_0_changes_nothing_and_dtype_shape_and_what_was_given_stay(name, dtype):
    for shape in ((1, 8, 8), (3, 7, 4), (2, 3, 5), (6, 9)):
        images = pictures(6, shape, dtype)
        before = images.copy()
        images.flags.writeable = False
        same = CHANGES[name](images, np.random.default_rng(0), 0)
        assert np.array_equal(same, before) and not np.shares_memory(same, images)
        new, again, other = (CHANGES[name](images, np.random.default_rng(seed), 1) for seed in (3, 3, 4))
        assert new.shape == images.shape and new.dtype == dtype and new.flags.writeable and np.isfinite(new).all()
        assert np.array_equal(new, again) and not np.array_equal(new, other)
        assert not np.array_equal(new, before) and np.array_equal(images, before)
        assert CHANGES[name](images[:0], np.random.default_rng(0), 1).shape == (0, *shape)


@pytest.mark.parametrize("name", CHANGES)
def test_the_generator_goes_on_and_each_picture_is_changed_on_its_own(name):
    images, rng = np.repeat(pictures(1, (2, 9, 9)), 12, axis=0), np.random.default_rng(0)
    one, other = CHANGES[name](images, rng, 1), CHANGES[name](images, rng, 1)
    assert not np.array_equal(one, other)
    different = {picture.tobytes() for picture in one}
    assert len(different) == (2 if name == "flip" else 12)


@pytest.mark.parametrize("name", CHANGES)
def test_all_channels_are_changed_alike(name):
    grey = pictures(10, (1, 9, 6))
    new = CHANGES[name](np.repeat(grey, 3, axis=1), np.random.default_rng(0), 1)
    assert np.array_equal(new[:, 0], new[:, 1]) and np.array_equal(new[:, 0], new[:, 2])
    assert np.array_equal(new[:, :1], CHANGES[name](grey, np.random.default_rng(0), 1))
    assert np.array_equal(new[:, 0], CHANGES[name](grey[:, 0], np.random.default_rng(0), 1))  # (N, H, W)


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 2e-5), (np.float64, 1e-12)])
@pytest.mark.parametrize("size", [6, 7, 28])
def test_a_quarter_turn_is_rot90(size, dtype, tolerance):
    images = pictures(3, (2, size, size), dtype)
    for turns in (-1, 1, 2, 3, 4):
        expected = np.rot90(images, turns, axes=(2, 3))
        np.testing.assert_allclose(transformed(images, degrees=90 * turns), expected, atol=tolerance)
    assert not np.allclose(transformed(images, degrees=90), np.rot90(images, -1, axes=(2, 3)), atol=0.1)


@pytest.mark.parametrize(("down", "across"), [(0, 0), (2, -1), (-3, 2), (0, 9), (-9, 0), (400, -1e9)])
def test_whole_pixels_are_the_moved_picture(down, across):
    images = pictures(4, (3, 6, 5), np.float32)
    new = transformed(images, down=down, across=across)
    for image, after in zip(images.reshape(-1, 6, 5), new.reshape(-1, 6, 5), strict=True):
        assert np.array_equal(after, moved(image, down, int(across)))


def test_twice_as_large_and_half_as_large_of_a_known_picture():
    image = np.array([[[[0, 0, 0, 0], [0, 4, 8, 0], [0, 12, 16, 0], [0, 0, 0, 0]]]], float)
    # New places -1.5 -0.5 0.5 1.5 come from -0.75 -0.25 0.25 0.75, a quarter of the way from one pixel to the next.
    line = np.array([[0.25, 0.75, 0, 0], [0, 0.75, 0.25, 0], [0, 0.25, 0.75, 0], [0, 0, 0.75, 0.25]])
    np.testing.assert_allclose(transformed(image, size=2.0)[0, 0], line @ image[0, 0] @ line.T, atol=1e-12)
    half = transformed(np.ones((1, 1, 8, 8)), size=0.5)[0, 0]  # places 1 and 3 from the centre are inside, 5 and 7 are not
    assert np.array_equal(half, np.pad(np.ones((4, 4)), 2))


def test_signs_up_is_less_and_right_is_more():
    image = np.zeros((1, 1, 9, 9))
    image[0, 0, :, 4] = 1  # an upright line
    leaning = transformed(image, lean=45)[0, 0]
    assert np.array_equal(leaning.argmax(axis=1), np.arange(8, -1, -1))  # its top to the right
    dot = np.zeros((1, 1, 9, 9))
    dot[0, 0, 4, 7] = 1
    turned = transformed(dot, degrees=90)[0, 0]
    assert turned[1, 4] == pytest.approx(1)  # from the right to the top: against the clock


def test_a_small_turn_and_shift_keep_the_mass_of_a_digit():
    digits = load_digits(flatten=False).x_train[:200]
    wide = np.pad(digits, ((0, 0), (0, 0), (6, 6), (6, 6)))
    new = affine(wide, np.random.default_rng(0), shift=2, rotate=15)
    mass = new.sum(axis=(1, 2, 3)) / wide.sum(axis=(1, 2, 3))
    assert np.abs(mass - 1).max() < 0.05 and abs(mass.mean() - 1) < 0.005
    larger = transformed(wide, size=1.5).sum(axis=(1, 2, 3)) / wide.sum(axis=(1, 2, 3))
    np.testing.assert_allclose(larger, 2.25, rtol=0.05)
    assert new.min() >= 0 and new.max() <= wide.max() + 1e-6


def drawn(monkeypatch, **strengths):
    """The down, across, degrees, size and lean that affine draws for 20,000 images."""
    seen = {}
    monkeypatch.setattr(augmentation, "transformed", lambda images, **moves: seen.update(moves))
    affine(np.zeros((20_000, 1, 1, 1)), np.random.default_rng(0), **strengths)
    return seen


def test_what_is_drawn_is_as_large_as_declared(monkeypatch):
    seen = drawn(monkeypatch, shift=3, rotate=10, scale=0.25, shear=20)
    seen["size"] = np.log(seen["size"])
    for name, most in {"down": 3, "across": 3, "degrees": 10, "lean": 20, "size": np.log(1.25)}.items():
        values = seen[name] / most
        assert 0.999 < values.max() <= 1 + 1e-12 and -1 - 1e-12 <= values.min() < -0.999
        counts = np.histogram(values, bins=10, range=(-1 - 1e-9, 1 + 1e-9))[0]
        assert np.abs(counts - 2000).max() < 200  # each tenth as likely: four to five standard deviations
    pairs = [("down", "across"), ("degrees", "size"), ("across", "lean")]
    assert all(abs(np.corrcoef(seen[one], seen[other])[0, 1]) < 0.03 for one, other in pairs)


def test_one_strength_does_not_change_what_another_draws(monkeypatch):
    alone, together = drawn(monkeypatch, shift=2), drawn(monkeypatch, shift=2, rotate=30, scale=1, shear=5)
    assert np.array_equal(alone["down"], together["down"]) and np.array_equal(alone["across"], together["across"])
    assert (alone["degrees"] == 0).all() and (alone["size"] == 1).all()


@pytest.mark.parametrize(("alpha", "sigma"), [(34, 4), (8, 1), (0, 2)])
def test_elastic_moves_have_the_declared_mean_and_spread_everywhere(alpha, sigma):
    moves = displacements((28, 20), alpha, sigma, np.random.default_rng(0))(1000)
    assert moves.shape == (1000, 2, 28, 20)
    declared = alpha / (2 * np.sqrt(3 * np.pi) * sigma)
    assert abs(moves.mean()) <= declared * 0.02
    for part in (moves, moves[:, 0], moves[:, 1], moves[:, :, 0], moves[..., -1], moves[:, :, 13:15, 9:11]):
        assert part.std() == pytest.approx(declared, rel=0.04)
    if alpha:  # neighbours move together, far ones apart: a Gaussian twice as wide in the square
        for distance in (1, sigma, 12):
            found = np.corrcoef(moves[:, 0, 5, 3], moves[:, 0, 5 + distance, 3])[0, 1]
            assert found == pytest.approx(np.exp(-(distance**2) / (4 * sigma**2)), abs=0.1)
        assert abs(np.corrcoef(moves[:, 0].ravel(), moves[:, 1].ravel())[0, 1]) < 0.05


def test_elastic_reads_each_pixel_where_the_field_says():
    images, rng = pictures(3, (2, 6, 5)), np.random.default_rng(5)
    moves = displacements((6, 5), 20, 2, np.random.default_rng(5))(3).astype(float)
    new = elastic(images, 20, 2, rng)
    for number in range(3):
        for row in range(6):
            for column in range(5):
                at = row + moves[number, 0, row, column], column + moves[number, 1, row, column]
                assert new[number, 1, row, column] == pytest.approx(read(images[number, 1], *at), abs=1e-6)


def test_mirrored_as_often_as_said():
    images = np.broadcast_to(pictures(1, (2, 3, 4)), (4000, 2, 3, 4))
    for chance in (0, 0.25, 1):
        new = flipped(images, np.random.default_rng(0), chance)
        mirrored = (new == images[..., ::-1]).all(axis=(1, 2, 3))
        assert (mirrored | (new == images).all(axis=(1, 2, 3))).all()
        assert abs(mirrored.mean() - chance) <= 0.03 * (0 < chance < 1)


def test_a_square_of_every_image_is_painted_over_and_its_centre_is_anywhere():
    images, size = np.random.default_rng(1).random((3000, 2, 9, 6)), 3
    new = erased(images, size, np.random.default_rng(0), fill=7.0)
    painted = (new == 7).all(axis=1)
    assert np.array_equal(np.where(painted[:, None], images, new), images)  # all else stays
    rows, columns = painted.any(axis=2), painted.any(axis=1)
    assert np.array_equal(painted, rows[:, :, None] & columns[:, None, :])
    for there in (rows, columns):
        assert set(there.sum(axis=1)) == {2, 3}  # one of three places is lost where the centre is at the border
        assert (np.abs(np.diff(there.astype(int), axis=1)).sum(axis=1) <= 2).all()
        at_most = there.mean(axis=0).max()
        assert np.allclose(there.mean(axis=0)[1:-1], size / there.shape[1], atol=0.03) and at_most < 0.54
    np.testing.assert_array_equal(erased(images[:4], 18, np.random.default_rng(0), -1.0), -np.ones((4, 2, 9, 6)))


def test_augment_is_all_changes_in_one_pass_and_each_setting_counts():
    images, affine_ones = pictures(6, (2, 7, 5)), {"shift": 2, "rotate": 30, "scale": 0.4, "shear": 20, "outside": -2.0}
    rng = np.random.default_rng(3)
    expected, field = flipped(images, rng, 0.5), displacements((7, 5), 6, 1.5, rng)
    expected = erased(affine(expected, rng, **affine_ones, field=field), 3, rng, 0.7)
    settings = affine_ones | {"flip": 0.5, "alpha": 6, "sigma": 1.5, "erase": 3, "fill": 0.7}
    assert np.array_equal(augment(np.random.default_rng(3), **settings)(images), expected)
    for name in settings:
        fewer = {key: value for key, value in settings.items() if key != name}
        assert not np.allclose(augment(np.random.default_rng(3), **fewer)(images), expected, atol=1e-3), name


def test_augment_trains_with_steps():
    data, net = load_digits(flatten=False), TwoLayerNet(64, 9, 10, 0)
    net = Network([Flatten(), *net.layers])
    change = augment(np.random.default_rng(0), shift=1, rotate=10, scale=0.1, shear=5, flip=0.1, alpha=5, sigma=2)
    losses = [step.loss for step in steps(net, SGD(0.1), data.x_train, data.t_train, iterations=5, rng=0, augment=change)]
    assert len(losses) == 5 and np.isfinite(losses).all()


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_refuses_what_is_no_batch_of_images(name):
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"reshape\(-1, 28, 28\)"):
        CHANGES[name](np.zeros((3, 784)), rng, 1)
    with pytest.raises(TypeError, match="uint8"):
        CHANGES[name](np.zeros((3, 1, 8, 8), np.uint8), rng, 1)
    with pytest.raises(ValueError, match=r"looks like \(N, H, W, C\).*transpose\(0, 3, 1, 2\)"):
        CHANGES[name](np.zeros((3, 32, 32, 3)), rng, 1)
    for bad in (None, 0, np.random):
        with pytest.raises(TypeError, match="rng must be a generator that goes on"):
            CHANGES[name](np.zeros((3, 1, 8, 8)), bad, 1)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -1, None, "2", True, [1]], ids=repr)
def test_strengths_that_are_refused(bad):
    x, rng = np.zeros((2, 1, 4, 4)), np.random.default_rng(0)
    for make in (
        lambda: affine(x, rng, shift=bad),
        lambda: rotated(x, bad, rng),
        lambda: scaled(x, bad, rng),
        lambda: sheared(x, bad, rng),
        lambda: elastic(x, bad, 4, rng),
        lambda: augment(rng, rotate=bad),
        lambda: augment(rng, alpha=bad),
    ):
        with pytest.raises(ValueError, match="(shift|rotate|scale|shear|alpha) must be a number from 0 up"):
            make()
    for make in (lambda: elastic(x, 1, bad, rng), lambda: augment(rng, alpha=1, sigma=bad)):
        with pytest.raises(ValueError, match="sigma must be a positive number"):
            make()
    for make in (lambda: erased(x, bad, rng), lambda: augment(rng, erase=bad)):
        if bad is not True:  # which counts as 1, as in shifted
            with pytest.raises((TypeError, ValueError), match="size"):
                make()
    if bad != -1:
        with pytest.raises(ValueError, match="fill must be a number"):
            erased(x, 2, rng, bad)
    for make in (lambda: flipped(x, rng, bad), lambda: augment(rng, flip=bad)):
        with pytest.raises(ValueError, match="chance must be a number from 0 to 1"):
            make()
    for name in ("down", "across", "degrees", "size", "lean"):
        if bad != -1:
            with pytest.raises(ValueError, match=f"{name} must be a finite number, or an array \\(2,\\)"):
                transformed(x, **{name: bad})
    if bad != -1:
        with pytest.raises(ValueError, match='outside must be a number, or "edge"'):
            transformed(x, outside=bad)


def test_more_that_is_refused():
    x, rng = np.zeros((2, 1, 4, 4)), np.random.default_rng(0)
    with pytest.raises(ValueError, match="shear must be below 90 degrees"):
        sheared(x, 90, rng)
    with pytest.raises(ValueError, match="lean must lie between -90 and 90 degrees, but the farthest is -95"):
        transformed(x, lean=[3, -95])
    for size in (0, [1, -2]):
        with pytest.raises(ValueError, match="size must be positive"):
            transformed(x, size=size)
    with pytest.raises(ValueError, match=r"degrees must be a finite number, or an array \(2,\)"):
        transformed(x, degrees=[1, 2, 3])
