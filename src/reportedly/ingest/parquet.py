"""Parquet: one article a row, columns named as the keys of an article object. Needs DuckDB (the extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from reportedly.errors import InputError
from reportedly.ingest.record import article_of
from reportedly.ingest.source import Remark, Source
from reportedly.ingest.table import ALIASES
from reportedly.model import Article

SUFFIXES = (".parquet",)
#: Rows fetched at a time.
BATCH = 1000


def matches(source: Source) -> bool:
    """Whether the file's name says that it is Parquet."""
    return source.suffix in SUFFIXES


def articles(source: Source) -> Iterator[Article | Remark]:
    """One article per row.

    :raises InputError: where DuckDB is not installed, or the file is not Parquet.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError("Parquet needs DuckDB: pip install 'reportedly[parquet]'") from error

    with duckdb.connect() as connection:
        try:
            cursor = connection.execute("SELECT * FROM read_parquet(?)", [str(source.path)])
        except duckdb.Error as error:
            raise InputError(str(error).partition("\n")[0]) from error
        names = [ALIASES.get(column[0].lower(), column[0].lower()) for column in cursor.description or ()]
        if "text" not in names:
            raise InputError(f"no column is called text; there are {', '.join(names)}")
        number = 0
        while rows := cursor.fetchmany(BATCH):
            for row in rows:
                number += 1
                values = {
                    key: plain(value) for key, value in zip(names, row, strict=True) if value is not None
                }
                yield from article_of(values, f"{source.label}, row {number}")


def plain(value: Any) -> Any:
    """A value as JSON would have it."""
    return value.isoformat() if isinstance(value, date | datetime) else value
