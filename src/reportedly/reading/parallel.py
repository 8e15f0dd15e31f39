"""Reading in several processes: batches go out in order, readings come back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from reportedly.reading.run import Runner

#: Batches under way for each worker: enough that none waits, few enough that memory stays bounded.
AHEAD = 3


def read_batches(
    pipelines: Mapping[str, str], ontology: str | None, batches: Iterable[list[Article]], jobs: int
) -> Iterator[Reading]:
    """Readings of all batches, in the order of the articles."""
    pending: deque[Future[list[Reading]]] = deque()
    # Fresh processes, not forks: numerical libraries keep threads, which do not survive a fork.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (dict(pipelines), ontology)) as pool:
        try:
            for batch in batches:
                pending.append(pool.submit(_read, batch))
                if len(pending) >= jobs * AHEAD:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


#: One runner a worker process, made when it starts.
_runners: list[Runner] = []


def _start(pipelines: dict[str, str], ontology: str | None) -> None:
    from reportedly.reading.run import Runner

    _runners[:] = [Runner(pipelines, ontology)]


def _read(batch: list[Article]) -> list[Reading]:
    return list(_runners[0].read(batch))
