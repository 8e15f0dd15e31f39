"""What a careful editor would want to be told about a reading: each finding names its claims and its spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.model import Claim, Finding, Reading, Source, Span
from reportedly.reading.contradictions import contradictions
from reportedly.reading.desk import Desk

#: Most sources that a message names.
NAMED = 2


def find(reading: Reading, language: str, quotes: tuple[Span, ...] = ()) -> Reading:
    """The reading with its findings, the most important first.

    :param language: of the messages.
    :param quotes: the quotations that nobody is said to say.
    """
    desk = Desk(reading, language, quotes)
    found = [
        *headline_overstates(desk),
        *single_source(desk),
        *contradictions(desk),
        *unattributed_quotes(desk),
    ]
    return replace(reading, findings=tuple(found))


def asserted(claim: Claim) -> bool:
    """Does the article say it in its own voice, without a doubt, and not that it isn't so?"""
    fact = claim.factuality
    return not claim.attribution and fact.certainty == "certain" and fact.polarity == "positive"


def headline_overstates(desk: Desk) -> Iterator[Finding]:
    """The headline asserts what the body only attributes or hedges."""
    for event in desk.reading.events:
        claims = desk.of(event)
        titles = [claim for claim in claims if desk.in_headline(claim) and asserted(claim)]
        body = [claim for claim in claims if not desk.in_headline(claim)]
        if not titles or not body or any(asserted(claim) for claim in body):
            continue
        spans = (titles[0].evidence, *(claim.evidence for claim in body))
        keys = tuple(each.id for each in (*titles, *body))
        yield Finding("headline_overstates", keys, spans, overstated(desk, titles[0], body))


def overstated(desk: Desk, title: Claim, body: list[Claim]) -> str:
    """What the body gives instead, in words: at its surest, for the headline says more than even that."""
    sure = max(value(claim) for claim in body)
    best = [claim for claim in body if value(claim) == sure]
    names = (desk.full_name(source) for claim in best for source in desk.sources(claim)[:1])
    distinct = list(dict.fromkeys(names))[:NAMED]
    messages, fact = desk.messages, best[0].factuality
    sources = messages["headline_sources"].format(sources=desk.joined(distinct)) if distinct else ""
    if distinct and fact.certainty == "certain" and fact.polarity == "positive":
        told: str = messages["headline_attributed"]
        return told.format(sources=sources)
    same = fact.status == title.factuality.status or fact.status in ("happened", "ongoing")
    status = messages["certainty" if same else "status"][fact.certainty if same else fact.status]
    doubted: str = messages["headline_overstates"]
    return doubted.format(status=status, sources=sources)


def value(claim: Claim) -> float:
    return claim.factuality.value


def single_source(desk: Desk) -> Iterator[Finding]:
    """All attributed claims of an event go back to one unnamed source, and the article itself vouches for none.

    One finding for each source, with all the events that rest on it alone.
    """
    resting: dict[str, tuple[Source, list[Claim]]] = {}
    for event in desk.reading.events:
        claims = [claim for claim in desk.of(event) if not desk.in_headline(claim)]
        attributed = [claim for claim in claims if desk.sources(claim)]
        if not attributed or any(asserted(claim) for claim in claims):
            continue
        shared = set.intersection(*(set(unnamed(desk, claim)) for claim in attributed))
        first = next((key for key in unnamed(desk, attributed[0]) if key in shared), None)
        if first is not None:
            resting.setdefault(first, (unnamed(desk, attributed[0])[first], []))[1].extend(attributed)
    for source, claims in resting.values():
        told = "several_sources" if desk.several(source) else "single_source"
        message = desk.messages[told].format(source=desk.full_name(source))
        spans = (Span(source.start, source.end, source.text), *(claim.evidence for claim in claims))
        yield Finding("single_source", tuple(claim.id for claim in claims), spans, message)


def unnamed(desk: Desk, claim: Claim) -> dict[str, Source]:
    """A claim's unnamed people by identity, outermost first; nobody where somebody who is known stands with them."""
    people = [source for source in desk.sources(claim) if source.role not in ("document", "outlet")]
    if not all(desk.withheld(source) for source in people):
        return {}
    return {source.entity or source.text.casefold(): source for source in people}


def unattributed_quotes(desk: Desk) -> Iterator[Finding]:
    """Quoted speech to which the article gives no speaker."""
    for quote in desk.quotes:
        claims = (claim.id for claim in desk.reading.claims if quote.start <= claim.anchor.start < quote.end)
        yield Finding("unattributed_quote", tuple(claims), (quote,), desk.messages["unattributed_quote"])
