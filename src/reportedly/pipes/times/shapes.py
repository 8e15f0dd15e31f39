"""Dates and times of day in digits: 22/04/2019, 2019-04-22, 8:30 a.m., 9h30, 2019-Q1, the 1990s."""

from __future__ import annotations

import re

from reportedly.numbers.chart import Edge
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.lexicon import TimeWords
from reportedly.pipes.times.terms import Cal, Length, Stretch, merge

_END = r"(?![\w/]|[.,:\-]\d)"
_END_DAY = r"(?![\w/]|[,:]\d)"
_MERIDIEM = r" ?(?P<meridiem>[ap])(?:m(?!\w)|\. ?m\b\.?)"
_SHORT_MERIDIEM = r"(?P<meridiem>[ap])(?!\w)"
#: Shapes of digits: (category, pattern). What the groups are called is what they mean.
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (category, re.compile(pattern))
    for category, pattern in (
        (
            "stamp",
            r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)t(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?(?P<zulu>z)?",
        ),
        ("shape", rf"(?P<year>[12]\d{{3}})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?){_END_DAY}"),
        ("shape", r"(?P<a>\d\d?)([-/.])(?P<b>\d\d?)\2(?P<year>\d{4}|\d\d)(?![\w/]|[.:]\d|-\d{3})"),
        ("shape", r"(?P<a>\d\d?) (?P<b>\d\d?) (?P<year>(?:19|20)\d\d|\d\d)(?![\w/.,:]|[ -]\d)"),
        ("shape", r"(?P<year>(?:19|20)\d\d) (?P<month>0[1-9]|1[0-2]) (?P<day>[0-3]\d)(?![\w/.,:]|[ -]\d)"),
        ("slash", r"(?P<a>\d\d?)/(?P<b>\d\d?)(?![\w/]|[.,:]\d|-\d\d?(?![\d/]))"),
        ("slash", r"(?P<a>\d\d?)\.(?P<b>\d\d?)(?![\w/%]|[.,:\-]\d| ?(?:[%$€£]|p\.?m|a\.?m))"),
        ("years", rf"(?P<year>(?:19|20)\d\d)[-/](?P<yy>\d{{4}}|\d\d){_END}"),
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
#: Words that shapes without a leading digit begin with.
LETTERS = frozenset({"q", "t", "h", "s", "trimestre"})
#: What a shape after a hyphen must hold to be the far end of a range: "10/1-11/2", "9:00-11:00", "4-6:30 pm".
_RANGED = re.compile(r"[/:hapq]")
#: Names of numbers in the groups of a shape.
_NUMBERS = ("year", "month", "day", "a", "b", "quarter", "half", "decade")


class Shapes:
    """Finds shapes of digits in one text."""

    def __init__(self, tokens: Tokens, words: TimeWords) -> None:
        self.tokens = tokens
        self.words = words

    def at(self, position: int) -> list[Edge]:
        """The shapes that begin at a token."""
        folded, start = self.tokens.folded, self.tokens.starts[position]
        before = folded[start - 1] if start else " "
        if before.isalnum() or before in "$€£#":
            return []
        joined = (
            start > 1 and before in "./:,-" and folded[start - 2].isdecimal() and folded[start].isdecimal()
        )
        edges: list[Edge] = []
        for category, pattern in SHAPES:
            found = pattern.match(folded, start)
            if found is None or (joined and not (before == "-" and _RANGED.search(found.group()))):
                continue
            if edge := self._edge(category, found, position):
                edges.append(edge)
        if self.words.french_clock and not (joined and before in ".,:/"):
            edges += self._french_clock(position)
        return edges

    def _edge(self, category: str, found: re.Match[str], position: int) -> Edge | None:
        end = position_after(self.tokens, position, found.end())
        groups = {k: v for k, v in found.groupdict().items() if v is not None}
        if end is None:
            return None
        meaning: Cal | Stretch | None
        if category == "years":
            meaning = _two_years(groups)
        elif category == "stamp":
            clock, day = _clock(groups), self._date(groups)
            category, meaning = "time", merge(day, clock) if day and clock else None
        else:
            meaning = _clock(groups) if "hour" in groups else self._date(groups)
        return Edge(category, end, meaning, 1.0, f"shape.{category}") if meaning else None

    def _date(self, groups: dict[str, str]) -> Cal | None:
        number = {k: int(groups[k]) for k in _NUMBERS if k in groups}
        for name in ("decade", "quarter", "half"):
            if name in number:
                return Cal(**{name: number[name]})  # type: ignore[arg-type]
        if "a" in number:
            number["day"], number["month"] = self._ordered(number.pop("a"), number.pop("b"), "year" in number)
        if number.get("year", 1000) < 100:
            number["year"] += 2000 if number["year"] < 40 else 1900
        if not 1 <= number.get("month", 1) <= 12 or not 1 <= number.get("day", 1) <= 31:
            return None
        if "day" not in number and number["month"] == (number["year"] + 1) % 100:
            return None  # "2010-11" is two years
        return Cal(year=number.get("year"), month=number["month"], day=number.get("day"))

    def _ordered(self, one: int, two: int, whole: bool) -> tuple[int, int]:
        """Day and month as the language orders them, unless only the other order is a date."""
        day, month = (one, two) if self.words.day_first else (two, one)
        certain = whole or (month > 12 and one > 9 and two > 9)
        return (month, day) if month > 12 and certain else (day, month)

    def _french_clock(self, position: int) -> list[Edge]:
        found = FRENCH_CLOCK.match(self.tokens.folded, self.tokens.starts[position])
        end = position_after(self.tokens, position, found.end()) if found else None
        if found is None or end is None:
            return []
        hour, minute = int(found.group("hour")), found.group("minute")
        clock = Cal(hour=hour % 24, minute=int(minute) if minute else None)
        edges = [Edge("clock", end, clock, 1.0, "shape.clock")]
        if minute is None and position and self.tokens.words[position - 1] in self.words.for_words:
            edges.insert(0, Edge("length", end, Length(((float(hour), "hour"),)), 1.0, "shape.length"))
        return edges


def _clock(groups: dict[str, str]) -> Cal | None:
    hour, meridiem = int(groups["hour"]), groups.get("meridiem")
    if hour > (12 if meridiem else 24):
        return None
    minute, second = (int(groups[k]) if k in groups else None for k in ("minute", "second"))
    half = f"{meridiem}m" if meridiem else None
    return Cal(
        hour=hour % 24, minute=minute, second=second, meridiem=half, zone="Z" if "zulu" in groups else None
    )


def _two_years(groups: dict[str, str]) -> Stretch | None:
    """ "2010-11", "2003/04": a year and the next."""
    year = int(groups["year"])
    follows = (year + 1) % 100 == int(groups["yy"][-2:])
    return Stretch(Cal(year=year), Cal(year=year + 1)) if follows else None


def position_after(tokens: Tokens, start: int, place: int) -> int | None:
    """The token position after the token that ends at a code point; None inside a token."""
    while place and tokens.folded[place - 1].isspace():
        place -= 1
    position = start
    while position < len(tokens) and tokens.ends[position] < place:
        position += 1
    return position + 1 if position < len(tokens) and tokens.ends[position] == place else None
