"""What a single token, a numeral or a numeric shape may mean as a word of time."""

from __future__ import annotations

import re

from reportedly.numbers.chart import Edge
from reportedly.numbers.lexicon import Numerals
from reportedly.numbers.reader import Number, read
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.lexicon import TimeWords
from reportedly.pipes.times.terms import Cal, Length, Stretch

_END = r"(?![\w/]|[.,:\-]\d)"
_END_DAY = r"(?![\w/]|[,:]\d)"
_MERIDIEM = r" ?(?P<meridiem>[ap])(?:m(?!\w)|\. ?m\b\.?)"
_SHORT_MERIDIEM = r"(?P<meridiem>[ap])(?!\w)"
#: Shapes of digits: (category, pattern). What the groups are called is what they mean.
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (category, re.compile(pattern))
    for category, pattern in (
        ("stamp", r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)t(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?(?P<zulu>z)?"),
        ("shape", rf"(?P<year>[12]\d{{3}})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?){_END_DAY}"),
        ("shape", r"(?P<a>\d\d?)([-/.])(?P<b>\d\d?)\2(?P<year>\d{4}|\d\d)(?![\w/]|[.:]\d|-\d{3})"),
        ("shape", r"(?P<a>\d\d?) (?P<b>\d\d?) (?P<year>(?:19|20)\d\d|\d\d)(?![\w/.,:]|[ -]\d)"),
        ("slash", r"(?P<a>\d\d?)/(?P<b>\d\d?)(?![\w/]|[.,:]\d|-\d\d?(?![\d/]))"),
        ("slash", r"(?P<a>\d\d?)\.(?P<b>\d\d?)(?![\w/%]|[.,:\-]\d| ?(?:[%$€£]|p\.?m|a\.?m))"),
        ("season", rf"(?P<year>(?:19|20)\d\d)[-/](?P<yy>\d\d){_END}"),
        ("shape", rf"(?P<year>(?:19|20)\d\d)[-/](?P<month>0[1-9]|1[0-2]|[1-9]){_END}"),
        ("shape", rf"(?P<month>0[1-9]|1[0-2])[-/](?P<year>(?:19|20)\d\d){_END}"),
        ("clock", rf"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?{_MERIDIEM}"),
        ("clock", rf"(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))?{_SHORT_MERIDIEM}"),
        ("clock", rf"(?P<hour>\d\d?)(?P<minute>[0-5]\d){_MERIDIEM}"),
        ("clock", r"(?P<hour>\d\d?):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\w:])"),
        ("dotted", r"(?P<hour>\d\d?)\.(?P<minute>[0-5]\d)(?![\w.%]|,\d| ?[%$€£])"),
        ("military", r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?!\w)"),
        ("quarter", r"(?:q|t|trimestre ?)(?P<quarter>[1-4])(?!\w)"),
        ("half_year", r"(?:h|s)(?P<half>[12])(?!\w)"),
        ("decade", r"(?P<decade>(?:1[5-9]|20)\d0|[2-9]0) ?'?s(?!\w)"),
    )
)
FRENCH_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4]) ?h(?: ?(?P<minute>[0-5]\d))?(?: ?(?:mn|min))?(?!\w)")
_FIRST = {"q", "t", "h", "s", "trimestre"}
_ROMAN = re.compile(r"([ivx]+)(?:e|eme|er)?")


