"""JSON Lines: one reading per line, each written as soon as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from reportedly.contract import to_json
from reportedly.export.selection import only
from reportedly.model import Reading

if TYPE_CHECKING:
    from reportedly.ledger.records import Kept

SUFFIXES = (".jsonl", ".ndjson")


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every article's reading with the claims that were chosen."""
    write((only(kept.reading, {claim.local for claim in kept.claims}) for kept in found), out)


def write(readings: Iterable[Reading], out: BinaryIO) -> None:
    """Every reading as one line of UTF-8."""
    for reading in readings:
        out.write(to_json(reading) + b"\n")
        out.flush()
