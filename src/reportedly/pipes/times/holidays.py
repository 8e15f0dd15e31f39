"""Days with names: fixed in the calendar, or computed from it.

Easter after Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, 1991).
"""

from __future__ import annotations

from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th weekday (1 is Monday) of a month; -1 is its last."""
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        day = last - timedelta((last.isoweekday() - weekday) % 7 - 7 * (nth + 1))
    return day if day.month == month else None


def holiday(rule: str, year: int) -> date | None:
    """The day of a rule in a year.

    "12-25" is fixed, "easter+39" counts from Easter, "11-4#4+1" is the day after November's fourth Thursday.
    """
    head, plus, days = rule.partition("+")
    offset = timedelta(int(days) if plus else 0)
    if head.startswith("easter"):
        return easter(year) + timedelta(int(head[6:] or 0)) + offset
    fixed, hashed, count = head.partition("#")
    month, day = (int(x) for x in fixed.split("-"))
    found = nth_weekday(year, month, day, int(count)) if hashed else date(year, month, day)
    return found + offset if found else None
