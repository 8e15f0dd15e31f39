"""What templates can do with values: dates, marked snippets, parts of addresses."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup, escape

from reportedly.ledger.view import MARKS


@lru_cache(maxsize=4096)
def day(value: str | None, language: str) -> str:
    """An ISO date or date-time as a day in words: ``20 Aug 2024``; less exact ones as they are."""
    if not value:
        return ""
    try:
        found = date.fromisoformat(value[:10])
    except ValueError:
        return value
    from babel.dates import format_date

    return str(format_date(found, "d MMM y", locale=language))


def moment(value: str | None, language: str) -> str:
    """A date-time as a day and a time: ``20 Aug 2024, 14:02 UTC``; a day alone as it is."""
    try:
        found = datetime.fromisoformat(value or "")
    except ValueError:
        return day(value, language)
    if "T" not in (value or ""):
        return day(value, language)
    zone = found.utcoffset()
    return f"{day(value, language)}, {found:%H:%M}" + (" UTC" if zone == timedelta(0) else "")


def snippet(value: str | None) -> Markup:
    """The words around what was searched for, these marked; everything else escaped."""
    left, right = (str(escape(mark)) for mark in MARKS)
    text = str(escape((value or "").replace("\0", "\N{REPLACEMENT CHARACTER}")))
    return Markup(text.replace(left, "<mark>").replace(right, "</mark>"))  # noqa: S704  # escaped above


def part(value: str) -> str:
    """One part of an address."""
    return quote(value, safe="")


def web(value: str | None) -> str | None:
    """An address that may be linked to: nothing but http and https."""
    return value if value and value.startswith(("http://", "https://")) else None


FILTERS = {"day": day, "moment": moment, "snippet": snippet, "part": part, "web": web}
