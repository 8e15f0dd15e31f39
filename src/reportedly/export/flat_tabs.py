"""Flat TSV: the rows of `flat`, parted by tabs, with nothing quoted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportedly.export import flat
from reportedly.ledger.records import Kept

SUFFIXES = (".tsv", ".tab")


def export(found: Iterable[Kept], out: BinaryIO) -> None:
    """Every claim as one row."""
    flat.export(found, out, "\t")
