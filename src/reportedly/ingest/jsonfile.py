"""JSON: one article object, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.ingest.decoding import decode
from reportedly.ingest.record import article_of
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article

SUFFIXES = (".json",)


def matches(source: Source) -> bool:
    """Whether the file's name says that it is JSON."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """The article of an object, or those of a list."""
    yield from articles_of_bytes(source, source.data())


def articles_of_bytes(source: Source, data: bytes) -> Iterator[Article | Remark]:
    """The articles in these bytes of the source."""
    try:
        text, guessed = decode(data)
        found = json.loads(text)
    except InputError as error:
        yield Remark(f"{source.label}: {error}")
    except json.JSONDecodeError as error:
        yield Remark(f"{source.label}, line {error.lineno}: not JSON: {error.msg} at column {error.colno}")
    except RecursionError:
        yield Remark(f"{source.label}: not JSON that can be read: nested too deeply")
    else:
        if guessed:
            yield Remark(f"{source.label}: not UTF-8, read as {guessed}", failed=False)
        if not isinstance(found, list):
            yield from article_of(found, source.label)
            return
        for number, item in enumerate(found, start=1):
            yield from article_of(item, f"{source.label}, article {number}")
