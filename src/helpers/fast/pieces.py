"""A batch worked in pieces, the pieces on threads.

A batch's loss is a mean over its images, so its gradient is the sum of its pieces' gradients, each weighted with the piece's
share. A piece of 50 images fits into the processor's cache. NumPy lets other Python threads run while it calculates, so
as many pieces are worked at a time as there are processors, each by copies of the layers that share the parameters and
keep everything else to themselves. The pieces and the order in which their gradients are added up do not depend
on the number of threads, and so neither does the result, to the last bit.
"""

import contextlib
import ctypes
import os
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from functools import lru_cache

import numpy as np

_wanted = os.environ.get("OMP_NUM_THREADS", "")  # the variable that numerical libraries go by
THREADS = max(1, int(_wanted) if _wanted.isdigit() else os.cpu_count() or 1)
_one_batch_at_a_time = threading.Lock()


def in_pieces(work, samples, size):
    """[work(part) for each part], where the parts are slices of ``size`` samples that cover 0..samples-1."""
    parts = [slice(start, start + size) for start in range(0, samples, size)]
    with _one_batch_at_a_time, _one_blas_thread():
        if THREADS == 1 or len(parts) == 1:
            return [work(part) for part in parts]
        # np.errstate belongs to a context, and another thread's context knows nothing of it.
        futures = [_pool(THREADS).submit(copy_context().run, work, part) for part in parts]
        try:
            return [future.result() for future in futures]
        finally:
            for future in futures:  # after an error or the stop button nothing goes on behind the caller's back
                future.cancel()
            wait(futures)


@lru_cache(maxsize=1)
def _pool(threads):
    """The threads, kept from batch to batch: making them anew takes as long as a small layer."""
    return ThreadPoolExecutor(threads)


if hasattr(os, "register_at_fork"):  # a forked process does not inherit threads
    os.register_at_fork(after_in_child=_pool.cache_clear)


@contextlib.contextmanager
def _one_blas_thread():
    """NumPy's BLAS would start threads of its own in each of ours, and they would fight for the processors.

    NumPy has no call for that, so OpenBLAS, where NumPy brings it along, is asked itself. Elsewhere nothing happens.
    """
    if not _set_blas_threads:
        yield
        return
    before = _blas_threads()
    _set_blas_threads(1)
    try:
        yield
    finally:
        _set_blas_threads(before)


def _find_blas():
    try:
        library = ctypes.CDLL(np._core._multiarray_umath.__file__)
        return library.scipy_openblas_get_num_threads64_, library.scipy_openblas_set_num_threads64_
    except (AttributeError, OSError):  # another BLAS, or Windows, which hides it
        return None, None


_blas_threads, _set_blas_threads = _find_blas()
