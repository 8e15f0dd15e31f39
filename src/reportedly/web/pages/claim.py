"""One claim: its sentence, and the way from its words to its verdict."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.export.selection import only
from reportedly.ledger import View
from reportedly.ledger.records import ArticleRow, ClaimRow
from reportedly.model import Claim, Reading
from reportedly.web.page import Page
from reportedly.web.pages.article import Kept, article_row, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The ledger's id of a claim."""

    id: str


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a row and in full; ``reading`` is its article's with the claims of its event alone."""

    claim: ClaimRow
    article: ArticleRow
    reading: Reading
    kept: Kept

    @property
    def record(self) -> Claim:
        """The claim itself."""
        return next(claim for claim in self.reading.claims if claim.id == self.claim.local)


def build(view: View, asked: Asked) -> Told:
    """The claim as it was read last."""
    row = view.claim(asked.id)
    reading = view.reading(row.article)
    alike = next((event.claims for event in reading.events if row.local in event.claims), (row.local,))
    said = judged(view, [row.id])[row.id]
    return Told(
        claim=row,
        article=article_row(view, row.article),
        reading=only(reading, set(alike)),
        kept=Kept(row.id, row.local, view.events_of([row.id]).get(row.id), said),
    )


PAGE = Page(
    name="claim",
    path="/claims/{id}",
    summary="One claim, and the way from its words to its verdict.",
    asked=Asked,
    told=Told,
    build=build,
    template="claim.html",
)
