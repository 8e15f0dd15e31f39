"""Reading a text or an address: nothing is kept unless somebody asks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta

from reportedly.errors import InputError
from reportedly.export.selection import within_ontology
from reportedly.model import Article, Reading
from reportedly.web.choosing import Day
from reportedly.web.errors import Refused
from reportedly.web.page import Act

if TYPE_CHECKING:
    from reportedly.web.desk import Desk

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
#: Longer ones than any setting allows are refused before they are looked at.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text, or the http(s) address of a page, and what is known of it."""

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST, description="A text, or an address.")]
    language: Literal["en", "fr"] | None = None
    published: Day | None = None
    #: Whether to keep it in the ledger.
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The reading; ``kept`` is the article's id in the ledger, if it was to be kept."""

    reading: Reading
    kept: str | None


def run(desk: Desk, asked: Asked) -> Told:
    """Read it, fetched before if it is an address."""
    given = asked.text.strip()
    if not given:
        raise Refused(400, "text: there is nothing to read")
    article = fetched(given, desk) if _ADDRESS.fullmatch(given) else Article(text=asked.text)
    if len(article.text) > desk.settings.largest_text:
        raise Refused(413, f"text: more than {desk.settings.largest_text} characters are not read here")
    article = replace(
        article,
        language=asked.language or article.language,
        published=asked.published or article.published,
    )
    if asked.keep:
        key, reading = kept(desk, article)
        return Told(reading=within_ontology(reading), kept=key)
    return Told(reading=within_ontology(desk.read(article)), kept=None)


def fetched(address: str, desk: Desk) -> Article:
    """The article of a page on the open internet.

    :raises InputError: if it may not be fetched, does not answer, or holds none.
    """
    from reportedly.ingest.page import articles_of_bytes
    from reportedly.ingest.source import Remark, Source
    from reportedly.ingest.web import Web

    answer = Web(private=desk.settings.private).get(address)
    if answer.status != 200:
        raise InputError(f"{address}: could not be fetched (HTTP status {answer.status})")
    told = list(articles_of_bytes(Source(answer.url), answer.body))
    found = next((one for one in told if isinstance(one, Article)), None)
    if found is None:
        raise InputError("; ".join(one.message for one in told if isinstance(one, Remark)))
    return found


def kept(desk: Desk, article: Article) -> tuple[str, Reading]:
    """The article's id in the ledger, in which it is from now on, and its reading."""
    from reportedly.ledger.intake import name_of

    with desk.writer() as writer:
        stored = writer.store(article, article.url or "page")
    name = name_of(desk.reader)
    with desk.view() as view:
        if name in view.readers(stored.id):
            return stored.id, view.reading(stored.id, reader=name)
        known = view.article(stored.id)
    reading = desk.read(known)
    with desk.writer() as writer:
        writer.save(stored.version, reading, name)
    return stored.id, reading


ACT = Act(
    name="read",
    path="/read",
    summary="Read a text, or the page at an address.",
    asked=Asked,
    told=Told,
    run=run,
    template="read.html",
    writes=False,
)
