"""Numerals in words, and the digits among them: "two hundred and six", « soixante-dix-huit »."""

from __future__ import annotations

from dataclasses import replace

from reportedly.numbers.fractions import fraction, with_fraction
from reportedly.numbers.lexicon import Numerals, lookup
from reportedly.numbers.number import Number, tidy
from reportedly.numbers.tokens import Tokens


class _Sum:
    """Adds up the words of a numeral, telling which word may come next."""

    def __init__(self, value: float | None = None) -> None:
        self.total = 0.0
        self.group = value or 0.0
        self.scale = float("inf")
        self.last = "" if value is None else "digits"

    @property
    def value(self) -> float:
        return self.total + self.group

    def take(self, kind: str, value: float) -> bool:
        """Enter a word; False where the numeral does not go on with it."""
        step = {"unit": self._unit, "tens": self._tens, "hundred": self._hundred, "scale": self._scale}[kind]
        if not step(value):
            return False
        self.last = kind
        return True

    def _unit(self, value: float) -> bool:
        rest = self.group % 100
        if self.last in ("unit", "digits") or (value == 0 and self.last):
            return False
        # soixante-dix, quatre-vingt-onze: some tens count on to nineteen
        if rest and not (rest >= 20 and rest % 10 == 0 and value < (20 if rest in (60, 80) else 10)):
            return False
        self.group += value
        return True

    def _tens(self, value: float) -> bool:
        if self.last in ("unit", "digits", "tens") or self.group % 100:
            return False
        self.group += value
        return True

    def _hundred(self, value: float) -> bool:
        if self.last == "hundred" or (self.group >= 100 and self.last != "digits"):
            return False
        self.group = (self.group or 1) * value
        return True

    def _scale(self, value: float) -> bool:
        if value >= self.scale or self.last == "scale":  # cent mille milliards, three lakh crore
            self.total, self.group = (self.total + self.group) * value, 0.0
        else:
            self.total, self.group = self.total + (self.group or 1) * value, 0.0
        self.scale = value
        return True


def in_words(tokens: Tokens, start: int, data: Numerals, before: float | None = None) -> Number | None:
    """A numeral in words; ``before`` is what the digits in front of it are worth."""
    total, position, end = _Sum(before), start, start
    article = before is None and tokens.words[start] in data.one
    if article and (start + 1 < len(tokens)) and _scale_follows(tokens, start + 1, data):
        position, end = start + 1, start + 1
    joined: float | None = None
    while position < len(tokens):
        if number := _ordinal(tokens, start, position, total, data):
            return number
        entry = lookup(tokens, position, data.words, data)
        if entry and _is_article(tokens, position, total, data):
            break
        if entry and not _is_money(entry[1], total, data) and total.take(*entry[1]):
            position = end = position + entry[0]
        elif (value := _following_digits(tokens, position, total)) is not None:
            total.group, total.last = total.group + value, "digits"
            position = end = position + 1
        else:
            break
        after = _join(tokens, position, data)
        joined = total.value if tokens.words[after - 1] in data.joiner else joined
        position = after
    if not total.last:
        above = fraction(tokens, start, start + 1, 1.0, data) if article else None
        return above or fraction(tokens, start, start, 0.0, data)
    scale = total.scale if not total.group and total.scale < float("inf") else 1.0
    number = Number(start, end, tidy(total.value), article=article and end == start + 1, scale=scale)
    number = dozens(tokens, _pointed(tokens, number, data), data)
    return with_fraction(tokens, number, data, scale, joined)


def dozens(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """A number of dozens: "three dozen", « deux douzaines »."""
    size = data.groups.get(tokens.words[number.end]) if number.end < len(tokens) else None
    return replace(number, end=number.end + 1, value=tidy(number.value * size)) if size else number


def _scale_follows(tokens: Tokens, position: int, data: Numerals) -> bool:
    """Is it "a hundred", "un millier", so that the article counts?"""
    entry = lookup(tokens, position, data.words, data)
    return entry is not None and entry[1][0] in ("hundred", "scale")


def _is_article(tokens: Tokens, position: int, total: _Sum, data: Numerals) -> bool:
    """Is a "one" after millions the article of what comes next: « 12,9 milliards un an plus tôt »?"""
    if tokens.words[position] not in data.one:
        return False
    return (
        total.last == "scale"
        and total.scale >= 1e6
        and not _scale_follows(tokens, min(position + 1, len(tokens) - 1), data)
    )


def _is_money(entry: tuple[str, float], total: _Sum, data: Numerals) -> bool:
    """French "cents" are hundreds after two to nine, else a currency: "quarante-cinq cents"."""
    return data.language == "fr" and entry[0] == "hundred" and total.group not in (0, 2, 3, 4, 5, 6, 7, 8, 9)


def _following_digits(tokens: Tokens, position: int, total: _Sum) -> float | None:
    """Digits that fill up a numeral in words: "trente 3", "4 thousand 3 hundred and 21"."""
    word = tokens.words[position]
    if not word.isdecimal() or len(word) > 3 or total.last not in ("tens", "hundred", "scale"):
        return None
    limit = {"tens": 10, "hundred": 100, "scale": min(1000, total.scale)}[total.last]
    following = tokens.words[position + 1 : position + 2]
    if not 0 < int(word) < limit or (
        following
        and following[0] in ".,/:"
        and position + 2 < len(tokens)
        and tokens.words[position + 2].isdecimal()
    ):
        return None
    return int(word)


def _join(tokens: Tokens, position: int, data: Numerals) -> int:
    """Step over "and", a hyphen or both where a numeral may go on after them."""
    after, joined = position, False
    while after < len(tokens) and after < position + 3:
        word = tokens.words[after]
        if word in data.joiner and not joined:
            joined = True
        elif word != "-" or tokens.glued(after) != tokens.glued(after + 1):
            break
        after += 1
    if after == position or after >= len(tokens):
        return position
    goes_on = tokens.words[after] in data.starters or (joined and tokens.words[after].isdecimal())
    return after if goes_on else position


def _ordinal(tokens: Tokens, start: int, position: int, total: _Sum, data: Numerals) -> Number | None:
    """A numeral that ends in an ordinal: "vingt et unième", "one hundred twenty-fifth"."""
    entry = lookup(tokens, position, data.ordinals, data)
    if entry is None:
        return None
    length, value = entry
    if total.value == 1 and value >= 100:
        return None  # un centième: a fraction or nothing
    kind = "unit" if value < 20 else "tens" if value < 100 else "hundred" if value == 100 else "scale"
    if not total.take(kind, value):
        return None
    return Number(start, position + length, tidy(total.value), "ordinal")


def _pointed(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """Decimals in words: "five point seventy-one", "nine point nought four", « deux virgule cinq »."""
    if number.end + 1 >= len(tokens) or tokens.words[number.end] not in data.point:
        return number
    decimals, end = "", number.end + 1
    while end < len(tokens):
        part = in_words(tokens, end, data) if tokens.words[end] in data.starters else None
        if part is None or part.kind != "cardinal" or part.value != int(part.value):
            break
        if decimals and part.value > 9:
            break
        decimals, end = decimals + str(int(part.value)), part.end
    return (
        replace(number, end=end, value=tidy(float(f"{int(number.value)}.{decimals}"))) if decimals else number
    )
