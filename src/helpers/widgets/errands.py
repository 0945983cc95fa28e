"""Work that takes seconds, done in a thread of its own: the page stays usable, one piece follows another, all can be stopped.

    errands = Errands(failed=show)
    errands.add(story)      story: a coroutine function that gets its long work done by ``await errands.do(function)``

In a notebook the errands run in the kernel's event loop beside the cells. Without a loop, in a plain program, add() returns when
the errand is done.
"""

import asyncio
import ctypes
import threading

import numpy as np

from helpers.widgets.stop_button import stop_button

LOOK = 0.02  # seconds between two looks whether the thread is done


class Stopped(Exception):
    """The errand was stopped before it was done."""


class Errands:
    """A queue of errands. failed: a function that is given the exception an errand ends with; Stopped when it was stopped."""

    def __init__(self, failed):
        self.failed, self.waiting, self.task, self.thread, self.unwanted = failed, [], None, None, False

    @property
    def busy(self):
        """Whether an errand is under way."""
        return self.task is not None and not self.task.done()

    def add(self, errand):
        """Put a coroutine function at the end of the queue. Returns the task that works the queue off, None without a loop."""
        self.waiting.append(errand)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            asyncio.run(self._work_off())
            return None
        if not self.busy:
            self.task = loop.create_task(self._work_off())
        return self.task

    def stop(self):
        """Forget the queue and end what is under way."""
        self.waiting.clear()
        self.unwanted = self.thread is not None

    async def do(self, function):
        """What function() returns or raises, from a thread; Stopped when it is stopped by stop() or the kernel's stop button."""
        outcome = {}
        self.thread = threading.Thread(
            target=_keep, args=(function, outcome), daemon=True
        )  # an endless one must not hold the kernel
        self.thread.start()
        try:
            with stop_button() as pressed:
                while self.thread.is_alive():
                    await asyncio.sleep(LOOK)
                    if pressed():
                        self.stop()
                    if self.unwanted:
                        _end(self.thread)
                        raise Stopped("stopped")
        finally:
            self.thread, self.unwanted = None, False
        if "error" in outcome:
            raise outcome["error"]
        return outcome["result"]

    async def _work_off(self):
        while self.waiting:
            try:
                await self.waiting.pop(0)()
            except Exception as error:  # it belongs on the screen, not in a log
                self.failed(error)


def _keep(function, outcome):
    try:
        with np.errstate(all="ignore"):  # ill programs overflow; what comes of it is told in a sentence
            outcome["result"] = function()
    except Exception as error:
        outcome["error"] = error
    except SystemExit:
        outcome["error"] = RuntimeError("it was told to end (SystemExit)")


def _end(thread):
    """Raise SystemExit in a thread, which ends it at its next line of Python."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
