"""Where an archive's tables lie: one folder a table, one folder a day of publication in it, whole files only.

A file gets its name when it is complete, and what it was made of stands in a note beside the tables. So whatever a
killed worker leaves behind is either whole or has no name yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.errors import InputError
from reportedly.scale.schemas import TABLES

FORMAT = "reportedly.archive/1"
MARKER = "reportedly-archive.json"
#: The partition of articles whose day is not known, as Hive, DuckDB and Daft name one: its value is null.
UNKNOWN = "__HIVE_DEFAULT_PARTITION__"
#: Notes and what is on its way; names with a full stop in front are no tables to anybody.
NOTES, ON_ITS_WAY = ".made", ".work"


def day_of(published: str | None) -> str:
    """The day of a date or a date-time, as it stands there; `UNKNOWN` where that is none."""
    try:
        return datetime.fromisoformat(published or "").date().isoformat()
    except ValueError:
        return UNKNOWN


def days_before(day: str, count: int) -> str:
    """The day so many days before another."""
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - count)).isoformat()


def digest(*parts: object) -> str:
    """A hash of what something was made of."""
    told = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of tables that several workers may write to at once, as no two write the same file."""

    root: Path

    @classmethod
    def opened(cls, path: str | Path, *, make: bool = False) -> Archive:
        """The archive in a folder.

        :param make: make one there, if the folder is empty or not there yet.
        :raises InputError: if there is something else.
        """
        root = Path(path)
        if (root / MARKER).is_file():
            return cls(root)
        if not make:
            raise InputError(f"{path}: no archive: there is no {MARKER} in it")
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise InputError(f"{path}: is there already and is no archive; name a new or an empty folder")
        root.mkdir(parents=True, exist_ok=True)
        put(root / MARKER, json.dumps({"format": FORMAT}).encode() + b"\n")
        return cls(root)

    # -- tables

    def path(self, table: str, day: str, part: str) -> Path:
        return self.root / table / f"day={day}" / f"{part}.parquet"

    def days(self, table: str) -> list[str]:
        """The days of a table, the unknown one last."""
        found = (each.name.removeprefix("day=") for each in (self.root / table).glob("day=*"))
        return sorted(found, key=lambda day: (day == UNKNOWN, day))

    def parts(self, table: str, day: str) -> list[str]:
        """The parts of a day, in order of their names."""
        return sorted(each.stem for each in (self.root / table / f"day={day}").glob("[!.]*.parquet"))

    def write(self, name: str, day: str, part: str, table: pa.Table) -> None:
        """A part of a table; without rows there is none."""
        path = self.path(name, day, part)
        if table.num_rows:
            write(path, table)
        else:
            path.unlink(missing_ok=True)

    def read(self, name: str, days: Iterable[str], columns: Sequence[str] | None = None) -> pa.Table:
        """All rows of some days of a table, in the order of days and parts."""
        paths = [self.path(name, day, part) for day in days for part in self.parts(name, day)]
        tables = [read(path, columns) for path in paths]
        schema = TABLES[name]
        if columns is not None:
            schema = pa.schema([schema.field(column) for column in columns])
        return pa.concat_tables(tables) if tables else schema.empty_table()

    def read_part(self, name: str, day: str, part: str) -> pa.Table:
        """The rows of one part."""
        return read(self.path(name, day, part))

    def drop(self, name: str, day: str, part: str) -> None:
        """Take a part away."""
        self.path(name, day, part).unlink(missing_ok=True)

    # -- notes

    def note(self, step: str, key: str) -> Path:
        return self.root / NOTES / step / f"{key}.json"

    def made(self, step: str, key: str) -> dict[str, Any] | None:
        """What is noted of a piece of work that is done."""
        try:
            found = json.loads(self.note(step, key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def notes(self, step: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """All that is done of a step, by key in order."""
        folder = self.root / NOTES / step
        for path in sorted(folder.rglob("*.json")):
            key = path.relative_to(folder).with_suffix("").as_posix()
            if (found := self.made(step, key)) is not None:
                yield key, found

    def remember(self, step: str, key: str, note: dict[str, Any]) -> None:
        """Note that a piece of work is done; the last thing that its worker does."""
        put(self.note(step, key), json.dumps(note, ensure_ascii=False, sort_keys=True).encode() + b"\n")

    def forget(self, step: str, key: str) -> None:
        self.note(step, key).unlink(missing_ok=True)

    def work(self, *names: str) -> Path:
        """A place for what is on its way."""
        return self.root.joinpath(ON_ITS_WAY, *names)

    def replace(self, name: str, made: Path) -> None:
        """Put a new folder in the place of a table."""
        old, place = self.work(f"old-{name}"), self.root / name
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            place.rename(old)
        if made.exists():
            made.rename(place)
        shutil.rmtree(old, ignore_errors=True)


def temporary(path: Path) -> Path:
    """A name beside a file that no reader takes for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


def put(path: Path, data: bytes) -> None:
    """A file that appears whole."""
    made = temporary(path)
    with made.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    made.replace(path)


def write(path: Path, table: pa.Table) -> None:
    """A Parquet file that appears whole; the same rows give the same bytes."""
    made = temporary(path)
    pq.write_table(table, made, compression="zstd")
    with made.open("rb") as written:
        os.fsync(written.fileno())
    made.replace(path)


def read(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """A Parquet file's rows; the folder's name is not asked for the day."""
    return pq.ParquetFile(path).read(columns=None if columns is None else list(columns))


def contents(path: Path) -> str:
    """A hash of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:24]
