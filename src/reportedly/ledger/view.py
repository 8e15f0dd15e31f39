"""Looking into the ledger: articles, claims, readings, judgements; never writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reportedly.errors import LedgerError, MissingError
from reportedly.ledger.beginnings import spelt
from reportedly.ledger.connection import connect_to_read, explained
from reportedly.ledger.judged import Judgements
from reportedly.ledger.plan import Plan, article_plan, claim_plan
from reportedly.ledger.query import Condition, Query, parse
from reportedly.ledger.records import (
    COLUMNS,
    ArticleRow,
    ClaimRow,
    Kept,
    Version,
    article_of,
    unpacked,
)
from reportedly.ledger.selections import Selections
from reportedly.ledger.stories import Stories
from reportedly.ledger.tellers import Tellers
from reportedly.model import Article, Reading

#: Rows fetched at a time, so that memory stays the same for any number.
PAGE = 500
#: Lists no longer than this are begun with; longer ones are walked past, newest first, until enough is found.
FEW = 4000
#: Roles in the order of a claim's row.
ROLES = ("actor", "recipient", "object", "location")
#: How the words that were searched for are marked in a snippet.
MARKS = ("\N{LEFT-POINTING ANGLE BRACKET}", "\N{RIGHT-POINTING ANGLE BRACKET}")

_CLAIMS = (
    "SELECT c.id, a.id, a.outlet, a.published, a.language, c.local, c.event, c.type, c.plover, c.mode, c.act, c.cameo,"
    ' c.anchor, c.start, c."end", c.status, c.certainty, c.polarity, c.tense, c.value, c.earliest, c.latest'
    ", a.headline, v.url, c.evidence, c.number FROM claims c JOIN articles a ON a.number = c.article"
    " JOIN readings r ON r.number = c.reading JOIN versions v ON v.number = r.version"
)


class View(Stories, Tellers, Judgements, Selections):
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
        found = self._asked(query, "words")
        for numbers in self._pages(article_plan(found, self._few), limit, offset):
            yield from self._article_rows(numbers, found.match)

    def _article_rows(self, numbers: Sequence[int], match: str) -> Iterator[ArticleRow]:
        """The rows of articles by their numbers, in that order."""
        marks = ", ".join("?" * len(numbers))
        snippets: dict[int, str] = {}
        if match:
            cut = f"snippet(words, -1, '{MARKS[0]}', '{MARKS[1]}', '…', 16)"
            snippets = dict(
                self.rows(
                    f"SELECT a.number, {cut} FROM words JOIN articles a ON a.version = words.rowid"
                    f" WHERE words MATCH ? AND words.rowid IN (SELECT version FROM articles WHERE number IN ({marks}))",
                    (match, *numbers),
                )
            )
        rows = self.rows(
            "SELECT a.number, a.id, a.published, a.outlet, a.language, a.headline, v.url,"
            " (SELECT count(*) FROM claims c WHERE c.article = a.number), v.ordinal"
            f" FROM articles a JOIN versions v ON v.number = a.version WHERE a.number IN ({marks})",
            tuple(numbers),
        )
        found = {row[0]: ArticleRow(*[*row[1:], snippets.get(row[0])]) for row in rows}
        yield from (found[number] for number in numbers)

    def article(self, key: str) -> Article:
        """One article in its newest version, by the ledger's id or the one that it came with.

        :raises MissingError: if there is none.
        """
        rows = self.rows(
            f"SELECT {COLUMNS} FROM articles a JOIN versions v ON v.number = a.version"
            " WHERE a.number IN (SELECT number FROM articles WHERE id = ? UNION ALL"
            " SELECT number FROM articles WHERE given = ?) ORDER BY a.id = ? DESC LIMIT 1",
            (key, key, key),
        )
        if not rows:
            raise MissingError(f"{self.path}: there is no article {key!r}")
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

        :raises MissingError: if there is no such article, or it has not been read.
        """
        article = self.article(key)
        rows = self.rows(
            "SELECT r.body FROM articles a JOIN readings r ON r.version = a.version"
            " JOIN readers w ON w.number = r.reader"
            " WHERE a.id = ? AND w.name = coalesce(?, w.name) ORDER BY r.read_at DESC, r.number DESC LIMIT 1",
            (article.id, reader),
        )
        if not rows:
            raise MissingError(
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
        found = self._asked(query, "evidences")
        for numbers in self._pages(claim_plan(found, self._few), limit, offset):
            yield from self._claim_rows(numbers)

    def claim(self, key: str) -> ClaimRow:
        """One claim by its id.

        :raises MissingError: if there is none.
        """
        numbers = self.rows("SELECT number FROM claims WHERE id = ?", (key,))
        if not numbers:
            raise MissingError(f"{self.path}: there is no claim {key!r}")
        return next(self._claim_rows(numbers[0]))

    def _claim_rows(self, numbers: Sequence[int]) -> Iterator[ClaimRow]:
        """The rows of claims by their numbers, in that order."""
        marks, values = ", ".join("?" * len(numbers)), tuple(numbers)
        sides: dict[int, dict[str, list[str]]] = {number: {role: [] for role in ROLES} for number in numbers}
        sql = f"SELECT claim, role, name FROM parties WHERE claim IN ({marks}) ORDER BY rowid"
        for number, role, name in self.rows(sql, values):
            sides[number][role].append(name)
        voices: dict[int, list[str]] = {number: [] for number in numbers}
        for number, name in self.rows(
            f"SELECT claim, name FROM voices WHERE claim IN ({marks}) ORDER BY claim, hop",
            values,
        ):
            voices[number].append(name)
        rows = {row[-1]: row[:-1] for row in self.rows(f"{_CLAIMS} WHERE c.number IN ({marks})", values)}
        for number in numbers:
            *plain, title, url, evidence = rows[number]
            values_ = [
                *plain,
                *map(tuple, sides[number].values()),
                tuple(voices[number]),
                title,
                url,
                evidence,
            ]
            yield ClaimRow(*values_)

    def _asked(self, query: Query | str, table: str) -> Query:
        """A query understood, its words as a full-text table has them."""
        found = parse(query) if isinstance(query, str) else query
        return replace(found, match=spelt(found.match, table, self.rows)) if "*" in found.match else found

    def _few(self, sql: str, values: tuple[object, ...]) -> bool:
        """Whether a list is short enough to begin with."""
        counted = self.rows(f"SELECT count(*) FROM ({sql} LIMIT {FEW + 1})", values)
        return bool(counted[0][0] <= FEW)

    def _pages(self, plan: Plan, limit: int | None, offset: int) -> Iterator[list[int]]:
        """The numbers that a plan gives, some at a time; one statement, so one state of the ledger."""
        with explained(self.path):
            cursor = self.connection.execute(
                f"{plan.sql} LIMIT ? OFFSET ?", (*plan.values, -1 if limit is None else limit, offset)
            )
            while page := cursor.fetchmany(PAGE):
                yield [number for (number,) in page]

    # -- what went wrong, how much there is

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
            table: self.rows(f"SELECT count(*) FROM {table}")[0][0]
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
