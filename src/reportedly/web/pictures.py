"""What templates call to draw what a page tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from reportedly.corroborate.model import ClaimRef, Reason
from reportedly.corroborate.reasons import in_words
from reportedly.naming import folded
from reportedly.show.markup import Markup, el
from reportedly.show.numbers import amount
from reportedly.web.draw.drift import Retelling, drift
from reportedly.web.draw.graph import graph
from reportedly.web.draw.lanes import Member, Source
from reportedly.web.draw.map import Spot, world
from reportedly.web.draw.marks import mark
from reportedly.web.draw.rhythm import Beat, rhythm
from reportedly.web.draw.strip import Telling as Dated
from reportedly.web.draw.strip import strip
from reportedly.web.draw.timeline import Happening, timeline
from reportedly.web.filters import day
from reportedly.web.gazetteer import country_name, local_name
from reportedly.web.words import Labels

if TYPE_CHECKING:
    from reportedly.ledger.stories import EventRow
    from reportedly.web.pages.actor import Partner
    from reportedly.web.pages.actor import Told as Actor
    from reportedly.web.pages.event import Line, Telling, Told
    from reportedly.web.pages.figures import Figure
    from reportedly.web.pages.selection import Where

#: An article's id as the ledger gives it.
_ID = re.compile(r"\ba[a-z2-7]{12}\b")
#: Retellings beyond these would stand on top of each other.
DRAWN = 60


def shape(status: str) -> Markup:
    """A status as the mark that it has in all drawings; its words stand beside it."""
    return el(
        "svg",
        mark(status, 7, 7, 4.5),
        cls="drawing glyph",
        viewBox="0 0 14 14",
        width="14",
        height="14",
        aria_hidden="true",
    )


def reason(one: Reason, told: Told, words: Labels) -> str:
    """A reason in the reader's language, articles by their outlets."""
    names = {each.article: name(each, words) for each in told.tellings}
    return _ID.sub(lambda found: names.get(found.group(), found.group()), in_words(one, words.language))


def history(told: Told, words: Labels) -> Markup:
    """The event's status over time."""
    steps = [Dated(one.step.at, one.step.status, name(one, words), anchor(one)) for one in told.tellings]
    return strip(steps, words)


def certainty(told: Told, words: Labels) -> Markup:
    """How sure each retelling is; copies that are as sure as their original are counted with it."""
    values = {one.article: one.sureness for one in told.tellings}
    cues = cues_of(told)
    stands: dict[str, str] = {}
    alike: Counter[str] = Counter()
    points: list[Retelling] = []
    for one in told.tellings:
        before, kind = parent(one, values)
        if before in stands and kind == "copy" and values[before] == one.sureness and one.article not in cues:
            stands[one.article] = stands[before]
            alike[stands[before]] += 1
            continue
        stands[one.article] = one.article
        lost, gained = cues.get(one.article, ((), ()))
        points.append(
            Retelling(
                one.article,
                name(one, words),
                one.sureness,
                one.step.status,
                anchor(one),
                stands.get(before or ""),
                lost,
                gained,
            )
        )
    return drift([replace(one, copies=alike[one.key]) for one in points[:DRAWN]], words)


Cues = tuple[tuple[str, ...], tuple[str, ...]]


def cues_of(told: Told) -> dict[str, Cues]:
    """The words that each article dropped, and those that it added, where that made a difference to its reader."""
    known = by_article(told)
    found: dict[str, Cues] = {}
    for one in told.drift:
        mine, theirs = known.get(one.to.article), known.get(one.from_.article)
        if mine is None or theirs is None:
            continue
        slight = abs(one.change) < 1 or one.to.claim != mine.step.by.claim
        if mine.sureness == theirs.sureness and slight:
            continue
        lost, gained = found.get(one.to.article, ((), ()))
        lost += tuple(cue.text for cue in one.lost if cue.text not in lost)
        gained += tuple(cue.text for cue in one.gained if cue.text not in gained)
        found[one.to.article] = lost, gained
    return found


def provenance(told: Told, words: Labels, zoom: int = 0) -> Markup:
    """Where the articles have it from."""
    known = {one.article for one in told.tellings}
    sources = [
        Source(line.id, line.kind, line.label or words("stories", "unsourced"), f"#{line.id}")
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
        origin=line.id,
        parent=before,
        kind=kind,
        href=anchor(one),
    )


def parent(one: Telling, known: Container[str]) -> tuple[str | None, str | None]:
    """The article of the event that an article was made from, and what it made of it."""
    for link in one.links:
        if isinstance(link.to, str) and link.to in known:
            return link.to, link.kind
    return None, None


