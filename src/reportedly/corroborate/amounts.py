"""What is counted, paid or weighed, and whether two accounts of it can both be true."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reportedly.corroborate.bodies import words as small
from reportedly.model import Quantity
from reportedly.naming import folded

#: Kinds of amounts that accounts of one event are held to.
COMPARED = ("count", "money", "mass", "percent")
#: How far an open end reaches.
REACH = 1.5
#: Letters by which a noun is known in singular and plural.
STOCK = 5


def thing_of(quantity: Quantity, language: str) -> str:
    """What is counted, by the beginning of its noun, or the unit in which it is measured.

    The noun comes last in English, before "of" and the like ("ballistic missiles to Utopia"), first in French.
    """
    if quantity.dimension != "count":
        return quantity.unit or quantity.dimension
    words = phrase_of(quantity)
    return words[0 if language == "fr" else -1][:STOCK] if words else ""


def phrase_of(quantity: Quantity) -> list[str]:
    """What is counted, folded, up to where more is told of it."""
    told = folded(quantity.of.text if quantity.of else "").split()
    return list(takewhile(lambda word: word not in small("links"), told))


def one_thing(one: Quantity, other: Quantity, language: str) -> bool:
    """Whether two amounts are of the same: by the noun, or as one was read no further than "short-range"."""
    if thing_of(one, language) == thing_of(other, language):
        return True
    short, long = sorted((phrase_of(one), phrase_of(other)), key=len)
    return one.dimension == other.dimension == "count" and bool(short) and long[: len(short)] == short


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether two ranges do not meet."""
    low, high = ends(one, slack=one.approximate or other.approximate)
    other_low, other_high = ends(other, slack=False)
    return high < other_low or other_high < low


def ends(quantity: Quantity, *, slack: bool) -> tuple[float, float]:
    """From how much to how much; with slack, a tenth more either way.

    Who says "more than 200" does not know of 400: an open end reaches half as far again.
    """
    low = (quantity.high or 0.0) / REACH if quantity.low is None else quantity.low
    high = low * REACH if quantity.high is None else quantity.high
    return (0.9 * low, 1.1 * high) if slack else (low, high)


def differ(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether two articles' numbers of one thing can nowhere be brought together, as parts of a sum neither."""
    if not mine or not theirs or not all(apart(one, other) for one in mine for other in theirs):
        return False
    return not (sums_to(mine, theirs) or sums_to(theirs, mine))


def sums_to(parts: Sequence[Quantity], wholes: Sequence[Quantity]) -> bool:
    """Whether several numbers make up one of others: three soldiers and two civilians are five people."""
    total = sum(each.low or 0.0 for each in parts)
    return len(parts) > 1 and any(
        low <= total <= high for low, high in (ends(one, slack=False) for one in wholes)
    )
