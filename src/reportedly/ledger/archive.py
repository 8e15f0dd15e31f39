"""An archive of readings taken into the ledger: its articles are stored, its readings kept, nothing is read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.ledger.records import COLUMNS, article_of
from reportedly.ledger.writer import Stored, Writer
from reportedly.model import Article, Reading

if TYPE_CHECKING:
    from reportedly.scale.layout import Archive

#: The file by which an archive is known, without what it takes to read one.
MARKER = "reportedly-archive.json"
#: Articles that are taken in in one step.
TOGETHER = 500


def matches(source: str) -> bool:
    """Whether a folder is an archive that `reportedly scale` has made."""
    return (Path(source) / MARKER).is_file()


def take_archive(writer: Writer, source: str) -> Iterator[Stored]:
    """Store an archive's articles with their readings; each comes back once it is safe.

    :raises InputError: if pyarrow is not installed.
    """
    from reportedly.scale.layout import Archive
    from reportedly.scale.needed import needed

    needed()
    archive, place = Archive.opened(source), str(Path(source).resolve())
    for key, note in archive.notes("read"):
        day, part = key.split("/")
        for batch in batches(archive, day, part):
            with writer.together():
                stored = writer.store_many((article, place) for article, _ in batch)
                readings = [reading for _, reading in batch]
                fresh = (known_as(writer, *pair) for pair in zip(stored, readings, strict=True))
                writer.save_many(fresh, note["reader"])
            yield from stored


def batches(archive: Archive, day: str, part: str) -> Iterator[list[tuple[Article, Reading]]]:
    """The articles of a part with their readings."""
    from reportedly.scale import rows

    readings = archive.read_part("readings", day, part).to_pylist()
    by_key = {row["article"]: row for row in readings}
    articles = archive.read_part("articles", day, part).to_pylist()
    pairs = [
        (rows.article_of(row), rows.reading_of(by_key[row["article"]]))
        for row in articles
        if row["article"] in by_key and (row["text"] or "").strip()
    ]
    for start in range(0, len(pairs), TOGETHER):
        yield pairs[start : start + TOGETHER]


def known_as(writer: Writer, stored: Stored, reading: Reading) -> tuple[int, Reading]:
    """The version that a reading is of, and the reading with the metadata that the ledger gives its article."""
    row = writer.connection.execute(
        f"SELECT {COLUMNS} FROM versions v JOIN articles a ON a.number = v.article WHERE v.number = ?",
        (stored.version,),
    ).fetchone()
    article = article_of(row)
    document = replace(
        reading.document,
        id=article.id,
        url=article.url,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        extra=dict(article.extra),
    )
    return stored.version, replace(reading, document=document)
