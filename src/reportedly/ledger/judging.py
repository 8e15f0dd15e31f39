"""What people judge: added, never changed, and taken back by one more row."""

from __future__ import annotations

import json
import sqlite3
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Literal, Protocol

from reportedly.errors import LedgerError, MissingError

Verdict = Literal["same", "different", "right", "wrong"]


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def inserted(cursor: sqlite3.Cursor) -> int:
    """The number of the row that was just inserted."""
    if cursor.lastrowid is None:
        raise AssertionError("no row was inserted")
    return cursor.lastrowid


class Steps(Protocol):
    """What judging needs of a writer."""

    connection: sqlite3.Connection

    def together(self) -> AbstractContextManager[None]: ...


class Judging:
    """The part of a writer that writes judgements down."""

    def judge(
        self: Steps, verdict: Verdict, left: str, right: str | None = None, *, by: str, why: str | None = None
    ) -> int:
        """Write down what somebody judged of one claim, or of two; its number.

        :raises LedgerError: if there is no such claim, or one too many or too few.
        """
        if (verdict in ("same", "different")) != (right is not None):
            raise LedgerError(f"{verdict!r} is said of {'two claims' if right is None else 'one claim'}")
        if left == right:
            raise LedgerError(f"{left!r} is one claim, not two")
        with self.together():
            seen = {key: claim_as_it_is(self.connection, key) for key in (left, right) if key}
            cursor = self.connection.execute(
                'INSERT INTO judgements (verdict, left, "right", by, at, why, seen) VALUES (?, ?, ?, ?, ?, ?, ?)',
                (verdict, left, right, by, now(), why, json.dumps(seen, ensure_ascii=False)),
            )
            return inserted(cursor)

    def undo(self: Steps, number: int, *, by: str, why: str | None = None) -> int:
        """Take a judgement back; the row stays, and so does this one.

        :raises LedgerError: if there is no such judgement, or it is taken back already.
        """
        with self.together():
            row = self.connection.execute(
                "SELECT verdict FROM judgements WHERE number = ?", (number,)
            ).fetchone()
            if row is None:
                raise MissingError(f"there is no judgement {number}")
            try:
                cursor = self.connection.execute(
                    "INSERT INTO judgements (verdict, undoes, by, at, why, seen) VALUES ('undo', ?, ?, ?, ?, '{}')",
                    (number, by, now(), why),
                )
            except sqlite3.IntegrityError as error:
                raise LedgerError(f"judgement {number} is taken back already") from error
            return inserted(cursor)


def claim_as_it_is(connection: sqlite3.Connection, key: str) -> dict[str, object]:
    """A claim as it is now, to be kept with what is judged of it."""
    row = connection.execute(
        'SELECT c.anchor, c.start, c."end", c.type, c.act, c.status, c.evidence, v.sha256, a.id FROM claims c'
        " JOIN readings r ON r.number = c.reading JOIN versions v ON v.number = r.version"
        " JOIN articles a ON a.number = c.article WHERE c.id = ?",
        (key,),
    ).fetchone()
    if row is None:
        raise MissingError(f"there is no claim {key!r}")
    names = ("anchor", "start", "end", "type", "act", "status", "evidence", "sha256", "article")
    return dict(zip(names, row, strict=True))
