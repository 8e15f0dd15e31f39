"""Flat CSV: one row per claim, the columns of `reportedly search`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import BinaryIO

from reportedly.export.rows import separated
from reportedly.ledger.records import Kept

SUFFIXES = (".csv",)
COLUMNS = (
    "id", "published", "outlet", "language", "type", "plover", "mode", "act", "cameo", "status", "certainty",
    "polarity", "tense", "value", "earliest", "latest", "actors", "recipients", "objects", "locations", "sources",
    "anchor", "evidence", "start", "end", "title", "url", "article", "local", "event",
)  # fmt: skip


def export(found: Iterable[Kept], out: BinaryIO, separator: str = ",") -> None:
    """Every claim as one row."""
    rows = (asdict(claim) for kept in found for claim in kept.claims)
    out.writelines(line.encode("utf-8") for line in separated(rows, COLUMNS, separator))
