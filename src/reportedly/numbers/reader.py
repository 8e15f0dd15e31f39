"""Numbers as news writes them: in digits, in words, or both ("2.5 million"), with ordinals and fractions."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from reportedly.numbers.lexicon import Numerals, Surface
from reportedly.numbers.tokens import Tokens

Value = TypeVar("Value")
Kind = Literal["cardinal", "ordinal", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens ``[start, end)``. ``digits`` says that it begins with digits, ``signed`` with a sign."""

    start: int
    end: int
    value: float
    kind: Kind = "cardinal"
    digits: bool = False
    signed: bool = False
    #: "a", "un": the number may be an article.
    article: bool = False
    #: What its last word multiplied by: a million in "2.5 million".
    scale: float = 1


def tidy(value: float) -> float:
    """Without the dust of floating point: whole where it is whole."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded == int(rounded) and abs(rounded) < 1e15 else rounded


def read(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    """The longest number that begins at a token."""
    word = tokens.words[start]
    if word in data.minus or word == "-":
        return _signed(tokens, start, data)
    number = _digits(tokens, start, data) if word[0].isdigit() or word in ".," else None
    number = number or _vulgar(tokens, start)
    if number is None and word in data.starters and not _pronoun(tokens, start, data):
        number = _words(tokens, start, data)
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
    if start + 1 >= len(tokens) or (start and tokens.words[start - 1][-1].isdigit()):
        return None
    if tokens.words[start] != "-" and start and tokens.words[start - 1] in data.not_minus_after:
        return None
    if tokens.words[start] == "-" and tokens.glued(start) and tokens.words[start - 1] not in "$€£(":
        return None
    number = read(tokens, start + 1, data) if tokens.words[start + 1] not in {*data.minus, "-"} else None
    if number is None or number.kind == "ordinal":
        return None
    return replace(number, start=start, value=-number.value, signed=True)


def _digits(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    found = data.digits.match(tokens.folded, tokens.starts[start])
    if found is None or not any(found.group("whole", "part")):
        return None
    if tokens.words[start] in ".," and tokens.glued(start) and not tokens.words[start - 1] in "([":
        return None
    end = _token_end(tokens, start, found.end())
    if end is None or (found.group("foreign") and start and tokens.glued(start) and tokens.words[start - 1] in ".,"):
        return None
    whole, part = found.group("whole") or "0", found.group("part") or found.group("foreign") or "0"
    value = float(f"{''.join(c for c in whole if c.isdigit())}.{part}e{found.group('exponent') or 0}")
    if found.group("power"):
        return Number(start, end, _power(value, found.group("power")), digits=True)
    if end < len(tokens) and tokens.words[end] in data.suffixes and tokens.glued(end) and value == int(value):
        return Number(start, end + 1, tidy(value), "ordinal", digits=True)
    number = _scaled(tokens, Number(start, end, tidy(value), digits=True), data)
    return _mixed(tokens, _dozens(tokens, number, data), data)


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
    kind, value = data.words.get((word,), ("", 0.0))
    if kind == "scale" or (kind == "hundred" and data.language == "en"):
        rest = _words(tokens, end, data, before=number.value)
        if rest:
            return replace(rest, start=number.start, digits=True)
    return number


def _mixed(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """A whole number with a fraction, or a fraction alone: "2 1/2", "1/4", "2½"."""
    words, end = tokens.words, number.end
    vulgar = _vulgar(tokens, end) if end < len(tokens) else None
    if vulgar:
        return replace(number, end=vulgar.end, value=tidy(number.value + vulgar.value))
    if end == number.start + 1 and (share := _slashed(tokens, number.start)) is not None:
        return Number(number.start, number.start + 3, share, "fraction", digits=True)
    if end < len(tokens) and words[end].isdigit() and not tokens.glued(end):
        part = _slashed(tokens, end)
        if part is not None and part < 1:
            return replace(number, end=end + 3, value=tidy(number.value + part))
    return _with_fraction(tokens, number, data)


def _slashed(tokens: Tokens, start: int) -> float | None:
    words = tokens.words
    if start + 2 >= len(words) or words[start + 1] != "/" or not words[start + 2].isdigit():
        return None
    if not (tokens.glued(start + 1) and tokens.glued(start + 2)) or not words[start].isdigit():
        return None
    if start + 3 < len(words) and words[start + 3] == "/":
        return None
    below = int(words[start + 2])
    return tidy(int(words[start]) / below) if 0 < below <= 1000 else None


def _vulgar(tokens: Tokens, start: int) -> Number | None:
    word = tokens.words[start]
    if len(word) != 1 or unicodedata.category(word) != "No":
        return None
    value = unicodedata.numeric(word, 0.0)
    return Number(start, start + 1, tidy(value), "fraction", digits=True) if 0 < value < 1 else None


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
        if value >= self.scale:  # cent mille milliards, three lakh crore
            self.total, self.group = (self.total + self.group) * value, 0.0
        else:
            self.total, self.group = self.total + (self.group or 1) * value, 0.0
        self.scale = value
        return True


def _words(tokens: Tokens, start: int, data: Numerals, before: float | None = None) -> Number | None:
    """A numeral in words; ``before`` is what the digits in front of it are worth."""
    total, position, end = _Sum(before), start, start
    article = before is None and tokens.words[start] in data.one
    if article and (start + 1 < len(tokens)) and _scale_follows(tokens, start + 1, data):
        position, end = start + 1, start + 1
    joined: float | None = None
    while position < len(tokens):
        if number := _ordinal(tokens, start, position, total, data):
            return number
        entry = _lookup(tokens, position, data.words, data)
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
        above = _fraction(tokens, start, start + 1, 1.0, data) if article else None
        return above or _fraction(tokens, start, start, 0.0, data)
    scale = total.scale if not total.group and total.scale < float("inf") else 1.0
    number = Number(start, end, tidy(total.value), article=article and end == start + 1, scale=scale)
    number = _dozens(tokens, _pointed(tokens, number, data), data)
    return _with_fraction(tokens, number, data, scale, joined)


def _dozens(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """A number of dozens: "three dozen", « deux douzaines »."""
    size = data.groups.get(tokens.words[number.end]) if number.end < len(tokens) else None
    return replace(number, end=number.end + 1, value=tidy(number.value * size)) if size else number


def _scale_follows(tokens: Tokens, position: int, data: Numerals) -> bool:
    """Is it "a hundred", "un millier", so that the article counts?"""
    entry = _lookup(tokens, position, data.words, data)
    return entry is not None and entry[1][0] in ("hundred", "scale")


def _lookup(
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


def _is_money(entry: tuple[str, float], total: _Sum, data: Numerals) -> bool:
    """French "cents" are hundreds after two to nine, else a currency: "quarante-cinq cents"."""
    return data.language == "fr" and entry[0] == "hundred" and total.group not in (0, 2, 3, 4, 5, 6, 7, 8, 9)


def _following_digits(tokens: Tokens, position: int, total: _Sum) -> float | None:
    """Digits that fill up a numeral in words: "trente 3", "4 thousand 3 hundred and 21"."""
    word = tokens.words[position]
    if not word.isdigit() or len(word) > 3 or total.last not in ("tens", "hundred", "scale"):
        return None
    limit = {"tens": 10, "hundred": 100, "scale": min(1000, total.scale)}[total.last]
    following = tokens.words[position + 1 : position + 2]
    if int(word) >= limit or (following and following[0] in ".,/:" and position + 2 < len(tokens)
                              and tokens.words[position + 2].isdigit()):
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
    goes_on = tokens.words[after] in data.starters or (joined and tokens.words[after].isdigit())
    return after if goes_on else position


def _ordinal(tokens: Tokens, start: int, position: int, total: _Sum, data: Numerals) -> Number | None:
    """A numeral that ends in an ordinal: "vingt et unième", "one hundred twenty-fifth"."""
    entry = _lookup(tokens, position, data.ordinals, data)
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
    """Decimals in words: "five point seventy-one", "deux virgule cinq"."""
    if number.end + 1 < len(tokens) and tokens.words[number.end] in data.point:
        part = _words(tokens, number.end + 1, data)
        if part and part.kind == "cardinal" and part.value == int(part.value):
            return replace(number, end=part.end, value=tidy(float(f"{int(number.value)}.{int(part.value)}")))
    return number


def _with_fraction(
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
    if part := _fraction(tokens, number.start, end, number.value - whole, data):
        unit = 1.0 if whole % 1e3 or part.kind == "cardinal" else _largest(whole)
        return replace(part, value=tidy(whole + part.value * unit), kind="cardinal" if whole else part.kind)
    if words[end] in data.joiner and end + 1 < len(tokens):
        part = _fraction(tokens, end + 1, end + 1, 0.0, data) or _numerator(tokens, end + 1, data)
        if part and part.kind == "fraction" and 0 < part.value < 1:
            scale = scale if scale > 1e3 else 1.0
            return replace(number, end=part.end, value=tidy(number.value + part.value * scale), article=False)
    return number


def _largest(value: float) -> float:
    """The scale that a round number is counted in: a million for three million."""
    return next((s for s in (1e12, 1e9, 1e6) if value >= s and value % s == 0), 1.0)


def _numerator(tokens: Tokens, start: int, data: Numerals) -> Number | None:
    """A small numeral with its denominator: "three fifths" after "twenty and"."""
    entry = _lookup(tokens, start, data.words, data)
    above = entry[1][1] if entry else 1.0 if tokens.words[start] in data.one else 0.0
    after = start + (entry[0] if entry else 1)
    return _fraction(tokens, start, after, above, data) if above and after < len(tokens) else None


def _fraction(tokens: Tokens, start: int, position: int, above: float, data: Numerals) -> Number | None:
    """A denominator at ``position`` under ``above``; a bare "half" has one above it."""
    if position + 1 < len(tokens) and tokens.words[position] == "-":
        position += 1
    if position >= len(tokens):
        return None
    entry = _lookup(tokens, position, data.fractions, data)
    if entry is None and above:
        entry = _lookup(tokens, position, data.ordinals, data)
        if entry and not _denominates(tokens, position + entry[0], above, data):
            return None
    if entry is None or (not above and entry[1] not in (2, 4)):
        return None
    end, value = position + entry[0], (above or 1) / entry[1]
    # a quarter million, un demi-million, un quart de million
    after = end + 1 if tokens.words[end : end + 1] in (("-",), ("de",)) else end
    scale = _lookup(tokens, after, data.words, data) if after < len(tokens) else None
    if scale and scale[1][0] == "scale":
        return Number(start, after + scale[0], tidy(value * scale[1][1]))
    return Number(start, end, tidy(value), "fraction")


def _denominates(tokens: Tokens, after: int, above: float, data: Numerals) -> bool:
    """Is a singular ordinal under ``above`` a denominator? "un cinquième du total" is one, "un cinquième mort" is not."""
    return above < 20 and (
        after >= len(tokens) or tokens.words[after] in data.fraction_next or tokens.words[after] in ".,;:!?)"
    )


def _over(tokens: Tokens, number: Number, data: Numerals) -> Number:
    """Shares in words: "un sur trois", "two out of five"."""
    if number.kind != "cardinal" or number.signed:
        return number
    for over in data.over:
        after = number.end + len(over)
        if tokens.words[number.end : after] == over and after < len(tokens):
            below = read(tokens, after, data)
            if below and below.kind == "cardinal" and below.value > number.value and not below.signed:
                return Number(number.start, below.end, tidy(number.value / below.value), "fraction", number.digits)
    return number
