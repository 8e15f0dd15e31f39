"""The readings of a ledger's articles as they are now, one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reportedly.corroborate.judgements import Judged
from reportedly.corroborate.model import ClaimRef
from reportedly.ledger.records import COLUMNS, article_of, unpacked
from reportedly.model import Reading

_READING = (
    f"SELECT r.body, {COLUMNS} FROM articles a JOIN versions v ON v.number = a.version"
    " JOIN readings r ON r.version = v.number WHERE a.id = ? ORDER BY r.read_at DESC, r.number DESC LIMIT 1"
)
_STANDING = (
    'SELECT j.verdict, j.left, j."right", j.by, j.at, j.why FROM judgements j LEFT JOIN judgements u'
    " ON u.undoes = j.number WHERE j.verdict != 'undo' AND u.number IS NULL ORDER BY j.number"
)


def reading_of(connection: sqlite3.Connection, article: str) -> Reading | None:
    """The reading of an article's newest version, the last one; None if it has not been read."""
    row = connection.execute(_READING, (article,)).fetchone()
    return unpacked(row[0], article_of(row[1:])) if row else None


def judged(connection: sqlite3.Connection) -> list[Judged]:
    """The ledger's standing judgements; those on a claim that a newer reading does not hold bind nobody."""
    rows = connection.execute(_STANDING).fetchall()
    refs = dict(_refs(connection, {key for row in rows for key in row[1:3] if key}))
    return [
        Judged(
            verdict,
            refs[left],
            refs[right] if right else None,
            by,
            at,
            why,
            (left, right) if right else (left,),
        )
        for verdict, left, right, by, at, why in rows
        if left in refs and (right is None or right in refs)
    ]


def _refs(connection: sqlite3.Connection, keys: Iterable[str]) -> Iterable[tuple[str, ClaimRef]]:
    for key in sorted(keys):
        row = connection.execute(
            "SELECT a.id, c.local FROM claims c JOIN articles a ON a.number = c.article WHERE c.id = ?",
            (key,),
        ).fetchone()
        if row:
            yield key, ClaimRef(*row)
