"""Which articles of a day share passages with those of the days before: a join on fingerprints within a window.

Only the fingerprints of the window are read, and the words of those articles that have some in common. What is found is
what `reportedly.corroborate.links` finds among the articles of the window: the same code looks at each pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from reportedly.corroborate.links import Reuse, reuse_of
from reportedly.corroborate.nearness import COPIES, FEWEST
from reportedly.corroborate.postings import pairs_within
from reportedly.corroborate.texts import Text
from reportedly.scale.layout import Archive
from reportedly.scale.rows import reading_of
from reportedly.scale.schemas import LINKS
from reportedly.scale.stories import link_rows


def links_of(archive: Archive, day: str, days: Sequence[str]) -> pa.Table:
    """The links of a day's articles.

    :param days: the day with those before it that are looked at, in order.
    """
    passages = once(archive.read("passages", days, ["article", "published", "hashes"]), "article")
    own = set(archive.read("passages", [day], ["article"]).column("article").to_pylist())
    pairs = joined(passages, own)
    texts = texts_named(archive, days, {key for pair in pairs for key in pair})
    found: dict[Text, list[Any]] = {}
    for later, earlier in pairs:
        passages = reuse_of(texts[later].words, texts[earlier].words)
        if passages is not None:
            found.setdefault(texts[later], []).append(Reuse(texts[later], texts[earlier], passages))
    return pa.Table.from_pylist(list(link_rows(found)), schema=LINKS)


def joined(passages: pa.Table, own: set[str]) -> list[tuple[str, str]]:
    """Pairs of articles, the later one among ``own``, that share fingerprints and are near one another in time."""
    articles = passages.column("article").to_pylist()
    published = passages.column("published").to_pylist()
    order = sorted(range(len(articles)), key=lambda at: (published[at] or "~", articles[at]))
    lists = passages.column("hashes").combine_chunks()
    lists = lists.take(pa.array(order, pa.int64()))
    keys = lists.flatten().to_numpy(zero_copy_only=False).astype(np.uint64, copy=False)
    lengths = np.diff(lists.offsets.to_numpy(zero_copy_only=False))
    places = np.repeat(np.arange(len(order), dtype=np.int64), lengths)
    mine = np.fromiter((articles[at] in own for at in order), bool, len(order))
    found: list[tuple[str, str]] = []
    for pairs in pairs_within(keys, places, np.ones_like(places), COPIES):
        kept = (pairs.keys >= FEWEST) & mine[pairs.second]
        for earlier, later in zip(pairs.first[kept].tolist(), pairs.second[kept].tolist(), strict=True):
            found.append((articles[order[later]], articles[order[earlier]]))
    return found


def texts_named(archive: Archive, days: Sequence[str], keys: set[str]) -> dict[str, Text]:
    """The articles of these names, with their readings."""
    import pyarrow.compute as pc

    found: dict[str, Text] = {}
    wanted = pa.array(sorted(keys), pa.string())
    for day in days:
        readings = archive.read("readings", [day], ["article", "reading"])
        for row in readings.filter(pc.is_in(readings.column("article"), wanted)).to_pylist():
            found.setdefault(row["article"], Text(row["article"], reading_of(row)))
    return found


def once(table: pa.Table, name: str) -> pa.Table:
    """The rows of a table, the first of each name."""
    seen: set[str] = set()
    kept = [not (key in seen or seen.add(key)) for key in table.column(name).to_pylist()]  # type: ignore[func-returns-value]
    return table.filter(pa.array(kept, pa.bool_()))


def rows_once(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The same for rows by their article."""
    return list({row["article"]: row for row in reversed(list(rows))}.values())[::-1]
