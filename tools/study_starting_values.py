"""Train ten hidden layers from five starts, with and without batch normalization: data/studies/starting_values.json.

    OPENBLAS_NUM_THREADS=1 python tools/study_starting_values.py      about five minutes on one quiet core

Uses the digits that come with the course. Lesson 15 shows the file. Each of the thirty networks (three activations, five starts,
with and without) has its own learning rate, the best of five on validation images, by the mean of three seeds ("tried"); its
five runs ("runs") come from other seeds.
"""

import itertools
import json
import time
from pathlib import Path

import numpy as np
from study import percent

from helpers.datasets import load_digits
from helpers.initializers import he, normal, xavier
from helpers.layers import Affine, BatchNormalization, Relu, Sigmoid, Tanh
from helpers.network import Network
from helpers.optimizers import SGD
from helpers.training import TrainingDiverged, fit
from helpers.writing import replacing

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "starting_values.json"
ABOUT = (
    "Made by tools/study_starting_values.py: the bundled digits, 1,197 training and 300 validation images. 64, ten hidden layers "
    "of 50, 10; all weights by the same recipe, biases 0; SGD, 300 steps of 100 images, float32. Batch normalization, "
    "where there is one, stands between a hidden layer's sums and its activation. curve: validation accuracy in % every 15 "
    "steps, nothing after a loss that is no number. cpu_seconds: of one core, for all of it."
)
SIZES = [64, *[50] * 10, 10]
STARTS = {"std 0.01": normal(0.01), "std 0.05": normal(0.05), "Xavier": xavier, "He": he, "std 1": normal(1)}
ACTIVATIONS = {"ReLU": Relu, "tanh": Tanh, "sigmoid": Sigmoid}
RATES, STEPS, EVERY = (0.01, 0.03, 0.1, 0.3, 1.0), 300, 15


def network_of(activation, start, normalized, rng, sizes=SIZES):
    """A network of these sizes; normalized: whether each hidden layer's sums go through batch normalization."""
    layers = []
    for inputs, outputs in itertools.pairwise(sizes):
        layers += [Affine(STARTS[start]((inputs, outputs), rng), np.zeros(outputs, np.float32))]
        if normalized:
            layers += [BatchNormalization(np.ones(outputs, np.float32), np.zeros(outputs, np.float32))]
        layers += [ACTIVATIONS[activation]()]
    return Network(layers[: -2 if normalized else -1])


def train(data, activation, start, normalized, rate, seed, steps=STEPS):
    """Validation accuracies in %, one every EVERY steps; it is shorter where the run came to no number."""
    rng, curve = np.random.default_rng(seed), []
    network = network_of(activation, start, normalized, rng)
    with np.errstate(all="ignore"):
        for _ in range(steps // EVERY):
            try:
                history = fit(network, SGD(rate), data, iterations=EVERY, every=EVERY, rng=rng, progress=False)
            except TrainingDiverged:
                break
            curve.append(percent(history.val_accuracy[-1]))
    return [round(value, 1) for value in curve]


def end(curve, steps=STEPS):
    """The last accuracy; 0 for a run that came to no number."""
    return curve[-1] if len(curve) == steps // EVERY else 0.0


def study(data, seeds=range(5), steps=STEPS, choosing=3):
    result, began = {"about": ABOUT, "sizes": SIZES, "every": EVERY, "networks": []}, time.process_time()
    for activation, start, normalized in itertools.product(ACTIVATIONS, STARTS, (False, True)):
        name = {"activation": activation, "start": start, "normalized": normalized}
        tried = {}
        for rate in RATES:
            ends = [end(train(data, **name, rate=rate, seed=100 + seed, steps=steps), steps) for seed in range(choosing)]
            tried[rate] = round(sum(ends) / choosing, 1)
        rate = max(tried, key=tried.get)
        runs = [{"seed": seed, "curve": train(data, **name, rate=rate, seed=seed, steps=steps)} for seed in seeds]
        print(name, rate, [end(run["curve"], steps) for run in runs], flush=True)
        result["networks"].append(name | {"tried": tried, "rate": rate, "runs": runs})
    return result | {"cpu_seconds": round(time.process_time() - began)}


def main():
    result = study(load_digits())
    STUDY.parent.mkdir(exist_ok=True)
    networks = result.pop("networks", [])
    lines = ",\n".join(f"  {json.dumps(network)}" for network in networks)  # a line each: short, and readable in a diff
    text = json.dumps(result, indent=1).removesuffix("\n}") + f',\n "networks": [\n{lines}\n ]\n}}'
    with replacing(STUDY) as file:
        file.write(text + "\n")


if __name__ == "__main__":
    main()
