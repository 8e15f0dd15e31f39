"""What changed from one version of a text to the next, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

#: A word with the space that follows it, or space at the beginning.
_PIECE = re.compile(r"\S+\s*|\s+")
#: Paragraphs that were exchanged are compared word by word up to so many words: the walk grows with their square.
WORDS = 1500

Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that both versions have, or that one has alone."""

    kind: Kind
    text: str


def changes(before: str, after: str) -> list[Change]:
    """The later text with what went and what came.

    ``same`` and ``new`` joined are the later text to the last space, ``same`` and ``gone`` the earlier.
    """
    found: list[Change] = []
    for one in _lines(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        if found and found[-1].kind == one.kind:
            found[-1] = Change(one.kind, found[-1].text + one.text)
        elif one.text:
            found.append(one)
    return found


def _lines(old: list[str], new: list[str]) -> Iterator[Change]:
    """Paragraphs first, and the words of those that changed."""
    for kind, gone, come in _steps(old, new):
        pieces = [_PIECE.findall("".join(lines)) for lines in (gone, come)]
        if kind == "replace" and max(map(len, pieces)) <= WORDS:
            for _, left, right in _steps(*pieces):
                yield from _told(left, right)
        else:
            yield from _told(gone, come)


def _told(gone: list[str], come: list[str]) -> Iterator[Change]:
    if gone == come:
        yield Change("same", "".join(come))
        return
    yield Change("gone", "".join(gone))
    yield Change("new", "".join(come))


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """What happens to each stretch, with how it was and how it is."""
    for tag, start, end, there, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag, old[start:end], new[there:until]
