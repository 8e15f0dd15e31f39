"""For whom officials speak, in both languages."""

from __future__ import annotations

import pytest

from reportedly.corroborate.bodies import is_state, own, owned, owner, unnamed


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("the defence ministry", True),
        ("Utopia's navy", True),
        ("le ministère de la Défense", True),
        ("l’état-major", True),
        ("a baker", False),
        ("une boulangère", False),
        ("Jane Roe of the harbour company", False),
    ],
)
def test_offices_and_forces_are_the_state(label: str, expected: bool) -> None:
    assert is_state(label) is expected


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("Utopia's army", "utop"),
        ("the Utopian defence ministry", "utop"),
        ("l'armée utopienne", "utop"),
        ("le ministre utopien de l'Intérieur, qui accuse Ruritanie", "utop"),
        ("the army", ""),
        ("le gouvernement", ""),
    ],
)
def test_the_state_is_known_by_its_name_or_adjective(label: str, state: str) -> None:
    assert owner(label) == state


@pytest.mark.parametrize(
    "label",
    [
        "two officials",
        "a minister",
        "Utopian officials",
        "U.S. diplomats",
        "deux responsables",
        "une ministre",
        "plusieurs officiers",
        "responsables utopiens",
    ],
)
def test_one_of_many_has_no_name(label: str) -> None:
    assert unnamed(label)


@pytest.mark.parametrize(
    "label", ["the minister", "the officials", "la ministre", "les responsables utopiens", "Anna Lind"]
)
def test_a_definite_one_is_known(label: str) -> None:
    assert not unnamed(label)


def test_its_army_belongs_to_whoever_acts_and_our_reporter_to_the_outlet() -> None:
    assert owned("its army")
    assert owned("son armée")
    assert own("our reporter")
    assert own("notre envoyée spéciale")
    assert not own("their reporter")
