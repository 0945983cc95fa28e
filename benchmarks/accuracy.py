"""How well the two-layer nets of lesson 09 do, over seeds: the bands that the lesson and its tests promise.

    python benchmarks/accuracy.py [seeds]

Bundled digits always; MNIST when it is on this computer.
"""

import sys

import numpy as np

from helpers.datasets import DatasetUnavailable, load_digits, load_mnist
from helpers.networks import TwoLayerNet
from helpers.optimizers import SGD
from helpers.training import fit


def band(data, inputs, iterations, seeds):
    runs = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        network = TwoLayerNet(inputs, 50, 10, rng)
        history = fit(network, SGD(0.1), data, iterations=iterations, every=iterations, rng=rng, progress=False)
        runs.append((history.val_accuracy[-1], network.accuracy(data.x_test, data.t_test), history.seconds))
    validation, test, seconds = np.transpose(runs)
    for name, values in (("validation", validation), ("test", test)):
        print(f"  {name:10}  median {np.median(values):.2%}   from {values.min():.2%} to {values.max():.2%}")
    print(f"  seconds     median {np.median(seconds):.1f}   from {seconds.min():.1f} to {seconds.max():.1f}")


def main():
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    print(f"64-50-10 on the bundled digits, batch 100, SGD 0.1, 2,000 iterations, {seeds} seeds")
    band(load_digits(), 64, 2000, seeds)
    try:
        mnist = load_mnist(download=False)
    except DatasetUnavailable:
        return print("MNIST is not on this computer: python -m helpers.datasets mnist")
    print(f"784-50-10 on MNIST, batch 100, SGD 0.1, 10,000 iterations, {seeds} seeds")
    band(mnist, 784, 10_000, seeds)


if __name__ == "__main__":
    main()
