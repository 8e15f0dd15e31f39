"""A set of readings goes in, stories come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reportedly.corroborate.drift import drift_of
from reportedly.corroborate.events import Compared, clusters_of
from reportedly.corroborate.judgements import Judged, notes
from reportedly.corroborate.links import Reuse, agency_links, derivations, reused
from reportedly.corroborate.model import Stories, StoryArticle
from reportedly.corroborate.nearness import Nearness
from reportedly.corroborate.nodes import Node
from reportedly.corroborate.origins import origins_of
from reportedly.corroborate.story import story_event
from reportedly.corroborate.texts import Text, texts_of
from reportedly.model import Reading

Reuses = Mapping[Text, list[Reuse]]


def corroborate(
    readings: Iterable[Reading],
    *,
    every: bool = False,
    judgements: Iterable[Judged] = (),
    reuses: Callable[[Sequence[Text]], Reuses] = reused,
) -> Stories:
    """Which claims are one event, which articles share an origin, and what became of the certainty on the way.

    :param readings: of any articles in any language that is read; an article's id names it in the result.
    :param judgements: what people said of the claims; it binds.
    :param reuses: finds what texts share with earlier ones, given them in order of time.
    """
    judged = list(judgements)
    texts = texts_of(list(readings))
    shared = reuses(texts)
    nearness = Nearness(texts)
    derived = derivations(shared, nearness.retellings())
    debts = agency_links(texts, derived)
    origins = origins_of(texts, derived, shared)
    of = {article: origin.id for origin in origins for article in origin.articles}
    articles = tuple(
        StoryArticle(
            id=text.id,
            outlet=text.outlet,
            published=text.reading.document.published,
            language=text.reading.document.language,
            origins=(of[text.id],),
            derived_from=(*([derived[text.id]] if text.id in derived else []), *debts.get(text.id, [])),
        )
        for text in texts
    )
    compared = Compared(texts, nearness, every=every, judged=judged)
    events = tuple(
        story_event(f"e{number}", members, of, debts, compared)
        for number, members in enumerate(in_order(clusters_of(compared)), 1)
    )
    event_of = {(ref.article, ref.claim): event.id for event in events for ref in event.claims}
    return Stories(
        articles, tuple(origins), events, tuple(drift_of(texts, derived, event_of)), notes(judged, of)
    )


def in_order(clusters: Iterable[list[Node]]) -> list[list[Node]]:
    """Events in the order in which they were first told."""
    return sorted(
        clusters, key=lambda nodes: min((node.text.order, node.claims[0].anchor.start) for node in nodes)
    )
