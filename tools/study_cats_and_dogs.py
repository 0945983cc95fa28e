"""Train the reader of photographs on the cats and dogs of CIFAR-10: data/studies/cats_and_dogs.json, and its weights.

    python tools/study_cats_and_dogs.py ingredients    what each ingredient gives, on validation pictures
    python tools/study_cats_and_dogs.py run 0          one of the three long runs, 0, 1 and 2
    python tools/study_cats_and_dogs.py still 0        a long run whose pictures are never moved
    python tools/study_cats_and_dogs.py curve 0        accuracy against the number of photographs, seeds 0 and 1

Needs the pictures: python -m helpers.datasets cifar10. Settings were chosen on the 1,000 validation pictures; the 2,000 test
pictures are looked at when a long run is over, and in the curve. Run 0's weights are kept in data/weights/.
"""

import sys
from functools import partial
from pathlib import Path

import numpy as np
from study import now, percent, put, written

from helpers.augmentation import erased, flipped, shifted
from helpers.averaging import AveragedWeights
from helpers.checkpoints import save_weights
from helpers.datasets import cats_and_dogs
from helpers.fast import threads
from helpers.functions import softmax
from helpers.networks import VGG
from helpers.optimizers import AdamW
from helpers.schedules import cosine, warm_up
from helpers.training import steps

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT / "data" / "studies" / "cats_and_dogs.json"
SHIPPED = ROOT / "data" / "weights" / "cats_and_dogs.npz"
ABOUT = (
    "Made by tools/study_cats_and_dogs.py: cats and dogs of CIFAR-10, 32 by 32 pixels, 9,000 to learn from, 1,000 to validate "
    "on, 2,000 to test with; a VGG of six convolutions, AdamW, batches of 100, float32; the rate is warmed up, then falls "
    "along a cosine, and the network is a running mean of the weights. Accuracies in %. ingredients: short runs with one "
    "thing changed, seed 0, validation pictures. mirrored: the mean of the probabilities of a picture and its mirror image. "
    "curve: that many photographs, half of them cats, as many iterations as written beside. cpu_seconds: of the processor, "
    "training alone, on a computer that had other things to do too."
)
NETWORK = {
    "input_dim": (3, 32, 32),
    "blocks": ((2, 32), (2, 64), (2, 128)),
    "hidden_size": None,
    "output_size": 2,
    "dropout": 0.2,
}
MOVES = {"flip": 0.5, "shift": 4, "erase": 8}
RECIPE = {"iterations": 4000, "rate": 3e-3, "weight_decay": 0.05, "moves": MOVES}
SHORT = RECIPE | {"iterations": 400}
INGREDIENTS = {
    "all of them": {},
    "no mirror images": {"moves": MOVES | {"flip": 0}},
    "no shifts": {"moves": MOVES | {"shift": 0}},
    "no square painted over": {"moves": MOVES | {"erase": 0}},
    "no moves at all": {"moves": None},
}
CURVE = {100: 300, 300: 450, 1000: 600, 3000: 1000}  # photographs: iterations; the long runs have all 9,000
SEEDS, CURVE_SEEDS = (0, 1, 2), (0, 1)


