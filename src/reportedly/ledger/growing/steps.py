"""The stories of a ledger brought up to date: by what came, went or was judged since, or all of them anew."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal

from reportedly.corroborate.index import MANY, SHARE, Index
from reportedly.corroborate.judgements import Judged
from reportedly.ledger.growing import state
from reportedly.ledger.growing.amend import amend
from reportedly.ledger.growing.fill import fill
from reportedly.ledger.growing.kept import KeptIndex
from reportedly.ledger.growing.readings import judged, reading_of
from reportedly.ledger.growing.state import Stale
from reportedly.ledger.keeping import Seen, keep, known_till, mark, seen
from reportedly.ledger.view import View
from reportedly.ledger.writer import Writer

#: New articles that are taken in in one step.
PORTION = 64

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
    """Bring the stories of a ledger up to date, in steps that are whole or not at all.

    :param anew: whether to compare everything anew.
    :param wait: whether to leave it to somebody else, and give back None, where it would take long.
    :raises LedgerError: if the ledger cannot be written.
    """
    if not anew:
        try:
            return _amended(writer, MANY if wait else None)
        except Stale:
            if wait:
                return None
    return _anew(writer)


def _amended(writer: Writer, most: int | None) -> Followed:
    """What is left to do, step by step, so that others can write in between.

    :param most: so many articles at most.
    """
    count, events, more = 0, dict[str, None](), True
    while more:
        with writer.together():
            step = Step.begun(writer, most)
            events.update(dict.fromkeys(step.take() if step.needed else ()))
            step.end()
        count += len(step.portion)
        more = len(step.portion) < len(step.waiting)
    there = (key for key in events if _is_there(writer, key))
    return Followed("amended", count, tuple(there)) if count or events else Followed("nothing")


def _is_there(writer: Writer, event: str) -> bool:
    return writer.connection.execute("SELECT 1 FROM stories WHERE id = ?", (event,)).fetchone() is not None


@dataclass(slots=True)
class Step:
    """Some of the articles that came or changed, and what was judged."""

    writer: Writer
    kept: state.State
    till: Seen
    judged: list[Judged]
    waiting: list[str]
    portion: list[str]

    @classmethod
    def begun(cls, writer: Writer, most: int | None) -> Step:
        """What is to be done now.

        :raises Stale: if it is so much that it is quicker to begin anew.
        """
        connection = writer.connection
        kept, till = state.load(connection), seen(connection)
        known, new = _waiting(connection)
        if len(known) + len(new) > (most or max(MANY, SHARE * kept.count)):
            raise Stale
        # Of what is known already all goes first: nothing may be held against a reading that is there no more.
        return cls(writer, kept, till, judged(connection), [*known, *new], [*known, *new[:PORTION]])

    @property
    def needed(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.portion) or self.judged != self.kept.judged

    def take(self) -> list[str]:
        """Hold what came against its neighbourhood; the ids of the events that are others now."""
        connection = self.writer.connection
        index = KeptIndex(connection, self.kept)
        readings = {article: reading_of(connection, article) for article in self.portion}
        index.take(readings)
        if self.judged != self.kept.judged:
            index.judge(self.judged)
            self.kept.judged = self.judged
        events = amend(self.writer, index, readings)
        index.cabinet.put_back()
        state.save(connection, self.kept)
        return events

    def end(self) -> None:
        """Note what the stories know by now."""
        connection = self.writer.connection
        connection.executemany(
            "DELETE FROM unsettled WHERE article = (SELECT number FROM articles WHERE id = ?)",
            ((article,) for article in self.portion),
        )
        if len(self.portion) == len(self.waiting) and not known_till(connection, self.till):
            mark(self.writer, self.kept.count, self.till)


def _waiting(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The ids of articles that changed, and of those that came, in order of time."""
    rows = connection.execute(
        "SELECT DISTINCT a.id, EXISTS (SELECT 1 FROM index_articles WHERE article = a.id) FROM unsettled u"
        " JOIN articles a ON a.number = u.article ORDER BY a.published, a.id"
    ).fetchall()
    return [article for article, known in rows if known], [article for article, known in rows if not known]


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
        writer.connection.execute("DELETE FROM unsettled WHERE number <= ?", (till.unsettled,))
    return Followed("anew", len(index))
