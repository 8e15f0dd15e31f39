"""Who has what from whom in a set of articles that grows: debts, those to agencies, and the origins that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from reportedly.corroborate.links import Reuse, agency_links, chosen, link, siblings, weighty
from reportedly.corroborate.model import Link
from reportedly.corroborate.passages import Shared
from reportedly.corroborate.shelf import Shelf

Passages = tuple[Shared, ...]
Value = TypeVar("Value")


class Lineage:
    """The debts of articles to one another; each is settled by what the article shares with others alone."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        #: What each article shares with earlier ones, and how alike it is to those that it may retell.
        self.reuses: dict[str, dict[str, Passages]] = defaultdict(dict)
        self.retold: dict[str, dict[str, float]] = defaultdict(dict)
        self.derived: dict[str, Link] = {}
        self.debts: dict[str, list[Link]] = {}
        #: Earlier articles with which it shares an agency's words.
        self.siblings: dict[str, tuple[str, ...]] = {}
        #: The origin of each article, by the first article of it.
        self.home: dict[str, str] = {}
        self._joined: dict[str, set[str]] = defaultdict(set)
        self._children: dict[str, set[str]] = defaultdict(set)
        self._unsettled: set[str] = set()

    def shares(self, later: str, earlier: str, passages: Passages | None) -> None:
        """What a later article has of an earlier one, or that it has nothing."""
        if _noted(self.reuses, later, earlier, passages):
            self._unsettled.add(later)

    def retells(self, later: str, earlier: str, alike: float | None) -> None:
        """How far a later article retells an earlier one in another language, or that it does not."""
        if _noted(self.retold, later, earlier, alike):
            self._unsettled.add(later)

    def enter(self, article: str) -> None:
        """One article more, or another text of one."""
        self._unsettled.add(article)

    def leave(self, article: str) -> None:
        """One article less; what others shared with it is taken back by those who know of it."""
        self.reuses.pop(article, None)
        self.retold.pop(article, None)
        self._unsettled.add(article)

    def settle(self) -> set[str]:
        """Work out what changed; the articles whose debts or origin are others now, or what they share."""
        stirred = set(self._unsettled)
        for article in self._unsettled:
            stirred |= self._joined[article]
            self._part(article)
        # In order of time, so that what is put away is fetched for neighbours once.
        there = [article for article in self._unsettled if article in self._shelf]
        for article in sorted(there, key=self._shelf.order):
            self._find(article)
            self._join(article)
            stirred |= self._joined[article]
        touched = {article for article in self._unsettled if article in self._shelf}
        below = {each for article in self._unsettled for each in (article, *self._below(article))}
        self._unsettled = set()
        gone = {article for article in stirred if article not in self._shelf}
        for article in gone:
            self._forget(article)
        return {*touched, *self._indebted(below - gone), *self._rehomed(stirred - gone)}

    def _forget(self, article: str) -> None:
        for known in (self.derived, self.debts, self.siblings, self.home, self._joined, self._children):
            known.pop(article, None)

    def _sources(self, article: str) -> set[str]:
        """The earlier articles that one is of one origin with."""
        above = self._above(article)
        return {*([above] if above else []), *self.siblings.get(article, ())}

    def _part(self, article: str) -> None:
        """Take back whom an article has its words from."""
        for other in self._sources(article):
            self._joined[article].discard(other)
            self._joined[other].discard(article)
            self._children[other].discard(article)
        self.derived.pop(article, None)
        self.siblings.pop(article, None)

    def _join(self, article: str) -> None:
        for other in self._sources(article):
            self._joined[article].add(other)
            self._joined[other].add(article)
        if parent := self._above(article):
            self._children[parent].add(article)

    def _find(self, article: str) -> None:
        if not self.reuses.get(article) and not self.retold.get(article):
            return
        text = self._shelf[article]
        found = list(self.shared(article))
        parent = chosen(text, found)
        alike = tuple(one.earlier.id for one in found if siblings(text, one.earlier))
        if alike:
            self.siblings[article] = alike
        if parent is not None:
            self.derived[article] = link(parent)
        elif self.retold.get(article):
            # Of two that are equally alike the earlier counts.
            earlier, score = min(
                self.retold[article].items(), key=lambda pair: (-pair[1], self._shelf.order(pair[0]))
            )
            self.derived[article] = Link(earlier, "rewrite", (), "time", round(score, 3))

    def shared(self, article: str) -> Iterator[Reuse]:
        """What an article has of earlier ones, in order of these."""
        text = self._shelf[article]
        earlier = self.reuses.get(article, {})
        for key in sorted(earlier, key=self._shelf.order):
            yield Reuse(text, self._shelf[key], earlier[key])

    def _above(self, article: str) -> str | None:
        found = self.derived.get(article)
        return found.to if found is not None and isinstance(found.to, str) else None

    def above(self, article: str) -> list[str]:
        """The articles that one has its words from, the nearest first."""
        found: list[str] = []
        while (parent := self._above(article)) is not None:
            found.append(parent)
            article = parent
        return found

    def _owed(self, article: str) -> Iterator[str]:
        """Those above it of whose agencies an article has something: as far as every debt on the way weighs enough."""
        for each in [article, *self.above(article)]:
            debt = self.derived.get(each)
            if (
                debt is None
                or not isinstance(debt.to, str)
                or not weighty(self._shelf.brief(each), debt.score)
            ):
                return
            yield debt.to

    def _below(self, article: str) -> Iterator[str]:
        """The articles that have their words from one."""
        for child in self._children.get(article, ()):
            yield child
            yield from self._below(child)

    def _indebted(self, articles: Iterable[str]) -> Iterator[str]:
        """Those of some articles whose debts to agencies changed."""
        for article in articles:
            above = [self._shelf.brief(each) for each in self._owed(article)]
            found = agency_links(self._shelf.brief(article), above, self.derived.get(article))
            if found != self.debts.get(article, []):
                yield article
            if found:
                self.debts[article] = found
            else:
                self.debts.pop(article, None)

    def _rehomed(self, articles: set[str]) -> Iterator[str]:
        """The articles that have another origin now."""
        while articles:
            members = self.component(articles.pop())
            articles -= members
            first = min(members, key=self._shelf.order)
            for member in members:
                if self.home.get(member) != first:
                    self.home[member] = first
                    yield member

    def component(self, article: str) -> set[str]:
        """All that are of one origin with an article."""
        found, rest = {article}, [article]
        while rest:
            new = self._joined.get(rest.pop(), set()) - found
            found |= new
            rest += new
        return found

    def origins(self) -> Mapping[str, list[str]]:
        """The articles of each origin in order of time, in order of their first."""
        found: dict[str, list[str]] = {}
        for article in sorted(self.home, key=self._shelf.order):
            found.setdefault(self.home[article], []).append(article)
        return found


def _noted(known: dict[str, dict[str, Value]], later: str, earlier: str, value: Value | None) -> bool:
    """Put down what is between two articles; whether that is news."""
    before = known.get(later, {}).get(earlier)
    if value is None:
        if before is not None:
            del known[later][earlier]
    else:
        known[later][earlier] = value
    return before != value
