"""Looking at what people judged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from reportedly.ledger.portions import portions
from reportedly.ledger.records import Judgement

#: Values of one statement.
MANY = 250

_JUDGED = (
    'SELECT j.number, j.verdict, j.left, j."right", j.by, j.at, j.why, j.seen,'
    " u.number IS NOT NULL, u.by, u.at FROM judgements j LEFT JOIN judgements u ON u.undoes = j.number"
    " WHERE j.verdict != 'undo'"
)


class Rows(Protocol):
    """What looking at judgements needs of a view."""

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]: ...


class Judgements:
    """The part of a view that looks at judgements."""

    def judgements(
        self: Rows, *, standing: bool = False, claims: Sequence[str] | None = None
    ) -> list[Judgement]:
        """What was judged, the oldest first.

        :param standing: only what has not been taken back.
        :param claims: only what was said of these claims, by their ids, on either side.
        """
        found: dict[int, Judgement] = {}
        for sql, values in _questions(claims):
            for row in self.rows(sql, values):
                found[row[0]] = _judgement(row)
        return [found[number] for number in sorted(found) if not (standing and found[number].undone)]

    def judgement(self: Rows, number: int) -> Judgement | None:
        """One judgement by its number; None if there is none."""
        rows = self.rows(f"{_JUDGED} AND j.number = ?", (number,))
        return _judgement(rows[0]) if rows else None


def _judgement(row: tuple[Any, ...]) -> Judgement:
    return Judgement(*[*row[:7], json.loads(row[7]), bool(row[8]), *row[9:]])


def _questions(claims: Sequence[str] | None) -> list[tuple[str, tuple[str, ...]]]:
    """The statements that find them, each with few enough values."""
    if claims is None:
        return [(_JUDGED, ())]
    asked = []
    for some, marks in portions(claims, MANY):
        asked += [(f"{_JUDGED} AND j.{side} IN ({marks})", some) for side in ("left", '"right"')]
    return asked
