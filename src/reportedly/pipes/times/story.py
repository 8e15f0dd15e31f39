"""What is told from another time of the story: "three days later", « la veille », "that year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from reportedly.pipes.times.periods import Period, of_day, of_month, of_quarter, of_rel, of_year
from reportedly.pipes.times.render import answer
from reportedly.pipes.times.resolve import Anchor
from reportedly.pipes.times.shifts import shifted
from reportedly.pipes.times.terms import Cal, Shift, Term
from reportedly.pipes.times.values import Answer, bounds

#: Tokens after which a time no longer carries the story.
REACH = 60
#: Grains from the finest to the coarsest, which a value's length and letters tell.
_GRAINS = ("clock", "day", "month", "quarter", "year")
_UNITS = {
    "XXXX-XX-XX": "day",
    "XXXX-WXX": "week",
    "XXXX-WXX-WE": "weekend",
    "XXXX-XX": "month",
    "XXXX": "year",
}


class Story:
    """The last time that the text named with its day, month or year, for what is told from it."""

    def __init__(self) -> None:
        self.last: Answer | None = None
        self.place = 0

    def note(self, made: Answer, position: int) -> None:
        """Take in a resolved time at a token."""
        value = made.value or ""
        bounded = made.earliest and made.latest and "/" not in value
        if bounded and made.type in ("DATE", "TIME") and value[:4].isdecimal():
            self.last, self.place = made, position

    def retold(self, term: Term, made: Answer, position: int) -> Answer:
        """The answer of a time that stayed open, counted from the last one; unchanged where it does not hang on it."""
        open_ = not made.earliest and not made.latest
        loose = isinstance(term, Cal) and term.told is not None
        if self.last is None or position - self.place > REACH or not (open_ or loose):
            return made
        day = date.fromisoformat((self.last.earliest or "")[:10])
        told = Anchor(datetime(day.year, day.month, day.day), "coming")
        if isinstance(term, Shift) and term.loose:
            return self._moved(term, told) or made
        if isinstance(term, Cal) and term.told and term.told != "never":
            return answer(replace(term, told=None), told) or made
        if isinstance(term, Cal) and term.ref in _UNITS and not term.timed:
            return self._same(_UNITS[term.ref], day) or made
        return made

    def _grain(self) -> str:
        """How exactly the last time was told."""
        value = self.last.value or "" if self.last else ""
        return "quarter" if "Q" in value else {4: "year", 7: "month", 10: "day"}.get(len(value), "clock")

    def _moved(self, term: Shift, told: Anchor) -> Answer | None:
        """As far away as is said, in the coarser of both grains."""
        moved = shifted(term, told)
        if moved is None or any(amount is None for amount, _ in term.length.parts):
            return None
        units = [unit if unit in _GRAINS else "day" for _, unit in term.length.parts if moved[2] != "clock"]
        grain = max([self._grain(), *units], key=_GRAINS.index)
        if grain == "clock":
            return None  # « deux heures plus tard »: the day alone would say too little
        period = _period(grain, moved[1].date())
        return Answer("DATE", period.value, *bounds(period))

    def _same(self, unit: str, day: date) -> Answer | None:
        """The day, week, month or year that holds the last time, if that was told as exactly."""
        coarse = {"week": "day", "weekend": "day"}.get(unit, unit)
        if _GRAINS.index(self._grain()) > _GRAINS.index(coarse):
            return None
        period = of_rel(unit, 0, day, "coming")
        return Answer("DATE", period.value, *bounds(period)) if period else None


def _period(grain: str, day: date) -> Period:
    if grain == "year":
        return of_year(day.year)
    if grain == "quarter":
        return of_quarter(day.year, (day.month + 2) // 3)
    return of_month(day.year, day.month) if grain == "month" else of_day(day)
