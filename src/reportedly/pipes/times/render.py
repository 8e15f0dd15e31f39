"""TIMEX3 types and values, and the dates that bound them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reportedly.pipes.times.builders.lengths import duration
from reportedly.pipes.times.periods import Period, of_day
from reportedly.pipes.times.resolve import Anchor, settle, x_form
from reportedly.pipes.times.shifts import shift_answer
from reportedly.pipes.times.stretches import stretch_answer
from reportedly.pipes.times.terms import Cal, Every, Length, Shift, Term
from reportedly.pipes.times.values import DAYPARTS, Answer, bounds, clock_value


def answer(term: Term, anchor: Anchor | None, day: date | None = None) -> Answer | None:
    """Type, value and bounds of a time; None for what is no time after all.

    :param day: the date that a bare time of day belongs to, where the sentence has named one.
    """
    if isinstance(term, Cal):
        return _calendar(term, anchor, day)
    if isinstance(term, Length):
        return Answer("DURATION", duration(term), None, None)
    if isinstance(term, Every):
        value = term.value + (clock_value(term.clock) if term.clock and term.value.startswith("XXXX") else "")
        return Answer("SET", value, None, None)
    if isinstance(term, Shift):
        return shift_answer(term, anchor)
    return stretch_answer(term, anchor, day, answer)


def _calendar(cal: Cal, anchor: Anchor | None, day: date | None) -> Answer | None:
    if cal.ref:
        now = anchor.day.isoformat() if anchor and cal.ref == "PRESENT_REF" else None
        return Answer("DATE", cal.ref, now, now)
    if cal.rel and cal.rel[0] in ("hour", "minute", "second"):
        return _running(cal.rel, anchor)
    if cal.told and not _from_here(cal.told, anchor):
        return Answer("TIME" if cal.timed else "DATE", (x_form(cal) or "") + clock_value(cal), None, None)
    period = settle(cal, anchor) if cal.dated else _given(anchor, day)
    if not cal.timed:
        return _date(cal, period)
    clock = clock_value(cal)
    if period is None or period.grain != "day":
        value = (x_form(cal) or "") + clock if cal.dated else clock
        return Answer("TIME", value, *bounds(period)) if period is None else None
    value = period.value + clock if cal.hour is not None or cal.dated or day else clock
    return Answer("TIME", value, *_moments(cal, period))


def _from_here(told: str, anchor: Anchor | None) -> bool:
    """Is what is told from something else told from the day of publication all the same?"""
    return (
        anchor is not None
        and told != "never"
        and (anchor.direction == "coming" or (told == "tense" and anchor.direction != "past"))
    )


def _given(anchor: Anchor | None, day: date | None) -> Period | None:
    day = day or (anchor.day if anchor else None)
    return of_day(day) if day else None


def _date(cal: Cal, period: Period | None) -> Answer:
    if period is None:
        return Answer("DATE", x_form(cal), None, None)
    return Answer("DATE", period.value, *bounds(period))


def _moments(cal: Cal, period: Period) -> tuple[str, str]:
    """First and last moment of a time of day."""
    day = period.first.isoformat()
    if cal.hour is not None:
        exact = day + clock_value(replace(cal, zone=None, minute=cal.minute or 0))
        return exact + (cal.zone or ""), exact + (cal.zone or "")
    first, last = DAYPARTS[cal.daypart or "DT"]
    return f"{day}T{first:02}:00", f"{day}T{last:02}:59"


def _running(rel: tuple[str, int], anchor: Anchor | None) -> Answer:
    """ "the next hour", "the last minute"."""
    if anchor is None:
        return Answer("TIME", None, None, None)
    unit, by = rel
    other = anchor.moment + by * timedelta(**{f"{unit}s": 1})
    first, last = sorted((anchor.moment, other))
    ends = first.isoformat(), last.isoformat()
    return Answer("TIME", "/".join(ends), *ends)
