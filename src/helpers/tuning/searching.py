"""search: the trials of a random search, on any executor."""

import contextlib
import math
import secrets
import signal
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ProcessPoolExecutor, as_completed

import numpy as np

from helpers.checks import is_number, require_whole
from helpers.training import TrainingDiverged, silenced
from helpers.tuning.records import Records
from helpers.tuning.results import Found, Trial
from helpers.tuning.spaces import require_space
from helpers.turns import uninterrupted


def search(trial, space, trials, executor=None, *, seed=0, path=None, progress=True):
    """Try settings drawn at random, and say what came of each.

    trial: a function that is called as trial(rng, **settings) with a numpy Generator of its own, from which all its random
    numbers should come, and returns its score, one number, the larger the better (-loss for a loss).
    space: {name of a setting: uniform(low, high), log(low, high), whole(low, high) or choice([…])}.
    trials: how many. The first 10 of 30 are those of a search for 10 with the same space and the same seed, a whole number.
    executor: None works here, one after the other. Otherwise one with concurrent.futures' interface (ThreadPoolExecutor(2),
    Dask's client.get_executor()), which stays open, or a function that makes one (ProcessPoolExecutor, or
    lambda: ProcessPoolExecutor(2)), which is closed at the end. A trial that kills its process breaks a process pool with all
    that is in it. Where a function makes another pool, that trial alone has "died" and the others are run again; of a pool
    that was given, the trials that were not over are "lost".
    path: a file to which each trial is added as soon as it is over, a line of JSON. Called again with it, search goes on where
    it stopped; lost trials are tried again.
    A trial that raises or diverges costs itself alone. Interrupting (the stop button, Ctrl-C) ends the search and keeps what is
    over. Returns Found. Raises TypeError or ValueError for a wrong space, a trial that the executor's processes cannot import,
    and a file that belongs to another seed or space, or to no search.
    """
    from tqdm.auto import tqdm

    trials, seed = require_whole("trials", trials, 0), require_whole("seed", seed, 0)
    if not callable(trial):
        raise TypeError(f"trial must be a function, called as trial(rng, **settings), not {trial!r:.80}.")
    require_space(space)
    records = Records(path, {"seed": seed, "space": {name: repr(space[name]) for name in sorted(space)}})
    plan = {number: settings_of(space, seed, number) for number in range(trials)}
    over = {number: Trial(number, plan[number][0], **known) for number, known in records.lines.items() if number in plan}
    waiting, interrupted = {number: plan[number] for number in plan if number not in over}, False
    with tqdm(total=trials, initial=len(over), disable=not progress or silenced(), unit="trial") as bar:

        def keep(number, status, score=None, error="", seconds=0.0):
            settings, _ = waiting.pop(number)
            over[number] = Trial(number, settings, status, score, error, seconds)
            if status != "lost":
                records.add(number, status=status, score=score, error=error, seconds=seconds, settings=settings)
            scores = [one.score for one in over.values() if one.score is not None]
            bar.set_postfix_str(f"best {max(scores):.4g}" if scores else "no score yet", refresh=False)
            bar.update()

        try:
            if executor is None:
                _search_here(trial, waiting, keep)
            else:
                _search_on(executor, trial, waiting, keep)
        except KeyboardInterrupt:
            interrupted = True
    return Found(over.values(), interrupted)


def settings_of(space, seed, number):
    """({name: value}, SeedSequence): the settings of one trial, and the seed that its rng is made from."""
    for_settings, for_trial = np.random.SeedSequence(seed, spawn_key=(number,)).spawn(2)  # child number of the seed's own
    draws = np.random.default_rng(for_settings).random(len(space))
    return {name: space[name].at(float(draw)) for name, draw in zip(sorted(space), draws, strict=True)}, for_trial


def _run(trial, settings, seed, once=None):
    """One trial, wherever it is: (status, score, error, seconds). once: makes each call another one, see _round."""
    started, score, error = time.perf_counter(), None, ""
    try:
        score = trial(np.random.default_rng(seed), **settings)
        if isinstance(score, bool) or not is_number(score):
            raise TypeError(f"the trial returned {score!r:.80}, and not one number. Usual cause: no return at its end.")
        status, score = "done", float(score)
        if not math.isfinite(score):
            status, score, error = "diverged", None, f"the score is {score}"
    except TrainingDiverged as problem:
        status, score, error = "diverged", None, str(problem)
    except (Exception, SystemExit) as problem:  # whatever it is, it costs this trial alone
        status, score, error = "failed", None, f"{type(problem).__name__}: {problem}"
    return status, score, " ".join(error.split())[:500], round(time.perf_counter() - started, 3)


