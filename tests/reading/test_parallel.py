"""Several processes read as one does, whatever an article does to them."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import active_children

import pytest

from reportedly.errors import PipelineError
from reportedly.model import Article, Reading
from reportedly.reading import Reader, batched
from reportedly.reading.parallel import AHEAD, read_batches
from reportedly.reading.run import Runner
from reportedly.reading.worker import can_fork

TEXTS = ("Norway delivered two tanks to Malta.", "La Norvège a livré deux chars à Malte.", "")


class Poisoned(Runner):
    """A runner that some articles kill, as the kernel kills what takes too much memory."""

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        if any("poison" in article.text for article in articles):
            os.kill(os.getpid(), signal.SIGKILL)
        if any("leave" in article.text for article in articles):
            os._exit(7)
        return super().read(articles)


def articles(*texts: str) -> list[Article]:
    return [Article(text=text, id=str(number)) for number, text in enumerate(texts)]


def test_several_processes_read_as_one() -> None:
    given = articles(*TEXTS * 40)
    reader = Reader()
    assert list(reader.read_many(given, jobs=3)) == list(reader.read_many(given))
    assert not active_children()


@contextmanager
def with_a_thread(wanted: bool) -> Iterator[None]:
    """Where a process has threads, its workers start fresh."""
    over = threading.Event()
    beside = threading.Thread(target=over.wait)
    if wanted:
        beside.start()
        assert not can_fork()
    try:
        yield
    finally:
        over.set()
        if wanted:
            beside.join()


def test_fresh_processes_read_the_same_where_there_are_threads() -> None:
    with with_a_thread(True):
        found = list(Reader().read_many(articles(*TEXTS), jobs=2))
    assert [reading.document.language for reading in found] == ["en", "fr", None]


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize(("word", "told"), [("poison", "SIGKILL"), ("leave", "code 7")])
def test_an_article_that_kills_its_process_harms_no_other(word: str, told: str, fresh: bool) -> None:
    texts = [TEXTS[0]] * 70
    texts[3] = texts[4] = texts[60] = f"{word} in the soup"
    with with_a_thread(fresh):
        found = list(read_batches(Poisoned({}), batched(articles(*texts)), 2))
    assert [reading.document.id for reading in found] == [str(number) for number in range(70)]
    dead = [n for n, reading in enumerate(found) if any(told in p.message for p in reading.problems)]
    assert dead == [3, 4, 60]
    assert all(reading.claims for n, reading in enumerate(found) if n not in dead)
    assert not active_children()


def test_a_worker_killed_from_outside_loses_nothing() -> None:
    found = read_batches(Runner({}), batched(articles(*[TEXTS[0]] * 400)), 2)
    first = next(found)
    active_children()[0].kill()
    rest = list(found)
    assert [reading.document.id for reading in (first, *rest)] == [str(number) for number in range(400)]
    assert all(reading.claims for reading in rest)


def test_no_more_is_taken_in_than_is_asked_for() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(text=TEXTS[0])

    found = Reader(language="en").read_many(endless(), jobs=2)
    next(found)
    time.sleep(0.3)
    assert taken <= 32 * (2 * AHEAD + 2)
    found.close()  # type: ignore[attr-defined]
    assert not active_children()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pipeline_that_is_not_there_is_an_error_of_its_own(jobs: int) -> None:
    reader = Reader({"en": "no_such_pipeline"})
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        list(reader.read_many(articles(TEXTS[0]), jobs=jobs))


def test_long_articles_go_alone_and_short_ones_together() -> None:
    given = [Article(text="a" * size) for size in (10, 10, 40_000, 20_000, 20_000, *[5] * 33)]
    sizes = [[len(article.text) for article in batch] for batch in batched(given)]
    assert [size for batch in sizes for size in batch] == [len(article.text) for article in given]
    assert [len(batch) for batch in sizes] == [2, 1, 1, 32, 2]
