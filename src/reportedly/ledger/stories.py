"""Looking at the stories that the ledger keeps: events with all that tell them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, get_args

import msgspec

from reportedly.corroborate.model import Drift, Origin, StoryArticle, StoryEvent
from reportedly.errors import MissingError
from reportedly.ledger.plan import Few, Plan, story_plan
from reportedly.ledger.portions import portions
from reportedly.ledger.query import Query
from reportedly.ledger.records import ClaimRow

#: What comes first: what changed its status last, what was told last, what has most origins.
Order = Literal["changed", "last", "origins"]
ORDERS = get_args(Order)
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a list of events."""

    id: str
    type: str | None
    act: str | None
    title: str
    status: str
    certainty: str
    polarity: str
    independent_origins: int
    articles: int
    claims: int
    first_at: str | None
    changed_at: str | None
    last_at: str | None
    earliest: str | None
    latest: str | None
    denied: bool
    disputed: bool


@dataclass(frozen=True, slots=True)
class Story:
    """An event with all that tell it."""

    event: StoryEvent
    #: The articles that tell it, the first one first.
    articles: tuple[StoryArticle, ...]
    origins: tuple[Origin, ...]
    drift: tuple[Drift, ...]
    #: The event's claims as the ledger lists them, in the event's order.
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Corroborated:
    """When stories were last made, and what has come since."""

    at: str
    articles: int
    #: Readings and judgements that they do not know yet.
    waiting: int


class Looking(Protocol):
    """What looking at stories needs of a view."""

    path: Path

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]: ...
    def _few(self, sql: str, values: tuple[object, ...]) -> bool: ...
    def _asked(self, query: Query | str, table: str) -> Query: ...
    def _claim_rows(self, numbers: Sequence[int]) -> Iterator[ClaimRow]: ...


class Stories:
    """The part of a view that looks at stories."""

    def events(
        self: Looking,
        query: Query | str = "",
        *,
        limit: int | None = 20,
        offset: int = 0,
        order: Order = "changed",
    ) -> Iterator[EventRow]:
        """Events of which a claim meets a query."""
        few: Few = self._few
        plan: Plan = story_plan(self._asked(query, "evidences"), few, order)
        values = (*plan.values, -1 if limit is None else limit, offset)
        for row in self.rows(f"{plan.sql} LIMIT ? OFFSET ?", values):
            yield EventRow(*[*row[:-2], *map(bool, row[-2:])])

    def story(self: Looking, key: str) -> Story:
        """One event, by its id, an id that it had before it was merged, or the id of one of its claims.

        :raises MissingError: if there is none.
        """
        rows = self.rows(
            "SELECT number, body FROM stories WHERE number = coalesce((SELECT number FROM stories WHERE id = ?),"
            " (SELECT t.story FROM tellings t JOIN claims c ON c.number = t.claim WHERE c.id = ?))",
            (key, key.removeprefix("s")),
        )
        if not rows:
            raise MissingError(
                f"{self.path}: there is no event {key!r}; `reportedly corroborate` finds events"
            )
        number, body = rows[0]
        event = unpacked(body, StoryEvent)
        keys = tuple(dict.fromkeys(ref.article for ref in event.claims))
        articles = kept(
            self, "body FROM debts WHERE article IN (SELECT number FROM articles WHERE id IN", keys
        )
        by_id = {one.id: one for one in (unpacked(body, StoryArticle) for body in articles)}
        origins = kept(self, "body FROM origins WHERE (id IN", event.origins)
        drift = self.rows("SELECT body FROM drifts WHERE story = ? ORDER BY number", (number,))
        claims = self.rows("SELECT claim FROM tellings WHERE story = ?", (number,))
        place = {(ref.article, ref.claim): place for place, ref in enumerate(event.claims)}
        told = [
            row
            for row in self._claim_rows([claim for (claim,) in claims])
            if (row.article, row.local) in place
        ]
        return Story(
            event,
            tuple(by_id[key] for key in keys if key in by_id),
            tuple(
                sorted(
                    (unpacked(body, Origin) for body in origins), key=lambda one: event.origins.index(one.id)
                )
            ),
            tuple(msgspec.json.decode(body, type=Drift) for (body,) in drift),
            tuple(sorted(told, key=lambda row: place[row.article, row.local])),
        )

    def story_article(self: Looking, key: str) -> StoryArticle | None:
        """Whom an article copied and which origin it has, by the ledger's id; None if it has not been corroborated."""
        rows = self.rows(
            "SELECT body FROM debts WHERE article = (SELECT number FROM articles WHERE id = ?)", (key,)
        )
        return unpacked(rows[0][0], StoryArticle) if rows else None

    def events_of(self: Looking, keys: Sequence[str]) -> dict[str, str]:
        """The id of the event that each claim tells, by the claim's id; claims that tell none are left out."""
        found: dict[str, str] = {}
        for some, marks in portions(keys):
            found.update(
                self.rows(
                    "SELECT c.id, s.id FROM claims c JOIN tellings t ON t.claim = c.number"
                    f" JOIN stories s ON s.number = t.story WHERE c.id IN ({marks})",
                    some,
                )
            )
        return found

    def corroborated(self: Looking) -> Corroborated | None:
        """When stories were last made; None if never."""
        rows = self.rows(
            "SELECT at, articles, (SELECT count(*) FROM readings WHERE number > c.reading)"
            " + (SELECT count(*) FROM judgements WHERE number > c.judgement) FROM corroborations c"
            " ORDER BY number DESC LIMIT 1"
        )
        return Corroborated(*rows[0]) if rows else None


def kept(view: Looking, what: str, keys: Sequence[str]) -> Iterator[bytes]:
    """One column of the rows that have these keys."""
    for some, marks in portions(keys):
        yield from (body for (body,) in view.rows(f"SELECT {what} ({marks}))", some))


def unpacked(body: bytes, kind: type[Record]) -> Record:
    """A record that was packed."""
    return msgspec.json.decode(zlib.decompress(body), type=kind)
