"""Compare this course's networks with PyTorch's and Keras's, for lesson 19: data/studies/frameworks.json.

    python tools/study_frameworks.py            some minutes, where the extra frameworks is installed

Speed: a step of training with a batch of 100, with one thread; the three take turns, and a ratio is taken within a round, so
that other work on the computer hits all alike. Two threads want a quiet computer: on a busy one they wait for each
other, and that is what is measured. benchmarks/README.md has such numbers, for PyTorch. Agreement: several starts, each with
images of its own.
"""

import json
import os
import subprocess
import sys
import time
import warnings
from importlib import metadata
from pathlib import Path

import numpy as np

from helpers.datasets import load_digits
from helpers.frameworks import differences, to_keras, to_torch
from helpers.networks import DeepConvNet, MultiLayerNet, ResNet, SimpleConvNet
from helpers.optimizers import SGD
from helpers.writing import replacing

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT / "data" / "studies" / "frameworks.json"
ABOUT = (
    "Made by tools/study_frameworks.py. speed: milliseconds of a step of training (forward, backward, SGD; batch of 100, images "
    "of 28 by 28, float32, on the processor), medians, and the same as multiples of this course's, medians of the rounds' own "
    "ratios; the processor's time with one thread, on a computer that had much else to do, which makes all three slower. "
    "agreement: the largest distances of scores and gradient, as shares, for each start with 20 images of its own; images are "
    "enlarged digits. megabytes: what the packages take on the disk, PyTorch in its build for the processor, on Linux."
)
NETWORKS = {
    "784-256-128-10": lambda seed: MultiLayerNet([784, 256, 128, 10], seed),
    "SimpleConvNet": lambda seed: SimpleConvNet(rng=seed),
    "DeepConvNet": lambda seed: DeepConvNet(rng=seed, batch_normalization=True),
    "ResNet": lambda seed: ResNet(rng=seed),
}
WAYS = {
    "PyTorch, float64": ("torch", "float64"),
    "PyTorch, float32": ("torch", "float32"),
    "Keras, float32": ("keras", "float32"),
}
PARTS = {
    "PyTorch": ("torch", "sympy", "mpmath", "networkx", "filelock", "fsspec"),
    "Keras": ("keras", "absl-py", "h5py", "ml-dtypes", "namex", "optree", "rich"),
    "Grain": ("grain", "array-record", "etils", "portpicker", "protobuf"),
}


def enlarged(images):
    """Digits (N, 1, 8, 8) as images (N, 1, 28, 28): each pixel becomes nine, with a border of two."""
    return np.pad(np.kron(images, np.ones((1, 1, 3, 3), np.float32)), [(0, 0), (0, 0), (2, 2), (2, 2)])


def images_for(name, start, count):
    """Images and labels, cut from the digits at start, in the shape that the network reads."""
    digits = load_digits(flatten=False)
    x, t = enlarged(digits.x_train[start : start + count]), digits.t_train[start : start + count]
    return x.reshape(count, -1) if name.startswith("784") else x, t


def agreement(names=tuple(NETWORKS), starts=5):
    """{network: {way: {"scores": […], "gradient": […]}}}, a number for each start."""
    found = {}
    for name in names:
        runs = {way: [] for way in WAYS}
        for seed in range(starts):
            x, t = images_for(name, 20 * seed, 20)
            for way, (framework, dtype) in WAYS.items():
                runs[way].append(differences(NETWORKS[name](seed), x, t, framework, dtype))
        found[name] = {way: {key: [float(f"{one[key]:.1e}") for one in each] for key in each[0]} for way, each in runs.items()}
    return found


def steps_of(name):
    """{"this course", "PyTorch", "Keras": a function that makes one step of training}."""
    import torch

    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    network, (x, t) = NETWORKS[name](0), images_for(name, 0, 100)
    module, model, optimizer = to_torch(network).train(), to_keras(network), SGD(0.01)
    in_torch, labels, theirs = torch.tensor(x), torch.tensor(t, dtype=torch.long), torch.optim.SGD(module.parameters(), lr=0.01)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.01), loss)
    pixels_last = np.ascontiguousarray(x.transpose(0, 2, 3, 1)) if x.ndim == 4 else x

    def ours():
        optimizer.update(network.params, network.gradient(x, t))

    def torch_s():
        theirs.zero_grad()
        torch.nn.functional.cross_entropy(module(in_torch), labels).backward()
        theirs.step()

    return {"this course": ours, "PyTorch": torch_s, "Keras": lambda: model.train_on_batch(pixels_last, t)}


def speed(names=tuple(NETWORKS), rounds=5, seconds=0.05):
    """{network: {program: [milliseconds, multiple of ours]}} with this process's number of threads."""
    import torch

    sys.path.insert(0, str(ROOT / "benchmarks"))
    from run import interleaved

    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    found = {}
    for name in names:
        times = interleaved(steps_of(name), time.process_time, rounds, seconds)
        found[name] = {program: [float(f"{value:.3g}") for value in pair] for program, pair in times.items()}
    return found


def in_fresh_process(threads):
    """speed() with so many threads: numerical libraries read that number when they are imported."""
    environment = os.environ | dict.fromkeys(["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"], str(threads))
    command = [sys.executable, str(Path(__file__).resolve()), "--speed"]
    return json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout)


def megabytes():
    """{part of the extra: how much its packages take, in MB}."""
    found = {}
    for part, names in PARTS.items():
        files = [file for name in names for file in metadata.files(name) or []]
        found[part] = round(sum(file.locate().stat().st_size for file in files if file.locate().exists()) / 1e6)
    return found


def study():
    """All of it."""
    return {
        "versions": {name: metadata.version(name).partition("+")[0] for name in ("numpy", "torch", "keras", "grain")},
        "speed": {"1": in_fresh_process(1)},
        "agreement": agreement(),
        "megabytes": megabytes(),
    }


def main():
    """Measure everything and write the file; --speed is for the processes that this one starts."""
    warnings.filterwarnings("ignore", category=DeprecationWarning)  # between Keras and NumPy
    if sys.argv[1:] == ["--speed"]:
        print(json.dumps(speed()))
        return
    text = json.dumps({"about": ABOUT, **study()}, indent=1)
    with replacing(STUDY) as file:
        file.write(text + "\n")
    print(text)


if __name__ == "__main__":
    main()
