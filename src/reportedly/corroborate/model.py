"""The records of the stories format, version 1: which claims are one event, which articles share one origin."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from reportedly.model import Certainty, CueKind, EventType, Polarity, Status

FORMAT = "reportedly.stories/1"

LinkKind = Literal["copy", "excerpt", "rewrite", "quotes", "cites"]
DirectionBy = Literal["time", "credit", "citation", "containment", "unknown"]
OriginKind = Literal["agency", "outlet", "official", "document", "witness", "unnamed", "party"]
Field = Literal["amount", "date", "place", "polarity"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts; offsets are code points, ``other`` those of the older text."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Link:
    """One article's debt to another, or to ``{"agency": name}``, ``{"outlet": name}``, ``{"document": name}``."""

    to: str | dict[str, str]
    kind: LinkKind
    passages: tuple[Passage, ...]
    direction_by: DirectionBy
    #: The share of the words of this article that it has from there, 0 to 1.
    score: float


@dataclass(frozen=True, slots=True)
class ReasonSpan:
    """Words of an article that a reason rests on."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that spoke, how much it weighs, and what it saw, in words fit for a person."""

    rule: str
    weight: float
    detail: str
    spans: tuple[ReasonSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of information enters the set."""

    id: str
    kind: OriginKind
    label: str
    articles: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """An article of the set."""

    id: str
    outlet: str | None
    published: str | None
    language: str | None
    origins: tuple[str, ...]
    derived_from: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """A claim, by its article's id and its own."""

    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class Step:
    """What an article made of an event, in order of publication."""

    at: str | None
    status: Status
    certainty: Certainty
    polarity: Polarity
    by: ClaimRef
    origin: str | None


@dataclass(frozen=True, slots=True)
class DisputeValue:
    """One of several values, and who gives it."""

    value: str
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values of one field that cannot all be true."""

    field: Field
    values: tuple[DisputeValue, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """An independent origin of an event: on whose word it rests, and which claims do."""

    kind: OriginKind
    #: In words: ``two officials (AFP)``; None where no article says whose word it is.
    label: str | None
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One happening as all articles tell it."""

    id: str
    type: EventType | None
    act: str | None
    title: str
    claims: tuple[ClaimRef, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    objects: tuple[str, ...]
    #: Earliest and latest day that the act is put on, where any is.
    time: tuple[str, str] | None
    places: tuple[str, ...]
    origins: tuple[str, ...]
    independent_origins: int
    status: Status
    history: tuple[Step, ...]
    disputes: tuple[Dispute, ...]
    #: Why these claims are one event.
    reasons: tuple[Reason, ...]
    #: The independent origins, as many as are counted, in the order in which they were first told.
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class DriftCue:
    """A cue that a retelling lost or gained."""

    text: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Drift:
    """How much more (positive) or less certain an event became from one telling to the next."""

    event: str | None
    from_: ClaimRef
    to: ClaimRef
    change: float
    lost: tuple[DriftCue, ...]
    gained: tuple[DriftCue, ...]


@dataclass(frozen=True, slots=True)
class JudgementNote:
    """What a person judged, as far as it bears on these articles."""

    left: str
    right: str | None
    verdict: str
    by: str
    at: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Stories:
    """What `corroborate` finds in a set of articles."""

    articles: tuple[StoryArticle, ...]
    origins: tuple[Origin, ...]
    events: tuple[StoryEvent, ...]
    drift: tuple[Drift, ...]
    judgements: tuple[JudgementNote, ...] = ()
    format: str = field(default=FORMAT)

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts and lists in the words of the stories format."""
        import msgspec

        data: dict[str, Any] = msgspec.to_builtins(self)
        for drift in data["drift"]:
            drift["from"] = drift.pop("from_")
        return {"format": data.pop("format"), **data}
