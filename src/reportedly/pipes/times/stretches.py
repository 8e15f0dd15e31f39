"""Stretches from one time to another, with what each end leaves to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from reportedly.model import TimeType
from reportedly.pipes.times.resolve import Anchor, settle
from reportedly.pipes.times.terms import Cal, Stretch, Term
from reportedly.pipes.times.values import Answer, hour24

#: Resolves one end.
Resolver = Callable[[Term, Anchor | None, date | None], Answer | None]
#: What one end of a stretch of hours takes over from the other.
_DAY = ("year", "month", "day", "weekday", "rel", "turn", "holiday", "nth", "told")


@dataclass(frozen=True, slots=True)
class _Ends:
    """A stretch whose ends have been told what they share."""

    first: Term | None
    last: Term | None
    anchor: Anchor | None
    day: date | None
    resolve: Resolver


def stretch_answer(
    term: Stretch, anchor: Anchor | None, day: date | None, resolve: Resolver
) -> Answer | None:
    """The answer for a stretch, each end resolved by ``resolve``."""
    ends = _Ends(*_harmonised(term), anchor, day, resolve)
    one = resolve(ends.first, _before_end(ends), day) if ends.first else None
    two = resolve(ends.last, _after_start(ends, one), day) if ends.last else None
    if term.first is None or term.last is None:
        return _open(term, one or two)
    if one is None or two is None or "SET" in (one.type, two.type) or one.value is None or two.value is None:
        return None
    if one.earliest and two.latest and one.earliest > two.latest:
        two = _later(ends, one) or two
    type_: TimeType = "TIME" if "TIME" in (one.type, two.type) else "DATE"
    return Answer(type_, "/".join(_values(ends, one, two)), one.earliest, two.latest)


def _values(ends: _Ends, one: Answer, two: Answer) -> tuple[str, str]:
    """The values of both ends; bare times of day go without the date, "now" is the moment itself."""
    left, right = one.value or "", two.value or ""
    if all(isinstance(e, Cal) and not e.dated for e in (ends.first, ends.last)):
        return left[left.find("T") :], right[right.find("T") :]
    if ends.anchor is None:
        return left, right
    moment = ends.anchor.moment.isoformat() if "T" in (left + right).replace("PRESENT_REF", "") else None
    now = moment or ends.anchor.day.isoformat()
    return (now if left == "PRESENT_REF" else left), (now if right == "PRESENT_REF" else right)


def _before_end(ends: _Ends) -> Anchor | None:
    """Where a stretch of months or days begins: before its end, whose year the tense tells."""
    anchor, both = ends.anchor, (ends.first, ends.last)
    if anchor is None or anchor.direction == "past":
        return anchor
    for end in both:
        if (
            not isinstance(end, Cal)
            or not end.month
            or end.year is not None
            or end.rel
            or end.turn is not None
        ):
            return anchor
    period = settle(ends.last, anchor) if isinstance(ends.last, Cal) else None
    return (
        Anchor(datetime(period.last.year, period.last.month, period.last.day), "past") if period else anchor
    )


def _after_start(ends: _Ends, begun: Answer | None) -> Anchor | None:
    """Where a stretch of the past ends: after its beginning, be it before or after the day of publication."""
    anchor, last = ends.anchor, ends.last
    if anchor is None or begun is None or not begun.earliest or anchor.direction != "past":
        return anchor
    if not isinstance(last, Cal) or not last.month or last.year is not None or last.rel is not None:
        return anchor
    return Anchor(datetime.fromisoformat(begun.earliest[:10]), "future")


def _later(ends: _Ends, begun: Answer) -> Answer | None:
    """Where the end came out before the beginning, the next that fits: "from Nov to March"."""
    last = ends.last
    if ends.anchor is None or not isinstance(last, Cal) or not begun.earliest:
        return None
    if last.year is not None or last.rel is not None or not last.dated:
        return None
    moved = ends.resolve(last, Anchor(datetime.fromisoformat(begun.earliest[:10]), "future"), ends.day)
    return moved if moved and moved.latest and moved.latest >= begun.earliest else None


def _open(term: Stretch, one: Answer | None) -> Answer | None:
    """ "since March", "before 2018", "after Tuesday": one side is bounded, the other is not."""
    if one is None or one.type in ("SET", "DURATION"):
        return None
    if term.last is None:
        whole = one.type == "DATE" and one.earliest != one.latest
        bound = _moved(one.latest, 1 if whole else 0) if term.open == "after" else one.earliest
        return replace(one, earliest=bound, latest=None)
    before = term.open == "before"
    bound = _moved(one.earliest, -1 if one.type == "DATE" else 0) if before else one.latest
    return replace(one, earliest=None, latest=bound)


def _moved(day: str | None, by: int) -> str | None:
    return (date.fromisoformat(day) + timedelta(by)).isoformat() if day and by else day


def _harmonised(term: Stretch) -> tuple[Term | None, Term | None]:
    """Each end with what only the other says: « du 13 au 15 juillet », "from 5 to 6 pm"."""
    first, last = term.first, term.last
    if not isinstance(first, Cal) or not isinstance(last, Cal):
        return first, last
    if not first.ref and not last.ref:
        first, last = _same_year(*_same_month(*_same_day(first, last)))
    return _same_half(first, last) if first.hour is not None and last.hour is not None else (first, last)


def _same_half(first: Cal, last: Cal) -> tuple[Cal, Cal]:
    """ "5 to 6 pm" is in the afternoon, "9:30 to 3 pm" is not; both are in the same zone."""
    meridiem = first.meridiem or last.meridiem
    if first.meridiem is None and last.meridiem == "pm":
        meridiem = "pm" if _clock(first) < _clock(last) else "am"
    first = replace(first, meridiem=meridiem, zone=first.zone or last.zone)
    if last.meridiem is None and meridiem and hour24(last) < hour24(first) and (last.hour or 0) < 12:
        last = replace(last, meridiem="pm")
    return first, replace(last, zone=first.zone)


def _clock(cal: Cal) -> tuple[int, int]:
    return (cal.hour or 0) % 12, cal.minute or 0


def _same_day(first: Cal, last: Cal) -> tuple[Cal, Cal]:
    if first.dated and last.timed and not last.dated:
        return first, replace(last, **{f: getattr(first, f) for f in _DAY})
    if last.dated and first.timed and not first.dated:
        return replace(first, **{f: getattr(last, f) for f in _DAY}), last
    return first, last


def _same_month(first: Cal, last: Cal) -> tuple[Cal, Cal]:
    if first.day and not first.month and first.rel is None:
        rel = last.rel if not last.month else None
        first = replace(first, month=last.month, rel=rel, year=first.year or last.year)
    if last.day and not last.month and last.rel is None:
        last = replace(last, month=first.month, rel=first.rel, year=last.year or first.year)
    return first, last


def _same_year(first: Cal, last: Cal) -> tuple[Cal, Cal]:
    """ "November to February 2017" begins in the year before."""
    if last.year and not first.year and first.rel is None and (first.month or first.quarter):
        begins, ends = (c.month or 3 * (c.quarter or 0) for c in (first, last))
        return replace(first, year=last.year - (begins > ends > 0)), last
    return first, last
