"""How well the networks of lessons 00 to 14 read test images, each trained as its lesson trains it: data/studies/course.json.

    OPENBLAS_NUM_THREADS=1 python tools/study_course.py      about nine minutes on one core

Needs MNIST: python -m helpers.datasets mnist. Lesson 14 shows the file. The deeper network's runs are those of
tools/study_deeper.py. Test images are looked at here alone, once for each seed; no setting was chosen by them.
"""

import functools
import itertools
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from study import percent, put

from helpers.augmentation import shifted
from helpers.datasets import load_digits, load_mnist
from helpers.layers import Affine, Sigmoid
from helpers.network import Network
from helpers.networks import SimpleConvNet, TwoLayerNet
from helpers.optimizers import SGD, Adam, Momentum
from helpers.schedules import cosine, warm_up
from helpers.training import fit

STUDIES = Path(__file__).resolve().parents[1] / "data" / "studies"
STUDY = STUDIES / "course.json"
ABOUT = (
    "Made by tools/study_course.py: test accuracy in %, one number per seed, of the networks of lessons 00 to 14. digits: the "
    "300 test images of the bundled digits. mnist: all 10,000 test images of MNIST, 55,000 images to learn from. Both are held "
    "out from training and from every choice. weights: how many numbers are learned, on MNIST where both are there. Batches of "
    "100; from lesson 13 on five passes over MNIST. Lesson 06: batches of 50, gradients by backpropagation, which are the same. "
    "sprint: one pass of SimpleConvNet over MNIST for each rate, warmed up, then along a cosine; validation accuracy, two seeds."
)
SEEDS = (0, 1, 2)


def nearest(train, labels, images, block=500):
    """The label of the nearest training image, by the sum of squared differences. train: (M, D), images: (N, D). Returns (N,)."""
    own, answers = (train**2).sum(axis=1), []
    for begin in range(0, len(images), block):
        distances = own - 2 * images[begin : begin + block] @ train.T  # what all have in common is left out
        answers.append(labels[distances.argmin(axis=1)])
    return np.concatenate(answers)


def shrunk(data):
    """Pictures as lesson 06 has them: blocks averaged, so that 4 x 4 pixels are left."""
    block = data.image_shape[-1] // 4

    def small(x):
        return x.reshape(-1, 4, block, 4, block).mean(axis=(2, 4)).reshape(-1, 16).astype(np.float64)

    return replace(data, **{name: small(getattr(data, name)) for name in ("x_train", "x_val", "x_test")})


def sixteen_inputs(seed):
    rng = np.random.default_rng(seed)
    first, second = rng.standard_normal((16, 10)), rng.standard_normal((10, 10)) / np.sqrt(10)
    return Network([Affine(first, np.zeros(10)), Sigmoid(), Affine(second, np.zeros(10))])


def score(network, optimizer, data, seed, iterations, batch_size=100, schedule=None, shifts=False):
    """What part of the test images the network reads correctly after training, in percent."""
    rng = np.random.default_rng(seed + 1)

    def moved(x):
        return shifted(x.reshape(-1, *data.image_shape[-2:]), 1, rng).reshape(x.shape)

    settings = {"schedule": schedule, "augment": moved if shifts else None, "rng": rng, "progress": False, "every": iterations}
    fit(network, optimizer, data, iterations=iterations, batch_size=batch_size, **settings)
    return percent(network.accuracy(data.x_test, data.t_test))


def weights(network):
    return sum(value.size for value in network.params.values())


def nearest_image(data):
    return percent(np.mean(nearest(data.x_train, data.t_train, data.x_test) == data.t_test))


def sixteen_pixels(data, seed):
    return score(sixteen_inputs(seed), SGD(2.0), shrunk(data), seed, 500, batch_size=50)


def two_layers(data, seed):
    network = TwoLayerNet(data.x_train.shape[1], 50, 10, np.random.default_rng(seed))
    return score(network, SGD(0.1), data, seed, 2000 if data.name == "digits" else 10_000)


def conv_net(data, seed):
    rng = np.random.default_rng(seed)
    if data.image_shape[-1] == 8:
        return SimpleConvNet((1, 8, 8), {"filter_num": 16, "filter_size": 3}, 50, 10, rng)
    return SimpleConvNet(rng=rng)


def length(data):
    """Iterations: 800 on the bundled digits, as in lesson 13, five passes on MNIST."""
    return 800 if len(data.x_train) < 16_000 else 5 * len(data.x_train) // 100


def with_sgd(data, seed):
    return score(conv_net(data, seed), SGD(0.2), data, seed, length(data), schedule=cosine(0.2, length(data)))


def with_adam(data, seed, shifts=False):
    rate = 0.01 if data.image_shape[-1] == 8 else 0.002
    plan = warm_up(cosine(rate, length(data)), 50)
    return score(conv_net(data, seed), Adam(rate), data, seed, length(data), schedule=plan, shifts=shifts)


def row(lesson, name, numbers, **scores):
    print(lesson, name, numbers, scores, flush=True)
    return {"lesson": lesson, "name": name, "weights": numbers, **scores}


def rows(flat, images, seeds=SEEDS):
    """One row after the other. flat, images: {"digits": Dataset, "mnist": Dataset}, as tables and as pictures."""

    def each(train, data):
        return {key: [train(one, seed) for seed in seeds] for key, one in data.items()}

    yield row("00", "the nearest image", 0, **{key: [nearest_image(data)] for key, data in flat.items()})
    yield row("06", "4 × 4 pixels, 16-10-10", weights(sixteen_inputs(0)), **each(sixteen_pixels, flat))
    yield row("09", "two layers, 50 hidden units", 39_760, **each(two_layers, flat))
    deeper = json.loads((STUDIES / "deeper.json").read_text("utf-8"))
    numbers = sum((n + 1) * m for n, m in itertools.pairwise(deeper["sizes"]))
    yield row("10", "four layers, 30 passes, shifted images", numbers, mnist=[run["test"] for run in deeper["runs"]])
    numbers = weights(SimpleConvNet(rng=0))
    yield row("13", "SimpleConvNet with SGD", numbers, **each(with_sgd, images))
    yield row("14", "SimpleConvNet with Adam", numbers, **each(with_adam, images))
    shifting = each(functools.partial(with_adam, shifts=True), {"mnist": images["mnist"]})
    yield row("14", "the same, shifted images", numbers, **shifting)


MENU = {SGD: (0.2, 0.5, 1.0, 2.0), Momentum: (0.05, 0.1, 0.2, 0.5), Adam: (0.004, 0.008, 0.016, 0.032)}


def sprint(data, seeds=(10, 11), iterations=550):
    """One pass with each rate, warmed up, then falling. Returns a list of dicts: optimizer, rate, validation accuracies in %."""
    results = []
    for kind, rates in MENU.items():
        for rate in rates:
            scores = []
            for seed in seeds:
                network, plan = conv_net(data, seed), warm_up(cosine(rate, iterations), 50)
                rng = np.random.default_rng(seed + 1)
                fit(network, kind(rate), data, iterations=iterations, every=iterations, rng=rng, progress=False, schedule=plan)
                scores.append(percent(network.accuracy(data.x_val, data.t_val)))
            results.append({"optimizer": kind.__name__, "rate": rate, "validation": scores})
            print(results[-1], flush=True)
    return results


def main():
    flat, images = (
        {"digits": load_digits(flatten=whole), "mnist": load_mnist(download=False, flatten=whole)} for whole in (True, False)
    )
    put(STUDY, {"about": ABOUT, "rows": list(rows(flat, images)), "sprint": sprint(images["mnist"])})


if __name__ == "__main__":
    main()
