"""Train 784-256-128-64-10 on MNIST with plain SGD, settings chosen on validation images: data/studies/deeper.json.

    OPENBLAS_NUM_THREADS=1 python tools/study_deeper.py      about seven minutes on one core

Needs MNIST: python -m helpers.datasets mnist. Lesson 10 shows the file. Three parts: "ladder" adds one idea after the other,
"tried" are the settings between which validation images chose, and "runs" are five seeds with the chosen one. The test
images are looked at in "runs" alone, after everything was chosen.
"""

import json
import time
from pathlib import Path

import numpy as np
from study import percent

from helpers.augmentation import shifted
from helpers.datasets import load_mnist
from helpers.networks import MultiLayerNet
from helpers.optimizers import SGD
from helpers.training import steps
from helpers.writing import replacing

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "deeper.json"
ABOUT = (
    "Made by tools/study_deeper.py: MNIST, 55,000 training images, 5,000 validation images held out from the official training "
    "part, all 10,000 test images. 784-256-128-64-10, ReLU, He's start, SGD, batches of 100, float32. Accuracies in %. "
    "seconds: of the clock, cpu_seconds: of one processor core; training alone, without loading and measuring."
)
SIZES = [784, 256, 128, 64, 10]


def train(data, seed, *, rate, epochs, falling=True, shifts=True, weight_decay=0.0, every=None):
    """A trained network, and what the run cost and reached on the validation images."""
    rng = np.random.default_rng(seed)
    network = MultiLayerNet(SIZES, rng, weight_decay=weight_decay)
    optimizer, iterations, spent = SGD(rate), epochs * len(data.x_train) // 100, np.zeros(2)

    def moved(x):
        return shifted(x.reshape(-1, 28, 28), 1, rng).reshape(x.shape)

    curve, before = [], np.array([time.perf_counter(), time.process_time()])
    augment = moved if shifts else None
    for step in steps(network, optimizer, data.x_train, data.t_train, iterations=iterations, rng=rng, augment=augment):
        if falling:
            optimizer.lr = rate * (1 - step.iteration / (iterations + 1))
        if every and step.iteration % (every * len(data.x_train) // 100) == 0:
            spent += np.array([time.perf_counter(), time.process_time()]) - before
            curve.append(percent(network.accuracy(data.x_val, data.t_val)))
            before = np.array([time.perf_counter(), time.process_time()])
    spent += np.array([time.perf_counter(), time.process_time()]) - before
    result = {"seed": seed, "validation": percent(network.accuracy(data.x_val, data.t_val))}
    result |= {"seconds": round(float(spent[0]), 1), "cpu_seconds": round(float(spent[1]), 1)}
    return network, result | ({"validation_curve": curve} if every else {})


def show(name, settings, result):
    print(name, settings, result, flush=True)
    return settings | result


def study(data):
    ladder = [
        {"rate": 0.1, "epochs": 15, "falling": False, "shifts": False},
        {"rate": 0.3, "epochs": 15, "falling": False, "shifts": False},
        {"rate": 0.3, "epochs": 15, "falling": True, "shifts": False},
        {"rate": 0.3, "epochs": 15, "falling": False, "shifts": True},
        {"rate": 0.3, "epochs": 15, "falling": True, "shifts": True},
    ]
    result = {"about": ABOUT, "sizes": SIZES}
    result["ladder"] = [show("ladder", s, train(data, seed, **s)[1]) for s in ladder for seed in (0, 1)]
    tried = [{"rate": rate, "epochs": 30, "weight_decay": 0.0} for rate in (0.1, 0.3, 0.5)]
    tried += [{"rate": 0.3, "epochs": 30, "weight_decay": decay} for decay in (1e-5, 1e-4)]
    result["tried"] = [show("tried", s, train(data, 0, **s)[1]) for s in tried]
    best = max(result["tried"], key=lambda run: run["validation"])
    chosen = {name: best[name] for name in ("rate", "epochs", "weight_decay")}
    result["chosen"], result["runs"] = chosen, []
    for seed in range(5):
        network, run = train(data, seed, **chosen, every=1 if seed == 0 else None)
        half = len(data.x_test) // 2
        parts = {"test": slice(None), "test_first_half": slice(half), "test_last_half": slice(half, None)}
        for name, part in parts.items():
            run[name] = percent(network.accuracy(data.x_test[part], data.t_test[part]))
        result["runs"].append(show("run", {}, run))
    return result


def main():
    result = study(load_mnist(download=False))
    STUDY.parent.mkdir(exist_ok=True)
    text = json.dumps(result, indent=1, sort_keys=True)
    with replacing(STUDY) as file:
        file.write(text + "\n")


if __name__ == "__main__":
    main()
