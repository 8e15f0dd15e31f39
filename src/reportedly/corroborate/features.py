"""What two nodes have in common, or not: each thing by itself, as a number that the weights speak of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.corroborate.amounts import apart
from reportedly.corroborate.nodes import ROOT, Node

#: Days.
MONTH, HALF_YEAR = 30, 182


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against two nodes being one event."""

    name: str
    value: float
    weight: float

    @property
    def score(self) -> float:
        return self.value * self.weight


def compared(one: Node, other: Node) -> Iterator[tuple[str, float]]:
    """The names and values of all that is told of both."""
    yield from acts(one, other).items()
    for name in ("actors", "recipients", "objects"):
        yield from side(name, one, other).items()
    yield from people(one, other).items()
    if one.language == other.language:
        # A person goes by one name in both languages, a town may not.
        yield "other_site", float(strangers(one, other, one.sites, other.sites))
    yield "other_state", float(other_state(one, other))
    yield "place", float(bool(firm(one.places & other.places)))
    yield "amount", float(bool(one.amounts & other.amounts))
    yield "other_amount", float(other_amounts(one, other))
    yield "saying", float(one.saying and other.saying)
    yield "other_rank", float(other_rank(one, other))
    yield from time(one, other).items()
    yield "later", later(one, other)
    yield "names", names(one, other)


def acts(one: Node, other: Node) -> dict[str, float]:
    """Whether they are named alike, or are of one kind."""
    word = bool(one.lemmas & other.lemmas)
    # What is one act to the ontology is called alike in two languages, whether kin.toml knows the words or not.
    kin = bool(one.kin & other.kin) or (one.language != other.language and bool(one.acts & other.acts))
    family = not word and related(one.lemmas, other.lemmas)
    return {
        "word": float(word),
        "known_word": float(kin and (word or family)),
        "kin": float(kin and not word and not family),
        "family": float(family),
        "kind": float(
            bool(one.acts & other.acts) or (not one.acts and not other.acts and bool(one.types & other.types))
        ),
        "other_kind": float(bool(one.types and other.types and not one.types & other.types)),
    }


def people(one: Node, other: Node) -> dict[str, float]:
    """Whether their sentences name the same persons, or such as the other article never names."""
    return {
        "person": float(bool(one.people & other.people)),
        "other_person": float(strangers(one, other, one.people, other.people)),
    }


def other_state(one: Node, other: Node) -> bool:
    """Whether each has a state among its parties that the other article never speaks of: Chile, Peru."""
    mine, theirs = one.states, other.states
    return bool(mine - other.text.states) and bool(theirs - one.text.states)


def strangers(one: Node, other: Node, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both have names, and neither's stand anywhere in the other's article."""
    return bool(mine and theirs) and not (
        any(map(other.text.holds, mine)) or any(map(one.text.holds, theirs))
    )


def other_rank(one: Node, other: Node) -> bool:
    """Whether one is the second and the other is not; a headline need not count what its article does."""
    if one.ranks == other.ranks or max(one.ranks | other.ranks) <= 1:
        return False
    unsaid = one if not one.ranks else other if not other.ranks else None
    return one.text is not other.text or unsaid is None or not unsaid.in_headline


def other_amounts(one: Node, other: Node) -> bool:
    """Whether they count the same things and nowhere come to the same number of them."""
    both = one.counted.keys() & other.counted.keys()
    return bool(both) and all(
        apart(a, b) for key in both for a in one.counted[key] for b in other.counted[key]
    )


def related(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether words are of one family by their beginning: "deliver" and "delivery", « livrer » et « livraison »."""
    return any(a[: stock(a, b)] == b[: stock(a, b)] for a in one for b in other)


def stock(one: str, other: str) -> int:
    """How many letters two words of one family begin with."""
    return max(4, math.ceil(0.6 * min(len(one), len(other))))


def side(name: str, one: Node, other: Node) -> dict[str, float]:
    """Whether the parties on one side are shared, or are others."""
    mine, theirs = getattr(one, name), getattr(other, name)
    shared = firm(mine & theirs)
    alike = bool(mine & theirs)
    if one.language != other.language:
        # Another word is no other party where the words are of another language.
        mine, theirs = (frozenset(filter(international, keys)) for keys in (mine, theirs))
    return {
        name: 1.0 if any(map(known, shared)) else 0.5 if shared else 0.0,
        f"other_{name}": float(bool(firm(mine) and firm(theirs) and not alike)),
    }


def firm(keys: frozenset[str]) -> frozenset[str]:
    """The keys by which two parties are the same one."""
    return frozenset(key for key in keys if not key.startswith(ROOT))


def known(key: str) -> bool:
    """Whether a key tells who it is, not only a word that it is called by."""
    return not key.startswith("word:")


def international(key: str) -> bool:
    """Whether a key is the same in every language."""
    return key.startswith(("country:", "weapon:"))


def later(one: Node, other: Node) -> float:
    """How long after the one article the other appeared, in half years up to one; a month says nothing."""
    first, second = one.text.day, other.text.day
    days = abs((first - second).days) if first and second else 0
    return min(1.0, days / HALF_YEAR) if days > MONTH else 0.0


def names(one: Node, other: Node) -> float:
    """The share of names that two articles have in common, 0 to 1."""
    first, second = one.text.names, other.text.names
    return (
        len(first.keys() & second.keys()) / math.sqrt(len(first) * len(second)) if first and second else 0.0
    )


def time(one: Node, other: Node) -> dict[str, float]:
    """Whether they are put on the same days, or on others."""
    first, second = one.recent, other.recent
    if first is None or second is None:
        return {}
    apart = first[0] > second[1] or second[0] > first[1]
    if one.times is None or other.times is None:
        # One of them is long past, the other is told as news.
        return {"other_era": float(apart and one.old != other.old)}
    # What is yet to come may be put off; what was done on one day was not done on another.
    return {
        "time": float(first == second),
        "other_time": float(apart),
        "other_day": float(apart and one.done and other.done),
    }
