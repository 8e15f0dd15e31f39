"""Fractions, alone or after a number: "two thirds", "one and a half", "2 1/2", « un quart de million »."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from reportedly.numbers.lexicon import Numerals, lookup
from reportedly.numbers.number import Number, tidy
from reportedly.numbers.tokens import Tokens

#: What fractions in digits are divided by: "9/11" and "24/7" are none.
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 1000})


def slashed(tokens: Tokens, start: int) -> float | None:
    """The value of "3/4" in one piece; dates and ratios in three parts are none."""
    words = tokens.words
    if start + 2 >= len(words) or words[start + 1] != "/" or not words[start + 2].isdecimal():
        return None
    if not (tokens.glued(start + 1) and tokens.glued(start + 2)) or not words[start].isdecimal():
        return None
    if start + 3 < len(words) and words[start + 3] == "/":
        return None
    below = int(words[start + 2])
    return tidy(int(words[start]) / below) if below in _DENOMINATORS else None


def vulgar(tokens: Tokens, start: int) -> Number | None:
    """A fraction in one sign: "½"."""
    word = tokens.words[start]
    if len(word) != 1 or unicodedata.category(word) != "No":
        return None
    value = unicodedata.numeric(word, 0.0)
    return Number(start, start + 1, tidy(value), "fraction", digits=True) if 0 < value < 1 else None


def with_fraction(
    tokens: Tokens, number: Number, data: Numerals, scale: float = 1.0, joined: float | None = None
) -> Number:
    """A number that a fraction follows: "two thirds", "one and a half", "three million and a half".

    :param scale: what the number's last word multiplies by.
    :param joined: what stood before its last "and", as in "twenty and three fifths".
    """
    words, end = tokens.words, number.end
    if number.kind != "cardinal" or end >= len(tokens):
        return number
    whole = joined or 0.0
    if part := fraction(tokens, number.start, end, number.value - whole, data):
        unit = 1.0 if whole % 1e3 or part.kind == "cardinal" else _largest(whole)
        return replace(part, value=tidy(whole + part.value * unit), kind="cardinal" if whole else part.kind)
    if words[end] in data.joiner and end + 1 < len(tokens):
        part = fraction(tokens, end + 1, end + 1, 0.0, data) or _numerator(tokens, end + 1, data)
        if part and part.kind == "fraction" and 0 < part.value < 1:
            scale = scale if scale > 1e3 else 1.0
            return replace(number, end=part.end, value=tidy(number.value + part.value * scale), article=False)
    return number


def _largest(value: float) -> float:
    """The scale that a round number is counted in: a million for three million."""
    return next((s for s in (1e12, 1e9, 1e6) if value >= s and value % s == 0), 1.0)


def _numerator(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    """A small numeral with its denominator: "three fifths" after "twenty and"."""
    entry = lookup(tokens, start, data.words, data)
    above = entry[1][1] if entry else 1.0 if tokens.words[start] in data.one else 0.0
    after = start + (entry[0] if entry else 1)
    return fraction(tokens, start, after, above, data) if above and after < len(tokens) else None


def fraction(tokens: Tokens, start: int, position: int, above: float, data: Numerals) -> Number | None:
    """A denominator at ``position`` under ``above``; a bare "half" has one above it."""
    if position + 1 < len(tokens) and tokens.words[position] == "-":
        position += 1
    entry = _below(tokens, position, above, data) if position < len(tokens) else None
    if entry is None or (not above and start and (tokens.words[start - 1],) in data.ordinals):
        return None  # "the first half"
    end, value = position + entry[0], (above or 1) / entry[1]
    # a quarter million, un demi-million, un quart de million
    after = end + 1 if tokens.words[end : end + 1] in (("-",), ("de",)) else end
    scale = lookup(tokens, after, data.words, data) if after < len(tokens) else None
    if scale and scale[1][0] == "scale":
        return Number(start, after + scale[0], tidy(value * scale[1][1]))
    part_of = not tokens.words[end : end + 1] or tokens.words[end] in data.fraction_next
    if not above and entry[1] == 4 and not part_of:
        return None  # "the quarter ended March 31"
    return Number(start, end, tidy(value), "fraction")


def _below(tokens: Tokens, position: int, above: float, data: Numerals) -> tuple[int, float] | None:
    """The denominator at a token: its length and what it divides by."""
    entry = lookup(tokens, position, data.fractions, data)
    if entry is not None:
        return entry if above or entry[1] in (2, 4) else None
    entry = (
        (_compound(tokens, position, data) or lookup(tokens, position, data.ordinals, data))
        if above
        else None
    )
    return entry if entry and _denominates(tokens, position + entry[0], above, data) else None


def _compound(tokens: Tokens, position: int, data: Numerals) -> tuple[int, float] | None:
    """An ordinal of several words as a denominator: "three twenty-firsts", « un vingt et unième »."""
    first = lookup(tokens, position, data.words, data)
    if first is None or first[1][0] not in ("tens", "hundred"):
        return None
    place, value = position + first[0], first[1][1]
    while place < len(tokens) and (tokens.words[place] == "-" or tokens.words[place] in data.joiner):
        place += 1
    for table in (data.ordinals, data.fractions):
        last = lookup(tokens, place, table, data) if place < len(tokens) else None
        if last and last[1] < (10 if value < 100 else 100):
            return place + last[0] - position, value + last[1]
    return None


def _denominates(tokens: Tokens, after: int, above: float, data: Numerals) -> bool:
    """Is a singular ordinal a denominator? « un cinquième du total » is one, « un cinquième mort » is not."""
    return above <= 20 and (
        after >= len(tokens) or tokens.words[after] in data.fraction_next or tokens.words[after] in ".,;:!?)"
    )
