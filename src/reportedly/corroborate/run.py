"""A set of readings goes in, stories come out."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.corroborate.index import Index, Reuses
from reportedly.corroborate.judgements import Judged
from reportedly.corroborate.model import Stories
from reportedly.model import Reading


def corroborate(
    readings: Iterable[Reading],
    *,
    every: bool = False,
    judgements: Iterable[Judged] = (),
    reuses: Reuses | None = None,
) -> Stories:
    """Which claims are one event, which articles share an origin, and what became of the certainty on the way.

    :param readings: of any articles in any language that is read; an article's id names it in the result.
    :param judgements: what people said of the claims; it binds.
    :param reuses: finds what texts share with earlier ones, given them in order of time.
    """
    index = Index(every=every, judgements=judgements, reuses=reuses)
    index.add(readings)
    return index.stories()
