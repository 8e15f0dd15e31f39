"""Builders of dates: what is turned, counted or parted."""

from __future__ import annotations

from dataclasses import replace

from reportedly.pipes.times.builders.registry import builder, of_kind
from reportedly.pipes.times.terms import Cal, Length, Shift, Stretch, Turn, Unit, merge

#: Units that a calendar period has; others are only lengths.
PERIODS = {
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "fiscal",
}


@builder
def turned(*parts: object) -> Cal | Shift | None:
    """ "last" and its like with a unit, a weekday, a month, a season or a holiday."""
    turns = [p for p in parts if isinstance(p, Turn)]
    rest = [p for p in parts if not isinstance(p, Turn)]
    if len(rest) != 1:
        return None
    by, what = sum(t.by for t in turns), rest[0]
    loose = any(t.loose for t in turns)
    if isinstance(what, Unit):
        return _turned_unit(what, by, loose, hard=any(t.hard for t in turns))
    if not isinstance(what, Cal) or what.turn is not None or what.rel is not None:
        return None
    return _turned_date(what, by, "tense" if loose else None, week=any(t.week for t in turns))


def _turned_unit(unit: Unit, by: int, loose: bool, *, hard: bool) -> Cal | Shift | None:
    if unit.plural and by:
        return None if hard else Shift(Length(((None, unit.name),)), by, within=True)
    if unit.name in ("decade", "century") and by and not unit.plural:
        return Shift(Length(((unit.count, unit.name),)), by, within=True)
    if unit.name not in PERIODS | {"hour", "minute", "second"}:
        return None
    if unit.count != 1:
        return Shift(Length(((unit.count, unit.name),)), by, within=True) if by else None
    return Cal(rel=(unit.name, by), told="tense" if loose or (unit.name == "day" and by) else None)


def _turned_date(what: Cal, by: int, told: str | None, *, week: bool) -> Cal | None:
    if what.year is not None or what.decade is not None or what.century is not None:
        return None
    if what.timed and not what.dated:
        return replace(what, rel=("day", by), told="tense" if by else None) if what.hour is None else None
    return (
        replace(what, rel=("week", by), told=told)
        if what.weekday and week
        else replace(what, turn=by, told=told)
    )


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
    inner = _counted(what.name, count)
    if inner is not None and inner.nth and not cals:
        return replace(
            inner, told="never"
        )  # of something that stands elsewhere: "the third day of the trial"
    return _within(inner, cals)


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
    names, rest = of_kind(parts, str)
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
def season_years(season: Cal, years: Stretch) -> Cal | None:
    """ "the winter of 2022-23": a winter bears the later year, other seasons have no two."""
    last = years.last
    return replace(season, year=last.year) if season.season == "WI" and isinstance(last, Cal) else None


@builder
def decade_of(year: Cal) -> Cal | None:
    """« les années 1990 », « les années 60 »."""
    value = year.year if year.year is not None else year.decade
    return Cal(decade=value) if value is not None and value % 10 == 0 else None


@builder
def apart(*parts: object) -> Cal | None:
    """ "that week": told from something that stands elsewhere."""
    unit = next((p for p in parts if isinstance(p, Unit)), None)
    shapes = {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "year": "XXXX",
    }
    return Cal(ref=shapes[unit.name]) if unit and unit.name in shapes else None


@builder
def apart_day(by: int, daypart: Cal | None = None) -> Cal | None:
    """ "the day before", « la veille au soir »: of what, the expression does not say."""
    day = Cal(rel=("day", by), told="always")
    return merge(day, daypart) if daypart else day


@builder
def in_weeks(weekday: Cal, weeks: int) -> Cal:
    """« lundi en huit »: a week after the coming one."""
    return replace(weekday, turn=1 + weeks)


@builder
def the_day(day: Cal) -> Cal:
    """ "the 18th", « le 18 »."""
    return day


@builder
def night_of_days(daypart: Cal, first: Cal, last: Cal) -> Cal | None:
    """« la nuit du 2 au 3 novembre », "the night of Nov. 2-3": the night that begins on the first day."""
    if daypart.daypart != "NI" or not first.day or not last.day or last.day - first.day != 1:
        return None
    return merge(
        replace(last, day=first.day, month=last.month or first.month, year=last.year or first.year), daypart
    )


@builder
def night_of(daypart: Cal, first: Cal, last: Cal) -> Cal | None:
    """« la nuit de mercredi à jeudi »: the night that begins on the first day."""
    if (
        daypart.daypart != "NI"
        or not first.weekday
        or not last.weekday
        or (last.weekday - first.weekday) % 7 != 1
    ):
        return None
    return merge(first, daypart)
