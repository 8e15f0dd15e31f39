"""TIMEX3 types and values, and the dates that bound them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from reportedly.model import TimeType
from reportedly.pipes.times.build import duration
from reportedly.pipes.times.periods import Period, of_day, of_month, of_week, of_year
from reportedly.pipes.times.resolve import Anchor, settle, x_form
from reportedly.pipes.times.terms import Cal, Every, Length, Shift, Stretch, Term

#: Hours of the parts of a day, the last one within: news says "night" of what is over by morning too.
DAYPARTS = {"MO": (6, 11), "MI": (11, 13), "AF": (12, 17), "EV": (17, 21), "NI": (20, 23), "DT": (6, 17)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a time comes to."""

    type: TimeType
    value: str | None
    earliest: str | None
    latest: str | None


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
        return _shift(term, anchor)
    return _stretch(term, anchor, day)


def clock_value(cal: Cal) -> str:
    """The time of day: T17:30, T17:30:05Z, TMO."""
    if cal.hour is None:
        return f"T{cal.daypart}" if cal.daypart else ""
    hour = hour24(cal)
    text = f"T{hour:02}" + (f":{cal.minute or 0:02}" if cal.minute is not None or cal.second is not None else "")
    return text + (f":{cal.second:02}" if cal.second is not None else "") + (cal.zone or "")


def hour24(cal: Cal) -> int:
    """The hour on a clock of twenty-four hours."""
    hour = cal.hour or 0
    if cal.meridiem == "pm" and hour < 12:
        return hour + 12
    if cal.meridiem == "am" and hour == 12:
        return 0
    return hour % 24


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
        return Answer("TIME", value, *_bounds(period)) if period is None else None
    value = period.value + clock if cal.hour is not None or cal.dated else clock
    return Answer("TIME", value, *_moments(cal, period))


def _from_here(told: str, anchor: Anchor | None) -> bool:
    """Is what is told from something else told from the day of publication all the same?"""
    return anchor is not None and (anchor.direction == "coming" or (told == "tense" and anchor.direction != "past"))


def _given(anchor: Anchor | None, day: date | None) -> Period | None:
    day = day or (anchor.day if anchor else None)
    return of_day(day) if day else None


def _date(cal: Cal, period: Period | None) -> Answer:
    if period is None:
        return Answer("DATE", x_form(cal), None, None)
    return Answer("DATE", period.value, *_bounds(period))


def _bounds(period: Period | None) -> tuple[str | None, str | None]:
    return (period.first.isoformat(), period.last.isoformat()) if period else (None, None)


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


def _shift(term: Shift, anchor: Anchor | None) -> Answer | None:
    moved = shifted(term, anchor)
    if term.lasting and anchor and anchor.direction == "past":
        return Answer("DURATION", duration(term.length), None, None)
    if term.loose and (anchor is None or anchor.direction != "coming"):
        return Answer("DURATION", duration(term.length), None, None)
    if moved is None:
        return Answer("DURATION" if term.within else "DATE", duration(term.length) if term.within else "XXXX-XX-XX", None, None)
    start, end, grain = moved
    if term.within:
        return _within(term, start, end, grain)
    if grain == "clock":
        text = end.isoformat(timespec="minutes" if not end.second else "seconds")
        return Answer("TIME", text, text, text)
    if any(amount is None for amount, _ in term.length.parts):
        return _vague(term, start)
    period = {"month": lambda d: of_month(d.year, d.month), "year": lambda d: of_year(d.year)}.get(grain, of_day)(end.date())
    if term.length.bound:
        return _beyond(term, start, end)
    return Answer("DATE", period.value, *_bounds(period))


def _within(term: Shift, start: datetime, end: datetime, grain: str) -> Answer:
    first, last = sorted((start, end))
    value = duration(term.length)
    if any(amount is None for amount, _ in term.length.parts):
        day = start.date().isoformat()
        return Answer("DURATION", value, None if term.sign < 0 else day, day if term.sign < 0 else None)
    if grain == "clock":
        ends = first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")
        return Answer("DURATION", value, *ends)
    if term.base is None:
        # the last and the next days leave out the day itself
        first, last = (first, last) if term.sign < 0 else (first + timedelta(1), last)
        last = last - timedelta(1) if term.sign < 0 else last
    else:
        last -= timedelta(1)
    return Answer("DURATION", value, first.date().isoformat(), last.date().isoformat())


