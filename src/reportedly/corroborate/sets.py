"""Disjoint sets that grow by what their members share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


class Sets:
    """Items and the names that they share; whatever is joined is one set."""

    def __init__(self) -> None:
        self.parent: dict[Hashable, Hashable] = {}

    def find(self, item: Hashable) -> Hashable:
        """Whoever stands for an item's set."""
        self.parent.setdefault(item, item)
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, one: Hashable, other: Hashable) -> None:
        """Make one set of two."""
        self.parent[self.find(one)] = self.find(other)

    def add(self, item: Hashable, *names: str) -> bool:
        """Put an item with the names; whether one of these was known."""
        known = any(name in self.parent for name in names)
        for name in names:
            self.join(item, name)
        return known

    def groups(self, items: Iterable[Member]) -> list[list[Member]]:
        """The sets in the order of their first items."""
        found: dict[Hashable, list[Member]] = {}
        for item in items:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
