"""Holding an answer against the text: what does not stand there, or is none of the format's words, is dropped."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from reportedly.lexicon import load
from reportedly.llm.answer import Act, NamedEntity, Party, Quote, Said
from reportedly.llm.prompt import acts
from reportedly.model import Span
from reportedly.naming import countries, folded

Record = TypeVar("Record")
#: Letters that models write for one another.
_ALIKE = ("'’ʼ", '"“”„«»', "-‐‑–—")


class AnswerError(ValueError):
    """An answer that is no answer at all."""


@dataclass(slots=True)
class Piece:
    """A stretch of an article with what was answered about it, each record checked for its form."""

    start: int
    text: str
    entities: list[NamedEntity]
    attributions: list[Said]
    claims: list[Act]


@dataclass(slots=True)
class Dropped:
    """What was not believed, by reason."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, why: str, example: str = "") -> None:
        self.counts[why] += 1
        self.examples.setdefault(why, " ".join(example.split())[:80])


def piece_of(start: int, text: str, answer: str, dropped: Dropped) -> Piece:
    """The records of an answer that have the right form.

    :raises AnswerError: if it is not JSON, or no object with the three lists.
    """
    try:
        data = json.loads(fenced(answer))
    except ValueError as error:
        raise AnswerError(f"not JSON: {error}") from error
    lists = ("entities", "attributions", "claims")
    if not isinstance(data, dict) or not all(isinstance(data.get(name), list) for name in lists):
        raise AnswerError(f"no object with the lists {', '.join(lists)}")
    return Piece(
        start,
        text,
        formed(data["entities"], NamedEntity, "entity", dropped),
        formed(data["attributions"], Said, "attribution", dropped),
        [coded(act, dropped) for act in formed(data["claims"], Act, "claim", dropped)],
    )


def fenced(answer: str) -> str:
    """The answer without the fence that some models put around JSON."""
    found = re.fullmatch(r"\s*```(?:json)?\s*\n(.*?)\n?```\s*", answer, re.DOTALL)
    return found.group(1) if found else answer


def formed(items: Iterable[Any], kind: type[Record], name: str, dropped: Dropped) -> list[Record]:
    """The items that are records of a kind, with no word that the format does not have."""
    found: list[Record] = []
    for item in items:
        try:
            found.append(msgspec.convert(item, kind))
        except msgspec.ValidationError as error:
            dropped.add(f"{name} not in the format", str(error))
    return found


def coded(act: Act, dropped: Dropped) -> Act:
    """The claim with its mode and its act, if these are the ontology's."""
    modes = load("cameo", "ontology")["modes"].get(act.type, {})
    if act.mode is not None and act.mode not in modes:
        dropped.add("mode not in the ontology", act.mode)
        act = replace(act, mode=None)
    if act.act is not None and act.act not in acts():
        dropped.add("act not in the ontology", act.act)
        act = replace(act, act=None)
    return act


def country(code: str | None, name: str, dropped: Dropped) -> str | None:
    """The country of an entity: what our own tables say of its name, else a code that exists."""
    known = countries().get(folded(name)) if len(name) > 3 else None
    if known or code is None:
        return known
    if code.casefold() in countries() and len(code) == 3:
        return code.upper()
    dropped.add("no such country", code)
    return None


class Finder:
    """Finds quotations in a piece, and gives offsets into the whole article."""

    def __init__(self, piece: Piece, whole: str, dropped: Dropped) -> None:
        self.piece = piece
        self.whole = whole
        self.dropped = dropped

    def find(self, quote: Quote, what: str) -> Span | None:
        """Where a quotation stands; None, counted, where it does not."""
        places = (
            [match.span() for match in pattern(quote.text).finditer(self.piece.text)]
            if quote.text.strip()
            else []
        )
        # Words that stand in one place only mean that place, however they were counted.
        number = 0 if len(places) == 1 else quote.occurrence - 1
        if not 0 <= number < len(places):
            self.dropped.add(f"{what} not in the text", quote.text)
            return None
        start, end = (self.piece.start + offset for offset in places[number])
        return Span(start, end, self.whole[start:end])

    def parties(self, quotes: Sequence[Party], what: str) -> list[tuple[Span, Party]]:
        found = ((self.find(quote, what), quote) for quote in quotes)
        return [(span, quote) for span, quote in found if span is not None]


@lru_cache(maxsize=4096)
def pattern(words: str) -> re.Pattern[str]:
    """Words as they may stand in a text: any white space for any, any of the quotation marks and dashes for another.

    A quotation begins and ends where words do.
    """
    parts = []
    for letter in re.sub(r"\s+", " ", words.strip()):
        alike = next((group for group in _ALIKE if letter in group), None)
        parts.append(r"\s+" if letter == " " else f"[{re.escape(alike)}]" if alike else re.escape(letter))
    first, last = words.strip()[:1], words.strip()[-1:]
    before = r"(?<!\w)" if first.isalnum() else ""
    after = r"(?!\w)" if last.isalnum() else ""
    return re.compile(before + "".join(parts) + after)
