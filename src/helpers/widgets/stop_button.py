"""The kernel's stop button for what runs between cells.

ipykernel listens to the stop button only while a cell runs; a task in its event loop would never hear of it.
"""

import contextlib
import signal
import threading


@contextlib.contextmanager
def stop_button():
    """Inside the block the stop button is written down: what the block is given says True once it was pressed.

    Gives a function without arguments. In another thread than the main one, which signals do not reach, it stays False.
    """
    pressed = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield pressed.is_set
        return
    before = signal.signal(signal.SIGINT, lambda *_: pressed.set())  # no more than that: it may come in the middle of anything
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
