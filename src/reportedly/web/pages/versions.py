"""The versions of an article, and what changed from each to the next."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.ledger import View
from reportedly.ledger.records import ArticleRow, Version
from reportedly.show.changes import Change, changes
from reportedly.web.page import Page
from reportedly.web.pages.article import Asked, article_row


@dataclass(frozen=True, slots=True)
class Step:
    """One version, and how it differs from the one before; ``changes`` is its whole text for the first."""

    ordinal: int
    sha256: str
    published: str | None
    modified: str | None
    added_at: str
    source: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All versions, the newest first."""

    article: ArticleRow
    versions: tuple[Step, ...]


def build(view: View, asked: Asked) -> Told:
    """Each version against the one before."""
    row = article_row(view, asked.id)
    before = ""
    steps: list[Step] = []
    for version in view.versions(row.id):
        text = whole(version)
        found = changes(before, text) if steps else [Change("same", text)]
        steps.append(step(version, found))
        before = text
    return Told(row, tuple(reversed(steps)))


def whole(version: Version) -> str:
    """A version's words with its title before them."""
    titled = version.title and not version.text.startswith(version.title)
    return f"{version.title}\n\n{version.text}" if titled else version.text


def step(version: Version, found: list[Change]) -> Step:
    """A version with what changed."""
    return Step(
        version.ordinal,
        version.sha256,
        version.published,
        version.modified,
        version.added_at,
        version.source,
        tuple(found),
    )


PAGE = Page(
    name="versions",
    path="/articles/{id}/versions",
    summary="The versions of an article, and what changed from each to the next.",
    asked=Asked,
    told=Told,
    build=build,
    template="versions.html",
)
