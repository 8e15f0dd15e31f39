"""Drift over a whole collection: which outlets, which cues, which kinds of claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportedly.corroborate.model import Drift, Stories

#: What has no outlet, no event or no type.
NOWHERE = "-"


@dataclass(frozen=True, slots=True)
class Count:
    """How often something made a claim surer or less sure, and by how much on average (FactBank's steps)."""

    name: str
    surer: int
    less_sure: int
    mean: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that was dropped or added in the copying."""

    text: str
    kind: str
    lost: int
    gained: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of certainty in a collection: most frequent first."""

    articles: int
    #: Articles that have their words from another of the collection.
    derived: int
    #: Articles in which a claim became surer or less sure.
    drifted: int
    outlets: tuple[Count, ...]
    types: tuple[Count, ...]
    cues: tuple[Cue, ...]


def summary(stories: Stories) -> Summary:
    """The drift of a set of stories by outlet that copied, by type of event and by cue."""
    outlets = {article.id: article.outlet for article in stories.articles}
    types = {event.id: event.type for event in stories.events}
    moved = [one for one in stories.drift if one.change]
    return Summary(
        articles=len(stories.articles),
        derived=sum(any(isinstance(link.to, str) for link in one.derived_from) for one in stories.articles),
        drifted=len({one.to.article for one in moved}),
        outlets=counted(moved, lambda one: outlets.get(one.to.article)),
        types=counted(moved, lambda one: types.get(one.event or "")),
        cues=cues(moved),
    )


def counted(drift: Iterable[Drift], by: Callable[[Drift], str | None]) -> tuple[Count, ...]:
    """Changes by what somebody wants to know of them."""
    found: dict[str, list[float]] = defaultdict(list)
    for one in drift:
        found[by(one) or NOWHERE].append(one.change)
    rows = (
        Count(
            name,
            sum(c > 0 for c in changes),
            sum(c < 0 for c in changes),
            round(sum(changes) / len(changes), 2),
        )
        for name, changes in found.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.surer - row.less_sure, row.name)))


def cues(drift: Iterable[Drift]) -> tuple[Cue, ...]:
    """The words that were dropped and added."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in drift:
        for place, side in enumerate((one.lost, one.gained)):
            for cue in side:
                found[cue.text, cue.kind][place] += 1
    rows = (Cue(text, kind, lost, gained) for (text, kind), (lost, gained) in found.items())
    return tuple(sorted(rows, key=lambda row: (-row.lost - row.gained, row.text, row.kind)))