def _search_here(trial, waiting, keep):
    with _interrupts() as came:
        for number, planned in list(waiting.items()):
            result = _run(trial, *planned)
            if came:  # and the trial has ended early because of it, as one with fit does
                raise KeyboardInterrupt
            with uninterrupted():
                keep(number, *result)


@contextlib.contextmanager
def _interrupts():
    """A list that is no longer empty once an interrupt came, also when somebody else has met the KeyboardInterrupt."""
    came, before = [], signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield came
        return

    def note(*what):
        came.append(True)
        before(*what)

    signal.signal(signal.SIGINT, note)
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, before)


def _search_on(executor, trial, waiting, keep):
    given = not isinstance(executor, type) and hasattr(executor, "submit")
    alone = False  # when processes die: one trial at a time, in order, until it is found which one kills them
    while waiting:
        with contextlib.nullcontext(executor) if given else _made(executor) as pool:
            _require_reachable(trial, pool)
            broken = False
            while waiting and not broken:
                some = dict(list(waiting.items())[: 1 if alone else None])
                problem, broken = _round(pool, trial, some, keep)
                if not problem:
                    continue
                if given and broken:
                    for number in list(waiting):
                        keep(number, "lost", error=f"{problem} Give search a function that makes the executor.")
                elif len(some) == 1:
                    keep(*some, "died", error=f"{problem} Usual causes: too little memory, or a crash in compiled code.")
                alone = len(some) > 1


def _round(pool, trial, some, keep):
    """Submit some trials and keep those that are over. Returns why processes have died, or "", and whether the pool is broken."""
    futures, problem, broken = {}, "", False
    once = secrets.token_hex(8)  # Dask would answer an equal call with what came of the one before
    try:
        for number, planned in some.items():
            futures[pool.submit(_run, trial, *planned, once)] = number
    except BrokenExecutor as failure:  # while the rest was being submitted
        problem, broken = _words(failure), True
    try:
        for future in as_completed(futures):
            try:
                result = future.result()
            except Exception as failure:
                broken = broken or isinstance(failure, BrokenExecutor | CancelledError)
                if not broken and type(failure).__name__ != "KilledWorker":  # Dask's: its cluster goes on
                    raise RuntimeError(f"the executor could not run trial {futures[future]}: {failure!r:.300}") from failure
                problem = _words(failure)
                continue
            with uninterrupted():
                keep(futures[future], *result)
    finally:
        for future in futures:
            future.cancel()
    return problem, broken


def _words(failure):
    return f"{type(failure).__name__}: {failure}".rstrip(": .") + "."


@contextlib.contextmanager
def _made(make):
    """The executor that a function makes, closed at the end; after an error or an interrupt nobody waits for its trials."""
    if not callable(make):
        raise TypeError(f"executor must be None, an executor, or a function that makes one, not {make!r:.80}.")
    pool = make()
    wait = False
    try:
        yield pool
        wait = True
    finally:
        if hasattr(pool, "shutdown"):
            pool.shutdown(wait=wait)


def _require_reachable(trial, pool):
    """TypeError unless pool is an executor whose workers can be handed this trial."""
    if not isinstance(pool, Executor):
        cause = " A Dask client gives one: client.get_executor()." if hasattr(pool, "get_executor") else ""
        raise TypeError(
            f"executor must have the interface of concurrent.futures, as ThreadPoolExecutor(2), not {pool!r:.80}.{cause}"
        )
    function = getattr(trial, "func", trial)  # of a functools.partial
    name = getattr(function, "__qualname__", function)
    here = getattr(function, "__module__", None) == "__main__" and not hasattr(sys.modules["__main__"], "__file__")
    try:
        if here and isinstance(pool, ProcessPoolExecutor):  # where processes are forked it might work, with an old version of it
            raise TypeError("it was written in a notebook or at the prompt")
        pool.submit(callable, trial).result()
    except Exception as problem:
        raise TypeError(
            f"the executor's processes cannot be handed the trial {name!s:.80}, because they import it from its module: "
            f"{problem!r:.300}. Usual cause: a lambda, a function inside another one, or one of a notebook. Write it into "
            f"a file, such as my_trial.py beside the notebook, and use: from my_trial import trial."
        ) from problem