def _vague(term: Shift, start: datetime) -> Answer:
    """ "a few days ago": from two units back to nine, or to where the next larger unit begins."""
    unit = term.length.parts[-1][1]
    reach = {"day": 6, "night": 6, "week": 5, "month": 11, "year": 9, "decade": 9}.get(unit, 9)
    near, far = (add(start, term.sign * n, unit) for n in (2, reach))
    first, last = sorted((near, far)) if near and far else (start, start)
    ref = "PAST_REF" if term.sign < 0 else "FUTURE_REF"
    if unit in ("hour", "minute", "second"):
        return Answer("TIME", ref, first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes"))
    return Answer("DATE", ref, first.date().isoformat(), last.date().isoformat())


def _beyond(term: Shift, start: datetime, end: datetime) -> Answer:
    """ "more than two weeks ago", "less than three days after"."""
    far = end.date().isoformat()
    if term.length.bound == "more":
        return Answer("DATE", far, None, far) if term.sign < 0 else Answer("DATE", far, far, None)
    first, last = sorted((start.date().isoformat(), far))
    return Answer("DATE", far, first, last)


def shifted(term: Shift, anchor: Anchor | None) -> tuple[datetime, datetime, str] | None:
    """From where, to where and in what grain a length leads away from its base."""
    start = _base(term.base, anchor)
    if start is None:
        return None
    end: datetime | None = start
    grain = "day"
    for amount, unit in term.length.parts:
        end = add(end, term.sign * amount, unit) if end and amount is not None else end
        if unit in ("hour", "minute", "second"):
            grain = "clock"
    return (start, end, grain) if end else None


def _base(base: Term | None, anchor: Anchor | None) -> datetime | None:
    if base is None:
        return anchor.moment if anchor else None
    if isinstance(base, Cal):
        if base.ref:
            return anchor.moment if anchor else None
        period = settle(base, anchor) if base.dated else None
        if period is None:
            return None
        return datetime(period.first.year, period.first.month, period.first.day, hour24(base) if base.timed else 0)
    if isinstance(base, Shift):
        found = shifted(base, anchor)
        return found[1] if found else None
    return None


def add(moment: datetime, amount: float, unit: str) -> datetime | None:
    """A moment moved by units of the calendar."""
    months = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
    try:
        if unit in months:
            total = moment.year * 12 + moment.month - 1 + round(amount * months[unit])
            year, month = divmod(total, 12)
            last = of_month(year, month + 1).last.day
            return moment.replace(year=year, month=month + 1, day=min(moment.day, last))
        days = {"day": 1, "night": 1, "week": 7, "weekend": 7}
        if unit in days:
            return moment + timedelta(amount * days[unit])
        return moment + timedelta(**{f"{unit}s": amount})
    except (ValueError, OverflowError):
        return None


def _stretch(term: Stretch, anchor: Anchor | None, day: date | None) -> Answer | None:
    first, last = _harmonised(term)
    begun = answer(first, _before_end(first, last, anchor), day) if first else None
    ends = [begun, answer(last, _after_start(last, begun, anchor), day) if last else None]
    if term.first is None or term.last is None:
        return _open(term, ends)
    one, two = ends
    if one is None or two is None or "SET" in (one.type, two.type) or one.value is None or two.value is None:
        return None
    if one.earliest and two.latest and one.earliest > two.latest:
        one, two = _ordered(one, two, first, last, anchor)
    type_: TimeType = "TIME" if "TIME" in (one.type, two.type) else "DATE"
    left, right = (v.value or "" for v in (one, two))
    if isinstance(first, Cal) and isinstance(last, Cal) and not first.dated and not last.dated:
        left, right = left[left.find("T"):], right[right.find("T"):]
    left, right = (anchor.moment.isoformat() if v == "PRESENT_REF" and anchor and "T" in left + right else v for v in (left, right))
    if anchor and "PRESENT_REF" in (left, right):
        left, right = (anchor.day.isoformat() if v == "PRESENT_REF" else v for v in (left, right))
    return Answer(type_, f"{left}/{right}", one.earliest, two.latest)


def _before_end(first: Term | None, last: Term | None, anchor: Anchor | None) -> Anchor | None:
    """Where a stretch of months or days begins: before its end, whose year the tense of the sentence tells."""
    if anchor is None or not isinstance(first, Cal) or not isinstance(last, Cal):
        return anchor
    yearless = all(c.month and c.year is None and c.rel is None and c.turn is None for c in (first, last))
    if anchor.direction == "past":
        return anchor
    period = settle(last, anchor) if yearless else None
    if period is None:
        return anchor
    return Anchor(datetime(period.last.year, period.last.month, period.last.day), "past", anchor.holidays)


def _after_start(last: Term | None, begun: Answer | None, anchor: Anchor | None) -> Anchor | None:
    """Where a stretch of the past ends: after its beginning, be it before or after the day of publication."""
    if anchor is None or begun is None or not begun.earliest or anchor.direction != "past":
        return anchor
    if not isinstance(last, Cal) or not last.month or last.year is not None or last.rel is not None:
        return anchor
    return Anchor(datetime.fromisoformat(begun.earliest[:10]), "future", anchor.holidays)


def _open(term: Stretch, ends: list[Answer | None]) -> Answer | None:
    """ "since March", "before 2018", "after Tuesday": one side is bounded, the other is not."""
    one = ends[0] or ends[1]
    if one is None or one.type in ("SET", "DURATION"):
        return None
    if term.open == "after":
        moved = _next_day(one.latest) if one.latest and one.earliest != one.latest and one.type == "DATE" else one.latest
        return replace(one, earliest=moved, latest=None)
    if term.open == "before":
        moved = _next_day(one.earliest, -1) if one.earliest and one.type == "DATE" else one.earliest
        return replace(one, earliest=None, latest=moved)
    return replace(one, latest=None) if term.last is None else replace(one, earliest=None)


def _next_day(day: str, by: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(by)).isoformat()


def _harmonised(term: Stretch) -> tuple[Term | None, Term | None]:
    """Each end with what only the other says: "du 13 au 15 juillet", "from 5 to 6 pm", "March to April 2024"."""
    first, last = term.first, term.last
    if not isinstance(first, Cal) or not isinstance(last, Cal):
        return first, last
    first, last = _shared_date(first, last)
    if first.hour is not None and last.hour is not None:
        first = replace(first, meridiem=first.meridiem or _earlier_half(first, last))
        if last.meridiem is None and first.meridiem and first.hour is not None:
            if hour24(last) < hour24(first) and last.hour is not None and last.hour < 12:
                last = replace(last, meridiem="pm")
        zone = first.zone or last.zone
        first, last = replace(first, zone=zone), replace(last, zone=zone)
    return first, last


def _earlier_half(first: Cal, last: Cal) -> str | None:
    """ "5 to 6 pm" is in the afternoon, "9:30 to 3 pm" is not."""
    if last.meridiem != "pm" or first.hour is None or last.hour is None:
        return last.meridiem
    return "pm" if first.hour % 12 < last.hour % 12 or first.hour % 12 == last.hour % 12 and (first.minute or 0) < (last.minute or 0) else "am"


def _shared_date(first: Cal, last: Cal) -> tuple[Cal, Cal]:
    if first.ref or last.ref:
        return first, last
    if first.dated and last.timed and not last.dated:
        last = replace(last, **{f: getattr(first, f) for f in ("year", "month", "day", "weekday", "rel", "turn", "holiday", "nth")})
    elif last.dated and first.timed and not first.dated:
        first = replace(first, **{f: getattr(last, f) for f in ("year", "month", "day", "weekday", "rel", "turn", "holiday", "nth")})
    if first.day and not first.month and first.rel is None:
        first = replace(first, month=last.month, rel=last.rel if not last.month else None, year=first.year or last.year)
    if last.day and not last.month and last.rel is None and first.month:
        last = replace(last, month=first.month, year=last.year or first.year)
    if last.year and not first.year and first.rel is None and (first.month or first.quarter):
        over = (first.month or 3 * (first.quarter or 0)) > (last.month or 3 * (last.quarter or 0)) > 0
        first = replace(first, year=last.year - over)
    if first.rel and not last.rel and last.day and not last.month:
        last = replace(last, rel=first.rel)
    return first, last


def _ordered(one: Answer, two: Answer, first: Term | None, last: Term | None, anchor: Anchor | None) -> tuple[Answer, Answer]:
    """Where the end came out before the beginning, take the next that fits: "from Nov to March"."""
    if anchor is None or not isinstance(last, Cal) or not one.earliest:
        return one, two
    if last.year is not None or last.rel is not None:
        return one, two
    if last.hour is not None and not last.dated:
        return one, two
    later = Anchor(datetime.fromisoformat(one.earliest[:10]), "future", anchor.holidays)
    moved = answer(last, later)
    return (one, moved) if moved and moved.latest and moved.latest >= one.earliest else (one, two)


__all__ = ["Answer", "answer", "clock_value", "of_week"]
