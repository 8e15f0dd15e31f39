"""Builders of times of day."""

from __future__ import annotations

from dataclasses import replace

from reportedly.pipes.times.builders.registry import builder
from reportedly.pipes.times.terms import Cal, Unit, merge


@builder
def clocked(*parts: Cal) -> Cal | None:
    """A date or part of the day with a clock time."""
    whole = merge(*parts)
    if whole is None or (whole.dated and not on_a_day(whole)):
        return None
    if whole.hour is not None and whole.daypart is not None:
        meridiem = whole.meridiem or of_daypart(whole.hour, whole.daypart)
        whole = replace(whole, meridiem=meridiem, daypart=None, daypart_part=None)
    return whole


def on_a_day(cal: Cal) -> bool:
    """Does a date name one day, at which a clock can be read?"""
    if cal.rel is not None:
        return cal.rel[0] == "day" or cal.weekday is not None or cal.day is not None
    return bool(
        cal.day
        or cal.weekday
        or cal.holiday
        or (cal.nth and cal.nth[1][:3] in ("day", "wee"))
        or cal.ref == "XXXX-XX-XX"
    )


def of_daypart(hour: int, daypart: str) -> str | None:
    """Which half of the day an hour of twelve is in."""
    if hour > 12:
        return "24"
    if daypart == "MO":
        return "am"
    if daypart == "NI":
        return "pm" if 6 <= hour < 12 else "am"
    return "pm" if daypart in ("AF", "EV", "MI") else None


@builder
def oclock(hour: float, minute: float = 0, offset: float = 1) -> Cal | None:
    """An hour with the minutes past it, or before it where ``offset`` is -1."""
    if hour != int(hour) or not 0 <= hour <= 24 or not 0 <= minute < 60 or minute != int(minute):
        return None
    total = int(hour) * 60 + int(offset * minute)
    return Cal(hour=total // 60 % 24 if total != 1440 else 0, minute=total % 60 if minute else None)


@builder
def oclock_minutes(hour: float, minute: float, _unit: Unit | None = None) -> object:
    """« quinze heures et quinze minutes »."""
    return oclock(hour, minute)


@builder
def minutes(clock: Cal, minute: float, _unit: object = None, *, offset: float = 1) -> Cal | None:
    """Minutes past or before a full hour: "midi et quart", "huit heures moins dix"."""
    if clock.hour is None or clock.minute:
        return None
    made = oclock(clock.hour, minute if minute >= 1 else minute * 60, offset)
    return replace(clock, hour=made.hour, minute=made.minute) if isinstance(made, Cal) else None


@builder
def minutes_to(minute: float, hour: float) -> object:
    """ "ten to eight"."""
    return oclock(hour, minute if minute >= 1 else minute * 60, -1)


@builder
def minutes_past(minute: float, hour: float) -> object:
    """ "half past seven"."""
    return oclock(hour, minute if minute >= 1 else minute * 60)


@builder
def minutes_before(clock: Cal, minute: float, _unit: object = None) -> object:
    """« huit heures moins dix »."""
    return minutes(clock, minute, offset=-1)
