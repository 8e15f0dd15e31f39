"""What is counted, paid or weighed, and whether two accounts of it can both be true."""

from __future__ import annotations

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
    low, high = one.low if one.low is not None else one.high, one.high if one.high is not None else one.low
    other_low = other.low if other.low is not None else other.high
    other_high = other.high if other.high is not None else other.low
    if low is None or high is None or other_low is None or other_high is None:
        return False
    if one.approximate or other.approximate:
        low, high = 0.9 * low, 1.1 * high
    return high < other_low or other_high < low
