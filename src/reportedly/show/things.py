"""What an act is about, in the article's words, with the ranges behind its numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.model import Claim, Quantity, Role
from reportedly.show.index import Index
from reportedly.show.numbers import amount
from reportedly.show.words import Words

#: Code points between an amount and what it counts ("hundreds of these weapons"): more is no phrase.
GAP = 16


@dataclass(slots=True)
class Thing:
    """A phrase of the article; things of one key are the same thing."""

    key: str
    start: int
    end: int
    #: Ranges of the amounts in it.
    ranges: list[str] = field(default_factory=list)


def things(claims: Iterable[Claim], index: Index, words: Words) -> tuple[list[str], list[str]]:
    """The objects of some claims, and the amounts that count none of them."""
    objects: list[Thing] = []
    figures: list[Thing] = []
    for claim in claims:
        own = [
            Thing(role.entity or role.text.casefold(), role.start, role.end) for role in claim.roles.objects
        ]
        for key in claim.quantities:
            if quantity := index.quantities.get(key):
                figures.extend(_counted(quantity, own, amount(quantity, words)))
        objects.extend(own)
    return _told(_fullest(objects, index), index), _told(figures, index)


def _counted(quantity: Quantity, objects: list[Thing], said: str) -> list[Thing]:
    """Nothing where the amount becomes part of an object, else a figure of its own."""
    start, end = quantity.span.start, quantity.span.end
    counted = quantity.of
    reach = counted.end if counted and 0 <= counted.start - end <= GAP else end
    for thing in objects:
        within = thing.start <= start and end <= thing.end
        before = start < thing.start < reach and thing.start - end <= GAP
        if within or before:
            thing.start = min(thing.start, start)
            thing.ranges.append(said)
            return []
    return [Thing("", start, reach, [said])]


def _fullest(objects: list[Thing], index: Index) -> list[Thing]:
    """One phrase for each thing: of its mentions the longest, and none whose words stand in another's."""
    best: dict[str, Thing] = {}
    for thing in objects:
        known = best.get(thing.key)
        if known is None or thing.end - thing.start > known.end - known.start:
            best[thing.key] = thing
    kept: dict[str, Thing] = {}
    for thing in sorted(best.values(), key=lambda thing: thing.start - thing.end):
        text = index.words(thing.start, thing.end).casefold()
        if not any(text in other for other in kept):
            kept[text] = thing
    return sorted(kept.values(), key=lambda thing: thing.start)


def _told(phrases: list[Thing], index: Index) -> list[str]:
    """The phrases with their ranges in brackets, each once."""
    told: dict[str, None] = {}
    for thing in phrases:
        ranges = ", ".join(dict.fromkeys(filter(None, thing.ranges)))
        text = index.words(thing.start, thing.end)
        told[f"{text} ({ranges})" if ranges else text] = None
    return list(told)


def names(fillers: Iterable[tuple[Role, ...]], index: Index) -> tuple[str, ...]:
    """The names of some roles' fillers, each once."""
    return tuple(dict.fromkeys(name for roles in fillers for name in index.names(roles)))
