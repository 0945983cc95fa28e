"""Starting values: their spread, their dtype, and that the Generator alone decides."""

import numpy as np
import pytest

from helpers.initializers import he, normal, xavier


@pytest.mark.parametrize(
    ("recipe", "shape", "std"),
    [
        (normal(0.01), (400, 300), 0.01),
        (xavier, (400, 30), 400**-0.5),
        (he, (400, 30), (2 / 400) ** 0.5),
        (xavier, (40, 3, 5, 7), (3 * 5 * 7) ** -0.5),
        (he, (40, 3, 5, 7), (2 / (3 * 5 * 7)) ** 0.5),
    ],
)
def test_spread(recipe, shape, std):
    W = recipe(shape, np.random.default_rng(3))
    assert W.shape == shape
    assert W.std() == pytest.approx(std, rel=0.05)
    assert abs(W.mean()) < 0.05 * std
    assert W.min() < -std


@pytest.mark.parametrize("recipe", [normal(0.1), xavier, he])
def test_dtype_and_generator(recipe):
    assert recipe((5, 4), np.random.default_rng(0)).dtype == np.float32
    assert recipe((5, 4), np.random.default_rng(0), np.float64).dtype == np.float64
    first, again, other = (recipe((5, 4), np.random.default_rng(seed)) for seed in (0, 0, 1))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_no_global_seed_is_touched():
    before = np.random.get_state()[1].copy()  # noqa: NPY002
    he((50, 40), np.random.default_rng())
    assert np.array_equal(before, np.random.get_state()[1])  # noqa: NPY002
