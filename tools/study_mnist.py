"""Train the course's best reader of digits on MNIST: data/studies/mnist.json, and its weights in data/weights/.

    python tools/study_mnist.py ingredients     what each ingredient gives, on validation images: some 20 minutes of one core
    python tools/study_mnist.py run 0           one of the three long runs, 0, 1 and 2: some 20 minutes of one core each
    python tools/study_mnist.py together        averages over shifted copies and over the three networks: two minutes

Needs MNIST: python -m helpers.datasets mnist. The settings were chosen in short runs on 10,000 images held out from the 60,000
for training, the same that "ingredients" uses. The long runs keep to the course's parts: 55,000 images to learn from, 5,000 to
validate on, and the test images, which are looked at when a run is over. Run 0's weights are kept in data/weights/, all three in
build/, where "together" finds them.
"""

import sys
from pathlib import Path

import numpy as np
from study import now, percent, put, written

from helpers.augmentation import augment
from helpers.averaging import AveragedWeights
from helpers.checkpoints import load_weights, save_weights
from helpers.confidence import over_shifts
from helpers.datasets import load_mnist
from helpers.fast import threads
from helpers.functions import softmax
from helpers.networks import VGG
from helpers.optimizers import Adam
from helpers.schedules import constant, cosine, warm_up
from helpers.training import steps

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT / "data" / "studies" / "mnist.json"
SHIPPED = ROOT / "data" / "weights" / "best_vgg_mnist.npz"
KEPT = ROOT / "build" / "best_vgg_mnist"
ABOUT = (
    "Made by tools/study_mnist.py: MNIST, a VGG of five convolutions, Adam, batches of 100, float32; the rate is "
    "warmed up, then falls along a cosine; images are moved by chance, and the network is a running mean of the weights. "
    "Accuracies in %. ingredients: short runs with one thing changed, on 50,000 training images, measured on 10,000 others of "
    "the official training part. runs: 55,000 training images, 5,000 validation images, all 10,000 test images. cpu_seconds: of "
    "the processor, training alone, on a computer that had other things to do too."
)
BLOCKS = ((1, 16), (2, 48), (2, 96))
MOVES = {"shift": 2, "rotate": 15, "scale": 0.15, "shear": 10}
RECIPE = {"epochs": 22, "rate": 2e-3, "falling": True, "moves": MOVES, "normalized": True, "dropout": 0.5}
SHORT = RECIPE | {"epochs": 4}
INGREDIENTS = {
    "all of them": {},
    "no batch normalization": {"normalized": False},
    "no shift": {"moves": MOVES | {"shift": 0}},
    "no rotation": {"moves": MOVES | {"rotate": 0}},
    "no scaling, no shear": {"moves": MOVES | {"scale": 0, "shear": 0}},
    "no moves at all": {"moves": None},
    "the same rate throughout": {"falling": False},
}
SEEDS = (0, 1, 2)


def train(x, t, seed, *, epochs, rate, falling, moves, normalized, dropout):
    """The network as the last step left it, the mean of the last steps' networks, and what the run cost."""
    rng = np.random.default_rng(seed)
    network = VGG(blocks=BLOCKS, rng=rng, batch_normalization=normalized, dropout=dropout)
    average, iterations, an_epoch = AveragedWeights(network), epochs * len(x) // 100, len(x) // 100
    schedule = warm_up(cosine(rate, iterations) if falling else constant(rate), max(1, iterations // 10))
    change = augment(rng, **moves) if moves else None
    losses, before = [], now()
    for step in steps(network, Adam(), x, t, iterations=iterations, rng=rng, augment=change, schedule=schedule):
        average.update()
        losses.append(step.loss)
        if step.iteration % an_epoch == 0:
            print(f"  epoch {step.iteration // an_epoch} loss {np.mean(losses[-an_epoch:]):.4f} {now() - before}", flush=True)
    seconds, cpu = now() - before
    cost = {"seconds": round(float(seconds), 1), "cpu_seconds": round(float(cpu), 1), "threads": threads.THREADS}
    return network, average.network(), cost


def ingredients(data):
    """For each change: the accuracies on validation images, with the weights' mean and without it."""
    x, t = everything(data)
    order = np.random.default_rng(99).permutation(len(x))
    val, rest = order[: len(x) // 6], order[len(x) // 6 :]
    found = []
    for name, change in INGREDIENTS.items():
        last, mean, _ = train(x[rest], t[rest], 0, **SHORT | change)
        accuracies = {"validation": mean, "last_weights": last}
        found.append({"name": name, "epochs": SHORT["epochs"]})
        found[-1] |= {key: percent(network.accuracy(x[val], t[val])) for key, network in accuracies.items()}
        print(found[-1], flush=True)
        write(ingredients=found)


def run(data, seed):
    """One of the long runs: trained, then measured on the validation images and the test images."""
    last, mean, cost = train(data.x_train, data.t_train, seed, **RECIPE)
    KEPT.mkdir(parents=True, exist_ok=True)
    save_weights(KEPT / f"{seed}.npz", mean)
    if seed == 0:
        save_weights(SHIPPED, mean)
    result = {"seed": seed} | cost
    for name, network in (("", mean), ("_last_weights", last)):
        result["validation" + name] = percent(network.accuracy(data.x_val, data.t_val))
        result["test" + name] = percent(network.accuracy(data.x_test, data.t_test))
    print(result, flush=True)
    others = [each for each in written(STUDY).get("runs", []) if each["seed"] != seed]
    write(runs=sorted([*others, result], key=lambda each: each["seed"]))


def together(data):
    """What averaging probabilities adds: over nine copies, each moved by at most a pixel, and over the networks."""
    networks = []
    for seed in SEEDS:
        networks.append(VGG(blocks=BLOCKS))
        load_weights(KEPT / f"{seed}.npz", networks[-1])
    plain = [softmax(network.predict(data.x_test)) for network in networks]
    moved = [over_shifts(network, data.x_test) for network in networks]
    write(
        shifted=[accuracy(chances, data.t_test) for chances in moved],
        together=accuracy(np.mean(plain, axis=0), data.t_test),
        shifted_together=accuracy(np.mean(moved, axis=0), data.t_test),
    )


def accuracy(chances, t):
    return percent(np.mean(chances.argmax(axis=1) == t))


def everything(data):
    """All 60,000 images for training, those that load_mnist holds out too."""
    return np.concatenate([data.x_train, data.x_val]), np.concatenate([data.t_train, data.t_val])


def write(**parts):
    """Put parts into the study's file; the others stay."""
    put(STUDY, {"about": ABOUT, "recipe": RECIPE} | parts)


def main():
    what, *seed = sys.argv[1:] or [""]
    data = load_mnist(download=False, flatten=False)
    if what == "run" and seed:
        run(data, int(seed[0]))
    elif what in ("ingredients", "together"):
        {"ingredients": ingredients, "together": together}[what](data)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
