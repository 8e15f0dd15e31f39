"""The register of outlets and sources: sums of what each article and each event says of them, kept with the stories.

What one article or event adds is kept beside the sums, so that it can be taken back when the article is read again or
the event told otherwise.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby

import msgspec

from reportedly.corroborate.publishers import owners
from reportedly.ledger.fates import told_of
from reportedly.ledger.identities import identity
from reportedly.naming import folded

#: Whose tallies: those of articles by their numbers, and of stories by theirs.
ARTICLE, STORY = 0, 1
#: The figures of a teller by the columns of the register: what articles say of it, and what events do.
REPORTS = ("articles", "claims", "named", "unnamed", "certain", "probable", "possible", "unclear")
RECORD = ("events", "first", "confirmed", "denied", "contested")
FIGURES = (*REPORTS, *RECORD)

_SURE = ", ".join(
    f"count(*) FILTER (WHERE c.certainty = '{each}')"
    for each in ("certain", "probable", "possible", "unknown")
)
#: What a source is called here: unnamed ones of one role are one, for nobody can tell them apart.
_CALLED = "CASE WHEN v.named THEN identity(v.folded) ELSE '*' || v.role END"
_SOURCES = (
    f"SELECT c.article, {_CALLED}, max(v.role), count(*), count(*) FILTER (WHERE v.named),"
    f" count(*) FILTER (WHERE NOT v.named), {_SURE} FROM claims c JOIN voices v ON v.claim = c.number"
    " WHERE v.role != 'outlet'{} GROUP BY 1, 2 ORDER BY 1"
)
_NAMES = (
    "SELECT c.article, identity(v.folded), v.name, count(*) FROM claims c JOIN voices v ON v.claim = c.number"
    " WHERE v.named AND v.role != 'outlet'{} GROUP BY 1, 2, 3"
)
_NEAREST = "(SELECT v.named FROM voices v WHERE v.claim = c.number ORDER BY v.hop DESC LIMIT 1)"
_OUTLETS = (
    "SELECT number, outlet, count(claim), count(*) FILTER (WHERE nearest = 1), count(*) FILTER (WHERE nearest = 0),"
    f" {_SURE} FROM (SELECT a.number, a.outlet, c.number AS claim, c.certainty, {_NEAREST} AS nearest FROM articles a"
    " LEFT JOIN claims c ON c.article = a.number WHERE a.outlet IS NOT NULL{}) c GROUP BY number ORDER BY 1"
)
_TELLINGS = (
    "SELECT t.story, c.published, c.number, a.outlet, c.status, c.polarity, c.certainty, d.origin FROM tellings t"
    " JOIN claims c ON c.number = t.claim JOIN articles a ON a.number = c.article"
    " LEFT JOIN debts d ON d.article = a.number{} ORDER BY t.story, c.published IS NULL, c.published, c.number"
)
_VOICES = (
    f"SELECT claim, called FROM (SELECT v.claim, {_CALLED} AS called, max(v.hop) FROM voices v"
    " WHERE v.role != 'outlet'{} GROUP BY v.claim)"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What an article or an event says of a teller."""

    kind: str
    folded: str
    figures: dict[str, int]
    #: What it goes by, and how often.
    name: dict[str, int] = field(default_factory=dict)
    role: dict[str, int] = field(default_factory=dict)


Key = tuple[str, str]
_TALLIES = msgspec.msgpack.Decoder(list[Tally])


def make_register(connection: sqlite3.Connection) -> None:
    """Make the register anew from the claims and the stories that the ledger holds."""
    for table in ("tellers", "tallies", "teller_words"):
        connection.execute(f"DELETE FROM {table}")
    register = Register(connection)
    by_article = groupby(sorted(_of_articles(connection), key=lambda one: one[0]), key=lambda one: one[0])
    for number, found in by_article:
        register.add(ARTICLE, number, [tally for _, tally in found])
    for number, tallies in _of_stories(connection):
        register.add(STORY, number, tallies)
    register.settle()


def _of_articles(connection: sqlite3.Connection, number: int | None = None) -> Iterator[tuple[int, Tally]]:
    """What articles say of tellers, or one does."""
    one, own = (" AND c.article = ?", " AND a.number = ?") if number is not None else ("", "")
    values = (number,) if number is not None else ()
    names: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for article, key, name, count in connection.execute(_NAMES.format(one), values):
        names[article, key][name] = count
    for article, key, role, *figures in connection.execute(_SOURCES.format(one), values):
        if key:
            yield article, Tally("source", key, _figures(figures), names.get((article, key), {}), {role: 1})
    for article, outlet, *figures in connection.execute(_OUTLETS.format(own), values):
        if key := folded(outlet):
            yield article, Tally("outlet", key, _figures(figures), {outlet: 1})


def _figures(claims: Iterable[int]) -> dict[str, int]:
    return dict(zip(REPORTS, (1, *claims), strict=True))


