"""The index of a ledger's stories: articles come and go, and what is not asked for stays in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportedly.corroborate.index import Index
from reportedly.corroborate.judgements import Bound, Judged, alone, components, wrong
from reportedly.corroborate.nodes import Node
from reportedly.corroborate.shelf import Held, Shelf
from reportedly.corroborate.texts import Text
from reportedly.corroborate.traits import features_of
from reportedly.ledger.growing.cabinet import Cabinet
from reportedly.ledger.growing.near import KeptNearness
from reportedly.ledger.growing.readings import reading_of
from reportedly.ledger.growing.state import Stale, State
from reportedly.model import Reading


class KeptShelf(Shelf):
    """Articles whose readings the ledger has."""

    def __init__(self, connection: sqlite3.Connection, nearness: KeptNearness) -> None:
        super().__init__(every=False)
        self._connection = connection
        #: Articles whose readings in the ledger are not those that are known here.
        self.moved: set[str] = set()
        self._lasting: Any = nearness.lasting

    def keep_places(self, cabinet: Cabinet) -> None:
        """Let the places of events be fetched with all else."""
        self._places = cabinet.places

    def nodes(self, article: str) -> Sequence[Node]:
        # What it is to others is found when its new reading is put in the old one's place.
        return () if article in self.moved else super().nodes(article)

    def put(self, article: str, reading: Reading) -> Text:
        self.moved.discard(article)
        return super().put(article, reading)

    def _put_away(self, article: str, held: Held) -> None:
        """Nothing need be written: the ledger has it."""

    def _fetch(self, article: str) -> Reading:
        found = reading_of(self._connection, article)
        if found is None:
            # Its reading went and came back otherwise: what is known of it is of another one.
            raise Stale
        return found


class KeptIndex(Index):
    """The index of a ledger, as far as it is asked.

    :raises Stale: by whatever is asked, where all must be compared anew.
    """

    def __init__(self, connection: sqlite3.Connection, state: State) -> None:
        self._binding, self._ready = False, False
        super().__init__()
        self.state, self._ready = state, True
        self.nearness: KeptNearness = KeptNearness(connection, state)
        self.compared.nearness = self.nearness
        self.shelf: KeptShelf = KeptShelf(connection, self.nearness)
        self.lineage._shelf = self.shelf
        self.cabinet = Cabinet(connection, self.lineage, self.groups)
        self.shelf.keep_places(self.cabinet)
        self.judged = list(state.judged)
        self.shelf.alone, self.shelf.out = alone(self.judged), wrong(self.judged)
        together = frozenset(state.together)
        self.compared.bound = Bound(frozenset(state.apart), together, components(together))
        self.groups.bind(self.compared.bound)
        self.groups._unsettled.clear()

    def __len__(self) -> int:
        return self.state.count

    def take(self, readings: Mapping[str, Reading | None]) -> None:
        """Articles as they are now, by their ids; None of one that has no reading any more."""
        self.shelf.moved.update(readings)
        for article in readings:
            self._leave(article)
            self.shelf.drop(article)
        there = {article: reading for article, reading in readings.items() if reading is not None}
        for article, reading in there.items():
            self.nearness.put(features_of(self.shelf.put(article, reading)))
        self._settle(there)

    def judge(self, judgements: Iterable[Judged]) -> None:
        if self._ready:
            self._binding = True
            super().judge(judgements)

    def _settle(self, came: Iterable[str]) -> None:
        new = list(came)
        if self.nearness.stale():
            raise Stale
        self._changes.articles.update(new)
        for article in new:
            self._enter(article)
        self._binding = True
        self._bind()
        self._gather()

    def _bind(self) -> None:
        if self._binding and (self.judged or self.state.judged):
            super()._bind()
            self.state.apart = sorted(self.compared.bound.apart)
            self.state.together = sorted(self.compared.bound.together)
        self._binding = False
