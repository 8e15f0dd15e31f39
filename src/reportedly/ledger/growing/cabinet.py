"""What every article is to others, fetched from the ledger when it is asked for and put back where it changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import msgspec

from reportedly.corroborate.groups import Cluster, Groups
from reportedly.corroborate.lineage import Lineage
from reportedly.corroborate.shelf import Place, article_of
from reportedly.ledger.growing.lazily import Lazy
from reportedly.ledger.growing.records import Standing, Told, packed, standing_in


class Cabinet:
    """The standing of articles in the tables of a ledger."""

    def __init__(self, connection: sqlite3.Connection, lineage: Lineage, groups: Groups) -> None:
        self._connection, self._lineage, self._groups = connection, lineage, groups
        #: What was kept of the articles that were asked for.
        self._before: dict[str, bytes | None] = {}
        self.places: Lazy[str, tuple[Place, ...]] = Lazy(self.fetch)
        #: The numbers of stories by their events, and of headlines' stories.
        self.numbers: dict[Cluster, int] = {}
        self._headlines: dict[Cluster, int] = {}
        self._members: dict[int, Cluster] = {}
        self._attach()

    def _attach(self) -> None:
        """Let what is known of articles be fetched when it is asked for."""
        lineage, groups, of_node = self._lineage, self._groups, self._fetch_node
        for name in ("derived", "debts", "siblings", "home"):
            setattr(lineage, name, Lazy(self.fetch))
        for name, default in (("reuses", dict), ("retold", dict), ("_joined", set), ("_children", set)):
            setattr(lineage, name, Lazy(self.fetch, default))
        for name in ("nodes", "_apart", "_main"):
            setattr(groups, name, Lazy(self.fetch))
        for name in ("cluster", "when", "_owner"):
            setattr(groups, name, Lazy(of_node))
        groups._unlike = Lazy(self.fetch, set)
        groups._scores = Lazy(of_node, dict)
        groups.heads.story = Lazy(self.fetch)
        groups.heads._near = Lazy(self.fetch, dict)

    def _fetch_node(self, node: str) -> None:
        self.fetch(article_of(node))

    def fetch(self, article: str) -> None:
        """Put down what was kept of an article."""
        if article in self._before:
            return
        row = self._connection.execute(
            "SELECT body FROM index_standings WHERE article = ?", (article,)
        ).fetchone()
        self._before[article] = row[0] if row else None
        if row:
            self._spread(article, standing_in(row[0]))

    def _spread(self, article: str, one: Standing) -> None:
        lineage, groups = self._lineage, self._groups
        known: Any = {
            "reuses": one.reuses, "retold": one.retold, "derived": one.derived, "debts": one.debts,
            "siblings": one.siblings, "home": one.home, "_joined": set(one.joined), "_children": set(one.children),
        }  # fmt: skip
        for name, value in known.items():
            if value:
                getattr(lineage, name).known(article, value)
        grouped: Any = {
            "_apart": set(one.apart),
            "_unlike": set(one.unlike),
            "_main": next((f"{article}\0{told.claim}" for told in one.events if told.main), None),
        }
        for name, value in grouped.items():
            if value:
                getattr(groups, name).known(article, value)
        heads: Any = groups.heads
        if one.near:
            heads._near.known(article, one.near)
        if one.headline:
            heads.story.known(article, self._group(one.headline))
            self._headlines[self._group(one.headline)] = one.headline
        self._spread_events(article, one)

    def _spread_events(self, article: str, one: Standing) -> None:
        groups: Any = self._groups
        nodes = tuple(f"{article}\0{told.claim}" for told in one.events)
        groups.nodes.known(article, nodes)
        self.places.known(
            article,
            tuple(Place(node, told.start, told.main) for node, told in zip(nodes, one.events, strict=True)),
        )
        for node, told in zip(nodes, one.events, strict=True):
            groups._owner.known(node, article)
            groups.when.known(node, ((one.at, article), told.start))
            if told.scores:
                groups._scores.known(node, told.scores)
            cluster = self._group(told.story) if told.several else (node,)
            groups.cluster.known(node, cluster)
            self.numbers[cluster] = told.story

    def _group(self, number: int) -> Cluster:
        """What is under a number."""
        if number not in self._members:
            (body,) = self._connection.execute(
                "SELECT members FROM index_groups WHERE number = ?", (number,)
            ).fetchone()
            self._members[number] = msgspec.msgpack.decode(body, type=tuple[str, ...])
        return self._members[number]

    # Putting back ------------------------------------------------------------------------------------------------

    def regroup(self, gone: Iterable[tuple[Cluster, int]], new: Iterable[tuple[Cluster, int]]) -> None:
        """Events that are no more one story, and such as are one from now on, by the story's number."""
        for cluster, number in gone:
            self.numbers.pop(cluster, None)
            self._connection.execute("DELETE FROM index_groups WHERE number = ?", (number,))
        for cluster, number in new:
            self.numbers[cluster] = number
            self._put_group(number, cluster)

    def _put_group(self, number: int, members: Cluster) -> None:
        if len(members) > 1:
            self._connection.execute(
                "INSERT OR REPLACE INTO index_groups VALUES (?, ?)", (number, packed(members))
            )

    def put_back(self) -> None:
        """Keep what changed."""
        self._settle_headlines()
        for article, before in self._before.items():
            if article not in self._lineage.home:
                self._connection.execute("DELETE FROM index_standings WHERE article = ?", (article,))
                continue
            body = packed(
                standing_of(article, self._lineage, self._groups, self.places, self.numbers, self._headlines)
            )
            if body != before:
                self._connection.execute(
                    "INSERT OR REPLACE INTO index_standings VALUES (?, ?)", (article, body)
                )

    def _settle_headlines(self) -> None:
        story: Any = self._groups.heads.story
        there = {told for article in self._before if (told := story.fetched(article)) and len(told) > 1}
        for told in [told for told in self._headlines if told not in there]:
            self._connection.execute(
                "DELETE FROM index_groups WHERE number = ?", (self._headlines.pop(told),)
            )
        last = self._connection.execute("SELECT min(number) FROM index_groups").fetchone()[0] or 0
        for number, told in enumerate(sorted(there - self._headlines.keys()), 1 - min(last, 0)):
            self._headlines[told] = -number
            self._put_group(-number, told)


