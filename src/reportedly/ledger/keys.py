"""What makes an article the same article, a claim the same claim, and two names alike."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from functools import cache, lru_cache
from urllib.parse import urldefrag

from reportedly.lexicon import load
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


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name for comparison: lower case, no accents, one space between words, no article in front.

    >>> folded("L’Élysée"), folded("the  White House"), folded("Les États-Unis")
    ('elysee', 'white house', 'etats unis')
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    parts = "".join(letter if letter.isalnum() else " " for letter in bare).split()
    while len(parts) > 1 and parts[0] in articles():
        parts = parts[1:]
    return " ".join(parts)


@cache
def articles() -> frozenset[str]:
    """The articles of both languages, elided ones without their apostrophe."""
    return frozenset(word for language in ("en", "fr") for word in load("ledger", language)["articles"])


@cache
def countries() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by the country's folded names in both languages, and by themselves."""
    found: dict[str, str] = {}
    for language in ("en", "fr"):
        for code, name in load("territories", language)["names"].items():
            found[code.casefold()] = code
            found.setdefault(folded(name), code)
        for code, names in load("countries", language)["aliases"].items():
            found.update((folded(name), code) for name in names)
    return found
