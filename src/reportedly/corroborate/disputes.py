"""What accounts of one event contradict each other on: kept side by side with who says which, never averaged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import combinations

from reportedly.corroborate.amounts import COMPARED, differ, one_thing, phrase_of
from reportedly.corroborate.model import ClaimRef, Dispute, DisputeValue, Field
from reportedly.corroborate.nodes import Node
from reportedly.corroborate.rarity import stem
from reportedly.corroborate.sets import Sets
from reportedly.lexicon import load
from reportedly.model import AGAINST, Claim, Quantity
from reportedly.naming import folded

#: Days within which accounts of one happening appear.
SLACK = 3


def disputes_of(nodes: Sequence[Node]) -> tuple[Dispute, ...]:
    """The fields on which the claims of an event cannot all be right."""
    told = [(node, claim) for node in nodes for claim in node.claims]
    found = (amounts(told), dates(told), places(told), polarity(told))
    return tuple(dispute for dispute in found if dispute is not None)


Told = Sequence[tuple[Node, Claim]]
Day = tuple[str, str] | None


def ref(node: Node, claim: Claim) -> ClaimRef:
    return ClaimRef(node.text.id, claim.id)


def dispute(field: Field, values: Mapping[str, Sequence[ClaimRef]]) -> Dispute | None:
    """A dispute where there are two values and more."""
    if len(values) < 2:
        return None
    return Dispute(field, tuple(DisputeValue(value, tuple(refs)) for value, refs in values.items()))


def amounts(told: Told) -> Dispute | None:
    """Numbers of the same people or things that two articles give and that cannot both be right."""
    for group in things(told):
        by_article: dict[str, list[Quantity]] = defaultdict(list)
        values: dict[str, dict[ClaimRef, None]] = defaultdict(dict)
        # "Hundreds" and « des centaines » are one value, told as it was first.
        first: dict[tuple[object, ...], str] = {}
        for quantity, claim_ref in group:
            by_article[claim_ref.article].append(quantity)
            alike = quantity.low, quantity.high, quantity.approximate
            values[first.setdefault(alike, " ".join(quantity.span.text.split()))][claim_ref] = None
        # What a thousand copies say alike is compared once.
        numbers = {
            tuple((each.low, each.high, each.approximate) for each in some): some
            for some in by_article.values()
        }
        if any(differ(one, other) for one, other in combinations(numbers.values(), 2)):
            return dispute("amount", {value: list(refs) for value, refs in values.items()})
    return None


Amount = tuple[Quantity, ClaimRef]


def things(told: Told) -> list[list[Amount]]:
    """The amounts by what they are of."""
    found: dict[tuple[str, ...], list[Amount]] = defaultdict(list)
    for node, claim in told:
        for what, quantity in counts(node, claim):
            key = (
                (what,)
                if what
                else ("", node.language, quantity.unit or "", quantity.dimension, *phrase_of(quantity))
            )
            found[key].append((quantity, ref(node, claim)))
    sets = Sets()
    for one, other in combinations(found, 2):
        if not one[0] and not other[0] and one_thing(found[one][0][0], found[other][0][0], one[1]):
            sets.join(other, one)
    return [[amount for key in keys for amount in found[key]] for keys in sets.groups(found)]


def counts(node: Node, claim: Claim) -> Iterator[tuple[str, Quantity]]:
    """What a claim's sentence counts of people, by what befell them, and the claim's own amounts of anything else."""
    for quantity in node.text.quantities_in(claim.evidence):
        if what := toll(quantity, node):
            yield what, quantity
        elif quantity.id in claim.quantities and quantity.dimension in COMPARED:
            yield "", quantity


def toll(quantity: Quantity, node: Node) -> str | None:
    """Whether people are counted as dead, injured or otherwise: by the noun for them, else by what befell them."""
    if quantity.dimension != "count":
        return None
    nouns = _nouns(node.language)
    words = [stem(word) for word in folded(quantity.of.text if quantity.of else "").split()]
    if named := next((nouns[word] for word in words if word in nouns), None):
        return named
    families = frozenset().union(
        *(node.text.kin[claim.id] for claim in node.text.counting.get(quantity.id, ()))
    )
    return next((what for what, some in _tolls().items() if families.intersection(some)), None)


@cache
def _nouns(language: str) -> dict[str, str]:
    """How people are counted, by the stems of the nouns for them."""
    table = load("disputes", language)["tolls"]
    return {stem(folded(noun)): what for what, nouns in table.items() for noun in nouns}


@cache
def _tolls() -> dict[str, list[str]]:
    """How people are counted, with the families of acts that befall them."""
    return dict(load("corroborate", "ontology")["tolls"])


def dates(told: Told) -> Dispute | None:
    """Single days that two articles give and that are not the same: a month and a year exclude nobody's day."""
    exact: dict[str, list[ClaimRef]] = defaultdict(list)
    for node, claim in told:
        placed = node.text.placed(claim)
        if placed and placed[0] == placed[1] and claim.factuality.status not in AGAINST:
            exact[placed[0]].append(ref(node, claim))
    return dispute("date", exact) if contradict(exact) else None


