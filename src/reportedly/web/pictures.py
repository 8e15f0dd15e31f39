"""What templates call to draw what a page tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from reportedly.corroborate.model import Drift, Link
from reportedly.model import Quantity
from reportedly.show.markup import Markup
from reportedly.show.numbers import amount
from reportedly.web.draw.drift import Retelling, drift
from reportedly.web.draw.graph import graph
from reportedly.web.draw.lanes import Member, Source
from reportedly.web.draw.map import Spot, world
from reportedly.web.draw.marks import mark
from reportedly.web.draw.strip import Telling as Dated
from reportedly.web.draw.strip import strip
from reportedly.web.draw.svg import drawing
from reportedly.web.filters import day
from reportedly.web.words import Labels

if TYPE_CHECKING:
    from reportedly.web.pages.event import Line, Telling, Told, Where

#: Retellings beyond these would stand on top of each other.
DRAWN = 60


def shape(status: str, words: Labels) -> Markup:
    """A status as the mark that it has in all drawings; its words stand beside it."""
    drawn = drawing(14, 14, words("short", status), mark(status, 7, 7, 4.5), cls="glyph")
    return Markup(drawn.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))


def counted(quantity: Quantity) -> str:
    """An amount with what it is an amount of, in the article's words."""
    span, of = quantity.span, quantity.of
    if of is None or (of.start < span.end and span.start < of.end):
        return (of if of and len(of.text) > len(span.text) else span).text
    return f"{span.text} {of.text}" if of.start >= span.end else f"{of.text}: {span.text}"


def history(told: Told, words: Labels) -> Markup:
    """The event's status over time."""
    steps = [Dated(one.step.at, one.step.status, name(one, words), anchor(one)) for one in told.tellings]
    return strip(steps, words)


def certainty(told: Told, words: Labels) -> Markup:
    """How sure each retelling is."""
    cues = cues_of(told.drift)
    known = {one.article for one in told.tellings}
    points = [
        Retelling(
            key=one.article,
            label=name(one, words),
            value=one.sureness,
            status=one.step.status,
            href=anchor(one),
            parent=parent(one, known)[0],
            lost=cues[one.article][0],
            gained=cues[one.article][1],
        )
        for one in told.tellings[:DRAWN]
    ]
    return drift(points, words)


def cues_of(drifts: Iterable[Drift]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words that each article dropped, and those that it added."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = defaultdict(lambda: ((), ()))
    for one in drifts:
        lost, gained = found[one.to.article]
        lost += tuple(cue.text for cue in one.lost if cue.text not in lost)
        gained += tuple(cue.text for cue in one.gained if cue.text not in gained)
        found[one.to.article] = lost, gained
    return found


def provenance(told: Told, words: Labels, zoom: int = 0) -> Markup:
    """Where the articles have it from."""
    known = {one.article for one in told.tellings}
    sources = [
        Source(line.origin.id, line.origin.kind, line.origin.label, f"#{line.origin.id}")
        for line in told.lines
    ]
    members = [member(one, line, known, words) for line in told.lines for one in line.tellings]
    return graph(sources, members, words, zoom=zoom)


def member(one: Telling, line: Line, known: set[str], words: Labels) -> Member:
    before, kind = parent(one, known)
    return Member(
        key=one.article,
        label=name(one, words),
        detail=day(one.published, words.language),
        status=one.step.status,
        origin=line.origin.id,
        parent=before,
        kind=kind,
        href=anchor(one),
    )


def parent(one: Telling, known: set[str]) -> tuple[str | None, str | None]:
    """The article of the event that an article was made from, and what it made of it."""
    return next(((link.to, link.kind) for link in inner(one.links) if link.to in known), (None, None))


def inner(links: Iterable[Link]) -> Iterator[Link]:
    """Links to articles of the ledger."""
    yield from (link for link in links if isinstance(link.to, str))


def name(one: Telling, words: Labels) -> str:
    """An article by its outlet, else its headline."""
    return one.outlet or one.title or words("article", "untitled")


def anchor(one: Telling) -> str:
    """Where the article stands on the event's page."""
    return f"#{quote(one.article, safe='')}"


def where(places: Iterable[Where], words: Labels) -> Markup:
    """The places of an event that can be shown; nothing if there are none."""
    spots = [
        Spot(
            label=each.name,
            latitude=each.place.latitude,
            longitude=each.place.longitude,
            precision=each.place.precision,
            country=each.country,
            count=each.articles,
        )
        for each in places
        if each.place
    ]
    return world(spots, words) if spots else Markup("")


GLOBALS: dict[str, Callable[..., object]] = {
    "amount": amount,
    "counted": counted,
    "shape": shape,
    "history": history,
    "certainty": certainty,
    "provenance": provenance,
    "where": where,
}
