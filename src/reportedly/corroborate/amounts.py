"""What is counted, paid or weighed, and whether two accounts of it can both be true."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportedly.model import Quantity
from reportedly.naming import folded

#: Kinds of amounts that accounts of one event are held to.
COMPARED = ("count", "money", "mass", "percent")


def thing_of(quantity: Quantity) -> str:
    """What is counted, or the unit in which it is measured."""
    if quantity.dimension != "count":
        return quantity.unit or quantity.dimension
    words = folded(quantity.of.text if quantity.of else "").split()
    return words[0][:5] if words else ""


def apart(one: Quantity, other: Quantity) -> bool:
    """Whether two ranges do not meet; an open end meets everything beyond it."""
    low, high = ends(one, slack=one.approximate or other.approximate)
    other_low, other_high = ends(other, slack=False)
    return high < other_low or other_high < low


def ends(quantity: Quantity, *, slack: bool) -> tuple[float, float]:
    """From how much to how much; with slack, a tenth more either way."""
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
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
