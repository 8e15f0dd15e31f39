"""Standard input: JSON Lines, JSON or a page when it parses as such, else plain text."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

from reportedly.ingest import jsonfile, jsonlines, page, text
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article


def matches(source: Source) -> bool:
    """Whether this is standard input."""
    return source.is_stdin


def articles(source: Source) -> Iterator[Article | Remark]:
    """The articles that come in; JSON Lines are handed on line by line, before the input ends."""
    lines = source.lines()
    head: list[bytes] = []
    for line in lines:
        head.append(line)
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            break
    if head and _is_object(head[-1]):
        yield from jsonlines.articles_of_lines(source, itertools.chain(head, lines))
        return
    yield from _whole(source, b"".join(head) + b"".join(lines))


def _whole(source: Source, data: bytes) -> Iterator[Article | Remark]:
    """The articles of an input that does not begin with a line of JSON."""
    start = data.lstrip(b" \t\r\n\xef\xbb\xbf")[:2]
    if page.looks_like_page(data):
        yield from page.articles_of_bytes(source, data)
    elif _is_json(data):
        yield from jsonfile.articles_of_bytes(source, data)
    elif start == b'{"':
        # Broken JSON Lines rather than prose: say which line instead of reading braces as news.
        yield from jsonlines.articles_of_lines(source, data.splitlines(keepends=True))
    else:
        yield from text.articles_of_bytes(source, data)


def _is_object(line: bytes) -> bool:
    return isinstance(_parsed(line), dict)


def _is_json(data: bytes) -> bool:
    return isinstance(_parsed(data), dict | list)


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
