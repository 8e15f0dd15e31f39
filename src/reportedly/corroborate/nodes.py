"""What is compared across articles: each event of an article, with who, what, when, where and in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from reportedly.corroborate.amounts import COMPARED, thing_of
from reportedly.corroborate.rarity import STEMS, Bag, forms, terms
from reportedly.corroborate.texts import Text
from reportedly.model import Claim, Entity, Quantity, Role
from reportedly.naming import folded

#: Days before publication from which on a happening is background.
OLD = 60


#: What a key begins with that two parties may share without being one, and its letters.
ROOT = "root:"
STOCK = 5


@dataclass(eq=False)
class Node:
    """The claims of one happening in one article."""

    id: str
    text: Text
    claims: tuple[Claim, ...]
    #: Whether it is what its article is about.
    main: bool = False
    #: The words of its sentences with what each tells, and by which weighing.
    weighed: tuple[object, dict[int, int]] | None = field(default=None, repr=False)

    @property
    def language(self) -> str:
        return self.text.language

    @cached_property
    def start(self) -> int:
        """Where it is told first."""
        return self.claims[0].anchor.start

    @cached_property
    def types(self) -> frozenset[str]:
        return frozenset(claim.type for claim in self.claims if claim.type)

    @cached_property
    def acts(self) -> frozenset[str]:
        return frozenset(claim.act for claim in self.claims if claim.act)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The stems of the words that name it."""
        return frozenset(word for claim in self.claims for word in terms(claim.anchor.lemma) if len(word) > 2)

    @cached_property
    def kin(self) -> frozenset[str]:
        """The families of the words that name it."""
        return frozenset(family for claim in self.claims for family in self.text.kin[claim.id])

    @cached_property
    def saying(self) -> bool:
        """Whether it is no more than somebody's saying something: of these one article tells many."""
        return all(claim.anchor.start in self.text.cues for claim in self.claims)

    @cached_property
    def counted(self) -> dict[str, list[Quantity]]:
        """Its amounts by what they are of."""
        quantities = self.text.quantities
        found: dict[str, list[Quantity]] = defaultdict(list)
        for key in sorted({key for claim in self.claims for key in claim.quantities} & quantities.keys()):
            if quantities[key].dimension in COMPARED:
                found[thing_of(quantities[key], self.language)].append(quantities[key])
        return found

    @cached_property
    def people(self) -> frozenset[str]:
        """The last names of the persons in its sentences."""
        return frozenset(
            name for claim in self.claims for name, _ in self.text.names_in("person", claim.evidence)
        )

    @cached_property
    def sites(self) -> frozenset[str]:
        """The places that its sentences name."""
        return frozenset(
            name for claim in self.claims for name, _ in self.text.names_in("place", claim.evidence)
        )

    @cached_property
    def words(self) -> Bag:
        """The words of its sentences, each sentence once."""
        sentences = {(claim.evidence.start, claim.evidence.text) for claim in self.claims}
        return STEMS.bag(word for _, text in sorted(sentences) for word in forms(text))

    @cached_property
    def actors(self) -> frozenset[str]:
        return frozenset(self._keys(role for claim in self.claims for role in claim.roles.actors))

    @cached_property
    def recipients(self) -> frozenset[str]:
        return frozenset(self._keys(role for claim in self.claims for role in claim.roles.recipients))

    @cached_property
    def objects(self) -> frozenset[str]:
        return frozenset(self._keys(role for claim in self.claims for role in claim.roles.objects))

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries among its parties, as themselves."""
        roles = (role for claim in self.claims for role in (*claim.roles.actors, *claim.roles.recipients))
        entities = (self.text.entities.get(role.entity or "") for role in roles)
        return frozenset(
            each.country for each in entities if each and each.kind == "country" and each.country
        )

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(self._keys(role for claim in self.claims for role in claim.roles.locations))

    @cached_property
    def amounts(self) -> frozenset[tuple[float, str]]:
        """Amounts with their units, exact or as their middle."""
        quantities = self.text.quantities
        found = (quantities[key] for claim in self.claims for key in claim.quantities if key in quantities)
        return frozenset(amount for each in found if (amount := _amount(each)))

    @cached_property
    def in_headline(self) -> bool:
        """Whether only the headline tells of it."""
        return all(map(self.text.in_headline, self.claims))

    @cached_property
    def ranks(self) -> frozenset[float]:
        """Which of several it is: "the second attack"."""
        quantities = self.text.quantities
        found = (quantities[key] for claim in self.claims for key in claim.quantities if key in quantities)
        return frozenset(each.low for each in found if each.dimension == "ordinal" and each.low is not None)

    @cached_property
    def old(self) -> bool:
        """Whether it is put long before the article appeared: what was so before."""
        if self.text.day is None or self.times is None:
            return False
        return (self.text.day - date.fromisoformat(self.times[1])).days > OLD

    @cached_property
    def done(self) -> bool:
        """Whether it is told as a fact of the past."""
        return any(claim.factuality.status == "happened" for claim in self.claims)

    @cached_property
    def times(self) -> tuple[str, str] | None:
        """Earliest and latest day on which it is put, as ISO dates."""
        bounds = [placed for claim in self.claims if (placed := self.text.placed(claim))]
        return (min(first for first, _ in bounds), max(last for _, last in bounds)) if bounds else None

    @cached_property
    def recent(self) -> tuple[str, str] | None:
        """The days on which it is put or, where none is, those before the article appeared: news is new."""
        day = self.text.day
        if self.times is not None or day is None:
            return self.times
        return (day - timedelta(days=OLD)).isoformat(), day.isoformat()

    def _keys(self, roles: Iterable[Role]) -> Iterator[str]:
        for role in roles:
            yield from keys_of(role, self.text.entities.get(role.entity or ""))


def _amount(quantity: Quantity) -> tuple[float, str] | None:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return (sum(ends) / len(ends), quantity.unit or "") if ends and quantity.dimension != "ordinal" else None


def keys_of(role: Role, entity: Entity | None) -> Iterator[str]:
    """What a party goes by in any language: its country, its weapon's name, its own name, its last name.

    Its roots come last: by these alone it is not the same as another, but may be ("Utopia", "the Utopian army").
    """
    yield from (f"{ROOT}{word[:STOCK]}" for word in folded(role.text).split() if len(word) >= STOCK)
    if entity is not None and entity.country:
        yield f"{ROOT}{entity.country}"
    if entity is None:
        words = folded(role.text).split()
        yield from (f"word:{words[-1]}",) if words else ()
        return
    if entity.country and entity.kind in ("country", "place"):
        yield f"country:{entity.country}"
    if entity.weapon and entity.weapon.designation:
        yield f"weapon:{folded(entity.weapon.designation)}"
    name = folded(entity.name)
    if name:
        yield f"name:{name}"
        yield f"word:{name.split()[-1]}"


Refs = frozenset[tuple[str, str]]


def nodes_of(
    text: Text, *, every: bool, alone: Refs = frozenset(), out: Refs = frozenset()
) -> Iterator[Node]:
    """The events of an article; with ``every``, its claims outside the ontology too, each by itself.

    :param alone: claims, by article and own id, that somebody told apart from others of their article.
    :param out: claims that somebody found wrong.
    """
    placed = {claim for article, claim in out if article == text.id}
    for event in text.reading.events:
        claims = [text.claims[key] for key in event.claims if key in text.claims and key not in placed]
        placed.update(event.claims)
        yield from (
            Node(f"{text.id}\0{claim.id}", text, (claim,)) for claim in claims if (text.id, claim.id) in alone
        )
        rest = tuple(claim for claim in claims if (text.id, claim.id) not in alone)
        if rest:
            yield Node(f"{text.id}\0{rest[0].id}", text, rest)
    if every:
        for claim in text.reading.claims:
            if claim.id not in placed:
                yield Node(f"{text.id}\0{claim.id}", text, (claim,))
