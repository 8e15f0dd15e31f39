"""What the steps of the entity pipe hand on: a stretch of tokens with what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import EntityKind, MentionType, Place, Weapon
from reportedly.pipes.draft import Mentioned
from reportedly.pipes.entities.entries import Entry, Role
from reportedly.pipes.entities.gazetteer import Hit
from reportedly.pipes.tokens import Doc, Span


@dataclass(slots=True)
class Part:
    """A name, noun or phrase: tokens ``[start, end)``; ``noun`` are those of the gazetteer's form."""

    start: int
    end: int
    head: int
    role: Role
    kind: EntityKind
    type: MentionType
    name: str
    country: str | None = None
    sector: str | None = None
    key: str | None = None
    plural: bool = False
    weapon: Weapon | None = None
    place: Place | None = None
    entry: Entry | None = None
    noun: tuple[int, int] = (0, 0)
    #: Taken up by a larger phrase: no mention of its own.
    absorbed: bool = False
    #: Its phrase is built.
    grown: bool = False
    #: Sector and country come from the phrase itself, not from what it is about.
    settled: bool = False
    #: The phrase whose noun (and so sector) this party shares.
    leader: Part | None = None

    def mentioned(self) -> Mentioned:
        """The part as the draft has it."""
        return Mentioned(
            start=self.start,
            end=self.end,
            head=self.head,
            type=self.type,
            kind=self.kind,
            name=self.name,
            country=self.country,
            sector=self.sector,
            weapon=self.weapon,
            place=self.place if self.kind in {"country", "place"} else None,
            key=self.key,
            plural=self.plural,
        )


def head_of(span: Span, *, last: bool = False) -> int:
    """The token of a span that hangs from outside it; of several the first noun, else the first (or last)."""
    tops = [
        token
        for token in span
        if token.head.i < span.start or token.head.i >= span.end or token.head == token
    ]
    nouns = [token for token in tops if token.pos_ in {"NOUN", "PROPN"}]
    found = nouns or [token for token in tops if token.pos_ not in {"DET", "ADP", "PUNCT"}] or list(span)
    return found[-1 if last else 0].i


def named(doc: Doc, hit: Hit) -> str:
    """The text of a hit on one line, without what belongs to its tokens only."""
    span = doc.span(hit.start, hit.end)
    return " ".join(span.text[hit.first - span.start_char : hit.last - span.start_char].split())
