"""Where in an article a feature is to be seen: the words of the act, of parties, places, persons, figures and days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from reportedly.corroborate.features import firm
from reportedly.corroborate.model import ReasonSpan
from reportedly.corroborate.nodes import Node, keys_of
from reportedly.model import Claim, Role

#: Features of parties by the side that they are on.
SIDES = ("actors", "objects", "recipients")


class Stretch(Protocol):
    """Words of an article: a span, a role, an anchor."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


def seen_in(feature: str, one: Node, other: Node) -> tuple[ReasonSpan, ...]:
    """The words of both that a feature rests on, each article's in their order; none where it rests on the wholes."""
    find = _finder(feature)
    if find is None:
        return ()
    return tuple(
        ReasonSpan(node.text.id, each.start, each.end, each.text)
        for node, beside in ((one, other), (other, one))
        for each in sorted(set(find(node, beside)), key=lambda each: (each.start, each.end))
    )


Finder = Callable[[Node, Node], Iterable[Stretch]]


def _finder(feature: str) -> Finder | None:
    name = feature.removeprefix("other_")
    if name in SIDES:
        return lambda one, other: _parties(name, one, other, shared=name == feature)
    return _FINDERS.get(name)


def _anchors(one: Node, other: Node) -> Iterator[Stretch]:
    """The word of the act that is most like one of the other's; of several the first."""
    yield max(one.claims, key=lambda claim: _likeness(one, claim, other)).anchor


def _likeness(one: Node, claim: Claim, other: Node) -> tuple[bool, bool]:
    """Whether a claim's word is one of another node's, and whether it is of one of its families."""
    lone = Node(one.id, one.text, (claim,))
    return bool(lone.lemmas & other.lemmas), bool(lone.kin & other.kin)


def _parties(side: str, one: Node, other: Node, *, shared: bool) -> Iterator[Stretch]:
    wanted = firm(getattr(one, side) & getattr(other, side) if shared else getattr(one, side))
    for claim in one.claims:
        roles: tuple[Role, ...] = getattr(claim.roles, side)
        yield from (
            role for role in roles if wanted & set(keys_of(role, one.text.entities.get(role.entity or "")))
        )


def _places(one: Node, other: Node) -> Iterator[Stretch]:
    both = firm(one.places & other.places)
    for claim in one.claims:
        for role in claim.roles.locations:
            if both & set(keys_of(role, one.text.entities.get(role.entity or ""))):
                yield role


def _figures(one: Node, _: Node) -> Iterator[Stretch]:
    quantities = one.text.quantities
    yield from (quantities[key].span for claim in one.claims for key in claim.quantities if key in quantities)


def _days(one: Node, _: Node) -> Iterator[Stretch]:
    times = one.text.times
    yield from (times[claim.time].span for claim in one.claims if claim.time in times)


def _states(one: Node, other: Node) -> Iterator[Stretch]:
    entities = one.text.entities
    for claim in one.claims:
        for role in (*claim.roles.actors, *claim.roles.recipients):
            entity = entities.get(role.entity or "")
            if entity and entity.kind == "country" and entity.country not in other.text.states:
                yield role


def _named(kind: str) -> Finder:
    def found(one: Node, _: Node) -> Iterator[Stretch]:
        return (span for claim in one.claims for __, span in one.text.names_in(kind, claim.evidence))

    return found


def _names(one: Node, other: Node) -> Iterator[Stretch]:
    names = one.text.names
    yield from (names[key] for key in names.keys() & other.text.names.keys())


def _sentences(one: Node, _: Node) -> Iterator[Stretch]:
    yield one.claims[0].evidence


_FINDERS: dict[str, Finder] = {
    "amount": _figures,
    "day": _days,
    "era": _days,
    "family": _anchors,
    "kin": _anchors,
    "kind": _anchors,
    "main": _anchors,
    "names": _names,
    "person": _named("person"),
    "place": _places,
    "rank": _figures,
    "saying": _anchors,
    "site": _named("place"),
    "state": _states,
    "time": _days,
    "word": _anchors,
    "wording": _sentences,
}
