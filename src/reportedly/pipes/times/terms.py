"""What the words of time mean before they are laid on the calendar."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

Part = Literal["start", "mid", "end", "early", "late"]


@dataclass(frozen=True, slots=True)
class Cal:
    """A partial calendar date and time of day: what is said is set, what is left open is None."""

    year: int | None = None
    #: First year of a decade or century, and whether the century was left out ("the 90s").
    decade: int | None = None
    century: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    #: ISO week of the year.
    week: int | None = None
    day: int | None = None
    #: 1 is Monday.
    weekday: int | None = None
    holiday: str | None = None
    #: The n-th unit within the rest: (3, "week"); -1 is the last.
    nth: tuple[int, str] | None = None
    #: A unit counted from the day of publication: ("week", -1) is last week, ("day", 0) today.
    rel: tuple[str, int] | None = None
    #: -1 last, 0 this, 1 next, 2 the one after next: of a weekday, month, season or holiday.
    turn: int | None = None
    part: Part | None = None
    #: TIMEX3's MO, MI, AF, EV, NI, DT.
    daypart: str | None = None
    daypart_part: Part | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    #: "am", "pm" or, where the clock has twenty-four hours, "24".
    meridiem: str | None = None
    #: Offset as ISO 8601 writes it: "Z", "+02:00".
    zone: str | None = None
    #: TIMEX3's PRESENT_REF and its like.
    ref: str | None = None
    #: A fiscal or school year: "FY", "SY".
    fiscal: str | None = None
    #: Told from something that stands elsewhere: "always", or by the "tense" of a story; "never" from a day at all.
    told: str | None = None

    @property
    def dated(self) -> bool:
        """Does it say anything of the day?"""
        return any(getattr(self, name) is not None for name in DATE_FIELDS)

    @property
    def timed(self) -> bool:
        """Does it say anything of the time of day?"""
        return self.hour is not None or self.daypart is not None


TIME_FIELDS = ("daypart", "daypart_part", "hour", "minute", "second", "meridiem", "zone")
DATE_FIELDS = tuple(f.name for f in fields(Cal) if f.name != "told" and f.name not in TIME_FIELDS)


@dataclass(frozen=True, slots=True)
class Turn:
    """ "last", "this", "next"."""

    by: int
    #: Of a weekday: that of the next week, not the nearest.
    week: bool = False
    #: Not before a plural without a number: "last months" is no time.
    hard: bool = False
    #: Often told from something else: "the following year".
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time, as the calendar knows it, with how many of it the word means (a fortnight: 2 weeks)."""

    name: str
    count: float = 1
    plural: bool = False
    #: Its plural looks like its singular: « mois ».
    invariable: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration as (amount, unit) pairs; the amount None is an unknown number ("several years")."""

    parts: tuple[tuple[float | None, str], ...]
    #: "less" or "more" than that.
    bound: str | None = None
    #: Of that age or standing: "a five-year-old deal".
    attribute: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A length away from a base (the day of publication where None), ``sign`` -1 before and 1 after it.

    ``within`` makes it the stretch between the two instead of its far end.
    """

    length: Length
    sign: int
    base: Term | None = None
    within: bool = False
    #: Away from something told before, not from the day of publication: "three days later".
    loose: bool = False
    #: Counted from the base's own first day, or back from its last: "the first nine months of 2012".
    inside: bool = False
    #: In a sentence about the past, how long it took: "destroyed in three weeks".
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time to another; an open end is None. ``open`` names the word that opens it."""

    first: Term | None
    last: Term | None
    open: str | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """A time that comes again: its TIMEX3 value, and the time of day where it is said."""

    value: str
    clock: Cal | None = None
    #: Only how often: "per day" has no time of day.
    rate: bool = False


Term = Cal | Length | Shift | Stretch | Every


def merge(*parts: object) -> Cal | None:
    """All that the parts say together, or None where two say the same or they do not go together."""
    said: dict[str, Any] = {}
    for part in parts:
        if not isinstance(part, Cal):
            return None
        for name in _FIELDS:
            value = getattr(part, name)
            if value is None:
                continue
            if name in said:
                return None
            said[name] = value
    if said.get("told") == "never" and len(said) > 2:
        del said["told"]  # "the third week" is open, "the third week of June" is not
    whole = Cal(**said)
    return whole if _sensible(whole) else None


_FIELDS = tuple(f.name for f in fields(Cal))
#: What may stand within a unit that is counted from today.
_INSIDE_REL: dict[str, set[str]] = {
    "week": {"weekday"},
    "weekend": {"weekday"},
    "month": {"day", "weekday", "nth"},
    "day": {"weekday", "day", "month", "year"},
    "year": {"month", "day", "weekday", "season", "quarter", "half", "holiday", "nth", "week"},
}
_FRAMES = {"year", "decade", "century", "ref"}
_PARTS_OF_YEAR = {"half", "quarter", "season", "holiday", "month", "week"}
_DAYS = {"day", "weekday"}
_SAID = (*_FRAMES, *_PARTS_OF_YEAR, *_DAYS, "nth", "fiscal")
#: A field, and those that it cannot stand beside.
_APART: tuple[tuple[set[str], set[str]], ...] = (
    ({"ref"}, set(_SAID) - {"ref"}),
    (_DAYS, {"half", "quarter", "season", "holiday", "decade", "century", "fiscal"}),
    ({"decade", "century"}, set(_SAID) - {"decade", "century", "nth"}),
)


def _sensible(cal: Cal) -> bool:
    """No two frames of the same width, and nothing in a frame that it cannot hold."""
    said = {name for name in _SAID if getattr(cal, name) is not None}
    if len(said & _FRAMES) > 1 or len(said & _PARTS_OF_YEAR) > 1:
        return False
    if any(said & some and said & others for some, others in _APART):
        return False
    if cal.rel is not None and (cal.turn is not None or said - _INSIDE_REL.get(cal.rel[0], set())):
        return False
    lone_day = "day" in said and "year" in said and not said & {"month", "nth"} and cal.rel is None
    lone_weekday = "weekday" in said and said & {"month", "year"} and not said & {"day", "nth"}
    lone_turn = cal.turn is not None and (cal.year is not None or not said)
    return not (lone_day or lone_weekday or lone_turn)
