"""Doing a piece of work: the same functions in a worker of Daft's, on Ray, or here."""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportedly.errors import ReportedlyError
from reportedly.scale import rows
from reportedly.scale.batches import concatenated, corroborate_batch, read_batch, table
from reportedly.scale.join import links_of, once
from reportedly.scale.layout import Archive, contents, day_of, write
from reportedly.scale.units import Settings, Unit

if TYPE_CHECKING:
    from reportedly.reading import Reader

logger = logging.getLogger(__name__)
Row = dict[str, Any]
#: Articles that wait for their part to be full, of all days together, or one part if that is more.
WAITING = 20_000
#: Articles read between two looks at memory: tables of so many are made at a time.
SLICE = 100


def perform(archive: Archive, unit: Unit, settings: Settings) -> Row:
    """Do a unit and note it; what went wrong with all of it comes back as ``error``."""
    started, worked = time.perf_counter(), time.process_time()
    step: Callable[[Archive, Unit, Settings], Row] = {
        "intake": intake,
        "read": read,
        "links": links,
        "stories": stories,
        "merge": merge,
    }[unit.step]
    try:
        note = step(archive, unit, settings)
    except Exception as error:  # one bad file harms no other
        told = str(error) if isinstance(error, ReportedlyError) else f"{type(error).__name__}: {error}"
        logger.exception("%s %s", unit.step, unit.key)
        return {"step": unit.step, "key": unit.key, "error": told, "rows": 0}
    cost = {
        "seconds": round(time.perf_counter() - started, 3),
        "cpu": round(time.process_time() - worked, 3),
        "memory": memory(),
    }
    archive.remember(unit.step, unit.key, {**note, **cost, "made_of": unit.made_of})
    return {"step": unit.step, "key": unit.key, "error": "", "rows": int(note["rows"])}


def memory() -> int:
    """The most that this process has held so far, in megabytes; 0 where the system does not tell."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return 0
    return int(getrusage(RUSAGE_SELF).ru_maxrss / 1024)


# -- intake


def intake(archive: Archive, unit: Unit, settings: Settings) -> Row:
    """An input file's articles, by day; what could not be taken in is kept among the problems."""
    before = archive.made("intake", unit.key) or {"parts": []}
    parts: list[tuple[str, str, str]] = []
    problems: list[Row] = []
    count = 0
    for day, part, found in in_parts(unit.key, taken_in(unit.spec["source"], problems), settings.part):
        archive.write("articles", day, part, table("articles", found))
        parts.append((day, part, contents(archive.path("articles", day, part))))
        count += len(found)
    archive.write("problems", day_of(None), f"intake-{unit.key}", table("problems", problems))
    kept = {(day, part) for day, part, _ in parts}
    for day, part, _ in before["parts"]:
        if (day, part) not in kept:
            discard(archive, day, part)
    return {"parts": parts, "rows": count, "problems": len(problems), "source": unit.spec["source"]}


def taken_in(source: str, problems: list[Row]) -> Iterator[Row]:
    """The rows of an input's articles; remarks become rows of problems."""
    from reportedly.ingest import Remark, articles

    number = 0
    for found in articles(source):
        if isinstance(found, Remark):
            problems.append({"stage": "ingest", "message": found.message, "source": source})
            continue
        number += 1
        yield rows.article_row(found, source, number)


def in_parts(key: str, found: Iterator[Row], size: int) -> Iterator[tuple[str, str, list[Row]]]:
    """The rows by day, in parts of at most so many; the same input gives the same parts."""
    held: dict[str, list[Row]] = defaultdict(list)
    numbers: dict[str, int] = defaultdict(int)
    waiting = 0

    def cut(day: str) -> tuple[str, str, list[Row]]:
        numbers[day] += 1
        return day, f"{key}-{numbers[day]:05}", held.pop(day)

    for row in found:
        day = day_of(row["published"])
        held[day].append(row)
        waiting += 1
        if len(held[day]) >= size or waiting >= max(WAITING, size):
            fullest = max(sorted(held), key=lambda each: len(held[each]))
            waiting -= len(held[fullest])
            yield cut(fullest)
    for day in sorted(held):
        yield cut(day)


def discard(archive: Archive, day: str, part: str) -> None:
    """Take away all that came of a part of the articles that is no more."""
    archive.forget("read", f"{day}/{part}")
    for name in ("articles", "readings", "claims", "passages", "problems"):
        archive.drop(name, day, part)


# -- reading


@lru_cache(maxsize=2)
def reader_of(pipelines: tuple[tuple[str, str], ...], ontology: str | None) -> Reader:
    """A worker's reader, kept from one piece of work to the next."""
    from reportedly.reading import Reader

    return Reader(dict(pipelines), ontology=ontology)


def read(archive: Archive, unit: Unit, settings: Settings) -> Row:
    """The readings of a part of the articles, and what is worked out of each by itself."""
    day, part = unit.spec["day"], unit.spec["part"]
    reader = reader_of(tuple(sorted(settings.pipelines.items())), settings.ontology)
    articles = archive.read_part("articles", day, part)
    starts = range(0, articles.num_rows, SLICE)
    found = [read_batch(articles.slice(start, SLICE), reader) for start in starts]
    tables = concatenated(found)
    for name, made in tables.items():
        archive.write(name, day, part, made)
    claims = tables["claims"].num_rows if found else 0
    return {"rows": articles.num_rows, "claims": claims, "reader": settings.reader}


# -- across articles


def links(archive: Archive, unit: Unit, _settings: Settings) -> Row:
    """Which articles of a day have words from those of the days before."""
    day = unit.spec["day"]
    found = links_of(archive, day, unit.spec["days"])
    archive.write("links", day, "links", found)
    return {"rows": found.num_rows, "days": unit.spec["days"]}


def stories(archive: Archive, unit: Unit, _settings: Settings) -> Row:
    """What a block of days and the window before it tell together; the blocks are put together later."""
    days = unit.spec["days"]
    readings = once(archive.read("readings", days, ["article", "reading"]), "article")
    tables = corroborate_batch(readings, archive.read("links", days))
    for name, made in tables.items():
        write(archive.work("stories", unit.key, f"{name}.parquet"), made)
    return {"rows": tables["events"].num_rows, "own": unit.spec["own"], "days": days}


def merge(archive: Archive, unit: Unit, _settings: Settings) -> Row:
    """The stories of all blocks as one: the tables ``stories``, ``events``, ``origins`` and ``drift``."""
    from reportedly.scale.merge import merged

    return {"rows": merged(archive, unit.spec["blocks"])}
