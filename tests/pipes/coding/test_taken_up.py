"""What only happens to somebody, and acts that a later noun takes up."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.pipes.draft import ClaimDraft, Filler, draft_of


@cache
def pipeline(language: str) -> Language:
    from reportedly.language import load

    return load(language)


def claims_of(doc: Doc, lemma: str) -> list[ClaimDraft]:
    return [claim for claim in draft_of(doc).claims if claim.predicate.lemma == lemma]


def words(doc: Doc, fillers: list[Filler]) -> str:
    return " | ".join(doc[one.start : one.end].text for one in fillers).lower()


#: Language, sentence, the act's lemma, and what is an object, not an actor.
HAPPENINGS = [
    ("en", "The old bridge collapsed on Monday.", "collapse", "bridge"),
    ("fr", "Le vieux pont s'est effondré lundi.", "effondrer", "pont"),
    ("en", "Car sales fell sharply in March.", "fall", "sales"),
    ("fr", "Les ventes de voitures ont chuté en mars.", "chuter", "ventes"),
    ("en", "The company reported a loss of 6 billion dollars.", "loss", "6 billion"),
]


@pytest.mark.parametrize(("language", "text", "lemma", "thing"), HAPPENINGS)
def test_nobody_does_what_only_happens(language: str, text: str, lemma: str, thing: str) -> None:
    doc = pipeline(language)(text)
    (claim,) = claims_of(doc, lemma)
    assert thing in words(doc, claim.objects)
    assert claim.actors == []


@pytest.mark.parametrize(
    ("language", "text", "lemma", "actor"),
    [
        ("en", "The minister flew to Rome.", "fly", "minister"),
        ("fr", "Le ministre est arrivé à Rome.", "arriver", "ministre"),
        ("en", "The rebels moved closer.", "move", "rebels"),
    ],
)
def test_people_do_what_they_do(language: str, text: str, lemma: str, actor: str) -> None:
    doc = pipeline(language)(text)
    assert actor in words(doc, claims_of(doc, lemma)[0].actors)


#: Language, text, the lemma of its last act, and whom that has for actors and recipients.
TAKEN_UP = [
    (
        "en",
        "Rebels attacked a convoy near the river. The attack lasted an hour.",
        "attack",
        "rebels",
        "convoy",
    ),
    (
        "fr",
        "Des rebelles ont attaqué un convoi près du fleuve. L'attaque a duré une heure.",
        "attaque",
        "rebelles",
        "convoi",
    ),
    ("en", "Rebels attacked a convoy. Three guards were killed in the attack.", "kill", "rebels", "guards"),
]


@pytest.mark.parametrize(("language", "text", "lemma", "actor", "recipient"), TAKEN_UP)
def test_a_definite_noun_has_the_parties_of_what_it_takes_up(
    language: str, text: str, lemma: str, actor: str, recipient: str
) -> None:
    doc = pipeline(language)(text)
    claim = claims_of(doc, lemma)[-1]
    assert actor in words(doc, claim.actors)
    assert recipient in words(doc, claim.recipients)


def test_another_attack_has_parties_of_its_own() -> None:
    doc = pipeline("en")("Rebels attacked a convoy. An attack on a school followed.")
    claim = claims_of(doc, "attack")[-1]
    assert claim.actors == []
    assert "convoy" not in words(doc, claim.recipients)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Prices have risen since the attacks."), ("fr", "Les prix montent depuis les attaques.")],
)
def test_a_noun_of_violence_alone_is_no_assault(language: str, text: str) -> None:
    doc = pipeline(language)(text)
    assert [claim for claim in draft_of(doc).claims if claim.type == "ASSAULT"] == []
