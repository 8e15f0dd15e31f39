"""Articles looked up in the ledger by what they share, each when it is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from reportedly.corroborate.nearness import Nearness, counted
from reportedly.corroborate.postings import Entry, Keyed, Order, Postings
from reportedly.corroborate.traits import Features
from reportedly.ledger.growing.lazily import Lazy
from reportedly.ledger.growing.records import features_in, lasting_of, look_of, packed
from reportedly.ledger.growing.state import Stale, State, weights

#: The kinds of keys: fingerprints, words of one language, what outlives translation.
PRINTS, SAME, OTHER = range(3)
#: A key as SQLite can hold it: signed.
SIGN = 1 << 63

_BEFORE = (
    "SELECT slot, value FROM index_keys WHERE kind = ? AND key = ? AND rank < ? ORDER BY rank DESC LIMIT ?"
)
_AFTER = "SELECT slot, value FROM index_keys WHERE kind = ? AND key = ? AND rank > ? ORDER BY rank LIMIT ?"


class KeptPostings(Postings):
    """The articles that have each key, as a table of the ledger tells."""

    def __init__(self, kind: int, reach: int, nearness: KeptNearness) -> None:
        super().__init__(reach, nearness.rank)
        self._kind, self._rank, self._connection = kind, nearness.rank, nearness.connection

    def insert(self, slot: int, keyed: Keyed) -> None:
        self._connection.executemany(
            "INSERT INTO index_keys VALUES (?, ?, ?, ?, ?)", rows(self._kind, slot, self._rank(slot), keyed)
        )

    def remove(self, slot: int, keyed: Keyed) -> None:
        """One article less."""
        self._connection.executemany(
            "DELETE FROM index_keys WHERE kind = ? AND key = ? AND rank = ?",
            (row[:3] for row in rows(self._kind, slot, self._rank(slot), keyed)),
        )

    def around(self, key: int, slot: int) -> tuple[list[Entry], list[Entry]]:
        asked = (self._kind, key - SIGN, self._rank(slot), self.reach)
        return self._connection.execute(_BEFORE, asked).fetchall(), self._connection.execute(
            _AFTER, asked
        ).fetchall()


def rows(kind: int, slot: int, rank: float, keyed: Keyed) -> Iterator[tuple[int, int, float, int, int]]:
    """The rows of an article's keys."""
    for key, value in zip(keyed[0].tolist(), keyed[1].tolist(), strict=True):
        yield kind, key - SIGN, rank, slot, value


class KeptNearness(Nearness):
    """The articles of a ledger by what they share."""

    def __init__(self, connection: sqlite3.Connection, state: State) -> None:
        super().__init__()
        self.connection, self.state = connection, state
        self._ranks: dict[int, float] = {}
        self._asked: set[str] = set()
        self.slots = Lazy(self._look_up)
        self.features = Lazy(self._take_down)
        self.lasting: dict[str, dict[str, Any]] = Lazy(self._look_up)
        self._prints: KeptPostings = KeptPostings(PRINTS, self._prints.reach, self)
        self._leading: dict[bool, KeptPostings] = {  # type: ignore[assignment]
            same: KeptPostings(SAME if same else OTHER, postings.reach, self)
            for same, postings in self._leading.items()
        }
        self._weights = weights(connection)
        self._marks = self._weights.pop("")
        #: The words of articles that went and that tell how rare words are, by these articles' place in time.
        self._missed: dict[Order, tuple[bytes, ...]] = {}
        self._disturbed = False

    def _look_up(self, article: str) -> None:
        """Put down what is kept of an article."""
        if article in self._asked:
            return
        self._asked.add(article)
        row = self.connection.execute(
            "SELECT slot, rank, body FROM index_articles WHERE article = ?", (article,)
        ).fetchone()
        if row is not None:
            self._put_down(article, *row)

    def _take_down(self, slot: int) -> None:
        """Put down what is kept of the article in a slot."""
        if slot in self._ranks:
            return
        article, rank, body = self.connection.execute(
            "SELECT article, rank, body FROM index_articles WHERE slot = ?", (slot,)
        ).fetchone()
        self._asked.add(article)
        self._put_down(article, slot, rank, body)

    def _put_down(self, article: str, slot: int, rank: float, body: bytes) -> None:
        lasting, look = lasting_of(body)
        self._ranks[slot] = rank
        features = features_in(article, look)
        self._vectors(features)
        dict.__setitem__(self.slots, article, slot)
        dict.__setitem__(self.features, slot, features)
        dict.__setitem__(self.lasting, article, lasting)

    def rank(self, slot: int) -> float:
        """The place of an article in time."""
        if slot not in self._ranks:
            self._take_down(slot)
        return self._ranks[slot]

    def put(self, features: Features) -> int:
        slot = self.state.new_slot()
        self._ranks[slot] = self._place(features.order)
        dict.__setitem__(self.features, slot, features)
        self.slots[features.id] = slot
        look = packed(look_of(self.lasting[features.id], features))
        self.connection.execute(
            "INSERT INTO index_articles VALUES (?, ?, ?, ?, ?)",
            (slot, features.id, features.order[0], self._ranks[slot], look),
        )
        self.state.count += 1
        self._touch(features.order, words_of(features))
        return slot

    def _place(self, order: Order) -> float:
        """A rank between those of the articles before and after one."""
        asked = (
            "SELECT rank FROM index_articles WHERE (at, article) {} (?, ?) ORDER BY at {}, article {} LIMIT 1"
        )
        before, after = (
            self.connection.execute(asked.format(than, way, way), order).fetchone()
            for than, way in (("<", "DESC"), (">", "ASC"))
        )
        if before is None or after is None:
            return float(before[0] + 1 if before else after[0] - 1 if after else 0)
        found = (before[0] + after[0]) / 2
        if not before[0] < found < after[0]:
            raise Stale
        return float(found)

    def drop(self, article: str) -> int:
        slot = self.slots.pop(article)
        features = self.features[slot]
        self.connection.execute("DELETE FROM index_articles WHERE slot = ?", (slot,))
        self.state.count -= 1
        self._touch(features.order, words_of(features), gone=True)
        return slot

    def leave(self, slot: int) -> None:
        self._prints.remove(slot, self.printed(slot))
        for same, postings in self._leading.items():
            postings.remove(slot, self.keys(slot, same=same))

    # Rarity ------------------------------------------------------------------------------------------------------

    def _touch(self, order: Order, words: tuple[bytes, ...], *, gone: bool = False) -> None:
        """Note that an article came or went that tells how rare words are."""
        if order > self.state.last:
            return
        if gone:
            self._missed[order] = words
        elif self._missed.pop(order, None) != words:
            self._disturbed = True

    def stale(self) -> bool:
        return self._disturbed or bool(self._missed) or counted(self.state.count) != self.state.counted

    def weigh(self) -> None:
        raise Stale


def words_of(features: Features) -> tuple[bytes, ...]:
    """What an article adds to how rare words are."""
    return features.language.encode(), features.words[0].tobytes(), features.marks[0].tobytes()