class Terminals:
    """The chart's base edges over one text."""

    def __init__(self, tokens: Tokens, words: TimeWords, numerals: Numerals) -> None:
        self.tokens = tokens
        self.words = words
        self.numerals = numerals

    def at(self, position: int) -> list[Edge]:
        """All that may begin at a token, longest words first."""
        word = self.tokens.words[position]
        edges = self._entries(position, word)
        if word[0].isdigit() or word in _FIRST or word == "trimestre":
            edges += self._shapes(position)
        if word.isdigit():
            edges += self._digits(position, word)
        if word in self.numerals.starters or word[0].isnumeric():
            edges += self._numbers(position)
        if self.words.language == "fr" and word[0] in "ivx":
            edges += self._roman(position, word)
        return edges

    def _entries(self, position: int, word: str) -> list[Edge]:
        found = []
        for form, category, meaning in self.words.entries.get(word, ()):
            end = position + len(form)
            if (len(form) == 1 or self.tokens.words[position:end] == form) and self._passes(category, form, position, end):
                found.append(Edge(category, end, meaning, 0.0, "lexicon"))
        return found

    def _passes(self, category: str, form: tuple[str, ...], start: int, end: int) -> bool:
        if category in _UNGUARDED:
            return not (category == "unit_sign" and not self.tokens.glued(start))
        surface, guards = "".join(form) if len(form) < 3 else form[0], self.words.guards
        before = self.tokens.words[start - 1] if start else ""
        after = self.tokens.words[end] if end < len(self.tokens) else ""
        numeric = _number_beside(before, after) or (
            after in ("-", "/") and end + 1 < len(self.tokens) and self.tokens.words[end + 1].isdigit()
        )
        named = self.tokens.capital(start) and before.isalpha() and not self.tokens.capital(start - 1)
        free = numeric or (named and category == "month")
        if not free and form[0] in guards.not_after and before in guards.not_after[form[0]] and len(form) == 1:
            return False
        if (form[0], category) in guards.accented and not self._accented(start):
            return False
        if not free and form[-1] in guards.not_before and after in guards.not_before[form[-1]]:
            return False
        if form[0] in guards.only_after and len(form) == 1 and not self._allowed(form[0], before, after):
            return False
        if surface in guards.beside_number or form[0] in guards.beside_number and len(form) == 2 and form[1] == ".":
            return numeric or (surface.endswith(".") and end - start == len(self.tokens))
        if category == "recurring" and start and self.tokens.capital(start) and self.tokens.words[start - 1][-1].isalnum():
            return False
        if form[0] in guards.capital and len(form) <= 2:
            leads = len(form[0]) > 3 and before in guards.ambiguous_after
            if not numeric and not self.tokens.capital(start) and not leads:
                return False
        if form[0] in guards.ambiguous and len(form) == 1:
            return numeric or named or before in guards.ambiguous_after
        return True

    def _accented(self, position: int) -> bool:
        """Does the given text have the accent (or capitals without) that folding took away: « dès », « à »?"""
        given = self.tokens.text[self.tokens.starts[position] : self.tokens.ends[position]]
        return given.isupper() or given.lower() != self.tokens.words[position]

    def _allowed(self, word: str, before: str, after: str) -> bool:
        return before in self.words.guards.only_after[word] or bool(re.fullmatch(r"(?:19|20)\d\d", after))

    def _shapes(self, position: int) -> list[Edge]:
        folded, start = self.tokens.folded, self.tokens.starts[position]
        if start and (folded[start - 1].isalnum() or folded[start - 1] in "$€£#"):
            return []
        joined = start > 1 and folded[start - 1] in "./:,-" and folded[start - 2].isdigit() and folded[start].isdigit()
        edges: list[Edge] = []
        for category, pattern in SHAPES:
            found = pattern.match(folded, start)
            if found and joined and not self._ranged(start, found.group()):
                continue
            if found and (edge := self._shaped(category, found, position)):
                edges.append(edge)
        if self.words.language == "fr" and not (joined and folded[start - 1] in ".,:/") and (found := FRENCH_CLOCK.match(folded, start)):
            edges += self._french_clock(found, position)
        return edges

    def _ranged(self, start: int, shape: str) -> bool:
        """Does a hyphen join two dates or times here: "10/1-11/2", "9:00-11:00", "4-6:30 pm"?"""
        return self.tokens.folded[start - 1] == "-" and bool(re.search(r"[/:hapq]", shape))

    def _shaped(self, category: str, found: re.Match[str], position: int) -> Edge | None:
        end = position_after(self.tokens, position, found.end())
        if end is None:
            return None
        groups = {k: v for k, v in found.groupdict().items() if v is not None}
        if category == "season":
            return _two_years(groups, end)
        if category in ("clock", "dotted", "military", "stamp"):
            cal = _clock(groups)
            if cal and category == "stamp":
                date = self._date(groups)
                cal = None if date is None else _with(date, cal)
            category = {"stamp": "time", "dotted": "dotted", "military": "military"}.get(category, category)
        else:
            cal = self._date(groups)
            if category == "slash" and "." in found.group() and len(found.group()) < 3:
                cal = None
        return Edge(category, end, cal, 1.0, f"shape.{category}") if cal else None

    def _date(self, groups: dict[str, str]) -> Cal | None:
        number = {k: int(v) for k, v in groups.items() if k not in ("meridiem", "zulu")}
        number["a"], number["b"] = number.get("a", 0), number.get("b", 0)
        if number["a"]:
            day, month = (number["a"], number["b"]) if self.words.day_first else (number["b"], number["a"])
            if month > 12 and "year" in number:
                day, month = month, day
            number["day"], number["month"] = day, month
        if "decade" in number:
            return Cal(decade=number["decade"])
        if "quarter" in number:
            return Cal(quarter=number["quarter"])
        if "half" in number:
            return Cal(half=number["half"])
        if number.get("month") == (number.get("year", 0) + 1) % 100 and "day" not in number and "a" not in groups:
            return None  # "2010-11" is two years
        year = number.get("year")
        if year is not None and len(groups["year"]) == 2:
            year += 2000 if year < 40 else 1900
        if not 1 <= number.get("month", 1) <= 12 or not 1 <= number.get("day", 1) <= 31:
            return None
        return Cal(year=year, month=number.get("month"), day=number.get("day"))

    def _french_clock(self, found: re.Match[str], position: int) -> list[Edge]:
        end = position_after(self.tokens, position, found.end())
        if end is None:
            return []
        hour, minute = int(found.group("hour")), found.group("minute")
        clock = Cal(hour=hour % 24, minute=int(minute) if minute else None)
        edges = [Edge("clock", end, clock, 1.0, "shape.clock")]
        if minute is None and position and self.tokens.words[position - 1] in self.words.for_words:
            return [Edge("length", end, Length(((float(hour), "hour"),)), 1.0, "shape.length"), *edges]
        return edges

    def _digits(self, position: int, word: str) -> list[Edge]:
        tokens, after = self.tokens, position + 1
        if tokens.glued(position):
            before = tokens.words[position - 1]
            if before in "$€£#" or (before in ".,:" and position > 1 and tokens.words[position - 2].isdigit()):
                return []
        if after + 1 < len(tokens) and tokens.words[after] in ".," and tokens.glued(after) and tokens.glued(after + 1):
            if tokens.words[after + 1].isdigit() and (len(tokens.words[after + 1]) != 4 or tokens.words[after] == "."):
                return []
        value, edges = int(word) if len(word) < 6 else 0, [Edge("digits", after, float(word[:15]), 0.0, "digits")]
        if len(word) <= 2:
            edges.append(Edge("yy", after, Cal(decade=value), 0.0, "digits"))
            if 1 <= value <= 31:
                edges += [Edge(name, after, Cal(day=value), 0.0, "digits") for name in ("day", "day_digits")]
            if value <= 24:
                edges.append(Edge("number_clock", after, Cal(hour=value % 24), 0.0, "digits"))
            edges.append(Edge("number", after, float(value), 0.0, "digits"))
            if value >= 32 or word[0] == "0":
                edges.append(Edge("short_year", after, Cal(year=value + (2000 if value < 40 else 1900)), 0.0, "digits"))
        elif len(word) == 4 and 1000 <= value <= 2199 and not (after < len(tokens) and tokens.words[after] in "%°" and True):
            edges.append(Edge("year", after, Cal(year=value), 0.0, "digits"))
        return edges

    def _numbers(self, position: int) -> list[Edge]:
        number = read(self.tokens, position, self.numerals)
        if number is None or number.signed:
            return []
        edges: list[Edge] = []
        if number.kind == "ordinal":
            if self.words.language == "fr" and self.tokens.words[number.end - 1].endswith(("ers", "eres", "iemes")):
                return []  # « les deux premiers mois » are two
            edges += _ordinals(number)
            if number.digits and 1 <= number.value <= 31:
                edges.append(Edge("dayord_digits", number.end, Cal(day=int(number.value)), 0.0, "number"))
        elif number.kind == "fraction":
            edges.append(Edge("vulgar", number.end, float(number.value), 0.0, "number"))
        elif not number.article:
            edges.append(Edge("number", number.end, float(number.value), 0.0, "number"))
            edges += self._worded(number)
        return edges

    def _worded(self, number: Number) -> list[Edge]:
        value, edges = number.value, []
        if value != int(value) or number.digits:
            return []
        if 1 <= value <= 31 and self.words.language == "fr":
            edges.append(Edge("day", number.end, Cal(day=int(value)), 0.0, "number"))
        if 0 <= value <= 24:
            edges.append(Edge("number_clock", number.end, Cal(hour=int(value) % 24), 0.0, "number"))
        if 1900 <= value <= 2199 and number.end - number.start > 2:
            edges.append(Edge("year_words", number.end, Cal(year=int(value)), 0.0, "number"))
        if self.words.language == "en" and 10 <= value <= 20 and number.end < len(self.tokens):
            rest = read(self.tokens, number.end, self.numerals)
            if rest and rest.kind == "cardinal" and not rest.digits and 10 <= rest.value <= 99:
                edges.append(Edge("year_words", rest.end, Cal(year=int(100 * value + rest.value)), 0.0, "number"))
        return edges

    def _roman(self, position: int, word: str) -> list[Edge]:
        found = _ROMAN.fullmatch(word)
        if found is None or not self.tokens.capital(position):
            return []
        value = _roman_value(found.group(1))
        end = position + 1
        return [Edge("ordinal", end, value, 0.0, "roman")] if value and end < len(self.tokens) and self.tokens.words[end] in ("siecle", "siecles") else []


