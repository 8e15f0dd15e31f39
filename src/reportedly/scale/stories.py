"""Stories as rows, under ids that do not depend on how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
import pyarrow as pa

from reportedly.corroborate import corroborate
from reportedly.corroborate.links import Reuse
from reportedly.corroborate.model import Drift, Origin, Step, Stories, StoryArticle, StoryEvent
from reportedly.corroborate.passages import Shared
from reportedly.corroborate.texts import Text
from reportedly.ledger.keys import short
from reportedly.model import Reading
from reportedly.scale.schemas import TABLES

Row = dict[str, Any]
Reuses = dict[Text, list[Reuse]]


def stories_of(readings: Sequence[Reading], links: Iterable[Mapping[str, Any]] | None = None) -> Stories:
    """The stories of some readings.

    :param links: rows of the table ``links``; None looks for shared passages here.
    """
    if links is None:
        return renamed(corroborate(readings))
    rows = list(links)
    return renamed(corroborate(readings, reuses=lambda texts: reuses_of(texts, rows)))


def reuses_of(texts: Sequence[Text], links: Iterable[Mapping[str, Any]]) -> Reuses:
    """What each text shares with earlier ones, as the links have it, in the order of the texts."""
    by_id = {text.id: text for text in texts}
    place = {text.id: number for number, text in enumerate(texts)}
    here = [row for row in links if row["later"] in by_id and row["earlier"] in by_id]
    found: Reuses = {}
    for row in sorted(here, key=lambda row: (place[row["later"]], place[row["earlier"]])):
        later, earlier = by_id[row["later"]], by_id[row["earlier"]]
        passages = tuple(Shared(**passage) for passage in row["passages"])
        found.setdefault(later, []).append(Reuse(later, earlier, passages))
    return found


def link_rows(reuses: Mapping[Text, Sequence[Reuse]]) -> Iterable[Row]:
    """What texts share, as rows of the table ``links``."""
    for found in reuses.values():
        for one in found:
            passages = [msgspec.to_builtins(passage) for passage in one.passages]
            yield {"later": one.later.id, "earlier": one.earlier.id, "alike": one.alike, "passages": passages}


def event_id(article: str, claim: str) -> str:
    """The id of the event that begins with a claim."""
    return short("e", article, claim)


def origin_id(article: str) -> str:
    """The id of the origin whose first article this is."""
    return short("o", article)


def renamed(stories: Stories) -> Stories:
    """The same stories, events and origins called after their first claim and their first article."""
    events = {one.id: event_id(one.claims[0].article, one.claims[0].claim) for one in stories.events}
    origins = {one.id: origin_id(one.articles[0]) for one in stories.origins}
    return replace(
        stories,
        articles=tuple(called(one, origins) for one in stories.articles),
        origins=tuple(replace(one, id=origins[one.id]) for one in stories.origins),
        events=tuple(replace(with_origins(one, origins), id=events[one.id]) for one in stories.events),
        drift=tuple(replace(one, event=events.get(one.event or "")) for one in stories.drift),
    )


def called(article: StoryArticle, origins: Mapping[str, str]) -> StoryArticle:
    return replace(article, origins=tuple(dict.fromkeys(origins[key] for key in article.origins)))


def with_origins(event: StoryEvent, origins: Mapping[str, str]) -> StoryEvent:
    """The event with its origins under other names."""

    def step(one: Step) -> Step:
        return replace(one, origin=origins[one.origin] if one.origin else None)

    return replace(
        event,
        origins=tuple(dict.fromkeys(origins[key] for key in event.origins)),
        history=tuple(map(step, event.history)),
    )


def story_tables(stories: Stories) -> dict[str, pa.Table]:
    """Stories as tables."""
    found = {
        "stories": map(story_row, stories.articles),
        "events": map(event_row, stories.events),
        "origins": map(origin_row, stories.origins),
        "drift": map(drift_row, stories.drift),
    }
    return {name: pa.Table.from_pylist(list(rows), schema=TABLES[name]) for name, rows in found.items()}


def encoded(record: object) -> str:
    """A record as the stories format writes it."""
    return msgspec.json.encode(record).decode("utf-8")


def story_row(article: StoryArticle) -> Row:
    names = ("outlet", "published", "language")
    return {
        "article": article.id,
        **{name: getattr(article, name) for name in names},
        "origin": article.origins[0],
        "derived_from": encoded(article.derived_from),
    }


def event_row(event: StoryEvent) -> Row:
    """An event as a row; ``event`` is what `corroborate` prints of it."""
    names = ("id", "type", "act", "title", "status", "independent_origins")
    lists = ("actors", "recipients", "objects", "places", "origins")
    told = [step.at for step in event.history if step.at]
    return {
        **{name: getattr(event, name) for name in names},
        **{name: list(getattr(event, name)) for name in lists},
        "earliest": event.time[0] if event.time else None,
        "latest": event.time[1] if event.time else None,
        "first_at": min(told, default=None),
        "last_at": max(told, default=None),
        "articles": len({ref.article for ref in event.claims}),
        "claims": msgspec.to_builtins(event.claims),
        "event": encoded(event),
    }


def origin_row(origin: Origin) -> Row:
    told = {name: getattr(origin, name) for name in ("id", "kind", "label")}
    return {**told, "articles": list(origin.articles), "origin": encoded(origin)}


def drift_row(drift: Drift) -> Row:
    data = msgspec.to_builtins(drift)
    data["from"] = data.pop("from_")
    return {
        "event": drift.event,
        "article": drift.to.article,
        "claim": drift.to.claim,
        "from_article": drift.from_.article,
        "from_claim": drift.from_.claim,
        "change": drift.change,
        "drift": encoded(data),
    }
