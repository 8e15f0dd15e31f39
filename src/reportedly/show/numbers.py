"""Amounts and days in words, in the language of the labels."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from reportedly.model import Quantity, Time
from reportedly.show.words import Words

#: Exact numbers up to this one are not repeated in figures.
SMALL = 100


def amount(quantity: Quantity, words: Words) -> str:
    """The range behind an amount's words, ``200–999``; empty where it says no more than they do."""
    low, high = (_number(value, words) for value in (quantity.low, quantity.high))
    written = quantity.span.text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")
    bare = written in (low, high)  # "more than" stands before it, and is no part of it
    open_end = not (low and high)
    if quantity.dimension == "ordinal" or _plain(quantity):
        return ""
    if all(n in written for n in (low, high)) and not (bare and open_end):
        return ""
    unit = f"\N{NO-BREAK SPACE}{quantity.unit}" if quantity.unit and quantity.dimension != "count" else ""
    if low and high and low != high:
        return words("numbers", "range", low=low, high=high) + unit
    if low and high:
        return words("numbers", "about" if quantity.approximate else "exact", value=low + unit)
    return words("numbers", "at_least" if low else "at_most", low=low + unit, high=high + unit)


def _plain(quantity: Quantity) -> bool:
    """Whether this is a small number that everybody reads as it stands, such as "douze"."""
    exact = quantity.low is not None and quantity.low == quantity.high and not quantity.approximate
    return exact and quantity.dimension == "count" and (quantity.low or 0) <= SMALL


def _number(value: float | None, words: Words) -> str:
    """A number as people write it, with hard spaces of one kind."""
    if value is None:
        return ""
    text: str = format_decimal(value, locale=words.language)
    return text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")


def days(time: Time, words: Words) -> str:
    """The days behind a time's words, ``6 Aug 2024`` or ``May 2026``; empty where they are not known."""
    first, last = _day(time.earliest), _day(time.latest)
    if first is None or last is None or first == last:
        return _written(first or last, words)
    if (first.day, last + timedelta(days=1)) == (1, _next_month(first)):
        text: str = format_skeleton("yMMMM", first, locale=words.language)
        return text
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    return words("numbers", "days", first=_written(first, words), last=_written(last, words))


def moment(value: str | None, words: Words) -> str:
    """A day as people write it, with the time where it is told; what no calendar knows as it stands."""
    day = _day(value)
    return (
        _written(day, words) + (f", {(value or '')[11:16]}" if len(value or "") > 15 else "")
        if day
        else value or ""
    )


def _next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _day(value: str | None) -> date | None:
    """The day of an ISO date or date-time, or None for what no calendar knows."""
    try:
        return datetime.fromisoformat(value).date() if value else None
    except ValueError:
        return None


def _written(day: date | None, words: Words) -> str:
    """A day as people write it."""
    text: str = format_date(day, format="medium", locale=words.language) if day else ""
    return text
