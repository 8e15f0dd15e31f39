"""Rows of the ledger as records."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from reportedly.model import Article, Reading

#: What of a version makes an article, and in which order; ``a`` is articles, ``v`` versions.
COLUMNS = (
    "a.id, v.url, v.title, v.outlet, v.byline, v.language, v.published, v.modified, v.text, v.extra, a.given"
)


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of a list of articles."""

    id: str
    published: str | None
    outlet: str | None
    language: str | None
    title: str | None
    url: str | None
    claims: int
    versions: int
    #: The words around what was searched for.
    snippet: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of a list of claims."""

    id: str
    article: str
    outlet: str | None
    published: str | None
    language: str | None
    local: str
    event: str
    type: str | None
    plover: str | None
    mode: str | None
    act: str | None
    cameo: str | None
    anchor: str
    start: int
    end: int
    status: str
    certainty: str
    polarity: str
    tense: str
    value: float
    earliest: str | None
    latest: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    objects: tuple[str, ...]
    locations: tuple[str, ...]
    #: From the outermost voice to the innermost.
    sources: tuple[str, ...]
    title: str | None
    url: str | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody judged, and whether it still stands."""

    number: int
    verdict: str
    left: str | None
    right: str | None
    by: str
    at: str
    why: str | None
    #: The claims as they were when judged, by id.
    seen: dict[str, Any]
    undone: bool
    #: Who took it back, and when.
    undone_by: str | None = None
    undone_at: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article."""

    ordinal: int
    sha256: str
    title: str | None
    published: str | None
    modified: str | None
    added_at: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An article with its reading and those of its claims that a query chose: what exports are made of."""

    article: Article
    reading: Reading
    claims: tuple[ClaimRow, ...]


def article_of(row: Sequence[Any]) -> Article:
    """The article in a row of `COLUMNS`; its id is the ledger's, its own is kept beside."""
    key, url, title, outlet, byline, language, published, modified, text, extra, given = row
    kept = json.loads(extra)
    if modified:
        kept["modified"] = modified
    if given and given != key:
        kept["given_id"] = given
    return Article(
        text=text,
        id=key,
        url=url,
        title=title,
        outlet=outlet,
        byline=byline,
        language=language,
        published=published,
        extra=kept,
    )


def unpacked(body: bytes, article: Article) -> Reading:
    """The reading in a body, with its text again.

    The text as read may have the title before it: the reading's own hash tells which.
    """
    from reportedly.reading.prepare import prepare

    bare = msgspec.json.decode(zlib.decompress(body), type=Reading)
    prepared, _ = prepare(article)
    return replace(bare, document=replace(bare.document, text=prepared.text))
