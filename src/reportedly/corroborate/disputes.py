"""What accounts of one event contradict each other on: kept side by side with who says which, never averaged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.corroborate.amounts import COMPARED, apart, thing_of
from reportedly.corroborate.model import ClaimRef, Dispute, DisputeValue, Field
from reportedly.corroborate.nodes import Node
from reportedly.model import Claim, Quantity

#: Statuses that say that it was not, or will not be.
AGAINST = ("denied", "did_not_happen")


def disputes_of(nodes: Sequence[Node]) -> tuple[Dispute, ...]:
    """The fields on which the claims of an event cannot all be right."""
    told = [(node, claim) for node in nodes for claim in node.claims]
    found = (amounts(told), dates(told), places(told), polarity(told))
    return tuple(dispute for dispute in found if dispute is not None)


Told = Sequence[tuple[Node, Claim]]


def ref(node: Node, claim: Claim) -> ClaimRef:
    return ClaimRef(node.text.id, claim.id)


def dispute(field: Field, values: dict[str, list[ClaimRef]]) -> Dispute | None:
    """A dispute where there are two values and more."""
    if len(values) < 2:
        return None
    return Dispute(field, tuple(DisputeValue(value, tuple(refs)) for value, refs in values.items()))


def amounts(told: Told) -> Dispute | None:
    """Amounts of the same thing whose ranges do not meet."""
    by_thing: dict[str, list[tuple[Quantity, ClaimRef]]] = defaultdict(list)
    for node, claim in told:
        for key in claim.quantities:
            quantity = node.text.quantities.get(key)
            if quantity and quantity.dimension in COMPARED:
                by_thing[thing_of(quantity)].append((quantity, ref(node, claim)))
    for found in by_thing.values():
        values: dict[str, list[ClaimRef]] = {}
        for quantity, claim_ref in found:
            values.setdefault(" ".join(quantity.span.text.split()), []).append(claim_ref)
        if any(apart(one, other) for one, _ in found for other, _ in found):
            return dispute("amount", values)
    return None


def dates(told: Told) -> Dispute | None:
    """Days that do not meet, each within a week or less: a month and a year exclude nobody's day."""
    found: list[tuple[str, str, str, ClaimRef]] = []
    for node, claim in told:
        time = node.text.times.get(claim.time or "")
        if time and time.earliest and time.latest and claim.factuality.status not in AGAINST:
            found.append(
                (time.earliest[:10], time.latest[:10], " ".join(time.span.text.split()), ref(node, claim))
            )
    exact = [one for one in found if one[0] == one[1]]
    if not any(one[1] < other[0] for one in exact for other in exact):
        return None
    values: dict[str, list[ClaimRef]] = {}
    for first, _, _, claim_ref in exact:
        values.setdefault(first, []).append(claim_ref)
    return dispute("date", values)


def places(told: Told) -> Dispute | None:
    """Places of one kind that are not the same."""
    values: dict[str, list[ClaimRef]] = {}
    for node, claim in told:
        for name in place_names(node, claim):
            values.setdefault(name, []).append(ref(node, claim))
    articles = {claim_ref.article for refs in values.values() for claim_ref in refs}
    return dispute("place", values) if len(articles) > 1 else None


def place_names(node: Node, claim: Claim) -> Iterator[str]:
    for role in claim.roles.locations:
        entity = node.text.entities.get(role.entity or "")
        if (
            entity is not None
            and entity.kind == "place"
            and any(one.type == "name" for one in entity.mentions)
        ):
            yield entity.name


def polarity(told: Told) -> Dispute | None:
    """It happened, or was about to; and somebody denies it, or it did not.

    What was put off and came to pass on a later day is no contradiction.
    """
    values: dict[str, list[ClaimRef]] = {}
    days: dict[str, list[tuple[str, str] | None]] = defaultdict(list)
    denied = False
    for node, claim in told:
        status = claim.factuality.status
        if status in AGAINST or claim.factuality.polarity == "negative":
            value = "negative"
            denied = denied or status == "denied"
        elif status in ("happened", "ongoing"):
            value = "positive"
        else:
            continue
        values.setdefault(value, []).append(ref(node, claim))
        days[value].append(day_of(node, claim))
    if not denied and all(
        one and other and one[1] < other[0] for one in days["negative"] for other in days["positive"]
    ):
        return None
    return dispute("polarity", values)


def day_of(node: Node, claim: Claim) -> tuple[str, str] | None:
    """The first and the last day on which a claim is put."""
    time = node.text.times.get(claim.time or "")
    return (time.earliest[:10], time.latest[:10]) if time and time.earliest and time.latest else None
