"""Which claims of many articles are one event: scores that explain themselves, and clusters without loose chains."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from reportedly.corroborate.clusters import Pair
from reportedly.corroborate.features import Feature, compared, related
from reportedly.corroborate.judgements import Bound
from reportedly.corroborate.nearness import Nearness
from reportedly.corroborate.nodes import Node
from reportedly.corroborate.rarity import dot
from reportedly.corroborate.texts import Text
from reportedly.lexicon import load

#: Features that relate two acts.
ACTS = frozenset({"family", "kin", "kind", "word"})
#: Features for which what two articles are about is not one event, though they tell one story.
UNLIKE = frozenset({"other_kind", "other_day", "other_state"})


@cache
def settings() -> Mapping[str, Mapping[str, float]]:
    """The weights of the features and the thresholds; reviewed data."""
    return load("corroborate", "ontology")


class Compared:
    """What pairs of nodes are compared by."""

    def __init__(self, nearness: Nearness) -> None:
        self.nearness = nearness
        self.bound = Bound(frozenset(), frozenset(), {})
        #: Pairs of events that were compared.
        self.pairs = 0

    def alike(self, one: str, other: str) -> float:
        """How alike two texts are; across languages by what outlives translation."""
        return self.nearness.alike(one, other)

    def wording(self, one: Node, other: Node) -> float:
        """How alike the sentences of two nodes are."""
        return dot(self._sentence(one), self._sentence(other))

    def _sentence(self, node: Node) -> dict[int, int]:
        if node.weighed is None or node.weighed[0] is not self.nearness.weighing:
            node.weighed = self.nearness.weighing, self.nearness.sentence(node.language, node.words)
        return node.weighed[1]

    def features(self, one: Node, other: Node, alike: float) -> list[Feature]:
        """What speaks for and against two nodes."""
        self.pairs += 1
        weights = settings()["within" if one.text is other.text else "weights"]
        values = {
            "texts": alike,
            "wording": self.wording(one, other),
            "main": float(one.main and other.main),
            **dict(compared(one, other)),
        }
        return [Feature(name, value, weights[name]) for name, value in values.items() if value]


@dataclass(slots=True)
class Meeting:
    """What the nodes of two articles, or of one, are to one another, by pairs of their ids in order."""

    scores: dict[Pair, float] = field(default_factory=dict)
    #: What must not be one event.
    apart: list[Pair] = field(default_factory=list)
    #: What is not one event for two articles' telling one story.
    unlike: set[Pair] = field(default_factory=set)


def meeting(compared: Compared, one: Sequence[Node], other: Sequence[Node], alike: float) -> Meeting:
    """How far the nodes of two neighbouring articles are one event each."""
    found = Meeting()
    weights = settings()
    for first, second in pairs(compared, one, other):
        pair = in_order(first, second)
        features = compared.features(first, second, alike)
        named = {feature.name for feature in features}
        # Parties, days and wording make no event of acts that nothing relates.
        found.scores[pair] = score_of(features, weights["weights"]["bias"]) if named & ACTS else 0.0
        if UNLIKE & named:
            found.unlike.add(pair)
    main = next(node for node in one if node.main), next(node for node in other if node.main)
    pair = in_order(*main)
    likely = max(found.scores.values(), default=0.0) >= weights["thresholds"]["event"]
    if pair in found.scores and pair not in found.unlike and not likely:
        # Where two articles share an act by its own features, no more is guessed.
        found.scores[pair] = max(found.scores[pair], as_stories(main[0].text, main[1].text, alike))
    return found


def inside(compared: Compared, nodes: Sequence[Node]) -> Meeting:
    """How far the nodes of one article are one event."""
    found = Meeting()
    for place, one in enumerate(nodes):
        for other in filter(partial(may_be, one), nodes[:place]):
            pair = in_order(one, other)
            features = compared.features(one, other, 1.0)
            found.scores[pair] = score_of(features, settings()["within"]["bias"])
            if "other_rank" in {feature.name for feature in features} or told_apart(one, other):
                # An article that tells two of them apart is believed, however alike others' accounts are.
                found.apart.append(pair)
    return found


def in_order(one: Node, other: Node) -> Pair:
    """A pair of nodes by their ids."""
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def pairs(compared: Compared, one: Sequence[Node], other: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Nodes that may be one event: with a word, a kind or words in common."""
    least = settings()["thresholds"]["wording"]
    for first in one:
        for second in other:
            main = first.main and second.main
            if may_be(first, second) or (main and compared.wording(first, second) >= least):
                yield first, second


def may_be(one: Node, other: Node) -> bool:
    """Whether two nodes are worth comparing."""
    return bool(
        one.lemmas & other.lemmas
        or one.acts & other.acts
        or one.types & other.types
        or one.kin & other.kin
        or related(one.lemmas, other.lemmas)
    )


def score_of(features: Sequence[Feature], bias: float) -> float:
    """The probability that two nodes are one event."""
    if not ACTS & {feature.name for feature in features}:
        # Parties, days and wording make no event of acts that nothing relates.
        return 0.0
    return 1 / (1 + math.exp(-bias - sum(feature.score for feature in features)))


def told_apart(one: Node, other: Node) -> bool:
    """Whether one article speaks of two happenings: on other days, or one of them long ago."""
    times = one.times and other.times and (one.times[0] > other.times[1] or other.times[0] > one.times[1])
    return bool(times) or one.old != other.old


def needed(one: Text, other: Text) -> float:
    """How alike two articles must be to tell one story; short texts share less by chance and so need less."""
    limits = settings()["story"]
    length = min(1.0, min(len(one.words), len(other.words)) / limits["length"])
    return limits["short"] + (limits["long"] - limits["short"]) * length


def as_stories(one: Text, other: Text, alike: float) -> float:
    """How far what two articles are about is one event because they tell one story as wholes."""
    limits = settings()
    return limits["thresholds"]["event"] * min(alike / needed(one, other), limits["story"]["most"])
