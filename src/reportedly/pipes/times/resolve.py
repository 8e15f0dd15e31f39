"""Lays what was said on the calendar, against the day of publication and the tense of the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from reportedly.pipes.times.holidays import holiday
from reportedly.pipes.times.periods import (
    Direction,
    Period,
    make,
    nth_in,
    of_century,
    of_day,
    of_decade,
    of_half,
    of_month,
    of_quarter,
    of_rel,
    of_season,
    of_week,
    of_year,
    part_of,
    pick,
)
from reportedly.pipes.times.terms import Cal


@dataclass(frozen=True, slots=True)
class Anchor:
    """The moment of publication; ``direction`` is where the tense of the sentence points."""

    moment: datetime
    direction: Direction

    @property
    def day(self) -> date:
        """The day of publication."""
        return self.moment.date()


def settle(cal: Cal, anchor: Anchor | None) -> Period | None:
    """The days that a partial date means, or None where they cannot be known."""
    found = _frame(cal, anchor)
    if found is None:
        return None
    return part_of(found, cal.part, anchor.day if anchor else None)


def _frame(cal: Cal, anchor: Anchor | None) -> Period | None:
    if cal.nth is not None:
        return _counted(cal, cal.nth, anchor)
    if cal.decade is not None:
        return _decade(cal, anchor)
    if cal.century is not None:
        return of_century(cal.century) if 0 <= cal.century <= 9800 else None
    if cal.rel is not None:
        return _relative(cal, cal.rel, anchor)
    return _calendar(cal, anchor) if cal.fiscal is None else None


def _counted(cal: Cal, nth: tuple[int, str], anchor: Anchor | None) -> Period | None:
    """The n-th unit of the rest; the week that holds a day is its week number nought."""
    if nth == (0, "week_of"):
        day = _frame(replace(cal, nth=None, part=None), anchor)
        return of_week(day.first - timedelta(day.first.weekday())) if day else None
    rest = replace(cal, nth=None, part=None, weekday=None)
    frame = _frame(rest, anchor) if rest.dated else _current(nth[1], anchor)
    inner = nth_in(frame, *nth) if frame else None
    return _weekday_in(cal.weekday, inner) if cal.weekday and inner else inner


def _current(unit: str, anchor: Anchor | None) -> Period | None:
    """What an n-th unit is counted in where nothing is said: the month, or the year."""
    if anchor is None:
        return None
    monthly = unit.startswith("weekday") or unit == "day"
    return of_month(anchor.day.year, anchor.day.month) if monthly else of_year(anchor.day.year)


def _decade(cal: Cal, anchor: Anchor | None) -> Period | None:
    first = cal.decade or 0
    if first < 100:
        # the 90s: of the last hundred years, whatever the day
        first += 1900 if first >= 30 or anchor is None else 2000
        if anchor and first > anchor.day.year:
            first -= 100
    return of_decade(first) if first <= 9980 else None


def _relative(cal: Cal, rel: tuple[str, int], anchor: Anchor | None) -> Period | None:
    if anchor is None:
        return None
    unit, offset = rel
    frame = of_rel(unit, offset, anchor.day, anchor.direction)
    rest = replace(cal, rel=None, part=None)
    if frame is None or not rest.dated:
        return frame
    if frame.grain == "year":
        return _calendar(replace(rest, year=frame.first.year), None)
    if frame.grain == "month" and rest.day:
        return _calendar(replace(rest, year=frame.first.year, month=frame.first.month), None)
    if frame.grain == "day":
        return frame if _agrees(cal, frame) else _calendar(rest, anchor)
    return _weekday_in(rest.weekday, frame) if rest.weekday else None


def _agrees(cal: Cal, day: Period) -> bool:
    """Does a deictic day ("yesterday, Monday") bear the weekday and date that stand beside it?"""
    weekday = cal.weekday in (None, day.first.isoweekday())
    return weekday and cal.day in (None, day.first.day) and cal.month in (None, day.first.month)


def _weekday_in(weekday: int | None, frame: Period) -> Period | None:
    if weekday is None:
        return None
    return nth_in(frame, 1, f"weekday{weekday}")


def _calendar(cal: Cal, anchor: Anchor | None) -> Period | None:
    """A date by its year, month and day and their like; the year is looked for where it is not said."""
    if cal.holiday or cal.season or cal.quarter or cal.half or cal.month or cal.week:
        return _in_year(cal, anchor)
    if cal.year is not None:
        if cal.day is not None or cal.weekday is not None:
            return None
        return of_year(cal.year) if 1 <= cal.year <= 9999 else None
    if anchor is None:
        return None
    if cal.day is not None:
        return _day_of_some_month(cal, anchor)
    return _some_weekday(cal, anchor) if cal.weekday is not None else None


def _in_year(cal: Cal, anchor: Anchor | None) -> Period | None:
    if cal.week and cal.year is None and anchor is not None:
        return _on(cal, anchor.day.year)
    if cal.year is not None:
        return _on(cal, cal.year) if 2 <= cal.year <= 9998 else None
    if anchor is None:
        return None
    named = cal.weekday is not None and cal.day is not None
    reach = 6 if named else 5 if (cal.month, cal.day) == (2, 29) else 2
    found = [_on(cal, anchor.day.year + n) for n in range(-reach, reach + 1)]
    if named:
        fitting = [p for p in found if p and p.first.isoweekday() == cal.weekday]
        best = pick(fitting, anchor.day, cal.turn, anchor.direction)
        if best and abs((best.first - anchor.day).days) <= 200:
            return best
    best = pick(found, anchor.day, cal.turn, anchor.direction)
    return _near(best, found, anchor.day) if cal.day and cal.turn is None else best


#: Days beyond which nobody names a day without its year, where the same day of another year is as near as that.
_FAR, _NEAR = 330, 30


def _near(best: Period | None, found: list[Period | None], day: date) -> Period | None:
    """Not a day of eleven months ago for one of two weeks ahead, whatever the tense: « l'échéance du 7 avril »."""
    if best is None or abs((best.first - day).days) <= _FAR:
        return best
    return next((p for p in found if p and abs((p.first - day).days) <= _NEAR), best)


