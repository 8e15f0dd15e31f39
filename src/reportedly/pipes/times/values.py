"""What a time comes to, and how its time of day is written."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import TimeType
from reportedly.pipes.times.periods import Period
from reportedly.pipes.times.terms import Cal

#: Hours of the parts of a day, the last one within: news says "night" of what is over by morning too.
DAYPARTS = {"MO": (6, 11), "MI": (11, 13), "AF": (12, 17), "EV": (17, 21), "NI": (20, 23), "DT": (6, 17)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a time comes to."""

    type: TimeType
    value: str | None
    earliest: str | None
    latest: str | None


def clock_value(cal: Cal) -> str:
    """The time of day: T17:30, T17:30:05Z, TMO."""
    if cal.hour is None:
        return f"T{cal.daypart}" if cal.daypart else ""
    hour = hour24(cal)
    text = f"T{hour:02}" + (
        f":{cal.minute or 0:02}" if cal.minute is not None or cal.second is not None else ""
    )
    return text + (f":{cal.second:02}" if cal.second is not None else "") + (cal.zone or "")


def hour24(cal: Cal) -> int:
    """The hour on a clock of twenty-four hours."""
    hour = cal.hour or 0
    if cal.meridiem == "pm" and hour < 12:
        return hour + 12
    if cal.meridiem == "am" and hour == 12:
        return 0
    return hour % 24


def bounds(period: Period | None) -> tuple[str | None, str | None]:
    """The days that bound a period."""
    return (period.first.isoformat(), period.last.isoformat()) if period else (None, None)
