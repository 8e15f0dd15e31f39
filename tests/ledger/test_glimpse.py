from __future__ import annotations

from pathlib import Path

from reportedly.ledger import View
from reportedly.ledger.glimpse import glimpses


def test_a_glimpse_is_what_the_reading_holds(filled: Path) -> None:
    with View(filled) as view:
        keys = [row.id for row in view.articles(limit=None)]
        seen = glimpses(view, keys)
        assert set(seen) == set(keys)
        for key, glimpse in seen.items():
            reading = view.reading(key)
            assert glimpse.quantities == reading.quantities
            assert glimpse.times == reading.times
            assert [one.attribution for one in glimpse.claims] == [one.attribution for one in reading.claims]


def test_nothing_for_nobody(filled: Path) -> None:
    with View(filled) as view:
        assert glimpses(view, ["gone"]) == {}
        assert glimpses(view, []) == {}
