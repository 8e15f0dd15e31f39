"""Stories written into the ledger, under ids that outlive the next corroboration."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from reportedly.corroborate.model import Drift, Origin, Step, Stories, StoryArticle, StoryEvent
from reportedly.ledger.judging import now
from reportedly.ledger.register import make_register
from reportedly.ledger.writer import Writer
from reportedly.model import AGAINST


@dataclass(frozen=True, slots=True)
class Names:
    """What stories call things, as the ledger knows them."""

    #: The number of each article, by its id.
    articles: Mapping[str, int]
    #: Number and id of each claim of a live reading, by its article's id and its own within the reading.
    claims: Mapping[tuple[str, str], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Seen:
    """How far stories know a ledger: the newest reading, judgement and note of a change."""

    reading: int
    judgement: int
    unsettled: int


def seen(connection: sqlite3.Connection) -> Seen:
    """All that a ledger has now."""
    newest = (
        f"(SELECT coalesce(max(number), 0) FROM {table})" for table in ("readings", "judgements", "unsettled")
    )
    return Seen(*connection.execute(f"SELECT {', '.join(newest)}").fetchone())


def known_till(connection: sqlite3.Connection, till: Seen) -> bool:
    """Whether it is noted that the stories know a ledger so far."""
    noted = connection.execute("SELECT reading, judgement FROM corroborations").fetchall()
    return noted == [(till.reading, till.judgement)]


def keep(writer: Writer, stories: Stories, till: Seen | None = None) -> list[int]:
    """Keep the stories of all of a ledger; those of an earlier time give way, in one step.

    :param stories: of the ledger's own readings, so that they name articles and claims as it does.
    :param till: how far they know it, if not as it is now.
    :return: a number for each event.
    :raises LedgerError: if the ledger cannot be written.
    """
    with writer.together():
        forget_stories(writer)
        names = names_of(writer)
        origins = {origin.id: origin_id(origin, names) for origin in stories.origins}
        for origin in stories.origins:
            put_origin(writer, replace(origin, id=origins[origin.id]))
        for article in stories.articles:
            put_article(writer, article, origins, names)
        kept = {
            event.id: put_event(writer, number, renamed(event, origins, names))
            for number, event in enumerate(stories.events, 1)
        }
        for one in stories.drift:
            put_drift(writer, one, *(kept.get(one.event or "") or (None, None)))
        make_register(writer.connection)
        mark(writer, len(stories.articles), till or seen(writer.connection))
    return [number for number, _ in enumerate(stories.events, 1)]


def forget_stories(writer: Writer) -> None:
    for table in (
        "drifts", "tellings", "stories", "debts", "origins", "corroborations", "index_state", "index_articles",
        "index_keys", "index_standings", "index_groups",
    ):  # fmt: skip
        writer.connection.execute(f"DELETE FROM {table}")


def names_of(writer: Writer) -> Names:
    rows = writer.connection.execute("SELECT id, number FROM articles")
    claims = writer.connection.execute(
        "SELECT a.id, c.local, c.number, c.id FROM claims c JOIN articles a ON a.number = c.article"
    )
    return Names(dict(rows), {(article, local): (number, key) for article, local, number, key in claims})


def mark(writer: Writer, articles: int, till: Seen) -> None:
    """Note what the stories were made of, so that it can be told when they are no longer up to date."""
    writer.connection.execute("DELETE FROM corroborations")
    writer.connection.execute(
        "INSERT INTO corroborations (at, articles, reading, judgement) VALUES (?, ?, ?, ?)",
        (now(), articles, till.reading, till.judgement),
    )


def origin_id(origin: Origin, names: Names) -> str:
    """The origin's id, which stays when articles join it: of the article that was taken in first."""
    return f"o{min(origin.articles, key=lambda key: names.articles.get(key, len(names.articles)))}"


def put_origin(writer: Writer, origin: Origin) -> None:
    writer.connection.execute(
        "INSERT OR REPLACE INTO origins (id, kind, label, articles, body) VALUES (?, ?, ?, ?, ?)",
        (origin.id, origin.kind, origin.label, len(origin.articles), packed(origin)),
    )


def put_article(writer: Writer, article: StoryArticle, origins: Mapping[str, str], names: Names) -> None:
    named = replace(article, origins=tuple(origins[key] for key in article.origins))
    if article.id in names.articles:
        writer.connection.execute(
            "INSERT OR REPLACE INTO debts (article, origin, body) VALUES (?, ?, ?)",
            (names.articles[article.id], named.origins[0], packed(named)),
        )


@dataclass(frozen=True, slots=True)
class Named:
    """An event under the ledger's ids, with the numbers of those of its claims that the ledger knows."""

    event: StoryEvent
    claims: tuple[int, ...]


def renamed(event: StoryEvent, origins: Mapping[str, str], names: Names) -> Named | None:
    """The event under the ledger's ids; None if the ledger knows none of its claims any more."""
    known = [ref for ref in event.claims if (ref.article, ref.claim) in names.claims]
    if not known:
        return None
    first = min(known, key=lambda ref: (names.articles[ref.article], names.claims[ref.article, ref.claim][0]))
    named = replace(
        event,
        id=f"s{names.claims[first.article, first.claim][1]}",
        origins=tuple(origins[key] for key in event.origins),
        history=tuple(
            replace(step, origin=origins[step.origin] if step.origin else None) for step in event.history
        ),
    )
    return Named(named, tuple(names.claims[ref.article, ref.claim][0] for ref in known))


def put_event(writer: Writer, number: int, named: Named | None) -> tuple[int, str] | None:
    """Keep an event; the number and the id under which it is kept."""
    if named is None:
        return None
    event = named.event
    times = sorted(step.at for step in event.history if step.at)
    writer.connection.execute(
        "INSERT INTO stories (number, id, type, act, title, status, certainty, polarity, origins, articles, claims,"
        " first_at, changed_at, last_at, earliest, latest, denied, disputed, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, event.id, event.type, event.act, event.title, event.status, event.history[-1].certainty,
            event.history[-1].polarity, event.independent_origins, len({ref.article for ref in event.claims}),
            len(event.claims), times[0] if times else None, changed(event.history), times[-1] if times else None,
            *(event.time or (None, None)), any(step.status in AGAINST for step in event.history),
            bool(event.disputes), packed(event),
        ),
    )  # fmt: skip
    writer.connection.executemany(
        "INSERT INTO tellings (claim, story) VALUES (?, ?)", ((claim, number) for claim in named.claims)
    )
    return number, event.id


def put_drift(writer: Writer, drift: Drift, number: int | None, key: str | None) -> None:
    """Keep a change of certainty, of the event of this number and id if it is of any."""
    body = msgspec.json.encode(replace(drift, event=key)).decode()
    writer.connection.execute(
        "INSERT INTO drifts (story, change, body, article) VALUES (?, ?, ?, ?)",
        (number, drift.change, body, drift.to.article),
    )


def changed(history: tuple[Step, ...]) -> str | None:
    """When the status last changed; when the event was first told, if it never did."""
    at, last = history[0].at, history[0].status
    for step in history[1:]:
        if step.status != last:
            at, last = step.at or at, step.status
    return at


def packed(record: object) -> bytes:
    return zlib.compress(msgspec.json.encode(record))
