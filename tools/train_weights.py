"""Train the weights that come with the course, in data/weights/. Needs MNIST: python -m helpers.datasets mnist

python tools/train_weights.py
"""

from pathlib import Path

import numpy as np

from helpers.checkpoints import save_weights
from helpers.datasets import load_mnist
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import fit

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "weights"


def main():
    mnist = load_mnist(download=False)
    network = TwoLayerNet(784, 50, 10, np.random.default_rng(0))
    fit(network, SGD(0.1), mnist, iterations=10_000, rng=np.random.default_rng(0))
    WEIGHTS.mkdir(exist_ok=True)
    save_weights(WEIGHTS / "two_layer_net_mnist.npz", network)
    print(f"two_layer_net_mnist.npz: test accuracy {network.accuracy(mnist.x_test, mnist.t_test):.2%}")


if __name__ == "__main__":
    main()
