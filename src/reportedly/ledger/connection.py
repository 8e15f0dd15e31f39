"""Opening the ledger's file: write-ahead log, foreign keys, migrations, and errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from reportedly.errors import LedgerError
from reportedly.ledger.beginnings import list_words

#: "rptd" as a number: tells a ledger from any other SQLite file.
APPLICATION = 0x72707464
#: Milliseconds for which a writer waits for another to finish.
PATIENCE = 30_000


def connect_to_write(path: Path) -> sqlite3.Connection:
    """A connection that may write, to a file that is made at need and brought to the newest schema.

    :raises LedgerError: if the file is no ledger, is of a newer program, or cannot be written.
    """
    with explained(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE / 1000)
        try:
            check(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -65536")
            migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that can only read.

    :raises LedgerError: if there is no such file, it is no ledger, or of another schema.
    """
    if not path.is_file():
        raise LedgerError(f"{path}: there is no such ledger; `reportedly add` makes one")
    with explained(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=PATIENCE / 1000
        )
        try:
            check(connection, path)
            check_newest(connection, path)
            list_words(connection)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA cache_size = -65536")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, with the file's name."""
    try:
        yield
    except sqlite3.OperationalError as error:
        told = str(error)
        if "locked" in told:
            told = f"another program has been writing to it for {PATIENCE // 1000} seconds; try again later"
        elif "unable to open" in told or "readonly" in told:
            told = f"cannot be opened for this ({error}); is the folder there, and may you write to it?"
        raise LedgerError(f"{path}: {told}") from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError):
            raise
        raise LedgerError(f"{path}: {error}") from error


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Is this file ours, and not newer than we are?"""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application not in (0, APPLICATION) or (application == 0 and tables):
        raise LedgerError(f"{path}: a database, but no ledger")
    if version(connection) > len(migrations()):
        raise LedgerError(f"{path}: written by a newer version of reportedly")


def check_newest(connection: sqlite3.Connection, path: Path) -> None:
    """Has this file all tables that will be asked for?"""
    if version(connection) < len(migrations()):
        raise LedgerError(f"{path}: of an older version; `reportedly vacuum` brings it up to date")


def version(connection: sqlite3.Connection) -> int:
    """The schema's version: how many migrations were made."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrations() -> list[str]:
    """The scripts that make the schema, in order."""
    folder = files("reportedly.ledger") / "migrations"
    scripts = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".sql")), key=lambda each: each.name
    )
    return [each.read_text(encoding="utf-8") for each in scripts]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date: each step whole or not at all, and once even if two programs try."""
    if version(connection) == len(migrations()):
        return
    with transaction(connection):
        done = version(connection)
        for script in migrations()[done:]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations())}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def statements(script: str) -> Iterator[str]:
    """The statements of a script: `executescript` would end our transaction."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines)
            lines = []


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; the right to write is taken at once, so that two writers queue instead of failing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
