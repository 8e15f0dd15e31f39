"""What became of an event: a lane for each status, a mark for each telling, and the line from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.show.markup import Markup
from reportedly.web.draw.axis import Scale, instant, ticks
from reportedly.web.draw.marks import LADDER, mark
from reportedly.web.draw.svg import Say, drawing, fit, line, number, path, titled, words_at

WIDTH, LANE, GUTTER, TOP = 720, 32, 130, 14
#: Tellings nearer than this to each other share a mark.
NEAR = 14


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article makes of the event."""

    at: str | None
    status: str
    label: str
    href: str | None = None


def strip(tellings: Sequence[Telling], say: Say) -> Markup:
    """The strip; tellings without a day are left to the page."""
    dated = sorted(
        ((when, one) for one in tellings if (when := instant(one.at)) is not None),
        key=lambda pair: (pair[0], pair[1].label),
    )
    statuses = [status for status in LADDER if any(one.status == status for _, one in dated)]
    if not dated or not statuses:
        return Markup("")
    lanes = {status: TOP + LANE * place + LANE / 2 for place, status in enumerate(statuses)}
    scale = Scale(dated[0][0], dated[-1][0], GUTTER + 12, WIDTH - 30)
    bottom = TOP + LANE * len(statuses)
    told = [(scale(when), one) for when, one in dated if one.status in lanes]
    return drawing(
        WIDTH,
        bottom + 26,
        say("draw", "strip"),
        *frame(lanes, scale, bottom, say),
        path(" ".join(course(told, lanes)), "course"),
        *marks(told, lanes, say),
        about=say("draw", "strip_about", count=len(told)),
        cls="strip",
    )


def frame(lanes: dict[str, float], scale: Scale, bottom: float, say: Say) -> Iterator[Markup]:
    """The lanes with their names, and the days beneath."""
    for status, y in lanes.items():
        yield line(GUTTER, y, WIDTH, y, "lane")
        yield words_at(GUTTER - 10, y + 4.5, fit(say("short", status), GUTTER - 12), "name", anchor="end")
    for when, name in ticks(scale.first, scale.last, 7, say.language):
        x = scale(when)
        yield line(x, bottom - 3, x, bottom + 3, "tick")
        yield words_at(x, bottom + 18, name, "soft", anchor="middle")


def course(told: Sequence[tuple[float, Telling]], lanes: dict[str, float]) -> Iterator[str]:
    """The line from telling to telling, in right angles: a status lasts until another is told."""
    x, one = told[0]
    yield f"M{number(x)} {number(lanes[one.status])}"
    for x, one in told[1:]:
        yield f"H{number(x)}V{number(lanes[one.status])}"
    yield f"H{number(WIDTH - 12)}"


def marks(told: Sequence[tuple[float, Telling]], lanes: dict[str, float], say: Say) -> Iterator[Markup]:
    """One mark for what is told at about the same time, with its number where there are several."""
    shared: list[tuple[float, list[Telling]]] = []
    last: dict[str, int] = {}
    for x, one in told:
        place = last.get(one.status)
        if place is not None and x - shared[place][0] < NEAR:
            shared[place][1].append(one)
        else:
            last[one.status] = len(shared)
            shared.append((x, [one]))
    for x, ones in shared:
        y = lanes[ones[0].status]
        names = ", ".join(f"{one.label} {(one.at or '')[:16].replace('T', ' ')}" for one in ones[:12])
        more = [words_at(x, y - 8, f"{len(ones)}", "count", anchor="middle")] if len(ones) > 1 else []
        shown = mark(ones[0].status, x, y, 5 if len(ones) == 1 else 6.5)
        yield titled(shown, *more, title=f"{say('status', ones[0].status)}: {names}", href=ones[0].href)
