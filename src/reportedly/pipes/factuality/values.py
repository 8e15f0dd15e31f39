"""What a verdict comes to on FactBank's scale from -3 to 3 (Saurí and Pustejovsky, 2009), finer than its certainty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Certainty, CueKind, Polarity, Status, Tense


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what it asks for (None: anything), and its value without a sign."""

    value: float
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    tense: Tense | None = None
    status: Status | None = None
    cue: CueKind | None = None


@cache
def rows() -> tuple[Row, ...]:
    """The table, first row first."""
    return tuple(Row(**row) for row in load("factuality_values", "ontology")["rows"])


def value_of(
    certainty: Certainty, polarity: Polarity, tense: Tense, status: Status, cues: Iterable[CueKind]
) -> float:
    """The value of the first row that fits, below zero where the act does not take place."""
    return _value(certainty, polarity, tense, status, frozenset(cues))


@cache
def _value(
    certainty: Certainty, polarity: Polarity, tense: Tense, status: Status, kinds: frozenset[CueKind]
) -> float:
    told = (certainty, polarity, tense, status)
    for row in rows():
        asked = (row.certainty, row.polarity, row.tense, row.status)
        fits = all(want is None or want == given for want, given in zip(asked, told, strict=True))
        if fits and (row.cue is None or row.cue in kinds):
            return float(-row.value if polarity == "negative" and row.value else row.value)
    return 0.0
