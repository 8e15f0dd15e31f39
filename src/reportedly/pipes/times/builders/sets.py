"""Builders of what comes again."""

from __future__ import annotations

from dataclasses import replace

from reportedly.pipes.times.builders.clocks import of_daypart
from reportedly.pipes.times.builders.lengths import duration, length
from reportedly.pipes.times.builders.registry import builder
from reportedly.pipes.times.terms import Cal, Every, Length, Unit
from reportedly.pipes.times.values import clock_value


@builder
def every(*parts: object) -> Every | None:
    """ "every day", "tous les deux jours", "every Monday", "each Monday at 4pm"."""
    clock = next((p for p in parts if isinstance(p, Cal) and p.timed and not p.dated), None)
    rest = [p for p in parts if p is not clock]
    made = length(*rest)
    if isinstance(made, Length) and any(isinstance(p, Unit) for p in rest):
        value = duration(made)
        if clock is None:
            return Every(value)
        return Every(clock_value(clock)) if value == "P1D" else Every(value, clock)
    again_ = next((p for p in rest if isinstance(p, Every)), None)
    if again_ is not None:
        return again(again_, clock) if clock else again_  # type: ignore[return-value]
    days = next((p for p in rest if isinstance(p, Cal)), None)
    if days is None:
        return Every(clock_value(clock), None) if clock and clock.daypart else None
    return Every(_weekly(days, clock)) if days.weekday else Every(_yearly(days)) if days.month else None


@builder
def every_other(unit: Unit) -> Every | None:
    """ "every other week", « une semaine sur deux »."""
    return Every(duration(Length(((2.0, unit.name),))))


@builder
def habit(day: Cal | Every, part: Every | Cal) -> Every | None:
    """ "Friday mornings"."""
    weekday = f"XXXX-WXX-{day.weekday}" if isinstance(day, Cal) else day.value
    clock = part.value if isinstance(part, Every) else clock_value(part)
    return Every(weekday + clock) if weekday.startswith("XXXX-WXX-") else None


@builder
def again(what: Every, clock: Cal) -> Every | None:
    """A time that comes again, with its time of day."""
    if not clock.timed or clock.dated or what.rate:
        return None
    if what.value == "P1D":
        return Every(clock_value(clock))
    if what.value.startswith("T") and clock.hour is not None:
        return Every(
            clock_value(replace(clock, meridiem=clock.meridiem or of_daypart(clock.hour, what.value[1:])))
        )
    return (
        Every(what.value + clock_value(clock)) if what.value.startswith("XXXX") else Every(what.value, clock)
    )


@builder
def again_first(clock: Cal, what: Every) -> Every | None:
    """The same in the other order: "at 3 pm each day"."""
    return again(what, clock)  # type: ignore[return-value]


@builder
def per_unit(unit: Unit) -> Every | None:
    """ "per year", « par an »."""
    value = duration(Length(((1.0, unit.name),)))
    return Every(value, rate=True) if not unit.plural and unit.count == 1 else None


def _weekly(cal: Cal, clock: Cal | None) -> str:
    return f"XXXX-WXX-{cal.weekday}" + (clock_value(clock) if clock else "")


def _yearly(cal: Cal) -> str:
    return f"XXXX-{cal.month:02}" + (f"-{cal.day:02}" if cal.day else "")
