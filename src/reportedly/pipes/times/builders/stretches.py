"""Builders of stretches, closed or open at one end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.pipes.times.builders.clocks import of_daypart, on_a_day
from reportedly.pipes.times.builders.registry import BUILDERS, builder, of_kind
from reportedly.pipes.times.terms import Cal, Shift, Stretch, Term, merge


@builder
def stretch(*parts: Term) -> Stretch | None:
    """From one time to another."""
    if len(parts) != 2 or not all(isinstance(p, (Cal, Shift)) for p in parts):
        return None
    first, last = parts
    if isinstance(first, Cal) and isinstance(last, Cal) and not _match(first, last):
        return None
    return Stretch(first, last)


def _match(first: Cal, last: Cal) -> bool:
    """Are two times of one kind, so that one can lead to the other?"""
    if first.daypart == "NI" and last.weekday and not last.timed:
        return False  # « la nuit de mercredi à jeudi » is one night
    if first.timed and last.timed and (first.hour is None) != (last.hour is None):
        return False
    if any(_lone_day(one) and _no_day(two) for one, two in ((first, last), (last, first))):
        return False
    if first.timed == last.timed or first.ref or last.ref:
        return True
    return first.dated and last.dated


def _no_day(cal: Cal) -> bool:
    """Is it a year or an hour? "10 to 11:30" are hours, not the 10th to 11:30."""
    return bool(cal.year and not cal.month) or cal.hour is not None


def _lone_day(cal: Cal) -> bool:
    return bool(cal.day and not cal.month and not cal.rel and cal.turn is None)


@builder
def dated_stretch(*parts: object) -> Stretch | None:
    """A day with a stretch of its hours: "Tuesday from 2 to 3 pm"."""
    cals, rest = of_kind(parts, Cal)
    if len(rest) != 1 or not isinstance(rest[0], Stretch):
        return None
    inner, day = rest[0], cals[0]
    if not on_a_day(day):  # type: ignore[arg-type]
        return None
    ends: list[Term | None] = []
    for end in (inner.first, inner.last):
        if end is None:
            ends.append(None)
            continue
        if not isinstance(end, Cal) or end.dated or not end.timed or not isinstance(day, Cal):
            return None
        free = replace(day, daypart=None, daypart_part=None)
        ends.append(merge(free, _meant(end, day.daypart)))
    if (inner.first is not None and ends[0] is None) or (inner.last is not None and ends[1] is None):
        return None
    return Stretch(ends[0], ends[1], inner.open)


def _meant(clock: Cal, daypart: str | None) -> Cal:
    """A clock time as a part of the day makes it: "7" in the evening is 19."""
    if daypart and clock.meridiem is None and clock.hour is not None:
        return replace(clock, meridiem=of_daypart(clock.hour, daypart))
    return clock


@builder
def since_after(what: Term) -> Stretch | None:
    """ "2012 or later"."""
    return Stretch(what, None, "since") if isinstance(what, Cal) else None


@builder
def yeared(what: Stretch, year: Cal) -> Stretch | None:
    """ "May 15-20, 2025"."""
    last = what.last
    if (
        not isinstance(last, Cal)
        or not isinstance(what.first, Cal)
        or last.year
        or not (last.day or last.month)
    ):
        return None
    return replace(
        what, last=replace(last, year=year.year), first=replace(what.first, year=what.first.year or year.year)
    )


def _opener(name: str, near: bool) -> Callable[..., object]:
    def build(what: Term) -> Stretch | None:
        if not isinstance(what, (Cal, Shift)) or (
            isinstance(what, Cal) and what.ref == "PRESENT_REF" and near
        ):
            return None
        return Stretch(what, None, name) if near else Stretch(None, what, name)

    return build


BUILDERS.update(
    {f"open_{n}": _opener(n, n in ("since", "after")) for n in ("since", "after", "before", "until")}
)
