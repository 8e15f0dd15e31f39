"""Search: claims, or articles, that meet a query, some at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from msgspec import Meta

from reportedly.ledger import View
from reportedly.ledger.records import ArticleRow, ClaimRow
from reportedly.web.page import Page

Limit = Annotated[int, Meta(ge=1, le=200, description="How many at most.")]
Offset = Annotated[int, Meta(ge=0, le=1_000_000, description="How many to leave out before.")]
Words = Annotated[str, Meta(max_length=2000, description="A query as `reportedly search` takes it.")]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query, and which part of what it finds."""

    q: Words = ""
    limit: Limit = 20
    offset: Offset = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Claims that were found; ``next`` is the offset of what follows, None at the end."""

    rows: list[ClaimRow]
    next: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """Articles that were found; ``next`` is the offset of what follows, None at the end."""

    rows: list[ArticleRow]
    next: int | None


def claims(view: View, asked: Asked) -> Claims:
    """The claims that meet the query, those last taken in first."""
    rows, following = part(list(view.claims(asked.q, limit=asked.limit + 1, offset=asked.offset)), asked)
    return Claims(rows=rows, next=following)


def articles(view: View, asked: Asked) -> Articles:
    """The articles that meet the query."""
    rows, following = part(list(view.articles(asked.q, limit=asked.limit + 1, offset=asked.offset)), asked)
    return Articles(rows=rows, next=following)


def part(found: Sequence[Row], asked: Asked) -> tuple[list[Row], int | None]:
    """What is shown of one row more than is shown, which tells whether there is more."""
    return list(found[: asked.limit]), asked.offset + asked.limit if len(found) > asked.limit else None


CLAIMS = Page(
    name="claims",
    path="/claims",
    summary="Claims that meet a query.",
    asked=Asked,
    told=Claims,
    build=claims,
    template="claims.html",
    rows="rows",
)
ARTICLES = Page(
    name="articles",
    path="/articles",
    summary="Articles that meet a query.",
    asked=Asked,
    told=Articles,
    build=articles,
    template="articles.html",
    rows="rows",
)
