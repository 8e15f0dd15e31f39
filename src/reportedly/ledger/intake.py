"""Taking articles into the ledger: first all are stored, which is quick and safe, then those that wait are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from reportedly.errors import InputError
from reportedly.ingest import Remark, articles
from reportedly.ingest.source import Source
from reportedly.ledger import archive
from reportedly.ledger.fingerprint import fingerprint
from reportedly.ledger.writer import Stored, Writer
from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from reportedly.reading import Reader

#: Articles that are stored in one step.
STORED_TOGETHER = 500
#: Readings that are saved in one step; what a kill can cost is reading these again.
SAVED_TOGETHER = 32
#: Articles fetched at a time to be read.
FETCHED = 512


def take_in(
    writer: Writer, sources: Iterable[str], given: dict[str, str] | None = None
) -> Iterator[Stored | Remark]:
    """Store all articles of all sources; what was dropped is written down and comes back as a remark.

    :param given: what is known of every article: ``language`` and ``published`` go before what it says itself,
        ``outlet`` after.
    :raises InputError: for an archive of readings that cannot be taken in.
    """
    for source in sources:
        if archive.matches(source):
            if given:
                raise InputError(
                    f"{source}: an archive was read with what its articles say: take it in as it is"
                )
            yield from archive.take_archive(writer, source)
            continue
        place = _place(source)
        found = _prepared(articles(source), given or {})
        while batch := list(islice(found, STORED_TOGETHER)):
            with writer.together():
                for one in batch:
                    if isinstance(one, Remark):
                        writer.problem("ingest", source, one.message)
            yield from (one for one in batch if isinstance(one, Remark))
            yield from writer.store_many((one, place) for one in batch if isinstance(one, Article))


def _place(source: str) -> str:
    """A source's name wherever one stands: files with their whole path."""
    named = Source(source)
    return source if named.is_url or named.is_stdin else str(named.path.resolve())


def _prepared(found: Iterable[Article | Remark], given: dict[str, str]) -> Iterator[Article | Remark]:
    for one in found:
        if isinstance(one, Remark):
            yield one
        elif one.text.strip():
            known: dict[str, Any] = {
                key: value for key, value in given.items() if key != "outlet" or not one.outlet
            }
            yield replace(one, **known)
        else:
            yield Remark(f"{one.id or one.url or 'an article'}: there is no text in it")


def name_of(reader: Reader) -> str:
    """The name under which a reader's readings are kept."""
    return fingerprint(tuple(sorted(reader.pipelines.items())), reader.ontology)


def unread(writer: Writer, reader: Reader) -> int:
    """How many articles a reader has still to read."""
    return writer.count_waiting(name_of(reader))


def read_waiting(writer: Writer, reader: Reader, jobs: int = 1) -> Iterator[Reading]:
    """Read and save every article that this reader has not read; each comes back once it is safe.

    :param jobs: how many processes read at once.
    """
    name = name_of(reader)
    while waiting := writer.waiting(name, FETCHED):
        versions = iter([version for version, _ in waiting])
        readings = reader.read_many((article for _, article in waiting), jobs)
        while batch := list(islice(readings, SAVED_TOGETHER)):
            writer.save_many(((next(versions), reading) for reading in batch), name)
            yield from batch
