"""Looking at who tells: outlets and sources, how they tell it, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from reportedly.naming import folded

Kind = Literal["outlet", "source"]
TellerOrder = Literal["claims", "first", "confirmed", "denied", "name"]

_COLUMNS = (
    "kind, name, names, role, family, articles, claims, named, unnamed, certain, probable, possible, unclear, events,"
    " first, confirmed, denied, contested"
)
_ORDERS = {
    "claims": "claims DESC, folded",
    "first": "first DESC, folded",
    "confirmed": "confirmed DESC, folded",
    "denied": "denied DESC, folded",
    "name": "folded",
}
#: Of a line, that one of its names begins so.
_BEGINNING = (
    " AND (folded >= ? AND folded < ? OR EXISTS (SELECT 1 FROM json_each(names) WHERE key >= ? AND key < ?))"
)


@dataclass(frozen=True, slots=True)
class Reports:
    """How sure its reports are, each by its own words: what is said of a report, and not of who gives it."""

    certain: int
    probable: int
    possible: int
    unclear: int


@dataclass(frozen=True, slots=True)
class Record:
    """What became of the events that it told: what is said of who tells, over all reports."""

    events: int
    #: Told by others, too, and by it before them.
    first: int
    #: Afterwards, by somebody independent of it.
    confirmed: int
    #: Afterwards, by somebody else.
    denied: int
    #: Both.
    contested: int


@dataclass(frozen=True, slots=True)
class TellerRow:
    """One line of the register of outlets and sources."""

    kind: Kind
    #: The most frequent one; empty for all the unnamed sources of one role.
    name: str
    #: All that it goes under, in either language; none for outlets and for unnamed sources.
    names: tuple[str, ...]
    role: str | None
    family: str | None
    articles: int
    claims: int
    named: int
    unnamed: int
    reports: Reports
    record: Record


class Looking(Protocol):
    """What looking at tellers needs of a view."""

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]: ...


class Tellers:
    """The part of a view that looks at outlets and sources."""

    def tellers(
        self: Looking,
        kind: Kind,
        beginning: str = "",
        *,
        limit: int = 20,
        offset: int = 0,
        order: TellerOrder = "claims",
    ) -> Iterator[TellerRow]:
        """Outlets or sources.

        :param beginning: of their names; accents and case do not matter.
        """
        sought = folded(beginning)
        rows = self.rows(
            f"SELECT {_COLUMNS} FROM tellers WHERE kind = ?{_BEGINNING if sought else ''}"
            f" ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
            (kind, *((sought, sought + "\U0010ffff") * 2 if sought else ()), limit, offset),
        )
        for kind_, name, names, *row in rows:
            values = [*row[:6], Reports(*row[6:10]), Record(*row[10:])]
            yield TellerRow(kind_, name, tuple(json.loads(names).values()), *values)