def by_article(told: Told) -> dict[str, Telling]:
    """What each article makes of an event."""
    return {one.article: one for one in told.tellings}


def name(one: Telling, words: Labels) -> str:
    """An article by its outlet, else its headline."""
    return one.outlet or one.title or words("article", "untitled")


def anchor(one: Telling) -> str:
    """Where the article stands on the event's page."""
    return f"#{quote(one.article, safe='')}"


def where(places: Iterable[Where], words: Labels) -> Markup:
    """The places of an event that can be shown; nothing if there are none."""
    spots = [each for one in places if (each := spot(one))]
    return world(spots, words) if spots else Markup("")


def places(found: Iterable[Where], query: str, words: Labels) -> Markup:
    """The places of a selection that can be shown, each leading to what is told of it."""
    return world([each for one in found if (each := spot(one, at(one.name, query)))], words)


def spot(one: Where, href: str | None = None) -> Spot | None:
    """A place on the map, if it is known where it is."""
    if one.place is None:
        return None
    place = one.place
    return Spot(one.name, place.latitude, place.longitude, place.precision, one.country, one.articles, href)


def at(place: str, query: str) -> str:
    """The address of the claims of a selection that take place somewhere."""
    bare = place.replace('"', " ")
    return "/claims?" + urlencode({"q": f'{query} place:"{bare}"'.strip()})


def rhythm_of(told: Actor, words: Labels) -> Markup:
    """What somebody does, and what is done to them, over time."""
    sides = ((one, own) for own, found in ((True, told.does), (False, told.undergoes)) for one in found)
    return rhythm([Beat(one.at, own, one.manner or "other") for one, own in sides], words)


def largest(partners: Iterable[Partner]) -> int:
    """The largest number in a matrix of partners."""
    return max(max(one.does_with, one.does_against, one.gets_with, one.gets_against) for one in partners)


def level(count: int, most: int) -> int:
    """How dark a number's cell is, 1 to 3."""
    return 1 + (3 * count > most) + (3 * count > 2 * most)


def timeline_of(events: Iterable[EventRow], words: Labels) -> Markup:
    """Events in time, each leading to its page."""
    return timeline(
        [
            Happening(
                title(one.title, one.type, one.act, words),
                one.status,
                one.earliest,
                one.latest,
                f"/events/{quote(one.id, safe='')}",
            )
            for one in events
        ],
        words,
    )


def title(told: str, type_: str | None, act: str | None, words: Labels) -> str:
    """An event's title with its act in the reader's language."""
    sides, colon, word = told.rpartition(": ")
    named = " → ".join(
        ", ".join(local_name(name, words.language) for name in side.split(", "))
        for side in sides.split(" → ")
    )
    return f"{named}{words('shell', 'colon') if colon else ''}{words.deed(type_, act, word)}"


def things(told: Told) -> list[str]:
    """What an event is about, each thing once, one or several; what is counted stands among the figures."""
    found: dict[str, str] = {}
    for each in told.objects:
        found.setdefault(" ".join(word.removesuffix("s") for word in folded(each).split()), each)
    amounts = {folded(one.quantity.span.text) for one in told.figures}
    return [each for key, each in found.items() if amounts.isdisjoint(key.split())] or list(found.values())


def houses(told: Told, refs: Iterable[ClaimRef]) -> list[tuple[Telling, int]]:
    """Who tells some claims: the first telling of each outlet, and how many there are."""
    articles = {ref.article for ref in refs}
    some = [one for one in told.tellings if one.article in articles]
    times = Counter(one.outlet or one.article for one in some)
    first = {one.outlet or one.article: one for one in reversed(some)}
    return [(first[house], count) for house, count in times.items()]


def figure_of(told: Told, value: str) -> Figure | None:
    """The amount that accounts differ on, with what it counts."""
    return next((one for one in told.figures if one.quantity.span.text.casefold() == value.casefold()), None)


GLOBALS: dict[str, Callable[..., object]] = {
    "amount": amount,
    "at": at,
    "by_article": by_article,
    "figure_of": figure_of,
    "houses": houses,
    "things": things,
    "shape": shape,
    "history": history,
    "certainty": certainty,
    "provenance": provenance,
    "where": where,
    "named": lambda name, words: local_name(name, words.language),
    "country": lambda code, words: country_name(code, words.language),
    "largest": largest,
    "level": level,
    "places": places,
    "reason": reason,
    "rhythm": rhythm_of,
    "timeline": timeline_of,
    "title": title,
}
