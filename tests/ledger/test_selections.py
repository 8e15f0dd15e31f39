from __future__ import annotations

from pathlib import Path

from reportedly.ledger import View


def test_a_country_is_whoever_acts_for_it(filled: Path) -> None:
    with View(filled) as view:
        assert {row.title for row in view.parts_of("Chili", "actor", limit=10)} == {"Démenti à Santiago"}
        assert [row.id for row in view.parts_of("CHL", "actor", limit=10)] == [
            row.id for row in view.parts_of("Chile", "actor", limit=10)
        ]


def test_the_newest_come_first_and_no_more_than_asked(filled: Path) -> None:
    with View(filled) as view:
        every = view.parts_of("Iran", "actor", limit=10)
        assert len(view.parts_of("Iran", "actor", limit=1)) == 1
        assert view.parts_of("Iran", "actor", limit=1)[0] == every[0]


def test_words_of_a_source(filled: Path) -> None:
    with View(filled) as view:
        found = view.words_of("Moscow", limit=10)
        assert found
        assert all("Moscow" in row.sources for row in found)


def test_nobody_has_no_part(filled: Path) -> None:
    with View(filled) as view:
        assert view.parts_of("nobody", "recipient", limit=10) == []
        assert view.words_of("nobody", limit=10) == []
        assert view.standing_of(["gone"]) == {}


def test_claims_without_a_place_are_counted(filled: Path) -> None:
    with View(filled) as view:
        found = view.places(limit=100)
        assert found.claims == len(list(view.claims(limit=None)))
        assert found.nowhere <= found.claims
        assert view.places("actor:Iran", limit=1).claims == 1
