"""The trained weights that come with the course are those that data/README.md names."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("path", sorted((DATA / "weights").glob("*.npz")), ids=lambda path: path.stem)
def test_the_readme_has_each_weight_files_checksum(path):
    with np.load(path, allow_pickle=False) as file:
        checksum = hashlib.sha256(b"".join(file[name].tobytes() for name in sorted(file.files))).hexdigest()
    readme = (DATA / "README.md").read_text(encoding="utf8")
    assert path.name in readme and checksum in readme


def test_there_are_weights():
    assert list((DATA / "weights").glob("*.npz"))
