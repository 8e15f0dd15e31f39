"""Publisher families: sorted data without two owners of one masthead, in both languages' press."""

from __future__ import annotations

from collections import Counter

import pytest

from reportedly.corroborate.publishers import publisher
from reportedly.lexicon import load
from reportedly.naming import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La Montagne", "Le Populaire du Centre"),
        ("France 2", "France 3"),
        ("Daily Mirror", "Daily Express"),
        ("Bild", "Die Welt"),
        ("Miami Herald", "The Sacramento Bee"),
    ],
)
def test_mastheads_of_one_owner_are_one(one: str, other: str) -> None:
    assert publisher(one) == publisher(other)


@pytest.mark.parametrize(("one", "other"), [("Le Monde", "Le Figaro"), ("The Times", "The New York Times")])
def test_mastheads_of_two_owners_are_two(one: str, other: str) -> None:
    assert publisher(one) != publisher(other)


def test_no_masthead_has_two_owners() -> None:
    tables = load("publishers", "ontology").values()
    owners = Counter(
        name
        for table in tables
        for owner, mastheads in table.items()
        for name in {folded(each) for each in (owner, *mastheads)}
    )
    assert [name for name, count in owners.items() if count > 1] == []
