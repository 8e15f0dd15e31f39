"""Beginnings of words, spelt out: ``missil*`` becomes all words that begin so, as far as they are few.

The full-text index joins the lists of all such words before it gives the first of them, however few are wanted; of
words that stand beside each other it asks only as far as it must.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable
from typing import Any

#: More words than these are asked for by their beginning.
MANY = 3000
#: The tables that words are looked for in; the words of each are listed by a table of its own.
TABLES = ("words", "evidences")
_BEGINNING = re.compile(r'"(\w+)"\*')
#: After every word that begins in a way.
_LAST = "\U0010ffff"

Rows = Callable[[str, tuple[object, ...]], list[tuple[Any, ...]]]


def list_words(connection: sqlite3.Connection) -> None:
    """Make the tables that list words, for this connection alone."""
    for table in TABLES:
        connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_listed USING fts5vocab(main, {table}, row)")


def spelt(match: str, table: str, rows: Rows) -> str:
    """A search in FTS5's syntax with its beginnings spelt out, as the words of a table have them."""

    def every(found: re.Match[str]) -> str:
        start = plain(found[1])
        listed = rows(
            f"SELECT term FROM temp.{table}_listed WHERE term >= ? AND term < ? LIMIT ?",
            (start, start + _LAST, MANY + 1),
        )
        if not 0 < len(listed) <= MANY:
            return found[0]
        words = " OR ".join(f'"{term}"' for (term,) in listed)
        return f"({words})"

    return _BEGINNING.sub(every, match)


def plain(word: str) -> str:
    """A word as the index has it: lower case, without accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(each for each in parts if not unicodedata.combining(each)))
