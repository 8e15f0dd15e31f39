"""Stories of a set of articles that grows: one article more touches its neighbourhood alone.

What is found is a function of the articles that are there, of nothing else: neither of the order in which they came nor
of whether they came one by one or all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.corroborate.drift import drift_of
from reportedly.corroborate.events import Compared, inside, meeting, needed, settings
from reportedly.corroborate.groups import Cluster, Groups
from reportedly.corroborate.judgements import Judged, alone, bound, notes, wrong
from reportedly.corroborate.lineage import Lineage
from reportedly.corroborate.links import Reuse, reuse_of
from reportedly.corroborate.model import Drift, Origin, Stories, StoryArticle, StoryEvent
from reportedly.corroborate.nearness import Nearness, features_of
from reportedly.corroborate.origins import origin_of
from reportedly.corroborate.passages import Shared
from reportedly.corroborate.shelf import Shelf, article_of
from reportedly.corroborate.story import story_event
from reportedly.corroborate.texts import Text
from reportedly.corroborate.translation import ALIKE, FEWEST
from reportedly.model import Reading

#: Articles from which on, and the share of all there from which on, it is quicker to begin anew.
MANY, SHARE = 64, 0.1
#: Articles gone after which everything is looked up anew.
GONE = 128

Reuses = Callable[[Sequence[Text]], Mapping[Text, Sequence[Reuse]]]


@dataclass(slots=True)
class Changes:
    """What is another since it was asked for last; an event is the set of its nodes."""

    new: set[Cluster] = field(default_factory=set)
    gone: set[Cluster] = field(default_factory=set)
    #: Articles with other debts or another origin, and those that came.
    articles: set[str] = field(default_factory=set)


class Index:
    """Articles with their stories."""

    def __init__(
        self, *, every: bool = False, judgements: Iterable[Judged] = (), reuses: Reuses | None = None
    ) -> None:
        """Begin with none.

        :param every: whether claims outside the ontology are put together too.
        :param judgements: what people said of the claims; it binds.
        :param reuses: finds what many texts share with earlier ones, given them in order of time.
        """
        self.shelf = Shelf(every=every)
        self.nearness = Nearness()
        self.lineage = Lineage(self.shelf)
        self.groups = Groups()
        self.compared = Compared(self.nearness)
        #: Pairs of articles that were near enough to compare their events.
        self.met = 0
        self._reuses = reuses
        self._judged: list[Judged] = []
        self._left = 0
        self._changes = Changes()
        self.judge(judgements)

    def __len__(self) -> int:
        return len(self.nearness.slots)

    # What comes and goes -----------------------------------------------------------------------------------------

    def add(self, readings: Iterable[Reading]) -> None:
        """More articles, or other readings of such as are there; the ids of their documents tell."""
        came: list[str] = []
        for reading in readings:
            article = reading.document.id or f"article-{len(self) + 1}"
            self._leave(article)
            text = self.shelf.put(article, reading)
            self.nearness.put(features_of(text))
            came.append(article)
        self._settle(dict.fromkeys(came))

    def remove(self, articles: Iterable[str]) -> None:
        """Articles less."""
        for article in articles:
            self._leave(article)
            self.shelf.drop(article)
        self._settle({})

    def judge(self, judgements: Iterable[Judged]) -> None:
        """What people judged, all of it, from now on."""
        before, self._judged = self._judged, list(judgements)
        touched = {
            ref.article
            for one in {*before} ^ {*self._judged}
            for ref in (one.left, one.right)
            if ref is not None and ref.article in self.shelf
        }
        self.shelf.judged(alone(self._judged), wrong(self._judged), touched)
        for article in touched:
            self._changes.articles.add(article)
            self.groups.leave(article)
            self._enter_nodes(article)
        for article in touched:
            slot = self.nearness.slots[article]
            for pair in self.nearness.stirred(slot)[1]:
                self._near(*pair)
        self._bind()
        self._gather()

    def _bind(self) -> None:
        articles = {
            ref.article
            for one in self._judged
            for ref in (one.left, one.right)
            if ref is not None and ref.article in self.shelf
        }
        nodes = [node for article in sorted(articles) for node in self.shelf.nodes(article)]
        self.compared.bound = bound(nodes, self._judged)
        self.groups.bind(self.compared.bound)

    def _leave(self, article: str) -> None:
        if article not in self.nearness.slots:
            return
        slot = self.nearness.slots[article]
        copies, near = self.nearness.stirred(slot)
        self.nearness.drop(article)
        self.nearness.leave(slot)
        self.groups.leave(article)
        self.lineage.leave(article)
        self._left += 1
        self._look(copies, near)

    # What is between articles ------------------------------------------------------------------------------------

    def _settle(self, came: Iterable[str]) -> None:
        new = list(came)
        self._changes.articles.update(new)
        if self.nearness.stale() or self._left > GONE or len(new) > max(MANY, SHARE * len(self)):
            self._begin()
        else:
            for article in new:
                self._enter(article)
        self._bind()
        self._gather()

    def _gather(self) -> None:
        """Draw the consequences of what changed between articles."""
        self._changes.articles |= self.lineage.settle()
        gone, new = self.groups.settle()
        self._changes.gone |= gone - self._changes.new
        self._changes.new = (self._changes.new - gone) | new

    def _begin(self) -> None:
        """Compare all articles anew."""
        self._left = 0
        self.nearness.weigh()
        self.nearness.build()
        before, self.groups = self.groups, Groups()
        self._changes.gone |= set(before.cluster.values())
        self._changes.new = set()
        slots = self.nearness.in_order()
        for slot in slots:
            self._enter_nodes(self._id(slot))
            self.lineage.enter(self._id(slot))
        self.lineage.reuses.clear()
        self.lineage.retold.clear()
        for later, earlier, passages in self._all_copies():
            self.lineage.shares(later, earlier, passages)
        least = settings()["thresholds"]["neighbour"]
        for same in (True, False):
            for slot, others, alike in self.nearness.near(least, same=same):
                for other, value in zip(others, alike, strict=True):
                    self._meet(slot, other, value)

    def _all_copies(self) -> Iterator[tuple[str, str, tuple[Shared, ...]]]:
        if self._reuses is not None:
            texts = [self.shelf[self._id(slot)] for slot in self.nearness.in_order()]
            for text, reuses in self._reuses(texts).items():
                yield from ((text.id, one.earlier.id, one.passages) for one in reuses)
            return
        for earlier, later in self.nearness.copies():
            found = reuse_of(self.shelf.words(self._id(later)), self.shelf.words(self._id(earlier)))
            if found:
                yield self._id(later), self._id(earlier), found

    def _id(self, slot: int) -> str:
        return self.nearness.features[slot].id

    def _enter(self, article: str) -> None:
        slot = self.nearness.slots[article]
        self.nearness.enter(slot)
        self.lineage.enter(article)
        self._enter_nodes(article)
        self._look(*self.nearness.stirred(slot))

    def _enter_nodes(self, article: str) -> None:
        nodes = self.shelf.nodes(article)
        self.groups.enter(article, nodes, inside(self.compared, nodes))

    def _look(self, copies: set[tuple[int, int]], near: set[tuple[int, int]]) -> None:
        """Compare pairs of articles that something stirred."""
        for earlier, later in copies:
            self._copied(earlier, later)
        for one, other in near:
            self._near(one, other)

    def _there(self, *slots: int) -> bool:
        return all(self.nearness.slots.get(self._id(slot)) == slot for slot in slots)

    def _copied(self, earlier: int, later: int) -> None:
        first, second = self._id(earlier), self._id(later)
        passages = None
        if self._there(earlier, later) and self.nearness.copied(earlier, later):
            passages = reuse_of(self.shelf.words(second), self.shelf.words(first))
        self.lineage.shares(second, first, passages)

    def _near(self, one: int, other: int) -> None:
        least = settings()["thresholds"]["neighbour"]
        there = self._there(one, other)
        self._meet(one, other, self.nearness.nearby(one, other, least) if there else None)

    def _meet(self, earlier: int, later: int, alike: float | None) -> None:
        """Two articles are so much alike from now on, or not enough."""
        first, second = self._id(earlier), self._id(later)
        foreign = self.nearness.features[earlier].language != self.nearness.features[later].language
        retold = foreign and alike is not None and alike >= ALIKE
        retold = retold and self.nearness.shared_marks(earlier, later) >= FEWEST
        self.lineage.retells(second, first, alike if retold else None)
        self._tell(first, second, alike)
        self.met += alike is not None
        one, other = (self.shelf.nodes(each) if alike else () for each in (first, second))
        met = meeting(self.compared, one, other, alike) if alike and one and other else None
        self.groups.meet(first, second, met)

    def _tell(self, one: str, other: str, alike: float | None) -> None:
        """Whether two headlines tell one story."""
        limit = settings()["story"]["headline"]
        if alike is None:
            self.groups.heads.meet(one, other, None)
        elif max(len(self.shelf.words(one)), len(self.shelf.words(other))) <= limit:
            self.groups.heads.meet(one, other, alike / needed(self.shelf[one], self.shelf[other]))

    # What is found -----------------------------------------------------------------------------------------------

    def changed(self) -> Changes:
        """What is another since this was asked for last."""
        found, self._changes = self._changes, Changes()
        for article in found.articles:
            found.new |= {self.groups.cluster[node] for node in self.groups.nodes.get(article, ())}
        found.gone -= found.new
        return found

    def clusters(self) -> list[Cluster]:
        """The events in the order in which they were first told, each by its nodes in that order."""
        found = {self.told(each) for each in set(self.groups.cluster.values())}
        return sorted(found, key=lambda each: self._when(each[0]))

    def told(self, cluster: Cluster) -> Cluster:
        """The nodes of an event in the order in which they were told."""
        return tuple(sorted(cluster, key=self._when))

    def _when(self, node: str) -> tuple[tuple[str, str], int, str]:
        return (*self.groups.when[node], node)

    def event(
        self, cluster: Cluster, key: str | None = None, names: Mapping[str, str] | None = None
    ) -> StoryEvent:
        """An event with all that is told of it.

        :param key: its id; without one, its first claim with the article's id before it.
        :param names: the ids of origins, by the first of their articles; without them, these stand for themselves.
        """
        told = self.told(cluster)
        nodes = [self.shelf.node(node) for node in told]
        home = {article: self.lineage.home[article] for article in map(article_of, told)}
        component = {article: names[first] for article, first in home.items()} if names else home
        return story_event(
            key or told[0].replace("\0", ":"), nodes, component, self.lineage.debts, self.compared
        )

    def events(self, names: Mapping[str, str] | None = None) -> Iterator[StoryEvent]:
        """All events in the order in which they were first told, numbered."""
        for number, cluster in enumerate(self.clusters(), 1):
            yield self.event(cluster, f"e{number}", names)

    def article(self, article: str, names: Mapping[str, str]) -> StoryArticle:
        """An article with its debts."""
        text = self.shelf[article]
        derived = self.lineage.derived.get(article)
        return StoryArticle(
            id=article,
            outlet=text.outlet,
            published=text.published or None,
            language=text.told_in,
            origins=(names[self.lineage.home[article]],),
            derived_from=(*([derived] if derived else []), *self.lineage.debts.get(article, [])),
        )

    def origin(self, key: str, articles: Sequence[str]) -> Origin:
        """An origin with its reasons."""
        return origin_of(key, [self.shelf[article] for article in articles], self.lineage)

    def drift(self, article: str) -> list[Drift]:
        """The changes of certainty from where an article has its words to it; of events nothing is said."""
        derived = self.lineage.derived.get(article)
        if derived is None or not isinstance(derived.to, str):
            return []
        return drift_of(self.shelf.whole(article).text, self.shelf.whole(derived.to).text, derived.passages)

    def stories(self) -> Stories:
        """All of it."""
        ids = [self._id(slot) for slot in self.nearness.in_order()]
        homes = self.lineage.origins()
        names = {home: f"o{number}" for number, home in enumerate(homes, 1)}
        events = tuple(self.events(names))
        of = {(ref.article, ref.claim): event.id for event in events for ref in event.claims}
        drift = (one for article in ids for one in self.drift(article))
        return Stories(
            tuple(self.article(article, names) for article in ids),
            tuple(self.origin(names[home], articles) for home, articles in homes.items()),
            events,
            tuple(replace(one, event=of.get((one.to.article, one.to.claim))) for one in drift),
            notes(self._judged, ids),
        )
