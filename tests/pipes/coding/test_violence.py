"""Who attacks whom, with what and where: what bombs do, and who is said to have done it."""

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


def claim_of(doc: Doc, lemma: str) -> ClaimDraft:
    return next(claim for claim in draft_of(doc).claims if claim.predicate.lemma == lemma)


def words(doc: Doc, fillers: list[Filler]) -> str:
    return " | ".join(doc[one.start : one.end].text for one in fillers).lower()


#: Language, sentence, the act's lemma, its type, and what its actors, recipients and objects hold.
ACTS = [
    ("en", "A car bomb destroyed a branch of the savings bank.", "destroy", "ASSAULT", "", "branch", "bomb"),
    (
        "fr",
        "Une bombe a détruit une agence de la caisse d'épargne.",
        "détruire",
        "ASSAULT",
        "",
        "agence",
        "bombe",
    ),
    ("en", "Hooded men threw grenades at the town hall.", "throw", "ASSAULT", "men", "town hall", "grenades"),
    (
        "fr",
        "Deux bombes ont été posées devant le ministère par des guérilleros.",
        "poser",
        "ASSAULT",
        "guérilleros",
        "ministère",
        "bombes",
    ),
    ("en", "The depot was dynamited by drug traffickers.", "dynamite", "ASSAULT", "traffickers", "depot", ""),
    ("fr", "Le dépôt a été dynamité par des trafiquants.", "dynamiter", "", "trafiquants", "dépôt", ""),
    ("en", "TWO BOMBS WENT OFF NEAR THE COURT LAST NIGHT.", "go off", "ASSAULT", "", "court", "bombs"),
]


@pytest.mark.parametrize(
    ("language", "text", "lemma", "kind", "parts"), [(*row[:4], row[4:]) for row in ACTS]
)
def test_who_attacks_what_with_what(
    language: str, text: str, lemma: str, kind: str, parts: tuple[str, str, str]
) -> None:
    doc = pipeline(language)(text)
    claim = claim_of(doc, lemma)
    assert claim.type == kind if kind else claim.type is not None
    for part, fillers in zip(parts, (claim.actors, claim.recipients, claim.objects), strict=True):
        assert part in words(doc, fillers)
    assert bool(claim.actors) == bool(parts[0])


#: Language, sentence, the act's lemma and who is said to have done it.
CULPRITS = [
    ("en", "The government accused the rebels of the attack on the bridge.", "attack", "rebels"),
    ("fr", "Le gouvernement a accusé les rebelles de l'attaque du pont.", "attaque", "rebelles"),
    (
        "en",
        "The Northern Front claimed responsibility for the kidnapping of the mayor.",
        "kidnapping",
        "front",
    ),
    ("fr", "Le Front du Nord a revendiqué l'enlèvement du maire.", "enlèvement", "front"),
    ("en", "The Northern Front claimed responsibility for killing the mayor.", "kill", "front"),
    ("en", "Police attributed the bombing to the rebels.", "bombing", "rebels"),
    ("fr", "La police a attribué l'attentat aux rebelles.", "attentat", "rebelles"),
    ("en", "Colonel Ruiz was involved in the murder of six priests.", "murder", "ruiz"),
    ("fr", "Le colonel Ruiz a été impliqué dans le meurtre de six prêtres.", "meurtre", "ruiz"),
    ("en", "The rebels are responsible for the attack on the bridge.", "attack", "rebels"),
    ("fr", "Les rebelles sont responsables de l'attaque contre le pont.", "attaque", "rebelles"),
]


@pytest.mark.parametrize(("language", "text", "lemma", "actor"), CULPRITS)
def test_who_is_said_to_have_done_it(language: str, text: str, lemma: str, actor: str) -> None:
    doc = pipeline(language)(text)
    assert actor in words(doc, claim_of(doc, lemma).actors)


#: Whoever denies or is cleared is named for no act; nor is what one is charged with an actor.
CLEARED = [
    ("en", "The rebels denied responsibility for the attack on the bridge.", "attack"),
    ("fr", "Les rebelles ont nié toute responsabilité dans l'attaque du pont.", "attaque"),
    ("en", "The judge dropped the charges of killing a priest.", "kill"),
]


@pytest.mark.parametrize(("language", "text", "lemma"), CLEARED)
def test_nobody_is_said_to_have_done_it(language: str, text: str, lemma: str) -> None:
    doc = pipeline(language)(text)
    found = words(doc, claim_of(doc, lemma).actors)
    assert "reb" not in found
    assert "charges" not in found


#: Fights that hurt nobody.
FIGURATIVE = [
    ("en", "The government will fight poverty in the north."),
    ("fr", "Le gouvernement combattra la pauvreté dans le nord."),
    ("en", "The minister engaged in a dialogue with the unions."),
]


@pytest.mark.parametrize(("language", "text"), FIGURATIVE)
def test_figures_of_speech_are_no_assaults(language: str, text: str) -> None:
    doc = pipeline(language)(text)
    assert [claim for claim in draft_of(doc).claims if claim.type == "ASSAULT"] == []


#: Whoever is only suspected may not have done it.
SUSPECTS = [
    ("en", "Police arrested five soldiers accused of the murder of six priests.", "murder"),
    ("fr", "La police a arrêté cinq soldats accusés du meurtre de six prêtres.", "meurtre"),
    ("en", "The general is suspected of killing the judge.", "kill"),
    ("fr", "Le général est soupçonné d'avoir tué le juge.", "tuer"),
]


@pytest.mark.parametrize(("language", "text", "lemma"), SUSPECTS)
def test_what_somebody_is_suspected_of_is_not_certain(language: str, text: str, lemma: str) -> None:
    doc = pipeline(language)(text)
    verdict = claim_of(doc, lemma).verdict
    assert verdict is not None
    assert verdict.certainty != "certain"
