"""How deep networks learn, three parts: data/studies/depth.json, which lesson 17 shows.

    OPENBLAS_NUM_THREADS=1 python tools/study_depth.py depth            about four minutes on one core, needs no MNIST
    OPENBLAS_NUM_THREADS=1 python tools/study_depth.py augmentations    about two minutes
    OPENBLAS_NUM_THREADS=1 python tools/study_depth.py families         about two minutes

The last two need MNIST: python -m helpers.datasets mnist. A part that is not named stays in the file as it is.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from study import percent

from helpers import schedules
from helpers.augmentation import augment
from helpers.datasets import load_digits, load_mnist
from helpers.deep_networks import VGG, Inception, ResNet
from helpers.networks import DeepConvNet
from helpers.optimizers import SGD, Adam
from helpers.training import steps
from helpers.writing import replacing

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "depth.json"
ABOUT = (
    "Made by tools/study_depth.py. depth: ResNet with two stages of 8 and 16 filters, with and without skips, on the bundled "
    "digits, SGD, batches of 100, a cosine; each network's rate chosen by its training loss with seed 10. augmentations: "
    "DeepConvNet with batch normalization and four convolutions on 500 MNIST images, one change at a time. families: four "
    "networks on MNIST, 120 steps of Adam with a cosine. Batches of 50 in both. Accuracies in %. cpu_seconds: of one core, "
    "training alone."
)
DEPTHS, RATES, CHOOSING, SEEDS = (6, 10, 14, 20, 30), (0.1, 0.3, 1.0), 10, (0, 1, 2)
LENGTHS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
CHANGES = {
    "none": {},
    "shift": {"shift": 2},
    "rotate": {"rotate": 12},
    "scale": {"scale": 0.15},
    "shear": {"shear": 12},
    "elastic": {"alpha": 34, "sigma": 4},
    "all": {"shift": 2, "rotate": 12, "scale": 0.15, "shear": 12, "alpha": 34, "sigma": 4},
}
FAMILIES = {
    "DeepConvNet": lambda rng: DeepConvNet(rng=rng, batch_normalization=True, dropout=0.0),
    "VGG": lambda rng: VGG(blocks=((2, 16), (2, 32), (2, 64)), rng=rng, dropout=0.0),
    "ResNet": lambda rng: ResNet(rng=rng),
    "Inception": lambda rng: Inception(rng=rng),
}


def network(depth, skips, rng, dtype=np.float32):
    """A ResNet of this depth for 8×8 images, the earlier stage the longer one where they differ."""
    pairs = (depth - 2) // 2
    net = ResNet((1, 8, 8), ((pairs + 1) // 2, pairs // 2), 10, rng, filters=(8, 16), skips=skips, dtype=dtype)
    net.piece = None  # on pictures and batches as small as these, pieces and threads cost more than they save
    return net


def run(net, optimizer, rate, data, iterations, rng, change=None, batch_size=100):
    """Trains net. Returns the CPU seconds."""
    started = time.process_time()
    how = {"batch_size": batch_size, "iterations": iterations, "rng": rng, "augment": change}
    for _ in steps(net, optimizer(rate), data.x_train, data.t_train, schedule=schedules.cosine(rate, iterations), **how):
        pass
    return time.process_time() - started


def trained(data, depth, skips, rate, seed, iterations=300):
    rng = np.random.default_rng(seed)
    net = network(depth, skips, rng)
    spent = run(net, SGD, rate, data, iterations, rng)
    result = {"depth": depth, "skips": skips, "rate": rate, "seed": seed, "iterations": iterations}
    result |= {"train_loss": net.loss(data.x_train, data.t_train), "val_loss": net.loss(data.x_val, data.t_val)}
    result |= {"train": net.accuracy(data.x_train, data.t_train), "val": net.accuracy(data.x_val, data.t_val)}
    result = {key: round(value, 4) if isinstance(value, float) else value for key, value in result.items()}
    print(result, f"{spent:.1f} s", flush=True)
    return result


def at_the_start(data, depth, skips, seed):
    """The slopes of a network that has not learned: how large in the first layer, and for how far they hold.

    kept: by how much the loss falls along a step downhill of each length, over what the slope promises.
    alike: the cosine of the angle between the slopes before and after the step.
    """
    x, t = data.x_train[:200].astype(float), data.t_train[:200]
    net = network(depth, skips, seed, np.float64)
    loss, slopes = net.loss_and_gradient(x, t)
    slopes = {name: slope.copy() for name, slope in slopes.items()}
    size = np.sqrt(sum(np.sum(slope**2) for slope in slopes.values()))
    result = {"depth": depth, "skips": skips, "seed": seed, "first": np.linalg.norm(slopes["W1"]), "all": size}
    result |= {"kept": [], "alike": []}
    for length in LENGTHS:
        old = {name: value.copy() for name, value in net.params.items()}
        for name, value in net.params.items():
            value -= length / size * slopes[name]
        there, others = net.loss_and_gradient(x, t)
        product = sum(np.sum(slopes[name] * others[name]) for name in slopes)
        result["kept"].append(round(float((loss - there) / (length * size)), 3))
        result["alike"].append(round(float(product / size / np.sqrt(sum(np.sum(s**2) for s in others.values()))), 3))
        for name, value in net.params.items():
            value[...] = old[name]
    return {key: round(float(value), 4) if isinstance(value, np.floating) else value for key, value in result.items()}


def depth_study(data, depths=DEPTHS, seeds=SEEDS, rates=RATES, iterations=300):
    kinds = [(depth, skips) for depth in depths for skips in (False, True)]
    start = [at_the_start(data, depth, skips, seed) for depth, skips in kinds for seed in seeds]
    tried, runs = [], []
    for depth, skips in kinds:
        these = [trained(data, depth, skips, rate, CHOOSING, iterations) for rate in rates]
        best = min(these, key=lambda result: result["train_loss"])["rate"]
        tried += these
        runs += [trained(data, depth, skips, best, seed, iterations) for seed in seeds]
    return {"lengths": LENGTHS, "start": start, "tried": tried, "runs": runs}


def augmentation_study(data, seeds=SEEDS, images=500, iterations=250):
    few = replace(data, x_train=data.x_train[:images], t_train=data.t_train[:images])
    results = []
    for name, settings in CHANGES.items():
        for seed in seeds:
            rng = np.random.default_rng(seed)
            net = DeepConvNet(filters=(8, 8, 16, 16), rng=rng, batch_normalization=True, dropout=0.0)
            net.piece = None
            change = augment(rng, **settings) if settings else None
            spent = run(net, Adam, 0.002, few, iterations, rng, change, batch_size=50)
            result = {"name": name, "seed": seed, "validation": percent(net.accuracy(data.x_val, data.t_val))}
            print(result, f"{spent:.1f} s", flush=True)
            results.append(result)
    return {"images": images, "iterations": iterations, "settings": CHANGES, "runs": results}


def family_study(data, seeds=SEEDS[:2], iterations=120):
    results = []
    for seed in seeds:
        for name, make in FAMILIES.items():
            rng = np.random.default_rng(seed)
            net = make(rng)
            spent = run(net, Adam, 0.002, data, iterations, rng, batch_size=50)
            result = {"name": name, "seed": seed, "validation": percent(net.accuracy(data.x_val, data.t_val))}
            result |= {"test": percent(net.accuracy(data.x_test, data.t_test)), "cpu_seconds": round(spent, 1)}
            print(result, flush=True)
            results.append(result)
    return {"iterations": iterations, "runs": results}


def main(parts):
    known = {"depth": depth_study, "augmentations": augmentation_study, "families": family_study}
    if not parts or not set(parts) <= set(known):
        return f"Which parts? There are {', '.join(known)}."
    for part in parts:
        data = load_digits(flatten=False) if part == "depth" else load_mnist(download=False, flatten=False)
        found = known[part](data)
        whole = json.loads(STUDY.read_text("utf-8")) if STUDY.exists() else {}
        text = json.dumps(whole | {"about": ABOUT, part: found}, sort_keys=True).replace('{"', '\n{"').lstrip()
        with replacing(STUDY) as file:
            file.write(text + "\n")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