def _of_stories(
    connection: sqlite3.Connection, number: int | None = None
) -> Iterator[tuple[int, list[Tally]]]:
    """What events say of tellers, or one does."""
    one, voiced = ("", "")
    if number is not None:
        one, voiced = " WHERE t.story = ?", " AND v.claim IN (SELECT claim FROM tellings WHERE story = ?)"
    values = (number,) if number is not None else ()
    voices = dict(connection.execute(_VOICES.format(voiced), values).fetchall())
    rows = connection.execute(_TELLINGS.format(one), values)
    for story, tellings in groupby(rows, key=lambda row: row[0]):
        found = told_of(tellings, voices)
        yield story, [Tally(kind, key, dict(tally)) for (kind, key), tally in found.items()]


class Register:
    """Changes of the register, until they are settled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.create_function("identity", 1, identity, deterministic=True)
        self._changes: dict[Key, Counter[str]] = defaultdict(Counter)
        #: What tellers go by: "name" or "role", and the word.
        self._words: dict[Key, Counter[tuple[str, str]]] = defaultdict(Counter)

    def article(self, number: int) -> None:
        """What an article says from now on."""
        self._replace(ARTICLE, number, [tally for _, tally in _of_articles(self._connection, number)])

    def story(self, number: int) -> None:
        """What an event says from now on; nothing if it is no more."""
        found = list(chain.from_iterable(some for _, some in _of_stories(self._connection, number)))
        self._replace(STORY, number, found)

    def _replace(self, whose: int, number: int, tallies: list[Tally]) -> None:
        row = self._connection.execute(
            "SELECT body FROM tallies WHERE whose = ? AND number = ?", (whose, number)
        ).fetchone()
        before = _TALLIES.decode(row[0]) if row else []
        if before == tallies:
            return
        for tally in before:
            self._changes[tally.kind, tally.folded].subtract(tally.figures)
            self._words[tally.kind, tally.folded].subtract(_words(tally))
        self._connection.execute("DELETE FROM tallies WHERE whose = ? AND number = ?", (whose, number))
        self.add(whose, number, tallies)

    def add(self, whose: int, number: int, tallies: list[Tally]) -> None:
        """What an article or an event says that said nothing before."""
        for tally in tallies:
            self._changes[tally.kind, tally.folded].update(tally.figures)
            self._words[tally.kind, tally.folded].update(_words(tally))
        if tallies:
            self._connection.execute(
                "INSERT INTO tallies VALUES (?, ?, ?)", (whose, number, msgspec.msgpack.encode(tallies))
            )

    def settle(self) -> None:
        """Write down what changed."""
        for (kind, key), changes in self._changes.items():
            row = self._connection.execute(
                f"SELECT {', '.join(FIGURES)} FROM tellers WHERE kind = ? AND folded = ?", (kind, key)
            ).fetchone()
            before = row or [0] * len(FIGURES)
            figures = [old + changes[figure] for figure, old in zip(FIGURES, before, strict=True)]
            self._count_words(kind, key)
            self._connection.execute("DELETE FROM tellers WHERE kind = ? AND folded = ?", (kind, key))
            if figures[0]:
                self._connection.execute(
                    f"INSERT INTO tellers (kind, folded, name, names, role, family, {', '.join(FIGURES)})"
                    f" VALUES ({', '.join('?' * (6 + len(FIGURES)))})",
                    (kind, key, *self._called(kind, key), *figures),
                )

    def _count_words(self, kind: str, key: str) -> None:
        """Put down how often it goes by what from now on."""
        self._connection.executemany(
            "INSERT INTO teller_words VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET count = count + excluded.count",
            ((kind, key, *word, count) for word, count in self._words[kind, key].items() if count),
        )
        self._connection.execute(
            "DELETE FROM teller_words WHERE kind = ? AND folded = ? AND count = 0", (kind, key)
        )

    def _called(self, kind: str, key: str) -> tuple[str, str, str | None, str | None]:
        """A teller's most frequent name, all names of a source, its role, and the owner of an outlet."""
        rows = self._connection.execute(
            "SELECT what, word, count FROM teller_words WHERE kind = ? AND folded = ?", (kind, key)
        ).fetchall()
        named = [(count, word) for what, word, count in rows if what == "name"]
        if kind == "outlet":
            return max(named)[1], "{}", None, owners().get(key)
        names: dict[str, str] = {}
        for _, word in sorted(named, key=lambda each: (-each[0], each[1])):
            names.setdefault(folded(word), word)
        role = max(word for what, word, _ in rows if what == "role")
        return next(iter(names.values()), ""), json.dumps(names, ensure_ascii=False), role, None


def _words(tally: Tally) -> dict[tuple[str, str], int]:
    """What a teller goes by."""
    return {(what, word): count for what in ("name", "role") for word, count in getattr(tally, what).items()}
