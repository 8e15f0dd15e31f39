"""Families of words that name one act, in both languages."""

from __future__ import annotations

import pytest

from reportedly.corroborate.kin import kin
from reportedly.lexicon import load


@pytest.mark.parametrize(
    ("lemma", "after", "language", "family"),
    [
        ("pass", " away in the night", "en", "die"),
        ("open", " fire on the crowd", "en", "shoot"),
        ("take", " the oath of office", "en", "inaugurate"),
        ("sack", " its coach", "en", "dismiss"),
        ("décès", " du maire", "fr", "die"),
        ("ouvrir", " le feu sur la foule", "fr", "shoot"),
        ("prêter", " serment", "fr", "inaugurate"),
        ("limoger", " son entraîneur", "fr", "dismiss"),
    ],
)
def test_one_act_has_one_family_in_both_languages(lemma: str, after: str, language: str, family: str) -> None:
    assert family in kin(lemma, "", after, language)


def test_a_phrase_is_not_its_first_word() -> None:
    assert "begin" in kin("open", "", " a shop", "en")
    assert "begin" not in kin("open", "", " fire on the crowd", "en")


def test_a_reflexive_is_not_its_verb() -> None:
    assert "surrender" in kin("rendre", "Ils se ", " à la police", "fr")
    assert "surrender" not in kin("rendre", "Ils ", " les clés", "fr")


def test_unknown_words_have_no_family() -> None:
    assert kin("whittle", "", " a stick", "en") == kin("", "", "", "fr") == frozenset()


def test_families_are_the_same_in_both_languages() -> None:
    assert set(load("kin", "en")["families"]) == set(load("kin", "fr")["families"])
