"""A set of readings goes in, stories come out."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.corroborate.drift import drift_of
from reportedly.corroborate.links import agency_links, derivations, reused
from reportedly.corroborate.model import Stories, StoryArticle
from reportedly.corroborate.origins import origins_of
from reportedly.corroborate.texts import texts_of
from reportedly.model import Reading


def corroborate(readings: Iterable[Reading]) -> Stories:
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
    return Stories(articles, tuple(origins), (), tuple(drift_of(texts, derived, {})))
