"""A database of flat tables, ready for Datasette: ``claims`` and ``articles``, linked, with full-text search."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from reportedly.export.flat import COLUMNS
from reportedly.export.rows import one_line
from reportedly.ledger.records import Kept

SUFFIXES = (".db", ".sqlite")
ARTICLE = ("id", "published", "outlet", "language", "title", "byline", "url", "text")
#: Columns that are numbers; all else is text.
NUMBERS = {"value": "REAL", "start": "INTEGER", "end": "INTEGER"}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """One SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "export.db")
        connection = sqlite3.connect(path)
        try:
            make(connection)
            with connection:
                for kept in found:
                    add(connection, kept)
                connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
                connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
        finally:
            connection.close()
        out.write(path.read_bytes())


def make(connection: sqlite3.Connection) -> None:
    """The tables."""
    articles = ", ".join(f'"{name}" TEXT' + (" PRIMARY KEY" if name == "id" else "") for name in ARTICLE)
    columns = [
        f'"{name}" {NUMBERS.get(name, "TEXT")}' + (" PRIMARY KEY" if name == "id" else "") for name in COLUMNS
    ]
    connection.execute(f"CREATE TABLE articles ({articles})")
    connection.execute(
        f"CREATE TABLE claims ({', '.join(columns)}, FOREIGN KEY (article) REFERENCES articles (id))"
    )
    for column in ("article", "event", "type", "act", "status", "published", "outlet"):
        connection.execute(f'CREATE INDEX claims_{column} ON claims ("{column}")')
    tokens = "tokenize = 'unicode61 remove_diacritics 2'"
    connection.execute(f"CREATE VIRTUAL TABLE claims_fts USING fts5 (evidence, content = 'claims', {tokens})")
    connection.execute(
        f"CREATE VIRTUAL TABLE articles_fts USING fts5 (title, text, content = 'articles', {tokens})"
    )


def add(connection: sqlite3.Connection, kept: Kept) -> None:
    """An article with its chosen claims."""
    article, document = kept.article, kept.reading.document
    title = article.title or (document.headline.text if document.headline else None)
    row = (
        article.id,
        article.published,
        article.outlet,
        document.language,
        title,
        article.byline,
        article.url,
        document.text,
    )
    insert(connection, "articles", row)
    for claim in kept.claims:
        told = asdict(claim)
        values = [
            told[name] if name in NUMBERS or told[name] is None else one_line(told[name]) for name in COLUMNS
        ]
        insert(connection, "claims", values)


def insert(connection: sqlite3.Connection, table: str, values: Sequence[object]) -> None:
    """One row, unless it is there."""
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)  # noqa: S608
