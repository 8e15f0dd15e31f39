"""Two voices on one event that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportedly.model import AGAINST, Claim, Finding, Quantity, Role
from reportedly.reading.desk import Desk

#: What a claim of this status says is so; what is only planned or possible is contradicted by nobody.
AFFIRMED = ("happened", "ongoing", "expected")
#: Claims of an event that are held against each other.
MOST = 20


def contradictions(desk: Desk) -> Iterator[Finding]:
    """One affirms what another denies, or their amounts cannot both be right: one finding for each event."""
    for event in desk.reading.events:
        # Voices come before the article's own words, and those before the headline, which only repeats them.
        claims = sorted(
            desk.of(event)[:MOST], key=lambda claim: (desk.in_headline(claim), not claim.attribution)
        )
        for one, other in combinations(claims, 2):
            if desk.voice(one) == desk.voice(other):
                continue
            message = opposite(desk, one, other) or differing(desk, one, other)
            if message:
                pair = sorted((one, other), key=lambda claim: claim.anchor.start)
                spans = tuple(claim.evidence for claim in pair)
                yield Finding("contradiction", tuple(claim.id for claim in pair), spans, message)
                break


def opposite(desk: Desk, one: Claim, other: Claim) -> str | None:
    """What one voice says is so and another says is not, in words."""
    yes, no = (one, other) if one.factuality.polarity == "positive" else (other, one)
    if not affirms(yes) or not denies(no) or not same_act(desk, yes, no):
        return None
    message: str = desk.messages["contradiction_polarity"]
    return message.format(word=yes.anchor.text, one=desk.voice_name(yes), other=desk.voice_name(no))


def affirms(claim: Claim) -> bool:
    fact = claim.factuality
    return (
        fact.polarity == "positive" and fact.status in AFFIRMED and fact.certainty in ("certain", "probable")
    )


def denies(claim: Claim) -> bool:
    fact = claim.factuality
    return fact.polarity == "negative" and fact.status in AGAINST and fact.certainty == "certain"


def same_act(desk: Desk, one: Claim, other: Claim) -> bool:
    """Whether two claims are about one act between the same parties, as far as they tell."""
    named = one.act == other.act if one.act or other.act else one.anchor.lemma == other.anchor.lemma
    return named and not apart(desk, one.roles.recipients, other.roles.recipients)


def apart(desk: Desk, one: tuple[Role, ...], other: tuple[Role, ...]) -> bool:
    """Whether both sides have names, and nobody is on both: "any armed group" may hold anybody."""
    left, right = (set(desk.named(side)) for side in (one, other))
    return bool(left and right) and not left & right


def differing(desk: Desk, one: Claim, other: Claim) -> str | None:
    """Counts of the same thing that do not overlap, in words."""
    if not affirms(one) or not affirms(other) or not same_act(desk, one, other):
        return None
    for left in counts(desk, one):
        for right in counts(desk, other):
            same = left.of and right.of and left.of.text.casefold() == right.of.text.casefold()
            if same and not overlap(left, right):
                message: str = desk.messages["contradiction_amount"]
                voices = {"first": desk.voice_name(one), "second": desk.voice_name(other)}
                return message.format(one=left.span.text, other=right.span.text, **voices)
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
