"""What an index of stories tells: events, articles with their debts, origins, drift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.corroborate.drift import drift_of
from reportedly.corroborate.events import Compared
from reportedly.corroborate.groups import Cluster, Groups
from reportedly.corroborate.judgements import Judged, notes
from reportedly.corroborate.lineage import Lineage
from reportedly.corroborate.model import Drift, Origin, Stories, StoryArticle, StoryEvent
from reportedly.corroborate.nearness import Nearness
from reportedly.corroborate.origins import origin_of
from reportedly.corroborate.shelf import Shelf, article_of
from reportedly.corroborate.story import story_event


class Telling:
    """What is told of articles of which it is known what they are to one another."""

    shelf: Shelf
    nearness: Nearness
    lineage: Lineage
    groups: Groups
    compared: Compared
    judged: list[Judged]

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
        component = {article: names[first] for article, first in home.items()} if names is not None else home
        return story_event(
            key or told[0].replace("\0", ":"), nodes, component, self.lineage.debts, self.compared
        )

    def events(self, names: Mapping[str, str] | None = None) -> Iterator[StoryEvent]:
        """All events in the order in which they were first told, numbered."""
        for number, cluster in enumerate(self.clusters(), 1):
            yield self.event(cluster, f"e{number}", names)

    def article(self, article: str, names: Mapping[str, str]) -> StoryArticle:
        """An article with its debts."""
        text = self.shelf.brief(article)
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
        return origin_of(key, [self.shelf.brief(article) for article in articles], self.lineage)

    def drift(self, article: str) -> list[Drift]:
        """The changes of certainty from where an article has its words to it; of events nothing is said."""
        derived = self.lineage.derived.get(article)
        if derived is None or not isinstance(derived.to, str):
            return []
        return drift_of(self.shelf[article], self.shelf[derived.to], derived.passages)

    def stories(self) -> Stories:
        """All of it."""
        ids = [self.nearness.features[slot].id for slot in self.nearness.in_order()]
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
            notes(self.judged, ids),
        )
