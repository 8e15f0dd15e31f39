"""Events in time: a row for each, a mark for a day, a bar for a range; the marks are those of the other drawings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.show.markup import Markup, el
from reportedly.web.draw.axis import Scale, instant, ticks
from reportedly.web.draw.marks import family, mark
from reportedly.web.draw.svg import Say, drawing, fit, line, number, titled, width_of, words_at

WIDTH, ROW, TOP, EDGE = 760, 26, 34, 14
#: Room that a name takes at least, whichever side it stands on.
ROOM = 150


@dataclass(frozen=True, slots=True)
class Happening:
    """An event and the days between which it is put."""

    label: str
    status: str
    earliest: str | None
    latest: str | None
    href: str | None = None


Row = tuple[float, float, Happening]


def timeline(events: Sequence[Happening], say: Say) -> Markup:
    """The drawing, the earliest first; events without a day are left to the page."""
    rows = sorted(dated(events), key=lambda row: (row[0], row[1], row[2].label))
    if not rows:
        return Markup("")
    scale = Scale(rows[0][0], max(last for _, last, _ in rows), EDGE + 8, WIDTH - EDGE - 8)
    bottom = TOP + ROW * len(rows)
    return drawing(
        WIDTH,
        bottom + 8,
        say("draw", "timeline"),
        *days(scale, bottom, say),
        *(happening(row, TOP + ROW * (place + 0.5), scale, say) for place, row in enumerate(rows)),
        about=say("draw", "timeline_about", count=len(rows)),
        cls="timeline",
    )


def dated(events: Sequence[Happening]) -> Iterator[Row]:
    """Events with the instants of their days, in order whatever order they came in."""
    for one in events:
        first, last = instant(one.earliest), instant(one.latest)
        known = [when for when in (first, last) if when is not None]
        if known:
            yield min(known), max(known), one


def days(scale: Scale, bottom: float, say: Say) -> Iterator[Markup]:
    """Days or months at the top, with lines through all rows."""
    for when, name in ticks(scale.first, scale.last, 7, say.language):
        x = scale(when)
        yield line(x, TOP - 6, x, bottom, "grid")
        half = width_of(name) / 2
        yield words_at(min(max(x, half), WIDTH - half), TOP - 14, name, "soft", anchor="middle")


def happening(row: Row, y: float, scale: Scale, say: Say) -> Markup:
    """An event's bar or mark, with its name on the side where there is room."""
    first, last, one = row
    left, right = scale(first), scale(last)
    if right - left > 12:
        shape = el("rect", x=number(left), y=number(y - 5), width=number(right - left), height="10", rx="5",
                   cls=f"bar {family(one.status)}")  # fmt: skip
    else:
        shape = mark(one.status, (left + right) / 2, y)
    days_ = " – ".join(dict.fromkeys(day[:10] for day in (one.earliest, one.latest) if day))
    title = f"{one.label} · {say('status', one.status)} · {days_}"
    return titled(shape, name(one.label, left, right, y), title=title, href=one.href)


def name(label: str, left: float, right: float, y: float) -> Markup:
    """The event's name: to the right of its bar, else to the left, else within it."""
    after, before = WIDTH - right - 16, left - 16
    if after >= min(width_of(label), ROOM) or (after >= before and after >= 60):
        return words_at(right + 11, y + 4.5, fit(label, after), "label")
    if before >= 60:
        return words_at(left - 11, y + 4.5, fit(label, before), "label", anchor="end")
    return words_at(left + 12, y + 4.5, fit(label, right - left - 24), "label within")
