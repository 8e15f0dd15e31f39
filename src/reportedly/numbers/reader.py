"""Numbers as news writes them: in digits, in words, or both ("2.5 million"), with ordinals and fractions."""

from __future__ import annotations

import re
from dataclasses import replace
from math import isfinite

from reportedly.numbers.fractions import slashed, vulgar, with_fraction
from reportedly.numbers.lexicon import Numerals
from reportedly.numbers.number import Number, tidy
from reportedly.numbers.tokens import Tokens
from reportedly.numbers.words import dozens, in_words


def read(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    """The longest number that begins at a token."""
    word = tokens.words[start]
    if word in data.minus or word == "-":
        return _signed(tokens, start, data)
    number = _digits(tokens, start, data) if word[0].isdecimal() or word in ".," else None
    number = number or vulgar(tokens, start)
    if number is None and word in data.starters and not _pronoun(tokens, start, data):
        number = in_words(tokens, start, data)
    return _over(tokens, number, data) if number else None


def _pronoun(tokens: Tokens, start: int, data: Numerals) -> bool:
    """Is it the "one" of "this one" or the « un » of « l'un »?"""
    if tokens.words[start] not in data.not_after_what or not start:
        return False
    before = tokens.words[start - 1]
    if before == "'" and start > 1:
        before = tokens.words[start - 2]
    return before in data.not_after or (before,) in data.ordinals


def _signed(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    """A sign belongs to a number where nothing that could be subtracted from stands before it."""
    if start + 1 >= len(tokens) or (start and tokens.words[start - 1][-1].isdecimal()):
        return None
    if tokens.words[start] in data.weak_minus and start and tokens.words[start - 1] in data.not_minus_after:
        return None
    if tokens.words[start] == "-" and tokens.glued(start) and tokens.words[start - 1] not in "$€£(":
        return None
    word = tokens.words[start + 1]
    number = None if word == "-" or word in data.minus else read(tokens, start + 1, data)
    if number is None or number.kind == "ordinal":
        return None
    return replace(number, start=start, value=-number.value, signed=True)


def _digits(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    found = data.digits.match(tokens.folded, tokens.starts[start])
    end = _token_end(tokens, start, found.end()) if found and any(found.group("whole", "part")) else None
    if found is None or end is None or _runs_on(tokens, start):
        return None
    if found.group("foreign") and tokens.glued(start) and tokens.words[start - 1] in ".,":
        return Number(start, start + 1, tidy(float(tokens.words[start])), digits=True)  # "22,24,26"
    value = _worth(found)
    if not isfinite(value) or found.group("power"):
        return Number(start, end, value, digits=True) if isfinite(value) else None
    if end < len(tokens) and tokens.words[end] in data.suffixes and tokens.glued(end) and value == int(value):
        return Number(start, end + 1, value, "ordinal", digits=True)
    number = _scaled(tokens, Number(start, end, value, digits=True), data)
    return _mixed(tokens, dozens(tokens, number, data), data)


def _runs_on(tokens: Tokens, start: int) -> bool:
    """Does a decimal sign go on from digits before it, as in a list without spaces?"""
    return tokens.words[start] in ".," and tokens.glued(start) and tokens.words[start - 1] not in "(["


def _worth(found: re.Match[str]) -> float:
    """What digits are worth; infinite where they are too many."""
    whole, part = found.group("whole") or "0", found.group("part") or found.group("foreign") or "0"
    value = float(f"{''.join(c for c in whole if c.isdecimal())}.{part}e{found.group('exponent') or 0}")
    if not isfinite(value):
        return value
    return _power(value, found.group("power")) if found.group("power") else tidy(value)


def _power(value: float, power: str) -> float:
    """A number raised: "1.1^23", "2^-1"; two signs make a plus."""
    exponent = int(power.lstrip("+-")) * (-1 if power.count("-") == 1 else 1)
    try:
        return tidy(value**exponent)
    except (OverflowError, ZeroDivisionError):
        return tidy(value)


def _token_end(tokens: Tokens, start: int, place: int) -> int | None:
    """The token position after the token that ends at a code point."""
    position = start
    while position < len(tokens) and tokens.ends[position] < place:
        position += 1
    return position + 1 if position < len(tokens) and tokens.ends[position] == place else None


def _scaled(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """Digits with a scale: "10k", "1.2 million", "3 hundred and 21", "4 thousand 3 hundred"."""
    end = number.end
    if end >= len(tokens):
        return number
    word = tokens.words[end]
    signs = data.scale_sign if tokens.glued(end) else data.scale_sign_apart
    if word in signs and (word not in data.capital_signs or tokens.capital(end)):
        return replace(number, end=end + 1, value=tidy(number.value * signs[word]), scale=signs[word])
    if word == "-" and tokens.glued(end) and end + 1 < len(tokens):
        end, word = end + 1, tokens.words[end + 1]
    kind, _ = data.words.get((word,), ("", 0.0))
    if kind == "scale" or (kind == "hundred" and data.language == "en"):
        rest = in_words(tokens, end, data, before=number.value)
        if rest:
            return replace(rest, start=number.start, digits=True)
    return number


def _mixed(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """A whole number with a fraction, or a fraction alone: "2 1/2", "1/4", "2½"."""
    words, end = tokens.words, number.end
    added = vulgar(tokens, end) if end < len(tokens) else None
    if added:
        return replace(number, end=added.end, value=tidy(number.value + added.value))
    if end == number.start + 1 and (share := slashed(tokens, number.start)) is not None:
        return Number(number.start, number.start + 3, share, "fraction", digits=True)
    if end < len(tokens) and words[end].isdecimal() and not tokens.glued(end):
        part = slashed(tokens, end)
        if part is not None and part < 1:
            return replace(number, end=end + 3, value=tidy(number.value + part))
    return with_fraction(tokens, number, data)


def _over(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """Shares in words: "un sur trois", "two out of five"."""
    if number.kind != "cardinal" or number.signed:
        return number
    for over in data.over:
        after = number.end + len(over)
        if tokens.words[number.end : after] == over and after < len(tokens):
            below = read(tokens, after, data)
            if below and below.kind == "cardinal" and below.value > number.value and not below.signed:
                return Number(
                    number.start, below.end, tidy(number.value / below.value), "fraction", number.digits
                )
    return number
