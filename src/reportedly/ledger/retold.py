"""The stories that a ledger keeps, told as `corroborate` tells those of any articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from reportedly.corroborate.judgements import Judged, notes
from reportedly.corroborate.model import Drift, Origin, Stories, StoryArticle, StoryEvent
from reportedly.ledger.stories import unpacked
from reportedly.ledger.view import View

Order = tuple[str, str]


def kept_stories(view: View, judged: list[Judged]) -> Stories:
    """All that the ledger keeps.

    :param judged: what people said of its claims.
    """
    articles = [unpacked(body, StoryArticle) for (body,) in view.rows("SELECT body FROM debts")]
    articles.sort(key=order_of)
    order = {one.id: order_of(one) for one in articles}
    origins = [unpacked(body, Origin) for (body,) in view.rows("SELECT body FROM origins")]
    origins.sort(key=lambda one: order[one.articles[0]])
    names = {one.id: f"o{number}" for number, one in enumerate(origins, 1)}
    events = _events(view, order)
    numbers = {event.id: f"e{number}" for number, event in enumerate(events, 1)}
    drifts = [
        msgspec.json.decode(body, type=Drift)
        for (body,) in view.rows("SELECT body FROM drifts ORDER BY number")
    ]
    return Stories(
        tuple(replace(one, origins=tuple(names[key] for key in one.origins)) for one in articles),
        tuple(replace(one, id=names[one.id]) for one in origins),
        tuple(_numbered(event, numbers, names) for event in events),
        tuple(
            replace(one, event=numbers.get(one.event or ""))
            for one in sorted(drifts, key=lambda one: order[one.to.article])
        ),
        notes(judged, order),
    )


def changed_stories(view: View, events: Sequence[str], judged: list[Judged]) -> Stories:
    """Some of the events that the ledger keeps, by their ids, under these, with all that tell them."""
    found = [view.story(key) for key in events]
    articles = {one.id: one for story in found for one in story.articles}
    origins = {one.id: one for story in found for one in story.origins}
    return Stories(
        tuple(sorted(articles.values(), key=order_of)),
        tuple(origins.values()),
        tuple(story.event for story in found),
        tuple(one for story in found for one in story.drift),
        notes(judged, articles),
    )


def order_of(article: StoryArticle) -> Order:
    """What articles are ordered by, as `Text.order` is."""
    return article.published or "~", article.id


def _events(view: View, order: Mapping[str, Order]) -> list[StoryEvent]:
    """The events in the order in which they were first told."""
    starts = {(article, local): start for article, local, start in view.rows(
        "SELECT a.id, c.local, c.start FROM claims c JOIN articles a ON a.number = c.article"
    )}  # fmt: skip

    def told(event: StoryEvent) -> tuple[Order, int, str]:
        first = event.claims[0]
        return (
            order[first.article],
            starts.get((first.article, first.claim), 0),
            f"{first.article}\0{first.claim}",
        )

    return sorted((unpacked(body, StoryEvent) for (body,) in view.rows("SELECT body FROM stories")), key=told)


def _numbered(event: StoryEvent, numbers: Mapping[str, str], names: Mapping[str, str]) -> StoryEvent:
    return replace(
        event,
        id=numbers[event.id],
        origins=tuple(names[key] for key in event.origins),
        history=tuple(
            replace(step, origin=names[step.origin] if step.origin else None) for step in event.history
        ),
    )
