"""Which claims of many articles are one event: scores that explain themselves, and clusters without loose chains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.corroborate.clusters import average_link
from reportedly.corroborate.nodes import Node, nodes_of
from reportedly.corroborate.rarity import Rarity, Vector, cosine, terms, vector
from reportedly.corroborate.texts import Text
from reportedly.corroborate.translation import marks
from reportedly.lexicon import load

#: Terms by which neighbours are looked for: so many of each text's rarest.
LEADING = 40
#: A term that leads in more texts than this finds nobody.
COMMON = 400


@cache
def settings() -> Mapping[str, Mapping[str, float]]:
    """The weights of the features and the thresholds; reviewed data."""
    return load("corroborate", "ontology")


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against two nodes being one event."""

    name: str
    value: float
    weight: float

    @property
    def score(self) -> float:
        return self.value * self.weight


class Compared:
    """A set of texts with all that pairs of their nodes are compared by."""

    def __init__(self, texts: Sequence[Text], *, every: bool) -> None:
        self.texts = texts
        self.nodes = [node for text in texts for node in nodes_of(text, every=every)]
        self.rarity = Rarity()
        words = {text.id: terms(text.reading.document.text) for text in texts}
        for text in texts:
            self.rarity.add(words[text.id])
        self.documents = {
            text.id: vector(words[text.id], self.rarity, text.reading.document.language or "en")
            for text in texts
        }
        self.common = (
            {text.id: vector(marks(text).elements(), self.rarity, "en") for text in texts}
            if self.bilingual
            else {}
        )
        self.main = {node.id for node in main_nodes(self.nodes)}
        self.sentences: dict[str, Vector] = {
            node.id: vector(node.words, self.rarity, node.language) for node in self.nodes
        }

    @property
    def bilingual(self) -> bool:
        return len({text.reading.document.language for text in self.texts}) > 1

    def neighbours(self) -> dict[tuple[str, str], float]:
        """How alike two texts are as wholes, for those that are at all, by their ids in order."""
        index: dict[str, list[str]] = defaultdict(list)
        found: dict[tuple[str, str], float] = {}
        least = settings()["thresholds"]["neighbour"]
        for text in self.texts:
            mine = self.documents[text.id]
            leading = sorted(mine, key=lambda word: (-mine[word], word))[:LEADING]
            others = {other for word in leading for other in index[word]}
            for other in sorted(others):
                alike = self.alike(text.id, other)
                if alike >= least:
                    found[min(text.id, other), max(text.id, other)] = alike
            for word in leading:
                if len(index[word]) < COMMON:
                    index[word].append(text.id)
        return found

    def alike(self, one: str, other: str) -> float:
        """How alike two texts are; across languages by what outlives translation."""
        return cosine(self.documents[one], self.documents[other])

    def features(self, one: Node, other: Node, alike: float) -> list[Feature]:
        """What speaks for and against two nodes."""
        weights = settings()["weights"]
        values = {
            "texts": alike,
            "wording": cosine(self.sentences[one.id], self.sentences[other.id]),
            **acts(one, other),
            **side("actors", one.actors, other.actors),
            **side("recipients", one.recipients, other.recipients),
            **side("objects", one.objects, other.objects),
            "place": float(bool(one.places & other.places)),
            "amount": float(bool(one.amounts & other.amounts)),
            **time(one, other),
            "main": float(one.id in self.main and other.id in self.main),
        }
        return [Feature(name, value, weights[name]) for name, value in values.items() if value]


def acts(one: Node, other: Node) -> dict[str, float]:
    """Whether they are named alike, or are of one kind."""
    return {
        "word": float(bool(one.lemmas & other.lemmas)),
        "kind": float(
            bool(one.acts & other.acts) or (not one.acts and not other.acts and bool(one.types & other.types))
        ),
        "other_kind": float(bool(one.types and other.types and not one.types & other.types)),
    }


def side(name: str, one: frozenset[str], other: frozenset[str]) -> dict[str, float]:
    """Whether the parties on one side are shared, or are others."""
    shared = one & other
    named = any(key.startswith(("country:", "name:", "weapon:")) for key in shared)
    return {
        name: 1.0 if named else 0.5 if shared else 0.0,
        f"other_{name}": float(bool(one and other and not shared)),
    }


def time(one: Node, other: Node) -> dict[str, float]:
    """Whether they are put on the same days, or on others."""
    if one.times is None or other.times is None:
        return {}
    first, second = one.times, other.times
    return {
        "time": float(first == second),
        "other_time": float(first[0] > second[1] or second[0] > first[1]),
    }


def pairs(compared: Compared) -> Iterator[tuple[Node, Node, float]]:
    """Nodes that may be one event: of neighbouring texts or the same, with a word, a kind or words in common."""
    by_text: dict[str, list[Node]] = defaultdict(list)
    for node in compared.nodes:
        by_text[node.text.id].append(node)
    near = compared.neighbours()
    main = {node.text.id: node for node in main_nodes(compared.nodes)}
    least = settings()["thresholds"]["wording"]
    for (one, other), alike in near.items():
        if one not in main or other not in main:
            continue
        first, second = main[one], main[other]
        yield from ((a, b, alike) for a in by_text[one] for b in by_text[other] if may_be(a, b))
        if (
            not may_be(first, second)
            and cosine(compared.sentences[first.id], compared.sentences[second.id]) >= least
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
            not node.claims[0].attribution,
            not (node.types or node.acts),
            node.claims[0].anchor.start,
        ),
    )


def may_be(one: Node, other: Node) -> bool:
    """Whether two nodes are worth comparing."""
    return bool(one.lemmas & other.lemmas or one.acts & other.acts or one.types & other.types)


def score_of(features: Iterable[Feature]) -> float:
    """The sum of what speaks for and against, above what chance would give."""
    return sum(feature.score for feature in features) + settings()["weights"]["bias"]


def as_stories(one: Text, other: Text, alike: float) -> float:
    """How far two articles tell one story as wholes; short texts share less by chance and so need less."""
    limits = settings()["story"]
    length = min(1.0, min(len(one.words), len(other.words)) / limits["length"])
    needed = limits["short"] + (limits["long"] - limits["short"]) * length
    return settings()["thresholds"]["event"] * min(alike / needed, limits["most"])


def clusters_of(compared: Compared) -> list[list[Node]]:
    """The events: nodes that belong together on average over all their pairs."""
    scores: dict[tuple[str, str], float] = {}
    within = settings()["weights"]["same_article"]
    for one, other, alike in pairs(compared):
        first, second = sorted((one.id, other.id))
        score = score_of(compared.features(one, other, 0.0 if one.text is other.text else alike))
        if one.text is other.text:
            score += within
        elif one.id in compared.main and other.id in compared.main:
            score = max(score, as_stories(one.text, other.text, alike))
        scores[first, second] = score
    nodes = {node.id: node for node in compared.nodes}
    found = average_link(nodes, scores, settings()["thresholds"]["event"])
    return [[nodes[key] for key in each] for each in found]
