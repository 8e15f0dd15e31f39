"""RSS and Atom feeds, and OPML lists of feeds: one entry, one article, from its page where that can be had.

The publisher of an entry is the one that the entry names (an aggregator's ``<source>``), else the feed's title.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from xml.parsers import expat

from reportedly.errors import InputError
from reportedly.ingest import page
from reportedly.ingest.source import Remark, Source
from reportedly.ingest.web import Web
from reportedly.model import Article

SUFFIXES = (".rss", ".atom", ".xml", ".opml")
_FEED = re.compile(rb"<(?:\?xml|rss|feed|rdf:RDF|opml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed."""

    url: str | None
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    #: What the feed itself gives of the article, as HTML or text.
    content: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of an OPML list."""

    url: str
    title: str | None
    categories: tuple[str, ...]


def matches(source: Source) -> bool:
    """Whether the file's name says that it is a feed or a list of feeds."""
    return source.suffix in SUFFIXES


def looks_like_feed(data: bytes) -> bool:
    """Whether these bytes begin as a feed does."""
    return _FEED.match(data.lstrip(b"\xef\xbb\xbf \t\r\n")) is not None and b"<html" not in data[:500].lower()


def articles(source: Source) -> Iterator[Article | Remark]:
    """The articles of a feed in a file; its pages are fetched."""
    data = source.data()
    if source.suffix == ".opml" or b"<opml" in data[:1000].lower():
        for outline in outlines(data):
            yield from articles_of_address(outline.url, Web())
        return
    yield from articles_of_bytes(data, source.label, Web())


def articles_of_address(url: str, web: Web) -> Iterator[Article | Remark]:
    """The articles of a feed at an address."""
    try:
        answer = web.get(url)
    except InputError as error:
        yield Remark(str(error))
        return
    if answer.status != 200:
        yield Remark(f"{url}: could not be fetched (HTTP status {answer.status})")
        return
    yield from articles_of_bytes(answer.body, url, web)


def articles_of_bytes(
    data: bytes, where: str, web: Web, categories: frozenset[str] = frozenset()
) -> Iterator[Article | Remark]:
    """The articles of a feed's bytes.

    :param categories: folded names; where there are any, only entries in one of them.
    """
    try:
        found = entries(data)
    except InputError as error:
        yield Remark(f"{where}: {error}")
        return
    for entry in found:
        if wanted(entry, categories):
            yield from article_of(entry, web)


def wanted(entry: Entry, categories: frozenset[str]) -> bool:
    """Whether an entry stands in one of the categories that were asked for."""
    return not categories or bool(categories & {each.casefold() for each in entry.categories})


def entries(data: bytes) -> list[Entry]:
    """The entries of a feed, in its order.

    :raises InputError: if this is no feed.
    """
    import feedparser

    if b"<!ENTITY" in data[:4096]:
        raise InputError("declares entities of its own, which feeds do not")
    # A stream, since bare bytes would be tried as an address or a file's name first.
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries and not parsed.get("version"):
        raise InputError(f"no feed ({parsed.get('bozo_exception', 'nothing that looks like one')})")
    outlet = parsed.feed.get("title")
    return [_entry(each, outlet) for each in parsed.entries]


def _entry(each: Any, outlet: str | None) -> Entry:
    named = each.get("source", {}).get("title") if isinstance(each.get("source"), dict) else None
    bodies = [body.get("value", "") for body in each.get("content", [])] + [each.get("summary", "")]
    moment = each.get("published_parsed") or each.get("updated_parsed")
    return Entry(
        url=each.get("link") or None,
        title=each.get("title") or None,
        outlet=named or outlet,
        byline=each.get("author") or None,
        published=_iso(moment),
        content=max(bodies, key=len),
        categories=tuple(tag.get("term") for tag in each.get("tags", []) if tag.get("term")),
    )


def _iso(moment: time.struct_time | None) -> str | None:
    return datetime(*moment[:6], tzinfo=UTC).isoformat() if moment else None


def article_of(entry: Entry, web: Web) -> Iterator[Article | Remark]:
    """The article of an entry: its page, else what the feed gives of it."""
    told: Remark | None = None
    if entry.url:
        try:
            answer = web.get(entry.url)
            if answer.status == 200:
                for one in page.articles_of_bytes(Source(answer.url), answer.body):
                    if isinstance(one, Article):
                        yield with_entry(one, entry)
                        return
                    told = one
            else:
                told = Remark(f"{entry.url}: could not be fetched (HTTP status {answer.status})")
        except InputError as error:
            told = Remark(str(error))
    text = plain(entry.content)
    if text:
        if told:
            yield replace(told, failed=False)
        yield Article(
            text=text,
            url=entry.url,
            title=entry.title,
            outlet=entry.outlet,
            byline=entry.byline,
            published=entry.published,
        )
    else:
        yield told or Remark(f"{entry.title or 'an entry'}: no text and no address")


def with_entry(article: Article, entry: Entry) -> Article:
    """The article of a page with what only the feed knows; the publisher that the feed names goes before the page's."""
    return replace(
        article,
        id=None,
        title=article.title or entry.title,
        outlet=entry.outlet or article.outlet,
        byline=article.byline or entry.byline,
        published=entry.published or article.published,
        extra={**article.extra, "categories": list(entry.categories)} if entry.categories else article.extra,
    )


def plain(content: str) -> str:
    """The text of a piece of HTML."""
    if "<" not in content:
        return content.strip()
    from lxml.html import fromstring

    return "\n\n".join(
        line.strip() for line in fromstring(f"<div>{content}</div>").itertext() if line.strip()
    )


def outlines(data: bytes) -> list[Outline]:
    """The feeds of an OPML list, those of its folders too, each address once.

    :raises InputError: if this is no OPML.
    """
    found: dict[str, Outline] = {}
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.lower() != "outline":
            return
        keys = {key.lower(): value for key, value in attributes.items()}
        title = keys.get("title") or keys.get("text")
        url = keys.get("xmlurl")
        if url:
            own = tuple(each.strip(" /") for each in keys.get("category", "").split(",") if each.strip(" /"))
            found.setdefault(url, Outline(url, title, own))

    def entity(*_: object) -> None:
        raise InputError("declares entities of its own, which lists of feeds do not")

    parser.StartElementHandler, parser.EntityDeclHandler = start, entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(f"no OPML ({error})") from error
    return list(found.values())
