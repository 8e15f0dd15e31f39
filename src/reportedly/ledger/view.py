"""Looking into the ledger: articles, claims, readings, judgements; never writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import compress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reportedly.errors import LedgerError
from reportedly.ledger.connection import connect_to_read, explained
from reportedly.ledger.query import ARTICLE_FIELDS, Clause, Condition, Query, clauses, parse
from reportedly.ledger.records import (
    COLUMNS,
    ArticleRow,
    ClaimRow,
    Judgement,
    Kept,
    Version,
    article_of,
    unpacked,
)
from reportedly.model import Article, Reading

#: Rows fetched at a time, so that memory stays the same for any number.
PAGE = 500
#: How the words that were searched for are marked in a snippet.
MARKS = ("\N{LEFT-POINTING ANGLE BRACKET}", "\N{RIGHT-POINTING ANGLE BRACKET}")

_CLAIM = (
    "c.id, a.id, a.outlet, a.published, a.language, c.local, c.event, c.type, c.plover, c.mode, c.act, c.cameo,"
    ' c.anchor, c.start, c."end", c.status, c.certainty, c.polarity, c.tense, c.value, c.earliest, c.latest'
)


class View:
    """A look at one ledger; what it sees within one call is one state of it, however much is written meanwhile.

    :raises LedgerError: if there is no such file, it is no ledger, or it is of another version.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.connection = connect_to_read(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with explained(self.path):
            return self.connection.execute(sql, values).fetchall()

    # -- articles

    def articles(
        self, query: Query | str = "", *, limit: int | None = 20, offset: int = 0
    ) -> Iterator[ArticleRow]:
        """Articles that meet a query, the newest first; with conditions on claims, those that have such a claim."""
        found = parse(query) if isinstance(query, str) else query
        sql, values = _articles_sql(found)
        for row in self._paged(sql, values, limit, offset):
            yield ArticleRow(*row)

    def article(self, key: str) -> Article:
        """One article in its newest version, by the ledger's id or the one that it came with.

        :raises LedgerError: if there is none.
        """
        rows = self.rows(
            f"SELECT {COLUMNS} FROM articles a JOIN versions v ON v.number = a.version"  # noqa: S608
            " WHERE a.id = ? OR a.given = ? ORDER BY a.id = ? DESC LIMIT 1",
            (key, key, key),
        )
        if not rows:
            raise LedgerError(f"{self.path}: there is no article {key!r}")
        return article_of(rows[0])

    def versions(self, key: str) -> list[Version]:
        """All versions of an article, the oldest first."""
        return [
            Version(*row)
            for row in self.rows(
                "SELECT ordinal, sha256, title, v.published, modified, added_at, source, text FROM versions v"
                " JOIN articles a ON a.number = v.article WHERE a.id = ? ORDER BY ordinal",
                (self.article(key).id,),
            )
        ]

    def reading(self, key: str, *, reader: str | None = None) -> Reading:
        """The reading of an article's newest version: the last one, or that of a given reader.

        :raises LedgerError: if there is no such article, or it has not been read.
        """
        article = self.article(key)
        rows = self.rows(
            "SELECT r.body FROM articles a JOIN readings r ON r.version = a.version"
            " JOIN readers w ON w.number = r.reader"
            " WHERE a.id = ? AND w.name = coalesce(?, w.name) ORDER BY r.read_at DESC, r.number DESC LIMIT 1",
            (article.id, reader),
        )
        if not rows:
            raise LedgerError(
                f"{self.path}: article {key!r} has not been read yet; `reportedly add` reads what waits"
            )
        return unpacked(rows[0][0], article)

    def readings(self, query: Query | str = "") -> Iterator[Reading]:
        """The readings of all articles that meet a query and have been read, the newest article first."""
        for row in self.articles(query, limit=None):
            try:
                yield self.reading(row.id)
            except LedgerError:
                continue

    def kept(self, query: Query | str = "") -> Iterator[Kept]:
        """All articles that have been read and meet a query, each with the claims that do, the newest first.

        With words, or conditions on claims, an article is there for its claims; without, it may have none.
        """
        found = parse(query) if isinstance(query, str) else query
        articles = replace(found, match="") if found.asks_claims else found
        for row in self.articles(articles, limit=None):
            try:
                reading = self.reading(row.id)
            except LedgerError:
                continue
            about = Query(
                (*found.conditions, Condition("article", row.id)), found.match if found.asks_claims else ""
            )
            claims = tuple(sorted(self.claims(about, limit=None), key=lambda claim: claim.start))
            if claims or not found.asks_claims:
                yield Kept(self.article(row.id), reading, claims)

    def readers(self, key: str) -> list[str]:
        """Who has read an article's newest version."""
        return [
            name
            for (name,) in self.rows(
                "SELECT w.name FROM articles a JOIN readings r ON r.version = a.version"
                " JOIN readers w ON w.number = r.reader WHERE a.id = ? ORDER BY r.read_at, r.number",
                (self.article(key).id,),
            )
        ]

    # -- claims

    def claims(
        self, query: Query | str = "", *, limit: int | None = 20, offset: int = 0
    ) -> Iterator[ClaimRow]:
        """Claims that meet a query, those of the newest article first."""
        found = parse(query) if isinstance(query, str) else query
        sql, values = _claims_sql(found)
        for row in self._paged(sql, values, limit, offset):
            yield self._claim_row(row)

    def claim(self, key: str) -> ClaimRow:
        """One claim by its id.

        :raises LedgerError: if there is none.
        """
        sql = f"SELECT {_CLAIM}, a.headline, v.url, c.evidence, c.number {_FROM} WHERE c.id = ?"
        rows = self.rows(sql, (key,))
        if not rows:
            raise LedgerError(f"{self.path}: there is no claim {key!r}")
        return self._claim_row(rows[0])

    def _claim_row(self, row: tuple[Any, ...]) -> ClaimRow:
        *plain, title, url, evidence, number = row
        sides: dict[str, list[str]] = {"actor": [], "recipient": [], "object": [], "location": []}
        for role, name in self.rows(
            "SELECT role, name FROM parties WHERE claim = ? ORDER BY rowid", (number,)
        ):
            sides[role].append(name)
        voices = self.rows("SELECT name FROM voices WHERE claim = ? ORDER BY hop", (number,))
        values = [
            *plain,
            *map(tuple, sides.values()),
            tuple(name for (name,) in voices),
            title,
            url,
            evidence,
        ]
        return ClaimRow(*values)

    def _paged(
        self, sql: str, values: tuple[object, ...], limit: int | None, offset: int
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a query; one statement, so one state of the ledger, fetched bit by bit."""
        with explained(self.path):
            cursor = self.connection.execute(
                f"{sql} LIMIT ? OFFSET ?", (*values, -1 if limit is None else limit, offset)
            )
            while page := cursor.fetchmany(PAGE):
                yield from page

    # -- what people judged, what went wrong, how much there is

    def judgements(self, *, standing: bool = False) -> list[Judgement]:
        """What was judged, the oldest first.

        :param standing: only what has not been taken back.
        """
        rows = self.rows(
            'SELECT j.number, j.verdict, j.left, j."right", j.by, j.at, j.why, j.seen,'
            " EXISTS (SELECT 1 FROM judgements u WHERE u.undoes = j.number)"
            " FROM judgements j WHERE j.verdict != 'undo' ORDER BY j.number"
        )
        found = [Judgement(*[*row[:7], json.loads(row[7]), bool(row[8])]) for row in rows]
        return [one for one in found if not (standing and one.undone)]

    def problems(self, *, limit: int | None = None) -> list[dict[str, str | None]]:
        """What was dropped or not understood, the newest first."""
        rows = self.rows(
            "SELECT p.at, p.stage, p.source, p.message, a.id FROM problems p LEFT JOIN articles a"
            " ON a.number = p.article ORDER BY p.number DESC LIMIT ?",
            (-1 if limit is None else limit,),
        )
        return [dict(zip(("at", "stage", "source", "message", "article"), row, strict=True)) for row in rows]

    def stats(self) -> dict[str, Any]:
        """How much there is of what."""
        count = {
            table: self.rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
            for table in ("articles", "versions", "readings", "claims", "judgements", "problems")
        }
        first, last = self.rows("SELECT min(published), max(published) FROM articles")[0]
        return {
            **count,
            "events": self.rows("SELECT count(DISTINCT event) FROM claims")[0][0],
            "unread": self.rows(
                "SELECT count(*) FROM articles a WHERE NOT EXISTS"
                " (SELECT 1 FROM readings r WHERE r.version = a.version)"
            )[0][0],
            "first_published": first,
            "last_published": last,
            "languages": self._counted(
                "SELECT language, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1"
            ),
            "outlets": self._counted(
                "SELECT outlet, count(*) FROM articles GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20"
            ),
            "types": self._counted("SELECT type, count(*) FROM claims GROUP BY 1 ORDER BY 2 DESC, 1"),
            "statuses": self._counted("SELECT status, count(*) FROM claims GROUP BY 1 ORDER BY 2 DESC, 1"),
            "bytes": self.path.stat().st_size,
        }

    def _counted(self, sql: str) -> dict[str, int]:
        return {name or "none": number for name, number in self.rows(sql)}


_FROM = (
    "FROM claims c JOIN articles a ON a.number = c.article JOIN readings r ON r.number = c.reading"
    " JOIN versions v ON v.number = r.version"
)


def _claims_sql(query: Query) -> tuple[str, tuple[object, ...]]:
    """Claims by the query's conditions; words are looked for in the evidence."""
    parts = list(clauses(query))
    if query.match:
        parts.append(("c.number IN (SELECT rowid FROM evidences WHERE evidences MATCH ?)", (query.match,)))
    where, values = _where(parts)
    order = "ORDER BY c.published DESC, c.number DESC"
    return f"SELECT {_CLAIM}, a.headline, v.url, c.evidence, c.number {_FROM} {where} {order}", values


def _articles_sql(query: Query) -> tuple[str, tuple[object, ...]]:
    """Articles by the query's conditions; words are looked for in title and text."""
    fields = [one.field in ARTICLE_FIELDS for one in query.conditions]
    parts = list(clauses(query))
    about = list(compress(parts, fields))
    if len(about) < len(parts):
        inner, values = _where([part for part in parts if part not in about])
        about.append((f"a.number IN (SELECT c.article FROM claims c {inner})", values))  # noqa: S608
    snippet = "NULL"
    source = "FROM articles a JOIN versions v ON v.number = a.version"
    if query.match:
        source = (
            "FROM words JOIN articles a ON a.version = words.rowid JOIN versions v ON v.number = a.version"
        )
        about.insert(0, ("words MATCH ?", (query.match,)))
        snippet = f"snippet(words, -1, '{MARKS[0]}', '{MARKS[1]}', '…', 16)"
    where, values = _where(about)
    columns = (
        "a.id, a.published, a.outlet, a.language, a.headline, v.url,"
        " (SELECT count(*) FROM claims c WHERE c.article = a.number AND (c.type IS NOT NULL OR c.act IS NOT NULL)),"
        " v.ordinal, "
    )
    order = "ORDER BY a.published DESC, a.number DESC"
    return f"SELECT {columns}{snippet} {source} {where} {order}", values


def _where(parts: list[Clause]) -> tuple[str, tuple[object, ...]]:
    """Conditions joined, with their parameters in order."""
    if not parts:
        return "", ()
    return "WHERE " + " AND ".join(sql for sql, _ in parts), tuple(
        value for _, values in parts for value in values
    )
