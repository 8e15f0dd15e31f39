"""How many, how much: the amounts of an event, each in an article's own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.corroborate.amounts import thing_of
from reportedly.corroborate.bodies import words as small
from reportedly.ledger.glimpse import Glimpse
from reportedly.ledger.records import ClaimRow
from reportedly.model import Quantity
from reportedly.naming import bare

#: Code points between an amount and what it counts ("hundreds of these weapons"): more is no phrase.
GAP = 16


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount as the first article gives it, and all that give the same."""

    quantity: Quantity
    #: The amount with what it counts: "hundreds of these weapons".
    words: str
    language: str | None
    articles: tuple[str, ...]


def figures(claims: Sequence[ClaimRow], seen: Mapping[str, Glimpse]) -> list[Figure]:
    """The amounts of an event's claims, what is told by most articles first."""
    grouped: dict[tuple[object, ...], list[tuple[ClaimRow, Quantity]]] = defaultdict(list)
    for row in claims:
        for one in amounts(row, seen.get(row.article)):
            about = one.low, one.high, one.unit, one.dimension, thing_of(one, row.language or "")
            grouped[about].append((row, one))
    found = [
        Figure(
            one,
            worded(one, row.evidence),
            row.language,
            tuple(dict.fromkeys(each.article for each, _ in group)),
        )
        for group in grouped.values()
        for row, one in group[:1]
    ]
    return sorted(found, key=lambda one: (-len(one.articles), one.words))


def amounts(row: ClaimRow, glimpse: Glimpse | None) -> Iterator[Quantity]:
    """The quantities that a claim rests on."""
    if glimpse is not None:
        keys = {key for claim in glimpse.claims if claim.id == row.local for key in claim.quantities}
        yield from (one for one in glimpse.quantities if one.id in keys and one.dimension != "ordinal")


def worded(quantity: Quantity, sentence: str) -> str:
    """An amount with what it counts as its sentence has it; where they stand apart, the thing and then how many."""
    span, of = quantity.span, quantity.of
    if of is None or (of.start < span.end and span.start < of.end):
        return (of if of and len(of.text) > len(span.text) else span).text
    thing, between = shortened(of.text), of.start - span.end
    if 0 <= between <= GAP:
        for found in re.finditer(re.escape(span.text), sentence):
            if sentence.startswith(thing, found.end() + between):
                return sentence[found.start() : found.end() + between + len(thing)]
    return f"{thing}: {span.text}"


def shortened(thing: str) -> str:
    """What is counted, without what is told of it: "the weapons to Utopia" as "the weapons"."""
    words = list(re.finditer(r"\w[\w-]*", thing.partition(",")[0]))
    links = small("links")
    first = next((place for place, word in enumerate(words) if bare(word[0]) not in links), 0)
    after = (place for place in range(first + 1, len(words)) if bare(words[place][0]) in links)
    end = next(after, len(words))
    while end > first + 1 and len(words[end - 1][0]) < 3:  # « armes à » la Russie
        end -= 1
    return thing[: words[end - 1].end()] if words else thing
