"""Certainty in the copying: hedges that are dropped or added, in both languages, and their sum over a collection."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.corroborate import corroborate
from reportedly.corroborate.summary import summary
from reportedly.model import Reading
from reportedly.show.drift import render

Read = Callable[..., Reading]

REST = {
    "en": "The convoy of eleven grey lorries crossed the old bridge near the harbour before dawn as villagers slept.",
    "fr": "Le convoi de onze camions gris a franchi le vieux pont près du port avant l'aube devant les villageois.",
}
HEDGED = {
    "en": "Norway has reportedly delivered twelve tanks to Chile through the northern port of Arica this week.",
    "fr": "La Norvège aurait livré douze chars au Chili par le port septentrional d'Arica cette semaine.",
}
PLAIN = {
    "en": "Norway has delivered twelve tanks to Chile through the northern port of Arica this week.",
    "fr": "La Norvège a livré douze chars au Chili par le port septentrional d'Arica cette semaine.",
}


def copied(read: Read, first: str, second: str, language: str) -> list[Reading]:
    return [
        read(f"{first} {REST[language]}", "a1", "The Post", "2031-03-01", language),
        read(f"{second} {REST[language]}", "a2", "The Mail", "2031-03-02", language),
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_dropped_hedge_makes_it_surer(read: Read, language: str) -> None:
    stories = corroborate(copied(read, HEDGED[language], PLAIN[language], language))
    assert stories.articles[1].derived_from[0].to == "a1"
    assert sum(one.change for one in stories.drift) > 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_added_hedge_makes_it_less_sure(read: Read, language: str) -> None:
    stories = corroborate(copied(read, PLAIN[language], HEDGED[language], language))
    assert sum(one.change for one in stories.drift) < 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_words_do_not_drift(read: Read, language: str) -> None:
    assert corroborate(copied(read, PLAIN[language], PLAIN[language], language)).drift == ()


def test_a_collections_drift_names_outlet_type_and_cue(read: Read) -> None:
    found = summary(corroborate(copied(read, HEDGED["en"], PLAIN["en"], "en")))
    assert (found.articles, found.derived, found.drifted) == (2, 1, 1)
    assert [(row.name, row.surer > 0, row.less_sure) for row in found.outlets] == [("The Mail", True, 0)]
    assert [row.name for row in found.types] == ["AID"]
    assert any(cue.text == "reportedly" and cue.lost for cue in found.cues)


@pytest.mark.parametrize(("labels", "word"), [("en", "surer"), ("fr", "plus certain")])
def test_a_terminal_shows_it_in_either_language(read: Read, labels: str, word: str) -> None:
    told = render(summary(corroborate(copied(read, HEDGED["en"], PLAIN["en"], "en"))), labels)
    assert "The Mail" in told
    assert word in told


def test_nothing_has_no_drift() -> None:
    assert summary(corroborate([])).outlets == ()
