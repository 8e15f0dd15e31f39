"""JSON for people: one indented object for one reading, a list of them for several or none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from typing import BinaryIO

import msgspec

from reportedly.contract import to_json
from reportedly.model import Reading

SUFFIXES = (".json",)


def write(readings: Iterable[Reading], out: BinaryIO) -> None:
    """The readings as one JSON document; the second one decides that it is a list."""
    rest = iter(readings)
    first = list(islice(rest, 2))
    if len(first) == 1:
        out.write(_pretty(first[0]) + b"\n")
        return
    out.write(b"[")
    out.writelines(
        (b",\n" if number else b"\n") + _pretty(reading) for number, reading in enumerate(chain(first, rest))
    )
    out.write(b"\n]\n" if first else b"]\n")


def _pretty(reading: Reading) -> bytes:
    return msgspec.json.format(to_json(reading), indent=2)
