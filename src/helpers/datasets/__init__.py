"""The data of this course: handwritten digits, MNIST, Fashion-MNIST, Kaggle's CSV, CIFAR-10, photographs in folders.

    python -m helpers.datasets            say which data sets are on this computer
    python -m helpers.datasets mnist      download one

`load_digits()` is part of the project and needs nothing. The others are looked for in `folder=`, then in the folder
named by the variable HELPERS_DATA (in mnist/, fashion_mnist/, cifar10/ or pets/ there), then in the project's data/
folder, and then downloaded into that; where the course is installed as a wheel, a folder of the user's takes its place.
Wherever the files come from, they are checked. `cats_and_dogs()` takes what cats and dogs of 32 x 32 pixels there are and
never asks the network; `load_images(folder)` reads photographs of one's own.

`DATA` is the folder of what travels with the course: `DATA / "weights" / "two_layer_net_digits.npz"`.
"""

from helpers.datasets.cifar import cats_and_dogs, load_cifar10
from helpers.datasets.drawn_pets import draw_pets
from helpers.datasets.files import DamagedFile, DatasetUnavailable
from helpers.datasets.images import load_images
from helpers.datasets.loaders import Dataset, load, load_digits, load_fashion_mnist, load_kaggle_csv, load_mnist
from helpers.datasets.pets import load_pets
from helpers.datasets.sources import DATA

__all__ = [
    "DATA",
    "DamagedFile",
    "Dataset",
    "DatasetUnavailable",
    "cats_and_dogs",
    "draw_pets",
    "load",
    "load_cifar10",
    "load_digits",
    "load_fashion_mnist",
    "load_images",
    "load_kaggle_csv",
    "load_mnist",
    "load_pets",
]
