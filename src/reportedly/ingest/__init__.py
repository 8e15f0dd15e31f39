"""Takes articles in: one file per input format, each with ``matches(source)`` and ``articles(source)``.

``articles`` never raises for what it is given: what could not be taken in comes back as a ``Remark`` in its
place, so that one bad file, or one bad line of a good one, never costs the others.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     path = Path(folder, "note.txt")
...     _ = path.write_text("Peru and Chile signed.", encoding="utf-8")
...     [article.text for article in articles(str(path))]
['Peru and Chile signed.']
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from reportedly.errors import InputError
from reportedly.ingest import feed, folder, jsonfile, jsonlines, mail, page, parquet, stdin, table, text, warc
from reportedly.ingest.source import Remark, Source
from reportedly.model import Article

__all__ = ["Remark", "Source", "articles"]

#: In the order in which they are asked; each has the same two functions.
FORMATS = (stdin, page, jsonlines, jsonfile, table, warc, mail, parquet, feed, text)


def articles(name: str) -> Iterator[Article | Remark]:
    """The articles behind a path, an address, a folder or ``-``, with remarks on what went wrong."""
    source = Source(name)
    try:
        yield from _folder(source) if folder.matches(source) else _one(source)
    except OSError as error:
        yield Remark(f"{source.label}: {error.strerror or error}")
    except InputError as error:
        yield Remark(f"{source.label}: {error}")
    except (EOFError, zlib.error) as error:
        yield Remark(f"{source.label}: damaged or cut off ({error}); what came before was taken in")


def _folder(source: Source) -> Iterator[Article | Remark]:
    """The articles of a folder's files of known formats; other files are passed over in silence."""
    found = [inner for inner in folder.sources(source) if any(form.matches(inner) for form in FORMATS)]
    if not found:
        yield Remark(f"{source.label}: no file of a known format in this folder")
    for inner in found:
        yield from articles(inner.name)


def _one(source: Source) -> Iterator[Article | Remark]:
    """The articles of one file or address."""
    for form in FORMATS:
        if form.matches(source):
            yield from form.articles(source)
            return
    yield from _unnamed(source)


def _unnamed(source: Source) -> Iterator[Article | Remark]:
    """The articles of a file whose name says nothing: a page or plain text, never a binary file."""
    data = source.data()
    if page.looks_like_page(data):
        yield from page.articles_of_bytes(source, data)
    elif b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Remark(f"{source.label}: not a text file")
    else:
        yield from text.articles_of_bytes(source, data)
