"""Threads for the pieces of a batch.

NumPy lets other Python threads run while it calculates, so as many pieces are worked at a time as there are processors, each with
a single BLAS thread. Whoever comes while the threads are taken, from another thread or from inside a piece (a layer that asks
a network of its own), works its pieces one after the other in its own thread, with the same result: nobody waits.
"""

import contextlib
import ctypes
import os
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from functools import lru_cache
from queue import SimpleQueue

import numpy as np

_wanted = os.environ.get("OMP_NUM_THREADS", "")  # the variable that numerical libraries go by
THREADS = max(1, int(_wanted) if _wanted.isdigit() else os.cpu_count() or 1)


def in_pieces(work, samples, size, meeting=None):
    """[work(part) for each part], where the parts are slices of ``size`` samples that cover 0..samples-1.

    meeting: of as many as there are parts, when work calls its ``meet``; all parts are then under way before the first one ends.
    """
    parts = [slice(start, start + size) for start in range(0, samples, size)]
    with _the_threads() as threads, _one_blas_thread():
        if meeting is not None:
            return meeting.hold(work, parts, threads)
        if threads == 1 or len(parts) == 1:
            return [work(part) for part in parts]
        return _results(_submitted(_pool(threads), work, [(part,) for part in parts]))


def _submitted(pool, work, calls):
    # np.errstate belongs to a context, and another thread's context knows nothing of it.
    return [pool.submit(copy_context().run, work, *call) for call in calls]


def _results(futures):
    try:
        return [future.result() for future in futures]
    finally:
        for future in futures:  # after an error or the stop button nothing goes on behind the caller's back
            future.cancel()
        wait(futures)


class Meeting:
    """Where the pieces of a batch meet: each brings a part, and goes on with the parts of all, in the batch's order.

    Each piece has a thread of its own, as one that waits must not keep another from coming, but only so many as there
    are processors work at a time.
    """

    def __init__(self, pieces):
        self._parts, self._missing, self._lock = [None] * pieces, pieces, threading.Lock()
        self._doors = [SimpleQueue() for _ in range(pieces)]  # where each piece waits for what the last one hands out
        self._free = SimpleQueue()  # holds an entry for each piece that may work now

    def meet(self, number, part):
        """The parts of all pieces, a tuple, when the last one has come. number: which piece this is, from 0."""
        self._parts[number] = part
        with self._lock:
            self._missing -= 1
            is_last = not self._missing
        if is_last:
            self._all_are_here()
        self._free.put(None)
        together = self._doors[number].get()
        self._free.get()
        if together is None:
            raise _Abandoned
        return together

    def _all_are_here(self):
        if 0 < self._parts.count(None) < len(self._parts):
            raise RuntimeError("a layer met in some pieces of the batch and not in others; all of them must meet equally often.")
        self._missing = len(self._parts)
        self._hand_out(tuple(self._parts))

    def _hand_out(self, together):
        for door in self._doors:
            door.put(together)

    def _work(self, work, number, part):
        self._free.get()
        try:
            result = work(part)
            self.meet(number, None)  # the end: nobody else may still be waiting for this piece
            return result
        except BaseException:
            self._hand_out(None)  # the others would wait for it for ever
            raise
        finally:
            self._free.put(None)

    def hold(self, work, parts, threads):
        """[work(part) for each part], threads at a time; an error is the first piece's that failed by itself."""
        for _ in range(threads):
            self._free.put(None)
        with ThreadPoolExecutor(len(parts)) as pool:
            try:
                futures = _submitted(pool, self._work, [(work, *numbered) for numbered in enumerate(parts)])
                wait(futures)
            except BaseException:  # the stop button
                self._hand_out(None)
                raise
        errors = [future.exception() for future in futures]
        for error in errors:
            if error is not None and not isinstance(error, _Abandoned):
                raise error
        return [future.result() for future in futures]


class _Abandoned(Exception):
    """Another piece has failed, so the pieces that would meet it give up."""


_taken = threading.Lock()


@contextlib.contextmanager
def _the_threads():
    """How many threads there are for this batch: THREADS, or 1 while another batch has them."""
    lock = _taken
    mine = lock.acquire(blocking=False)
    try:
        yield THREADS if mine else 1
    finally:
        if mine:
            lock.release()


@lru_cache(maxsize=1)
def _pool(threads):
    """The threads, kept from batch to batch: making them anew takes as long as a small layer."""
    return ThreadPoolExecutor(threads)


_blas_lock, _blas_users, _blas_before = threading.Lock(), 0, 1


@contextlib.contextmanager
def _one_blas_thread():
    """NumPy's BLAS would start threads of its own in each of ours, and they would fight for the processors.

    NumPy has no call for that, so OpenBLAS, where NumPy brings it along, is asked itself. Elsewhere nothing happens. The
    first one in notes BLAS's number of threads, and the last one out restores it.
    """
    global _blas_users, _blas_before
    if not _set_blas_threads:
        yield
        return
    with _blas_lock:
        if not _blas_users:
            _blas_before = _blas_threads()
            _set_blas_threads(1)
        _blas_users += 1
    try:
        yield
    finally:
        with _blas_lock:
            _blas_users -= 1
            if not _blas_users:
                _set_blas_threads(_blas_before)


def _find_blas():
    try:
        library = ctypes.CDLL(np._core._multiarray_umath.__file__)
        return library.scipy_openblas_get_num_threads64_, library.scipy_openblas_set_num_threads64_
    except (AttributeError, OSError):  # another BLAS, or Windows, which hides it
        return None, None


_blas_threads, _set_blas_threads = _find_blas()


def _after_fork():
    """A forked process inherits no threads, and locks as they were held at that moment by threads that it does not have."""
    global _taken, _blas_lock
    _pool.cache_clear()
    _taken, _blas_lock = threading.Lock(), threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
