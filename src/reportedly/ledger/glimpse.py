"""Parts of readings, decoded without the rest: what a page needs of forty articles at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reportedly.ledger.portions import portions
from reportedly.ledger.stories import unpacked
from reportedly.model import Quantity, Time


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
    for some, marks in portions(articles):
        rows = view.rows(
            "SELECT a.id, r.body FROM articles a JOIN readings r ON r.number ="
            " (SELECT c.reading FROM claims c WHERE c.article = a.number LIMIT 1)"
            f" WHERE a.id IN ({marks})",
            some,
        )
        found.update((key, unpacked(body, Glimpse)) for key, body in rows)
    return found
