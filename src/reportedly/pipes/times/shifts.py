"""Times that are told by how far away they are: "three days ago", "the next two weeks"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from reportedly.pipes.times.builders.lengths import duration
from reportedly.pipes.times.periods import Period, of_day, of_month, of_year
from reportedly.pipes.times.resolve import Anchor, settle
from reportedly.pipes.times.terms import Cal, Shift, Term
from reportedly.pipes.times.values import Answer, bounds, hour24

_GRAINS: dict[str, Callable[[date], Period]] = {
    "month": lambda d: of_month(d.year, d.month),
    "year": lambda d: of_year(d.year),
    "decade": lambda d: of_year(d.year),
    "century": lambda d: of_year(d.year),
}


def shift_answer(term: Shift, anchor: Anchor | None) -> Answer:
    """What a length away from its base comes to; only its length where the base is not known."""
    told = anchor.direction if anchor else "unknown"
    moved = (
        None
        if (term.loose and told != "coming") or (term.lasting and told == "past")
        else shifted(term, anchor)
    )
    if (hours := _hours(term)) is not None:
        return hours
    if moved is None:
        lasts = term.within or term.loose or (term.lasting and told == "past")
        return Answer("DURATION", duration(term.length), None, None) if lasts else _UNKNOWN
    start, end, grain = moved
    if term.within:
        return _within(term, start, end, grain)
    return _far_end(term, start, end, grain)


def _hours(term: Shift) -> Answer | None:
    """ "from 10 am for three hours": a stretch of hours of no day."""
    base = term.base
    if not isinstance(base, Cal) or base.dated or base.hour is None or not term.within or term.length.bound:
        return None
    first = datetime(2000, 1, 1, hour24(base), base.minute or 0)
    last: datetime | None = first
    for amount, unit in term.length.parts:
        last = add(last, amount, unit) if last and amount is not None and unit in _CLOCK else None
    if last is None or last.date() != first.date():
        return None
    ends = (f"T{end:%H:%M}" if end.minute else f"T{end:%H}" for end in (first, last))
    return Answer("TIME", "/".join(ends), None, None)


_CLOCK = ("hour", "minute", "second")
_UNKNOWN = Answer("DATE", "XXXX-XX-XX", None, None)


def _far_end(term: Shift, start: datetime, end: datetime, grain: str) -> Answer:
    """The day or moment that a length leads to."""
    if grain == "clock":
        text = end.isoformat(timespec="minutes" if not end.second else "seconds")
        return Answer("TIME", text, text, text)
    if any(amount is None for amount, _ in term.length.parts):
        return _vague(term, start)
    if term.length.bound:
        return _beyond(term, start, end)
    # "two years ago" names no day, "a year and two days ago" does
    unit = term.length.parts[-1][1] if term.base is None else grain
    period = _GRAINS.get(unit, of_day)(end.date())
    return Answer("DATE", period.value, *bounds(period))


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
    start = _far_side(term.base, anchor) if term.inside and term.sign < 0 else _base(term.base, anchor)
    if start is None:
        return None
    end: datetime | None = start
    grain = "day"
    for amount, unit in term.length.parts:
        end = add(end, term.sign * amount, unit) if end and amount is not None else end
        if unit in ("hour", "minute", "second"):
            grain = "clock"
    return (start, end, grain) if end else None


def _far_side(base: Term | None, anchor: Anchor | None) -> datetime | None:
    """The moment when a period is over."""
    period = settle(base, anchor) if isinstance(base, Cal) and base.dated else None
    return datetime.combine(period.last + timedelta(1), datetime.min.time()) if period else None


def _base(base: Term | None, anchor: Anchor | None) -> datetime | None:
    if base is None:
        return anchor.moment if anchor else None
    if isinstance(base, Cal):
        if base.ref:
            return anchor.moment if anchor else None
        period = settle(base, anchor) if base.dated else None
        if period is None:
            return None
        return datetime(
            period.first.year, period.first.month, period.first.day, hour24(base) if base.timed else 0
        )
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
