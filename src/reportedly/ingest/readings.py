"""Readings that were printed as JSON Lines, read back."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reportedly.contract import from_dict
from reportedly.errors import ContractError, InputError
from reportedly.ingest.source import Source
from reportedly.model import FORMAT, Reading

#: Bytes at the head of a file in which a reading names its format.
HEAD = 200


def matches(name: str) -> bool:
    """Whether a file holds readings instead of articles."""
    source = Source(name)
    if source.suffix not in (".jsonl", ".ndjson") or not source.path.is_file():
        return False
    with source.path.open("rb") as stream:
        return f'"{FORMAT}"'.encode() in stream.read(HEAD)


def readings(name: str) -> Iterator[Reading]:
    """Every reading of a file.

    :raises InputError: with the line that holds none.
    """
    for number, line in enumerate(Source(name).lines(), 1):
        if line.strip():
            try:
                yield from_dict(json.loads(line))
            except (ContractError, json.JSONDecodeError) as error:
                raise InputError(f"{name}, line {number}: {error}") from error
