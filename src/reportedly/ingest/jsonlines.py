"""JSON Lines: one article object per line, read as it comes; a broken line costs only itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reportedly.errors import InputError
from reportedly.ingest.decoding import decode
from reportedly.ingest.record import article_of
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article

SUFFIXES = (".jsonl", ".ndjson")


def matches(source: Source) -> bool:
    """Whether the file's name says that it is JSON Lines."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """One article per line that is not blank."""
    yield from articles_of_lines(source, source.lines())


def articles_of_lines(source: Source, lines: Iterable[bytes]) -> Iterator[Article | Remark]:
    """One article per line; messages name the source and the line, counted from one."""
    for number, line in enumerate(lines, start=1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from _article(line, f"{source.label}, line {number}")


def _article(line: bytes, where: str) -> Iterator[Article | Remark]:
    try:
        text, guessed = decode(line)
        data = json.loads(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))
    except InputError as error:
        yield Remark(f"{where}: {error}")
    except json.JSONDecodeError as error:
        yield Remark(f"{where}: not JSON: {error.msg} at column {error.colno}")
    except RecursionError:
        yield Remark(f"{where}: not JSON that can be read: nested too deeply")
    else:
        if guessed:
            yield Remark(f"{where}: not UTF-8, read as {guessed}", failed=False)
        yield from article_of(data, where)
