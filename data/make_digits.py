"""Write data/digits.npz: 1,797 handwritten digits of 8x8 pixels. Needed once; the result is in the repository.

    python data/make_digits.py                 reads scikit-learn's copy of the digits
    python data/make_digits.py optdigits.tes   reads UCI's own text file (64 pixels and a label on each line)

Both give the same arrays, and so the same checksum, which stands in data/README.md.
scikit-learn is not needed by anything else in this project: install it in an environment of its own.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).with_name("digits.npz")


def from_scikit_learn():
    """Return images (1797, 64) and labels (1797,) from the copy that scikit-learn carries."""
    try:
        from sklearn.datasets import load_digits
    except ImportError:
        sys.exit(
            "scikit-learn is not installed. Either install it in an environment of its own "
            "(pip install scikit-learn) or give the path of UCI's file optdigits.tes as the argument."
        )
    return load_digits(return_X_y=True)


def from_text(path):
    """Return images (1797, 64) and labels (1797,) from UCI's file optdigits.tes."""
    table = np.loadtxt(path, delimiter=",")
    return table[:, :64], table[:, 64]


def main(arguments, output=OUTPUT):
    """Read the digits, check what they must be, and write them. Returns the SHA-256 of the arrays' bytes."""
    images, labels = from_text(arguments[0]) if arguments else from_scikit_learn()
    if images.shape != (1797, 64) or labels.shape != (1797,):
        sys.exit(f"The digits have shapes {images.shape} and {labels.shape}, expected (1797, 64) and (1797,).")
    if images.min() != 0 or images.max() != 16:
        sys.exit(f"The pixels run from {images.min()} to {images.max()}, expected 0 to 16.")
    images, labels = images.astype(np.uint8), labels.astype(np.uint8)
    np.savez_compressed(output, images=images, labels=labels)
    return hashlib.sha256(images.tobytes() + labels.tobytes()).hexdigest()


if __name__ == "__main__":
    print(f"{main(sys.argv[1:])}  {OUTPUT}")
