"""A process that reads batches of articles, and how it is started."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import ReportedlyError
from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from reportedly.reading.run import Runner

#: Where Linux lists a process's threads.
THREADS = Path("/proc/self/task")
#: The matrices are small: each process computes with one thread.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
#: Seconds that a process which has hung up has to end by itself.
GRACE = 5.0
#: What a process that shares nothing makes its runner of: the class and its arguments.
Settings = tuple["type[Runner]", Mapping[str, str], str | None, bool, bool]


class Ended(Exception):  # noqa: N818  # it is news, no mistake
    """A worker's process is no more."""


@dataclass(eq=False, slots=True)
class Worker:
    """A process with the batches that were given to it, in order, and have not come back."""

    process: BaseProcess
    pipe: Connection
    lying: deque[tuple[int, list[Article]]] = field(default_factory=deque)

    def give(self, number: int, batch: list[Article]) -> None:
        """Sends a batch; a process that has ended is noticed when it is asked."""
        self.lying.append((number, batch))
        try:
            self.pipe.send((number, batch))
        except OSError:
            return

    def take(self) -> tuple[int, list[Reading]]:
        """The next batch that was read.

        :raises Ended: if the process ended before.
        """
        try:
            number, found = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise Ended from error
        self.lying.popleft()
        if isinstance(found, BaseException):
            raise found
        return number, msgspec.msgpack.decode(found, type=list[Reading])

    @property
    def end_told(self) -> str:
        """How the process ended, in words."""
        code = self.process.exitcode
        if code is not None and code < 0:
            return f"was ended by {signal.Signals(-code).name}"
        return f"ended by itself with code {code}"


class Hall:
    """Hires workers and sees that none stays behind."""

    def __init__(self, runner: Runner) -> None:
        self.settings: Settings = (type(runner), runner.pipelines, runner.ontology, runner.every, runner.gate)
        self.forks = can_fork()
        self.runner = runner if self.forks else None
        self.context = multiprocessing.get_context("fork" if self.forks else "spawn")
        self.workers: list[Worker] = []
        if self.forks:
            # What is there now is never garbage: no collection writes to pages that the workers share.
            gc.collect()
            gc.freeze()

    def hire(self) -> Worker:
        """Starts a worker."""
        ours, theirs = self.context.Pipe()
        inherited = [worker.pipe for worker in self.workers] if self.forks else []
        arguments = (theirs, [*inherited, ours] if self.forks else [], self.settings, self.runner)
        process = self.context.Process(target=work, args=arguments, daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        worker = Worker(process, ours)
        self.workers.append(worker)
        return worker

    def bury(self, worker: Worker) -> None:
        """Waits for the end of a process that has hung up, so that it tells how, and forgets it."""
        worker.process.join(GRACE)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)

    def close(self) -> None:
        """Ends all workers, whatever they are doing."""
        for worker in self.workers:
            worker.process.kill()
        for worker in list(self.workers):
            self.bury(worker)
        if self.forks:
            gc.unfreeze()


def can_fork() -> bool:
    """Whether a fork is safe: on Linux, in a process with one thread, since threads do not survive it."""
    return THREADS.is_dir() and threading.active_count() == 1 and len(list(THREADS.iterdir())) == 1


def work(pipe: Connection, inherited: list[Connection], settings: Settings, runner: Runner | None) -> None:
    """Reads batches until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process ends it
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    for other in inherited:
        other.close()
    if runner is None:
        kind, pipelines, ontology, every, gate = settings
        runner = kind(pipelines, ontology, every=every, gate=gate)
    batches: SimpleQueue[tuple[int, list[Article]] | None] = SimpleQueue()
    threading.Thread(target=listen, args=(pipe, batches), daemon=True).start()
    while (task := batches.get()) is not None:
        pipe.send((task[0], answer(runner, task[1])))


def listen(pipe: Connection, batches: SimpleQueue[tuple[int, list[Article]] | None]) -> None:
    """Takes in what is sent, so that neither side ever waits for the other to listen."""
    while True:
        try:
            batches.put(pipe.recv())
        except (EOFError, OSError):
            batches.put(None)
            return


def answer(runner: Runner, batch: list[Article]) -> bytes | ReportedlyError:
    """The readings of a batch, packed; what is wrong with the pipeline itself is told as it is."""
    try:
        return msgspec.msgpack.encode(list(runner.read(batch)))
    except ReportedlyError as error:
        return error
