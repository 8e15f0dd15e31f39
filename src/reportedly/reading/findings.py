"""What a careful editor would want to be told about a reading: each finding names its claims and its spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import Any

from reportedly.lexicon import load
from reportedly.model import Attribution, Claim, Event, Finding, Quantity, Reading, Source, Span


@dataclass(frozen=True)
class Desk:
    """A reading with its records by id, as the tests below ask for them."""

    reading: Reading
    language: str
    #: Quotations that nobody is said to say.
    quotes: tuple[Span, ...]

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.reading.attributions}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        return {quantity.id: quantity for quantity in self.reading.quantities}

    @cached_property
    def messages(self) -> dict[str, Any]:
        return load("messages", self.language)

    def of(self, event: Event) -> list[Claim]:
        return [self.claims[key] for key in event.claims]

    def sources(self, claim: Claim) -> list[Source]:
        """Who stands behind a claim, outermost first."""
        found = (self.attributions[key].source for key in claim.attribution)
        return [source for source in found if source]

    def full_name(self, source: Source) -> str:
        """The source as it was first spoken of, else in the words of the claim's own sentence."""
        mentions = (m for e in self.reading.entities if e.id == source.entity for m in e.mentions)
        return next((mention.text for mention in mentions if mention.type != "pronoun"), source.text)

    def in_headline(self, claim: Claim) -> bool:
        headline = self.reading.document.headline
        return headline is not None and headline.start <= claim.anchor.start < headline.end


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
        names = list(dict.fromkeys(source.text for claim in body for source in desk.sources(claim)[:1]))
        sources = desk.messages["headline_sources"].format(sources=", ".join(names[:2])) if names else ""
        status = weakest(body).factuality.status
        told = "headline_attributed" if status in ("happened", "ongoing") and names else "headline_overstates"
        message = desk.messages[told].format(status=desk.messages["status"][status], sources=sources)
        spans = (titles[0].evidence, *(claim.evidence for claim in body))
        yield Finding("headline_overstates", tuple(each.id for each in (*titles, *body)), spans, message)


def weakest(claims: list[Claim]) -> Claim:
    """The claim that is told with the least certainty; the first of equals."""
    return min(claims, key=lambda claim: abs(claim.factuality.value))


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
        message = desk.messages["single_source"].format(source=desk.full_name(source))
        spans = (Span(source.start, source.end, source.text), *(claim.evidence for claim in claims))
        yield Finding("single_source", tuple(claim.id for claim in claims), spans, message)


#: Sources that are no secret without a name: a spokesperson speaks for a body, a document is known by what it is.
PUBLIC = ("document", "outlet", "spokesperson")


def unnamed(desk: Desk, claim: Claim) -> dict[str, Source]:
    """A claim's unnamed people by identity, outermost first; nobody where a named source stands with them."""
    people = [source for source in desk.sources(claim) if source.role not in ("document", "outlet")]
    if any(source.named or source.role in PUBLIC for source in people):
        return {}
    return {source.entity or source.text: source for source in people}


def contradictions(desk: Desk) -> Iterator[Finding]:
    """Two voices, one event: one affirms what another denies, or their amounts cannot both be right."""
    for event in desk.reading.events:
        for one, other in combinations(desk.of(event)[:20], 2):
            if desk.sources(one)[-1:] == desk.sources(other)[-1:]:
                continue
            message = opposite(desk, one, other) or differing(desk, one, other)
            if message:
                yield Finding("contradiction", (one.id, other.id), (one.evidence, other.evidence), message)
                break


def opposite(desk: Desk, one: Claim, other: Claim) -> str | None:
    if one.factuality.polarity == other.factuality.polarity:
        return None
    text: str = desk.messages["contradiction_polarity"].format(one=one.anchor.text)
    return text


def differing(desk: Desk, one: Claim, other: Claim) -> str | None:
    """Counts of the same thing that do not overlap."""
    for left in counts(desk, one):
        for right in counts(desk, other):
            same = left.of and right.of and left.of.text.casefold() == right.of.text.casefold()
            if same and not overlap(left, right):
                text: str = desk.messages["contradiction_amount"].format(
                    one=left.span.text, other=right.span.text
                )
                return text
    return None


def counts(desk: Desk, claim: Claim) -> list[Quantity]:
    return [q for key in claim.quantities if (q := desk.quantities[key]).dimension == "count"]


def overlap(one: Quantity, other: Quantity) -> bool:
    """Can both amounts be right? An open end reaches for ever; "about" stretches a tenth."""

    def ends(quantity: Quantity) -> tuple[float, float]:
        slack = 0.1 if quantity.approximate else 0.0
        low = quantity.low if quantity.low is not None else float("-inf")
        high = quantity.high if quantity.high is not None else float("inf")
        return low * (1 - slack), high * (1 + slack)

    (low, high), (other_low, other_high) = ends(one), ends(other)
    return low <= other_high and other_low <= high


def unattributed_quotes(desk: Desk) -> Iterator[Finding]:
    """Quoted speech to which the article gives no speaker."""
    for quote in desk.quotes:
        claims = (claim.id for claim in desk.reading.claims if quote.start <= claim.anchor.start < quote.end)
        yield Finding("unattributed_quote", tuple(claims), (quote,), desk.messages["unattributed_quote"])
