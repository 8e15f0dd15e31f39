"""Builders: how the meanings of a rule's symbols make the meaning of the whole, or None where they do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.pipes.times.terms import Cal, Every, Length, Shift, Stretch, Term, Turn, Unit, merge

BUILDERS: dict[str, Callable[..., object]] = {"merge": merge}

#: Units that a calendar period has; others are only lengths.
PERIODS = {"day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "fiscal"}
CODES = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE",
         "month": "M", "quarter": "Q", "half": "Y", "season": "M", "year": "Y", "decade": "DE", "century": "CE"}  # fmt: skip


def builder(function: Callable[..., object]) -> Callable[..., object]:
    """Register a function under its name."""
    BUILDERS[function.__name__] = function
    return function


def _split(parts: tuple[object, ...], kind: type) -> tuple[list[object], list[object]]:
    """Parts of a kind, and the rest."""
    return [p for p in parts if isinstance(p, kind)], [p for p in parts if not isinstance(p, kind)]


@builder
def same(part: object) -> object:
    """The one meaningful part."""
    return part


@builder
def said(*parts: object) -> object:
    """The last part, where a word before it only leads to it."""
    return parts[-1]


@builder
def turned(*parts: object) -> Cal | Shift | None:
    """ "last" and its like with a unit, a weekday, a month, a season or a holiday."""
    turns, rest = _split(parts, Turn)
    by = sum(t.by for t in turns if isinstance(t, Turn))
    if len(rest) != 1:
        return None
    what = rest[0]
    if isinstance(what, Unit) and what.plural and by:
        hard = any(t.hard for t in turns if isinstance(t, Turn))
        return None if hard else Shift(Length(((None, what.name),)), by, within=True)
    loose = any(t.loose for t in turns if isinstance(t, Turn)) or None
    if isinstance(what, Unit):
        known = what.name in PERIODS | {"hour", "minute", "second"} and what.count == 1
        told = "tense" if loose or (what.name == "day" and by) else None
        return Cal(rel=(what.name, by), told=told) if known else None
    if not isinstance(what, Cal) or what.turn is not None or what.rel is not None:
        return None
    if what.year is not None or what.decade is not None or what.century is not None:
        return None
    if what.timed and not what.dated:
        return replace(what, rel=("day", by), told="tense" if by else None) if what.hour is None else None
    if what.weekday and any(t.week for t in turns if isinstance(t, Turn)):
        return replace(what, rel=("week", by), told="tense" if loose else None)
    return replace(what, turn=by, told="tense" if loose else None)


@builder
def period(unit: Unit) -> Cal | None:
    """ "the week", "the year": the one of publication."""
    if unit.name == "weekend" and unit.count == 1:
        return Cal(rel=("the weekend", 0))
    return Cal(rel=(unit.name, 0)) if unit.name in PERIODS and unit.count == 1 else None


@builder
def nth(*parts: object) -> Cal | None:
    """ "the third week of", "the last quarter of": a unit or weekday counted within a longer time."""
    number = next((p for p in parts if isinstance(p, int)), None)
    turn = next((p for p in parts if isinstance(p, Turn)), None)
    count = number if number is not None else turn.by if turn and turn.by == -1 else None
    what = next((p for p in parts if isinstance(p, Unit)), None)
    cals = [p for p in parts if isinstance(p, Cal)]
    if count is None or count == 0:
        return None
    if what and what.name == "century" and count > 0 and not cals:
        return Cal(century=100 * (count - 1))
    if what is None:
        if not cals or cals[0].weekday is None or cals[0] != Cal(weekday=cals[0].weekday):
            return None
        return _within(Cal(nth=(count, f"weekday{cals[0].weekday}")), cals[1:])
    return _within(_counted(what.name, count), cals)


def _counted(unit: str, count: int) -> Cal | None:
    limits = {"quarter": 4, "half": 2, "week": 53, "day": 366, "month": 12, "weekend": 53, "decade": 10}
    if unit not in limits or abs(count) > limits[unit] or count < -1:
        return None
    if unit in ("quarter", "half"):
        number = count if count > 0 else limits[unit]
        return Cal(quarter=number) if unit == "quarter" else Cal(half=number)
    return Cal(nth=(count, unit))


def _within(inner: Cal | None, frames: list[Cal]) -> Cal | None:
    if inner is None or any(f.timed and not f.dated for f in frames):
        return None
    return merge(inner, *frames)


@builder
def parted(*parts: object) -> Cal | None:
    """ "early", "mid-", "the end of" a time."""
    names, rest = _split(parts, str)
    if len(rest) != 1 or not names:
        return None
    name, what = names[0], rest[0]
    if isinstance(what, Unit):
        what = period(what)
    if not isinstance(what, Cal) or what.part is not None:
        return None
    if what.daypart and what.hour is None:
        return replace(what, daypart_part=name)  # type: ignore[arg-type]
    if what.hour is not None or not what.dated:
        return None
    return replace(what, part=name)  # type: ignore[arg-type]


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
    return Length(tuple(found)) if found and len({u for _, u in found}) == len(found) else None


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
    if turn is None or turn.by == 0 or what is None:
        return None
    return Shift(what, 1 if turn.by > 0 else -1, within=True)


@builder
def stretch(*parts: Term) -> Stretch | None:
    """From one time to another."""
    if len(parts) != 2 or not all(isinstance(p, (Cal, Shift)) for p in parts):
        return None
    first, last = parts
    if isinstance(first, Cal) and isinstance(last, Cal):
        if first.daypart == "NI" and last.weekday and not last.timed:
            return None  # « la nuit de mercredi à jeudi » is one night
        if first.timed != last.timed and not (first.dated and last.dated):
            if not (first.ref or last.ref or (first.timed and last.dated and first.dated)):
                return None
        if bool(first.hour is not None) != bool(last.hour is not None) and first.timed and last.timed:
            return None
    if any(isinstance(p, Cal) and p.day and not p.month and not p.rel and p.turn is None and isinstance(o, Cal) and o.year and not o.month for p, o in ((first, last), (last, first))):
        return None
    return Stretch(first, last)


@builder
def dated_stretch(*parts: object) -> Stretch | None:
    """A day with a stretch of its hours: "Tuesday from 2 to 3 pm"."""
    cals, rest = _split(parts, Cal)
    if len(rest) != 1 or not isinstance(rest[0], Stretch):
        return None
    inner, day = rest[0], cals[0]
    if not _on_a_day(day):  # type: ignore[arg-type]
        return None
    ends: list[Term | None] = []
    for end in (inner.first, inner.last):
        if end is None:
            ends.append(None)
            continue
        if not isinstance(end, Cal) or end.dated or not end.timed or not isinstance(day, Cal):
            return None
        free = replace(day, daypart=None, daypart_part=None)
        ends.append(merge(free, _meant(end, day.daypart)))
    if inner.first is not None and ends[0] is None or inner.last is not None and ends[1] is None:
        return None
    return Stretch(ends[0], ends[1], inner.open)


def _meant(clock: Cal, daypart: str | None) -> Cal:
    """A clock time as a part of the day makes it: "7" in the evening is 19."""
    if daypart and clock.meridiem is None and clock.hour is not None:
        return replace(clock, meridiem=of_daypart(clock.hour, daypart))
    return clock


def of_daypart(hour: int, daypart: str) -> str | None:
    """Which half of the day an hour of twelve is in."""
    if hour > 12:
        return "24"
    if daypart == "MO":
        return "am"
    if daypart == "NI":
        return "pm" if 6 <= hour < 12 else "am"
    return "pm" if daypart in ("AF", "EV", "MI") else None


@builder
def clocked(*parts: Cal) -> Cal | None:
    """A date or part of the day with a clock time."""
    whole = merge(*parts)
    if whole is None or (whole.dated and not _on_a_day(whole)):
        return None
    if whole.hour is not None and whole.daypart is not None:
        meridiem = whole.meridiem or of_daypart(whole.hour, whole.daypart)
        whole = replace(whole, meridiem=meridiem, daypart=None, daypart_part=None)
    return whole


def _on_a_day(cal: Cal) -> bool:
    """Does a date name one day, at which a clock can be read?"""
    if cal.rel is not None:
        return cal.rel[0] == "day" or cal.weekday is not None or cal.day is not None
    return bool(cal.day or cal.weekday or cal.holiday or (cal.nth and cal.nth[1][:3] in ("day", "wee")) or cal.ref == "XXXX-XX-XX")


@builder
def oclock(hour: float, minute: float = 0, offset: float = 1) -> Cal | None:
    """An hour with the minutes past it, or before it where ``offset`` is -1."""
    if hour != int(hour) or not 0 <= hour <= 24 or not 0 <= minute < 60 or minute != int(minute):
        return None
    total = int(hour) * 60 + int(offset * minute)
    return Cal(hour=total // 60 % 24 if total != 1440 else 0, minute=total % 60 if minute else None)


@builder
def minutes(clock: Cal, minute: float, _unit: object = None, *, offset: float = 1) -> Cal | None:
    """Minutes past or before a full hour: "midi et quart", "huit heures moins dix"."""
    if clock.hour is None or clock.minute:
        return None
    made = oclock(clock.hour, minute if minute >= 1 else minute * 60, offset)
    return replace(clock, hour=made.hour, minute=made.minute) if isinstance(made, Cal) else None


@builder
def minutes_to(minute: float, hour: float) -> object:
    """ "ten to eight"."""
    return oclock(hour, minute if minute >= 1 else minute * 60, -1)


@builder
def minutes_past(minute: float, hour: float) -> object:
    """ "half past seven"."""
    return oclock(hour, minute if minute >= 1 else minute * 60)


@builder
def minutes_before(clock: Cal, minute: float, _unit: object = None) -> object:
    """ « huit heures moins dix »."""
    return minutes(clock, minute, offset=-1)


@builder
def every(*parts: object) -> Every | None:
    """ "every day", "tous les deux jours", "every Monday", "each Monday at 4pm"."""
    clock = next((p for p in parts if isinstance(p, Cal) and p.timed and not p.dated), None)
    rest = [p for p in parts if p is not clock]
    made = length(*rest)
    if isinstance(made, Length) and any(isinstance(p, Unit) for p in rest):
        value = duration(made)
        if clock is None:
            return Every(value)
        return Every(_clock_value(clock)) if value == "P1D" else Every(value, clock)
    again_ = next((p for p in rest if isinstance(p, Every)), None)
    if again_ is not None:
        return again(again_, clock) if clock else again_  # type: ignore[return-value]
    days = next((p for p in rest if isinstance(p, Cal)), None)
    if days is None:
        return Every(_clock_value(clock), None) if clock and clock.daypart else None
    return Every(_weekly(days, clock)) if days.weekday else Every(_yearly(days)) if days.month else None


@builder
def again(what: Every, clock: Cal) -> Every | None:
    """A time that comes again, with its time of day."""
    if not clock.timed or clock.dated:
        return None
    if what.value == "P1D":
        return Every(_clock_value(clock))
    return Every(what.value + _clock_value(clock)) if what.value.startswith("XXXX") else Every(what.value, clock)


@builder
def again_first(clock: Cal, what: Every) -> Every | None:
    """The same in the other order: "at 3 pm each day"."""
    return again(what, clock)  # type: ignore[return-value]


def _weekly(cal: Cal, clock: Cal | None) -> str:
    return f"XXXX-WXX-{cal.weekday}" + (_clock_value(clock) if clock else "")


def _yearly(cal: Cal) -> str:
    return f"XXXX-{cal.month:02}" + (f"-{cal.day:02}" if cal.day else "")


def _clock_value(clock: Cal) -> str:
    from reportedly.pipes.times.render import clock_value

    return clock_value(clock)


def duration(what: Length) -> str:
    """A length as TIMEX3 writes it: P2Y, PT1H30M, PXD."""
    days, clock = "", ""
    for amount, unit in what.parts:
        code = CODES[unit]
        if unit == "half" and amount is not None:
            amount /= 2
        elif unit == "quarter" and amount is not None:
            amount, code = 3 * amount, "M"
        text = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
        if code.startswith("T"):
            clock += text + code[1:]
        else:
            days += text + code
    return f"P{days}" + (f"T{clock}" if clock else "")


@builder
def week_number(_: Unit, number: float) -> Cal | None:
    """ "week 10"."""
    return Cal(week=int(number)) if number == int(number) and 1 <= number <= 53 else None


@builder
def turned_twice(unit: Unit) -> Cal | None:
    """ "the week after next"."""
    return Cal(rel=(unit.name, 2)) if unit.name in PERIODS and unit.count == 1 else None


@builder
def week_holding(day: Cal) -> Cal | None:
    """ "the week of 4 February"."""
    return Cal(rel=None, nth=(0, "week_of"), month=day.month, day=day.day, year=day.year) if day.day else None


@builder
def fiscal(*parts: object) -> Cal | None:
    """A fiscal or school year, which begins when its owner says."""
    name = next((p for p in parts if isinstance(p, str)), None)
    year = next((p for p in parts if isinstance(p, Cal)), Cal())
    return Cal(fiscal=name, year=year.year) if name else None


@builder
def decade_of(year: Cal) -> Cal | None:
    """ « les années 1990 », « les années 60 »."""
    value = year.year if year.year is not None else year.decade
    return Cal(decade=value) if value is not None and value % 10 == 0 else None


@builder
def apart(*parts: object) -> Cal | None:
    """ "that week": told from something that stands elsewhere."""
    unit = next((p for p in parts if isinstance(p, Unit)), None)
    shapes = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}
    return Cal(ref=shapes[unit.name]) if unit and unit.name in shapes else None


@builder
def apart_day(by: int, daypart: Cal | None = None) -> Cal | None:
    """ "the day before", « la veille au soir »: of what, the expression does not say."""
    day = Cal(rel=("day", by), told="always")
    return merge(day, daypart) if daypart else day


@builder
def lendemain(by: int, base: Term) -> Shift | None:
    """ « le lendemain du 13 février »."""
    return Shift(Length(((float(abs(by)), "day"),)), 1 if by > 0 else -1, base) if isinstance(base, Cal) else None


@builder
def in_weeks(weekday: Cal, weeks: int) -> Cal:
    """ « lundi en huit »: a week after the coming one."""
    return replace(weekday, turn=1 + weeks)


@builder
def oclock_minutes(hour: float, minute: float, _unit: Unit | None = None) -> object:
    """ « quinze heures et quinze minutes »."""
    return oclock(hour, minute)


@builder
def the_day(day: Cal) -> Cal:
    """ "the 18th", « le 18 »."""
    return day


@builder
def per_unit(unit: Unit) -> Every | None:
    """ "per year", « par an »."""
    return Every(duration(Length(((1.0, unit.name),)))) if not unit.plural and unit.count == 1 else None


@builder
def yeared(what: Stretch, year: Cal) -> Stretch | None:
    """ "May 15-20, 2025"."""
    last = what.last
    if not isinstance(last, Cal) or not isinstance(what.first, Cal) or last.year or not (last.day or last.month):
        return None
    return replace(what, last=replace(last, year=year.year), first=replace(what.first, year=what.first.year or year.year))


@builder
def since_after(what: Term) -> Stretch | None:
    """ "2012 or later"."""
    return Stretch(what, None, "since") if isinstance(what, Cal) else None


@builder
def night_of(daypart: Cal, first: Cal, last: Cal) -> Cal | None:
    """ « la nuit de mercredi à jeudi »: the night that begins on the first day."""
    if daypart.daypart != "NI" or not first.weekday or not last.weekday or (last.weekday - first.weekday) % 7 != 1:
        return None
    return merge(first, daypart)


def _opener(name: str, near: bool) -> Callable[..., object]:
    def build(what: Term) -> Stretch | None:
        if not isinstance(what, (Cal, Shift)) or (isinstance(what, Cal) and what.ref == "PRESENT_REF" and near):
            return None
        return Stretch(what, None, name) if near else Stretch(None, what, name)

    return build


BUILDERS.update({f"open_{name}": _opener(name, name in ("since", "after")) for name in ("since", "after", "before", "until")})
