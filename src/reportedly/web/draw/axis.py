"""Time on paper: instants as numbers, a scale, and ticks where a person would put them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

#: Steps between ticks, in days; longer ones are whole months.
_DAYS = (1 / 24, 1 / 8, 1 / 4, 1 / 2, 1, 2, 7, 14)
#: And in months.
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def instant(text: str | None) -> float | None:
    """An ISO date or date-time as days since the beginning of the calendar; None for what is none.

    >>> instant("0001-01-02T12:00"), instant("soon")
    (2.5, None)
    """
    with suppress(ValueError, OverflowError):
        found = datetime.fromisoformat(text or "")
        plain = found.astimezone(UTC) if found.tzinfo else found
        return plain.toordinal() + (plain.hour + plain.minute / 60 + plain.second / 3600) / 24
    return None


def moment(days: float) -> datetime:
    """The date-time of an instant, to the minute."""
    whole = min(max(int(days), 1), date.max.toordinal())
    minutes = round(24 * 60 * (days - int(days)))
    return datetime.fromordinal(whole) + timedelta(minutes=min(minutes, 24 * 60 - 1))


@dataclass(frozen=True, slots=True)
class Scale:
    """Where an instant stands between two edges; a single instant stands in the middle."""

    first: float
    last: float
    left: float
    right: float

    def __call__(self, value: float) -> float:
        if self.last <= self.first:
            return (self.left + self.right) / 2
        share = (value - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)


def ticks(first: float, last: float, most: int, language: str) -> list[tuple[float, str]]:
    """At most so many instants between two, at the round ones, each with its label."""
    days = last - first
    if days <= 0:
        return [(first, label(first, 1, language))]
    for step in _DAYS:
        if days / step <= most:
            return list(_even(first, last, step, language))
    for months in _MONTHS:
        if days / (30.4 * months) <= most:
            return list(_monthly(first, last, months, language))
    return []


def _even(first: float, last: float, step: float, language: str) -> Iterator[tuple[float, str]]:
    place = -(-first // step)
    while place * step <= last + 1e-6:
        name = label(place * step, step, language)
        if place * step - first < step and ":" in name:  # hours say nothing without their day
            name = f"{label(place * step, 1, language)}, {name}"
        yield place * step, name
        place += 1


def _monthly(first: float, last: float, months: int, language: str) -> Iterator[tuple[float, str]]:
    start = moment(first)
    count = (start.year * 12 + start.month - 1) // months * months
    while count < 10000 * 12:
        year, month = divmod(count, 12)
        count += months
        if year < 1:
            continue
        at = date(year, month + 1, 1).toordinal()
        if at > last:
            return
        if at >= first:
            yield at, label(at, 30 * months, language)


def label(days: float, step: float, language: str) -> str:
    """An instant as exactly as the step between ticks asks for: ``14:00``, ``4 Mar``, ``Mar 2026``, ``2026``."""
    from babel.dates import format_skeleton, format_time

    at = moment(days + 1e-6)
    if step < 1 and (at.hour or at.minute):
        return str(format_time(at, "HH:mm", locale=language))
    if step >= 360:
        return str(at.year)
    return str(format_skeleton("MMMd" if step < 28 else "yMMM", at, locale=language))
