"""Teach a network 300 of the bundled digits, with and without what should make it understand: data/studies/regularization.json.

    OPENBLAS_NUM_THREADS=1 python tools/study_regularization.py      about four minutes on one core

Lesson 16 shows the file. "tried": for each remedy alone, and for all together, some settings, each from five seeds; the mean of
their validation accuracies chooses. "runs": the five seeds with the chosen setting, and what they reach on new images, which
are looked at after everything was chosen. "curves": the losses on the way, of seed 0. A seed draws its own 300 training images
and its own starting weights.
"""

import json
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from study import percent

from helpers.augmentation import augment
from helpers.datasets import load_digits
from helpers.initializers import he
from helpers.layers import Affine, Dropout, Relu
from helpers.network import Network
from helpers.optimizers import Adam, AdamW
from helpers.training import fit, steps
from helpers.writing import replacing

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "regularization.json"
ABOUT = (
    "Made by tools/study_regularization.py: bundled digits, 300 training images, the 300 validation images to choose with, "
    "and as new images the other 897 training images and the 300 test images. 64-200-200-10, ReLU, He's start, Adam, lr 0.003 "
    "(AdamW where there is weight decay), 2,000 iterations of 50 images, float32. strength s: shifts of up to s/2 pixels, turns "
    "and slants of up to 10 s degrees, sizes changed by up to 10 s percent. patience: of measurements every 20 iterations. "
    "Accuracies in %, losses in nats, cpu_seconds of the runs."
)
SEEDS = range(5)
SIZES = (64, 200, 200, 10)
PLAIN = {"weight_decay": 0.0, "dropout": 0.0, "strength": 0.0, "patience": None}
TRIED = {
    "nothing": [{}],
    "early stopping": [{"patience": patience} for patience in (5, 10, 20)],
    "weight decay": [{"weight_decay": decay} for decay in (0.1, 0.3, 1.0, 3.0)],
    "dropout": [{"dropout": ratio} for ratio in (0.2, 0.35, 0.5, 0.65)],
    "augmentation": [{"strength": strength} for strength in (0.5, 1.0, 1.5, 2.0)],
    "all together": [
        {"weight_decay": decay, "dropout": ratio, "strength": strength, "patience": 20}
        for decay in (0.1, 0.3)
        for ratio in (0.2, 0.35)
        for strength in (1.0, 1.5)
    ],
}


def parts_of(digits, seed, count=300):
    """The images of one seed: count to learn from, the validation images, and as x_new, t_new all others."""
    order = np.random.default_rng(100 + seed).permutation(len(digits.x_train))
    few, rest = order[:count], order[count:]
    parts = {"x_train": digits.x_train[few], "t_train": digits.t_train[few], "x_val": digits.x_val, "t_val": digits.t_val}
    parts |= {"x_new": np.concatenate([digits.x_train[rest], digits.x_test])}
    return SimpleNamespace(**parts, t_new=np.concatenate([digits.t_train[rest], digits.t_test]))


def built(rng, dropout):
    layers = []
    for inputs, outputs in zip(SIZES, SIZES[1:], strict=False):
        layers += [Affine(he((inputs, outputs), rng), np.zeros(outputs, np.float32)), Relu()]
        layers += [Dropout(dropout, rng)] * bool(dropout)
    return Network(layers[: -1 - bool(dropout)])  # neither a ReLU nor dropout behind the scores


def changes(strength, rng):
    """What fit wants as augment=, for flattened images."""
    if not strength:
        return None
    change = augment(rng, shift=strength / 2, rotate=10 * strength, scale=strength / 10, shear=10 * strength)
    return lambda x: change(x.reshape(-1, 8, 8)).reshape(x.shape)


def prepared(digits, seed, **settings):
    """(network, data, {what both fit and steps are given}) of a run; settings: those of PLAIN that are different."""
    how, rng, data = PLAIN | settings, np.random.default_rng(seed), parts_of(digits, seed)
    network, decay = built(rng, how["dropout"]), how["weight_decay"]
    weights = [name for name in network.params if name[0] == "W"]
    optimizer = AdamW(0.003, weight_decay=decay, decay=weights) if decay else Adam(0.003)
    change = changes(how["strength"], np.random.default_rng(200 + seed))
    return network, data, {"optimizer": optimizer, "batch_size": 50, "augment": change, "rng": rng}


def measured(digits, seed, iterations=2000, **settings):
    """{"train": accuracy, "validation": …, "new": …, "new_loss": …, "iterations": …} of one run."""
    network, data, options = prepared(digits, seed, **settings)
    patience = settings.get("patience")
    every = 20 if patience else iterations
    history = fit(network, data=data, iterations=iterations, every=every, patience=patience, progress=False, **options)
    result = {"train": percent(network.accuracy(data.x_train, data.t_train))}
    result |= {"validation": percent(network.accuracy(data.x_val, data.t_val))}
    result |= {"new": percent(network.accuracy(data.x_new, data.t_new)), "iterations": history.best or len(history.loss)}
    return result | {"new_loss": round(network.loss(data.x_new, data.t_new), 4), "stopped_at": len(history.loss)}


def curve(digits, seed=0, iterations=2000, every=40, **settings):
    """{"iteration": […], "training": losses, "validation": losses} of a run to the end, without early stopping."""
    network, data, options = prepared(digits, seed, **settings)
    found = {"iteration": [], "training": [], "validation": []}
    for step in steps(network, x=data.x_train, t=data.t_train, iterations=iterations, **options):
        if step.iteration % every == 0:
            losses = (network.loss(data.x_train, data.t_train), network.loss(data.x_val, data.t_val))
            for name, value in zip(found, (step.iteration, *(float(f"{loss:.3g}") for loss in losses)), strict=True):
                found[name].append(value)
    return found


def study(digits, tried=TRIED, seeds=SEEDS, **sizes):
    result, started = {"about": ABOUT, "tried": [], "chosen": {}, "runs": {}}, time.process_time()
    for name, settings in tried.items():
        runs = [[measured(digits, seed, **sizes, **setting) for seed in seeds] for setting in settings]
        means = [round(float(np.mean([run["validation"] for run in cell])), 2) for cell in runs]
        best = int(np.argmax(means))  # of equals the first, which is the mildest
        for setting, mean in zip(settings, means, strict=True):
            result["tried"].append({"remedy": name, **setting, "validation": mean})
        result["chosen"][name], result["runs"][name] = settings[best], runs[best]
        new = [run["new"] for run in runs[best]]
        print(
            f"{name:15} {settings[best]} validation {means[best]}, new {np.mean(new):.2f} in {min(new)}..{max(new)}", flush=True
        )
    result["curves"] = {name: curve(digits, **sizes, **result["chosen"][name]) for name in ("nothing", "all together")}
    return result | {"cpu_seconds": round(time.process_time() - started, 1)}


def main():
    text = json.dumps(study(load_digits()), indent=1)
    STUDY.parent.mkdir(exist_ok=True)
    with replacing(STUDY) as file:
        file.write(text + "\n")


if __name__ == "__main__":
    main()