def _on(cal: Cal, year: int) -> Period | None:
    """The date in a given year."""
    if cal.holiday is not None:
        day = holiday(cal.holiday, year)
    elif cal.day is not None:
        day = make(year, cal.month or 1, cal.day)
    else:
        return _unit_of(cal, year)
    return of_day(day) if day else None


def _unit_of(cal: Cal, year: int) -> Period | None:
    """The season, quarter, half, week or month of a year."""
    if cal.season:
        return of_season(year, cal.season)
    if cal.quarter:
        return of_quarter(year, cal.quarter)
    if cal.half:
        return of_half(year, cal.half)
    if cal.week:
        return of_week(date.fromisocalendar(year, cal.week, 1)) if cal.week <= 52 else None
    return of_month(year, cal.month or 1)


def _day_of_some_month(cal: Cal, anchor: Anchor) -> Period | None:
    here = anchor.day
    reach = 40 if cal.weekday is not None else 3
    months = [of_month(here.year, here.month + n) for n in range(-reach, reach + 1)]
    days = [make(m.first.year, m.first.month, cal.day or 1) for m in months]
    found = [of_day(d) for d in days if d and cal.weekday in (None, d.isoweekday())]
    return pick(found, here, cal.turn, anchor.direction)


def _some_weekday(cal: Cal, anchor: Anchor) -> Period | None:
    """A bare weekday: the day of publication if it is one, else by the tense, and else the last one."""
    here = anchor.day
    if cal.turn == 0:
        return _weekday_in(cal.weekday, of_week(here - timedelta(here.weekday())))
    first = here - timedelta(35)
    found = [
        of_day(first + timedelta(n)) for n in range(71) if (first + timedelta(n)).isoweekday() == cal.weekday
    ]
    direction = "past" if anchor.direction == "unknown" else anchor.direction
    return pick(found, here, cal.turn, direction)


def x_form(cal: Cal) -> str | None:
    """The date with X for what cannot be known: XXXX-08-02, XXXX-WXX-5."""
    year = f"{cal.year:04}" if cal.year is not None else "XXXX"
    if cal.ref or cal.fiscal:
        return cal.ref or f"{cal.fiscal}{year}"
    if cal.rel is not None or cal.nth is not None or cal.holiday is not None:
        return _x_relative(cal)
    codes = (("season", "-{}"), ("quarter", "-Q{}"), ("half", "-H{}"), ("week", "-W{:02}"))
    for field, code in codes:
        value: Any = getattr(cal, field)
        if value is not None:
            return year + code.format(value)
    if cal.month or cal.day:
        month = f"{cal.month:02}" if cal.month else "XX"
        return f"{year}-{month}" + (f"-{cal.day:02}" if cal.day else "")
    return f"{year}-WXX-{cal.weekday}" if cal.weekday else year if cal.year is not None else None


_X_UNITS = {
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX",
    "half": "XXXX-HX", "decade": "XXX", "century": "XX", "fiscal": "FYXXXX",
}  # fmt: skip


def _x_relative(cal: Cal) -> str:
    unit = cal.rel[0] if cal.rel else cal.nth[1] if cal.nth else "day"
    if unit == "week" and cal.weekday:
        return f"XXXX-WXX-{cal.weekday}"
    return _X_UNITS.get(unit, "XXXX-XX-XX")
