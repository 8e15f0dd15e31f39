"""What the words of an amount mean, and the builders that put meanings together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.model import Dimension
from reportedly.numbers.number import Number, tidy

BUILDERS: dict[str, Callable[..., object]] = {}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's symbol and what it measures."""

    symbol: str
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of numbers in a unit; ``scale`` is what the last number's words multiplied by."""

    low: float | None
    high: float | None
    unit: str | None = None
    dimension: Dimension = "count"
    approximate: bool = False
    scale: float = 1
    #: "un", "a": perhaps no number at all.
    article: bool = False
    digits: bool = False


def builder(function: Callable[..., object]) -> Callable[..., object]:
    """Register a function under its name."""
    BUILDERS[function.__name__] = function
    return function


@builder
def same(part: object) -> object:
    """The one meaningful part."""
    return part


@builder
def exact(number: Number) -> Amount | None:
    """A number that is said."""
    if number.kind == "ordinal":
        return None
    return Amount(
        number.value, number.value, scale=number.scale, article=number.article, digits=number.digits
    )


@builder
def magnitude(*parts: object) -> Amount | None:
    """ "hundreds", "tens of thousands", "several hundred": from twice the unit to where the next one begins.

    After a number it is exact: « deux centaines ».
    """
    value = _size(parts)
    number = next((p for p in parts if isinstance(p, Number)), None)
    if number is not None:
        exactly = tidy(number.value * value)
        return Amount(exactly, exactly) if number.kind == "cardinal" else None
    high = 99 if value == 12 else 10 * value - 1
    return Amount(tidy(2 * value), tidy(high), approximate=True, scale=value)


def _size(parts: tuple[object, ...]) -> float:
    size = 1.0
    for part in parts:
        size *= part if isinstance(part, float) else 1
    return size


@builder
def rounded(*parts: object) -> Amount | None:
    """ "a dozen", « une vingtaine », "half a dozen"."""
    value = _size(parts)
    number = next((p for p in parts if isinstance(p, Number)), None)
    if number is not None:
        return (
            Amount(tidy(value * number.value), tidy(value * number.value))
            if not number.article
            else Amount(value, value, approximate=True)
        )
    if "half" in parts:
        value /= 2
    return Amount(tidy(value), tidy(value), approximate=True)


@builder
def uncertain(value: Number, around: Number) -> Amount:
    """ "9.8 ± 0.1"."""
    return Amount(tidy(value.value - around.value), tidy(value.value + around.value), approximate=True)


@builder
def measured(*parts: object) -> Amount | None:
    """An amount of a unit."""
    unit = next((p for p in parts if isinstance(p, Unit)), None)
    amount = next((p for p in parts if isinstance(p, Amount)), Amount(1, 1))
    if "half" in parts:
        amount = Amount(0.5, 0.5)
    share = next((p for p in parts if isinstance(p, float)), None)
    if share is not None:
        amount = Amount(share, share)
    if unit is None or amount.unit is not None:
        return None
    return replace(amount, unit=unit.symbol, dimension=unit.dimension, article=False)


@builder
def unsaid(unit: Unit) -> Amount | None:
    """ "in degrees Celsius": a scale that is named without an amount, both of whose ends are open."""
    return Amount(None, None, unit.symbol, unit.dimension) if unit.dimension == "temperature" else None


@builder
def percent(amount: Amount, sign: str) -> Amount:
    """A share of a hundred."""
    return replace(amount, unit=sign, dimension="percent", article=False)


@builder
def percent_of(sign: str, number: Number) -> Amount:
    """ "per cent of 210"."""
    return Amount(number.value, number.value, sign, "percent")


@builder
def money(*parts: object) -> Amount | None:
    """An amount of a currency."""
    code = next((p for p in parts if isinstance(p, str)), None)
    amount = next((p for p in parts if isinstance(p, Amount)), Amount(1, 1))
    scale = next((p for p in parts if isinstance(p, float)), 1.0)
    pair = next((p for p in parts if isinstance(p, tuple)), None)
    if pair is not None:
        code, scale = pair
    if code is None or amount.unit is not None:
        return None
    low, high = (None if v is None else tidy(v * scale) for v in (amount.low, amount.high))
    return replace(amount, low=low, high=high, unit=code, dimension="money", article=False)


@builder
def large(amount: Amount, code: str) -> object:
    """ "20 million pounds": too many to be weighed."""
    return money(amount, code) if (amount.low or 0) >= 1e6 else None


@builder
def dollars(amount: Amount, code: str) -> Amount | None:
    """ "$23 billion dollars", « 150 millions de $ USD »: the currency said twice."""
    return (
        replace(amount, unit=code)
        if code == amount.unit or (amount.unit == "USD" and code.endswith("D"))
        else None
    )


@builder
def with_cents(amount: Amount, number: Number, *_: object) -> Amount | None:
    """ "thirteen dollars and forty-five cents"."""
    value = amount.low
    if value is None or value != int(value) or amount.low != amount.high or amount.unit == "cent":
        return None
    if number.kind != "cardinal" or not 1 <= number.value <= 99 or number.value != int(number.value):
        return None
    if amount.digits != number.digits:
        return None
    whole = tidy(value + number.value / 100)
    return replace(amount, low=whole, high=whole)


_INTO = {("ft", "in"): 12, ("lb", "oz"): 16}


@builder
def together(one: Amount, two: Amount) -> Amount | None:
    """ "5 feet and 2 inches"."""
    parts = _INTO.get((one.unit or "", two.unit or ""))
    if parts is None or one.low is None or two.low is None or one.low != one.high:
        return None
    whole = tidy(one.low + two.low / parts)
    return replace(one, low=whole, high=whole)


@builder
def aged(amount: Amount) -> Amount | None:
    """ "five years old"."""
    if amount.unit is None:
        return replace(amount, unit="yr", dimension="duration")
    return amount if amount.dimension == "duration" else None


@builder
def age(number: Number) -> Amount | None:
    """ "age 87"."""
    return (
        Amount(number.value, number.value, "yr", "duration")
        if number.kind == "cardinal" and 0 < number.value < 130
        else None
    )


@builder
def below_zero(amount: Amount) -> Amount | None:
    """« dix degrés en dessous de zéro »."""
    if amount.low is None or amount.high is None or amount.dimension not in ("temperature", "count"):
        return None
    return replace(
        amount, low=-amount.high, high=-amount.low, unit=amount.unit or "°", dimension="temperature"
    )


_SPEEDS = {"length"}


@builder
def per(amount: Amount, unit: Unit) -> Amount | None:
    """A rate: "50 km per hour", "$15 an hour"."""
    if amount.unit is None:
        return None
    dimension: Dimension = (
        "speed" if amount.dimension in _SPEEDS and unit.dimension == "duration" else amount.dimension
    )
    if amount.dimension not in ("length", "money", "percent"):
        dimension = "other"
    return replace(amount, unit=f"{amount.unit}/{unit.symbol}", dimension=dimension)


@builder
def ranged(one: Amount, two: Amount) -> Amount | None:
    """From one amount to another of the same unit."""
    if one.low is None or two.high is None or (one.unit and two.unit and one.unit != two.unit):
        return None
    low, high = one.low, two.high
    if one.unit is None and two.scale >= 1e3 and one.scale == 1 and low < 1e3:
        low = tidy(low * two.scale)
    if one.unit and high < low < 0:
        low, high = high, low
    if low >= high or one.article:
        return None
    unit, dimension = (two.unit, two.dimension) if two.unit else (one.unit, one.dimension)
    return Amount(low, high, unit, dimension, one.approximate or two.approximate)
