"""Plain text: the whole file is one article's text, kept to the last space."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.ingest.decoding import decode
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article

SUFFIXES = (".txt", ".text")


def matches(source: Source) -> bool:
    """Whether the file's name says that it is plain text."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """The one article of a text file."""
    yield from articles_of_bytes(source, source.data())


def articles_of_bytes(source: Source, data: bytes) -> Iterator[Article | Remark]:
    """The one article in these bytes of the source."""
    try:
        text, guessed = decode(data)
    except InputError as error:
        yield Remark(f"{source.label}: {error}")
        return
    if guessed:
        yield Remark(f"{source.label}: not UTF-8, read as {guessed}", failed=False)
    yield Article(text=text, id=None if source.is_stdin else source.name)