_UNGUARDED = {
    "about", "after", "ago", "ahead", "all", "and", "article", "before", "between", "comma", "dash", "every", "from", "in",
    "of", "on", "sep", "the", "unit_sign", "until", "turn_after", "vague", "bound",
}  # fmt: skip


def _ordinals(number: Number) -> list[Edge]:
    edges = [Edge("ordinal", number.end, int(number.value), 0.0, "number")]
    if 1 <= number.value <= 31:
        edges.append(Edge("dayord", number.end, Cal(day=int(number.value)), 0.0, "number"))
    return edges


def _clock(groups: dict[str, str]) -> Cal | None:
    hour, meridiem = int(groups["hour"]), groups.get("meridiem")
    if hour > (12 if meridiem else 24):
        return None
    minute, second = (int(groups[k]) if k in groups else None for k in ("minute", "second"))
    zone = "Z" if "zulu" in groups else None
    return Cal(hour=hour % 24, minute=minute, second=second, meridiem=f"{meridiem}m" if meridiem else None, zone=zone)


def _two_years(groups: dict[str, str], end: int) -> Edge | None:
    """ "2010-11", "2003/04": a year and the next."""
    year, yy = int(groups["year"]), int(groups["yy"])
    return Edge("span", end, Stretch(Cal(year=year), Cal(year=year + 1)), 1.0, "shape.years") if (year + 1) % 100 == yy else None


def _with(date: Cal, clock: Cal) -> Cal | None:
    from reportedly.pipes.times.terms import merge

    return merge(date, clock)


def _number_beside(before: str, after: str) -> bool:
    """Is there a day or a year on either side?"""
    return before[:1].isdigit() or after[:1].isdigit() or before in ("er", "st", "nd", "rd", "th", "first")


def _roman_value(text: str) -> int:
    value, last = 0, 0
    for letter in reversed(text):
        worth = {"i": 1, "v": 5, "x": 10}[letter]
        value += -worth if worth < last else worth
        last = max(last, worth)
    return value if value <= 39 else 0


def position_after(tokens: Tokens, start: int, place: int) -> int | None:
    """The token position after the token that ends at a code point; None inside a token."""
    place = len(tokens.folded[:place].rstrip())
    position = start
    while position < len(tokens) and tokens.ends[position] < place:
        position += 1
    return position + 1 if position < len(tokens) and tokens.ends[position] == place else None
