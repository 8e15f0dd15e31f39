"""Flat Parquet: the rows of `flat`, lists as lists, numbers as numbers. Needs DuckDB (the extra ``parquet``)."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import InputError
from reportedly.export.flat import COLUMNS
from reportedly.ledger.records import Kept

SUFFIXES = (".parquet",)
LISTS = frozenset({"actors", "recipients", "objects", "locations", "sources"})
NUMBERS = {"value": "DOUBLE", "start": "INTEGER", "end": "INTEGER"}


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every claim as one row.

    :raises InputError: where DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise InputError("Parquet needs DuckDB: pip install 'reportedly[parquet]'") from error

    with tempfile.TemporaryDirectory() as folder:
        lines, target = Path(folder, "rows.jsonl"), Path(folder, "rows.parquet")
        with lines.open("w", encoding="utf-8") as stream:
            for kept in found:
                for claim in kept.claims:
                    stream.write(json.dumps(asdict(claim), ensure_ascii=False) + "\n")
        types = ", ".join(f"'{name}': '{kind(name)}'" for name in COLUMNS)
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        with duckdb.connect() as connection:
            connection.execute(
                f"COPY (SELECT {names} FROM read_json(?, format = 'newline_delimited', columns = {{{types}}}))"  # noqa: S608
                f" TO '{target}' (FORMAT parquet)",
                [str(lines)],
            )
        out.write(target.read_bytes())


def kind(name: str) -> str:
    """A column's type."""
    return "VARCHAR[]" if name in LISTS else NUMBERS.get(name, "VARCHAR")