def contradict(values: Mapping[str, Sequence[ClaimRef]]) -> bool:
    """Whether two articles give nothing but different values; one that gives several relates them."""
    given: dict[str, set[str]] = defaultdict(set)
    for value, refs in values.items():
        for claim_ref in refs:
            given[claim_ref.article].add(value)
    return any(not one & other for one, other in combinations(set(map(frozenset, given.values())), 2))


def places(told: Told) -> Dispute | None:
    """Named places that are not the same; else the realm of nobody here, that of somebody there."""
    values: dict[str, list[ClaimRef]] = {}
    realms: dict[str, dict[str, list[ClaimRef]]] = defaultdict(lambda: defaultdict(list))
    for node, claim in told:
        for name in place_names(node, claim):
            values.setdefault(name, []).append(ref(node, claim))
        for realm, words in realms_in(claim.evidence.text, node.language):
            realms[realm][words].append(ref(node, claim))
    if contradict(values):
        return dispute("place", values)
    told_by = [{one.article for refs in words.values() for one in refs} for words in realms.values()]
    if len(told_by) < 2 or told_by[0] & told_by[1]:
        return None
    return dispute("place", {words: refs for each in realms.values() for words, refs in each.items()})


def realms_in(sentence: str, language: str) -> Iterator[tuple[str, str]]:
    """Where a sentence puts things without a name: nobody's realm, or somebody's, with its words."""
    for match in _realms(language).finditer(sentence):
        yield str(match.lastgroup), " ".join(match.group().split())


@cache
def _realms(language: str) -> re.Pattern[str]:
    """A word for a place that no name is given, up to three words, and the realm; the longest name first."""
    table = load("disputes", language)["realms"]
    at, *kinds = (
        "|".join(re.escape(word) for word in sorted(table[key], key=lambda word: (-len(word), word)))
        for key in ("at", "nobodys", "somebodys")
    )
    between = r"(?:\s+|['’])(?:[\w-]+(?:\s+|['’])){0,3}?"
    return re.compile(
        rf"(?<!\w)(?:{at}){between}(?:(?P<nobodys>{kinds[0]})|(?P<somebodys>{kinds[1]}))(?!\w)", re.IGNORECASE
    )


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
    days: dict[str, list[Day]] = defaultdict(list)
    denied = False
    for node, claim in bodies(told):
        status = claim.factuality.status
        if status in AGAINST or claim.factuality.polarity == "negative":
            value = "negative"
            denied = denied or status == "denied"
        elif status in ("happened", "ongoing"):
            value = "positive"
        else:
            continue
        values.setdefault(value, []).append(ref(node, claim))
        days[value].append(day_of(node, claim, SLACK if value == "positive" else 0))
    if not denied and all(came_later(one, other) for one in days["negative"] for other in days["positive"]):
        return None
    return dispute("polarity", values)


def bodies(told: Told) -> Iterator[tuple[Node, Claim]]:
    """The claims without those of headlines, where the article below tells of the event: it says how it stands."""
    below = {node.text.id for node, claim in told if not node.text.in_headline(claim)}
    yield from (
        (node, claim) for node, claim in told if node.text.id not in below or not node.text.in_headline(claim)
    )


def came_later(negative: Day, positive: Day) -> bool:
    """Whether what had not happened by one day happened on a later one."""
    return bool(negative and positive and negative[1] < positive[0])


def day_of(node: Node, claim: Claim, slack: int) -> Day:
    """The first and the last day on which a claim is put, else those by which it was known.

    :param slack: days by which accounts of one day appear after one another.
    """
    day = node.text.day
    if (placed := node.text.placed(claim)) or day is None:
        return placed
    return (day - timedelta(days=slack)).isoformat(), day.isoformat()
