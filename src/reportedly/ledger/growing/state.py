"""What holds for all articles that the stories know: what their words tell, what people judged, how many they are."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from reportedly.corroborate.judgements import Judged
from reportedly.corroborate.rarity import Shares, Tally, Weights
from reportedly.ledger.fingerprint import fingerprint

#: Names of rows.
STATE, TALLIES = "state", "tallies"


class Stale(Exception):  # noqa: N818  # no error: it says that all is to be compared anew
    """What is kept is of no more use."""


@dataclass(slots=True)
class State:
    """What is kept beside the articles."""

    program: str
    count: int
    #: The articles that tell how rare words are: so many, the earliest, the last of them in this place.
    counted: int
    last: tuple[str, str]
    slots: int
    #: The last number of a story.
    numbers: int
    judged: list[Judged]
    apart: list[tuple[str, str]]
    together: list[tuple[str, str]]

    def new_number(self) -> int:
        """The next number of a story."""
        self.numbers += 1
        return self.numbers

    def new_slot(self) -> int:
        """The next slot."""
        self.slots += 1
        return self.slots - 1


@dataclass(frozen=True, slots=True)
class Counts:
    """What words tell as it is kept: arrays as bytes of little-endian numbers."""

    common: bytes
    shares: bytes
    words: bytes
    counts: bytes
    texts: int

    def weights(self) -> Weights:
        shares = Shares(np.frombuffer(self.common, np.uint32), np.frombuffer(self.shares, np.float64))
        tally = Tally(np.frombuffer(self.words, np.uint32), np.frombuffer(self.counts, np.int64), self.texts)
        return Weights(shares, tally)


def counts_of(weights: Weights) -> Counts:
    """What words tell, to be kept."""
    shares, tally = weights.shares, weights.tally
    return Counts(
        shares.words.tobytes(),
        shares.values.tobytes(),
        tally.words.tobytes(),
        tally.counts.tobytes(),
        tally.texts,
    )


@cache
def program() -> str:
    """What comparing depends on besides the articles: the program and what it knows."""
    digest = hashlib.sha256(fingerprint().encode())
    for package in ("corroborate", "ledger.growing"):
        for each in sorted(files(f"reportedly.{package}").iterdir(), key=lambda one: one.name):
            if each.name.endswith(".py"):
                digest.update(each.read_bytes())
    return digest.hexdigest()


def load(connection: sqlite3.Connection) -> State:
    """What was kept.

    :raises Stale: where nothing was, or by another program.
    """
    row = connection.execute("SELECT body FROM index_state WHERE name = ?", (STATE,)).fetchone()
    if row is None:
        raise Stale
    state = msgspec.msgpack.decode(row[0], type=State)
    if state.program != program():
        raise Stale
    return state


def save(connection: sqlite3.Connection, state: State) -> None:
    _put(connection, STATE, state)


def weights(connection: sqlite3.Connection) -> dict[str, Weights]:
    """What words tell, by language; under no language what outlives translation."""
    row = connection.execute("SELECT body FROM index_state WHERE name = ?", (TALLIES,)).fetchone()
    kept = msgspec.msgpack.decode(row[0], type=dict[str, Counts])
    return {language: one.weights() for language, one in kept.items()}


def save_weights(connection: sqlite3.Connection, weights: Mapping[str, Weights]) -> None:
    """Keep what words tell."""
    _put(connection, TALLIES, {language: counts_of(one) for language, one in weights.items()})


def _put(connection: sqlite3.Connection, name: str, record: object) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO index_state VALUES (?, ?)", (name, msgspec.msgpack.encode(record))
    )
