"""Outlets and sources: how often each is named, tells first, and is later confirmed or denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from reportedly.ledger import View
from reportedly.ledger.stories import Corroborated
from reportedly.ledger.tellers import TellerRow
from reportedly.web.choosing import Limit, Offset
from reportedly.web.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Outlets that publish or sources that are quoted; ``q`` is how their names begin."""

    kind: Literal["outlet", "source"] = "outlet"
    q: Annotated[str, Meta(max_length=200, description="The beginning of a name.")] = ""
    order: Literal["claims", "first", "confirmed", "denied", "name"] = "claims"
    limit: Limit = 50
    offset: Offset = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """A part of the register; ``next`` is the offset of what follows, None at the end."""

    rows: list[TellerRow]
    next: int | None
    corroborated: Corroborated | None


def build(view: View, asked: Asked) -> Sources:
    """One more than is shown tells whether there is more."""
    found = list(
        view.tellers(asked.kind, asked.q, limit=asked.limit + 1, offset=asked.offset, order=asked.order)
    )
    more = len(found) > asked.limit
    return Sources(
        rows=found[: asked.limit],
        next=asked.offset + asked.limit if more else None,
        corroborated=view.corroborated(),
    )


PAGE = Page(
    name="sources",
    path="/sources",
    summary="Outlets and sources: what became of what they told, and how sure their reports are.",
    asked=Asked,
    told=Sources,
    build=build,
    template="sources.html",
    rows="rows",
)
