"""Somebody: what they do and what is done to them over time, said by whom; what they say; with whom they deal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from reportedly.errors import MissingError
from reportedly.ledger import View
from reportedly.ledger.records import ClaimRow
from reportedly.ledger.selections import Standing
from reportedly.lexicon import load
from reportedly.model import AGAINST
from reportedly.naming import countries, folded
from reportedly.web.gazetteer import country_name, seats
from reportedly.web.page import Page

#: Claims that are looked at, the newest ones, for each side.
SEEN = 300
#: Deeds, quotations and partners that are told of.
DEEDS, QUOTES, PARTNERS = 24, 10, 14
#: Names of voices at a deed.
VOICES = 4

Manner = Literal["with", "against"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name, or a country by its name or code."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does, or what is done to them, as all claims of it tell."""

    #: The event's id; None where the claim stands alone.
    event: str | None
    #: The claim that was taken in last.
    claim: ClaimRow
    status: str
    certainty: str
    polarity: str
    #: The day on which it is put, else that of the article.
    at: str | None
    others: tuple[str, ...]
    #: Who says so, those nearest to the reader first.
    voices: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: int
    manner: Manner | None


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody dealt with: events in which they help or agree, and in which they oppose or harm, either way."""

    name: str
    does_with: int
    does_against: int
    gets_with: int
    gets_against: int

    @property
    def total(self) -> int:
        return self.does_with + self.does_against + self.gets_with + self.gets_against


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody."""

    name: str
    #: ISO 3166-1 alpha-3, where a country was asked for: whoever acts for it is counted in.
    country: str | None
    does: list[Deed]
    undergoes: list[Deed]
    says: list[ClaimRow]
    #: What others say of them.
    told_of: list[ClaimRow]
    partners: list[Partner]
    #: Claims that were looked at.
    claims: int
    #: Whether there are older ones besides.
    more: bool


def build(view: View, asked: Asked) -> Told:
    """What the newest claims about somebody tell.

    :raises MissingError: if no claim names them.
    """
    code = countries().get(folded(asked.name))
    acting = view.parts_of(asked.name, "actor", limit=SEEN)
    suffering = view.parts_of(asked.name, "recipient", limit=SEEN)
    said = view.words_of(asked.name, limit=4 * QUOTES)
    if not acting and not suffering and not said:
        raise MissingError(f"{view.path}: no claim names {asked.name!r}")
    does, undergoes = deeds(view, acting, "recipients"), deeds(view, suffering, "actors")
    mine = {folded(asked.name)}
    return Told(
        name=asked.name,
        country=code,
        does=does[:DEEDS],
        undergoes=undergoes[:DEEDS],
        says=distinct(said),
        told_of=distinct(row for row in (*acting, *suffering) if row.sources and not mine & voices_of(row)),
        partners=partners(does, undergoes, code)[:PARTNERS],
        claims=len({row.id for row in (*acting, *suffering)}),
        more=max(len(acting), len(suffering)) >= SEEN,
    )


def voices_of(row: ClaimRow) -> set[str]:
    return {folded(name) for name in row.sources}


def distinct(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    """The first rows, no sentence twice."""
    found: dict[str, ClaimRow] = {}
    for row in rows:
        found.setdefault(folded(row.evidence), row)
        if len(found) == QUOTES:
            break
    return list(found.values())


def deeds(view: View, rows: Sequence[ClaimRow], others: str) -> list[Deed]:
    """Claims gathered by the event that they tell, the latest day first."""
    events = view.events_of([row.id for row in rows])
    grouped: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        grouped[events.get(row.id, row.event)].append(row)
    standing = view.standing_of(list(dict.fromkeys(events.values())))
    found = [deed(key, group, others, standing.get(key)) for key, group in grouped.items()]
    return sorted(found, key=lambda one: (one.at or "", one.claim.id), reverse=True)


def deed(key: str, rows: Sequence[ClaimRow], others: str, standing: Standing | None) -> Deed:
    """One event's claims as a line; the event's own standing, where there is one."""
    chief = next((row for row in rows if row.status not in AGAINST), rows[0])
    shown = standing or Standing(chief.status, chief.certainty, chief.polarity)
    return Deed(
        event=key if standing else None,
        claim=chief,
        status=shown.status,
        certainty=shown.certainty,
        polarity=shown.polarity,
        at=next((row.earliest for row in rows if row.earliest), chief.published),
        others=named(getattr(row, others) for row in rows),
        voices=named(row.sources for row in rows)[:VOICES],
        outlets=named((row.outlet,) if row.outlet else () for row in rows)[:VOICES],
        claims=len(rows),
        manner=manners().get(chief.type or ""),
    )


def named(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Names of many lists, each once whatever its spelling."""
    found: dict[str, str] = {}
    for names in lists:
        for name in names:
            found.setdefault(countries().get(folded(name)) or folded(name), name)
    return tuple(found.values())


@cache
def manners() -> dict[str, Manner]:
    """Whether acts of a type are with or against somebody, by PLOVER's quarters."""
    types = load("plover", "ontology")["types"]
    return {
        name: "with" if each["quad"].endswith("cooperation") else "against" for name, each in types.items()
    }


def partners(does: Sequence[Deed], undergoes: Sequence[Deed], code: str | None) -> list[Partner]:
    """Those dealt with, the most frequent first; what is said not to be so does not count."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    names: dict[str, str] = {}
    for way, name, manner in dealings(does, undergoes):
        state = countries().get(folded(name)) or seats().get(folded(name))
        key = state or folded(name)
        if key != code:
            names.setdefault(key, country_name(state, "en") if state else name)
            counts[key][f"{way}_{manner}"] += 1
    found = [
        Partner(
            names[key], *(count[each] for each in ("does_with", "does_against", "gets_with", "gets_against"))
        )
        for key, count in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.total, one.name))


def dealings(does: Sequence[Deed], undergoes: Sequence[Deed]) -> Iterator[tuple[str, str, Manner]]:
    for way, found in (("does", does), ("gets", undergoes)):
        for one in found:
            if one.manner and one.status not in AGAINST and one.polarity == "positive":
                yield from ((way, name, one.manner) for name in one.others)


PAGE = Page(
    name="actor",
    path="/actors/{name}",
    summary="Somebody: what they do, what is done to them, what they say, with whom they deal.",
    asked=Asked,
    told=Told,
    build=build,
    template="actor.html",
)
