"""Slips of the pen in names of countries: "Afganistan", "Ethopia", "Phillipines"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from reportedly.pipes.entities.entries import Entry
from reportedly.pipes.entities.forms import fold

#: Shorter words are too often other names.
SHORTEST = 7


def one_slip(word: str, name: str) -> bool:
    """Is a word a name with one letter more, less, other, or two exchanged, neither the first nor the last?"""
    if word == name or word[0] != name[0] or word[-1] != name[-1]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), 0)
    longer = int(len(word) >= len(name)), int(len(name) >= len(word))
    if word[at + longer[0] :] == name[at + longer[1] :]:
        return True
    return word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]


def _shortened(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(1, len(word) - 1)}


class Slips:
    """Names of one word, found by what is left of them when a letter goes."""

    def __init__(self, entries: Iterable[Entry], lookalikes: frozenset[str]) -> None:
        self.lookalikes = lookalikes
        self.entries = entries

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, Entry]]]:
        names: dict[str, list[tuple[str, Entry]]] = {}
        for entry in self.entries:
            name = fold(entry.form)
            if len(name) >= SHORTEST and name.isalpha():
                for short in {name, *_shortened(name)}:
                    names.setdefault(short, []).append((name, entry))
        return names

    def find(self, word: str) -> Entry | None:
        """The country or demonym that a capitalised word misspells, None if none or several."""
        if len(word) < SHORTEST or word in self.lookalikes:
            return None
        folded = fold(word)
        near = {
            id(entry): entry
            for short in (folded, *sorted(_shortened(folded)))
            for name, entry in self._names.get(short, ())
            if one_slip(folded, name)
        }
        meant = list(near.values())
        return meant[0] if meant and len({entry.country for entry in meant}) == 1 else None
