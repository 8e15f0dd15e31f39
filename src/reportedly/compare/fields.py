"""What two readers may agree or disagree on about one claim: a label each, or spans that overlap or do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.byid import Known
from reportedly.compare.align import Stretch, overlap
from reportedly.model import Claim

#: A claim's value in one reading, as a label.
Label = Callable[[Claim, Known], str]
#: A claim's spans in one reading.
Spans = Callable[[Claim, Known], Sequence[Stretch]]


def text_or_none(value: object) -> str:
    return "–" if value is None else str(value)


def time_of(claim: Claim, known: Known) -> str:
    time = known.times.get(claim.time or "")
    return text_or_none(time and (time.value or time.span.text))


def voiced(claim: Claim, _known: Known) -> str:
    """Whether somebody else than the article says it."""
    return "attributed" if claim.attribution else "own voice"


def sources(claim: Claim, known: Known) -> list[Stretch]:
    """The sources of a claim's chain."""
    found = (known.attributions.get(key) for key in claim.attribution)
    return [each.source for each in found if each and each.source]


#: Fields with a label of a closed list, on which agreement by chance can be told: they get a kappa.
LABELS: dict[str, Label] = {
    "type": lambda claim, _: text_or_none(claim.type),
    "act": lambda claim, _: text_or_none(claim.act),
    "certainty": lambda claim, _: claim.factuality.certainty,
    "polarity": lambda claim, _: claim.factuality.polarity,
    "tense": lambda claim, _: claim.factuality.tense,
    "status": lambda claim, _: claim.factuality.status,
    "attribution": voiced,
}
#: Fields whose values are open: agreement alone.
OPEN: dict[str, Label] = {"time": time_of}
#: Fields that are places in the text: they agree if each span of one meets a span of the other.
SPANS: dict[str, Spans] = {
    "actors": lambda claim, _: claim.roles.actors,
    "recipients": lambda claim, _: claim.roles.recipients,
    "objects": lambda claim, _: claim.roles.objects,
    "locations": lambda claim, _: claim.roles.locations,
    "sources": sources,
}


@dataclass(frozen=True, slots=True)
class Value:
    """What one reader says of one field, in words, and where."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


def same_spans(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether each span of either side meets one of the other's."""
    met = all(any(overlap(one, other) for other in right) for one in left)
    return met and all(any(overlap(one, other) for other in left) for one in right)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what two readers with these habits would reach by chance.

    None where it says nothing: without pairs, or where both always give one and the same label.

    >>> kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")])
    0.5
    """
    total = len(pairs)
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(left[label] * right[label] for label in left) / total**2 if total else 1.0
    if chance == 1.0:
        return None
    agreed = sum(one == other for one, other in pairs) / total
    return round((agreed - chance) / (1 - chance), 4)
