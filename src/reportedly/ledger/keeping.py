"""Stories written into the ledger, under ids that outlive the next corroboration."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from reportedly.corroborate.model import ClaimRef, Origin, Step, Stories, StoryArticle, StoryEvent
from reportedly.ledger.judging import now
from reportedly.ledger.tellers import keep_tellers
from reportedly.ledger.writer import Writer
from reportedly.model import AGAINST


@dataclass(frozen=True, slots=True)
class Names:
    """What stories call things, as the ledger knows them."""

    #: The number of each article, by its id.
    articles: Mapping[str, int]
    #: Number and id of each claim of a live reading, by its article's id and its own within the reading.
    claims: Mapping[tuple[str, str], tuple[int, str]]


def keep(writer: Writer, stories: Stories) -> None:
    """Keep the stories of all of a ledger; those of an earlier time give way, in one step.

    :param stories: of the ledger's own readings, so that they name articles and claims as it does.
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
        numbers = {event.id: put_event(writer, event, origins, names) for event in stories.events}
        writer.connection.executemany(
            "INSERT INTO drifts (story, change, body) VALUES (?, ?, ?)",
            (
                (numbers.get(one.event or ""), one.change, msgspec.json.encode(one).decode())
                for one in stories.drift
            ),
        )
        keep_tellers(writer)
        mark(writer, len(stories.articles))


def forget_stories(writer: Writer) -> None:
    for table in ("drifts", "tellings", "stories", "debts", "origins", "corroborations"):
        writer.connection.execute(f"DELETE FROM {table}")


def names_of(writer: Writer) -> Names:
    rows = writer.connection.execute("SELECT id, number FROM articles")
    claims = writer.connection.execute(
        "SELECT a.id, c.local, c.number, c.id FROM claims c JOIN articles a ON a.number = c.article"
    )
    return Names(dict(rows), {(article, local): (number, key) for article, local, number, key in claims})


def mark(writer: Writer, articles: int) -> None:
    """Note what the stories were made of, so that it can be told when they are no longer up to date."""
    writer.connection.execute(
        "INSERT INTO corroborations (at, articles, reading, judgement) SELECT ?, ?,"
        " (SELECT coalesce(max(number), 0) FROM readings), (SELECT coalesce(max(number), 0) FROM judgements)",
        (now(), articles),
    )


def origin_id(origin: Origin, names: Names) -> str:
    """The origin's id, which stays when articles join it: of the article that was taken in first."""
    return f"o{min(origin.articles, key=lambda key: names.articles.get(key, len(names.articles)))}"


def put_origin(writer: Writer, origin: Origin) -> None:
    writer.connection.execute(
        "INSERT INTO origins (id, kind, label, articles, body) VALUES (?, ?, ?, ?, ?)",
        (origin.id, origin.kind, origin.label, len(origin.articles), packed(origin)),
    )


def put_article(writer: Writer, article: StoryArticle, origins: Mapping[str, str], names: Names) -> None:
    named = replace(article, origins=tuple(origins[key] for key in article.origins))
    if article.id in names.articles:
        writer.connection.execute(
            "INSERT INTO debts (article, origin, body) VALUES (?, ?, ?)",
            (names.articles[article.id], named.origins[0], packed(named)),
        )


def put_event(writer: Writer, event: StoryEvent, origins: Mapping[str, str], names: Names) -> int | None:
    """The number under which an event is kept; None if the ledger knows none of its claims any more."""
    known = [ref for ref in event.claims if (ref.article, ref.claim) in names.claims]
    if not known:
        return None
    named = renamed(event, origins, known, names)
    times = sorted(step.at for step in event.history if step.at)
    cursor = writer.connection.execute(
        "INSERT INTO stories (id, type, act, title, status, certainty, polarity, origins, articles, claims, first_at,"
        " changed_at, last_at, earliest, latest, denied, disputed, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            named.id, named.type, named.act, named.title, named.status, named.history[-1].certainty,
            named.history[-1].polarity, named.independent_origins, len({ref.article for ref in named.claims}),
            len(named.claims), times[0] if times else None, changed(named.history), times[-1] if times else None,
            *(named.time or (None, None)), any(step.status in AGAINST for step in named.history),
            bool(named.disputes), packed(named),
        ),
    )  # fmt: skip
    writer.connection.executemany(
        "INSERT INTO tellings (claim, story) VALUES (?, ?)",
        ((names.claims[ref.article, ref.claim][0], cursor.lastrowid) for ref in known),
    )
    return cursor.lastrowid


def renamed(event: StoryEvent, origins: Mapping[str, str], known: list[ClaimRef], names: Names) -> StoryEvent:
    """The event under the ledger's ids."""
    first = min(known, key=lambda ref: (names.articles[ref.article], names.claims[ref.article, ref.claim][0]))
    return replace(
        event,
        id=f"s{names.claims[first.article, first.claim][1]}",
        origins=tuple(origins[key] for key in event.origins),
        history=tuple(
            replace(step, origin=origins[step.origin] if step.origin else None) for step in event.history
        ),
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
