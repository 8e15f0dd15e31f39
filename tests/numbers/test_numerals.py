"""Numerals in digits and in words."""

from __future__ import annotations

import pytest

from reportedly.numbers import read, tokenize
from reportedly.numbers.lexicon import numerals


def number(text: str, language: str) -> tuple[float, str, str] | None:
    tokens = tokenize(text)
    found = read(tokens, 0, numerals(language))
    return (found.value, found.kind, text[: tokens.ends[found.end - 1]]) if found else None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "1 234 567,89", 1234567.89),
        ("en", "1,234,567.89", 1234567.89),
        ("fr", "1.200.000", 1200000),
        ("fr", "2,33 k", 2330),
        ("en", "2.5 million", 2500000),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "vingt-et-un", 21),
        ("fr", "nonante-deux", 92),
        ("fr", "soixante et onze", 71),
        ("fr", "deux cent deux mille", 202000),
        ("fr", "cent mille milliards", 1e14),
        ("en", "three hundred and twenty-four", 324),
        ("en", "twenty-one trillion and three hundred", 21e12 + 300),
        ("en", "three lakh crore", 3e12),
        ("fr", "un et demi", 1.5),
        ("en", "two and a half", 2.5),
        ("en", "three million and a half", 3.5e6),
        ("fr", "cinq virgule deux", 5.2),
        ("en", "five point two", 5.2),
        ("en", "three dozen", 36),
        ("fr", "deux douzaines", 24),
        ("en", "2 1/2", 2.5),
        ("en", "minus five", -5),
        ("en", "6.02x10^3", 6020),
    ],
)
def test_cardinals(language: str, text: str, value: float) -> None:
    assert number(text, language) == (pytest.approx(value), "cardinal", text)


@pytest.mark.parametrize(
    ("language", "text", "value", "kind"),
    [
        ("fr", "deux tiers", 2 / 3, "fraction"),
        ("en", "two thirds", 2 / 3, "fraction"),
        ("fr", "un sur quatre", 0.25, "fraction"),
        ("en", "one out of four", 0.25, "fraction"),
        ("en", "½", 0.5, "fraction"),
        ("fr", "vingt et unième", 21, "ordinal"),
        ("en", "one hundred twenty-fifth", 125, "ordinal"),
        ("fr", "1er", 1, "ordinal"),
        ("en", "22nd", 22, "ordinal"),
    ],
)
def test_fractions_and_ordinals(language: str, text: str, value: float, kind: str) -> None:
    assert number(text, language) == (pytest.approx(value), kind, text)


@pytest.mark.parametrize(
    ("language", "text", "read_"),
    [("fr", "423 0000", "423"), ("en", "4000 3 hundred", "4000"), ("fr", "cinq cents euros", "cinq cents"),
     ("fr", "un cinquième mort", "un"), ("en", "nine thirty", "nine")],
)  # fmt: skip
def test_where_a_numeral_ends(language: str, text: str, read_: str) -> None:
    found = number(text, language)
    assert found is not None
    assert found[2] == read_


@pytest.mark.parametrize(("text", "position"), [("au moins douze", 1), ("this one", 1), ("the 1e999", 1)])
def test_what_is_no_number(text: str, position: int) -> None:
    language = "fr" if "au" in text else "en"
    assert read(tokenize(text), position, numerals(language)) is None
