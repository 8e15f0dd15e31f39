"""Stories of a set of articles that grows: one article more touches its neighbourhood alone.

What is found is a function of the articles that are there, of nothing else: neither of the order in which they came nor
of whether they came one by one or all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.corroborate.about import gainsays
from reportedly.corroborate.events import Compared, Meeting, inside, meeting, needed, settings
from reportedly.corroborate.groups import Cluster, Groups
from reportedly.corroborate.judgements import Judged, alone, bound, wrong
from reportedly.corroborate.lineage import Lineage
from reportedly.corroborate.links import Reuse, reuse_of
from reportedly.corroborate.nearness import Nearness
from reportedly.corroborate.passages import Shared
from reportedly.corroborate.shelf import Shelf
from reportedly.corroborate.telling import Telling
from reportedly.corroborate.texts import Text
from reportedly.corroborate.traits import features_of
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
    #: Articles that share other words, or have other debts or another origin, and those that came.
    articles: set[str] = field(default_factory=set)


class Index(Telling):
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
        self.judged: list[Judged] = []
        self._came = self._left = 0
        self._changes = Changes()
        self.judge(judgements)

    def __len__(self) -> int:
        return len(self.nearness.slots)

    # What comes and goes -----------------------------------------------------------------------------------------

    def add(self, readings: Iterable[Reading]) -> None:
        """More articles, or other readings of such as are there; the ids of their documents tell."""
        came: list[str] = []
        for reading in readings:
            self._came += 1
            article = reading.document.id or f"article-{self._came}"
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
        before, self.judged = self.judged, list(judgements)
        touched = {
            ref.article
            for one in {*before} ^ {*self.judged}
            for ref in (one.left, one.right)
            if ref is not None and ref.article in self.shelf
        }
        self.shelf.judged(alone(self.judged), wrong(self.judged), touched)
        for article in touched:
            self._changes.articles.add(article)
            self.groups.leave(article)
            self._enter_nodes(article)
        least = settings()["thresholds"]["neighbour"]
        for article in touched:
            slot = self.nearness.slots[article]
            for pair in list(self.nearness.stirred_near(slot, least, new=True)):
                self._near(*pair)
        self._bind()
        self._gather()

    def _bind(self) -> None:
        articles = {
            ref.article
            for one in self.judged
            for ref in (one.left, one.right)
            if ref is not None and ref.article in self.shelf
        }
        nodes = [node for article in sorted(articles) for node in self.shelf.nodes(article)]
        self.compared.bound = bound(nodes, self.judged)
        self.groups.bind(self.compared.bound)

    def _leave(self, article: str) -> None:
        if article not in self.nearness.slots:
            return
        slot = self.nearness.slots[article]
        stirred = self._stirred(slot, new=False)
        self.nearness.drop(article)
        self.nearness.leave(slot)
        self.groups.leave(article)
        self.lineage.leave(article)
        self._left += 1
        self._look(*stirred)

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
        self._look(*self._stirred(slot, new=True))

    def _stirred(self, slot: int, *, new: bool) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
        least = settings()["thresholds"]["neighbour"]
        near = set(self.nearness.stirred_near(slot, least, new=new))
        return set(self.nearness.stirred_copies(slot, new=new)), near

    def _enter_nodes(self, article: str) -> None:
        places = self.shelf.places(article)
        own = inside(self.compared, self.shelf.nodes(article)) if len(places) > 1 else Meeting()
        self.groups.enter(article, self.shelf.order(article), places, own)

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
        one, other = (self.shelf.nodes(each) if alike else () for each in (first, second))
        retold = retold and not gainsays(one, other)
        self.lineage.retells(second, first, alike if retold else None)
        self._tell(first, second, alike)
        self.met += alike is not None
        met = meeting(self.compared, one, other, alike) if alike and one and other else None
        self.groups.meet(first, second, met)

    def _tell(self, one: str, other: str, alike: float | None) -> None:
        """Whether two headlines tell one story."""
        if alike is None:
            self.groups.heads.meet(one, other, None)
            return
        first, second = self.shelf.brief(one), self.shelf.brief(other)
        if first.terse and second.terse:
            self.groups.heads.meet(one, other, alike / needed(first, second))

    # What is found -----------------------------------------------------------------------------------------------

    def changed(self) -> Changes:
        """What is another since this was asked for last."""
        found, self._changes = self._changes, Changes()
        for article in found.articles:
            found.new |= {self.groups.cluster[node] for node in self.groups.nodes.get(article, ())}
        found.gone -= found.new
        return found
