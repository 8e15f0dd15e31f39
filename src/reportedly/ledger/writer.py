"""Adding to the ledger: articles with their versions, readings, judgements and problems."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from reportedly.contract import to_json
from reportedly.errors import LedgerError
from reportedly.ledger.connection import connect_to_write, explained, transaction
from reportedly.ledger.index import forget, remember
from reportedly.ledger.judging import Judging, inserted, now
from reportedly.ledger.keys import address_of, identity, short, words_hash
from reportedly.ledger.records import COLUMNS, article_of
from reportedly.model import Article, Reading

Outcome = Literal["new", "changed", "known"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of an article: ``new``, ``changed`` (a new version of a known one) or ``known`` already."""

    id: str
    version: int
    outcome: Outcome


_WAITING = (
    "FROM articles a JOIN versions v ON v.number = a.version WHERE NOT EXISTS"
    " (SELECT 1 FROM readings r JOIN readers w ON w.number = r.reader WHERE r.version = v.number AND w.name = ?)"
)


class Writer(Judging):
    """Writes to one ledger; every call is whole or not at all, also when the process is killed.

    :param path: the file, made if it is not there.
    :raises LedgerError: if it is no ledger or cannot be written.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.connection = connect_to_write(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with explained(self.path):
            self.connection.execute("PRAGMA optimize")
            self.connection.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything within is one step: after a crash all of it is there, or none.

        :raises LedgerError: if another program does not let go of the file, or the disk is full.
        """
        with explained(self.path):
            if self.connection.in_transaction:
                yield
                return
            with transaction(self.connection):
                yield

    # -- articles

    def store(self, article: Article, source: str) -> Stored:
        """Keep an article; one that is there already is kept once, and one that has changed gets a new version.

        :param source: where it was taken from: a file, an address, a feed.
        """
        with self.together():
            return self._store(article, source)

    def store_many(self, articles: Iterable[tuple[Article, str]]) -> list[Stored]:
        """Keep several articles, each with its source, in one step."""
        with self.together():
            return [self._store(article, source) for article, source in articles]

    def _store(self, article: Article, source: str) -> Stored:
        article = storable(article)
        words, address = words_hash(article), address_of(article)
        key = identity(article, address, words, source)
        known = self._known(article, key, words)
        if known is None:
            return self._new(article, key, words, address, source)
        number, public, version, newest = known
        self._address(address, number)
        if newest == words:
            return Stored(public, version, "known")
        return Stored(public, self._version(number, article, words, source), "changed")

    def _known(self, article: Article, key: str, words: str) -> tuple[int, str, int, str] | None:
        """The article's number, id, newest version and its words, if it is there."""
        row = self.connection.execute(
            "SELECT a.number, a.id, v.number, v.sha256 FROM articles a JOIN versions v ON v.number = a.version"
            " WHERE a.identity = ?",
            (key,),
        ).fetchone()
        if row is None and (article.outlet or not article.url):
            # The same words of the same outlet at another address or in another file: no second article.
            row = self.connection.execute(
                "SELECT a.number, a.id, v.number, v.sha256 FROM versions v JOIN articles a ON a.version = v.number"
                " WHERE v.sha256 = ? AND a.outlet IS ? ORDER BY a.number LIMIT 1",
                (words, article.outlet),
            ).fetchone()
        return (row[0], row[1], row[2], row[3]) if row else None

    def _new(self, article: Article, key: str, words: str, address: str | None, source: str) -> Stored:
        public = short("a", key)
        cursor = self.connection.execute(
            "INSERT INTO articles (id, identity, given, outlet, published, language, first_seen)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (public, key, article.id, article.outlet, article.published, article.language, now()),
        )
        number = inserted(cursor)
        self._address(address, number)
        return Stored(public, self._version(number, article, words, source), "new")

    def _address(self, address: str | None, number: int) -> None:
        if address:
            self.connection.execute("INSERT OR IGNORE INTO addresses VALUES (?, ?)", (address, number))

    def _version(self, number: int, article: Article, words: str, source: str) -> int:
        """A version of an article, which is its newest from now on."""
        old = self.connection.execute(
            "SELECT v.number, v.title, v.text, v.ordinal FROM articles a JOIN versions v ON v.number = a.version"
            " WHERE a.number = ?",
            (number,),
        ).fetchone()
        extra = dict(article.extra)
        modified = extra.pop("modified", None)
        row = (
            number, old[3] + 1 if old else 1, words, article.title, article.text, article.url, article.outlet,
            article.byline, article.language, article.published, modified if isinstance(modified, str) else None,
            json.dumps(extra, ensure_ascii=False, sort_keys=True), source, now(),
        )  # fmt: skip
        version = inserted(
            self.connection.execute(
                "INSERT INTO versions (article, ordinal, sha256, title, text, url, outlet, byline, language, published,"
                " modified, extra, source, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        )
        if old:
            self.connection.execute(
                "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", old[:3]
            )
            forget(self.connection, number)
        self.connection.execute(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (version, article.title, article.text)
        )
        self.connection.execute(
            "UPDATE articles SET version = ?, outlet = coalesce(?, outlet), published = coalesce(?, published),"
            " headline = ? WHERE number = ?",
            (version, article.outlet, article.published, article.title, number),
        )
        return version

    # -- readings

    def save(self, version: int, reading: Reading, reader: str) -> None:
        """Keep a reading of a version; its claims are found from now on if the version is the newest.

        :param reader: the reader's name, see `fingerprint`.
        """
        with self.together():
            self._save(version, reading, reader)

    def save_many(self, readings: Iterable[tuple[int, Reading]], reader: str) -> None:
        """Keep several readings in one step."""
        with self.together():
            for version, reading in readings:
                self._save(version, reading, reader)

    def _save(self, version: int, reading: Reading, reader: str) -> None:
        self.connection.execute("INSERT OR IGNORE INTO readers (name) VALUES (?)", (reader,))
        cursor = self.connection.execute(
            "INSERT INTO readings (version, reader, read_at, body)"
            " SELECT ?, number, ?, ? FROM readers WHERE name = ?"
            " ON CONFLICT (version, reader) DO UPDATE SET read_at = excluded.read_at, body = excluded.body"
            " RETURNING number",
            (version, now(), packed(reading), reader),
        )
        number = int(cursor.fetchone()[0])
        article, live, key, words, published = self.connection.execute(
            "SELECT v.article, a.version = v.number, a.id, v.sha256, a.published FROM versions v"
            " JOIN articles a ON a.number = v.article WHERE v.number = ?",
            (version,),
        ).fetchone()
        for problem in reading.problems:
            where = reading.document.id or f"version {version}"
            self._problem(problem.stage, where, problem.message, article)
        if live:
            forget(self.connection, article)
            self.connection.execute(
                "UPDATE articles SET language = coalesce(?, language), headline = ? WHERE number = ?",
                (reading.document.language, headline_of(reading), article),
            )
            remember(
                self.connection,
                reading,
                article=article,
                number=number,
                version=f"{key} {words}",
                published=published,
            )

    # -- problems

    def problem(self, stage: str, source: str, message: str) -> None:
        """Write down what was dropped and why; the same is written once."""
        with self.together():
            self._problem(stage, source, message, None)

    def _problem(self, stage: str, source: str, message: str, article: int | None) -> None:
        self.connection.execute(
            "INSERT OR IGNORE INTO problems (at, stage, source, message, article) VALUES (?, ?, ?, ?, ?)",
            (now(), stage, source, message, article),
        )

    # -- what waits

    def waiting(self, reader: str, limit: int) -> Sequence[tuple[int, Article]]:
        """Newest versions that this reader has not read, each with its number."""
        with explained(self.path):
            rows = self.connection.execute(
                f"SELECT v.number, {COLUMNS} {_WAITING} ORDER BY v.number LIMIT ?",
                (reader, limit),
            ).fetchall()
        return [(row[0], article_of(row[1:])) for row in rows]

    def count_waiting(self, reader: str) -> int:
        """How many newest versions this reader has not read."""
        with explained(self.path):
            return int(self.connection.execute(f"SELECT count(*) {_WAITING}", (reader,)).fetchone()[0])

    def tidy(self) -> None:
        """Make the file as small as it can be and its indexes as good, and check that it is sound.

        :raises LedgerError: if it is not.
        """
        with explained(self.path):
            (told,) = self.connection.execute("PRAGMA integrity_check(1)").fetchone()
            if told != "ok":
                raise LedgerError(f"{self.path}: damaged: {told}")
            for table in ("words", "evidences"):
                self.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            self.connection.execute("VACUUM")
            self.connection.execute("ANALYZE")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def storable(article: Article) -> Article:
    """The article as UTF-8 can hold it: unpaired surrogates are replaced one for one."""
    from reportedly.ingest.decoding import without_lone_surrogates

    fields = ("text", "id", "url", "title", "outlet", "byline", "language", "published")
    told = {key: value for key in fields if (value := getattr(article, key))}
    mended: dict[str, Any] = {key: without_lone_surrogates(value)[0] for key, value in told.items()}
    return replace(article, **mended)


def headline_of(reading: Reading) -> str | None:
    """The headline on one line."""
    found = reading.document.headline
    return " ".join(found.text.split()) if found else None


def packed(reading: Reading) -> bytes:
    """A reading without its text, which the version keeps, compressed."""
    bare = replace(reading, document=replace(reading.document, text=""))
    return zlib.compress(to_json(bare), 6)
