"""Which claims of many articles are one event: scores that explain themselves, and clusters without loose chains."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from reportedly.corroborate.clusters import average_link
from reportedly.corroborate.features import Feature, compared, related
from reportedly.corroborate.judgements import Judged, alone, bound, wrong
from reportedly.corroborate.nearness import Nearness
from reportedly.corroborate.nodes import Node, nodes_of
from reportedly.corroborate.rarity import dot
from reportedly.corroborate.texts import Text
from reportedly.lexicon import load
from reportedly.model import Anchor, Claim

#: Statuses of what is not said to be so.
OPEN_STATUS = ("conditional", "possible", "unknown")
#: Features that relate two acts.
ACTS = frozenset({"family", "kin", "kind", "word"})
#: Features for which what two articles are about is not one event, though they tell one story.
UNLIKE = frozenset({"other_kind", "other_day"})


@cache
def settings() -> Mapping[str, Mapping[str, float]]:
    """The weights of the features and the thresholds; reviewed data."""
    return load("corroborate", "ontology")


class Compared:
    """A set of texts with all that pairs of their nodes are compared by."""

    def __init__(
        self, texts: Sequence[Text], nearness: Nearness, *, every: bool, judged: Sequence[Judged] = ()
    ) -> None:
        self.texts, self.nearness = texts, nearness
        single, out = alone(judged), wrong(judged)
        self.nodes = [node for text in texts for node in nodes_of(text, every=every, alone=single, out=out)]
        self.bound = bound(self.nodes, judged)
        self.main = {node.id for node in main_nodes(self.nodes)}
        self.sentences = {node.id: nearness.sentence(node.text, node.forms) for node in self.nodes}

    def neighbours(self) -> dict[tuple[str, str], float]:
        """How alike two texts are as wholes, for those that are at all, by their ids in order."""
        return self.nearness.near(settings()["thresholds"]["neighbour"])

    def alike(self, one: str, other: str) -> float:
        """How alike two texts are; across languages by what outlives translation."""
        return self.nearness.alike(one, other)

    def features(self, one: Node, other: Node, alike: float) -> list[Feature]:
        """What speaks for and against two nodes."""
        weights = settings()["within" if one.text is other.text else "weights"]
        values = {
            "texts": alike,
            "wording": dot(self.sentences[one.id], self.sentences[other.id]),
            "main": float(one.id in self.main and other.id in self.main),
            **dict(compared(one, other)),
        }
        return [Feature(name, value, weights[name]) for name, value in values.items() if value]


def pairs(compared: Compared, near: Mapping[tuple[str, str], float]) -> Iterator[tuple[Node, Node, float]]:
    """Nodes that may be one event: of neighbouring texts or the same, with a word, a kind or words in common."""
    by_text: dict[str, list[Node]] = defaultdict(list)
    for node in compared.nodes:
        by_text[node.text.id].append(node)
    main = {node.text.id: node for node in main_nodes(compared.nodes)}
    least = settings()["thresholds"]["wording"]
    for (one, other), alike in near.items():
        if one not in main or other not in main:
            continue
        first, second = main[one], main[other]
        yield from ((a, b, alike) for a in by_text[one] for b in by_text[other] if may_be(a, b))
        if (
            not may_be(first, second)
            and dot(compared.sentences[first.id], compared.sentences[second.id]) >= least
        ):
            yield first, second, alike
    for nodes in by_text.values():
        yield from ((a, b, 1.0) for place, a in enumerate(nodes) for b in nodes[:place] if may_be(a, b))


def main_nodes(nodes: Iterable[Node]) -> list[Node]:
    """What each article is about."""
    by_text: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_text[node.text.id].append(node)
    return [main_of(each) for each in by_text.values()]


def main_of(nodes: Sequence[Node]) -> Node:
    """What an article is about: the act of its first sentence, rather one that others tell of than their telling."""
    first = min(node.claims[0].evidence.start for node in nodes)
    opening = [node for node in nodes if node.claims[0].evidence.start == first]
    return min(
        opening,
        key=lambda node: (
            is_telling(node, opening),
            node.claims[0].factuality.status in OPEN_STATUS,
            not (node.types or node.acts),
            node.claims[0].anchor.start,
        ),
    )


def is_telling(node: Node, others: Sequence[Node]) -> bool:
    """Whether an act only passes on another one, as in "denies the sale"; "vows to leave" is an act itself."""
    anchor = node.claims[0].anchor
    cues = {
        key
        for key, each in node.text.attributions.items()
        if each.cue is not None and each.cue.start <= anchor.start < each.cue.end
    }
    told = (other.claims[0] for other in others if cues & set(other.claims[0].attribution))
    return any(not is_meant(claim, anchor) for claim in told)


def is_meant(claim: Claim, verb: Anchor) -> bool:
    """Whether a verb tells what somebody means to do, which is an act of its own: "vows to leave"."""
    intentions = (cue for cue in claim.factuality.cues if cue.kind == "intention")
    return any(cue.start < verb.end and verb.start < cue.end for cue in intentions)


def may_be(one: Node, other: Node) -> bool:
    """Whether two nodes are worth comparing."""
    return bool(
        one.lemmas & other.lemmas
        or one.acts & other.acts
        or one.types & other.types
        or one.kin & other.kin
        or related(one.lemmas, other.lemmas)
    )


def score_of(features: Iterable[Feature], bias: float) -> float:
    """The probability that two nodes are one event."""
    return 1 / (1 + math.exp(-bias - sum(feature.score for feature in features)))


def told_apart(one: Node, other: Node) -> bool:
    """Whether one article speaks of two happenings: on other days, or one of them long ago."""
    times = one.times and other.times and (one.times[0] > other.times[1] or other.times[0] > one.times[1])
    return bool(times) or one.old != other.old


def told_stories(compared: Compared, near: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Headlines on their own that tell one story, by average link: a set for each."""
    limit = settings()["story"]["headline"]
    texts = {text.id: text for text in compared.texts if len(text.words) <= limit}
    scores = {
        (one, other): alike / needed(texts[one], texts[other])
        for (one, other), alike in near.items()
        if one in texts and other in texts
    }
    return average_link(texts, scores, 1.0)


