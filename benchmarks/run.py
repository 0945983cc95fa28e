"""Measure the course's code: python benchmarks/run.py [--quick]. README.md here says what the tables mean."""

import argparse
import ctypes
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

IMPORTS = {
    "numpy": "import numpy",
    "helpers": "import helpers",
    "helpers, all NumPy-only modules": "from helpers import checkpoints, convolution, functions, gradient, initializers, layers, "
    "networks, optimizers, schedules, training",
}
QUICK_BATCH = 10
CANDIDATES = ["helpers", "textbook", "textbook, loss again", "PyTorch", "PyTorch, channels last"]
MEMORY = ["nothing", "helpers", "textbook", "PyTorch", "PyTorch, channels last"]


def main():
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds of small batches: shows that it works, not how fast")
    parser.add_argument("--cpu", action="store_true", help="time of the processor, all threads together, not of the clock")
    parser.add_argument("--child", nargs=2, metavar=("WHAT", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        import candidates

        what, threads = options.child[0], int(options.child[1])
        candidates.BATCH = QUICK_BATCH if options.quick else candidates.BATCH
        print(json.dumps(measure(threads, options.quick, options.cpu) if what == "times" else peak_memory(what, threads)))
        return
    counts = [1, 2] if (os.cpu_count() or 1) > 1 and not options.quick else [1]
    results = {threads: in_fresh_process("times", threads, options) for threads in counts}
    batch = QUICK_BATCH if options.quick else 100
    print_tables(results, batch)
    print_memory({what: in_fresh_process(what, counts[-1], options) for what in MEMORY}, batch)
    print_imports(import_times(options.quick))


def in_fresh_process(what, threads, options):
    """measure() or peak_memory(), in a process of its own: numerical libraries read their number of threads when imported."""
    names = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"]
    environment = os.environ | dict.fromkeys(names, str(threads))
    command = [sys.executable, str(Path(__file__).resolve()), "--child", what, str(threads)]
    command += ["--quick"] * options.quick + ["--cpu"] * options.cpu
    output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output)


def measure(threads, quick, cpu):
    """Medians: {"steps", "parts": {name: {candidate: (ms, times helpers')}}, "floors", "numerical", "versions"}."""
    import candidates
    import numpy as np
    import parts

    clock = time.process_time if cpu else time.perf_counter
    torch = candidates.pytorch(threads)
    versions = {"Python": platform.python_version(), "NumPy": np.__version__, "OpenBLAS's kernels": kernels()}
    if torch:
        versions["PyTorch"] = torch.__version__
    speed = matrix_product_speed(*parts.matrix_product(), 3 if quick else 30)
    steps = {}
    for name in candidates.NETWORKS:
        table = name in candidates.TABLES
        found = {"helpers": candidates.helpers_step(name)}
        if name not in candidates.DEEP:  # the textbook has no batch normalization
            found["textbook"] = candidates.textbook_step(name)
            found["textbook, loss again"] = candidates.textbook_step(name, again=True)
        if torch:
            found["PyTorch"] = candidates.pytorch_step(torch, name)
        if torch and not table:
            found["PyTorch, channels last"] = candidates.pytorch_step(torch, name, channels_last=True)
        steps[name] = interleaved(found, clock, 1 if quick else 31 if table else 11, 0.01 if quick else 0.1)
    return {
        "steps": steps,
        "floors": {name: candidates.flops(name) / speed for name in candidates.NETWORKS},
        "speed": speed / 1e6,
        "parts": {
            name: interleaved(found, clock, 1 if quick else 11, 0.01 if quick else 0.1)
            for name, found in parts.parts(torch, candidates.BATCH).items()
        },
        "numerical": numerical(candidates, clock, quick),
        "versions": versions,
    }


def matrix_product_speed(product, count, rounds):
    """Multiplications and additions a millisecond, the best of some attempts: it is to be a limit."""
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        product()
        took.append(time.perf_counter() - start)
    return count / min(took) / 1000


def interleaved(candidates, clock, rounds, seconds):
    """{name: (median milliseconds a call, median ratio to the first one's)}.

    The candidates take turns in blocks of about so many seconds, and ratios are taken within a round: a busy moment hits
    all alike.
    """
    times, turns = {name: [] for name in candidates}, {}
    first = next(iter(candidates))
    for number in range(rounds + 1):
        for name, step in candidates.items():
            time.sleep(0.05)  # the threads of the one before spin for a while before they sleep
            for _ in range(min(3, turns.get(name, 1))):  # wake the caches and our own threads
                step()
            start = clock()
            for _ in range(turns.get(name, 1)):
                step()
            took = clock() - start
            if number:
                times[name].append(took / turns[name] * 1000)
            else:  # the first round warms up, and says how many calls make a block
                turns[name] = min(40, max(1, round(seconds / max(took, 1e-6))))
    return {
        name: (statistics.median(values), statistics.median(a / b for a, b in zip(values, times[first], strict=True)))
        for name, values in times.items()
    }


def kernels():
    """The processor that OpenBLAS takes this one for; its speed can hang on that by a factor of two."""
    import numpy as np

    try:
        name = ctypes.CDLL(np._core._multiarray_umath.__file__).scipy_openblas_get_corename64_
    except (AttributeError, OSError):
        return "unknown"
    name.restype = ctypes.c_char_p
    return name().decode()


def numerical(candidates, clock, quick):
    """Milliseconds for the slope by one parameter, measured, and for all of them by backpropagation."""
    from helpers.gradient import numerical_gradient

    network = candidates.our_network("784-50-10")
    x, t = (values[: candidates.BATCH] for values in candidates.images("784-50-10"))
    some = network.params["b2"]
    found = {
        "one": lambda: numerical_gradient(lambda _: network.loss(x, t), some),
        "all": lambda: network.gradient(x, t),
    }
    result = interleaved(found, clock, 1 if quick else 11, 0.05)
    count = sum(value.size for value in network.params.values())
    return {"one": result["one"][0] / some.size, "all": result["all"][0], "parameters": count}


def peak_memory(what, threads):
    """The most megabytes that this process had at a time, after a few steps of SimpleConvNet; None if that cannot be known.

    "nothing" only imports NumPy, the candidates, PyTorch if it is there, and makes the images.
    """
    try:
        import resource
    except ImportError:  # Windows
        return None
    import candidates

    torch, name = candidates.pytorch(threads), "SimpleConvNet"
    candidates.images(name)
    if what.startswith("PyTorch") and not torch:
        return None
    step = {
        "nothing": lambda: None,
        "helpers": lambda: candidates.helpers_step(name),
        "textbook": lambda: candidates.textbook_step(name),
        "PyTorch": lambda: candidates.pytorch_step(torch, name),
        "PyTorch, channels last": lambda: candidates.pytorch_step(torch, name, channels_last=True),
    }[what]()
    for _ in range(5 if step else 0):
        step()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


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


def print_tables(results, batch):
    """Steps, parts and the numerical gradient as Markdown, as README.md shows them. batch: its size, for the headings."""
    versions = next(iter(results.values()))["versions"]
    print(", ".join(f"{name} {version}" for name, version in versions.items()), end="\n\n")
    print(f"One step: forward, backward, SGD; batch {batch}; median ms\n")
    print_times("network", "steps", results, CANDIDATES, floors=True)
    speeds = ", ".join(f"{result['speed']:.0f} with {threads}" for threads, result in results.items())
    print(f"\nThe floor: a step's multiplications and additions at the speed of a large matrix product, 1e9 a second: {speeds}")
    print(f"\nParts, batch {batch}; median ms; layers forward and backward\n")
    print_times("part", "parts", results, [name for name in CANDIDATES if name != "textbook, loss again"])
    print(f"\nThe gradient of 784-50-10, batch {batch}\n")
    print("| threads | numerical, one parameter, ms | all parameters that way, s | backpropagation, ms | ratio |")
    print("|--:|--:|--:|--:|--:|")
    for threads, result in results.items():
        one, every, count = (result["numerical"][key] for key in ("one", "all", "parameters"))
        print(f"| {threads} | {one:.3f} | {one * count / 1000:.1f} | {every:.3f} | {one * count / every:,.0f} |")


def print_times(title, key, results, names, floors=False):
    """One table: a row for each thing and number of threads, milliseconds and how many times helpers' those are."""
    header = [title, "threads", *["floor"] * floors, *names, *(f"{name} / helpers" for name in names[1:])]
    print(f"| {' | '.join(header)} |\n|---|" + "--:|" * (len(header) - 1))
    for thing in next(iter(results.values()))[key]:
        for threads, result in results.items():
            row = result[key][thing]
            cells = [f"{result['floors'][thing]:.3f}"] if floors else []
            cells += [f"{row[name][0]:.3f}" if name in row else "" for name in names]
            cells += [f"{row[name][1]:.2f}" if name in row else "" for name in names[1:]]
            print(f"| {thing} | {threads} | {' | '.join(cells)} |")


def print_memory(peaks, batch):
    """What a step of SimpleConvNet adds to the memory of a process."""
    print(f"\nPeak memory that a step of SimpleConvNet adds, batch {batch}, MB\n\n| | MB |\n|---|--:|")
    for name in MEMORY[1:]:
        if peaks[name] is not None:
            print(f"| {name} | {peaks[name] - peaks['nothing']:.0f} |")


def print_imports(imports):
    """CPU time of imports."""
    print("\nImporting, in a fresh interpreter, its own start taken off; median CPU ms\n")
    print("| import | ms | ratio |\n|---|--:|--:|")
    for name, seconds in imports.items():
        print(f"| {name} | {seconds * 1000:.0f} | {seconds / imports['numpy']:.2f} |")


if __name__ == "__main__":
    main()
