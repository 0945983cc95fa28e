"""One search on one process, on two, and on a Dask cluster of two: data/studies/search.json, with a table of many trials.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python tools/study_search.py      about seven minutes, two cores

Lesson 16 shows the file. Needs the extra ``cluster``. "executors": the same 24 trials on each, the seconds they take once the
executor is there, the seconds until it is there, the seconds inside the trials, and what a trial costs that does nothing.
"trials": many cheap ones by their numbers, so the first 24 are the lesson's search, and its sliders take those of a region.
Each also has its accuracy on new images, at which no choice looks.
"""

import contextlib
import functools
import json
import multiprocessing
import os
import platform
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from study import percent

from helpers.training import TrainingDiverged
from helpers.tuning import search, settings_of
from helpers.tuning.trials import SPACE, digits_trial, new_images, trained, validation_images
from helpers.writing import replacing

STUDY = Path(__file__).resolve().parents[1] / "data" / "studies" / "search.json"
ABOUT = (
    "Made by tools/study_search.py with helpers.tuning.trials: 64-50-10 on 300 of the bundled digits, Momentum, batches of 50. "
    "executors: 24 trials of 3,000 iterations each; seconds of the clock; start: until the executor has answered; "
    "computing: inside the trials, added up; each: milliseconds that a trial costs which does nothing, the mean of 200. trials: "
    "300 iterations each, by their numbers, seed 0, accuracies in %; null where the loss came to no number."
)


def idle(rng):
    """A trial that does nothing: what it takes is the executor's."""
    return 0.0


@contextlib.contextmanager
def one_process():
    yield None


@contextlib.contextmanager
def two_processes():
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:  # spawn is the same on all systems
        yield pool


@contextlib.contextmanager
def two_dask_workers():
    from distributed import Client, LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            yield client.get_executor()


EXECUTORS = {"one process": one_process, "two processes": two_processes, "two Dask workers": two_dask_workers}


def timed(executor, trials=24, iterations=3000, idles=200):
    """({"start": seconds, "seconds": …, "each": milliseconds}, the trials' numbers) of one executor."""
    begin = time.perf_counter()
    with executor() as pool:
        search(idle, {}, 2, pool, progress=False)  # both workers have imported what they need
        search(functools.partial(digits_trial, iterations=1), SPACE, 4, pool, progress=False)
        ready = time.perf_counter()
        found = search(functools.partial(digits_trial, iterations=iterations), SPACE, trials, pool, progress=False)
        over = time.perf_counter()
        search(idle, {}, idles, pool, progress=False)
        each = (time.perf_counter() - over) / idles
    seconds = {"start": round(ready - begin, 2), "seconds": round(over - ready, 2), "each": round(1000 * each, 2)}
    seconds["computing"] = round(sum(one.seconds for one in found.trials), 2)
    return seconds, [(one.number, one.settings, one.status, one.score) for one in found.trials]


def table(count=600, seed=0):
    """Columns of many trials: {"lr": […], "weight_decay": […], "validation": […], "new": […]}."""
    columns, new = {"lr": [], "weight_decay": [], "validation": [], "new": []}, new_images()
    for number in range(count):
        settings, for_trial = settings_of(SPACE, seed, number)
        scores = [None, None]
        with contextlib.suppress(TrainingDiverged):
            network = trained(np.random.default_rng(for_trial), **settings)
            on_val = network.accuracy(*validation_images())
            scores = [percent(on_val), percent(network.accuracy(*new))]
        rounded = (float(f"{settings[name]:.4g}") for name in ("lr", "weight_decay"))
        for column, value in zip(columns.values(), (*rounded, *scores), strict=True):
            column.append(value)
    return columns


def study(executors=EXECUTORS, count=600, **sizes):
    result = {"about": ABOUT, "computer": f"{os.cpu_count()} cores, {platform.system()}", "executors": {}}
    numbers = {}
    for name, executor in executors.items():
        result["executors"][name], numbers[name] = timed(executor, **sizes)
        print(name, result["executors"][name], flush=True)
    first = next(iter(numbers.values()))
    result["equal"] = all(other == first for other in numbers.values())
    scores = {number: (status, score) for number, _, status, score in first}
    result["scores"] = [None if score is None else percent(score) for _, (_, score) in sorted(scores.items())]
    print("equal results:", result["equal"], flush=True)
    return result | {"trials": table(count)}


def main():
    result = study()
    text = json.dumps(result, indent=1)
    STUDY.parent.mkdir(exist_ok=True)
    with replacing(STUDY) as file:
        file.write(text + "\n")


if __name__ == "__main__":
    main()
