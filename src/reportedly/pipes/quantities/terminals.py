"""What a token or a numeral may mean as a word of amount."""

from __future__ import annotations

from dataclasses import replace

from reportedly.numbers.chart import Edge
from reportedly.numbers.lexicon import Numerals
from reportedly.numbers.number import Number, tidy
from reportedly.numbers.reader import read
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.quantities.lexicon import AmountWords

#: Categories that may stand right after digits.
_GLUED = {"unit", "currency", "sign", "money_scale", "scale_code", "age_of"}
#: Categories that are checked against their surroundings.
_GUARDED = {"unit", "currency", "currency_code", "cent", "percent"}


class Terminals:
    """The chart's base edges over one text; ``masked`` tokens belong to times."""

    def __init__(
        self, tokens: Tokens, words: AmountWords, numerals: Numerals, masked: frozenset[int]
    ) -> None:
        self.tokens = tokens
        self.words = words
        self.numerals = numerals
        self.masked = masked

    def at(self, position: int) -> list[Edge]:
        """All that may begin at a token, longest first."""
        word, edges = self.tokens.words[position], []
        for form, category, meaning, tight in self.words.entries.get(word, ()):
            end = position + len(form)
            if len(form) > 1 and self.tokens.words[position:end] != form:
                continue
            if tight and not all(self.tokens.glued(p) for p in range(position + 1, end)):
                continue
            if category not in _GUARDED or self._passes(category, form, position, end):
                edges.append(Edge(category, end, meaning, 0.0, "lexicon"))
        edges += self._exact(position)
        number = self.number(position)
        if number is not None and self._millions(number):
            end, value = number.end + 1, tidy(number.value * 1e6)
            edges = [Edge("number", end, replace(number, end=end, value=value), 0.0, "millions")]
        elif number is not None and number.kind != "ordinal":
            edges.append(Edge("number", number.end, number, 0.0, "number"))
            if number.kind == "fraction":
                edges.append(Edge("share", number.end, float(number.value), 0.0, "number"))
        return edges

    def _millions(self, number: Number) -> bool:
        """Is "2.1m voters" millions of them, and no metres?"""
        tokens, end = self.tokens, number.end
        if not number.digits or end + 1 >= len(tokens) or tokens.words[end] != "m" or not tokens.glued(end):
            return False
        after = tokens.words[end + 1]
        if after in self.words.long or tokens.glued(end + 1) or not after.isalpha():
            return False
        counts = after in self.words.plurals or (
            after.endswith(self.words.plural_endings) and not after.endswith(self.words.singular_endings)
        )
        return counts and after not in self.words.stops and not self._money(number.start)

    def _money(self, start: int) -> bool:
        """Does a sign or code of a currency stand before a number?"""
        before = self.tokens.words[start - 1] if start else ""
        return any(entry[1] in ("sign", "currency_code") for entry in self.words.entries.get(before, ()))

    def number(self, position: int) -> Number | None:
        """The number that begins at a token, if it is one and no part of a name or a time."""
        word = self.tokens.words[position]
        if position in self.masked or not (
            word[0].isnumeric()
            or word in self.numerals.starters
            or word in self.numerals.minus
            or word in "-.,"
        ):
            return None
        number = read(self.tokens, position, self.numerals)
        if number is None or self.masked.intersection(range(number.start, number.end)):
            return None
        return number if self._free(number) else None

    def _free(self, number: Number) -> bool:
        """Is a number in digits no part of a name: "Fath-360", "A320", "737s", "192.168.0.1"?"""
        return not number.digits or (self._free_before(number) and self._free_after(number))

    def _free_before(self, number: Number) -> bool:
        tokens, start = self.tokens, number.start
        if number.signed or not tokens.glued(start):
            return True
        before = tokens.words[start - 1]
        if before[-1].isalpha():
            return any(e[1] in ("currency_code", "scale_code") for e in self.words.entries.get(before, ()))
        if before not in "-./:," or start < 2 or not tokens.glued(start - 1):
            return before not in "_@#&="
        chain = tokens.words[start - 2]
        if not chain[-1].isalnum():
            return True
        lettered = tokens.glued(start - 2) and start > 2 and tokens.words[start - 3][-1].isalpha()
        return before in "-," and chain.isdecimal() and not lettered

    def _free_after(self, number: Number) -> bool:
        tokens, end = self.tokens, number.end
        if end >= len(tokens) or not tokens.glued(end):
            return True
        after = tokens.words[end]
        if after[0].isalpha():
            return number.kind == "ordinal" or self._unit_follows(end)
        more = end + 1 < len(tokens) and tokens.glued(end + 1) and tokens.words[end + 1][0].isdecimal()
        return not (after in "./:" and more)

    def _unit_follows(self, position: int) -> bool:
        """Do letters right after digits make a unit: "155mm", "5m"?"""
        tokens = self.tokens
        for form, category, _, _ in self.words.entries.get(tokens.words[position], ()):
            if category in _GLUED and tokens.words[position : position + len(form)] == form:
                return True
        more = (
            position + 1 < len(tokens)
            and tokens.glued(position + 1)
            and tokens.words[position + 1][0].isalnum()
        )
        return not more and tokens.text[tokens.starts[position] : tokens.ends[position]] in self.words.exact

    def _exact(self, position: int) -> list[Edge]:
        """One-letter symbols, right after digits and with nothing glued behind."""
        tokens = self.tokens
        if position == 0 or (
            not tokens.words[position - 1][-1].isnumeric()
            and tokens.words[position - 1] not in ("/", "per", "par")
        ):
            return []
        given = tokens.text[tokens.starts[position] : tokens.ends[position]]
        unit = self.words.exact.get(given)
        after = (
            tokens.words[position + 1] if position + 1 < len(tokens) and tokens.glued(position + 1) else " "
        )
        if unit is None or after in "'&-" or after[0].isalnum():
            return []
        if not self._passes("unit", (tokens.words[position],), position, position + 1):
            return []
        return [Edge("unit_exact", position + 1, unit, 0.0, "exact")]

    def _degrees(self, position: int) -> bool:
        """May a bare C or F be degrees: "-10C", "30 C", but no "777F" and no "14.7C/"?"""
        tokens = self.tokens
        if position + 1 < len(tokens) and tokens.glued(position + 1) and tokens.words[position + 1] == "/":
            return False
        value = tokens.words[position - 1]
        if not value.isdecimal() or len(value) > 3:
            return False
        if not tokens.glued(position) or (position > 1 and tokens.words[position - 2] in "-."):
            return True
        near = tokens.words[max(0, position - 10) : position + 6]
        return tokens.capital(position) and bool(self.words.heat.intersection(near))

    def _passes(self, category: str, form: tuple[str, ...], start: int, end: int) -> bool:
        after = self.tokens.words[end] if end < len(self.tokens) else ""
        if after in self.words.not_before.get(form[-1], ()):
            return False
        if (
            form[-1] in self.words.only_before
            and after[:1].isalnum()
            and after not in self.words.only_before[form[-1]]
        ):
            return False
        if category == "unit" and form[-1] in ("c", "f") and len(form) == 1 and not self._degrees(start):
            return False
        if (
            category in ("currency_code", "currency")
            and form[0] in self.words.case_codes
            and len(form) == 1
            and len(form[0]) == 3
        ):
            given = self.tokens.text[self.tokens.starts[start] : self.tokens.ends[start]]
            return given.isupper() or not (
                category == "currency_code" or (len(given) == 3 and form[0] not in ("won", "sen"))
            )
        if category == "currency_code":
            return (
                self.tokens.text[self.tokens.starts[start] : self.tokens.ends[start]].isupper()
                or form[0] == "sen"
            )
        return True
