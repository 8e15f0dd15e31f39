"""Polling feeds with good manners: conditional requests, waiting when asked to, no page twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.ingest import Remark
from reportedly.ingest.feed import Entry, Outline, article_of, entries, wanted
from reportedly.ledger.keys import short
from reportedly.ledger.writer import Stored, Writer
from reportedly.model import Article

if TYPE_CHECKING:
    from reportedly.ingest.web import Answer, Web

#: Minutes between two looks at one feed, and the longest that failures in a row make of it.
USUAL, LONGEST = 15, 24 * 60


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as the ledger remembers it."""

    number: int
    url: str
    title: str | None
    categories: frozenset[str]
    etag: str | None
    modified: str | None
    failures: int


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def follow(writer: Writer, outlines: list[Outline]) -> None:
    """Remember feeds; one that is known keeps what is known of it."""
    with writer.together():
        for outline in outlines:
            categories = json.dumps(sorted(each.casefold() for each in outline.categories))
            writer.connection.execute(
                "INSERT INTO feeds (url, title, categories) VALUES (?, ?, ?)"
                " ON CONFLICT (url) DO UPDATE SET categories = excluded.categories",
                (outline.url, outline.title, categories),
            )


def due(writer: Writer) -> list[Feed]:
    """The feeds that may be asked now, those that have waited longest first."""
    rows = writer.connection.execute(
        "SELECT number, url, title, categories, etag, modified, failures FROM feeds"
        " WHERE NOT gone AND coalesce(next_at, '') <= ? ORDER BY coalesce(next_at, ''), number",
        (now().isoformat(timespec="seconds"),),
    ).fetchall()
    return [Feed(row[0], row[1], row[2], frozenset(json.loads(row[3])), *row[4:]) for row in rows]


def poll(writer: Writer, web: Web, every: float = USUAL) -> Iterator[Stored | Remark]:
    """Ask every feed that is due and store what is new.

    :param every: minutes until a feed is asked again.
    """
    for feed in due(writer):
        try:
            answer = web.get(feed.url, etag=feed.etag, modified=feed.modified)
        except InputError as error:
            yield fail(writer, feed, str(error), every)
            continue
        yield from answered(writer, web, feed, answer, every)


def answered(writer: Writer, web: Web, feed: Feed, answer: Answer, every: float) -> Iterator[Stored | Remark]:
    """What follows from a host's answer."""
    if answer.moved:
        move(writer, feed, answer.moved)
    if answer.status == 410:
        with writer.together():
            writer.connection.execute("UPDATE feeds SET gone = 1 WHERE number = ?", (feed.number,))
        yield remark(writer, f"{feed.url}: is no more (HTTP status 410), and is not asked again")
    elif answer.retry_after is not None:
        wait(writer, feed, answer.retry_after / 60, feed.failures)
        yield remark(writer, f"{feed.url}: asks to be left alone for {answer.retry_after:.0f} seconds")
    elif answer.status == 304:
        wait(writer, feed, every, 0)
    elif answer.status != 200:
        yield fail(writer, feed, f"{feed.url}: HTTP status {answer.status}", every)
    else:
        try:
            found = entries(answer.body)
        except InputError as error:
            yield fail(writer, feed, f"{feed.url}: {error}", every)
            return
        for entry in found:
            if wanted(entry, feed.categories):
                yield from new_entry(writer, web, feed, entry)
        with writer.together():
            writer.connection.execute(
                "UPDATE feeds SET etag = ?, modified = ? WHERE number = ?",
                (answer.etag, answer.modified, feed.number),
            )
        wait(writer, feed, every, 0)


def new_entry(writer: Writer, web: Web, feed: Feed, entry: Entry) -> Iterator[Stored | Remark]:
    """Store an entry's article, unless this feed has shown it before."""
    mark = short("m", entry.url or "", entry.title or "", entry.published or "")
    known = writer.connection.execute(
        "SELECT 1 FROM entries WHERE feed = ? AND mark = ?", (feed.number, mark)
    ).fetchone()
    if known:
        return
    outcomes: list[Stored | Remark] = []
    found = list(article_of(entry, web))
    with writer.together():
        for one in found:
            if isinstance(one, Article):
                outcomes.append(writer.store(one, feed.url))
            else:
                writer.problem("feed", feed.url, one.message)
                outcomes.append(one)
        writer.connection.execute("INSERT INTO entries VALUES (?, ?)", (feed.number, mark))
    yield from outcomes


def fail(writer: Writer, feed: Feed, message: str, every: float) -> Remark:
    """A failure: the feed is asked again later, and later still with every failure in a row."""
    wait(writer, feed, min(every * 2**feed.failures, LONGEST), feed.failures + 1)
    return remark(writer, message)


def remark(writer: Writer, message: str) -> Remark:
    """What happened, written down."""
    writer.problem("feed", message.split(": ", maxsplit=1)[0], message)
    return Remark(message)


def wait(writer: Writer, feed: Feed, minutes: float, failures: int) -> None:
    """Do not ask a feed before so many minutes have passed."""
    then = (now() + timedelta(minutes=minutes)).isoformat(timespec="seconds")
    with writer.together():
        writer.connection.execute(
            "UPDATE feeds SET next_at = ?, failures = ? WHERE number = ?", (then, failures, feed.number)
        )


def move(writer: Writer, feed: Feed, url: str) -> None:
    """A feed lives elsewhere from now on; if that is known already, this one is no more."""
    with writer.together():
        taken = writer.connection.execute("SELECT 1 FROM feeds WHERE url = ?", (url,)).fetchone()
        sql = (
            "UPDATE feeds SET gone = 1 WHERE number = ?"
            if taken
            else "UPDATE feeds SET url = ? WHERE number = ?"
        )
        writer.connection.execute(sql, (feed.number,) if taken else (url, feed.number))
