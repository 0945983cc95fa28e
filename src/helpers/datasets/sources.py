"""Which data there are: the folder that came with the course, and the data sets of IDX files.

`SOURCES` says for each data set which four files it has, what their bytes must be, and who serves them.
places.py looks for them on this computer, downloading.py asks the mirrors.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from helpers.datasets.files import IdxFile

BROUGHT = Path(__file__).resolve().parents[1] / "_data"  # what a wheel brings along; a checkout has no such folder
CHECKOUT = Path(__file__).resolve().parents[3]
DATA = BROUGHT if BROUGHT.is_dir() else CHECKOUT / "data"
DIGIT_NAMES = tuple("0123456789")


@dataclass(frozen=True)
class Source:
    """A data set of four IDX files: where it is served, and what each file must be (training part first)."""

    title: str
    class_names: tuple
    mirrors: tuple
    files: tuple
    validation: int = 5_000  # images taken from the training part


SOURCES = {
    "mnist": Source(
        title="MNIST",
        class_names=DIGIT_NAMES,
        mirrors=(
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://raw.githubusercontent.com/fgnt/mnist/master/",
        ),
        files=(
            IdxFile(
                "train-images-idx3-ubyte",
                (60_000, 28, 28),
                "sha256:ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                9_912_422,
            ),
            IdxFile(
                "train-labels-idx1-ubyte",
                (60_000,),
                "sha256:65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                28_881,
            ),
            IdxFile(
                "t10k-images-idx3-ubyte",
                (10_000, 28, 28),
                "sha256:0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                1_648_877,
            ),
            IdxFile(
                "t10k-labels-idx1-ubyte",
                (10_000,),
                "sha256:ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                4_542,
            ),
        ),
    ),
    # Of Fashion-MNIST only the MD5 of the unpacked bytes is published. That finds every accident, though not a
    # forgery, so a download is also held against the SHA-256 of the packed file, as it comes from the mirror.
    "fashion_mnist": Source(
        title="Fashion-MNIST",
        class_names=tuple("T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot".split(",")),
        mirrors=(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ),
        files=(
            IdxFile(
                "train-images-idx3-ubyte",
                (60_000, 28, 28),
                "md5:f4a8712d7a061bf5bd6d2ca38dc4d50a",
                26_421_880,
                "sha256:3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            ),
            IdxFile(
                "train-labels-idx1-ubyte",
                (60_000,),
                "md5:9018921c3c673c538a1fc5bad174d6f9",
                29_515,
                "sha256:a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            ),
            IdxFile(
                "t10k-images-idx3-ubyte",
                (10_000, 28, 28),
                "md5:8181f5470baa50b63fa0f6fddb340f0a",
                4_422_102,
                "sha256:346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            ),
            IdxFile(
                "t10k-labels-idx1-ubyte",
                (10_000,),
                "md5:15d484375f8d13e6eb1aabb0c3f46965",
                5_148,
                "sha256:67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
            ),
        ),
    ),
}


def downloads():
    """Return the folder that downloads go to: a checkout's data/, or, where a wheel is installed, one of the user's own."""
    if DATA != BROUGHT:
        return DATA
    from platformdirs import user_cache_path  # imported here: in a checkout it is not needed

    course = "neural-networks-from-numpy"
    try:
        folder = user_cache_path(course, appauthor=False)
    except RuntimeError:  # there is no home, as in a bare container; older versions give one that begins with "~" then
        folder = Path(course)
    return folder if folder.is_absolute() else Path(tempfile.gettempdir()) / course


def restore(name):
    """Say how to get a file of `DATA` back."""
    if DATA == BROUGHT:
        return "Install the course again: in its folder, python -m pip install --force-reinstall --no-deps ."
    if not DATA.is_dir():
        return "The course's folder data/ is not beside this copy of helpers. Install the course as its README says."
    return f"Get the project's own copy back: git checkout -- data/{name}"
