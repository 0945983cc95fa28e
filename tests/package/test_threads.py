"""The threads that work a batch's pieces: order, errors, forks, BLAS, nobody who waits for himself, and meetings."""

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from helpers.fast import threads
from helpers.fast.threads import Meeting, in_pieces

LONG = 600  # seconds: only what hangs takes as long


@pytest.mark.parametrize("count", [1, 2])
def test_pieces_cover_all_in_order_and_errors_come_through(count, monkeypatch):
    monkeypatch.setattr(threads, "THREADS", count)
    assert in_pieces(lambda part: list(range(10))[part], 10, 4) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    names = in_pieces(lambda part: threading.current_thread().name, 10, 4)
    assert (set(names) == {"MainThread"}) == (count == 1)
    with pytest.raises(ZeroDivisionError):
        in_pieces(lambda part: 1 / 0, 10, 4)
    assert in_pieces(lambda part: part, 3, 4) == [slice(0, 4)]  # and the lock is free again
    with np.errstate(over="ignore"):  # in the pieces too
        in_pieces(lambda part: np.float32(1e38) * np.float32(10), 10, 4)
    with np.errstate(over="raise"), pytest.raises(FloatingPointError):
        in_pieces(lambda part: np.float32(1e38) * np.float32(10), 10, 4)


def test_after_an_error_no_piece_goes_on(monkeypatch):
    monkeypatch.setattr(threads, "THREADS", 2)
    begun, over = [], []

    def work(part):
        begun.append(part.start)
        if part.start == 0:
            raise ZeroDivisionError
        time.sleep(0.05)
        over.append(part.start)

    with pytest.raises(ZeroDivisionError):
        in_pieces(work, 100, 1)
    count = len(begun)
    assert sorted([0, *over]) == sorted(begun) and count < 100  # those that had begun are over, the others never begin
    assert in_pieces(lambda part: part.start, 3, 1) == [0, 1, 2]
    assert len(begun) == count


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_has_threads_of_its_own():
    code = """
import os, sys, warnings
from helpers.fast import threads
from helpers.fast.threads import in_pieces
warnings.simplefilter("ignore")  # Python warns of forks beside threads
threads.THREADS = 2
assert in_pieces(lambda part: part.start, 4, 1) == [0, 1, 2, 3]
child = os.fork()
if not child:
    os._exit(7 if in_pieces(lambda part: part.start, 4, 1) == [0, 1, 2, 3] else 1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    assert subprocess.run([sys.executable, "-c", code], timeout=600).returncode == 7


def test_blas_has_one_thread_in_the_pieces_and_its_own_number_afterwards(monkeypatch):
    if threads._blas_threads is None:
        pytest.skip("NumPy's BLAS cannot be asked here")
    before = threads._blas_threads()
    assert in_pieces(lambda part: threads._blas_threads(), 10, 4) == [1, 1, 1]
    assert threads._blas_threads() == before
    monkeypatch.setattr(threads, "_set_blas_threads", None)
    assert in_pieces(lambda part: threads._blas_threads(), 4, 4) == [before]


def test_another_blas_is_let_alone(monkeypatch):
    monkeypatch.setattr(threads.ctypes, "CDLL", lambda path: object())
    assert threads._find_blas() == (None, None)


# ---------------------------------------------------------------- whoever comes while the threads are taken


@pytest.mark.parametrize("count", [1, 2, 3])
def test_pieces_inside_a_piece_do_not_wait_for_those_around_them(count):
    """In a process of its own: what hung here before could not be stopped."""
    code = f"""
from helpers.fast import threads
from helpers.fast.threads import in_pieces
threads.THREADS = {count}
inside = lambda part: (part.start, in_pieces(lambda inner: inner.start, 4, 2))
assert in_pieces(inside, 6, 2) == [(0, [0, 2]), (2, [0, 2]), (4, [0, 2])]
"""
    assert subprocess.run([sys.executable, "-c", code], timeout=LONG).returncode == 0


def test_pieces_of_a_thread_that_a_piece_started_do_not_wait_either():
    code = """
from concurrent.futures import ThreadPoolExecutor
from helpers.fast import threads
from helpers.fast.threads import in_pieces
threads.THREADS = 2
def work(part):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(in_pieces, lambda inner: inner.start, 4, 2).result()
assert in_pieces(work, 4, 2) == [[0, 2], [0, 2]]
"""
    assert subprocess.run([sys.executable, "-c", code], timeout=LONG).returncode == 0


def test_two_batches_at_once_leave_blas_as_it_was(monkeypatch):
    if threads._blas_threads is None:
        pytest.skip("NumPy's BLAS cannot be asked here")
    monkeypatch.setattr(threads, "THREADS", 2)
    before, first_is_in, first_may_go = threads._blas_threads(), threading.Event(), threading.Event()

    def first(part):
        first_is_in.set()
        first_may_go.wait(LONG)
        return threads._blas_threads()

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(in_pieces, first, 4, 2)
        first_is_in.wait(LONG)
        assert in_pieces(lambda part: threads._blas_threads(), 4, 2) == [1, 1]
        assert threads._blas_threads() == 1  # the first one still needs it so
        first_may_go.set()
        assert waiting.result() == [1, 1]
    assert threads._blas_threads() == before


# ---------------------------------------------------------------- meetings


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_a_meeting_gives_all_parts_in_order_to_all(count, monkeypatch):
    monkeypatch.setattr(threads, "THREADS", count)
    meeting, working, most = Meeting(5), [], []

    def work(part):
        working.append(1)
        most.append(len(working))
        number = part.start // 2
        working.pop()
        first = meeting.meet(number, number)
        return first, meeting.meet(number, 10 * number)

    assert in_pieces(work, 10, 2, meeting) == [((0, 1, 2, 3, 4), (0, 10, 20, 30, 40))] * 5
    assert max(most) <= count


def test_a_meeting_inside_a_piece_does_not_wait(monkeypatch):
    monkeypatch.setattr(threads, "THREADS", 2)

    def outer(part):
        meeting = Meeting(2)
        return in_pieces(lambda inner: meeting.meet(inner.start, inner.start), 2, 1, meeting)

    assert in_pieces(outer, 4, 2) == [[(0, 1), (0, 1)]] * 2


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_a_piece_that_fails_keeps_no_other_waiting(failing):
    meeting = Meeting(3)

    def work(part):
        if part.start == failing:
            raise ZeroDivisionError
        return meeting.meet(part.start, 1)

    with pytest.raises(ZeroDivisionError):
        in_pieces(work, 3, 1, meeting)


def test_pieces_that_do_not_meet_equally_often_are_told():
    meeting = Meeting(3)
    with pytest.raises(RuntimeError, match="all of them must meet equally often"):
        in_pieces(lambda part: part.start and meeting.meet(part.start, 1), 3, 1, meeting)
