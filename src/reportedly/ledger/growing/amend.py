"""What changed in an index of stories, written into the ledger: what is as it was stays as it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from reportedly.corroborate.groups import Cluster
from reportedly.corroborate.model import Drift
from reportedly.corroborate.shelf import article_of
from reportedly.ledger.growing.kept import KeptIndex
from reportedly.ledger.growing.lazily import Lazy
from reportedly.ledger.keeping import (
    Named,
    Names,
    packed,
    put_article,
    put_drift,
    put_event,
    put_origin,
    renamed,
)
from reportedly.ledger.register import Register
from reportedly.ledger.writer import Writer


def amend(writer: Writer, index: KeptIndex, came: Iterable[str]) -> list[str]:
    """Write down what changed; the ids of the events that are others now.

    :param came: articles that came, went or were read again.
    """
    return Amending(writer, index, set(came)).all()


class Amending:
    """One step from the stories that are kept to those that an index tells."""

    def __init__(self, writer: Writer, index: KeptIndex, came: set[str]) -> None:
        self._writer, self._connection, self._index = writer, writer.connection, index
        changes = index.changed()
        self._gone, self._new = changes.gone, changes.new
        self._there = {article for article in changes.articles | came if article in index.shelf}
        self._came, self._left = came, came - self._there
        self._names = names_of(writer.connection)
        #: The id of each origin, by the first of its articles in time.
        self._origins: Lazy[str, str] = Lazy(self._name_origin)

    def all(self) -> list[str]:
        self._put_origins()
        self._put_articles()
        told = self._put_events()
        self._put_drifts()
        self._put_register()
        return told

    # Articles and their origins ----------------------------------------------------------------------------------

    def _name_origin(self, home: str) -> None:
        if self._origins.fetched(home) is None:
            members = self._index.lineage.component(home)
            self._origins.known(home, f"o{min(members, key=self._names.articles.__getitem__)}")

    def _put_origins(self) -> None:
        """Keep the origins of articles that changed; one by another name touches all that are of it."""
        home = self._index.lineage.home
        old = set(self._kept_origins(self._there | self._left).values())
        # What one article left is another origin, too.
        touched = self._there | {article for key in old for article in self._kept_with(key)}
        for first in sorted({home[article] for article in touched if article in home}):
            members = sorted(self._index.lineage.component(first), key=self._index.shelf.order)
            name = self._origins[first]
            kept = self._kept_origins(members)
            old |= set(kept.values())
            renamed_ = [article for article in members if kept.get(article) != name]
            self._there.update(renamed_)
            self._new |= {
                self._index.groups.cluster[node]
                for article in renamed_
                for node in self._index.groups.nodes.get(article, ())
            }
            origin = self._index.origin(name, members)
            if self._differs("origins WHERE id = ?", name, packed(origin)):
                put_origin(self._writer, origin)
        self._old_origins = old

    def _kept_origins(self, articles: Iterable[str]) -> dict[str, str]:
        """The ids of the origins that articles are kept with."""
        sql = "SELECT origin FROM debts WHERE article = (SELECT number FROM articles WHERE id = ?)"
        rows = ((article, self._connection.execute(sql, (article,)).fetchone()) for article in articles)
        return {article: row[0] for article, row in rows if row}

    def _kept_with(self, origin: str) -> list[str]:
        """The articles that are kept with an origin."""
        rows = self._connection.execute(
            "SELECT a.id FROM debts d JOIN articles a ON a.number = d.article WHERE d.origin = ?", (origin,)
        )
        return [article for (article,) in rows]

    def _put_articles(self) -> None:
        for article in self._left:
            self._connection.execute(
                "DELETE FROM debts WHERE article = (SELECT number FROM articles WHERE id = ?)", (article,)
            )
        for article in sorted(self._there):
            told = self._index.article(article, self._origins)
            if self._differs("debts WHERE article = ?", self._names.articles[article], packed(told)):
                put_article(self._writer, told, Same(), self._names)
        self._connection.executemany(
            "DELETE FROM origins WHERE id = ? AND NOT EXISTS (SELECT 1 FROM debts WHERE origin = ?)",
            ((key, key) for key in self._old_origins),
        )

    def _differs(self, where: str, key: object, body: bytes) -> bool:
        """Whether what is kept is not this."""
        row = self._connection.execute(f"SELECT body FROM {where}", (key,)).fetchone()
        return row is None or row[0] != body

    # Events ------------------------------------------------------------------------------------------------------

    def _put_events(self) -> list[str]:
        numbers = self._index.cabinet.numbers
        gone = [(cluster, numbers[cluster]) for cluster in sorted(self._gone)]
        new = sorted(self._new)
        named = {cluster: self._named(cluster) for cluster in new}
        same = {
            cluster
            for cluster in new
            if cluster in numbers and not self._changed(numbers[cluster], named[cluster])
        }
        ids = self._take_out(
            [*gone, *((one, numbers[one]) for one in new if one in numbers and one not in same)]
        )
        self._index.cabinet.regroup(gone, ())
        put = [cluster for cluster in new if cluster not in same]
        self._index.cabinet.regroup((), self._numbered(put, named, ids))
        self._touched = sorted({number for _, number in gone} | {numbers[cluster] for cluster in new})
        kept = [put_event(self._writer, numbers[cluster], named[cluster]) for cluster in put]
        self._rewritten = {article_of(node) for cluster in chain(self._gone, put) for node in cluster}
        return [key for _, key in filter(None, kept)]

    def _named(self, cluster: Cluster) -> Named | None:
        return renamed(self._index.event(cluster, "", self._origins), Same(), self._names)

    def _changed(self, number: int, named: Named | None) -> bool:
        """Whether an event that has the same claims is told otherwise."""
        if named is None:
            return True
        rows = self._connection.execute("SELECT claim FROM tellings WHERE story = ?", (number,))
        if {claim for (claim,) in rows} != set(named.claims):
            return True
        return self._differs("stories WHERE number = ?", number, packed(named.event))

    def _take_out(self, old: Iterable[tuple[Cluster, int]]) -> dict[str, int]:
        """Take events out; their numbers by their ids."""
        found: dict[str, int] = {}
        for _, number in old:
            row = self._connection.execute("SELECT id FROM stories WHERE number = ?", (number,)).fetchone()
            if row:
                found[row[0]] = number
            for sql in (
                "UPDATE drifts SET story = NULL WHERE story = ?",
                "DELETE FROM tellings WHERE story = ?",
                "DELETE FROM stories WHERE number = ?",
            ):
                self._connection.execute(sql, (number,))
        return found

    def _numbered(
        self, clusters: Iterable[Cluster], named: dict[Cluster, Named | None], ids: dict[str, int]
    ) -> Iterator[tuple[Cluster, int]]:
        """Events with the numbers that they have or had under their ids, or new ones."""
        numbers = self._index.cabinet.numbers
        for cluster in clusters:
            if cluster not in numbers:
                one = named[cluster]
                number = ids.get(one.event.id) if one else None
                yield cluster, number or self._index.state.new_number()
            else:
                yield cluster, numbers[cluster]

    # Drift -------------------------------------------------------------------------------------------------------

    def _put_drifts(self) -> None:
        """Keep what became of certainty in articles that changed, and of which events it is in all others of these."""
        for article in sorted(self._left | self._there):
            self._connection.execute("DELETE FROM drifts WHERE article = ?", (article,))
            for one in self._index.drift(article) if article in self._there else ():
                self._put_drift(one)
        for article in sorted(self._rewritten - self._left - self._there):
            rows = self._connection.execute(
                "SELECT body FROM drifts WHERE article = ? ORDER BY number", (article,)
            ).fetchall()
            self._connection.execute("DELETE FROM drifts WHERE article = ?", (article,))
            for (body,) in rows:
                self._put_drift(msgspec.json.decode(body, type=Drift))

    def _put_drift(self, one: Drift) -> None:
        claim = self._names.claims.get((one.to.article, one.to.claim))
        row = (
            claim
            and self._connection.execute(
                "SELECT s.number, s.id FROM tellings t JOIN stories s ON s.number = t.story WHERE t.claim = ?",
                claim[:1],
            ).fetchone()
        )
        put_drift(self._writer, one, *(row or (None, None)))

    def _put_register(self) -> None:
        register = Register(self._connection)
        for article in sorted(self._came):
            register.article(self._names.articles[article])
        for number in self._touched:
            register.story(number)
        register.settle()


class Same(dict[str, str]):
    """What is called by its own name."""

    def __missing__(self, key: str) -> str:
        return key


def names_of(connection: sqlite3.Connection) -> Names:
    """The ledger's names for articles and claims, as they are asked for."""

    def number(article: str) -> None:
        if articles.fetched(article) is None:
            row = connection.execute("SELECT number FROM articles WHERE id = ?", (article,)).fetchone()
            if row:
                articles.known(article, row[0])

    def claims_in(ref: tuple[str, str]) -> None:
        if ref[0] in asked:
            return
        asked.add(ref[0])
        rows = connection.execute(
            "SELECT local, number, id FROM claims WHERE article = (SELECT number FROM articles WHERE id = ?)",
            ref[:1],
        )
        for local, place, key in rows:
            claims.known((ref[0], local), (place, key))

    asked: set[str] = set()
    articles: Lazy[str, int] = Lazy(number)
    claims: Lazy[tuple[str, str], tuple[int, str]] = Lazy(claims_in)
    return Names(articles, claims)
