"""A card tells one claim: who, whom, what, on whose word, and how sure."""

from __future__ import annotations

import pytest

from reportedly.model import Reading
from reportedly.show.cards import Card, cards_of
from reportedly.show.words import words_in
from tests.show.readings import english, french, sample


def cards(reading: Reading, language: str = "en") -> dict[str, Card]:
    return {card.local: card for card in cards_of(reading, words_in(language))}


def test_a_card_for_each_claim_in_the_order_of_the_text() -> None:
    found = cards_of(french(), words_in("fr"))
    assert sorted(card.local for card in found) == sorted(claim.id for claim in french().claims)
    starts = [card.claim.anchor.start for card in found]
    assert starts == sorted(starts)


def test_who_to_whom_what_and_how_it_stands() -> None:
    card = cards(english())["c1"]
    assert (card.who, card.whom, card.act) == (("Portugal",), ("Chile",), "sale of trams")
    assert card.codes == ("COOPERATE",)
    assert card.status == "expected, not confirmed"
    assert (card.certainty, card.polarity, card.value) == ("probable", "positive", 2.0)
    assert dict(card.rows)["what"] == ('"at least 23" trams',)
    assert card.hops == ("an unnamed official",)


def test_the_chain_begins_with_the_voice_nearest_to_the_reader() -> None:
    card = cards(sample())["c2"]
    assert card.hops[0] == "Northwire"
    assert card.reported
    assert cards(sample())["c1"].hops == ("the headline",)
    assert not cards(sample())["c1"].reported


def test_claims_of_one_event_know_each_other_and_their_findings() -> None:
    found = cards(sample())
    assert found["c2"].alike == ("c1", "c4")
    assert found["c3"].alike == ()
    assert found["c2"].findings == ("headline_overstates", "contradiction")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_verdict_has_its_steps_in_the_readers_language(language: str) -> None:
    card = cards(sample(), language)["c4"]
    assert card.polarity == "negative"
    assert card.cues == (
        words_in(language)("voices", "quote", text="denied") + f" ({words_in(language)('cues', 'negation')})",
    )
    assert card.steps
