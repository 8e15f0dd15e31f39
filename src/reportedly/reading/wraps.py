"""Hard-wrapped text read as running text: the parser knows no line breaks, and loses subjects and clauses at them.

A break inside a paragraph becomes a space, one code point for one, so that offsets stay true; the reading's spans
take their text from the article as it was given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from reportedly.pipes.sentences.lines import stretches

Record = TypeVar("Record")

#: A pair of code points is one break: it becomes a space and a space.
SPACES = str.maketrans("\r\n", "  ")


def unwrapped(text: str) -> str:
    """The text with a space for each break that is a mere wrap; as long as it was.

    >>> unwrapped("The army said on Monday that\\nthe rebels had left.")
    'The army said on Monday that the rebels had left.'
    """
    if "\n" not in text:
        return text
    pieces, at = [], 0
    for start, end in stretches(text):
        pieces += [text[at:start], text[start:end].translate(SPACES)]
        at = end
    return "".join([*pieces, text[at:]])


def rewrapped(record: Record, text: str) -> Record:
    """A record with the text of each span within it as it stands in ``text``."""
    if not is_dataclass(record) or isinstance(record, type):
        return record
    changed = {one.name: _value(getattr(record, one.name), text) for one in fields(record)}
    if {"start", "end", "text"} <= changed.keys():
        changed["text"] = text[changed["start"] : changed["end"]]
    different = {name: value for name, value in changed.items() if value is not getattr(record, name)}
    return replace(record, **different) if different else record


def _value(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        return _all(value, text)
    return rewrapped(value, text) if is_dataclass(value) else value


def _all(values: Iterable[Any], text: str) -> tuple[Any, ...]:
    return tuple(_value(value, text) for value in values)
