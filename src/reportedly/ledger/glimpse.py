"""Parts of readings, decoded without the rest: what a page needs of forty articles at once."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from reportedly.model import Quantity, Time

#: Values of one statement.
MANY = 500


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """What a claim points to."""

    id: str
    time: str | None
    quantities: tuple[str, ...]
    attribution: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The figures and days of a reading."""

    claims: tuple[SeenClaim, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]


class Looking(Protocol):
    """What this needs of a view."""

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]: ...


def glimpses(view: Looking, articles: Sequence[str]) -> dict[str, Glimpse]:
    """The glimpse of each article's live reading, by the article's id; one without claims has none."""
    found: dict[str, Glimpse] = {}
    for start in range(0, len(articles), MANY):
        some = tuple(articles[start : start + MANY])
        rows = view.rows(
            "SELECT a.id, r.body FROM articles a JOIN readings r ON r.number ="
            " (SELECT c.reading FROM claims c WHERE c.article = a.number LIMIT 1)"
            f" WHERE a.id IN ({', '.join('?' * len(some))})",
            some,
        )
        found.update((key, msgspec.json.decode(zlib.decompress(body), type=Glimpse)) for key, body in rows)
    return found