def standing_of(  # all that is known of an article
    article: str,
    lineage: Lineage,
    groups: Groups,
    places: dict[str, tuple[Place, ...]],
    numbers: Mapping[Cluster, int],
    headlines: Mapping[Cluster, int],
) -> Standing:
    """What an article is to others."""
    at = (asked := partial(known, article))(groups.nodes) and groups.when[groups.nodes[article][0]][0][0]
    events = [
        Told(
            place.id.rpartition("\0")[2],
            place.start,
            place.main,
            numbers[groups.cluster[place.id]],
            len(groups.cluster[place.id]) > 1,
            dict(sorted((known(place.id, groups._scores) or {}).items())),
        )
        for place in places[article]
    ]
    return Standing(
        at or "",
        events,
        dict(sorted((asked(lineage.reuses) or {}).items())),
        dict(sorted((asked(lineage.retold) or {}).items())),
        asked(lineage.derived),
        asked(lineage.debts) or [],
        asked(lineage.siblings) or (),
        lineage.home[article],
        sorted(asked(lineage._joined) or ()),
        sorted(asked(lineage._children) or ()),
        sorted(asked(groups._apart) or ()),
        sorted(asked(groups._unlike) or ()),
        dict(sorted((asked(groups.heads._near) or {}).items())),
        headlines.get(asked(groups.heads.story) or (), 0),
    )


def known(key: str, table: dict[str, Any]) -> Any:
    """What is at hand of a key: nothing is made or fetched by asking."""
    return dict.get(table, key)
