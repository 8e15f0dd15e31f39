"""What somebody does, above a line, and what is done to them, below it: a bar for each month, day or year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.show.markup import Markup, el
from reportedly.web.draw.axis import Scale, instant, label, moment, ticks
from reportedly.web.draw.svg import Say, drawing, fit, line, number, titled, words_at

WIDTH, HALF, LEFT, TOP = 720, 58, 118, 8
#: The widest bar, and the most bars.
WIDEST, MOST = 26, 72

Kind = Literal["with", "against", "other"]
KINDS: tuple[Kind, ...] = ("with", "against", "other")


@dataclass(frozen=True, slots=True)
class Beat:
    """One deed: when, whether it is their own, and whether it is with or against somebody."""

    at: str | None
    own: bool
    kind: Kind


Bins = dict[tuple[int, bool], dict[Kind, int]]


def rhythm(beats: Sequence[Beat], say: Say) -> Markup:
    """The drawing; deeds without a day are left to the page."""
    dated = [(when, one) for one in beats if (when := instant(one.at)) is not None]
    if not dated:
        return Markup("")
    first, last = min(when for when, _ in dated), max(when for when, _ in dated)
    step = width_of_bin(last - first)
    bins: Bins = defaultdict(lambda: defaultdict(int))
    for when, one in dated:
        bins[int(when // step), one.own][one.kind] += 1
    most = max(sum(kinds.values()) for kinds in bins.values())
    scale = Scale(first // step * step, (last // step + 1) * step, LEFT + 8, WIDTH - 8)
    middle = TOP + HALF + 4
    return drawing(
        WIDTH,
        2 * HALF + 40,
        say("draw", "rhythm"),
        *frame(scale, middle, say),
        *(
            bar
            for key, kinds in sorted(bins.items())
            for bar in bars(key, kinds, (scale, step, most), middle, say)
        ),
        about=say("draw", "rhythm_about", count=len(dated)),
        cls="rhythm",
    )


def width_of_bin(days: float) -> float:
    """How many days a bar stands for: as few as make no more bars than can be told apart."""
    return next((step for step in (1, 7, 30.4375, 365.25, 3652.5) if days / step <= MOST), 36525)


def frame(scale: Scale, middle: float, say: Say) -> Iterator[Markup]:
    """The line between the two sides, their names, and the days."""
    yield line(LEFT, middle, WIDTH, middle, "zero")
    yield words_at(LEFT - 10, middle - 14, fit(say("draw", "does"), LEFT - 12), "name", anchor="end")
    yield words_at(LEFT - 10, middle + 24, fit(say("draw", "undergoes"), LEFT - 12), "name", anchor="end")
    for when, name in ticks(scale.first, scale.last, 7, say.language):
        yield line(scale(when), middle - 3, scale(when), middle + 3, "tick")
        yield words_at(scale(when), middle + HALF + 18, name, "soft", anchor="middle")


def bars(
    key: tuple[int, bool], kinds: dict[Kind, int], measure: tuple[Scale, float, int], middle: float, say: Say
) -> Iterator[Markup]:
    """The bar of one bin: what is with somebody nearest to the line."""
    scale, step, most = measure
    place, own = key
    start = scale(place * step)
    wide = max(min(scale((place + 1) * step) - start - 2, WIDEST), 2)
    y = middle
    for kind in KINDS:
        if count := kinds.get(kind):
            tall = (HALF - 6) * count / most
            top = y - tall if own else y
            shape = el(
                "rect",
                x=number(start + 1),
                y=number(top),
                width=number(wide),
                height=number(tall),
                cls=f"beat {kind}",
            )
            when = (
                label(place * step + step / 2, max(step, 1), say.language)
                if step > 1
                else moment(place).date().isoformat()
            )
            yield titled(shape, title=f"{when}: {count} {say('manner', kind)}")
            y = top if own else y + tall
