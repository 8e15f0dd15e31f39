"""A reading's claims as cards: each by itself, in the order of the text, in words."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.explain import explain
from reportedly.model import Certainty, Claim, Polarity, Reading
from reportedly.show.chain import hops_of, voice
from reportedly.show.digest import reasons, rows_of
from reportedly.show.index import Index
from reportedly.show.words import Words


@dataclass(frozen=True, slots=True)
class Card:
    """One claim in words."""

    #: Its place among the cards, from 1.
    number: int
    #: Its id in the reading.
    local: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    act: str
    #: PLOVER's type, and what the codebook makes of it where that differs.
    codes: tuple[str, ...]
    status: str
    certainty: Certainty
    polarity: Polarity
    #: -3 … +3.
    value: float
    #: Label key and values: what, how many, where, when.
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    #: The chain of sources, the one nearest to the reader first.
    hops: tuple[str, ...]
    #: Whether somebody besides the article says so.
    reported: bool
    cues: tuple[str, ...]
    #: The way from the cues to the verdict, a sentence a step.
    steps: tuple[str, ...]
    #: Other claims of the same event, by their ids in the reading.
    alike: tuple[str, ...]
    #: Kinds of findings on it.
    findings: tuple[str, ...]
    claim: Claim


def cards_of(reading: Reading, words: Words) -> list[Card]:
    """A card for each claim, in the order in which the text makes them."""
    index = Index(reading)
    alike = {
        claim.id: tuple(other.id for other in group if other.id != claim.id)
        for group in index.events_of_claims()
        for claim in group
    }
    order = sorted(reading.claims, key=lambda claim: (claim.anchor.start, claim.anchor.end))
    return [
        card_of(claim, index, words, number=number, alike=alike[claim.id])
        for number, claim in enumerate(order, 1)
    ]


def card_of(
    claim: Claim, index: Index, words: Words, *, number: int = 1, alike: tuple[str, ...] = ()
) -> Card:
    """One claim's card."""
    fact, roles = claim.factuality, claim.roles
    hops = tuple(hops_of(claim, index, words))
    found = (index.reading.findings[place].kind for place in index.findings_on.get(claim.id, []))
    return Card(
        number=number,
        local=claim.id,
        who=tuple(index.names(roles.actors)),
        whom=tuple(index.names(roles.recipients)),
        act=words.act(claim),
        codes=tuple(dict.fromkeys(filter(None, (claim.type, claim.plover)))),
        status=words.status(claim, reported=bool(claim.attribution)),
        certainty=fact.certainty,
        polarity=fact.polarity,
        value=float(fact.value),
        rows=tuple((key, values) for key, values in rows_of((claim,), index, words) if values),
        hops=hops or (voice(claim, index, words),),
        reported=bool(hops),
        cues=tuple(reasons(claim, words)),
        steps=tuple(explain(claim, words.language)),
        alike=alike,
        findings=tuple(dict.fromkeys(found)),
        claim=claim,
    )
