"""Train the table networks' weights that come with the course, in data/weights/; study_convolution.py trains the others.

Those of MNIST need it: python -m helpers.datasets mnist

python tools/train_weights.py
"""

from pathlib import Path

import numpy as np

from helpers.checkpoints import save_weights
from helpers.datasets import DatasetUnavailable, load_digits, load_mnist
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import fit

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "weights"


def two_layer_net_digits():
    return _trained(TwoLayerNet(64, 50, 10, np.random.default_rng(0)), load_digits(), iterations=2000)


def two_layer_net_mnist():
    return _trained(TwoLayerNet(784, 50, 10, np.random.default_rng(0)), load_mnist(download=False), iterations=10_000)


def _trained(network, data, iterations):
    fit(network, SGD(0.1), data, iterations=iterations, rng=np.random.default_rng(0))
    return network, data


def main():
    WEIGHTS.mkdir(exist_ok=True)
    for recipe in (two_layer_net_digits, two_layer_net_mnist):
        try:
            network, data = recipe()
        except DatasetUnavailable as error:
            print(f"{recipe.__name__}.npz: left as it is. {error}")
            continue
        save_weights(WEIGHTS / f"{recipe.__name__}.npz", network)
        print(f"{recipe.__name__}.npz: test accuracy {network.accuracy(data.x_test, data.t_test):.2%}")


if __name__ == "__main__":
    main()
