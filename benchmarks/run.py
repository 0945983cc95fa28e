"""Measure the course's code: python benchmarks/run.py [--quick]. README.md here says what the tables mean."""

import argparse
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

BATCH = 100
NETWORKS = {"784-50-10": [784, 50, 10], "784-256-128-64-10": [784, 256, 128, 64, 10]}
IMPORTS = {
    "numpy": "import numpy",
    "helpers": "import helpers",
    "helpers, all NumPy-only modules": "from helpers import checkpoints, functions, gradient, initializers, layers, "
    "networks, optimizers, training",
}


def main():
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds only: shows that it works, not how fast")
    parser.add_argument("--child", type=int, metavar="THREADS", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measure(options.child, options.quick)))
        return
    counts = [1, 2] if (os.cpu_count() or 1) > 1 else [1]
    results = {threads: in_fresh_process(threads, options.quick) for threads in counts}
    print_tables(results, import_times(options.quick))


def in_fresh_process(threads, quick):
    """measure(), in a process of its own, because BLAS reads its number of threads when NumPy is imported."""
    names = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"]
    environment = os.environ | dict.fromkeys(names, str(threads))
    command = [sys.executable, str(Path(__file__).resolve()), "--child", str(threads)] + ["--quick"] * quick
    output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output)


def measure(threads, quick):
    """Medians: {"steps": {network: {candidate: (ms, times helpers')}}, "numerical": {...}, "versions": {...}}."""
    import numpy as np

    rng = np.random.default_rng(0)
    pixels = rng.random((20 * BATCH, 784))
    labels = rng.integers(0, 10, len(pixels))
    versions = {"Python": platform.python_version(), "NumPy": np.__version__}
    steps = {}
    for name, sizes in NETWORKS.items():
        candidates = {
            "helpers": helpers_step(sizes, pixels, labels),
            "textbook": textbook_step(sizes, pixels, labels),
            "textbook, loss again": textbook_step(sizes, pixels, labels, again=True),
        }
        torch = pytorch(threads)
        if torch:
            candidates["PyTorch"] = pytorch_step(torch, sizes, pixels, labels)
            versions["PyTorch"] = torch.__version__
        steps[name] = interleaved(candidates, rounds=3 if quick else 31, turns=5 if quick else 40)
    return {"steps": steps, "numerical": numerical(pixels, labels, quick), "versions": versions}


def interleaved(candidates, rounds, turns):
    """{name: (median milliseconds a call, median ratio to the first one's)}.

    The candidates take turns in short blocks, and ratios are taken within a round: a busy moment hits all alike.
    """
    times = {name: [] for name in candidates}
    first = next(iter(candidates))
    for number in range(rounds + 1):
        for name, step in candidates.items():
            time.sleep(0.05)  # the threads of the one before spin for a while before they sleep
            for _ in range(3):  # wake the caches and our own threads
                step()
            start = time.perf_counter()
            for _ in range(turns):
                step()
            if number:  # the first round only warms up
                times[name].append((time.perf_counter() - start) / turns * 1000)
    return {
        name: (statistics.median(values), statistics.median(a / b for a, b in zip(values, times[first], strict=True)))
        for name, values in times.items()
    }


def endless_batches(x, t):
    """The mini-batches of x and t, cut beforehand, over and over."""
    return itertools.cycle([(x[i : i + BATCH], t[i : i + BATCH]) for i in range(0, len(x), BATCH)])


def helpers_step(sizes, pixels, labels):
    """A function that does one step of training with this course's code."""
    import numpy as np

    from helpers.networks import MultiLayerNet
    from helpers.optimizers import SGD

    network, optimizer = MultiLayerNet(sizes, np.random.default_rng(1)), SGD(0.01)
    stream = endless_batches(pixels.astype(np.float32), labels)

    def step():
        loss, gradient = network.loss_and_gradient(*next(stream))
        optimizer.update(network.params, gradient)
        return loss

    return step


