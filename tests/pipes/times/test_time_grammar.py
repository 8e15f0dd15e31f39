"""The grammars hang together: every symbol exists, and every builder takes what its patterns give."""

from __future__ import annotations

import inspect

import pytest

from reportedly.lexicon import load
from reportedly.numbers.chart import Grammar
from reportedly.pipes.quantities.lexicon import amount_words
from reportedly.pipes.times.lexicon import PARTICLES, time_words

#: Categories that numerals and shapes of digits give, with or without an entry in the lexicon.
GIVEN = {
    "times": {
        "clock", "day", "day_digits", "dayord", "dayord_digits", "decade", "digits", "dotted", "half_year", "military",
        "number", "number_clock", "ordinal", "ordinals", "quarter", "shape", "short_year", "slash", "span", "time",
        "vulgar", "year", "year_words", "years", "yy",
    },
    "quantities": {"number", "share", "unit_exact"},
}  # fmt: skip
CASES = [(name, language) for name in GIVEN for language in ("fr", "en")]


def compiled(name: str, language: str) -> tuple[Grammar, set[str]]:
    words = time_words(language) if name == "times" else amount_words(language)
    return words.grammar, {entry[1] for entries in words.entries.values() for entry in entries}


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_symbol_exists(name: str, language: str) -> None:
    grammar, entries = compiled(name, language)
    rules = grammar.rules
    known = entries | GIVEN[name] | {rule.category for rule in rules} | set(load(name, language)["particle"])
    assert sorted({symbol for rule in rules for symbol in rule.symbols} - known) == []


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_builder_takes_what_its_patterns_give(name: str, language: str) -> None:
    grammar, _ = compiled(name, language)
    empty = set(load(name, language)["particle"]) - set(PARTICLES) - {"half_word"}
    wrong = []
    for rule in grammar.rules:
        meant = [symbol for symbol in rule.symbols if symbol not in empty]
        try:
            inspect.signature(rule.build).bind(*meant)
        except TypeError:
            wrong.append((rule.name, rule.symbols))
    assert wrong == []
