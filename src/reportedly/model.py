"""The frozen records that every room of the program speaks: articles in, readings out.

Offsets are half-open ``[start, end)`` counts of Unicode code points into ``Document.text``, and every
span repeats its own text. The names and their order are those of the reading format, version 1:
``to_dict`` writes it, ``from_dict`` reads it back exactly, and the JSON Schema is made from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

FORMAT = "reportedly.reading/1"

EntityKind = Literal[
    "country", "organization", "person", "group", "place", "weapon", "document", "outlet", "other"
]
MentionType = Literal["name", "nominal", "pronoun"]
Precision = Literal["exact", "city", "region", "country"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Dimension = Literal[
    "count",
    "money",
    "length",
    "mass",
    "percent",
    "duration",
    "speed",
    "area",
    "volume",
    "temperature",
    "ordinal",
    "other",
]
QuoteKind = Literal["direct", "indirect", "mixed"]
SourceRole = Literal["official", "spokesperson", "person", "organization", "outlet", "document", "group"]
Stance = Literal["neutral", "committed", "doubtful", "denying"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future"]
Status = Literal[
    "happened",
    "ongoing",
    "planned",
    "expected",
    "possible",
    "conditional",
    "denied",
    "did_not_happen",
    "unknown",
]
#: Statuses that say that it was not, or will not be.
AGAINST: tuple[Status, ...] = ("denied", "did_not_happen")
CueKind = Literal[
    "hedge",
    "modal",
    "conditional",
    "future",
    "negation",
    "attribution",
    "intention",
    "condition",
    "question",
]
FindingKind = Literal["headline_overstates", "single_source", "contradiction", "unattributed_quote"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article: ``document.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a reader is given. ``text`` is kept to the last space; the rest is the article's own metadata."""

    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    #: ISO 639-1; None lets the reader find out.
    language: str | None = None
    #: ISO 8601 date or date-time.
    published: str | None = None
    #: Whatever else came with the article.
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """The article as it was read: its metadata, its text and where its headline stands."""

    id: str | None
    url: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: str | None
    text: str
    sha256: str
    headline: Span | None
    extra: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, surrounding white space left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is spoken of."""

    start: int
    end: int
    text: str
    type: MentionType


@dataclass(frozen=True, slots=True)
class WeaponProperty:
    """What the article says of a weapon, as a name and the id of a quantity."""

    name: str
    quantity: str


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon as the article names it; ``category`` follows SIPRI's classes."""

    designation: str | None
    category: str | None
    properties: tuple[WeaponProperty, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees north and east, and how exactly they are known."""

    latitude: float
    longitude: float
    precision: Precision


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article speaks of, with all its mentions in order."""

    id: str
    name: str
    kind: EntityKind
    #: ISO 3166-1 alpha-3.
    country: str | None
    #: PLOVER's actor sector.
    sector: str | None
    weapon: Weapon | None
    place: Place | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression in TIMEX3's terms; ``earliest`` and ``latest`` are ISO dates or date-times."""

    id: str
    span: Span
    type: TimeType
    value: str | None
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as a range, in its own unit; an open end is None."""

    id: str
    span: Span
    low: float | None
    high: float | None
    unit: str | None
    dimension: Dimension
    approximate: bool
    of: Span | None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it. ``named`` is False for "two officials"; ``count`` is how many, where it is said."""

    start: int
    end: int
    text: str
    entity: str | None
    role: SourceRole
    named: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute, and how far they commit to what they pass on."""

    start: int
    end: int
    text: str
    lemma: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content; ``within`` is the attribution that this one is nested in or passed on by."""

    id: str
    kind: QuoteKind
    source: Source | None
    cue: Cue | None
    content: tuple[Span, ...]
    addressee: Span | None
    within: str | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The word or words that name an act."""

    start: int
    end: int
    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Role:
    """A filler of a role."""

    start: int
    end: int
    text: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does it, to whom, with what and where."""

    actors: tuple[Role, ...] = ()
    recipients: tuple[Role, ...] = ()
    objects: tuple[Role, ...] = ()
    locations: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class FactCue:
    """A word that decided a verdict, and how."""

    start: int
    end: int
    text: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class Factuality:
    """How sure the voice nearest to the fact is; ``value`` is FactBank's scale from -3 to 3, in half steps."""

    certainty: Certainty
    polarity: Polarity
    tense: Tense
    value: float
    status: Status
    cues: tuple[FactCue, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One act, as one sentence gives it, on one source's word. Times, quantities and attributions are ids."""

    id: str
    anchor: Anchor
    type: EventType | None
    mode: str | None
    contexts: tuple[str, ...]
    act: str | None
    plover: EventType | None
    cameo: str | None
    roles: Roles
    time: str | None
    quantities: tuple[str, ...]
    factuality: Factuality
    attribution: tuple[str, ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Claims that speak of the same happening; actors and recipients are entity ids."""

    id: str
    claims: tuple[str, ...]
    type: EventType | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a careful editor would want to be told."""

    kind: FindingKind
    claims: tuple[str, ...]
    spans: tuple[Span, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What the reader could not understand, and where; ``start`` and ``end`` are None for the whole article."""

    stage: str
    message: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one article."""

    format: Literal["reportedly.reading/1"]
    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]

    def to_dict(self) -> dict[str, Any]:
        """The reading in the words of the reading format: plain dicts, lists, strings and numbers."""
        from reportedly.contract import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """The reading that ``to_dict`` wrote.

        :raises ContractError: naming the place and what was expected there.
        """
        from reportedly.contract import from_dict

        return from_dict(data)
