"""Does depth pay? Networks of equally many parameters and 1 to 6 hidden layers on MNIST: data/studies/layers.json.

    OPENBLAS_NUM_THREADS=1 python tools/study_layers.py                   about eighteen minutes on one core
    OPENBLAS_NUM_THREADS=1 python tools/study_layers.py "30 passes"       one part alone; the others stay as they are

Needs MNIST: python -m helpers.datasets mnist. Lesson 10 shows the file. Three parts vary the depth at a fixed number of
parameters; "30 passes" trains one hidden layer for as long as tools/study_deeper.py trains three. "tried" are the learning
rates between which validation images chose, for each network its own, with seeds that are not used again; "runs" are five
seeds with the chosen one. The test images are looked at in "runs" alone.
"""

import sys
import time
from pathlib import Path

import numpy as np
from study import percent, put

from helpers.augmentation import shifted
from helpers.datasets import load_mnist
from helpers.networks import MultiLayerNet
from helpers.optimizers import SGD
from helpers.training import TrainingDiverged, steps

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "layers.json"
ABOUT = (
    "Made by tools/study_layers.py: MNIST, 55,000 training images, 5,000 validation images held out from the official training "
    "part, all 10,000 test images. Hidden layers of equal width, as wide as comes closest to the number of parameters; ReLU, "
    "He's start, SGD, batches of 100, a rate that falls in a straight line to 0, float32. shifts: by -1, 0 or 1 "
    "pixels. tried: rates twice as large or half as large, until the best on validation images has no better one on either side. "
    "Accuracies in %, train_loss in nats on all training images, unmoved. cpu_seconds: of one core, training alone."
)
DEPTHS, SEEDS, RATES = (1, 2, 3, 4, 6), (0, 1, 2, 3, 4), (0.2, 0.4)
GROUPS = {
    "40,000": {"parameters": 40_000, "shifts": False, "choosing": (10, 11), "passes": 10, "depths": DEPTHS},
    "100,000": {"parameters": 100_000, "shifts": False, "choosing": (10, 11), "passes": 10, "depths": DEPTHS},
    "243,000 with shifts": {"parameters": 242_762, "shifts": True, "choosing": (10,), "passes": 10, "depths": DEPTHS},
    "30 passes": {"parameters": 242_762, "shifts": True, "choosing": (10,), "passes": 30, "depths": (1,)},
}


def parameters(sizes):
    """How many weights and biases a network of these sizes has."""
    return sum((inputs + 1) * outputs for inputs, outputs in zip(sizes, sizes[1:], strict=False))


def sizes_of(depth, wanted):
    """784, so many hidden layers of equal width, 10: the width that comes closest to the wanted number of parameters."""
    return min(([784] + [width] * depth + [10] for width in range(1, 400)), key=lambda s: abs(parameters(s) - wanted))


def trained(data, sizes, rate, seed, shifts, passes):
    """A trained network, or None where the loss came to no number, and the processor's seconds."""
    rng = np.random.default_rng(seed)
    network, optimizer = MultiLayerNet(sizes, rng), SGD(rate)
    iterations = passes * len(data.x_train) // 100

    def moved(x):
        return shifted(x.reshape(-1, 28, 28), 1, rng).reshape(x.shape)

    how = {"iterations": iterations, "rng": rng, "augment": moved if shifts else None}
    started = time.process_time()
    try:
        for step in steps(network, optimizer, data.x_train, data.t_train, **how):
            optimizer.lr = rate * (1 - step.iteration / (iterations + 1))
    except TrainingDiverged:
        network = None
    return network, round(time.process_time() - started, 1)


def choice(data, sizes, group, rates=RATES):
    """The best rate on validation images, and all that were tried: a list of dicts."""
    tried, rates = {}, list(rates)
    while rates:
        rate = rates.pop(0)
        ends = [trained(data, sizes, rate, seed, group["shifts"], group["passes"])[0] for seed in group["choosing"]]
        tried[rate] = float(np.mean([network.accuracy(data.x_val, data.t_val) if network else 0.0 for network in ends]))
        best = max(tried, key=tried.get)
        if not rates and best in (max(tried), min(tried)):
            rates = [best * 2 if best == max(tried) else best / 2]
    return best, [{"rate": rate, "validation": percent(share)} for rate, share in sorted(tried.items())]


def measured(data, sizes, rate, seed, group):
    """What one run ends at, a dict; seed and seconds alone where the loss came to no number."""
    network, spent = trained(data, sizes, rate, seed, group["shifts"], group["passes"])
    result = {"seed": seed, "cpu_seconds": spent}
    if network:
        result["train_loss"] = float(f"{network.loss(data.x_train, data.t_train):.3g}")
        for name in ("train", "val", "test"):
            x, t = getattr(data, f"x_{name}"), getattr(data, f"t_{name}")
            result["validation" if name == "val" else name] = percent(network.accuracy(x, t))
    return result


def rows(data, group, seeds=SEEDS):
    """One dict per depth: its sizes, the rates tried and the runs with the chosen one."""
    found = []
    for depth in group["depths"]:
        sizes = sizes_of(depth, group["parameters"])
        rate, tried = choice(data, sizes, group)
        runs = [measured(data, sizes, rate, seed, group) for seed in seeds]
        row = {"depth": depth, "sizes": sizes, "parameters": parameters(sizes), "rate": rate, "tried": tried, "runs": runs}
        print(row, flush=True)
        found.append(row)
    return found


def main(names):
    if not set(names) <= set(GROUPS):
        return f"Which parts? There are {', '.join(GROUPS)}."
    data = load_mnist(download=False)
    for name in names or GROUPS:
        put(STUDY, {"about": ABOUT, name: GROUPS[name] | {"rows": rows(data, GROUPS[name])}})
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