def train(x, t, seed, *, iterations, rate, weight_decay, moves):
    """The network as the last step left it, the mean of the last steps' networks, and what the run cost."""
    rng = np.random.default_rng(seed)
    network = VGG(**NETWORK, rng=rng)
    weights = [name for name, array in network.params.items() if array.ndim > 1]
    optimizer, average = AdamW(weight_decay=weight_decay, decay=weights), AveragedWeights(network)
    schedule = warm_up(cosine(rate, iterations), iterations // 6)
    change = partial(moved, rng=rng, **moves) if moves else None
    losses, before = [], now()
    for step in steps(network, optimizer, x, t, iterations=iterations, rng=rng, augment=change, schedule=schedule):
        average.update()
        losses.append(step.loss)
        if step.iteration % 90 == 0:
            print(f"  {step.iteration} loss {np.mean(losses[-90:]):.3f} {np.round(now() - before)}", flush=True)
    seconds, cpu = now() - before
    cost = {"seconds": round(float(seconds), 1), "cpu_seconds": round(float(cpu), 1), "threads": threads.THREADS}
    return network, average.network(), cost


def moved(pictures, rng, flip, shift, erase):
    """Mirrored or not, moved by whole pixels, so that nothing is blurred, and a grey square painted over."""
    return erased(shifted(flipped(pictures, rng, flip), shift, rng), erase, rng, fill=0.5)


def accuracy(network, x, t, mirrored=False):
    chances = softmax(network.predict(x))
    if mirrored:
        chances = chances + softmax(network.predict(np.ascontiguousarray(x[..., ::-1])))
    return percent(np.mean(chances.argmax(axis=1) == t))


def ingredients(data):
    """For each change: the accuracies on validation pictures, with the weights' mean and without it."""
    found = []
    for name, change in INGREDIENTS.items():
        last, mean, _ = train(data.x_train, data.t_train, 0, **SHORT | change)
        found.append({"name": name, "validation": accuracy(mean, data.x_val, data.t_val)})
        found[-1]["last_weights"] = accuracy(last, data.x_val, data.t_val)
        print(found[-1], flush=True)
        write(ingredients=found)


def run(data, seed):
    """One of the long runs: trained, then measured on the validation pictures and the test pictures."""
    last, mean, cost = train(data.x_train, data.t_train, seed, **RECIPE)
    if seed == 0:
        save_weights(SHIPPED, mean)
    result = {"seed": seed} | cost
    for part, x, t in (("validation", data.x_val, data.t_val), ("test", data.x_test, data.t_test)):
        result[part] = accuracy(mean, x, t)
        result[part + "_mirrored"] = accuracy(mean, x, t, mirrored=True)
        result[part + "_last_weights"] = accuracy(last, x, t)
    print(result, flush=True)
    keep("runs", result, "seed")


def still(data, seed):
    """A long run with the pictures as they are."""
    _, mean, cost = train(data.x_train, data.t_train, seed, **RECIPE | {"moves": None})
    result = {"seed": seed, "train": accuracy(mean, data.x_train, data.t_train), "cpu_seconds": cost["cpu_seconds"]}
    result |= {"validation": accuracy(mean, data.x_val, data.t_val), "test": accuracy(mean, data.x_test, data.t_test)}
    print(result, flush=True)
    keep("still", result, "seed")


def curve(data, seed):
    """The same recipe with fewer photographs: the first of a random order, as many cats as dogs."""
    order = np.random.default_rng(seed).permutation(len(data.t_train))
    cats, dogs = (order[data.t_train[order] == label] for label in (0, 1))
    for count, iterations in CURVE.items():
        chosen = np.concatenate([cats[: count // 2], dogs[: count // 2]])
        recipe = RECIPE | {"iterations": iterations}
        _, mean, cost = train(data.x_train[chosen], data.t_train[chosen], seed, **recipe)
        result = {"of": f"{count}, seed {seed}", "photographs": count, "seed": seed, "iterations": iterations}
        result |= {"train": accuracy(mean, data.x_train[chosen], data.t_train[chosen])}
        result |= {"test": accuracy(mean, data.x_test, data.t_test), "cpu_seconds": cost["cpu_seconds"]}
        print(result, flush=True)
        keep("curve", result, "of")


def keep(part, result, key):
    """Put a result into its list in the study's file, in the place of an older one of the same key."""
    others = [each for each in written(STUDY).get(part, []) if each[key] != result[key]]
    order = sorted([*others, result], key=lambda each: (each.get("photographs", 0), each["seed"]))
    write(**{part: order})


def write(**parts):
    """Put parts into the study's file; the others stay."""
    put(STUDY, {"about": ABOUT, "recipe": RECIPE | {"network": NETWORK}} | parts)


def main():
    what, *seed = sys.argv[1:] or [""]
    if what not in ("ingredients", "run", "still", "curve") or (what == "ingredients") == bool(seed):
        sys.exit(__doc__)
    data = cats_and_dogs()
    {"ingredients": ingredients, "run": run, "still": still, "curve": curve}[what](data, *map(int, seed))


if __name__ == "__main__":
    main()
