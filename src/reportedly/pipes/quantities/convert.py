"""Amounts in other units of what they measure: converted by pint, which is loaded when first asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.lexicon import load
from reportedly.model import Quantity
from reportedly.numbers.number import tidy

if TYPE_CHECKING:
    from pint import UnitRegistry


def convert(quantity: Quantity, unit: str) -> Quantity:
    """The same amount in another unit; its span still shows what the text says.

    :param unit: a symbol as readings have it: ``km``, ``°C``, ``km/h``, ``bbl/d``.
    :raises InputError: if either unit is no measure (counts, money, percentage points) or they measure
        different things.

    >>> from reportedly.pipes.quantities import find
    >>> [metric] = [convert(each, "km") for each in find("It flew 75 miles.", "en")]
    >>> round(metric.low), metric.unit, metric.span.text
    (121, 'km', '75 miles')
    """
    if quantity.unit is None or quantity.dimension == "money":
        raise InputError(f"{quantity.span.text!r} is no measure that could be converted to {unit!r}")
    low, high = (_converted(end, quantity.unit, unit) for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit=unit)


def _converted(value: float | None, given: str, wanted: str) -> float | None:
    from pint.errors import PintError

    pint = _registry()
    try:
        one, two = (pint.parse_units(_pint_name(unit)) for unit in (given, wanted))
        return None if value is None else tidy(float(pint.Quantity(value, one).to(two).magnitude))
    except (PintError, AttributeError, ValueError) as error:
        raise InputError(f"{given!r} cannot be converted to {wanted!r}: {error}") from error


def _pint_name(unit: str) -> str:
    """A unit's symbol in pint's words, which differ for some: its "kt" is a knot, its "bbl" no barrel of oil."""
    names: dict[str, str] = load("units", "ontology")["pint"]
    parts = [names.get(part, part) for part in unit.split("/")]
    if "" in parts:
        raise InputError(f"{unit!r} is no measure and cannot be converted")
    return " / ".join(parts)


@cache
def _registry() -> UnitRegistry[float]:
    from pint import UnitRegistry

    return UnitRegistry(autoconvert_offset_to_baseunit=True)
