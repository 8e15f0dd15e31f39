"""What a single token, a numeral or a numeric shape may mean as a word of time."""

from __future__ import annotations

import re

from reportedly.numbers.chart import Edge
from reportedly.numbers.lexicon import Numerals, lookup
from reportedly.numbers.number import Number
from reportedly.numbers.reader import read
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.guards import Guard
from reportedly.pipes.times.lexicon import TimeWords
from reportedly.pipes.times.shapes import LETTERS, Shapes
from reportedly.pipes.times.terms import Cal

_ROMAN = re.compile(r"([ivx]+)(?:e|eme|er)?")


class Terminals:
    """The chart's base edges over one text."""

    def __init__(self, tokens: Tokens, words: TimeWords, numerals: Numerals) -> None:
        self.tokens = tokens
        self.words = words
        self.numerals = numerals
        self.guard = Guard(tokens, words.guards)
        self.shapes = Shapes(tokens, words)

    def at(self, position: int) -> list[Edge]:
        """All that may begin at a token, longest words first."""
        word = self.tokens.words[position]
        edges = self._entries(position, word)
        if word[0].isdecimal() or word in LETTERS:
            edges += self.shapes.at(position)
        if word.isdecimal() and self._whole(position):
            edges += _digits(position + 1, word)
        if word in self.numerals.starters or word[0].isnumeric():
            edges += self._numbers(position)
        if word[0] in "ivx" and self.words.centuries:
            edges += self._roman(position, word)
        return edges

    def _entries(self, position: int, word: str) -> list[Edge]:
        found = []
        for form, category, meaning in self.words.entries.get(word, ()):
            end = position + len(form)
            if len(form) > 1 and self.tokens.words[position:end] != form:
                continue
            if self.guard.passes(category, form, position, end):
                found.append(Edge(category, end, meaning, 0.0, "lexicon"))
        return found

    def _whole(self, position: int) -> bool:
        """Are the digits of a token no part of a sum or a decimal number?"""
        tokens, after = self.tokens, position + 1
        before = tokens.words[position - 1] if tokens.glued(position) else " "
        if before in "$€£#" or (before in ".,:" and position > 1 and tokens.words[position - 2].isdecimal()):
            return False
        if after + 1 >= len(tokens) or not (tokens.glued(after) and tokens.glued(after + 1)):
            return True
        sign, digits = tokens.words[after], tokens.words[after + 1]
        return sign not in ".," or not digits.isdecimal() or (sign == "," and len(digits) == 4)

    def _numbers(self, position: int) -> list[Edge]:
        number = read(self.tokens, position, self.numerals)
        if number is None or number.signed:
            return []
        if number.kind == "ordinal":
            ranks = [Edge("ordinals", number.end, int(number.value), 0.0, "number")]
            return ranks if self._plural(number) else _ordinals(number)
        if number.kind == "fraction":
            return [Edge("vulgar", number.end, float(number.value), 0.0, "number"), *self._above(number)]
        if number.article:
            return []
        return [Edge("number", number.end, float(number.value), 0.0, "number"), *self._worded(number)]

    def _above(self, number: Number) -> list[Edge]:
        """The first word of a fraction by itself: "three" of "three quarters", which are a time too."""
        entry = lookup(self.tokens, number.start, self.numerals.words, self.numerals)
        whole = entry is not None and entry[1][0] == "unit" and number.end - number.start > 1
        return (
            [Edge("number", number.start + entry[0], float(entry[1][1]), 0.0, "number")]
            if entry and whole
            else []
        )

    def _plural(self, number: Number) -> bool:
        """« les deux premiers mois » are two: no rank of one."""
        return self.tokens.words[number.end - 1].endswith(self.words.plural_ordinal)

    def _worded(self, number: Number) -> list[Edge]:
        """What a numeral in words may be besides an amount."""
        value, end, edges = number.value, number.end, []
        if value != int(value) or number.digits:
            return []
        if 1 <= value <= 31 and self.words.day_first:
            edges.append(Edge("day", end, Cal(day=int(value)), 0.0, "number"))
        if 0 <= value <= 24:
            edges.append(Edge("number_clock", end, Cal(hour=int(value) % 24), 0.0, "number"))
        if 1900 <= value <= 2199 and end - number.start > 2:
            edges.append(Edge("year_words", end, Cal(year=int(value)), 0.0, "number"))
        spoken = self.words.spoken_years and 10 <= value <= 20 and end < len(self.tokens)
        rest = read(self.tokens, end, self.numerals) if spoken else None
        if rest and rest.kind == "cardinal" and not rest.digits and 10 <= rest.value <= 99:
            edges.append(Edge("year_words", rest.end, Cal(year=int(100 * value + rest.value)), 0.0, "number"))
        return edges

    def _roman(self, position: int, word: str) -> list[Edge]:
        """« XXIe siècle »."""
        found, end = _ROMAN.fullmatch(word), position + 1
        if found is None or not self.tokens.capital(position) or end >= len(self.tokens):
            return []
        value = _roman_value(found.group(1))
        return (
            [Edge("ordinal", end, value, 0.0, "roman")]
            if value and self.tokens.words[end] in self.words.centuries
            else []
        )


def _digits(end: int, word: str) -> list[Edge]:
    """What a run of digits may be."""
    value = int(word) if len(word) < 6 else 0
    edges = [Edge("digits", end, float(word[:15]), 0.0, "digits")]
    if len(word) == 4 and 1000 <= value <= 2199:
        edges.append(Edge("year", end, Cal(year=value), 0.0, "digits"))
    if len(word) > 2:
        return edges
    edges.append(Edge("yy", end, Cal(decade=value), 0.0, "digits"))
    edges.append(Edge("number", end, float(value), 0.0, "digits"))
    if 1 <= value <= 31:
        edges += [Edge(name, end, Cal(day=value), 0.0, "digits") for name in ("day", "day_digits")]
    if value <= 24:
        edges.append(Edge("number_clock", end, Cal(hour=value % 24), 0.0, "digits"))
    if value >= 32 or word[0] == "0":
        edges.append(Edge("short_year", end, Cal(year=value + (2000 if value < 40 else 1900)), 0.0, "digits"))
    return edges


def _ordinals(number: Number) -> list[Edge]:
    edges = [Edge("ordinal", number.end, int(number.value), 0.0, "number")]
    if 1 <= number.value <= 31:
        names = ("dayord", "dayord_digits") if number.digits else ("dayord",)
        edges += [Edge(name, number.end, Cal(day=int(number.value)), 0.0, "number") for name in names]
    return edges


def _roman_value(text: str) -> int:
    value, last = 0, 0
    for letter in reversed(text):
        worth = {"i": 1, "v": 5, "x": 10}[letter]
        value += -worth if worth < last else worth
        last = max(last, worth)
    return value if value <= 39 else 0
