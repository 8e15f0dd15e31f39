"""A language's numerals, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from reportedly.lexicon import load
from reportedly.numbers.tokens import Tokens, pieces

Surface = tuple[str, ...]
Value = TypeVar("Value")


def variants(surface: str) -> Iterable[Surface]:
    """An entry's token forms: as written, and with its hyphens left out."""
    parts = pieces(surface)
    yield parts
    if "-" in parts[1:]:
        yield tuple(p for p in parts if p != "-")


def index(table: Mapping[str, Any]) -> dict[Surface, Any]:
    """A table by token forms."""
    return {form: value for surface, value in table.items() for form in variants(surface)}


@dataclass(frozen=True, slots=True)
class Numerals:
    """What a numeral's words are worth. ``words`` maps token forms to (class, value)."""

    language: str
    words: dict[Surface, tuple[str, float]]
    longest: int
    #: First tokens of any numeral.
    starters: frozenset[str]
    #: All tokens of numerals in words.
    tokens: frozenset[str]
    ordinals: dict[Surface, float]
    fractions: dict[Surface, float]
    scale_sign: dict[str, float]
    scale_sign_apart: dict[str, float]
    #: Signs that are read as a scale only in capitals: "3M", not "3m".
    capital_signs: frozenset[str]
    groups: dict[str, float]
    suffixes: frozenset[str]
    fraction_next: frozenset[str]
    one: frozenset[str]
    joiner: frozenset[str]
    point: frozenset[str]
    minus: frozenset[str]
    #: Minus words that are mostly something else, and the words after which they are.
    weak_minus: frozenset[str]
    not_minus_after: frozenset[str]
    over: tuple[Surface, ...]
    not_after: frozenset[str]
    not_after_what: frozenset[str]
    digits: re.Pattern[str]
    decimal: str


def _digits(decimal: str, group: str) -> re.Pattern[str]:
    """Digits in groups of three, with a decimal part and an exponent.

    The other language's decimal sign is read where it cannot group.
    """
    d, g = re.escape(decimal), re.escape(group)
    return re.compile(
        rf"(?P<whole>\d{{1,3}}(?:{g}\d{{3}}(?!\d))+|\d{{1,3}}(?: \d{{3}}(?!\d))+|\d+)?"
        rf"(?:{d}(?P<part>\d+)|(?<=\d){g}(?P<foreign>\d{{1,2}})(?!\d|[{g}{d}]\d))?"
        r"(?:(?:e|x ?10 ?\^?)(?P<exponent>[+-]?\d+)|\^(?P<power>[+-]{0,2}\d{1,3}))?"
    )


@cache
def numerals(language: str) -> Numerals:
    """The numerals of ``fr`` or ``en``."""
    data = load("numbers", language)
    words: dict[Surface, tuple[str, float]] = {}
    for kind in ("unit", "tens", "hundred", "scale"):
        words.update({form: (kind, value) for form, value in index(data[kind]).items()})
    ordinals = index(data["ordinal"])
    special = data["word"]
    return Numerals(
        language=language,
        words=words,
        longest=max(len(form) for form in [*words, *ordinals]),
        starters=frozenset(form[0] for form in [*words, *ordinals, *index(data["fraction"])])
        | frozenset(special["one"]),
        tokens=frozenset(
            t for form in [*words, *ordinals, *index(data["fraction"])] for t in form if t != "-"
        ),
        ordinals=ordinals,
        fractions=index(data["fraction"]),
        scale_sign=data["scale_sign"],
        scale_sign_apart=data["scale_sign_apart"],
        capital_signs=frozenset(special["capital_sign"]),
        groups=data["group_noun"],
        suffixes=frozenset(data["ordinal_suffix"]),
        fraction_next=frozenset(data["fraction_next"]),
        one=frozenset(special["one"]),
        joiner=frozenset(special["and"]),
        point=frozenset(special["point"]),
        minus=frozenset(special["minus"]),
        weak_minus=frozenset(special["weak_minus"]),
        not_minus_after=frozenset(special["not_minus_after"]),
        over=tuple(pieces(w) for w in special["over"]),
        not_after=frozenset(special["not_after"]),
        not_after_what=frozenset(special["not_after_what"]),
        digits=_digits(data["format"]["decimal"], data["format"]["group"]),
        decimal=data["format"]["decimal"],
    )


def lookup(
    tokens: Tokens, position: int, table: Mapping[Surface, Value], data: Numerals
) -> tuple[int, Value] | None:
    """The longest entry at a token: (number of tokens, what it stands for)."""
    if tokens.words[position] not in data.starters:
        return None
    for length in range(min(data.longest, len(tokens) - position), 0, -1):
        found = table.get(tokens.words[position : position + length])
        if found is not None:
            return length, found
    return None