def needed(one: Text, other: Text) -> float:
    """How alike two articles must be to tell one story; short texts share less by chance and so need less."""
    limits = settings()["story"]
    length = min(1.0, min(len(one.words), len(other.words)) / limits["length"])
    return limits["short"] + (limits["long"] - limits["short"]) * length


def as_stories(one: Text, other: Text, alike: float) -> float:
    """How far what two articles are about is one event because they tell one story as wholes."""
    limits = settings()
    return limits["thresholds"]["event"] * min(alike / needed(one, other), limits["story"]["most"])


def clusters_of(compared: Compared) -> list[list[Node]]:
    """The events: nodes that belong together on average over all their pairs."""
    scores: dict[tuple[str, str], float] = {}
    apart: list[tuple[str, str]] = []
    unlike: set[tuple[str, str]] = set()
    met: set[frozenset[str]] = set()
    whole: dict[tuple[str, str], tuple[Node, Node, float]] = {}
    weights = settings()
    near = compared.neighbours()
    for one, other, alike in pairs(compared, near):
        first, second = sorted((one.id, other.id))
        within = one.text is other.text
        features = compared.features(one, other, alike)
        named = {feature.name for feature in features}
        if within and ("other_rank" in named or told_apart(one, other)):
            # An article that tells two of them apart is believed, however alike others' accounts are.
            apart.append((first, second))
        if named & UNLIKE:
            unlike.add((first, second))
        # Parties, days and wording make no event of acts that nothing relates.
        score = (
            score_of(features, weights["within" if within else "weights"]["bias"]) if named & ACTS else 0.0
        )
        scores[first, second] = score
        if not within and score >= weights["thresholds"]["event"]:
            met.add(frozenset((one.text.id, other.text.id)))
        if one.id in compared.main and other.id in compared.main and not within:
            whole[first, second] = (one, other, alike)
    for pair, (one, other, alike) in whole.items():
        # Where two articles share an act by its own features, no more is guessed.
        if frozenset((one.text.id, other.text.id)) not in met:
            scores[pair] = max(scores[pair], as_stories(one.text, other.text, alike))
    main = {node.text.id: node.id for node in compared.nodes if node.id in compared.main}
    stories = ([main[text] for text in story if text in main] for story in told_stories(compared, near))
    together = [
        (first, second)
        for story in stories
        for first, second in combinations(sorted(story), 2)
        if (first, second) not in unlike
    ]
    nodes = {node.id: node for node in compared.nodes}
    free = [pair for pair in apart if compared.bound.free(*pair)]
    found = average_link(
        nodes,
        scores,
        weights["thresholds"]["event"],
        [*free, *compared.bound.apart],
        [*sorted(compared.bound.together), *sorted(together)],
    )
    return [[nodes[key] for key in each] for each in found]
