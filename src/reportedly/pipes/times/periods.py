"""Stretches of days on the calendar, and how to name, count and divide them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", "unknown", "coming"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both within; ``value`` is TIMEX3's name for them."""

    first: date
    last: date
    value: str
    grain: str


def make(year: int, month: int, day: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_day(day: date) -> Period:
    """One day."""
    return Period(day, day, day.isoformat(), "day")


def of_week(monday: date) -> Period:
    """The ISO week that begins on a Monday."""
    year, week, _ = monday.isocalendar()
    return Period(monday, monday + timedelta(6), f"{year}-W{week:02}", "week")


def of_weekend(monday: date) -> Period:
    """Saturday and Sunday of the week that begins on a Monday."""
    week = of_week(monday)
    return Period(monday + timedelta(5), week.last, f"{week.value}-WE", "weekend")


def of_month(year: int, month: int) -> Period:
    """A calendar month; months outside 1 to 12 run over into the next or last year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = date(year, month, 1)
    return Period(
        first, date(year + month // 12, month % 12 + 1, 1) - timedelta(1), f"{year:04}-{month:02}", "month"
    )


def of_quarter(year: int, quarter: int) -> Period:
    """A quarter of a calendar year; those outside 1 to 4 run over."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return Period(
        date(year, 3 * quarter - 2, 1), of_month(year, 3 * quarter).last, f"{year:04}-Q{quarter}", "quarter"
    )


def of_half(year: int, half: int) -> Period:
    """A half of a calendar year."""
    year, half = year + (half - 1) // 2, (half - 1) % 2 + 1
    return Period(date(year, 6 * half - 5, 1), of_month(year, 6 * half).last, f"{year:04}-H{half}", "half")


def of_year(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year:04}", "year")


def of_decade(first: int) -> Period:
    """Ten years from one that ends in 0."""
    return Period(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03}", "decade")


def of_century(first: int) -> Period:
    """A hundred years from one that ends in 00, as TIMEX3 counts them."""
    return Period(date(max(first, 1), 1, 1), date(first + 99, 12, 31), f"{first // 100:02}", "century")


#: First month and day of the astronomical seasons of the north.
_SEASONS = {"SP": (3, 20), "SU": (6, 21), "FA": (9, 22), "WI": (12, 21)}
_FOLLOWING = {"SP": "SU", "SU": "FA", "FA": "WI", "WI": "SP"}


def of_season(year: int, season: str) -> Period:
    """A season; a winter bears the year in which it ends."""
    first = date(year - (season == "WI"), *_SEASONS[season])
    return Period(
        first, date(year, *_SEASONS[_FOLLOWING[season]]) - timedelta(1), f"{year:04}-{season}", "season"
    )