def textbook_step(sizes, pixels, labels, again=False):
    """A function that does one step of training in float64 with one-hot labels: textbook.py.

    again: also compute the loss once more after the update, as the usual loop does to record it.
    """
    import numpy as np
    import textbook

    network, optimizer = textbook.Net(sizes, np.random.default_rng(1)), textbook.SGD(0.01)
    stream = endless_batches(pixels, np.eye(10)[labels])

    def step():
        x, t = next(stream)
        optimizer.update(network.params, network.gradient(x, t))
        return network.loss(x, t) if again else None

    return step


def pytorch(threads):
    """The module torch with this number of threads, or None where it is not installed."""
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(threads)
    return torch


def pytorch_step(torch, sizes, pixels, labels):
    """A function that does one step of training with PyTorch on the CPU, float32."""
    torch.manual_seed(1)
    layers = []
    for inputs, outputs in itertools.pairwise(sizes):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    network = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    stream = endless_batches(torch.tensor(pixels, dtype=torch.float32), torch.tensor(labels))

    def step():
        x, t = next(stream)
        optimizer.zero_grad(set_to_none=True)
        loss = torch.nn.functional.cross_entropy(network(x), t)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def numerical(pixels, labels, quick):
    """Milliseconds for the slope by one parameter, measured, and for all of them by backpropagation."""
    import numpy as np

    from helpers.gradient import numerical_gradient
    from helpers.networks import TwoLayerNet

    network = TwoLayerNet(784, 50, 10, np.random.default_rng(1))
    x, t = pixels[:BATCH].astype(np.float32), labels[:BATCH]
    some = network.params["b2"]
    candidates = {
        "one": lambda: numerical_gradient(lambda _: network.loss(x, t), some),
        "all": lambda: network.gradient(x, t),
    }
    result = interleaved(candidates, rounds=2 if quick else 11, turns=2 if quick else 10)
    count = sum(value.size for value in network.params.values())
    return {"one": result["one"][0] / some.size, "all": result["all"][0], "parameters": count}


def import_times(quick):
    """Median seconds of CPU that a fresh interpreter needs for each import, without its own start, interleaved."""
    statements = {"nothing": "pass", **IMPORTS}
    times = {name: [] for name in statements}
    for _ in range(2 if quick else 15):
        for name, statement in statements.items():
            code = f"{statement}\nimport time; print(time.process_time())"
            output = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True).stdout
            times[name].append(float(output))
    medians = {name: statistics.median(values) for name, values in times.items()}
    return {name: medians[name] - medians["nothing"] for name in IMPORTS}


def print_tables(results, imports):
    """Everything as Markdown tables, as README.md shows them."""
    versions = next(iter(results.values()))["versions"]
    print(", ".join(f"{name} {version}" for name, version in versions.items()), end="\n\n")
    print(f"One step: forward, backward, SGD; batch {BATCH}; median ms\n")
    names = ["helpers", "textbook", "textbook, loss again", "PyTorch"]
    ratios = " | ".join(f"{name} / helpers" for name in names[1:])
    print(f"| network | BLAS threads | {' | '.join(names)} | {ratios} |")
    print("|---|" + "--:|" * (2 * len(names)))
    for network in NETWORKS:
        for threads, result in results.items():
            row = result["steps"][network]
            cells = [f"{row[name][0]:.3f}" if name in row else "not installed" for name in names]
            cells += [f"{row[name][1]:.2f}" if name in row else "" for name in names[1:]]
            print(f"| {network} | {threads} | {' | '.join(cells)} |")
    print(f"\nThe gradient of 784-50-10, batch {BATCH}\n")
    print("| BLAS threads | numerical, one parameter, ms | all parameters that way, s | backpropagation, ms | ratio |")
    print("|--:|--:|--:|--:|--:|")
    for threads, result in results.items():
        one, every, count = (result["numerical"][key] for key in ("one", "all", "parameters"))
        print(f"| {threads} | {one:.3f} | {one * count / 1000:.1f} | {every:.3f} | {one * count / every:,.0f} |")
    print("\nImporting, in a fresh interpreter, its own start taken off; median CPU ms\n")
    print("| import | ms | ratio |\n|---|--:|--:|")
    for name, seconds in imports.items():
        print(f"| {name} | {seconds * 1000:.0f} | {seconds / imports['numpy']:.2f} |")


if __name__ == "__main__":
    main()
