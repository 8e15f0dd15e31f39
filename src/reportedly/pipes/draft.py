"""What the pipes tell one another about a document before it becomes a frozen reading.

Positions here are **token** indices into the spaCy ``Doc``, half-open; times and quantities, whose finders
work on bare text, are already in code points. ``draft_of(doc)`` gives a document's draft, making one at need,
so that each pipe runs alone in anybody's pipeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportedly.model import (
    Certainty,
    CueKind,
    EntityKind,
    EventType,
    MentionType,
    Place,
    Polarity,
    Problem,
    Quantity,
    QuoteKind,
    SourceRole,
    Stance,
    Status,
    Tense,
    Time,
    Weapon,
)
from reportedly.pipes.plain import AnyDoc
from reportedly.pipes.tokens import Doc, Span
from reportedly.pipes.words import tables_of

KEY = "reportedly"

#: What a cue attributes: chains of sources are made of all but attitudes and intentions.
CueSort = Literal["report", "belief", "knowledge", "attitude", "intention"]

#: Longest sentence, in tokens, that is read: past this it is a table or noise, and walks over it would not be linear.
LONGEST = 600


@dataclass(slots=True)
class Mentioned:
    """A mention: tokens ``[start, end)`` with the syntactic ``head`` among them.

    ``key`` is the identity that a gazetteer gives ("country:RUS", "outlet:reuters", "weapon:fath-360"):
    mentions of one key are one entity. ``entity`` is the index into ``Draft.entities``, set by coreference.
    """

    start: int
    end: int
    head: int
    type: MentionType
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    weapon: Weapon | None = None
    place: Place | None = None
    key: str | None = None
    plural: bool = False
    entity: int | None = None


@dataclass(slots=True)
class EntityDraft:
    """Mentions of one entity, in order of place."""

    name: str
    kind: EntityKind
    country: str | None
    sector: str | None
    weapon: Weapon | None
    place: Place | None
    mentions: list[Mentioned]


@dataclass(slots=True)
class Argument:
    """A phrase that a predicate governs.

    ``slot``: ``subject`` (who does it, after voice, control and raising are undone), ``object`` (what it is done to),
    ``indirect`` (à/to/dative), ``oblique`` (with ``case``, the lemma of its preposition), ``clause`` (the head of
    a complement clause) or ``modifier`` (an adjective such as "russe" on an act's noun).
    """

    slot: str
    head: int
    start: int
    end: int
    case: str | None = None


@dataclass(slots=True)
class Predicate:
    """A word that names an act, state or happening, with its arguments; ``head`` is the content word.

    ``anchor`` are the tokens that name the act (with a support verb, the verb group); ``light`` is the support
    verb's token. ``voice`` is ``active``, ``passive`` or ``reflexive``.
    """

    head: int
    anchor: tuple[int, int]
    lemma: str
    pos: str
    voice: str = "active"
    light: int | None = None
    arguments: list[Argument] = field(default_factory=list)
    #: The verb that a clause leaves out: then ``head`` is the word that joins the clause, "and Oslo the reprisals".
    elided: int | None = None
    #: The word by which whoever does it is only suspected of it: "accused of the murder".
    suspicion: int | None = None

    @property
    def seat(self) -> int:
        """The token by whose surroundings the act is judged."""
        return self.head if self.elided is None else self.elided


@dataclass(slots=True)
class Filler:
    """A role's filler: tokens ``[start, end)``, with its head."""

    start: int
    end: int
    head: int
    entity: int | None = None


@dataclass(slots=True)
class ClaimDraft:
    """A predicate with its code; ``type`` None means outside the ontology."""

    predicate: Predicate
    type: EventType | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    act: str | None = None
    cameo: str | None = None
    #: Those in power have decided on it, which the codebook takes as done.
    decided: bool = False
    actors: list[Filler] = field(default_factory=list)
    recipients: list[Filler] = field(default_factory=list)
    objects: list[Filler] = field(default_factory=list)
    locations: list[Filler] = field(default_factory=list)
    verdict: Verdict | None = None

    @property
    def named(self) -> bool:
        """Whether the ontology, or a user's own, has a name for the act."""
        return self.type is not None or self.act is not None

    #: From the outermost voice to the innermost.
    attribution: list[AttributionDraft] = field(default_factory=list)


@dataclass(slots=True)
class SourceDraft:
    """Who says it: tokens ``[start, end)``; ``entity`` is set by coreference."""

    start: int
    end: int
    head: int
    role: SourceRole
    named: bool
    count: int | None = None
    entity: int | None = None


@dataclass(slots=True)
class CueDraft:
    """The words that attribute, tokens ``[start, end)``."""

    start: int
    end: int
    lemma: str
    stance: Stance = "neutral"
    sort: CueSort = "report"


@dataclass(slots=True, eq=False)
class AttributionDraft:
    """Source, cue and content as tokens; compared by identity, since ``within`` points at another."""

    kind: QuoteKind
    source: SourceDraft | None
    cue: CueDraft | None
    content: list[tuple[int, int]]
    addressee: tuple[int, int] | None = None
    within: AttributionDraft | None = None


@dataclass(slots=True)
class VerdictCue:
    """A word or two that decided a verdict, tokens ``[start, end)``."""

    start: int
    end: int
    kind: CueKind


@dataclass(slots=True)
class Verdict:
    """A factuality verdict with its reasons."""

    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    tense: Tense = "present"
    status: Status = "ongoing"
    value: float = 3.0
    cues: list[VerdictCue] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Everything found so far in one document."""

    language: str
    published: str | None = None
    outlet: str | None = None
    byline: str | None = None
    #: Whether claims outside the ontology are asked for; without, nothing is found out that only they need.
    every: bool = True
    #: Tokens of the headline.
    headline: tuple[int, int] | None = None
    #: Token ranges set aside, e.g. paragraphs in another language: no pipe looks there.
    skipped: list[tuple[int, int]] = field(default_factory=list)
    #: Hedges of the other language, found before parsing (token index).
    foreign_hedges: list[int] = field(default_factory=list)
    mentions: list[Mentioned] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    #: What a copula says of its subject: told like acts, but of no type.
    states: list[Predicate] = field(default_factory=list)
    attributions: list[AttributionDraft] = field(default_factory=list)
    #: Quotations that nobody is said to say, with their marks: no scare quotes, titles or names.
    quotes: list[tuple[int, int]] = field(default_factory=list)
    claims: list[ClaimDraft] = field(default_factory=list)
    entities: list[EntityDraft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def draft_of(doc: AnyDoc) -> Draft:
    """The document's draft, made on first use with the language of the document's vocabulary."""
    draft = doc.user_data.get(KEY)
    if not isinstance(draft, Draft):
        draft = Draft(language=doc.vocab.lang or doc.lang_)
        doc.user_data[KEY] = draft
    return draft


def live_sentences(doc: Doc) -> Iterator[Span]:
    """The sentences that are to be read: not white space alone, not too long, not in ``Draft.skipped``."""
    skipped = tuple(draft_of(doc).skipped)
    live = tables_of(doc).live
    if skipped not in live:
        live[skipped] = tuple(_live(doc, skipped))
    return iter(live[skipped])


def _live(doc: Doc, skipped: tuple[tuple[int, int], ...]) -> Iterator[Span]:
    for sent in doc.sents:
        if len(sent) > LONGEST or any(start < sent.end and sent.start < end for start, end in skipped):
            continue
        if not sent.text.isspace():
            yield sent
