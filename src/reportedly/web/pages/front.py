"""The front: a box to read a text in, and what changed lately."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.ledger import View
from reportedly.ledger.records import ClaimRow
from reportedly.ledger.stories import Corroborated, EventRow
from reportedly.web.page import Nothing, Page

#: How many are shown.
FEW = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What changed last; where no events were looked for yet, the claims that came last."""

    events: list[EventRow]
    claims: list[ClaimRow]
    corroborated: Corroborated | None


def build(view: View | None, asked: Nothing) -> Front:  # noqa: ARG001  # every page is asked something
    """The newest of the ledger, if there is one."""
    if view is None:
        return Front(events=[], claims=[], corroborated=None)
    corroborated = view.corroborated()
    return Front(
        events=list(view.events(limit=FEW)),
        claims=[] if corroborated else list(view.claims(limit=FEW)),
        corroborated=corroborated,
    )


PAGE = Page(
    name="front",
    path="/",
    summary="What changed lately.",
    told=Front,
    build=build,
    template="front.html",
    alone=True,
)
