"""CSV and TSV: one article a row, the first row naming the columns as the keys of an article object."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reportedly.ingest.decoding import decode
from reportedly.ingest.record import article_of
from reportedly.ingest.source import LARGEST, Remark, Source
from reportedly.model import Article

SUFFIXES = (".csv", ".tsv", ".tab")
#: What other programs call the keys of an article object.
ALIASES = {
    "body": "text", "content": "text", "date": "published", "headline": "title", "link": "url", "media": "outlet",
    "media_name": "outlet", "publication_date": "published", "publish_date": "published", "source": "outlet",
}  # fmt: skip
#: Bytes at the head by which the encoding and the separator are told.
HEAD = 65536


def matches(source: Source) -> bool:
    """Whether the file's name says that it is a table."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """One article per row that has a text; a broken row costs only itself."""
    csv.field_size_limit(LARGEST)
    with source.stream() as stream:
        head = stream.read(HEAD)
    with source.stream() as stream:
        text = io.TextIOWrapper(stream, encoding_of(head), "replace", newline="")
        rows = csv.reader(text, dialect_of(head, source))
        try:
            yield from _articles(rows, source)
        except csv.Error as error:
            yield Remark(f"{source.label}, line {rows.line_num}: {error}")


def _articles(rows: Iterator[list[str]], source: Source) -> Iterator[Article | Remark]:
    names = [ALIASES.get(name.strip().lower(), name.strip().lower()) for name in next(rows, [])]
    if "text" not in names:
        yield Remark(f"{source.label}: no column is called text; there are {', '.join(names) or 'none'}")
        return
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        where = f"{source.label}, row {number}"
        if len(row) != len(names):
            yield Remark(f"{where}: {len(row)} cells where {len(names)} were expected")
            continue
        yield from article_of({key: cell for key, cell in zip(names, row, strict=True) if cell}, where)


def encoding_of(head: bytes) -> str:
    """The encoding of a file by its first bytes."""
    cut = head.rsplit(b"\n", 1)[0] if b"\n" in head else head
    _, guessed = decode(cut)
    return (guessed or "utf-8-sig").replace("-", "_")


def dialect_of(head: bytes, source: Source) -> type[csv.Dialect]:
    """The separator: a tab where the ending says so, else the commonest of the first line."""
    first = head.split(b"\n", 1)[0]
    separator = "\t" if source.suffix != ".csv" else max(",;\t", key=lambda each: first.count(each.encode()))

    class Dialect(csv.excel):
        delimiter = separator

    return Dialect
