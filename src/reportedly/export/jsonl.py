"""JSON Lines: one reading per line, each written as soon as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.contract import to_json
from reportedly.model import Reading

SUFFIXES = (".jsonl", ".ndjson")


def write(readings: Iterable[Reading], out: BinaryIO) -> None:
    """Every reading as one line of UTF-8."""
    for reading in readings:
        out.write(to_json(reading) + b"\n")
        out.flush()
