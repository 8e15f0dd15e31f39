"""Web pages, from a file or fetched: the main text, with what the page says about itself.

The text and most metadata are trafilatura's; the language is taken from the page's own ``lang`` attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.errors import InputError
from reportedly.ingest.decoding import decode
from reportedly.ingest.fetch import fetch
from reportedly.ingest.record import is_iso_date, language_code
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article

SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_LANG = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_MODIFIED = re.compile(
    r"(?:property|name|itemprop)\s*=\s*[\"']?(?:article:modified_time|og:updated_time|dateModified)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"content\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?([A-Za-z0-9_\-]+)", re.IGNORECASE)


def matches(source: Source) -> bool:
    """Whether this is an address, or a file whose name says that it is a page."""
    return source.is_url or source.suffix in SUFFIXES


def looks_like_page(data: bytes) -> bool:
    """Whether these bytes begin as a page does."""
    return _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:2000]) is not None


def articles(source: Source) -> Iterator[Article | Remark]:
    """The one article of a page."""
    try:
        data = fetch(source.name) if source.is_url else source.data()
    except InputError as error:
        yield Remark(f"{source.label}: {error}")
        return
    from reportedly.ingest import feed
    from reportedly.ingest.web import Web

    if source.is_url and feed.looks_like_feed(data):
        yield from feed.articles_of_bytes(data, source.label, Web())
        return
    yield from articles_of_bytes(source, data)


def articles_of_bytes(source: Source, data: bytes) -> Iterator[Article | Remark]:
    """The one article in these bytes of the source."""
    try:
        html, guessed = _decode(data)
        article = _extract(html, source)
    except InputError as error:
        yield Remark(f"{source.label}: {error}")
        return
    if guessed:
        yield Remark(f"{source.label}: not UTF-8, read as {guessed}", failed=False)
    yield article


def _decode(data: bytes) -> tuple[str, str | None]:
    """The page's text, in the encoding that it declares where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        try:
            return data.decode(declared.group(1).decode("ascii") if declared else "ascii"), None
        except (UnicodeDecodeError, LookupError):
            return decode(data)


@dataclass(frozen=True, slots=True)
class _About:
    """What a page says about itself, empty strings made None."""

    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None


def _extract(html: str, source: Source) -> Article:
    """The article in a page.

    :raises InputError: if there is no main text.
    """
    from trafilatura import bare_extraction

    address = source.name if source.is_url else None
    found = bare_extraction(
        html, url=address, include_comments=False, include_tables=False, with_metadata=True
    )
    text = getattr(found, "text", None)
    if not text or not text.strip():
        raise InputError("no main text found in the page")
    about = _about(found, html, address)
    return Article(
        text=_paragraphs(text, about),
        id=None if source.is_stdin else source.name,
        url=about.url,
        title=about.title,
        outlet=about.outlet,
        byline=about.byline,
        language=about.language,
        published=about.published,
        extra={"modified": modified} if (modified := _modified(html)) else {},
    )


def _modified(html: str) -> str | None:
    """When the page says that it was last changed, which is not when it appeared."""
    tags = (tag.group() for tag in _META.finditer(html) if _MODIFIED.search(tag.group()))
    told = (found.group(1).strip() for tag in tags if (found := _CONTENT.search(tag)))
    return next((value for value in told if is_iso_date(value)), None)


def _about(found: object, html: str, address: str | None) -> _About:
    def said(name: str) -> str | None:
        value = getattr(found, name, None)
        return value.strip() or None if isinstance(value, str) else None

    declared = _LANG.search(html)
    published = said("date")
    language = declared.group(1) if declared else said("language")
    return _About(
        title=said("title"),
        byline=said("author"),
        outlet=said("sitename") or said("hostname"),
        published=published if published and is_iso_date(published) else None,
        language=language_code(language) if language else None,
        url=said("url") or address,
    )


def _paragraphs(text: str, about: _About) -> str:
    """Paragraphs with blank lines between; the title at their head is left to the article's title.

    The extractor ends each paragraph with one line feed, which in plain text may also be a mere wrapped line.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if about.title and len(lines) > 1 and lines[0] == about.title:
        lines = lines[1:]
    return "\n\n".join(lines)
