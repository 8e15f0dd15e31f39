"""Events of articles put together into one happening each, again only where something changed.

Two events can be one happening only if likely pairs lead from the one to the other; what such pairs hold together is
clustered by itself, so what one article more does stays among its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.corroborate.clusters import Pair, average_link
from reportedly.corroborate.events import Meeting, settings
from reportedly.corroborate.judgements import Bound
from reportedly.corroborate.shelf import Place

#: A score below this counts as none.
FAINT = 0.02

Cluster = tuple[str, ...]


class Groups:
    """The clusters of the nodes of a set of articles."""

    def __init__(self) -> None:
        self.nodes: dict[str, tuple[str, ...]] = {}
        self.cluster: dict[str, Cluster] = {}
        #: When and where each is told.
        self.when: dict[str, tuple[tuple[str, str], int]] = {}
        self.bound = Bound(frozenset(), frozenset(), {})
        self.heads = Heads()
        self._scores: dict[str, dict[str, float]] = defaultdict(dict)
        self._apart: dict[str, set[Pair]] = {}
        self._unlike: dict[str, set[str]] = defaultdict(set)
        self._main: dict[str, str] = {}
        self._owner: dict[str, str] = {}
        self._bonds: dict[str, set[str]] = defaultdict(set)
        self._unsettled: set[str] = set()

    def enter(self, article: str, order: tuple[str, str], nodes: Sequence[Place], own: Meeting) -> None:
        """One article more, with the places of its events and what these are to one another."""
        self.nodes[article] = tuple(node.id for node in nodes)
        self._owner.update((node.id, article) for node in nodes)
        self.when.update((node.id, (order, node.start)) for node in nodes)
        self._main.update((article, node.id) for node in nodes if node.main)
        self._unsettled.update(self.nodes[article])
        if own.apart:
            self._apart[article] = set(own.apart)
        self._score(own)

    def leave(self, article: str) -> None:
        """One article less."""
        for node in self.nodes.pop(article, ()):
            for other in self._scores.pop(node, {}):
                self._scores[other].pop(node, None)
                self._unsettled.add(other)
            self._unsettled.add(node)
            del self._owner[node], self.when[node]
        self._apart.pop(article, None)
        self._main.pop(article, None)
        for other in self._unlike.pop(article, ()):
            self._unlike[other].discard(article)
        self.heads.leave(article)

    def meet(self, one: str, other: str, found: Meeting | None) -> None:
        """What the events of two articles are to one another from now on; None where they do not meet."""
        for first in self.nodes.get(one, ()):
            for second in [each for each in self._scores[first] if self._owner.get(each) == other]:
                del self._scores[first][second], self._scores[second][first]
                self._unsettled.update((first, second))
        self._unlike[one].discard(other)
        self._unlike[other].discard(one)
        if found is None:
            return
        self._score(found)
        main = sorted((self._main[one], self._main[other]))
        if (main[0], main[1]) in found.unlike:
            self._unlike[one].add(other)
            self._unlike[other].add(one)
            self._unsettled.update(main)

    def _score(self, found: Meeting) -> None:
        for (one, other), score in found.scores.items():
            if score >= FAINT:
                self._scores[one][other] = self._scores[other][one] = score
                self._unsettled.update((one, other))

    def bind(self, bound: Bound) -> None:
        """What people judged, from now on."""
        changed = (bound.together ^ self.bound.together) | (bound.apart ^ self.bound.apart)
        self._unsettled.update(node for pair in changed for node in pair)
        self.bound = bound
        self._bonds = defaultdict(set)
        for one, other in bound.together:
            self._bonds[one].add(other)
            self._bonds[other].add(one)

    def settle(self) -> tuple[set[Cluster], set[Cluster]]:
        """Cluster what changed; the clusters that are no more, and the new ones."""
        for article in self.heads.settle():
            self._unsettled.update(self.nodes.get(article, ()))
        old = {self.cluster[node] for node in self._unsettled if node in self.cluster}
        rest = {node for each in (*old, self._unsettled) for node in each if node in self._owner}
        new: set[Cluster] = set()
        while rest:
            component = self._component(rest.pop())
            old |= {self.cluster[node] for node in component if node in self.cluster}
            new |= set(self._clustered(component))
            rest -= component
        for each in old:
            for node in each:
                self.cluster.pop(node, None)
        for each in new:
            self.cluster.update((node, each) for node in each)
        self._unsettled = set()
        return old - new, new - old

    def _component(self, node: str) -> set[str]:
        """All that likely pairs lead to."""
        found, rest = {node}, [node]
        while rest:
            new = set(self._linked(rest.pop())) - found
            found |= new
            rest += new
        return found

    def _linked(self, node: str) -> Iterator[str]:
        least = settings()["thresholds"]["event"]
        yield from (other for other, score in self._scores.get(node, {}).items() if score >= least)
        yield from (other for other in self._bonds.get(node, ()) if other in self._owner)
        yield from self._told(node)

    def _told(self, node: str) -> Iterator[str]:
        """What other headlines of its story are about, if it is what its own is about."""
        article = self._owner[node]
        if self._main.get(article) == node:
            for other in self.heads.story.get(article, ()):
                if other in self._main and other != article and other not in self._unlike.get(article, ()):
                    yield self._main[other]

    def _clustered(self, component: set[str]) -> Iterator[Cluster]:
        if len(component) == 1:
            yield tuple(component)
            return
        scores = {
            (one, other): score
            for one in component
            for other, score in self._scores.get(one, {}).items()
            if one < other and other in component
        }
        articles = {self._owner[node] for node in component}
        apart = [pair for article in articles for pair in self._apart.get(article, ())]
        told = {(min(one, other), max(one, other)) for one in component for other in self._told(one)}
        found = average_link(
            component,
            scores,
            settings()["thresholds"]["event"],
            [*filter(self._free, inside(apart, component)), *inside(self.bound.apart, component)],
            [*sorted(inside(self.bound.together, component)), *sorted(told)],
        )
        yield from map(tuple, found)

    def _free(self, pair: Pair) -> bool:
        return self.bound.free(*pair)


def inside(pairs: Iterable[Pair], component: set[str]) -> Iterator[Pair]:
    """The pairs of which both are in a set."""
    return (pair for pair in pairs if pair[0] in component and pair[1] in component)


class Heads:
    """Headlines on their own that tell one story, by average link."""

    def __init__(self) -> None:
        #: The headlines of each one's story.
        self.story: dict[str, Cluster] = {}
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        self._unsettled: set[str] = set()

    def meet(self, one: str, other: str, score: float | None) -> None:
        """How near two headlines are from now on: from 1 on they may tell one story."""
        if self._near.get(one, {}).get(other) != score:
            self._unsettled.update((one, other))
        if score is not None:
            self._near[one][other] = self._near[other][one] = score
        elif other in self._near.get(one, {}):
            del self._near[one][other], self._near[other][one]

    def leave(self, article: str) -> None:
        """One headline less."""
        for other in [*self._near.get(article, ())]:
            self.meet(article, other, None)

    def settle(self) -> set[str]:
        """Find again what changed; the headlines whose story is another now."""
        rest = set(self._unsettled)
        changed: set[str] = set()
        for article in self._unsettled:
            rest.update(self.story.get(article, ()))
        self._unsettled = set()
        while rest:
            component = self._component(rest.pop())
            rest -= component
            for told in self._stories(component):
                changed.update(article for article in told if self.story.get(article, (article,)) != told)
                self.story.update((article, told) for article in told)
        return changed

    def _component(self, article: str) -> set[str]:
        found, rest = {article}, [article]
        while rest:
            near = self._near.get(rest.pop(), {})
            new = {other for other, score in near.items() if score >= 1} - found
            found |= new
            rest += new
        return found

    def _stories(self, component: set[str]) -> list[Cluster]:
        scores = {
            (one, other): score
            for one in sorted(component)
            for other, score in self._near.get(one, {}).items()
            if one < other and other in component
        }
        return [tuple(told) for told in average_link(component, scores, 1.0)]
