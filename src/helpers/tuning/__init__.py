"""Random search for settings: many trials, each on its own, in this process, on threads, on processes or on a cluster.

    def trial(rng, lr, hidden):  # in a module of its own, so that other processes can import it
        network = TwoLayerNet(64, hidden, 10, rng)
        return fit(network, SGD(lr), load_digits(), iterations=500, rng=rng, progress=False).val_accuracy[-1]

    space = {"lr": log(1e-3, 1), "hidden": whole(10, 200, log=True)}
    found = search(trial, space, 24, ProcessPoolExecutor, path="search.jsonl")
    print(found.best, found.table())

A trial's settings and random numbers depend on the seed and on the trial's number alone, so every executor finds the same.
Processes and clusters: give each one BLAS thread (OMP_NUM_THREADS=1) before they start, or they get in each other's way.
A Dask cluster (the extra ``cluster``): ``search(trial, space, 24, client.get_executor())``.
Source: Bergstra and Bengio, Random search for hyper-parameter optimization, 2012.
"""

from helpers.tuning.results import Found, Trial
from helpers.tuning.searching import search, settings_of
from helpers.tuning.spaces import choice, log, uniform, whole

__all__ = ["Found", "Trial", "choice", "log", "search", "settings_of", "uniform", "whole"]
