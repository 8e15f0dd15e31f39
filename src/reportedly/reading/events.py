"""Claims of one article that speak of the same happening become one event.

Claims are taken in order of place. Each joins the cluster with the most that speaks for it, provided that nothing
in the whole cluster speaks against it: other actors, other recipients, other weapons, another day, done against still
to come. Two points are needed: the same finer act, a shared party, a shared object, the same word, the same time, or
a definite noun that takes up the act ("la livraison").
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property

from reportedly.lexicon import load
from reportedly.model import Claim, Entity, Event, Reading, Role, Time

NEEDED = 2
#: Newest clusters that a claim is held against: what lies further back is hardly taken up, and cost stays linear.
RECENT = 24


@cache
def families() -> dict[str, str]:
    """The family of each finer act."""
    return {act: family[0] for family in load("events", "ontology")["families"] for act in family}


@dataclass(frozen=True)
class Side:
    """The parties on one side of an act: everything they go by, and the countries and names that are known."""

    labels: frozenset[str]
    known: frozenset[str]

    def shares(self, other: Side) -> int:
        return len(self.labels & other.labels)

    def differs(self, other: Side) -> bool:
        """Are both known, and nobody on both? "The rebels" may be anybody's other name; "Norway" is not "Chad"."""
        return bool(self.known and other.known) and not self.labels & other.labels


def has_name(entity: Entity) -> bool:
    return any(mention.type == "name" for mention in entity.mentions)


@dataclass(frozen=True, eq=False)
class Told:
    """A claim as clustering sees it."""

    claim: Claim
    entities: dict[str, Entity]
    times: dict[str, Time]

    @cached_property
    def kind(self) -> str:
        """Its act's family, else its type: only claims of one kind can be one event."""
        act = self.claim.act
        return families().get(act, act) if act else str(self.claim.type)

    @cached_property
    def mutual(self) -> bool:
        return self.claim.type in load("events", "ontology")["mutual"]

    @cached_property
    def actors(self) -> Side:
        return self.side_of(self.claim.roles.actors)

    @cached_property
    def recipients(self) -> Side:
        return self.side_of(self.claim.roles.recipients)

    @cached_property
    def parties(self) -> Side:
        return Side(self.actors.labels | self.recipients.labels, self.actors.known | self.recipients.known)

    def side_of(self, roles: tuple[Role, ...]) -> Side:
        entities = [self.entities.get(role.entity or "") for role in roles]
        known = [each.country or each.id for each in entities if each and (each.country or has_name(each))]
        labels = [*known, *(each.id for each in entities if each), *(role.text.casefold() for role in roles)]
        return Side(frozenset(labels), frozenset(known))

    @cached_property
    def weapons(self) -> frozenset[str]:
        """The categories of the weapons among its objects."""
        found = (self.entities.get(role.entity or "") for role in self.claim.roles.objects)
        categories = (each.weapon.category for each in found if each and each.weapon)
        generic = load("events", "ontology")["generic"]
        return frozenset(each for each in categories if each and each not in generic)

    @cached_property
    def objects(self) -> frozenset[str]:
        return frozenset(role.entity for role in self.claim.roles.objects if role.entity) | self.weapons

    @cached_property
    def bounds(self) -> tuple[str, str] | None:
        time = self.times.get(self.claim.time or "")
        return (time.earliest, time.latest) if time and time.earliest and time.latest else None

    @cached_property
    def side(self) -> str | None:
        table = load("events", "ontology")
        status = self.claim.factuality.status
        return next((name for name in ("behind", "ahead") if status in table[name]), None)

    @property
    def takes_up(self) -> bool:
        """A noun without parties of its own, which takes up an act spoken of before."""
        return not self.parties.labels


def against(one: Told, other: Told) -> bool:
    """Does anything say that two claims are different happenings?"""
    if one.side and other.side and one.side != other.side:
        return True
    if one.weapons and other.weapons and not one.weapons & other.weapons:
        return True
    if one.bounds and other.bounds and (one.bounds[0] > other.bounds[1] or other.bounds[0] > one.bounds[1]):
        return True
    if one.mutual or other.mutual:
        return one.parties.differs(other.parties)
    return one.actors.differs(other.actors) or one.recipients.differs(other.recipients)


def speaks_for(one: Told, other: Told) -> int:
    """How many things say that two claims of one kind are the same happening."""
    same_act = bool(one.claim.act and other.claim.act)
    same_actors = bool(one.actors.shares(other.actors))
    same_recipients = bool(one.recipients.shares(other.recipients))
    if one.mutual or other.mutual:
        shared = len(one.parties.known & other.parties.known)
        same_actors, same_recipients = shared > 0, shared > 1
    same_word = one.claim.anchor.lemma == other.claim.anchor.lemma
    return sum(
        (
            same_act,
            same_actors,
            same_recipients,
            bool(one.objects & other.objects),
            same_word,
            bool(one.bounds and one.bounds == other.bounds),
            (one.takes_up or other.takes_up) and (same_word or same_act),
        )
    )


def cluster(reading: Reading) -> Reading:
    """The reading with its events: clusters of typed claims, single ones too, in order of their first claim."""
    entities = {entity.id: entity for entity in reading.entities}
    times = {time.id: time for time in reading.times}
    clusters: dict[str, list[list[Told]]] = defaultdict(list)
    ordered: list[list[Told]] = []
    for claim in reading.claims:
        if claim.type is None and claim.act is None:
            continue
        told = Told(claim, entities, times)
        home = best(told, clusters[told.kind][-RECENT:])
        if home is None:
            home = []
            clusters[told.kind].append(home)
            ordered.append(home)
        home.append(told)
    events = tuple(event(f"v{n}", members) for n, members in enumerate(ordered, 1))
    return replace(reading, events=events)


def best(told: Told, clusters: list[list[Told]]) -> list[Told] | None:
    """The cluster that a claim joins; the newest of equals."""
    found, most = None, NEEDED - 1
    for members in reversed(clusters):
        near = members[-RECENT:]
        if any(against(told, member) for member in near):
            continue
        score = max(speaks_for(told, member) for member in near)
        if score > most:
            found, most = members, score
    return found


def event(key: str, members: list[Told]) -> Event:
    def entities(name: str) -> tuple[str, ...]:
        roles = (role for told in members for role in getattr(told.claim.roles, name))
        return tuple(dict.fromkeys(role.entity for role in roles if role.entity))

    claims = tuple(told.claim.id for told in members)
    return Event(key, claims, members[0].claim.type, entities("actors"), entities("recipients"))
