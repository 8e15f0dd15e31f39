"""Two articles side by side, with the words that they share."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.corroborate.links import place
from reportedly.corroborate.model import Passage
from reportedly.corroborate.passages import SHARED, shared
from reportedly.corroborate.texts import Text
from reportedly.ledger import View
from reportedly.ledger.records import ArticleRow
from reportedly.model import Reading
from reportedly.web.page import Page
from reportedly.web.pages.article import article_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Two articles."""

    id: str
    other: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two."""

    article: ArticleRow
    reading: Reading


@dataclass(frozen=True, slots=True)
class Told:
    """Both articles; ``passages`` stand in the first (``start``, ``end``) and in the second (``other_…``)."""

    article: Side
    other: Side
    passages: tuple[Passage, ...]
    #: How many words are alike, and the share of either text that this is, 0 to 1.
    alike: int
    share: float
    other_share: float


def build(view: View, asked: Asked) -> Told:
    """Found anew from the two texts, so that any two can be compared."""
    rows = [article_row(view, key) for key in (asked.id, asked.other)]
    left, right = (Text(row.id, view.reading(row.id)) for row in rows)
    found = [one for one in shared(left.words, right.words) if one.alike >= SHARED]
    alike = sum(one.alike for one in found)
    return Told(
        article=Side(rows[0], left.reading),
        other=Side(rows[1], right.reading),
        passages=tuple(place(one, left, right) for one in found),
        alike=alike,
        share=round(min(1.0, alike / max(len(left.words), 1)), 3),
        other_share=round(min(1.0, alike / max(len(right.words), 1)), 3),
    )


PAGE = Page(
    name="beside",
    path="/articles/{id}/beside/{other}",
    summary="Two articles side by side, with the words that they share.",
    asked=Asked,
    told=Told,
    build=build,
    template="beside.html",
)
