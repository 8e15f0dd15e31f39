"""Search: claims, or articles, that meet a query, some at a time."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.ledger import View
from reportedly.ledger.records import ArticleRow, ClaimRow
from reportedly.web.choosing import Part
from reportedly.web.page import Page


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


def claims(view: View, asked: Part) -> Claims:
    """The claims that meet the query, those last taken in first."""
    rows, following = asked.cut(list(view.claims(asked.query, limit=asked.limit + 1, offset=asked.offset)))
    return Claims(rows=rows, next=following)


def articles(view: View, asked: Part) -> Articles:
    """The articles that meet the query."""
    rows, following = asked.cut(list(view.articles(asked.query, limit=asked.limit + 1, offset=asked.offset)))
    return Articles(rows=rows, next=following)


CLAIMS = Page(
    name="claims",
    path="/claims",
    summary="Claims that meet a query.",
    asked=Part,
    told=Claims,
    build=claims,
    template="claims.html",
    rows="rows",
)
ARTICLES = Page(
    name="articles",
    path="/articles",
    summary="Articles that meet a query.",
    asked=Part,
    told=Articles,
    build=articles,
    template="articles.html",
    rows="rows",
)
