"""Two articles side by side, with the words that they share; or, told in other words, with what tells of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.corroborate.links import place
from reportedly.corroborate.model import Passage
from reportedly.corroborate.passages import SHARED, shared
from reportedly.corroborate.texts import Text
from reportedly.ledger import View
from reportedly.ledger.records import ArticleRow
from reportedly.model import Reading
from reportedly.web.page import Page
from reportedly.web.pages.article import article_row, kept_claims

#: Where a sentence begins and ends.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Two articles."""

    id: str
    other: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two; ``share`` is the part of its words that stand in the other, 0 to 1."""

    article: ArticleRow
    reading: Reading
    share: float


@dataclass(frozen=True, slots=True)
class Told:
    """Both articles; ``passages`` stand in the first (``start``, ``end``) and in the second (``other_…``)."""

    article: Side
    other: Side
    #: Whether they are the same words, or sentences with claims of the same event.
    by: Literal["words", "events"]
    passages: tuple[Passage, ...]
    #: How many words are alike.
    alike: int


def build(view: View, asked: Asked) -> Told:
    """Found anew from the two texts, so that any two can be compared."""
    rows = [article_row(view, key) for key in (asked.id, asked.other)]
    left, right = (Text(row.id, view.reading(row.id)) for row in rows)
    found = [each for each in shared(left.words, right.words) if each.alike >= SHARED]
    alike = sum(each.alike for each in found)
    one, other = (
        Side(row, text.reading, round(min(1.0, alike / max(len(text.words), 1)), 3))
        for row, text in zip(rows, (left, right), strict=True)
    )
    if found:
        return Told(one, other, "words", tuple(place(each, left, right) for each in found), alike)
    return Told(one, other, "events", tuple(same_events(view, left, right)), 0)


def same_events(view: View, left: Text, right: Text) -> Iterator[Passage]:
    """The sentences of either text that tell the same event, each once, in the order of the first."""
    there = sentences(view, right)
    mine: set[Place] = set()
    theirs: set[Place] = set()
    for story, places in sentences(view, left).items():
        here = next((each for each in places if each not in mine), None)
        twin = next((each for each in there.get(story, []) if each not in theirs), None)
        if here and twin:
            mine.add(here)
            theirs.add(twin)
            yield Passage(*here, *twin)


def sentences(view: View, text: Text) -> dict[str, list[Place]]:
    """Where the claims of each event of many articles have their sentences."""
    found: dict[str, list[Place]] = {}
    for kept in kept_claims(view, text.id):
        claim = text.claims.get(kept.local)
        if kept.story and claim:
            found.setdefault(kept.story, []).append((claim.evidence.start, claim.evidence.end))
    return found


PAGE = Page(
    name="beside",
    path="/articles/{id}/beside/{other}",
    summary="Two articles side by side, with the words that they share, or what tells of the same.",
    asked=Asked,
    told=Told,
    build=build,
    template="beside.html",
)
