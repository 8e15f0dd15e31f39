"""A selection on the map and in time."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.ledger import View
from reportedly.ledger.selections import Located
from reportedly.ledger.stories import EventRow
from reportedly.model import Place
from reportedly.web.choosing import Choice, Limit, Part
from reportedly.web.gazetteer import place_of
from reportedly.web.page import Page

#: Claims that a map is made of, the newest ones.
SEEN = 2000


@dataclass(frozen=True, slots=True)
class Where:
    """A place that is told, with its degrees where they are known."""

    name: str
    kind: str | None
    country: str | None
    place: Place | None
    articles: int


def where(one: Located) -> Where:
    """A place with its degrees."""
    return Where(one.name, one.kind, one.country, place_of(one.name, one.kind, one.country), one.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The places of a selection; ``place`` is None where it is not known where it is."""

    rows: list[Where]
    #: Claims that were looked at, and those of them that name no place.
    claims: int
    nowhere: int
    #: Whether there may be older claims besides.
    more: bool


def places(view: View, asked: Choice) -> Map:
    """Where the claims that meet the query take place."""
    found = view.places(asked.query, limit=SEEN)
    return Map(
        rows=[where(one) for one in found.places],
        claims=found.claims,
        nowhere=found.nowhere,
        more=found.claims >= SEEN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTime(Part):
    """A choice, some at a time: more than fits into a list."""

    limit: Limit = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Events that were found, those told last first; ``next`` is the offset of what follows, None at the end."""

    rows: list[EventRow]
    next: int | None


def events(view: View, asked: AskedTime) -> Time:
    """The events of which a claim meets the query."""
    found = list(view.events(asked.query, limit=asked.limit + 1, offset=asked.offset, order="last"))
    rows, following = asked.cut(found)
    return Time(rows=rows, next=following)


MAP = Page(
    name="map",
    path="/map",
    summary="Where the claims that meet a query take place, with how exactly that is known.",
    asked=Choice,
    told=Map,
    build=places,
    template="map.html",
    rows="rows",
)
TIMELINE = Page(
    name="timeline",
    path="/timeline",
    summary="The events that meet a query, with the days between which they are put.",
    asked=AskedTime,
    told=Time,
    build=events,
    template="timeline.html",
    rows="rows",
)
