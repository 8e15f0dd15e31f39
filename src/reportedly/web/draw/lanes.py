"""Where the articles of a provenance graph stand: a lane for each origin, a column for each step of copying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: Of so many identical copies of one article, so many are shown and the others counted.
SHOWN = 2
#: Deeper than this is drawn in the last column.
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece of information enters: the beginning of a lane."""

    key: str
    kind: str
    label: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An article of the graph; ``parent`` is the article that it was made from, ``kind`` what it made of it."""

    key: str
    label: str
    detail: str
    status: str
    origin: str
    parent: str | None = None
    kind: str | None = None
    href: str | None = None


@dataclass(slots=True)
class Placed:
    """A member, or so many folded copies, in its row and column."""

    row: int
    column: int
    member: Member
    above: Placed | None = None
    #: How many copies stand here instead of one article.
    folded: int = 0


@dataclass(slots=True)
class Lane:
    """An origin with its articles; rows count from the top of the lane."""

    source: Source
    placed: list[Placed] = field(default_factory=list)
    rows: int = 1


def lanes(sources: Sequence[Source], members: Sequence[Member]) -> list[Lane]:
    """All lanes, in the order of the sources; a member of no known origin is left out."""
    by_origin: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_origin[member.origin].append(member)
    return [_Layout(source, by_origin[source.key]).lane() for source in sources if by_origin[source.key]]


class _Layout:
    """The laying out of one lane."""

    def __init__(self, source: Source, members: Sequence[Member]) -> None:
        self.source = source
        self.members = {member.key: member for member in members}
        self.children = children_of(self.members)
        self.placed: list[Placed] = []
        self.row = 0

    def lane(self) -> Lane:
        """The roots one under another, each with what was made of it; a first child shares its parent's row."""
        waiting: list[tuple[list[Member], int, Placed | None]] = [
            ([member], 0, None) for member in reversed(self.members.values()) if root_of(member, self.members)
        ]
        while waiting:
            (member, *others), column, above = waiting.pop()
            here = Placed(self.row, min(column, DEEPEST), member, above, len(others) and len(others) + 1)
            self.placed.append(here)
            under = [] if others else self.groups(member)
            if not under:
                self.row += 1
            waiting += [(each, column + 1, here) for each in reversed(under)]
        return Lane(self.source, self.placed, max(self.row, 1))

    def groups(self, member: Member) -> list[list[Member]]:
        """What was made of a member, one by one, and identical copies beyond the first together at the end."""
        children = self.children.get(member.key, [])
        same = [child for child in children if child.kind == "copy" and not self.children.get(child.key)]
        folded = same[SHOWN:] if len(same) > SHOWN + 1 else []
        shown = [[child] for child in children if child not in folded]
        return [*shown, folded] if folded else shown


def children_of(members: Mapping[str, Member]) -> dict[str, list[Member]]:
    """What was made of each article; a circle is cut where it is entered."""
    found: dict[str, list[Member]] = defaultdict(list)
    for member in members.values():
        if not root_of(member, members) and member.parent is not None:
            found[member.parent].append(member)
    return found


def root_of(member: Member, members: Mapping[str, Member]) -> bool:
    """Whether nothing in the lane comes before a member: also for the first of a circle."""
    seen, parent = {member.key}, member.parent
    if parent not in members or parent == member.key:
        return True
    while parent is not None and parent in members and parent not in seen:
        seen.add(parent)
        parent = members[parent].parent
    return parent == member.key == min(seen)
