"""Train SimpleConvNet and DeepConvNet on MNIST: data/studies/convolution.json, and the weights in data/weights/.

    python tools/study_convolution.py simple      some ten minutes on two cores
    python tools/study_convolution.py deep        some twenty minutes more

Needs MNIST: python -m helpers.datasets mnist. "tried" are the settings between which validation images chose; "runs" use the
chosen one. The test images are looked at in "runs" alone, when everything was chosen. The first run's weights are kept.
"""

import json
import sys
from pathlib import Path

import numpy as np
from study import now, percent

from helpers.augmentation import shifted
from helpers.checkpoints import save_weights
from helpers.datasets import load_mnist
from helpers.fast import threads
from helpers.networks import DeepConvNet, SimpleConvNet
from helpers.optimizers import Adam
from helpers.schedules import cosine, warm_up
from helpers.training import steps
from helpers.writing import replacing

DATA = Path(__file__).resolve().parents[1] / "data"
STUDY = DATA / "studies" / "convolution.json"
ABOUT = (
    "Made by tools/study_convolution.py: MNIST, 55,000 training images, 5,000 validation images held out from the official "
    "training part, all 10,000 test images. Adam, its rate warmed up and then falling along a cosine, batches of 100, float32, "
    "shifts of up to so many pixels. Accuracies in %. seconds: of the clock, on a computer that had other things to do "
    "too, but for DeepConvNet's second run, cpu_seconds: of the processor, all threads together; training alone, without "
    "loading and measuring."
)
CHOICES = {
    "simple": [{"rate": rate, "epochs": 5, "shifts": shifts, "warmup": 0} for rate in (1e-3, 2e-3, 4e-3) for shifts in (0, 1)],
    "deep": [{"rate": 2e-3, "epochs": 30, "shifts": 2, "warmup": 1}],  # as found before, in the course's design
}
NETWORKS = {"simple": SimpleConvNet, "deep": DeepConvNet}
SEEDS = {"simple": 3, "deep": 2}


def train(kind, data, seed, *, rate, epochs, shifts, warmup):
    """A trained network, and what the run cost and reached on the validation images. warmup: epochs of rising rate."""
    rng = np.random.default_rng(seed)
    network, an_epoch = NETWORKS[kind](rng=rng), len(data.x_train) // 100
    schedule = cosine(rate, epochs * an_epoch)
    if warmup:
        schedule = warm_up(schedule, warmup * an_epoch)

    def moved(x):
        return shifted(x, shifts, rng)

    run = steps(
        *(network, Adam(), data.x_train, data.t_train),
        iterations=epochs * an_epoch,
        rng=rng,
        augment=moved if shifts else None,
        schedule=schedule,
    )
    curve, spent = [], np.zeros(2)
    for epoch in range(1, epochs + 1):
        before = now()
        losses = [next(run).loss for _ in range(an_epoch)]
        spent += now() - before
        curve.append(percent(network.accuracy(data.x_val, data.t_val)))
        print(f"{kind} seed {seed} epoch {epoch} loss {np.mean(losses):.4f} validation {curve[-1]} {spent.round(1)}", flush=True)
    result = {"seed": seed, "validation": curve[-1], "validation_curve": curve, "threads": threads.THREADS}
    return network, result | {"seconds": round(float(spent[0]), 1), "cpu_seconds": round(float(spent[1]), 1)}


def study(kind, data):
    """The settings tried, the one chosen, and the runs with it; the first run's weights go into data/weights/."""
    tried = []
    for settings in CHOICES[kind]:
        if len(CHOICES[kind]) > 1:
            tried.append(settings | train(kind, data, 0, **settings)[1])
    chosen = CHOICES[kind][0]
    if tried:
        best = max(tried, key=lambda run: run["validation"])
        chosen = {name: best[name] for name in chosen}
    runs = []
    for seed in range(SEEDS[kind]):
        network, result = train(kind, data, seed, **chosen)
        if seed == 0:
            save_weights(DATA / "weights" / f"{kind}_conv_net_mnist.npz", network)
        runs.append(result | {"test": percent(network.accuracy(data.x_test, data.t_test))})
        print(runs[-1], flush=True)
    return {"tried": tried, "chosen": chosen, "runs": runs}


def main():
    data = load_mnist(download=False, flatten=False)
    for kind in sys.argv[1:] or NETWORKS:
        part = study(kind, data)
        whole = json.loads(STUDY.read_text("utf-8")) if STUDY.exists() else {}
        text = json.dumps(whole | {"about": ABOUT, kind: part}, indent=1, sort_keys=True)
        with replacing(STUDY) as file:
            file.write(text + "\n")


if __name__ == "__main__":
    main()
