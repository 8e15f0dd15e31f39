"""A set of readings goes in, stories come out."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.corroborate.drift import drift_of
from reportedly.corroborate.events import Compared, clusters_of
from reportedly.corroborate.links import agency_links, derivations, reused
from reportedly.corroborate.model import ClaimRef, Stories, StoryArticle, StoryEvent
from reportedly.corroborate.origins import origins_of
from reportedly.corroborate.texts import texts_of
from reportedly.model import Reading


def corroborate(readings: Iterable[Reading], *, every: bool = False) -> Stories:
    """Which claims are one event, which articles share an origin, and what became of the certainty on the way.

    :param readings: of any articles in any language that is read; an article's id names it in the result.
    """
    texts = texts_of(list(readings))
    reuses = reused(texts)
    derived = derivations(texts, reuses)
    debts = agency_links(texts, derived)
    origins = origins_of(texts, derived, reuses)
    of = {article: origin.id for origin in origins for article in origin.articles}
    articles = tuple(
        StoryArticle(
            id=text.id,
            outlet=text.outlet,
            published=text.reading.document.published,
            language=text.reading.document.language,
            origins=(of[text.id],),
            derived_from=tuple([*([derived[text.id]] if text.id in derived else []), *debts.get(text.id, [])]),
        )
        for text in texts
    )
    events = tuple(plain_event(f"e{n}", members) for n, members in enumerate(clusters_of(Compared(texts, every=every)), 1))
    return Stories(articles, tuple(origins), events, tuple(drift_of(texts, derived, {})))


def plain_event(key, members):
    claims = tuple(ClaimRef(node.text.id, claim.id) for node in members for claim in node.claims)
    return StoryEvent(key, None, None, "", claims, (), (), (), None, (), (), 0, "happened", (), (), ())
