"""Mail: a message (``.eml``) or a mailbox (``.mbox``) with an article in each message, as newsletters come."""

from __future__ import annotations

import email
import email.policy
import mailbox
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from reportedly.ingest import page
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article

SUFFIXES = (".eml", ".mbox")


def matches(source: Source) -> bool:
    """Whether the file's name says that it is mail."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """The article of each message; its subject is the title, its sender the outlet."""
    if source.suffix == ".eml":
        yield from article_of_bytes(source.data(), source.label)
        return
    if source.is_packed:
        yield Remark(f"{source.label}: unpack the mailbox first")
        return
    box = mailbox.mbox(source.path, create=False)
    try:
        for number, key in enumerate(box.iterkeys(), 1):
            yield from article_of_bytes(box.get_bytes(key), f"{source.label}, message {number}")
    finally:
        box.close()


def article_of_bytes(data: bytes, where: str) -> Iterator[Article | Remark]:
    """The article in one message: its plain text, else its page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        body = message.get_body(("plain", "html"))
        content = body.get_content() if body is not None else ""
    except (LookupError, ValueError) as error:
        yield Remark(f"{where}: {error}")
        return
    title, outlet, published = about(message)
    if body is not None and body.get_content_type() == "text/html":
        found = page.articles_of_bytes(Source("-"), str(content).encode("utf-8", "replace"))
        texts = [one.text for one in found if isinstance(one, Article)]
        content = texts[0] if texts else ""
    if not str(content).strip():
        yield Remark(f"{where}: no text in the message")
        return
    key = re.sub(r"[<>\s]", "", str(message.get("Message-ID", ""))) or None
    yield Article(text=str(content), id=key, title=title, outlet=outlet, published=published)


def about(message: EmailMessage) -> tuple[str | None, str | None, str | None]:
    """Title, outlet and date of publication."""
    name, address = parseaddr(str(message.get("From", "")))
    try:
        published = parsedate_to_datetime(str(message.get("Date", ""))).isoformat()
    except ValueError:
        published = None
    return str(message.get("Subject", "")).strip() or None, name or address or None, published
