"""Reading in several processes: batches go out in order, readings come back in order.

Each worker has a pipe of its own, so that one that is killed takes nothing with it but what it was reading: its batch
is read again an article at a time, and only the article that kills is given up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from reportedly.model import Article, Problem, Reading
from reportedly.reading.worker import Ended, Hall, Worker

if TYPE_CHECKING:
    from reportedly.reading.run import Runner

#: Batches that lie at a worker, so that it never waits for the next one.
LYING = 2
#: Batches under way or read and not yet asked for, for each worker: memory stays bounded if one batch takes long.
AHEAD = 6


@dataclass(slots=True)
class Desk:
    """What is under way."""

    workers: list[Worker]
    #: By number, the batches that came back before their turn.
    done: dict[int, list[Reading]] = field(default_factory=dict)
    #: Batches of a worker that died before it came to them.
    again: deque[tuple[int, list[Article]]] = field(default_factory=deque)

    @property
    def under_way(self) -> int:
        return len(self.done) + len(self.again) + sum(len(worker.lying) for worker in self.workers)


def read_batches(runner: Runner, batches: Iterable[list[Article]], jobs: int) -> Iterator[Reading]:
    """Readings of all batches, in the order of the articles.

    :param runner: what reads; where processes can be forked, workers share what it has loaded by now.
    """
    hall = Hall(runner)
    numbered = enumerate(batches)
    desk = Desk([])
    try:
        desk.workers = [hall.hire() for _ in range(jobs)]
        turn, more = 0, True
        while more or desk.under_way:
            more = hand_out(desk, numbered, jobs) if more or desk.again else False
            while turn in desk.done:
                yield from desk.done.pop(turn)
                turn += 1
            if any(worker.lying for worker in desk.workers) and not (more and _idle(desk, jobs)):
                take_in(desk, hall)
    finally:
        hall.close()


def _idle(desk: Desk, jobs: int) -> bool:
    """May more go out before anything comes in?"""
    free = any(len(worker.lying) < LYING for worker in desk.workers)
    return free and desk.under_way < jobs * AHEAD


def hand_out(desk: Desk, numbered: Iterator[tuple[int, list[Article]]], jobs: int) -> bool:
    """Gives each worker as much as may lie at it; False once there is no more to give."""
    while _idle(desk, jobs) or (desk.again and any(len(w.lying) < LYING for w in desk.workers)):
        task = desk.again.popleft() if desk.again else next(numbered, None)
        if task is None:
            return False
        min(desk.workers, key=lambda worker: len(worker.lying)).give(*task)
    return True


def take_in(desk: Desk, hall: Hall) -> None:
    """Waits until a worker has something to say, and takes it."""
    busy = {worker.pipe: worker for worker in desk.workers if worker.lying}
    for pipe in wait(list(busy)):
        worker = busy[pipe]  # type: ignore[index]
        try:
            number, readings = worker.take()
        except Ended:
            replace_worker(desk, worker, hall)
        else:
            desk.done[number] = readings


def replace_worker(desk: Desk, dead: Worker, hall: Hall) -> None:
    """Hires another one, reads what the dead one was reading article by article, and queues what lay there."""
    (number, batch), *rest = dead.lying
    hall.bury(dead)
    desk.again.extend(rest)
    fresh = hall.hire()
    readings = []
    for article in batch:
        try:
            fresh.give(number, [article])
            readings += fresh.take()[1]
        except Ended:
            hall.bury(fresh)
            readings.append(given_up(article, fresh.end_told))
            fresh = hall.hire()
    desk.done[number] = readings
    desk.workers[desk.workers.index(dead)] = fresh


def given_up(article: Article, told: str) -> Reading:
    """The reading of an article that ended the process which read it."""
    from reportedly.reading import unread
    from reportedly.reading.prepare import prepare

    with suppress(Exception):
        article = prepare(article)[0]
    return unread(article, [Problem("reader", f"the process that read it {told}", None, None)])
