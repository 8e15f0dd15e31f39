"""What pages gather from many claims at once: somebody's part in them, their words, where they take place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from reportedly.ledger.plan import claim_plan
from reportedly.ledger.portions import portions
from reportedly.ledger.query import Query
from reportedly.ledger.records import ClaimRow
from reportedly.naming import countries, folded

#: Values of one statement.
MANY = 500
#: Of a list no longer than this, the newest are found sooner than by a walk, where many are wanted.
LISTED = 50_000

#: A party that says where a claim takes place: a location, and a place that is attacked.
TAKES_PLACE = (
    "(p.role = 'location' OR (p.kind = 'place' AND c.type = 'ASSAULT' AND p.role IN ('recipient', 'object')))"
)

Side = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands."""

    status: str
    certainty: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place that claims name, and how many articles do."""

    name: str
    kind: str | None
    country: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a selection, those of most articles first."""

    places: tuple[Located, ...]
    #: Claims that were looked at, and those among them that name no place.
    claims: int
    nowhere: int


class Looking(Protocol):
    """What this needs of a view."""

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]: ...
    def _asked(self, query: Query | str, table: str) -> Query: ...
    def _claim_rows(self, numbers: Sequence[int]) -> Iterator[ClaimRow]: ...


class Selections:
    """The part of a view that gathers."""

    def parts_of(self: Looking, name: str, side: Side, *, limit: int) -> list[ClaimRow]:
        """The newest claims in which somebody takes a side; a country is whoever acts for it, as in a search."""
        code = countries().get(folded(name))
        column, value = ("country", code) if code else ("folded", folded(name))
        rows = self.rows(
            f"SELECT DISTINCT claim FROM parties WHERE {column} = ? AND role = ? ORDER BY claim DESC LIMIT ?",
            (value, side, limit),
        )
        return claim_rows(self, rows)

    def words_of(self: Looking, name: str, *, limit: int) -> list[ClaimRow]:
        """The newest claims that somebody of this name is a source of."""
        rows = self.rows(
            "SELECT DISTINCT claim FROM voices WHERE folded = ? ORDER BY claim DESC LIMIT ?",
            (folded(name), limit),
        )
        return claim_rows(self, rows)

    def standing_of(self: Looking, events: Sequence[str]) -> dict[str, Standing]:
        """How events stand, by their ids."""
        found: dict[str, Standing] = {}
        for some, marks in portions(events):
            rows = self.rows(
                f"SELECT id, status, certainty, polarity FROM stories WHERE id IN ({marks})", some
            )
            found.update((key, Standing(*standing)) for key, *standing in rows)
        return found

    def places_of(self: Looking, event: str) -> tuple[Located, ...]:
        """Where an event is said to take place, by its id: what most articles say first."""
        rows = self.rows(
            "SELECT max(p.name), max(p.kind), p.country, count(DISTINCT c.article) FROM stories s"
            " JOIN tellings t ON t.story = s.number JOIN claims c ON c.number = t.claim"
            f" JOIN parties p ON p.claim = c.number AND {TAKES_PLACE}"
            " WHERE s.id = ? GROUP BY p.folded, p.country ORDER BY 4 DESC, 1",
            (event,),
        )
        return tuple(Located(*row) for row in rows)

    def places(self: Looking, query: Query | str = "", *, limit: int) -> Places:
        """Where the newest claims that meet a query take place, as far as they say."""

        def few(sql: str, values: tuple[object, ...]) -> bool:
            counted = self.rows(f"SELECT count(*) FROM ({sql} LIMIT {LISTED + 1})", values)
            return bool(counted[0][0] <= LISTED)

        plan = claim_plan(self._asked(query, "evidences"), few)
        numbers = [number for (number,) in self.rows(f"{plan.sql} LIMIT ?", (*plan.values, limit))]
        chosen = "json_each(?) chosen JOIN claims c ON c.number = chosen.value"
        values = (json.dumps(numbers),)
        rows = self.rows(
            "SELECT max(p.name), max(p.kind), p.country, count(DISTINCT c.article)"
            f" FROM {chosen} JOIN parties p ON p.claim = c.number AND {TAKES_PLACE}"
            " GROUP BY p.folded, p.country ORDER BY 4 DESC, 1",
            values,
        )
        ((placed,),) = self.rows(
            f"SELECT count(DISTINCT c.number) FROM {chosen} JOIN parties p ON p.claim = c.number AND {TAKES_PLACE}",
            values,
        )
        return Places(tuple(Located(*row) for row in rows), len(numbers), len(numbers) - placed)


def claim_rows(view: Looking, rows: Sequence[tuple[Any, ...]]) -> list[ClaimRow]:
    """The claims of these numbers, in that order."""
    numbers = [number for (number,) in rows]
    return [
        row
        for start in range(0, len(numbers), MANY)
        for row in view._claim_rows(numbers[start : start + MANY])
    ]