def of_rel(unit: str, offset: int, day: date, direction: Direction) -> Period | None:
    """The unit that holds a day, moved by ``offset``."""
    monday = day - timedelta(day.weekday())
    if unit == "the weekend":
        # the one that is or was, unless the sentence looks ahead
        offset = -1 if day.weekday() < 5 and direction in ("past", "unknown") else 0
    made = {
        "day": lambda: of_day(day + timedelta(offset)),
        "week": lambda: of_week(monday + timedelta(7 * offset)),
        "weekend": lambda: of_weekend(monday + timedelta(7 * offset)),
        "the weekend": lambda: of_weekend(monday + timedelta(7 * offset)),
        "month": lambda: of_month(day.year, day.month + offset),
        "quarter": lambda: of_quarter(day.year, (day.month + 2) // 3 + offset),
        "half": lambda: of_half(day.year, (day.month + 5) // 6 + offset),
        "decade": lambda: of_decade(day.year // 10 * 10 + 10 * offset),
        "century": lambda: of_century(day.year // 100 * 100 + 100 * offset),
    }
    try:
        return made[unit]() if unit in made else of_year(day.year + offset)
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def pick(found: Iterable[Period | None], day: date, turn: int | None, direction: Direction) -> Period | None:
    """Of periods that recur, the one that is meant on a day.

    "last" and "next" leave out the one that holds the day, "this" asks for the one in its year; without such
    a word the tense of the sentence decides, and else the nearest, the past one first.
    """
    periods = sorted((p for p in found if p), key=lambda p: p.first)
    earlier = [p for p in periods if p.last < day]
    later = [p for p in periods if p.first > day]
    if turn == -1:
        return earlier[-1] if earlier else None
    if turn is not None and turn > 0:
        return later[turn - 1] if len(later) >= turn else None
    if turn == 0:
        same = [p for p in periods if p.first.year <= day.year <= p.last.year]
        return min(same or periods, key=lambda p: _distance(p, day), default=None)
    if direction == "past":
        periods = [p for p in periods if p.first <= day][-1:]
    elif direction == "future":
        periods = [p for p in periods if p.last >= day][:1]
    elif direction == "coming":
        periods = later[:1]
    return min(periods, key=lambda p: (_distance(p, day), p.first), default=None)


def _distance(period: Period, day: date) -> int:
    if period.first <= day <= period.last:
        return 0
    return min(abs((period.first - day).days), abs((period.last - day).days))


def part_of(period: Period, part: str | None, day: date | None) -> Period:
    """The beginning, middle or end of a period: halves, or thirds of what is a year or longer.

    "late" in a period that is running means what is left of it.
    """
    if part is None or period.grain in ("day", "half"):
        return period
    first, last = _PARTS[period.grain](period, part) if period.grain in _PARTS else _thirds(period, part)
    if part == "late" and day and period.first <= day <= period.last:
        first = max(first, day) if day <= last else first
    return replace(period, first=first, last=last)


def _thirds(period: Period, part: str) -> tuple[date, date]:
    length = (period.last - period.first).days + 1
    cuts = [period.first + timedelta(length * n // 3) for n in range(4)]
    index = {"start": 0, "early": 0, "mid": 1}.get(part, 2)
    return cuts[index], cuts[index + 1] - timedelta(1)


def _month_part(period: Period, part: str) -> tuple[date, date]:
    if part in ("start", "early"):
        return period.first, period.first.replace(day=15)
    if part == "mid":
        return period.first.replace(day=10), period.first.replace(day=20)
    return period.first.replace(day=16), period.last


def _week_part(period: Period, part: str) -> tuple[date, date]:
    first, last = {"start": (0, 2), "early": (0, 2), "mid": (2, 3)}.get(part, (3, 6))
    return period.first + timedelta(first), period.first + timedelta(last)


def _year_part(period: Period, part: str) -> tuple[date, date]:
    year = period.first.year
    if part in ("late", "early"):
        half = of_half(year, 2 if part == "late" else 1)
        return half.first, half.last
    first, last = {"start": (1, 4), "mid": (5, 8)}.get(part, (9, 12))
    return date(year, first, 1), of_month(year, last).last


_PARTS = {"month": _month_part, "week": _week_part, "year": _year_part}


def nth_in(period: Period, count: int, unit: str) -> Period | None:
    """The n-th unit within a period; -1 is its last. A week belongs where its Thursday lies."""
    if unit.startswith("weekday"):
        found = _weekdays(period, int(unit[7:]))
    elif unit == "day":
        found = [of_day(period.first if count > 0 else period.last)]
        day = period.first + timedelta(count - 1) if count > 0 else period.last
        return of_day(day) if day <= period.last else None
    elif unit in ("week", "weekend"):
        thursdays = _weekdays(period, 4)
        make_one = of_week if unit == "week" else of_weekend
        if unit == "weekend":
            thursdays = [of_day(p.first - timedelta(2)) for p in _weekdays(period, 6)]
        found = [make_one(p.first - timedelta(3)) for p in thursdays]
    elif unit == "month":
        found = [of_month(period.first.year, period.first.month + n) for n in range(12)]
        found = [p for p in found if p.last <= period.last]
    else:
        return None
    index = count - 1 if count > 0 else count
    return found[index] if -len(found) <= index < len(found) else None


def _weekdays(period: Period, weekday: int) -> list[Period]:
    first = period.first + timedelta((weekday - period.first.isoweekday()) % 7)
    days = (period.last - first).days
    return (
        [of_day(first + timedelta(7 * n)) for n in range(days // 7 + 1)] if days >= 0 and days < 4000 else []
    )
