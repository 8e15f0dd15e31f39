"""How sure each retelling is: a point for each article, a line to what it was made from, the lost words at the drop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.show.markup import Markup, el
from reportedly.web.draw.marks import mark
from reportedly.web.draw.svg import (
    Say,
    clean,
    drawing,
    fit,
    line,
    number,
    path,
    pen,
    titled,
    width_of,
    words_at,
)

LEFT, TOP, STEP, FOOT, WIDTH = 130, 42, 34, 96, 720
#: The most that two points stand apart, and the least.
WIDEST, NARROWEST = 96, 30


@dataclass(frozen=True, slots=True)
class Retelling:
    """How sure one article is, to its reader: -3 (certainly not) to 3 (certainly), and what it was made from."""

    key: str
    label: str
    value: float
    status: str = "unknown"
    href: str | None = None
    parent: str | None = None
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    #: Copies that are just as sure, and stand for no point of their own.
    copies: int = 0


Points = dict[str, tuple[float, float]]


def drift(tellings: Sequence[Retelling], say: Say) -> Markup:
    """The chart, in the order in which the articles come."""
    if not tellings:
        return Markup("")
    lowest = -3 if any(one.value < 0 for one in tellings) else 0
    apart = min(max((WIDTH - LEFT - 60) / len(tellings), NARROWEST), WIDEST)
    wide = max(LEFT + apart * len(tellings) + 60, WIDTH)
    bottom = TOP + STEP * (3 - lowest)
    points: Points = {
        one.key: (LEFT + apart * (place + 0.5), TOP + STEP * (3 - min(max(one.value, lowest), 3)))
        for place, one in enumerate(tellings)
    }
    return drawing(
        wide,
        bottom + FOOT,
        say("draw", "drift"),
        *scale(lowest, wide, say),
        *(links(tellings, points)),
        *(dot(one, points[one.key], bottom, say) for one in tellings),
        *losses(tellings, points),
        about=say("draw", "drift_about", count=len(tellings)),
        cls="drift",
        zoom=1 if wide > WIDTH else 0,
    )


def scale(lowest: int, wide: float, say: Say) -> Iterator[Markup]:
    """A line for each step of certainty, with its name."""
    for step in range(lowest, 4):
        y = TOP + STEP * (3 - step)
        yield line(LEFT, y, wide - 8, y, "zero" if step == 0 else "lane")
        name = say("sureness", f"plus{step}" if step > 0 else f"minus{-step}" if step else "zero")
        yield words_at(LEFT - 10, y + 4.5, fit(name, LEFT - 12), "name", anchor="end")


def links(tellings: Sequence[Retelling], points: Points) -> Iterator[Markup]:
    """A line from each article to the one that it was made from, in the manner of what happened to the certainty."""
    values = {one.key: one.value for one in tellings}
    for one in tellings:
        if one.parent in points and one.parent != one.key:
            (x1, y1), (x2, y2) = points[one.parent], points[one.key]
            before = values[one.parent]
            change = abs(one.value) - abs(before) if one.value * before >= 0 else 0
            way = "surer" if change > 0 else "weaker" if change < 0 else "same"
            bend = (x1 + x2) / 2
            yield path(pen("M", x1, y1, "C", bend, y1, bend, y2, x2, y2), f"link {way}")


def dot(one: Retelling, at: tuple[float, float], bottom: float, say: Say) -> Markup:
    """A point, and beneath the chart the name of its article."""
    x, y = at
    shown = mark(one.status, x, y, 6.5 if one.copies else 5)
    label = f"{fit(one.label, 90, 12)} + {one.copies}" if one.copies else fit(one.label, 118, 12)
    y_name = bottom + 16
    name = el(
        "text",
        label,
        x=number(x + 4),
        y=number(y_name),
        cls="soft",
        text_anchor="end",
        transform=f"rotate(-38 {number(x + 4)} {number(y_name)})",
    )
    value = say("draw", "sureness", value=f"{one.value:+.1f}")
    copies = f" · {say('draw', 'copies', count=one.copies)}" if one.copies else ""
    return titled(shown, name, title=f"{one.label}: {value}{copies}", href=one.href)


def losses(tellings: Sequence[Retelling], points: Points) -> Iterator[Markup]:
    """The words that were dropped or added, above the point where that was, none on top of another."""
    taken: list[tuple[float, float, float]] = []
    for one in tellings:
        told = [f"− {clean(cue)}" for cue in one.lost[:3]] + [f"+ {clean(cue)}" for cue in one.gained[:2]]
        if not told:
            continue
        x, y = points[one.key]
        words = fit(", ".join(told), 190, 12)
        half = width_of(words, 12) * 0.56
        x = max(x, LEFT + half)
        y -= 11
        while any(
            abs(y - other) < 14 and left < x + half and x - half < right for other, left, right in taken
        ):
            y -= 14
        taken.append((y, x - half, x + half))
        yield words_at(x, y, words, "lost" if one.lost else "gained", anchor="middle")
