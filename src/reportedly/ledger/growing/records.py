"""What is kept of an article between one corroboration and the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec
import numpy as np

from reportedly.corroborate.credits import Credit
from reportedly.corroborate.model import Link
from reportedly.corroborate.passages import Shared, Words, fingerprints
from reportedly.corroborate.traits import Features


@dataclass(frozen=True, slots=True)
class Look:
    """What an article is looked for and compared by; arrays are bytes of little-endian numbers."""

    outlet: str | None
    published: str
    told_in: str | None
    language: str
    agency: str | None
    credits: list[Credit]
    words: bytes
    stems: bytes
    counts: bytes
    marks: bytes
    mark_counts: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an article: where it is told, the story that it is in, and what it is to others."""

    claim: str
    start: int
    main: bool
    story: int
    #: Whether the story holds others.
    several: bool
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article is to others: of each kind what `Lineage` and `Groups` know of it."""

    at: str
    events: list[Told]
    reuses: dict[str, tuple[Shared, ...]] = field(default_factory=dict)
    retold: dict[str, float] = field(default_factory=dict)
    derived: Link | None = None
    debts: list[Link] = field(default_factory=list)
    siblings: tuple[str, ...] = ()
    home: str = ""
    joined: list[str] = field(default_factory=list)
    children: list[str] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)
    near: dict[str, float] = field(default_factory=dict)
    #: The number of its headline's story, 0 where it has none but itself.
    headline: int = 0


_PACK = msgspec.msgpack.Encoder()
_LOOK = msgspec.msgpack.Decoder(Look)
_STANDING = msgspec.msgpack.Decoder(Standing)


def packed(record: object) -> bytes:
    """A record as MessagePack."""
    return _PACK.encode(record)


def look_of(lasting: dict[str, Any], features: Features) -> Look:
    """What is kept to compare an article by."""
    told = ("outlet", "published", "told_in", "language", "agency", "credits")
    arrays = (lasting["words"].hashes, *features.words, *features.marks)
    return Look(*(lasting[name] for name in told), *(each.tobytes() for each in arrays))


def lasting_of(body: bytes) -> tuple[dict[str, object], Look]:
    """What a shelf keeps of an article, and all of it."""
    look = _LOOK.decode(body)
    try:
        day = date.fromisoformat(look.published[:10])
    except ValueError:
        day = None
    known: dict[str, object] = {
        name: getattr(look, name)
        for name in ("agency", "credits", "language", "outlet", "published", "told_in")
    }
    return {**known, "day": day, "words": Words(np.frombuffer(look.words, np.uint32))}, look


def features_in(article: str, look: Look) -> Features:
    """What an article is looked for by, not weighed yet."""
    return Features(
        article,
        look.language,
        (look.published or "~", article),
        fingerprints(Words(np.frombuffer(look.words, np.uint32))),
        (np.frombuffer(look.stems, np.uint32), np.frombuffer(look.counts, np.uint8)),
        (np.frombuffer(look.marks, np.uint32), np.frombuffer(look.mark_counts, np.uint8)),
    )


def standing_in(body: bytes) -> Standing:
    """What an article is to others."""
    return _STANDING.decode(body)
