"""Why claims of several articles are one event, told to a person: each feature once, with the words that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean
from textwrap import shorten

from reportedly.corroborate.events import Compared
from reportedly.corroborate.evidence import seen_in
from reportedly.corroborate.model import Reason, ReasonSpan
from reportedly.corroborate.nodes import Node
from reportedly.lexicon import load

#: What a rule begins with that says why claims are one event; the feature's name follows.
RULE = "same_event:"
#: How many nodes of an event are argued for: those of the most copied stories say nothing new.
ARGUED = 24
#: The least that a feature must weigh to be told.
LEAST = 0.1
#: How many stretches of words a reason cites, in words and in spans.
CITED = 6
#: Letters that a reason cites of a stretch.
LONGEST = 100
#: Features that are told by another one.
ALIAS = {"known_word": "word", "other_day": "other_time"}


def same_event(nodes: Sequence[Node], compared: Compared) -> list[Reason]:
    """What speaks for and against the nodes being one event, what weighs most first, by what was decisive for each."""
    weights: dict[str, list[float]] = defaultdict(list)
    spans: dict[str, dict[ReasonSpan, None]] = defaultdict(dict)
    for one, other, found in partners(nodes[:ARGUED], compared):
        for name, score in found.items():
            weights[name].append(score)
            spans[name].update(dict.fromkeys(seen_in(name, one, other)))
    reasons = [reason(name, fmean(weights[name]), tuple(spans[name])) for name in weights]
    return sorted((one for one in reasons if abs(one.weight) >= LEAST), key=lambda one: -one.weight)


def partners(nodes: Sequence[Node], compared: Compared) -> Iterator[tuple[Node, Node, dict[str, float]]]:
    """Each later node with whichever speaks more for it, the first or the one before it, and what does."""
    for place in range(1, len(nodes)):
        candidates = {nodes[0].id: nodes[0], nodes[place - 1].id: nodes[place - 1]}.values()
        found = [(one, nodes[place], scores(one, nodes[place], compared)) for one in candidates]
        yield max(found, key=lambda each: sum(each[2].values()))


def scores(one: Node, other: Node, compared: Compared) -> dict[str, float]:
    """What each feature weighs in words that people are told: what says one thing twice is told once."""
    alike = compared.alike(one.text.id, other.text.id) if one.text is not other.text else 1.0
    found: dict[str, float] = defaultdict(float)
    for feature in compared.features(one, other, alike):
        found[ALIAS.get(feature.name, feature.name)] += feature.score
    if compared.bound.joined.get(one.id, one.id) == compared.bound.joined.get(other.id, other.id):
        found["judged"] = 1.0
    return found


def reason(name: str, weight: float, spans: tuple[ReasonSpan, ...]) -> Reason:
    """A feature as a reason, in English; `in_words` tells it in another language."""
    told = Reason(RULE + name, round(weight, 3), "", spans[: CITED * 2])
    return Reason(told.rule, told.weight, in_words(told, "en"), told.spans)


def in_words(told: Reason, language: str) -> str:
    """A reason why claims are one event, in a reader's language; any other as it stands.

    >>> in_words(Reason("same_event:word", 2.3, "", (ReasonSpan("a", 0, 4, "sold"),)), "fr")
    "Le même mot nomme l'acte : « sold »."
    """
    if not told.rule.startswith(RULE):
        return told.detail
    table = load("reasons", language)
    words = list(dict.fromkeys(shorten(span.text, LONGEST, placeholder="…") for span in told.spans))
    cited = [table["words"]["quote"].format(text=text) for text in words[:CITED]]
    if len(words) > CITED:
        cited.append(table["words"]["more"].format(count=len(words) - CITED))
    return str(table["features"][told.rule.removeprefix(RULE)].format(words=", ".join(cited)))
