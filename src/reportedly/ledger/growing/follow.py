"""The stories of a ledger brought up to date: by what came, went or was judged since, or all of them anew."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal

from reportedly.corroborate.index import MANY, SHARE, Index
from reportedly.ledger.growing import state
from reportedly.ledger.growing.amend import amend
from reportedly.ledger.growing.fill import fill
from reportedly.ledger.growing.kept import KeptIndex
from reportedly.ledger.growing.readings import judged, reading_of
from reportedly.ledger.growing.state import Stale
from reportedly.ledger.keeping import Seen, keep, mark, seen
from reportedly.ledger.view import View
from reportedly.ledger.writer import Writer

How = Literal["anew", "amended", "nothing"]


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of the stories."""

    how: How
    #: Articles that came, went or were read again.
    articles: int = 0
    #: The ids of the events that are others now.
    events: tuple[str, ...] = ()


def follow(writer: Writer, *, anew: bool = False, wait: bool = False) -> Followed | None:
    """Bring the stories of a ledger up to date, in one step.

    :param anew: whether to compare everything anew.
    :param wait: whether to leave it where all would have to be compared anew: then None comes back.
    :raises LedgerError: if the ledger cannot be written.
    """
    if not anew:
        try:
            with writer.together():
                return _amended(writer)
        except Stale:
            if wait:
                return None
    return _anew(writer)


def _amended(writer: Writer) -> Followed:
    connection = writer.connection
    kept = state.load(connection)
    till = seen(connection)
    waiting = _waiting(connection, till)
    binding = judged(connection)
    if not waiting and binding == kept.judged:
        _forget_waiting(connection, till)
        return Followed("nothing")
    if len(waiting) > max(MANY, SHARE * kept.count):
        raise Stale
    index = KeptIndex(connection, kept)
    readings = {article: reading_of(connection, article) for article in waiting}
    index.take(readings)
    if binding != kept.judged:
        index.judge(binding)
        kept.judged = binding
    events = amend(writer, index, readings)
    index.cabinet.put_back()
    state.save(connection, kept)
    mark(writer, kept.count, till)
    _forget_waiting(connection, till)
    return Followed("amended", len(waiting), tuple(events))


def _waiting(connection: sqlite3.Connection, till: Seen) -> list[str]:
    """The ids of articles that came or changed."""
    rows = connection.execute(
        "SELECT DISTINCT a.id FROM unsettled u JOIN articles a ON a.number = u.article WHERE u.number <= ?"
        " ORDER BY a.published, a.id",
        (till.unsettled,),
    )
    return [article for (article,) in rows]


def _forget_waiting(connection: sqlite3.Connection, till: Seen) -> None:
    connection.execute("DELETE FROM unsettled WHERE number <= ?", (till.unsettled,))


def _anew(writer: Writer) -> Followed:
    with View(writer.path) as view:
        view.connection.execute("BEGIN")
        till = seen(view.connection)
        index = Index(judgements=judged(view.connection))
        index.add(view.readings())
    with writer.together():
        numbers = keep(writer, index.stories(), till)
        clusters = (index.groups.cluster[told[0]] for told in index.clusters())
        fill(writer.connection, index, dict(zip(clusters, numbers, strict=True)))
        _forget_waiting(writer.connection, till)
    return Followed("anew", len(index))
