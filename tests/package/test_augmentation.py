"""Shifted images: every move against one made by hand, each as likely as the others, and what is refused."""

import numpy as np
import pytest

from helpers.augmentation import shifted
from helpers.datasets import load_digits


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
