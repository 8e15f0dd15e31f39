"""Events of many articles: what changed lately, or what meets a query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.ledger import View
from reportedly.ledger.stories import Corroborated, EventRow
from reportedly.web.choosing import Part
from reportedly.web.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Part):
    """A choice of events, in an order: whose status changed last, what was told last, what has most origins."""

    order: Literal["changed", "last", "origins"] = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """Events that were found, and when events were last looked for; None if never."""

    rows: list[EventRow]
    next: int | None
    corroborated: Corroborated | None


def build(view: View, asked: Asked) -> Events:
    """The events of which a claim meets the query."""
    found = view.events(asked.query, limit=asked.limit + 1, offset=asked.offset, order=asked.order)
    rows, following = asked.cut(list(found))
    return Events(rows=rows, next=following, corroborated=view.corroborated())


PAGE = Page(
    name="events",
    path="/events",
    summary="Events that several articles tell, with their independent origins.",
    asked=Asked,
    told=Events,
    build=build,
    template="events.html",
    rows="rows",
)
