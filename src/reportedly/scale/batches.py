"""The work itself, from Arrow to Arrow: no engine, no files, no state but the reader's pipelines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from reportedly.errors import InputError
from reportedly.model import Article
from reportedly.scale import rows
from reportedly.scale.schemas import TABLES

if TYPE_CHECKING:
    from reportedly.reading import Reader

Tables = dict[str, pa.Table]


def table(name: str, found: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows as a table of the archive."""
    return pa.Table.from_pylist(list(found), schema=TABLES[name])


def articles_batch(articles: Iterable[Article], source: str = "") -> pa.RecordBatch:
    """Articles as a batch with the columns of the table ``articles``."""
    found = [rows.article_row(article, source, number) for number, article in enumerate(articles, 1)]
    return pa.RecordBatch.from_pylist(found, schema=TABLES["articles"])


def read_batch(batch: pa.RecordBatch | pa.Table, reader: Reader | None = None) -> Tables:
    """The readings of a batch of articles: tables ``readings``, ``claims``, ``passages`` and ``problems``.

    An article that breaks the reader gives a reading without claims, and a row among the problems.

    :param batch: needs a column ``text``; others are those of the table ``articles``, as far as they are there.
    :raises InputError: if there is no column ``text``, or texts that are not strings.

    >>> from reportedly.model import Article
    >>> batch = articles_batch([Article(text="Norway delivered twelve tanks to Chile.", id="a1")])
    >>> tables = read_batch(batch)
    >>> tables["claims"].select(["article", "type", "actors"]).to_pylist()
    [{'article': 'a1', 'type': 'AID', 'actors': ['Norway']}]
    """
    given = checked(batch)
    if reader is None:
        from reportedly.reading import Reader

        reader = Reader()
    articles = [rows.article_of(row) for row in given]
    keys = [
        row.get("article") or rows.key_of(article, row.get("source") or "")
        for row, article in zip(given, articles, strict=True)
    ]
    found = list(zip(keys, given, reader.read_many(articles), strict=True))
    return {
        "readings": table("readings", (rows.reading_row(key, one) for key, _, one in found)),
        "claims": table("claims", (row for key, _, one in found for row in rows.claim_rows(key, one))),
        "passages": table("passages", (rows.passage_row(key, one) for key, _, one in found)),
        "problems": table(
            "problems",
            (row for key, a, one in found for row in rows.problem_rows(key, one, a.get("source"))),
        ),
    }


def checked(batch: pa.RecordBatch | pa.Table) -> list[dict[str, Any]]:
    """The rows of a batch of articles.

    :raises InputError: as `read_batch` says.
    """
    names = batch.schema.names
    if "text" not in names:
        raise InputError(f"a batch of articles needs a column text; there are {', '.join(names) or 'none'}")
    kind = batch.schema.field("text").type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise InputError(f"the column text should hold strings, not {kind}")
    return batch.to_pylist()  # type: ignore[no-any-return]


def corroborate_batch(
    readings: pa.RecordBatch | pa.Table, links: pa.RecordBatch | pa.Table | None = None
) -> Tables:
    """The stories of a batch of readings: tables ``stories``, ``events``, ``origins`` and ``drift``.

    :param readings: with the columns ``article`` and ``reading`` of the table ``readings``.
    :param links: which of them share passages, as `join` finds it; None looks for it here.

    >>> from reportedly.model import Article
    >>> texts = ["Rome sent twelve tanks to Tunis on Monday.", "Rome sent Tunis twelve tanks."]
    >>> batch = articles_batch(Article(text=text, id=str(n), language="en") for n, text in enumerate(texts))
    >>> corroborate_batch(read_batch(batch)["readings"])["events"].column("independent_origins").to_pylist()
    [1]
    """
    from reportedly.scale.stories import stories_of, story_tables

    found = [rows.reading_of(row) for row in readings.select(["article", "reading"]).to_pylist()]
    return story_tables(stories_of(found, None if links is None else links.to_pylist()))


def concatenated(tables: Sequence[Tables]) -> Tables:
    """Tables of several batches as one set."""
    names = tables[0].keys() if tables else ()
    return {name: pa.concat_tables([each[name] for each in tables]) for name in names}
