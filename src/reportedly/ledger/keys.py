"""What makes an article the same article, and ids from what they stand for."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import urldefrag

from reportedly.model import Article

#: One page answers under all of these.
_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)
#: Letters of an id: 60 bits, so that a hundred million ids hardly ever meet.
LENGTH = 12


def short(kind: str, *parts: str) -> str:
    """An id from what it stands for: a letter for its kind and twelve of a hash."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return kind + base64.b32encode(digest).decode("ascii")[:LENGTH].lower()


def words_hash(article: Article) -> str:
    """The hash of what an article says: its title and its text."""
    told = f"{article.title or ''}\0{article.text}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def address_of(article: Article) -> str | None:
    """The article's address without what only tracks its readers; None where it has none."""
    if not article.url:
        return None
    from courlan import normalize_url

    try:
        return str(normalize_url(urldefrag(article.url).url)) or None
    except ValueError:
        return article.url


def identity(article: Article, address: str | None, words: str, source: str) -> str:
    """What makes it the same article when it comes again: its address, else its own id at its source, else its words.

    The same words under another outlet's name are another article: that is what a copy is.
    """
    if address:
        return f"url:{_SCHEME.sub('', address)}"
    if article.id:
        return f"id:{source}\0{article.outlet or ''}\0{article.id}"
    return f"words:{article.outlet or ''}\0{words}"
