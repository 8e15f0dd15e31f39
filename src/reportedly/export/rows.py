"""Rows as CSV or TSV that never break a reader: one line a row, whatever an article says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any


def separated(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], separator: str) -> Iterator[str]:
    """A line of names, then one line per row: a field holds neither tab nor line break.

    CSV is quoted after RFC 4180; in TSV nothing needs to be.
    """
    for row in chain([dict(zip(columns, columns, strict=True))], rows):
        fields = [one_line(row.get(key)) for key in columns]
        if separator == "\t":
            yield "\t".join(fields) + "\n"
            continue
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerow(fields)
        yield out.getvalue()


def one_line(value: Any) -> str:
    """A value as one field: lists are joined by "; ", white space of any kind is one space."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(one_line(each) for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    return " ".join(str(value).replace("\0", " ").split())
