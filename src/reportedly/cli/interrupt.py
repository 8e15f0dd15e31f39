"""A clean stop on Ctrl-C, also where several processes read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stopping_workers(jobs: int) -> Iterator[None]:
    """While this lasts, an interruption ends the worker processes before it ends the program.

    Left to themselves, workers finish their batches first, and the program waits for them.
    """
    if jobs == 1 or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    from multiprocessing import active_children

    for worker in active_children():
        worker.kill()
    raise KeyboardInterrupt
