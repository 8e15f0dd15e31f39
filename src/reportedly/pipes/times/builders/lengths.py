"""Builders of durations, and of what is told by how far away it is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportedly.pipes.times.builders.registry import builder
from reportedly.pipes.times.terms import Cal, Length, Shift, Term, Turn, Unit

CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "half": "Y", "season": "M", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


#: Units from the smallest to the largest.
_SIZES = (
    "second", "minute", "hour", "night", "day", "weekend", "week",
    "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@builder
def length(*parts: object) -> Length | None:
    """A number of units: "three weeks", "a year", "several months", "3 hours 30 minutes"."""
    amount: float | None = 1.0
    found: list[tuple[float | None, str]] = []
    for part in parts:
        if isinstance(part, Length):
            if found and part.parts[0][1] in ("quarter", "half"):
                return None
            found += part.parts
        elif isinstance(part, Unit):
            if part.name in ("quarter", "half") and found:
                return None  # "a year and a quarter" is not a year and three months more
            found.append((None if amount is None else amount * part.count, part.name))
            amount = 1.0
        elif isinstance(part, (int, float)):
            amount = float(part)
        elif part == "X":
            amount = None
    sizes = [_SIZES.index(unit) for _, unit in found]
    descending = all(
        one > two for one, two in pairwise(sizes)
    )  # "three hours a day" are no day and three hours
    return Length(tuple(found)) if found and descending else None


@builder
def length_more(*parts: object) -> Length | None:
    """ "an hour and a half", "un an et demi": a unit with a fraction of it."""
    base = parts[0]
    if not isinstance(base, Length) or len(base.parts) != 1 or base.parts[0][0] is None:
        return None
    amount, unit = base.parts[0]
    extra = next((p for p in parts[1:] if isinstance(p, (int, float))), 0.5)
    return Length(((amount + extra, unit),)) if amount is not None and 0 < extra < 1 else None


@builder
def bounded(bound: str, what: Length) -> Length:
    """ "more than two weeks"."""
    return replace(what, bound=bound)


@builder
def many(unit: Unit) -> Length:
    """ "decades": an unknown number."""
    return Length(((None, unit.name),))


@builder
def unspecified(unit: Unit) -> Length | None:
    """ "for years", « depuis des mois »."""
    return Length(((None, unit.name),)) if (unit.plural or unit.invariable) and unit.count == 1 else None


@builder
def ago(what: Length) -> Shift | None:
    """ "two years ago"."""
    return Shift(what, -1)


@builder
def ahead(what: Length) -> Shift | None:
    """ "in two weeks"."""
    return Shift(what, 1)


@builder
def ahead_or_long(what: Length) -> Shift | None:
    """ "in three weeks": from now, or what it took, as the tense of the sentence says."""
    if any(unit in ("decade", "century") for _, unit in what.parts):
        return None
    return Shift(what, 1, lasting=True)


@builder
def later(what: Length) -> Shift:
    """ "three days later": than what, the expression does not say."""
    return Shift(what, 1, loose=True)


@builder
def earlier(what: Length) -> Shift:
    """ "a year earlier"."""
    return Shift(what, -1, loose=True)


@builder
def lately(unit: Unit) -> Shift | None:
    """ "recent years"."""
    return Shift(Length(((None, unit.name),)), -1, within=True) if unit.plural else None


@builder
def within(what: Length) -> Shift:
    """ "within five minutes": from now to then."""
    return Shift(what, 1, within=True)


@builder
def before(what: Length, base: Term) -> Shift | None:
    """ "two weeks before the vote" where the base is a time."""
    return Shift(what, -1, base) if isinstance(base, (Cal, Shift)) else None


@builder
def after(what: Length, base: Term) -> Shift | None:
    """ "three days after tomorrow", "two weeks from Monday"."""
    return Shift(what, 1, base) if isinstance(base, (Cal, Shift)) else None


@builder
def starting(what: Length, base: Term) -> Shift | None:
    """ "for three days from Monday"."""
    return Shift(what, 1, base, within=True) if isinstance(base, (Cal, Shift)) else None


@builder
def starting_at(base: Term, what: Length) -> Shift | None:
    """ "from Monday for three days"."""
    return starting(what, base)  # type: ignore[return-value]


@builder
def spell(*parts: object) -> Shift | None:
    """ "the next three days", "les deux dernières semaines": a stretch that touches now."""
    turn = next((p for p in parts if isinstance(p, Turn)), None)
    rest = tuple(p for p in parts if not isinstance(p, Turn))
    what = length(*rest)
    if turn is None or turn.by == 0 or not isinstance(what, Length) or not _countable(rest):
        return None
    return Shift(what, 1 if turn.by > 0 else -1, within=True)


def _countable(parts: tuple[object, ...]) -> bool:
    """No "13 last minute", and no "$118.3 billion last year"."""
    number = next((p for p in parts if isinstance(p, (int, float))), None)
    unit = next((p for p in parts if isinstance(p, Unit)), None)
    return number is None or (
        number < 1e4 and (number <= 1 or unit is None or unit.plural or unit.invariable)
    )


@builder
def ends_of(*parts: object) -> Shift | Length | None:
    """ "the first nine months of 2012", « les deux dernières semaines de mai »; without a frame only their length."""
    rank = next(
        (p.by if isinstance(p, Turn) else p for p in parts if isinstance(p, Turn) or type(p) is int), 0
    )
    frame = next((p for p in parts if isinstance(p, Cal)), None)
    what = length(*(p for p in parts if isinstance(p, (float, str, Unit))))
    if rank not in (1, -1) or not isinstance(what, Length) or (frame is not None and frame.timed):
        return None
    return what if frame is None else Shift(what, rank, frame, within=True, inside=True)


@builder
def lendemain(by: int, base: Term) -> Shift | None:
    """« le lendemain du 13 février »."""
    return (
        Shift(Length(((float(abs(by)), "day"),)), 1 if by > 0 else -1, base)
        if isinstance(base, Cal)
        else None
    )


#: Units that ISO 8601 has no letter for, as parts or multiples of one that it has.
_WORTH = {"half": 0.5, "quarter": 3}
_IN = {"quarter": "M"}


def duration(what: Length) -> str:
    """A length as TIMEX3 writes it: P2Y, PT1H30M, PXD."""
    days, clock = "", ""
    for number, unit in what.parts:
        amount, code = (
            (None, CODES[unit])
            if number is None
            else (number * _WORTH.get(unit, 1), _IN.get(unit, CODES[unit]))
        )
        text = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
        if code.startswith("T"):
            clock += text + code[1:]
        else:
            days += text + code
    return f"P{days}" + (f"T{clock}" if clock else "")
